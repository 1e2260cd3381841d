"""A network ACL's entries, read as bounds: what each decides at least and at most."""

from collections import Counter
from functools import lru_cache
from typing import Any, Final, NamedTuple

from scanner.network import traffic
from scanner.network.addresses import EVERYWHERE, IPV4, IPV6, LONGEST, range_of, written
from scanner.network.opening import shown
from scanner.network.permissions import not_a_range, words
from scanner.network.ranges import Bounds, Range, Ranges, union
from scanner.unresolved import Unresolved

_LAST: Final = 1 << 20  # after every rule number
_SIX: Final = "ipv6CidrBlock"
_NUMBERS: Final = {int, bool, type(None)}
_TEXT: Final = {str}
_ANYWHERE: Final = Bounds((), EVERYWHERE)


class Entry(NamedTuple):
    """An ACL's entry: `number` and `action` are None where they are not known.

    `position` is that in the document's list.
    """

    number: int | None
    action: str | None
    traffic: Bounds
    addresses: Bounds
    why: tuple[Unresolved, ...]
    position: int

    def place(self, favoured: str) -> tuple[int, bool]:
        """Where it stands when the favoured action goes first in doubt: a key to sort by."""
        favours = self.acts(favoured) == favoured
        if self.number is None:
            return (-1 if favours else _LAST), not favours
        return self.number, not favours

    def addresses_at(self, stretch: Range, favoured: str) -> Ranges:
        """The addresses it decides on throughout a stretch of traffic.

        In doubt all that it may mean if it does what is favoured, else only what it surely means.
        """
        doubt = self.acts(favoured) == favoured
        covers = self.traffic.most if doubt else self.traffic.least
        if not covers or stretch[0] < covers[0][0] or stretch[1] > covers[0][1]:
            return ()
        return self.addresses.most if doubt else self.addresses.least

    def acts(self, favoured: str) -> str:
        """What it does, in doubt what is favoured."""
        return self.action or favoured

    def text(self) -> str:
        """The entry in a few words: `100 allow tcp port 22 from 0.0.0.0/0`."""
        number = "?" if self.number is None else self.number
        where = written(self.addresses.least) or "?"
        return f"{number} {self.action or '?'} {words(self.traffic)}, {where}"


def entries(values: list[Any], egress: bool) -> list[Entry]:
    """The entries that are, or may be, for a direction; an `Unresolved` is any number of them."""
    read = []
    for position, value in enumerate(values):
        if type(value) is not dict:
            unread = value if type(value) is Unresolved else Unresolved("an entry is not an object")
            read.append(Entry(None, None, Bounds((), traffic.ALL), _ANYWHERE, (unread,), position))
        elif _flag(value.get("egress")) in (None, egress):
            read.append(_read(value, position))
    numbers = Counter(entry.number for entry in read)
    return [_contested(each) if numbers[each.number] > 1 else each for each in read]


def _contested(entry: Entry) -> Entry:
    """The entry, not all known, as AWS has no two of one number: which one goes first?"""
    if entry.number is None:
        return entry
    why = Unresolved(f"several entries have the number {entry.number}")
    return entry._replace(why=(*entry.why, why))


def _read(entry: dict[str, Any], position: int) -> Entry:
    """An entry; what most entries say is read once for all that say it."""
    of = entry.get
    action, protocol, four, six = of("ruleAction"), of("protocol"), of("cidrBlock"), of(_SIX)
    ports = of("portRange")
    first, last = (ports.get("from"), ports.get("to")) if type(ports) is dict else (None, None)
    numbers = of("ruleNumber"), of("egress"), first, last
    texts: list[Any] = [action, protocol, *(each for each in (four, six) if each is not None)]
    if (
        (ports is None or type(ports) is dict)
        and of("icmpTypeCode") is None
        and _NUMBERS.issuperset(map(type, numbers))
        and _TEXT.issuperset(map(type, texts))
        and max(map(len, texts)) <= LONGEST
    ):
        return Entry(*_remembered(*numbers, action, protocol, four, six)[:-1], position)
    return _made(entry, position)


@lru_cache(maxsize=4096, typed=True)
def _remembered(
    number: Any, egress: Any, first: Any, last: Any, action: str, protocol: str, four: Any, six: Any
) -> Entry:
    entry = {"ruleNumber": number, "egress": egress, "ruleAction": action, "protocol": protocol}
    ports = {"from": first, "to": last}
    return _made({**entry, "cidrBlock": four, _SIX: six, "portRange": ports}, 0)


def _made(entry: dict[str, Any], position: int) -> Entry:
    stretch, addresses = _traffic(entry), _addresses(entry)
    number = traffic.integer(entry.get("ruleNumber"), 65535)
    number = None if number == -1 else number
    action = entry.get("ruleAction")
    action = action if action in ("allow", "deny") else None
    egress = _flag(entry.get("egress"))
    found = {"ruleNumber": number, "ruleAction": action, "egress": egress}
    why = tuple(_unknown(entry, key) for key, value in found.items() if value is None)
    if egress is None:
        addresses = Bounds((), addresses.most, addresses.why)
    return Entry(number, action, stretch, addresses, stretch.why + addresses.why + why, position)


def _flag(egress: Any) -> bool | None:
    """Whether an entry is for egress: no unless it says so; None if it cannot be told."""
    if egress is None or isinstance(egress, bool):
        return bool(egress)
    return {"false": False, "true": True}.get(egress) if isinstance(egress, str) else None


def _traffic(entry: dict[str, Any]) -> Bounds:
    protocol = entry.get("protocol")
    icmp = traffic.is_icmp(protocol)
    found = entry.get("icmpTypeCode" if icmp else "portRange")
    if found is None:
        return traffic.traffic(protocol, None, None)
    if type(found) is not dict:
        found = found if type(found) is Unresolved else Unresolved("a portRange is not an object")
        return traffic.traffic(protocol, found, found)
    first, last = ("type", "code") if icmp else ("from", "to")
    return traffic.traffic(protocol, found.get(first), found.get(last))


def _addresses(entry: dict[str, Any]) -> Bounds:
    least: list[Range] = []
    most: list[Range] = []
    why: list[Unresolved] = []
    for key, family in (("cidrBlock", IPV4), (_SIX, IPV6)):
        block = entry.get(key)
        found = range_of(block) if isinstance(block, str) else None
        if found:
            least.append(found)
        elif block is not None:
            most += family
            why.append(block if type(block) is Unresolved else not_a_range(block))
    if not least and not why:
        return Bounds((), EVERYWHERE, (_unknown(entry, "cidrBlock"),))
    known = union(least)
    return Bounds(known, union([*known, *most]), tuple(why))


def _unknown(entry: dict[str, Any], key: str) -> Unresolved:
    value = entry.get(key)
    if type(value) is Unresolved:
        return value
    number = traffic.integer(entry.get("ruleNumber"), 65535)
    which = "an entry" if number is None else f"entry {number}"
    if value is None:
        return Unresolved(f"{which} has no {key}")
    return Unresolved(f"{key} of {which} is {shown(value)}")
