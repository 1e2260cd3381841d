"""Texts with holes, once some of the names in them are known."""

from hypothesis import example, given
from hypothesis import strategies as st

from scanner.filling import ACCOUNT, PARTITION, REGION, filled, tokens, wild
from scanner.sources.cloudformation.composed import composed
from scanner.sources.declared.kinds import parameter
from scanner.unresolved import Unresolved

KNOWN = {ACCOUNT: "111122223333", REGION: "eu-west-1"}
BUCKET = Unresolved("known after deployment", token="Bucket")
PIECES = st.one_of(
    st.text(alphabet="a${}!:*", max_size=6),
    st.sampled_from([ACCOUNT, REGION, PARTITION]).map(lambda name: parameter(name, "why")),
    st.just(BUCKET),
)


def plainly(piece):
    """What a piece is once the account and the Region are known."""
    token = piece.token.removeprefix("?") if type(piece) is Unresolved else ""
    return KNOWN.get(token, piece)


@given(st.lists(PIECES, max_size=6))
@example(["$", "{", parameter(ACCOUNT, "why")])
def test_a_text_is_the_same_whether_names_are_known_before_or_after_it_is_put_together(pieces):
    before, after = composed(map(plainly, pieces)), filled(composed(pieces), KNOWN)
    assert type(before) is type(after)
    assert getattr(before, "token", before) == getattr(after, "token", after)


def test_what_deployment_looks_up_is_not_known_once_the_region_is():
    looked_up = composed(["{{resolve:ssm:/", parameter(REGION, "why"), "/password}}"])
    after = filled(looked_up, KNOWN)
    assert type(after) is Unresolved
    assert after.why == "why; a dynamic reference to ssm is resolved at deployment"


def test_a_text_that_deployment_looks_up_has_no_holes_of_its_own():
    looked_up = composed(["{{resolve:ssm:/${AWS::Region}/password}}"])
    assert type(filled(looked_up, KNOWN)) is Unresolved


def test_a_text_inside_of_a_text_is_filled_too():
    inner = composed(["role/", parameter(ACCOUNT, "why")])
    assert filled(composed(["a:", inner, ":b"]), KNOWN) == "a:role/111122223333:b"


def test_what_is_not_known_stays_as_it_is():
    for each in (BUCKET, parameter("Name", "why"), Unresolved("why"), "text", 1, None):
        assert filled([{"a": each}], KNOWN) == [{"a": each}]
        assert type(filled(each, KNOWN)) is type(each)


def test_every_token_is_told_however_deep():
    deep = {"a": [{"b": BUCKET}, parameter(ACCOUNT, "why"), "text"]}
    assert sorted(tokens(deep)) == ["?AWS::AccountId", "Bucket"]


def test_what_is_not_known_of_a_text_may_be_anything():
    assert wild(composed(["arn:", parameter("A", "why"), ":${x}"])) == "arn:*:${x}"
    assert wild(parameter("A", "why")) is None
    assert wild("text") is None
