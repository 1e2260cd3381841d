"""What the JSON reports say alike: lists of a line each, resources, evidence, sources, problems."""

from collections.abc import Iterable, Iterator
from typing import Any

from reports.ascii_json import as_json
from scanner.model import Evidence, Location, Problem, Resource, SourceUse


def listed(name: str, values: Iterable[dict[str, Any]]) -> Iterator[str]:
    """A member of the report with a value a line, from the comma in front of it on."""
    before = f',\n"{name}": [\n'
    for value in values:
        yield before + as_json(value)
        before = ",\n"
    yield f',\n"{name}": []' if before.startswith(',\n"') else "\n]"


def resource(one: Resource) -> dict[str, Any]:
    """What a resource is called, and where it is."""
    return {
        "type": one.type,
        "id": one.id,
        "name": one.name,
        "arn": one.arn,
        "account": one.account,
        "region": one.region,
    }


def evidence(one: Evidence) -> dict[str, Any]:
    """What was looked at, and where it is written."""
    return {
        "value": one.value,
        "found": one.found,
        "wanted": one.wanted,
        "location": location(one.location),
    }


def location(one: Location | None) -> dict[str, Any] | None:
    """A place in a file; None where no file is behind a value."""
    if one is None:
        return None
    return {
        "uri": one.uri,
        "line": one.line,
        "column": one.column,
        "endLine": one.end_line,
        "endColumn": one.end_column,
    }


def problem(one: Problem) -> dict[str, Any]:
    """What could not be read, and of which types something is missing for it."""
    return {"where": one.where, "what": one.what, "types": sorted(one.types)}


def source(one: SourceUse) -> dict[str, Any]:
    """What was read, and how much of it."""
    return {
        "name": one.name,
        "where": one.where,
        "files": one.files,
        "items": one.items,
        "passedOver": one.passed_over,
    }
