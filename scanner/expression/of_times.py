"""Functions of the rule language about times."""

from datetime import UTC, datetime
from typing import Any, Final

from scanner.expression.question import unfit
from scanner.expression.signature import Function, Parameter
from scanner.unresolved import Unresolved, merged

_DAY: Final = 86_400
_PARAMETERS: Final = (Parameter("since", ("string",)), Parameter("until", ("string",)))


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


TIMES: Final = (
    Function(
        "days_between",
        _PARAMETERS,
        "number",
        "How many days lie between two times, `now` being that of the scan: "
        "`days_between(configuration.createDate, now)`.",
        _days_between,
    ),
)
