"""Functions of the rule language that ask `scanner.trails`."""

from typing import Final

from scanner.expression.question import question
from scanner.expression.signature import Parameter

_SELECTORS: Final = (
    "resourceId",
    "configuration.hasCustomEventSelectors",
    "configuration.trailARN",
    "supplementaryConfiguration.EventSelectors",
)
WHERE: Final = (
    "configuration.s3BucketName",
    "configuration.snsTopicARN",
    "configuration.cloudWatchLogsLogGroupArn",
)
"""What is read of a trail only where a rule says where it should deliver."""
_STATUS = Parameter("status", ("object", "null"))
_EVENTS = Parameter("events", ("string",))
_DESTINATIONS = Parameter("destinations", ("array[string]",))

TRAILS: Final = (
    question(
        "trails",
        "management_gaps",
        (
            Parameter("trails", ("array[object]",), reads=(*_SELECTORS, *WHERE)),
            Parameter("events", ("string",), optional=True),
            Parameter("destinations", ("array[string]",), optional=True),
        ),
        "array[object]",
        "The management events that no trail records: `management_gaps([@])`, "
        '`management_gaps(trails, \'All\', `["logs", "", ""]`)`.',
    ),
    question(
        "trails",
        "s3_object_gaps",
        (
            Parameter("trails", ("array[object]",), reads=_SELECTORS),
            _EVENTS,
            Parameter("buckets", ("array[string]",), optional=True),
        ),
        "array[object]",
        "The object-level events of S3 that no trail records, of some buckets or of all: "
        "`s3_object_gaps(trails, 'WriteOnly')`.",
    ),
    question(
        "trails",
        "delivering_trails",
        (Parameter("trails", ("array[object]",), reads=("resourceId", *WHERE)), _DESTINATIONS),
        "array[string]",
        "The ids of the trails that deliver to a bucket, a topic and a log group, '' being any: "
        "`delivering_trails(trails, [params.bucket, '', ''])`.",
    ),
    question(
        "trails",
        "logging_faults",
        (Parameter("status", ("object", "null"), reads=("isLogging",)),),
        "array[object]",
        "That a trail is not logging: `logging_faults(supplementaryConfiguration.TrailStatus)`.",
    ),
    question(
        "trails",
        "delivery_faults",
        (
            _STATUS,
            Parameter("kind", ("string",)),
            Parameter("hours", ("number",)),
            Parameter("now", ("string",)),
        ),
        "array[object]",
        "Why a trail has not delivered for so many hours: "
        "`delivery_faults(supplementaryConfiguration.TrailStatus, 'Delivery', params.hours, now)`.",
    ),
    question(
        "trails",
        "beyond_own_prefix",
        (
            Parameter("policy", ("object", "string", "null")),
            Parameter("actions", ("array[string]",)),
            Parameter("trusted", ("array[string]",)),
        ),
        "array[object]",
        "What outsiders may do by a log bucket's policy beyond the logs of their own account: "
        "`beyond_own_prefix(configuration.Policy, params.actions, params.trusted)`.",
    ),
)
