"""Builders for tests of attribution: logs of records, and culprits from AWS Config's items."""

import json
from typing import Any

from scanner.attribution.culprit import Culprit, culprit
from scanner.event import Log, heads


def log(*records: Any, uri: str = "log.json") -> Log:
    """A log with these records."""
    text = json.dumps(records).encode()
    return Log(uri, 1, heads(text), text)


def recorded(path: str) -> dict[tuple[str, str], dict[str, Any]]:
    """The items of a snapshot by type and id, as documents."""
    with open(path, encoding="utf-8") as stream:
        items = json.load(stream)["configurationItems"]
    return {(each["resourceType"], each["resourceId"]): document(each) for each in items}


def document(item: dict[str, Any]) -> dict[str, Any]:
    """An item in the spelling that rules see."""
    return item | {"accountId": item["awsAccountId"], "arn": item.get("ARN")}


def culprits(
    finding: dict[str, Any], items: dict[tuple[str, str], dict[str, Any]]
) -> list[Culprit]:
    """What is at fault for a failed finding of the JSON report: the places that openings name,
    or the field that the clause reads; for the two rules that join without a place, by hand."""
    paths: dict[tuple[str, str], list[str]] = {}
    for each in finding["evidence"]:
        for place in _places(finding, each, items):
            paths.setdefault(place[0], []).append(place[1])
    return [
        culprit(items[key], found, items[key]["configurationItemCaptureTime"])
        for key, found in paths.items()
    ]


def _places(finding: Any, evidence: Any, items: Any) -> Any:
    own = (finding["resource"]["type"], finding["resource"]["id"])
    if own[0] == "AWS::::Account":
        trails = [key for key in items if key[0] == "AWS::CloudTrail::Trail"]
        return [(key, "configuration.isMultiRegionTrail") for key in trails]
    if finding["rule"] == "cloudtrail-kms-key-usable":
        keys = [("AWS::KMS::Key", each["key"]) for each in evidence["found"]]
        return [(key, "configuration.keyState") for key in keys]
    if not isinstance(evidence["found"], list):
        return [(own, evidence["value"])]
    by_id = {key[1]: key for key in items}
    return [(by_id[at["resource"]], at["path"]) for each in evidence["found"] for at in each["at"]]


def record(event: str, asked: Any = None, answered: Any = None, **more: Any) -> dict[str, Any]:
    """A record such as "ec2:CreateVpc" of alice's, at noon; `at` is another time of that day."""
    service, _, name = event.partition(":")
    at = more.pop("at", "12:00:00")
    made = {
        "eventVersion": "1.11",
        "eventTime": f"2026-11-10T{at}Z",
        "eventSource": f"{service}.amazonaws.com",
        "eventName": name,
        "awsRegion": "eu-west-1",
        "recipientAccountId": "111122223333",
        "eventID": f"{name}-{at}",
        "readOnly": False,
        "userIdentity": ALICE,
        "requestParameters": asked,
        "responseElements": answered,
    }
    return {key: each for key, each in (made | more).items() if each != "left out"}


ALICE: dict[str, Any] = {
    "type": "IAMUser",
    "arn": "arn:aws:iam::111122223333:user/alice",
    "accountId": "111122223333",
    "accessKeyId": "AKIAALICE",
    "userName": "alice",
}


def session(role: str, name: str, key: str, path: str = "/") -> dict[str, Any]:
    """The identity of somebody who has taken a role."""
    issuer = {
        "type": "Role",
        "arn": f"arn:aws:iam::111122223333:role{path}{role}",
        "userName": role,
    }
    return {
        "type": "AssumedRole",
        "principalId": f"AROA:{name}",
        "arn": f"arn:aws:sts::111122223333:assumed-role/{role}/{name}",
        "accountId": "111122223333",
        "accessKeyId": key,
        "sessionContext": {"sessionIssuer": issuer},
    }


def took(who: dict[str, Any], session: dict[str, Any], **more: Any) -> dict[str, Any]:
    """The record of somebody taking a role: its answer has the session's access key."""
    key = {"credentials": {"accessKeyId": session["accessKeyId"]}}
    return record("sts:AssumeRole", {}, key, readOnly=True, userIdentity=who, **more)
