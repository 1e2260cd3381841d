"""Scans of what a pull request declares, from files to verdicts, in this process."""

import json
from dataclasses import dataclass
from functools import cache

from reports import pieces
from scanner import builtin, sources
from scanner.commands.scanning import status
from scanner.finding import Finding
from scanner.model import Item, Problem
from scanner.profiles.select import with_params
from scanner.scan import needs_of, scanned
from scanner.sources.deployment import Deployment
from scanner.sources.reach import Reach
from scanner.tree import Tree

NOW = "2026-11-20T12:00:00Z"
PEERS = {"rds-security-group-peers.ingress": ["10.1.0.0/16"]}
RULES = with_params(builtin.rules(), PEERS)


@dataclass(frozen=True)
class Outcome:
    """What a scan said, kept after it ended."""

    findings: list[Finding]
    problems: list[Problem]
    not_exercised: dict[str, str]
    status: int
    items: int
    results: list[dict]

    def verdicts(self):
        """The verdict of each rule on each resource."""
        return {
            (each.rule.id, each.resource.stack, each.resource.type, each.resource.id): str(
                each.verdict
            )
            for each in self.findings
        }

    def verdict(self, rule):
        """The worst verdict of a rule, "" where it judged nothing."""
        said = {str(each.verdict) for each in self.findings if each.rule.id == rule}
        return next((each for each in ("fail", "unknown", "pass") if each in said), "")


@cache
def _needs(ids):
    return needs_of(rule(*ids))


def outcome(*paths, root="/", rules=RULES, parameters=(), sarif=True):
    """What a scan of files says; `root` is the repository's, to which SARIF's paths relate."""
    deployment = Deployment(parameters=tuple(map(str, parameters)))
    needs = _needs(tuple(each.id for each in rules))
    given = list(sources.read([str(each) for each in paths], needs, Reach(), deployment=deployment))
    with scanned(rules, given, clock=lambda: NOW) as scan:
        report = "".join(pieces("sarif", scan, tree=Tree(str(root), str(root)))) if sarif else ""
        return Outcome(
            list(scan.findings),
            list(scan.problems),
            {each.rule.id: each.why for each in scan.not_exercised},
            status(scan, None),
            sum(isinstance(each, Item) for each in given),
            json.loads(report)["runs"][0]["results"] if sarif else [],
        )


def rule(*ids):
    """Built-in rules by their ids."""
    return tuple(each for each in RULES if each.id in ids)


def at(result, root):
    """What stands in the file at the place that a SARIF result points at."""
    place = result["locations"][0]["physicalLocation"]
    text = (root / place["artifactLocation"]["uri"]).read_text(encoding="utf-8")
    return cut(text, place["region"])


def cut(text, region):
    """What stands in a SARIF region of a text."""
    first, last = span(text, region)
    return text[first:last]


def span(text, region):
    """Where a SARIF region begins and ends in a text, as indexes."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return (
        starts[region["startLine"] - 1] + region["startColumn"] - 1,
        starts[region["endLine"] - 1] + region["endColumn"] - 1,
    )


def repaired(text, result):
    """A file's text once a SARIF result's fixes are made."""
    [fix] = result["fixes"]
    [change] = fix["artifactChanges"]
    for each in change["replacements"]:
        first, last = span(text, each["deletedRegion"])
        text = text[:first] + each["insertedContent"]["text"] + text[last:]
    return text
