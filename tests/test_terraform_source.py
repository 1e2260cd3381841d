"""Terraform source as a stack: what is known, what is not and why, and where each value stands."""

import itertools
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.declared import Declared, Node, Stack, plain
from scanner.model import Location, Problem
from scanner.sources.terraform.source import called_modules, stack
from scanner.sources.terraform.source_files import files_below
from scanner.sources.terraform.source_folder import Library
from scanner.sources.terraform.source_lines import with_lines, without_indexes
from scanner.unresolved import Unresolved

SHOP = Path(__file__).parent / "terraform" / "shop"


def library(files: dict[str, str | bytes]) -> Library:
    """Modules from texts by path: the folder of "main.tf" is "."."""
    encoded = {
        name: text if isinstance(text, bytes) else text.encode() for name, text in files.items()
    }

    def read(folder: str) -> dict[str, bytes]:
        return {
            name: data for name, data in encoded.items() if (os.path.dirname(name) or ".") == folder
        }

    return Library(read)


def declared(text: str, **more: str) -> Stack:
    return stack(".", library({"main.tf": text, **more}))


def value_of(expression: str, context: str = "") -> Node:
    made = declared(f'{context}\nresource "aws_x" "x" {{\n  value = {expression}\n}}\n')
    return made.resources[-1].properties["value"]


def known(expression: str, context: str = "") -> object:
    return plain(value_of(expression, context))


def cut(text: str, at: Location | None) -> str:
    assert at is not None
    lines = text.split("\n")[at.line - 1 : at.end_line]
    lines[-1] = lines[-1][: at.end_column - 1]
    lines[0] = lines[0][at.column - 1 :]
    return "\n".join(lines)


@pytest.fixture(scope="module")
def shop() -> Stack:
    return stack(str(SHOP), Library(files_below([str(SHOP)])))


def named(made: Stack, address: str) -> Declared:
    return next(each for each in made.resources if each.address == address)


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("1 + 2 * 3", 7),
        ("7 / 2", 3.5),
        ("-7 % 3", -1),
        ("!true || false", False),
        ('1 == "1"', False),
        ('"a" == "a" ? "yes" : "no"', "yes"),
        ("null == null", True),
        ('"a ${1 + 1} ${true}"', "a 2 true"),
        ('{ a = 1, "b c" = 2 }["b c"]', 2),
        ("[1, 2, 3][1]", 2),
        ("[{ a = 1 }, { a = 2 }][*].a", [1, 2]),
        ("null[*]", []),
        ("[for i, v in [5, 6] : i * v if v > 5]", [6]),
        ('{ for k, v in { a = 1, b = 2 } : "${k}x" => v }', {"ax": 1, "bx": 2}),
        ('{ for v in ["a", "b", "a"] : v => 1... }', {"a": [1, 1], "b": [1]}),
        ("concat([1], [2, 3])", [1, 2, 3]),
        ("merge({ a = 1 }, { a = 2, b = 3 }, null)", {"a": 2, "b": 3}),
        ('lookup({ a = 1 }, "b", 9)', 9),
        ("length([1, 2])", 2),
        ('length("abc")', 3),
        ('toset(["a", "b", "a"])', ["a", "b"]),
        ("flatten([[1], [[2], 3]])", [1, 2, 3]),
        ("keys({ b = 1, a = 2 })", ["a", "b"]),
        ("values({ b = 1, a = 2 })", [2, 1]),
        ("element([1, 2, 3], 4)", 2),
        ("slice([1, 2, 3], 1, 3)", [2, 3]),
        ('join("-", ["a", 1])', "a-1"),
        ('split(",", "a,b")', ["a", "b"]),
        ('format("%s-%03d-%%", "a", 7)', "a-007-%"),
        ('lower("Ab")', "ab"),
        ('replace("a-b", "-", "_")', "a_b"),
        ('trimspace(" a ")', "a"),
        ('coalesce(null, "", "a")', "a"),
        ('compact(["a", "", null])', ["a"]),
        ('contains(["a"], "a")', True),
        ('cidrsubnet("10.0.0.0/16", 8, 3)', "10.0.3.0/24"),
        ('cidrsubnet("2001:db8::/56", 8, 1)', "2001:db8:0:1::/64"),
        ('cidrsubnets("10.0.0.0/16", 8, 8)', ["10.0.0.0/24", "10.0.1.0/24"]),
        ('cidrhost("10.0.0.0/24", 5)', "10.0.0.5"),
        ('cidrnetmask("10.0.0.0/20")', "255.255.240.0"),
        ("jsonencode({ b = [1, true, null], a = 1 })", '{"a":1,"b":[1,true,null]}'),
        ('jsondecode("{\\"a\\": [1]}").a[0]', 1),
        ("range(3)", [0, 1, 2]),
        ('zipmap(["a"], [1])', {"a": 1}),
        ("try({}.a, 5)", 5),
        ("can({}.a)", False),
        ("min(3, 1)", 1),
        ("one([])", None),
        ("max([1, 4, 2]...)", 4),
        ('tonumber("5")', 5),
        ("tostring(1.0)", "1"),
    ],
)
def test_what_is_known_is_computed(expression, value):
    assert known(expression) == value


@pytest.mark.parametrize(
    ("expression", "why"),
    [
        ("timestamp()", "the function timestamp is not evaluated"),
        ('file("x")', "the function file is not evaluated"),
        ("{}.a", "there is no a"),
        ("[1][5]", "the list has no element 5"),
        ("local.nothing", "local.nothing is not declared"),
        ("aws_x.nothing.id", "aws_x.nothing is not declared here"),
        ("1 / 0", "division by zero"),
        ('cidrsubnet("10.0.0.0/31", 8, 0)', "the range has no room for that"),
        ("upper()", "upper was given what it does not take"),
        ("path.module", "path.module is known when Terraform runs"),
    ],
)
def test_what_is_not_says_why(expression, why):
    found = value_of(expression).value
    assert isinstance(found, Unresolved)
    assert found.why == why


UNKNOWN = 'variable "u" {}\nvariable "v" {}\n'


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("false && var.u", False),
        ("true || var.u", True),
        ("var.u ? 1 : 1", 1),
        ('contains(["a", var.u], "a")', True),
        ('lookup({ a = 1, b = var.u }, "a")', 1),
        ("var.u == var.u", True),
    ],
)
def test_what_does_not_depend_on_an_unknown_is_known(expression, value):
    assert known(expression, UNKNOWN) == value


@pytest.mark.parametrize(
    "expression",
    [
        *("var.u ? 1 : 2", "var.u == var.v", "length(concat([1], var.u))", "var.u && true"),
        *('contains([var.u], "a")', "element(concat([1], var.u), 1)", "merge({ a = 1 }, var.u).a"),
        *("length(compact([var.u]))", "can(var.u.a)", "sort([var.u, 1])[0]", "try(var.u.a, 1)"),
        *("length(distinct([var.u, var.v]))", "length(toset([var.u, 1]))"),
        *("[for a in [1] : a if var.u][0]", "{ for a in [var.u] : a => 1 }", "coalesce(var.u, 1)"),
    ],
)
def test_what_depends_on_an_unknown_is_unknown(expression):
    assert isinstance(value_of(expression, UNKNOWN).value, Unresolved)


def test_a_variable_without_default_is_the_same_wherever_it_is_used():
    found = value_of("var.u", UNKNOWN).value
    assert (found.token, found.present) == ("?var.u", False)
    assert found.why == "the variable u has no default"


def test_a_sensitive_variable_never_shows_its_value():
    found = value_of("var.p", 'variable "p" {\n  sensitive = true\n  default = "hunter2"\n}')
    assert found.value == Unresolved("the variable p is sensitive", present=True, token="?var.p")


def test_a_text_with_holes_keeps_what_is_known_of_it():
    found = value_of('"arn:${aws_x.x2.id}/*"', 'resource "aws_x" "x2" {}').value
    assert found.token == "arn:${aws_x.x2.id}/*"
    assert found.present
    open_one = value_of('"a-${var.u}"', UNKNOWN).value
    assert open_one.token == "?a-${var.u}"


def test_an_unknown_list_in_a_list_stands_for_any_number_of_elements():
    found = value_of('concat(["a"], var.u)', UNKNOWN).value
    assert found[0].value == "a"
    assert found[1].value == Unresolved("the variable u has no default")


def test_values_come_from_files_in_terraforms_order():
    files = {
        "main.tf": 'variable "a" {}\nresource "aws_x" "x" {\n  value = var.a\n}',
        "terraform.tfvars": 'a = "1"',
    }
    steps = [
        ({}, [], "1"),
        ({"terraform.tfvars.json": '{"a": "2"}'}, [], "2"),
        ({"b.auto.tfvars": 'a = "4"', "a.auto.tfvars": 'a = "3"'}, [], "4"),
        ({}, [("own.tfvars", b'a = "5"'), ("other.tfvars.json", b'{"a": "6"}')], "6"),
    ]
    for more, own, wanted in steps:
        files |= more
        made = stack(".", library(files), own)
        assert plain(made.resources[0].properties["value"]) == wanted


def test_count_and_for_each_make_addresses():
    made = declared(
        'resource "aws_x" "a" {\n  count = 2\n  n = count.index\n}\n'
        'resource "aws_x" "b" {\n  for_each = { k = 1, "q\\"" = 2 }\n  n = each.value\n}\n'
        'resource "aws_x" "c" {\n  count = 0\n}\n'
        'resource "aws_x" "d" {\n  one = aws_x.a[1].n\n  all = aws_x.a[*].n\n'
        '  keyed = aws_x.b["k"].id\n  ids = [for each in aws_x.b : each.id]\n}\n'
    )
    addresses = [each.address for each in made.resources]
    assert addresses == ["aws_x.a[0]", "aws_x.a[1]", 'aws_x.b["k"]', 'aws_x.b["q\\""]', "aws_x.d"]
    properties = made.resources[-1].properties
    assert (plain(properties["one"]), plain(properties["all"])) == (1, [0, 1])
    assert properties["keyed"].value.token == 'aws_x.b["k"].id'
    assert len(properties["ids"].value) == 2


def test_an_unknown_count_is_one_resource_with_a_condition():
    made = declared(
        'variable "n" {}\nresource "aws_kms_key" "k" {\n  count = var.n\n}\n'
        'resource "aws_x" "x" {\n  key = aws_kms_key.k[0].arn\n  all = aws_kms_key.k[*].arn\n}\n'
    )
    assert made.resources[0].address == "aws_kms_key.k"
    assert made.resources[0].condition == "its count, which only a plan knows, makes it"
    assert made.resources[1].properties["key"].value.token == "aws_kms_key.k.arn"
    (each,) = made.resources[1].properties["all"].value
    assert isinstance(each.value, Unresolved)
    assert not each.value.token


def test_references_give_what_the_target_says_or_its_name():
    made = declared(
        'resource "aws_s3_bucket" "b" {\n  bucket = "logs"\n}\n'
        'resource "aws_x" "x" {\n  id = aws_s3_bucket.b.id\n  arn = aws_s3_bucket.b.arn\n}\n'
    )
    properties = made.resources[-1].properties
    assert properties["id"].value == "logs"
    assert properties["arn"].value.token == "aws_s3_bucket.b.arn"


def test_references_in_a_circle_are_unresolved():
    made = declared(
        "locals {\n  a = local.b\n  b = local.a\n}\n"
        'resource "aws_x" "x" {\n  value = local.a\n  mine = aws_x.x.mine\n}\n'
        'resource "aws_x" "y" {\n  count = length(aws_x.y)\n}\n'
    )
    assert made.resources[0].properties["value"].value.why == "local.a refers to itself"
    assert "refers to itself" in made.resources[0].properties["mine"].value.why
    assert made.resources[1].condition == "its count, which only a plan knows, makes it"


@pytest.mark.parametrize(
    ("attribute", "name"),
    [
        ("aws_caller_identity.here.account_id", "AWS::AccountId"),
        ("aws_region.here.name", "AWS::Region"),
        ("aws_partition.here.partition", "AWS::Partition"),
        ("aws_partition.here.dns_suffix", "AWS::URLSuffix"),
    ],
)
def test_where_a_module_is_deployed_is_the_same_wherever_it_is_read(attribute, name):
    kind = attribute.partition(".")[0]
    found = known(f"data.{attribute}", f'data "{kind}" "here" {{}}')
    assert found.token == f"?{name}"
    other = known(f"data.{attribute}", f'data "{kind}" "here" {{\n  provider = aws.audit\n}}')
    assert other.token == f"?data.{attribute}"


def test_data_sources_are_read_at_plan_time():
    found = value_of("data.aws_vpc.main.id", 'data "aws_vpc" "main" {}').value
    assert found.why == "data.aws_vpc.main is read at plan time"
    assert found.token == "?data.aws_vpc.main.id"


def test_an_unknown_dynamic_block_is_an_unresolved_element():
    text = (
        'variable "r" {}\nresource "aws_x" "x" {\n  dynamic "ingress" {\n    for_each = var.r\n'
        "    content {\n      a = ingress.value\n    }\n  }\n  ingress {\n    a = 1\n  }\n}\n"
    )
    first, second = declared(text).resources[0].properties["ingress"].value
    assert isinstance(first.value, Unresolved)
    assert plain(second) == {"a": 1}


def test_local_modules_are_judged_through_their_callers(shop):
    vpc = named(shop, "module.network[1].aws_vpc.main")
    assert vpc.properties["cidr_block"].value == "10.1.0.0/16"
    subnet = named(shop, 'module.network[1].aws_subnet.each["b"]')
    assert subnet.properties["vpc_id"].value.token == vpc.address
    found = named(shop, "aws_security_group.web").properties["vpc_id"].value
    assert found.token == "module.network[0].aws_vpc.main"
    assert shop.files == 4


def test_a_module_from_elsewhere_is_said_not_to_be_judged(shop):
    (problem,) = shop.problems
    assert problem.what == (
        "its resources are not judged: the module comes from acme/vpc/aws; a plan shows them"
    )
    assert problem.blocks


def test_called_modules_are_named_and_so_is_the_region():
    below = Library(files_below([str(SHOP)]))
    assert called_modules(str(SHOP), below) == {str(SHOP / "modules" / "network")}
    assert stack(str(SHOP), below).region == "eu-west-1"


def test_a_module_that_calls_itself_is_a_problem():
    made = declared('module "m" {\n  source = "./."\n}\nresource "aws_x" "x" {}')
    assert made.problems == [Problem("main.tf:1:1", "the module calls itself")]
    assert [each.address for each in made.resources] == ["aws_x.x"]


def test_no_folder_outside_of_the_roots_is_read(tmp_path):
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    (outside / "main.tf").write_text('resource "aws_x" "secret" {}')
    (inside / "link.tf").symlink_to(outside / "main.tf")
    (inside / "main.tf").write_text('module "m" {\n  source = "../out"\n}\n')
    made = stack(str(inside), Library(files_below([str(inside)])))
    assert made.resources == []
    assert "cannot be read" in made.problems[0].what


def test_each_value_stands_where_it_is_written(shop):
    text = (SHOP / "main.tf").read_text()
    group = named(shop, "aws_security_group.web")
    assert cut(text, group.at) == 'resource "aws_security_group" "web"'
    assert cut(text, group.extent).endswith("create_before_destroy = true\n  }\n}")
    https, _, ssh = group.properties["ingress"].value
    assert cut(text, ssh.at).startswith("ingress {\n    from_port   = 22")
    blocks = ssh.value["cidr_blocks"]
    assert cut(text, blocks.at) == 'concat(["10.9.0.0/16", "0.0.0.0/0"], var.office)'
    assert cut(text, blocks.value[1].at) == '"0.0.0.0/0"'
    assert cut(text, https.value["cidr_blocks"].value[0].at) == "ingress.value.from"
    assert cut(text, group.properties["name"].at) == "local.name"


def test_a_partly_known_policy_keeps_its_parts_and_their_places(shop):
    text = (SHOP / "main.tf").read_text()
    policy = named(shop, "aws_s3_bucket_policy.logs").properties["policy"]
    assert cut(text, policy.at).startswith("jsonencode({")
    (statement,) = policy.value["Statement"].value
    assert cut(text, statement.value["Principal"].at) == '"*"'
    assert statement.value["Resource"].value.token == "${aws_s3_bucket.logs.arn}/*"


def test_a_policy_document_is_the_policy(shop):
    text = (SHOP / "main.tf").read_text()
    policy = named(shop, "aws_sns_topic_policy.alarms").properties["policy"]
    (statement,) = policy.value["Statement"].value
    assert plain(statement.value["Principal"]) == {"AWS": ["*"]}
    assert cut(text, statement.value["Action"].value[0].at) == '"sns:Publish"'


def test_defaults_of_optional_members_hold(shop):
    _, mysql, _ = named(shop, "aws_security_group.web").properties["ingress"].value
    assert plain(mysql.value["cidr_blocks"]) == ["10.0.0.0/8"]


def test_a_plan_gets_the_lines_of_its_source():
    text = (
        'resource "aws_x" "x" {\n  count = var.n\n  ports = [1, 2]\n'
        '  ingress {\n    a = "b"\n  }\n  ingress {\n    a = "c"\n  }\n}\nvariable "n" {}\n'
    )
    source = declared(text)
    ingress = [{"a": "c", "z": None}, {"a": "b", "z": None}]
    planned = {
        "ports": Node([Node(2), Node(1)]),
        "ingress": Node([Node({k: Node(v) for k, v in each.items()}) for each in ingress]),
        "computed": Node("d"),
    }
    plan = Stack("plan.json", [Declared("aws_x", "aws_x.x[1]", planned)])
    (made,) = with_lines(plan, source).resources
    assert cut(text, made.at) == 'resource "aws_x" "x"'
    assert [cut(text, each.at) for each in made.properties["ports"].value] == ["2", "1"]
    first, second = made.properties["ingress"].value
    assert cut(text, first.value["a"].at) == '"c"'
    assert cut(text, second.value["a"].at) == '"b"'
    assert made.properties["computed"].at is None
    assert {name: plain(node) for name, node in made.properties.items()} == {
        name: plain(node) for name, node in planned.items()
    }


def test_addresses_lose_their_indexes():
    assert without_indexes('module.a["x]"].aws_y.z[0]') == "module.a.aws_y.z"


def test_a_broken_file_is_a_problem_and_the_others_go_on():
    made = declared('resource "aws_x" "x" {\n', **{"b.tf": 'resource "aws_x" "y" {}'})
    assert [each.address for each in made.resources] == ["aws_x.y"]
    assert [each.where for each in made.problems] == ["main.tf:2:1"]


@pytest.mark.parametrize(
    "text",
    [
        b"\xff\xfe",
        "locals {\n"
        + "".join(f"  a{n} = [local.a{n - 1}, local.a{n - 1}]\n" for n in range(1, 60))
        + '  a0 = "x"\n}\nresource "aws_x" "x" {\n  value = local.a59\n}',
        "locals {\n"
        + "".join(f'  a{n} = "${{local.a{n - 1}}}${{local.a{n - 1}}}"\n' for n in range(1, 60))
        + '  a0 = "x"\n}\nresource "aws_x" "x" {\n  value = local.a59\n}',
        'resource "aws_x" "x" {\n  value = [for a in range(1000) : [for b in range(1000) : '
        "[for c in range(1000) : c]]]\n}",
        'module "a" {\n  source = "./b"\n  count = 1000\n}',
        "resource x {}",
        "x = " + "(" * 5000,
        "/*" * 5000,
        'x = "' + "${" * 3000,
    ],
)
def test_what_is_hostile_ends_soon(text):
    below = 'module "c" {\n  source = "../c"\n  count = 1000\n}\n'
    last = 'resource "aws_x" "x" {\n  count = 1000\n  a = 1\n}\n'
    made = stack(".", library({"main.tf": text, "b/main.tf": below, "c/main.tf": last}))
    assert made.resources or made.problems


def _parts() -> tuple[str, ...]:
    text = (SHOP / "main.tf").read_text()
    return tuple(each + "\n}\n" for each in text.split("\n}\n") if each.strip())


@settings(max_examples=60)
@given(st.data())
def test_a_truncated_or_mutated_module_is_a_stack_or_a_problem(data):
    start = data.draw(st.integers(0, len(_parts()) - 3))
    text = "".join(_parts()[start : start + 3])
    cut_at = data.draw(st.integers(0, len(text)))
    if data.draw(st.booleans()):
        text = text[:cut_at]
    else:
        length = data.draw(st.integers(0, 4))
        pieces = '{}[]()"$%~=.,:?*\\\n\0é<<E'
        inserted = data.draw(st.text(pieces, max_size=3))
        text = text[:cut_at] + inserted + text[cut_at + length :]
    made = declared(text)
    assert all(each.where for each in made.problems)


def test_every_prefix_of_a_resource_is_a_stack_or_a_problem():
    text = next(each for each in _parts() if "jsonencode" in each)
    for end in range(len(text)):
        made = declared(text[:end])
        if text[:end].strip():
            assert made.resources or made.problems


literals = ['"a"', "1", "true", '["a"]', "{ a = 1 }", "null"]


def test_an_unknown_never_makes_another_value_out_of_what_is_known():
    shapes = [
        *("concat([{0}], [{1}])", "{0} == {1}", "[{0}, {1}][0]", "try({0}.a, {1})"),
        *('"x${{{0}}}y"', "coalesce({0}, {1})", "true ? {0} : {1}", "contains([{0}], {1})"),
        *("length([{0}, {1}])", "lookup({{ k = {0} }}, {1}, 5)", "flatten([{0}, [{1}]])"),
    ]
    for shape, (one, other) in itertools.product(shapes, itertools.product(literals, repeat=2)):
        open_ = known(shape.format("var.u", other), UNKNOWN)
        if not _unknown(open_):
            assert known(shape.format(one, other)) in (open_, _refused(shape.format(one, other)))


def _refused(expression: str) -> object:
    found = known(expression)
    return found if isinstance(found, Unresolved) else object()


def _unknown(value: object) -> bool:
    if isinstance(value, list):
        return any(map(_unknown, value))
    if isinstance(value, dict):
        return isinstance(value, Unresolved) or any(map(_unknown, value.values()))
    return False
