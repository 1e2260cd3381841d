"""How the events of a resource type are recognised, and which fields each of them decides."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from msgspec import Struct, field

NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
ANY: Final = "*"
"""In place of a value: the event decides the field as a whole, its parameters say how."""
PART: Final = "~"
"""In place of a value: the event changes a part of the field, perhaps not what is at fault.

With a parameter behind it: only where the request has that one, which says it in another way.
"""

_VERSION: Final = re.compile(r"\d{4}_?\d{2}_?\d{2}(?:v\d)?$")


class Element(Struct, frozen=True):
    """A list in the document that events add to and remove from, one element at a time.

    `path` is that of the list. `keys` and `also` map parameters, in lower case, to names in an
    element ("" is an element that is a text): `keys` tell elements apart, `also` are what else is
    compared. `within` is the parameter that lists the elements, "" where the request is the
    element, with its answer if that is where a new one is named: `answered`. What `changes` an
    element may have done anything to it. What is made has the elements that `born` tells by the
    values of a name, and what is made along with a VPC those of `along`; {} is all of them, None is
    none.
    """

    path: str
    keys: Mapping[str, str]
    adds: tuple[str, ...]
    removes: tuple[str, ...] = ()
    also: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    changes: tuple[str, ...] = ()
    within: str = ""
    answered: bool = False
    order: str = ""
    born: Mapping[str, tuple[Any, ...]] | None = None
    along: Mapping[str, tuple[Any, ...]] | None = None


class Kind(Struct, frozen=True, kw_only=True):
    """The events that may change a resource of a type.

    An event of the service `source` concerns the type if its name has one of the `nouns` and none
    of `but`, or is told in `events`, `made` or `sets`. It changes the resource that its parameters
    or its answer name under `ids` or, where nothing stands there, under `names`: paths without
    wrappers, in lower case; a user who calls one of the `own` events without a name is meant. With
    `resources` the record's own list of resources names it, too: the ARNs whose resource begins so.
    Ids begin with `prefix` where events may be about any type.
    Names are `shared` where several resources of an account and Region may have the same; where
    another parameter has them `told_apart`, the resource's id is "other|name". What is `qualified`
    is also called with its account, and with a version or alias.
    Under `renamed` a request has its next name, and under `labels` what else it is called, by
    which later requests do not call it; so do tags that are called "Name", which a making puts on
    what EC2 calls `tagged`.

    What is `unnamed` is there once an account, or Region; with `root` only the root user's calls
    count, with `where` only those that say so in a parameter or the answer. If it is `shared`, it
    is several things in one. `along` are the events that make it along with its VPC.

    `made` are the events that make one: what they do not say has its default. Those that may be
    called `again` succeed where it is there, and then do nothing. `sets` are fields
    that an event decides whatever its parameters say, each with the value, `ANY` or `PART`, None
    for what it takes away; so are all below. `fields` maps parameters to fields where they are not
    called alike, ending in ".*" for all that is inside; "+" in front says that the
    parameter adds to a list, "-" that it takes away. `inside` is the object that holds the
    settings. `elements` are lists. `keys` only tell the elements of a list apart: what else of them
    is at fault is asked for. `folded` names are the same in capitals and small letters.

    Whoever made a resource set what it was made with; that it still is so is known of the fields
    in `sets` and `fields`, of those that are `told` by parameters of their own name whenever they
    change, and of those that are `fixed`. `untold` are the fields that AWS changes by itself, or by
    events of other resources: no event tells who did.
    """

    type: str
    source: str
    nouns: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    shared: bool = False
    told_apart: str = ""
    qualified: bool = False
    renamed: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    prefix: str = ""
    tagged: str = ""
    resources: str = ""
    unnamed: bool = False
    root: bool = False
    where: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    along: tuple[str, ...] = ()
    made: tuple[str, ...] = ()
    again: bool = False
    sets: Mapping[str, Mapping[str, Any]] = field(default_factory=lambda: NOTHING)
    fields: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    told: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()
    inside: str = ""
    elements: tuple[Element, ...] = ()
    keys: tuple[str, ...] = ()
    folded: bool = False
    anywhere: bool = False

    @property
    def event_source(self) -> str:
        """The service as records name it."""
        return f"{self.source}.amazonaws.com"

    def concerns(self, event: str) -> bool:
        """Whether events of this name may change a resource of the type."""
        if event in self.made or event in self.sets or event in (*self.events, *self.along):
            return True
        if any(event in (*each.adds, *each.removes, *each.changes) for each in self.elements):
            return True
        return any(noun in event for noun in self.nouns) and not any(
            noun in event for noun in self.but
        )

    def shows(self, field: str) -> bool:
        """Whether no event changes the field without its being seen; fields are in lower case."""
        return is_inside(field, *self.told, *self.fixed) or self._decides(field)

    def hides(self, field: str) -> bool:
        """Whether no event tells who changed the field."""
        return is_inside(field, *self.untold) and not self._decides(field)

    def _decides(self, field: str) -> bool:
        of_events = (each for fields in self.sets.values() for each in fields)
        of_parameters = (each.lstrip("+-") for each in self.fields.values() if each[-1] != "*")
        return is_inside(field, *of_events, *of_parameters)


def is_inside(field: str, *of: str) -> bool:
    """Whether a field in lower case is one of some, or inside of one."""
    return any(field == each or field.startswith(f"{each}.") for each in map(str.lower, of))


def decided(
    events: tuple[str, ...], *fields: str, value: str = ANY
) -> dict[str, Mapping[str, Any]]:
    """Events that all decide the same fields, their parameters saying how: `sets` of a kind."""
    return {event: dict.fromkeys(fields, value) for event in events}


def plain(event: str) -> str:
    """An event's name without its API's version: UpdateFunctionCode20150331v2."""
    return _VERSION.sub("", event)
