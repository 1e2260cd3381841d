from datetime import UTC, datetime, timedelta, timezone

import boto3
import pytest

from scanner.clock import utc
from scanner.resources.generate import declared
from scanner.shape import Call, ResourceType
from scanner.sources import bucket_forms, forms
from scanner.sources.reshape import plain, reshaped, shape_of, tag_map

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def session():
    return boto3.Session("testing", "testing", region_name="eu-west-1")


def spelt(session, name, answer, part="live"):
    """An answer of AWS's as the type's configuration item has it."""
    resource_type = declared()[name]
    call = resource_type.more[part] if part in resource_type.more else getattr(resource_type, part)
    shape = shape_of(session.client(call.client), call)
    return reshaped(answer, shape, resource_type)


def test_names_are_in_aws_configs_spelling_all_the_way_down(session):
    answer = {"DBName": "x", "DBSubnetGroup": {"VpcId": "v", "Subnets": [{"SubnetStatus": "a"}]}}
    assert spelt(session, "AWS::RDS::DBInstance", answer) == {
        "dBName": "x",
        "dBSubnetGroup": {"vpcId": "v", "subnets": [{"subnetStatus": "a"}]},
    }
    assert spelt(session, "AWS::RDS::DBCluster", {"DBClusterArn": "a"}) == {"dbclusterArn": "a"}
    assert spelt(session, "AWS::Logs::MetricFilter", {"filterName": "f"}) == {"FilterName": "f"}


def test_the_keys_of_a_map_are_the_users_own(session):
    answer = {"Environment": {"Variables": {"Some_Name": "x"}}}
    assert spelt(session, "AWS::Lambda::Function", answer) == {
        "environment": {"variables": {"Some_Name": "x"}}
    }
    summary = spelt(session, "AWS::::Account", {"Users": 3}, "configuration.accountSummary")
    assert summary == {"Users": 3}


def test_what_botocores_model_lacks_is_left_out(session):
    answer = {"VpcId": "v", "ResponseMetadata": {}, "SDK_UNKNOWN_MEMBER": 1}
    assert spelt(session, "AWS::EC2::VPC", answer) == {"vpcId": "v"}


def test_dates_bytes_and_numbers_are_json():
    elsewhere = timezone(timedelta(hours=2))
    assert utc(NOON) == utc(NOON.astimezone(elsewhere)) == "2026-11-21T12:00:00.000Z"
    assert utc(NOON.replace(tzinfo=None)) == "2026-11-21T12:00:00.000Z"
    assert plain({"at": [NOON], "raw": b"\x00\x01", "n": 1.5}) == {
        "at": ["2026-11-21T12:00:00.000Z"],
        "raw": "AAE=",
        "n": 1.5,
    }


def test_dates_in_an_answer_are_iso_texts(session):
    assert spelt(session, "AWS::KMS::Key", {"CreationDate": NOON}, "detail") == {
        "creationDate": "2026-11-21T12:00:00.000Z"
    }


@pytest.mark.parametrize(
    "tags",
    [
        {"team": "red"},
        [{"Key": "team", "Value": "red"}],
        [{"key": "team", "value": "red"}],
        [{"TagKey": "team", "TagValue": "red"}],
        [{"tagKey": "team", "tagValue": "red"}],
    ],
)
def test_tags_are_a_map_however_a_service_lists_them(tags):
    assert tag_map(tags) == {"team": "red"}


def test_tags_without_a_value_are_empty_and_what_is_no_list_is_none():
    assert tag_map([{"Key": "team"}]) == {"team": ""}
    assert tag_map([]) == {}
    assert tag_map(None) is None


def test_what_a_bucket_lacks_is_known_to_be_lacking():
    assert bucket_forms.policy_text(None) == {"policyText": None}
    assert bucket_forms.versioning({}) == {"status": "Off", "isMfaDeleteEnabled": None}
    assert bucket_forms.logging(None) == {"destinationBucketName": None, "logFilePrefix": None}
    assert bucket_forms.notification({}) == {"configurations": {}}
    assert bucket_forms.tag_sets(None) == {"tagSets": [{"tags": {}}]}
    for each in (
        bucket_forms.encryption,
        bucket_forms.lifecycle,
        bucket_forms.replication,
        bucket_forms.cors,
        bucket_forms.website,
    ):
        assert each(None) is None


def test_a_buckets_versioning_tells_of_deletions_with_mfa():
    assert bucket_forms.versioning({"Status": "Enabled", "MFADelete": "Enabled"}) == {
        "status": "Enabled",
        "isMfaDeleteEnabled": True,
    }
    assert bucket_forms.versioning({"MFADelete": "Disabled"})["isMfaDeleteEnabled"] is False


def test_an_acl_names_groups_and_persons():
    everybody = {"Type": "Group", "URI": "http://acs.amazonaws.com/groups/global/AllUsers"}
    owner = {"ID": "abc", "DisplayName": "me"}
    grants = [
        {"Grantee": everybody, "Permission": "READ_ACP"},
        {"Grantee": {"Type": "CanonicalUser", **owner}, "Permission": "FULL_CONTROL"},
    ]
    assert bucket_forms.acl({"Owner": owner, "Grants": grants}) == {
        "grantList": [
            {"grantee": "AllUsers", "permission": "ReadAcp"},
            {"grantee": {"id": "abc", "displayName": "me"}, "permission": "FullControl"},
        ],
        "owner": {"id": "abc", "displayName": "me"},
    }


def test_an_acl_without_grants_is_not_an_answer():
    with pytest.raises(LookupError):
        bucket_forms.acl({"Owner": {}})


def test_a_lifecycle_rule_has_the_flat_names_of_aws_config():
    rule = {
        "ID": "old",
        "Status": "Enabled",
        "Expiration": {"Days": 30},
        "Filter": {"And": {"Prefix": "logs/", "Tags": [{"Key": "k", "Value": "v"}]}},
        "NoncurrentVersionExpiration": {"NoncurrentDays": 7},
        "Transitions": [{"Days": 3, "StorageClass": "GLACIER"}],
    }
    [found] = bucket_forms.lifecycle({"Rules": [rule]})["rules"]
    assert found["expirationInDays"] == 30
    assert found["noncurrentVersionExpirationInDays"] == 7
    assert found["transitions"] == [{"days": 3, "storageClass": "GLACIER"}]
    assert found["filter"]["predicate"] == {
        "type": "LifecycleAndOperator",
        "operands": [
            {"type": "LifecyclePrefixPredicate", "prefix": "logs/"},
            {"type": "LifecycleTagPredicate", "tag": {"key": "k", "value": "v"}},
        ],
    }


def test_replication_rules_and_notifications_go_by_their_names():
    assert bucket_forms.replication(
        {"Role": "r", "Rules": [{"ID": "all", "Status": "Enabled"}]}
    ) == {
        "roleARN": "r",
        "rules": {"all": {"iD": "all", "status": "Enabled"}},
    }
    told = {"Id": "n", "TopicArn": "t", "Events": ["s3:ObjectCreated:*"]}
    assert bucket_forms.notification({"TopicConfigurations": [told]}) == {
        "configurations": {
            "n": {
                "type": "TopicConfiguration",
                "topicARN": "t",
                "events": ["s3:ObjectCreated:*"],
                "filter": None,
            }
        }
    }


def test_who_asks_pays_only_if_the_bucket_says_so():
    assert bucket_forms.requester_pays("Requester") is True
    assert bucket_forms.requester_pays("BucketOwner") is False


def test_what_is_no_policy_is_not_taken_for_one():
    assert bucket_forms.policy_text({"Policy": '{"Statement": []}'}) == {
        "policyText": '{"Statement": []}'
    }
    for text in ("", "{}", "[]", "<html>"):
        with pytest.raises(ValueError):  # noqa: PT011 - whatever the decoder says
            bucket_forms.policy_text({"Policy": text})


def calls(resource_type):
    return [each for each in (resource_type.live, resource_type.detail) if each] + list(
        resource_type.more.values()
    )


def test_every_form_that_a_declaration_names_is_there():
    for each in declared().values():
        assert not each.form or each.form in forms.CONFIGURATIONS, each.name
        assert {call.form for call in calls(each)} <= {"", *forms.ANSWERS}, each.name


def test_every_operation_and_argument_that_is_declared_is_botocores(session):
    for each in declared().values():
        for call in calls(each):
            client = session.client(call.client)
            name = client.meta.method_to_api_mapping[call.operation]
            shape = client.meta.service_model.operation_model(name).input_shape
            given = {argument.removesuffix("[]") for argument in (*call.fixed, *call.each)}
            assert given <= set(shape.members if shape else ()), (each.name, call.operation)
            assert shape_of(client, call) is not None


def test_what_only_the_table_has_is_either_read_by_a_call_or_said_to_be_unread(session):
    """A field that nothing reads would be null: known to be absent, which nobody knows."""
    for each in declared().values():
        if each.live is None and not each.more:
            continue
        read = set(each.more) | {f"supplementaryConfiguration.{name}" for name in each.more}
        by_hand = {path for path in each.extra if path.count(".") == 1 and "[]" not in path}
        assert by_hand <= read | set(each.unread) | answered(session, each), each.name


def answered(session, resource_type):
    """What the answers have, and what a form makes."""
    made = {
        "AWS::EKS::Cluster": (
            *("CertificateAuthorityData", "ClusterStatus"),
            *("EncryptionConfigKeyArn", "OpenIdConnectIssuerUrl"),
        )
    }
    call = resource_type.detail or resource_type.live
    names = set(made.get(resource_type.name, ()))
    if call is not None:
        client = session.client(call.client)
        shape = shape_of(client, call)
        names |= set(reshaped(dict.fromkeys(getattr(shape, "members", ())), shape, resource_type))
    return {f"configuration.{name}" for name in names}


def test_a_type_may_rename_a_field_at_any_depth(session):
    made = ResourceType(
        name="X::Y::Z",
        id="",
        live=Call("ec2", "describe_vpcs", "Vpcs[]"),
        rename={"Ipv6CidrBlockState": "stateOfIt"},
    )
    shape = shape_of(session.client("ec2"), made.live)
    answer = {"Ipv6CidrBlockAssociationSet": [{"Ipv6CidrBlockState": {"State": "on"}}]}
    assert reshaped(answer, shape, made) == {
        "ipv6CidrBlockAssociationSet": [{"stateOfIt": {"state": "on"}}]
    }
