"""Whom a statement is for, by its Principal or NotPrincipal.

Source: docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
"""

import re
from collections.abc import Collection, Iterator
from typing import Any, Final, NamedTuple

from scanner.filling import wild
from scanner.network.opening import shown
from scanner.unresolved import Unresolved, identity

_OF_ACCOUNT: Final = re.compile(r"arn:[a-z-]+:iam::[0-9]{12}:")
_KINDS: Final = ("AWS", "Service", "Federated", "CanonicalUser")
_MOST_VALUES: Final = 500

EVERYBODY: Final = "*"


class Named(NamedTuple):
    """One principal in a statement: what kind, and its name, which is `*` for all.

    `partly` is whether only its account is sure, `*` standing for what else is not known.
    """

    kind: str
    name: str
    partly: bool = False

    @property
    def everybody(self) -> bool:
        """Whether it is anybody at all, known to AWS or not."""
        return self.kind == "AWS" and self.name == EVERYBODY


class Principals(NamedTuple):
    """The principals named; all others if `negated`. `unsure` is whether there may be more."""

    named: tuple[Named, ...]
    negated: bool
    unsure: bool


def principals_of(
    document: dict[str, Any], known: Collection[str]
) -> tuple[Principals | None, tuple[Unresolved, ...]]:
    """The principals that a statement's document names, and why there may be more."""
    negated = "NotPrincipal" in document
    if negated and "Principal" in document:
        return Principals((), False, True), (Unresolved("Principal and NotPrincipal in one"),)
    if not negated and "Principal" not in document:
        return None, ()
    named: list[Named] = []
    whys: list[Unresolved] = []
    for kind, value in _named(document["NotPrincipal" if negated else "Principal"]):
        text = identity(value)
        if kind in _KINDS and text is not None and (type(value) is str or _told(value, known)):
            named.append(Named(kind, text))
            continue
        whys.append(why_not(value, "a statement", "NotPrincipal" if negated else "Principal"))
        partly = wild(value) if kind == "AWS" else None
        if partly is not None and _OF_ACCOUNT.match(partly):
            named.append(Named(kind, partly, partly=True))
    unsure = len(whys) > sum(each.partly for each in named)
    return Principals(tuple(named), negated, unsure), tuple(whys)


def _told(value: Any, known: Collection[str]) -> bool:
    return type(value) is Unresolved and (value.named or identity(value) in known)


def _named(found: Any) -> Iterator[tuple[str, Any]]:
    """Each principal with its kind; the kind of what is none is empty."""
    if found == EVERYBODY:
        yield "AWS", EVERYBODY
    elif type(found) is dict and found:
        for kind, values in found.items():
            listed = values if type(values) is list else [values]
            yield from ((str(kind), value) for value in listed[:_MOST_VALUES])
            if len(listed) > _MOST_VALUES:
                yield "", None
    else:
        yield "", found


def why_not(value: Any, whose: str, element: str) -> Unresolved:
    """Why an element of a statement is of no use."""
    if type(value) is Unresolved:
        return value
    return Unresolved(f"{element} of {whose} is {'missing' if value is None else shown(value)}")
