from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.policydoc.matching import matches
from scanner.policydoc.patterns import Pattern
from scanner.policydoc.witness import witness

TEXTS = ["".join(each) for size in range(5) for each in product("aB:", repeat=size)]

patterns = st.builds(
    Pattern, st.text("aB:*?", max_size=4), st.booleans(), st.booleans(), st.booleans()
)
groups = st.lists(patterns, min_size=1, max_size=2).map(tuple)


def walked(pattern, text, part=1):
    """Whether a pattern matches by its definition, one character after the other."""
    if not pattern.text:
        return not text
    first, rest = pattern.text[0], pattern._replace(text=pattern.text[1:])
    inside = pattern.parts and part < 6
    any_ = bool(text) and not (inside and text[0] == ":")
    if first == "*" and pattern.like:
        return walked(rest, text, part) or (any_ and walked(pattern, text[1:], part))
    if first == "?" and pattern.like:
        return any_ and walked(rest, text[1:], part)
    same = first == text[:1] or (pattern.fold and first.lower() == text[:1].lower())
    return same and walked(rest, text[1:], part + (first == ":"))


@settings(max_examples=100)
@given(patterns)
def test_a_pattern_matches_what_its_definition_says(pattern):
    assert [matches([pattern], each) for each in TEXTS] == [walked(pattern, each) for each in TEXTS]


@settings(max_examples=200)
@given(st.lists(groups, min_size=1, max_size=2).map(tuple), st.just(()) | groups)
def test_a_witness_is_found_wherever_there_is_one(wanted, unwanted):
    def fits(text):
        return all(any(walked(each, text) for each in group) for group in wanted) and not any(
            walked(each, text) for each in unwanted
        )

    found = witness(wanted, unwanted)
    if found is None:
        assert not any(map(fits, TEXTS))
    else:
        assert fits(found)


def test_telling_many_wildcards_apart_ends():
    long = tuple(Pattern("*" + "a?" * n + "*b" * n, like=True) for n in range(12))
    assert witness((long[5:6], long[7:8]), long[:2]) is None
