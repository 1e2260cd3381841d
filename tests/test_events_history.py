"""CloudTrail's Event history, asked of LookupEvents: pages, times, refusals."""

import json
import time
from datetime import UTC, datetime, timedelta

import aws
import boto3
import pytest
from between import between
from botocore.stub import ANY, Stubber
from trail_logs import ACCOUNT, entry, given, needs, record, records

from scanner import sources
from scanner.event import EVENT, Log
from scanner.model import Needs, Problem
from scanner.permissions import policy
from scanner.sources.clients import Clients
from scanner.sources.events import history
from scanner.sources.live import Entered
from scanner.sources.pool import Pool
from scanner.sources.reach import Reach

NOW = datetime(2026, 9, 28, 12, 0, tzinfo=UTC)
TRAIL = "AWS::CloudTrail::Trail"
SINCE = "2026-09-27T10:00:00.000Z"
UNTIL = "2026-09-27T12:00:00.000Z"


@pytest.fixture(autouse=True)
def nothing_of_this_machine():
    with aws.environment("http://127.0.0.1:9"):
        yield


def page(*given, more=""):
    """A page as boto3 has it."""
    found = {"Events": [{**entry(each), "EventTime": NOW} for each in given]}
    return found | ({"NextToken": more} if more else {})


def body(*given, more=""):
    """A page as AWS sends it."""
    found = {"Events": [{**entry(each), "EventTime": 1.0} for each in given]}
    return 200, found | ({"NextToken": more} if more else {})


def client():
    return boto3.client("cloudtrail", region_name="eu-west-1")


def asked(wanted, *answers, regions=("eu-west-1",), accounts=(ACCOUNT,)):
    """What the Event history of accounts gives where AWS answers so, and what it was asked."""
    requests = []
    session = aws.session(LookupEvents=list(answers))
    session.events.register(
        "before-parameter-build.cloudtrail.LookupEvents",
        lambda params, **_: requests.append(dict(params)),
    )
    with Pool(Clients(attempts=1)) as pool:
        entered = [Entered(session, account, regions) for account in accounts]
        found = list(history.read_accounts(entered, wanted, pool, now=NOW))
    return found, requests


def test_all_pages_of_a_time_are_read():
    wanted = needs(since=SINCE, until=UNTIL)
    found, requests = asked(wanted, body(*records(2), more="a"), body(record(3)))
    values, problems, uses = given(found)
    assert (values, problems) == (records(3), [])
    assert [each.first for each in found if isinstance(each, Log)] == [1, 3]
    assert (uses[0].name, uses[0].where, uses[0].items) == ("aws-events", f"aws://{ACCOUNT}", 3)
    times = {
        "StartTime": datetime(2026, 9, 27, 10, tzinfo=UTC),
        "EndTime": datetime(2026, 9, 27, 12, tzinfo=UTC),
    }
    assert requests == [times, {**times, "NextToken": "a"}]


def test_without_since_the_last_day_is_read_and_that_is_said():
    found, requests = asked(needs(), body(record()))
    assert [each["StartTime"] for each in requests] == [NOW - timedelta(days=1)]
    assert given(found)[1] == [
        Problem(
            "aws-events", "the last 24 hours were read; say from when with --since", blocks=False
        )
    ]


def test_before_ninety_days_there_is_nothing_and_that_is_a_gap():
    found, requests = asked(needs(since="2026-01-01T00:00:00.000Z"), body(record()))
    assert requests[0]["StartTime"] == NOW - timedelta(days=90)
    (problem,) = given(found)[1]
    assert (problem.types, problem.blocks) == ({EVENT}, True)
    assert problem.what == "the Event history has 90 days only: what was before was not read"
    past = needs(since="2026-01-01T00:00:00.000Z", until="2026-01-02T00:00:00.000Z")
    found, requests = asked(past)
    assert (len(given(found)[1]), requests) == (1, [])


def test_every_region_of_every_account_is_asked():
    wanted = needs(since=SINCE)
    answers = [body(record(number)) for number in range(4)]
    found, requests = asked(
        wanted, *answers, regions=("us-east-1", "eu-west-1"), accounts=(ACCOUNT, "444455556666")
    )
    values, problems, uses = given(found)
    assert (len(values), problems, len(requests)) == (4, [], 4)
    assert [(each.where[6:], each.items) for each in uses] == [(ACCOUNT, 2), ("444455556666", 2)]
    assert len({each.uri for each in found if isinstance(each, Log)}) == 4


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        (aws.denied("cloudtrail:LookupEvents"), "AccessDeniedException"),
        ((400, {"__type": "ThrottlingException", "message": "no"}), "ThrottlingException"),
        ((200, b""), "GarbledAnswer"),
        ((200, {"NextToken": "a"}), "without Events"),
        ((200, {"Events": 7}), "GarbledAnswer"),
    ],
)
def test_a_region_that_refuses_or_breaks_off_is_a_problem_of_its_place(answer, what):
    found, _ = asked(needs(since=SINCE), body(record(), more="a"), answer)
    values, problems, _ = given(found)
    assert values == [record()]
    (problem,) = problems
    assert problem.what.startswith("cloudtrail:LookupEvents: ")
    assert what in problem.what
    assert (problem.types, problem.blocks) == ({EVENT}, True)
    assert problem.place == (ACCOUNT, "eu-west-1")
    assert problem.where == f"aws://{ACCOUNT}/eu-west-1"


def test_an_event_that_is_none_costs_nothing_but_itself():
    page = body(*records(3))
    page[1]["Events"][1]["CloudTrailEvent"] = "{"
    found, _ = asked(needs(since=SINCE), page)
    values, problems, _ = given(found)
    assert values == [record(1), record(3)]
    assert problems[0].what.startswith("event 2 is no record: ")


def test_a_quiet_region_is_well():
    assert given(asked(needs(since=SINCE), body())[0])[:2] == ([], [])


def test_without_a_rule_on_events_nothing_is_asked():
    found, requests = asked(Needs({TRAIL: None}))
    what = "CloudTrail's Event history was not read; no rule on events was chosen"
    assert (found, requests) == ([Problem("aws-events", what, blocks=False)], [])


def test_no_more_calls_are_made_than_aws_takes():
    pages = [body(record(number), more=f"t{number}") for number in range(4)] + [body()]
    began = time.monotonic()
    assert len(given(asked(needs(since=SINCE), *pages)[0])[0]) == 4
    assert 1.4 < time.monotonic() - began < 5


def test_the_history_of_one_resource_is_looked_up():
    looking = client()
    attributes = [{"AttributeKey": "ResourceName", "AttributeValue": "sg-1"}]
    times = {"StartTime": ANY, "EndTime": ANY}
    with Stubber(looking) as stubber:
        first = {"LookupAttributes": attributes, **times}
        stubber.add_response("lookup_events", page(record(1), more="a"), first)
        stubber.add_response("lookup_events", page(record(2)), {**first, "NextToken": "a"})
        stubber.add_response("lookup_events", page(), {"LookupAttributes": attributes})
        found = list(history.looked_up(looking, "eu-west-1", "sg-1", SINCE, UNTIL, ACCOUNT))
        assert list(history.looked_up(looking, "eu-west-1", "sg-1", "", "")) == []
    assert given(found)[0] == records(2)
    assert found[0].uri == f"aws://{ACCOUNT}/eu-west-1/event-history"


def test_a_look_up_that_is_refused_ends_with_a_problem():
    looking = client()
    with Stubber(looking) as stubber:
        stubber.add_response("lookup_events", page(record(1), more="a"))
        stubber.add_client_error("lookup_events", "AccessDeniedException", "no", 400)
        log, problem = history.looked_up(looking, "eu-west-1", "sg-1", "", "")
    assert log.heads[0].event_id == record(1)["eventID"]
    assert (problem.where, problem.place) == ("aws://eu-west-1", None)
    assert problem.what == "cloudtrail:LookupEvents: AccessDeniedException: no"


def test_the_permission_that_it_takes():
    wanted = json.loads(policy(needs(TRAIL), Reach(regions=("eu-west-1",)), ["aws-events"]))
    assert wanted["Statement"][0]["Action"] == ["cloudtrail:LookupEvents"]


def test_aws_events_is_a_source_of_its_own_and_aws_asks_for_none():
    bodies = []

    def answer(text):
        if '"StartTime"' in text:
            bodies.append(text)
            status, page = body(record())
            return status, json.dumps(page).encode()
        return None

    reach = Reach(regions=("eu-west-1",))
    with aws.aws() as url, between(url, answer) as middle, aws.environment(middle):
        found = list(sources.read(["aws-events"], needs(TRAIL, since=SINCE), reach))
        values, problems, uses = given(found)
        assert (values, problems, len(found)) == ([record()], [], 2)
        assert [(each.name, each.where) for each in uses] == [
            ("aws-events", f"aws://{aws.ACCOUNT}")
        ]
        values, problems, uses = given(sources.read(["aws"], needs(TRAIL, since=SINCE), reach))
        assert (values, problems, len(bodies)) == ([], [], 1)
        both = sources.read(["aws", "aws-events"], needs(TRAIL, since=SINCE), reach)
        assert [each.name for each in given(both)[2]] == ["aws", "aws-events"]
