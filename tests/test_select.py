import pytest
from scans import rule

from scanner.errors import UserError
from scanner.profiles.select import selected, with_params

TRAIL = rule("trail-on", "high", controls={"cis-3.0": ("3.1",)})
BUCKET = rule("bucket-closed", "low", controls={"cis-3.0": ("2.1", "3.10"), "nist": ("AC-3",)})
RULES = (TRAIL, BUCKET)


def ids(**options):
    return [each.id for each in selected(RULES, **options)]


def refusal(call):
    with pytest.raises(UserError) as caught:
        call()
    return str(caught.value)


def test_without_filters_every_rule_is_used_by_id():
    assert ids() == ["bucket-closed", "trail-on"]


def test_by_id_and_by_pattern():
    assert ids(ids=["trail-on"]) == ["trail-on"]
    assert ids(ids=["*-on", "bucket*"]) == ["bucket-closed", "trail-on"]


def test_by_framework_and_by_control():
    assert ids(controls=["nist"]) == ["bucket-closed"]
    assert ids(controls=["cis-3.0:3.1"]) == ["trail-on"]
    assert ids(controls=["cis-3.0:3"]) == ["bucket-closed", "trail-on"]


def test_by_severity_or_worse():
    assert ids(severity="medium") == ["trail-on"]


def test_a_name_that_fits_nothing_is_a_mistake():
    assert "did you mean trail-on?" in refusal(lambda: ids(ids=["trial-on"]))
    assert "no rule serves it" in refusal(lambda: ids(controls=["cis-3.0:9"]))


def test_filters_that_leave_nothing_are_a_mistake():
    assert "no rule is left" in refusal(lambda: ids(ids=["bucket*"], severity="critical"))


def with_defaults(**params):
    from msgspec.structs import replace

    return replace(TRAIL, params=params)


def test_a_parameter_replaces_the_default_in_every_rule_that_has_it():
    rules = (with_defaults(days=90), BUCKET)
    assert [each.params for each in with_params(rules, {"days": 30})] == [{"days": 30}, {}]


def test_a_parameter_for_one_rule_wins_over_the_one_for_all():
    (changed,) = with_params((with_defaults(days=90),), {"trail-on.days": 7, "days": 30})
    assert changed.params == {"days": 7}


def test_a_parameter_that_no_rule_declares_is_a_mistake():
    said = refusal(lambda: with_params((with_defaults(trusted=["10.0.0.0/8"]),), {"trustd": []}))
    assert "did you mean trusted?" in said


@pytest.mark.parametrize(("default", "value"), [(90, "30"), (["a"], "a"), (["a"], [1]), (True, 1)])
def test_a_parameter_of_another_kind_is_a_mistake(default, value):
    assert "of the same kind" in refusal(
        lambda: with_params((with_defaults(p=default),), {"p": value})
    )
