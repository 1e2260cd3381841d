"""SNS: a topic's attributes, all of them strings, and who receives what is published."""

from scanner.shape import Call, ResourceType, Tree

_FEEDBACK = (
    f"{protocol}{outcome}"
    for protocol in ("Application", "Firehose", "HTTP", "Lambda", "SQS")
    for outcome in (
        "FailureFeedbackRoleArn",
        "SuccessFeedbackRoleArn",
        "SuccessFeedbackSampleRate",
    )
)
_ATTRIBUTES = (
    "ArchivePolicy",
    "BeginningArchiveTime",
    "ContentBasedDeduplication",
    "DeliveryPolicy",
    "DisplayName",
    "EffectiveDeliveryPolicy",
    "FifoThroughputScope",
    "FifoTopic",
    "KmsMasterKeyId",
    "Owner",
    "SignatureVersion",
    "SubscriptionsConfirmed",
    "SubscriptionsDeleted",
    "SubscriptionsPending",
    "TopicArn",
    "TracingConfig",
)
_TOPIC: dict[str, Tree] = dict.fromkeys((*_ATTRIBUTES, *_FEEDBACK), "string")

TOPIC = ResourceType(
    name="AWS::SNS::Topic",
    id="TopicArn",
    arn="TopicArn",
    live=Call("sns", "list_topics", "Topics[]"),
    detail=Call("sns", "get_topic_attributes", "Attributes", each={"TopicArn": "TopicArn"}),
    more={
        "tags": Call("sns", "list_tags_for_resource", "Tags", each={"ResourceArn": "TopicArn"}),
    },
    spelling="identity",
    shape={**_TOPIC, "Policy": "any", "DataProtectionPolicy": "any"},
)

SUBSCRIPTION = ResourceType(
    name="AWS::SNS::Subscription",
    id="SubscriptionArn",
    unique=("TopicArn", "Protocol", "Endpoint"),  # the ARN of all that are pending is the same
    arn="SubscriptionArn",
    live=Call("sns", "list_subscriptions", "Subscriptions[]"),
    spelling="identity",
    recorded=False,
)
