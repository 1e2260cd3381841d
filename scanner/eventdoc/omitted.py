"""What CloudTrail leaves out of a record for its size, so that nobody takes it for nothing.

Of requestParameters, responseElements and serviceEventDetails it keeps 100 KB, of
additionalEventData 28 KB; in place of more it writes `{"omitted": true, …}`. Who calls may bring
that about: a description of 100 KB hides what else was set.
https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
"""

from typing import Any, Final

from scanner.unresolved import Unresolved

MARK: Final = "omitted"
"""The member that says so."""

_FIELDS: Final = (
    *("requestParameters", "responseElements", "additionalEventData"),
    "serviceEventDetails",
)


def is_omitted(value: Any) -> bool:
    """Whether this stands in place of what CloudTrail left out."""
    return type(value) is dict and value.get(MARK) is True


def without_omitted(record: dict[str, Any]) -> None:
    """Put an `Unresolved` in place of what CloudTrail left out: it was there, nobody knows what."""
    for name in _FIELDS:
        if is_omitted(record.get(name)):
            why = f"CloudTrail left {name} out of the record, as it was too large"
            record[name] = Unresolved(why, present=True)
