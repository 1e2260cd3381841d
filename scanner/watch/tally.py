"""Events of rules that judge several together: put down as they come, read in order of time."""

from collections.abc import Iterator
from math import inf
from typing import Any, Final

from msgspec import Struct

from scanner.unresolved import Unresolved

DAY: Final = 86_400
TIMELESS: Final = -inf
"""What stands for the time of an event of which nobody knows it."""

MOST_HELD: Final = 1 << 15

_TABLE: Final = """
CREATE TABLE event (rule INT, by INT, key TEXT, at REAL, id TEXT, time TEXT, name TEXT,
                    account TEXT, region TEXT, uri TEXT)
"""
_INSERT: Final = "INSERT INTO event VALUES (?,?,?,?,?,?,?,?,?,?)"
_SELECT: Final = "SELECT * FROM event WHERE rule = ? ORDER BY by, key, at, id, name"


class Sign(Struct, frozen=True, array_like=True, gc=False):
    """What is kept of an event that counts: `by` is the number of the expression that gave `key`.

    `at` are seconds since 1970, `time` is the text that says so.
    """

    rule: int
    by: int
    key: str
    at: float
    id: str
    time: str
    name: str
    account: str
    region: str
    uri: str


class Tally:
    """Events by rule and key, on disk beyond what SQLite holds in memory."""

    def __init__(self) -> None:
        import sqlite3  # few scans read events

        self._database = sqlite3.connect("")  # a private file that goes to disk when it grows
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute("PRAGMA synchronous = OFF")
        self._database.execute(_TABLE)
        self._waiting: list[tuple[Any, ...]] = []
        self._days: dict[tuple[int, int, str, int], tuple[Sign, Sign]] = {}

    def add(self, sign: Sign) -> None:
        """Put an event down."""
        self._waiting.append(_row(sign))
        if len(self._waiting) >= MOST_HELD:
            self._flush()

    def add_of_day(self, sign: Sign) -> None:
        """Put an event down if it is the first or the last that is known of its key's day.

        What lies between them ends no silence of a day or more; of a shorter one it does.
        """
        key = (sign.rule, sign.by, sign.key, int(sign.at // DAY))
        known = self._days.get(key)
        if known is None:
            if len(self._days) >= MOST_HELD:
                self._put_days_down()
            self._days[key] = sign, sign
        elif _order(sign) < _order(known[0]):
            self._days[key] = sign, known[1]
        elif _order(sign) > _order(known[1]):
            self._days[key] = known[0], sign

    def _put_days_down(self) -> None:
        for first, last in self._days.values():
            self.add(first)
            if last is not first:
                self.add(last)
        self._days.clear()

    def _flush(self) -> None:
        self._database.executemany(_INSERT, self._waiting)
        self._waiting.clear()

    def of(self, rule: int) -> Iterator[Sign]:
        """The events of a rule: those of each key one after the other, in the order of time."""
        self._put_days_down()
        self._flush()
        for row in self._database.execute(_SELECT, (rule,)):
            yield Sign(*row)

    def close(self) -> None:
        """Drop everything."""
        self._database.close()


def _order(sign: Sign) -> tuple[float, str, str]:
    """What tells the events of one key apart, whatever came first."""
    return sign.at, sign.id, sign.name


def _row(sign: Sign) -> tuple[Any, ...]:
    return (
        *(sign.rule, sign.by, sign.key, sign.at, sign.id),
        *(sign.time, sign.name, sign.account, sign.region, sign.uri),
    )


def key_of(value: Any) -> str | Unresolved | None:
    """What events are put together by, as text; None for what has no such value.

    A list is the values together, and none if one of them is null. Different values have different
    texts, but that a number and the text that spells it are the same.
    """
    parts = value if isinstance(value, list) else [value]
    if not parts or any(each is None or each in ("", []) for each in parts):
        return None
    unknown = _unknown_in(parts)
    if unknown is not None:
        return unknown
    try:
        texts = [each if isinstance(each, str) else _written(each) for each in parts]
    except RecursionError:
        return Unresolved("it nests too deeply")
    return texts[0] if value is not parts else " ".join(map(_word, texts))


def _word(text: str) -> str:
    """A text that does not run into the one beside it."""
    return _written(text) if " " in text or text.startswith('"') else text


def _unknown_in(value: Any) -> Unresolved | None:
    """What is not known in a value, if something is not."""
    todo = [value]
    while todo:
        each = todo.pop()
        if type(each) is Unresolved:
            return each
        if isinstance(each, dict | list):
            todo += reversed(each.values() if isinstance(each, dict) else each)
    return None


def _written(value: Any) -> str:
    import msgspec

    return msgspec.json.encode(value, order="sorted").decode()
