import pytest

from scanner import builtin
from scanner.model import Needs
from scanner.scan import needs_of
from scanner.shape import Call, ResourceType
from scanner.sources import plan
from scanner.sources.plan import calls, collections, declared

TRAIL = "AWS::CloudTrail::Trail"
KEY = "AWS::KMS::Key"
USER = "AWS::IAM::User"


def reading(resource_type, *names):
    return Needs({resource_type: frozenset(names)})


def every_call():
    for each in declared().values():
        yield from (call for call in (each.live, each.detail, *each.more.values()) if call)


def test_a_further_call_is_made_only_where_a_rule_reads_its_answer():
    (trail,) = collections(reading(TRAIL, "configuration.name"))
    assert trail.more == ()
    (trail,) = collections(reading(TRAIL, "supplementaryConfiguration.TrailStatus"))
    assert trail.more == ("TrailStatus",)


def test_a_rule_that_reads_the_whole_document_needs_every_further_call():
    (trail,) = collections(Needs({TRAIL: None}))
    assert trail.more == tuple(sorted(declared()[TRAIL].more))


def test_a_further_call_may_be_named_by_where_its_answer_goes(monkeypatch):
    prefix_list = ResourceType(
        name="X::Y::Z",
        id="id",
        live=Call("ec2", "describe_vpcs", "Vpcs[]"),
        more={
            "configuration.Entries": Call("ec2", "get_managed_prefix_list_entries"),
            "tags": Call("ec2", "describe_tags"),
        },
    )
    monkeypatch.setattr(plan, "declared", lambda: {"X::Y::Z": prefix_list})
    (one,) = collections(reading("X::Y::Z", "configuration.Entries"))
    assert one.more == ("configuration.Entries",)
    (one,) = collections(reading("X::Y::Z", "tags"))
    assert one.more == ("tags",)


def test_where_a_list_is_too_little_each_item_is_described():
    (key,) = collections(reading(KEY, "configuration.keyState"))
    assert key.detail
    (trail,) = collections(reading(TRAIL, "configuration.name"))
    assert not trail.detail


def test_types_come_by_name_and_those_that_nothing_lists_are_left_out():
    needs = Needs(dict.fromkeys((TRAIL, "AWS::CloudTrail::Event", "No::Such::Type", KEY)))
    assert [each.type.name for each in collections(needs)] == [TRAIL, KEY]


def test_lists_are_called_once_a_region_and_global_ones_once_an_account():
    wanted = collections(Needs({TRAIL: frozenset(), USER: frozenset()}))
    planned = calls(wanted, ["eu-west-1", "us-east-1"])
    assert [each[:4] for each in planned] == [
        ("cloudtrail", "describe_trails", "eu-west-1", TRAIL),
        ("cloudtrail", "describe_trails", "us-east-1", TRAIL),
        ("iam", "get_account_authorization_details", "global", USER),
    ]
    assert not any(each.each_item for each in planned)


def test_calls_for_each_item_say_so():
    planned = calls(collections(reading(KEY, "configuration.keyState")), ["eu-west-1"])
    assert {each.operation: each.each_item for each in planned} == {
        "describe_key": True,
        "list_keys": False,
    }


def test_the_built_in_rules_ask_for_no_type_that_they_do_not_touch():
    needs = needs_of(builtin.rules())
    assert {each.type.name for each in collections(needs)} <= needs.types


@pytest.mark.parametrize(
    "call", list(every_call()), ids=lambda call: f"{call.client}-{call.operation}"
)
def test_every_declared_operation_is_one_of_botocores(call):
    assert call.operation in plan.api_names(call.client)[1]
