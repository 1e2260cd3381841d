"""A resource that is at fault, and the values in its document that are."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from scanner.attribution.group_rule import narrowed
from scanner.attribution.kind import is_inside
from scanner.attribution.kinds import BY_TYPE
from scanner.network.opening import MOST_PLACES

GROUP: Final = "AWS::EC2::SecurityGroup"
PERMISSIONS: Final = ("configuration.ipPermissions", "configuration.ipPermissionsEgress")
ALL: Final = "*"
"""The id of a culprit that is missing: there is none of its type in the account and Region."""
BEING: Final = "resourceId"
MOST: Final = 20
"""So many values at fault of one resource are asked about."""
_OPENED: Final = (GROUP, "AWS::EC2::NetworkAcl", "AWS::EC2::RouteTable")
"""The types in which openings tell what is at fault, as many places as they may."""
_STEP: Final = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_INDEX: Final = re.compile(r"\[\d*\]|\.items(?=[.\[]|$)")
_OF_VPC: Final = ("configuration.vpcId", "configuration.groupName", "configuration.isDefault")


class Fault(Struct, frozen=True):
    """A value at fault: its path in the document, and what was found there, None for nothing.

    Where it stands in a list that events change one element at a time, `element` is that element;
    of a security group's permission it has the one source at fault; it is `unsure` where another
    one of the list may be at fault instead. What is `gone` is asked for since it is not there: it
    was, or should be. The path `BEING` is that of the resource itself.
    """

    path: str
    value: Any = None
    element: Any = None
    gone: bool = False
    unsure: bool = False

    @property
    def field(self) -> str:
        """The path as parameters' names are written."""
        return plain_path(self.path)


class Culprit(Struct, frozen=True):
    """A resource whose author is asked for. `captured` is when it was as it is, "" if now.

    `vpc` is set for what AWS made along with a VPC: the default security group, network ACL and
    main route table. Without `faults` the last write to it is asked for. `since` is a time at which
    it is known to have been otherwise, "" for none: what happened up to then does not count.
    `left_out` is how many more values are at fault than are asked about.
    """

    type: str
    id: str
    name: str = ""
    arn: str = ""
    account: str = ""
    region: str = ""
    captured: str = ""
    faults: tuple[Fault, ...] = ()
    vpc: str = ""
    since: str = ""
    left_out: int = 0

    def __hash__(self) -> int:
        return hash((self.type, self.id, self.account, self.region, self.captured))

    @property
    def called(self) -> frozenset[str]:
        """What events may call it: its id, name and ARN."""
        return frozenset({self.id, self.name, self.arn} - {"", ALL})

    @property
    def stood(self) -> bool:
        """Whether it is known to have been there before all that counts."""
        made = any(each.path == BEING and not each.gone for each in self.faults)
        return bool(self.since) and not made


def wanted(type: str) -> frozenset[str]:
    """The fields that a culprit's document should have beside those at fault."""
    along = any(each.along for each in BY_TYPE.get(type, ()))
    more = {"configuration.associations"} if type == "AWS::EC2::RouteTable" else set()
    return frozenset({*_OF_VPC, *more}) if along else frozenset()


def culprit(
    document: dict[str, Any],
    paths: Iterable[str],
    captured: str = "",
    lacking: Iterable[tuple[str, str]] = (),
) -> Culprit:
    """The culprit that a document is, with what stands at the paths in it that are at fault.

    A path may lead to a value, a list, an element, or nowhere: a setting that is missing. With `[]`
    some element of a list is at fault, and nobody knows which. What a list is `lacking` is told by
    the list's path and the text that should be there.
    """

    def text(name: str) -> str:
        found = document.get(name)
        return found if isinstance(found, str) else ""

    type = text("resourceType")
    at_paths = dict.fromkeys(path for path in paths if path)
    faults = [
        *(_lacking(type, path, one) for path, one in dict.fromkeys(lacking)),
        *(each for path in at_paths for each in _faults(document, type, path)),
    ]
    called = {text("resourceId"), text("resourceName"), text("arn")}
    keys = [key for kind in BY_TYPE.get(type, ()) for key in kind.keys]
    others = [
        each for each in faults if not (_is_name(each, called) or is_inside(each.field, *keys))
    ]
    asked = others or faults
    if type in _OPENED and len(at_paths) >= MOST_PLACES:  # there may be more that are not told
        asked = [replace(each, unsure=True) for each in asked]
    return Culprit(
        type=type,
        id=text("resourceId"),
        name=text("resourceName"),
        arn=text("arn"),
        account=text("accountId"),
        region=text("awsRegion"),
        captured=captured,
        faults=tuple(asked[:MOST]),
        vpc=_vpc(document, type),
        left_out=len(asked[MOST:]),
    )


def lists(type: str) -> frozenset[str]:
    """The paths of the lists that events change one element at a time."""
    found = {each.path for kind in BY_TYPE.get(type, ()) for each in kind.elements}
    return frozenset(found | {*PERMISSIONS} if type == GROUP else found)


def plain_path(path: str) -> str:
    """A path without indexes and wrappers, in lower case, as parameters' names are written."""
    return _INDEX.sub("", path).lower()


def _list_in(type: str, path: str) -> str:
    """The part of a path that leads to a list of which events change single elements, else ""."""
    plain = f"{plain_path(path)}."
    found = next((each for each in lists(type) if plain.startswith(f"{each.lower()}.")), "")
    return path[: len(found)]


def _faults(document: dict[str, Any], type: str, path: str) -> Iterator[Fault]:
    name = _list_in(type, path)
    if name in PERMISSIONS:
        yield from _permissions(document, path, name)
        return
    value, found, rest = at(document, path), at(document, name), path.removeprefix(name)
    unsure = rest.startswith("[]")
    if not name or not isinstance(found, list) or not found:
        yield Fault(path, value)
    elif rest.startswith("[") and not unsure:
        yield Fault(path, value, at(document, name + rest[: rest.index("]") + 1]))
    else:
        rest = rest.removeprefix("[]")
        for number, each in enumerate(found):
            yield Fault(f"{name}[{number}]{rest}", at(each, rest), each, unsure=unsure)


def _is_name(fault: Fault, called: set[str]) -> bool:
    """Whether it is only what the resource is called: every event that names it would set that."""
    return isinstance(fault.value, str) and fault.value in called and fault.path.count(".") == 1


def _lacking(type: str, path: str, text: str) -> Fault:
    name = _list_in(type, path)
    member = path.removeprefix(name).removeprefix("[]").removeprefix(".")
    if not name:
        return Fault(path, text, gone=True)
    return Fault(name, element={member: text} if member else text, gone=True)


def _permissions(document: dict[str, Any], path: str, name: str) -> Iterator[Fault]:
    """One fault for each source: ports and protocol with it are what an event added."""
    found = at(document, name)
    if not isinstance(found, list) or not found:
        yield Fault(path, found)
        return
    every = not path.startswith(f"{name}[") or path.startswith(f"{name}[]")
    for number, each in enumerate(found):
        start = f"{name}[{number}]"
        if type(each) is dict and (every or path == start or path.startswith(f"{start}.")):
            for one in narrowed(each if every else _only(each, path.removeprefix(start))):
                yield Fault(start if every else path, one, one, unsure=f"{name}[]" in path)


def _only(permission: dict[str, Any], path: str) -> dict[str, Any]:
    """The permission with no other source than that which a path inside of it leads to."""
    steps = _STEP.findall(path)
    if len(steps) < 2 or not steps[1][1]:
        return permission
    name, number = steps[0][0], int(steps[1][1])
    sources = permission.get(name)
    if not isinstance(sources, list) or number >= len(sources):
        return permission
    kept = {each: permission.get(each) for each in ("ipProtocol", "fromPort", "toPort")}
    return kept | {name: [sources[number]]}


def at(value: Any, path: str) -> Any:
    """What stands at a path in a document, None for nothing; of a list without an index all."""
    steps = _STEP.findall(path)
    for done, (name, number) in enumerate(steps):
        if name and type(value) is list:
            rest = "".join(f"[{index}]" if index else f".{each}" for each, index in steps[done:])
            found = [at(each, rest) for each in value]
            return [each for each in found if each is not None] or None
        if name and type(value) is dict:
            value = value.get(name)
        elif number and type(value) is list and int(number) < len(value):
            value = value[int(number)]
        else:
            return None
    return value


def _vpc(document: dict[str, Any], type: str) -> str:
    """The VPC that the resource came with, "" for one that somebody made."""
    if not wanted(type):
        return ""
    made = {
        GROUP: at(document, "configuration.groupName") == "default",
        "AWS::EC2::NetworkAcl": at(document, "configuration.isDefault") is True,
        "AWS::EC2::RouteTable": _is_main(at(document, "configuration.associations")),
    }
    vpc = at(document, "configuration.vpcId")
    return vpc if made.get(type) and isinstance(vpc, str) else ""


def _is_main(associations: Any) -> bool:
    return type(associations) is list and any(
        type(each) is dict and each.get("main") is True for each in associations
    )
