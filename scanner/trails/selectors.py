"""A trail's event selectors, basic or advanced, as sets of events: each a limit on some fields.

Sources: docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html,
API_AdvancedFieldSelector.html, and of the user guide filtering-data-events.html, which says how
the operators of one field go together
"""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from scanner.network.opening import shown
from scanner.policydoc.limits import NEVER, PRESENT, Limit, one_of, outside
from scanner.policydoc.patterns import Pattern, like
from scanner.policydoc.statements import Box
from scanner.unresolved import Unresolved

CATEGORY: Final = "eventCategory"
READ_ONLY: Final = "readOnly"
SOURCE: Final = "eventSource"
TYPE: Final = "resources.type"
ARN: Final = "resources.ARN"
ALWAYS_THERE: Final = (CATEGORY, READ_ONLY, SOURCE, "eventName", "eventType")

_DEFAULT: Final = {"readWriteType": "All", "includeManagementEvents": True}
_KINDS: Final = {"all": ("true", "false"), "readonly": ("true",), "writeonly": ("false",)}
_SELECTED: Final = ("equals", "startsWith", "endsWith")
_DESELECTED: Final = ("notEquals", "notStartsWith", "notEndsWith")
_MOST: Final = 500  # selectors and values: AWS allows as many values in all of a trail
_UNSURE: Final = (CATEGORY, NEVER)


class Selected(NamedTuple):
    """The events that a trail records: some of the boxes hold each. `why` says what is not known.

    `most` are boxes of what it may record besides.
    """

    least: tuple[Box, ...]
    most: tuple[Box, ...]
    why: tuple[Unresolved, ...]

    @property
    def unread(self) -> bool:
        """Whether nothing at all is known: all events may be recorded, and none surely is."""
        return () in self.most and not self.least


def selectors_of(trail: Any) -> Any:
    """What a trail's document says of its selectors: what `selected` reads.

    AWS Config records only whether a trail has selectors of its own; without them it records all
    management events, and no others.
    """
    found = _member(_member(trail, "supplementaryConfiguration"), "EventSelectors")
    own = _member(_member(trail, "configuration"), "hasCustomEventSelectors")
    if own is False and (found is None or type(found) is Unresolved):
        return {}
    return found


def selected(found: Any) -> Selected:
    """The events that a trail with such selectors records."""
    if type(found) is not dict:
        return _unknown(_reason(found, "the trail's event selectors were not recorded"))
    basic, advanced = found.get("eventSelectors"), found.get("advancedEventSelectors")
    if not basic and not advanced:
        basic = [_DEFAULT]
    boxes = [*_all(basic, _basic), *_all(advanced, _advanced)]
    why = tuple(each for _, _, reasons in boxes for each in reasons)
    if len(boxes) > _MOST:
        return _unknown(Unresolved(f"a trail has more than {_MOST} event selectors"))
    return Selected(tuple(each[0] for each in boxes), tuple(each[1] for each in boxes), why)


_Bounds = tuple[Box, Box, tuple[Unresolved, ...]]
"""What a selector surely selects, what it may, and why these are not the same."""


def _unknown(why: Unresolved) -> Selected:
    return Selected((), ((),), (why,))


def _all(selectors: Any, form: Any) -> Iterator[_Bounds]:
    for each in selectors if type(selectors) is list else [selectors] if selectors else []:
        if type(each) is dict:
            yield from form(each)
        else:
            yield (_UNSURE,), (), (_reason(each, "an event selector is not readable"),)


def _basic(selector: dict[str, Any]) -> Iterator[_Bounds]:
    """The management events and the data events of a basic selector."""
    kinds = _kinds(selector.get("readWriteType", "All"))
    included = selector.get("includeManagementEvents", True)
    if included is not False:
        excluded = _values(selector.get("excludeManagementEventSources"))
        more = () if included is True else (_reason(included, "includeManagementEvents is unread"),)
        yield _box(((CATEGORY, _exactly("Management")), kinds, (SOURCE, _but(excluded))), more)
    for each in _listed(selector.get("dataResources")):
        yield _box((*_of_resources(each), kinds))


_Part = tuple[str, Limit | tuple[Limit, Limit, Unresolved]]
"""A limit on a field, or the least and the most that it may be, and why."""


def _box(parts: tuple[_Part, ...], more: tuple[Unresolved, ...] = ()) -> _Bounds:
    least: list[tuple[str, Limit]] = [_UNSURE] if more else []
    most: list[tuple[str, Limit]] = []
    why = list(more)
    for field, limit in parts:
        if isinstance(limit, Limit):
            least.append((field, limit))
            most.append((field, limit))
        else:
            least.append((field, limit[0]))
            most.append((field, limit[1]))
            why.append(limit[2])
    return tuple(least), tuple(most), tuple(why)


def _kinds(kind: Any) -> _Part:
    words = _KINDS.get(kind.lower()) if isinstance(kind, str) else _KINDS["all"] * (kind is None)
    if words:
        return READ_ONLY, one_of(map(Pattern, words))
    why = _reason(kind, f"readWriteType is {shown(kind)}")
    return READ_ONLY, (NEVER, PRESENT, why)


def _of_resources(resource: Any) -> tuple[_Part, ...]:
    """Data events on resources whose ARNs begin with one of these values."""
    data = (CATEGORY, _exactly("Data"))
    if type(resource) is not dict:
        return data, (TYPE, (NEVER, PRESENT, _reason(resource, "a data resource is not readable")))
    kind, values = resource.get("type"), _values(resource.get("values"))
    if not isinstance(kind, str):
        return data, (TYPE, (NEVER, PRESENT, _reason(kind, "a data resource has no type")))
    return data, (TYPE, _exactly(kind)), (ARN, _any_of([("startsWith", each) for each in values]))


def _advanced(selector: dict[str, Any]) -> Iterator[_Bounds]:
    """The events of an advanced selector: all its fields must hold."""
    parts: list[_Part] = []
    for each in _listed(selector.get("fieldSelectors")):
        if type(each) is not dict or not isinstance(each.get("field"), str):
            why = _reason(each, "a field selector is not readable")
            parts.append((CATEGORY, (NEVER, PRESENT, why)))
        else:
            parts += [(each["field"], limit) for limit in _limits(each)]
    if not any(field == CATEGORY for field, _ in parts):
        parts.append((CATEGORY, (NEVER, PRESENT, Unresolved("a selector has no eventCategory"))))
    yield _box(tuple(parts))


def _limits(field: dict[str, Any]) -> Iterator[Limit | tuple[Limit, Limit, Unresolved]]:
    """What a field must be: one of what is selected, and nothing of what is deselected."""
    wanted = [(name, each) for name in _SELECTED for each in _values(field.get(name))]
    if wanted:
        yield _any_of(wanted)
    for name in _DESELECTED:
        plain = name.removeprefix("not")
        unwanted = [(plain[0].lower() + plain[1:], each) for each in _values(field.get(name))]
        if unwanted:
            found = _any_of(unwanted)
            if isinstance(found, Limit):
                yield outside(found)
            else:
                yield outside(found[1]), outside(found[0]), found[2]


def _any_of(values: list[tuple[str, Any]]) -> Limit | tuple[Limit, Limit, Unresolved]:
    """The texts that an operator selects with one of its values."""
    known = [_pattern(name, each) for name, each in values if isinstance(each, str)]
    unread = [each for _, each in values if not isinstance(each, str)]
    odd = [text for name, text in values if name != "equals" and {"*", "?"} & set(str(text))]
    if unread or odd:
        why = _reason((unread or odd)[0], "a selector has a value with a wildcard")
        return one_of(each for each in known if not each.like), PRESENT, why
    return one_of(known)


def _pattern(operator: str, text: str) -> Pattern:
    match operator:
        case "startsWith":
            return like(f"{text}*")
        case "endsWith":
            return like(f"*{text}")
    return Pattern(text)


def _but(values: list[Any]) -> Limit | tuple[Limit, Limit, Unresolved]:
    """Everything but some texts."""
    found = _any_of([("equals", each) for each in values])
    if isinstance(found, Limit):
        return outside(found)
    return outside(found[1]), PRESENT, found[2]


def _exactly(text: str) -> Limit:
    return one_of((Pattern(text),))


def _values(found: Any) -> list[Any]:
    return [] if found is None else _listed(found)


def _listed(found: Any) -> list[Any]:
    if type(found) is list:
        return found[:_MOST]
    return [] if found is None else [found]


def _member(found: Any, name: str) -> Any:
    return found.get(name) if type(found) is dict else found


def _reason(value: Any, why: str) -> Unresolved:
    return value if type(value) is Unresolved else Unresolved(why)
