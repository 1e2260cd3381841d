"""What security groups open to the whole world, merged over all their permissions."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final, NamedTuple

from scanner.network import spots, traffic
from scanner.network.addresses import WORLD, WORLD4, WORLD6, sample
from scanner.network.breadth import may_admit_the_world
from scanner.network.cover import Rectangle, covered
from scanner.network.opening import MOST, Answer, Opening, Packet, answer, cut, elements
from scanner.network.permissions import Permission, may_meet, permissions, read, words
from scanner.network.ranges import Range, Ranges, common, minus, union
from scanner.network.same import Same
from scanner.unresolved import Unresolved

_FAMILIES: Final = (("IPv4", WORLD4), ("IPv6", WORLD6))
_SAMPLES: Final = {family: sample(world) for family, world in _FAMILIES}


class _Stretch(NamedTuple):
    """Traffic on which the world of a family surely gets in, by which of several permissions."""

    guilty: tuple[int, ...]
    family: str
    world: Ranges
    what: str
    at: Range | None  # some of it that is wanted; None where the ports are not known


def open_to_world(groups: Any, ports: Any = None) -> Answer:
    """The ingress permissions that together admit every public address of IPv4, or of IPv6.

    One opening for each stretch of ports of a protocol; with `ports` only TCP and UDP on these
    count. A group reference admits no address that can be told; a prefix list may hold any.
    """
    return opened_to_world(groups, traffic.ALL if ports is None else traffic.at_ports(ports))


def opened_to_world(groups: Any, wanted: Ranges) -> Answer:
    """The ingress permissions that together admit the world to some of the traffic wanted."""
    admitted = elements(groups)
    if not may_admit_the_world(admitted, wanted):
        return []
    return list(_answered(tuple(map(Same, admitted)), wanted))


@lru_cache(maxsize=64)
def _answered(groups: tuple[Same, ...], wanted: Ranges) -> Answer:
    """The answer, found once: what is at fault is looked at again for its place."""
    admitted = [
        read(group, permission)
        for group, permission in permissions([each.document for each in groups], "ipPermissions")
        if may_meet(permission, wanted)
    ]
    found = [one for one in admitted if _is_public(one.addresses.most)]
    surely = tuple((each.traffic.least, each.addresses.least) for each in found)
    openings = [
        _opening([found[number] for number in each.guilty], each) for each in _open(surely, wanted)
    ]
    if wanted == traffic.ALL:
        openings += _somewhere(found)
    return answer(openings, _undecided(found, wanted))


@lru_cache(maxsize=1024)
def _is_public(addresses: Ranges) -> bool:
    return bool(common(addresses, WORLD))


@lru_cache(maxsize=1024)
def _open(surely: tuple[Rectangle, ...], wanted: Ranges) -> tuple[_Stretch, ...]:
    """Where permissions for traffic from addresses let the world in: many groups are alike."""
    return tuple(
        stretch
        for family, world in _FAMILIES
        for stretch in _open_to(surely, family, world, wanted)
    )


def _open_to(
    surely: tuple[Rectangle, ...], family: str, world: Ranges, wanted: Ranges
) -> list[_Stretch]:
    parts = [number for number, each in enumerate(surely) if common(each[1], world)]
    whole = [number for number in parts if not minus(world, surely[number][1])]
    found: list[_Stretch] = []
    for stretch in traffic.by_protocol(covered(surely, world)):
        if len(found) < MOST and (at := common((stretch,), wanted)):
            alone = _overlapping(surely, whole, stretch)
            enough = not minus((stretch,), union(surely[number][0][0] for number in alone))
            guilty = alone if enough else _overlapping(surely, parts, stretch)
            found.append(_Stretch(guilty, family, world, traffic.named(stretch), at[0]))
    return found


def _overlapping(
    surely: tuple[Rectangle, ...], numbers: list[int], stretch: Range
) -> tuple[int, ...]:
    low, high = stretch
    return tuple(
        number
        for number in numbers
        if (of := surely[number][0]) and of[0][0] <= high and of[0][1] >= low
    )


def _opening(guilty: list[Permission], stretch: _Stretch) -> Opening:
    groups = list(dict.fromkeys(each.group for each in guilty))
    resource = cut(", ".join(groups[:10]))
    protocol, port = traffic.example(stretch.at) if stretch.at else (None, None)
    return Opening(
        what=f"{resource} lets every {stretch.family} address in on {stretch.what}",
        resource=resource,
        entries=tuple(each.text for each in guilty[:MOST]),
        example=Packet(protocol, port, _SAMPLES[stretch.family], resource),
        at=spots.of_world((each.source for each in guilty), stretch.world),
    )


def _somewhere(found: list[Permission]) -> Iterator[Opening]:
    """Permissions for the whole world on ports that are not known: whatever they are, they open."""
    for each in found:
        for family, world in _FAMILIES:
            if not each.traffic.least and not minus(world, each.addresses.least):
                what = words(each.traffic)
                yield _opening([each], _Stretch((), family, world, what, None))


def _undecided(found: list[Permission], wanted: Ranges) -> list[Unresolved]:
    """Why more may be open than surely is; nothing if what is not known cannot matter."""
    if not any(each.why for each in found):
        return []
    sure, possible = (
        union(stretch for _, world in _FAMILIES for stretch in covered(bounds, world))
        for bounds in (
            [(each.traffic.least, each.addresses.least) for each in found],
            [(each.traffic.most, each.addresses.most) for each in found],
        )
    )
    doubtful = common(minus(possible, sure), wanted)
    return [
        why
        for each in found
        if doubtful and common(each.traffic.most, doubtful)
        for why in each.why
    ]
