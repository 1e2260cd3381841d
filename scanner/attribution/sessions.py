"""Who assumed a role: the sessions that logs tell of, by the access key that each was given.

https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html
"""

from collections.abc import Iterable
from typing import Any, Final

import msgspec

from scanner.event import Head, Log
from scanner.eventdoc.actor import Actor, actor
from scanner.eventdoc.reading import text
from scanner.model import Problem

STS: Final = "sts.amazonaws.com"
DEEPEST: Final = 8
"""So many roles one after another are unwound."""
MOST: Final = 100_000
"""So many sessions are remembered, of those that no service began in its own name."""
_TAKEN: Final = ("AssumedRole", "FederatedUser")
_FOREIGN: Final = "AWSAccount"
"""Where a role's account records that somebody of another one took it; that one knows who."""
_decode: Final = msgspec.json.Decoder().decode


class Sessions:
    """The callers of AssumeRole and its like, by the access key that they were given."""

    def __init__(self) -> None:
        self._by_key: dict[str, Actor] = {}
        self._too_many = False

    @property
    def problems(self) -> list[Problem]:
        """That there were more than are remembered; [] where there were not."""
        what = f"there are more than {MOST:,} sessions: of the others it is not told who began them"
        return [Problem(STS, what, blocks=False)] if self._too_many else []

    def add(self, log: Log) -> None:
        """Remember the sessions that began in these records."""
        found = [number for number, head in enumerate(log.heads) if begins(head)]
        if found:
            texts = log.texts()
            for number in found:
                self.remember(_decode(texts[number]))

    def remember(self, record: Any) -> None:
        """Remember the session that a record says began; of two records the one that says who."""
        key = text(record, "responseElements", "credentials", "accessKeyId")
        known = self._by_key.get(key)
        if not key or (known and known.kind != _FOREIGN):
            return
        if not known and len(self._by_key) >= MOST:
            self._too_many = True
            return
        self._by_key[key] = actor(record)

    def unknown(self, actors: Iterable[Actor]) -> frozenset[str]:
        """The access keys of sessions of which it is not known who began them.

        They are these actors' own, or those of sessions that began theirs. Of somebody of another
        account nobody knows more than that; that account's records may.
        """
        chains = [(each, *self.behind(each)) for each in actors]
        last = [
            chain[-2] if len(chain) > 1 and chain[-1].kind == _FOREIGN else chain[-1]
            for chain in chains
        ]
        return frozenset(
            each.access_key for each in last if each.kind in _TAKEN and each.access_key
        )

    def behind(self, one: Actor) -> tuple[Actor, ...]:
        """Who assumed the actor's role, then who assumed theirs: up to the first that is known."""
        found: list[Actor] = []
        seen = {one.access_key}
        while len(found) < DEEPEST and (caller := self._by_key.get(one.access_key)):
            found.append(caller)
            if caller.access_key in seen:
                break
            seen.add(caller.access_key)
            one = caller
        return tuple(found)


def begins(head: Head) -> bool:
    """Whether a record may tell who began a session; services that take a role tell nothing."""
    name = head.event_name
    if head.event_source != STS or head.error_code or name is None:
        return False
    if head.user_identity is not None and head.user_identity.type == "AWSService":
        return False
    return name.startswith("Assume") or name == "GetFederationToken"
