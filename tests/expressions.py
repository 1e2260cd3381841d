"""Expressions that hypothesis makes up: every kind of syntax, and functions that may fail."""

from hypothesis import strategies as st

_names = st.sampled_from(["a", "b", "c", '"a"'])
_literals = st.sampled_from(
    ["`null`", "`true`", "`false`", "`0`", "`1`", "`1.5`", "'x'", "''", "`[]`", "`{}`", "`[1]`"]
    + ['`{"a": 1}`', '`["x", 0]`']
)
_brackets = st.sampled_from(["[0]", "[1]", "[-1]", "[*]", "[]", ".*", "[1:]", "[:1]", "[::-1]"]) | (
    st.sampled_from(["[-1:]", "[:-1]", "[::2]", "[1:2]", "[5]", "[-2]"])
)
_one = ["length", "keys", "values", "type", "to_string", "to_number", "to_array", "not_null"]
_one += ["reverse", "sort", "sum", "max", "min", "avg", "abs", "ceil", "floor"]


def _longer(part):
    """Longer expressions from shorter ones."""
    return st.one_of(
        st.builds("{}.{}".format, part, _names),
        st.builds("{}{}".format, part, _brackets),
        st.builds("{}[?{}]".format, part, part),
        st.builds("{}[?{} {} {}]".format, part, part, _comparators, part),
        st.builds("({} {} {})".format, part, _comparators, part),
        st.builds("({} {} {})".format, part, st.sampled_from(["&&", "||", "|"]), part),
        st.builds("(!{})".format, part),
        st.builds("({})".format, part),
        st.builds("[{}, {}]".format, part, part),
        st.builds("{{a: {}, d: {}}}".format, part, part),
        st.builds("{}.[{}]".format, part, part),
        st.builds("{}.{{b: {}}}".format, part, part),
        st.builds("{}({})".format, st.sampled_from(_one), part),
        st.builds("{}.{}({})".format, part, st.sampled_from(_one), part),
        st.builds("{}({}, {})".format, st.sampled_from(_two), part, part),
        st.builds("{}({}, &{})".format, st.sampled_from(_by), part, part),
        st.builds("map(&{}, {})".format, part, part),
    )


_comparators = st.sampled_from(["==", "!=", "<", "<=", ">", ">="])
_two = ["contains", "starts_with", "ends_with", "join", "merge", "not_null"]
_by = ["sort_by", "min_by", "max_by"]

texts = st.recursive(_names | st.just("@") | _literals, _longer, max_leaves=6)
