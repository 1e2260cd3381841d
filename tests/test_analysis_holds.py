"""What is said of an expression before a scan holds for every document."""

import jmespath.exceptions
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from scanner.check.analysis import analyse, kinds_of, scope
from scanner.expression import ExpressionError, compile
from scanner.expression.signature import kind
from scanner.schema import Form, Shape

TREE = {
    "resourceId": "string",
    "configuration": {
        "name": "string",
        "flag": "boolean",
        "size": "integer",
        "words": ["string"],
        "inner": {"name": "string", "flag": "boolean"},
        "items": [{"name": "string", "words": ["string"], "size": "integer"}],
        "free": {"*": "integer"},
        "rows": [["string"]],
        "any": "any",
    },
    "tags": {"*": "string"},
}
THING = Shape((Form(TREE, (), "AWS::Test::Thing"),))
SCOPE = scope(THING, {"others": THING}, {"words": ["a"], "size": 1})
LEAVES = {
    "string": st.sampled_from(["", "a", "b"]),
    "boolean": st.booleans(),
    "integer": st.integers(0, 2),
    "any": st.sampled_from([None, 1, "a", [], ["a"], {}, {"name": "a"}]),
}


def values(tree):
    if isinstance(tree, str):
        return LEAVES[tree]
    if isinstance(tree, list):
        return st.lists(values(tree[0]), max_size=2)
    if "*" in tree:
        return st.dictionaries(st.sampled_from(["a", "name"]), values(tree["*"]))
    optional = {name: values(each) for name, each in tree.items() if name != "resourceId"}
    required = {"resourceId": st.sampled_from(["x", "y"])} if "resourceId" in tree else {}
    required |= {name: optional.pop(name) for name in ("configuration", "flag") if name in tree}
    return st.fixed_dictionaries(required, optional=optional)


ITEMS = values(TREE)
DOCUMENTS = st.builds(
    lambda item, others: {**item, "others": others, "params": {"words": ["a"], "size": 1}},
    ITEMS,
    st.lists(ITEMS, max_size=2),
)
NAMES = st.sampled_from([*TREE, *TREE["configuration"], "others", "params"])
LITERALS = ["'a'", "`1`", "`null`", "`[]`", "`true`"]
OF_ITEM = ["name", "size", "words", "words[0]", "@"]
OF_THING = ["resourceId", "configuration.name", "configuration.flag", "configuration.items", "tags"]
OF_THING += ["configuration.items[].name", "configuration.rows[]", "configuration.inner.flag"]
OF_THING += ["configuration.free.a", "configuration.any", "configuration", "configuration.words"]
OF_THING += ["configuration.inner.['a']", "configuration.inner.{x: 'a'}", "configuration.inner.*"]
OF_ROOT = [*OF_THING, "others", "others[0].tags", "others[].configuration.name", "params.words"]


def from_patterns(patterns, *parts):
    return st.sampled_from(patterns).flatmap(
        lambda each: st.tuples(*parts).map(lambda values: each.format(*values))
    )


def combined(inner):
    """What may be made of any values, whatever they are."""
    one = ["!({})", "to_array({})", "type({})", "({})", "to_array({})[0]", "{{x: {}}}.x"]
    one += ["to_array({})[?@]", "length(to_array({}))", "{{x: {}}}.*", "({}) | [@, @]"]
    two = ["({} || {})", "({} && {})", "({} == {})", "[{}, {}]", "{{x: {}, y: {}}}"]
    two += ["not_null({}, {})", "contains(to_array({}), {})", "(({}) | (({}) && @))"]
    return from_patterns(one, inner) | from_patterns(two, inner, inner)


def relative(atoms):
    return st.recursive(st.sampled_from(atoms + LITERALS), combined, max_leaves=4)


def within(many, inner):
    patterns = ["[?{}]", "[?{}].[resourceId]", "[?{}] | length(@)", "[].[{}]", "[].{{x: {}}}"]
    applied = from_patterns([many + each for each in patterns], inner)
    return applied | inner.map(lambda each: f"map(&{each}, {many})")


SENSIBLE = st.recursive(
    relative(OF_ROOT)
    | within("others", relative(OF_THING))
    | within("(configuration.items || `[]`)", relative(OF_ITEM)),
    combined,
    max_leaves=3,
)


def wild(inner):
    one = ["{}[]", "{}[*]", "{}[0]", "{}[-1:]", "({})[]", "{}.*", "!{}", "to_array({})", "sort({})"]
    one += ["length({})", "type({})", "keys({})", "values({})", "({})"]
    two = ["{}[?{}]", "{} | {}", "sort_by({}, &{})", "map(&{}, {})", "{}.[{}]", "{}.{{x: {}}}"]
    two += ["contains({}, {})", "({} < {})", "max_by({}, &{})", "({} || {})", "({} && {})"]
    named = from_patterns(["{}.{}"], inner, NAMES)
    return named | from_patterns(one, inner) | from_patterns(two, inner, inner)


WILD = st.recursive(st.sampled_from(OF_ROOT + LITERALS) | NAMES, wild, max_leaves=6)


def compiled(text):
    try:
        return compile(text)
    except ExpressionError:
        return None


EXPRESSIONS = (SENSIBLE | WILD).map(compiled).filter(bool)


def result(expression, document):
    try:
        return expression(document)
    except jmespath.exceptions.JMESPathError as error:
        return type(error)


def kept(value, paths):
    """The value without what no path leads to; list levels do not count."""
    if () in paths:
        return value
    if isinstance(value, list):
        return [kept(each, paths) for each in value]
    if not isinstance(value, dict):
        return value
    below = {name: {path[1:] for path in paths if path[:1] == (name,)} for name in value}
    return {name: kept(each, below[name]) for name, each in value.items() if below[name]}


@settings(max_examples=400)
@given(EXPRESSIONS, DOCUMENTS)
def test_a_document_reduced_to_what_is_read_gives_the_same_value(expression, document):
    reduced = kept(document, analyse(expression, SCOPE).reads)
    assert result(expression, reduced) == result(expression, document)


@settings(max_examples=400)
@given(EXPRESSIONS, DOCUMENTS)
def test_every_value_is_of_a_kind_that_was_told(expression, document):
    told = kinds_of(analyse(expression, SCOPE).shape)
    value = result(expression, document)
    assume(not isinstance(value, type))
    assert kind(value) in told | {"null"} or "any" in told
