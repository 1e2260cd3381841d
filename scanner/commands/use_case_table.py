"""The table of `docs/events.md`: which events belong to each use case, and the rules about them."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from reports.markdown import code
from scanner.filterpattern.partial import ABSENT, Text
from scanner.filterpattern.usecases import USE_CASES, Like

BEGIN: Final = "<!-- Written by `make rules` from the use cases: change those. -->\n"
END: Final = "\n<!-- End of what is written. -->"
_UNTOLD: Final = frozenset({"readOnly", "eventCategory", "managementEvent"})
_SUCCEEDED: Final = frozenset({"errorCode", "errorMessage"})
_ORDINARY: Final = "AwsApiCall"
_PAGES: Final = {"event": "rules/events.md", "alarm": "rules/monitoring.md"}


def with_table(text: str, rules: Collection[str]) -> str:
    """The text of a page, its table of use cases written anew; `rules` are the ids there are."""
    head, _, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return f"{head}{BEGIN}\n{table(rules)}\n{END}{tail}"


def table(rules: Collection[str]) -> str:
    """The use cases as a Markdown table, with links to the rules on events and on alarms."""
    rows = ["| use case | its events | rules |", "|---|---|---|"]
    for name in USE_CASES:
        rows.append(f"| {code(name)} | {_told(name)} | {', '.join(_links(name, rules))} |")
    return "\n".join(rows)


def _links(name: str, rules: Collection[str]) -> Iterator[str]:
    for kind, page in _PAGES.items():
        rule = f"{kind}-{name}"
        if rule in rules:
            yield f"[{rule}]({page}#{rule})"


def _told(name: str) -> str:
    """What the events of a use case have: a member that they do not share is one of several.

    What a filter need not match stands behind "or else".
    """
    case = USE_CASES[name]
    must, also = _gathered(case.must), _gathered(case.also)
    parts = []
    for path, said in must.items():
        more = [each for each in also.get(path, ["anything"]) if each not in said] * bool(also)
        listed = " ".join(said) + (f" or else {' or '.join(more)}" if more else "")
        parts.append(f"{code(path)} {listed}")
    return "; ".join(parts)


def _gathered(events: Iterable[Mapping[str, Any]]) -> dict[str, list[str]]:
    """By member what some events have there, each once."""
    members: dict[str, dict[str, None]] = {}
    for event in events:
        for path, said in _members(event, ""):
            members.setdefault(path, {})[said] = None
    return {path: list(said) for path, said in members.items()}


def _members(event: Mapping[str, Any], above: str) -> Iterator[tuple[str, str]]:
    for key, value in event.items():
        if isinstance(value, Mapping):
            yield from _members(value, f"{above}{key}.")
        elif not _goes_without_saying(key, value) and (said := _said(value)):
            yield f"{above}{key}", said


def _goes_without_saying(key: str, value: Any) -> bool:
    """Whether the page says it once of all calls: they change something, and succeeded."""
    return key in _UNTOLD or value == _ORDINARY or (key in _SUCCEEDED and value is ABSENT)


def _said(value: Any) -> str:
    if value is ABSENT:
        return "absent"
    if isinstance(value, Like):
        return " or ".join(map(code, value.patterns))
    if isinstance(value, Text):
        return f"not {' or '.join(map(code, value.but))}" if value.but else ""
    return code(str(value))
