"""What a finding is about and where it stands, as a person would say it, and what comes first."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from scanner.finding import Finding, Scan
from scanner.model import Location, Problem, Resource
from scanner.rule import SEVERITIES, Rule

FEW: Final = 3  # resource types that a sentence names


def called(resource: Resource) -> str:
    """The resource's name with its id; "every TYPE" where the whole type could not be judged."""
    if resource.id == "*":
        return f"every {resource.type}"
    if resource.name and resource.name not in resource.id:
        return f"{resource.name} ({resource.id})"
    return resource.id


def home(resource: Resource) -> str:
    """The account and Region it lies in, or the file or module that declares it."""
    return resource.stack or "/".join(part for part in (resource.account, resource.region) if part)


def elsewhere(finding: Finding) -> str:
    """The resource's home, "" where the finding's own place says it: the same file, or below it."""
    stack, location = finding.resource.stack, finding.location
    told = stack and location and _leads_to(location.uri, stack)
    return "" if told else home(finding.resource)


def _leads_to(path: str, stack: str) -> bool:
    """Whether a path as the user gave it is a stack's, or below it; the stack's is from the root
    of the repository, of which the user may be in a folder."""
    parts = path.split("/")
    around = ("/".join(parts[:length]) for length in range(1, len(parts) + 1))
    return any(f"/{stack}".endswith(f"/{each}") for each in around)


def spot(location: Location, path: str | None = None) -> str:
    """The place as `file:line:column`, as far as it is known; `path` may stand for its own."""
    numbers = [location.line, location.column] if location.line else []
    return ":".join(
        [location.uri if path is None else path, *(str(each) for each in numbers if each)]
    )


def written_at(problem: Problem) -> Location:
    """Where a problem is: a file with the line and column that its `where` ends in, if any."""
    found = re.fullmatch(r"(.+?)(?::(\d{1,9}))?(?::(\d{1,9}))?", problem.where, re.DOTALL)
    if found is None:
        return Location(problem.where)
    line, column = (int(each) if each else None for each in found.groups()[1:])
    return Location(found[1], line, column)


def standing(finding: Finding, scan: Scan) -> Location:
    """Where a finding stands: its own place, or the first source where it has none."""
    return finding.location or Location(scan.sources[0].where if scan.sources else "")


def sentence(finding: Finding) -> str:
    """The finding in one sentence: the resource, where it is unless its file says so, what it has.

    Strangers' text, as it came.
    """
    where = elsewhere(finding)
    subject = f"{called(finding.resource)} in {where}" if where else called(finding.resource)
    undecided = "could not be decided: " if finding.outcome == "unknown" else ""
    return f"{subject}: {undecided}{finding.told}"


def worst_first(rules: Iterable[Rule]) -> list[Rule]:
    """The rules by severity, from critical to info, then by id."""
    return sorted(rules, key=lambda rule: (SEVERITIES.index(rule.severity), rule.id))


def graded(scan: Scan, *outcomes: str) -> Iterator[Finding]:
    """The findings that count as these outcomes: outcome by outcome, each from the worst."""
    for outcome in outcomes:
        for rule in worst_first(scan.rules):
            yield from scan.findings.of(rule, frozenset({outcome}))


def concerned(problem: Problem) -> str:
    """Which types a problem leaves incomplete, in brackets; "" for none, a number for many."""
    if not problem.types:
        return ""
    few = len(problem.types) <= FEW
    said = ", ".join(sorted(problem.types)) if few else f"{len(problem.types)} resource types"
    return f" (concerns {said})"
