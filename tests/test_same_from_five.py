"""One account, written as a template, a plan, Terraform source, an API's answers and Config's items.

Each of the five gives the same document for every field that a built-in rule reads.
"""

import json
from pathlib import Path

import pytest
from small_account import GROUP, JUDGED, Account, recorded

from scanner import builtin, sources
from scanner.model import Item, Problem
from scanner.profiles.select import with_params
from scanner.scan import needs_of, scanned
from scanner.sources.reach import Reach
from scanner.unresolved import Unresolved

HERE_TOO = Path(__file__).with_name("small_account_files")
RULES = with_params(
    [each for each in builtin.rules() if each.id in JUDGED],
    {"rds-security-group-peers.ingress": ["admin"], "rds-subnet-nacl.trusted": ["10.100.0.0/24"]},
)
NEEDS = needs_of(RULES)
NOW = "2026-11-20T12:00:00Z"

ACCOUNT_MADE = Account(
    left=set(),
    vpc="the network",
    subnets={
        "public": "the public subnet",
        "first": "the first subnet",
        "second": "the second subnet",
    },
    tables={
        "main": {"id": "the main table", "joined": "?"},
        "public": {"id": "the public table", "joined": "?", "gateway": "igw-1"},
    },
    acls={
        "default": {"id": "the default ACL", "joined": {"public": "?"}},
        "database": {"id": "the database's ACL", "joined": {"first": "?", "second": "?"}},
    },
    groups={
        "default": "the default group",
        "admin": "the administrators' group",
        "database": "the database's group",
    },
    key="the key",
    trails={"main": "the main trail", "old": "the old trail"},
    database={"id": "the database", "address": "?"},
)
"""The account, its ids being what the owner calls things."""

CALLED = {
    "template.yaml": {
        "Network": "the network",
        "PublicSubnet": "the public subnet",
        "FirstSubnet": "the first subnet",
        "SecondSubnet": "the second subnet",
        "Gateway": "igw-1",
        "PublicTable": "the public table",
        "Network.MainRouteTable": "the main table",
        "Network.DefaultNetworkAcl": "the default ACL",
        "DatabaseAcl": "the database's ACL",
        "AdminGroup": "the administrators' group",
        "DatabaseGroup": "the database's group",
        "Key": "the key",
        "Key.arn": "the key",
        "MainTrail": "main",
        "OldTrail": "old",
        "Database": "the database",
    },
    "main.tf": {
        "aws_vpc.network": "the network",
        "aws_subnet.public": "the public subnet",
        'aws_subnet.database["first"]': "the first subnet",
        'aws_subnet.database["second"]': "the second subnet",
        "aws_internet_gateway.gateway": "igw-1",
        "aws_route_table.public": "the public table",
        "aws_default_route_table.main": "the main table",
        "aws_default_network_acl.default": "the default ACL",
        "aws_network_acl.database": "the database's ACL",
        "aws_default_security_group.default": "the default group",
        "aws_security_group.admin": "the administrators' group",
        "aws_security_group.database": "the database's group",
        "aws_kms_key.trail": "the key",
        "aws_kms_key.trail.arn": "the key",
        "aws_cloudtrail.main": "main",
        "aws_cloudtrail.old": "old",
        "aws_db_instance.shop": "the database",
    },
}
"""What the owner calls the resources of each file."""
CALLED["plan.json"] = CALLED["main.tf"]

ONLY_DEPLOYED = {
    *("networkAclAssociationId", "networkAclId", "routeTableAssociationId", "associationState"),
    *("routeTableId", "subnetStatus", "subnetOutpost", "subnetAvailabilityZone", "userId"),
    *("status", "subnetGroupStatus", "dBSubnetGroupDescription", "address", "hostedZoneId"),
    *("gatewayType",),
}
"""What AWS adds to what was asked for, none of which a rule reads, and the type of a gateway."""

AS_AWS_MADE_IT = "Network.DefaultSecurityGroup"
"""The default group of a template's VPC, which no template can close as the account's owner did."""

FILES = sorted(CALLED)


def read(name):
    paths = [name, "main.tf"] if name == "plan.json" else [name]
    return list(sources.read([str(HERE_TOO / each) for each in paths], NEEDS, Reach()))


@pytest.fixture(scope="module", params=FILES)
def declared(request):
    return request.param, read(request.param)


def documents(name, found):
    """By type and what the owner calls it, what the rules read of each item."""
    called = CALLED[name]
    return {
        (each.type, called[each.id]): told(each.document(), called)
        for each in found
        if isinstance(each, Item) and NEEDS.fields[each.type] and each.id != AS_AWS_MADE_IT
    }


def told(document, called):
    fields = sorted(NEEDS.fields[document["resourceType"]])
    return {each: spelt(value_at(document, each), called) for each in fields}


def value_at(document, field):
    part, _, name = field.partition(".")
    return (document.get(part) or {}).get(name)


def spelt(value, called):
    """A value as the owner would write it: names for ids, nothing that only AWS adds, in order."""
    if isinstance(value, Unresolved):
        return called.get(value.token, f"? {value.why}")
    if isinstance(value, dict):
        kept = {
            name: spelt(each, called) for name, each in value.items() if name not in ONLY_DEPLOYED
        }
        return {name: each for name, each in kept.items() if each is not None}
    if isinstance(value, list):
        found = [spelt(each, called) for each in value]
        return sorted(found, key=lambda each: json.dumps(each, sort_keys=True))
    return value


def expected(kinds):
    items = (each for each in recorded(ACCOUNT_MADE) if each["resourceType"] in NEEDS.types)
    return {
        (each["resourceType"], each["resourceId"]): told(each, {})
        for each in items
        if (each["resourceType"], each["resourceId"]) in kinds
    }


def in_permissions(documents):
    """Documents with each permission split by its sources: AWS puts those of one port together."""
    return {key: split(document) for key, document in documents.items()}


def split(document):
    if "configuration.ipPermissions" not in document:
        return document
    return {
        name: sorted(parts(each), key=json.dumps)
        if name.startswith("configuration.ipPerm")
        else each
        for name, each in document.items()
    }


def parts(permissions):
    lists = ("ipv4Ranges", "ipv6Ranges", "prefixListIds", "userIdGroupPairs")
    for each in permissions:
        rest = {name: value for name, value in each.items() if name not in (*lists, "ipRanges")}
        yield from ([name, source, sorted(rest.items())] for name in lists for source in each[name])


def test_the_default_group_of_a_template_is_open_as_aws_makes_it():
    verdicts = judged(read("template.yaml"))
    assert verdicts["default-security-group-closed", AS_AWS_MADE_IT] == "fail"


def test_nothing_is_amiss_in_them(declared):
    assert [each for each in declared[1] if isinstance(each, Problem)] == []


def test_every_resource_gives_what_config_records_of_it(declared):
    name, found = declared
    here = documents(name, found)
    assert in_permissions(here) == in_permissions(expected(here.keys()))


def test_terraform_declares_all_of_the_account_and_a_template_all_but_the_closed_default_group():
    everything = {(each["resourceType"], each["resourceId"]) for each in recorded(ACCOUNT_MADE)}
    everything = {each for each in everything if NEEDS.fields.get(each[0])}
    assert documents("plan.json", read("plan.json")).keys() == everything
    assert documents("main.tf", read("main.tf")).keys() == everything
    template = documents("template.yaml", read("template.yaml"))
    assert template.keys() == everything - {(GROUP, "the default group")}


def judged(found, complete=False):
    with scanned(RULES, found, clock=lambda: NOW, complete=complete) as scan:
        return {(each.rule.id, each.resource.id): str(each.verdict) for each in scan.findings}


@pytest.fixture(scope="module")
def deployed(tmp_path_factory):
    """The verdicts on the account once it is deployed, as AWS Config's snapshot has it."""
    path = tmp_path_factory.mktemp("deployed") / "snapshot.json"
    items = list(recorded(ACCOUNT_MADE))
    path.write_text(json.dumps({"fileVersion": "1.0", "configurationItems": items}))
    found = list(sources.read([str(path)], NEEDS, Reach()))
    return judged(found, complete=True)


def test_the_verdicts_are_those_on_the_deployed_account(declared, deployed):
    name, found = declared
    called = CALLED[name]
    verdicts = {
        (rule, called[id]): verdict
        for (rule, id), verdict in judged(found).items()
        if id != AS_AWS_MADE_IT
    }
    here = {(rule, id) for rule, id in deployed if id in called.values()}
    assert verdicts == {each: deployed[each] for each in here}
