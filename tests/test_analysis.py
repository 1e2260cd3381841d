import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scanner.check.analysis import analyse, kinds_of, scope
from scanner.expression import compile
from scanner.fields import document_shape, known_types

DATABASE = "AWS::RDS::DBInstance"
GROUP = "AWS::EC2::SecurityGroup"
TRAIL = "AWS::CloudTrail::Trail"


def root(resource=DATABASE, **params):
    return scope(document_shape(resource), {"groups": document_shape(GROUP)}, params)


def mistakes(text, resource=DATABASE, **params):
    return [each.what for each in analyse(compile(text), root(resource, **params)).mistakes]


def reads(text, **params):
    return {".".join(path) for path in analyse(compile(text), root(**params)).reads}


def kinds(text, **params):
    return set(kinds_of(analyse(compile(text), root(**params)).shape))


def test_a_misspelt_field_is_named_with_the_nearest_real_one():
    (mistake,) = analyse(compile("configuration.isMultiRegionTrial"), root(TRAIL)).mistakes
    assert mistake.what == (
        f"{TRAIL} has no configuration.isMultiRegionTrial; did you mean isMultiRegionTrail?"
    )
    assert mistake.position == len("configuration.")


def test_a_field_of_a_joined_item_is_named_by_the_type_of_the_item():
    assert mistakes("groups[].configuration.vpcid") == [
        f"{GROUP} has no configuration.vpcid; did you mean vpcId?"
    ]


def test_the_second_of_two_equal_names_is_the_one_pointed_at():
    text = "configuration.multiAZ && configuration.endpoint.multiAZ"
    (mistake,) = analyse(compile(text), root()).mistakes
    assert mistake.position == text.rindex("multiAZ")


def test_a_field_written_without_its_configuration_is_found_there():
    assert mistakes("multiAZ") == [
        f"{DATABASE} has no multiAZ; did you mean configuration.multiAZ?"
    ]


def test_a_name_that_is_nothing_is_said_to_be_no_join_either():
    assert mistakes("zebras[].resourceId") == [
        f"zebras is not declared under join (declared is groups), and {DATABASE} has no such field"
    ]


def test_a_field_newer_than_the_table_is_sent_to_extra_fields():
    assert mistakes("configuration.zebra") == [
        f"{DATABASE} has no configuration.zebra;"
        " list it under extraFields if it is newer than Groma"
    ]


def test_a_param_must_be_declared():
    assert mistakes("params.trustd", trusted=[]) == [
        "trustd is not declared under params; did you mean trusted?"
    ]
    assert mistakes("params.x") == ["x is not declared under params; none is declared"]
    assert mistakes("params.trusted", trusted=[]) == []


def test_a_list_wants_brackets_and_says_where():
    assert mistakes("groups.configuration") == ["groups is a list; write groups[].configuration"]
    assert mistakes("configuration.vpcSecurityGroups.status") == [
        "configuration.vpcSecurityGroups is a list; write configuration.vpcSecurityGroups[].status"
    ]


def test_a_filter_after_a_projection_tests_the_lists_and_not_their_elements():
    text = "groups[?resourceId].configuration.ipPermissions[?fromPort == `22`]"
    assert mistakes(text) == [
        "groups.configuration.ipPermissions is a list;"
        " write groups.configuration.ipPermissions[].fromPort"
    ]
    assert mistakes(text.replace("[?from", "[] | [?from")) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("configuration.engine.x", "configuration.engine is a string and has no field x"),
        ("configuration.endpoint[0]", "configuration.endpoint is an object, not a list"),
        ("configuration.endpoint[]", "configuration.endpoint is an object, not a list"),
        ("configuration.engine[*]", "configuration.engine is a string, not a list"),
        ("configuration.engine[:2]", "configuration.engine is a string, not a list"),
        ("configuration.engine[?x]", "configuration.engine is a string, not a list"),
        ("groups.*", "groups is a list, and .* takes an object"),
        ("{a: resourceId}.b", "the value has no b; known are a"),
        ("[resourceId].b", "the value is a list; write the value[].b"),
    ],
)
def test_what_a_value_is_not_cannot_be_done_with_it(text, what):
    assert mistakes(text) == [what]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "configuration.publiclyAccessible == 'true'",
            "configuration.publiclyAccessible is a boolean and is compared with a string:"
            " the two are never equal",
        ),
        ("configuration.engine > `1`", "> compares numbers; configuration.engine is a string"),
        (
            "configuration.vpcSecurityGroups[].status != 'active'",
            "the value is a list and is compared with a string: the two are never equal",
        ),
    ],
)
def test_a_comparison_that_never_holds_is_a_mistake(text, what):
    assert mistakes(text) == [what]


@pytest.mark.parametrize(
    "text",
    [
        "configuration.publiclyAccessible == `null`",
        "configuration.publiclyAccessible == `true`",
        "configuration.instanceCreateTime == `5`",
        "configuration.instanceCreateTime == '2026'",
        "configuration.endpoint == `{}`",
        "params.anything == 'x'",
        "(configuration.engine || `null`) == `5`",
    ],
)
def test_a_comparison_that_may_hold_is_none(text):
    assert mistakes(text, anything=None) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "nacl_admits(groups, 'tcp', configuration.engine, params.trusted)",
            "nacl_admits(): port must be a number; configuration.engine is a string",
        ),
        (
            "open_to_world(groups[0])",
            "open_to_world(): groups must be a list of objects; groups is an object",
        ),
        (
            "cidrs_outside(groups, params.trusted)",
            "cidrs_outside(): cidrs must be a list of strings; groups is a list",
        ),
        (
            "length(configuration.multiAZ)",
            "length(): subject must be a string or a list or an object;"
            " configuration.multiAZ is a boolean",
        ),
    ],
)
def test_an_argument_of_a_kind_that_never_fits_is_a_mistake(text, what):
    assert mistakes(text, trusted=["10.0.0.0/8"]) == [what]


def test_arguments_that_may_fit_are_none():
    assert mistakes("open_to_world(groups)") == []
    assert mistakes("open_to_world([@])", GROUP) == []
    assert mistakes("cidrs_outside(params.cidrs, params.other)", cidrs=[], other=None) == []
    assert mistakes("sort_by(groups, &configuration.groupName)[0].configuration.vpcId") == []


def test_the_key_of_a_sort_is_relative_to_the_element():
    assert mistakes("sort_by(groups, &configuration.groupNam)") == [
        f"{GROUP} has no configuration.groupNam; did you mean groupName?"
    ]
    assert mistakes("map(&configuration.vpcID, groups)") == [
        f"{GROUP} has no configuration.vpcID; did you mean vpcId?"
    ]


def test_one_mistake_does_not_bring_a_second():
    assert len(mistakes("length(configuration.zebra.x[].y) > `0`")) == 1
    assert len(mistakes("configuration.engine[:2][0].x")) == 1


def test_a_negation_binds_tighter_than_a_dot():
    assert mistakes("!configuration.multiAZ") == ["the value is a boolean and has no field multiAZ"]
    assert mistakes("!(configuration.multiAZ)") == []


def test_the_kind_of_the_value_is_told():
    assert kinds("configuration.multiAZ") == {"boolean"}
    assert kinds("configuration.endpoint") == {"object"}
    assert kinds("configuration.endpoint.port") == {"number"}
    assert kinds("groups[].resourceId") == {"array"}
    assert kinds("groups[0].resourceId") == {"string"}
    assert kinds("length(groups)") == {"number"}
    assert kinds("!groups") == {"boolean"}
    assert kinds("open_to_world(groups)") == {"array"}
    assert kinds("configuration.instanceCreateTime") == {"string", "number"}
    assert kinds("configuration.engine || configuration.multiAZ") == {"string", "boolean"}
    assert kinds("params.cidrs[0]", cidrs=["10.0.0.0/8"]) == {"string"}
    assert kinds("params.port", port=22) == {"number"}
    assert kinds("params.nothing", nothing=None) == {"any"}
    assert kinds("params.mixed[0]", mixed=[1, "x"]) == {"any"}


def test_reads_are_the_deepest_names_that_are_looked_at():
    assert reads("configuration.vpcSecurityGroups[].status") == {
        "configuration.vpcSecurityGroups.status"
    }
    assert reads("groups[?configuration.vpcId == 'x'].resourceId") == {
        "groups.configuration.vpcId",
        "groups.resourceId",
    }
    assert reads("configuration.endpoint") == {"configuration.endpoint"}
    assert reads("@") == {""}
    assert reads("params.trusted", trusted=[]) == {"params.trusted"}
    assert reads("{a: configuration.engine, b: tags.Name}") == {"configuration.engine", "tags.Name"}


def test_what_decides_is_read_too():
    assert reads("configuration.multiAZ && configuration.engine") == {
        "configuration.multiAZ",
        "configuration.engine",
    }
    assert reads("groups[?configuration.vpcId].resourceId | !@") == {
        "groups.configuration.vpcId",
        "groups.resourceId",
    }
    assert reads("configuration.endpoint.*") >= {"configuration.endpoint"}
    assert reads("configuration.endpoint.['x']") == {"configuration.endpoint"}


def test_a_function_reads_of_documents_only_what_it_says():
    assert reads("open_to_world(groups)") == {
        "groups.resourceId",
        "groups.resourceName",
        "groups.configuration.groupId",
        "groups.configuration.groupName",
        "groups.configuration.ipPermissions",
    }
    assert "configuration.ipPermissions" in reads("open_to_world([@])")
    assert "groups" in reads("sort_by(groups, &resourceId)")


def test_counting_joined_items_reads_none_of_them():
    assert reads("length(groups)") == {"groups.resourceId"}
    assert reads("!groups") == {"groups.resourceId"}
    assert "groups" not in reads("groups && open_to_world(groups)")


def test_the_shapes_of_many_alternatives_stay_few():
    text = " | ".join(["{a: @, b: @}"] * 60)
    assert analyse(compile(text), root()).reads == {()}
    alternatives = " || ".join(f"configuration.{each}" for each in ["engine", "multiAZ", "dBName"])
    text = " | ".join([f"({alternatives} || {{a: @, b: @}}.*[0])"] * 3)
    assert analyse(compile(text), root()).mistakes


def test_what_nests_as_deep_as_an_expression_may_is_analysed():
    assert mistakes(" || ".join(["configuration.engine"] * 70)) == []
    assert mistakes("!" * 140 + "resourceId") == []
    assert mistakes("configuration.engine == `" + "[" * 500 + "]" * 500 + "`") == [
        "configuration.engine is a string and is compared with a list: the two are never equal"
    ]


PLAIN = re.compile(r"[A-Za-z_]\w*\Z")


@st.composite
def paths(draw):
    """A resource type and the pieces of an expression that reads a field of it, names apart."""
    resource = draw(st.sampled_from(known_types()))
    shape = document_shape(resource).field(draw(st.sampled_from(["configuration", "tags"])))
    pieces = [shape.forms[0].place[-1]]
    while draw(st.integers(0, 9)):
        if element := shape.element() if kinds_of(shape) == {"array"} else None:
            pieces.append(
                draw(st.sampled_from(["[]", "[0] | @", "[*]", "[?`true`] | []", "[-1:]"]))
            )
            shape = element
            if not pieces[-1].startswith("[0]"):
                pieces[-1] += " | [0]"
        elif shape.names:
            name = draw(st.sampled_from(shape.names))
            pieces += [".", name if PLAIN.match(name) else f'"{name}"']
            shape = shape.field(name)
        else:
            break
    return resource, pieces


@st.composite
def wrapped(draw, pieces):
    before, after = draw(
        st.sampled_from(
            [
                ("", ""),
                ("resourceId || ", ""),
                ("type(", ")"),
                ("{x: ", "}"),
                ("[resourceId, ", "][1]"),
                ("!(", ")"),
                ("@ | ", ""),
            ]
        )
    )
    return [before, *pieces, after]


@given(paths().flatmap(lambda each: st.tuples(st.just(each[0]), wrapped(each[1]))))
def test_an_expression_of_real_names_has_no_mistakes(path):
    resource, pieces = path
    assert mistakes("".join(pieces), resource) == []


@given(st.data(), paths())
def test_one_misspelt_name_is_found_where_it_stands_with_the_name_that_was_meant(data, path):
    resource, pieces = path
    pieces = data.draw(wrapped(pieces))
    named = [index for index, each in enumerate(pieces) if PLAIN.match(each) and index > 1]
    assume(named)
    index = data.draw(st.sampled_from(named))
    meant, pieces[index] = pieces[index], f"{pieces[index]}q"
    found = analyse(compile("".join(pieces)), root(resource)).mistakes
    assert found[0].position == len("".join(pieces[:index]))
    assert found[0].what.endswith(f"did you mean {meant}?")
