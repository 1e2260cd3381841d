"""CloudTrail's records as they flow from a source: many at a time, each as the text that it was.

https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
"""

from typing import Final

import msgspec
from msgspec import Raw, Struct

EVENT: Final = "AWS::CloudTrail::Event"
"""The type of a record as an item; the record itself is its `configuration`, as it was written."""


class Identity(Struct, gc=False, rename="camel"):
    """What of `userIdentity` tells at a glance whether a record may matter."""

    type: str | None = None
    invoked_by: str | None = None
    account_id: str | None = None
    access_key_id: str | None = None


class Head(Struct, gc=False, rename="camel"):
    """What of a record tells at a glance whether it may matter; None for what it does not say."""

    event_time: str | None = None
    event_source: str | None = None
    event_name: str | None = None
    aws_region: str | None = None
    source_ip_address: str | None = msgspec.field(name="sourceIPAddress", default=None)
    error_code: str | None = None
    event_id: str | None = msgspec.field(name="eventID", default=None)
    read_only: bool | None = None
    event_type: str | None = None
    event_category: str | None = None
    management_event: bool | None = None
    recipient_account_id: str | None = None
    user_identity: Identity | None = None


heads: Final = msgspec.json.Decoder(list[Head]).decode
"""The heads of the records in a JSON array. Raises as `msgspec.json.decode` does."""

texts: Final = msgspec.json.Decoder(list[Raw]).decode
"""The texts of the records in a JSON array."""


class Log(Struct, frozen=True, gc=False):
    """Some records that follow one another in a file; `first` is the number of the first, from 1.

    `text` is the JSON array that `heads` were read from. Where the source does not have a record
    as CloudTrail wrote it, what it lacks is `{"$unresolved": why}` in the text, and the log is not
    `whole`: its heads say nothing of what is not in them.
    """

    uri: str
    first: int
    heads: list[Head]
    text: bytes
    whole: bool = True

    def texts(self) -> list[bytes]:
        """The JSON text of each record."""
        try:
            found = texts(self.text)
        except RecursionError:  # the source had more of the stack left when it read the heads
            from concurrent.futures import ThreadPoolExecutor

            with ThreadPoolExecutor(1) as fresh:  # a thread has a whole stack
                found = fresh.submit(texts, self.text).result()
        return [bytes(each) for each in found]
