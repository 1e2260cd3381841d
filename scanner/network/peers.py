"""What security groups let in or out beyond the ranges, groups and lists that are allowed."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final, NamedTuple

from scanner.network import traffic
from scanner.network.addresses import EVERYWHERE, asked, range_of, sample, written
from scanner.network.opening import (
    MOST,
    Answer,
    Opening,
    Packet,
    answer,
    cut,
    elements,
    id_of,
    shown,
)
from scanner.network.permissions import (
    cidrs,
    members,
    not_a_known_list,
    not_a_range,
    permissions,
    ports,
    readable,
    unreadable,
    words,
)
from scanner.network.ranges import Bounds, Ranges, minus
from scanner.unresolved import Unresolved, merged

_KEYS: Final = {"ingress": "ipPermissions", "egress": "ipPermissionsEgress"}
_LIKE_A_RANGE: Final = re.compile(r"[0-9A-Fa-f:.]*[:.][0-9A-Fa-f:.]*/[0-9]*|[0-9]+(\.[0-9]+)+")


class Allowed(NamedTuple):
    """What may be let through: addresses, ids of groups and prefix lists, names of groups."""

    addresses: Bounds
    ids: frozenset[str]
    names: frozenset[str]
    why: Unresolved | None  # not None: anything may be allowed


class Fault(NamedTuple):
    """A source (or destination) that is not allowed, in words, and one address or id of it."""

    text: str
    example: str


Verdict = Fault | Unresolved | None


def sg_admits(groups: Any, direction: str, allowed: Any, peers: Any = ()) -> Answer:
    """What the groups admit beyond `allowed`, in direction "ingress" or "egress".

    `allowed` holds CIDRs, `sg-…` and `pl-…` ids, and names of groups; every other text is a name.
    `peers` are documents of referenced groups, which tell their names. A group of another account
    is never allowed by its name. Raises ValueError for a direction or a range that is none.
    """
    if direction not in _KEYS:
        raise ValueError(f"direction is {shown(direction)}, not ingress or egress")
    may = _allowed(allowed)
    known = _Peers([*elements(groups), *elements(peers)])
    openings: list[Opening] = []
    unknown: list[Unresolved] = []
    for group, permission in permissions(groups, _KEYS[direction]):
        for verdict in _verdicts(group, permission, may, known):
            if isinstance(verdict, Unresolved):
                unknown.append(verdict)
            elif verdict and len(openings) < MOST:
                openings.append(_opening(group, permission, direction, verdict))
    return answer(openings, unknown)


def _allowed(allowed: Any) -> Allowed:
    values = elements(allowed)
    why = [each for each in values if type(each) is Unresolved]
    texts = tuple(each for each in values if type(each) is not Unresolved)
    for text in texts:
        if not isinstance(text, str):
            raise ValueError(f"allowed: {shown(text)} is not a text")
    found = _sorted_out(texts)
    if not why:
        return found
    return found._replace(addresses=Bounds(found.addresses.least, EVERYWHERE), why=merged(why))


@lru_cache(maxsize=64)
def _sorted_out(texts: tuple[str, ...]) -> Allowed:
    ids = frozenset(text for text in texts if text.startswith(("sg-", "pl-")))
    ranges = [text for text in texts if range_of(text) or _LIKE_A_RANGE.fullmatch(text[:60])]
    names = frozenset(texts) - ids - frozenset(ranges)
    return Allowed(asked(ranges, "allowed"), ids, names, None)


def _verdicts(group: Any, permission: Any, may: Allowed, known: "_Peers") -> Iterator[Verdict]:
    if not readable(permission):
        yield unreadable(group, permission)
        return
    for text, family, sure in cidrs(permission):
        yield _range_verdict(text, family, sure, may)
    for text, sure in members(permission.get("prefixListIds"), "prefixListId"):
        yield _list_verdict(text, sure, may)
    pairs = permission.get("userIdGroupPairs")
    if type(pairs) is Unresolved or (pairs and type(pairs) is not list):
        yield pairs if type(pairs) is Unresolved else Unresolved("userIdGroupPairs is not a list")
        return
    for pair in pairs or ():
        yield _pair_verdict(group, pair, may, known)


def _range_verdict(text: str | Unresolved, family: Ranges, sure: bool, may: Allowed) -> Verdict:
    found = range_of(text) if isinstance(text, str) else None
    if found is None:
        why = text if isinstance(text, Unresolved) else not_a_range(text)
        return _one_of_many(why, family, sure, may)
    outside = minus((found,), may.addresses.most)
    if outside:
        part = "" if outside == (found,) else f", of which {written(outside)} is not allowed"
        return Fault(f"{text}{part}", sample(outside))
    return may.why if minus((found,), may.addresses.least) else None


def _list_verdict(text: str | Unresolved, sure: bool, may: Allowed) -> Verdict:
    if isinstance(text, Unresolved):
        return (
            text
            if any(each.startswith("pl-") for each in may.ids)
            else _one_of_many(text, EVERYWHERE, sure, may)
        )
    if text in may.ids:
        return None
    verdict = _one_of_many(not_a_known_list(text), EVERYWHERE, sure, may)
    return Fault(f"the prefix list {text}", text) if isinstance(verdict, Fault) else verdict


def _one_of_many(why: Unresolved, family: Ranges, sure: bool, may: Allowed) -> Verdict:
    """What to say of addresses that are not known: at fault if none of its family is allowed."""
    if not minus(family, may.addresses.least):
        return None
    if sure and family == minus(family, may.addresses.most):
        return Fault(f"an address range that is not known ({why.why})", "unknown")
    return why


class _Peers:
    """The names of groups by their ids, read from their documents when first asked for."""

    def __init__(self, documents: list[Any]) -> None:
        self.documents = documents
        self.names: dict[str, Any] | None = None

    def name(self, group_id: Any) -> Any:
        """The name of a group, an `Unresolved` where its document has one, None if not known."""
        if self.names is None:
            self.names = {}
            for document in self.documents:
                self._add(document)
        return self.names.get(group_id) if isinstance(group_id, str) else None

    def _add(self, document: Any) -> None:
        if self.names is None or type(document) is not dict:
            return
        configuration = document.get("configuration")
        if type(configuration) is not dict:
            configuration = {}
        name = configuration.get("groupName") or document.get("resourceName")
        for group_id in (document.get("resourceId"), configuration.get("groupId")):
            if isinstance(group_id, str):
                self.names.setdefault(group_id, name)


def _pair_verdict(group: Any, pair: Any, may: Allowed, known: _Peers) -> Verdict:
    if type(pair) is not dict:
        return pair if type(pair) is Unresolved else Unresolved("a group pair is not an object")
    group_id, name = pair.get("groupId"), pair.get("groupName")
    if isinstance(group_id, str) and group_id in may.ids:
        return None
    doubt = may.why or _doubtful_id(group, group_id, may)
    if may.names and (foreign := _foreign(group, pair)) is not True:
        names = [each for each in (name, known.name(group_id)) if each]
        if any(isinstance(each, str) and each in may.names for each in names):
            return foreign or None
        doubt = doubt or _doubtful_name(names, group_id)
    return doubt or Fault(_pair_words(group_id, name), _told(group_id))


def _told(group_id: Any) -> str:
    return cut(group_id) if isinstance(group_id, str) else "unknown"


def _pair_words(group_id: Any, name: Any) -> str:
    if not isinstance(group_id, str):
        return "a group that is not known"
    return cut(
        f"the group {group_id} ({name})" if isinstance(name, str) else f"the group {group_id}"
    )


def _doubtful_id(group: Any, group_id: Any, may: Allowed) -> Unresolved | None:
    if isinstance(group_id, str) or not any(each.startswith("sg-") for each in may.ids):
        return None
    if type(group_id) is Unresolved:
        return group_id
    return Unresolved(f"a group pair of {id_of(group)} has no groupId")


def _doubtful_name(names: list[Any], group_id: Any) -> Unresolved | None:
    """Why the group could have an allowed name after all; None if its name is known."""
    for name in names:
        if type(name) is Unresolved:
            return name
    if names:
        return None
    if type(group_id) is Unresolved:
        return group_id
    return Unresolved(f"the name of group {_told(group_id)} is not known")


def _foreign(group: Any, pair: dict[str, Any]) -> bool | Unresolved:
    """Whether the pair's group is of another account; False where one is not told."""
    ours, theirs = group.get("accountId"), pair.get("userId")
    for account in (ours, theirs):
        if type(account) is Unresolved:
            return account
    return bool(ours and theirs and ours != theirs)


def _opening(group: Any, permission: dict[str, Any], direction: str, fault: Fault) -> Opening:
    name, stretch = id_of(group), ports(permission)
    sure = stretch.least == stretch.most
    protocol, port = traffic.example(stretch.least[0]) if sure else (None, None)
    ends = (fault.example, name) if direction == "ingress" else (name, fault.example)
    way, where = ("in", "from") if direction == "ingress" else ("out", "to")
    text = cut(fault.text)
    return Opening(
        what=f"{name} lets traffic {way} {where} {text}",
        resource=name,
        entries=(cut(f"{name}: {words(stretch)} {where} {text}"),),
        example=Packet(protocol, port, *ends),
    )
