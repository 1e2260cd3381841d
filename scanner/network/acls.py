"""What network ACLs let in, let out and block: entries in rule-number order, the first one decides.

Where something is not known the entries are walked twice, once in favour of what is asked (an
unresolved entry does all the harm it could) and once against it.
"""

from functools import lru_cache
from typing import Any, Final, NamedTuple

from scanner.network import spots, traffic
from scanner.network.acl_entries import Entry
from scanner.network.acl_walk import Piece, directed, pieces, stretches, too_many
from scanner.network.addresses import EVERYWHERE, asked, sample, written
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
from scanner.network.ranges import Bounds, Range, Ranges, common, minus, union
from scanner.network.same import Same
from scanner.unresolved import Unresolved

_OPPOSITE: Final = {"allow": "deny", "deny": "allow"}


class Question(NamedTuple):
    """Which addresses beyond an ACL, in which direction, it should not allow, or not deny."""

    egress: bool
    verdict: str
    traffic: Ranges
    addresses: Bounds


def nacl_admits(acls: Any, protocol: Any, port: Any, trusted: Any) -> Answer:
    """The ingress entries that let sources outside `trusted` reach a protocol's port.

    Raises ValueError for a protocol, a port or a CIDR in `trusted` that is none.
    """
    known = asked(trusted, "trusted")
    unknown = [each for each in (protocol, port) if type(each) is Unresolved]
    if unknown:
        return answer([], unknown if elements(acls) else [])
    beyond = Bounds(_all_but(known.most), _all_but(known.least), known.why)
    return _answered(acls, Question(False, "allow", traffic.at(protocol, port), beyond))


@lru_cache(maxsize=256)
def _all_but(addresses: Ranges) -> Ranges:
    return minus(EVERYWHERE, addresses)


def nacl_lets_out(acls: Any, destinations: Any) -> Answer:
    """The egress entries that let any packet out to any address of `destinations`.

    Raises ValueError for a CIDR that is none.
    """
    return _answered(
        acls, Question(True, "allow", traffic.ALL, asked(destinations, "destinations"))
    )


def nacl_blocks(acls: Any, destinations: Any, spared: Any) -> Answer:
    """The egress entries that keep a packet from an address of `destinations` minus `spared`.

    Every protocol and port must get through; an ACL's last, implicit deny counts as an entry.
    Raises ValueError for a CIDR that is none.
    """
    wanted, left_out = asked(destinations, "destinations"), asked(spared, "spared")
    addresses = Bounds(
        minus(wanted.least, left_out.most),
        minus(wanted.most, left_out.least),
        wanted.why + left_out.why,
    )
    return _answered(acls, Question(True, "deny", traffic.ALL, addresses))


def _answered(acls: Any, question: Question) -> Answer:
    openings: list[Opening] = []
    unknown: list[Unresolved] = []
    if not question.addresses.most:
        return []
    for acl in elements(acls):
        found, why = (
            _judged(acl, question) if question.addresses.why else _kept(Same(acl), question)
        )
        openings += found
        unknown += why
    return answer(openings, unknown)


@lru_cache(maxsize=256)
def _kept(acl: Same, question: Question) -> tuple[list[Opening], list[Unresolved]]:
    """What an ACL answers, found once: it is asked the same for each resource in its subnets."""
    return _judged(acl.document, question)


def _judged(acl: Any, question: Question) -> tuple[list[Opening], list[Unresolved]]:
    unread = too_many(Same(acl))
    if unread:
        return [], [unread]
    found = directed(Same(configured(acl, "entries")), question.egress)
    parts = stretches(found, question.traffic)
    against = _OPPOSITE[question.verdict]
    sure = pieces(found, against, question.verdict, parts, question.addresses.least)
    openings = [_opening(acl, question, *piece) for piece in _first_of_each(sure)]
    if not question.addresses.why and not any(entry.why for entry in found):
        return openings, []
    verdict = question.verdict
    most = pieces(found, verdict, verdict, parts, question.addresses.most)
    return openings, _reasons(found, question, _doubtful(most, sure))


def _first_of_each(pieces: list[Piece]) -> list[Piece]:
    """For each entry the first of its pieces, and the TCP ones before the others."""
    first: dict[int, Piece] = {}
    for piece in sorted(pieces, key=lambda piece: traffic.example(piece[0])[0] != "tcp"):
        first.setdefault(id(piece[1]), piece)
    return list(first.values())


def _doubtful(most: list[Piece], sure: list[Piece]) -> list[tuple[Range, Ranges]]:
    """What may get the verdict, but will not surely."""
    decided: dict[Range, list[Range]] = {}
    for stretch, _, addresses in sure:
        decided.setdefault(stretch, []).extend(addresses)
    found = [(at, minus(addresses, union(decided.get(at, ())))) for at, _, addresses in most]
    return [(stretch, addresses) for stretch, addresses in found if addresses]


def _reasons(
    found: list[Entry], question: Question, doubtful: list[tuple[Range, Ranges]]
) -> list[Unresolved]:
    """What is unknown of the question and of the entries that bear on what is in doubt."""
    if not doubtful:
        return []
    at = union(stretch for stretch, _ in doubtful)
    addresses = union(each for _, ranges in doubtful for each in ranges)
    return list(question.addresses.why) + [
        why
        for entry in found
        if common(entry.traffic.most, at) and common(entry.addresses.most, addresses)
        for why in entry.why
    ]


def _opening(
    acl: Any, question: Question, stretch: Range, entry: Entry | None, hit: Ranges
) -> Opening:
    name, address = id_of(acl), sample(hit)
    protocol, port = traffic.example(stretch)
    verb = "lets" if question.verdict == "allow" else "keeps"
    way = "in from" if not question.egress else "out to" if verb == "lets" else "from going out to"
    text = cut(entry.text() if entry else "* deny all traffic, every address")
    what = f"{name} {verb} traffic {way} {written(hit)} (entry {text})"
    ends = (name, address) if question.egress else (address, name)
    at = spots.of_entry(acl, entry.position if entry else None, hit)
    return Opening(what, name, (f"{name}: {text}",), Packet(protocol, port, *ends), at)
