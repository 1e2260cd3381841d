"""Expressions that hypothesis makes up: every kind of syntax, and functions that may fail."""

from hypothesis import strategies as st

_names = st.sampled_from(["a", "b", "c", '"a"'])


def _words(text):
    return st.sampled_from(text.split())


_literals = _words(
    """`null` `true` `false` `0` `1` `2` `1.5` 'x' '' `[]` `{}` `[1]` `{"a":1}` `[0]`"""
)
_brackets = _words("[0] [1] [-1] [-2] [5] [*] [] .* [1:] [:1] [::-1] [-1:] [:-1] [::2] [1:2]")
_one = _words(
    "length keys values type to_string to_number to_array not_null "
    "reverse sort sum max min avg abs ceil floor"
)
_two = _words("contains starts_with ends_with join merge not_null")
_by = _words("sort_by min_by max_by")
_comparators = _words("== != < <= > >=")


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
        st.builds("{}({})".format, _one, part),
        st.builds("{}.{}({})".format, part, _one, part),
        st.builds("{}({}, {})".format, _two, part, part),
        st.builds("{}({}, &{})".format, _by, part, part),
        st.builds("map(&{}, {})".format, part, part),
    )


texts = st.recursive(_names | st.just("@") | _literals, _longer, max_leaves=6)


def _combined(part):
    return st.one_of(
        st.builds("({} {} {})".format, part, _words("&& ||"), part),
        st.builds("(!{})".format, part),
        st.builds("({} {} {})".format, part, _words("== !="), part),
    )


operators = st.recursive(_names | _literals, _combined, max_leaves=5)
