"""`groma who` as a user runs it: a resource's history, its exit status, and what it says of mistakes."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from snapshot import as_kept

from scanner.attribution.trace import MOST, Trace, name
from scanner.recall import sessions
from tests.attributions import ALICE, log, record, session, took
from tests.aws import aws
from tests.between import between
from tests.trail_story import DATABASE, LAB, story

GROMA = Path(sys.executable).parent / "groma"
TOLD = story()


def groma(*arguments, folder=LAB):
    given = {**os.environ, "COLUMNS": "100"}
    command = [GROMA, "who", *map(str, arguments)]
    return subprocess.run(
        command, cwd=folder, env=given, capture_output=True, text=True, timeout=60
    )


def events(*arguments):
    ran = groma(*arguments, "--who", "trail", "--format", "json")
    assert (ran.returncode, ran.stderr) == (0, "")
    (told,) = json.loads(ran.stdout)["resources"]
    return told


def called(told):
    names = {id: called for called, id in TOLD.ids.items()}
    return [names[each["id"]] for each in told["events"]]


@pytest.mark.parametrize(
    ("resource", "told"),
    [
        (
            DATABASE,
            "mend-database-out mend-halves second-half first-half database-peers database-group",
        ),
        ("wa-database", "mend-public backups public instance"),
        ("wa-asg-sg", "mend-ssh ssh ssh-closed ssh-tried ssh-refused servers-group"),
        ("db-D3233E4A8EA03C2B6F6A37AAEC", "mend-public backups public instance"),
        (
            "arn:aws:rds:eu-west-1:111122223333:db:wa-database",
            "mend-public backups public instance",
        ),
        ("wa-trail", "mend-trail stop-refused weakened trail"),
        ("sg-074aca5cd204bb552", "mend-default-out mend-default-in"),
        ("acl-0c8a9b66e142cae8c", "mend-public-acl public-out public-in public-acl"),
        ("c1a1e9cc-cef4-4057-83de-b4f90a19e36b", "key-deleted"),
        ("e0db87c6-7e1f-4347-8fc5-2aeaeb81429f", "mend-key"),
        ("wa-archive-trail", "mend-archive-trail archive-trail"),
        ("vpc-0f50a8fd4a93174db", "vpc"),
    ],
)
def test_the_labs_resources_have_their_histories(resource, told):
    assert called(events(resource)) == told.split()


def test_the_time_chooses_events():
    args = (DATABASE, "--since", "2026-11-01", "--until", "2026-11-20")
    assert called(events(*args)) == ["second-half", "first-half"]


def test_the_page_shows_what_the_command_prints():
    text = (LAB.parent.parent / "docs/who.md").read_text()
    (shown,) = re.findall(r"^```console\n\$ groma who (.*?)^…\n```", text, re.MULTILINE | re.DOTALL)
    command, _, printed = shown.partition("\n")
    assert groma(*command.split()).stdout.startswith(printed)


def test_a_table_tells_what_was_done_and_then_what_was_refused():
    ran = groma("sg-007fbe0642dd6c770", "--who", "trail")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert as_kept(ran.stdout, "who.txt")


def test_json_tells_several_resources():
    ran = groma("wa-trail", "wa-database", "--who", "trail", "--format", "json")
    assert as_kept(ran.stdout, "who.json")


def test_what_no_event_names_is_a_mistake_and_status_2():
    ran = groma("sg-nowhere", "--who", "trail")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "sg-nowhere: none of the" in ran.stderr
    assert "names it; the first is of 2026-10-05T09:00:02Z" in ran.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["x"], "name CloudTrail's events with --who PATH or aws-events"),
        (["", "--who", "trail"], "the name of a resource is empty"),
        (["x", "--who", "aws"], "--who aws: live AWS as it is has no events"),
        (["x", "--who", "trail", "--role", "Audit"], "--role: it goes with --who aws-events"),
        (["x", "--who", "trail", "--account", "1234"], "an account id has twelve digits"),
        (["sg-nowhere", "--who", "trail", "--account", "210987654321"], "it in 210987654321;"),
        (["x", "--who", "nowhere"], "nowhere: no such file or directory"),
        (["x", "--who", "trail", "--since", "soon"], "--since soon: not a time"),
        (
            ["x", "--who", "trail", "--since", "2026-11-02", "--until", "2026-11-01"],
            "--since is later than --until",
        ),
        (
            ["x", "--who", "trail", "--since", "2030-01-01"],
            "no event of CloudTrail's, or none then",
        ),
    ],
)
def test_a_mistake_is_a_sentence_and_status_2(arguments, said):
    ran = groma(*arguments)
    assert ran.returncode == 2
    assert said in ran.stderr


def test_a_broken_file_is_told_and_status_3(tmp_path):
    (tmp_path / "good.json").write_text(
        json.dumps({"Records": [record("ec2:CreateVpc", {}, {"vpc": {"vpcId": "vpc-1"}})]})
    )
    (tmp_path / "bad.json").write_text('{"Records": [{"eventName": "Cre')
    ran = groma("vpc-1", "--who", ".", folder=tmp_path)
    assert ran.returncode == 3
    assert "CreateVpc" in ran.stdout
    assert "bad.json" in ran.stdout


def traced(resource, *records, accounts=()):
    trace = Trace(name(resource), frozenset(accounts))
    trace.add(log(*records))
    return trace


def done(trace):
    return [each for history in trace.histories() for each in history.done]


DELETED = record("ec2:DeleteVpc", {"vpcId": "vpc-1"})


def test_an_event_about_something_else_that_names_it_is_only_counted():
    trace = traced(
        "sg-1", record("ec2:RunInstances", {"groupSet": {"items": [{"groupId": "sg-1"}]}})
    )
    assert (trace.histories(), trace.named) == ([], 1)


def test_another_account_is_left_out():
    records = DELETED, {**DELETED, "recipientAccountId": "2", "eventID": "b"}
    assert len(done(traced("vpc-1", *records))) == 2
    assert [each.change.id for each in done(traced("vpc-1", *records, accounts=["2"]))] == ["b"]


def test_an_arn_tells_the_service_the_account_and_the_region():
    arn = "arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1"
    elsewhere = {**DELETED, "awsRegion": "us-east-1", "eventID": "b"}
    other = {**DELETED, "eventSource": "rds.amazonaws.com", "eventID": "c"}
    found = done(traced(arn, DELETED, elsewhere, other))
    assert [each.change.id for each in found] == [DELETED["eventID"]]


def test_what_the_declared_types_do_not_know_is_told_without_a_type():
    (one,) = done(traced("etl", record("glue:UpdateJob", {"jobName": "etl"})))
    assert (one.type, one.change.event) == ("", "UpdateJob")


@pytest.mark.parametrize("called", ["pay:live", "111122223333:function:pay"])
def test_a_function_is_found_by_a_part_of_its_arn(called):
    event = record("lambda:AddPermission20150331v2", {"functionName": called})
    assert [each.type for each in done(traced("pay", event))] == ["AWS::Lambda::Function"]


def test_the_last_of_many_instances_is_found():
    made = [{"instanceId": f"i-{n}", **{f"f{k}": k for k in range(70)}} for n in range(100)]
    event = record("ec2:RunInstances", {}, {"instancesSet": {"items": made}})
    assert len(done(traced("i-99", event))) == 1


def test_an_event_that_arrives_twice_is_told_once():
    assert len(done(traced("vpc-1", DELETED, DELETED))) == 1


def test_the_actor_is_unwound():
    role = session("deployer", "x", "ASIA1")
    (one,) = done(traced("vpc-1", {**DELETED, "userIdentity": role}, took(ALICE, role)))
    assert one.change.who == "alice (role deployer)"


def test_a_secret_is_masked_in_the_history():
    asked = {"dBInstanceIdentifier": "db", "masterUserPassword": "hunter2"}
    (one,) = done(traced("db", record("rds:ModifyDBInstance", asked)))
    assert [each.value for each in one.change.given] == ["(masked)"]


def test_a_history_is_bounded_and_says_so(monkeypatch):
    monkeypatch.setattr("scanner.attribution.trace.MOST", 3)
    records = [
        {**DELETED, "eventID": str(n), "eventTime": f"2026-11-10T12:00:0{n}Z"} for n in range(5)
    ]
    trace = traced("vpc-1", *records)
    assert ([each.change.id for each in done(trace)], trace.forgotten) == (["4", "3", "2"], 2)
    assert MOST > 3


class EventHistory:
    """LookupEvents, which moto lacks: it has records under the names of their resources."""

    def __init__(self, **records):
        self.records = records
        self.asked = []

    def __call__(self, body):
        if "LookupAttributes" not in body:
            return None
        (wanted,) = json.loads(body)["LookupAttributes"]
        self.asked.append(wanted["AttributeValue"])
        found = self.records.get(wanted["AttributeValue"].replace("-", "_"), [])
        events = [{"EventId": "x", "CloudTrailEvent": json.dumps(each)} for each in found]
        return 200, json.dumps({"Events": events}).encode()


def test_the_event_history_is_asked_for_the_resource_and_then_for_who_began_the_session(tmp_path):
    role = session("deployer", "x", "ASIA1")
    history = EventHistory(vpc_1=[{**DELETED, "userIdentity": role}], ASIA1=[took(ALICE, role)])
    with aws() as url, between(url, history) as here:
        os.environ["AWS_ENDPOINT_URL"] = here
        args = ("vpc-1", "--who", "aws-events", "--region", "eu-west-1", "--format", "json")
        ran = groma(*args, folder=tmp_path)
    (told,) = json.loads(ran.stdout)["resources"]
    assert (ran.returncode, ran.stderr, history.asked) == (0, "", ["vpc-1", "ASIA1"])
    assert [each["who"] for each in told["events"]] == ["alice (role deployer)"]


def test_only_so_many_sessions_are_looked_up_and_the_rest_is_told():
    asked, keys = [], frozenset(f"ASIA{number}" for number in range(60))

    def look_up(names):
        asked.extend(names)
        return iter(())

    (problem,) = sessions(look_up, lambda: keys)
    assert (len(asked), len({*asked} & keys), problem.blocks) == (50, 50, False)
    assert problem.what.startswith("who began 10 more sessions was not asked, after 50")


def test_what_the_event_history_does_not_know_is_a_mistake(tmp_path):
    with aws() as url, between(url, EventHistory()) as here:
        os.environ["AWS_ENDPOINT_URL"] = here
        ran = groma("vpc-1", "--who", "aws-events", "--region", "eu-west-1", folder=tmp_path)
    said = "vpc-1: CloudTrail's Event history has no event of it, or none then\n"
    assert (ran.returncode, ran.stderr) == (2, said)


def test_an_event_history_that_is_refused_is_status_3(tmp_path):
    def refused(body):
        text = {"__type": "AccessDeniedException", "message": "No."}
        return (400, json.dumps(text).encode()) if "LookupAttributes" in body else None

    with aws() as url, between(url, refused) as here:
        os.environ["AWS_ENDPOINT_URL"] = here
        ran = groma("vpc-1", "--who", "aws-events", "--region", "eu-west-1", folder=tmp_path)
    assert ran.returncode == 3
    assert "cloudtrail:LookupEvents: AccessDeniedException" in ran.stdout
