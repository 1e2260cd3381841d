"""SQS: a queue's attributes. The service gives numbers as strings, AWS Config as numbers."""

from scanner.shape import Call, Given, ResourceType, Spelt, Tree, pascal, same
from scanner.unresolved import Unresolved

_PAGE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html"
_PROVIDER = "https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/website/docs/r/sqs_queue.html.markdown"
_NO_POLICY = Given(
    by=None,
    source="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/"
    "sqs-using-identity-based-policies.html",
)
_DEFAULTS = {
    "DelaySeconds": ("delay_seconds", 0),
    "MessageRetentionPeriod": ("message_retention_seconds", 345600),
    "ReceiveMessageWaitTimeSeconds": ("receive_wait_time_seconds", 0),
    "VisibilityTimeout": ("visibility_timeout_seconds", 30),
}
_LARGEST = Unresolved("what the largest message is by default depends on when it is deployed")

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
    cloudformation=(
        Spelt(
            kind="AWS::SQS::Queue",
            fields={
                **same("QueueName", "KmsMasterKeyId"),
                **{
                    f"configuration.{name}": Given(by=name, default=default, source=_PAGE)
                    for name, (_, default) in _DEFAULTS.items()
                },
                "configuration.MaximumMessageSize": Given(
                    by="MaximumMessageSize", default=_LARGEST
                ),
                "configuration.FifoQueue": Given(by="FifoQueue", form="only_true"),
                "configuration.SqsManagedSseEnabled": Given(form="queue_encryption", source=_PAGE),
                "configuration.RedrivePolicy": Given(by="RedrivePolicy", form="as_it_is"),
                "configuration.RedriveAllowPolicy": Given(by="RedriveAllowPolicy", form="as_it_is"),
                "configuration.Policy": _NO_POLICY,
            },
            refers={"Arn": "QueueArn", "QueueName": "QueueName", "QueueUrl": "QueueUrl"},
        ),
        Spelt(
            kind="AWS::SQS::QueuePolicy",
            part_of="Queues",
            of_several=True,
            fields={"configuration.Policy": Given(by="PolicyDocument", form="as_it_is")},
        ),
        Spelt(
            kind="AWS::SQS::QueueInlinePolicy",
            part_of="Queue",
            fields={"configuration.Policy": Given(by="PolicyDocument", form="as_it_is")},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_sqs_queue",
            fields={
                **pascal("kms_master_key_id"),
                "configuration.QueueName": "name",
                **{
                    f"configuration.{name}": Given(by=by, default=default, source=_PROVIDER)
                    for name, (by, default) in _DEFAULTS.items()
                },
                "configuration.MaximumMessageSize": Given(
                    by="max_message_size", default=262144, source=_PROVIDER
                ),
                "configuration.FifoQueue": Given(by="fifo_queue", form="only_true"),
                "configuration.SqsManagedSseEnabled": Given(
                    form="queue_encryption", source=_PROVIDER
                ),
                "configuration.RedrivePolicy": Given(by="redrive_policy", form="as_it_is"),
                "configuration.RedriveAllowPolicy": Given(
                    by="redrive_allow_policy", form="as_it_is"
                ),
                "configuration.Policy": Given(by="policy", form="as_it_is"),
            },
            refers={
                "id": "QueueUrl",
                "url": "QueueUrl",
                "arn": "QueueArn",
                "name": "QueueName",
            },
        ),
        Spelt(
            kind="aws_sqs_queue_policy",
            part_of="queue_url",
            fields={"configuration.Policy": Given(by="policy", form="as_it_is")},
        ),
    ),
)
