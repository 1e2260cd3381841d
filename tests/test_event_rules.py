"""The built-in rules on events over log files, by the command that a user runs.

The log file of the day has for each rule an event that fails and one that passes. The records have
the shapes of CloudTrail's own examples; what happens is made up.
https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-examples.html
"""

import json
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
from test_cli import groma
from trail_logs import ACCOUNT, compact, record

from scanner import builtin, load
from scanner.event import EVENT

INTACT = "cloudtrail-logs-intact"  # the rule of the profile that needs digests as well
ON_EVENTS = sorted(each.id for each in builtin.rules() if each.resource == EVENT)


def user(name, key="AKIAIOSFODNN7EXAMPLE"):
    return {
        "type": "IAMUser",
        "principalId": f"AIDA{name.upper()}",
        "arn": f"arn:aws:iam::{ACCOUNT}:user/{name}",
        "accountId": ACCOUNT,
        "accessKeyId": key,
        "userName": name,
    }


def session(role, name, path="", **more):
    return {
        "type": "AssumedRole",
        "principalId": f"AROAEXAMPLE:{name}",
        "arn": f"arn:aws:sts::{ACCOUNT}:assumed-role/{role}/{name}",
        "accountId": ACCOUNT,
        "accessKeyId": "ASIAIOSFODNN7EXAMPLE",
        "sessionContext": {
            "sessionIssuer": {
                "type": "Role",
                "principalId": "AROAEXAMPLE",
                "arn": f"arn:aws:iam::{ACCOUNT}:role/{path}{role}",
                "accountId": ACCOUNT,
                "userName": role,
            },
            "attributes": {"creationDate": "2026-09-27T09:00:00Z", "mfaAuthenticated": "false"},
        },
        **more,
    }


ALICE, CAROL = user("alice"), user("carol")
ROOT = {
    "type": "Root",
    "principalId": ACCOUNT,
    "arn": f"arn:aws:iam::{ACCOUNT}:root",
    "accountId": ACCOUNT,
    "accessKeyId": "",
}
APPROVED = [CAROL["arn"], f"arn:aws:iam::{ACCOUNT}:role/deploy"]
PARAMS = {
    "approved": APPROVED,
    "networks": ["203.0.113.0/24", "2001:db8::/32"],
    "regions": ["eu-west-1"],
    "buckets": ["trail-logs"],
    "refusals": 3,
}


def call(service, name, asked=None, **more):
    """What a record of a call says that differs from others."""
    source = f"{service}.amazonaws.com"
    place = {"awsRegion": "us-east-1"} if service in ("iam", "organizations") else {}
    return {"eventSource": source, "eventName": name, "requestParameters": asked, **place, **more}


def ingress(cidr):
    ranges = {"items": [{"cidrIp": cidr}]}
    permission = {"ipProtocol": "tcp", "fromPort": 22, "toPort": 22, "ipRanges": ranges}
    empty = {"groups": {}, "ipv6Ranges": {}, "prefixListIds": {}}
    return {"groupId": "sg-0a1", "ipPermissions": {"items": [permission | empty]}}


REFUSED = {"errorCode": "AccessDenied", "errorMessage": "Access Denied"}
SELECTORS = [
    {
        "readWriteType": "ReadOnly",
        "includeManagementEvents": False,
        "dataResources": [{"type": "AWS::S3::Object", "values": []}],
        "excludeManagementEventSources": [],
    }
]
TRAIL = f"arn:aws:cloudtrail:eu-west-1:{ACCOUNT}:trail/all"

BY_WHOM = {
    "event-s3-bucket-activity": call("s3", "PutBucketPolicy", {"bucketName": "photos"}),
    "event-security-group-changes": call("ec2", "CreateSecurityGroup", {"groupName": "web"}),
    "event-network-acl-changes": call(
        "ec2", "CreateNetworkAclEntry", {"networkAclId": "acl-0a1", "ruleNumber": 1}
    ),
    "event-network-gateway-changes": call(
        "ec2", "AttachInternetGateway", {"internetGatewayId": "igw-0a1", "vpcId": "vpc-0a1"}
    ),
    "event-vpc-changes": call("ec2", "CreateVpcPeeringConnection", {"vpcId": "vpc-0a1"}),
    "event-ec2-instance-changes": call("ec2", "RunInstances", {"instanceType": "t3.micro"}),
    "event-cloudtrail-changes": call("cloudtrail", "CreateTrail", {"name": "other"}),
    "event-iam-policy-changes": call(
        "iam",
        "AttachRolePolicy",
        {"roleName": "deploy", "policyArn": "arn:aws:iam::aws:policy/AdministratorAccess"},
    ),
    "event-kms-key-disabling-or-deletion": call(
        "kms", "ScheduleKeyDeletion", {"keyId": "k-1", "pendingWindowInDays": 7}
    ),
    "event-route-table-changes": call(
        "ec2", "CreateRoute", {"routeTableId": "rtb-0a1", "destinationCidrBlock": "0.0.0.0/0"}
    ),
    "event-config-changes": call("config", "PutConfigurationRecorder", {}),
    "event-organizations-changes": call("organizations", "DetachPolicy", {"policyId": "p-1"}),
    "event-authorization-failures": call(
        "ec2", "DescribeInstances", readOnly=True, errorCode="Client.UnauthorizedOperation"
    ),
    "event-logging-stopped": call("cloudtrail", "StopLogging", {"name": TRAIL}),
    "event-trail-weakened": call(
        "cloudtrail", "PutEventSelectors", {"trailName": TRAIL, "eventSelectors": SELECTORS}
    ),
    "event-security-group-opened": call(
        "ec2", "AuthorizeSecurityGroupIngress", ingress("0.0.0.0/0")
    ),
    "event-instance-terminated": call(
        "ec2", "TerminateInstances", {"instancesSet": {"items": [{"instanceId": "i-0a1"}]}}
    ),
    "event-config-recorder-stopped": call(
        "config", "StopConfigurationRecorder", {"configurationRecorderName": "default"}
    ),
    "event-log-group-deleted": call("logs", "DeleteLogGroup", {"logGroupName": "trail"}),
    "event-flow-logs-deleted": call("ec2", "DeleteFlowLogs", {"DeleteFlowLogsRequest": {}}),
    "event-alarm-removed": call("monitoring", "DeleteAlarms", {"alarmNames": ["root-use"]}),
    "event-kms-key-policy-changed": call("kms", "PutKeyPolicy", {"keyId": "k-1"}),
    "event-detection-stopped": call(
        "guardduty", "UpdateDetector", {"detectorId": "d-1", "enable": False}
    ),
    "event-credentials-created": call("iam", "CreateAccessKey", {"userName": "bob"}),
    "event-mfa-removed": call("iam", "DeactivateMFADevice", {"userName": "bob"}),
    "event-role-trust-changed": call("iam", "UpdateAssumeRolePolicy", {"roleName": "deploy"}),
    "event-log-bucket-changed": call("s3", "PutBucketVersioning", {"bucketName": "trail-logs"}),
    "event-log-files-deleted": call(
        "s3",
        "DeleteObjects",
        {"bucketName": "trail-logs", "delete": ""},
        managementEvent=False,
        eventCategory="Data",
    ),
    "event-log-bucket-refusals": call(
        "s3", "GetBucketPolicy", {"bucketName": "trail-logs"}, readOnly=True, **REFUSED
    ),
}
"""By rule a call that fails if alice makes it, and passes if carol does, who is approved."""

ALSO = {
    "event-ec2-instance-changes": ["event-instance-terminated"],
    "event-security-group-changes": ["event-security-group-opened"],
    "event-cloudtrail-changes": ["event-logging-stopped"],
    "event-config-changes": ["event-config-recorder-stopped"],
    "event-authorization-failures": ["event-log-bucket-refusals"],
}
"""By rule those whose calls it judges as well."""


def sign_in(success, name, mfa="No", **more):
    who = {"type": "IAMUser", "accountId": ACCOUNT, "accessKeyId": "", "userName": name}
    if success:
        who |= {"principalId": "AIDA", "arn": f"arn:aws:iam::{ACCOUNT}:user/{name}"}
    more = ({} if success else {"errorMessage": "Failed authentication"}) | more
    return {
        "eventSource": "signin.amazonaws.com",
        "eventName": "ConsoleLogin",
        "eventType": "AwsConsoleSignIn",
        "awsRegion": "eu-north-1",
        "userIdentity": who,
        "requestParameters": None,
        "responseElements": {"ConsoleLogin": "Success" if success else "Failure"},
        "additionalEventData": {"MobileVersion": "No", "MFAUsed": mfa},
        **more,
    }


SCALING = session(
    "AWSServiceRoleForAutoScaling",
    "AutoScaling",
    "aws-service-role/autoscaling.amazonaws.com/",
    invokedBy="autoscaling.amazonaws.com",
)
OTHERS = {
    "root lists users": call("iam", "ListUsers", readOnly=True, userIdentity=ROOT),
    "alice signs in without a second factor": sign_in(True, "alice"),
    "carol signs in without a second factor": sign_in(True, "carol"),
    "bob signs in with one": sign_in(True, "bob", "Yes"),
    "alice looks around from elsewhere": call(
        "ec2", "DescribeVpcs", readOnly=True, sourceIPAddress="198.51.100.7"
    ),
    "alice looks around from elsewhere by IPv6": call(
        "ec2", "DescribeVpcs", readOnly=True, sourceIPAddress="2001:db9::7"
    ),
    "alice looks around at home by IPv6": call(
        "ec2", "DescribeVpcs", readOnly=True, sourceIPAddress="2001:db8::7"
    ),
    "alice looks around in Mumbai": call(
        "ec2", "DescribeVpcs", readOnly=True, awsRegion="ap-south-1"
    ),
    "a service scales in": call(
        "ec2",
        "TerminateInstances",
        {"instancesSet": {"items": [{"instanceId": "i-0a2"}]}},
        userIdentity=SCALING,
        sourceIPAddress="autoscaling.amazonaws.com",
    ),
    "dan fails at 10:00": sign_in(False, "dan", eventTime="2026-09-27T10:00:00Z"),
    "dan fails at 10:02": sign_in(
        False, "dan", eventTime="2026-09-27T10:02:00Z", sourceIPAddress="203.0.113.8"
    ),
    "dan fails at 10:05": sign_in(
        False, "dan", eventTime="2026-09-27T10:05:00Z", sourceIPAddress="203.0.113.9"
    ),
    "a role is refused": call(
        "s3", "ListBuckets", userIdentity=session("web", "i-1"), readOnly=True, **REFUSED
    ),
    "its other session is": call(
        "s3", "ListBuckets", userIdentity=session("web", "i-2"), readOnly=True, **REFUSED
    ),
    "its other session is again": call(
        "iam", "ListUsers", userIdentity=session("web", "i-2"), readOnly=True, **REFUSED
    ),
    "an approved role is refused": call(
        "s3", "ListBuckets", userIdentity=session("deploy", "x"), readOnly=True, **REFUSED
    ),
    "an old key is used": {
        "eventTime": "2026-06-01T10:00:00Z",
        "userIdentity": user("erin", "AKIAI44QH8DHBEXAMPLE"),
        **call("ec2", "DescribeVpcs", readOnly=True),
    },
    "the old key is used again": {
        "userIdentity": user("erin", "AKIAI44QH8DHBEXAMPLE"),
        **call("ec2", "DescribeVpcs", readOnly=True),
    },
}

DAY = (
    {f"{rule} by alice": each for rule, each in BY_WHOM.items()}
    | {f"{rule} by carol": {**each, "userIdentity": CAROL} for rule, each in BY_WHOM.items()}
    | OTHERS
)
"""What happens, by what it is called here."""


def written(path, events):
    """A log file of events; returns their names by their ids."""
    made = {}
    for number, (name, changes) in enumerate(events.items(), 1):
        said = {"userIdentity": ALICE, "sourceIPAddress": "203.0.113.7"} | changes
        made[name] = record(number, **said)
    path.write_bytes(compact({"Records": list(made.values())}))
    return {each["eventID"]: name for name, each in made.items()}


def scanned(path, *more, **params):
    given = [f"{name}={json.dumps(value)}" for name, value in params.items()]
    options = [part for each in given for part in ("--param", each)]
    ran = groma("scan", path, "--profile", "events", "--format", "json", *options, *more)
    assert not ran.stderr, ran.stderr
    return ran.returncode, json.loads(ran.stdout)


def by_rule(report, names):
    """By rule and verdict what it is about: an event's name here, or the key of several."""
    found = defaultdict(lambda: defaultdict(set))
    for each in report["findings"]:
        resource = each["resource"]["id"]
        found[each["rule"]][each["verdict"]].add(names.get(resource, resource))
    return found


@cache
def the_day(folder):
    names = written(folder / "day.json", DAY)
    status, report = scanned(folder / "day.json", **PARAMS)
    return status, report, by_rule(report, names)


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    return the_day(tmp_path_factory.mktemp("day"))


def test_there_is_an_event_for_each_rule():
    special = {
        *("event-root-use", "event-console-sign-in-without-mfa", "event-console-sign-in-failures"),
        *("event-outside-known-networks", "event-unused-region", "event-access-key-after-silence"),
        "event-authorization-failures-repeated",
    }
    assert special | BY_WHOM.keys() == set(ON_EVENTS)


def test_every_rule_is_exercised(day):
    status, report, found = day
    assert status == 1
    assert found.keys() == set(ON_EVENTS)
    assert [each["rule"] for each in report["notExercised"]] == [INTACT]


@pytest.mark.parametrize("rule", sorted(BY_WHOM))
def test_a_call_fails_by_whom_is_not_approved_and_passes_by_whom_is(day, rule):
    _, _, found = day
    of = [rule, *ALSO.get(rule, ())]
    more = {
        "event-authorization-failures": (
            {name for name in OTHERS if name.startswith(("a role", "its other"))},
            {"an approved role is refused"},
        ),
        "event-ec2-instance-changes": ({"a service scales in"}, set()),
        "event-instance-terminated": ({"a service scales in"}, set()),
    }
    fails, passes = more.get(rule, (set(), set()))
    assert found[rule]["fail"] == {f"{each} by alice" for each in of} | fails
    assert found[rule]["pass"] == {f"{each} by carol" for each in of} | passes
    assert not found[rule]["unknown"]


def test_the_root_user_s_calls_fail(day):
    assert day[2]["event-root-use"] == {"fail": {"root lists users"}}


def test_sign_ins_without_a_second_factor_fail_unless_they_are_known(day):
    assert day[2]["event-console-sign-in-without-mfa"] == {
        "fail": {"alice signs in without a second factor"},
        "pass": {"carol signs in without a second factor"},
    }


def test_a_user_who_fails_to_sign_in_three_times_is_told_once(day):
    found = day[2]["event-console-sign-in-failures"]
    assert found["fail"] == {f"{ACCOUNT} dan 2026-09-27T10:00:00Z"}
    assert found["pass"] == {f"sourceIPAddress 203.0.113.{n}" for n in (7, 8, 9)}


def test_sessions_of_a_role_are_refused_together(day):
    found = day[2]["event-authorization-failures-repeated"]
    assert found["fail"] == {f"arn:aws:iam::{ACCOUNT}:role/web 2026-09-27T10:00:00Z"}
    assert found["pass"] == {ALICE["arn"]}


def test_calls_from_elsewhere_fail_and_those_of_services_are_not_asked(day):
    found = day[2]["event-outside-known-networks"]
    assert found["fail"] == {
        "alice looks around from elsewhere",
        "alice looks around from elsewhere by IPv6",
    }
    assert found["pass"] == DAY.keys() - found["fail"] - {"a service scales in"}


def test_calls_in_unused_regions_fail_and_global_services_are_not_asked(day):
    found = day[2]["event-unused-region"]
    assert found["fail"] == {"alice looks around in Mumbai"}
    elsewhere = {name for name, each in DAY.items() if each.get("awsRegion")}
    assert found["pass"] == DAY.keys() - elsewhere


def test_a_key_that_is_used_after_a_long_silence_fails(day):
    found = day[2]["event-access-key-after-silence"]
    assert found["fail"] == {"AKIAI44QH8DHBEXAMPLE 2026-09-27T10:00:00Z"}
    assert found["unknown"] == {"AKIAIOSFODNN7EXAMPLE"}


# What a finding says


def test_a_finding_says_what_was_done_when_by_whom_and_from_where(day):
    said = {
        each["rule"]: each["message"] for each in day[1]["findings"] if each["verdict"] == "fail"
    }
    assert said["event-security-group-opened"].startswith(
        "AuthorizeSecurityGroupIngress on sg-0a1 at 2026-09-27T10:00:00Z by alice from 203.0.113.7: "
    )
    assert "sg-0a1 lets every IPv4 address in on tcp port 22" in said["event-security-group-opened"]
    assert "does not record management events" in said["event-trail-weakened"]
    assert said["event-outside-known-networks"].endswith(" is in none of the known networks")
    assert said["event-unused-region"].endswith(" is none of the Regions that are used")


def test_the_default_profile_judges_events_but_not_silences(tmp_path):
    written(tmp_path / "day.json", {"root": OTHERS["root lists users"]})
    ran = groma("scan", tmp_path / "day.json", "--format", "json")
    report = json.loads(ran.stdout)
    assert [each["rule"] for each in report["findings"]] == ["event-root-use"]
    idle = {each["rule"] for each in report["notExercised"]}
    assert "event-logging-stopped" in idle
    assert "event-access-key-after-silence" not in idle


def test_what_nobody_named_is_not_exercised_and_no_pass(tmp_path):
    calm = {"alice looks around": call("ec2", "DescribeVpcs", readOnly=True)}
    written(tmp_path / "day.json", calm)
    status, report = scanned(tmp_path / "day.json")
    idle = {each["rule"] for each in report["notExercised"]}
    assert idle == {*ON_EVENTS, INTACT} - {"event-access-key-after-silence"}
    assert [each["verdict"] for each in report["findings"]] == ["unknown"]
    assert status == 3


# What is not known


CSV = (
    "Event name,Event time,User name,Event source,AWS region,Source IP address,Event ID,Read-only\n"
    "TerminateInstances,2026-09-27T10:00:00Z,alice,ec2.amazonaws.com,eu-west-1,203.0.113.7,e-1,false\n"
    "PutEventSelectors,2026-09-27T10:00:00Z,alice,cloudtrail.amazonaws.com,eu-west-1,203.0.113.7,e-2,"
    "false\n"
)


def test_what_the_event_history_does_not_tell_is_unknown(tmp_path):
    (tmp_path / "event_history.csv").write_text(CSV)
    status, report = scanned(tmp_path / "event_history.csv", "--rule", "event-*", **PARAMS)
    found = by_rule(report, {})
    assert status == 3
    assert found["event-instance-terminated"] == {"unknown": {"e-1"}}
    assert found["event-trail-weakened"] == {"unknown": {"e-2"}}
    assert found["event-outside-known-networks"] == {"pass": {"e-1", "e-2"}}


def test_a_log_of_old_versions_is_judged(tmp_path):
    later = ("readOnly", "eventType", "eventCategory", "managementEvent", "recipientAccountId")
    old = {"eventVersion": "1.0", **dict.fromkeys(later), **BY_WHOM["event-instance-terminated"]}
    names = written(tmp_path / "day.json", {"alice terminates": old})
    _, report = scanned(tmp_path / "day.json")
    assert by_rule(report, names)["event-instance-terminated"] == {"fail": {"alice terminates"}}


# Waivers


def test_one_event_is_waived_and_the_next_is_not(tmp_path):
    names = written(
        tmp_path / "day.json",
        {"first": BY_WHOM["event-logging-stopped"], "second": BY_WHOM["event-logging-stopped"]},
    )
    first = next(id for id, name in names.items() if name == "first")
    waivers = tmp_path / "waivers.yaml"
    waiver = {
        "rule": "event-logging-stopped",
        "resource": first,
        "reason": "The trail was moved.",
        "owner": "platform team",
        "expires": "2027-01-31",
    }
    waivers.write_text(json.dumps({"waivers": [waiver]}))
    ran = groma(
        *("scan", tmp_path / "day.json", "--rule", "event-logging-stopped"),
        *("--waivers", waivers, "--now", "2026-10-01T00:00:00Z", "--format", "json"),
    )
    found = json.loads(ran.stdout)["findings"]
    assert {names[each["resource"]["id"]]: bool(each.get("waiver")) for each in found} == {
        "first": True,
        "second": False,
    }
    assert ran.returncode == 1


# What the documentation shows

PAGE = (Path(__file__).parents[1] / "docs/events.md").read_text(encoding="utf-8")


def shown(kind):
    (found,) = re.findall(f"```yaml {kind}\n(.*?)```", PAGE, re.DOTALL)
    return found


def test_the_profile_in_the_documentation_loads_and_has_every_rule_on_events(tmp_path):
    (tmp_path / "ours.yaml").write_text(shown("profile"))
    listed = groma("rules", "--profile", tmp_path / "ours.yaml", "--format", "json")
    assert [each["id"] for each in json.loads(listed.stdout)] == [INTACT, *ON_EVENTS]


def test_the_waiver_in_the_documentation_loads(tmp_path):
    (tmp_path / "waivers.yaml").write_text(shown("waivers"))
    (waiver,) = load.waivers(str(tmp_path / "waivers.yaml"), frozenset(ON_EVENTS))
    assert waiver.rule in ON_EVENTS
