"""Which rules answer each Config rule of a pack, and why some have no answer."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from scanner.packs.pack import FRAMEWORK, PROCESS, Asked, Pack
from scanner.packs.processes import RULES
from scanner.packs.translating import UntranslatedError, translated
from scanner.rule import Rule

NO_RULE: Final = "no rule answers this managed rule"
_BY_PEOPLE: Final = "it is a process check: people say whether it is done"


class Answer(Struct, frozen=True):
    """The rules that are run in place of a Config rule, with the parameters that it asks for.

    `set` are those parameters of each. `why` says why nothing is, or not everything that would
    have to be: "" where nothing is missing.
    """

    asked: Asked
    rules: tuple[Rule, ...] = ()
    set: tuple[dict[str, Any], ...] = ()
    why: str = ""


def answers(pack: Pack, rules: Sequence[Rule]) -> list[Answer]:
    """What answers each rule of a pack. Raises UserError for an input of the wrong kind."""
    return [answer(each, rules) for each in pack.rules]


def answer(asked: Asked, rules: Iterable[Rule]) -> Answer:
    """What answers one Config rule: all rules that say they do, or as many as can."""
    if asked.obstacle:
        return Answer(asked, why=asked.obstacle)
    able: list[Rule] = []
    given: list[dict[str, Any]] = []
    faults: list[str] = []
    for rule in _answering(asked, rules):
        try:
            params = translated(rule, asked.inputs)
        except UntranslatedError as error:
            faults.append(str(error))
            continue
        able.append(replace(rule, params={**rule.params, **params}))
        given.append(params)
    if not able and not faults:
        return Answer(asked, why=_BY_PEOPLE if asked.identifier == PROCESS else NO_RULE)
    return Answer(asked, tuple(able), tuple(given), "; ".join(dict.fromkeys(faults)))


def _answering(asked: Asked, rules: Iterable[Rule]) -> Iterator[Rule]:
    if asked.identifier == PROCESS:
        ids = RULES.get(asked.name.lower(), ())
        return (each for each in rules if each.id in ids)
    return (each for each in rules if asked.identifier in each.controls.get(FRAMEWORK, ()))
