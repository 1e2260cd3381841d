"""SQS: a queue's attributes. The service gives numbers as strings, AWS Config as numbers."""

from scanner.shape import Call, ResourceType, Tree

_TEXTS: dict[str, Tree] = dict.fromkeys(
    (
        "ContentBasedDeduplication",
        "DeduplicationScope",
        "FifoQueue",
        "FifoThroughputLimit",
        "KmsMasterKeyId",
        "QueueArn",
        "QueueName",
        "QueueUrl",
        "SqsManagedSseEnabled",
    ),
    "string",
)
_OTHERS: dict[str, Tree] = dict.fromkeys(
    (
        "ApproximateNumberOfMessages",
        "ApproximateNumberOfMessagesDelayed",
        "ApproximateNumberOfMessagesNotVisible",
        "CreatedTimestamp",
        "DelaySeconds",
        "KmsDataKeyReusePeriodSeconds",
        "LastModifiedTimestamp",
        "MaximumMessageSize",
        "MessageRetentionPeriod",
        "Policy",
        "ReceiveMessageWaitTimeSeconds",
        "RedriveAllowPolicy",
        "RedrivePolicy",
        "VisibilityTimeout",
    ),
    "any",
)

QUEUE = ResourceType(
    name="AWS::SQS::Queue",
    id="QueueUrl",
    arn="QueueArn",
    live=Call("sqs", "list_queues", "QueueUrls[]", may_lack=True),
    detail=Call(
        "sqs",
        "get_queue_attributes",
        "Attributes",
        fixed={"AttributeNames": ["All"]},
        each={"QueueUrl": "@"},
    ),
    spelling="identity",
    shape={**_TEXTS, **_OTHERS},
)
