"""Trails: which events templates and Terraform say that they record, and whom they tell."""

import pytest
from mappings import LATER, configuration, resource, set_fields, supplementary

from scanner.unresolved import Unresolved

DEFAULT = {
    "readWriteType": "All",
    "includeManagementEvents": True,
    "excludeManagementEventSources": [],
    "dataResources": [],
}
OBJECTS = {"dataResources": [{"type": "AWS::S3::Object", "values": ["arn:aws:s3"]}]}
SAME = {
    "no selectors": (
        resource("AWS::CloudTrail::Trail"),
        resource("aws_cloudtrail", event_selector=[], advanced_event_selector=[]),
        {"eventSelectors": [DEFAULT], "advancedEventSelectors": []},
    ),
    "basic selectors": (
        resource(
            "AWS::CloudTrail::Trail",
            EventSelectors=[
                {
                    "ReadWriteType": "WriteOnly",
                    "IncludeManagementEvents": "false",
                    "DataResources": [{"Type": "AWS::S3::Object", "Values": ["arn:aws:s3"]}],
                },
                {"ExcludeManagementEventSources": ["kms.amazonaws.com"]},
            ],
        ),
        resource(
            "aws_cloudtrail",
            event_selector=[
                {
                    "read_write_type": "WriteOnly",
                    "include_management_events": False,
                    "exclude_management_event_sources": None,
                    "data_resource": [{"type": "AWS::S3::Object", "values": ["arn:aws:s3"]}],
                },
                {
                    "read_write_type": "All",
                    "include_management_events": True,
                    "exclude_management_event_sources": ["kms.amazonaws.com"],
                    "data_resource": [],
                },
            ],
        ),
        {
            "eventSelectors": [
                DEFAULT
                | OBJECTS
                | {"readWriteType": "WriteOnly", "includeManagementEvents": False},
                DEFAULT | {"excludeManagementEventSources": ["kms.amazonaws.com"]},
            ],
            "advancedEventSelectors": [],
        },
    ),
    "an advanced selector": (
        resource(
            "AWS::CloudTrail::Trail",
            AdvancedEventSelectors=[
                {
                    "Name": "data",
                    "FieldSelectors": [
                        {"Field": "eventCategory", "Equals": ["Data"]},
                        {"Field": "resources.ARN", "NotStartsWith": ["arn:aws:s3:::logs/"]},
                    ],
                }
            ],
        ),
        resource(
            "aws_cloudtrail",
            advanced_event_selector=[
                {
                    "name": "data",
                    "field_selector": [
                        {"field": "eventCategory", "equals": ["Data"], "not_starts_with": []},
                        {
                            "field": "resources.ARN",
                            "equals": None,
                            "not_starts_with": ["arn:aws:s3:::logs/"],
                        },
                    ],
                }
            ],
        ),
        {
            "eventSelectors": [],
            "advancedEventSelectors": [
                {
                    "name": "data",
                    "fieldSelectors": [
                        {"field": "eventCategory", "equals": ["Data"]},
                        {"field": "resources.ARN", "notStartsWith": ["arn:aws:s3:::logs/"]},
                    ],
                }
            ],
        },
    ),
}


@pytest.mark.parametrize("name", SAME)
def test_selectors_are_those_that_cloudtrail_would_tell(name):
    template, terraform, told = SAME[name]
    for each in (template, terraform):
        assert set_fields(supplementary(each)["EventSelectors"]) == told


@pytest.mark.parametrize(
    "unsure",
    [
        resource("AWS::CloudTrail::Trail", EventSelectors=LATER),
        resource("aws_cloudtrail", advanced_event_selector=LATER),
    ],
)
def test_selectors_that_only_deployment_decides_are_not_known(unsure):
    found = supplementary(unsure)["EventSelectors"]
    assert Unresolved in map(type, found.values())
    assert found["eventSelectors"] != [DEFAULT]


@pytest.mark.parametrize(
    ("written", "kinds"),
    [
        (resource("AWS::CloudTrail::Trail"), []),
        (
            resource(
                "AWS::CloudTrail::Trail", InsightSelectors=[{"InsightType": "ApiCallRateInsight"}]
            ),
            ["ApiCallRateInsight"],
        ),
        (resource("aws_cloudtrail", insight_selector=[]), []),
        (
            resource("aws_cloudtrail", insight_selector=[{"insight_type": "ApiErrorRateInsight"}]),
            ["ApiErrorRateInsight"],
        ),
    ],
)
def test_insights_is_on_where_a_selector_says_so(written, kinds):
    found = supplementary(written)["InsightSelectors"] or {"insightSelectors": []}
    assert [each["insightType"] for each in found["insightSelectors"]] == kinds
    assert configuration(written)["hasInsightSelectors"] is bool(kinds)


def test_a_trail_that_is_not_there_yet_is_at_home_nowhere():
    assert configuration(resource("AWS::CloudTrail::Trail"))["homeRegion"] is None


def test_a_topic_is_told_by_its_arn_and_its_name_is_no_arn():
    arn = "arn:aws:sns:eu-west-1:111122223333:trail"
    assert configuration(resource("aws_cloudtrail", sns_topic_name=arn))["snsTopicARN"] == arn
    named = configuration(resource("AWS::CloudTrail::Trail", SnsTopicName="trail"))["snsTopicARN"]
    assert named.present
    assert not named.token
    none = configuration(resource("AWS::CloudTrail::Trail"))["snsTopicARN"]
    assert none is None
