"""What a call was about, in a few names."""

import pytest

from scanner.attribution.about import about

TRAIL = "arn:aws:cloudtrail:eu-west-1:111122223333:trail/main"


def call(name, request=None, answer=None, source="ec2"):
    return {
        "eventSource": f"{source}.amazonaws.com",
        "eventName": name,
        "requestParameters": request,
        "responseElements": answer,
    }


def items(name, *ids):
    return {"items": [{name: each} for each in ids]}


@pytest.mark.parametrize(
    ("record", "told"),
    [
        (call("AuthorizeSecurityGroupIngress", {"groupId": "sg-1", "ipPermissions": {}}), "sg-1"),
        (call("CreateVpc", {"cidrBlock": "10.0.0.0/16"}, {"vpc": {"vpcId": "vpc-1"}}), "vpc-1"),
        (call("UpdateTrail", {"name": "main"}, {"trailARN": TRAIL}, "cloudtrail"), "main"),
        (call("StopLogging", {"name": TRAIL}, None, "cloudtrail"), TRAIL),
        (call("AttachRolePolicy", {"roleName": "app", "policyArn": "p"}, None, "iam"), "app and p"),
        (
            call("TerminateInstances", {"instancesSet": items("instanceId", "i-1", "i-2", "i-3")}),
            "i-1, i-2 and 1 more",
        ),
        (call("PutObject", {"bucketName": "b", "key": "k"}, None, "s3"), "b and k"),
        (call("Brew", {"clientToken": "t", "kettleId": "k-1", "size": 3}, None, "tea"), "k-1"),
        (
            call("CreateUser", {"userName": "bob"}, {"user": {"userId": "AIDA1"}}, "iam"),
            "bob and AIDA1",
        ),
        (call("DeregisterImage", {"imageId": "ami-1"}), "ami-1"),
        (
            call(
                "CreateJob", {"name": "j", "defaultArguments": {"my.secret.key": "S"}}, None, "glue"
            ),
            "j",
        ),
        (call("DeleteItem", {"tableName": "t", "key": {"name": "Jane Roe"}}, None, "db"), "t"),
        (call("AssumeThing", {"externalId": "S", "thingArn": "a"}, None, "tea"), "a"),
        (call("SetThing", {"userId": "HIDDEN_DUE_TO_SECURITY_REASONS"}, None, "tea"), ""),
        (call("DescribeInstances", {"maxResults": 5}), ""),
        (call("ConsoleLogin", None, {"ConsoleLogin": "Failure"}, "signin"), ""),
        (call("CreateVpc", "garbled", ["garbled"]), ""),
    ],
    ids=lambda each: each["eventName"] if isinstance(each, dict) else "",
)
def test_a_call_is_about_what_its_record_names(record, told):
    assert about(record) == told


def test_a_long_name_is_cut():
    assert len(about(call("CreateKettle", {"kettleName": "x" * 5000}, None, "tea"))) == 200
