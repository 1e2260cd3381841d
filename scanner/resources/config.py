"""AWS Config: what is recorded, and where it is delivered to."""

from scanner.shape import Call, ResourceType

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
