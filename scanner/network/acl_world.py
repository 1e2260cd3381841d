"""What network ACLs let in from the whole internet, their denials of parts of it left aside.

Nobody is kept out of an ACL that denies a few addresses and then allows the rest, so what counts is
how much of the internet is let in: more than is kept out.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final, NamedTuple

from scanner.network import spots, traffic
from scanner.network.acl_entries import Entry
from scanner.network.acl_walk import directed, in_order, too_many, walked
from scanner.network.addresses import WORLD4, WORLD6, sample
from scanner.network.opening import (
    Answer,
    Opening,
    Packet,
    answer,
    configured,
    cut,
    elements,
    id_of,
)
from scanner.network.ranges import Ranges, common, size
from scanner.network.same import Same
from scanner.unresolved import Unresolved

_WORLDS: Final = {"IPv4": WORLD4, "IPv6": WORLD6}
_MOST: Final = {family: size(world) // 2 + 1 for family, world in _WORLDS.items()}

Part = tuple[Entry, Ranges]
"""An entry that allows, and the addresses on which it decides."""


class _Admitted(NamedTuple):
    """Which entries of an ACL let in most of a family's addresses at one port."""

    family: str
    at: int  # on the line of traffic
    parts: list[Part]


def nacl_open_to_world(acls: Any, ports: Any) -> Answer:
    """The ingress entries that let in more of the internet than they keep out, on some ports.

    TCP and UDP count, and of IPv4 and IPv6 each for itself the public addresses.
    Raises ValueError for what is no list of ports.
    """
    points = [at for low, high in traffic.at_ports(ports) for at in range(low, high + 1)]
    openings: list[Opening] = []
    unknown: list[Unresolved] = []
    for acl in elements(acls):
        found, why = _judged(acl, points)
        openings += found
        unknown += why
    return answer(openings, unknown)


def _judged(acl: Any, points: list[int]) -> tuple[list[Opening], list[Unresolved]]:
    unread = too_many(Same(acl))
    if unread:
        return [], [unread]
    found = directed(Same(configured(acl, "entries")), egress=False)
    sure = list(_admitted(found, points, favoured="deny"))
    if not any(entry.why for entry in found):
        return list(_openings(acl, sure)), []
    known = {(each.family, each.at) for each in sure}
    possible = _admitted(found, points, favoured="allow")
    doubtful = [each.at for each in possible if (each.family, each.at) not in known]
    why = [
        why
        for entry in found
        if any(common(entry.traffic.most, ((at, at),)) for at in doubtful)
        for why in entry.why
    ]
    return list(_openings(acl, sure)), why


def _admitted(found: list[Entry], points: list[int], favoured: str) -> Iterator[_Admitted]:
    """Where most of a family is let in, what is not known doing what is favoured."""
    order = in_order(found, favoured)
    deciding = {
        at: tuple(entry for entry in order if entry.addresses_at((at, at), favoured))
        for at in points
    }
    for family in _WORLDS:
        parts: dict[tuple[int, ...], list[Part]] = {}  # many ports are decided by the same entries
        for at, entries in deciding.items():
            key = tuple(entry.position for entry in entries)
            if key not in parts:
                parts[key] = _most(entries, favoured, at, family)
            if parts[key]:
                yield _Admitted(family, at, parts[key])


def _most(entries: tuple[Entry, ...], favoured: str, at: int, family: str) -> list[Part]:
    """Which entries let in what of a family at a port; [] if that is not most of its world."""
    possible = sum(
        _size(entry.addresses_at((at, at), favoured), family)
        for entry in entries
        if entry.acts(favoured) == "allow"
    )
    if possible < _MOST[family]:
        return []
    given = walked(entries, favoured, "allow", (at, at), _WORLDS[family])
    parts = [(entry, hit) for _, entry, hit in given if entry is not None]
    return parts if sum(size(hit) for _, hit in parts) >= _MOST[family] else []


@lru_cache(maxsize=1024)
def _size(addresses: Ranges, family: str) -> int:
    return size(common(addresses, _WORLDS[family]))


def _openings(acl: Any, sure: list[_Admitted]) -> Iterator[Opening]:
    """One for all ports at which the same entries let in the same addresses."""
    alike: dict[tuple[Any, ...], list[_Admitted]] = {}
    for each in sure:
        key = (each.family, *((entry.position, hit) for entry, hit in each.parts))
        alike.setdefault(key, []).append(each)
    for first, *others in alike.values():
        yield _opening(acl, first, [traffic.named((each.at, each.at)) for each in (first, *others)])


def _opening(acl: Any, found: _Admitted, where: list[str]) -> Opening:
    name = id_of(acl)
    protocol, port = traffic.example((found.at, found.at))
    texts = tuple(f"{name}: {cut(entry.text())}" for entry, _ in found.parts)
    what = f"{name} lets most of the {found.family} internet in on {', '.join(where)}"
    places = tuple(
        place for entry, hit in found.parts for place in spots.of_entry(acl, entry.position, hit)
    )
    packet = Packet(protocol, port, sample(found.parts[-1][1]), name)
    return Opening(cut(what), name, texts, packet, places)
