"""Who made a call, in a phrase that says no more than the records do."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.attribution.sessions import DEEPEST, Sessions
from scanner.eventdoc import actor, told
from tests.attributions import ALICE, log, session, took

SSO = "/aws-reserved/sso.amazonaws.com/eu-west-1/"
CASES: list[tuple[Any, str]] = [
    (ALICE, "alice"),
    ({"type": "Root", "accountId": "1", "arn": "arn:aws:iam::1:root"}, "the root user of 1"),
    (session("deployer", "build-7", "K"), "role deployer, session build-7"),
    (session("AWSReservedSSO_Admin_1", "bob", "K", SSO), "bob (role AWSReservedSSO_Admin_1)"),
    (
        {**session("deployer", "x", "K"), "invokedBy": "cloudformation.amazonaws.com"},
        "CloudFormation for role deployer, session x",
    ),
    ({"type": "AWSService", "invokedBy": "autoscaling.amazonaws.com"}, "Auto Scaling"),
    ({"type": "AWSService", "invokedBy": "new.amazonaws.com"}, "new.amazonaws.com"),
    ({"type": "AWSService"}, "an AWS service"),
    ({"type": "AWSAccount", "accountId": "999"}, "somebody of account 999"),
    (
        {"type": "IdentityCenterUser", "onBehalfOf": {"userId": "9-8", "identityStoreArn": "a"}},
        "Identity Center user 9-8",
    ),
    (
        {"type": "SAMLUser", "userName": "eve@corp", "identityProvider": "Okta"},
        "eve@corp (SAML, Okta)",
    ),
    (
        {"type": "WebIdentityUser", "userName": "repo:a/b", "identityProvider": "github"},
        "repo:a/b (web identity, github)",
    ),
    (
        {
            "type": "FederatedUser",
            "principalId": "111:visitor",
            "sessionContext": {"sessionIssuer": {"userName": "carol", "arn": "arn:…:user/carol"}},
        },
        "federated user visitor (by carol)",
    ),
    ({"type": "AssumedRole", "arn": "arn:aws:sts::1:assumed-role/r/s"}, "role r, session s"),
    ({}, "somebody unknown"),
    (None, "somebody unknown"),
    ({"type": 7, "arn": [], "sessionContext": "x"}, "somebody unknown"),
]


@pytest.mark.parametrize(("identity", "phrase"), CASES)
def test_an_actor_is_told_in_a_phrase(identity, phrase):
    assert told(actor({"userIdentity": identity})) == phrase


def test_the_principal_of_a_session_is_the_role():
    found = actor({"userIdentity": session("deployer", "build-7", "K")})
    assert (found.principal, found.session, found.vouched) == (
        "arn:aws:iam::111122223333:role/deployer",
        "build-7",
        False,
    )


def test_without_an_issuer_the_role_is_read_off_the_sessions_arn():
    identity = {"type": "AssumedRole", "arn": "arn:aws:sts::1:assumed-role/deployer/build"}
    assert actor({"userIdentity": identity}).principal == "arn:aws:iam::1:role/deployer"


def test_a_source_identity_is_told():
    identity = session("deployer", "x", "K")
    identity["sessionContext"]["sourceIdentity"] = "dave"
    phrase = "role deployer, session x, source identity dave"
    assert told(actor({"userIdentity": identity})) == phrase


def unwound(identity: Any, *records: Any) -> str:
    sessions = Sessions()
    sessions.add(log(*records))
    one = actor({"userIdentity": identity})
    return told(one, *sessions.behind(one))


def test_whoever_assumed_the_role_is_told_and_not_what_the_session_is_called():
    role = session("deployer", "bob", "ASIA1")
    assert unwound(role, took(ALICE, role)) == "alice (role deployer)"


def test_roles_that_were_taken_one_after_another_are_unwound_to_the_first():
    first, second = session("jump", "x", "ASIA1"), session("admin", "y", "ASIA2")
    records = took(first, second), took(ALICE, first)
    assert unwound(second, *records) == "alice (role jump, then role admin)"


def test_a_refused_call_begins_no_session():
    role = session("deployer", "bob", "ASIA1")
    refused = took(ALICE, role, errorCode="AccessDenied")
    assert unwound(role, refused) == "role deployer, session bob"


def test_a_session_that_is_not_in_the_logs_stays_one():
    role = session("deployer", "bob", "ASIA1")
    other = took(ALICE, session("deployer", "bob", "ASIA2"))
    assert unwound(role, other) == "role deployer, session bob"


def test_a_circle_of_sessions_ends():
    first, second = session("a", "x", "ASIA1"), session("b", "y", "ASIA2")
    sessions = Sessions()
    sessions.add(log(took(first, second), took(second, first)))
    assert len(sessions.behind(actor({"userIdentity": first}))) <= DEEPEST


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda each: (
        st.lists(each, max_size=3)
        | st.dictionaries(
            st.sampled_from(["type", "arn", "sessionContext", "sessionIssuer", "userName", "x"]),
            each,
        )
    ),
    max_leaves=12,
)


@given(json)
def test_anything_at_all_has_an_actor(identity):
    assert told(actor({"userIdentity": identity}))
