"""Events through whole scans: every report, waivers, baselines, and what was not exercised."""

import json
import re

import jsonschema
import published
import pytest
from events import ACCOUNT, at, count, event, log, rule, scan
from items import covered, trail
from items import rule as on_state
from snapshot import as_kept

from reports import FORMATS, pieces
from scanner.before_merge import baseline
from scanner.errors import UserError
from scanner.model import Location, SourceUse, Waiver
from scanner.scan import Living, needs_of

REFUSED = rule("check: [{value: configuration.errorCode, exists: false}]", id="nobody-refused")
OFTEN = count(id="seldom")
MAIN = on_state("check: [{value: configuration.isMultiRegionTrail, equals: true}]")
READ = SourceUse("cloudtrail", "logs", files=1, items=5)
STORY = log(
    event("e0", errorCode="AccessDenied", time=0),
    event("e1", errorCode="AccessDenied", time=1, user="bob"),
    event("e2", time=2),
    event("e3", time=3),
    event("e4", time="never", user="carol"),
    uri="logs/1.json.gz",
)


def story(**options):
    return scan([REFUSED, OFTEN], STORY, READ, **options)


def text(format, result):
    return "".join(pieces(format, result, width=100))


def test_a_scan_of_events_has_their_findings_rule_by_rule():
    with story() as result:
        said = [(each.rule.id, each.resource.id, each.verdict.value) for each in result.findings]
    assert said == [
        ("nobody-refused", "e0", "fail"),
        ("nobody-refused", "e1", "fail"),
        ("nobody-refused", "e2", "pass"),
        ("nobody-refused", "e3", "pass"),
        ("nobody-refused", "e4", "pass"),
        ("seldom", "e4", "unknown"),
        ("seldom", f"alice {at(0)}", "fail"),
        ("seldom", "bob", "pass"),
    ]


def test_a_finding_tells_the_event_in_its_sentence():
    with story() as result:
        (
            first,
            *_,
        ) = result.findings
    assert first.message == (
        "TerminateInstances ended with AccessDenied at 2026-01-01T00:00:00Z by alice from "
        "203.0.113.7: "
        'configuration.errorCode is "AccessDenied", wanted not to be set'
    )
    assert first.location == Location("logs/1.json.gz")
    assert (first.resource.account, first.resource.region) == (ACCOUNT, "eu-west-1")


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_every_report_names_the_failures(format):
    with story() as result:
        said = text(format, result)
        assert said == text(format, result)
    assert "AccessDenied" in said
    assert "3 events of alice" in said
    assert ("logs/1.json.gz" in said) is (format not in ("table", "markdown"))


@published.needed
def test_sarif_and_junit_stay_valid():
    with story() as result:
        sarif = json.loads(text("sarif", result))
        junit = text("junit", result)
    schema = published.sarif_schema()
    assert [each.message for each in jsonschema.Draft4Validator(schema).iter_errors(sarif)] == []
    assert [published.junit_complaints(junit, each) for each in published.JUNIT[1:]] == [[], []]


def test_a_fingerprint_is_that_of_one_finding_and_stays_the_same():
    with story() as one, story() as other:
        prints = [each.fingerprint for each in one.findings]
        assert prints == [each.fingerprint for each in other.findings]
    assert len(set(prints)) == len(prints)


def waiver(about, of):
    return Waiver(of, about, "agreed", "team", "2027-01-01", Location("waivers.yaml", 3, 5))


@pytest.mark.parametrize(
    ("of", "about", "waived"),
    [
        ("nobody-refused", "e0", ["e0"]),
        ("nobody-refused", "e*", ["e0", "e1"]),
        ("nobody-refused", "TerminateInstances", ["e0", "e1"]),
        ("seldom", "alice*", [f"alice {at(0)}"]),
        ("seldom", "alice", []),
    ],
)
def test_a_waiver_names_an_event_or_a_key(of, about, waived):
    with story(living=Living([waiver(about, of)])) as result:
        assert [each.resource.id for each in result.findings if each.waiver] == waived
        unused = [each.what for each in result.problems]
    assert unused == (
        [] if waived else ["the waiver of seldom for alice was not needed; remove it"]
    )


def test_what_was_in_a_baseline_is_known_and_what_is_new_fails(tmp_path):
    path = tmp_path / "baseline.json"
    with story() as result:
        path.write_text("".join(baseline.written(result.findings)))
    known = Living(baseline=baseline.read(str(path)))
    more = log(event("new", errorCode="AccessDenied"))
    with scan([REFUSED, OFTEN], STORY, more, READ, living=known) as result:
        assert {each.resource.id: each.outcome for each in result.findings if each.verdict == "fail"} == {
            "e0": "waived",
            "e1": "waived",
            "new": "fail",
            f"alice {at(0)}": "waived",
        }  # fmt: skip


def test_a_rule_that_no_event_is_in_the_scope_of_was_not_exercised():
    scoped = rule("when: [{value: configuration.eventName, equals: X}]\n"
                  "check: [{value: configuration.errorCode, exists: false}]", id="scoped")  # fmt: skip
    with scan([scoped, OFTEN], log(*[event(f"e{n}") for n in range(12)]), READ) as result:
        assert [(each.rule.id, each.why) for each in result.not_exercised] == [
            ("scoped", "none of the 12 events is in the rule's scope")
        ]
        assert not result.incomplete


def test_a_rule_on_events_without_events_is_not_exercised_and_never_unknown():
    with scan(
        [REFUSED, OFTEN, MAIN], trail(isMultiRegionTrail=True), covered(MAIN.resource)
    ) as result:
        assert {each.rule.id for each in result.findings} == {MAIN.id}
        assert {each.rule.id: each.why for each in result.not_exercised} == {
            "nobody-refused": "there is no AWS::CloudTrail::Event",
            "seldom": "there is no AWS::CloudTrail::Event",
        }
        assert not result.incomplete


def test_a_scan_of_both_a_state_and_logs_judges_both():
    given = (STORY, trail(isMultiRegionTrail=False), covered(MAIN.resource), READ)
    with scan([REFUSED, MAIN], *given) as result:
        assert result.counts == {"pass": 3, "fail": 3, "unknown": 0, "waived": 0}
        assert result.not_exercised == []
        for format in sorted(FORMATS):
            assert text(format, result)


def test_rules_on_state_are_not_exercised_by_events_alone():
    with scan([REFUSED, MAIN], STORY, READ) as result:
        assert [each.rule.id for each in result.not_exercised] == [MAIN.id]
        assert result.counts["unknown"] == 0


def test_a_log_without_events_is_nothing_to_judge():
    with pytest.raises(UserError, match="there is nothing to judge"), scan([REFUSED], log(), READ):
        pass


def test_what_a_report_only_counts_is_counted():
    with story(listed={"pass": 0, "fail": 1}) as result:
        assert result.counts == {"pass": 4, "fail": 3, "unknown": 1, "waived": 0}
        listed = [(each.rule.id, each.resource.id) for each in result.findings]
    assert ("nobody-refused", "e0") in listed
    assert ("nobody-refused", "e1") not in listed
    assert ("nobody-refused", "e2") not in listed


def test_the_time_that_is_asked_for_is_that_of_the_findings():
    times = {"since": "2026-01-01T00:00:01.000Z", "until": "2026-01-01T00:00:02.000Z"}
    with scan([REFUSED], STORY, READ, **times) as result:
        assert [each.resource.id for each in result.findings] == ["e1", "e2", "e4"]


def test_a_parameter_that_is_no_length_stops_the_scan_before_it_begins():
    wrong = count(within="params.within", id="seldom")
    wrong = type(wrong)(
        **{**{name: getattr(wrong, name) for name in NAMES}, "params": {"within": "abc"}}
    )
    sentence = "--param seldom.within: 'abc' is not a length of time such as 30s, 5m, 2h or 90d"
    for given in ((STORY,), (trail(), covered(MAIN.resource))):
        with pytest.raises(UserError, match=re.escape(sentence)), scan([wrong], *given, READ):
            pass


NAMES = OFTEN.__struct_fields__


def test_what_rules_on_events_read_is_asked_of_events_and_of_nothing_else():
    assert set(needs_of([REFUSED, OFTEN]).fields) == {REFUSED.resource}


def test_the_table_and_the_json_read_as_they_did():
    with story() as result:
        assert as_kept(text("table", result), "events.txt")
        assert as_kept(text("json", result), "events.json")
