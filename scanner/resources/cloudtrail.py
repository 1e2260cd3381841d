"""CloudTrail: trails, the events that they deliver, and the stores that keep events."""

from scanner.shape import Call, ResourceType, cloud_controlled

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
)

EVENT = ResourceType(
    name="AWS::CloudTrail::Event",
    id="eventID",
    shape="any",
    recorded=False,
)

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
