"""Who began a session, where two accounts have a record of it, and where there are too many."""

from itertools import permutations

import pytest

from scanner.attribution import sessions as module
from scanner.attribution.sessions import Sessions
from scanner.eventdoc.actor import actor, told
from tests.attributions import ALICE, log, session, took

FOREIGN = {"type": "AWSAccount", "principalId": "AIDADAVE", "accountId": "999988887777"}
DAVE = {
    "type": "IAMUser",
    "arn": "arn:aws:iam::999988887777:user/dave",
    "accountId": "999988887777",
    "accessKeyId": "AKIADAVE",
    "userName": "dave",
}
ROLE = session("deployer", "x", "ASIA1")


def unwound(identity, *records):
    sessions = Sessions()
    for each in records:
        sessions.add(log(each))
    who = actor({"userIdentity": identity})
    return told(who, *sessions.behind(who)), sessions.unknown([who])


@pytest.mark.parametrize("records", list(permutations([took(FOREIGN, ROLE), took(DAVE, ROLE)])))
def test_the_callers_account_says_who_took_a_role_in_whatever_order_they_are_read(records):
    assert unwound(ROLE, *records) == ("dave (role deployer)", frozenset())


JUMP = session("jump", "y", "ASIA0")
CHAIN = [took(FOREIGN, ROLE), took(JUMP, ROLE), took(DAVE, JUMP)]


@pytest.mark.parametrize("records", list(permutations(CHAIN)))
def test_a_chain_of_roles_is_followed_into_the_callers_account(records):
    assert unwound(ROLE, *records) == ("dave (role jump, then role deployer)", frozenset())


def test_somebody_of_another_account_is_still_to_be_asked_for():
    who, unknown = unwound(ROLE, took(FOREIGN, ROLE))
    assert who == "somebody of account 999988887777 (role deployer)"
    assert unknown == {"ASIA1"}


def test_what_is_known_is_not_replaced():
    assert unwound(ROLE, took(ALICE, ROLE), took(FOREIGN, ROLE))[0] == "alice (role deployer)"


def test_that_there_are_too_many_sessions_is_said(monkeypatch):
    monkeypatch.setattr(module, "MOST", 2)
    sessions = Sessions()
    for number in range(2):
        sessions.add(log(took(ALICE, session("r", "x", f"ASIA{number}"))))
    assert sessions.problems == []
    sessions.add(log(took(ALICE, session("r", "x", "ASIA2"))))
    (problem,) = sessions.problems
    assert "there are more than 2 sessions" in problem.what
    assert not problem.blocks
