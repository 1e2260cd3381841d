"""Users, roles, policies, the root user and managed nodes, made in moto and judged by a live scan."""

import base64
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml
from aws import ACCOUNT, aws, client, session

from scanner import load
from scanner.clock import utc
from scanner.profiles.select import with_params
from scanner.scan import needs_of, scanned
from scanner.sources.clients import Clients
from scanner.sources.forms import credential_report
from scanner.sources.live import read_account
from scanner.sources.plan import collections
from scanner.sources.pool import Pool

HERE, THERE = "us-east-1", "eu-west-1"
ROOT = Path(__file__).resolve().parents[1]
FAMILY = yaml.safe_load((ROOT / "tests/families/identities/family.yaml").read_text())
FOLDERS = [str(ROOT / "rules" / each) for each in ("account", "accessanalyzer", "iam", "ssm")]
RULES = with_params(load.rules(FOLDERS), {"iam-role-trusts-known-accounts.trusted": []})

NOT_OF_ITEMS = [each for each in RULES if each.resource.startswith("AWS::::")]
OF_ROOT = [each for each in RULES if each.id in ("root-mfa", "root-not-used")]
NOW = datetime.now(UTC) + timedelta(hours=1)
LATER = NOW + timedelta(days=100)

OTHER = "444455556666"
PROVIDER = f"arn:aws:iam::{ACCOUNT}:oidc-provider/token.actions.githubusercontent.com"
SUBJECT = {"StringLike": {"token.actions.githubusercontent.com:sub": "repo:example/app:*"}}
KNOWN = {"StringEquals": {"sts:ExternalId": "customer-17"}}


def document(action, resource="*", **more):
    statement = {"Effect": "Allow", "Action": action, "Resource": resource}
    return json.dumps({"Version": "2012-10-17", "Statement": [{**statement, **more}]})


def trust(principal, action="sts:AssumeRole", **more):
    statement = {"Effect": "Allow", "Principal": principal, "Action": action}
    return json.dumps({"Version": "2012-10-17", "Statement": [{**statement, **more}]})


EVERYTHING, DECRYPTION = document("*"), document("kms:Decrypt")
BY_WEB, SERVICE = "sts:AssumeRoleWithWebIdentity", {"Service": "ec2.amazonaws.com"}
ADMIN = "arn:aws:iam::aws:policy/AdministratorAccess"
SUPPORT = "arn:aws:iam::aws:policy/AWSSupportAccess"
CLOUDSHELL = "arn:aws:iam::aws:policy/AWSCloudShellFullAccess"

# Making it


def furnish():
    iam = client("iam")
    users_and_groups(iam)
    roles(iam)
    for name, said in (
        ("all", EVERYTHING),
        ("decrypt", DECRYPTION),
        ("logs", document("logs:Get*")),
    ):
        iam.create_policy(PolicyName=name, PolicyDocument=said)
    ssm = client("ssm")
    for name, shared in (("mine", OTHER), ("everybodys", "all")):
        content = {"schemaVersion": "2.2", "mainSteps": [], "description": "d", "parameters": {}}
        ssm.create_document(Name=name, DocumentType="Command", Content=json.dumps(content))
        ssm.modify_document_permission(Name=name, PermissionType="Share", AccountIdsToAdd=[shared])
    launched = client("ec2").run_instances(ImageId="ami-12345678", MinCount=2, MaxCount=2)
    return [each["InstanceId"] for each in launched["Instances"]]


def users_and_groups(iam):
    for name in ("alice", "bob"):
        iam.create_user(UserName=name)
        iam.create_access_key(UserName=name)
        iam.create_login_profile(UserName=name, Password="correct-Horse-8-battery")
    iam.create_virtual_mfa_device(VirtualMFADeviceName="alice")
    device = f"arn:aws:iam::{ACCOUNT}:mfa/alice"
    iam.enable_mfa_device(
        UserName="alice",
        SerialNumber=device,
        AuthenticationCode1="123456",
        AuthenticationCode2="654321",
    )
    iam.create_access_key(UserName="bob")
    iam.put_user_policy(UserName="bob", PolicyName="all", PolicyDocument=EVERYTHING)
    for name in ("developers", "nobody"):
        iam.create_group(GroupName=name)
    iam.add_user_to_group(GroupName="developers", UserName="alice")
    iam.put_group_policy(GroupName="nobody", PolicyName="all", PolicyDocument=EVERYTHING)


def roles(iam):
    trusted = {
        "service": trust(SERVICE),
        "everybody": trust({"AWS": "*"}),
        "partner": trust({"AWS": f"arn:aws:iam::{OTHER}:root"}, Condition=KNOWN),
        "stranger": trust({"AWS": f"arn:aws:iam::{OTHER}:root"}),
        "workflow": trust({"Federated": PROVIDER}, BY_WEB, Condition=SUBJECT),
        "workflows": trust({"Federated": PROVIDER}, BY_WEB),
    }
    for name, said in trusted.items():
        iam.create_role(RoleName=name, AssumeRolePolicyDocument=said)
    iam.put_role_policy(RoleName="everybody", PolicyName="all", PolicyDocument=EVERYTHING)
    for name in ("AdministratorAccess", "AWSSupportAccess", "AWSCloudShellFullAccess"):
        iam.attach_role_policy(RoleName="stranger", PolicyArn=f"arn:aws:iam::aws:policy/{name}")


# What the server does not play


def xml(operation, inner):
    return 200, (
        f'<{operation}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/">'
        f"<{operation}Result>{inner}</{operation}Result>"
        f"<ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></{operation}Response>"
    ).encode()


def summary(keys, mfa):
    pairs = {"AccountAccessKeysPresent": keys, "AccountMFAEnabled": mfa}
    entries = "".join(
        f"<entry><key>{name}</key><value>{value}</value></entry>" for name, value in pairs.items()
    )
    return xml("GetAccountSummary", f"<SummaryMap>{entries}</SummaryMap>")


def report(used):
    """A credential report in which only the root user is."""
    rows = (
        "user,password_enabled,password_last_used,mfa_active,access_key_1_active,"
        "access_key_1_last_used_date,access_key_2_active,access_key_2_last_used_date\n"
        f"<root_account>,not_supported,{used},true,false,N/A,false,N/A\n"
    )
    content = base64.b64encode(rows.encode()).decode()
    made = "<GeneratedTime>2026-01-01T00:00:00Z</GeneratedTime>"
    inner = f"<Content>{content}</Content><ReportFormat>text/csv</ReportFormat>{made}"
    return xml("GetCredentialReport", inner)


def certificates(*expirations):
    members = "".join(
        f"<member><ServerCertificateName>until-{each}</ServerCertificateName><Path>/</Path>"
        f"<ServerCertificateId>ASC{each}</ServerCertificateId><Arn>arn:c:{each}</Arn>"
        f"<Expiration>{each}-01-01T00:00:00Z</Expiration></member>"
        for each in expirations
    )
    inner = f"<IsTruncated>false</IsTruncated><ServerCertificateMetadataList>{members}"
    return xml("ListServerCertificates", f"{inner}</ServerCertificateMetadataList>")


def virtual_devices(*owners):
    members = "".join(
        f"<member><SerialNumber>arn:aws:iam::{ACCOUNT}:mfa/{each}</SerialNumber>"
        f"<User><Arn>arn:aws:iam::{ACCOUNT}:{each}</Arn></User></member>"
        for each in owners
    )
    inner = f"<IsTruncated>false</IsTruncated><VirtualMFADevices>{members}</VirtualMFADevices>"
    return xml("ListVirtualMFADevices", inner)


def analyzers(status):
    each = {"arn": "arn:a", "name": "a", "type": "ACCOUNT", "status": status}
    return 200, {"analyzers": [{**each, "createdAt": "2026-01-01T00:00:00Z"}]}


def nodes(*ids):
    return 200, {
        "InstanceInformationList": [{"InstanceId": each, "PingStatus": "Online"} for each in ids]
    }


COMPLIANCE = {
    "ResourceComplianceSummaryItems": [
        {"ComplianceType": "Any", "ResourceType": "ManagedInstance", "ResourceId": each, **status}
        for each, status in (("i-1", {"Status": "COMPLIANT"}), ("i-2", {"Status": "NON_COMPLIANT"}))
    ]
}
"""What both lists of compliance say: who is asked which one is not told apart here."""

# Judging it


def judged(given, now, rules=RULES):
    """The verdicts of each rule by the name of what it judged, by Region where that is one."""
    found = {each.id: {} for each in rules}
    with scanned(rules, given, clock=lambda: utc(now)) as scan:
        for each in scan.findings:
            found[each.rule.id][called(each.resource)] = str(each.verdict)
    return found


def called(resource):
    """The name of a resource; moto tells none of policies, whose id is their ARN then."""
    return resource.name or resource.id.rpartition("/")[2]


def read(of, rules=RULES):
    with Pool(Clients(attempts=1)) as pool:
        wanted = collections(needs_of(rules))
        return list(read_account(of, ACCOUNT, (HERE, THERE), wanted, pool))


@pytest.fixture(scope="module")
def world():
    """What rules say of the account as it is, a hundred days later, and once it was put in order."""
    with aws(MOTO_IAM_LOAD_MANAGED_POLICIES="true"):
        first, _ = furnish()
        played = {
            "DescribeInstanceInformation": nodes(first),
            "ListResourceComplianceSummaries": (200, COMPLIANCE),
            "ListServerCertificates": certificates(2020, 2999),
        }
        bad = session(
            **played,
            GetAccountSummary=summary(keys=1, mfa=1),
            ListVirtualMFADevices=virtual_devices("root", "user/alice"),
            ListAnalyzers=analyzers("DISABLED"),
        )
        given = read(bad)
        used = read(session(GetCredentialReport=report(utc(NOW - timedelta(days=2)))), OF_ROOT)
        put_in_order()
        good = session(
            GetAccountSummary=summary(keys=0, mfa=1),
            ListVirtualMFADevices=virtual_devices("user/alice"),
            ListAnalyzers=analyzers("ACTIVE"),
            GetCredentialReport=report("no_information"),
        )
        mended = judged(read(good, NOT_OF_ITEMS), NOW, NOT_OF_ITEMS)
        yield {
            "now": judged(given, NOW),
            "later": judged(given, LATER),
            "used": judged(used, NOW, OF_ROOT),
            "mended": mended,
        }


def put_in_order():
    iam = client("iam")
    for arn in (ADMIN, CLOUDSHELL):
        iam.detach_role_policy(RoleName="stranger", PolicyArn=arn)
    iam.update_account_password_policy(
        MinimumPasswordLength=14,
        RequireSymbols=True,
        RequireNumbers=True,
        RequireUppercaseCharacters=True,
        RequireLowercaseCharacters=True,
        MaxPasswordAge=90,
        PasswordReusePrevention=24,
    )
    client("organizations").create_organization()
    client("account").put_alternate_contact(
        AlternateContactType="SECURITY",
        EmailAddress="security@example.com",
        Name="Security",
        PhoneNumber="+1 555 0100",
        Title="Team",
    )


OF_RESOURCES = {
    "iam-access-keys-rotated": {"alice": "pass", "bob": "pass"},
    "iam-console-user-mfa": {"alice": "pass", "bob": "fail"},
    "iam-group-blocked-kms-actions": {"developers": "pass", "nobody": "fail"},
    "iam-group-has-users": {"developers": "pass", "nobody": "fail"},
    "iam-group-no-full-admin": {"developers": "pass", "nobody": "fail"},
    "iam-group-no-inline-policies": {"developers": "pass", "nobody": "fail"},
    "iam-one-active-key": {"alice": "pass", "bob": "fail"},
    "iam-policy-blocked-kms-actions": {"all": "fail", "decrypt": "fail", "logs": "pass"},
    "iam-policy-no-full-admin": {"all": "fail", "decrypt": "pass", "logs": "pass"},
    "iam-policy-no-service-wildcards": {"all": "fail", "decrypt": "pass", "logs": "pass"},
    "iam-role-external-id": {"everybody": "fail", "partner": "pass", "stranger": "fail"},
    "iam-role-trusts-known-accounts": {"everybody": "fail", "partner": "fail", "service": "pass"},
    "iam-role-trusts-named-accounts": {"everybody": "fail", "stranger": "pass", "service": "pass"},
    "iam-role-web-identity-subject": {"workflow": "pass", "workflows": "fail", "service": "pass"},
    "iam-role-blocked-kms-actions": {"everybody": "fail", "service": "pass"},
    "iam-role-no-full-admin": {"everybody": "fail", "stranger": "fail", "service": "pass"},
    "iam-role-no-inline-policies": {"everybody": "fail", "service": "pass"},
    "iam-server-certificates-valid": {"until-2020": "fail", "until-2999": "pass"},
    "iam-unused-credentials": {"alice": "pass", "bob": "pass"},
    "iam-user-blocked-kms-actions": {"alice": "pass", "bob": "fail"},
    "iam-user-in-group": {"alice": "pass", "bob": "fail"},
    "iam-user-mfa": {"alice": "pass", "bob": "fail"},
    "iam-user-no-full-admin": {"alice": "pass", "bob": "fail"},
    "iam-user-no-inline-policies": {"alice": "pass", "bob": "fail"},
    "iam-user-no-policies": {"alice": "pass", "bob": "fail"},
    "ssm-association-compliance": {"i-1": "pass", "i-2": "fail"},
    "ssm-document-not-public": {"mine": "pass", "everybodys": "fail"},
    "ssm-patch-compliance": {"i-1": "pass", "i-2": "fail"},
}
OF_THE_ACCOUNT = {
    *("account-in-organization", "account-security-contact", "iam-cloudshell-restricted"),
    *("iam-password-length", "iam-password-policy", "iam-password-reuse", "root-hardware-mfa"),
    "root-no-access-keys",
}
OTHERWISE = {"access-analyzer-enabled", "iam-support-role", "root-mfa", "root-not-used"}
OTHERWISE |= {"ssm-managed-instances"}
"""Rules of which a test of its own tells what they say."""


def test_a_cell_of_the_credential_report_that_says_nothing_is_a_null():
    rows = credential_report(
        b"user,arn,password_enabled,password_last_used,access_key_1_last_used_date\n"
        b"n/a,arn:aws:iam::1:user/n/a,TRUE,no_information,N/A\n"
        b"<root_account>,arn:aws:iam::1:root,not_supported,2026-01-01T00:00:00+00:00,N/A\n"
    )
    user, root = rows["n/a"], rows["<root_account>"]
    assert (user["user"], user["password_enabled"]) == ("n/a", True)
    assert user["password_last_used"] is user["access_key_1_last_used_date"] is None
    assert root["password_enabled"] is None
    assert root["password_last_used"] == "2026-01-01T00:00:00+00:00"


def test_every_rule_of_the_family_is_judged_here():
    assert {each.id for each in RULES} == set(FAMILY["rules"])
    assert set(FAMILY["rules"]) == OF_RESOURCES.keys() | OF_THE_ACCOUNT | OTHERWISE


@pytest.mark.parametrize("id", OF_RESOURCES)
def test_each_resource_gets_its_own_verdict(id, world):
    assert OF_RESOURCES[id].items() <= world["now"][id].items()


@pytest.mark.parametrize("id", sorted(OF_THE_ACCOUNT))
def test_the_account_fails_until_it_was_put_in_order(id, world):
    assert list(world["now"][id].values()) == ["fail"]
    assert list(world["mended"][id].values()) == ["pass"]


@pytest.mark.parametrize("id", ["iam-access-keys-rotated", "iam-unused-credentials"])
def test_what_nobody_touches_grows_old(id, world):
    assert world["later"][id] == {"alice": "fail", "bob": "fail"}


def test_an_analyzer_counts_while_it_is_active(world):
    assert world["now"]["access-analyzer-enabled"] == {HERE: "fail", THERE: "fail"}
    assert world["mended"]["access-analyzer-enabled"] == {HERE: "pass", THERE: "pass"}


def test_somebody_may_talk_to_support(world):
    assert list(world["now"]["iam-support-role"].values()) == ["pass"]


def test_the_root_users_mfa_is_what_the_summary_says(world):
    assert list(world["used"]["root-mfa"].values()) == ["fail"]  # as moto has it
    assert list(world["now"]["root-mfa"].values()) == ["pass"]


def test_the_root_user_is_in_the_credential_report_or_nobody_knows(world):
    said = [list(world[each]["root-not-used"].values()) for each in ("now", "used", "mended")]
    assert said == [["unknown"], ["fail"], ["pass"]]  # moto's report has no root user


def test_an_instance_that_systems_manager_does_not_know_fails(world):
    said = world["now"]["ssm-managed-instances"]
    assert sorted(said.values()) == ["fail", "pass"]
