"""The addresses that a subnet has for what stands in it, as far as they are known."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final, NamedTuple

from scanner.network.addresses import IPV4, IPV6, range_of, sample
from scanner.network.opening import configured, id_of
from scanner.network.owners import configured_text, text
from scanner.network.permissions import not_a_range
from scanner.network.ranges import Bounds, Range, Ranges, common, minus, union
from scanner.network.same import Same
from scanner.unresolved import Unresolved

FAMILIES: Final = (IPV4, IPV6)
_CLOSED: Final = ("block-bidirectional", "block-ingress")
_FIRST: Final = 4
_SMALLEST: Final = 15  # AWS makes no subnet below a /28
_GONE: Final = ("disassociating", "disassociated", "failing", "failed")


class Room(NamedTuple):
    """A subnet's addresses: those known, and families of which it has, or may have, others."""

    name: str
    known: Ranges
    some: Ranges
    perhaps: Ranges
    why: tuple[Unresolved, ...]

    @property
    def families(self) -> Bounds:
        """All addresses of the families of which it has addresses."""
        sure = union(
            each
            for family in FAMILIES
            if common(self.known, family) or common(self.some, family)
            for each in family
        )
        return Bounds(sure, union(sure + self.some + self.perhaps), self.why)

    def surely(self, addresses: Ranges) -> Ranges:
        """Addresses of which it surely has one, out of these.

        Where its own are not known these must be all of their family.
        """
        whole = tuple(
            each
            for family in FAMILIES
            if common(self.some, family) and not minus(family, addresses)
            for each in family
        )
        return union(common(self.known, addresses) + whole)

    def maybe(self, addresses: Ranges) -> Ranges:
        """Addresses of which it may have one, out of these."""
        return common(union(self.known + self.some + self.perhaps), addresses)

    def one(self, addresses: Ranges) -> str:
        """One of its addresses out of these as text, or its name where they are not known."""
        known = common(self.known, addresses)
        return sample(known) if known else self.name


@lru_cache(maxsize=256)
def room(same: Same) -> Room:
    """The addresses of a subnet, by its document; of none at all they are not known."""
    subnet = same.document
    if type(subnet) is not dict:
        nothing = subnet if type(subnet) is Unresolved else Unresolved("a subnet is not an object")
        return Room("a subnet", (), (), IPV4 + IPV6, (nothing,))
    said, six = _said(subnet), list(_six(subnet))
    found = [range_of(each) if isinstance(each, str) else None for each in (*said, *six)]
    unread = [each for each, at in zip((*said, *six), found, strict=True) if at is None]
    whole = [family for each, family in ((said, IPV4), (six, IPV6)) if _has_unread(each, unread)]
    perhaps = union(at for family in whole for at in family)
    some = IPV4 if said and found[0] is None else ()
    why = tuple(each if type(each) is Unresolved else not_a_range(each) for each in unread)
    if not (said or six):
        why, perhaps = (Unresolved(f"{id_of(subnet)} has no cidrBlock"),), IPV4 + IPV6
    return Room(id_of(subnet), union(_usable(each) for each in found if each), some, perhaps, why)


def _usable(block: Range) -> Range:
    """A block without the addresses that AWS keeps: the first four and the last.

    https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
    """
    low, high = block
    return (low + _FIRST, high - 1) if high - low >= _SMALLEST else block


def _has_unread(said: list[Any], unread: list[Any]) -> bool:
    return any(each is other for each in said for other in unread)


def _said(subnet: Any) -> list[Any]:
    four = configured_text(subnet, "cidrBlock")
    return [] if four is None else [four]


def _six(subnet: Any) -> Iterator[Any]:
    """The IPv6 blocks that are, or may be, associated with a subnet."""
    if configured_text(subnet, "ipv6CidrBlockAssociationSet") is None:
        return
    for each in configured(subnet, "ipv6CidrBlockAssociationSet"):
        state = text(each, "ipv6CidrBlockState")
        state = text(state, "state") if type(state) is dict else state
        if state not in _GONE:
            block = text(each, "ipv6CidrBlock")
            yield Unresolved("an IPv6 block is not named") if block is None else block


def is_closed(subnet: Any) -> bool:
    """Whether a subnet says that the account keeps out whatever comes by an internet gateway.

    That is off until somebody turns it on, so nothing else is taken for it.
    https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html
    """
    states = configured_text(subnet, "blockPublicAccessStates")
    return type(states) is dict and states.get("internetGatewayBlockMode") in _CLOSED
