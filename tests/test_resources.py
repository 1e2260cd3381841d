import json
import subprocess
import sys
from pathlib import Path

import botocore
import pytest

from scanner.fields import (
    document_shape,
    generated_from,
    is_global,
    known_types,
    nearest,
)
from scanner.resources.generate import TABLE, declared, table, written
from scanner.schema import kinds_of
from scanner.shape import jackson, lower_first, upper_first

SHARED = Path(__file__).resolve().parents[2] / "shared"
PUBLISHED = SHARED / "data" / "config-schema" / "properties.json"

WRAPPED = ".value"
"""The one thing that AWS publishes and the table leaves out: older types are published with plain
strings wrapped as `{"value": …}`, real items have the strings, and readers unwrap the others."""


def in_document(resource_type, *names):
    shape = document_shape(resource_type)
    for name in names:
        while shape and kinds_of(shape) == {"array"}:
            shape = shape.element()
        shape = shape and shape.field(name)
    return shape


def test_names_are_spelt_as_config_spells_them():
    assert [lower_first(each) for each in ("DBName", "TrailARN")] == ["dBName", "trailARN"]
    assert [upper_first(each) for each in ("logGroupName", "Name")] == ["LogGroupName", "Name"]
    assert jackson("DBClusterArn") == "dbclusterArn"
    assert jackson("IAMDatabaseAuthenticationEnabled") == "iamdatabaseAuthenticationEnabled"
    assert [jackson(each) for each in ("OKActions", "ARN", "port", "")] == [
        "okactions",
        "arn",
        "port",
        "",
    ]


def test_the_committed_table_is_what_the_declarations_and_botocore_give():
    again = table()
    assert list(again["types"]) == list(known_types()), "run python -m scanner.resources.generate"
    if botocore.__version__ != generated_from():
        pytest.skip(f"the table is from botocore {generated_from()}, which may lack newer fields")
    text = TABLE.read_text(encoding="utf-8")
    assert text == written(again), "run python -m scanner.resources.generate"


def test_the_table_is_small_and_its_leaves_are_known_kinds():
    text = TABLE.read_bytes()
    assert len(text) < 400_000
    assert leaves(json.loads(text)["types"]) == {
        *("any", "boolean", "integer", "number", "string", "timestamp")
    }


def leaves(tree):
    if isinstance(tree, str):
        return {tree}
    below = tree.values() if isinstance(tree, dict) else tree
    return set().union(*map(leaves, below))


@pytest.mark.skipif(not PUBLISHED.exists(), reason="needs ../shared, which is not here")
def test_every_name_that_aws_publishes_is_in_the_table():
    published = json.loads(PUBLISHED.read_text(encoding="utf-8"))["types"]
    names = [(each, path) for each in known_types() for path in published.get(each, ())]
    lacking = [f"{each} {path}" for each, path in names if not in_document(each, *path.split("."))]
    assert [each for each in lacking if not each.endswith(WRAPPED)] == []
    assert len(names) > 1900
    assert len(lacking) <= 22


@pytest.mark.skipif(not PUBLISHED.exists(), reason="needs ../shared, which is not here")
def test_a_type_that_is_declared_as_recorded_is_published():
    published = json.loads(PUBLISHED.read_text(encoding="utf-8"))["types"]
    assert {each.name for each in declared().values() if each.recorded} <= set(published)


def test_what_a_describe_answer_lacks_is_where_config_puts_such_facts():
    trail = "AWS::CloudTrail::Trail"
    logging = in_document(trail, "supplementaryConfiguration", "TrailStatus", "isLogging")
    assert kinds_of(logging) == {"boolean"}
    rotation = in_document("AWS::KMS::Key", "supplementaryConfiguration", "KeyRotationStatus")
    assert kinds_of(rotation) == {"boolean"}
    ranges = in_document("AWS::EC2::SecurityGroup", "configuration", "ipPermissions", "ipRanges")
    assert kinds_of(ranges.element()) == {"string"}


def test_the_id_of_every_type_is_a_field_of_its_configuration():
    for each in declared().values():
        assert not each.id or in_document(each.name, "configuration", each.id), each.name


def test_global_types_are_those_that_an_account_has_once():
    assert is_global("AWS::IAM::Role")
    assert is_global("AWS::::Account")
    assert not is_global("AWS::KMS::Key")
    assert not is_global("AWS::No::Such")


def test_a_document_has_the_envelope_and_free_tags():
    tag = in_document("AWS::EC2::VPC", "tags", "whatever")
    assert kinds_of(tag) == {"string"}
    assert in_document("AWS::EC2::VPC", "relationships", "resourceId")
    assert in_document("AWS::EC2::VPC", "owner") is None


def test_extra_fields_may_hold_anything():
    extra = ("configuration.newThing", "configuration.newList[].deep", "tags")
    shape = document_shape("AWS::EC2::VPC", extra)
    configuration = shape.field("configuration")
    assert kinds_of(configuration.field("newThing").field("whatever")) == {"any"}
    assert kinds_of(configuration.field("newList")) == {"array"}
    assert configuration.field("newList").element().field("deep")
    assert configuration.field("newList").element().field("other") is None
    assert configuration.field("vpcId")
    assert document_shape("AWS::EC2::VPC").field("configuration").field("newThing") is None


def test_extra_fields_below_known_lists_and_leaves_add_to_them():
    extra = ("configuration.ipPermissions.newThing", "configuration.groupName.part")
    shape = document_shape("AWS::EC2::SecurityGroup", extra).field("configuration")
    assert shape.field("ipPermissions").element().field("newThing")
    assert shape.field("ipPermissions").element().field("fromPort")
    assert kinds_of(shape.field("groupName")) == {"any"}


def test_a_type_that_the_table_lacks_has_only_the_extra_fields():
    shape = document_shape("AWS::New::Thing", ("configuration.name",))
    assert "AWS::New::Thing" not in known_types()
    assert shape.field("configuration").names == ("name",)
    assert shape.field("supplementaryConfiguration").names == ()


@pytest.mark.parametrize("extra", ["", ".", "[]", "a..b", "[][][]", "." * 10_000, "x." * 10_000])
def test_strange_extra_fields_do_no_harm(extra):
    document_shape("AWS::EC2::VPC", (extra,))


def test_the_nearest_name_is_the_one_in_another_case_and_else_the_one_spelt_alike():
    names = ["isMultiRegionTrail", "isOrganizationTrail", "name"]
    assert nearest("isMultiRegionTrial", names) == "isMultiRegionTrail"
    assert nearest("ISMULTIREGIONTRAIL", names) == "isMultiRegionTrail"
    assert nearest("nam", names) == "name"
    assert nearest("encryption", names) is None
    assert nearest("", []) is None


def test_reading_the_table_loads_neither_botocore_nor_the_declarations():
    code = (
        "import sys; from scanner.fields import known_types; known_types();"
        "print([m for m in sys.modules if m.startswith(('boto', 'scanner.resources.'))])"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert answer.stdout.strip() == "[]", answer.stderr
