"""What security groups let in or out beyond the ranges, groups and lists that are allowed."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final, NamedTuple

from scanner.network import spots, traffic
from scanner.network.addresses import EVERYWHERE, asked, range_of, sample, written
from scanner.network.group_names import GroupNames
from scanner.network.opening import (
    MOST,
    Answer,
    At,
    Opening,
    Packet,
    answer,
    cut,
    elements,
    id_of,
    shown,
    told,
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
from scanner.unresolved import Unresolved, identity, merged

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
    known = GroupNames([*elements(groups), *elements(peers)])
    openings: list[Opening] = []
    unknown: list[Unresolved] = []
    for group, permission in permissions(groups, _KEYS[direction]):
        for number, verdict in enumerate(_verdicts(group, permission, may, known)):
            if isinstance(verdict, Unresolved):
                unknown.append(verdict)
            elif verdict and len(openings) < MOST:
                at = spots.of_source(group, _KEYS[direction], permission, number)
                openings.append(_opening(group, permission, direction, verdict, at))
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


def _verdicts(group: Any, permission: Any, may: Allowed, known: GroupNames) -> Iterator[Verdict]:
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
    if isinstance(text, Unresolved) and any(each.startswith("pl-") for each in may.ids):
        return text
    if isinstance(text, str) and text in may.ids:
        return None
    verdict = _one_of_many(not_a_known_list(text), EVERYWHERE, sure, may)
    name = told(text)
    return (
        Fault(f"the prefix list {name}", name) if name and isinstance(verdict, Fault) else verdict
    )


def _one_of_many(why: Unresolved, family: Ranges, sure: bool, may: Allowed) -> Verdict:
    """What to say of addresses that are not known: at fault if none of its family is allowed."""
    if not minus(family, may.addresses.least):
        return None
    if sure and family == minus(family, may.addresses.most):
        return Fault(f"an address range that is not known ({why.why})", "unknown")
    return why


def _pair_verdict(group: Any, pair: Any, may: Allowed, known: GroupNames) -> Verdict:
    if type(pair) is not dict:
        return pair if type(pair) is Unresolved else Unresolved("a group pair is not an object")
    group_id, name = pair.get("groupId"), pair.get("groupName")
    if isinstance(group_id, str) and group_id in may.ids:
        return None
    doubt = may.why or _doubtful_id(group, group_id, may)
    if may.names and (foreign := _foreign(group, pair)) is not True:
        names = [each for each in (name, known.of(group_id)) if each]
        if any(isinstance(each, str) and each in may.names for each in names):
            return foreign or None
        doubt = doubt or _doubtful_name(names, group_id)
    return doubt or Fault(_pair_words(group_id, name), _told(group_id))


def _told(group_id: Any) -> str:
    return cut(told(group_id) or "unknown")


def _pair_words(group_id: Any, name: Any) -> str:
    called = told(group_id)
    if called is None:
        return "a group that is not known"
    return cut(f"the group {called} ({name})" if isinstance(name, str) else f"the group {called}")


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
    if type(group_id) is Unresolved and not group_id.token:
        return group_id
    return Unresolved(f"the name of group {_told(group_id)} is not known")


def _foreign(group: Any, pair: dict[str, Any]) -> bool | Unresolved:
    """Whether the pair's group is of another account; False where one is not told."""
    ours, theirs = group.get("accountId"), pair.get("userId")
    if not ours or not theirs or identity(ours) == identity(theirs) is not None:
        return False
    for account in (ours, theirs):
        if type(account) is Unresolved:
            return account
    return bool(ours != theirs)


def _opening(
    group: Any, permission: dict[str, Any], direction: str, fault: Fault, at: tuple[At, ...]
) -> Opening:
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
        at=at,
    )
