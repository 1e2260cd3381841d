"""Findings about events that belong together, from what they show."""

from typing import Any

from scanner.clock import spelt
from scanner.event import EVENT
from scanner.finding import Finding
from scanner.model import Evidence, Location, Resource, Verdict
from scanner.rule import Count, Rule
from scanner.unresolved import Unresolved
from scanner.watch.tally import Sign
from scanner.watch.together import Burst, Calm, Told, Unsure, Waking


def verdict(told: Told) -> Verdict:
    """What a rule says of what events show."""
    if isinstance(told, Calm):
        return Verdict.PASS
    return Verdict.UNKNOWN if isinstance(told, Unsure) else Verdict.FAIL


def finding(rule: Rule, told: Told) -> Finding:
    """The finding about what events show; its resource is the key, with the time if it fails."""
    sign = told.after if isinstance(told, Waking) else told.first
    bad = isinstance(told, Burst | Waking)
    name = f"{_named(rule, sign)} {sign.time}" if bad else _named(rule, sign)
    resource = Resource(EVENT, name, sign.account, sign.region, sign.name)
    at = Location(sign.uri)
    said, found = _found(rule, told)
    evidence = Evidence(_by(rule, sign), found, _wanted(rule), at)
    return Finding(rule, resource, verdict(told), (evidence,), said, at)


def _named(rule: Rule, sign: Sign) -> str:
    """A key; one that is not of the first expression says of which: two may give the same."""
    if sign.by == 0:
        return sign.key
    return f"{_by(rule, sign).removeprefix('configuration.')} {sign.key}"


def _by(rule: Rule, sign: Sign) -> str:
    """The expression that gave the key."""
    return rule.together.by[sign.by].text if rule.together else ""


def _wanted(rule: Rule) -> str:
    if isinstance(rule.together, Count):
        least = _measure(rule, rule.together.at_least)
        return f"to be in fewer than {least} events within {_measure(rule, rule.together.within)}"
    assert rule.together is not None  # noqa: S101 - for the type checker
    return f"never to be silent for more than {_measure(rule, rule.together.longer_than)}"


def _measure(rule: Rule, value: int | str) -> str:
    """A length or number as the rule or its parameters have it."""
    return str(rule.params.get(str(value).removeprefix("params."), value))


def _found(rule: Rule, told: Told) -> tuple[str, Any]:
    """The finding in a sentence, and its evidence."""
    match told:
        case Burst(number=number, first=first, last=last, examples=examples):
            names = " and ".join(sorted({each.name for each in examples}))
            what = f"{number} events of {first.key} from {first.time} to {last.time}: {names}"
            return what, [{"what": what, "events": [_event(each) for each in examples]}]
        case Waking(before=before, after=after):
            length = spelt(after.at - before.at)
            what = f"{after.key} was used at {after.time}, after {length} without an event"
            return what, [{"what": what, "events": [_event(before), _event(after)]}]
        case Unsure(first=first, why=why):
            what = f"{first.key} has its first event at {first.time}: {why}"
            return what, Unresolved(why)
        case Calm(most=most, first=first, last=last):
            if isinstance(rule.together, Count):
                return f"{first.key} has {most} within {_measure(rule, rule.together.within)}", most
            known = f"{first.time} to {last.time}"
            return f"{first.key} was never silent for so long, from {known}", known


def _event(sign: Sign) -> dict[str, str]:
    return {"eventID": sign.id, "eventTime": sign.time, "eventName": sign.name, "log": sign.uri}
