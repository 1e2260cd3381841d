"""Functions of the rule language about times."""

import re
from datetime import UTC, datetime
from typing import Any, Final

from scanner.expression.question import unfit
from scanner.expression.signature import Function, Parameter
from scanner.unresolved import Unresolved, merged

_DAY: Final = 86_400
_LONGEST: Final = 1000  # characters of a sentence
_PARAMETERS: Final = (Parameter("since", ("string",)), Parameter("until", ("string",)))
_TEXT: Final = (Parameter("text", ("string",)),)
_TIME: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([0-9]{2}:[0-9]{2}:[0-9]{2})")


def _days_between(since: Any, until: Any) -> float | Unresolved:
    """How many days lie between two times; unresolved where one is none."""
    wrong = unfit("days_between", _PARAMETERS, (since, until))
    if wrong:
        return merged(wrong)
    try:
        length = _moment(until) - _moment(since)
    except (ValueError, OverflowError):
        return Unresolved(f"days_between: {since[:40]!r} or {until[:40]!r} is not a time")
    return length.total_seconds() / _DAY


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _time_in(text: Any) -> str | Unresolved:
    """The first time that a sentence names, in UTC as AWS's are; unresolved where it names none."""
    wrong = unfit("time_in", _TEXT, (text,))
    if wrong:
        return merged(wrong)
    found = _TIME.search(text[:_LONGEST])
    if found is None:
        return Unresolved(f"time_in: {text[:40]!r} names no time")
    return f"{found[1]}T{found[2]}Z"


TIMES: Final = (
    Function(
        "time_in",
        _TEXT,
        "string",
        "The time, in UTC, that a sentence of AWS's names, such as `User initiated (2025-06-01 "
        "12:00:00 GMT)`: `time_in(configuration.stateTransitionReason)`.",
        _time_in,
    ),
    Function(
        "days_between",
        _PARAMETERS,
        "number",
        "How many days lie between two times, `now` being that of the scan: "
        "`days_between(configuration.createDate, now)`.",
        _days_between,
    ),
)
