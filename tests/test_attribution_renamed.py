"""What was renamed: events before that said another name, and perhaps meant another resource."""

from typing import Any

import pytest

from scanner.attribution.culprit import BEING, Culprit, Fault
from scanner.attribution.histories import Histories
from tests.attributions import log, record

ACCOUNT = "111122223333"
PUBLIC = Fault("configuration.publiclyAccessible", value=True)
GROUPLESS = Fault("configuration.groupList", value=[])
USER = Culprit("AWS::IAM::User", "AIDA1", "new", account=ACCOUNT, faults=(GROUPLESS,))
CLUSTER = Culprit("AWS::Redshift::Cluster", "y", "y", account=ACCOUNT, faults=(PUBLIC,))
DATABASE = Culprit("AWS::RDS::DBInstance", "db-1", "y", account=ACCOUNT, faults=(PUBLIC,))


def told(culprit: Culprit, *records: Any) -> tuple[list[str], bool, str]:
    histories = Histories({"it": [culprit]})
    histories.add(log(*records))
    found = histories.attribution("it")
    return [each.id for each in found.changes], found.sure, found.why


def user(event: str, at: str, name: str, **more: Any) -> Any:
    answered = more.pop("answered", None)
    asked = {"userName": name, **more}
    return record(f"iam:{event}", asked, answered, at=at, awsRegion="us-east-1")


def made(at: str, name: str, id: str = "AIDA1") -> Any:
    answered = {"user": {"userName": name, "userId": id}}
    return user("CreateUser", at, name, answered=answered)


def cluster(event: str, at: str, name: str, **more: Any) -> Any:
    asked = {"clusterIdentifier": name, **more}
    return record(f"redshift:{event}", asked, {"clusterIdentifier": name}, at=at)


def test_what_was_done_before_a_renaming_was_perhaps_done_under_the_other_name():
    events = [
        made("12:00:00", "old"),
        user("RemoveUserFromGroup", "13:00:00", "old", groupName="g"),
        user("UpdateUser", "14:00:00", "old", newUserName="new"),
    ]
    ids, sure, why = told(USER, *events)
    assert (ids, sure) == (["CreateUser-12:00:00"], False)
    assert why == (
        "UpdateUser at 2026-11-10T14:00:00Z gave it its name:"
        " what was done under another is not known"
    )


def test_what_was_done_after_it_is_sure():
    events = [
        user("UpdateUser", "12:00:00", "old", newUserName="new"),
        user("RemoveUserFromGroup", "13:00:00", "new", groupName="g"),
    ]
    assert told(USER, *events) == (["RemoveUserFromGroup-13:00:00"], True, "")


@pytest.mark.parametrize("more", [{"newPath": "/x/"}, {"newUserName": "new"}])
def test_an_update_that_gives_no_other_name_is_no_renaming(more):
    events = [made("12:00:00", "new"), user("UpdateUser", "14:00:00", "new", **more)]
    assert told(USER, *events) == (["CreateUser-12:00:00"], True, "")


def test_what_had_the_name_before_and_was_renamed_is_another_one():
    events = [
        cluster("CreateCluster", "10:00:00", "y", publiclyAccessible=True),
        cluster("ModifyCluster", "11:00:00", "y", newClusterIdentifier="z"),
    ]
    ids, sure, why = told(CLUSTER, *events)
    assert (ids, sure) == ([], False)
    assert why.startswith("ModifyCluster at 2026-11-10T11:00:00Z left")
    given = cluster("ModifyCluster", "12:00:00", "x", newClusterIdentifier="y")
    ids, sure, why = told(CLUSTER, *events, given)
    assert (ids, sure) == ([], False)
    assert "ModifyCluster at 2026-11-10T12:00:00Z gave it its name" in why


def test_a_renaming_alone_names_nobody():
    renaming = cluster("ModifyCluster", "12:00:00", "x", newClusterIdentifier="y")
    ids, sure, why = told(CLUSTER, renaming)
    assert (ids, sure) == ([], False)
    assert "gave it its name" in why


def test_a_renaming_that_sets_the_value_set_it():
    asked = {"newClusterIdentifier": "y", "publiclyAccessible": True}
    assert told(CLUSTER, cluster("ModifyCluster", "12:00:00", "x", **asked))[:2] == (
        ["ModifyCluster-12:00:00"],
        True,
    )


def test_what_is_called_by_its_id_has_no_other_name():
    def modified(at: str, name: str, **more: Any) -> Any:
        asked = {"dBInstanceIdentifier": name, **more}
        return record("rds:ModifyDBInstance", asked, {"dbiResourceId": "db-1"}, at=at)

    opened = modified("12:00:00", "x", publiclyAccessible=True)
    renamed = modified("13:00:00", "x", newDBInstanceIdentifier="y")
    assert told(DATABASE, opened, renamed) == (["ModifyDBInstance-12:00:00"], True, "")


def test_whoever_renamed_something_did_not_surely_make_it_or_take_it_away():
    renaming = user("UpdateUser", "14:00:00", "old", newUserName="new")
    for name, gone in (("old", True), ("new", False)):
        it = Culprit(
            "AWS::IAM::User", "AIDA1", name, account=ACCOUNT, faults=(Fault(BEING, gone=gone),)
        )
        assert not told(it, made("12:00:00", "old"), renaming)[1]


def test_a_group_that_was_renamed_was_written_to_under_another_name():
    fault = Fault("configuration.groupPolicyList[0]", element={"policyName": "p"})
    group = Culprit("AWS::IAM::Group", "AGPA1", "new", account=ACCOUNT, faults=(fault,))
    asked = {"groupName": "new", "policyName": "p", "policyDocument": "{}"}
    put = record("iam:PutGroupPolicy", asked, at="12:00:00", awsRegion="us-east-1")
    renaming = {"groupName": "old", "newGroupName": "new"}
    renamed = record("iam:UpdateGroup", renaming, at="13:00:00", awsRegion="us-east-1")
    assert not told(group, put, renamed)[1]
