import pytest
from filters import CHANGES, PUBLISHED, RESTRICTIONS, of_source, one_of
from hypothesis import given
from hypothesis import strategies as st

from scanner.expression import compile
from scanner.filterpattern import USE_CASES, Slip, filter_misses, matches, serves
from scanner.filterpattern.parse import parse
from scanner.filterpattern.pattern import Both, Compares, Either, Exists, Is, Json, Literal, written
from scanner.unresolved import Unresolved

TRAILS = "cloudtrail-changes"
TRAIL_CALLS = CHANGES[TRAILS].split()
EITHER_END = "$.eventName = *Trail || $.eventName = *Logging"


def told(pattern, use_case=TRAILS):
    return [each.what for each in filter_misses(pattern, use_case)]


@pytest.mark.parametrize(("use_case", "pattern"), PUBLISHED)
def test_published_filters_serve(use_case, pattern):
    assert filter_misses(pattern, use_case) == []


def test_every_use_case_has_a_published_filter():
    assert {use_case for use_case, _ in PUBLISHED} == USE_CASES.keys()


def test_wildcards_and_wider_filters_serve():
    assert told(f"{{ {EITHER_END} }}") == []
    assert told("{ $.eventName = %Trail$|Logging$% }") == []
    assert told("{ $.eventSource = cloudtrail.amazonaws.com && $.readOnly IS FALSE }") == []
    assert told("?Trail ?Logging") == []
    assert told("{ $.userIdentity.type = Root }", "root-use") == []
    assert told("{ $.responseElements.ConsoleLogin = Failure }", "console-sign-in-failures") == []


def test_a_filter_of_the_calls_that_succeeded_serves():
    assert told(f"{{ ({EITHER_END}) && $.errorCode NOT EXISTS }}") == []


def test_the_first_call_that_is_missing_is_named():
    assert told(f"{{ {one_of('CreateTrail UpdateTrail DeleteTrail StartLogging')} }}") == [
        "the filter misses StopLogging"
    ]
    (slip,) = filter_misses("{ $.eventName = Nothing }", TRAILS)
    assert slip.what == "the filter misses CreateTrail, UpdateTrail, DeleteTrail and 2 more"
    assert list(slip.events) == TRAIL_CALLS
    assert slip.example["eventName"] == "CreateTrail"


def test_a_restriction_is_told_by_an_event_that_does_not_meet_it():
    assert told(f'{{ ({EITHER_END}) && $.userIdentity.userName != "terraform" }}') == [
        "the filter misses CreateTrail, UpdateTrail, DeleteTrail and 2 more "
        "with $.userIdentity.userName terraform"
    ]
    (slip,) = filter_misses("{ $.eventName = *Trail && $.awsRegion = eu-west-1 }", TRAILS)[:1]
    assert slip.example["awsRegion"] == "something-else"
    assert told("Trail -root")[0].endswith("with $.userAgent root")


def test_two_restrictions_that_can_both_fail_at_once_are_found():
    either = "$.awsRegion = us-east-1 || $.recipientAccountId = 111122223333"
    (what,) = told(f"{{ ({EITHER_END}) && ({either}) }}")
    assert what.endswith(
        "with $.awsRegion something-else and with $.recipientAccountId something-else"
    )


def test_what_can_never_hold_matches_nothing():
    impossible = "$.eventName = CreateTrail && $.eventName = UpdateTrail"
    assert told(f"{{ {impossible} }}") == [
        "the filter misses CreateTrail, UpdateTrail, DeleteTrail and 2 more"
    ]


def test_what_matches_everything_serves_nothing():
    for pattern in ("", '" "', "{ $.eventName = * }", "{ $.eventVersion EXISTS }", "amazonaws"):
        for use_case in USE_CASES:
            found = told(pattern, use_case)
            assert "the filter also matches GetCallerIdentity" in found


def test_a_pattern_that_is_not_known_is_not_known_to_serve():
    for pattern in (Unresolved("a parameter"), "{ $.eventName = }", None):
        (found,) = filter_misses(pattern, TRAILS)
        assert type(found) is Unresolved


def test_what_no_example_shows_is_not_known():
    everywhere = "$.awsRegion = us-east-1 || $.awsRegion != us-east-1"
    (found,) = filter_misses(f"{{ ({EITHER_END}) && ({everywhere}) }}", TRAILS)
    assert found.why == "$.awsRegion may say anything"


def test_a_use_case_of_ones_own_is_a_set_of_events():
    must = [{"eventName": "A"}, {"errorCode": "B"}]
    assert serves("{ $.eventName = A || $.errorCode = B }", must, [{"eventName": "C"}]) == []
    slips = serves("{ $.eventName = C }", must, [{"eventName": "C"}])
    assert [slip.what for slip in slips] == [
        "the filter misses A, B",
        "the filter also matches C",
    ]
    assert serves("x", [Unresolved("never read")]) == [Unresolved("never read")]


def test_no_use_case_has_a_name_that_nobody_gave_it():
    with pytest.raises(ValueError, match="no use case is called 'x'"):
        filter_misses("", "x")


def test_a_rule_asks_by_the_name_of_the_use_case():
    ask = compile(f"filter_misses(configuration.FilterPattern, '{TRAILS}')")
    assert ask({"configuration": {"FilterPattern": f"{{ {EITHER_END} }}"}}) == []
    (slip,) = ask({"configuration": {"FilterPattern": "{ $.eventName = *Trail }"}})
    assert slip["what"] == "the filter misses StartLogging, StopLogging"
    assert slip["events"] == ["StartLogging", "StopLogging"]
    assert slip["event"]["eventSource"] == "cloudtrail.amazonaws.com"
    (unread,) = ask({"configuration": {"FilterPattern": Unresolved("a parameter")}})
    assert unread == Unresolved("a parameter")


# The same filters, written otherwise

spaces = st.sampled_from(["", " ", "  ", "\n"])


@st.composite
def rewritten(draw, condition):
    """The text of a condition, its parts in any order, in any quotes and parentheses."""
    match condition:
        case Both(parts) | Either(parts):
            shuffled = draw(st.permutations(parts))
            sign = " && " if isinstance(condition, Both) else draw(st.sampled_from(["||", " || "]))
            text = sign.join([draw(rewritten(part)) for part in shuffled])
            return f"({text})"
        case Exists(selector, wanted):
            text = f"{written(selector)} {'' if wanted else 'NOT '}EXISTS"
        case Is(selector, value):
            text = f"{written(selector)} IS {value}".replace("None", "NULL")
        case Compares(selector, operator, operand):
            gap, other = draw(spaces), draw(spaces)
            text = f"{written(selector)}{gap}{operator}{other}{draw(quoted(operand))}"
    return f"({draw(spaces)}{text}{draw(spaces)})" if draw(st.booleans()) else text


@st.composite
def quoted(draw, operand):
    assert isinstance(operand, Literal)
    text = "*" * operand.before + operand.text + "*" * operand.after
    return f'"{text}"' if " " in text or draw(st.booleans()) else text


def condition_of(pattern):
    found = parse(pattern)
    assert isinstance(found, Json)
    return found.condition


@given(st.data())
def test_reordered_requoted_and_reparenthesised_filters_serve(data):
    use_case, pattern = data.draw(st.sampled_from(PUBLISHED))
    again = f"{{{data.draw(spaces)}{data.draw(rewritten(condition_of(pattern)))}}}"
    assert filter_misses(again, use_case) == []


@given(st.data())
def test_without_any_one_event_name_a_filter_does_not_serve(data):
    use_case, names = data.draw(st.sampled_from(sorted(CHANGES.items())))
    dropped = data.draw(st.sampled_from(names.split()))
    rest = " ".join(name for name in names.split() if name != dropped)
    source = USE_CASES[use_case].must[0]["eventSource"].removesuffix(".amazonaws.com")
    for pattern in (f"{{ {one_of(rest)} }}", of_source(source, rest)):
        assert told(pattern, use_case) == [f"the filter misses {dropped}"]


@given(st.data())
def test_a_filter_with_one_more_restriction_does_not_serve(data):
    use_case, pattern = data.draw(st.sampled_from(PUBLISHED))
    restriction = data.draw(st.sampled_from(RESTRICTIONS))
    parts = [data.draw(rewritten(condition_of(pattern))), restriction]
    text = ") && (".join(data.draw(st.permutations(parts)))
    assert filter_misses(f"{{ ({text}) }}", use_case) != []


@pytest.mark.parametrize("restriction", RESTRICTIONS)
def test_each_restriction_is_found_out_by_an_event(restriction):
    found = filter_misses(f"{{ ({EITHER_END}) && {restriction} }}", TRAILS)
    for each in found:
        if isinstance(each, Slip):
            assert matches(f"{{ ({EITHER_END}) && {restriction} }}", each.example) is False
            assert matches(f"{{ {EITHER_END} }}", each.example) is True
    assert isinstance(found[0], Slip)


def test_a_hostile_pattern_is_answered_soon():
    many = " && ".join(f"$.a{number} = {number}" for number in range(250))
    assert filter_misses(f"{{ {many} }}", "organizations-changes")
    each = " || ".join(f"$.userIdentity.a{number} = {number}" for number in range(120))
    assert filter_misses(f"{{ {each} }}", "organizations-changes")
