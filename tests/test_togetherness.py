"""Mistakes in rules on events, each as a sentence with its place."""

from textwrap import dedent

import pytest

from scanner import load
from scanner.errors import UserError

GOOD = """\
id: my-rule
title: Nobody fails to sign in again and again
severity: high
why: It matters.
fix: Mend it.
resource: AWS::CloudTrail::Event
params: {within: 5m, failures: 3}
count:
  by: [configuration.userIdentity.userName, configuration.sourceIPAddress]
  within: params.within
  at_least: params.failures
tests:
  - name: one
    given:
      - configuration: {eventName: ConsoleLogin, eventTime: "2026-01-01T00:00:00Z"}
    expect: pass
"""
SINGLE = """\
id: my-rule
title: Nobody is refused
severity: high
why: It matters.
fix: Mend it.
resource: AWS::CloudTrail::Event
check:
  - {value: configuration.errorCode, exists: false}
tests:
  - name: one
    given: {configuration: {eventName: ConsoleLogin}}
    expect: pass
"""


def said(text, tmp_path):
    """What is wrong with a rule, line by line."""
    (tmp_path / "my-rule.yaml").write_text(dedent(text))
    try:
        load.rules([str(tmp_path)])
    except UserError as error:
        return str(error).replace(f"{tmp_path}/", "").splitlines()
    return []


def test_a_rule_without_mistakes_has_none(tmp_path):
    assert said(GOOD, tmp_path) == said(SINGLE, tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("count:\n", "join: {keys: {type: \"AWS::KMS::Key\", ours: configuration.eventName}}\ncount:\n",
         "my-rule.yaml:8:1: events are judged as they are read: they join nothing"),
        ("AWS::CloudTrail::Event", "AWS::CloudTrail::Trail",
         "my-rule.yaml:8:1: count is for AWS::CloudTrail::Event alone; write check"),
        ("count:\n", "check: [{value: configuration.eventName, exists: true}]\ncount:\n", "check and count stand together"),
        ("count:\n", "silence: {by: [configuration.eventName], longer_than: 90d}\ncount:\n", "count and silence stand together"),
        ("userIdentity.userName,", "userIdentity.usrName,",
         "my-rule.yaml:9:35: AWS::CloudTrail::Event has no configuration.userIdentity.usrName; did you mean userName?"),
        ("userIdentity.userName,", "userIdentity.,", "my-rule.yaml:9:"),
        ("userIdentity.userName,", "sourceIPAddress,", "my-rule.yaml:9:39: configuration.sourceIPAddress stands there already"),
        ("[configuration.userIdentity.userName, configuration.sourceIPAddress]", "[]", "my-rule.yaml:9:"),
        ("by: [configuration.userIdentity.userName, configuration.sourceIPAddress]", "by: configuration.eventName",
         "my-rule.yaml:9:7: by must be a list"),
        ("within: params.within", "within: 5", "my-rule.yaml:10:11: within must be a length of time such as 30s, 5m"),
        ("within: params.within", "within: 5 minutes", "my-rule.yaml:10:11: within: '5 minutes' is not a length of time such as"),
        ("within: params.within", 'within: "5"', "my-rule.yaml:10:11: "),
        ("within: params.within", "within: 0m", "my-rule.yaml:10:11: "),
        ("within: params.within", 'within: "5m\\n"', "my-rule.yaml:10:11: within is to be a length of time such as 30s"),
        ("within: params.within", "within: 9999999999999s", "my-rule.yaml:10:11: "),
        ("within: params.within", "within: params.nothing", "my-rule.yaml:10:11: nothing is not declared under params; known are within, failures"),
        ("within: params.within", "within: params.witin", "did you mean within?"),
        ("at_least: params.failures", "at_least: params.within", "my-rule.yaml:7:18: within is to be a whole number, 2 or more, as at_least uses it"),
        ("at_least: params.failures", "at_least: 1", "my-rule.yaml:11:13: at_least"),
        ("at_least: params.failures", "at_least: three", "my-rule.yaml:11:13: at_least"),
        ("at_least: params.failures", "at_least: 3.0", "my-rule.yaml:11:13: at_least"),
        ("at_least: params.failures", "at_least: true", "my-rule.yaml:11:13: at_least"),
        ("  at_least: params.failures\n", "", "my-rule.yaml:9:3: "),
        ("within: 5m,", "within: five,", "my-rule.yaml:7:18: within is to be a length of time such as 30s, 5m, 2h or 90d, as within uses it"),
        ("within: 5m,", "within: 5,", "my-rule.yaml:7:18: within is to be a length"),
        ("failures: 3", "failures: 1", "failures is to be a whole number, 2 or more"),
        ("failures: 3", "failures: 2.5", "failures is to be a whole number, 2 or more"),
        ("expect: pass", "expect: pass\n    params: {within: 5 m}", "my-rule.yaml:17:22: within is to be a length"),
        ("expect: pass", "expect: pass\n    params: {failures: 0}", "my-rule.yaml:17:24: failures is to be a whole number"),
        ("      - configuration:", "      configuration:", "my-rule.yaml:15:7: given is to be a list of events here"),
        ("{eventName: ConsoleLogin,", "{eventNam: ConsoleLogin,", "my-rule.yaml:15:25: configuration has no eventNam"),
        ("eventName: ConsoleLogin,", "eventName: [ConsoleLogin],", "my-rule.yaml:15:9: no record of CloudTrail's: Expected `str | null`, got `array`"),
    ],
)  # fmt: skip
def test_each_mistake_has_its_place_and_what_to_do(tmp_path, old, new, says):
    assert old in GOOD
    found = said(GOOD.replace(old, new), tmp_path)
    assert any(says in line for line in found), found


def test_a_typo_is_told_once_and_by_the_name_that_was_meant(tmp_path):
    wrong = GOOD.replace("within: params.within", "whitin: params.within")
    told = "my-rule.yaml:10:3: unknown key whitin; did you mean within?"
    assert said(wrong, tmp_path) == [told]
    wrong = GOOD.replace("Trail::Event", "Trail::Evnt")
    [told] = said(wrong, tmp_path)
    assert told.endswith("did you mean AWS::CloudTrail::Event?")


def test_a_field_that_tests_repeat_is_told_once(tmp_path):
    _, case = SINGLE.split("tests:\n")
    wrong = SINGLE + case.replace("one", "two")
    wrong = wrong.replace("eventName: ConsoleLogin", "colour: red")
    [told] = said(wrong, tmp_path)
    assert told.startswith("my-rule.yaml:11:29: configuration has no colour; known are ")
    assert told.endswith(" more")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("given: {configuration: {eventName: ConsoleLogin}}", "given: [{configuration: {eventName: ConsoleLogin}}]",
         "my-rule.yaml:11:12: given is to be one item here"),
        ("{eventName: ConsoleLogin}", '{eventName: ConsoleLogin, readOnly: "true"}',
         "my-rule.yaml:11:12: no record of CloudTrail's: Expected `bool | null`, got `str` - at `$.readOnly`"),
    ],
)  # fmt: skip
def test_a_rule_on_single_events_is_given_single_records(tmp_path, old, new, says):
    assert old in SINGLE
    found = said(SINGLE.replace(old, new), tmp_path)
    assert any(says in line for line in found), found


def test_what_of_a_record_is_not_known_is_no_mistake(tmp_path):
    unknown = '{"$unresolved": "the Event history does not have it"}'
    fine = GOOD.replace(
        "eventName: ConsoleLogin,", f"readOnly: {unknown}, userIdentity: {unknown},"
    )
    assert said(fine, tmp_path) == []
    deeper = GOOD.replace("eventName: ConsoleLogin,", f"userIdentity: {{type: {unknown}}},")
    assert said(deeper, tmp_path) == []
