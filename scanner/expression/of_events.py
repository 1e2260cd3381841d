"""Functions of the rule language that ask `scanner.eventdoc` and others about events."""

from typing import Any, Final

from scanner.expression.question import module, question, unfit
from scanner.expression.signature import Function, Parameter
from scanner.unresolved import Unresolved, merged

_NAMES: Final = ("type", "arn", "principalId", "userName", "accountId", "accessKeyId", "invokedBy")
_MORE: Final = ("identityProvider", "onBehalfOf", "sessionContext")
_WHO: Final = Parameter(
    "event", ("object",), reads=tuple(f"userIdentity.{name}" for name in (*_NAMES, *_MORE))
)
_CALL: Final = Parameter(
    "event",
    ("object",),
    reads=("eventSource", "eventName", "errorCode", "requestParameters", "responseElements"),
)


def _tried_user(event: Any) -> str | Unresolved | None:
    wrong = unfit("tried_user", (_WHO,), (event,))
    if wrong:
        return merged(wrong)
    found: str | Unresolved | None = module("eventdoc").tried_user(event)
    return found


EVENTS: Final = (
    question(
        "eventdoc",
        "unapproved",
        (_WHO, Parameter("approved", ("array[string]",))),
        "array[object]",
        "Who made a call, if it is none of these users, roles, sessions (by their ARNs) and AWS "
        "services (by their names), `*` standing for anything: "
        "`unapproved(configuration, params.approved)`.",
    ),
    question(
        "eventdoc",
        "opens_to_world",
        (_CALL, Parameter("ports", ("array[number]",), optional=True)),
        "array[object]",
        "What a call added to a security group that lets every IPv4 or every IPv6 address in, on "
        "any port or on these: `opens_to_world(configuration)`.",
    ),
    question(
        "trails",
        "weakens_trail",
        (
            _CALL,
            Parameter("buckets", ("array[string]",), optional=True),
            Parameter("days", ("number",), optional=True),
        ),
        "array[object]",
        "What a call took away from what a trail or an event data store records, protects or "
        "tells, where one's logs belong into these buckets and stores keep events so many days: "
        "`weakens_trail(configuration, params.buckets, params.days)`.",
    ),
    question(
        "eventdoc",
        "buckets_touched",
        (
            Parameter("event", ("object",), reads=("eventName", "requestParameters", "resources")),
            Parameter("buckets", ("array[string]",)),
        ),
        "array[string]",
        "Which of these buckets a call of S3's was about: "
        "`buckets_touched(configuration, params.buckets)`.",
    ),
    question(
        "eventdoc",
        "switched_off",
        (Parameter("event", ("object",), reads=("eventName", "requestParameters")),),
        "array[object]",
        "The settings that a call set to false, DISABLED or PAUSED: `switched_off(configuration)`.",
    ),
    Function(
        "tried_user",
        (_WHO,),
        "any",
        "Whom somebody tried to sign in as, null where CloudTrail hides a name that is no "
        "user's: `tried_user(configuration)`.",
        _tried_user,
    ),
)
