"""What every mapping keeps to: what it names is there, parts find their owners, tags are a map."""

import json
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mappings import LATER, configuration, document, documents, made, named, resource

from scanner.fields import document_shape
from scanner.resources.generate import declared as resource_types
from scanner.shape import Given
from scanner.sources.declared.forms import FORMS
from scanner.sources.declared.kinds import kinds_of
from scanner.unresolved import Unresolved

# Declarations


SPELT = [
    pytest.param(each, one, id=f"{one.kind} of {each.name}")
    for each in resource_types().values()
    for one in (*each.cloudformation, *each.terraform)
]
OF_SEVERAL = [each for each in SPELT if each.values[1].of_several]


def steps(path):
    return path.replace("[+]", "[]").replace("[]", ".[]").split(".")


@pytest.mark.parametrize(("resource_type", "one"), SPELT)
def test_a_declaration_names_fields_and_forms_that_there_are(resource_type, one):
    for path, said in one.fields.items():
        shape = document_shape(resource_type.name)
        for step in steps(path):
            shape = shape.element() if step == "[]" else shape.field(step)
            assert shape is not None, path
        if isinstance(said, Given) and said.form:
            assert said.form in FORMS
    known = document_shape(resource_type.name).field("configuration").names
    for name in one.refers.values():
        assert name in known


@pytest.mark.parametrize(("resource_type", "one"), SPELT)
def test_a_part_adds_to_whole_settings_so_that_it_can_stand_alone(resource_type, one):
    if one.part_of:
        assert all(len(path.removesuffix("[+]").split(".")) == 2 for path in one.fields)


def test_a_kind_makes_one_item_at_most_and_parts_of_different_types():
    every = sorted((each.values for each in SPELT), key=lambda each: each[1].kind)
    for kind, group in groupby(every, key=lambda each: each[1].kind):
        ones = list(group)
        assert sum(not one.part_of for _, one in ones) <= 1, kind
        types = [each.name for each, _ in ones]
        assert len(types) == len(set(types)), kind


@pytest.mark.parametrize("kind", sorted({each.values[1].kind for each in SPELT}))
def test_a_kind_gives_all_that_is_declared_of_it_its_own_item_first(kind):
    found = kinds_of(kind)
    declared = [each.values[0].name for each in SPELT if each.values[1].kind == kind]
    assert sorted(each.type.name for each in found) == sorted(declared)
    assert all(each.spelt.part_of for each in found[1:])


@pytest.mark.parametrize(("resource_type", "one"), SPELT)
def test_a_source_is_a_page(resource_type, one):
    sources = [said.source for said in one.fields.values() if isinstance(said, Given)]
    assert all(each.startswith("https://") for each in sources if each)


@pytest.mark.parametrize(("resource_type", "one"), SPELT)
def test_a_resource_without_any_property_is_an_item_of_each_of_its_types(resource_type, one):
    types = [each.type for each in made(resource(one.kind))]
    assert (resource_type.name in types) is not one.of_several


def test_what_is_not_recorded_of_a_type_is_unknown():
    assert type(configuration(resource("AWS::Logs::LogGroup"))["StoredBytes"]) is Unresolved


# Parts of several


def the_rest_of(one):
    """A value for each property but the one that names what a part is of."""
    return dict.fromkeys(set(properties_of(one)) - {one.part_of, ""}, "x")


@pytest.mark.parametrize(("resource_type", "one"), OF_SEVERAL)
def test_a_part_of_several_is_in_each_that_its_list_names(resource_type, one):
    whole = next(each for each in wholes(resource_type, one))
    first, second = resource(whole, "First"), resource(whole, "Second")
    refer = attribute_of(resource_type, one)
    owners = [named(each.address, whole, refer) for each in (first, second)]
    part = resource(one.kind, "Part", **{**the_rest_of(one), one.part_of: owners})
    alone = documents(first, second)
    found = documents(first, second, part)
    assert found.keys() - {"Part"} == alone.keys()
    for each in ("First", "Second"):
        assert found[each] != alone[each]


def wholes(resource_type, part):
    """The kinds in the part's language that make an item of a type."""
    ones = resource_type.cloudformation if "::" in part.kind else resource_type.terraform
    return [each.kind for each in ones if not each.part_of]


def attribute_of(resource_type, part):
    """What of a whole is written where a part names it."""
    return "Ref" if "::" in part.kind else "id"


@pytest.mark.parametrize(("resource_type", "one"), OF_SEVERAL)
def test_a_part_of_several_that_are_not_declared_here_is_judged_for_each(resource_type, one):
    part = resource(one.kind, "Part", **{**the_rest_of(one), one.part_of: ["one", "two"]})
    assert of_type(resource_type, made(part)) == [resource_type.name] * 2


@pytest.mark.parametrize(("resource_type", "one"), OF_SEVERAL)
def test_a_part_of_several_that_only_deployment_knows_is_of_something(resource_type, one):
    part = resource(one.kind, "Part", **{**the_rest_of(one), one.part_of: LATER})
    assert of_type(resource_type, made(part)) == [resource_type.name]


def of_type(resource_type, found):
    """The types of the items of one type: a part of one may be an item of another."""
    return [each.type for each in found if each.type == resource_type.name]


# Tags


@pytest.mark.parametrize(
    "tagged",
    [
        resource("AWS::EC2::VPC", Tags=[{"Key": "team", "Value": "a"}, {"Key": "x", "Value": ""}]),
        resource(
            "AWS::Lambda::Function", Tags=[{"Key": "team", "Value": "a"}, {"Key": "x", "Value": ""}]
        ),
        resource("aws_vpc", tags={"team": "a", "x": ""}),
        resource("aws_vpc", tags={"x": ""}, tags_all={"team": "a", "x": ""}),
    ],
    ids=lambda each: each.kind,
)
def test_tags_are_a_map_however_they_are_listed(tagged):
    assert document(tagged)["tags"] == {"team": "a", "x": ""}


@pytest.mark.parametrize("kind", ["AWS::EC2::VPC", "aws_vpc"])
def test_a_resource_that_says_no_tags_has_none(kind):
    assert document(resource(kind))["tags"] == {}


def test_a_tag_that_only_deployment_knows_is_unknown_and_so_are_all_if_its_key_is():
    tags = [{"Key": "team", "Value": LATER}]
    assert document(resource("AWS::EC2::VPC", Tags=tags))["tags"] == {"team": LATER}
    tags = [{"Key": LATER, "Value": "a"}, {"Key": "team", "Value": "a"}]
    assert type(document(resource("AWS::EC2::VPC", Tags=tags))["tags"]) is Unresolved
    assert document(resource("aws_vpc", tags=LATER))["tags"] == LATER


# Strangers


SCALARS = st.sampled_from([None, "", "true", "-1", "x", 0, 7, 1.5, True, False])
NAMES = st.sampled_from(
    [
        *("Rules", "rule", "Status", "status", "enabled", "Key", "Value", "Id", "id", "filter"),
        *("and", "tag", "tags", "prefix", "grant", "grantee", "uri", "permissions", "Type"),
        *("ObjectLockConfiguration", "default_retention", "metric", "dimensions", "Dimensions"),
        *("RecordingStrategy", "CorsRules", "TopicConfigurations", "Filter", "S3Key"),
        *("Policies", "inline_policy", "ManagedPolicyArns", "LoadBalancerAttributes", "Tags"),
    ]
)
VALUES = st.recursive(
    st.one_of(SCALARS, st.just(LATER), st.just(Unresolved("why"))),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=6,
)


def properties_of(one):
    by = {each if isinstance(each, str) else each.by for each in one.fields.values()}
    names = {(each or "").split(".")[0].removesuffix("[]") for each in by}
    return sorted((names | {one.part_of}) - {""})


@settings(max_examples=1000)
@given(st.data())
def test_nothing_that_a_stranger_writes_gives_a_traceback(data):
    one = data.draw(st.sampled_from([each.values[1] for each in SPELT]))
    known = st.sampled_from([*properties_of(one), "acl", "grant", "NetworkInterfaces"])
    written = data.draw(st.dictionaries(st.one_of(known, NAMES), VALUES, max_size=5))
    for each in documents(resource(one.kind, **written)).values():
        json.dumps(each)
