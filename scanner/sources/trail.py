"""What `groma verify` reads: buckets and folders with CloudTrail's files, and the public keys."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from msgspec import Struct

from scanner.errors import UserError
from scanner.integrity.keys import Keys
from scanner.sources import BUCKET
from scanner.sources.trail_files import TrailFiles

KeysOf = Callable[[str, str], Keys]
"""The keys of a Region that signed digests from a time such as 20260927T195818Z on."""


class Trails(Struct, frozen=True):
    """Where CloudTrail's files are, and what gives the keys to them."""

    files: Sequence[TrailFiles]
    keys_of: KeysOf


def trails(named: Sequence[str], key_files: Sequence[str], now: str, connections: int) -> Trails:
    """The buckets and folders that a user names. AWS is spoken to only where it has to be.

    Raises UserError where one is none, or AWS lets nobody in.
    """
    from scanner.sources.trail_folder import folders_of
    from scanner.sources.trail_keys import kept

    different = list(dict.fromkeys(named))
    keys = kept(key_files) if key_files else None
    folders = [each for path in different if not _is_url(path) for each in folders_of(path)]
    urls = [each for each in different if _is_url(each)]
    if keys is not None and not urls:
        return Trails(folders, lambda region, since: keys)
    if not urls:  # AWS is asked once there is a digest
        return Trails(folders, _asked(cache(_session), now))
    from scanner.sources.signin import signed_in

    session = signed_in().session
    keys_of = _asked(lambda: session, now) if keys is None else lambda region, since: keys
    return Trails([*_buckets(session, urls, connections), *folders], keys_of)


def _is_url(named: str) -> bool:
    return named.startswith(BUCKET)


def _session() -> Any:
    from scanner.sources.signin import signed_in

    try:
        return signed_in().session
    except UserError as error:
        hint = "the public keys of a copy on disk can come from --keys FILE"
        raise UserError(f"{error}; {hint}") from None


def _buckets(session: Any, urls: Sequence[str], connections: int) -> list[TrailFiles]:
    from scanner.sources.trail_bucket import TrailBucket, client

    one = client(session, connections) if urls else None
    return [TrailBucket(one, url) for url in urls]


def _asked(session: Callable[[], Any], now: str) -> KeysOf:
    from scanner.sources.clients import Clients
    from scanner.sources.trail_keys import asked

    clients = Clients(attempts=4)

    def keys_of(region: str, since: str) -> Keys:
        client = clients.client(session(), "", "cloudtrail", region)
        return asked(client, region, since, now)

    return keys_of
