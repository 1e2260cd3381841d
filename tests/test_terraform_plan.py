"""What Terraform plans declare: values, references, what is unknown, and what is no plan."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.declared import Declared, Stack, plain
from scanner.sources.kind_of_file import FileKind, kind_of_file
from scanner.sources.terraform.plan import stack
from scanner.sources.terraform.plan_modules import references, steps_of
from scanner.sources.terraform.plan_values import AFTER_APPLY, MAY_BE_MORE
from scanner.unresolved import Unresolved

PLANS = Path(__file__).parent / "plans"
SAMPLES = sorted(each.relative_to(PLANS).as_posix() for each in PLANS.rglob("*.json"))


def sample(name: str) -> dict[str, Declared]:
    """The resources of a sample by their address."""
    read = stack(name, (PLANS / name).read_bytes())
    return {each.address: each for each in read.resources}


def said(resources: dict[str, Declared], address: str, *names: str | int) -> Any:
    """A property's value, without places; "left out" where it is not there."""
    value: Any = {name: plain(each) for name, each in resources[address].properties.items()}
    for name in names:
        if isinstance(name, str) and name not in value:
            return "left out"
        value = value[name]
    return value


def token(value: Any) -> str:
    """What a reference is to, or why it is none."""
    assert isinstance(value, Unresolved), value
    return value.token or value.why


def tokens(values: Any) -> list[str]:
    """What each element of a list is to."""
    return [token(each) for each in values]


def planned(
    kind: str,
    *,
    name: str = "x",
    after: dict[str, Any] | None = None,
    unknown: dict[str, Any] | None = None,
    sensitive: dict[str, Any] | None = None,
    actions: tuple[str, ...] = ("create",),
    key: str = "",
    deposed: str = "",
    mode: str = "managed",
) -> dict[str, Any]:
    """One entry of `resource_changes`."""
    change = {
        "actions": list(actions),
        "after": after,
        "after_unknown": unknown or {},
        "after_sensitive": sensitive or {},
    }
    made = {"address": f"{kind}.{name}{key}", "mode": mode, "type": kind, "name": name}
    return {**made, "change": change, **({"deposed": deposed} if deposed else {})}


def written(kind: str, *, name: str = "x", mode: str = "managed", **rest: Any) -> dict[str, Any]:
    """One resource of `configuration`; `rest` are its expressions' references."""
    expressions = {each: {"references": refs} for each, refs in rest.items()}
    return {"type": kind, "name": name, "mode": mode, "expressions": expressions}


def plan_of(
    *changes: dict[str, Any], source: list[dict[str, Any]] | None = None, **rest: Any
) -> Any:
    """A whole plan."""
    configuration = {"root_module": {"resources": source or []}}
    made = {"format_version": "1.2", "resource_changes": list(changes)}
    return {**made, "configuration": configuration, **rest}


def read(plan: Any) -> Stack:
    """What a plan declares."""
    return stack("p.json", json.dumps(plan).encode())


def by_address(plan: Any) -> dict[str, Declared]:
    """The resources that a plan declares."""
    return {each.address: each for each in read(plan).resources}


# What is there


@pytest.mark.parametrize("name", [each for each in SAMPLES if "target" not in each])
def test_a_sample_is_read_without_a_problem(name: str) -> None:
    found = stack(name, (PLANS / name).read_bytes())
    assert found.resources
    assert found.problems == []


def test_addresses_are_those_of_the_plan() -> None:
    found = sample("modules/plan.json")
    assert 'module.net["b.c"].module.group.aws_vpc_security_group_ingress_rule.peer[0]' in found
    assert 'module.net["a"].aws_subnet.this["x"]' in found


def test_what_a_plan_deletes_is_not_there() -> None:
    before, after = sample("changes/noop.json"), sample("changes/plan.json")
    assert "aws_security_group.gone" in before
    assert "aws_security_group.gone" not in after
    assert "aws_security_group.replaced" in after


def test_what_a_plan_deletes_is_not_taken_from_the_planned_values() -> None:
    resource = {"address": "aws_vpc.x", "type": "aws_vpc", "name": "x", "mode": "managed"}
    values = {"root_module": {"resources": [resource]}}
    gone = planned("aws_vpc", actions=("delete",))
    assert by_address(plan_of(gone, planned_values=values)) == {}


def test_what_a_plan_forgets_or_deposes_is_not_there() -> None:
    forgotten = planned("aws_vpc", name="a", actions=("forget",))
    deposed = planned("aws_vpc", name="b", actions=("delete",), deposed="0a1b2c3d")
    kept = planned("aws_vpc", name="b", actions=("create",), after={"cidr_block": "10.0.0.0/8"})
    found = by_address(plan_of(forgotten, kept, deposed))
    assert list(found) == ["aws_vpc.b"]
    assert said(found, "aws_vpc.b", "cidr_block") == "10.0.0.0/8"


def test_an_update_is_read_as_it_will_be() -> None:
    assert said(sample("changes/noop.json"), "aws_kms_key.main", "enable_key_rotation") is False
    assert said(sample("changes/plan.json"), "aws_kms_key.main", "enable_key_rotation") is True


def test_data_sources_and_kinds_that_no_rule_knows_are_passed_over() -> None:
    data = planned("aws_vpc", mode="data", actions=("read",))
    other = planned("random_password")
    assert by_address(plan_of(data, other)) == {}


def test_a_state_is_read_like_a_plan() -> None:
    found = sample("changes/state.json")
    assert said(found, "aws_vpc.main", "cidr_block") == "10.0.0.0/16"
    assert said(found, "aws_security_group.kept", "egress", 0, "protocol") == "-1"


def test_planned_values_stand_in_where_there_are_no_changes() -> None:
    resource = {"address": "aws_kms_key.x", "type": "aws_kms_key", "name": "x", "mode": "managed"}
    values = {"root_module": {"resources": [{**resource, "values": {"is_enabled": True}}]}}
    source = [written("aws_kms_key", policy=["aws_s3_bucket.y.arn", "aws_s3_bucket.y"])]
    plan = plan_of(source=source, planned_values=values)
    del plan["resource_changes"]
    found = by_address(plan)
    assert said(found, "aws_kms_key.x", "is_enabled") is True
    assert token(said(found, "aws_kms_key.x", "policy")) == AFTER_APPLY


# What is unknown or secret


def test_an_unknown_value_that_the_source_does_not_name_is_left_out() -> None:
    found = sample("network/plan.json")
    assert said(found, "aws_security_group.rules", "egress") == "left out"
    assert said(found, "aws_db_instance.main", "kms_key_id") == "left out"


def test_an_empty_list_of_blocks_is_known_to_be_empty() -> None:
    assert said(sample("network/plan.json"), "aws_security_group.closed", "ingress") == []


def test_a_sensitive_value_is_never_given() -> None:
    for name in SAMPLES:
        resources = stack(name, (PLANS / name).read_bytes()).resources
        everything = json.dumps([plain(each) for r in resources for each in r.properties.values()])
        assert "correct horse" not in everything
        assert "secret-prefix" not in everything
    prefix = said(sample("trail/plan.json"), "aws_cloudtrail.main", "s3_key_prefix")
    assert prefix.why == "the value is sensitive"
    assert prefix.present


def test_a_sensitive_value_that_is_not_set_is_null() -> None:
    assert said(sample("network/plan.json"), "aws_db_instance.main", "password_wo") is None


def test_a_text_with_a_reference_in_it_is_unknown() -> None:
    policy = said(sample("trail/plan.json"), "aws_s3_bucket_policy.log", "policy")
    assert (token(policy), policy.present) == (AFTER_APPLY, False)


def test_what_a_dynamic_block_makes_of_unknown_elements_is_unknown() -> None:
    found = sample("dynamic/plan.json")
    assert token(said(found, "aws_cloudtrail.w", "event_selector")) == AFTER_APPLY
    assert token(said(found, "aws_security_group.w", "ingress", 0, "cidr_blocks")) == AFTER_APPLY


def test_a_dynamic_block_is_not_mixed_up_with_the_block_beside_it() -> None:
    rules = said(sample("dynamic/plan.json"), "aws_security_group.mixed", "ingress")
    assert [token(each["security_groups"]) for each in rules] == [AFTER_APPLY, AFTER_APPLY]


def test_a_data_source_that_is_read_at_apply_is_named() -> None:
    data = planned("aws_vpc", name="d", mode="data", actions=("read",), unknown={"id": True})
    group = planned("aws_security_group", after={}, unknown={"vpc_id": True})
    source = [written("aws_security_group", vpc_id=["data.aws_vpc.d.id", "data.aws_vpc.d"])]
    data["address"] = "data.aws_vpc.d"
    found = by_address(plan_of(data, group, source=source))
    why = token(said(found, "aws_security_group.x", "vpc_id"))
    assert why == "data.aws_vpc.d is read at apply"


# References


def test_a_reference_is_what_the_resource_is_called() -> None:
    found = sample("network/plan.json")
    rule = said(found, "aws_security_group_rule.old", "security_group_id")
    assert token(rule) == "aws_security_group.rules"
    trail = sample("trail/plan.json")
    assert token(said(trail, "aws_cloudtrail.main", "kms_key_id")) == "aws_kms_key.log.arn"


def test_a_bucket_may_be_referred_to_by_its_id() -> None:
    logs = planned("aws_s3_bucket", name="logs", after={}, unknown={"id": True, "bucket": True})
    logging = planned("aws_s3_bucket_logging", after={}, unknown={"target_bucket": True})
    for attribute in ("id", "bucket"):
        names = [f"aws_s3_bucket.logs.{attribute}", "aws_s3_bucket.logs"]
        source = [written("aws_s3_bucket_logging", target_bucket=names)]
        found = by_address(plan_of(logs, logging, source=source))
        assert (
            token(said(found, "aws_s3_bucket_logging.x", "target_bucket")) == "aws_s3_bucket.logs"
        )


def test_a_reference_that_a_known_property_tells_is_that_property() -> None:
    found = sample("modules/plan.json")
    assert said(found, "aws_db_instance.main", "db_subnet_group_name") == "all"


def test_a_reference_inside_a_block_is_found() -> None:
    address = "aws_s3_bucket_server_side_encryption_configuration.log"
    names = ("rule", 0, "apply_server_side_encryption_by_default", 0, "kms_master_key_id")
    assert token(said(sample("trail/plan.json"), address, *names)) == "aws_kms_key.log.arn"


def test_a_reference_inside_an_attribute_that_is_written_as_blocks_is_found() -> None:
    found = sample("network/plan.json")
    gateway = said(found, "aws_route_table.main", "route", 0, "gateway_id")
    assert token(gateway) == "aws_internet_gateway.main"
    groups = said(found, "aws_security_group.inline", "ingress", 1, "security_groups")
    assert tokens(groups) == ["aws_security_group.rules", MAY_BE_MORE]


def test_a_list_names_its_references_and_may_go_on() -> None:
    found = sample("network/plan.json")
    groups = said(found, "aws_db_instance.main", "vpc_security_group_ids")
    wanted = ["aws_security_group.inline", "aws_security_group.rules", MAY_BE_MORE]
    assert tokens(groups) == wanted


def test_a_list_whose_length_is_known_has_no_more() -> None:
    groups = [planned("aws_security_group", name=each, unknown={"id": True}) for each in "ab"]
    unknown = {"vpc_security_group_ids": [True, False, True]}
    after = {"vpc_security_group_ids": [None, "sg-1", None]}
    database = planned("aws_db_instance", after=after, unknown=unknown)
    refs = [f"aws_security_group.{each}{end}" for each in "ab" for end in (".id", "")]
    source = [written("aws_db_instance", vpc_security_group_ids=refs)]
    found = by_address(plan_of(*groups, database, source=source))
    first, second, third = said(found, "aws_db_instance.x", "vpc_security_group_ids")
    assert (token(first), second) == ("aws_security_group.a", "sg-1")
    assert token(third) == "aws_security_group.b"


def test_a_splat_names_every_instance() -> None:
    ids = said(sample("network/plan.json"), "aws_db_subnet_group.data", "subnet_ids")
    assert tokens(ids) == ["aws_subnet.data[0]", "aws_subnet.data[1]", MAY_BE_MORE]


def test_a_literal_index_names_one_instance() -> None:
    found = sample("network/plan.json")
    one = said(found, "aws_network_acl_association.one", "subnet_id")
    assert token(one) == "aws_subnet.data[1]"


def test_count_index_is_the_instance_of_the_same_number() -> None:
    found = sample("network/plan.json")
    subnet = said(found, "aws_route_table_association.data[1]", "subnet_id")
    assert token(subnet) == "aws_subnet.data[1]"


def test_count_index_is_not_trusted_where_the_other_resource_has_fewer_instances() -> None:
    ours = [planned("aws_route", key=f"[{n}]", unknown={"nat_gateway_id": True}) for n in (0, 1)]
    theirs = planned("aws_nat_gateway", key="[0]", name="n", unknown={"id": True})
    more = planned("aws_nat_gateway", key="[7]", name="n", unknown={"id": True})
    source = [written("aws_route", nat_gateway_id=["aws_nat_gateway.n", "count.index"])]
    found = by_address(plan_of(*ours, theirs, more, source=source))
    assert token(said(found, "aws_route.x[0]", "nat_gateway_id")) == AFTER_APPLY


def test_each_value_and_each_key_are_the_instance_of_the_same_key() -> None:
    found = sample("modules/plan.json")
    address = 'module.net["b.c"].aws_route_table_association.this["y"]'
    subnet = said(found, address, "subnet_id")
    assert token(subnet) == 'module.net["b.c"].aws_subnet.this["y"]'
    table = said(found, address, "route_table_id")
    assert token(table) == 'module.net["b.c"].aws_route_table.this["y"]'


def test_each_value_of_a_map_of_several_references_is_unknown() -> None:
    address = 'aws_vpc_security_group_egress_rule.pair["a"]'
    value = said(sample("network/plan.json"), address, "referenced_security_group_id")
    assert not value.token


def test_a_reference_leads_through_outputs_and_variables_of_modules() -> None:
    found = sample("modules/plan.json")
    peer = "module.apps[1].aws_vpc_security_group_ingress_rule.peer[0]"
    group = 'module.net["b.c"].module.group.aws_security_group.this'
    assert token(said(found, peer, "referenced_security_group_id")) == group
    ids = said(found, "aws_db_subnet_group.all", "subnet_ids")
    subnets = [f'module.net["a"].aws_subnet.this["{each}"]' for each in "xy"]
    assert tokens(ids) == [*subnets, MAY_BE_MORE]


def test_a_local_is_unknown_for_plans_do_not_say_what_it_is() -> None:
    vpc = said(sample("modules/plan.json"), "module.apps[0].aws_security_group.this", "vpc_id")
    assert token(vpc) == "local.vpc is known after apply"


def test_a_choice_of_two_references_is_unknown() -> None:
    vpcs = [planned("aws_vpc", name=each, unknown={"id": True}) for each in "ab"]
    group = planned("aws_security_group", after={}, unknown={"vpc_id": True})
    refs = ["aws_vpc.a.id", "aws_vpc.a", "aws_vpc.b.id", "aws_vpc.b"]
    source = [written("aws_security_group", vpc_id=refs)]
    found = by_address(plan_of(*vpcs, group, source=source))
    assert token(said(found, "aws_security_group.x", "vpc_id")) == AFTER_APPLY


def test_of_two_references_the_one_that_is_unknown_is_meant() -> None:
    vpc = planned("aws_vpc", name="a", unknown={"id": True})
    known = planned("aws_vpc", name="b", after={"id": "vpc-1"})
    group = planned("aws_security_group", after={}, unknown={"vpc_id": True})
    refs = ["aws_vpc.a.id", "aws_vpc.a", "aws_vpc.b.id", "aws_vpc.b"]
    source = [written("aws_security_group", vpc_id=refs)]
    found = by_address(plan_of(vpc, known, group, source=source))
    assert token(said(found, "aws_security_group.x", "vpc_id")) == "aws_vpc.a"


def test_modules_that_refer_to_one_another_in_a_circle_end_somewhere() -> None:
    circle = {"references": ["module.m.out", "module.m"]}
    module = {"outputs": {"out": {"expression": {"references": ["var.given"]}}}}
    call = {"expressions": {"given": circle}, "module": module}
    group = planned("aws_security_group", after={}, unknown={"vpc_id": True})
    source = [written("aws_security_group", vpc_id=["module.m.out", "module.m"])]
    plan = plan_of(group, source=source)
    plan["configuration"]["root_module"]["module_calls"] = {"m": call}
    found = by_address(plan)
    assert token(said(found, "aws_security_group.x", "vpc_id")) == "it refers to too much"


def test_a_name_that_is_unknown_is_what_references_call_it() -> None:
    group = planned("aws_db_subnet_group", after={}, unknown={"name": True, "id": True})
    database = planned("aws_db_instance", after={}, unknown={"db_subnet_group_name": True})
    refs = ["aws_db_subnet_group.x.name", "aws_db_subnet_group.x"]
    source = [
        written("aws_db_subnet_group"),
        written("aws_db_instance", db_subnet_group_name=refs),
    ]
    source[0]["expressions"]["name"] = {"references": ["local.n"]}
    found = by_address(plan_of(group, database, source=source))
    assert token(said(found, "aws_db_subnet_group.x", "name")) == "aws_db_subnet_group.x"
    used = said(found, "aws_db_instance.x", "db_subnet_group_name")
    assert token(used) == "aws_db_subnet_group.x"


def test_only_the_longest_form_of_a_reference_counts() -> None:
    said_by_plan = ["aws_a.b[0].id", "aws_a.b[0]", "aws_a.b", "aws_a.bc", "each.key"]
    assert references({"references": said_by_plan}) == ["aws_a.b[0].id", "aws_a.bc", "each.key"]


@given(
    st.lists(
        st.from_regex(r"[a-z_][a-z0-9_-]{0,5}", fullmatch=True)
        | st.from_regex(r'\[(0|[1-9][0-9]{0,2}|"[a-z. \[\]]{0,5}")\]', fullmatch=True),
        max_size=6,
    )
)
def test_an_address_is_taken_apart_as_it_was_put_together(steps: list[str]) -> None:
    text = "".join(each if each.startswith("[") else f".{each}" for each in steps)
    assert list(steps_of(text.removeprefix("."))) == steps


# The file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_plan_is_read_in_every_encoding_that_shells_write(encoding: str) -> None:
    text = (PLANS / "trail/plan.json").read_text()
    data = text.encode(encoding)
    assert kind_of_file("p", data[:200]) is FileKind.PLAN
    assert len(stack("p", data).resources) == len(sample("trail/plan.json"))


def test_utf_16_of_the_other_byte_order_is_read() -> None:
    data = b"\xfe\xff" + (PLANS / "trail/plan.json").read_text().encode("utf-16-be")
    assert stack("p", data).problems == []


def test_a_file_in_an_old_windows_encoding_is_a_problem_at_its_place() -> None:
    (problem,) = stack("p.json", b'{"format_version": "1.2",\n "x": "\xe4"}').problems
    assert (problem.where, problem.what) == ("p.json:2:8", "not UTF-8 text")


def test_broken_json_is_a_problem_at_its_place() -> None:
    (problem,) = stack("a: b.json", b'{"format_version": "1.2",\n  nonsense}').problems
    assert problem.where == "a: b.json:2:3"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[]", "not a plan"),
        ("{}", "no format_version"),
        ('{"format_version": "1.0"}', "terraform show -json"),
        ('{"format_version": "2.0", "values": {"root_module": {}}}', "format 2.0 is not known"),
        ('{"format_version": "1.0", "values": {"root_module": []}}', "$.values.root_module"),
        ("[" * 100_000, "not a plan"),
        ('{"format_version": "1.0", "x": ' + "[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_plan_is_a_problem(text: str, why: str) -> None:
    found = stack("p.json", text.encode())
    assert found.resources == []
    assert why in found.problems[0].what


@pytest.mark.parametrize(
    "flaw", [{"errored": True}, {"complete": False}, {"deferred_changes": [1]}]
)
def test_an_incomplete_plan_is_a_problem_beside_what_it_has(flaw: dict[str, Any]) -> None:
    found = read(plan_of(planned("aws_vpc"), **flaw))
    assert len(found.resources) == 1
    assert "incomplete" in found.problems[0].what


def test_a_plan_of_chosen_targets_is_incomplete_and_one_without_changes_is_not() -> None:
    assert stack("p", (PLANS / "changes/target.json").read_bytes()).problems
    assert not stack("p", (PLANS / "changes/noop.json").read_bytes()).problems


def test_values_nested_deeply_are_cut_off() -> None:
    value: Any = 1
    for _ in range(200):
        value = [value]
    found = read(plan_of(planned("aws_vpc", after={"tags": value})))
    assert "too deeply" in json.dumps(plain(found.resources[0].properties["tags"]))


def test_the_region_of_the_default_provider_is_told() -> None:
    assert stack("p", (PLANS / "trail/plan.json").read_bytes()).region == "eu-west-1"
    assert stack("p", (PLANS / "changes/state.json").read_bytes()).region == ""
    assert stack("p", b"{").region == ""


def test_the_account_that_the_default_provider_is_signed_in_to_is_told() -> None:
    def told(key: str, account: Any = "111122223333") -> str:
        caller = {"mode": "data", "type": "aws_caller_identity", "name": "here"}
        values = {**caller, "address": "data.x", "values": {"account_id": account}}
        before = {"values": {"root_module": {"resources": [values]}}}
        source = [{**caller, "expressions": {}, "provider_config_key": key}]
        return read(plan_of(source=source, prior_state=before)).account

    assert told("aws") == "111122223333"
    assert told("aws.audit") == ""
    assert told("aws", account=None) == ""
    assert read(plan_of()).account == ""


def test_other_json_is_not_taken_for_a_plan() -> None:
    state = (PLANS / "changes/state.json").read_bytes()
    assert kind_of_file("p", state) is FileKind.PLAN
    assert kind_of_file("p", b'{"AWSTemplateFormatVersion": "2010-09-09"}') is not FileKind.PLAN
    assert kind_of_file("p", b"") is not FileKind.PLAN


def test_every_beginning_of_a_plan_is_a_problem_with_a_place() -> None:
    data = (PLANS / "changes/target.json").read_bytes().strip()
    for length in range(len(data)):
        found = stack("p", data[:length])
        assert found.resources == []
        assert found.problems[0].where.startswith("p:1:")


@settings(max_examples=300)
@given(st.sampled_from(SAMPLES), st.integers(0, 2**32), st.integers(1, 8))
def test_a_changed_plan_is_read_or_is_a_problem(name: str, seed: int, changes: int) -> None:
    data = bytearray((PLANS / name).read_bytes())
    chance = random.Random(seed)
    for _ in range(changes):
        data[chance.randrange(len(data))] = chance.choice(b'{}[]",:0aetrunlsf\\.*\xff\x00')
    found = stack("p", bytes(data))
    assert found.resources or found.problems


@settings(max_examples=300)
@given(st.sampled_from(SAMPLES), st.integers(0, 2**32))
def test_a_plan_with_other_values_in_it_is_read_or_is_a_problem(name: str, seed: int) -> None:
    chance = random.Random(seed)
    plan = json.loads((PLANS / name).read_bytes())
    for _ in range(3):
        _replace_one(plan, chance)
    found = stack("p", json.dumps(plan).encode())
    assert found.resources or found.problems or plan.get("resource_changes") in ([], None)


def _replace_one(value: Any, chance: random.Random) -> None:
    """Put something else somewhere into a JSON value."""
    while True:
        keys = list(value) if isinstance(value, dict) else list(range(len(value)))
        if not keys:
            return
        key = chance.choice(keys)
        if not isinstance(value[key], dict | list) or chance.random() < 0.1:
            value[key] = chance.choice([None, True, 1, "", "a.b", [], {}, [True], {"a": True}])
            return
        value = value[key]
