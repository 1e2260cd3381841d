"""CloudTrail: trails, and the events that they deliver."""

from scanner.shape import Call, ResourceType

TRAIL = ResourceType(
    name="AWS::CloudTrail::Trail",
    id="name",
    live=Call("cloudtrail", "describe_trails", "trailList[]", fixed={"includeShadowTrails": False}),
    more={
        "TrailStatus": Call("cloudtrail", "get_trail_status", each={"Name": "TrailARN"}),
        "EventSelectors": Call("cloudtrail", "get_event_selectors", each={"TrailName": "TrailARN"}),
        "InsightSelectors": Call(
            "cloudtrail", "get_insight_selectors", each={"TrailName": "TrailARN"}
        ),
    },
)

EVENT = ResourceType(
    name="AWS::CloudTrail::Event",
    id="eventID",
    shape="any",
    recorded=False,
)
