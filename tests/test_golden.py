"""One account, read live, from AWS Config's snapshot and through AWS Config's API, is the same."""

import json
import re
from copy import deepcopy
from dataclasses import dataclass
from functools import partial

import pytest
from aws import ACCOUNT, aws, environment
from between import between
from small_account import ACL, DATABASE, HERE, JUDGED, RECORDER, Account, furnished, recorded

from scanner import builtin, sources
from scanner.model import Item, Problem
from scanner.profiles.select import with_params
from scanner.scan import needs_of, scanned
from scanner.sources.reach import Reach

RULES = with_params(
    [each for each in builtin.rules() if each.id in JUDGED],
    {"rds-security-group-peers.ingress": ["admin"], "rds-subnet-nacl.trusted": ["10.100.0.0/24"]},
)
NEEDS = needs_of(RULES)
NOW = "2026-11-20T12:00:00Z"

# Where moto and AWS differ


def without_last_entries(acl):
    if not acl.get("isDefault"):
        acl["entries"] = [each for each in acl["entries"] if each["ruleNumber"] != 32767]


def without_zone(database):
    del database["endpoint"]["hostedZoneId"]


def without_outposts(database):
    for each in database["dBSubnetGroup"]["subnets"]:
        del each["subnetOutpost"]


def with_arn(database):
    arn = f"arn:aws:rds:{HERE}:{ACCOUNT}:subgrp:database"
    database["dBSubnetGroup"]["dBSubnetGroupArn"] = arn


DEVIATIONS = (
    (ACL, "moto lists no entries 32767 of an ACL that create_network_acl made", without_last_entries),
    (DATABASE, "moto's endpoints have no hosted zone", without_zone),
    (DATABASE, "moto's subnets have no outpost, where AWS answers with an empty one", without_outposts),
    (DATABASE, "moto tells the ARN of an instance's subnet group, AWS only the group's own", with_arn),
)  # fmt: skip
"""The types that moto tells otherwise than AWS, how, and what makes moto's of AWS's."""


def as_moto_has_it(document, deviations=DEVIATIONS):
    """A document with what moto is known to tell otherwise than AWS, and nothing else, changed."""
    changed = deepcopy(document)
    for kind, _, change in deviations:
        if kind == document["resourceType"]:
            change(changed["configuration"])
    return changed


# Reading it three ways

STATE = {
    "ConfigurationRecorders": [{"name": "default", "recordingGroup": {"allSupported": True}}],
    "ConfigurationRecordersStatus": [
        {"name": "default", "recording": True, "lastStatus": "SUCCESS"}
    ],
}
"""AWS Config's recorder is on, works and records everything."""


@dataclass
class World:
    """The account, what Config recorded of it, and what each way of reading found."""

    account: Account
    recorded: list[dict]
    live: list
    snapshot: list
    through: list


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    with aws() as url:
        account = furnished()
        items = recorded(account)
        path = tmp_path_factory.mktemp("recorded") / "snapshot.json"
        path.write_text(json.dumps({"fileVersion": "1.0", "configurationItems": items}))
        live = [each for each in read("aws") if getattr(each, "id", "") not in account.left]
        snapshot = read(str(path))
        with between(url, lambda body: answered(body, items)) as played, environment(played):
            yield World(account, items, live, snapshot, read("aws-config"))


def read(source):
    return list(sources.read([source], NEEDS, Reach(regions=(HERE,))))


def answered(body, items):
    """What AWS Config says, where moto's records nothing and always says PENDING."""
    if body == "{}":  # about the recorder or its status: each takes what it asked for
        return 200, json.dumps(STATE).encode()
    asked = re.search(r"resourceType = '([^']+)'", body)
    if asked is None:
        return None
    found = [json.dumps(row(each)) for each in items if each["resourceType"] == asked[1]]
    return 200, json.dumps({"Results": found}).encode()


def row(item):
    spelling = {"awsAccountId": "accountId", "ARN": "arn"}
    return {spelling.get(name, name): each for name, each in item.items()} | {"tags": []}


# What is the same


def documents(found):
    """By type and id, what the built-in rules read of each item, and what it is called."""
    items = [each for each in found if isinstance(each, Item) and NEEDS.fields[each.type]]
    return {(each.type, each.id): read_of(each.document()) for each in items}


def read_of(document):
    named = ("resourceType", "resourceId", "resourceName", "arn", "accountId", "awsRegion")
    told = {name: document.get(name) for name in named}
    for field in sorted(NEEDS.fields[document["resourceType"]]):
        part, _, name = field.partition(".")
        told[field] = in_order((document.get(part) or {}).get(name))
    return told


def in_order(value):
    """A value whose lists are sorted: neither API nor recording promises an order."""
    if isinstance(value, dict):
        return {name: in_order(each) for name, each in value.items()}
    if isinstance(value, list):
        return sorted(map(in_order, value), key=lambda each: json.dumps(each, sort_keys=True))
    return value


def expected(world, change=deepcopy):
    wanted = (row(change(each)) for each in world.recorded if each["resourceType"] != RECORDER)
    return {(each["resourceType"], each["resourceId"]): read_of(each) for each in wanted}


def judged(found):
    """The verdict of every rule on every resource."""
    with scanned(RULES, found, clock=lambda: NOW) as scan:
        return {
            (each.rule.id, each.resource.region, each.resource.id): str(each.verdict)
            for each in scan.findings
        }


def problems(found):
    return [each for each in found if isinstance(each, Problem)]


def test_no_way_of_reading_has_a_problem(world):
    assert [problems(each) for each in (world.live, world.snapshot, world.through)] == [[], [], []]


def test_every_type_that_rules_read_of_is_in_the_account(world):
    kinds = {name for name, fields in NEEDS.fields.items() if fields}
    assert {each["resourceType"] for each in world.recorded} == kinds | {RECORDER}


def test_what_is_read_live_is_what_config_records(world):
    assert documents(world.live) == expected(world, as_moto_has_it)


def test_what_is_read_from_a_snapshot_is_what_config_records(world):
    assert documents(world.snapshot) == expected(world)


def test_what_is_read_through_config_is_what_config_records(world):
    assert documents(world.through) == expected(world)


@pytest.mark.parametrize("one", DEVIATIONS, ids=[each[1] for each in DEVIATIONS])
def test_moto_still_differs_in_each_of_these(world, one):
    others = partial(as_moto_has_it, deviations=[each for each in DEVIATIONS if each is not one])
    assert documents(world.live) != expected(world, others)


def test_every_built_in_rule_has_something_to_judge(world):
    assert {rule for rule, *_ in judged(world.live)} == {rule.id for rule in RULES}


def test_the_verdicts_are_the_same(world):
    live = judged(world.live)
    assert judged(world.snapshot) == live
    assert judged(world.through) == live


def test_the_verdicts_are_those_that_the_account_deserves(world):
    verdicts = judged(world.live)
    assert set(verdicts.values()) == {"pass", "fail"}
    assert {each[::2] for each, verdict in verdicts.items() if verdict == "fail"} == {
        ("cloudtrail-kms", "old"),
        ("cloudtrail-log-validation", "old"),
        ("cloudtrail-multi-region", "old"),
        ("nacl-isolates-database-subnets", world.account.acls["default"]["id"]),
        ("security-group-no-open-admin-ports", world.account.groups["admin"]),
    }
