import pytest
from scans import finding, resource, rule

from scanner.model import Location, Waiver
from scanner.waive import Waivers, covers


def waiver(of="trail-on", about="main", expires="2027-01-31"):
    return Waiver(of, about, "agreed", "platform team", expires, Location("waivers.yaml", 3, 5))


def outcomes(waivers, findings, today="2026-11-21"):
    return [each.outcome for each in Waivers(waivers, today).over(findings)]


def said(waivers, findings, today="2026-11-21"):
    laid = Waivers(waivers, today)
    exercised = frozenset(each.rule.id for each in laid.over(findings))
    return [each.what for each in laid.problems(exercised)]


def test_a_waived_failure_counts_as_waived_and_stays_a_fail():
    (waived,) = Waivers([waiver()], "2026-11-21").over([finding()])
    assert waived.outcome == "waived"
    assert waived.verdict == "fail"


def test_a_waiver_holds_on_its_last_day_and_not_after():
    assert outcomes([waiver(expires="2026-11-21")], [finding()]) == ["waived"]
    assert outcomes([waiver(expires="2026-11-20")], [finding()]) == ["fail"]


def test_what_passes_or_is_unknown_is_not_waived():
    found = [finding(verdict="pass"), finding(verdict="unknown")]
    assert outcomes([waiver()], found) == ["pass", "unknown"]


def test_another_rule_or_resource_is_not_waived():
    assert outcomes([waiver(of="other")], [finding()]) == ["fail"]
    assert outcomes([waiver(about="mai")], [finding()]) == ["fail"]


def test_an_expired_waiver_is_said():
    assert said([waiver(expires="2026-01-31")], [finding()]) == [
        "the waiver of trail-on for main expired on 2026-01-31"
    ]


def test_a_waiver_that_nothing_needed_is_said_if_its_rule_judged_something():
    assert said([waiver()], [finding(verdict="pass")]) == [
        "the waiver of trail-on for main was not needed; remove it"
    ]
    assert said([waiver()], [finding(rule("another"))]) == []


def test_neither_keeps_a_scan_from_being_complete():
    laid = Waivers([waiver(expires="2026-01-31")], "2026-11-21")
    assert not any(each.blocks for each in laid.problems(frozenset()))


@pytest.mark.parametrize(
    ("pattern", "fits"),
    [("i-1", True), ("web*", True), ("arn:aws:*/i-1", True), ("*", True), ("I-1", False),
     ("w[e]b-1", False), ("eb-1", False)],
)  # fmt: skip
def test_a_resource_is_named_by_id_name_or_arn(pattern, fits):
    it = resource("i-1", name="web-1", arn="arn:aws:ec2:eu-west-1:1:instance/i-1")
    assert covers(waiver(about=pattern), it) is fits


def test_brackets_in_a_name_mean_themselves():
    assert covers(waiver(about="a[1]*"), resource("a[1]b"))


def test_a_pattern_of_many_stars_takes_no_time():
    assert not covers(waiver(about="*a" * 30 + "*b"), resource("a" * 300))
