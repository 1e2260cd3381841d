"""Who made an account or a Region as it is: events about these have no name of what they change."""

import json
from typing import Any

import pytest

from scanner.attribution.culprit import Culprit, Fault
from scanner.attribution.histories import Histories
from tests.attributions import log, record
from tests.histories import version, written
from tests.test_authors import report

ACCOUNT, REGION = "AWS::::Account", "AWS::::Region"
ROOT = {"type": "Root", "accountId": "111122223333"}
KEYS = "configuration.accountSummary.AccountAccessKeysPresent"
MFA = "configuration.accountSummary.AccountMFAEnabled"
CONTACT = "configuration.securityContact.emailAddress"
BLOCKED = "configuration.snapshotBlockPublicAccess"
USED = "configuration.rootCredentials.password_last_used"
ANALYZERS = "configuration.accessAnalyzers.arn"


def attributed(path: str, value: Any, *records: Any) -> tuple[list[str], bool]:
    type = REGION if path in (BLOCKED, ANALYZERS) else ACCOUNT
    one = Culprit(type, "x", account="111122223333", faults=(Fault(path, value),))
    histories = Histories({"f": [one]})
    histories.add(log(*records))
    found = histories.attribution("f")
    return [each.event for each in found.changes], found.sure


def by_root(event: str, asked: Any = None, answered: Any = None, **more: Any) -> Any:
    return record(event, asked, answered, userIdentity=ROOT, **more)


def contact(kind: str, **more: Any) -> Any:
    return record("account:DeleteAlternateContact", {"alternateContactType": kind}, **more)


def test_the_root_users_key_is_made_by_the_root_user():
    made = by_root("iam:CreateAccessKey")
    later = by_root("iam:EnableMFADevice", {"serialNumber": "arn:mfa"}, at="13:00:00")
    assert attributed(KEYS, 1, made, later) == (["CreateAccessKey"], True)
    others = by_root("iam:CreateAccessKey", {"userName": "bob"}, at="13:00:00")
    by_alice = record("iam:CreateAccessKey", at="14:00:00")
    assert attributed(KEYS, 1, others, by_alice) == ([], False)


def test_which_of_two_keys_is_left_is_not_known():
    gone = by_root("iam:DeleteAccessKey", at="13:00:00")
    assert attributed(KEYS, 1, by_root("iam:CreateAccessKey"), gone) == ([], False)


def test_the_last_device_that_was_taken_away_left_none():
    records = [by_root("iam:DeactivateMFADevice", at=f"1{n}:00:00") for n in (1, 3)]
    assert attributed(MFA, 0, *records) == (["DeactivateMFADevice"], True)


def test_who_signed_in_last_used_the_password_unless_it_was_refused():
    answers = {"12:00:00": "Success", "13:00:00": "Failure"}
    records = [
        by_root("signin:ConsoleLogin", None, {"ConsoleLogin": each}, at=at)
        for at, each in answers.items()
    ]
    assert attributed(USED, "2026-11-10T12:00:00+00:00", *records) == (["ConsoleLogin"], True)
    assert attributed(USED, "2026-11-10T12:00:00+00:00", records[1]) == ([], False)


def test_only_the_security_contact_is_the_security_contact():
    records = contact("SECURITY"), contact("BILLING", at="13:00:00")
    assert attributed(CONTACT, None, *records) == (["DeleteAlternateContact"], True)
    assert attributed(CONTACT, None, records[1]) == ([], False)


@pytest.mark.parametrize(("state", "sure"), [("unblocked", True), ("block-all-sharing", False)])
def test_snapshots_may_be_public_since_somebody_let_them(state, sure):
    disabled = record("ec2:DisableSnapshotBlockPublicAccess", {}, {})
    assert attributed(BLOCKED, state, disabled)[1] is sure


def test_snapshots_are_blocked_as_far_as_was_asked():
    request = "EnableSnapshotBlockPublicAccessRequest"
    enabled = record(f"ec2:{request[:-7]}", {request: {"State": "block-new-sharing"}}, {})
    assert attributed(BLOCKED, "block-new-sharing", enabled)[1]
    assert not attributed(BLOCKED, "unblocked", enabled)[1]


def test_an_analyzer_that_was_deleted_may_have_been_another_one():
    gone = record("access-analyzer:DeleteAnalyzer", {"analyzerName": "unused-access"})
    assert attributed(ANALYZERS, None, gone) == (["DeleteAnalyzer"], False)


def scanned(tmp_path, items: list[Any], records: list[Any], rules: list[str]) -> dict[str, Any]:
    """Each rule's attribution, as a scan reports it."""
    (tmp_path / "trail").mkdir()
    (tmp_path / "trail" / "log.json").write_text(json.dumps({"Records": records}))
    chosen = [each for rule in rules for each in ("--rule", rule)]
    told = report(written(tmp_path, *items), "--who", tmp_path / "trail", *chosen)
    failed = [each for each in told["findings"] if each["verdict"] == "fail"]
    return {
        each["rule"]: (
            [one["event"] for one in each["attribution"]["changes"]],
            each["attribution"],
        )
        for each in failed
    }


def test_a_scan_names_who_weakened_an_account_and_a_region(tmp_path):
    policy = {"passwordPolicy": {"minimumPasswordLength": 8}}
    items = [
        version(ACCOUNT, "111122223333", 20, policy, place=("111122223333", "global")),
        version(REGION, "eu-west-1", 20, {"ebsEncryptionByDefault": False}),
    ]
    times = {"eventTime": "2026-01-10T12:00:00Z"}
    records = [
        record(
            "iam:UpdateAccountPasswordPolicy",
            {"minimumPasswordLength": 8},
            awsRegion="us-east-1",
            **times,
        ),
        record("ec2:DisableEbsEncryptionByDefault", {}, {}, **times),
    ]
    rules = ["iam-password-length", "ebs-encryption-by-default"]
    told = scanned(tmp_path, items, records, rules)
    assert told[rules[0]][0] == ["UpdateAccountPasswordPolicy"]
    assert told[rules[1]][0] == ["DisableEbsEncryptionByDefault"]
    assert all(each["sure"] for _, each in told.values())


def test_a_scan_names_who_took_an_instances_profile_away(tmp_path):
    items = [version("AWS::EC2::Instance", "i-1", 20, {"instanceId": "i-1"})]
    answer = {"DisassociateIamInstanceProfileResponse": {"iamInstanceProfileAssociation": {}}}
    association = answer["DisassociateIamInstanceProfileResponse"]
    association["iamInstanceProfileAssociation"]["instanceId"] = "i-1"
    asked = {"DisassociateIamInstanceProfileRequest": {"AssociationId": "iip-assoc-1"}}
    taken = record(
        "ec2:DisassociateIamInstanceProfile", asked, answer, eventTime="2026-01-10T12:00:00Z"
    )
    told = scanned(tmp_path, items, [taken], ["ec2-instance-profile"])
    assert told["ec2-instance-profile"][0] == ["DisassociateIamInstanceProfile"]
    assert told["ec2-instance-profile"][1]["sure"]
