"""Times as ISO-8601 UTC text that sorts, and the clock of a scan."""

import os
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final

from scanner.errors import UserError

_LENGTH: Final = re.compile(r"([1-9][0-9]{0,11})([smhd])")
_UNITS: Final = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


def seconds(length: str) -> int | None:
    """How many seconds a length such as 30s, 5m, 2h or 90d has; None for what is none."""
    found = _LENGTH.fullmatch(length)
    return None if found is None else int(found[1]) * _UNITS[found[2]]


def spelt(length: float) -> str:
    """So many seconds in words, rounded down to the largest unit that goes into them: 2 hours."""
    for word, unit in (("day", 86_400), ("hour", 3600), ("minute", 60)):
        if number := int(length // unit):
            return f"{number} {word}{'s' * (number > 1)}"
    return f"{int(length)} second{'s' * (int(length) != 1)}"


def utc(moment: datetime) -> str:
    """A moment as "2026-01-02T03:04:05.678Z"; one without a zone is taken to be UTC."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def parsed(text: str, option: str) -> str:
    """The moment that a user wrote, as `utc` gives it; a day alone is its first moment.

    Raises UserError naming the option.
    """
    try:
        return utc(datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        wanted = "write it like 2026-01-31 or 2026-01-31T12:00:00Z"
        raise UserError(f"{option} {text}: not a time; {wanted}") from None


def ago(text: str, option: str, now: str) -> str:
    """The moment that a user wrote: a time as `parsed` takes it, or how long before `now` it is.

    Raises UserError naming the option.
    """
    length = seconds(text)
    if length is None:
        try:
            return parsed(text, option)
        except UserError as error:
            raise UserError(f"{error}, or 24h for that long ago") from None
    try:
        return utc(datetime.fromisoformat(now) - timedelta(seconds=length))
    except OverflowError:
        raise UserError(f"{option} {text}: longer ago than there are times") from None


def between(since: str | None, until: str | None, now: str) -> tuple[str, str]:
    """The first and last moment that `--since` and `--until` ask for, "" for none.

    Raises UserError for what is no time, and for a first that is later than the last.
    """
    first, last = (
        ago(text, option, now) if text else ""
        for text, option in ((since, "--since"), (until, "--until"))
    )
    if first and last and first > last:
        raise UserError("--since is later than --until")
    return first, last


def clock(now: str | None) -> Callable[[], str]:
    """What gives the time: always `now`, or SOURCE_DATE_EPOCH, if either is set.

    https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if now is not None:
        fixed = parsed(now, "--now")
    elif epoch:
        fixed = _from_epoch(epoch)
    else:
        return lambda: utc(datetime.now(UTC))
    return lambda: fixed


def _from_epoch(text: str) -> str:
    try:
        return utc(datetime.fromtimestamp(int(text), UTC))
    except (ValueError, OverflowError, OSError):
        raise UserError(f"SOURCE_DATE_EPOCH={text}: not a number of seconds since 1970") from None
