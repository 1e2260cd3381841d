"""What AWS Config writes otherwise than the services do, each as one pure function of an answer.

Declarations name them: a call's `form` gets an answer in the service's spelling, or None where
there is none; a type's `form` gets the whole configuration in Config's spelling.
"""

import csv
import io
from collections.abc import Callable, Mapping
from typing import Any, Final

from scanner.sources import bucket_forms as bucket
from scanner.sources.bucket_forms import Answer
from scanner.sources.cloudcontrol import properties


def no_block(answer: Answer | None) -> Any:
    """An account's block of public access to its buckets, off where it was never set."""
    return answer or dict.fromkeys(
        ("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"), False
    )


_WORDS: Final = {
    "true": True,
    "false": False,
    "n/a": None,  # there is no such password or key, or it was never used
    "no_information": None,  # not used since IAM takes note of it
    "not_supported": None,
}


def credential_report(answer: bytes) -> Any:
    """The rows of an account's credential report by the user's name: a null where it has nothing.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html
    """
    rows = csv.DictReader(io.StringIO(answer.decode()))
    return {row["user"]: {name: _told(name, row[name]) for name in row} for row in rows}


def _told(column: str, value: str) -> Any:
    """A cell of the report; a user may be called like one of the words."""
    return value if column in ("user", "arn") else _WORDS.get(value.lower(), value)


def root_credentials(answer: bytes) -> Any:
    """The root user's row of the credential report; raises KeyError where it has none."""
    return credential_report(answer)["<root_account>"]


def restorable_by_all(answer: list[dict[str, Any]]) -> Any:
    """Who may make volumes of each of the snapshots that everybody may, by id."""
    return {each["SnapshotId"]: ["all"] for each in answer}


def shared_with(answer: Mapping[str, Any]) -> Any:
    """Whom a document is shared with; raises LookupError where the list goes on, which no page has.

    AWS tells two hundred accounts at a time, and of any more nothing would be known.
    """
    if answer.get("NextToken"):
        raise LookupError("a document is shared with more accounts than are told at a time")
    return {"AccountIds": answer["AccountIds"]}


def both_ranges(configuration: dict[str, Any]) -> None:
    """A security group's permissions with the addresses alone beside those with descriptions."""
    for name in ("ipPermissions", "ipPermissionsEgress"):
        for each in configuration.get(name, ()):
            ranges = each.get("ipRanges", [])
            each["ipv4Ranges"] = ranges
            each["ipRanges"] = [one.get("cidrIp") for one in ranges]


def cluster_writer(configuration: dict[str, Any]) -> None:
    """A database cluster's members with both spellings of which one writes."""
    for each in configuration.get("dbclusterMembers", ()):
        each["clusterWriter"] = each.get("isClusterWriter")


def eks(configuration: dict[str, Any]) -> None:
    """An EKS cluster with the fields that CloudFormation has on top of the service's."""
    lifted = {
        "CertificateAuthorityData": ("CertificateAuthority", "Data"),
        "OpenIdConnectIssuerUrl": ("Identity", "Oidc", "Issuer"),
        "ClusterStatus": ("Status",),
        "EncryptionConfigKeyArn": ("EncryptionConfig", 0, "Provider", "KeyArn"),
    }
    for name, path in lifted.items():
        value: Any = configuration
        for step in path:
            value = _step(value, step)
        if value is not None:
            configuration[name] = value


def _step(value: Any, step: str | int) -> Any:
    if isinstance(value, list) and isinstance(step, int):
        return value[step] if step < len(value) else None
    return value.get(step) if isinstance(value, dict) else None


ANSWERS: Final[Mapping[str, Callable[[Any], Any]]] = {
    each.__name__: each
    for each in (
        *(bucket.policy_text, bucket.versioning, bucket.logging, bucket.acl, bucket.encryption),
        *(bucket.lifecycle, bucket.replication, bucket.notification, bucket.tag_sets),
        *(
            bucket.cors,
            bucket.website,
            bucket.requester_pays,
            no_block,
            credential_report,
            root_credentials,
            shared_with,
            properties,
            restorable_by_all,
        ),
    )
}
"""What a call's `form` may name."""

CONFIGURATIONS: Final[Mapping[str, Callable[[dict[str, Any]], None]]] = {
    each.__name__: each for each in (both_ranges, cluster_writer, eks)
}
"""What a type's `form` may name; they change the configuration in place."""
