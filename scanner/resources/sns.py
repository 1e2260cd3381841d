"""SNS: a topic's attributes, all of them strings, and who receives what is published."""

from scanner.filling import ACCOUNT
from scanner.shape import Call, Given, ResourceType, Spelt, Tree, pascal, same
from scanner.unresolved import OPEN, Unresolved

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

_PAGE = (
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
    "aws-resource-sns-topic.html"
)
_DEFAULT = "https://docs.aws.amazon.com/sns/latest/dg/sns-create-topic.html"
_POLICY = {
    "Version": "2008-10-17",
    "Id": "__default_policy_ID",
    "Statement": [
        {
            "Sid": "__default_statement_ID",
            "Effect": "Allow",
            "Principal": {"AWS": "*"},
            "Action": [
                "SNS:GetTopicAttributes",
                "SNS:SetTopicAttributes",
                "SNS:AddPermission",
                "SNS:RemovePermission",
                "SNS:DeleteTopic",
                "SNS:Subscribe",
                "SNS:ListSubscriptionsByTopic",
                "SNS:Publish",
            ],
            "Resource": Unresolved("the topic's ARN is known after deployment", present=True),
            "Condition": {
                "StringEquals": {
                    "AWS:SourceOwner": Unresolved(
                        "the account is chosen at deployment",
                        present=True,
                        token=f"{OPEN}{ACCOUNT}",
                    )
                }
            },
        }
    ],
}
_CONFIRMED: dict[str, str | Given] = {
    "configuration.SubscriptionArn": Given(
        by=None, default=Unresolved("whether it is confirmed is known after deployment")
    )
}


def _attributes(policy: str | None, fifo: str, deduplicated: str) -> dict[str, str | Given]:
    """The attributes of a topic that have defaults, or are told only where they are true."""
    return {
        "configuration.DisplayName": Given(
            by="DisplayName" if policy is None else "display_name", default="", source=_PAGE
        ),
        "configuration.Policy": Given(by=policy, default=_POLICY, source=_DEFAULT, form="as_it_is"),
        "configuration.FifoTopic": Given(by=fifo, form="only_true"),
        "configuration.ContentBasedDeduplication": Given(by=deduplicated, form="only_true"),
    }


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
    cloudformation=(
        Spelt(
            kind="AWS::SNS::Topic",
            fields={
                **same("KmsMasterKeyId"),
                **_attributes(None, "FifoTopic", "ContentBasedDeduplication"),
                "configuration.SignatureVersion": Given(
                    by="SignatureVersion", default="1", source=_PAGE
                ),
                "configuration.TracingConfig": Given(
                    by="TracingConfig", default="PassThrough", source=_PAGE
                ),
                "configuration.DataProtectionPolicy": Given(
                    by="DataProtectionPolicy", form="as_it_is"
                ),
            },
            refers={"TopicArn": "TopicArn"},
        ),
        Spelt(
            kind="AWS::SNS::TopicPolicy",
            part_of="Topics",
            of_several=True,
            fields={"configuration.Policy": Given(by="PolicyDocument", form="as_it_is")},
        ),
        Spelt(
            kind="AWS::SNS::TopicInlinePolicy",
            part_of="TopicArn",
            fields={"configuration.Policy": Given(by="PolicyDocument", form="as_it_is")},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_sns_topic",
            fields={
                **pascal("kms_master_key_id"),
                **_attributes("policy", "fifo_topic", "content_based_deduplication"),
                "configuration.SignatureVersion": Given(
                    by="signature_version", default="1", source=_PAGE
                ),
                "configuration.TracingConfig": Given(
                    by="tracing_config", default="PassThrough", source=_PAGE
                ),
                "configuration.DeliveryPolicy": Given(by="delivery_policy", form="as_it_is"),
            },
            refers={"id": "TopicArn", "arn": "TopicArn"},
        ),
        Spelt(
            kind="aws_sns_topic_policy",
            part_of="arn",
            fields={
                "configuration.Policy": Given(
                    by="policy",
                    default=Unresolved("its policy is known after deployment"),
                    form="as_it_is",
                ),
            },
        ),
        Spelt(
            kind="aws_sns_topic_data_protection_policy",
            part_of="arn",
            fields={"configuration.DataProtectionPolicy": Given(by="policy", form="as_it_is")},
        ),
    ),
)

SUBSCRIPTION = ResourceType(
    name="AWS::SNS::Subscription",
    id="SubscriptionArn",
    unique=("TopicArn", "Protocol", "Endpoint"),  # the ARN of all that are pending is the same
    arn="SubscriptionArn",
    live=Call("sns", "list_subscriptions", "Subscriptions[]"),
    spelling="identity",
    recorded=False,
    cloudformation=(
        Spelt(
            kind="AWS::SNS::Subscription",
            fields={**same("TopicArn", "Protocol", "Endpoint"), **_CONFIRMED},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_sns_topic_subscription",
            fields={**pascal("topic_arn", "protocol", "endpoint"), **_CONFIRMED},
            refers={"id": "SubscriptionArn", "arn": "SubscriptionArn"},
        ),
    ),
)
