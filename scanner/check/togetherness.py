"""What is wrong with rules on CloudTrail's events, one by one or several together."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import msgspec

from scanner.clock import seconds
from scanner.document import Parsed, Path
from scanner.event import EVENT, heads
from scanner.fields import nearest
from scanner.unresolved import KEY

PARAM: Final = "params."
FEWEST: Final = 2

Explained = Callable[[Path, str], list[str]]
"""The mistakes of an expression that stands at a path."""


def mistakes(parsed: Parsed, explained: Explained) -> Iterator[str]:
    """The mistakes of `count` and `silence`, and of a rule on events that other rules may make."""
    rule = parsed.value
    named = [name for name in ("count", "silence") if name in rule]
    if rule["resource"] == EVENT and "join" in rule:
        yield f"{parsed.at_key(('join',))}: events are judged as they are read: they join nothing"
    for name in named:
        if rule["resource"] != EVENT:
            yield f"{parsed.at_key((name,))}: {name} is for {EVENT} alone; write check"
        for index, text in enumerate(rule[name]["by"]):
            yield from explained((name, "by", index), text)
            if text in rule[name]["by"][:index]:
                yield f"{parsed.at((name, 'by', index))}: {text} stands there already"
        for key in ("within", "longer_than", "at_least"):
            if key in rule[name]:
                yield from _measure(parsed, (name, key))
    for index, test in enumerate(rule["tests"]):
        yield from _test(parsed, ("tests", index, "given"), test["given"], bool(named))


def _measure(parsed: Parsed, path: Path) -> Iterator[str]:
    """What is wrong with a length or number, or with the values that its parameter has."""
    rule, (part, key) = parsed.value, path
    value = rule[part][key]
    if not (isinstance(value, str) and value.startswith(PARAM)):
        if (what := misfit(str(key), value)) is not None:
            yield f"{parsed.at(path)}: {key} is to be {what}"
        return
    name = value.removeprefix(PARAM)
    if name not in rule.get("params", {}):
        yield f"{parsed.at(path)}: {name} is not declared under params; {_known(name, rule)}"
    tests = ((("tests", index), test) for index, test in enumerate(rule["tests"]))
    for where, each in (((), rule), *tests):
        if name in each.get("params", {}):
            what = misfit(str(key), each["params"][name])
            if what is not None:
                place = parsed.at((*where, "params", name))
                yield f"{place}: {name} is to be {what}, as {key} uses it"


def _known(name: str, rule: Mapping[str, Any]) -> str:
    declared = tuple(rule.get("params", {}))
    best = nearest(name, declared)
    if best:
        return f"did you mean {best}?"
    return f"known are {', '.join(declared)}" if declared else "none is declared"


def _test(parsed: Parsed, path: Path, given: Any, several: bool) -> Iterator[str]:
    """What is wrong with the events that a test is given."""
    if isinstance(given, list) is not several:
        wanted = "a list of events" if several else "one item"
        yield f"{parsed.at(path)}: given is to be {wanted} here"
    elif parsed.value["resource"] == EVENT:
        for below, each in situations(given):
            try:
                heads(msgspec.json.encode([known(each.get("configuration"))]))
            except msgspec.ValidationError as error:
                place = parsed.at((*path, *below))
                yield f"{place}: no record of CloudTrail's: {str(error).replace('$[0]', '$')}"


def known(record: Any) -> dict[str, Any]:
    """A record without what of it is not known: what its head is read from."""
    if not isinstance(record, Mapping):
        return {}
    found: dict[str, Any] = {}
    for name, value in record.items():
        if name == "userIdentity" and isinstance(value, Mapping) and KEY not in value:
            found[name] = known(value)
        elif KEY.encode() not in msgspec.json.encode(value):
            found[name] = value
    return found


def misfit(key: str, value: Any) -> str | None:
    """What `within`, `longer_than` or `at_least` should be in place of a value; None if it fits."""
    if key == "at_least":
        fits = isinstance(value, int) and not isinstance(value, bool) and value >= FEWEST
        return None if fits else f"a whole number, {FEWEST} or more"
    fits = isinstance(value, str) and seconds(value) is not None
    return None if fits else "a length of time such as 30s, 5m, 2h or 90d"


def situations(given: Any) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """The items that a test is given, each with the path to it."""
    if isinstance(given, list):
        yield from (((index,), each) for index, each in enumerate(given))
    else:
        yield (), given
