import json
import re

import pytest

from scanner import builtin
from scanner.errors import UserError
from scanner.model import Needs
from scanner.permissions import action, policy
from scanner.scan import needs_of
from scanner.shape import Call
from scanner.sources.plan import declared
from scanner.sources.reach import Reach

READS = re.compile("(Describe|Get|List|Lookup|Select|BatchGet|Search|Head)[A-Z]")
HERE = Reach(regions=("eu-west-1",))


def actions(needs, reach=HERE):
    return [
        each for statement in json.loads(policy(needs, reach))["Statement"]
        for each in statement["Action"]
    ]  # fmt: skip


def every_call():
    for each in declared().values():
        yield from (call for call in (each.live, each.detail, *each.more.values()) if call)


@pytest.mark.parametrize(
    "operation",
    [
        *("delete_trail", "put_bucket_policy", "stop_logging", "start_configuration_recorder"),
        *("update_trail", "create_trail", "generate_data_key", "assume_role", "get", "list_"),
        *("getaway", "batch_delete", "search", "Describe_trails", "describe_trails; delete_trail"),
        *("generate_credential_report_now", "", "_get_x", "describe_trails\n"),
    ],
)
def test_an_operation_that_may_change_something_cannot_be_declared(operation):
    with pytest.raises(ValueError, match="change nothing"):
        Call("cloudtrail", operation)


def test_nothing_that_is_declared_changes_anything():
    for call in every_call():
        wanted = action(call.client, call.operation)
        service, _, name = wanted.partition(":")
        assert re.fullmatch("[a-z0-9-]+", service)
        read = READS.match(name) or wanted in ("iam:GenerateCredentialReport", "apigateway:GET")
        assert read, wanted


@pytest.mark.parametrize(
    ("client", "operation", "wanted"),
    [
        ("s3", "list_buckets", "s3:ListAllMyBuckets"),
        ("s3", "get_bucket_encryption", "s3:GetEncryptionConfiguration"),
        ("s3", "get_bucket_lifecycle_configuration", "s3:GetLifecycleConfiguration"),
        ("s3", "get_bucket_acl", "s3:GetBucketAcl"),
        ("s3", "get_public_access_block", "s3:GetBucketPublicAccessBlock"),
        ("s3control", "get_public_access_block", "s3:GetAccountPublicAccessBlock"),
        ("elbv2", "describe_load_balancers", "elasticloadbalancing:DescribeLoadBalancers"),
        ("cloudwatch", "describe_alarms", "cloudwatch:DescribeAlarms"),
        ("rds", "describe_db_instances", "rds:DescribeDBInstances"),
        ("iam", "list_mfa_devices", "iam:ListMFADevices"),
        ("logs", "describe_metric_filters", "logs:DescribeMetricFilters"),
        ("cloudcontrol", "list_resources", "cloudformation:ListResources"),
        ("apigatewayv2", "get_apis", "apigateway:GET"),
    ],
)
def test_actions_are_what_iam_calls_them(client, operation, wanted):
    assert action(client, operation) == wanted


def test_a_policy_allows_what_the_rules_read_and_nothing_more():
    needs = Needs({"AWS::KMS::Key": frozenset({"configuration.keyState"})})
    assert actions(needs) == ["kms:DescribeKey", "kms:ListKeys"]


def test_a_policy_is_valid_sorted_and_short_enough_for_iam():
    text = policy(needs_of(builtin.rules()), Reach())
    for statement in json.loads(text)["Statement"]:
        assert statement["Action"] == sorted(set(statement["Action"]))
        assert (statement["Effect"], statement["Resource"][0][:1]) in {
            ("Allow", "*"),
            ("Allow", "a"),
        }
    assert len(re.sub(r"\s", "", text)) < 6144


def test_the_policy_for_everything_that_is_declared_is_short_enough_too():
    text = policy(Needs(dict.fromkeys(declared())), Reach(organization=True, role="audit"))
    assert len(re.sub(r"\s", "", text)) < 6144


def test_a_timeline_reads_histories_and_nothing_else():
    needs = Needs({"AWS::EC2::SecurityGroup": ()})
    statements = json.loads(policy(needs, HERE, ["timeline"]))["Statement"]
    read = ["config:GetResourceConfigHistory", "config:ListDiscoveredResources"]
    assert [each["Action"] for each in statements] == [read]


def test_several_sources_need_what_each_of_them_does():
    needs = Needs({"AWS::EC2::SecurityGroup": ()})
    (read,) = json.loads(policy(needs, HERE, ["aws", "aws-events"]))["Statement"]
    assert read["Action"] == ["cloudtrail:LookupEvents", "ec2:DescribeSecurityGroups"]


def test_files_in_a_bucket_are_listed_and_got_and_proven_by_public_keys():
    for source, more in (("s3", []), ("verify", ["cloudtrail:ListPublicKeys"])):
        (read,) = json.loads(policy(Needs({}), Reach(), [source]))["Statement"]
        assert read["Action"] == [*more, "s3:GetObject", "s3:ListBucket"]


def test_regions_that_are_named_need_not_be_asked_for():
    needs = Needs({"AWS::EC2::VPC": frozenset()})
    assert actions(needs) == ["ec2:DescribeVpcs"]
    assert actions(needs, Reach()) == ["ec2:DescribeRegions", "ec2:DescribeVpcs"]


def test_api_gateways_one_action_is_allowed_where_it_reads_apis():
    text = policy(Needs({"AWS::ApiGateway::RestApi": frozenset()}), HERE)
    (statement,) = json.loads(text)["Statement"]
    assert statement["Action"] == ["apigateway:GET"]
    assert statement["Resource"] == ["arn:*:apigateway:*::/restapis"]


def test_an_organization_is_listed_whole_or_below_its_units():
    needs = Needs({})
    assert actions(needs, Reach(regions=("eu-west-1",), organization=True)) == [
        "organizations:ListAccounts"
    ]
    assert actions(needs, Reach(regions=("eu-west-1",), units=("ou-1",))) == [
        "organizations:ListAccountsForParent",
        "organizations:ListOrganizationalUnitsForParent",
    ]


def test_a_role_is_entered_in_the_accounts_that_are_named_and_no_others():
    named = ("111122223333", "444455556666")
    reach = Reach(regions=("eu-west-1",), accounts=named, excluded=named[1:], role="audit")
    (statement,) = json.loads(policy(Needs({}), reach))["Statement"]
    assert statement["Action"] == ["sts:AssumeRole"]
    assert statement["Resource"] == ["arn:*:iam::111122223333:role/audit"]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"accounts": ("1111",)}, "--account 1111: an account id has twelve digits"),
        ({"excluded": ("x",)}, "--exclude-account x"),
        ({"accounts": ("111122223333",), "organization": True}, "not both"),
        ({"external_id": "x"}, "name it with --role"),
    ],
)
def test_options_that_contradict_one_another_are_a_sentence(options, says):
    with pytest.raises(UserError, match=says):
        Reach(**options)
