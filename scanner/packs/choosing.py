"""The rules that a scan by packs runs, and what was asked for that nothing judges."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from scanner.errors import UserError
from scanner.finding import NotExercised
from scanner.packs.answering import Answer
from scanner.packs.pack import AWS, FRAMEWORK, PROCESS, Asked
from scanner.rule import Rule

_ODD: Final = re.compile(r"[^A-Za-z0-9_-]+")
_MOST: Final = 128  # characters, as long as AWS lets the name of a Config rule be


def run(answers: Iterable[Answer]) -> list[Rule]:
    """The rules that answer, each once for each set of parameters that it is asked for with.

    A rule says of the managed rules that it answers only those that the packs name. One that is
    asked for with several sets of parameters is called by its id, "@", and the Config rule's name.
    Raises UserError where there is none.
    """
    made: dict[str, list[tuple[Rule, list[Asked]]]] = {}
    for each in answers:
        for rule in each.rules:
            variants = made.setdefault(rule.id, [])
            known = next((asked for one, asked in variants if one.params == rule.params), None)
            if known is None:
                variants.append((rule, [each.asked]))
            else:
                known.append(each.asked)
    if not made:
        raise UserError("no rule answers what the packs ask for; `groma packs` says why")
    return [rule for variants in made.values() for rule in _named(variants)]


def _named(variants: Sequence[tuple[Rule, list[Asked]]]) -> Iterator[Rule]:
    taken: set[str] = set()
    for rule, asked in variants:
        controls = {**rule.controls, FRAMEWORK: tuple(dict.fromkeys(map(_control, asked)))}
        name = rule.id if len(variants) == 1 else _free(f"{rule.id}@{_odd(asked[0].name)}", taken)
        yield replace(rule, id=name, controls=controls)


def unheard(answers: Iterable[Answer]) -> list[NotExercised]:
    """What no rule judges, or not wholly, each under the name of the managed rule, and why.

    Names of managed rules are in capitals, so that none is taken for the id of a rule of ours.
    """
    found: list[NotExercised] = []
    taken: set[str] = set()
    for each in answers:
        if not each.why:
            continue
        by_name = each.asked.owner == AWS and each.asked.identifier != PROCESS
        name = _odd(each.asked.identifier).upper() if by_name else _own_name(each.asked)
        same = (one for one in found if one.rule.id == name and one.why == each.why)
        if next(same, None) is None:
            found.append(NotExercised(_stub(each.asked, _free(name, taken)), each.why))
    return found


def _own_name(asked: Asked) -> str:
    return f"{asked.identifier or asked.owner or 'UNKNOWN'}@{_odd(asked.name)}"


def _stub(asked: Asked, name: str) -> Rule:
    """What stands in reports for a Config rule that nothing judges: it has no clause."""
    return Rule(
        id=name,
        title=f"What AWS Config's rule {asked.name} looks at is as it should be",
        severity="info",
        resource="AWS::::Account",
        check=(),
        when=(),
        join=(),
        params={},
        tests=(),
        why="The conformance pack asks for it, and no rule of this scan can judge it.",
        fix="Let AWS Config evaluate it, or write a rule that names the managed rule.",
        references=(),
        controls={FRAMEWORK: (_control(asked),)} if asked.identifier else {},
        extra_fields=(),
        location=asked.at,
    )


def _control(asked: Asked) -> str:
    """The managed rule that is asked for; of a process check also which one it is."""
    if asked.identifier == PROCESS:
        return f"{PROCESS}({_odd(asked.name)})"
    return _odd(asked.identifier)


def _odd(text: str) -> str:
    """A stranger's name with nothing in it that an id cannot have."""
    return _ODD.sub("-", text[:_MOST]).strip("-") or "unnamed"


def _free(name: str, taken: set[str]) -> str:
    """The name, or one with a number where it is taken; it is taken now."""
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free)
    return free
