"""A network ACL's entries walked in number order: which one decides on what traffic and addresses.

Where something is not known the walk favours an action: an unresolved entry that may do it comes
first and does all it could, and others do only what they surely do.
"""

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Final

from scanner.network.acl_entries import Entry, entries
from scanner.network.addresses import EVERYWHERE
from scanner.network.opening import configured, id_of
from scanner.network.ranges import Bounds, Range, Ranges, common, minus, union
from scanner.network.same import Same
from scanner.unresolved import Unresolved

_MOST_ENTRIES: Final = 250  # AWS allows 80; the walk is cubic in what a stranger may send


Piece = tuple[Range, Entry | None, Ranges]
"""On a stretch of traffic an entry (None: the deny that ends every ACL) decides on addresses."""


@lru_cache(maxsize=256)
def directed(values: Same, egress: bool) -> list[Entry]:
    """The entries of a direction, read once for all questions about them."""
    return entries(values.document, egress)


def too_many(acl: Same) -> Unresolved | None:
    """Why an ACL is not walked: it has more entries than AWS allows; None where it can be."""
    count = len(configured(acl.document, "entries"))
    if count <= _MOST_ENTRIES:
        return None
    return Unresolved(f"{id_of(acl.document)} has {count} entries, more than AWS allows")


def stretches(found: list[Entry], wanted: Ranges) -> list[Range]:
    """The wanted traffic, cut wherever an entry's begins or ends."""
    edges = {
        edge
        for entry in found
        for low, high in entry.traffic.least + entry.traffic.most
        for edge in (low, high + 1)
    }
    return [
        (low, high - 1)
        for first, last in wanted
        for low, high in pairwise(
            sorted({first, last + 1, *(edge for edge in edges if first < edge <= last)})
        )
    ]


def pieces(
    found: list[Entry], favoured: str, verdict: str, stretches: list[Range], target: Ranges
) -> list[Piece]:
    """Which entries give the verdict on which of the target's addresses, stretch by stretch."""
    order = in_order(found, favoured)
    return [
        piece
        for stretch in stretches
        for piece in walked(order, favoured, verdict, stretch, target)
    ]


def in_order(found: list[Entry], favoured: str) -> list[Entry]:
    """The entries as they are walked."""
    return sorted(found, key=lambda entry: entry.place(favoured))


def walked(
    order: Iterable[Entry], favoured: str, verdict: str, stretch: Range, target: Ranges
) -> list[Piece]:
    """Which of the entries, in their order, give the verdict on what throughout one stretch."""
    left = target
    given: list[Piece] = []
    for entry in order:
        if not left:
            break
        here = entry.addresses_at(stretch, favoured)
        hit = common(left, here) if here else ()
        if hit:
            left = minus(left, here)
            if entry.acts(favoured) == verdict:
                given.append((stretch, entry, hit))
    if left and verdict == "deny":
        given.append((stretch, None, left))
    return given


def parts(acl: Same, egress: bool, wanted: Ranges) -> list[Range]:
    """The wanted traffic in stretches throughout each of which an ACL decides the same."""
    if too_many(acl):
        return list(wanted)
    return stretches(directed(Same(configured(acl.document, "entries")), egress), wanted)


@lru_cache(maxsize=1024)
def allowed(acl: Same, egress: bool, stretch: Range) -> Bounds:
    """The addresses to or from which an ACL lets a stretch of traffic that `parts` gave."""
    why = too_many(acl)
    if why:
        return Bounds((), EVERYWHERE, (why,))
    found = directed(Same(configured(acl.document, "entries")), egress)
    least, most = (
        union(each for _, _, hit in pieces(found, favoured, "allow", [stretch], EVERYWHERE)
              for each in hit)
        for favoured in ("deny", "allow")
    )  # fmt: skip
    return Bounds(least, most, tuple(why for entry in found for why in entry.why))


def allowing(acl: Same, egress: bool, stretch: Range, address: Range) -> Entry | None:
    """The entry that surely lets a packet through; None if none surely does."""
    found = directed(Same(configured(acl.document, "entries")), egress)
    given = pieces(found, "deny", "allow", [stretch], (address,))
    return given[0][1] if given else None
