"""What a rule that judges events together says of a few, in its own tests."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import msgspec
from msgspec.structs import replace

from scanner.check.togetherness import known
from scanner.event import Log, heads
from scanner.model import Verdict
from scanner.rule import Count, Rule, Silence
from scanner.watch.together import number
from scanner.watch.watching import Watch

_WORST_FIRST: Final = (Verdict.FAIL, Verdict.UNKNOWN, Verdict.PASS)


def verdict(rule: Rule, given: Any, now: str) -> Verdict | None:
    """The worst verdict on some events; None if none of them is in scope."""
    records = [_record(each) for each in given]
    text = msgspec.json.encode(records)
    bare = msgspec.json.encode([known(each) for each in records])
    log = Log("test", 1, heads(bare), text, whole=text == bare)
    watch = Watch([rule], now)
    try:
        found = {each.verdict for each in (*watch.findings(log), *watch.ends())}
    finally:
        watch.close()
    return next((each for each in _WORST_FIRST if each in found), None)


def _record(given: Mapping[str, Any]) -> dict[str, Any]:
    configuration = given.get("configuration")
    return dict(configuration) if isinstance(configuration, Mapping) else {}


def mutants(rule: Rule) -> Iterator[tuple[str, Count | Silence]]:
    """What a rule looks for together, with one expression less or a limit moved by one step."""
    together = rule.together
    if together is None:
        return
    name = "count" if isinstance(together, Count) else "silence"
    for index in range(len(together.by)):
        others: Sequence[Any] = (*together.by[:index], *together.by[index + 1 :])
        yield f"{name}.by[{index}] removed", replace(together, by=tuple(others))
    if isinstance(together, Count):
        least = number(rule, "at_least", together.at_least)
        length = number(rule, "within", together.within)
        yield "count.at_least one more", replace(together, at_least=least + 1)
        yield "count.at_least one less", replace(together, at_least=least - 1)
        yield "count.within a second less", replace(together, within=f"{length - 1}s")
        yield "count.within a second more", replace(together, within=f"{length + 1}s")
    else:
        length = number(rule, "longer_than", together.longer_than)
        yield "silence.longer_than a second less", replace(together, longer_than=f"{length - 1}s")
        yield "silence.longer_than a second more", replace(together, longer_than=f"{length + 1}s")
