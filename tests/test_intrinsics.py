"""What CloudFormation's functions give, known, partly known and unknown."""

import base64
import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.sources.cloudformation.cidr import blocks
from scanner.sources.cloudformation.pseudo import Pseudo
from scanner.unresolved import Unresolved
from tests.templating import IRELAND, node_of, problems, stack, value_of

OPEN = "Parameters: {Stage: {Type: String}, Ids: {Type: CommaDelimitedList}}"
CONDITIONS = f"{OPEN}\nConditions: {{IsProd: !Equals [!Ref Stage, prod]}}"


def parameter(kind: str, default: str = "", more: str = "") -> str:
    said = f", Default: {default}" if default else ""
    return f"Parameters: {{P: {{Type: {kind}{said}{more}}}}}"


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("!Join ['-', [a, 1, true, b]]", "a-1-true-b"),
        ("{'Fn::Join': ['', []]}", ""),
        ("!Select ['1', [a, b]]", "b"),
        ("!Split [':', 'a::b']", ["a", "", "b"]),
        ("!Select [2, !Split [',', 'a,b,c']]", "c"),
        ("!Sub 'a${!b}c'", "a${b}c"),
        ("!Sub ['${x}-${y}', {x: 1, y: !Join ['', [z]]}]", "1-z"),
        ("!Base64 hello", base64.b64encode(b"hello").decode()),
        ("!Cidr [10.0.0.0/16, 2, 8]", ["10.0.0.0/24", "10.0.1.0/24"]),
        ("!Select [0, !Cidr ['2001:db8::/56', 1, 64]]", "2001:db8::/64"),
        ("{'Fn::Length': [a, b]}", 2),
        ("{'Fn::ToJsonString': {a: [1, true]}}", '{"a":[1,true]}'),
        ("[a, !Ref 'AWS::NoValue', b]", ["a", "b"]),
        ("!Ref 'AWS::NoValue'", "left out"),
        ("{a: !Ref 'AWS::NoValue', b: 1}", {"b": 1}),
    ],
)
def test_a_function_of_known_values_gives(value, wanted):
    assert value_of(value) == wanted


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("yes", True),
        ("off", False),
        ("'yes'", "yes"),
        ("012345678901", "012345678901"),
        ("2012-10-17", "2012-10-17"),
        ("22:30", "22:30"),
        ("16.10", "16.10"),
        ("8.5", 8.5),
        ("!!str 12", "12"),
        ("-1", -1),
    ],
)
def test_a_scalar_is_read_as_cloudformation_reads_it(written, read):
    found = value_of(written)
    assert found == read
    assert type(found) is type(read)


def test_a_parameter_without_default_is_unresolved():
    found = value_of("!Ref P", parameter("String"))
    assert found == Unresolved("the parameter P has no default", present=True, token="?P")


def test_a_list_parameter_without_default_has_no_token():
    found = value_of("!Ref P", parameter("'List<AWS::EC2::Subnet::Id>'"))
    assert found == Unresolved("the parameter P has no default", present=True)


@pytest.mark.parametrize(
    ("kind", "default", "wanted"),
    [
        ("String", "'80'", "80"),
        ("String", "true", "true"),
        ("Number", "'80'", 80),
        ("CommaDelimitedList", "'a, b'", ["a", "b"]),
        ("CommaDelimitedList", "''", []),
        ("'List<Number>'", "'1,2'", ["1", "2"]),
    ],
)
def test_a_parameter_has_its_default_of_its_type(kind, default, wanted):
    assert value_of("!Ref P", parameter(kind, default)) == wanted


def test_a_given_value_comes_before_the_default():
    assert value_of("!Ref P", parameter("Number", "1"), P="2") == 2


def test_a_secret_parameter_is_never_shown():
    found = value_of("!Sub 'x${P}'", parameter("String", "hunter2", ", NoEcho: true"), P="hunter3")
    assert "hunter" not in str(found)
    assert found.why == "the parameter P is secret"


def test_what_systems_manager_holds_is_unresolved_in_spite_of_a_default():
    found = value_of("!Ref P", parameter("'AWS::SSM::Parameter::Value<String>'", "/a/b"))
    assert found.present
    assert "Systems Manager" in found.why


def test_pseudo_parameters_follow_from_a_region():
    text = "!Sub '${AWS::Region} ${AWS::AccountId} ${AWS::Partition} ${AWS::URLSuffix}'"
    assert value_of(text, pseudo=IRELAND) == "eu-west-1 111122223333 aws amazonaws.com"
    china = Pseudo("cn-north-1")
    assert value_of("!Ref AWS::Partition", pseudo=china) == "aws-cn"
    assert value_of("!Ref AWS::Region").why == "the Region is chosen at deployment"


def test_a_text_with_an_unknown_piece_keeps_the_rest_of_it_in_its_token():
    found = value_of("!Sub 'arn:${Stage}:${Key}'", OPEN)
    assert found.token == "?arn:${Stage}:${Key}"
    assert found.why == "the parameter Stage has no default; Key is known after deployment"


def test_the_same_text_put_together_in_two_ways_has_one_token():
    joined = value_of("!Join ['', [a-, !Ref Stage]]", OPEN)
    assert value_of("!Sub 'a-${Stage}'", OPEN).token == joined.token


def test_a_literal_that_looks_like_a_hole_is_not_one():
    assert value_of("!Sub '${!Stage}${Key}'").token != value_of("!Sub '${Stage}${Key}'", OPEN).token


def test_a_text_of_one_name_is_what_the_name_gives():
    assert value_of("!Sub '${Key.Arn}'") == value_of("!GetAtt Key.Arn")
    assert value_of("!GetAtt Key.Arn").named


def test_a_list_with_an_unknown_list_in_it_gives_no_token():
    found = value_of("!Join [',', !Ref Ids]", OPEN)
    assert found == Unresolved("the parameter Ids has no default", present=True)


def test_an_element_behind_an_unknown_number_of_others_is_unknown():
    listed = "[a, !If [IsProd, b, !Ref 'AWS::NoValue'], c]"
    assert value_of(f"!Select [0, {listed}]", CONDITIONS) == "a"
    assert isinstance(value_of(f"!Select [2, {listed}]", CONDITIONS), Unresolved)


def test_an_undecided_choice_between_equals_is_decided():
    assert value_of("!If [IsProd, {a: 1}, {a: 1}]", CONDITIONS) == {"a": 1}
    assert isinstance(value_of("!If [IsProd, 1, true]", CONDITIONS), Unresolved)


def test_an_undecided_choice_is_present_if_both_ways_are():
    both = value_of("!If [IsProd, a, b]", CONDITIONS)
    one = value_of("!If [IsProd, a, !Ref 'AWS::NoValue']", CONDITIONS)
    assert both.present
    assert not one.present
    assert "the parameter Stage has no default" in both.why


@pytest.mark.parametrize(
    ("condition", "wanted"),
    [
        ("!Equals [a, a]", "yes"),
        ("!Equals [1, '1']", "yes"),
        ("!Equals [!Ref Stage, !Ref Stage]", "yes"),
        ("!Not [!Equals [a, a]]", "no"),
        ("!And [!Equals [a, b], !Equals [!Ref Stage, b]]", "no"),
        ("!Or [!Equals [a, a], !Equals [!Ref Stage, b]]", "yes"),
        ("!And [!Equals [a, a], !Condition D]", "no"),
        ("{Condition: D}", "no"),
    ],
)
def test_a_condition_is_decided_as_far_as_it_can_be(condition, wanted):
    before = f"{OPEN}\nConditions: {{C: {condition}, D: !Equals [a, b]}}"
    assert value_of("!If [C, 'yes', 'no']", before) == wanted


def test_a_map_is_looked_up_with_a_default_for_what_it_lacks():
    maps = "Mappings: {M: {a: {x: [1, 2]}}}"
    assert value_of("!FindInMap [M, a, x]", maps) == [1, 2]
    assert value_of("!FindInMap [M, b, x, {DefaultValue: 3}]", maps) == 3
    assert value_of("!FindInMap [M, !Ref 'AWS::Region', x]", maps).why.startswith("the Region")


@pytest.mark.parametrize("value", ["!GetAZs ''", "!ImportValue x", "{'Fn::Transform': {Name: x}}"])
def test_what_only_deployment_knows_is_unresolved(value):
    assert isinstance(value_of(value), Unresolved)


def test_an_import_is_the_same_wherever_it_is_used():
    assert value_of("!ImportValue x").token == value_of("{'Fn::ImportValue': x}").token


def test_a_dynamic_reference_is_unresolved_not_a_text():
    assert value_of("'{{resolve:secretsmanager:db}}'").present
    assert value_of("!Sub '{{resolve:ssm:${AWS::Region}}}'", pseudo=IRELAND).present


@pytest.mark.parametrize(
    "value",
    [
        "!Join a",
        "!Join [{}, []]",
        "!Select [x, [a]]",
        "!Select [3, [a]]",
        "!Split ['', a]",
        "!Sub []",
        "!Sub [a, b]",
        "!Sub '${Nobody}'",
        "!Ref Nobody",
        "!Ref [a]",
        "!GetAtt Nobody",
        "!If [Nobody, 1, 2]",
        "!If []",
        "!FindInMap [a, b, c]",
        "!FindInMap x",
        "!Cidr [10.0.0.0/24, 9999, 8]",
        "!Cidr [x, 1, 8]",
        "!Base64 []",
        "!Unheard of",
        "!ImportValue []",
        "{'Fn::ToJsonString': 3}",
        "{'Fn::Length': a}",
        "{'Fn::Sub': a, b: c}",
        "{'Fn::ForEach::X': [a]}",
        "!Equals [{a: 1}, b]",
        "!Not [!Equals [a, b], !Equals [a, b]]",
    ],
)
def test_a_misused_function_is_unresolved_and_a_problem_with_its_place(value):
    text = f"Resources:\n  One:\n    Type: AWS::SNS::Topic\n    Properties:\n      Value: {value}\n"
    found = stack(text)
    assert isinstance(found.resources[0].properties["Value"].value, Unresolved)
    assert len(found.problems) == 1
    assert found.problems[0].where.startswith("t.yaml:5:")


def test_the_place_is_that_of_the_reference_not_of_the_default():
    node = node_of("!Ref P", parameter("CommaDelimitedList", "'a,b'"))
    assert [node.at.line, node.at.column, node.at.end_column] == [8, 14, 20]
    assert {each.at for each in node.value} == {node.at}


def test_resources_that_refer_to_each_other_are_a_problem():
    text = """
Resources:
  A: {Type: AWS::S3::Bucket, Condition: C}
  B: {Type: AWS::S3::Bucket, Condition: D}
Conditions:
  C: {Condition: D}
  D: !Not [!Condition C]
"""
    assert "depends on itself" in problems(stack(text))[0]


networks = st.tuples(
    st.integers(0, 2**32 - 1), st.integers(8, 28), st.integers(1, 256), st.integers(0, 24)
)


@given(networks)
def test_ranges_are_those_that_the_standard_library_cuts(chosen):
    address, length, count, bits = chosen
    whole = ipaddress.ip_network((address, length), strict=False)
    wanted = []
    if whole.prefixlen <= 32 - bits and count <= 2 ** (32 - bits - whole.prefixlen):
        made = whole.subnets(new_prefix=32 - bits)
        wanted = [str(next(made)) for _ in range(count)]
    if wanted:
        assert blocks(str(whole), count, bits) == wanted
    else:
        with pytest.raises(ValueError, match="hold"):
            blocks(str(whole), count, bits)
