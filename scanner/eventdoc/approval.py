"""Whether who made a call is among those who may, by the names that AWS has for them."""

import fnmatch
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, Final

from msgspec import Struct

from scanner.eventdoc.actor import Actor, actor
from scanner.eventdoc.reading import inside, text
from scanner.unresolved import Unresolved, merged

_SERVICE: Final = "AWSService"


class Stranger(Struct, frozen=True):
    """Somebody who is not among those who may; perhaps nobody is."""

    who: Actor
    anybody: bool = True

    def document(self) -> dict[str, Any]:
        """The stranger as JSON, the keys always the same."""
        who = self.who
        return {
            "what": "who did so is not approved" if self.anybody else "nobody is approved to do so",
            "principal": who.principal,
            "session": who.session,
            "account": who.account,
            "accessKeyId": who.access_key,
        }


def unapproved(record: Any, approved: Sequence[str]) -> list[Stranger | Unresolved]:
    """Who made a call, if none of the approved is who did; [] is the good answer.

    A user or role is approved by its ARN, a session by that of the assumed role too, an AWS service
    by its name, such as "cloudtrail.amazonaws.com"; `*` and `?` stand for anything. A service that
    calls for somebody is not asked: it is that somebody who has to be approved.
    """
    unknown = [each for each in _asked(record) if type(each) is Unresolved]
    if unknown:
        return [merged(unknown)]
    who = actor(record)
    names = [who.principal, text(record, "userIdentity", "arn")]
    if who.kind == _SERVICE:
        names.append(who.service)
    if any(_is(name, pattern) for pattern in approved for name in names if name):
        return []
    return [Stranger(who, anybody=bool(approved))]


def _asked(record: Any) -> Iterable[Any]:
    """What tells who made a call."""
    identity = inside(record, "userIdentity")
    session = inside(identity, "sessionContext")
    fields = [identity, session, inside(session, "sessionIssuer")]
    return [*fields, *(inside(identity, name) for name in ("type", "arn", "invokedBy"))]


def _is(name: str, pattern: str) -> bool:
    return _compiled(pattern).fullmatch(name) is not None


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(fnmatch.translate(pattern.replace("[", "[[]")))
