"""What is declared of resource types' events: the events, parameters and fields are AWS's own."""

import re
from functools import cache
from typing import Any

import botocore.session
import pytest

from scanner.attribution.kinds import ALL, BY_TYPE, concerned, service_of
from scanner.fields import document_shape, known_types

SERVICES = {
    "access-analyzer": ("accessanalyzer",),
    "elasticfilesystem": ("efs",),
    "elasticloadbalancing": ("elbv2", "elb"),
    "es": ("opensearch", "es"),
    "monitoring": ("cloudwatch",),
}
CALLED_OTHERWISE = re.compile(
    r"(Put|Delete)(BucketPublicAccessBlock|AccountPublicAccessBlock|AccelerateConfiguration"
    r"|BucketObjectLockConfiguration)|ConsoleLogin"
)
"""Events that CloudTrail calls otherwise than the operation that makes them."""
UNHEARD_OF = re.compile(
    r"Delete(Bucket(Acl|Lifecycle|Logging|Notification|RequestPayment|Versioning)\w*"
    r"|ObjectLockConfiguration)"
)
"""What the table of buckets' settings has of itself; there are no such events."""


@cache
def operations(source: str) -> dict[str, Any]:
    session = botocore.session.Session()
    models = [session.get_service_model(name) for name in SERVICES.get(source, (source,))]
    return {
        re.sub(r"\d{4}_\d\d_\d\d$", "", name): model.operation_model(name)
        for model in models
        for name in model.operation_names
    }


def told(kind: Any) -> set[str]:
    of_elements = {
        name for each in kind.elements for name in (*each.adds, *each.removes, *each.changes)
    }
    return {*kind.made, *kind.sets, *kind.events, *kind.along, *of_elements}


def names(kind: Any) -> str:
    return f"{kind.type} by {kind.source}"


@pytest.mark.parametrize("kind", ALL, ids=names)
def test_each_event_that_is_named_is_an_operation(kind):
    known = {} if kind.source == "signin" else operations(kind.source)
    strange = {each for each in told(kind) if each not in known}
    assert not {each for each in strange if not CALLED_OTHERWISE.fullmatch(each)} - {
        each for each in strange if UNHEARD_OF.fullmatch(each)
    }


@pytest.mark.parametrize("kind", ALL, ids=names)
def test_each_field_that_is_named_is_in_the_types_document(kind):
    assert kind.type in known_types()
    of_elements = [
        f"{each.path}.{name}".rstrip(".")
        for each in kind.elements
        for name in ("", *each.keys.values(), *each.also.values())
    ]
    decided = [field for fields in kind.sets.values() for field in fields]
    renamed = [field.lstrip("+-").removesuffix(".*") for field in kind.fields.values()]
    known = (*decided, *renamed, *kind.told, *kind.fixed, *kind.untold, *kind.keys)
    tree = document_shape(kind.type).forms[0].tree
    assert [each for each in (*known, *of_elements) if not has(tree, each)] == []


def has(tree: Any, path: str) -> bool:
    for step in path.split("."):
        tree = tree[0] if isinstance(tree, list) else tree
        if not isinstance(tree, dict):
            return tree == "any"
        if "*" in tree and step not in tree:
            return True
        known = {name.lower(): name for name in tree}
        if step.lower() not in known:
            return False
        tree = tree[known[step.lower()]]
    return True


def test_every_type_that_the_traceability_profile_judges_is_declared():
    judged = {
        *("AWS::CloudTrail::Trail", "AWS::CloudTrail::EventDataStore", "AWS::KMS::Key"),
        *("AWS::S3::Bucket", "AWS::S3::AccountPublicAccessBlock", "AWS::Logs::LogGroup"),
        *("AWS::Logs::MetricFilter", "AWS::CloudWatch::Alarm", "AWS::SNS::Topic"),
        *("AWS::SNS::Subscription", "AWS::Config::ConfigurationRecorder"),
        *("AWS::Config::DeliveryChannel", "AWS::EC2::SecurityGroup", "AWS::EC2::NetworkAcl"),
        *("AWS::EC2::VPC", "AWS::EC2::Subnet", "AWS::EC2::RouteTable", "AWS::EC2::FlowLog"),
        *("AWS::RDS::DBInstance", "AWS::RDS::DBCluster", "AWS::RDS::DBSnapshot"),
        *("AWS::RDS::DBClusterSnapshot", "AWS::IAM::User", "AWS::IAM::Role", "AWS::IAM::Group"),
        *("AWS::IAM::Policy", "AWS::::Account", "AWS::EC2::InternetGateway"),
    }
    assert judged - set(BY_TYPE) == set()


@pytest.mark.parametrize(
    ("source", "event", "types"),
    [
        ("ec2.amazonaws.com", "AuthorizeSecurityGroupIngress", ["AWS::EC2::SecurityGroup"]),
        ("ec2.amazonaws.com", "CreateVpcEndpoint", ["AWS::EC2::VPCEndpoint"]),
        ("kms.amazonaws.com", "GenerateDataKeyWithoutPlaintext", []),
        ("s3.amazonaws.com", "PutObject", []),
        ("s3.amazonaws.com", "PutBucketAcl", ["AWS::S3::Bucket"]),
        ("rds.amazonaws.com", "CreateDBSnapshot", ["AWS::RDS::DBSnapshot"]),
        ("lambda.amazonaws.com", "UpdateFunctionCode20150331v2", ["AWS::Lambda::Function"]),
        ("logs.amazonaws.com", "PutMetricFilter", ["AWS::Logs::MetricFilter"]),
        ("evil.example.com", "CreateVpc", []),
    ],
)
def test_an_event_concerns_the_types_that_it_may_change(source, event, types):
    assert [each.type for each in concerned(source, event)] == types


def test_a_types_service_is_known_though_its_name_differs():
    assert service_of("AWS::CloudWatch::Dashboard") == "monitoring.amazonaws.com"
    assert service_of("AWS::Glue::Job") == "glue.amazonaws.com"
    assert service_of("nonsense") == ".amazonaws.com"
