"""Builders of CloudTrail's records and of the files that hold them."""

import gzip
import io
import json

from scanner.event import EVENT, Log
from scanner.model import Needs, Problem, SourceUse
from scanner.sources.events.contents import Fault, contents
from scanner.sources.files import unpacked

ACCOUNT = "111122223333"
REGION = "eu-west-1"
TIME = "2026-09-27T10:00:00Z"


def record(number=1, **changes):
    """A record as CloudTrail writes it; a change to None leaves a field out."""
    full = {
        "eventVersion": "1.11",
        "userIdentity": {
            "type": "IAMUser",
            "principalId": "AIDAEXAMPLE",
            "arn": f"arn:aws:iam::{ACCOUNT}:user/alice",
            "accountId": ACCOUNT,
            "accessKeyId": "AKIAIOSFODNN7EXAMPLE",
            "userName": "alice",
        },
        "eventTime": TIME,
        "eventSource": "ec2.amazonaws.com",
        "eventName": "TerminateInstances",
        "awsRegion": REGION,
        "sourceIPAddress": "198.51.100.7",
        "userAgent": "console.amazonaws.com",
        "requestParameters": {"instancesSet": {"items": [{"instanceId": f"i-{number:017x}"}]}},
        "responseElements": None,
        "requestID": f"{number:08x}-1111-4111-8111-111111111111",
        "eventID": f"{number:08x}-2222-4222-8222-222222222222",
        "readOnly": False,
        "eventType": "AwsApiCall",
        "managementEvent": True,
        "recipientAccountId": ACCOUNT,
        "eventCategory": "Management",
    }
    full |= changes
    return {name: value for name, value in full.items() if name not in changes or value is not None}


def records(count, first=1):
    """So many different records."""
    return [record(number) for number in range(first, first + count)]


def compact(value):
    """JSON text as CloudTrail writes it."""
    return json.dumps(value, separators=(",", ":")).encode()


def log_file(given, packed=True):
    """A log file as it is delivered."""
    text = compact({"Records": list(given)})
    return gzip.compress(text) if packed else text


def entry(given):
    """A record as LookupEvents answers it."""
    return {
        "EventId": given["eventID"],
        "EventName": given["eventName"],
        "ReadOnly": "false",
        "EventTime": given["eventTime"],
        "EventSource": given["eventSource"],
        "Username": "alice",
        "Resources": [],
        "CloudTrailEvent": json.dumps(given),
    }


def key(time="20260927T1000Z", account=ACCOUNT, region=REGION, above="AWSLogs/", kind="CloudTrail"):
    """The key of a log file that was delivered at a time."""
    day = f"{time[:4]}/{time[4:6]}/{time[6:8]}"
    name = f"{account}_{kind}_{region}_{time}_0a1B2c3D4e5F6g7H.json.gz"
    return f"{above}{account}/{kind}/{region}/{day}/{name}"


def needs(*more, since="", until=""):
    """What rules on events need, and rules on other types if some are named."""
    return Needs(dict.fromkeys((EVENT, *more)), since=since, until=until)


def read(text, piece=None):
    """The records of a file's text as JSON values, and its faults as (where, what)."""
    found, faults = [], []
    for each in contents(lambda: _opened(text, piece)):
        if isinstance(each, Fault):
            faults.append((each.where, each.what))
        else:
            log = Log("file", each.first, each.heads, each.text, each.whole)
            assert len(log.texts()) == len(log.heads)
            found += [json.loads(one) for one in log.texts()]
    return found, faults


class _opened:
    def __init__(self, text, piece):
        self.text, self.piece = text, piece

    def __enter__(self):
        file = io.BytesIO(self.text)
        return unpacked(lambda size: file.read(min(size, self.piece or size)))

    def __exit__(self, *error):
        pass


def given(stream):
    """What a source gave, by what it is: the records, the problems, the uses, the rest."""
    everything = list(stream)
    logs = [each for each in everything if isinstance(each, Log)]
    values = [json.loads(text) for log in logs for text in log.texts()]
    problems = [each for each in everything if isinstance(each, Problem)]
    uses = [each for each in everything if isinstance(each, SourceUse)]
    return values, problems, uses
