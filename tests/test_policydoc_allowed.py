"""Which actions the policies of an identity allow, taken together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.policydoc import actions_allowed, allows
from scanner.unresolved import Unresolved

STOP = ["cloudtrail:StopLogging", "cloudtrail:DeleteTrail"]
UNREAD = Unresolved("AccessDenied")


def policy(*statements):
    return {"Version": "2012-10-17", "Statement": list(statements)}


def allow(action="*", **more):
    return {"Effect": "Allow", "Action": action, "Resource": "*", **more}


def deny(action, **more):
    return {**allow(action, **more), "Effect": "Deny"}


def found(*policies):
    return [each.actions for each in actions_allowed(list(policies), STOP)]


@pytest.mark.parametrize(
    "statement",
    [
        allow("cloudtrail:*"),
        allow("CloudTrail:s*"),
        allow(["s3:*", "cloudtrail:StopLogging"]),
        allow(Resource="arn:aws:cloudtrail:eu-west-1:111122223333:trail/t"),
        allow(Condition={"Bool": {"aws:MultiFactorAuthPresent": "true"}}),
        {"Effect": "Allow", "NotAction": "iam:*", "NotResource": "arn:aws:s3:::b"},
    ],
)
def test_a_statement_that_can_be_used_for_an_action_allows_it(statement):
    [grant] = actions_allowed(policy(statement), STOP)
    assert "cloudtrail:StopLogging" in grant.actions
    assert grant.what.startswith("statement 1 allows cloudtrail:StopLogging")


@pytest.mark.parametrize(
    "policies",
    [
        [None],
        [policy(allow("cloudtrail:Get*"))],
        [policy(allow(), deny("cloudtrail:*"))],
        [policy(allow()), policy(deny("cloudtrail:*"))],
        [policy({"Effect": "Deny", "NotAction": "iam:*", "Resource": "*"}, allow())],
    ],
)
def test_what_no_statement_allows_or_one_denies_is_not_allowed(policies):
    assert found(*policies) == []


def test_a_deny_of_one_action_leaves_the_other():
    assert found(policy(allow(), deny("cloudtrail:Stop*"))) == [("cloudtrail:DeleteTrail",)]


def test_a_deny_that_holds_only_sometimes_does_not_take_back():
    condition = {"StringNotEquals": {"aws:RequestedRegion": "eu-west-1"}}
    assert len(found(policy(allow(), deny("*", Condition=condition)))) == 1


def test_a_policy_that_could_not_be_read_undoes_nothing_and_may_allow_more():
    answer = actions_allowed([UNREAD, policy(allow("cloudtrail:*"))], STOP)
    assert [type(each).__name__ for each in answer] == ["Grant", "Unresolved"]
    assert actions_allowed(UNREAD, STOP) == [UNREAD]
    assert [type(each) for each in actions_allowed(policy(UNREAD), STOP)] == [Unresolved]


names = st.sampled_from(["*", "cloudtrail:*", "cloudtrail:Stop*", "cloudtrail:DeleteTrail", "s3:*"])
statements = st.lists(
    st.builds(
        lambda effect, element, name: {"Effect": effect, element: name, "Resource": "*"},
        st.sampled_from(["Allow", "Deny"]),
        st.sampled_from(["Action", "NotAction"]),
        names,
    ),
    max_size=5,
)


@given(statements)
def test_agrees_with_asking_for_each_request(written):
    user = "arn:aws:iam::111122223333:user/u"
    for action in STOP:
        said = bool(actions_allowed(policy(*written), [action]))
        assert said is allows(policy(*written), user, action, "*")
