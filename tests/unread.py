"""Documents of which something was not read, and the documents that they may turn out to be."""

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from scanner.unresolved import Unresolved


@dataclass(frozen=True)
class Gap:
    """A place that holds one of `fillings`: each is a list of what stands there, in a list any
    number of elements, elsewhere its first or nothing."""

    fillings: tuple[tuple[Any, ...], ...]


KEYS = ("a", "b", "c")
scalars = st.sampled_from([None, True, False, 0, 1, 2, -1, 1.5, "", "x", "y", "a"])


def _containers(children):
    return st.lists(children, max_size=3) | st.dictionaries(
        st.sampled_from(KEYS), children, max_size=3
    )


values = st.recursive(scalars, _containers, max_leaves=8)
gaps = st.builds(
    Gap, st.lists(st.lists(values, max_size=2).map(tuple), min_size=3, max_size=3).map(tuple)
)
_values_with_gaps = st.recursive(scalars | gaps, _containers, max_leaves=8)


def _document(value):
    """A document whose lists and objects are where expressions look for them, mostly."""
    rows = st.dictionaries(st.sampled_from(KEYS), value, min_size=1, max_size=3)
    return st.fixed_dictionaries(
        {"a": st.lists(rows | value, max_size=3) | value, "b": value | st.lists(value, max_size=3)},
        optional={"c": rows | value},
    )


documents = _document(values) | values
partly_read = _document(_values_with_gaps) | _values_with_gaps


def opened(document):
    """The document with each gap unresolved."""
    match document:
        case Gap():
            return Unresolved("nobody knows")
        case list():
            return [opened(each) for each in document]
        case dict():
            return {key: opened(value) for key, value in document.items()}
    return document


def filled(document, choice):
    """The document with each gap filled in, in the way of this number."""
    match document:
        case Gap(fillings):
            return next(iter(fillings[choice]), None)
        case list():
            return [each for part in document for each in _elements(part, choice)]
        case dict():
            present = {
                key: value
                for key, value in document.items()
                if not isinstance(value, Gap) or value.fillings[choice]
            }
            return {key: filled(value, choice) for key, value in present.items()}
    return document


def _elements(part, choice):
    return part.fillings[choice] if isinstance(part, Gap) else [filled(part, choice)]


def admits(value, actual):
    """Whether a value with unresolved parts may turn out to be the actual one."""
    if type(value) is Unresolved:
        return True
    if isinstance(value, list) and isinstance(actual, list):
        return _admits_list(value, actual)
    if isinstance(value, dict) and isinstance(actual, dict):
        return all(
            admits(value[key], actual[key])
            if key in value and key in actual
            else type(value.get(key)) is Unresolved
            for key in value.keys() | actual.keys()
        )
    return type(value) is type(actual) and value == actual


def _admits_list(values, actual):
    if not values:
        return not actual
    first, *rest = values
    if type(first) is Unresolved:
        return any(_admits_list(rest, actual[skip:]) for skip in range(len(actual) + 1))
    return bool(actual) and admits(first, actual[0]) and _admits_list(rest, actual[1:])
