"""Terraform plans in JSON -> stacks: what will be there when a plan is applied."""

from typing import Final

import msgspec

from scanner.declared import Declared, Stack
from scanner.errors import UserError
from scanner.model import Problem
from scanner.sources.declared.kinds import kind_of
from scanner.sources.terraform.plan_json import (
    ConfiguredResource,
    Module,
    Plan,
    State,
    plan_of,
)
from scanner.sources.terraform.plan_modules import Own, Scope, Scopes
from scanner.sources.terraform.plan_records import Record, Records
from scanner.sources.terraform.plan_references import References
from scanner.sources.terraform.plan_values import Values

_CALLER: Final = b"aws_caller_identity"


def stack(uri: str, data: bytes) -> Stack:
    """What a plan or state declares; what cannot be read of it is among the problems."""
    try:
        plan = plan_of(uri, data)
        made, amiss = _resources(plan), _incomplete(uri, plan)
        return Stack(uri, made, amiss, region=_region(plan), account=_account(plan))
    except UserError as error:
        place, _, what = str(error).removeprefix(uri).partition(": ")
        return Stack(uri, [], [Problem(uri + place, what)])
    except (msgspec.DecodeError, RecursionError) as error:
        return Stack(uri, [], [Problem(f"{uri}:1:1", f"a value of it cannot be read: {error}")])


def _region(plan: Plan) -> str:
    """The Region that the default AWS provider's block names as a text, "" if none does."""
    provider = plan.configuration.provider_config.get("aws")
    said = provider.expressions.get("region") if provider is not None else None
    value = said.get("constant_value") if isinstance(said, dict) else None
    return value if isinstance(value, str) else ""


def _account(plan: Plan) -> str:
    """The account that the root module's own `aws_caller_identity` told, "" if none did."""
    if _CALLER not in bytes(plan.prior_state):
        return ""
    kind = _CALLER.decode()
    asked = {
        each.name
        for each in plan.configuration.root_module.resources
        if each.type == kind and each.mode == "data" and each.provider_config_key in ("", "aws")
    }
    before = msgspec.json.decode(plan.prior_state, type=State).values
    told = before.root_module.resources if before is not None else []
    values = [each.values for each in told if each.type == kind and each.name in asked]
    found = {msgspec.json.decode(each).get("account_id") for each in values}
    only = found.pop() if len(found) == 1 else None
    return only if isinstance(only, str) else ""


def _incomplete(uri: str, plan: Plan) -> list[Problem]:
    whole = not (plan.errored or not plan.complete or plan.deferred_changes)
    why = "making it failed" if plan.errored else "part of what is declared is not in it"
    return [] if whole else [Problem(f"{uri}:1:1", f"the plan is incomplete: {why}")]


def _resources(plan: Plan) -> list[Declared]:
    records = Records(plan)
    scopes = Scopes(plan.configuration.root_module, records)
    values = Values(records, References(scopes, records))
    blocks = _Blocks()
    return [
        _declared(each, scopes, values, records, blocks)
        for each in records.all.values()
        if kind_of(each.type) is not None
    ]


def _declared(
    record: Record, scopes: Scopes, values: Values, records: Records, blocks: "_Blocks"
) -> Declared:
    scope = scopes.at(record.block[0]) or Scope(record.block[0], Module())
    block = blocks.of(scope, record)
    siblings = frozenset(records.instances(record.block))
    own = Own(record.key, siblings, block.for_each_expression)
    properties = values.properties(record, block.expressions, scope, own)
    return Declared(record.type, record.address, properties)


class _Blocks:
    """Finds the block that a resource is written in."""

    def __init__(self) -> None:
        self._by_module: dict[int, dict[tuple[str, str], ConfiguredResource]] = {}

    def of(self, scope: Scope, record: Record) -> ConfiguredResource:
        """The block; an empty one where the configuration does not have it."""
        known = self._by_module.get(id(scope.module))
        if known is None:
            blocks = (each for each in scope.module.resources if each.mode == "managed")
            known = {(each.type, each.name): each for each in blocks}
            self._by_module[id(scope.module)] = known
        return known.get(record.block[1:], ConfiguredResource())
