"""Splitting JSON text that comes in pieces."""

import io
import json
from contextlib import suppress
from itertools import chain

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.sources.split import Broken, SplitError, Text

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ['"', "\\", '\\"', ',{"a"', "}", "]", "[{", '"},{"', "\u2028", ""]
)
scalars = st.none() | st.booleans() | st.integers(-(2**60), 2**60) | texts
documents = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=20,
)
items = st.fixed_dictionaries({"a": texts, "b": documents})
indents = st.sampled_from([None, 0, 1, 4, "\t", " \r\n "])
pieces = st.integers(1, 64)


def text(source: str | bytes, piece: int) -> Text:
    data = source.encode() if isinstance(source, str) else source
    return Text(io.BytesIO(data).read, piece)


def elements_of(source: str) -> list:
    split = text(source, 3)
    found = [json.loads(each) for _, each in split.elements()]
    split.finish()
    return found


def skip_members_of(source: str) -> None:
    split = text(source, 3)
    for _ in split.members():
        split.skip()


def read_in_runs(split: Text) -> list:
    decode = msgspec.json.Decoder(list).decode
    runs = list(split.runs(decode))
    assert not [run for run in runs if isinstance(run, Broken)]
    return list(chain.from_iterable(runs))


@given(st.lists(documents, max_size=8), indents, pieces)
def test_the_elements_are_those_that_json_finds(elements, indent, piece):
    split = text(json.dumps(elements, indent=indent), piece)
    assert [json.loads(each) for _, each in split.elements()] == elements
    split.finish()


@given(st.lists(items, max_size=12), indents, pieces, st.booleans())
def test_elements_decoded_in_runs_are_those_that_json_finds(elements, indent, piece, ascii):
    split = text(json.dumps(elements, indent=indent, ensure_ascii=ascii), piece)
    assert read_in_runs(split) == elements
    split.finish()


@given(st.dictionaries(texts, documents, max_size=6), indents, pieces)
def test_the_members_are_those_that_json_finds(members, indent, piece):
    split = text("\ufeff" + json.dumps(members, indent=indent), piece)
    assert {key: json.loads(split.value()) for key in split.members()} == members
    split.finish()


@given(st.dictionaries(texts, documents, max_size=6), indents, pieces)
def test_skipping_ends_where_reading_ends(members, indent, piece):
    split = text(json.dumps(members, indent=indent), piece)
    for _ in split.members():
        split.skip()
    split.finish()


@given(st.lists(items, min_size=1, max_size=8), indents, pieces, st.data())
def test_text_cut_short_is_never_taken_for_whole(elements, indent, piece, data):
    whole = json.dumps(elements, indent=indent)
    cut = whole[: data.draw(st.integers(0, len(whole.rstrip()) - 1))]
    with pytest.raises(SplitError):
        list(text(cut, piece).runs(msgspec.json.decode))


@given(st.lists(items, max_size=6), pieces, st.data())
def test_damage_is_an_element_at_fault_or_an_error_with_its_place(elements, piece, data):
    damaged = bytearray(json.dumps(elements).encode())
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    decode = msgspec.json.Decoder(list[dict]).decode
    with suppress(SplitError):
        split = text(bytes(damaged), piece)
        found = list(split.runs(decode))
        split.finish()
        if not any(isinstance(run, Broken) for run in found):
            assert list(chain.from_iterable(found)) == msgspec.json.decode(bytes(damaged))


@given(st.lists(items, min_size=3, max_size=8), st.integers(0, 7), pieces)
def test_one_broken_element_takes_no_other_with_it(elements, which, piece):
    written = [json.dumps(each) for each in elements]
    which %= len(written)
    written[which] = '{"a": nonsense}'
    found = list(text("[" + ",".join(written) + "]", piece).runs(msgspec.json.Decoder(list).decode))
    broken = [run for run in found if isinstance(run, Broken)]
    assert [each.offset for each in broken] == [1 + sum(len(each) + 1 for each in written[:which])]
    good = chain.from_iterable(run for run in found if isinstance(run, list))
    assert list(good) == elements[:which] + elements[which + 1 :]


@pytest.mark.parametrize(
    "source",
    [
        "[1 2]",
        "[1,]",
        "[,1]",
        "[",
        "[1",
        "[1,",
        "{",
        "[}",
        "x",
        "",
        "[1[2]]",
        "[1,[2]",
        "]",
        "[1]]",
    ],
)
def test_what_is_no_array_is_an_error(source):
    with pytest.raises(SplitError):
        elements_of(source)


@pytest.mark.parametrize(
    "source", ['{"a" 1}', '{"a":1,}', "{1:2}", '{"a":1', '{"a":}', '{"\\q":1}']
)
def test_what_is_no_object_is_an_error(source):
    with pytest.raises(SplitError):
        skip_members_of(source)


def test_utf_16_is_named_as_such():
    with pytest.raises(SplitError, match="UTF-16"):
        text("[]".encode("utf-16"), 64)


def test_a_boundary_inside_a_string_is_not_believed():
    inside = 'x"},{"a": "'
    elements = [{"a": inside, "b": number} for number in range(50)]
    source = json.dumps(elements).replace('\\"},{\\"a\\": \\"', '},{\\"a\\"')
    for piece in range(1, 200, 7):
        assert read_in_runs(text(source, piece)) == json.loads(source)
