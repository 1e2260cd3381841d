"""What one statement of a policy gives away, against walking every action and resource."""

from fnmatch import fnmatchcase
from itertools import product

from holes import Hole, fillings, unresolved
from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.expression import compile
from scanner.policydoc import allowed_everywhere, whole_services
from scanner.unresolved import Unresolved

KEYS = ["arn:aws:kms:*:*:key/*"]
DECRYPT = ["kms:Decrypt", "kms:ReEncryptFrom"]


def allow(action, resource="*", **parts):
    return {"Effect": "Allow", "Action": action, "Resource": resource, **parts}


def deny(action, resource="*", **parts):
    return {**allow(action, resource, **parts), "Effect": "Deny"}


def policy(*statements):
    return {"Version": "2012-10-17", "Statement": list(statements)}


def given_away(*statements):
    return [each.actions[0] for each in whole_services(policy(*statements))]


def decrypts(*statements):
    return [each.what for each in allowed_everywhere(policy(*statements), DECRYPT, KEYS)]


def test_every_action_of_a_service_is_a_whole_service():
    assert given_away(allow("s3:*")) == ["s3:*"]
    assert given_away(allow(["logs:PutLogEvents", "S3:*"], "arn:aws:s3:::b")) == ["s3:*"]
    assert given_away(allow("*")) == ["ec2:*"]


def test_some_actions_of_a_service_are_not_the_whole_of_it():
    assert given_away(allow(["s3:Get*", "s3:Put*", "s3:List*"])) == []


def test_all_actions_but_those_of_a_service_are_many_whole_services():
    assert given_away({"Effect": "Allow", "NotAction": ["iam:*", "ec2:*"], "Resource": "*"}) == [
        "s3:*"
    ]


def test_a_condition_does_not_make_a_service_less_whole():
    when = {"StringEquals": {"aws:RequestedRegion": "eu-west-1"}}
    assert given_away(allow("s3:*", Condition=when)) == ["s3:*"]


def test_what_is_denied_to_everybody_everywhere_is_not_given_away():
    assert given_away(allow("s3:*"), deny("s3:*")) == []
    assert given_away(allow("s3:*"), deny("s3:Delete*")) == ["s3:*"]
    assert given_away(allow("s3:*"), deny("*", "arn:aws:s3:::one")) == ["s3:*"]


def test_decryption_with_any_key_is_found_and_with_one_key_is_not():
    one = "arn:aws:kms:eu-west-1:111122223333:key/1"
    assert decrypts(allow("kms:Decrypt")) == ["statement 1 allows kms:decrypt"]
    assert decrypts(allow("kms:*", "arn:aws:kms:*:*:*"))
    assert decrypts(allow("kms:De*", KEYS[0]))
    assert decrypts({"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"})
    assert decrypts({"Effect": "Allow", "Action": "kms:Decrypt", "NotResource": "arn:aws:s3:::*"})
    assert decrypts(allow("kms:Decrypt", one)) == []
    assert decrypts(allow("kms:Encrypt")) == []
    assert decrypts(allow("kms:Decrypt"), deny("kms:Decrypt")) == []


def test_a_statement_that_nobody_can_read_may_give_everything_away():
    found = policy(Unresolved("a parameter decides"))
    assert [type(each) for each in whole_services(found)] == [Unresolved]
    assert [type(each) for each in allowed_everywhere(found, DECRYPT, KEYS)] == [Unresolved]
    assert [type(each) for each in whole_services("{")] == [Unresolved]


def test_no_policy_gives_nothing_away():
    assert whole_services(None) == allowed_everywhere(None, DECRYPT, KEYS) == []


def test_rules_can_ask():
    document = {"p": policy(allow("kms:*"))}
    assert len(compile("whole_services(p)")(document)) == 1
    asked = compile('allowed_everywhere(p, `["kms:Decrypt"]`, `["*"]`)')
    assert len(asked(document)) == 1


# Against walking every action on every resource of a small world

ACTIONS = ("s3:get", "s3:put", "s3:other", "kms:decrypt", "kms:other", "ec2:other", "odd:other")
RESOURCES = ("a:1", "a:2", "b:1", "odd")
BUT = ("NotAction", "NotResource")

actions = st.lists(
    st.sampled_from(["*", "s3:*", "s3:get", "s3:put", "s3:?*", "kms:d*", "kms:*", "ec2:*"]),
    min_size=1,
    max_size=3,
)
resources = st.lists(st.sampled_from(["*", "a:*", "a:1", "b:*", "?:*"]), min_size=1, max_size=2)


@st.composite
def statement(draw):
    return {
        "Effect": draw(st.sampled_from(["Allow", "Allow", "Deny"])),
        draw(st.sampled_from(["Action", "Action", "NotAction"])): draw(actions),
        draw(st.sampled_from(["Resource", "Resource", "NotResource"])): draw(resources),
    }


policies = st.lists(statement(), min_size=1, max_size=3)


def holds(found, element, text):
    negated = f"Not{element}" in found
    patterns = found[f"Not{element}" if negated else element]
    return any(fnmatchcase(text, each) for each in patterns) != negated


def undone(found, action):
    """Whether a Deny is for the action on every resource."""
    return any(
        each["Effect"] == "Deny"
        and holds(each, "Action", action)
        and all(holds(each, "Resource", one) for one in RESOURCES)
        for each in found
    )


def gives_a_service(found, each):
    return any(holds(each, "Resource", one) for one in RESOURCES) and any(
        all(holds(each, "Action", one) for one in of_service)
        and not all(undone(found, one) for one in of_service)
        for of_service in map(of, ("s3", "kms", "ec2", "odd"))
    )


def of(service):
    return [each for each in ACTIONS if each.startswith(service)]


def gives_everywhere(found, each, asked, where):
    return all(
        holds(each, "Resource", one) for one in RESOURCES if fnmatchcase(one, where)
    ) and any(
        holds(each, "Action", one) and fnmatchcase(one, asked) and not undone(found, one)
        for one in ACTIONS
    )


@settings(max_examples=300)
@given(policies)
def test_whole_services_are_those_found_by_walking(found):
    by_hand = [gives_a_service(found, each) for each in found if each["Effect"] == "Allow"]
    assert len(whole_services(policy(*found))) == sum(by_hand)


@settings(max_examples=300)
@given(
    policies,
    st.sampled_from(["kms:decrypt", "s3:*", "kms:*"]),
    st.sampled_from(["*", "a:*", "b:1"]),
)
def test_what_is_allowed_everywhere_is_found_as_by_walking(found, asked, where):
    by_hand = [
        gives_everywhere(found, each, asked, where) for each in found if each["Effect"] == "Allow"
    ]
    assert len(allowed_everywhere(policy(*found), [asked], [where])) == sum(by_hand)


@settings(max_examples=150)
@given(policies, st.data())
def test_what_is_unresolved_never_hides_what_is_given_away(found, data):
    dug = [dict(each) for each in found]
    for each, name in product(dug, ("Effect", "Action", "Resource")):
        if name in each and data.draw(st.integers(0, 3)) == 0:
            could_be = {"Effect": ("Allow", "Deny"), "Action": ("s3:*", "kms:decrypt")}
            each[name] = Hole(could_be.get(name, ("*", "a:1")))
    for question in (whole_services, lambda one: allowed_everywhere(one, ["kms:*"], ["a:*"])):
        answer = question(unresolved(policy(*dug)))
        truth = [bool(question(each)) for each in fillings(policy(*dug), most=20)]
        if any(truth):
            assert answer
        if any(type(each) is not Unresolved for each in answer):
            assert all(truth)
