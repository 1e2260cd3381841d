"""What a template declares: resources with places, conditions, loops, nested stacks, mistakes."""

import json
import os
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.declared import Node, plain
from scanner.errors import UserError
from scanner.sources.cloudformation.files import files_below
from scanner.sources.cloudformation.nested import nested_paths
from scanner.sources.cloudformation.parameters_file import read_parameters
from scanner.sources.cloudformation.stack import parameter_names, stack_of
from scanner.sources.cloudformation.template import is_template, may_be_template, read_template
from scanner.unresolved import Unresolved
from tests.templating import EVERY_SAMPLE, IRELAND, SAMPLES, cut, problems, resource, sample, stack

HEAD = "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties:\n"


def test_the_samples_have_no_problems():
    for path in EVERY_SAMPLE:
        found = sample(str(path.relative_to(SAMPLES)))
        assert [each for each in found.problems if "remote.yaml" not in each.what] == []
        assert found.resources


def test_every_value_stands_where_its_place_says():
    text = (SAMPLES / "trail.yaml").read_text()
    trail = resource(sample("trail.yaml"), "Trail")
    assert {name: cut(text, each.at) for name, each in trail.properties.items()} == {
        "TrailName": "audit",
        "IsLogging": "true",
        "IsMultiRegionTrail": "true",
        "EnableLogFileValidation": "true",
        "KMSKeyId": "!GetAtt Key.Arn",
        "S3BucketName": "!Ref Logs",
    }
    assert cut(text, trail.at) == "Trail"


def test_a_resource_extends_from_its_name_to_its_last_character():
    text = (SAMPLES / "trail.yaml").read_text()
    logs = resource(sample("trail.yaml"), "Logs")
    said = cut(text, logs.extent)
    assert said.startswith("Logs:   # kept")
    assert said.endswith("ExpirationInDays: !Ref Retention")


def test_places_in_json_with_tabs_are_exact():
    text = (SAMPLES / "group.json").read_text()
    group = resource(sample("group.json"), "Group")
    ingress = group.properties["SecurityGroupIngress"].value[0].value
    assert cut(text, ingress["CidrIp"].at) == '{"Fn::Join": ["/", ["0.0.0.0", 0]]}'
    assert ingress["CidrIp"].value == "0.0.0.0/0"
    assert group.properties["GroupDescription"].value == "café 😀 / clients"
    assert cut(text, group.at) == '"Group"'


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('      a: "é\\"😀"  # c\n', '"é\\"😀"'),
        (
            "      a: |\n        one\n\n        two\n\n\n    DependsOn: x\n",
            "|\n        one\n\n        two",
        ),
        ("      a: plain\n        goes on # c\n", "plain\n        goes on"),
        ("      a:\n        - 1\n        - {b: 2}\n\n  # end\n", "- 1\n        - {b: 2}"),
        ("      a: !Sub\n        - x\n        - {}\n", "!Sub\n        - x\n        - {}"),
        ("      a: [ 1 ,2 ]\n", "[ 1 ,2 ]"),
        ("      a:\n", ""),
        ("      a: {'b': >-\n}\n", None),
    ],
)
def test_a_place_covers_exactly_a_values_text(written, shown):
    text = HEAD + written
    found = stack(text)
    if shown is None:
        assert found.problems
    else:
        assert cut(text, found.resources[0].properties["a"].at) == shown


@pytest.mark.parametrize("path", EVERY_SAMPLE, ids=lambda path: path.name)
def test_a_template_says_the_same_in_json_and_in_yaml(path, tmp_path):
    root = read_template(str(path), path.read_bytes()).root
    again = json.dumps(plain_written(root), indent=2).encode()
    files = files_below([str(SAMPLES)])
    one = stack_of(str(path), path.read_bytes(), IRELAND, {}, files)
    other = stack_of(str(path.with_suffix(".other")), again, IRELAND, {}, files)
    assert [shown(each) for each in one.resources] == [shown(each) for each in other.resources]


def plain_written(written):
    if isinstance(written.value, dict):
        return {name: plain_written(each) for name, each in written.value.items()}
    if isinstance(written.value, list):
        return [plain_written(each) for each in written.value]
    return written.value


def shown(declared):
    return declared.kind, declared.address, plain(Node(declared.properties)), declared.condition


def test_long_and_short_forms_are_one():
    short = HEAD + "      a: !Join ['', [!Sub x, !GetAtt A.Arn, !Select [0, [b]]]]\n"
    long = HEAD + (
        "      a: {'Fn::Join': ['', [{'Fn::Sub': x}, {'Fn::GetAtt': [A, Arn]},"
        " {'Fn::Select': [0, [b]]}]]}\n"
    )
    assert [shown(each) for each in stack(short).resources] == [
        shown(each) for each in stack(long).resources
    ]


def test_the_database_is_resolved_as_far_as_it_can_be():
    found = sample("database.yaml")
    database = resource(found, "Database").properties
    assert database["Port"].value == 5432
    assert database["EngineVersion"].value == "16.10"
    assert database["PubliclyAccessible"].value is False
    assert database["StorageEncrypted"].value.present
    assert database["VPCSecurityGroups"].value[0].value.token == "DatabaseGroup"
    assert "swordfish" not in str(plain(Node(database)))
    group = resource(found, "DatabaseGroup").properties["SecurityGroupIngress"].value
    assert [plain(each)["CidrIp"] for each in group] == ["10.1.0.0/16"]


def test_a_given_parameter_decides_conditions_and_maps():
    found = sample("database.yaml", Stage="prod")
    database = resource(found, "Database").properties
    assert database["DBInstanceClass"].value == "db.r6g.large"
    assert database["StorageEncrypted"].value is True
    assert resource(found, "AclEntry").condition == ""
    assert "AclEntry" not in {
        each.address for each in sample("database.yaml", Stage="dev").resources
    }


def test_a_resource_under_an_undecided_condition_says_so_and_one_under_a_false_one_is_gone():
    found = sample("database.yaml")
    assert resource(found, "AclEntry").condition == "IsProd"
    assert "Replica" not in {each.address for each in found.resources}


def test_loops_are_written_out_with_the_places_of_their_bodies():
    found = sample("loops.yaml")
    names = [each.address for each in found.resources]
    assert names == [
        *("redBucket", "blueBucket"),
        *("Groupwebdev", "Groupwebprod", "Groupdatabasedev", "Groupdatabaseprod"),
    ]
    bucket = plain(Node(resource(found, "blueBucket").properties))
    assert bucket["BucketName"] == "logs-blue"
    assert [each["Value"] for each in bucket["Tags"]] == ["blue", 7]
    group = resource(found, "Groupdatabasedev")
    assert plain(Node(group.properties)) == {
        "GroupName": "data-base-dev",
        "GroupDescription": "data-base-dev",
    }
    assert cut((SAMPLES / "loops.yaml").read_text(), group.at) == "Group&{Tier}${Stage}"


def test_a_loop_over_what_nobody_knows_is_a_problem():
    text = """
Parameters: {Names: {Type: CommaDelimitedList}}
Resources:
  Fn::ForEach::All: [Name, !Ref Names, {"${Name}": {Type: AWS::S3::Bucket}}]
"""
    assert problems(stack(text)) == [
        "t.yaml:4:28: Fn::ForEach::All is not known: the parameter Names has no default"
    ]


def test_a_condition_in_a_loop_over_a_resource_is_a_problem():
    loop = "{Fn::ForEach::X: [I, !Ref A, {'${I}': !Equals [a, a]}]}"
    assert "A is not declared" in problems(stack(f"{HEAD}      a: 1\nConditions: {loop}\n"))[0]


def test_a_list_of_mappings_passed_to_a_nested_stack_is_unresolved(tmp_path):
    (tmp_path / "in.yaml").write_text(
        "Parameters: {L: {Type: CommaDelimitedList}}\n" + HEAD + "      a: !Ref L\n"
    )
    text = "Resources: {In: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: in.yaml, Parameters: {L: [{a: 1}]}}}}"
    root = str(tmp_path / "root.yaml")
    found = stack_of(root, text.encode(), files=files_below([str(tmp_path)]))
    assert isinstance(resource(found, "In.A").properties["a"].value, Unresolved)


def test_nested_stacks_are_judged_with_what_is_passed_to_them():
    found = sample("nested/main.yaml")
    subnet = resource(found, "Network.Subnet").properties
    assert subnet["VpcId"].value.token == "Network.Vpc"
    assert resource(found, "Network.Vpc").properties["CidrBlock"].value.token == "?Cidr"
    group = resource(found, "App.SubnetGroup")
    assert [each.value for each in group.properties["SubnetIds"].value] == [
        Unresolved("Network.Subnet is known after deployment", token="Network.Subnet"),
        "subnet-2",
    ]
    assert resource(found, "App.Group").properties["VpcId"].value.token == "Network.Vpc"
    assert group.condition == "HasApp"
    assert group.at.uri.endswith("app.json")
    assert found.files == 3


def test_a_remote_template_is_said_not_to_be_judged_and_blocks():
    told = sample("nested/main.yaml").problems
    assert [each.blocks for each in told] == [True]
    assert "https://bucket.s3.amazonaws.com/remote.yaml" in told[0].what


def nesting(path: str) -> str:
    return f"Resources:\n  In: {{Type: AWS::CloudFormation::Stack, Properties: {{TemplateURL: {path}}}}}\n"


def test_a_template_nested_in_itself_or_missing_or_elsewhere_is_a_problem(tmp_path):
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "secret.yaml").write_text(HEAD + "      a: 1\n")
    (inside / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    os.mkfifo(inside / "pipe.yaml")
    files = files_below([str(inside)])
    for path, what in (
        ("root.yaml", "is nested in itself"),
        ("absent.yaml", "No such file"),
        ("../secret.yaml", "outside of what is scanned"),
        ("link.yaml", "outside of what is scanned"),
        ("pipe.yaml", "no regular file"),
        ("''", "names no template"),
    ):
        found = stack_of(str(inside / "root.yaml"), nesting(path).encode(), files=files)
        assert what in found.problems[0].what
        assert found.problems[0].blocks
        assert found.problems[0].where.endswith("root.yaml:2:68")


def test_templates_nest_five_deep_at_most(tmp_path):
    for index in range(8):
        (tmp_path / f"{index}.yaml").write_text(nesting(f"{index + 1}.yaml"))
    root = tmp_path / "0.yaml"
    found = stack_of(str(root), root.read_bytes(), files=files_below([str(root)]))
    assert found.problems[0].what.endswith("nested more than 5 deep")
    assert found.problems[0].where.startswith(str(tmp_path / "5.yaml"))


def test_the_paths_of_nested_templates_are_known_beforehand():
    path = SAMPLES / "nested/main.yaml"
    found = nested_paths(read_template("nested/main.yaml", path.read_bytes()))
    assert found == ["nested/network.yaml", "nested/app.json"]


def test_of_a_serverless_template_what_is_written_is_judged():
    found = sample("serverless.yaml")
    assert found.problems == []
    assert plain(Node(resource(found, "Table").properties)) == {
        "TableName": "orders",
        "Tags": [{"Key": "Name", "Value": "orders"}],
    }


def test_a_macro_is_named():
    found = stack("Transform: [AWS::LanguageExtensions, Ours]\n" + HEAD + "      a: 1\n")
    assert [each.blocks for each in found.problems] == [False]
    assert problems(found) == [
        "t.yaml:1:38: the macro Ours may change every resource: judged as written"
    ]


def test_merged_mappings_give_what_the_mapping_itself_does_not_say():
    text = HEAD + "      x: &x {p: 1, q: 2}\n      y: {<<: *x, q: 3}\n"
    assert plain(stack(text).resources[0].properties["y"]) == {"p": 1, "q": 3}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Resources:\n  A: {Type: AWS::S3::Bucket}\n  A: {Type: AWS::S3::Bucket}\n", "t.yaml:3:3: the key 'A' stands"),
        ("Resources: [\n", "t.yaml:2:1: not YAML"),
        ("Resources:\n\tA: 1\n", "t.yaml:2:1: not YAML"),
        ("Resources:\n  A: \x01\n", "t.yaml:2:6: not YAML"),
        ("Resources: {A: {Properties: {}}, B: {Type: 'A::B'}}", "t.yaml:1:13: the resource A has no Type"),
        ("Resources: {A: {Type: 3}, B: {Type: 'A::B'}}", "t.yaml:1:23: the resource A has a Type"),
        ("Resources: {A: {Type: 'A::B', Properties: 3}}", "t.yaml:1:43: the Properties of A"),
        ("Resources: {A: {Type: 'A::B', Condition: C}}", "t.yaml:1:42: Condition: the condition C is"),
        ("Transform: x\nResources: []", "t.yaml:2:12: Resources is not a mapping"),
        ("AWSTemplateFormatVersion: x", "t.yaml:1:1: it has no Resources"),
        ("a: 1\n---\nb: 2\n", "t.yaml:2:1: a second document"),
        ("a: *b\n", "t.yaml:1:4: no anchor &b"),
        ("? [a]\n: 1\n", "t.yaml:1:3: a key must be text"),
        ("a: !!python/object:os.system x\nResources: {B: {Type: 'A::B'}}", "t.yaml:1:4: the tag"),
        ("", "t.yaml:1:1: there is nothing in it"),
        ("a: 1", "t.yaml:1:1: it is no template"),
        ("[" * 100_000, "t.yaml:1:101: nested more than 100 deep"),
        ("{" + '"a":[' * 100_000, "t.yaml:1:"),
    ],
)  # fmt: skip
def test_a_mistake_is_a_problem_with_its_place(text, wanted):
    assert problems(stack(text))[0].startswith(wanted)


def test_a_mistake_in_json_is_told_as_such_whatever_the_file_is_called():
    for name in ("t.json", "t.template"):
        found = stack_of(name, b'{"Resources": {"A": }}')
        assert problems(found) == [f"{name}:1:21: not JSON: Expecting value"]


def test_the_rest_of_a_template_with_a_mistake_is_judged():
    found = stack("Resources: {A: {Properties: {}}, B: {Type: 'A::B'}}")
    assert [each.address for each in found.resources] == ["B"]


def test_aliases_that_multiply_are_refused():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    assert "more than" in problems(stack("\n".join(lines)))[0]


def test_texts_that_multiply_are_refused():
    parts = [
        f"  T{n}: {{Type: AWS::S3::Bucket, Properties: {{BucketName: !Sub '${{T{n + 1}}}${{T{n + 1}}}'}}}}"
        for n in range(60)
    ]
    text = "Resources:\n" + "\n".join(parts) + "\n  T60: {Type: AWS::S3::Bucket}\n"
    assert len(stack(text).resources) in (0, 61)
    loops = "Resources:\n" + "".join(
        f"{'    ' * n}  Fn::ForEach::L{n}:\n{'    ' * n}    - I{n}\n{'    ' * n}    - [a, b, c, d, e, f, g, h, i, j]\n{'    ' * n}    -\n"
        for n in range(7)
    )
    body = "".join(f"${{I{n}}}" for n in range(7))
    assert "more than" in problems(stack(loops + "    " * 7 + f"  '{body}': {{Type: A::B}}\n"))[0]


def test_long_chains_of_references_end():
    for one in (
        "{Condition: C%d}",
        "!And [!Condition C%d, !Condition C%d]",
        "!Not [!Condition C%d]",
    ):
        chain = [f"  C{n}: {one.replace('%d', str(n + 1))}" for n in range(800)]
        text = "Resources: {A: {Type: 'A::B', Condition: C0}}\nConditions:\n" + "\n".join(chain)
        found = stack(text + "\n  C800: !Equals [a, a]\n")
        assert found.resources[0].condition == "C0"
    keys = "\n".join(
        f"  T{n}: {{Type: AWS::CloudTrail::Trail, Properties: {{TrailName: !Join ['', [!Ref T{n + 1}]]}}}}"
        for n in range(800)
    )
    assert stack("Resources:\n" + keys).resources


def test_utf_16_and_byte_order_marks_are_read():
    text = HEAD + "      a: é\n"
    for encoding in ("utf-16", "utf-8-sig"):
        found = stack_of("t.yaml", text.encode(encoding))
        assert found.resources[0].properties["a"].value == "é"
    broken = stack_of("t.yaml", b"a: 1\nb: \xff\n")
    assert problems(broken) == ["t.yaml:2:1: not UTF-8 at byte 8"]


def test_templates_are_told_from_other_files():
    for path in EVERY_SAMPLE:
        assert may_be_template(path.read_text())
        assert is_template(read_template(path.name, path.read_bytes()).root)
    for other in ("on: push\njobs: {}\n", "[1]", "Resources: {a: b}", '{"Resources": ["AWS::"]}'):
        assert not is_template(read_template("x", other.encode()).root)


@pytest.mark.parametrize(
    "text",
    [
        '[{"ParameterKey": "A", "ParameterValue": "1"}, {"ParameterKey": "B", "ParameterValue": "x=y"}]',
        '{"Parameters": {"A": 1, "B": "x=y"}, "Tags": {}}',
        '{"A": "1", "B": "x=y"}',
        '["A=1", "B=x=y"]',
    ],
)
def test_a_parameters_file_has_one_of_the_forms_that_aws_takes(text):
    assert read_parameters("p.json", text.encode()) == {"A": "1", "B": "x=y"}


@pytest.mark.parametrize(
    "text", ["", "3", "[3]", '{"A": {}}', '[{"ParameterKey": "A"}]', '["A=1", "A=2"]', "[" * 9999]
)
def test_a_mistake_in_a_parameters_file_names_the_file(text):
    with pytest.raises(UserError, match=r"^p\.json:"):
        read_parameters("p.json", text.encode())


def test_a_value_that_the_deployed_stack_keeps_is_not_the_default():
    given = read_parameters("p.json", b'[{"ParameterKey": "Stage", "UsePreviousValue": true}]')
    assert isinstance(
        resource(sample("database.yaml", **given), "Database").properties["DBInstanceClass"].value,
        Unresolved,
    )


def test_the_parameters_that_a_template_declares_are_known():
    found = parameter_names(read_template("x", (SAMPLES / "trail.yaml").read_bytes()))
    assert found == {"LogName", "Retention"}


@pytest.mark.parametrize("path", EVERY_SAMPLE, ids=lambda path: path.name)
def test_every_prefix_of_a_sample_gives_a_problem_or_resources(path: Path):
    data = path.read_bytes()
    files = files_below([str(SAMPLES)])
    for end in range(len(data)):
        found = stack_of(str(path), data[:end], files=files)
        assert found.problems or found.resources


@settings(max_examples=300)
@given(
    st.sampled_from(EVERY_SAMPLE),
    st.lists(st.tuples(st.integers(0, 5000), st.binary(max_size=4)), min_size=1, max_size=4),
)
def test_no_mutation_of_a_sample_gives_a_traceback(path, changes):
    data = bytearray(path.read_bytes())
    for place, replaced in changes:
        at = place % len(data)
        data[at : at + len(replaced) + place % 2] = replaced
    found = stack_of(str(path), bytes(data), files=files_below([str(SAMPLES)]))
    assert found.problems or found.resources


def test_places_agree_with_what_yaml_composes():
    text = (SAMPLES / "database.yaml").read_text()
    composed = yaml.compose(text, Loader=yaml.SafeLoader)
    written = read_template("t.yaml", text.encode()).root
    for (key, value), (name, each) in zip(composed.value, written.value.items(), strict=True):
        assert key.value == name
        assert [each.at.line, each.at.column] == [
            value.start_mark.line + 1,
            value.start_mark.column + 1,
        ]
