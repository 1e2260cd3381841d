"""How a subnet's ACL lets connections pass: the one that it surely has, and on which ports."""

from typing import Final, NamedTuple

from scanner.network import acl_walk, spots
from scanner.network.addresses import EVERYWHERE
from scanner.network.hops import Step
from scanner.network.opening import cut, id_of
from scanner.network.owners import Candidates
from scanner.network.ranges import Bounds, Range, Ranges, common, union
from scanner.network.same import Same
from scanner.unresolved import Unresolved

TCP: Final = 6 << 16
"""Where TCP's port 0 stands on the line of protocols and ports."""

EPHEMERAL: Final[Ranges] = ((TCP + 1024, TCP + 65535),)
_USUAL: Final[Ranges] = ((TCP + 49152, TCP + 65535),)


class Passing(NamedTuple):
    """An ACL on the way, in or out; None where nobody knows which one it is."""

    acl: Same | None
    egress: bool
    why: tuple[Unresolved, ...] = ()

    def parts(self, wanted: Ranges) -> list[Range]:
        """The traffic in stretches throughout each of which the ACL decides the same."""
        return acl_walk.parts(self.acl, self.egress, wanted) if self.acl else list(wanted)

    def addresses(self, stretch: Range) -> Bounds:
        """The addresses that it lets pass throughout a stretch of traffic."""
        if self.acl is None:
            return Bounds((), EVERYWHERE, self.why)
        return acl_walk.allowed(self.acl, self.egress, stretch)

    def addresses_on_any(self, wanted: Ranges) -> Bounds:
        """The addresses that it lets pass on at least one port of the traffic wanted."""
        each = [self.addresses(stretch) for stretch in self.parts(wanted)]
        return Bounds(
            union(at for one in each for at in one.least),
            union(at for one in each for at in one.most),
            each[0].why,  # those of all its entries in this direction
        )

    def port_to(self, address: Range, wanted: Ranges) -> Range:
        """A port of the traffic wanted on which an address surely passes: a usual one if it can."""
        open_to = union(
            each for each in self.parts(wanted) if common(self.addresses(each).least, (address,))
        )
        port = (common(open_to, _USUAL) or common(open_to, EPHEMERAL) or open_to)[0][0]
        return port, port

    def hop(self, stretch: Range, address: Range) -> Step:
        """The entry that lets an address pass that surely does, and where it is written."""
        entry = acl_walk.allowing(self.acl, self.egress, stretch, address) if self.acl else None
        if self.acl is None or entry is None:
            return (), ()
        document = self.acl.document
        text = cut(f"{id_of(document)}: {entry.text()}")
        return (("acl", text),), spots.of_entry(document, entry.position, (address,))


def passing(candidates: Candidates, *, egress: bool) -> Passing:
    """The ACL that a subnet surely has: the only candidate."""
    known = list(dict.fromkeys(each for each in candidates if isinstance(each, Same)))
    why = tuple(each for each in candidates if isinstance(each, Unresolved))
    if len(known) == 1 and not why:
        return Passing(known[0], egress)
    return Passing(
        None, egress, why or (Unresolved("which network ACL a subnet has is not known"),)
    )
