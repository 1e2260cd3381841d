"""What runs of conformance packs, as tables and JSON."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import msgspec

from reports.escape import bounded, visible
from reports.tally import numbered
from scanner.packs.answering import Answer, answers
from scanner.packs.pack import Pack
from scanner.rule import Rule

_HEADERS: Final = ("Config rule", "managed rule", "answered by")
_WIDTHS: Final = (40, None, 52)
_MOST: Final = 300  # characters of a stranger's text in a cell


def listed(packs: Iterable[Pack], rules: Sequence[Rule], form: str) -> str:
    """What answers each rule of each pack, with which parameters, or why nothing does."""
    found = [(each, answers(each, rules)) for each in packs]
    if form == "json":
        return msgspec.json.format(
            msgspec.json.encode([_as_json(*each) for each in found])
        ).decode()
    return "\n\n".join(_table(*each) for each in found)


def _table(pack: Pack, found: Sequence[Answer]) -> str:
    from tabulate import tabulate

    rows = [
        (_cell(each.asked.name), _cell(each.asked.identifier or each.asked.owner), _answered(each))
        for each in found
    ]
    table = tabulate(rows, headers=_HEADERS, maxcolwidths=list(_WIDTHS), disable_numparse=True)
    return "\n".join([visible(pack.uri), "", table, "", *_summary(pack, found)])


def _answered(answer: Answer) -> str:
    said = [
        " ".join([rule.id, *(_cell(f"{name}={_json(value)}") for name, value in params.items())])
        for rule, params in zip(answer.rules, answer.set, strict=True)
    ]
    return "\n".join([*said, *([f"({_cell(answer.why)})"] if answer.why else [])])


def _summary(pack: Pack, found: Sequence[Answer]) -> Iterator[str]:
    built_in = sum(not each.why for each in found)
    reasons = len(found) - built_in
    yield f"{built_in} of {numbered(len(found), 'rule')} are built in" + (
        f", {reasons} would not be exercised." if reasons else "."
    )
    left = _passed_over(pack)
    if left:
        said = ", ".join(f"{_cell(name)} ({number})" for name, number in left.items())
        yield f"Passed over: {said}."


def _passed_over(pack: Pack) -> Mapping[str, int]:
    """What is not looked at, and how often it is there."""
    counts: dict[str, int] = dict(pack.others)
    for each in pack.rules:
        for name in each.left:
            counts[name] = counts.get(name, 0) + 1
    return counts


def _as_json(pack: Pack, found: Sequence[Answer]) -> dict[str, Any]:
    return {
        "pack": pack.uri,
        "rules": [_answer_as_json(each) for each in found],
        "passedOver": _passed_over(pack),
    }


def _answer_as_json(answer: Answer) -> dict[str, Any]:
    asked = answer.asked
    run = zip(answer.rules, answer.set, strict=True)
    return {
        "configRule": asked.name,
        "managedRule": asked.identifier or None,
        "owner": asked.owner or None,
        "builtIn": not answer.why,
        "why": answer.why or None,
        "rules": [{"rule": rule.id, "params": params} for rule, params in run],
        "line": asked.at.line,
    }


def _cell(text: str) -> str:
    return bounded(visible(text), _MOST)


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
