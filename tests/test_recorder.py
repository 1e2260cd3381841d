"""AWS Config's API as a source: the answers are in AWS's documented shape, played by a Stubber."""

import json
from datetime import UTC, datetime, timedelta

import boto3
import pytest
from aws import denied, environment, session
from botocore.stub import Stubber
from small_account import JUDGED
from test_lab_example import LAB

from scanner import builtin
from scanner.errors import UserError
from scanner.model import Coverage, Item, Needs, Problem
from scanner.scan import needs_of
from scanner.sources import aggregate, local, recorder
from scanner.sources.clients import Clients
from scanner.sources.leftover import leftover, topped_up
from scanner.sources.plan import declared
from scanner.sources.pool import Pool
from scanner.sources.query import expression
from scanner.sources.recorded_facts import RECORDED

ACCOUNT = "111122223333"
OTHER = "444455556666"
HOME = (ACCOUNT, "eu-west-1")
GLOBAL = (ACCOUNT, "global")
TRAIL = "AWS::CloudTrail::Trail"
GROUP = "AWS::EC2::SecurityGroup"
BUCKET = "AWS::S3::Bucket"
ROLE = "AWS::IAM::Role"
KEYS = {"aws_access_key_id": "testing", "aws_secret_access_key": "testing"}
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
EVERYTHING = {"allSupported": True, "includeGlobalResourceTypes": True, "resourceTypes": []}


def row(name="main", kind=TRAIL, account=ACCOUNT, region="eu-west-1", **changes):
    """A row of a query: an item as JSON text."""
    return json.dumps(
        {
            "resourceId": name,
            "resourceName": name,
            "resourceType": kind,
            "accountId": account,
            "awsRegion": region,
            "arn": f"arn:aws:x:::{name}",
            "tags": [{"key": "team", "value": "blue", "tag": "team=blue"}],
            "configuration": {"name": name, "isMultiRegionTrail": True},
            "supplementaryConfiguration": {},
            "configurationItemCaptureTime": "2026-01-02T03:04:05.123Z",
            "configurationItemStatus": "OK",
        }
        | changes
    )


def batched(name="main", kind=TRAIL, region="eu-west-1", account=ACCOUNT, **changes):
    """An item of a batch: configuration is JSON text, tags are left out."""
    return {
        "resourceId": name,
        "resourceType": kind,
        "accountId": account,
        "awsRegion": region,
        "configurationItemCaptureTime": datetime(2026, 1, 2, tzinfo=UTC),
        "configurationItemStatus": "OK",
        "configuration": json.dumps({"name": name, "isMultiRegionTrail": True}),
        "version": "1.3",
    } | changes


class Stubbed:
    """AWS Config's clients by Region, each answering what it is told to, in that order."""

    def __init__(self, home="eu-west-1"):
        self.session = boto3.Session(region_name=home, **KEYS)
        self.pool = Pool(max_workers=1)
        self.stubs = {}

    def at(self, region="eu-west-1"):
        if region not in self.stubs:
            client = self.pool.clients.client(self.session, ACCOUNT, "config", region)
            self.stubs[region] = Stubber(client)
            self.stubs[region].activate()
        return self.stubs[region]

    def recorder(self, region="eu-west-1", *, group=EVERYTHING, status=(), **more):
        said = [{"name": "default", "recordingGroup": group, **more}]
        state = {
            "name": "default",
            "recording": True,
            "lastStatus": "SUCCESS",
            "lastStatusChangeTime": NOW,
        }
        self.at(region).add_response(
            "describe_configuration_recorders", {"ConfigurationRecorders": said}
        )
        self.at(region).add_response(
            "describe_configuration_recorder_status",
            {"ConfigurationRecordersStatus": [state | dict(status)]},
        )
        return self

    def rows(self, *rows, region="eu-west-1", kind=TRAIL, following=()):
        asked = {"Expression": expression(kind, frozenset()), "Limit": 100}
        more = {"NextToken": "more"} if following else {}
        self.at(region).add_response(
            "select_resource_config", {"Results": list(rows), **more}, asked
        )
        if following:
            self.at(region).add_response(
                "select_resource_config",
                {"Results": list(following)},
                asked | {"NextToken": "more"},
            )
        return self

    def refused(self, operation, code="AccessDeniedException", region="eu-west-1"):
        self.at(region).add_client_error(operation, code, "not you")
        return self

    def answers(self, operation, answer, asked=None):
        self.at().add_response(operation, answer, asked)
        return self

    def read(self, *types, regions=("eu-west-1",), **options):
        needs = Needs(options.pop("fields", dict.fromkeys(types or (TRAIL,), frozenset())))
        found = list(
            recorder.read(self.session, ACCOUNT, regions, needs, pool=self.pool, now=NOW, **options)
        )
        for stub in self.stubs.values():
            stub.assert_no_pending_responses()
        return found


def only(kind, found):
    return [each for each in found if isinstance(each, kind)]


def names(found):
    return [each.id for each in only(Item, found)]


def problems(found):
    return [(each.what, each.types, each.place) for each in only(Problem, found)]


def covered(found, place=HOME):
    return frozenset().union(*(each.types for each in only(Coverage, found) if each.place == place))


def test_every_page_of_a_query_is_read_and_the_type_is_covered():
    found = Stubbed().recorder().rows(row("a"), following=[row("b")]).read()
    assert (names(found), covered(found), problems(found)) == (["a", "b"], {TRAIL}, [])


def test_a_row_is_the_same_document_as_an_item_in_a_file():
    found = (
        Stubbed()
        .recorder()
        .answers("select_resource_config", {"Results": [row()]})
        .read(fields={TRAIL: frozenset({"configuration.isMultiRegionTrail", "tags"})})
    )
    assert only(Item, found)[0].document() == {
        "resourceType": TRAIL,
        "resourceId": "main",
        "resourceName": "main",
        "arn": "arn:aws:x:::main",
        "accountId": ACCOUNT,
        "awsRegion": "eu-west-1",
        "tags": {"team": "blue"},
        "configuration": {"isMultiRegionTrail": True},
    }


def test_where_a_query_has_no_rows_and_nothing_is_discovered_there_is_none():
    found = (
        Stubbed()
        .recorder()
        .rows()
        .answers(
            "list_discovered_resources",
            {"resourceIdentifiers": []},
            {"resourceType": TRAIL, "limit": 100},
        )
        .read()
    )
    assert (names(found), covered(found), problems(found)) == ([], {TRAIL}, [])


@pytest.mark.parametrize("refusal", [None, "InvalidExpressionException"])
def test_where_a_type_cannot_be_queried_what_is_discovered_is_fetched_in_batches(refusal):
    aws = Stubbed().recorder()
    aws = aws.rows() if refusal is None else aws.refused("select_resource_config", refusal)
    identifiers = [
        {"resourceType": TRAIL, "resourceId": f"t{number}", "resourceName": "x"}
        for number in range(101)
    ]
    aws.answers("list_discovered_resources", {"resourceIdentifiers": identifiers})
    for names_of in ([f"t{number}" for number in range(100)], ["t100"]):
        keys = [{"resourceType": TRAIL, "resourceId": name} for name in names_of]
        aws.answers(
            "batch_get_resource_config",
            {
                "baseConfigurationItems": [batched(name) for name in names_of],
            },
            {"resourceKeys": keys},
        )
    found = aws.read(fields={TRAIL: frozenset({"tags", "configuration.name"})})
    assert (len(names(found)), covered(found)) == (101, {TRAIL})
    assert "$unresolved" in only(Item, found)[0].document()["tags"]


def test_keys_that_are_not_processed_are_problems_and_the_type_is_not_covered():
    aws = Stubbed().recorder().rows()
    aws.answers(
        "list_discovered_resources",
        {
            "resourceIdentifiers": [
                {"resourceType": TRAIL, "resourceId": "a"},
                {"resourceType": TRAIL, "resourceId": "b"},
            ]
        },
    )
    aws.answers(
        "batch_get_resource_config",
        {
            "baseConfigurationItems": [batched("a")],
            "unprocessedResourceKeys": [{"resourceType": TRAIL, "resourceId": "b"}],
        },
    )
    found = aws.read()
    assert (names(found), covered(found)) == (["a"], frozenset())
    assert problems(found) == [("batch_get_resource_config: b was not processed", {TRAIL}, HOME)]


def test_a_row_without_its_configuration_is_fetched_and_keeps_its_tags():
    aws = Stubbed().recorder()
    aws.answers("select_resource_config", {"Results": [row("a", configuration=None), row("b")]})
    keys = {"resourceKeys": [{"resourceType": TRAIL, "resourceId": "a"}]}
    aws.answers("batch_get_resource_config", {"baseConfigurationItems": [batched("a")]}, keys)
    found = aws.read(fields={TRAIL: frozenset({"tags", "configuration.name"})})
    documents = [each.document() for each in only(Item, found)]
    assert [each["configuration"] for each in documents] == [{"name": "a"}, {"name": "b"}]
    assert [each["tags"] for each in documents] == [{"team": "blue"}] * 2
    assert covered(found) == {TRAIL}


def test_a_broken_row_is_a_problem_and_the_others_are_items():
    found = Stubbed().recorder().rows("{", row("b")).read()
    assert (names(found), covered(found)) == (["b"], frozenset())
    assert [each[1:] for each in problems(found)] == [({TRAIL}, HOME)]


@pytest.mark.parametrize(
    "operation",
    [
        "describe_configuration_recorders",
        "describe_configuration_recorder_status",
        "select_resource_config",
        "list_discovered_resources",
        "batch_get_resource_config",
    ],
)
def test_a_refused_call_leaves_the_type_uncovered_and_says_which(operation):
    aws = Stubbed()
    if operation == "describe_configuration_recorder_status":
        aws.answers(
            "describe_configuration_recorders", {"ConfigurationRecorders": [{"name": "default"}]}
        )
    elif operation != "describe_configuration_recorders":
        aws.recorder()
    if operation in ("list_discovered_resources", "batch_get_resource_config"):
        aws.rows()
    if operation == "batch_get_resource_config":
        aws.answers(
            "list_discovered_resources",
            {"resourceIdentifiers": [{"resourceType": TRAIL, "resourceId": "a"}]},
        )
    found = aws.refused(operation).read()
    (what, types, place), *_ = problems(found)
    assert (types, place, covered(found), names(found)) == ({TRAIL}, HOME, frozenset(), [])
    assert "AccessDeniedException: not you" in what


def test_an_answer_without_what_was_asked_for_is_a_failed_read():
    found = Stubbed().recorder().answers("select_resource_config", {}).read()
    assert (covered(found), len(problems(found))) == (frozenset(), 1)


STATES = {
    "off": {"recording": False, "lastStopTime": NOW},
    "failing": {
        "lastStatus": "FAILURE",
        "lastErrorCode": "AccessDenied",
        "lastErrorMessage": "no role",
    },
    "new": {"lastStatus": "PENDING"},
}


@pytest.mark.parametrize("status", STATES.values(), ids=STATES.keys())
def test_what_a_recorder_that_is_not_well_recorded_is_not_even_read(status):
    found = Stubbed().recorder(status=status).read()
    assert [each[1:] for each in problems(found)] == [({TRAIL}, HOME)]
    assert (names(found), covered(found)) == ([], frozenset())


def test_without_a_recorder_nothing_is_known():
    found = (
        Stubbed()
        .answers(
            "describe_configuration_recorders",
            {
                "ConfigurationRecorders": [
                    {"name": "x", "servicePrincipal": "securityhub.amazonaws.com"}
                ]
            },
        )
        .read()
    )
    assert problems(found) == [("there is no configuration recorder", {TRAIL}, HOME)]


def test_a_recorder_that_is_silent_for_longer_than_the_greatest_age_is_not_believed():
    status = {"lastStatusChangeTime": NOW - timedelta(hours=25)}
    assert names(
        Stubbed().recorder(status=status).rows(row()).read(max_age=timedelta(hours=26))
    ) == ["main"]
    found = Stubbed().recorder(status=status).read(max_age=timedelta(hours=24))
    assert ("older than --max-age" in problems(found)[0][0], names(found)) == (True, [])


def test_what_is_recorded_daily_is_older_than_an_hour():
    mode = {
        "recordingFrequency": "CONTINUOUS",
        "recordingModeOverrides": [{"resourceTypes": [TRAIL], "recordingFrequency": "DAILY"}],
    }
    found = Stubbed().recorder(recordingMode=mode).read(max_age=timedelta(hours=1))
    assert [each[1:] for each in problems(found)] == [({TRAIL}, HOME)]


GROUPS = {
    "named": ({"allSupported": False, "resourceTypes": [TRAIL]}, {TRAIL}),
    "excluded": (
        {
            "allSupported": False,
            "recordingStrategy": {"useOnly": "EXCLUSION_BY_RESOURCE_TYPES"},
            "exclusionByResourceTypes": {"resourceTypes": [ROLE, GROUP]},
        },
        {TRAIL},
    ),
    "all but global": ({"allSupported": True, "includeGlobalResourceTypes": False}, {GROUP, TRAIL}),
    "all": (EVERYTHING, {GROUP, ROLE, TRAIL}),
    "nothing": ({}, set()),
}


@pytest.mark.parametrize(("group", "recorded"), GROUPS.values(), ids=GROUPS.keys())
def test_a_type_that_the_recorder_excludes_is_unknown(group, recorded):
    aws = Stubbed().recorder(group=group)
    for kind in sorted(recorded):
        aws.rows(row(kind=kind, region="global" if kind == ROLE else "eu-west-1"), kind=kind)
    found = aws.read(TRAIL, GROUP, ROLE)
    assert covered(found) | covered(found, GLOBAL) == recorded
    assert (
        frozenset().union(*(types for _, types, _ in problems(found)))
        == {TRAIL, GROUP, ROLE} - recorded
    )


def test_global_types_are_read_once_where_they_are_recorded():
    aws = Stubbed().recorder("eu-west-1").recorder("us-east-1", group={"allSupported": True})
    found = aws.rows(row("r", ROLE, region="global"), kind=ROLE).read(
        ROLE, regions=("us-east-1", "eu-west-1")
    )
    assert (names(found), covered(found, GLOBAL), problems(found)) == (["r"], {ROLE}, [])


def test_iam_is_not_recorded_in_young_regions():
    found = Stubbed().recorder("me-central-1").read(ROLE, regions=("me-central-1",))
    assert [each[1:] for each in problems(found)] == [({ROLE}, GLOBAL)]


def test_one_bad_region_leaves_the_others_alone():
    aws = (
        Stubbed()
        .recorder("eu-west-1")
        .refused("describe_configuration_recorders", region="us-east-1")
        .rows(row())
    )
    found = aws.read(regions=("eu-west-1", "us-east-1"))
    assert (names(found), [each[2] for each in problems(found)]) == (
        ["main"],
        [(ACCOUNT, "us-east-1")],
    )


# An aggregator


def source(account=ACCOUNT, region="eu-west-1", status="SUCCEEDED", updated=NOW):
    return {
        "SourceId": account,
        "SourceType": "ACCOUNT",
        "AwsRegion": region,
        "LastUpdateStatus": status,
        "LastUpdateTime": updated,
    }


def the_recorder(recording=True, account=ACCOUNT):
    settings = {"Recording": recording, "RecordingGroup": {"AllSupported": True}}
    return row("default", "AWS::Config::ConfigurationRecorder", account, configuration=settings)


def aggregated(*sources, recorders=(), rows=None, discovered=(), filters=None):
    aws = Stubbed()
    aws.answers(
        "describe_configuration_aggregators",
        {
            "ConfigurationAggregators": [
                {"ConfigurationAggregatorName": "all"}
                | ({"AggregatorFilters": filters} if filters else {})
            ]
        },
    )
    aws.answers(
        "describe_configuration_aggregator_sources_status",
        {"AggregatedSourceStatusList": list(sources)},
    )
    aws.answers("select_aggregate_resource_config", {"Results": list(recorders)})
    if not recorders:
        aws.answers("list_aggregate_discovered_resources", {"ResourceIdentifiers": []})
    if rows is not None:
        aws.answers("select_aggregate_resource_config", {"Results": list(rows)})
    if rows == []:
        aws.answers(
            "list_aggregate_discovered_resources", {"ResourceIdentifiers": list(discovered)}
        )
    return aws


def aggregate_of(aws, *accounts, **options):
    asked = aggregate.Asked(aws.session, ACCOUNT, "all", accounts, ("eu-west-1",))
    return list(aggregate.read(asked, Needs({TRAIL: frozenset()}), aws.pool, now=NOW, **options))


def test_an_aggregator_gives_the_items_of_many_accounts():
    found = aggregate_of(
        aggregated(source(), source(OTHER), rows=[row("a"), row("b", account=OTHER)]),
        ACCOUNT,
        OTHER,
    )
    assert ([each.place for each in only(Item, found)], problems(found)) == (
        [HOME, (OTHER, "eu-west-1")],
        [],
    )
    assert covered(found) == covered(found, (OTHER, "eu-west-1")) == {TRAIL}


def test_an_account_without_rows_is_covered_by_what_its_recorder_promises():
    found = aggregate_of(aggregated(source(), recorders=[the_recorder()], rows=[]), ACCOUNT)
    assert [
        TRAIL not in each.all_but for each in only(Coverage, found) if each.all_but is not None
    ] == [True]
    found = aggregate_of(aggregated(source(), rows=[]), ACCOUNT)
    assert covered(found) == frozenset()


@pytest.mark.parametrize(
    "bad",
    [source(status="FAILED"), source(status="OUTDATED"), source(updated=NOW - timedelta(days=3))],
)
def test_what_an_aggregator_could_not_update_is_unknown(bad):
    found = aggregate_of(
        aggregated(bad, source(OTHER), rows=[row("a"), row("b", account=OTHER)]),
        ACCOUNT,
        OTHER,
        max_age=timedelta(days=1),
    )
    assert (names(found), covered(found)) == (["b"], frozenset())
    assert {each[2] for each in problems(found)} == {HOME, GLOBAL}


def test_an_aggregated_account_whose_recorder_is_off_is_unknown():
    found = aggregate_of(
        aggregated(source(), recorders=[the_recorder(False)], rows=[row()]), ACCOUNT
    )
    assert (names(found), covered(found), [each[2] for each in problems(found)]) == (
        [],
        frozenset(),
        [HOME],
    )


def test_a_type_that_the_aggregator_leaves_out_is_unknown():
    filters = {"ResourceType": {"Type": "INCLUDE", "Value": [GROUP]}}
    found = aggregate_of(aggregated(source(), recorders=[the_recorder()], filters=filters), ACCOUNT)
    assert [each[1] for each in problems(found)] == [{TRAIL}]
    assert all(TRAIL in each.all_but for each in only(Coverage, found) if each.all_but is not None)


def test_a_refused_query_of_an_aggregator_covers_nothing_whatever_recorders_promise():
    found = aggregate_of(
        aggregated(source(), recorders=[the_recorder()]).refused(
            "select_aggregate_resource_config"
        ),
        ACCOUNT,
    )
    assert all(TRAIL in each.all_but for each in only(Coverage, found) if each.all_but is not None)
    assert [each[1] for each in problems(found)] == [{TRAIL}]


def test_an_organization_that_could_not_be_updated_leaves_every_account_unknown():
    bad = source("o-abcdefghij", status="FAILED") | {"SourceType": "ORGANIZATION"}
    found = aggregate_of(aggregated(bad, rows=[row("a"), row("b", account=OTHER)]))
    assert (names(found), [each[1:] for each in problems(found)]) == ([], [({TRAIL}, None)] * 2)


def test_an_account_that_the_aggregator_does_not_hold_is_not_forgotten():
    found = aggregate_of(aggregated(source(OTHER), rows=[row(account=OTHER)]), ACCOUNT, OTHER)
    assert HOME in {each.place for each in only(Coverage, found)}
    assert covered(found) == frozenset()


def test_where_the_recorders_items_are_refused_every_type_is_incomplete():
    aws = Stubbed()
    aws.answers("describe_configuration_aggregators", {"ConfigurationAggregators": [{}]})
    aws.answers(
        "describe_configuration_aggregator_sources_status",
        {"AggregatedSourceStatusList": [source()]},
    )
    aws.refused("select_aggregate_resource_config")
    aws.answers("select_aggregate_resource_config", {"Results": [row()]})
    assert [each[1:] for each in problems(aggregate_of(aws, ACCOUNT))] == [({TRAIL}, None)]


def test_an_aggregator_that_does_not_exist_is_the_users_mistake():
    aws = Stubbed().refused(
        "describe_configuration_aggregators", "NoSuchConfigurationAggregatorException"
    )
    with pytest.raises(UserError, match="--aggregator all: there is none in eu-west-1"):
        aggregate_of(aws, ACCOUNT)


def test_a_query_of_an_aggregator_names_its_accounts_and_regions():
    asked = aggregate.Asked(None, ACCOUNT, "all", (ACCOUNT,), ("eu-west-1",))
    assert (
        asked.where == " AND accountId IN ('111122223333') AND awsRegion IN ('eu-west-1', 'global')"
    )


# What AWS Config leaves out


def test_the_api_is_asked_for_types_and_facts_that_are_not_recorded():
    fields = {
        TRAIL: frozenset({"configuration.name", "supplementaryConfiguration.TrailStatus"}),
        BUCKET: frozenset({"supplementaryConfiguration.BucketPolicy"}),
        "AWS::Logs::MetricFilter": frozenset({"configuration.FilterPattern"}),
        GROUP: None,
    }
    assert leftover(Needs(fields)).fields == {
        TRAIL: {"supplementaryConfiguration.TrailStatus"},
        "AWS::Logs::MetricFilter": {"configuration.FilterPattern"},
    }


def test_a_rule_that_looks_at_everything_needs_every_fact_that_is_not_recorded():
    wanted = leftover(Needs({BUCKET: None})).fields[BUCKET]
    assert "supplementaryConfiguration.OwnershipControls" in wanted
    assert "supplementaryConfiguration.BucketPolicy" not in wanted


def test_every_recorded_fact_is_declared():
    assert {
        name: facts - declared()[name].more.keys()
        for name, facts in RECORDED.items()
        if facts - declared()[name].more.keys()
    } == {}


STATUS_NEEDS = Needs(
    {TRAIL: frozenset({"configuration.name", "supplementaryConfiguration.TrailStatus"})}
)


def thing(name, **document):
    head = {"resourceType": TRAIL, "resourceId": name, "configuration": {"name": name}}
    return Item(TRAIL, name, *HOME, json.dumps(head | document).encode(), "aws://x")


def topped(given, live):
    found = list(topped_up(given, live, STATUS_NEEDS))
    return {each.id: each.document() for each in only(Item, found)}, found


def test_facts_of_the_api_are_added_to_what_was_recorded():
    fact = {"TrailStatus": {"isLogging": True}}
    documents, _ = topped([thing("main")], [thing("main", supplementaryConfiguration=fact)])
    assert documents["main"] | {} == {
        "resourceType": TRAIL,
        "resourceId": "main",
        "configuration": {"name": "main"},
        "supplementaryConfiguration": fact,
    }


def test_a_resource_that_only_one_side_knows_is_unknown_in_what_the_other_would_tell():
    documents, _ = topped(
        [thing("old")], [thing("new", supplementaryConfiguration={"TrailStatus": None})]
    )
    assert "$unresolved" in documents["old"]["supplementaryConfiguration"]["TrailStatus"]
    assert "$unresolved" in documents["new"]["configuration"]
    assert documents["new"]["supplementaryConfiguration"] == {"TrailStatus": None}


def test_where_the_api_lists_nothing_the_facts_say_why_and_the_type_stays_complete():
    refused = Problem(
        "aws://x", "cloudtrail:DescribeTrails: AccessDenied: no", frozenset({TRAIL}), HOME
    )
    documents, found = topped(
        [thing("main"), Coverage(HOME, frozenset({TRAIL}))],
        [refused, Coverage(HOME, frozenset({TRAIL}))],
    )
    assert (
        documents["main"]["supplementaryConfiguration"]["TrailStatus"]["$unresolved"]
        == refused.what
    )
    assert [each.types for each in only(Problem, found)] == [frozenset()]
    assert [each.types for each in only(Coverage, found)] == [frozenset(), {TRAIL}]


# Answers that are none

OWN = {
    "DescribeConfigurationRecorders": {
        "ConfigurationRecorders": [{"name": "default", "recordingGroup": EVERYTHING}]
    },
    "DescribeConfigurationRecorderStatus": {
        "ConfigurationRecordersStatus": [
            {
                "name": "default",
                "recording": True,
                "lastStatus": "SUCCESS",
                "lastStatusChangeTime": NOW.timestamp(),
            }
        ]
    },
    "SelectResourceConfig": {"Results": []},
    "ListDiscoveredResources": {
        "resourceIdentifiers": [{"resourceType": TRAIL, "resourceId": "a"}]
    },
    "BatchGetResourceConfig": {
        "baseConfigurationItems": [batched("a", configurationItemCaptureTime=1)],
        "unprocessedResourceKeys": [],
    },
}
AGGREGATED = {
    "DescribeConfigurationAggregatorSourcesStatus": {
        "AggregatedSourceStatusList": [source(updated=NOW.timestamp())]
    },
    "SelectAggregateResourceConfig": {"Results": []},
    "ListAggregateDiscoveredResources": {
        "ResourceIdentifiers": [
            {
                "ResourceType": TRAIL,
                "ResourceId": "a",
                "SourceAccountId": ACCOUNT,
                "SourceRegion": "eu-west-1",
            }
        ]
    },
    "BatchGetAggregateResourceConfig": {
        "BaseConfigurationItems": [batched("a", configurationItemCaptureTime=1)],
        "UnprocessedResourceIdentifiers": [],
    },
}
AGGREGATOR = {
    "DescribeConfigurationAggregators": {
        "ConfigurationAggregators": [{"ConfigurationAggregatorName": "all"}]
    }
}
NO_ANSWERS = {
    "denied": denied(),
    "empty": (200, b""),
    "html": (200, b"<html>"),
    "other JSON": (200, {"message": "hello"}),
    "a list": (200, b"[]"),
    "nulls": (200, {"Results": None, "resourceIdentifiers": 3}),
    "cut": (200, b'{"Results": ['),
}


def over_http(aggregator=None, **changes):
    """What is read of answers over HTTP."""
    answers = {
        name: (200, body) for name, body in (OWN | AGGREGATED | AGGREGATOR).items()
    } | changes
    needs = Needs({TRAIL: frozenset()})
    with Pool(Clients(attempts=1)) as pool:
        return list(
            recorder.read(
                session(**answers),
                ACCOUNT,
                ["eu-west-1"],
                needs,
                aggregator=aggregator,
                pool=pool,
                now=NOW,
            )
        )


@pytest.fixture(autouse=True)
def _nowhere():
    """No call leaves this machine, whatever a test forgets to answer."""
    with environment("http://127.0.0.1:1"):
        yield


def test_with_every_answer_given_there_is_nothing_unknown():
    found = over_http()
    assert (names(found), covered(found), problems(found)) == (["a"], {TRAIL}, [])


@pytest.mark.parametrize("answer", NO_ANSWERS.values(), ids=NO_ANSWERS.keys())
@pytest.mark.parametrize("operation", OWN)
def test_no_answer_to_any_call_is_ever_taken_for_there_is_none(operation, answer):
    found = over_http(**{operation: answer})
    assert (covered(found), [each[1:] for each in problems(found)]) == (
        frozenset(),
        [({TRAIL}, HOME)],
    )


@pytest.mark.parametrize("answer", NO_ANSWERS.values(), ids=NO_ANSWERS.keys())
@pytest.mark.parametrize("operation", AGGREGATED)
def test_no_answer_of_an_aggregator_is_ever_taken_for_there_is_none(operation, answer):
    found = over_http("all", **{operation: answer})
    assert {TRAIL} in [types for _, types, _ in problems(found)]


@pytest.mark.parametrize("answer", NO_ANSWERS.values(), ids=NO_ANSWERS.keys())
def test_an_aggregator_about_which_nothing_is_told_is_not_read(answer):
    with pytest.raises(UserError, match="--aggregator all: "):
        over_http("all", DescribeConfigurationAggregators=answer)


# The lab


def as_rows(items, kind):
    """A query's rows of a type, from items as a file spells them."""
    spelling = {"awsAccountId": "accountId", "ARN": "arn", "configurationItemVersion": "version"}
    return [
        json.dumps({spelling.get(name, name): value for name, value in each.items()})
        for each in items
        if each["resourceType"] == kind
    ]


@pytest.mark.parametrize("folder", ["before", "after"])
def test_the_lab_is_the_same_by_the_api_as_from_files(folder):
    needs = needs_of([each for each in builtin.rules() if each.id in JUDGED])
    (path,) = (LAB / folder).rglob("*.json")
    recorded = json.loads(path.read_text())["configurationItems"]
    aws = Stubbed().recorder()
    for kind in sorted(needs.types - {"AWS::::Account", "AWS::::Region"}):
        rows = as_rows(recorded, kind)
        aws.answers("select_resource_config", {"Results": rows})
        if not rows:
            aws.answers("list_discovered_resources", {"resourceIdentifiers": []})
    found = aws.read(fields=needs.fields)
    assert problems(found) == []
    assert documents(found) == documents(local.read([str(LAB / folder)], needs))


def documents(found):
    return sorted(
        ((each.type, each.id, each.place, each.document()) for each in only(Item, found)), key=str
    )
