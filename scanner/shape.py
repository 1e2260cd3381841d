"""What differs between resource types: how each is read from AWS, and how AWS spells it."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Final, Literal

from msgspec import Struct, field

Spelling = Literal["lowerFirst", "jackson", "upperFirst", "identity"]
"""How AWS Config renames the fields of a describe answer, all the way down."""

Tree = str | dict[str, "Tree"] | list["Tree"]
"""A value's fields: a leaf's kind, an object's names, a list of one element's tree.

Leaf kinds are string, boolean, integer, number, timestamp and any; an object whose keys are free
has the one name "*".
"""

READS: Final = re.compile(
    r"(?:describe|get|list|lookup|select|batch_get|search|head)_[a-z0-9_]+"
    r"|generate_credential_report"
)
"""The operations that a call may be of: they change nothing."""

_READ_ACTIONS: Final = re.compile(r"[a-z0-9-]+:(?:Describe|Get|List|Lookup|BatchGet|Search)\w+")

NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


class Call(Struct, frozen=True):
    """One API call, and where in its answer the items are.

    `items` is a path such as "Reservations[].Instances[]"; "" is the whole answer. `fixed` are
    arguments that never change, but for "{account}" and "{region}"; `each` maps an argument to the
    field of the item that gives it, in the service's own spelling, "@" being the item itself (a
    name in a list of names). An argument that takes a list is written "Names[]".
    An answer without what `items` leads to is a failed read, unless it `may_lack` that: the service
    leaves out what is empty. Error codes in `absent` mean that there is none. `form` names what
    makes Config's own form of the answer, or of None where there is none.
    With `row` one answer serves all items of a place: the form makes a map of it, and the field
    `row` of an item leads to its own part, None where it has none in a `sparse` map. `before` is
    asked until it says COMPLETE.
    `behind` are the IAM actions that the service takes in the caller's name to answer.
    Raises ValueError for an operation that may change something.
    """

    client: str
    operation: str
    items: str = ""
    fixed: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    each: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    may_lack: bool = False
    absent: tuple[str, ...] = ()
    form: str = ""
    row: str = ""
    sparse: bool = False
    before: "Call | None" = None
    behind: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not READS.fullmatch(self.operation):
            raise ValueError(f"{self.client}: {self.operation} is not known to change nothing")
        for each in self.behind:
            if not _READ_ACTIONS.fullmatch(each):
                raise ValueError(f"{each} is not known to change nothing")


class Given(Struct, frozen=True, kw_only=True):
    """Where a declared resource says what a field of its document has.

    `by` is a property: "VPCZoneIdentifier", or a path such as "LoggingConfiguration.LogFilePrefix"
    or "VPCSecurityGroups[]", "" for all the properties as one object, None if nothing says it.
    Where it is not said the field has `default`, which the page `source` documents; an
    `Unresolved` there says why nobody knows. With `alone` the default holds only where no other
    resource adds a part.
    What is said is respelt as the type has it (or as `names` say), at any depth, and brought to the
    kinds of the field. `form` names what makes Config's own form of it instead; with `follow` that
    is asked also what to make of a reference to another resource. With `only` it is so only where
    that property has that value.
    """

    by: str | None = ""
    default: Any = None
    source: str = ""
    alone: bool = False
    names: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    form: str = ""
    follow: bool = False
    only: tuple[str, str] | None = None


class Spelt(Struct, frozen=True, kw_only=True):
    """How one kind of declared resource says what the document of a resource type has.

    `kind` is "AWS::EC2::SecurityGroup" or "aws_security_group". `fields` are paths in the document
    ("configuration.vpcId", "supplementaryConfiguration.TrailStatus.isLogging", "tags"), each with
    the property that says it; a list's elements are reached by "[]", as in
    "configuration.vpcSecurityGroups[].vpcSecurityGroupId". A field that is not among them is
    unknown, and so is what an object that is put together from several lacks.
    `refers` are what references to the resource give, "Ref" or "Arn" or "id", each with the field
    of `configuration` that has it; where one of `fields` gives that field, a reference is what the
    property says.
    A resource that AWS keeps as a part of another one has `part_of`, the property that names it;
    its `fields` are then in the other one's document, where "configuration.entries[+]" makes the
    list grow by an element, or by those of a list. With `of_several` that property lists what it
    is a part of: names, or objects of which the member `inside` names it. Where that property is
    not set `or_of` names it.
    """

    kind: str
    fields: Mapping[str, str | Given]
    refers: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    part_of: str = ""
    of_several: bool = False
    inside: str = ""
    or_of: str = ""


class ResourceType(Struct, frozen=True, kw_only=True):
    """How one resource type is read, and what its configuration item looks like.

    `id` is the field of `configuration` that the item's resourceId repeats, "" where there is none;
    where that is not unique `unique` are the fields (or arguments of `detail`) that are, together.
    `label` is the field that resourceName repeats; `arn` that of the ARN, or the ARN without what
    it starts with, as in "ec2:{region}:{account}:vpc/{vpcId}". `tagged` is the field that has the
    tags, where it is not called as usual.
    `live` lists the items; where its answer is only a list of names or says too little, `detail` is
    asked for each. `more` are calls whose answers go below `supplementaryConfiguration` by name, or
    where the name says if it is "tags" or starts with "configuration.".
    `home` are the fields, in the service's spelling, that name an item and the Region that it
    belongs to, where other Regions list it too. `form` names what brings a whole configuration into
    Config's form.
    `spelling` and then `rename` (by the service's name, at any depth) turn names into Config's.
    `shape` is the configuration where no answer gives it; `extra` sets what the rule gets wrong or
    lacks, by path from the document: "configuration.ipPermissions[].ipv4Ranges". `unread` are
    those of these that only AWS Config knows: no call gives them, so that live they are unknown.
    `cloudformation` and `terraform` are the kinds of declared resources that make the type's items,
    or parts of them.
    `regional` is False for what AWS has once an account, `recorded` for what AWS Config leaves out.
    What is `anywhere` has a name that nothing else in AWS has, and is joined across Regions too.
    """

    name: str
    id: str
    unique: tuple[str, ...] = ()
    label: str = ""
    arn: str = ""
    tagged: str = ""
    home: tuple[()] | tuple[str, str] = ()
    form: str = ""
    live: Call | None = None
    detail: Call | None = None
    more: Mapping[str, Call] = field(default_factory=lambda: NOTHING)
    spelling: Spelling = "lowerFirst"
    rename: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    shape: Tree | None = None
    extra: Mapping[str, Tree] = field(default_factory=lambda: NOTHING)
    unread: tuple[str, ...] = ()
    cloudformation: tuple[Spelt, ...] = ()
    terraform: tuple[Spelt, ...] = ()
    regional: bool = True
    recorded: bool = True
    anywhere: bool = False


def cloud_controlled(
    name: str,
    *,
    id: str,
    arn: str,
    shape: Tree,
    behind: tuple[str, ...],
    label: str = "",
    tagged: str = "",
    recorded: bool = True,
) -> ResourceType:
    """A type that Cloud Control reads, its configuration being CloudFormation's properties.

    `shape` must leave out those that its schema calls write-only: nobody is ever told them.
    `behind` are what its schema names as the permissions of its list and read handlers: Cloud
    Control calls them as the caller. A Region whose registry lacks the type has none of it. What
    Cloud Control identifies a resource by is the resourceId.
    """
    fixed = {"TypeName": name}
    return ResourceType(
        name=name,
        id=id,
        unique=("Identifier",),
        label=label,
        arn=arn,
        tagged=tagged,
        live=Call(
            "cloudcontrol",
            "list_resources",
            "ResourceDescriptions[]",
            fixed=fixed,
            absent=("TypeNotFoundException",),
            behind=behind,
        ),
        detail=Call(
            "cloudcontrol",
            "get_resource",
            "ResourceDescription",
            fixed=fixed,
            each={"Identifier": "Identifier"},
            form="properties",
            behind=behind,
        ),
        spelling="identity",
        shape=shape,
        recorded=recorded,
    )


def same(*names: str) -> dict[str, str | Given]:
    """Fields of `configuration` that are called as the properties that say them are."""
    return {f"configuration.{name}": name for name in names}


def lowered(*names: str) -> dict[str, str | Given]:
    """Fields of `configuration` called as properties, the first letter in lower case."""
    return {f"configuration.{lower_first(name)}": name for name in names}


def camel(*names: str) -> dict[str, str | Given]:
    """Fields of `configuration` from Terraform's names: "vpc_id" says "vpcId"."""
    return {f"configuration.{camel_case(name)}": name for name in names}


def pascal(*names: str) -> dict[str, str | Given]:
    """Fields of `configuration` from Terraform's names: "log_group_name" says "LogGroupName"."""
    return {f"configuration.{upper_first(camel_case(name))}": name for name in names}


@cache
def camel_case(name: str) -> str:
    """Terraform's name with capitals for underscores: "vpc_id" becomes "vpcId"."""
    first, *rest = name.split("_")
    return first + "".join(map(upper_first, rest))


@cache
def lower_first(name: str) -> str:
    """The name with its first letter in lower case: DBName becomes dBName."""
    return name[:1].lower() + name[1:]


@cache
def upper_first(name: str) -> str:
    """The name with its first letter in upper case: logGroupName becomes LogGroupName."""
    return name[:1].upper() + name[1:]


@cache
def jackson(name: str) -> str:
    """The name with its leading capitals in lower case: DBClusterArn becomes dbclusterArn.

    That is what Java's Jackson makes of a getter, and so what older Config types look like.
    """
    capitals = len(name) - len(name.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    return name[:capitals].lower() + name[capitals:]


SPELLINGS: Final[Mapping[str, Callable[[str], str]]] = {
    "lowerFirst": lower_first,
    "jackson": jackson,
    "upperFirst": upper_first,
    "identity": str,
}


def respelt(name: str, resource_type: ResourceType) -> str:
    """The name that AWS Config gives to a field of a describe answer."""
    return resource_type.rename.get(name) or SPELLINGS[resource_type.spelling](name)
