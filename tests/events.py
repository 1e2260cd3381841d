"""CloudTrail's records and logs of them, and what rules say of these, for the tests of events."""

from contextlib import contextmanager

import items
import msgspec

from scanner.decide import decision
from scanner.event import EVENT, Log, heads
from scanner.inventory.partition import Partition
from scanner.model import DECLARED
from scanner.scan import scanned
from scanner.unresolved import Unresolved, revive
from scanner.watch.watching import Watch

NOW = "2026-11-21T00:00:00.000Z"
ACCOUNT = "111122223333"
OMITTED = [
    {"omitted": True},
    {"omitted": True, "originalSize": 150_000, "reason": "requestParameters too large"},
]
UNKNOWN = {"$unresolved": "the source does not have it"}


def at(seconds, day="2026-01-01"):
    """The time so many seconds after a day began, as CloudTrail writes it."""
    import datetime

    start = datetime.datetime.fromisoformat(f"{day}T00:00:00+00:00")
    return (start + datetime.timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")


def event(id="e1", name="TerminateInstances", user="alice", time=0, **fields):
    """A record of a call; `time` are seconds of the first of January 2026, or a text."""
    record = {
        "eventVersion": "1.11",
        "eventID": id,
        "eventName": name,
        "eventSource": "ec2.amazonaws.com",
        "eventTime": time if isinstance(time, str) or time is None else at(time),
        "awsRegion": "eu-west-1",
        "sourceIPAddress": "203.0.113.7",
        "eventType": "AwsApiCall",
        "eventCategory": "Management",
        "managementEvent": True,
        "readOnly": False,
        "recipientAccountId": ACCOUNT,
        "userIdentity": {
            "type": "IAMUser",
            "userName": user,
            "arn": f"arn:aws:iam::{ACCOUNT}:user/{user}",
            "accountId": ACCOUNT,
        },
        "requestParameters": None,
        "responseElements": None,
        **fields,
    }
    return {key: value for key, value in record.items() if value is not ...}


def log(*records, uri="log.json.gz", first=1, whole=True):
    """A log of records; of one that is not whole the heads lack what is not known."""
    text = msgspec.json.encode(list(records))
    known = [_known(each) for each in records] if not whole else records
    return Log(uri, first, heads(msgspec.json.encode(known)), text, whole)


def _known(record):
    return {key: value for key, value in record.items() if b"$unresolved" not in _json(value)}


def _json(value):
    return msgspec.json.encode(value)


def rule(text, id="event-rule"):
    """A rule on events from the parts of its YAML that matter."""
    return items.rule(f"id: {id}\nresource: {EVENT}\n{text}")


def count(by="configuration.userIdentity.userName", within="5m", at_least=3, **more):
    """A rule that counts the events of each user."""
    listed = by if isinstance(by, list) else [by]
    return rule(f"count: {{by: {listed!r}, within: {within}, at_least: {at_least}}}", **more)


def silence(by="configuration.userIdentity.userName", longer_than="90d", **more):
    """A rule on the silence of each user."""
    return rule(f"silence: {{by: [{by}], longer_than: {longer_than}}}", **more)


def watched(rules, *logs, spare=None, now=NOW, **times):
    """The findings on logs, and the problems with them."""
    watch = Watch(rules if isinstance(rules, list) else [rules], now, **times)
    try:
        found = [finding for each in logs for finding in watch.findings(each, spare)]
        return [*found, *watch.ends(spare)], watch.problems
    finally:
        watch.close()


def outcomes(rules, *logs, **options):
    """{event id or key: verdict} of the findings on logs; no two findings have one id."""
    found, _ = watched(rules, *logs, **options)
    said = {each.resource.id: each.verdict.value for each in found}
    assert len(said) == len(found)
    return said


def summary(findings):
    """Everything that findings say but where the events lie, as a set."""
    return {
        (each.rule.id, each.fingerprint, each.verdict, each.message, each.resource.name)
        for each in findings
    }


def slowly(rule, record, whole=True):
    """What `decision` says of the whole document of a record, computed anew: the oracle."""
    nowhere = Partition(("", DECLARED), {}, {}, lambda _: None, lambda _: None, now=NOW)
    return decision(rule, document(record, whole=whole), nowhere).verdict


def document(record, whole=True):
    """The document of an event: its id, account and Region, and the record."""
    again = msgspec.json.decode(_json(record))
    again = again if whole else revive(again)
    large = [name for name, value in again.items() if value in OMITTED]
    again |= {name: Unresolved("it was too large", present=True) for name in large}
    known = again if whole else _known(record)
    caller = known.get("userIdentity") or {}
    return {
        "resourceType": EVENT,
        "resourceId": known.get("eventID"),
        "resourceName": known.get("eventName"),
        "accountId": known.get("recipientAccountId") or caller.get("accountId") or "",
        "awsRegion": known.get("awsRegion") or "",
        "configuration": again,
        "supplementaryConfiguration": {},
    }


@contextmanager
def scan(rules, *given, now=NOW, **options):
    """The scan of logs and whatever else sources give."""
    with scanned(rules, given, clock=lambda: now, **options) as result:
        yield result
