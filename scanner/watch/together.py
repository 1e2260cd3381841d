"""What events show together: so many of them within so long, or one after a long silence."""

from collections import deque
from collections.abc import Container, Iterable, Iterator
from itertools import chain, dropwhile, groupby, islice
from typing import Final

from msgspec import Struct

from scanner.check.togetherness import PARAM, misfit
from scanner.clock import seconds
from scanner.errors import UserError
from scanner.rule import Count, Rule, Silence
from scanner.watch.tally import TIMELESS, Sign
from scanner.watch.times import Span

STRAY: Final = "an event of which something is not known may belong to it"
EXAMPLES: Final = 5
"""So many events of a burst are named."""


class Burst(Struct, frozen=True):
    """So many events that came close together: their number, the first and last, some by name."""

    number: int
    first: Sign
    last: Sign
    examples: tuple[Sign, ...]


class Calm(Struct, frozen=True):
    """A key whose events are well: the most of them at a time, the first and the last."""

    most: int
    first: Sign
    last: Sign


class Waking(Struct, frozen=True):
    """An event that came after a long silence: the last one before, and itself."""

    before: Sign
    after: Sign


class Unsure(Struct, frozen=True):
    """The first event that is known of a key, and why nobody knows whether all is well with it."""

    first: Sign
    why: str


Told = Burst | Waking | Calm | Unsure


def told(
    rule: Rule, signs: Iterable[Sign], span: Span, strays: Container[int] = ()
) -> Iterator[Told]:
    """What a rule's events show, for each key in the order in which they come.

    `strays` are the numbers of the expressions for which an event may belong to any key; an event
    that is `TIMELESS` may have been at any time.

    Raises UserError for a parameter that is no length or number.
    """
    for (by, _), of_key in groupby(signs, key=lambda sign: (sign.by, sign.key)):
        yield from _of_key(rule, of_key, span, stray=by in strays)


def _of_key(rule: Rule, of_key: Iterator[Sign], span: Span, *, stray: bool) -> Iterator[Told]:
    first = next(of_key)
    stray = stray or _is_timeless(first)
    signs = dropwhile(_is_timeless, chain([first], of_key))
    match rule.together:
        case Count():
            found = bursts(signs, *of_count(rule, rule.together))
            yield from map(_unsure, found) if stray else found
        case Silence():
            if stray:  # which may lie in any silence
                yield from (Unsure(each, STRAY) for each in islice(signs, 1))
            else:
                yield from wakings(signs, of_silence(rule, rule.together), span)


def _is_timeless(sign: Sign) -> bool:
    return sign.at == TIMELESS


def _unsure(told: Burst | Calm) -> Burst | Unsure:
    return Unsure(told.first, STRAY) if isinstance(told, Calm) else told


def of_count(rule: Rule, count: Count) -> tuple[int, int]:
    """The seconds within which so many events fail, and how many. Raises UserError."""
    return number(rule, "within", count.within), number(rule, "at_least", count.at_least)


def of_silence(rule: Rule, silence: Silence) -> int:
    """The seconds that are too long a silence. Raises UserError."""
    return number(rule, "longer_than", silence.longer_than)


def check(rule: Rule) -> None:
    """Raises UserError for a parameter that is no length or number."""
    match rule.together:
        case Count():
            of_count(rule, rule.together)
        case Silence():
            of_silence(rule, rule.together)


def number(rule: Rule, name: str, value: int | str) -> int:
    """The seconds or the number that a rule asks for, as its parameters say. Raises UserError."""
    if isinstance(value, str) and value.startswith(PARAM):
        param = value.removeprefix(PARAM)
        value = rule.params[param]
        if (what := misfit(name, value)) is not None:
            raise UserError(f"--param {rule.id}.{param}: {value!r} is not {what}")
    return (seconds(value) or 0) if isinstance(value, str) else value


def bursts(signs: Iterable[Sign], within: int, least: int) -> Iterator[Burst | Calm]:
    """The bursts among one key's events, or that there is none.

    A burst begins where `least` events lie `within` so many seconds, both ends included, and ends
    where none comes for longer.
    """
    window: deque[Sign] = deque()  # of fewer than `least`: a burst is not held
    begun: Burst | None = None
    calm: Calm | None = None
    found = False
    for sign in signs:
        if begun is not None and sign.at - begun.last.at <= within:
            begun = _longer(begun, sign)
            continue
        if begun is not None:
            yield begun
            begun = None
        while window and sign.at - window[0].at > within:
            window.popleft()
        window.append(sign)
        calm = _calmly(calm, sign, len(window))
        if len(window) >= least:
            found = True
            begun = Burst(len(window), window[0], sign, tuple(window)[:EXAMPLES])
            window.clear()
    if begun is not None:
        yield begun
    if calm is not None and not found:
        yield calm


def _calmly(calm: Calm | None, sign: Sign, together: int) -> Calm:
    if calm is None:
        return Calm(together, sign, sign)
    return Calm(max(calm.most, together), calm.first, sign)


def _longer(burst: Burst, sign: Sign) -> Burst:
    examples = burst.examples if len(burst.examples) >= EXAMPLES else (*burst.examples, sign)
    return Burst(burst.number + 1, burst.first, sign, examples)


def wakings(signs: Iterable[Sign], longest: int, span: Span) -> Iterator[Waking | Calm | Unsure]:
    """The events of a key that came more than so many seconds after the one before, or none.

    Where events were not read for as long, nobody knows how long the key was silent before.
    """
    events = iter(signs)
    first = last = next(events)
    found = False
    for sign in events:
        if sign.at - last.at > longest:
            found = True
            yield Waking(last, sign)
        last = sign
    if span.until - span.since <= longest:
        yield Unsure(first, "the events that were read are of a shorter time")
    elif first.at - span.since > longest:
        yield Unsure(first, "it is new, or it was not used for as long as events were read")
    elif not found:
        yield Calm(1, first, last)
