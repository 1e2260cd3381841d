"""A policy's statements: whom they are for, what they allow or deny, on what, and when.

Each is read as bounds: what surely belongs to it (`least`) and what may (`most`).
Source: docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
"""

from collections.abc import Collection
from functools import lru_cache
from typing import Any, Final, NamedTuple

from scanner.network.opening import cut, shown
from scanner.policydoc import keys, limits
from scanner.policydoc.conditions import ALL, SOME, Condition, conditions, patterns
from scanner.policydoc.document import statements_of
from scanner.policydoc.limits import ABSENT, ALWAYS, NEVER, Limit
from scanner.policydoc.patterns import EVERYTHING, Pattern, like
from scanner.policydoc.principals import Principals, principals_of, why_not
from scanner.unresolved import Unresolved, identity

_KNOWN: Final = frozenset(
    ("Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "Condition")
) | {"NotResource"}
_EFFECTS: Final = {"Allow": True, "Deny": False}
_MOST_VALUES: Final = 500
_MOST_KEPT: Final = 10_000  # characters of a policy: longer ones are rare
_UNREAD: Final = like("\0*")  # a text of which only the token is known may be any other

Box = tuple[tuple[str, Limit], ...]
"""Requests of which each key is within each of its limits."""


class Statement(NamedTuple):
    """A statement; `allows` and `principals` are None where nobody knows, or where none is named.

    `name` is its Sid, or its number counted from 1; `position` its place in the list.
    """

    name: str
    position: int
    allows: bool | None
    principals: Principals | None
    actions: tuple[Limit, Limit]
    resources: tuple[Limit, Limit]
    conditions: tuple[Condition, ...]
    why: tuple[Unresolved, ...]

    def may(self, allow: bool) -> bool:
        """Whether it may allow (or deny) something."""
        return self.allows is None or self.allows == allow

    def box(self, most: bool) -> Box:
        """The actions, resources and conditions: at most, or those that surely belong to it."""
        limit = 1 if most else 0
        return (
            (keys.ACTION, self.actions[limit]),
            (keys.RESOURCE, self.resources[limit]),
            *((each.key, self._limit(each, most)) for each in self.conditions),
        )

    def denied(self, most: bool) -> Box:
        """The box of a Deny: at most, it may hold any resource of which the name is not known."""
        action, (key, limit), *rest = self.box(most)
        if most and limit.kind == limits.TEXT and not limit.negated:
            limit = limit._replace(values=(*limit.values, _UNREAD))
        return (action, (key, limit), *rest)

    def doubts(self) -> tuple[Unresolved, ...]:
        """Why its bounds differ when nothing is known of a request."""
        return self.why + tuple(
            Unresolved(f"statement {self.name} depends on {shown(each.key)}")
            for each in self.conditions
            if not each.why and self._limit(each, True) != self._limit(each, False)
        )

    def _limit(self, condition: Condition, most: bool) -> Limit:
        """A condition's limit on requests of which each key has one value."""
        found = condition.most if most else condition.least
        if not keys.understood(condition.key):
            return ALWAYS if most else NEVER
        single = keys.names_who(condition.key) and condition.key not in keys.ORGANIZATION_PATHS
        if condition.quantifier == ALL and not most and not single:
            return ABSENT  # a request with one value more may not be within it
        same = sum(each.key == condition.key for each in self.conditions)
        if condition.quantifier == SOME and most and not single and same > 1:
            return limits.PRESENT  # a request may have one value for each
        return found

    @property
    def condition(self) -> str | None:
        """Its conditions in words; None if it has none."""
        return cut("; ".join(each.text for each in self.conditions)) or None


def statements(policy: Any, known: Collection[str] = ()) -> list[Statement]:
    """The statements of a policy.

    `known` are the identities of texts that only deployment decides and that a caller can tell
    apart all the same: they stand in what it compares the policy with.
    """
    if type(policy) is str and len(policy) <= _MOST_KEPT:
        return list(_of_text(policy))
    return _read(policy, known)


@lru_cache(maxsize=1 << 11)
def _of_text(policy: str) -> tuple[Statement, ...]:
    """The statements of a text, which several questions are asked about one after the other."""
    return tuple(_read(policy, ()))


def _read(policy: Any, known: Collection[str]) -> list[Statement]:
    documents, variables = statements_of(policy)
    return [
        _statement(document, position, variables, known)
        for position, document in enumerate(documents)
    ]


def _statement(document: Any, position: int, variables: bool, known: Collection[str]) -> Statement:
    if type(document) is Unresolved:
        return _nothing_known(str(position + 1), position, document)
    sid = document.get("Sid")
    name = cut(sid) if isinstance(sid, str) and sid else str(position + 1)
    stray = next((str(each) for each in document if each not in _KNOWN), None)
    if stray is not None:
        return _nothing_known(name, position, Unresolved(f"{shown(stray)} is in no statement"))
    effect = document.get("Effect")
    principals, unnamed = principals_of(document, known)
    actions, unread = _texts(document, "Action", variables, lower=True)
    resources, unlisted = _texts(document, "Resource", variables, lower=False)
    when = tuple(conditions(document.get("Condition"), variables))
    allows = _EFFECTS.get(effect) if isinstance(effect, str) else None
    unclear = () if allows is not None else (why_not(effect, name, "Effect"),)
    reasons = (why for each in when for why in each.why)
    why = (*unclear, *unnamed, *unread, *unlisted, *reasons)
    return Statement(name, position, allows, principals, actions, resources, when, why)


def _nothing_known(name: str, position: int, why: Unresolved) -> Statement:
    anything = NEVER, ALWAYS
    return Statement(
        name, position, None, Principals((), False, True), anything, anything, (), (why,)
    )


def _texts(
    document: dict[str, Any], element: str, variables: bool, lower: bool
) -> tuple[tuple[Limit, Limit], tuple[Unresolved, ...]]:
    """The limits on actions or resources, and what of them is not known."""
    negated = f"Not{element}" in document
    if negated == (element in document):
        if element == "Resource" and not negated:  # as in a role's trust policy
            return (limits.PRESENT, limits.PRESENT), ()
        return (NEVER, ALWAYS), (why_not(None, "a statement", element),)
    found = document[f"Not{element}" if negated else element]
    listed = found if type(found) is list else [found]
    if len(listed) <= _MOST_VALUES and all(type(each) is str for each in listed):
        return _plainly(tuple(listed), negated, variables, lower), ()
    texts = [identity(each) if len(listed) <= _MOST_VALUES else None for each in listed]
    whys = tuple(
        why_not(value, "a statement", element)
        for value, text in zip(listed, texts, strict=True)
        if type(value) is not str or text is None
    )
    read = tuple(text.lower() if lower else text for text in texts if text is not None)
    surely, maybe = patterns(read, like(""), variables and not lower)
    least = limits.one_of(surely)
    if whys and not lower and not negated and len(whys) == len(listed):
        least = limits.one_of((*surely, *map(_some, whys)))  # it is for something, that is sure
    most = limits.one_of(EVERYTHING if whys else maybe)
    return ((limits.outside(most), limits.outside(least)) if negated else (least, most)), whys


@lru_cache(maxsize=1 << 11)
def _plainly(
    texts: tuple[str, ...], negated: bool, variables: bool, lower: bool
) -> tuple[Limit, Limit]:
    """The limits by texts of which all is known: lists of actions are in many policies."""
    read = tuple(text.lower() for text in texts) if lower else texts
    surely, maybe = map(limits.one_of, patterns(read, like(""), variables and not lower))
    return (limits.outside(maybe), limits.outside(surely)) if negated else (surely, maybe)


def _some(why: Unresolved) -> Pattern:
    return Pattern(identity(why) or f"\0{why.why}")
