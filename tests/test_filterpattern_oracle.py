"""The evaluator against a slow, obvious one, on patterns that are made as trees."""

import json
import re

from holes import Hole, fillings, unresolved
from hypothesis import example, given
from hypothesis import strategies as st

from scanner.filterpattern import matches, serves
from scanner.filterpattern.partial import ABSENT, Open, Text
from scanner.unresolved import Unresolved

TEXTS = ("", "a", "b", "ab", "ba", "aba", "1", "1.0", "*", "a*b")
NUMBERS = (0, 1, 2, 1.5, -1)

# Trees: ("and" | "or", parts), ("is", path, constant), ("exists" | "absent", path),
# ("=" | "!=", path, quoted text or bare word), ("<" …, path, number), ("~" | "!~", path, regex)

paths = st.lists(st.sampled_from(["a", "b", 0, 1, "*"]), min_size=1, max_size=3).filter(
    lambda path: isinstance(path[0], str)
)
words = st.tuples(st.booleans(), st.sampled_from(TEXTS), st.booleans()).map(
    lambda made: "*" * made[0] + made[1].strip("*") + "*" * made[2]
)
leaves = st.one_of(
    st.tuples(st.just("is"), paths, st.sampled_from([None, True, False])),
    st.tuples(st.sampled_from(["exists", "absent"]), paths),
    st.tuples(st.sampled_from(["=", "!="]), paths, st.sampled_from(TEXTS) | words),
    st.tuples(st.sampled_from(["=", "!=", "<", "<=", ">", ">="]), paths, st.sampled_from(NUMBERS)),
    st.tuples(st.sampled_from(["~", "!~"]), paths, st.sampled_from(["^a", "b$", "a+b", "[0-9]"])),
)
trees = st.recursive(
    leaves,
    lambda inner: st.tuples(
        st.sampled_from(["and", "or"]), st.lists(inner, min_size=1, max_size=3)
    ),
    max_leaves=6,
)
scalars = st.sampled_from([None, True, False, *NUMBERS, *TEXTS])


def _containers(inner):
    members = st.dictionaries(st.sampled_from(["a", "b", "c"]), inner, max_size=3)
    return members | st.lists(inner, max_size=2)


values = st.recursive(scalars, _containers, max_leaves=6)
events = st.dictionaries(st.sampled_from(["a", "b", "c"]), values, max_size=3)
gaps = st.lists(scalars, min_size=2, max_size=3).map(lambda could: Hole(tuple(could)))
events_with_gaps = st.dictionaries(
    st.sampled_from(["a", "b"]), st.recursive(scalars | gaps, _containers, max_leaves=4), min_size=1
)


def text_of(tree):
    match tree:
        case ("and" | "or" as sign, parts):
            joined = f" {'&&' if sign == 'and' else '||'} ".join(text_of(part) for part in parts)
            return f"({joined})"
        case ("is", path, constant):
            return f"{selector(path)} IS {'NULL' if constant is None else str(constant).upper()}"
        case ("exists" | "absent" as sign, path):
            return f"{selector(path)} {'' if sign == 'exists' else 'NOT '}EXISTS"
        case ("~" | "!~" as sign, path, regex):
            return f"{selector(path)} {sign.replace('~', '=')} %{regex}%"
        case (sign, path, str(text)):
            return f'{selector(path)} {sign} "{text}"'
        case (sign, path, size):
            return f"{selector(path)} {sign} {size}"


def selector(path):
    return "$" + "".join(
        f"[{step}]" if isinstance(step, int) else ".*" if step == "*" else f".{step}"
        for step in path
    )


def found_at(path, value):
    if not path:
        return [value]
    step, *rest = path
    if isinstance(value, dict):
        inside = list(value.values()) if step == "*" else [value[step]] if step in value else []
    elif isinstance(value, list):
        inside = value if step == "*" else value[step : step + 1] if isinstance(step, int) else []
    else:
        inside = []
    return [found for each in inside for found in found_at(rest, each)]


def obviously(tree, event):
    match tree:
        case ("and", parts):
            return all(obviously(part, event) for part in parts)
        case ("or", parts):
            return any(obviously(part, event) for part in parts)
        case ("is", path, constant):
            return any(value is constant for value in found_at(path, event))
        case ("exists", path):
            return len(found_at(path, event)) > 0
        case ("absent", path):
            return len(found_at(path, event)) == 0
        case (sign, path, wanted):
            return any(compared(sign, value, wanted) for value in found_at(path, event))


def compared(sign, value, wanted):
    if type(value) not in (str, int, float):
        return False
    if sign in ("~", "!~"):
        return (re.search(wanted, str(value)) is not None) == (sign == "~")
    if sign in ("=", "!="):
        return equal(value, wanted) == (sign == "=")
    if isinstance(value, str):
        if not re.fullmatch(r"[0-9]+(\.[0-9]+)?", value):
            return False
        value = float(value)
    return {"<": value < wanted, "<=": value <= wanted, ">": value > wanted, ">=": value >= wanted}[
        sign
    ]


def equal(value, wanted):
    if not isinstance(wanted, str):
        return str(value) == str(wanted) if isinstance(value, str) else value == wanted
    pattern = re.escape(wanted)
    pattern = re.sub(r"^(\\\*)+", ".*", pattern)
    pattern = re.sub(r"(\\\*)+$", ".*", pattern)
    return re.fullmatch(pattern, str(value)) is not None


@given(trees, events)
@example(("=", ["a"], "a*b"), {"a": "a*b"})
@example(("=", ["a"], "*"), {"a": ""})
def test_agrees_with_walking_the_tree(tree, event):
    assert matches(f"{{ {text_of(tree)} }}", event) is obviously(tree, event)


@given(trees, events_with_gaps)
def test_what_it_says_of_an_event_with_gaps_holds_however_they_are_filled(tree, event):
    pattern = f"{{ {text_of(tree)} }}"
    said = matches(pattern, unresolved(event))
    if isinstance(said, bool):
        assert {obviously(tree, filled) for filled in fillings(event)} == {said}


FREE_TEXT = Text(but=("ab",))
_partly = st.one_of(
    scalars, st.just(FREE_TEXT), st.just(ABSENT), st.lists(scalars | st.just(FREE_TEXT), max_size=2)
)
partial_events = st.dictionaries(st.sampled_from(["a", "b"]), _partly).map(Open) | st.builds(
    lambda inner, other: Open({"a": Open(inner), **other}),
    st.dictionaries(st.sampled_from(["a", "b"]), _partly),
    st.dictionaries(st.just("b"), _partly),
)


def completion(event, draw):
    """One of the events that a partly known one may be."""
    if isinstance(event, Text):
        return draw(st.sampled_from([text for text in TEXTS if text not in event.but]))
    if isinstance(event, list):
        return [completion(each, draw) for each in event]
    if isinstance(event, Open):
        more = draw(st.dictionaries(st.sampled_from(["a", "b", "z"]), values, max_size=2))
        known = {
            key: completion(value, draw) for key, value in event.items() if value is not ABSENT
        }
        return {**{key: value for key, value in more.items() if key not in event}, **known}
    return event


@given(trees, partial_events, st.data())
def test_what_it_says_of_a_partial_event_holds_for_every_event_that_it_may_be(tree, event, data):
    pattern = f"{{ {text_of(tree)} }}"
    said = matches(pattern, event)
    if isinstance(said, bool):
        assert obviously(tree, completion(event, data.draw)) is said


@given(trees, partial_events, st.data())
def test_a_filter_serves_only_if_it_matches_every_event_that_there_may_be(tree, event, data):
    pattern = f"{{ {text_of(tree)} }}"
    found = serves(pattern, [event])
    if not found:
        assert obviously(tree, completion(event, data.draw))
    elif not isinstance(found[0], Unresolved):
        assert obviously(tree, found[0].example) is False


terms = st.lists(
    st.tuples(st.sampled_from(["", "-", "?"]), st.sampled_from(["a", "b", "ab", "1", "z"])),
    max_size=4,
)


def obviously_in_text(chosen, text):
    plain = [term for sign, term in chosen if sign == ""]
    without = [term for sign, term in chosen if sign == "-"]
    optional = [term for sign, term in chosen if sign == "?"]
    if plain or without or not optional:
        return all(term in text for term in plain) and not any(term in text for term in without)
    return any(term in text for term in optional)


@given(terms, st.text("ab1", max_size=6))
def test_agrees_with_looking_for_each_term(chosen, text):
    pattern = " ".join(sign + term for sign, term in chosen)
    assert matches(pattern, text) is obviously_in_text(chosen, text)


@given(terms, partial_events, st.data())
def test_what_terms_say_of_a_partial_event_holds_for_every_text_that_it_may_have(
    chosen, event, data
):
    said = matches(" ".join(sign + term for sign, term in chosen), event)
    if isinstance(said, bool):
        text = json.dumps(completion(event, data.draw), separators=(",", ":"))
        assert obviously_in_text(chosen, text) is said


some_words = st.lists(st.sampled_from(["a", "b", "7"]), max_size=5)


@given(some_words, some_words, some_words)
def test_an_ellipsis_stands_for_the_words_between_those_at_both_ends(front, back, found):
    pattern = [*(f"f{at} = {word}" for at, word in enumerate(front)), "..."]
    pattern += [f"b{at} = {word}" for at, word in enumerate(back)]
    fits = len(front) + len(back) <= len(found)
    held = found[: len(front)] == front and found[len(found) - len(back) :] == back
    assert matches(f"[{', '.join(pattern)}]", " ".join(found)) is (fits and held)


@given(some_words.filter(len), some_words)
def test_without_an_ellipsis_there_is_one_word_for_each_field(wanted, found):
    pattern = ", ".join(f"w{at} = {word}" for at, word in enumerate(wanted))
    assert matches(f"[{pattern}]", " ".join(found)) is (wanted == found)
