"""What security groups open to the whole world, merged over all their permissions."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from scanner.network import spots, traffic
from scanner.network.addresses import WORLD4, WORLD6, sample
from scanner.network.cover import covered
from scanner.network.opening import MOST, Answer, Opening, Packet, answer, configured, cut, elements
from scanner.network.permissions import Permission, may_meet, permissions, read, share, words
from scanner.network.ranges import Range, Ranges, common, minus, union
from scanner.network.same import Same
from scanner.unresolved import Unresolved

_ENOUGH: Final = 0.999  # shares of the world are floats
_FAMILIES: Final = (("IPv4", WORLD4), ("IPv6", WORLD6))


def open_to_world(groups: Any, ports: Any = None) -> Answer:
    """The ingress permissions that together admit every public address of IPv4, or of IPv6.

    One opening for each stretch of ports of a protocol; with `ports` only TCP and UDP on these
    count. A group reference admits no address that can be told; a prefix list may hold any.
    """
    wanted = traffic.ALL if ports is None else traffic.at_ports(ports)
    admitted = elements(groups)
    if wanted is traffic.ALL:
        reach = sum(_share_of(Same(group)) for group in admitted)
    else:
        reach = sum(_share(group, wanted) for group in admitted)
    if reach < _ENOUGH:
        return []
    found = [
        (group, permission)
        for group, permission in permissions(admitted, "ipPermissions")
        if may_meet(permission, wanted) and share(permission)
    ]
    return _judged([read(group, permission) for group, permission in found], wanted)


def _share(group: Any, wanted: Ranges) -> float:
    """How much of the world's addresses a group may admit to the traffic wanted."""
    total = 0.0
    for permission in configured(group, "ipPermissions"):
        if may_meet(permission, wanted):
            total += share(permission)
    return total


@lru_cache(maxsize=256)
def _share_of(group: Same) -> float:
    """How much of the world's addresses a group may admit at all: many databases share a group."""
    return _share(group.document, traffic.ALL)


def _judged(found: list[Permission], wanted: Ranges) -> Answer:
    openings: list[Opening] = []
    sure: Ranges = ()
    for family, world in _FAMILIES:
        stretches = covered([(each.traffic.least, each.addresses.least) for each in found], world)
        sure = union(sure + stretches)
        openings += _openings(found, family, world, stretches, wanted)
    if wanted == traffic.ALL:
        openings += _somewhere(found)
    return answer(openings, _undecided(found, sure, wanted))


def _openings(
    found: list[Permission], family: str, world: Ranges, stretches: Ranges, wanted: Ranges
) -> list[Opening]:
    parts = [each for each in found if common(each.addresses.least, world)]
    whole = [each for each in parts if not minus(world, each.addresses.least)]
    openings: list[Opening] = []
    for stretch in traffic.by_protocol(stretches):
        if len(openings) < MOST and (at := common((stretch,), wanted)):
            alone = _overlapping(whole, stretch)
            enough = not minus((stretch,), union(each.traffic.least[0] for each in alone))
            guilty = alone if enough else _overlapping(parts, stretch)
            openings.append(_opening(guilty, (family, world), traffic.named(stretch), at[0]))
    return openings


def _overlapping(found: list[Permission], stretch: Range) -> list[Permission]:
    low, high = stretch
    return [
        each
        for each in found
        if each.traffic.least
        and each.traffic.least[0][0] <= high
        and each.traffic.least[0][1] >= low
    ]


def _opening(
    guilty: list[Permission], admitted: tuple[str, Ranges], what: str, at: Range | None
) -> Opening:
    family, world = admitted
    groups = list(dict.fromkeys(each.group for each in guilty))
    resource = cut(", ".join(groups[:10]))
    protocol, port = traffic.example(at) if at else (None, None)
    return Opening(
        what=f"{resource} lets every {family} address in on {what}",
        resource=resource,
        entries=tuple(each.text for each in guilty[:MOST]),
        example=Packet(protocol, port, sample(world), resource),
        at=spots.of_world((each.source for each in guilty), world),
    )


def _somewhere(found: list[Permission]) -> Iterator[Opening]:
    """Permissions for the whole world on ports that are not known: whatever they are, they open."""
    for each in found:
        for admitted in _FAMILIES:
            if not each.traffic.least and not minus(admitted[1], each.addresses.least):
                yield _opening([each], admitted, words(each.traffic), None)


def _undecided(found: list[Permission], sure: Ranges, wanted: Ranges) -> list[Unresolved]:
    """Why more may be open than surely is; nothing if what is not known cannot matter."""
    if not any(each.why for each in found):
        return []
    most = [(each.traffic.most, each.addresses.most) for each in found]
    possible = union(stretch for _, world in _FAMILIES for stretch in covered(most, world))
    doubtful = common(minus(possible, sure), wanted)
    return [
        why
        for each in found
        if doubtful and common(each.traffic.most, doubtful)
        for why in each.why
    ]
