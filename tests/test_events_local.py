"""CloudTrail's events at the user's paths: which files are read, which are passed over."""

import gzip
import json
import os

import pytest
from test_config_source import item, snapshot
from test_events_files import CSV, FORMS, MORE, THREE, csv
from trail_logs import ACCOUNT, REGION, compact, given, key, log_file, needs, record, records

from scanner.event import EVENT
from scanner.model import Item, Needs, Problem
from scanner.sources import local
from scanner.sources.events import of_state
from scanner.sources.kind_of_file import FileKind, kind_of_file

TRAIL = "AWS::CloudTrail::Trail"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def put(path, text):
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "wb") as file:
        file.write(text)
    return path


def delivered(*times, **where):
    """A log file for each time, with one record; its number is that of the time."""
    for number, time in enumerate(times, 1):
        put(key(time, **where), log_file([record(number)]))


def numbers(values):
    return sorted(int(each["eventID"][:8], 16) for each in values)


def test_a_copy_of_a_bucket_is_read():
    delivered("20260927T1000Z", "20260927T1005Z")
    put(key(account="444455556666", above="AWSLogs/o-exampleorg/"), log_file(THREE))
    values, problems, uses = given(local.read(["AWSLogs"], needs()))
    assert numbers(values) == [1, 1, 2, 2, 3]
    assert problems == []
    (use,) = uses
    assert (use.name, use.where, use.files, use.items) == ("cloudtrail", "AWSLogs", 3, 5)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_recognised_at_a_path_and_in_a_folder(form):
    text = FORMS[form]
    put("events.json", text)
    values, problems, _ = given(local.read(["."], needs()))
    assert (values, problems) == (THREE, [])
    values, problems, _ = given(local.read(["events.json"], needs()))
    assert (values, problems) == (THREE, [])


def test_lines_and_the_event_history_are_found_in_a_folder():
    put("a.jsonl", b"\n".join(map(compact, THREE)))
    put("b.ndjson.gz", gzip.compress(b"\n".join(map(compact, records(2, first=4)))))
    row = f"RunInstances,{THREE[0]['eventTime']},bob,ec2.amazonaws.com,AKIAB,eu-west-1,1,true,e,,"
    put("event_history.csv", csv(row))
    values, problems, uses = given(local.read(["."], needs()))
    assert len(values) == 6
    assert problems == []
    assert uses[0].files == 3


def test_other_tables_are_nobodys_and_other_lines_are_passed_over():
    put("a.csv", b"name,size\nx,1\n")
    put("b.jsonl", b'{"foo":1}\n{"foo":2}\n')
    put("c.csv", b"")
    put("d.json", log_file(THREE))
    values, problems, uses = given(local.read(["."], needs()))
    assert (len(values), problems) == (3, [])
    assert [each.passed_over for each in uses] == [1]


def test_other_json_is_passed_over_as_before():
    put("a.json", compact({"Records": [{"foo": 1}]}))
    put("b.json", compact({"Records": [record(eventSource="aws:s3")]}))
    put("c.json", compact({"Events": [{"foo": 1}]}))
    put("d.json", log_file(THREE))
    values, problems, uses = given(local.read(["."], needs()))
    assert (len(values), problems) == (3, [])
    assert [each.passed_over for each in uses] == [3]


def test_a_snapshot_and_a_log_file_are_read_side_by_side():
    put("snapshot.json", json.dumps(snapshot(item(TRAIL, "main"))).encode())
    put("log.json.gz", log_file(THREE))
    found = list(local.read(["."], needs(TRAIL)))
    assert [each.id for each in found if isinstance(each, Item)] == ["main"]
    values, problems, uses = given(found)
    assert (values, problems) == (THREE, [])
    assert [each.name for each in uses] == ["cloudtrail", "config"]


def test_digests_are_passed_over():
    name = f"{ACCOUNT}_CloudTrail-Digest_{REGION}_main_{REGION}_20260927T100000Z.json.gz"
    path = f"AWSLogs/{ACCOUNT}/CloudTrail-Digest/{REGION}/2026/09/27/{name}"
    put(path, b"\x1f\x8bnobody opens it")
    delivered("20260927T1000Z")
    values, problems, uses = given(local.read(["AWSLogs"], needs()))
    assert (len(values), problems, uses[0].passed_over) == (1, [], 1)
    _, problems, _ = given(local.read([path], needs()))
    what = "one of CloudTrail's digest files: `groma verify` reads those"
    assert problems == [Problem(path, what, blocks=False)]


def test_files_are_chosen_by_their_names_before_they_are_opened():
    times = ("20260926T1200Z", "20260927T0944Z", "20260927T0945Z", "20260928T1200Z")
    delivered(*times, "20260928T1205Z", "20260929T0000Z")
    for other in ("20260927T0944Z", "20260928T1205Z"):
        put(key(other), b"\x1f\x8bnobody opens it")
    wanted = needs(since="2026-09-27T10:00:00.000Z", until="2026-09-27T12:00:00.000Z")
    values, problems, uses = given(local.read(["AWSLogs"], wanted))
    assert (numbers(values), problems, uses[0].passed_over) == ([3, 4], [], 4)


def test_a_file_whose_name_tells_no_time_is_always_read():
    put("log.json", log_file(THREE))
    wanted = needs(since="2027-01-01T00:00:00.000Z")
    assert given(local.read(["."], wanted))[0] == THREE


def test_a_file_that_is_named_is_always_read():
    delivered("20260927T1000Z")
    wanted = needs(since="2027-01-01T00:00:00.000Z")
    assert len(given(local.read([key()], wanted))[0]) == 1


def test_log_files_are_not_opened_where_no_rule_on_events_was_chosen():
    put(key(), b"\x1f\x8bnobody opens it")
    values, problems, uses = given(local.read(["AWSLogs"], Needs({TRAIL: None})))
    assert (values, problems) == ([], [])
    assert [(each.files, each.passed_over) for each in uses] == [(0, 1)]
    _, problems, _ = given(local.read([key()], Needs({TRAIL: None})))
    what = "CloudTrail's log file; no rule on events was chosen"
    assert problems == [Problem(key(), what, blocks=False)]


def test_what_is_broken_is_a_problem_of_events_in_the_place_that_the_name_tells():
    put(key(), log_file(records(300))[:-20])
    put("AWSLogs/garbage.json.gz", b"\x1f\x8bgarbage")
    values, problems, _ = given(local.read(["AWSLogs"], needs(TRAIL)))
    assert len(values) > 200
    cut, garbage = problems
    assert (cut.where, cut.types, cut.place) == (key(), {EVENT}, (ACCOUNT, REGION))
    assert cut.what.startswith("gzip cut short")
    assert (garbage.where, garbage.types) == ("AWSLogs/garbage.json.gz", {EVENT, TRAIL})


def test_only_the_first_faults_of_a_file_are_told_one_by_one():
    put("log.json", compact({"Records": [*THREE, *({"a": 1} for _ in range(50))]}))
    values, problems, _ = given(local.read(["log.json"], needs()))
    assert values == THREE
    assert len(problems) == 21
    assert problems[0].where.startswith("log.json: record 4 (byte ")
    assert problems[-1].what == "and 30 more that could not be read"


def test_a_named_file_of_something_else_is_a_problem():
    name = put(key(), compact({"foo": 1}))
    _, problems, _ = given(local.read([name], needs()))
    assert problems[0].what == "no log file but an object with the keys 'foo'"
    assert problems[0].blocks


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.json", b'{"Resources":{"A":{"Type":"AWS::S3::Bucket"}}}', FileKind.TEMPLATE),
        ("a.json", b'{"Resources":{"eventVersion":"eventTime"}}', FileKind.TEMPLATE),
        ("a.json", b'{"configurationItems":[{"eventVersion":1,"eventTime":2}]}', FileKind.RECORDED),
        (
            "a.json",
            b'{"version":"0","detail":{"configurationItem":{"eventVersion":"eventTime"}}}',
            FileKind.RECORDED,
        ),
        ("a.json", b'{"Records":[', FileKind.EVENTS),
        ("a.csv", f"{CSV},{MORE}".lower().encode(), FileKind.EVENTS),
        ("a.csv", b"event name; event time", FileKind.OTHER),
        ("a.json", b'["eventVersion eventTime"]', FileKind.RECORDED),
    ],
)
def test_what_a_file_is_shows_in_its_first_bytes(name, text, kind):
    assert kind_of_file(name, text) is kind


def test_sources_of_state_are_not_asked_for_events():
    wanted = needs(TRAIL, since="2026-09-27T10:00:00.000Z")
    assert of_state(wanted).types == {TRAIL}
    assert of_state(Needs({TRAIL: None})) == Needs({TRAIL: None})
