"""Items, rules and whole scans, for the tests of the engine."""

from contextlib import contextmanager
from textwrap import dedent

import msgspec

from scanner import document
from scanner.model import Coverage, Item, SourceUse
from scanner.rule_of import rule_of
from scanner.scan import Living, scanned

ACCOUNT = "111122223333"
HERE = (ACCOUNT, "eu-west-1")
TRAIL, KEY = "AWS::CloudTrail::Trail", "AWS::KMS::Key"


def item(
    type, id, configuration=None, place=HERE, captured="2026-01-01", deleted=False, **envelope
):
    text = {
        "resourceType": type,
        "resourceId": id,
        "accountId": place[0],
        "awsRegion": place[1],
        "configuration": configuration or {},
        "supplementaryConfiguration": {},
        **envelope,
    }
    return Item(
        type, id, *place, text=msgspec.json.encode(text), uri="snapshot.json",
        captured=captured, deleted=deleted,
    )  # fmt: skip


def trail(id="main", place=HERE, **configuration):
    return item(TRAIL, id, configuration, place)


def key(arn, place=HERE, **configuration):
    return item(KEY, arn, {"arn": arn, **configuration}, place)


def covered(*types, place=HERE):
    return Coverage(place, frozenset(types))


def rule(text):
    """A rule from the parts of its YAML that matter to a test."""
    given = dedent(text)
    usual = {
        "id": "test-rule",
        "title": "all is well",
        "severity": "high",
        "why": "it matters",
        "fix": "mend it",
        "resource": TRAIL,
    }
    missing = [
        f"{name}: {value}" for name, value in usual.items() if f"\n{name}:" not in f"\n{given}"
    ]
    return rule_of(
        document.parse("\n".join([*missing, given]), "test-rule.yaml").value, "test-rule.yaml"
    )


@contextmanager
def scan(rules, given, now="2026-11-21T00:00:00.000Z", waivers=(), **options):
    with scanned(rules, [*given, SourceUse("config", "snapshot.json", 1)], clock=lambda: now,
                 living=Living(waivers), **options) as result:  # fmt: skip
        yield result


def verdicts(rules, given, **options):
    """{(rule id, region, resource id): outcome} of a scan."""
    with scan(rules, given, **options) as result:
        return {
            (each.rule.id, each.resource.region, each.resource.id): each.outcome
            for each in result.findings
        }


def verdict_of_each(rule, given, **options):
    """{resource id: outcome} of a scan with one rule."""
    return {id: outcome for (_, _, id), outcome in verdicts([rule], given, **options).items()}
