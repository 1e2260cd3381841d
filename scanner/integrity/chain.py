"""The digests of one chain, judged from the newest to the oldest.

A digest is proven by its signature, which is in its object's metadata and in the digest after it.
A valid digest vouches for the hash, the name and the signature of the one before.
"""

import hashlib
from collections.abc import Container, Iterable, Iterator
from typing import Final

from msgspec import Struct

from scanner.integrity.content import BrokenError
from scanner.integrity.digest import Digest, digest_in, signed_text
from scanner.integrity.keys import BadKeyError, Keys
from scanner.integrity.names import digest_name
from scanner.integrity.verdict import Lost, Verdict

TAKEN: Final = frozenset({Verdict.VALID, Verdict.UNSIGNED})
"""Of such digests it matters what they name. If an unsigned one names what is not there, either
that is missing or the digest is a forgery."""
_OFF: Final = "log file validation or logging was off"
_BROKEN: Final = "digests are missing or not valid"


class Fetched(Struct, frozen=True, gc=False):
    """A digest's text, and the signature that came with the file if one did."""

    text: bytes
    signature: str | None = None


class Link(Struct, frozen=True):
    """A digest file by its key from AWSLogs on, and what was found there."""

    key: str
    found: Fetched | Lost


class Home(Struct, frozen=True, gc=False):
    """Where files were delivered to: a bucket, and what stands before AWSLogs in their keys."""

    bucket: str
    prefix: str

    def inside(self, bucket: str | None, key: str | None) -> str | None:
        """A key from AWSLogs on, None if it is not at home here."""
        if bucket != self.bucket or key is None or not key.startswith(f"{self.prefix}AWSLogs/"):
            return None
        return key[len(self.prefix) :]


class Judged(Struct, frozen=True):
    """A digest file's verdict. It has a `digest` if it could be read, and then a `home`."""

    key: str
    verdict: Verdict
    why: str = ""
    digest: Digest | None = None
    home: Home | None = None


class Hole(Struct, frozen=True):
    """A time that no valid digest of the chain covers."""

    since: str
    until: str
    why: str


class _Told(Struct, frozen=True):
    """What the next digest says of a digest; it is believed if that one is valid."""

    signature: str | None = None
    hash: str | None = None
    valid: bool = False


_NOTHING: Final = _Told()


def judged(
    links: Iterable[Link], keys: Keys, home: Home | None, listed: Container[str], oldest: str = ""
) -> Iterator[Judged | Hole]:
    """The verdicts of a chain's digests, the newest first, and the times that none covers.

    `home` is where the files are, None where they were copied from some bucket. `listed` are the
    keys of all digests that are there. What ended before `oldest` is not missed.
    """
    told: dict[str, _Told] = {}
    newer: Digest | None = None
    for link in links:
        one = _judged(link, told.pop(link.key, _NOTHING), keys, home)
        valid = one.verdict is Verdict.VALID
        if one.digest is not None and valid:
            yield from _hole(one.digest, newer)
            newer = one.digest
        yield one
        if one.digest is None or one.home is None or one.digest.starts:
            continue
        before = _before(one.digest, one.home)
        if before is None:
            if valid:
                yield _elsewhere(one.digest)
            continue
        signature, sha = one.digest.previous_digest_signature, _previous_hash(one.digest)
        told[before] = _Told(signature, sha, valid)
        if one.verdict in TAKEN and before not in listed and _ended(before) >= oldest:
            yield Judged(before, Verdict.MISSING, "the digest after it names it")


def _judged(link: Link, told: _Told, keys: Keys, home: Home | None) -> Judged:
    if isinstance(link.found, Lost):
        return Judged(link.key, link.found.verdict, link.found.why)
    try:
        digest = digest_in(link.found.text)
    except BrokenError as error:
        return Judged(link.key, Verdict.ALTERED, str(error))
    there = _home(digest, link.key)
    if there is None or home not in (None, there):
        said = f"s3://{digest.digest_s3_bucket}/{digest.digest_s3_object}"
        return Judged(link.key, Verdict.ALTERED, f"it was delivered to {said}, not to here")
    lost = _fault(link.found, digest, told, keys)
    if lost is None:
        return Judged(link.key, Verdict.VALID, "", digest, there)
    return Judged(link.key, lost.verdict, lost.why, digest, there)


def _fault(found: Fetched, digest: Digest, told: _Told, keys: Keys) -> Lost | None:
    """Why a digest is not valid, None if it is."""
    fingerprint = digest.digest_public_key_fingerprint
    if told.valid and told.hash not in (None, hashlib.sha256(found.text).hexdigest()):
        return Lost(Verdict.ALTERED, "its hash is not the one that the digest after it has")
    if found.signature is None and told.signature is None:
        return Lost(Verdict.UNSIGNED, "its signature is not at hand")
    if fingerprint not in keys:
        return Lost(keys.lacking.verdict, f"{keys.lacking.why} {fingerprint}")
    text = signed_text(digest, found.text)
    try:
        for signature in (found.signature, told.signature):
            if signature is not None and keys.made(fingerprint, signature, text):
                return None
    except BadKeyError as error:
        return Lost(Verdict.UNREAD, f"{error}: {fingerprint}")
    if found.signature is None and not told.valid:
        why = "the digest after it, which has its signature, is not valid"
        return Lost(Verdict.UNSIGNED, why)
    return Lost(Verdict.ALTERED, "its signature does not hold")


def _home(digest: Digest, key: str) -> Home | None:
    """Where a digest says that it was delivered to, None if that is not at this key."""
    prefix = digest.digest_s3_object.removesuffix(key)
    if f"{prefix}{key}" != digest.digest_s3_object or (prefix and not prefix.endswith("/")):
        return None
    return Home(digest.digest_s3_bucket, prefix)


def _before(digest: Digest, home: Home) -> str | None:
    """The key of the digest before, None if it was delivered elsewhere."""
    return home.inside(digest.previous_digest_s3_bucket, digest.previous_digest_s3_object)


def _elsewhere(digest: Digest) -> Hole:
    where = f"s3://{digest.previous_digest_s3_bucket}/{digest.previous_digest_s3_object}"
    return Hole("", digest.digest_start_time, f"the chain goes on at {where}: verify that as well")


def _previous_hash(digest: Digest) -> str | None:
    known = digest.previous_digest_hash_algorithm == "SHA-256"
    return digest.previous_digest_hash_value if known else None


def _hole(older: Digest, newer: Digest | None) -> Iterator[Hole]:
    if newer is not None and older.digest_end_time < newer.digest_start_time:
        why = _OFF if newer.starts else _BROKEN
        yield Hole(older.digest_end_time, newer.digest_start_time, why)


def _ended(key: str) -> str:
    name = digest_name(key)
    return name.ended if name else "~"
