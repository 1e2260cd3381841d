"""Which of some buckets a call of S3's was about: as the request says, or the record's resources.

Through an access point a request names that one, and the record's `resources` the bucket; they do
so, too, where the request was too large for the record.
https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-understanding-s3-entries.html
"""

from collections.abc import Sequence
from typing import Any, Final

from scanner.eventdoc.reading import inside, objects, text
from scanner.unresolved import Unresolved, merged

_MARK: Final = ":s3:::"
_OTHER_ENDS: Final = ("-s3alias", ".mrap")
_OF_NO_BUCKET: Final = frozenset({"ListBuckets", "ListDirectoryBuckets"})
"""Calls of which nobody expects a record to name one."""


def buckets_touched(record: Any, buckets: Sequence[Any]) -> list[str | Unresolved]:
    """Which of these buckets a call was about, by name; Unresolved where the record does not say.

    A request that is there and names no bucket is about none.
    """
    given = inside(record, "requestParameters")
    asked = inside(given, "bucketName")
    named = _listed(record) | ({asked} if _is_bucket(asked) else set())
    if named:
        return _among(named, buckets)
    if text(record, "eventName") in _OF_NO_BUCKET or (type(given) is dict and asked is None):
        return []
    why = next((each for each in (given, asked) if type(each) is Unresolved), None)
    return [why or Unresolved("the record does not say which bucket the call was about")]


def _among(named: set[str], buckets: Sequence[Any]) -> list[str | Unresolved]:
    """The names that are among those of some buckets; a name that is not read may be any."""
    found: list[str | Unresolved] = [each for each in sorted(named) if each in buckets]
    unread = [each for each in buckets if type(each) is Unresolved]
    return [*found, merged(unread)] if unread and len(found) < len(named) else found


def _is_bucket(name: Any) -> bool:
    """Whether a request names a bucket itself, and not an access point of one."""
    return isinstance(name, str) and ":" not in name and not name.endswith(_OTHER_ENDS)


def _listed(record: Any) -> set[str]:
    """The buckets of the resources that a record names, objects among them."""
    resources = objects(inside(record, "resources"))
    arns = [text(each, "ARN") or text(each, "ARNPrefix") for each in resources]
    return {each.partition(_MARK)[2].partition("/")[0] for each in arns if _MARK in each} - {""}
