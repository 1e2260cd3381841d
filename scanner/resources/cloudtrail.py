"""CloudTrail: trails, and the events that they deliver."""

from scanner.shape import Call, ResourceType

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
