"""Whom a question takes for an insider, and so what the keys of an outsider's request are not."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from scanner.network.addresses import range_of
from scanner.network.ranges import Ranges, union
from scanner.policydoc import keys, limits
from scanner.policydoc.callers import account_of, in_account, whole_account
from scanner.policydoc.limits import ALWAYS, Limit, one_of, outside
from scanner.policydoc.matching import matches
from scanner.policydoc.patterns import Pattern, like
from scanner.policydoc.principals import EVERYBODY, Named
from scanner.policydoc.statements import Statement

_ORGANIZATION: Final = re.compile(r"o-[a-z0-9]{10,32}")
_PARTITION: Final = re.compile(r"arn:(aws[a-z-]*):")
_OWNED: Final = re.compile(r"[^:*?]+:[^/*?]+/.*", re.DOTALL)
_PRIVATE: Final = union(
    found
    for text in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")
    if (found := range_of(text))
)
_NO_TRAIL: Final = Pattern("arn:*:cloudtrail:*:*:*:*", like=True, parts=True)
"""No ARN of CloudTrail's has a colon more, though `*` in a StringLike would let one pass."""
_FEW4: Final = 1 << 24
_FEW6: Final = 1 << 96
_IPV6: Final = 1 << 128


class Trust(NamedTuple):
    """The insiders: patterns of texts by the keys that tell them, and ranges of addresses."""

    patterns: Mapping[str, tuple[Pattern, ...]]
    addresses: Ranges

    def outsiders(self, key: str, kind: str) -> Limit:
        """What an outsider of a kind may have under a key."""
        if key == keys.SOURCE_IP:
            return Limit(limits.ADDRESS, union((*self.addresses, *_PRIVATE)), True, True)
        if keys.of_encryption(key) and kind == "Service":
            key = keys.SOURCE_ARN  # services say truly for what they encrypt
        if keys.of_federation(key) and key not in self.patterns:
            key = keys.FEDERATED
        found = self.patterns.get(key, ())
        if found and key == keys.SOURCE_ARN:
            found = (*found, _NO_TRAIL)
        return outside(one_of(found)) if found else ALWAYS


def trust(trusted: Iterable[str], statements: Iterable[Statement]) -> Trust:
    """The insiders that a list names.

    It may have account ids, ARNs (with wildcards), organization ids, services, ids of VPCs and
    endpoints, address ranges, external ids, names of identity providers and of their users, and
    condition keys: whatever the policy itself compares these with in so many words is trusted.
    """
    listed = tuple(trusted)
    told = _plainly(listed)
    compared = [text.lower() for text in listed if _compared(text.lower())]
    if not compared:
        return told
    fixed = [pair for key in compared for pair in _fixed(key, statements)]
    narrow = _narrow(statements) if keys.SOURCE_IP in compared else ()
    return Trust(_added(told.patterns, fixed), union((*told.addresses, *narrow)))


@lru_cache(maxsize=1 << 8)
def _plainly(trusted: tuple[str, ...]) -> Trust:
    """The insiders that a list names by itself: it is the same for most policies."""
    ranges = (range_of(text) for text in trusted if {".", ":"} & set(text))
    named = (pair for text in trusted for pair in _told(text))
    return Trust(_added({}, named), union(range_ for range_ in ranges if range_))


def _added(
    patterns: Mapping[str, tuple[Pattern, ...]], more: Iterable[tuple[str, Pattern]]
) -> Mapping[str, tuple[Pattern, ...]]:
    found = defaultdict(list, {key: list(each) for key, each in patterns.items()})
    for key, pattern in more:
        found[key].append(pattern)
    return {key: tuple(each) for key, each in found.items()}


def insider(named: Named, trusted: Trust) -> bool:
    """Whether all who may call by a principal's name are insiders, as far as that is plain."""
    if named.kind == "Service":
        return named.name != EVERYBODY and matches(
            trusted.patterns.get(keys.SERVICE, ()), named.name
        )
    account = account_of(named.name) if named.kind == "AWS" else None
    return account is not None and Pattern(account) in trusted.patterns.get(keys.ACCOUNT, ())


def _told(text: str) -> Iterator[tuple[str, Pattern]]:
    """What one text of the list names, by each key that may tell it."""
    account = whole_account(text)
    if account:
        yield from ((key, Pattern(account)) for key in keys.ACCOUNTS)
        yield from ((key, in_account(account)) for key in keys.ARNS)
    elif text.startswith("arn:"):
        yield from ((key, Pattern(text, like=True, parts=True)) for key in keys.ARNS)
        yield keys.FEDERATED, Pattern(text)
    elif _ORGANIZATION.fullmatch(text):
        yield from ((key, Pattern(text)) for key in keys.ORGANIZATIONS)
        yield from ((key, like(f"{text}/*")) for key in keys.ORGANIZATION_PATHS)
    else:
        for key in keys.NETWORKS | keys.OTHERS | {keys.EXTERNAL_ID}:
            yield key, like(text)
        if text.startswith("\0"):
            yield from ((key, Pattern(text)) for key in keys.WHO - {keys.SOURCE_IP})


def _fixed(key: str, statements: Iterable[Statement]) -> Iterator[tuple[str, Pattern]]:
    """What the policy compares a key with, without wildcards, if it names who calls."""
    if not _compared(key):
        return
    for text in _values(key, statements):
        if not {"*", "?"} & set(text) and "${" not in text:
            yield key, Pattern(text)


def _compared(key: str) -> bool:
    """Whether what a policy compares a key with may tell an insider."""
    return keys.names_who(key) or key == keys.EXTERNAL_ID


def _values(key: str, statements: Iterable[Statement]) -> Iterator[str]:
    for statement in statements:
        for condition in statement.conditions:
            if condition.key == key:
                yield from condition.values


def strangers(statements: list[Statement]) -> Trust:
    """Everybody whom the policy names in so many words as insiders, so that the rest is everybody.

    As S3 has it, wildcards name nobody (but in a known account), nor do very large ranges of
    addresses. External ids are no secrets, and web identity providers let everybody sign up.
    """
    named = [each for each in _every_name(statements) if each != EVERYBODY]
    return Trust(
        _added(_plainly(tuple(named)).patterns, _compared_with(statements)), _narrow(statements)
    )


def _compared_with(statements: Iterable[Statement]) -> Iterator[tuple[str, Pattern]]:
    for statement in statements:
        for condition in statement.conditions:
            for key, pattern in _fixed(condition.key, [statement]):
                if pattern.text != keys.ANYBODYS_AUDIENCE and key != keys.EXTERNAL_ID:
                    yield key, pattern
            if keys.of_federation(condition.key):
                owned = filter(_owned, condition.values)
                yield from ((condition.key, like(each)) for each in owned)


def _owned(text: str) -> bool:
    """Whether a user's name with wildcards is of somebody known: `repo:example/*`."""
    return _OWNED.fullmatch(text) is not None


def _every_name(statements: list[Statement]) -> Iterator[str]:
    """Accounts, services and other principals that the policy names."""
    for statement in statements:
        for each in statement.principals.named if statement.principals else ():
            if each.kind != "Federated" or ":saml-provider/" in each.name:
                yield whole_account(each.name) or each.name
    yield from sorted(accounts(statements))


def accounts(statements: Iterable[Statement]) -> set[str]:
    """Every account that a policy names, in principals or in conditions on who calls."""
    found: set[str | None] = set()
    for statement in statements:
        if statement.principals:
            found |= {account_of(each.name) for each in statement.principals.named}
        for condition in statement.conditions:
            if keys.names_who(condition.key) or keys.of_encryption(condition.key):
                found |= {account_of(each) or _like_account(each) for each in condition.values}
    return {each for each in found if each}


def partition(statements: Iterable[Statement]) -> str:
    """The partition of AWS that a policy is for: that of the first ARN in it, or the usual one."""
    for statement in statements:
        named = [each.name for each in statement.principals.named] if statement.principals else []
        resources = [str(each[0]) for each in statement.resources[0].values]
        compared = [text for each in statement.conditions for text in each.values]
        for text in (*named, *resources, *compared):
            if found := _PARTITION.match(text):
                return found[1]
    return "aws"


def _like_account(text: str) -> str | None:
    """Some account that a text with wildcards is for."""
    part = text.split(":")[4] if text.count(":") > 4 else text
    if not re.fullmatch(r"[0-9?*]{1,12}", part) or set(part) <= {"*"}:
        return None
    filled = part.replace("?", "7")
    padding = "7" * (13 - len(filled)) if "*" in filled else ""
    return account_of(filled.replace("*", padding, 1).replace("*", ""))


def _narrow(statements: Iterable[Statement]) -> Ranges:
    """The addresses that the policy names, without what is larger than S3 takes for fixed."""
    texts = _values(keys.SOURCE_IP, statements)
    found = union(range_ for text in texts if (range_ := range_of(text)))
    return tuple(
        (low, high) for low, high in found if high - low < (_FEW6 if low >= _IPV6 else _FEW4)
    )
