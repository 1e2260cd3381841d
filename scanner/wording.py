"""A finding in one sentence, and a clause in words."""

from collections.abc import Sequence
from typing import Any

import msgspec

from scanner.model import Evidence, Verdict
from scanner.rule import AnyOf, Clause, Compare, Count, Not, Silence
from scanner.unresolved import IS, KEY, OPEN

LISTED = 3  # pieces of evidence, and elements of one, that a sentence names
MAX_LENGTH = 600


def written(value: Any) -> str:
    """A JSON value as a reader sees it: text in quotes, an opening as its sentence.

    What a declared resource will be called is shown as its name in the template or plan.
    """
    if isinstance(value, dict) and isinstance(value.get("what"), str):
        return f"{value['what'].rstrip('.')}{_such_as(value)}"
    if _is_named(value):
        return str(value[IS])
    if isinstance(value, dict) and KEY in value:
        return f"not known ({value[KEY]})"
    if isinstance(value, list) and value:
        shown = "; ".join(written(each) for each in value[:LISTED])
        return shown if len(value) <= LISTED else f"{shown}; and {len(value) - LISTED} more"
    return msgspec.json.encode(value).decode()


def _is_named(value: Any) -> bool:
    """Whether a value is what a declared resource will be called."""
    return (
        isinstance(value, dict) and KEY in value and not str(value.get(IS, OPEN)).startswith(OPEN)
    )


def _such_as(opening: dict[str, Any]) -> str:
    """An opening's example packet; the end that is the resource itself goes without saying."""
    packet = opening.get("example")
    if not isinstance(packet, dict) or "protocol" not in packet:
        return ""  # that of a policy is a request, which the sentence tells
    near = opening.get("resource")
    source, destination = packet.get("source"), packet.get("destination")
    text = f", such as {packet.get('protocol')}"
    text += f" from {source}" if source not in (None, near) else ""
    goal = [str(destination)] if destination not in (None, near) else []
    goal += [f"port {packet['port']}"] if packet.get("port") is not None else []
    return f"{text} to {' '.join(goal)}" if goal else text


def wanted(clause: Compare, *, denied: bool = False) -> str:
    """What a comparison wants, as in "to be at least 8"; `denied` is under a `not`."""
    phrase = clause.phrase
    if not denied:
        return phrase
    return phrase.removeprefix("not ") if phrase.startswith("not ") else f"not {phrase}"


def message(verdict: Verdict, evidence: Sequence[Evidence]) -> str:
    """A finding in one sentence: what was found, and for a pass or fail what was wanted."""
    parts = [_part(verdict, each) for each in evidence[:LISTED]]
    if len(evidence) > LISTED:
        parts.append(f"and {len(evidence) - LISTED} more")
    text = "; ".join(dict.fromkeys(parts))
    return text if len(text) < MAX_LENGTH else f"{text[:MAX_LENGTH]}…"


def _part(verdict: Verdict, evidence: Evidence) -> str:
    found = written(evidence.found)
    if verdict is Verdict.UNKNOWN:
        read = evidence.found if isinstance(evidence.found, list) else [evidence.found]
        later = ", which only deployment decides" if any(map(_is_named, read)) else ""
        return f"{evidence.value} is {found}{later}"
    if verdict is Verdict.FAIL and _speaks(evidence.found):
        return found
    if evidence.found is None:
        found = "not set"
    elif evidence.found == []:
        found = "empty"
    return f"{evidence.value} is {found}, wanted {evidence.wanted}"


def _speaks(value: Any) -> bool:
    """Whether a list says itself what is at fault, as openings do."""
    return isinstance(value, list) and any(
        isinstance(each, dict) and "what" in each for each in value
    )


def clause_in_words(clause: Clause) -> str:
    """A clause as a phrase: "`configuration.isMultiRegionTrail` has to be true"."""
    if isinstance(clause, Not):
        return f"it is not so that {clause_in_words(clause.clause)}"
    if isinstance(clause, AnyOf):
        return ", or ".join(clause_in_words(each) for each in clause.clauses)
    return f"{clause.value.text} has {wanted(clause)}"


def together_in_words(together: Count | Silence) -> str:
    """What is wanted of events together: "fewer than 3 within 5m that have the same …"."""
    same = " or the same ".join(each.text for each in together.by)
    if isinstance(together, Count):
        return f"fewer than {together.at_least} within {together.within} that have the same {same}"
    return f"none that comes more than {together.longer_than} after the last with the same {same}"
