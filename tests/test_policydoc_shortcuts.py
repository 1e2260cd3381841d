"""Answers that are told without a search are those that a search, or walking, would give."""

import json
from itertools import product
from urllib.parse import quote, unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_policydoc_patterns import walked

from scanner.policydoc import (
    actions_allowed,
    allowed_everywhere,
    denies_insecure_transport,
    full_admin,
    outsiders_allowed,
    public_statements,
    services_allowed,
    whole_services,
)
from scanner.policydoc.document import statements_of
from scanner.policydoc.glance import apart, narrowed, shortest, within
from scanner.policydoc.matching import matches
from scanner.policydoc.patterns import Pattern
from scanner.policydoc.witness import witness
from scanner.unresolved import Unresolved

OURS, THEIRS = "111122223333", "444455556666"
BUCKETS = ("arn:aws:s3:::b", "arn:aws:s3:::c")


def policy(*statements):
    return {"Version": "2012-10-17", "Statement": list(statements)}


# Patterns: short ones of any kind, and ARNs of which the parts are told apart

SHORT = ["".join(each) for size in range(5) for each in product("aB:", repeat=size)]
LONG = ["".join(each) for size in range(9) for each in product("a:", repeat=size)]
texts_and_patterns = st.one_of(
    st.tuples(
        st.just(SHORT),
        st.lists(
            st.builds(
                Pattern, st.text("aB:*?", max_size=4), st.booleans(), st.booleans(), st.booleans()
            ),
            min_size=3,
            max_size=3,
        ),
    ),
    st.tuples(
        st.just(LONG),
        st.lists(
            st.builds(Pattern, st.text(":::a*", max_size=8), st.just(True), st.booleans()),
            min_size=3,
            max_size=3,
        ),
    ),
)


@settings(max_examples=150)
@given(texts_and_patterns)
def test_what_is_plain_of_patterns_is_so_of_every_text(drawn):
    texts, (one, other, third) = drawn
    hit, also, too = ([walked(each, text) for text in texts] for each in (one, other, third))
    assert [matches([one], text) for text in texts] == hit
    if apart(one, other):
        assert not any(map(all, zip(hit, also, strict=True)))
    if within(one, other):
        assert all(b for a, b in zip(hit, also, strict=True) if a)
    (left, *_), without = narrowed(((one, other),), (third,))
    fewer = [matches(left, text) and not matches(without, text) for text in texts]
    assert fewer == [(a or b) and not c for a, b, c in zip(hit, also, too, strict=True)]


@settings(max_examples=150)
@given(texts_and_patterns)
def test_a_text_that_is_told_without_a_search_is_a_shortest_one(drawn):
    texts, (one, other, third) = drawn
    for wanted in (((one, other),), ((one,), (other, third))):
        fitting = [text for text in texts if all(matches(group, text) for group in wanted)]
        found = shortest(wanted)
        if found is not None:
            assert all(matches(group, found) for group in wanted)
            assert len(found) <= min(map(len, fitting), default=len(found))
        searched = witness(wanted, ())
        assert (searched is None) <= (not fitting)


@pytest.mark.parametrize(
    ("one", "other", "inside"),
    [
        ("arn:aws:iam::1:role/?*", "arn:*:*:*:1:*", True),
        ("arn:aws:iam::1:role/?*", "arn:*:*:*:2:*", False),
        ("arn:aws:iam::1*:role/a", "arn:*:*:*:1:*", False),
        ("arn:aws:s3:::b/a/*", "arn:aws:s3:::b/*", True),
        ("arn:aws:s3:::b*", "arn:aws:s3:::b/*", False),
    ],
)
def test_an_arn_is_within_another_part_by_part(one, other, inside):
    form = {"like": True, "parts": "*:*" in other}
    assert within(Pattern(one, like=True), Pattern(other, **form)) is inside


# Texts of policies


@given(st.text('%7bBé2A{"', max_size=12))
def test_a_url_encoded_text_is_read_as_url_encoded(text):
    whole = "%7b" + text
    (known, _), (slow, _) = statements_of(whole), statements_of(unquote(whole))
    assert known == slow


def test_brackets_in_a_text_are_not_levels_that_are_too_deep():
    sides = {"Effect": "Deny", "Sid": "[]{}" * 30}
    assert statements_of(json.dumps(policy(sides))) == ([sides], True)
    assert type(statements_of("[" * 21 + "]" * 21)[0][0]) is Unresolved


# Policies on both sides of what is told without a search

whom = st.sampled_from(
    [
        "*",
        {"AWS": "*"},
        {"AWS": OURS},
        {"AWS": [OURS, f"arn:aws:iam::{THEIRS}:root"]},
        {"Service": "cloudtrail.amazonaws.com"},
        {"Service": "*"},
        {"Federated": "accounts.google.com"},
    ]
)
when = st.sampled_from(
    [
        {},
        {"Bool": {"aws:SecureTransport": "false"}},
        {"Bool": {"aws:SecureTransport": ["true", "false"]}},
        {"Bool": {"aws:SecureTransport": "true"}},
        {"BoolIfExists": {"AWS:securetransport": "false"}},
        {"Null": {"aws:SecureTransport": "false"}},
        {"Bool": {"aws:SecureTransport": "false", "aws:PrincipalIsAWSService": "false"}},
        {"Bool": {"aws:SecureTransport": "false"}, "StringEquals": {"aws:PrincipalAccount": OURS}},
    ]
)
actions = st.lists(
    st.sampled_from(["*", "s3:*", "s3:Get*", "S3:GetObject", "s3:PutObject", "kms:*"]),
    min_size=1,
    max_size=2,
)
resources = st.lists(
    st.sampled_from(["*", *BUCKETS, *(f"{each}/*" for each in BUCKETS), "arn:aws:s3:::*"]),
    min_size=1,
    max_size=4,
)
parts = {"Principal": whom, "Action": actions, "Resource": resources, "Condition": when}
written = st.one_of(
    st.fixed_dictionaries({"Effect": st.sampled_from(["Allow", "Deny", "Deny"]), **parts}),
    st.fixed_dictionaries({"Effect": st.just("Deny"), **parts, "Principal": st.just("*")}),
    st.sampled_from(BUCKETS).map(
        lambda bucket: {
            "Effect": "Deny",
            "Principal": "*",
            "Action": "s3:*",
            "Resource": [bucket, f"{bucket}/*"],
            "Condition": {"Bool": {"aws:SecureTransport": "false"}},
        }
    ),
)
policies = st.lists(written, min_size=1, max_size=3)
CALLERS = {
    "nobody": {"service": "false"},
    OURS: {"service": "false", "account": OURS},
    THEIRS: {"service": "false", "account": THEIRS},
    "999999999999": {"service": "false", "account": "999999999999"},
    "cloudtrail.amazonaws.com": {"service": "true"},
    "other.amazonaws.com": {"service": "true"},
}
DONE = ("s3:getobject", "s3:getother", "s3:putobject", "s3:putother", "s3:other")
DONE = (*DONE, "kms:decrypt", "kms:other", "ec2:other")
PLACES = [f"{bucket}{rest}" for bucket in BUCKETS for rest in ("", "/x")]


def like(pattern, text):
    return pattern == text or (pattern.endswith("*") and text.startswith(pattern[:-1]))


def is_for(principal, caller):
    if principal == "*" or principal == {"AWS": "*"}:
        return True
    ((kind, names),) = principal.items()
    names = names if isinstance(names, list) else [names]
    if kind == "Service":
        service = not caller.isdigit() and caller != "nobody"
        return service and ("*" in names or caller in names)
    return kind == "AWS" and any(caller in name for name in names)


def met(condition, caller, secure):
    for operator, keys in condition.items():
        for key, value in keys.items():
            values = value if isinstance(value, list) else [value]
            told = CALLERS[caller]
            there = {"aws:principalisawsservice": told["service"], "aws:securetransport": secure}
            there["aws:principalaccount"] = told.get("account")
            found = there[key.lower()]
            if operator == "Null":
                if (found is None) != (values == ["true"]):
                    return False
            elif found not in values:
                return False
    return True


def about(statement, caller, action, resource, secure):
    return (
        is_for(statement["Principal"], caller)
        and any(like(each.lower(), action.lower()) for each in statement["Action"])
        and any(like(each, resource) for each in listed(statement["Resource"]))
        and met(statement["Condition"], caller, secure)
    )


def listed(found):
    return found if isinstance(found, list) else [found]


def plain(found):
    return [{**each, "Action": listed(each["Action"])} for each in found]


@settings(max_examples=300)
@given(policies)
def test_tls_is_required_as_by_walking_every_request_without_it(found):
    denied = [each for each in plain(found) if each["Effect"] == "Deny"]
    by_hand = all(
        any(about(each, caller, action, resource, "false") for each in denied)
        for caller in CALLERS
        for action in ("s3:GetObject", "s3:PutObject", "s3:Other")
        for resource in PLACES
    )
    answer = denies_insecure_transport(policy(*found), [*BUCKETS, *(f"{b}/*" for b in BUCKETS)])
    assert not any(type(each) is Unresolved for each in answer)
    assert (answer == []) is by_hand


@settings(max_examples=300)
@given(policies, st.sampled_from([["*"], ["s3:GetObject"], ["s3:Put*", "kms:Decrypt"]]))
def test_a_policy_is_public_as_by_walking_the_requests_of_strangers(found, asked):
    named = json.dumps([[each["Principal"], each["Condition"]] for each in found])
    strangers = [caller for caller in CALLERS if caller not in named]
    web = any("Federated" in each["Principal"] and each["Effect"] == "Allow" for each in found)
    places = [
        each
        for each in [*PLACES, "arn:aws:s3:::d/x", "odd/x"]
        if "/" in each or "s3:GetObject" not in asked
    ]
    by_hand = any(
        any(like(each.lower(), action) for each in asked)
        and {each["Effect"] for each in plain(found) if about(each, *request)} == {"Allow"}
        for request in product(strangers, DONE, places, ("true", "false"))
        for action in (request[1],)
    )
    answer = public_statements(policy(*found), asked)
    if by_hand:
        assert any(type(each) is not Unresolved for each in answer)
    if not (by_hand or web or "Service" in named):
        assert answer == []


@settings(max_examples=150)
@given(policies, st.sampled_from([[], [OURS], [OURS, "*.amazonaws.com"], ["aws:PrincipalAccount"]]))
def test_a_text_says_what_its_document_says_however_often_it_is_asked(found, trusted):
    document = policy(*found)
    text = json.dumps(document)
    asked = ["s3:GetObject", "kms:Decrypt", "cloudtrail:StopLogging"]
    for question in (
        public_statements,
        denies_insecure_transport,
        full_admin,
        whole_services,
        lambda one: outsiders_allowed(one, asked, trusted),
        lambda one: services_allowed(one, "s3:PutObject"),
        lambda one: actions_allowed([one], asked),
        lambda one: allowed_everywhere([one], asked, ["arn:aws:s3:::b*"]),
    ):
        assert question(text) == question(document) == question(quote(text)) == question(text)
