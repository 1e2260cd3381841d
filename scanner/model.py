"""The values that flow from a source to a report."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

import msgspec
from msgspec import Struct, field

from scanner.event import Log
from scanner.unresolved import KEY, revive

Document = dict[str, Any]
"""An item's document: AWS Config's own keys, as its advanced queries spell them."""

Place = tuple[str, str]
"""An account id and a Region, such as `("123456789012", "eu-west-1")` or `(…, "global")`.

What a template or plan declares is at `("infra/database.yaml", DECLARED)`.
"""

DECLARED: Final = "declared"


class Verdict(StrEnum):
    """What a rule says of an item."""

    PASS = "pass"  # noqa: S105 - a verdict, not a password
    FAIL = "fail"
    UNKNOWN = "unknown"


class Location(msgspec.Struct, frozen=True):
    """A place in a file: `uri` is a path as the user gave it.

    Lines and columns count from 1, columns in characters; `end_column` is that behind the last
    character. Only `uri` is always known, `line` and `column` where there are ends.
    """

    uri: str
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None


_decode = msgspec.json.Decoder().decode


class Item(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One configuration item; its document stays JSON text until a rule judges it.

    `text` is the document as JSON bytes: resourceType, resourceId, resourceName, arn, accountId,
    awsRegion, tags, configuration, supplementaryConfiguration; the last three reduced to what the
    loaded rules read. `captured` is an ISO-8601 UTC time that sorts as text, or "". A deleted item
    says that the resource is gone (and that its type was recorded).

    An item that a template or plan declares has a `stack`, the file or module that it is deployed
    with; its account and Region may be "". `lines` maps a path inside the document, such as
    "configuration.ipPermissions[0].ipv4Ranges", to where it is written, `at` is where the resource
    is named and `extent` all that is written of it. `condition` is what decides at deployment
    whether it will be there at all, "" if nothing does.
    """

    type: str
    id: str
    account: str
    region: str
    text: bytes
    uri: str
    captured: str = ""
    deleted: bool = False
    stack: str = ""
    lines: dict[str, Location] | None = None
    at: Location | None = None
    extent: Location | None = None
    condition: str = ""

    @property
    def place(self) -> Place:
        """The account and Region it belongs to, or the stack that declares it."""
        return (self.stack, DECLARED) if self.stack else (self.account, self.region)

    def document(self) -> Document:
        """The document, decoded anew at each call, with unresolved values recognisable."""
        document: Document = _decode(self.text)
        return revive(document) if KEY.encode() in self.text else document


class Problem(Struct, frozen=True):
    """Something a source could not read, and the resource types that are now incomplete.

    `place` is the account and Region concerned, None for all. `blocks` is False for what should be
    shown but leaves nothing unread, such as a waiver that was not used. `permission` is the IAM
    action that would have let a scan read more, named by one problem of a scan at most.
    """

    where: str
    what: str
    types: frozenset[str] = frozenset()
    place: Place | None = None
    blocks: bool = True
    permission: str = ""


class Coverage(Struct, frozen=True):
    """The types that a source read to the end in one account and Region.

    `types` are covered; with `all_but` not None every type that AWS Config records is, but these.
    Of a stack `names` are what its resources are called, as far as that is written out.
    """

    place: Place
    types: frozenset[str] = frozenset()
    all_but: frozenset[str] | None = None
    names: frozenset[str] = frozenset()


class Remarks(Struct, frozen=True):
    """A file with comments that may be for Groma, and all that is written of each resource in it.

    A resource is told by its stack and its address there.
    """

    uri: str
    text: str
    extents: tuple[tuple[tuple[str, str], Location], ...]


class SourceUse(Struct, frozen=True):
    """What a source gave: shown in reports, so that nobody takes an empty scan for a clean one."""

    name: str
    where: str
    files: int = 0
    items: int = 0
    passed_over: int = 0


Given = Item | Problem | Coverage | SourceUse | Remarks | Log
"""What a source gives."""


class Needs(Struct, frozen=True):
    """What the loaded rules read: for each resource type the names below `configuration` and
    `supplementaryConfiguration` that matter, or None where a rule looks at the whole document.

    `fields["AWS::KMS::Key"] == frozenset({"configuration.keyState", "tags"})`. Of CloudTrail's
    events those `since` and `until` a moment matter, "" being no first or last.
    """

    fields: Mapping[str, frozenset[str] | None]
    at: str | None = None  # ISO-8601 UTC: the moment to judge, None for now
    since: str = ""  # ISO-8601 UTC, as `clock.utc` writes it
    until: str = ""

    @property
    def types(self) -> frozenset[str]:
        """The resource types that some rule judges or joins."""
        return frozenset(self.fields)


class Resource(msgspec.Struct, frozen=True):
    """Which resource a finding is about. `id` is "*" where the whole type could not be judged.

    Of one that a template or plan declares, `stack` is the file or module and `id` its address
    there: "DatabaseGroup", "module.data.aws_db_instance.main[0]".
    """

    type: str
    id: str
    account: str
    region: str
    name: str | None = None
    arn: str | None = None
    stack: str = ""


class Related(msgspec.Struct, frozen=True):
    """A resource that was judged along with a finding's own, and where it is declared."""

    what: str  # "AWS::EC2::SecurityGroup DatabaseGroup"
    location: Location
    extent: Location | None = None


class Fix(msgspec.Struct, frozen=True):
    """A literal in a file, and the text to write in its place; JSON, YAML and HCL read it alike."""

    location: Location
    text: str


class Evidence(msgspec.Struct, frozen=True):
    """What was looked at, what was there, what was wanted; bounded in size, secrets masked.

    `value` is the expression, `found` JSON, `wanted` an English phrase such as "to equal true".
    """

    value: str
    found: Any
    wanted: str
    location: Location | None = None


class Waiver(Struct, frozen=True):
    """An agreed exception: `resource` is an id, name or ARN, `*` and `?` standing for anything."""

    rule: str
    resource: str
    reason: str
    owner: str
    expires: str  # ISO date; the waiver holds up to and including this day
    location: Location = field(default_factory=lambda: Location(""))
