"""A bucket's settings as AWS Config writes them: as Amazon's Java library once did.

Each function makes Config's form of an answer in S3's spelling, or of None where there is none.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import msgspec

from scanner.shape import lower_first
from scanner.sources.reshape import plain

Answer = Mapping[str, Any]


def policy_text(answer: Answer | None) -> Any:
    """A bucket's policy, null where it has none; raises ValueError for what is no policy.

    The policy is the whole answer, so that nothing else tells that the service gave it.
    """
    text = answer["Policy"] if answer else None
    if text is not None and "Statement" not in msgspec.json.decode(text, type=dict[str, Any]):
        raise ValueError("not a policy")
    return {"policyText": text}


def versioning(answer: Answer | None) -> Any:
    """A bucket's versioning, off where it was never on."""
    given = answer or {}
    deletion = given.get("MFADelete")
    return {
        "status": given.get("Status", "Off"),
        "isMfaDeleteEnabled": None if deletion is None else deletion == "Enabled",
    }


def logging(answer: Answer | None) -> Any:
    """Where the log of a bucket's accesses goes, nulls where there is none."""
    given = answer or {}
    return {
        "destinationBucketName": given.get("TargetBucket"),
        "logFilePrefix": given.get("TargetPrefix"),
    }


def acl(answer: Answer) -> Any:
    """Who is granted what on a bucket; raises KeyError for an answer that does not say."""
    return {
        "grantList": [
            {
                "grantee": _grantee(each["Grantee"]),
                "permission": _PERMISSIONS.get(each["Permission"], each["Permission"]),
            }
            for each in answer["Grants"]
        ],
        "owner": _who(answer.get("Owner", {})),
    }


_PERMISSIONS: Final = {
    "FULL_CONTROL": "FullControl",
    "READ": "Read",
    "READ_ACP": "ReadAcp",
    "WRITE": "Write",
    "WRITE_ACP": "WriteAcp",
}


def _grantee(grantee: Answer) -> Any:
    """A group's name, or who it is."""
    uri = grantee.get("URI")
    return uri.rpartition("/")[2] if isinstance(uri, str) else _who(grantee)


def _who(who: Answer) -> Any:
    return {"id": who.get("ID"), "displayName": who.get("DisplayName")}


def encryption(answer: Answer | None) -> Any:
    """How a bucket encrypts what is put in it."""
    if answer is None:
        return None
    return {"rules": [_encryption_rule(each) for each in answer["Rules"]]}


def _encryption_rule(rule: Answer) -> Any:
    default = rule.get("ApplyServerSideEncryptionByDefault")
    return {
        "applyServerSideEncryptionByDefault": default
        and {
            "sseAlgorithm": default.get("SSEAlgorithm"),
            "kmsMasterKeyID": default.get("KMSMasterKeyID"),
        },
        "bucketKeyEnabled": rule.get("BucketKeyEnabled"),
    }


def lifecycle(answer: Answer | None) -> Any:
    """What becomes of a bucket's objects as they grow old."""
    return answer and {"rules": [_lifecycle_rule(each) for each in answer["Rules"]]}


def _lifecycle_rule(rule: Answer) -> Any:
    expiration = rule.get("Expiration", {})
    later = rule.get("NoncurrentVersionExpiration", {})
    found = {
        "id": rule.get("ID"),
        "prefix": rule.get("Prefix"),
        "status": rule.get("Status"),
        "expirationDate": expiration.get("Date"),
        "expirationInDays": expiration.get("Days"),
        "expiredObjectDeleteMarker": expiration.get("ExpiredObjectDeleteMarker"),
        "noncurrentVersionExpirationInDays": later.get("NoncurrentDays"),
        "noncurrentVersionExpiration": later and lowered(later),
        "abortIncompleteMultipartUpload": lowered(rule.get("AbortIncompleteMultipartUpload")),
        "transitions": lowered(rule.get("Transitions")),
        "noncurrentVersionTransitions": [
            {name.replace("noncurrentDays", "days"): value for name, value in each.items()}
            for each in lowered(rule.get("NoncurrentVersionTransitions", []))
        ],
        "filter": "Filter" in rule and {"predicate": _predicate(rule["Filter"])},
    }
    return {name: value for name, value in plain(found).items() if value not in (None, {}, False)}


def _predicate(given: Answer) -> Any:
    """A rule's filter as Config's tree of predicates."""
    if "And" in given:
        both = given["And"]
        operands = [*_operands(both)]
        return {"type": "LifecycleAndOperator", "operands": operands}
    return next(_operands(given), None)


def _operands(given: Answer) -> Iterator[Any]:
    if given.get("Prefix") is not None:
        yield {"type": "LifecyclePrefixPredicate", "prefix": given["Prefix"]}
    for tag in (*([given["Tag"]] if "Tag" in given else []), *given.get("Tags", ())):
        yield {"type": "LifecycleTagPredicate", "tag": lowered(tag)}


def replication(answer: Answer | None) -> Any:
    """Where a bucket's objects are copied to, by the rules' names."""
    return answer and {
        "roleARN": answer["Role"],
        "rules": {
            str(each.get("ID") or index): lowered(each)
            for index, each in enumerate(answer["Rules"], 1)
        },
    }


def notification(answer: Answer | None) -> Any:
    """Whom a bucket tells of its objects, by the configurations' names."""
    found = {}
    for kind, target in _TARGETS.items():
        for index, each in enumerate((answer or {}).get(f"{kind}Configurations", ())):
            found[str(each.get("Id") or f"{kind}{index}")] = {
                "type": f"{kind}Configuration",
                target[0]: each.get(target[1]),
                "events": each.get("Events", []),
                "filter": lowered(each.get("Filter")),
            }
    return {"configurations": found}


_TARGETS: Final = {
    "Topic": ("topicARN", "TopicArn"),
    "Queue": ("queueARN", "QueueArn"),
    "LambdaFunction": ("functionARN", "LambdaFunctionArn"),
}


def tag_sets(answer: Answer | None) -> Any:
    """A bucket's tags as one set."""
    tags = {each["Key"]: each["Value"] for each in answer["TagSet"]} if answer else {}
    return {"tagSets": [{"tags": tags}]}


def cors(answer: Answer | None) -> Any:
    """Which other sites may read a bucket."""
    rules = [lowered(each) for each in answer["CORSRules"]] if answer else []
    for rule in rules:
        for old, new in (("iD", "id"), ("exposeHeaders", "exposedHeaders")):
            if old in rule:
                rule[new] = rule.pop(old)
    return {"rules": rules} if answer else None


def website(answer: Answer | None) -> Any:
    """How a bucket is a site of its own."""
    if answer is None:
        return None
    return {
        "indexDocumentSuffix": answer.get("IndexDocument", {}).get("Suffix"),
        "errorDocument": answer.get("ErrorDocument", {}).get("Key"),
        "redirectAllRequestsTo": lowered(answer.get("RedirectAllRequestsTo")),
        "routingRules": lowered(answer.get("RoutingRules", [])),
    }


def requester_pays(answer: Any) -> Any:
    """Whether who reads a bucket pays for it."""
    return answer == "Requester"


def lowered(value: Any) -> Any:
    """The value with the first letter of every name in lower case, all the way down."""
    if isinstance(value, Mapping):
        return {lower_first(name): lowered(each) for name, each in value.items()}
    if isinstance(value, list):
        return [lowered(each) for each in value]
    return plain(value)
