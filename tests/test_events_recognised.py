"""Which files have CloudTrail's events: what a caller chose hides none, and no name promises in vain."""

import gzip
import json

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st
from test_events_local import folder, put  # noqa: F401 - a fixture that every test uses
from trail_logs import ACCOUNT, compact, entry, given, key, log_file, needs, record, records

from scanner.event import EVENT
from scanner.model import Needs
from scanner.sources import local
from scanner.sources.first_events import looks_like_events
from scanner.sources.kind_of_file import FileKind, kind_of_file

LOG = key().rpartition("/")[2]
TRAIL = "AWS::CloudTrail::Trail"
LABELLED = record(
    1,
    eventName="RegisterTaskDefinition",
    requestParameters={
        "dockerLabels": {"eventSource": "aws:x", "configurationItem": "x"},
        "configurationItems": [],
    },
)
HIDDEN = record(2, eventName="StopLogging")
NOTIFIED = record(3, eventSource="aws:s3", eventID=None)
LONG = {"additionalEventData": "a" * 70_000}


def found_in(name, text):
    """The names of the events in a file, found in a folder beside a log file with one more."""
    put(f"folder/{name}", text)
    put(f"folder/beside/{key()}", log_file([record(9, eventName="Beside")]))
    values, problems, uses = given(local.read(["folder"], needs()))
    assert problems == []
    assert sum(each.passed_over for each in uses) == 0
    return sorted(each["eventName"] for each in values if each["eventName"] != "Beside")


def lines(*values):
    return b"\n".join(map(compact, values))


@pytest.mark.parametrize(
    "text",
    [
        b"hello",
        gzip.compress(b"hello", mtime=0),
        b"\x93\x11\xfe" * 999,
        b"<html><body>AccessDenied</body></html>",
        b'{"Records":{}}',
        b'{"Records":null}',
        b'{"Records":"x"}',
        compact({"Records": HIDDEN}),
        compact({"records": [HIDDEN]}),
        compact({"digestStartTime": "x", "Records": 1}),
        *(b"{}", b"12", b"null", b'"text"', b""),
    ],
)
def test_a_log_file_that_was_overwritten_is_a_problem(text):
    put(f"folder/{LOG}", text)
    put(f"folder/beside/{key()}", log_file(records(1)))
    values, (problem,), (use,) = given(local.read(["folder"], needs(TRAIL)))
    assert len(values) == 1
    assert (problem.where, problem.blocks) == (f"folder/{LOG}", True)
    assert (problem.types, problem.place[0]) == ({EVENT}, ACCOUNT)
    assert (use.files, use.passed_over) == (2, 0)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("all.json", compact({"Records": [LABELLED, HIDDEN]})),
        ("all.json", compact([LABELLED, HIDDEN])),
        ("all.json", compact([json.dumps(each) for each in (LABELLED, HIDDEN)])),
        ("all.json", compact({"Events": [entry(LABELLED), entry(HIDDEN)]})),
        ("all.jsonl", lines(LABELLED, HIDDEN)),
        ("all.json", compact({"version": "0", "detail": LABELLED}) + compact({"detail": HIDDEN})),
        ("all.log", lines(LABELLED, HIDDEN).replace(b"{", b"2026-09-27T10:00:00.123Z {", 1)),
    ],
)
def test_what_a_caller_chose_hides_no_file(name, text):
    assert found_in(name, text) == ["RegisterTaskDefinition", "StopLogging"]


@pytest.mark.parametrize("stranger", [{}, {"foo": 1}, None, NOTIFIED])
def test_a_stranger_among_records_is_told_and_hides_no_other(stranger):
    put("a.json", compact({"Records": [stranger, HIDDEN]}))
    put("b.json", compact([stranger, HIDDEN]))
    values, problems, _ = given(local.read(["."], needs()))
    assert (values, len(problems)) == ([HIDDEN, HIDDEN], 2)


def test_a_stranger_before_rows_of_records_is_told():
    put("a.jsonl", lines({"foo": 1}, HIDDEN))
    _, (problem,), _ = given(local.read(["."], needs()))
    assert problem.what == "no log file but an object with the keys 'foo'"
    assert problem.blocks


BARE = {name: HIDDEN[name] for name in ("eventTime", "eventName", "eventSource")}


@pytest.mark.parametrize(
    "first", ["resources", "recipientAccountId", "sharedEventID", "tlsDetails"]
)
def test_a_record_may_begin_with_any_of_its_fields(first):
    assert found_in("a.json", compact([{first: None} | HIDDEN])) == ["StopLogging"]


def test_a_time_a_name_and_a_source_make_a_record():
    assert found_in("a.json", compact({"Records": [BARE]})) == ["StopLogging"]
    assert found_in("a.json", compact(BARE)) == ["StopLogging"]
    assert found_in("a.json", compact({"any": 1} | BARE)) == ["StopLogging"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", compact({"Records": [LONG | HIDDEN]})),
        ("a.json", compact([LONG | HIDDEN])),
        ("a.json", compact(LONG | HIDDEN)),
        ("a.jsonl", compact(LONG | HIDDEN)),
        ("a.json", compact({"version": "0", "detail": LONG | HIDDEN})),
        ("a.json", compact({"logEvents": [{"id": "1", "message": json.dumps(LONG | HIDDEN)}]})),
    ],
)
def test_a_record_whose_time_comes_late_is_one(name, text):
    assert found_in(name, text) == ["StopLogging"]


BIG = json.dumps({"eventVersion": "1.08", "requestParameters": "a" * 70_000} | HIDDEN)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", compact([BIG, json.dumps(HIDDEN)])),
        ("a.json", compact([{"logStreamName": "s", "timestamp": 1, "message": BIG}])),
        ("a.jsonl", compact({"logStreamName": "s", "timestamp": 1, "message": BIG})),
    ],
)
def test_what_stands_first_hides_no_record_however_long_or_strange_it_is(name, text):
    assert "StopLogging" in found_in(name, text)


@pytest.mark.parametrize(
    "text",
    [
        b'{"Records":[{"eventVersion" "1.1"},%b]}' % compact(HIDDEN),
        b'{"Records":[{eventVersion:1},%b]}' % compact(HIDDEN),
        compact({"Records": [{}] * 101 + [HIDDEN]}),
        compact({"events": [{"message": "START"}] * 101 + [{"message": json.dumps(HIDDEN)}]}),
    ],
)
def test_what_is_no_record_and_stands_first_is_a_problem_of_a_file_with_events(text):
    assert kind_of_file("a.json", text) is FileKind.EVENTS


def test_a_long_value_alone_makes_no_record():
    for value in ({"resources": "a" * 70_000}, {"foo": 1, "eventName": "a" * 70_000}):
        assert not looks_like_events(json.dumps(value)[: 1 << 16])
        assert not looks_like_events(json.dumps([value])[: 1 << 16])


@pytest.mark.parametrize(
    "name",
    [
        *("a.log", "a.log.gz", "000000.gz", "a.json.1", "a.jsonl.2", "a (1).json", "a.json (1).gz"),
        *(f"{LOG}.1", f"{LOG} (1)", LOG.replace(".gz", " (2).gz"), LOG.replace(".", "(1).", 1)),
    ],
)
def test_events_are_found_under_names_that_files_get(name):
    assert found_in(name, compact({"Records": [HIDDEN]})) == ["StopLogging"]


def test_a_copy_of_a_log_file_is_chosen_by_its_time_and_has_its_place():
    put(f"{LOG}.1", b"garbage")
    _, (problem,), _ = given(local.read(["."], needs()))
    assert problem.place[0] == ACCOUNT
    wanted = needs(since="2026-09-28T10:00:00.000Z")
    assert given(local.read(["."], wanted))[:2] == ([], [])


def test_what_may_have_events_alone_is_not_opened_without_a_rule_on_them():
    put("a.gz", b"\x1f\x8bgarbage")
    put("a.json", b"{}")
    assert given(local.read(["."], Needs({TRAIL: None})))[:2] == ([], [])
    _, (problem,), _ = given(local.read(["."], needs(TRAIL)))
    assert (problem.where, problem.types) == ("./a.gz", {EVENT})


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.log", b"hello", FileKind.OTHER),
        ("a.log", b'{"eventTime":1}', FileKind.OTHER),
        ("a.gz", b"PK\x03\x04", FileKind.OTHER),
        ("a.json.1", b'{"configurationItems":[]}', FileKind.OTHER),
        ("a.json.1", b"AWSTemplateFormatVersion: 2010-09-09", FileKind.OTHER),
        ("a.json", b"[" * 70_000, FileKind.RECORDED),
        ("a.json", b'{"detail":' * 9_000, FileKind.RECORDED),
        ("a.json", b'{"Records":[' * 9_000, FileKind.RECORDED),
        ("a.json", compact({"Records": [{"Sns": {"Message": "eventVersion"}}]}), FileKind.RECORDED),
        ("a.json", compact({"message": "eventVersion eventTime"}), FileKind.RECORDED),
    ],
)
def test_what_is_none_of_cloudtrails_is_not_taken_for_it(name, text, kind):
    assert kind_of_file(name, text[: 1 << 16]) is kind


json_values = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["Records", "eventSource", "eventTime", "detail", "message", "a"]),
            inner,
        )
    ),
    max_leaves=20,
)


@for_all(json_values, st.integers(0, 200))
def test_nothing_below_a_record_makes_it_another(value, cut):
    whole = json.dumps({"Records": [{"requestParameters": value} | HIDDEN]})
    assert looks_like_events(whole)
    assert looks_like_events(whole[: len('{"Records": [{"requestParameters":') + cut])


@for_all(st.text(alphabet='{}[]",:\\ events1é', max_size=60))
def test_any_text_is_looked_at_without_an_error(text):
    assert looks_like_events(text) in (True, False)
