"""What two patterns plainly have to do with one another: told by the text before their wildcards.

Where that does not tell, the answer is no; then `witness` searches.
"""

from typing import Final

from scanner.policydoc.matching import matches
from scanner.policydoc.patterns import PARTS, Group, Pattern, head, like

_FEW: Final = 400  # pairs of patterns: each takes a microsecond to look at


def apart(one: Pattern, other: Pattern) -> bool:
    """Whether no text is matched by both, as far as that is plain."""
    first, second = head(one), head(other)
    if one.fold or other.fold:
        if not (first.isascii() and second.isascii()):
            return False  # `K` may be the sign of Kelvin, of which the small letter is a plain k
        first, second = first.lower(), second.lower()
    if len(first) == len(one.text) and len(first) < len(second):
        return True
    if len(second) == len(other.text) and len(second) < len(first):
        return True
    return not (first.startswith(second) or second.startswith(first))


def within(one: Pattern, other: Pattern) -> bool:
    """Whether `other` matches all that `one` does, as far as that is plain."""
    if one == other:
        return True
    if one.fold or other.fold:
        return False
    if one.fixed:
        return matches((other,), one.text)
    if not (other.like and other.text.endswith("*")) or "?" in other.text:
        return False
    begun, asked = head(one), other.text[:-1]
    if not other.parts:
        return "*" not in asked and begun.startswith(asked)
    *ours, last = begun.split(":", PARTS - 1)
    *theirs, start = asked.split(":", PARTS - 1)
    return (
        len(ours) == len(theirs) == PARTS - 1
        and "*" not in start
        and last.startswith(start)
        and all(matches((like(part),), text) for part, text in zip(theirs, ours, strict=True))
    )


def narrowed(wanted: tuple[Group, ...], unwanted: Group) -> tuple[tuple[Group, ...], Group]:
    """The same question with fewer patterns: a group that is left empty matches nothing wanted."""
    pairs = sum(map(len, wanted)) * (sum(map(len, wanted)) + len(unwanted))
    if pairs > _FEW:
        return wanted, unwanted
    told = tuple(
        tuple(
            each
            for each in group
            if not any(within(each, one) for one in unwanted)
            and all(other is group or _meets(each, other) for other in wanted)
        )
        for group in wanted
    )
    return told, tuple(each for each in unwanted if all(_meets(each, group) for group in told))


def _meets(pattern: Pattern, group: Group) -> bool:
    return not all(apart(pattern, each) for each in group)


def shortest(wanted: tuple[Group, ...]) -> str | None:
    """The shortest text of the only group that asks for something; None if that is not plain."""
    telling = [group for group in wanted if not any(_anything(each) for each in group)]
    if not telling:
        return ""
    (group, *others) = telling
    if others or any(each.fold or (each.like and "?" in each.text) for each in group):
        return None
    texts = (each.text.replace("*", "") if each.like else each.text for each in group)
    return min(texts, key=lambda text: (len(text), text))


def _anything(pattern: Pattern) -> bool:
    return pattern.like and not pattern.parts and pattern.text == "*"
