"""How much of AWS's published conformance packs is answered; `python -m tests.pack_coverage`.

What the packs name is in a list beside this repository, which not every checkout has.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from scanner import builtin
from scanner.packs.answering import NO_RULE
from scanner.packs.pack import FRAMEWORK, PROCESS
from scanner.rule import Rule

PUBLISHED = Path(__file__).resolve().parents[2] / "shared/data/conformance-packs.json"
NAMED = (
    "Security-Best-Practices-for-CloudTrail",
    "Operational-Best-Practices-for-Logging",
    "Operational-Best-Practices-for-CIS-AWS-v1.4-Level2",
    "Operational-Best-Practices-for-Networking-Services",
)
"""The packs of which every rule that configuration can decide is built in."""


def published() -> dict[str, dict[str, list[str]]]:
    """By pack and managed rule the inputs that AWS's packs set."""
    packs: dict[str, dict[str, list[str]]] = json.loads(PUBLISHED.read_text())["packs"]
    return packs


def answering(identifier: str, rules: Sequence[Rule]) -> list[Rule]:
    """The rules that say that they answer a managed rule."""
    return [rule for rule in rules if identifier in rule.controls.get(FRAMEWORK, ())]


def missing(pack: str, rules: Sequence[Rule]) -> Iterator[tuple[str, str]]:
    """What is not answered of a pack's managed rules, process checks apart, and why."""
    for identifier, inputs in published()[pack].items():
        found = answering(identifier, rules)
        if identifier != PROCESS and not found:
            yield identifier, NO_RULE
        for rule in found if identifier != PROCESS else ():
            for name in inputs:
                if name not in rule.inputs:
                    yield identifier, f"{rule.id} cannot honour its input {name}"


def table() -> str:
    """The packs of `NAMED` in Markdown: how many managed rules each names, how many run."""
    rules = builtin.rules()
    lines = ["| AWS's pack | managed rules | built in |", "|---|---|---|"]
    for pack in NAMED:
        asked = published()[pack].keys() - {PROCESS}
        lost = {identifier for identifier, why in missing(pack, rules) if why == NO_RULE}
        lines.append(f"| {pack} | {len(asked)} | {len(asked) - len(lost)} |")
    return "\n".join(lines)


def most_wanted() -> list[tuple[str, int]]:
    """The managed rules that no rule answers, and how many packs name each; the most first."""
    rules, counts = builtin.rules(), dict[str, int]()
    for pack in published():
        for identifier, why in missing(pack, rules):
            if why == NO_RULE:
                counts[identifier] = counts.get(identifier, 0) + 1
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))


def unable() -> list[tuple[str, str]]:
    """The managed rules with inputs that some pack sets and a rule of ours cannot honour."""
    rules = builtin.rules()
    found = {each for pack in published() for each in missing(pack, rules) if each[1] != NO_RULE}
    return sorted(found)


if __name__ == "__main__":
    print(table())
    print()
    for identifier, count in most_wanted()[:20]:
        print(f"{count:4} packs name {identifier}: no rule")
    for identifier, why in unable():
        print(f"{identifier}: {why}")
