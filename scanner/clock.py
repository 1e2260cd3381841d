"""Times as ISO-8601 UTC text that sorts, and the clock of a scan."""

import os
from collections.abc import Callable
from datetime import UTC, datetime

from scanner.errors import UserError


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
