"""Frameworks: what shows each control, and reports that group by them."""

import json
from collections import Counter
from importlib.resources import files

import jsonschema
import published
import pytest
from lxml import etree
from scans import finding, laboratory, rule, scan
from snapshot import as_kept
from test_cli import groma

from reports import FORMATS, pieces
from reports.grouping import groups, unjudged
from scanner import builtin
from scanner.errors import UserError
from scanner.profile import Control, Framework, Profile, covers, in_order
from scanner.profiles.controls import framework, grouped_by, profiles_with, shown
from scanner.profiles.files import profile_names

RULES = builtin.rules()
CIS = ("cis-aws-foundations-3.0", "cis-aws-foundations-5.0")
FIVE = framework("cis-aws-foundations-5.0")
OURS = Framework(
    "ours",
    (
        Control("1", "Logs"),
        Control("1.2", "Logs are kept"),
        Control("2", "People are trained", "Nobody can see that in a configuration."),
        Control("3", "Nothing is lost"),
    ),
)


def written(name, of, by=None):
    return "".join(pieces(name, of, by=by))


# Coverage


def test_controls_are_in_the_order_in_which_people_count():
    numbers = ["AC-17", "1.10", "AC-2(4)", "1.2", "AC-2", "2.1.1", "1.9", "AU-2", "AC-2(12)"]
    assert sorted(numbers, key=in_order) == [
        *("1.2", "1.9", "1.10", "2.1.1"),
        *("AC-2", "AC-2(4)", "AC-2(12)", "AC-17", "AU-2"),
    ]


@pytest.mark.parametrize(
    ("number", "other", "does"),
    [
        ("3", "3.1", True),
        ("3", "3", True),
        ("3", "30", False),
        ("3.1", "3.10", False),
        ("AC", "AC-2(4)", True),
        ("AC-2", "AC-2(4)", True),
        ("AC-2", "AC-20", False),
        ("AC", "ACX-1", False),
    ],
)
def test_a_control_stands_for_those_below_it_and_for_no_other(number, other, does):
    assert covers(number, other) is does


def test_a_control_has_its_rules_or_why_it_can_have_none():
    keeps = rule("keeps", controls={"ours": ("1.2",), "other": ("3",)})
    more = rule("more", controls={"ours": ("1.2", "1.5")})
    found = {each.control: each for each in shown(OURS, [more, keeps])}
    assert list(found) == ["1.2", "1.5", "2", "3"]
    assert found["1.2"].rules == ("keeps", "more")
    assert found["1.5"].title == "Logs"
    assert found["2"].manual
    assert (found["3"].rules, found["3"].manual) == ((), "")


@pytest.mark.parametrize("name", CIS)
def test_each_control_of_cis_has_a_rule_or_a_reason_and_not_both(name):
    found = shown(framework(name), RULES)
    assert [each.control for each in found if bool(each.rules) == bool(each.manual)] == []


@pytest.mark.parametrize("name", [*CIS, "nist-800-53-r5"])
def test_rules_name_no_control_that_the_framework_does_not_have(name):
    numbers = {number for each in RULES for number in each.controls.get(name, ())}
    listed = [each.number for each in framework(name).controls]
    exact = name in CIS
    strange = [
        each
        for each in sorted(numbers)
        if not any(each == one or (not exact and covers(one, each)) for one in listed)
    ]
    assert strange == []


def test_cis_has_as_many_controls_as_the_benchmark():
    assert [len(framework(name).controls) for name in CIS] == [62, 63]


def test_no_title_of_ours_begins_as_those_of_the_benchmark_do():
    for name in CIS:
        titles = [each.title for each in framework(name).controls]
        assert [each for each in titles if each.startswith(("Ensure", "Do not", "Maintain"))] == []


def test_the_profiles_that_use_a_rule_are_told():
    of = next(each for each in RULES if each.id == "cloudtrail-log-validation")
    assert set(profiles_with(of)) >= {"everything", "traceability", *CIS, "aws-config-recorded"}


# Which framework reports group by


def test_a_report_groups_by_the_profile_s_framework_or_by_the_one_that_is_named():
    mine = Profile("mine", "mine", framework="ours", controls=OURS.controls)
    assert grouped_by("control", mine, ()) == OURS
    assert grouped_by("control:cis-aws-foundations-5.0", mine, ()) == FIVE
    assert grouped_by("control:aws-config", None, RULES) == Framework("aws-config")


@pytest.mark.parametrize(
    ("by", "says"),
    [
        ("contrl", "rule, control or control:FRAMEWORK is meant"),
        ("control", "of which framework? write control:NAME; there are aws-config, cis-"),
        ("control:cis-aws-foundation-5.0", "did you mean cis-aws-foundations-5.0?"),
    ],
)
def test_a_framework_that_nobody_knows_is_a_mistake(by, says):
    with pytest.raises(UserError, match="--by") as caught:
        grouped_by(by, None, RULES)
    assert says in str(caught.value)


# Reports


def test_rules_stand_under_each_control_that_they_serve_and_others_come_last():
    both = rule("both", "low", controls={"ours": ("1.2", "3")})
    one = rule("one", "high", controls={"ours": ("1.2",)})
    none = rule("none", controls={"other": ("9",)})
    found = groups([both, none, one], OURS)
    assert [(each.heading, [one.id for one in each.rules]) for each in found] == [
        ("1.2 Logs are kept", ["one", "both"]),
        ("3 Nothing is lost", ["both"]),
        ("no control of ours", ["none"]),
    ]
    assert [each.number for each in unjudged(scan(rules=[both]), OURS)] == ["2"]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("table", "controls.txt"),
        ("markdown", "controls.md"),
        ("json", "controls.json"),
        ("junit", "controls.junit.xml"),
    ],
)
def test_the_reports_by_control_read_as_they_did(name, kept):
    assert as_kept(written(name, laboratory(), FIVE), kept)


def test_a_rule_of_two_controls_is_told_once_in_the_table_and_referred_to_after_that():
    both = rule("both", controls={"ours": ("1.2", "3")})
    text = written("table", scan([finding(both, message="It is off.")]), OURS)
    assert text.count("It is off.") == 1
    assert "both: see 1.2, where it stands already" in text
    assert text.index("\n1.2 Logs are kept") < text.index("\n3 Nothing is lost")


def test_no_two_cases_of_a_junit_file_by_control_share_classname_and_name():
    both = rule("both", controls={"ours": ("1.2", "3")})
    other = rule("other")
    text = written("junit", scan([finding(both), finding(both, "b"), finding(other)]), OURS)
    root = etree.fromstring(text.encode())
    names = Counter((case.get("classname"), case.get("name")) for case in root.iter("testcase"))
    assert (len(names), set(names.values())) == (5, {1})
    assert [suite.get("failures") for suite in root] == ["2", "2", "1"]


@published.needed
@pytest.mark.parametrize("schema", published.JUNIT[1:])
def test_a_junit_file_by_control_is_valid_against_the_published_schemas(schema):
    assert published.junit_complaints(written("junit", laboratory(), FIVE), schema) == []


def test_a_json_report_by_control_is_as_its_schema_says_and_adds_up():
    report = json.loads(written("json", laboratory(), FIVE))
    schema = json.loads(files("reports").joinpath("report.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(report)
    assert report["framework"] == FIVE.name
    found = {each["control"]: each for each in report["controls"]}
    assert found["3.2"]["counts"] == {"pass": 1, "fail": 0, "unknown": 0, "waived": 1}
    assert found["1.1"]["manual"]
    assert found[None]["rules"] == ["account-has-trail", "cloudtrail-kms-key-usable"]


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_can_be_asked_for_controls(name):
    assert written(name, laboratory(), FIVE)


@pytest.mark.parametrize("name", ["table", "json", "junit", "sarif", "markdown"])
def test_a_report_says_which_profile_chose_the_rules(name):
    from msgspec.structs import replace

    assert "my-profile" in written(name, replace(laboratory(), profile="my-profile"))
    assert "profile" not in written(name, laboratory()).replace('"profile": null', "")


@pytest.mark.parametrize("hostile", ["\x1b[2J", "a|b", "<script>", "]]>", "`x`", "\u202e"])
def test_a_title_of_a_stranger_s_profile_cannot_break_a_report(hostile):
    of = rule("both", controls={"ours": (f"1{hostile}",)})
    by = Framework("ours", (Control(f"1{hostile}", f"Logs {hostile}"),))
    for name in ("table", "junit", "markdown"):
        text = written(name, scan([finding(of)]), by)
        assert not {"\x1b", "\u202e"} & set(text)
    assert etree.fromstring(written("junit", scan([finding(of)]), by).encode()) is not None


# The commands


def test_profiles_are_listed():
    assert set(profile_names()) <= set(groma("profiles").stdout.split())
    found = json.loads(groma("profiles", "--format", "json").stdout)
    assert [each["profile"] for each in found if each["default"]] == ["traceability"]


def test_coverage_is_a_table_with_a_sum_or_json():
    text = groma("controls", "cis-aws-foundations-5.0").stdout
    assert "5 can only be judged by hand" in text
    assert "cloudtrail-log-validation" in text
    found = json.loads(groma("controls", "cis-aws-foundations-5.0", "--format", "json").stdout)
    assert len(found) == 63
    assert "cis-aws-foundations-3.0" in groma("controls").stdout
    managed = groma("controls", "aws-config").stdout
    assert "CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED" in managed


def test_coverage_of_a_profile_of_ones_own(tmp_path):
    mine = tmp_path / "mine.yaml"
    mine.write_text(
        "{title: t, rules: [rds-*], framework: ours, controls: {A.1: {title: x, manual: y}}}"
    )
    assert "(by hand: y)" in groma("controls", mine).stdout
    mine.write_text("{title: t, rules: [rds-*]}")
    assert "names no framework" in groma("controls", mine).stderr


def test_a_framework_that_nobody_knows_has_status_2():
    ran = groma("controls", "cis-aws-foundation-5.0")
    assert ran.returncode == 2
    assert "did you mean cis-aws-foundations-5.0?" in ran.stderr


def test_the_schema_of_a_profile_is_printed():
    assert json.loads(groma("schema", "profile").stdout)["title"] == "Groma profile"
    assert json.loads(groma("schema").stdout)["title"] == "Groma rule"


def test_a_rule_tells_its_profiles_and_a_list_can_be_a_profile_s():
    assert "Profiles that use it:" in groma("rules", "cloudtrail-kms").stdout
    few = json.loads(
        groma("rules", "--profile", "cis-aws-foundations-5.0", "--format", "json").stdout
    )
    assert all("cis-aws-foundations-5.0" in each["controls"] for each in few)
