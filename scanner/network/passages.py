"""The ways of packets from one subnet of a VPC to another, and of the answers back.

Inside of one subnet there is no ACL; the routes inside of a VPC lead everywhere.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from scanner.network import sieve
from scanner.network.acl_passing import EPHEMERAL, Passing, passing
from scanner.network.owners import Owners, subnet_id
from scanner.network.ranges import Bounds, Range, Ranges, size, union
from scanner.network.rooms import FAMILIES, Room, room
from scanner.network.same import Same
from scanner.unresolved import Unresolved, identity


class Passage(NamedTuple):
    """From one subnet to another, answered on some ports: who may send, who may be sent to."""

    source: Room
    target: Room
    back: Range
    there: tuple[Passing, ...]  # the ACLs on the way, none inside of one subnet
    answer: tuple[Passing, ...]  # the ACLs on the way back
    senders: tuple[Bounds, ...]
    receivers: tuple[Bounds, ...]


def passages(
    source: Any, target: Any, let_out: Bounds, at: Range, acl_of: Owners
) -> Iterator[Passage]:
    """The ways from subnet to subnet, cut where the ports of the answer make a difference.

    `let_out` are the addresses that the sender's own groups let it send to.
    """
    rooms = room(Same(source)), room(Same(target))
    if _is_one(source, target):
        yield Passage(*rooms, EPHEMERAL[0], (), (), (), (let_out,))
        return
    of_source, of_target = acl_of.of(source), acl_of.of(target)
    there = passing(of_source, egress=True), passing(of_target, egress=False)
    back = passing(of_target, egress=True), passing(of_source, egress=False)
    for stretch in _cut(back[0].parts(EPHEMERAL), back[1].parts(EPHEMERAL)):
        senders = there[1].addresses(at), back[0].addresses(stretch)
        receivers = let_out, there[0].addresses(at), back[1].addresses(stretch)
        yield Passage(*rooms, stretch, there, back, senders, receivers)


def _is_one(source: Any, target: Any) -> bool:
    key = identity(subnet_id(source))
    return key is not None and key == identity(subnet_id(target))


def _cut(one: list[Range], other: list[Range]) -> list[Range]:
    """The traffic of both lists of stretches, which is the same, cut where either is."""
    edges = sorted({low for low, _ in one + other} | {one[-1][1] + 1})
    return [(low, high - 1) for low, high in pairwise(edges)]


def family(passage: Passage, door: Bounds) -> Ranges:
    """IPv4 or IPv6, if both ends surely have an address of it that gets through, and a door."""
    for each in FAMILIES:
        sent = passage.source.surely(sieve.least((door, *passage.senders), each))
        met = sent and passage.target.surely(sieve.least(passage.receivers, each))
        if met and size(union(sent + met)) > 1:  # nobody is at both ends
            return each
    return ()


def doubts(passage: Passage, door: Bounds) -> Iterator[Unresolved]:
    """Why both ends may have addresses of one family that get through, and a door."""
    ends = ((passage.source, (door, *passage.senders)), (passage.target, passage.receivers))
    for each in FAMILIES:
        if all(end.maybe(sieve.most(sets, each)) for end, sets in ends):
            for end, sets in ends:
                yield from sieve.doubts(sets, end.maybe(each))
                if not end.surely(sieve.least(sets, each)):
                    yield from end.why
