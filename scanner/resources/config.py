"""AWS Config: what is recorded, and where it is delivered to."""

from scanner.shape import Call, Given, ResourceType, Spelt, pascal, same

_PAGE = (
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-{}.html"
)
_PROVIDER = "https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/website/docs/r/{}.html.markdown"
_RECORDER = _PAGE.format("config-configurationrecorder")
_RECORDER_PROVIDER = _PROVIDER.format("config_configuration_recorder")
_STATUS_PROVIDER = _PROVIDER.format("config_configuration_recorder_status")
_CHANNEL_PROVIDER = _PROVIDER.format("config_delivery_channel")
_MODE = {"RecordingFrequency": "CONTINUOUS", "RecordingModeOverrides": []}
_GROUP = {
    "AllSupported": True,
    "IncludeGlobalResourceTypes": False,
    "ResourceTypes": [],
    "RecordingStrategy": {"UseOnly": "ALL_SUPPORTED_RESOURCE_TYPES"},
}

RECORDER = ResourceType(
    name="AWS::Config::ConfigurationRecorder",
    id="Name",
    label="Name",
    live=Call("config", "describe_configuration_recorders", "ConfigurationRecorders[]"),
    more={
        "configuration.Recording": Call(
            "config",
            "describe_configuration_recorder_status",
            "ConfigurationRecordersStatus[].recording",
            each={"ConfigurationRecorderNames[]": "name"},
        ),
        "RecorderStatus": Call(
            "config",
            "describe_configuration_recorder_status",
            "ConfigurationRecordersStatus[]",
            each={"ConfigurationRecorderNames[]": "name"},
        ),
    },
    spelling="upperFirst",
    extra={"configuration.Id": "string"},
    unread=("configuration.Id",),
    cloudformation=(
        Spelt(
            kind="AWS::Config::ConfigurationRecorder",
            fields={
                **same("Name", "RoleARN"),
                "configuration.RecordingGroup": Given(
                    by="RecordingGroup", default=_GROUP, source=_RECORDER, form="recording_group"
                ),
                "configuration.RecordingMode": Given(
                    by="RecordingMode", default=_MODE, source=_RECORDER
                ),
                "configuration.Recording": Given(by=None, default=True, source=_RECORDER),
            },
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_config_configuration_recorder",
            fields={
                "configuration.Name": Given(
                    by="name", default="default", source=_RECORDER_PROVIDER
                ),
                "configuration.RoleARN": "role_arn",
                "configuration.RecordingGroup": Given(
                    by="recording_group",
                    default=_GROUP,
                    source=_RECORDER_PROVIDER,
                    form="recording_group",
                ),
                "configuration.RecordingMode": Given(
                    by="recording_mode",
                    default=_MODE,
                    source=_RECORDER_PROVIDER,
                    names={"recording_mode_override": "RecordingModeOverrides"},
                ),
                "configuration.Recording": Given(by=None, default=False, source=_STATUS_PROVIDER),
            },
            refers={"id": "Name", "name": "Name"},
        ),
        Spelt(
            kind="aws_config_configuration_recorder_status",
            part_of="name",
            fields={
                "configuration.Recording": Given(
                    by="is_enabled", default=False, source=_STATUS_PROVIDER
                )
            },
        ),
    ),
)

DELIVERY_CHANNEL = ResourceType(
    name="AWS::Config::DeliveryChannel",
    id="Name",
    label="Name",
    live=Call("config", "describe_delivery_channels", "DeliveryChannels[]"),
    more={
        "DeliveryChannelStatus": Call(
            "config",
            "describe_delivery_channel_status",
            "DeliveryChannelsStatus[]",
            each={"DeliveryChannelNames[]": "name"},
        ),
    },
    spelling="upperFirst",
    rename={
        "s3BucketName": "S3BucketName",
        "s3KeyPrefix": "S3KeyPrefix",
        "s3KmsKeyArn": "S3KmsKeyArn",
        "snsTopicARN": "SnsTopicARN",
    },
    recorded=False,
    cloudformation=(
        Spelt(
            kind="AWS::Config::DeliveryChannel",
            fields=same(
                "Name",
                "S3BucketName",
                "S3KeyPrefix",
                "S3KmsKeyArn",
                "SnsTopicARN",
                "ConfigSnapshotDeliveryProperties",
            ),
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_config_delivery_channel",
            fields={
                **pascal("s3_bucket_name", "s3_key_prefix", "s3_kms_key_arn"),
                "configuration.Name": Given(by="name", default="default", source=_CHANNEL_PROVIDER),
                "configuration.SnsTopicARN": "sns_topic_arn",
                "configuration.ConfigSnapshotDeliveryProperties": "snapshot_delivery_properties",
            },
            refers={"id": "Name"},
        ),
    ),
)

COMPLIANCE = ResourceType(
    name="AWS::Config::ResourceCompliance",
    id="",
    shape={
        "complianceType": "string",
        "configRuleList": [
            {
                "annotation": "string",
                "complianceType": "string",
                "configRuleArn": "string",
                "configRuleId": "string",
                "configRuleName": "string",
            }
        ],
        "targetResourceId": "string",
        "targetResourceType": "string",
    },
)
