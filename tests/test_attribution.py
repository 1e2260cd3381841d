"""Which event made a resource what it is, and where nobody can tell."""

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.attribution.culprit import ALL, Culprit, culprit
from scanner.attribution.histories import MOST, Histories
from tests.attributions import ALICE, log, record, session, took

PLACE = {"accountId": "111122223333", "awsRegion": "eu-west-1"}
TRAIL = {"resourceType": "AWS::CloudTrail::Trail", "resourceId": "t", "resourceName": "t", **PLACE}


def trail(**configuration: Any) -> dict[str, Any]:
    return {**TRAIL, "configuration": configuration}


def of(type: str, id: str, configuration: Any = None, **more: Any) -> dict[str, Any]:
    return {
        "resourceType": type,
        "resourceId": id,
        **PLACE,
        "configuration": configuration or {},
        **more,
    }


def attributed(culprits: Any, *records: Any) -> Any:
    """What is told of a finding with this culprit, or these, after these records."""
    histories = Histories({"f": culprits if isinstance(culprits, list) else [culprits]})
    histories.add(log(*records))
    return histories.attribution("f")


def ids(found: Any) -> list[str]:
    return [each.id for each in found.changes]


NOT_EVERYWHERE = culprit(trail(isMultiRegionTrail=False), ["configuration.isMultiRegionTrail"])


def update(at: str = "12:00:00", name: str = "t", **settings: Any) -> Any:
    return record("cloudtrail:UpdateTrail", {"name": name, **settings}, at=at)


def test_the_event_that_set_the_field_is_told():
    found = attributed(NOT_EVERYWHERE, update(isMultiRegionTrail=False))
    assert (ids(found), found.sure, found.why) == (["UpdateTrail-12:00:00"], True, "")


def test_the_newest_that_set_it_is_told_in_whatever_order_they_are_read():
    records = [update(f"12:00:0{n}", isMultiRegionTrail=False) for n in range(5)]
    random.Random(7).shuffle(records)
    assert ids(attributed(NOT_EVERYWHERE, *records)) == ["UpdateTrail-12:00:04"]


def test_a_later_write_that_does_not_show_the_field_hides_nothing():
    later = update("13:00:00", s3KeyPrefix="logs")
    found = attributed(NOT_EVERYWHERE, update(isMultiRegionTrail=False), later)
    assert (ids(found), found.sure) == (["UpdateTrail-12:00:00"], True)


def test_a_later_write_whose_parameters_are_not_recorded_could_have_set_it():
    later = record("cloudtrail:UpdateTrail", None, {"name": "t"}, at="13:00:00")
    found = attributed(NOT_EVERYWHERE, update(isMultiRegionTrail=False), later)
    assert (ids(found), found.sure) == (["UpdateTrail-12:00:00"], False)
    assert "UpdateTrail at 2026-11-10T13:00:00Z came later, and could have set" in found.why


def test_what_is_left_out_when_it_is_made_has_its_default():
    made = record("cloudtrail:CreateTrail", {"name": "t"}, {"name": "t"})
    found = attributed(NOT_EVERYWHERE, made)
    assert (ids(found), found.sure, found.changes[0].created) == (
        ["CreateTrail-12:00:00"],
        True,
        True,
    )


def test_a_making_that_answers_otherwise_did_not_make_it_so():
    made = record(
        "cloudtrail:CreateTrail", {"name": "t"}, {"name": "t", "isMultiRegionTrail": True}
    )
    found = attributed(NOT_EVERYWHERE, made)
    assert (ids(found), found.sure) == ([], False)
    assert "left configuration.isMultiRegionTrail otherwise" in found.why


def test_an_event_that_was_undone_did_not_make_it_so():
    undone = update("13:00:00", isMultiRegionTrail=True)
    found = attributed(NOT_EVERYWHERE, update(isMultiRegionTrail=False), undone)
    assert (ids(found), found.sure) == ([], False)
    assert "what changed it after that is not in the logs" in found.why


@pytest.mark.parametrize(
    "more",
    [{"errorCode": "AccessDenied"}, {"readOnly": True}, {"managementEvent": False}],
    ids=["refused", "read only", "a data event"],
)
def test_what_changes_nothing_is_nobodys_doing(more):
    refused = record("cloudtrail:UpdateTrail", {"name": "t", "isMultiRegionTrail": False}, **more)
    found = attributed(NOT_EVERYWHERE, refused)
    assert found.why == "no event touched t; the logs begin at 2026-11-10T12:00:00Z"


@pytest.mark.parametrize(
    "more",
    [
        {"recipientAccountId": "999999999999"},
        {"awsRegion": "us-east-1"},
        {"eventSource": "rds.amazonaws.com"},
    ],
)
def test_a_namesake_elsewhere_is_somebody_else(more):
    other = record("cloudtrail:UpdateTrail", {"name": "t", "isMultiRegionTrail": False}, **more)
    assert ids(attributed(NOT_EVERYWHERE, other)) == []


def test_a_name_inside_of_another_is_another():
    assert ids(attributed(NOT_EVERYWHERE, update(name="t2", isMultiRegionTrail=False))) == []


def test_events_after_the_item_was_recorded_do_not_count():
    one = culprit(
        trail(isMultiRegionTrail=False),
        ["configuration.isMultiRegionTrail"],
        "2026-11-10T12:30:00.500Z",
    )
    later = update("12:30:01", isMultiRegionTrail=False)
    assert ids(attributed(one, update("12:30:00", isMultiRegionTrail=False), later)) == [
        "UpdateTrail-12:30:00"
    ]
    found = attributed(one, later)
    assert "was touched only after it was recorded" in found.why


def test_two_in_the_same_second_are_ambiguous():
    both = [update(isMultiRegionTrail=False, s3KeyPrefix=n) for n in "ab"]
    both[1]["eventID"] = "other"
    found = attributed(NOT_EVERYWHERE, *both)
    assert (len(found.changes), found.sure) == (2, False)
    assert found.why.startswith("ambiguous: UpdateTrail at")


def test_what_names_the_field_decides_before_a_making_in_the_same_second():
    made = record("cloudtrail:CreateTrail", {"name": "t"}, {"name": "t"})
    found = attributed(NOT_EVERYWHERE, made, update(isMultiRegionTrail=False))
    assert (ids(found), found.sure) == (["UpdateTrail-12:00:00"], True)


def test_an_event_that_arrives_twice_counts_once():
    one = update(isMultiRegionTrail=False)
    found = attributed(NOT_EVERYWHERE, one, one)
    assert (len(found.changes), found.sure) == (1, True)


def test_a_culprit_without_a_fault_has_its_last_write():
    one = Culprit("AWS::CloudTrail::Trail", "t")
    found = attributed(one, update(), update("13:00:00"))
    assert (ids(found), found.sure) == (["UpdateTrail-13:00:00"], False)
    assert found.why == "the last write to it; which value is at fault is not known"


def test_where_there_is_none_left_whoever_took_the_last_one_away_is_told():
    one = Culprit("AWS::CloudTrail::Trail", ALL, account="111122223333")
    gone = record("cloudtrail:DeleteTrail", {"name": "any"}, at="13:00:00")
    found = attributed(one, update(), gone)
    assert (ids(found), found.why) == (["DeleteTrail-13:00:00"], "what was taken away last")


def test_several_culprits_of_a_finding_are_told_together_and_the_newest_first():
    other = culprit(
        trail(isMultiRegionTrail=False) | {"resourceId": "u", "resourceName": "u"},
        ["configuration.isMultiRegionTrail"],
    )
    first = update("11:00:00", name="u", isMultiRegionTrail=False)
    found = attributed([NOT_EVERYWHERE, other], first, update(isMultiRegionTrail=False))
    assert [each.resource for each in found.changes] == ["t", "u"]
    assert found.sure
    assert not attributed([NOT_EVERYWHERE, other], first).sure


def test_the_actor_is_unwound_though_the_session_began_in_a_later_file():
    role = session("deployer", "bob", "ASIA1")
    histories = Histories({"f": [NOT_EVERYWHERE]})
    done = update(isMultiRegionTrail=False) | {"userIdentity": role}
    histories.add(log(done))
    histories.add(log(took(ALICE, role, at="11:00:00")))
    assert histories.attribution("f").changes[0].who == "alice (role deployer)"


def test_secrets_are_masked():
    document = of("AWS::SecretsManager::Secret", "s", {"secretString": "hunter2"})
    one = culprit(document, ["configuration.secretString"])
    written = record("secretsmanager:UpdateSecret", {"secretId": "s", "secretString": "hunter2"})
    (told,) = attributed(one, written).changes
    assert told.given[0].value == "(masked)"


GROUP = "AWS::EC2::SecurityGroup"
RANGES = {"ipProtocol": "tcp", "fromPort": 22, "toPort": 22}
EVERYBODY = {**RANGES, "ipv4Ranges": [{"cidrIp": "10.0.0.0/8"}, {"cidrIp": "0.0.0.0/0"}]}
OPEN = culprit(
    of(GROUP, "sg-1", {"ipPermissions": [EVERYBODY]}),
    ["configuration.ipPermissions[0].ipv4Ranges[1].cidrIp"],
)


def permission(cidr: str = "0.0.0.0/0", **more: Any) -> Any:
    return {**RANGES, "ipRanges": {"items": [{"cidrIp": cidr}]}, **more}


def authorize(at: str = "12:00:00", verb: str = "Authorize", **more: Any) -> Any:
    asked = {"groupId": "sg-1", "ipPermissions": {"items": [permission(**more)]}}
    return record(f"ec2:{verb}SecurityGroupIngress", asked, at=at)


def test_of_several_permissions_the_one_at_fault_counts():
    others = [
        authorize("13:00:00", cidr="10.0.0.0/8"),
        authorize("14:00:00", fromPort=80, toPort=80),
        authorize("15:00:00", ipProtocol="udp"),
    ]
    found = attributed(OPEN, authorize(), *others)
    assert (ids(found), found.sure) == (["AuthorizeSecurityGroupIngress-12:00:00"], True)


def test_a_group_that_another_one_admits_is_not_touched():
    peer = permission(ipRanges={}, groups={"items": [{"groupId": "sg-1"}]})
    asked = {"groupId": "sg-2", "ipPermissions": {"items": [peer]}}
    found = attributed(OPEN, record("ec2:AuthorizeSecurityGroupIngress", asked))
    assert found.why.startswith("no event touched sg-1")


def test_an_instance_that_wears_the_group_does_not_touch_it():
    asked = {"groupSet": {"items": [{"groupId": "sg-1"}]}}
    found = attributed(OPEN, record("ec2:RunInstances", asked))
    assert found.why.startswith("no event touched sg-1")


def test_a_modified_rule_is_found_whichever_way_it_lets_traffic():
    rule = {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIpv4": "0.0.0.0/0"}
    update = {"SecurityGroupRuleId": "sgr-1", "SecurityGroupRule": rule}
    asked = {"ModifySecurityGroupRulesRequest": {"GroupId": "sg-1", "SecurityGroupRule": update}}
    found = attributed(OPEN, record("ec2:ModifySecurityGroupRules", asked))
    assert (ids(found), found.sure) == (["ModifySecurityGroupRules-12:00:00"], True)


def test_a_group_was_made_without_what_lets_everybody_in():
    made = record("ec2:CreateSecurityGroup", {"groupName": "g"}, {"groupId": "sg-1"})
    assert "left" in attributed(OPEN, made).why


def test_a_group_is_made_with_everything_let_out():
    all_out = {"ipProtocol": "-1", "ipv4Ranges": [{"cidrIp": "0.0.0.0/0"}]}
    document = of(GROUP, "sg-1", {"ipPermissionsEgress": [all_out]})
    made = record("ec2:CreateSecurityGroup", {"groupName": "g"}, {"groupId": "sg-1"})
    found = attributed(culprit(document, ["configuration.ipPermissionsEgress"]), made)
    assert (ids(found), found.sure) == (["CreateSecurityGroup-12:00:00"], True)


def test_the_default_group_is_made_with_its_vpc():
    itself = {"ipProtocol": "-1", "userIdGroupPairs": [{"groupId": "sg-1"}]}
    settings = {"groupName": "default", "vpcId": "vpc-1", "ipPermissions": [itself]}
    one = culprit(of(GROUP, "sg-1", settings), ["configuration.ipPermissions"])
    made = record("ec2:CreateVpc", {"cidrBlock": "10.0.0.0/16"}, {"vpc": {"vpcId": "vpc-1"}})
    other = record("ec2:CreateVpc", {}, {"vpc": {"vpcId": "vpc-2"}}, at="13:00:00")
    found = attributed(one, made, other)
    assert (ids(found), found.sure) == (["CreateVpc-12:00:00"], True)
    settings = {**settings, "groupName": "mine"}
    assert (
        ids(attributed(culprit(of(GROUP, "sg-1", settings), ["configuration.ipPermissions"]), made))
        == []
    )


def test_an_entry_of_an_acl_is_known_by_its_number_and_its_way():
    entry = {"ruleNumber": 100, "egress": False, "ruleAction": "allow", "cidrBlock": "0.0.0.0/0"}
    one = culprit(
        of("AWS::EC2::NetworkAcl", "acl-1", {"entries": [entry]}), ["configuration.entries[0]"]
    )

    def put(at: str, event: str = "Replace", **more: Any) -> Any:
        asked = {"networkAclId": "acl-1", **entry, **more}
        return record(f"ec2:{event}NetworkAclEntry", asked, at=at)

    others = [put("13:00:00", egress=True), put("14:00:00", ruleNumber=110)]
    found = attributed(one, put("11:00:00", cidrBlock="10.0.0.0/8"), put("12:00:00"), *others)
    assert (ids(found), found.sure) == (["ReplaceNetworkAclEntry-12:00:00"], True)
    gone = put("15:00:00", "Delete")
    assert ids(attributed(one, put("12:00:00"), gone)) == []


def test_a_policy_that_was_attached_is_told():
    policy = {"policyArn": "arn:aws:iam::aws:policy/AdministratorAccess", "policyName": "A"}
    document = of("AWS::IAM::User", "AIDA1", {"attachedManagedPolicies": [policy]})
    one = culprit(document | {"resourceName": "bob"}, ["configuration.attachedManagedPolicies"])
    other = {"userName": "bob", "policyArn": "arn:aws:iam::aws:policy/ReadOnlyAccess"}
    found = attributed(
        one,
        record("iam:AttachUserPolicy", {"userName": "bob", "policyArn": policy["policyArn"]}),
        record("iam:AttachUserPolicy", other, at="13:00:00", awsRegion="us-east-1"),
    )
    assert (ids(found), found.sure) == (["AttachUserPolicy-12:00:00"], True)


KEY_ARN = "arn:aws:kms:eu-west-1:111122223333:key/k-1"
CASES = [
    (
        of("AWS::KMS::Key", "k-1", {"keyState": "PendingDeletion"}, arn=KEY_ARN),
        "configuration.keyState",
        record("kms:ScheduleKeyDeletion", {"keyId": "alias/a"}, resources=[{"ARN": KEY_ARN}]),
    ),
    (
        of(
            "AWS::S3::Bucket",
            "b",
            supplementaryConfiguration={"BucketVersioningConfiguration": {"status": "Suspended"}},
        ),
        "supplementaryConfiguration.BucketVersioningConfiguration.status",
        record(
            "s3:PutBucketVersioning",
            {"bucketName": "b", "VersioningConfiguration": {"Status": "Suspended"}},
        ),
    ),
    (
        of(
            "AWS::S3::Bucket",
            "b",
            supplementaryConfiguration={"BucketPolicy": {"policyText": "{}"}},
        ),
        "supplementaryConfiguration.BucketPolicy.policyText",
        record("s3:PutBucketPolicy", {"bucketName": "b", "bucketPolicy": {"Version": "x"}}),
    ),
    (
        of("AWS::RDS::DBInstance", "db-X", {"vpcSecurityGroups": [{"vpcSecurityGroupId": "sg-1"}]})
        | {"resourceName": "Main"},
        "configuration.vpcSecurityGroups[0].vpcSecurityGroupId",
        record(
            "rds:ModifyDBInstance",
            {"dBInstanceIdentifier": "main", "vpcSecurityGroupIds": ["sg-0", "sg-1"]},
        ),
    ),
    (
        of("AWS::EC2::Instance", "i-1", {"metadataOptions": {"httpTokens": "optional"}}),
        "configuration.metadataOptions.httpTokens",
        record(
            "ec2:ModifyInstanceMetadataOptions",
            {
                "ModifyInstanceMetadataOptionsRequest": {
                    "HttpTokens": "optional",
                    "InstanceId": "i-1",
                }
            },
        ),
    ),
    (
        of("AWS::EC2::Subnet", "subnet-1", {"mapPublicIpOnLaunch": True}),
        "configuration.mapPublicIpOnLaunch",
        record(
            "ec2:ModifySubnetAttribute",
            {"subnetId": "subnet-1", "mapPublicIpOnLaunch": {"value": True}},
        ),
    ),
    (
        of("AWS::Lambda::Function", "f", {"runtime": "python3.8"}),
        "configuration.runtime",
        record(
            "lambda:UpdateFunctionConfiguration20150331v2",
            {"functionName": "f", "runtime": "python3.8"},
        ),
    ),
    (
        of("AWS::Config::ConfigurationRecorder", "default", {"Recording": False}),
        "configuration.Recording",
        record("config:StopConfigurationRecorder", {"configurationRecorderName": "default"}),
    ),
    (
        of("AWS::SNS::Topic", "arn:t", {"KmsMasterKeyId": ""}),
        "configuration.KmsMasterKeyId",
        record(
            "sns:SetTopicAttributes",
            {"topicArn": "arn:t", "attributeName": "KmsMasterKeyId", "attributeValue": ""},
        ),
    ),
    (
        of("AWS::Logs::LogGroup", "/a", {"RetentionInDays": None}),
        "configuration.RetentionInDays",
        record("logs:DeleteRetentionPolicy", {"logGroupName": "/a"}),
    ),
    (
        of(
            "AWS::ElasticLoadBalancingV2::LoadBalancer",
            "arn:lb",
            supplementaryConfiguration={
                "LoadBalancerAttributes": [{"key": "deletion_protection.enabled", "value": "false"}]
            },
        ),
        "supplementaryConfiguration.LoadBalancerAttributes[0].value",
        record(
            "elasticloadbalancing:ModifyLoadBalancerAttributes",
            {
                "loadBalancerArn": "arn:lb",
                "attributes": [
                    {"key": "idle_timeout", "value": "60"},
                    {"key": "deletion_protection.enabled", "value": "false"},
                ],
            },
        ),
    ),
    (
        of("AWS::::Account", "111122223333", {"passwordPolicy": {"minimumPasswordLength": 6}}),
        "configuration.passwordPolicy.minimumPasswordLength",
        record(
            "iam:UpdateAccountPasswordPolicy", {"minimumPasswordLength": 6}, awsRegion="us-east-1"
        ),
    ),
    (
        of("AWS::::Region", "eu-west-1", {"ebsEncryptionByDefault": False}),
        "configuration.ebsEncryptionByDefault",
        record("ec2:DisableEbsEncryptionByDefault", {"DisableEbsEncryptionByDefaultRequest": {}}),
    ),
    (
        of("AWS::IAM::User", "AIDA1", supplementaryConfiguration={"MFADevices": []})
        | {"resourceName": "bob"},
        "supplementaryConfiguration.MFADevices",
        record("iam:DeactivateMFADevice", {"userName": "bob", "serialNumber": "arn:mfa"}),
    ),
]


@pytest.mark.parametrize(("document", "path", "event"), CASES, ids=lambda each: str(each)[:40])
def test_each_services_own_way_is_known(document, path, event):
    found = attributed(culprit(document, [path]), event)
    assert (ids(found), found.sure) == ([event["eventID"]], True)


def test_a_database_that_was_deleted_and_made_again_is_another_one():
    document = of("AWS::RDS::DBInstance", "db-NEW", {"publiclyAccessible": True})
    one = culprit(document | {"resourceName": "main"}, ["configuration.publiclyAccessible"])
    asked = {"dBInstanceIdentifier": "main", "publiclyAccessible": True}
    old = record("rds:ModifyDBInstance", asked, {"dbiResourceId": "db-OLD"})
    assert ids(attributed(one, old)) == []


def test_of_a_service_that_is_not_declared_whatever_names_it_wholly_may_have_done_it():
    one = culprit(of("AWS::Glue::Job", "etl", {"timeout": 5}), ["configuration.timeout"])
    named = record("glue:UpdateJob", {"jobName": "etl", "jobUpdate": {"x": 1}})
    part = record("glue:UpdateJob", {"jobName": "etl-2"}, at="13:00:00")
    found = attributed(one, named, part)
    assert (ids(found), found.sure) == (["UpdateJob-12:00:00"], False)
    told = record("glue:UpdateJob", {"jobName": "etl", "timeout": 5})
    assert attributed(one, told).sure


def test_many_events_of_one_resource_are_bounded_and_the_newest_is_kept():
    histories = Histories({"f": [NOT_EVERYWHERE]})
    for minute in range(60):
        at = [f"10:{minute:02}:{second:02}" for second in range(10)]
        histories.add(log(*(update(each, isMultiRegionTrail=False) for each in at)))
    assert ids(histories.attribution("f")) == ["UpdateTrail-10:59:09"]
    assert len(histories._touches[0].kept) <= 2 * MOST


HALVES = culprit(
    of(
        GROUP,
        "sg-1",
        {
            "ipPermissions": [
                {**RANGES, "ipv4Ranges": [{"cidrIp": "0.0.0.0/1"}, {"cidrIp": "128.0.0.0/1"}]}
            ]
        },
    ),
    ["configuration.ipPermissions[0]"],
)


def test_many_events_of_one_value_drop_none_of_another():
    first = authorize("10:00:00", cidr="128.0.0.0/1")
    toggles = [
        authorize(f"11:{minute:02}:{second:02}", verb, cidr="0.0.0.0/1")
        for minute in range(60)
        for second in range(0, 60, 10)
        for verb in ["Authorize" if second % 20 == 0 else "Revoke"]
    ]
    found = attributed(HALVES, first, *toggles, authorize("12:00:00", cidr="0.0.0.0/1"))
    verb = "AuthorizeSecurityGroupIngress"
    assert (ids(found), found.sure) == ([f"{verb}-12:00:00", f"{verb}-10:00:00"], True)


def test_that_events_were_forgotten_is_said():
    unseen = [
        record("cloudtrail:UpdateTrail", None, {"name": "t"}, at=f"1{hour}:{minute:02}:00")
        for hour in range(1, 4)
        for minute in range(60)
    ]
    found = attributed(NOT_EVERYWHERE, update("10:00:00", isMultiRegionTrail=False), *unseen)
    assert not found.sure
    assert found.why.endswith("only the newest events were compared, since there are too many")


def test_what_cannot_be_seen_may_have_set_it_in_the_same_second():
    hidden = record("cloudtrail:UpdateTrail", None, {"name": "t"}) | {"eventID": "a"}
    found = attributed(NOT_EVERYWHERE, hidden, update(isMultiRegionTrail=False))
    assert (ids(found), found.sure) == (["UpdateTrail-12:00:00"], False)
    assert "came in the same second, and could have set" in found.why


def test_what_cannot_be_seen_may_have_set_what_was_left_otherwise():
    hidden = record("cloudtrail:UpdateTrail", None, {"name": "t"}, at="13:00:00")
    found = attributed(NOT_EVERYWHERE, update(isMultiRegionTrail=True), hidden)
    assert (ids(found), found.sure) == (["UpdateTrail-13:00:00"], False)
    assert "left configuration.isMultiRegionTrail otherwise; UpdateTrail" in found.why


def test_what_a_resource_is_called_is_not_at_fault():
    paths = ["configuration.name", "configuration.isMultiRegionTrail"]
    one = culprit(trail(name="t", isMultiRegionTrail=False), paths)
    assert [each.path for each in one.faults] == paths[1:]


steps = st.lists(st.sampled_from(["Authorize", "Revoke", "other"]), max_size=8)


@given(steps, st.randoms(use_true_random=False))
def test_agrees_with_walking_the_events_in_their_order(verbs, chance):
    """A rule that is there was let in by the newest Authorize, unless a Revoke came after it."""
    records = []
    right: list[str] = []
    for number, verb in enumerate(verbs):
        at = f"12:00:{number:02}"
        one = authorize(at, fromPort=80) if verb == "other" else authorize(at, verb)
        records.append(one)
        if verb != "other":
            right = [one["eventID"]] if verb == "Authorize" else []
    chance.shuffle(records)
    found = attributed(OPEN, *records)
    assert (ids(found), found.sure) == (right, bool(right))


nonsense = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.sampled_from(["sg-1", "t", "x"]),
    lambda each: (
        st.lists(each, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["groupId", "items", "ipPermissions", "name", "networkAclId", "value", "attributes"]
            ),
            each,
            max_size=4,
        )
    ),
    max_leaves=15,
)


@given(nonsense, nonsense, st.sampled_from(["ec2", "cloudtrail", "rds", "sns"]))
def test_anything_at_all_in_a_record_is_borne(asked, answered, service):
    names = {"ec2": "AuthorizeSecurityGroupIngress", "cloudtrail": "UpdateTrail"}
    event = f"{service}:{names.get(service, 'ModifyDBInstance')}"
    attributed([OPEN, NOT_EVERYWHERE], record(event, asked, answered))
