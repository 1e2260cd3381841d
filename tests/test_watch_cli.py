"""Events on the command line: exit statuses, parameters, and that no rule on them calls AWS."""

import json

import pytest
from aws import aws
from events import event
from test_cli import groma, item

from scanner import builtin, load
from scanner.event import EVENT
from scanner.scan import needs_of
from scanner.sources.plan import collections

RULE = """\
id: {id}
title: Nobody is refused
severity: medium
why: It matters.
fix: Mend it.
resource: AWS::CloudTrail::Event
{more}
tests:
  - {{name: one, given: {given}, expect: pass}}
"""
ALONE = RULE.format(id="refused", given="{}",
                    more="check: [{value: configuration.errorCode, exists: false}]")  # fmt: skip
OFTEN = RULE.format(
    id="often", given="[]",
    more="params: {within: 5m, calls: 3}\n"
         "count: {by: [configuration.userIdentity.userName], within: params.within, at_least: params.calls}",
)  # fmt: skip


@pytest.fixture
def scanned(tmp_path):
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "refused.yaml").write_text(ALONE)
    (tmp_path / "rules" / "often.yaml").write_text(OFTEN)

    def of(*records, arguments=()):
        (tmp_path / "log.json").write_text(json.dumps({"Records": records}))
        return groma("scan", "log.json", "--rules", "rules", *arguments, cwd=tmp_path)

    return of


@pytest.mark.parametrize(
    ("records", "arguments", "status"),
    [
        ([event()], (), 0),
        ([event(errorCode="x")], (), 1),
        ([event(errorCode="x")], ("--fail-on", "high"), 0),
        ([event(errorCode="x")], ("--fail-on", "medium"), 1),
        ([event(errorCode="x")], ("--rule", "often"), 0),
        ([event(time="never")], (), 3),
        ([event(f"e{n}") for n in range(3)], (), 1),
        ([event(f"e{n}") for n in range(3)], ("--param", "often.calls=4"), 0),
        ([event(), {"eventTime": 5, "eventID": "x"}], (), 3),
        ([event(errorCode="x", time=5)], ("--since", "2026-01-01T00:00:05Z"), 1),
        ([event(errorCode="x", time=5)], ("--since", "2026-01-01T00:00:06Z"), 0),
        ([event(errorCode="x", time=5)], ("--at", "2026-01-01T00:00:05Z"), 1),
        ([event(errorCode="x", time=5)], ("--at", "2026-01-01T00:00:04Z"), 0),
        ([event(errorCode="x", time=5)], ("--at", "2026-01-01T00:01:00Z", "--since", "1m"), 1),
        ([event(errorCode="x", time=5)], ("--at", "2026-01-01T00:01:00Z", "--since", "30s"), 0),
        ([event(errorCode="x", time=5)], ("--until", "2026-01-01T00:00:04Z"), 0),
    ],
)
def test_the_status_says_what_became_of_the_events(scanned, records, arguments, status):
    ran = scanned(*records, arguments=arguments)
    assert ran.returncode == status, ran.stdout + ran.stderr


@pytest.mark.parametrize(
    ("param", "sentence"),
    [
        ("often.within=abc", "--param often.within: 'abc' is not a length of time such as 30s, 5m, 2h or 90d"),
        ("often.within=5", "--param often.within: 5 is not fit"),
        ("often.calls=1", "--param often.calls: 1 is not a whole number, 2 or more"),
        ("often.calls=2.5", "--param often.calls: 2.5 is not a whole number, 2 or more"),
        ("often.calls=many", "--param often.calls: 'many' is not fit"),
    ],
)  # fmt: skip
def test_a_parameter_that_does_not_fit_is_a_sentence(scanned, param, sentence):
    ran = scanned(event(), arguments=("--param", param))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert sentence in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_parameter_that_does_not_fit_is_one_where_no_event_comes_too(scanned, tmp_path):
    snapshot = {"fileVersion": "1.0", "configurationItems": [item()]}
    (tmp_path / "snapshot.json").write_text(json.dumps(snapshot))
    scanned(event())
    ran = groma(
        "scan", "snapshot.json", "--rules", "rules", "--param", "often.within=abc", cwd=tmp_path
    )
    assert ran.returncode == 2
    assert "often.within" in ran.stderr


def test_no_call_is_made_for_events():
    on_events = [each for each in load.rules(builtin.paths()) if each.resource == EVENT]
    assert list(collections(needs_of(on_events))) == []


def test_rules_on_events_plan_nothing_and_need_permissions_for_events_alone(tmp_path):
    told = groma("permissions", "--rule", "event-*", cwd=tmp_path)
    assert (told.returncode, "name aws-events" in told.stderr) == (2, True)
    told = json.loads(groma("permissions", "aws-events", "--rule", "event-*", cwd=tmp_path).stdout)
    (statement,) = told["Statement"]
    assert statement["Action"] == ["cloudtrail:LookupEvents", "ec2:DescribeRegions"]
    with aws():
        ran = groma("plan", "aws", "--rule", "event-*", "--region", "eu-west-1", cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert "cloudtrail" not in ran.stdout.lower()
