"""A resource that is at fault, and the values in its document that are."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from msgspec import Struct

from scanner.attribution.group_rule import narrowed
from scanner.attribution.kinds import BY_TYPE

GROUP: Final = "AWS::EC2::SecurityGroup"
PERMISSIONS: Final = ("configuration.ipPermissions", "configuration.ipPermissionsEgress")
ALL: Final = "*"
"""The id of a culprit that is missing: there is none of its type in the account and Region."""
BEING: Final = "resourceId"
MOST: Final = 20
"""So many values at fault of one resource are asked about."""
_STEP: Final = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_INDEX: Final = re.compile(r"\[\d+\]")
_OF_VPC: Final = ("configuration.vpcId", "configuration.groupName", "configuration.isDefault")


class Fault(Struct, frozen=True):
    """A value at fault: its path in the document, and what was found there, None for nothing.

    Where it stands in a list that events change one element at a time, `element` is that element;
    of a security group's permission it has the one source at fault. What is `gone` was there, and
    is asked for since it is not there any more. The path `BEING` is that of the resource itself.
    """

    path: str
    value: Any = None
    element: Any = None
    gone: bool = False

    @property
    def field(self) -> str:
        """The path without indexes, in lower case."""
        return plain_path(self.path)


class Culprit(Struct, frozen=True):
    """A resource whose author is asked for. `captured` is when it was as it is, "" if now.

    `vpc` is set for what AWS made along with a VPC: the default security group, network ACL and
    main route table. Without `faults` the last write to it is asked for. `since` is a time at which
    it is known to have been otherwise, "" for none: what happened up to then does not count.
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

    def __hash__(self) -> int:
        return hash((self.type, self.id, self.account, self.region, self.captured))

    @property
    def called(self) -> frozenset[str]:
        """What events may call it: its id, name and ARN."""
        return frozenset({self.id, self.name, self.arn} - {"", ALL})


def wanted(type: str) -> frozenset[str]:
    """The fields that a culprit's document should have beside those at fault."""
    along = any(each.along for each in BY_TYPE.get(type, ()))
    more = {"configuration.associations"} if type == "AWS::EC2::RouteTable" else set()
    return frozenset({*_OF_VPC, *more}) if along else frozenset()


def culprit(document: dict[str, Any], paths: Iterable[str], captured: str = "") -> Culprit:
    """The culprit that a document is, with what stands at the paths in it that are at fault.

    A path may lead to a value, a list, an element, or nowhere: a setting that is missing.
    """

    def text(name: str) -> str:
        found = document.get(name)
        return found if isinstance(found, str) else ""

    faults = dict.fromkeys(path for path in paths if path)
    type = text("resourceType")
    return Culprit(
        type=type,
        id=text("resourceId"),
        name=text("resourceName"),
        arn=text("arn"),
        account=text("accountId"),
        region=text("awsRegion"),
        captured=captured,
        faults=tuple(each for path in faults for each in _faults(document, type, path))[:MOST],
        vpc=_vpc(document, type),
    )


def lists(type: str) -> frozenset[str]:
    """The paths of the lists that events change one element at a time."""
    found = {each.path for kind in BY_TYPE.get(type, ()) for each in kind.elements}
    return frozenset(found | {*PERMISSIONS} if type == GROUP else found)


def plain_path(path: str) -> str:
    """A path without indexes, in lower case: what events' parameters are compared with."""
    return _INDEX.sub("", path).replace("[]", "").lower()


def _faults(document: dict[str, Any], type: str, path: str) -> Iterator[Fault]:
    value = at(document, path)
    if type == GROUP and _list_of(path) in PERMISSIONS:
        yield from _permissions(document, path)
        return
    if plain_path(_list_of(path)) not in map(str.lower, lists(type)):
        yield Fault(path, value)
    elif "[" in path:
        start = path[: path.index("]", path.index("[")) + 1]
        yield Fault(path, value, at(document, start))
    elif isinstance(value, list) and value:
        yield from (Fault(f"{path}[{n}]", each, each) for n, each in enumerate(value))
    else:
        yield Fault(path, value)


def _permissions(document: dict[str, Any], path: str) -> Iterator[Fault]:
    """One fault for each source: ports and protocol with it are what an event added."""
    name = _list_of(path)
    found = at(document, name)
    if not isinstance(found, list) or not found:
        yield Fault(path, found)
        return
    for number, each in enumerate(found):
        start = f"{name}[{number}]"
        if type(each) is dict and (path in (name, start) or path.startswith(f"{start}.")):
            for one in narrowed(_only(each, path.removeprefix(start))):
                yield Fault(path if path != name else start, one, one)


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


def _list_of(path: str) -> str:
    return path.partition("[")[0]


def at(value: Any, path: str) -> Any:
    """What stands at a path in a document, None for nothing."""
    for name, number in _STEP.findall(path):
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
