import json
from itertools import product
from urllib.parse import quote

import pytest
from holes import Hole, fillings, holes, unresolved
from hypothesis import given, settings
from hypothesis import strategies as st

from scanner import policydoc
from scanner.expression import compile
from scanner.policydoc import (
    allows,
    denies_insecure_transport,
    full_admin,
    outsiders_allowed,
    public_statements,
    services_allowed,
)
from scanner.unresolved import Unresolved

OURS, THEIRS, OTHER = "111122223333", "444455556666", "777788889999"
BUCKET = ["arn:aws:s3:::b", "arn:aws:s3:::b/*"]
TRAIL = f"arn:aws:cloudtrail:us-east-1:{OURS}:trail/t"


def allow(**parts):
    return {"Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*", **parts}


def deny(**parts):
    return {**allow(**parts), "Effect": "Deny"}


def policy(*statements):
    return {"Version": "2012-10-17", "Statement": list(statements)}


def when(operator, key, *values):
    return {"Condition": {operator: {key: list(values)}}}


def account(number):
    return {"Principal": {"AWS": f"arn:aws:iam::{number}:root"}}


def let_in(*statements, trusted=(OURS,), actions=("s3:GetObject",)):
    return outsiders_allowed(policy(*statements), list(actions), list(trusted))


def principals(answer):
    return [each.principal for each in answer]


def is_unknown(answer):
    return [type(each) for each in answer] == [Unresolved]


# S3's examples of what is public: access-control-block-public-access.html


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"Principal": {"AWS": "*"}},
        {"Principal": {"Federated": "graph.facebook.com"}},
        {"Principal": ["*"][0], "Action": "s3:PutObject"},
        {"NotPrincipal": {"AWS": OURS}, "Principal": None},
        {"NotAction": "s3:DeleteBucket", "Action": None},
        when("StringLike", "aws:SourceVpc", "vpc-*"),
        when("StringNotEquals", "aws:SourceVpc", "vpc-91237329"),
        when("StringEqualsIfExists", "aws:SourceVpc", "vpc-91237329"),
        when("ForAllValues:StringEquals", "aws:PrincipalOrgID", "o-abcdefghij"),
        when("IpAddress", "aws:SourceIp", "0.0.0.0/1"),
        when("IpAddress", "aws:SourceIp", "8.0.0.0/8", "9.0.0.0/8"),
        when("Bool", "aws:SecureTransport", "true"),
        when("StringLike", "aws:Referer", "https://example.com/*"),
        when("StringEquals", "sts:ExternalId", "no secret"),
    ],
)
def test_a_policy_is_public_that_anybody_can_make_use_of(parts):
    statement = {key: value for key, value in allow(**parts).items() if value is not None}
    (grant,) = public_statements(policy(statement))
    assert grant.document()["statement"] == "1"


@pytest.mark.parametrize(
    "parts",
    [
        account(THEIRS),
        {"Principal": {"Service": "cloudtrail.amazonaws.com"}},
        {"Principal": {"CanonicalUser": "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d52"}},
        when("StringEquals", "aws:SourceVpc", "vpc-91237329"),
        when("StringEquals", "aws:SourceVpce", "vpce-1"),
        when("StringEquals", "aws:PrincipalOrgID", "o-abcdefghij"),
        when("ArnLike", "aws:PrincipalArn", f"arn:aws:iam::{OURS}:role/*"),
        when("StringEquals", "AWS:SOURCEACCOUNT", OURS),
        when("ArnEquals", "aws:SourceArn", "arn:aws:s3:::b"),
        when("IpAddress", "aws:SourceIp", "203.0.113.0/24", "2001:DB8:1234:5678::/64"),
        when("Null", "aws:SecureTransport", "true"),
    ],
)
def test_a_policy_is_not_public_that_names_who_is_let_in(parts):
    assert public_statements(policy(allow(**parts))) == []


def test_everybody_may_do_what_is_asked_about_or_only_something_else():
    found = policy(allow(Principal="*", Action="s3:PutObject"))
    assert public_statements(found, ["s3:Get*", "s3:List*"]) == []
    (grant,) = public_statements(found, ["s3:Get*", "s3:Put*"])
    assert grant.example.action.lower().startswith("s3:put")


def test_a_role_for_web_identities_is_public_unless_it_says_whose():
    provider = f"arn:aws:iam::{OURS}:oidc-provider/token.actions.githubusercontent.com"
    role = {
        "Principal": {"Federated": provider},
        "Action": "sts:AssumeRoleWithWebIdentity",
    }
    audience = {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"}
    subject = {"token.actions.githubusercontent.com:sub": "repo:example/app:*"}
    everybody = {"token.actions.githubusercontent.com:sub": "repo:*"}

    def public(**condition):
        return public_statements(policy(allow(**role, Condition=condition)))

    assert len(public(StringEquals=audience)) == 1
    assert public(StringEquals=audience, StringLike=subject) == []
    assert len(public(StringEquals=audience, StringLike=everybody)) == 1


# Whom a policy lets in


def test_an_outsider_is_named_with_statement_and_action():
    (grant,) = let_in(
        allow(Sid="Ours", **account(OURS)),
        allow(Sid="Theirs", Principal={"AWS": [THEIRS, OURS]}, Action=["s3:Get*", "s3:List*"]),
        actions=["s3:GetObject", "s3:PutObject"],
    )
    assert (grant.statement, grant.principal, grant.actions) == (
        "Theirs",
        THEIRS,
        ("s3:GetObject",),
    )
    assert grant.what == f"statement Theirs lets {THEIRS} do s3:GetObject"
    assert grant.example.principal == f"arn:aws:iam::{THEIRS}:root"


@pytest.mark.parametrize(
    ("trusted", "inside"),
    [([THEIRS], True), ([f"arn:aws:iam::{THEIRS}:role/*"], True), ([], False)],
)
def test_a_trusted_role_is_an_insider_by_account_or_by_arn(trusted, inside):
    role = {"Principal": {"AWS": f"arn:aws:iam::{THEIRS}:role/reader"}}
    assert (let_in(allow(**role), trusted=trusted) == []) is inside


def test_a_service_is_let_in_for_anybodys_resource_unless_the_source_is_ours():
    service = {"Principal": {"Service": "cloudtrail.amazonaws.com"}}
    assert principals(let_in(allow(**service))) == ["cloudtrail.amazonaws.com"]
    assert let_in(allow(**service, **when("StringEquals", "aws:SourceArn", TRAIL))) == []
    assert let_in(allow(**service, **when("StringEquals", "aws:SourceAccount", OURS))) == []
    assert let_in(allow(**service), trusted=["cloudtrail.amazonaws.com"]) == []
    ifexists = when("StringEqualsIfExists", "aws:SourceAccount", OURS)
    assert len(let_in(allow(**service, **ifexists))) == 1


def test_the_encryption_context_tells_for_which_trail_the_service_encrypts():
    context = when("StringLike", "kms:EncryptionContext:aws:cloudtrail:arn", TRAIL)
    service = {"Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": "kms:*"}
    assert let_in(allow(**service, **context), actions=["kms:GenerateDataKey"]) == []
    anybody = allow(Action="kms:*", **context)
    assert len(let_in(anybody, actions=["kms:Decrypt"])) == 1


def test_kms_lets_only_the_callers_of_an_account_in():
    mine = allow(Action="kms:*", **when("StringEquals", "kms:CallerAccount", OURS))
    assert let_in(mine, actions=["kms:Decrypt"]) == []
    assert len(let_in(mine, actions=["kms:Decrypt"], trusted=[THEIRS])) == 1


def test_a_third_party_needs_an_external_id_where_that_is_asked():
    role = allow(**account(THEIRS), Action="sts:AssumeRole")
    known = {**role, **when("StringEquals", "sts:ExternalId", "s3cret")}
    ask = {"actions": ["sts:AssumeRole"], "trusted": [OURS, "sts:ExternalId"]}
    assert principals(let_in(role, **ask)) == [f"arn:aws:iam::{THEIRS}:root"]
    assert let_in(known, **ask) == []
    assert len(let_in(known, actions=["sts:AssumeRole"])) == 1


def test_a_deny_of_all_others_leaves_no_outsider():
    others = when("StringNotEquals", "aws:PrincipalAccount", OURS)
    assert let_in(allow(), deny(**others)) == []
    assert len(let_in(allow(), deny(**others, Action="s3:Put*"))) == 1
    assert len(let_in(allow(), deny(**others, Resource="arn:aws:s3:::b/secret/*"))) == 1


def test_not_principal_spares_a_user_only_with_the_account():
    user = f"arn:aws:iam::{THEIRS}:user/Bob"
    bob = {"Principal": {"AWS": user}}
    spared = {**deny(), "NotPrincipal": {"AWS": [user, f"arn:aws:iam::{THEIRS}:root"]}}
    del spared["Principal"]
    assert principals(let_in(allow(**bob), spared)) == [user]
    alone = {**spared, "NotPrincipal": {"AWS": user}}
    assert is_unknown(let_in(allow(**bob), alone))
    assert let_in(allow(**account(OTHER)), {**spared, "NotPrincipal": {"AWS": OURS}}) == []


def test_denies_that_only_together_cover_an_allow_are_seen_to():
    insecure = deny(**when("Bool", "aws:SecureTransport", "false"))
    secure = deny(**when("Bool", "aws:SecureTransport", "true"))
    assert len(let_in(allow(), insecure)) == 1
    assert let_in(allow(), insecure, secure) == []


def test_a_condition_that_is_not_understood_is_not_ignored():
    tagged = when("StringEquals", "s3:ExistingObjectTag/public", "true")
    assert is_unknown(let_in(allow(**tagged)))
    assert is_unknown(let_in(allow(), deny(**tagged)))
    assert is_unknown(let_in(allow(**when("StringSounds", "aws:SourceVpc", "vpc-1"))))
    assert let_in(allow(**tagged, **account(OURS))) == []
    assert let_in(allow(**tagged), deny()) == []


@pytest.mark.parametrize(
    "text",
    [
        json.dumps,
        lambda found: quote(json.dumps(found)),
        lambda found: quote("\n " + json.dumps(found)),
        lambda found: "\n" + quote(json.dumps(found)).replace("%7B", "%7b"),
    ],
)
def test_a_policy_is_read_from_json_and_from_url_encoded_json(text):
    found = policy(allow(Action="S3:get*"))
    assert public_statements(text(found)) == public_statements(found) != []
    assert public_statements({"policyText": text(found)}) == public_statements(found)
    assert public_statements(None) == []


@pytest.mark.parametrize(
    "broken",
    ["", "{", "[" * 100_000, '{"Statement": [1]}', '{"a": 1, "a": 2}', "x" * 500_000, 5, [], {}],
)
def test_what_is_no_policy_is_unknown(broken):
    assert is_unknown(public_statements(broken))
    assert is_unknown(full_admin(broken))


def test_services_are_told_by_the_action_they_may_do():
    cloudtrail = {"Principal": {"Service": ["cloudtrail.amazonaws.com", "config.amazonaws.com"]}}
    found = services_allowed(policy(allow(**cloudtrail), allow(**account(OURS))), "s3:PutObject")
    assert principals(found) == cloudtrail["Principal"]["Service"]


# Transport and administrators


def test_tls_is_required_of_everybody_on_bucket_and_objects():
    insecure = when("Bool", "aws:SecureTransport", "false")
    assert denies_insecure_transport(policy(deny(**insecure, Resource=BUCKET))) == []
    assert denies_insecure_transport(policy(deny(**insecure))) == []
    assert denies_insecure_transport(policy(deny(**insecure, Resource=BUCKET)), BUCKET) == []
    (missing,) = denies_insecure_transport(policy(deny(**insecure, Resource=BUCKET[1])))
    assert missing.example.resource == "arn:aws:s3:::b"
    for narrower in (
        {"Action": "s3:Get*"},
        account(OURS),
        when("Bool", "aws:SecureTransport", "x"),
    ):
        statement = deny(**{**insecure, "Resource": BUCKET, **narrower})
        assert principals(denies_insecure_transport(policy(statement))) != []
    assert len(denies_insecure_transport(None)) == 1


def test_a_full_administrator_may_do_everything_on_everything():
    identity = {"Effect": "Allow", "Action": "*", "Resource": "*"}
    assert len(full_admin(policy(identity))) == 1
    assert len(full_admin(policy({**identity, "Action": ["s3:*", "*:*"]}))) == 1
    assert full_admin(policy({**identity, "Action": "s3:*"})) == []
    assert full_admin(policy({**identity, "Resource": "arn:aws:s3:::*"})) == []
    power = {"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}
    assert full_admin(policy(power)) == []
    assert is_unknown(full_admin(policy({**identity, "Action": Unresolved("nobody knows")})))


def test_arn_conditions_do_not_reach_over_colons_and_string_conditions_do():
    pattern = "arn:aws:someservice:*:111122223333:finance/*"
    source = (
        "arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt"
    )
    for operator, expected in (("StringLike", True), ("ArnLike", False)):
        found = policy(allow(**when(operator, "aws:SourceArn", pattern)))
        assert allows(found, "*", "s3:GetObject", "r", {"aws:SourceArn": source}) is expected


def test_a_partition_is_no_way_out_of_a_deny():
    everyone = when("ArnLike", "aws:PrincipalArn", f"arn:aws-cn:*::{THEIRS}:*")
    theirs = {"Principal": {"AWS": f"arn:aws-cn:iam::{THEIRS}:root"}}
    assert let_in(allow(**theirs), deny(**everyone)) == []


# Against walking a small universe by the definition

ACCOUNTS = (OURS, THEIRS, "999999999999")
CALLERS = [
    ("*", {}),
    *((number, {"aws:PrincipalAccount": number}) for number in ACCOUNTS),
    ("cloudtrail.amazonaws.com", {}),
]
ACTIONS = ["s3:GetObject", "s3:PutObject"]
RESOURCES = ["arn:aws:s3:::b/x", "arn:aws:s3:::b/y/z"]
CONTEXTS = [
    {"aws:SecureTransport": secure, **({"aws:SourceVpc": vpc} if vpc else {})}
    for secure, vpc in product(("true", "false"), (None, "vpc-1", "vpc-2"))
]

whom = st.sampled_from(
    ["*", {"AWS": OURS}, {"AWS": [THEIRS]}, {"AWS": "*"}, {"Service": "cloudtrail.amazonaws.com"}]
)
blocks = st.dictionaries(
    st.sampled_from(["StringEquals", "StringNotEquals", "StringEqualsIfExists", "Null"]),
    st.one_of(
        st.fixed_dictionaries({"aws:SourceVpc": st.sampled_from(["vpc-1", "vpc-2", "true"])}),
        st.fixed_dictionaries({"aws:PrincipalAccount": st.sampled_from([OURS, THEIRS])}),
        st.fixed_dictionaries({"aws:SecureTransport": st.sampled_from(["true", "false"])}),
    ),
    max_size=2,
)
some = st.lists(
    st.sampled_from(["s3:Get*", "S3:PUT?bject", "*", "s3:GetObject"]), min_size=1, max_size=2
)
where = st.sampled_from(["*", "arn:aws:s3:::b/*", "arn:aws:s3:::b/?", "arn:aws:s3:::b/y/*"])


@st.composite
def statements(draw, leaf=lambda drawn: drawn):
    def part(name, drawn):
        return {(f"Not{name}" if draw(st.booleans()) else name): leaf(draw(drawn))}

    return {
        "Effect": draw(st.sampled_from(["Allow", "Allow", "Deny"])),
        "Principal": draw(whom),
        **part("Action", some),
        **part("Resource", where),
        "Condition": draw(blocks),
    }


def like(pattern, text):
    """Wildcards by their definition, one character after the other."""
    if not pattern:
        return not text
    if pattern[0] == "*":
        return like(pattern[1:], text) or bool(text and like(pattern, text[1:]))
    return bool(text) and pattern[0] in ("?", text[0]) and like(pattern[1:], text[1:])


def said(statement, name, fold, text):
    listed = statement.get(name, statement.get(f"Not{name}"))
    listed = listed if isinstance(listed, list) else [listed]
    hit = any(like(fold(each), fold(text)) for each in listed)
    return hit == (name in statement)


def holds(operator, wanted, value):
    if operator == "Null":
        return (value is None) == (wanted == "true") and wanted in ("true", "false")
    if value is None:
        return operator != "StringEquals"
    return (value == wanted) != ("Not" in operator)


def about(statement, caller, action, resource, context):
    who = statement["Principal"]
    named = (
        [who]
        if who == "*"
        else [one for each in who.values() for one in ([each] if isinstance(each, str) else each)]
    )
    return (
        ("*" in named or caller in named)
        and said(statement, "Action", str.lower, action)
        and said(statement, "Resource", str, resource)
        and all(
            holds(operator, wanted, context.get(key))
            for operator, keys in statement["Condition"].items()
            for key, wanted in keys.items()
        )
    )


def granted(found, *request):
    effects = {each["Effect"] for each in found if about(each, *request)}
    return effects == {"Allow"}


def requests():
    for (caller, own), action, resource, context in product(CALLERS, ACTIONS, RESOURCES, CONTEXTS):
        yield caller, action, resource, {**own, **context}


def no_odd_null(found):
    return all(
        set(each["Condition"].get("Null", {}).values()) <= {"true", "false"} for each in found
    )


policies = st.lists(statements(), min_size=1, max_size=3).filter(no_odd_null)


@settings(max_examples=150)
@given(policies)
def test_a_request_is_allowed_as_by_the_definition(found):
    for request in requests():
        assert allows(policy(*found), *request) is granted(found, *request)


@settings(max_examples=300)
@given(policies, st.sampled_from([(), (OURS,), (OURS, THEIRS), ("vpc-1",)]))
def test_outsiders_are_found_as_by_walking_every_request(found, trusted):
    by_hand = any(
        granted(found, *request)
        for request in requests()
        if request[0] not in trusted and request[3].get("aws:SourceVpc") not in trusted
    )
    answer = outsiders_allowed(policy(*found), ACTIONS, list(trusted))
    if by_hand:
        assert answer
        assert not is_unknown(answer)
    for grant in answer:
        assert not isinstance(grant, Unresolved)
        example = grant.example
        who = example.principal.replace("arn:aws:iam::", "").replace(":root", "")
        who = "*" if who == "anonymous" else who
        context = {"aws:SecureTransport": "true", **cased(example.context)}
        if who in ACCOUNTS:
            context["aws:PrincipalAccount"] = who
        assert granted(found, who, example.action, example.resource, context)
        assert who not in trusted


def cased(context):
    names = {
        each.lower(): each
        for each in ("aws:SourceVpc", "aws:SecureTransport", "aws:PrincipalAccount")
    }
    return {names[key]: value for key, value in context.items() if key in names}


@st.composite
def with_holes(draw):
    found = draw(policies)

    def dig(value, could_be):
        return Hole(tuple(could_be)) if draw(st.integers(0, 3)) == 0 else value

    dug = []
    for each in found:
        each = dict(each)
        each["Effect"] = dig(each["Effect"], ["Allow", "Deny"])
        each["Principal"] = dig(each["Principal"], ["*", {"AWS": THEIRS}, {"AWS": OURS}])
        for key, could_be in (
            ("Action", ["*", "s3:GetObject"]),
            ("Resource", ["*", "arn:aws:s3:::b/x"]),
        ):
            name = key if key in each else f"Not{key}"
            each[name] = dig(each[name], could_be)
        each["Condition"] = {
            operator: {key: dig(value, ["true", "vpc-1", OURS]) for key, value in keys.items()}
            for operator, keys in each["Condition"].items()
        }
        dug.append(each)
    return policy(*dug)


@settings(max_examples=150)
@given(with_holes())
def test_what_is_unresolved_never_turns_an_opening_into_nothing(dug):
    answer = outsiders_allowed(unresolved(dug), ACTIONS, [OURS])
    found = [bool(outsiders_allowed(each, ACTIONS, [OURS])) for each in fillings(dug, most=30)]
    if any(found):
        assert answer
    if not holes(dug):
        assert bool(answer) == found[0]
    if [each for each in answer if not isinstance(each, Unresolved)]:
        assert all(found)


@settings(max_examples=200)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "Statement",
                        "Effect",
                        "Principal",
                        "AWS",
                        "Action",
                        "Resource",
                        "Condition",
                        "StringLike",
                        "NotPrincipal",
                    ]
                ),
                inner,
                max_size=5,
            )
        ),
        max_leaves=20,
    )
)
def test_no_input_makes_a_question_fail(found):
    for question in (public_statements, denies_insecure_transport, full_admin):
        question(found)
    outsiders_allowed(found, ["s3:GetObject"], [OURS])


def test_rules_can_ask():
    found = policy(allow())
    (grant,) = compile("public_statements(policy)")({"policy": found})
    assert grant == policydoc.public_statements(found)[0].document()
    assert compile("outsiders_allowed(policy, a, t)")({"policy": None, "a": ["*"], "t": []}) == []
