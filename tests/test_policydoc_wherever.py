"""Policies of which only deployment decides the account, against trying accounts one by one."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.filling import ACCOUNT, PARTITION, REGION, filled
from scanner.policydoc import (
    denies_insecure_transport,
    full_admin,
    outsiders_allowed,
    public_statements,
    services_allowed,
)
from scanner.sources.cloudformation.composed import composed
from scanner.sources.declared.kinds import parameter
from scanner.trails import beyond_own_prefix
from scanner.unresolved import Unresolved

OURS, THEIRS = "111122223333", "444455556666"
HERE = parameter(ACCOUNT, "the account is chosen at deployment")
REGION_HERE = parameter(REGION, "the Region is chosen at deployment")
PARTITION_HERE = parameter(PARTITION, "the partition is chosen at deployment")
CLOUDTRAIL = {"Service": "cloudtrail.amazonaws.com"}


def text(*pieces):
    return composed(pieces)


def root(account):
    return text("arn:", PARTITION_HERE, ":iam::", account, ":root")


def trail(account, name="main"):
    return text("arn:", PARTITION_HERE, ":cloudtrail:", REGION_HERE, ":", account, ":trail/", name)


def allow(principal, **more):
    return {"Effect": "Allow", "Principal": principal, "Action": "*", "Resource": "*", **more}


def policy(*statements):
    return {"Version": "2012-10-17", "Statement": list(statements)}


def when(operator, key, value):
    return {"Condition": {operator: {key: value}}}


def outsiders(*statements, trusted=(HERE,)):
    return outsiders_allowed(policy(*statements), ["s3:GetObject"], list(trusted))


def is_unknown(answer):
    return [type(each) for each in answer] == [Unresolved]


def test_the_account_of_the_deployment_is_no_outsider_to_itself():
    assert outsiders(allow({"AWS": root(HERE)})) == []
    assert outsiders(allow({"AWS": text("arn:aws:iam::", HERE, ":role/auditor")})) == []


def test_the_account_of_the_deployment_is_an_outsider_where_nobody_is_trusted():
    [found] = outsiders(allow({"AWS": root(HERE)}), trusted=())
    assert found.principal == "arn:aws:iam::${AWS::AccountId}:root"
    assert "${AWS::AccountId}" in found.what


def test_whether_it_is_a_trusted_account_that_is_named_is_unknown():
    assert is_unknown(outsiders(allow({"AWS": root(HERE)}), trusted=(OURS,)))
    assert is_unknown(outsiders(allow({"AWS": root(OURS)}), trusted=(HERE,)))


def test_everybody_is_an_outsider_wherever_it_is_deployed():
    assert [each.principal for each in outsiders(allow("*"))] == ["everybody"]
    assert [each.path for each in outsiders(allow({"AWS": root(HERE)}), allow("*"))] == [
        "Statement[1]"
    ]


def test_a_services_source_is_of_the_account_wherever_it_is_deployed():
    narrowed = allow(CLOUDTRAIL, **when("StringEquals", "aws:SourceArn", trail(HERE)))
    assert outsiders(narrowed) == []
    assert outsiders(allow(CLOUDTRAIL, **when("StringEquals", "aws:SourceAccount", HERE))) == []
    [found] = outsiders(narrowed, trusted=())
    assert "${AWS::Region}:${AWS::AccountId}" in found.condition


def test_a_name_that_only_deployment_tells_changes_nothing_about_its_account():
    name = parameter("TrailName", "no default")
    narrowed = allow(CLOUDTRAIL, **when("ArnLike", "aws:SourceArn", trail(HERE, name)))
    assert outsiders(narrowed) == []
    assert is_unknown(outsiders(narrowed, trusted=()))
    assert is_unknown(outsiders(narrowed, trusted=(OURS,)))


def test_a_role_whose_name_only_deployment_tells_is_of_its_account():
    role = allow({"AWS": text("arn:aws:iam::", HERE, ":role/", parameter("Admin", "no default"))})
    assert public_statements(policy(role)) == []
    assert outsiders(role) == []
    assert is_unknown(outsiders(role, trusted=()))


def test_an_account_that_only_a_parameter_tells_may_be_anybodys():
    assert is_unknown(outsiders(allow({"AWS": root(parameter("Other", "no default"))})))


def test_a_part_of_an_accounts_number_may_be_that_of_the_deployment():
    like = when("StringLike", "aws:PrincipalAccount", "1111*")
    assert is_unknown(outsiders(allow({"AWS": root(HERE)}, **like), trusted=()))


def test_a_public_statement_is_public_wherever_it_is_deployed():
    assert public_statements(policy(allow({"AWS": root(HERE)}))) == []
    owner = when("StringEquals", "AWS:SourceOwner", HERE)
    assert public_statements(policy(allow({"AWS": "*"}, **owner))) == []
    assert len(public_statements(policy(allow("*"), allow({"AWS": root(HERE)})))) == 1


def test_a_service_may_be_named_by_the_region():
    service = text("logs.", REGION_HERE, ".amazonaws.com")
    [found] = services_allowed(policy(allow({"Service": service})), "s3:PutObject")
    assert found.principal == "logs.${AWS::Region}.amazonaws.com"


def test_tls_is_required_wherever_it_is_deployed():
    deny = {**allow("*", **when("Bool", "aws:SecureTransport", "false")), "Effect": "Deny"}
    assert denies_insecure_transport(policy(deny, allow({"AWS": root(HERE)}))) == []
    assert len(denies_insecure_transport(policy(allow({"AWS": root(HERE)})))) == 1


def test_a_policy_that_names_a_partition_is_for_that_one():
    source = f"arn:aws:cloudtrail:eu-west-1:{OURS}:trail/main"
    narrowed = allow(CLOUDTRAIL, **when("StringEquals", "aws:SourceArn", source))
    document = policy(allow({"AWS": root(HERE)}), narrowed)
    assert len(services_allowed(document, "s3:PutObject")) == 1


def test_a_free_pass_is_one_wherever_it_is_deployed():
    one = {"Effect": "Allow", "Action": "*", "Resource": ["*", trail(HERE)]}
    assert len(full_admin(policy(one))) == 1


def test_an_account_reads_its_own_logs_only():
    own = text("arn:aws:s3:::logs/AWSLogs/", HERE, "/*")
    theirs = f"arn:aws:s3:::logs/AWSLogs/{THEIRS}/*"
    asked = (["s3:GetObject"], [HERE])
    mine = allow({"AWS": root(HERE)}, Resource=own)
    assert beyond_own_prefix(policy(mine), *asked) == []
    assert beyond_own_prefix(policy(allow({"AWS": THEIRS}, Resource=theirs)), *asked) == []


def test_json_text_is_read_once_the_account_is_put_in():
    start, end = json.dumps(policy(allow({"AWS": "HERE"}))).split("HERE")
    said = filled(text(start, HERE, end), {ACCOUNT: OURS})
    assert outsiders_allowed(said, ["s3:GetObject"], [OURS]) == []
    assert outsiders_allowed(said, ["s3:GetObject"], [THEIRS])


@pytest.mark.parametrize("named", [THEIRS, "*"])
def test_more_accounts_than_can_be_tried_are_left_unknown(named):
    many = [f"{each:012}" for each in range(31)]
    found = outsiders(allow({"AWS": [*many, root(HERE)]}), allow({"AWS": named}))
    assert type(found[-1]) is Unresolved


# Every account, one by one

ACCOUNTS = st.sampled_from([HERE, HERE, OURS, THEIRS])
PRINCIPALS = st.one_of(
    st.just("*"),
    st.just(CLOUDTRAIL),
    ACCOUNTS.map(lambda each: {"AWS": root(each)}),
    ACCOUNTS.map(lambda each: {"AWS": text("arn:", PARTITION_HERE, ":iam::", each, ":role/a")}),
    st.lists(ACCOUNTS, min_size=1, max_size=2).map(lambda each: {"AWS": list(map(root, each))}),
)
CONDITIONS = st.one_of(
    st.just({}),
    st.builds(
        when,
        st.sampled_from(["StringEquals", "StringNotEquals", "StringLike"]),
        st.sampled_from(["aws:SourceAccount", "aws:PrincipalAccount"]),
        ACCOUNTS,
    ),
    ACCOUNTS.map(lambda each: when("ArnLike", "aws:SourceArn", trail(each))),
)
STATEMENTS = st.builds(
    lambda principal, effect, condition: {**allow(principal), "Effect": effect, **condition},
    PRINCIPALS,
    st.sampled_from(["Allow", "Allow", "Deny"]),
    CONDITIONS,
)
POLICIES = st.lists(STATEMENTS, min_size=1, max_size=3).map(lambda each: policy(*each))
TRIED = (OURS, THEIRS, "000000000000", "123456789012", "999999999999")
PLACES = [
    {ACCOUNT: number, REGION: region, PARTITION: partition}
    for number in TRIED
    for region, partition in (("eu-west-1", "aws"), ("cn-north-1", "aws-cn"))
]


def questions(document, trusted):
    yield outsiders_allowed, (document, ["s3:GetObject", "kms:Decrypt"], trusted)
    yield public_statements, (document,)
    yield services_allowed, (document, "s3:PutObject")
    yield denies_insecure_transport, (document,)
    yield beyond_own_prefix, (document, ["s3:GetObject"], trusted)


@settings(max_examples=60)
@given(POLICIES, st.lists(ACCOUNTS, max_size=2))
def test_an_answer_holds_in_every_account(document, trusted):
    for question, arguments in questions(document, trusted):
        whole = question(*arguments)
        sure = [each for each in whole if type(each) is not Unresolved]
        answers = [question(*filled(list(arguments), place)) for place in PLACES]
        paths = [{each.path for each in one if type(each) is not Unresolved} for one in answers]
        for there in paths:
            assert {each.path for each in sure} <= there
            assert sure == whole or whole or not there
        if not whole:
            assert not any(answers)
        if not any(answers):
            assert not whole
