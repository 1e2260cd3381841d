"""Joins within a stack: by what a resource will be called, though nobody knows it yet."""

import pytest
from items import item, rule, verdict_of_each

from scanner.inventory.partition import Partners
from scanner.model import Item
from scanner.unresolved import Unresolved

TRAIL, KEY = "AWS::CloudTrail::Trail", "AWS::KMS::Key"
GIVEN_LATER = {"$unresolved": "the parameter Key has no default", "$present": True, "$is": "?Key"}


def called(token):
    return Unresolved(f"{token} is known after deployment", token=token)


def parameter(name):
    return Unresolved(f"the parameter {name} has no default", present=True, token=f"?{name}")


def partners(*documents):
    found = Partners()
    for ids, document in documents:
        for one in ids:
            found.add(one, document)
    return found


OURS, THEIRS = {"resourceId": "ours"}, {"resourceId": "theirs"}


def test_two_references_to_one_resource_meet():
    found = partners(([called("Vpc")], OURS), ([called("OtherVpc")], THEIRS))
    assert found.of(called("Vpc")) == [OURS]


def test_what_a_resource_will_be_called_is_no_name_that_is_written_out():
    found = partners((["Vpc"], OURS))
    assert found.of(called("Vpc")) == []
    assert partners(([called("Vpc")], OURS)).of("Vpc") == []


def test_a_parameter_meets_itself_and_may_be_any_name_that_is_written_out():
    found = partners(([parameter("Vpc")], OURS), (["vpc-1"], THEIRS))
    first, doubt = found.of(parameter("Vpc"))
    assert (first, doubt) == (OURS, parameter("Vpc"))


def test_a_name_that_is_written_out_may_be_what_a_parameter_says():
    assert partners(([parameter("Vpc")], OURS)).of("vpc-1") == [parameter("Vpc")]


def test_no_parameter_is_what_a_resource_of_the_stack_will_be_called():
    assert partners(([parameter("Vpc")], OURS)).of(called("Vpc")) == []


def test_what_was_not_read_may_be_anything():
    unread = Unresolved("AccessDenied")
    assert partners(([unread], OURS)).of(called("Vpc")) == [unread]


USABLE = """
    join:
      keys: {{type: {key}, ours: configuration.kmsKeyId, theirs: configuration.keyId, optional: {optional}}}
    check: [{{value: "keys[?configuration.enabled == `false`]", empty: true}}]
"""


def trail(key):
    return declared(TRAIL, "Trail", {"kmsKeyId": key})


def declared(kind, address, configuration):
    made: Item = item(kind, address, configuration, ("", ""))
    return Item(made.type, made.id, "", "", made.text, "t.yaml", stack="t.yaml")


def key(name, enabled=True):
    return declared(KEY, name, {"keyId": called(name), "enabled": enabled})


@pytest.mark.parametrize("optional", ["true", "false"])
@pytest.mark.parametrize(
    ("points_to", "wanted"),
    [
        (called("Good"), "pass"),
        (called("Bad"), "fail"),
        (GIVEN_LATER, "unknown"),
        ("key-1", "unknown"),
    ],
)
def test_a_stack_is_judged_by_what_it_declares_and_unknown_by_what_it_only_names(
    points_to, wanted, optional
):
    made = rule(USABLE.format(key=KEY, optional=optional))
    given = [trail(points_to), key("Good"), key("Bad", enabled=False)]
    assert set(verdict_of_each(made, given).values()) == {wanted}


def test_two_stacks_know_nothing_of_each_other():
    made = rule(USABLE.format(key=KEY, optional="false"))
    elsewhere = key("Good")
    other = Item(KEY, "Good", "", "", elsewhere.text, "u.yaml", stack="u.yaml")
    assert set(verdict_of_each(made, [trail(called("Good")), other]).values()) == {"unknown"}
