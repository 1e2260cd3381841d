"""CloudTrail: trails, the events that they deliver, and the stores that keep events."""

from scanner.shape import Call, Given, ResourceType, Spelt, Tree, camel, cloud_controlled, lowered

_PAGE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudtrail-trail.html"

_PROVIDER = "https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/website/docs/r/cloudtrail.html.markdown"


_SELECTORS = "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html"


def _off(by: str, source: str = _PAGE) -> Given:
    return Given(by=by, default=False, source=source)


def _events(source: str) -> dict[str, str | Given]:
    """What a trail that is not there yet records: without selectors all management events."""
    return {
        "configuration.homeRegion": Given(by=None, default=None),  # it is nowhere yet
        "configuration.hasInsightSelectors": Given(by="", form="has_insights", source=source),
        "supplementaryConfiguration.EventSelectors": Given(
            by="", form="event_selectors", source=_SELECTORS
        ),
        "supplementaryConfiguration.InsightSelectors": Given(
            by="", form="insight_selectors", source=source
        ),
    }


TRAIL = ResourceType(
    name="AWS::CloudTrail::Trail",
    id="name",
    label="name",
    arn="trailARN",
    home=("TrailARN", "HomeRegion"),  # an organization's trail is only a shadow in its members
    live=Call("cloudtrail", "describe_trails", "trailList[]", fixed={"includeShadowTrails": True}),
    more={
        "TrailStatus": Call("cloudtrail", "get_trail_status", each={"Name": "TrailARN"}),
        "EventSelectors": Call("cloudtrail", "get_event_selectors", each={"TrailName": "TrailARN"}),
        "InsightSelectors": Call(
            "cloudtrail",
            "get_insight_selectors",
            each={"TrailName": "TrailARN"},
            absent=("InsightNotEnabledException",),
        ),
        "tags": Call(
            "cloudtrail",
            "list_tags",
            "ResourceTagList[].TagsList",
            each={"ResourceIdList[]": "TrailARN"},
        ),
    },
    cloudformation=(
        Spelt(
            kind="AWS::CloudTrail::Trail",
            fields={
                **lowered("S3BucketName", "S3KeyPrefix", "SnsTopicName"),
                **lowered("CloudWatchLogsLogGroupArn", "CloudWatchLogsRoleArn"),
                "configuration.name": "TrailName",
                "configuration.kmsKeyId": "KMSKeyId",
                "configuration.isMultiRegionTrail": _off("IsMultiRegionTrail"),
                "configuration.isOrganizationTrail": _off("IsOrganizationTrail"),
                "configuration.logFileValidationEnabled": _off("EnableLogFileValidation"),
                "configuration.includeGlobalServiceEvents": Given(
                    by="IncludeGlobalServiceEvents", default=True, source=_PAGE
                ),
                "configuration.snsTopicARN": Given(by="SnsTopicName", form="trail_topic"),
                "supplementaryConfiguration.TrailStatus.isLogging": "IsLogging",
                **_events(_PAGE),
            },
            refers={"Arn": "trailARN"},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_cloudtrail",
            fields={
                **camel("name", "sns_topic_name", "kms_key_id"),
                **camel("cloud_watch_logs_role_arn"),
                "configuration.s3BucketName": "s3_bucket_name",
                "configuration.s3KeyPrefix": "s3_key_prefix",
                "configuration.cloudWatchLogsLogGroupArn": "cloud_watch_logs_group_arn",
                "configuration.isMultiRegionTrail": _off("is_multi_region_trail", _PROVIDER),
                "configuration.isOrganizationTrail": _off("is_organization_trail", _PROVIDER),
                "configuration.logFileValidationEnabled": _off(
                    "enable_log_file_validation", _PROVIDER
                ),
                "configuration.includeGlobalServiceEvents": Given(
                    by="include_global_service_events", default=True, source=_PROVIDER
                ),
                "configuration.snsTopicARN": Given(by="sns_topic_name", form="trail_topic"),
                "supplementaryConfiguration.TrailStatus.isLogging": Given(
                    by="enable_logging", default=True, source=_PROVIDER
                ),
                **_events(_PROVIDER),
            },
            refers={"arn": "trailARN", "id": "name"},
        ),
    ),
)

_NAMES = ("type", "principalId", "arn", "accountId", "accessKeyId", "userName", "invokedBy")
_ISSUER: Tree = dict.fromkeys(("type", "principalId", "arn", "accountId", "userName"), "string")
_TLS: Tree = dict.fromkeys(
    ("tlsVersion", "cipherSuite", "clientProvidedHostHeader", "keyExchange"), "string"
)
# https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
# https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
EVENT = ResourceType(
    name="AWS::CloudTrail::Event",
    id="eventID",
    label="eventName",
    shape={
        **dict.fromkeys(("eventVersion", "eventTime", "eventSource", "eventName"), "string"),
        **dict.fromkeys(("awsRegion", "sourceIPAddress", "userAgent", "eventID"), "string"),
        **dict.fromkeys(("errorCode", "errorMessage", "requestID", "eventType"), "string"),
        **dict.fromkeys(("apiVersion", "recipientAccountId", "sharedEventID"), "string"),
        **dict.fromkeys(("vpcEndpointId", "vpcEndpointAccountId", "eventCategory"), "string"),
        **dict.fromkeys(("readOnly", "managementEvent"), "boolean"),
        "sessionCredentialFromConsole": "any",  # documented as text, seen as a boolean
        **dict.fromkeys(("requestParameters", "responseElements"), "any"),
        **dict.fromkeys(("additionalEventData", "serviceEventDetails"), "any"),
        **dict.fromkeys(("insightDetails", "edgeDeviceDetails", "addendum"), "any"),
        "eventContext": "any",
        "resources": [dict.fromkeys(("ARN", "accountId", "type", "ARNPrefix"), "string")],
        "tlsDetails": _TLS,
        "userIdentity": {
            **dict.fromkeys(_NAMES, "string"),
            **dict.fromkeys(("identityProvider", "credentialId", "identityStoreArn"), "string"),
            "inScopeOf": "any",
            "onBehalfOf": {"userId": "string", "identityStoreArn": "string"},
            "sessionContext": {
                "attributes": {"creationDate": "string", "mfaAuthenticated": "string"},
                "sessionIssuer": _ISSUER,
                "webIdFederationData": "any",
                "sourceIdentity": "string",
                "ec2RoleDelivery": "string",
                "assumedRoot": "any",
            },
        },
    },
    recorded=False,
)

DIGEST_CHAIN = ResourceType(
    name="AWS::CloudTrail::DigestChain",
    id="trail",
    label="trail",
    shape={
        **dict.fromkeys(("trail", "homeRegion", "since", "until"), "string"),
        "backfill": "boolean",
        "valid": "integer",
        **{name: ["string"] for name in ("altered", "missing", "unproven")},
        "gaps": [dict.fromkeys(("since", "until", "why"), "string")],
    },
    recorded=False,
)
"""What `scanner.verification.intact` proves of a trail's log files: a type of ours, not AWS's."""

_SELECTOR = ("Equals", "StartsWith", "EndsWith", "NotEquals", "NotStartsWith", "NotEndsWith")
EVENT_DATA_STORE = cloud_controlled(
    "AWS::CloudTrail::EventDataStore",
    id="EventDataStoreArn",
    label="Name",
    arn="EventDataStoreArn",
    shape={
        **dict.fromkeys(("EventDataStoreArn", "Name", "Status", "KmsKeyId"), "string"),
        **dict.fromkeys(("BillingMode", "FederationRoleArn", "InsightsDestination"), "string"),
        **dict.fromkeys(("CreatedTimestamp", "MaxEventSize", "UpdatedTimestamp"), "string"),
        **dict.fromkeys(("FederationEnabled", "IngestionEnabled"), "boolean"),
        **dict.fromkeys(("MultiRegionEnabled", "OrganizationEnabled"), "boolean"),
        "TerminationProtectionEnabled": "boolean",
        "RetentionPeriod": "integer",
        "AdvancedEventSelectors": [
            {
                "Name": "string",
                "FieldSelectors": [{"Field": "string", **{each: ["string"] for each in _SELECTOR}}],
            }
        ],
        "ContextKeySelectors": [{"Type": "string", "Equals": ["string"]}],
        "InsightSelectors": [{"InsightType": "string"}],
        "Tags": [{"Key": "string", "Value": "string"}],
    },
    behind=(
        "cloudtrail:GetEventConfiguration",
        "cloudtrail:GetEventDataStore",
        "cloudtrail:GetInsightSelectors",
        "cloudtrail:ListEventDataStores",
        "cloudtrail:ListTags",
    ),
    recorded=False,
)
