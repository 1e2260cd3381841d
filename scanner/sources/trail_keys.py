"""The public keys that CloudTrail's digests are signed for: asked of AWS, or kept in files.

Each Region has keys of its own.
https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_ListPublicKeys.html
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import msgspec
from msgspec import Struct

from scanner.errors import UserError
from scanner.integrity.keys import Keys
from scanner.integrity.verdict import Lost, Verdict
from scanner.shape import Call
from scanner.sources.calling import Refused, ask
from scanner.sources.files import require

LIST: Final = Call("cloudtrail", "list_public_keys", "PublicKeyList[]")
MARGIN: Final = timedelta(hours=2)


class _Key(Struct, rename="pascal"):
    fingerprint: str
    value: bytes  # base64 in JSON


class _Answer(Struct):
    keys: list[_Key] = msgspec.field(name="PublicKeyList")


def kept(paths: Sequence[str]) -> Keys:
    """The keys in files, each as `aws cloudtrail list-public-keys` prints them.

    Raises UserError for a file that is none.
    """
    require(paths)
    found: dict[str, bytes] = {}
    for path in paths:
        try:
            with open(path, "rb") as file:
                answer = msgspec.json.decode(file.read(), type=_Answer)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
            what = "not what `aws cloudtrail list-public-keys` prints"
            raise UserError(f"--keys {path}: {what}: {error}") from None
        found |= {each.fingerprint: each.value for each in answer.keys}
    return Keys(found, Lost(Verdict.UNSIGNED, "--keys has no public key with its fingerprint"))


def asked(client: Any, region: str, since: str, now: str) -> Keys:
    """The keys that AWS has had for a Region from a time such as 20260927T195818Z until now."""
    first = datetime.strptime(since, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC) - MARGIN
    arguments = {"StartTime": first, "EndTime": max(datetime.fromisoformat(now), first)}
    given = ask(client, LIST, arguments)
    if isinstance(given, Refused):
        return Keys({}, Lost(Verdict.UNREAD, f"{given}; needed the public key"))
    known = {each.get("Fingerprint"): each.get("Value") or b"" for each in given}
    lacking = f"AWS has no public key in {region} with its fingerprint"
    return Keys(known, Lost(Verdict.ALTERED, lacking))
