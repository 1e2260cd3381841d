"""An event that one log tells in part and another in full is judged by what is told in full."""

from itertools import permutations

import pytest
from events import UNKNOWN, count, event, log, outcomes, rule, silence, summary, watched
from hypothesis import given, settings
from hypothesis import strategies as st
from test_cli import groma
from trail_logs import compact, log_file, needs, record
from trail_logs import given as sorted_out

from scanner.sources.local import read
from scanner.watch.held import Held
from scanner.watch.seen import Seen

REFUSED = rule("check: [{value: configuration.errorCode, exists: false}]")
OF_ROOT = rule(
    "when: [{value: configuration.userIdentity.type, equals: Root}]\n"
    "check: [{value: configuration.errorCode, exists: true}]",
    id="root",
)
RULES = [REFUSED, OF_ROOT, count(at_least=2, id="counted"), silence(longer_than="30s", id="silent")]


def partly(one):
    """The same event as the Event history's CSV tells it."""
    lacking = dict.fromkeys(("errorCode", "requestParameters", "userIdentity"), UNKNOWN)
    return one | lacking


def table(*found):
    return log(*map(partly, found), whole=False, uri="history.csv")


def test_in_whatever_order_they_come_the_event_is_judged_in_full():
    one = event(errorCode="x")
    for logs in permutations([table(one), log(one), table(one)]):
        assert outcomes(REFUSED, *logs) == {"e1": "fail"}


def test_what_is_told_in_part_alone_is_unknown_once():
    one, other = event("e1"), event("e2")
    assert outcomes(REFUSED, table(one, other), log(other), table(one)) == {
        "e1": "unknown",
        "e2": "pass",
    }


def test_an_event_that_is_in_no_rules_scope_in_full_settles_what_is_told_in_part():
    one = event()
    assert outcomes(OF_ROOT, table(one)) == {"e1": "unknown"}
    assert outcomes(OF_ROOT, table(one), log(one)) == {}


def test_events_are_told_apart_by_id_time_and_name():
    one = event("e1")
    assert outcomes(OF_ROOT, table(one), log(event("e2"))) == {"e1": "unknown"}
    assert outcomes(OF_ROOT, table(one), log(event("e1", time=1))) == {"e1": "unknown"}
    assert outcomes(OF_ROOT, table(event(eventID=None)), log(event(eventID=None)))


known = st.lists(
    st.builds(
        event,
        id=st.integers(0, 99).map(str),
        user=st.sampled_from(["alice", "bob"]),
        time=st.integers(0, 90),
        errorCode=st.sampled_from([None, "x"]),
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda each: each["eventID"],
)


@given(known, st.data())
@settings(max_examples=40)
def test_tables_of_events_that_logs_tell_in_full_change_nothing(found, data):
    told = data.draw(st.lists(st.sampled_from(found)))
    tables = [table(each) for each in told]
    logs = [log(each) for each in data.draw(st.permutations(found))]
    kept, problems = watched(RULES, log(*found))
    again, others = watched(RULES, *tables, *logs)
    assert problems == others == []
    assert summary(again) == summary(kept)


def test_many_logs_are_kept_back_as_they_are():
    held = Held()
    logs = [table(event(str(n), requestParameters="a" * 9_000), event(f"x{n}")) for n in range(300)]
    for each in logs:
        held.add(each)
    assert list(held.logs()) == list(held.logs()) == logs
    held.close()


@given(st.lists(st.integers()), st.lists(st.integers()))
def test_what_is_seen_is_known_without_being_added(added, asked):
    seen = Seen()
    for each in added:
        seen.add((each,))
    assert [(each,) in seen for each in asked] == [each in added for each in asked]


CSV = "Event ID,Event name,Event time,User name,Event source\r\n"
ROW = "{0[eventID]},{0[eventName]},{0[eventTime]},alice,{0[eventSource]}\r\n"


def put(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text)


def csv(*found):
    return (CSV + "".join(map(ROW.format, found))).encode()


@pytest.mark.parametrize("name", ["a.csv", "z.csv", "deep/z (1).csv.gz", "z.CSV.1", "z.log"])
def test_tables_come_first_then_what_is_afar_then_the_other_files(tmp_path, name):
    put(tmp_path / "b.json", log_file([record(2)]))
    put(tmp_path / name, csv(record(1)))
    put(tmp_path / "c.csv", b"name,size\r\nx,1\r\n")
    given = list(read([str(tmp_path)], needs(), then=iter(["afar"])))
    first, afar, other, use = given
    assert ((first.whole, afar, other.whole)) == (False, "afar", True)
    assert (use.files, use.items) == (2, 2)
    values, problems, _ = sorted_out(read([str(tmp_path)], needs()))
    assert (len(values), problems) == (2, [])


def test_a_table_that_cannot_be_read_is_a_problem_once(tmp_path):
    put(tmp_path / "a.csv.gz", b"\x1f\x8bgarbage")
    _, problems, _ = sorted_out(read([str(tmp_path)], needs(), then=iter(())))
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("table", "full"), [("a.csv", "b.json"), ("b.csv", "a.json"), ("b.log", "a.json")]
)
def test_the_names_of_files_do_not_matter(tmp_path, table, full):
    opened = {"ipProtocol": "tcp", "fromPort": 22, "toPort": 22,
              "ipRanges": {"items": [{"cidrIp": "0.0.0.0/0"}]}}  # fmt: skip
    one = record(1, eventName="AuthorizeSecurityGroupIngress",
                 requestParameters={"groupId": "sg-1", "ipPermissions": {"items": [opened]}})  # fmt: skip
    other = record(2, eventName="DescribeInstances", readOnly=True)
    put(tmp_path / full, compact({"Records": [one, other]}))
    put(tmp_path / table, csv(one, other))
    rules = ("--rule", "event-root-use", "--rule", "event-security-group-opened")
    run = groma("scan", ".", *rules, cwd=tmp_path)
    assert run.returncode == 1
    assert "unknown" not in run.stdout
