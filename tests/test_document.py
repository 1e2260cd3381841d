from textwrap import dedent

import pytest

from scanner.document import parse, read
from scanner.errors import UserError


def parsed(text):
    return parse(dedent(text), "rule.yaml")


def refusal(text):
    with pytest.raises(UserError) as caught:
        parsed(text)
    return str(caught.value)


def test_only_true_and_false_are_booleans():
    value = parsed("{a: true, b: False, c: on, d: no, e: yes}").value
    assert value == {"a": True, "b": False, "c": "on", "d": "no", "e": "yes"}


def test_account_ids_and_dates_stay_text():
    assert parsed("{id: 012345678901, day: 2026-01-31}").value == {
        "id": "012345678901",
        "day": "2026-01-31",
    }


def test_numbers_null_and_quoted_words_are_what_json_would_make_of_them():
    value = parsed('{a: 1, b: -2.5, c: null, d: ~, e: "1", f: 1e3, g: }').value
    assert value == {"a": 1, "b": -2.5, "c": None, "d": None, "e": "1", "f": 1000.0, "g": None}


def test_a_value_knows_its_line_and_column():
    document = parsed(
        """
        check:
          - value: configuration.name
            equals: "x"
        """
    )
    assert document.at(("check", 0, "value")) == "rule.yaml:3:12"
    assert document.at_key(("check", 0, "equals")) == "rule.yaml:4:5"


def test_an_offset_counts_from_the_first_character_inside_the_quotes():
    document = parsed("{plain: abc, quoted: 'abc'}")
    assert document.at(("plain",), 2) == "rule.yaml:1:11"
    assert document.at(("quoted",), 2) == "rule.yaml:1:25"


def test_an_offset_in_text_over_several_lines_stays_at_its_start():
    document = parsed("value: >\n  a\n  b\n")
    assert document.at(("value",), 3) == "rule.yaml:1:8"


def test_a_path_that_is_not_there_is_placed_at_what_surrounds_it():
    assert parsed("{a: {b: 1}}").at(("a", "missing", 3)) == "rule.yaml:1:5"


def test_a_key_that_stands_twice_is_a_mistake_with_both_places():
    document = parsed("a: 1\nb: 2\na: 3\n")
    assert document.mistakes == ("rule.yaml:3:1: the key 'a' stands already at line 1; keep one",)
    assert document.value["a"] == 1


def test_an_alias_repeats_what_its_anchor_named():
    assert parsed("{a: &x {b: [1]}, c: *x}").value == {"a": {"b": [1]}, "c": {"b": [1]}}


def test_tags_construct_nothing():
    (mistake,) = parsed("a: !!python/object/apply:os.system [ls]").mistakes
    assert "mean nothing here" in mistake


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: [", "rule.yaml:2:1: not YAML"),
        ("a: *x", "rule.yaml:1:4: no anchor &x"),
        ("a: &x [*x]", "*x contains itself"),
        ("? [a]\n: b", "a key must be text"),
        ("a: 1\n---\nb: 2\n", "a second document"),
        ("[" * 20_000, "nested more than 100 deep"),
        ("- " * 20_000, "nested more than 100 deep"),
        ("a: \x00", "not YAML"),
    ],
)
def test_what_is_refused_has_its_place(text, says):
    assert says in refusal(text)


def test_aliases_cannot_explode():
    laughs = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for name, earlier in zip("bcdefghi", "abcdefgh", strict=True):
        laughs += f"{name}: &{name} [{', '.join([f'*{earlier}'] * 9)}]\n"
    assert "more than 200000 values" in refusal(laughs)


def test_a_chain_of_aliases_cannot_dig_deeper_than_the_bound():
    chain = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 400))
    assert "nested more than 100 deep" in refusal(chain)


def test_a_file_that_is_not_text_is_refused_with_the_byte(tmp_path):
    path = tmp_path / "rule.yaml"
    path.write_bytes(b"id: \xff")
    with pytest.raises(UserError, match="not UTF-8 at byte 4"):
        read(str(path))


def test_a_missing_file_is_refused():
    with pytest.raises(UserError, match=r"nowhere.yaml: No such file"):
        read("nowhere.yaml")
