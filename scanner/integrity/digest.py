"""A digest file's content, and the text of which CloudTrail makes its signature.

https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-digest-file-structure.html
https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-custom-validation.html
"""

import hashlib

import msgspec
from msgspec import Struct

from scanner.integrity.content import BrokenError


class LogFile(Struct, frozen=True, rename="camel", gc=False):
    """A log file that a digest names, and the hash of its uncompressed text."""

    s3_bucket: str
    s3_object: str
    hash_value: str
    hash_algorithm: str


class Digest(Struct, frozen=True, rename="camel", gc=False):
    """A digest file; of the first one of a chain everything about the previous one is null."""

    digest_start_time: str
    digest_end_time: str
    digest_s3_bucket: str
    digest_s3_object: str
    digest_public_key_fingerprint: str
    previous_digest_signature: str | None
    log_files: tuple[LogFile, ...]
    previous_digest_s3_bucket: str | None = None
    previous_digest_s3_object: str | None = None
    previous_digest_hash_value: str | None = None
    previous_digest_hash_algorithm: str | None = None

    @property
    def starts(self) -> bool:
        """Whether a chain starts with it."""
        return self.previous_digest_s3_bucket is None or self.previous_digest_s3_object is None


def digest_in(text: bytes) -> Digest:
    """The digest that a text is. Raises BrokenError."""
    try:
        return msgspec.json.decode(text, type=Digest)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BrokenError(f"it is no digest: {error}") from error


def signed_text(digest: Digest, text: bytes) -> bytes:
    """What the signature of a digest with this text is made of."""
    before = digest.previous_digest_signature
    lines = (
        digest.digest_end_time,
        f"{digest.digest_s3_bucket}/{digest.digest_s3_object}",
        hashlib.sha256(text).hexdigest(),
        "null" if before is None else before,
    )
    return "\n".join(lines).encode("utf-8", "replace")
