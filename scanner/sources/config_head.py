"""What every configuration item has, as AWS Config's files and its API spell it."""

import re
from datetime import UTC, datetime
from typing import Final

import msgspec
from msgspec import Raw, Struct

from scanner.clock import utc

DELETED: Final = ("ResourceDeleted", "ResourceDeletedNotRecorded")
NOT_RECORDED: Final = "ResourceNotRecorded"

_MOMENT = re.compile(r"[12]\d{3}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d\.\d{3}Z")
_MILLISECONDS_FROM: Final = 1e11  # as seconds that is the year 5138


class Head(Struct, rename="camel", gc=False):
    """An item as a file spells it: files say awsAccountId and ARN, the API accountId and arn."""

    resource_type: str
    resource_id: str
    aws_region: str
    aws_account_id: str | None = None
    account_id: str | None = None
    resource_name: str | None = None
    arn: str | None = None
    file_arn: str | None = msgspec.field(default=None, name="ARN")
    configuration_item_status: str | None = None
    configuration_item_capture_time: str | int | float | None = None
    configuration: Raw = Raw()
    supplementary_configuration: Raw = Raw()
    tags: Raw = Raw()
    relationships: Raw = Raw()
    availability_zone: str | None = None
    resource_creation_time: str | int | float | None = None
    version: str | None = None
    configuration_item_version: str | None = None

    @property
    def account(self) -> str:
        """The account's id, "" if the item names none."""
        return self.aws_account_id or self.account_id or ""


class ItemError(Exception):
    """An item that cannot be judged; the text says why."""


def moment(value: str | int | float | None) -> str:
    """A time as ISO-8601 UTC with milliseconds, which sorts as text; "" for None.

    Takes ISO-8601 with any offset (none is UTC) and seconds since 1970. Raises ItemError.
    """
    if value is None:
        return ""
    if isinstance(value, str) and _MOMENT.fullmatch(value):
        return value
    try:
        return utc(datetime.fromisoformat(value) if isinstance(value, str) else _from_number(value))
    except (ValueError, OverflowError, OSError) as error:
        raise ItemError(f"{str(value)[:40]!a} is not a time") from error


def _from_number(value: int | float) -> datetime:
    seconds = value / 1000 if abs(value) >= _MILLISECONDS_FROM else value
    return datetime.fromtimestamp(seconds, UTC)
