"""Terraform's text as a tree: each expression's place is exactly its text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.model import Location
from scanner.sources.terraform.hcl import parsed
from scanner.sources.terraform.hcl_json import json_values, parsed_json
from scanner.sources.terraform.hcl_tree import (
    Binary,
    Broken,
    Call,
    Conditional,
    For,
    Index,
    Literal,
    Object,
    Splat,
    Template,
    Tuple,
    Unary,
    Unread,
)


def expression_of(text: str):
    return parsed(f"x = {text}\n", "a.tf").arguments["x"]


def cut(text: str, at: Location | None) -> str:
    """What a place covers, found by walking the lines."""
    assert at is not None
    lines = text.split("\n")[at.line - 1 : at.end_line]
    lines[-1] = lines[-1][: at.end_column - 1]
    lines[0] = lines[0][at.column - 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"a"', Literal),
        ('"a ${b} c"', Template),
        ("-1", Unary),
        ("1 + 2", Binary),
        ("1 +\n  2 # three", Binary),
        ("a ? b : (c)", Conditional),
        ("a[0].b[1]", Index),
        ("a[*].b", Splat),
        ("a.*.b", Splat),
        ("[1, 2,\n 3\n]", Tuple),
        ("{ a = 1, (b) : 2 }", Object),
        ("f(1, 2...)", Call),
        ("[for a in b : a if a]", For),
        ("{for k, v in b : k => v...}", For),
        ("<<-EOT\n   a\n  b ${c}\n  EOT", Template),
    ],
)
def test_an_expression_covers_its_text(text, kind):
    source = f"x = {text}\ny = 1\n"
    found = parsed(source, "a.tf").arguments["x"]
    assert isinstance(found, kind)
    assert cut(source, found.at) == text.partition(" #")[0]


def test_a_block_has_a_header_and_an_extent():
    source = '# first\nresource "aws_x" "y" {\n  a = 1\n}\n'
    (block,) = parsed(source, "a.tf").blocks
    assert (block.kind, block.labels) == ("resource", ("aws_x", "y"))
    assert cut(source, block.at) == 'resource "aws_x" "y"'
    assert cut(source, block.extent) == source[8:-1]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (r'"a\n\t\"\\"', 'a\n\t"\\'),
        (r'"\u00e9\U0001F600"', "é😀"),
        ('"$${a} %%{b} $ %"', "${a} %{b} $ %"),
        ("<<EOT\n a\nb\nEOT", " a\nb\n"),
        ("<<-EOT\n    a\n      b\n\n    EOT", "a\n  b\n\n"),
        ("1.5e2", 150.0),
        ("007", 7),
        ("null", None),
        ("true", True),
    ],
)
def test_a_literal_means(text, value):
    assert expression_of(text).value == value


def test_columns_count_characters_and_lines_with_carriage_returns():
    source = 'a = "é"\r\nb = [ "é", c ]\r\n'
    at = parsed(source, "a.tf").arguments["b"].items[1].at
    assert (at.line, at.column, at.end_column) == (2, 12, 13)


def test_directives_are_not_evaluated():
    assert isinstance(expression_of('"%{ if a }b%{ endif }"'), Unread)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ('a = 1\nb = "c\n', "a.tf:2:"),
        ("a {\n  b = \n}\n", "a.tf:2:"),
        ("a = 1\na = 2\n", "a.tf:2:1"),
        ("x = <<EOT\n ${a\nEOT\n", "a.tf:1:5"),
        ("x = " + "[" * 500 + "]" * 500, "a.tf:1:"),
        ("x = " + "1+" * 500 + "1", "a.tf:1:"),
        ("x = 1\n" + "\n" * 600, "a.tf:1:"),
    ],
)
def test_what_is_broken_says_where(text, where):
    with pytest.raises(Broken) as broken:
        parsed(text, "a.tf")
    assert broken.value.where.startswith(where)
    assert re.fullmatch(r"a\.tf:\d+:\d+", broken.value.where)


def test_json_says_the_same_blocks():
    source = '{"resource": {"aws_x": {"y": {"a": "${b.c}", "n": [1, true, null]}}}}'
    (block,) = parsed_json(source, "a.tf.json").blocks
    assert (block.kind, block.labels) == ("resource", ("aws_x", "y"))
    assert cut(source, block.at) == '"y"'
    assert cut(source, block.body.arguments["a"].at) == '"${b.c}"'
    assert [each.value for each in block.body.arguments["n"].items] == [1, True, None]


def test_dynamic_blocks_of_json_are_blocks():
    source = '{"resource": {"a": {"b": {"dynamic": {"c": {"for_each": [], "content": {"d": 1}}}}}}}'
    (block,) = parsed_json(source, "a.tf.json").blocks
    (dynamic,) = block.body.blocks
    assert (dynamic.kind, dynamic.labels, dynamic.body.blocks[0].kind) == (
        "dynamic",
        ("c",),
        "content",
    )


def test_values_in_json_have_no_holes():
    assert json_values('{"a": "${b}"}', "a.tfvars.json")["a"].value == "${b}"


@pytest.mark.parametrize("text", ["", "[]", '{"a": b}', "{", '{"a": *x}', '{"a":' * 100, "\0"])
def test_broken_json_says_where(text):
    with pytest.raises(Broken) as broken:
        parsed_json(text, "a.tf.json")
    assert re.fullmatch(r"a\.tf\.json:\d+:\d+", broken.value.where)


names = st.from_regex(r"[a-z][a-z0-9_]{0,5}", fullmatch=True).filter(
    lambda name: name not in ("for", "if", "in", "else", "endif", "endfor", "null", "true", "false")
)
leaves = names | st.integers(0, 999).map(str) | st.just('"t"') | st.just('"a${b}c"')
written = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda each: f"[{', '.join(each)}]"),
        st.tuples(inner, inner).map(lambda each: f"({each[0]} + {each[1]})"),
        st.tuples(inner, inner, inner).map(lambda each: f"({each[0]} ? {each[1]} : {each[2]})"),
        st.tuples(names, inner).map(lambda each: f"{{ {each[0]} = {each[1]} }}"),
        st.tuples(names, inner).map(lambda each: f"{each[0]}({each[1]})"),
    ),
    max_leaves=6,
)


@settings(max_examples=60)
@given(st.lists(written, min_size=1, max_size=4))
def test_every_argument_covers_the_text_that_was_written(texts):
    source = "".join(f"v{index} = {text}\n" for index, text in enumerate(texts))
    found = parsed(source, "a.tf").arguments
    for index, text in enumerate(texts):
        covered = cut(source, found[f"v{index}"].at)
        assert covered == text or f"({covered})" == text
