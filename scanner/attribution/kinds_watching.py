"""The events that change what watches: trails, log groups, alarms, topics, AWS Config."""

from typing import Final

from scanner.attribution.kind import ANY, PART, Kind

_STATUS: Final = "supplementaryConfiguration.TrailStatus.isLogging"
_SELECTORS: Final = {
    "supplementaryConfiguration.EventSelectors": ANY,
    "configuration.hasCustomEventSelectors": ANY,
}
_INSIGHTS: Final = {
    "supplementaryConfiguration.InsightSelectors": ANY,
    "configuration.hasInsightSelectors": ANY,
}

KINDS: Final = (
    Kind(
        type="AWS::CloudTrail::Trail",
        source="cloudtrail",
        nouns=("Trail",),
        names=("name", "trailname", "trailarn", "resourceid"),
        made=("CreateTrail",),
        sets={
            "StartLogging": {_STATUS: True},
            "StopLogging": {_STATUS: False},
            "PutEventSelectors": _SELECTORS,
            "PutInsightSelectors": _INSIGHTS,
            "UpdateTrail": {"configuration.snsTopicARN": f"{PART}snstopicname"},
            "AddTags": {"tags": PART},
            "RemoveTags": {"tags": PART},
        },
        fields={
            "enablelogfilevalidation": "configuration.logFileValidationEnabled",
            "snstopicname": "configuration.snsTopicName",
            "tagslist": "tags",
        },
        told=(
            "configuration.cloudWatchLogsLogGroupArn",
            "configuration.includeGlobalServiceEvents",
            "configuration.isMultiRegionTrail",
            "configuration.isOrganizationTrail",
            "configuration.kmsKeyId",
            "configuration.s3BucketName",
        ),
        fixed=("configuration.trailARN",),
        untold=("supplementaryConfiguration.TrailStatus",),
    ),
    Kind(
        type="AWS::CloudTrail::EventDataStore",
        source="cloudtrail",
        nouns=("EventDataStore",),
        ids=("eventdatastorearn", "eventdatastore"),
        made=("CreateEventDataStore",),
    ),
    Kind(
        type="AWS::Logs::LogGroup",
        source="logs",
        nouns=("LogGroup", "DataProtectionPolicy"),
        names=("loggroupname", "loggroupidentifier"),
        made=("CreateLogGroup",),
        events=("PutRetentionPolicy", "AssociateKmsKey"),
        sets={
            "DeleteRetentionPolicy": {"configuration.RetentionInDays": None},
            "DisassociateKmsKey": {"configuration.KmsKeyId": None},
        },
    ),
    Kind(
        type="AWS::Logs::MetricFilter",
        source="logs",
        nouns=("MetricFilter",),
        names=("filtername",),
        told_apart="loggroupname",
        sets={"PutMetricFilter": {"configuration": ANY}},
    ),
    Kind(
        type="AWS::CloudWatch::Alarm",
        source="monitoring",
        nouns=("Alarm",),
        names=("alarmname", "alarmnames"),
        sets={
            "PutMetricAlarm": {"configuration": ANY},
            "EnableAlarmActions": {"configuration.actionsEnabled": True},
            "DisableAlarmActions": {"configuration.actionsEnabled": False},
        },
    ),
    Kind(
        type="AWS::SNS::Topic",
        source="sns",
        nouns=("Topic",),
        ids=("topicarn",),
        made=("CreateTopic",),
        again=True,
        sets={
            "CreateTopic": {"configuration.Policy": None},
            "AddPermission": {"configuration.Policy": PART},
            "RemovePermission": {"configuration.Policy": PART},
        },
        fields={"attributes.*": "configuration.*"},
        told=("configuration.KmsMasterKeyId",),
        fixed=("configuration.TopicArn",),
        untold=("configuration.SubscriptionsConfirmed",),
    ),
    Kind(
        type="AWS::SNS::Subscription",
        source="sns",
        nouns=("Subscri", "Unsubscribe"),
        ids=("subscriptionarn",),
        made=("Subscribe",),
        fixed=("configuration.SubscriptionArn", "configuration.TopicArn"),
    ),
    Kind(
        type="AWS::SQS::Queue",
        source="sqs",
        nouns=("Queue",),
        ids=("queueurl",),
        made=("CreateQueue",),
        again=True,
        sets={
            "CreateQueue": {"configuration.Policy": None},
            "AddPermission": {"configuration.Policy": PART},
            "RemovePermission": {"configuration.Policy": PART},
        },
        fields={"attributes.*": "configuration.*"},
        told=("configuration.KmsMasterKeyId", "configuration.SqsManagedSseEnabled"),
    ),
    Kind(
        type="AWS::Config::ConfigurationRecorder",
        source="config",
        nouns=("ConfigurationRecorder",),
        names=("configurationrecorder.name", "configurationrecordername"),
        sets={
            "StartConfigurationRecorder": {"configuration.Recording": True},
            "StopConfigurationRecorder": {"configuration.Recording": False},
        },
        told=(
            "configuration.RecordingGroup",
            "configuration.RecordingMode",
            "configuration.RoleARN",
        ),
        untold=("supplementaryConfiguration.RecorderStatus",),
        inside="configurationrecorder",
    ),
    Kind(
        type="AWS::Config::DeliveryChannel",
        source="config",
        nouns=("DeliveryChannel",),
        names=("deliverychannel.name", "deliverychannelname"),
        told=("configuration.ConfigSnapshotDeliveryProperties", "configuration.S3BucketName"),
        untold=("supplementaryConfiguration.DeliveryChannelStatus",),
        inside="deliverychannel",
    ),
)
