"""What a finding is about, as a person would call it, and which rules a person reads first."""

from collections.abc import Iterable

from scanner.model import Resource
from scanner.rule import SEVERITIES, Rule


def called(resource: Resource) -> str:
    """The resource's name with its id; "every TYPE" where the whole type could not be judged."""
    if resource.id == "*":
        return f"every {resource.type}"
    if resource.name and resource.name not in resource.id:
        return f"{resource.name} ({resource.id})"
    return resource.id


def worst_first(rules: Iterable[Rule]) -> list[Rule]:
    """The rules by severity, from critical to info, then by id."""
    return sorted(rules, key=lambda rule: (SEVERITIES.index(rule.severity), rule.id))
