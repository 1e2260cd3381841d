"""A configuration item in any of AWS Config's spellings -> the one document that rules judge."""

from collections.abc import Callable, Iterable
from typing import Any, Final, TypedDict

import msgspec
from msgspec import Raw

from scanner.sources.config_head import Head, ItemError, moment
from scanner.sources.config_shape import fixed
from scanner.sources.recorded_facts import unrecorded
from scanner.sources.split import NOT_DECODED
from scanner.unresolved import KEY

DEEPEST: Final = 100

_MEMBERS = msgspec.json.Decoder(dict[str, Raw])
_NOTHING: Final = (b"", b"null", b'""')
_encode = msgspec.json.Encoder().encode


def unresolved(why: str) -> Raw:
    """The JSON of a value that nobody knows."""
    return Raw(_encode({KEY: why}))


NOT_SELECTED: Final = unresolved("not selected by the query")
NOT_RECORDED: Final = unresolved("AWS Config does not record this; `groma scan aws` reads it")
NO_CONFIGURATION: Final = unresolved("AWS Config recorded no configuration")


class Form:
    """What is kept of the items of one resource type: the fields that rules read, None for all."""

    def __init__(self, resource_type: str, fields: frozenset[str] | None) -> None:
        self._type = resource_type
        self._all = fields is None
        self._envelope = [each for each in _ENVELOPE if fields is None or each in fields]
        self._configuration = _below("configuration", fields)
        self._members = _decoder(self._configuration)
        self._supplementary = _below("supplementaryConfiguration", fields)
        self._untold = unrecorded(resource_type, self._supplementary or ())

    def text(self, head: Head, selected: frozenset[str] | None) -> bytes:
        """The document as JSON; `selected` are the fields that a query selected, None for all.

        Raises ItemError or one of NOT_DECODED.
        """
        document = identity(head)
        for name in self._envelope:
            if (value := _ENVELOPE[name](head)) is not None:
                document[name] = value
        document["configuration"] = self._kept_configuration(head, selected)
        if self._all or self._supplementary:
            document["supplementaryConfiguration"] = self._kept_supplementary(head, selected)
        if selected is not None:
            wanted = [*self._envelope, "resourceName", "arn"]
            document |= {each: NOT_SELECTED for each in wanted if each not in selected}
        return checked(_encode(document))

    def text_of_deleted(self, head: Head) -> bytes:
        """The document of a resource that is gone; raises ItemError or one of NOT_DECODED."""
        return checked(_encode(identity(head)))

    def _kept_configuration(self, head: Head, selected: frozenset[str] | None) -> Any:
        raw = plain(head.configuration)
        members = _members("configuration", raw, self._members)
        if not members and _is_empty(raw) and (selected is None or "configuration" in selected):
            return NO_CONFIGURATION
        kept = _kept("configuration", members, self._configuration, selected)
        if isinstance(kept, dict):
            fixed(self._type, kept)
        return kept

    def _kept_supplementary(self, head: Head, selected: frozenset[str] | None) -> Any:
        raw = plain(head.supplementary_configuration)
        members = _members("supplementaryConfiguration", raw, _MEMBERS)
        kept = _kept("supplementaryConfiguration", members, self._supplementary, selected)
        if isinstance(kept, dict):
            untold = {name: NOT_RECORDED for name in self._untold if name not in kept}
            return untold | {name: plain(value) for name, value in kept.items()}
        return kept


Members = msgspec.json.Decoder[dict[str, Raw]]


def _decoder(names: tuple[str, ...] | None) -> Members:
    """What takes these members out of an object and skips all others; None is all."""
    if names is None:
        return _MEMBERS
    fields = dict.fromkeys((KEY, *names), Raw)
    return msgspec.json.Decoder(TypedDict("Kept", fields, total=False))  # type: ignore[operator]


def _is_empty(raw: Raw) -> bool:
    return not bytes(raw).strip(b"{} \t\r\n") or bytes(raw) in _NOTHING


def _members(part: str, raw: Raw, decoder: Members) -> dict[str, Raw]:
    if bytes(raw) in _NOTHING:
        return {}
    try:
        return decoder.decode(raw)
    except msgspec.ValidationError as error:
        raise ItemError(f"{part} is neither an object nor JSON text of one") from error


def _kept(
    part: str,
    members: dict[str, Raw],
    names: tuple[str, ...] | None,
    selected: frozenset[str] | None,
) -> dict[str, Raw] | Raw:
    """The members of a part of a document that are wanted, unresolved where not selected."""
    if KEY in members:
        return members
    kept = members if names is None else {name: members[name] for name in names if name in members}
    if selected is None or part in selected:
        return kept
    if names is None:
        return NOT_SELECTED
    return kept | {name: NOT_SELECTED for name in names if f"{part}.{name}" not in selected}


def _below(part: str, fields: frozenset[str] | None) -> tuple[str, ...] | None:
    """The names below a part of the document that are wanted, sorted; None for all."""
    if fields is None or part in fields:
        return None
    start = part + "."
    return tuple(sorted(each[len(start) :] for each in fields if each.startswith(start)))


def plain(raw: Raw) -> Raw:
    """The value itself where the API made a JSON text of it, once or twice."""
    for _ in range(2):
        if bytes(raw)[:1] != b'"':
            break
        text = msgspec.json.decode(raw, type=str)
        try:
            msgspec.json.decode(text)
        except NOT_DECODED:
            break
        raw = Raw(text.strip().encode())
    return raw


def identity(head: Head) -> dict[str, Any]:
    """The part of a document that says which resource it is about."""
    document = {
        "resourceType": head.resource_type,
        "resourceId": head.resource_id,
        "accountId": head.account,
        "awsRegion": head.aws_region,
    }
    if head.resource_name is not None:
        document["resourceName"] = head.resource_name
    if (arn := head.file_arn or head.arn) is not None:
        document["arn"] = arn
    return document


def _tags(raw: Raw) -> Raw | dict[str, Any] | None:
    """The tags as a map, which the API may give as a list of pairs."""
    raw = plain(raw)
    if bytes(raw) in _NOTHING:
        return None
    if bytes(raw)[:1] == b"{":
        return raw
    pairs = msgspec.json.decode(raw, type=list[dict[str, Any]])
    return {str(_either(pair, "key")): _either(pair, "value") for pair in pairs}


def _either(pair: dict[str, Any], name: str) -> Any:
    return pair.get(name, pair.get(name.capitalize()))


_ENVELOPE: Final[dict[str, Callable[[Head], Any]]] = {
    "tags": lambda head: _tags(head.tags),
    "relationships": lambda head: head.relationships if bytes(head.relationships) else None,
    "availabilityZone": lambda head: head.availability_zone,
    "resourceCreationTime": lambda head: moment(head.resource_creation_time) or None,
    "configurationItemCaptureTime": lambda head: (
        moment(head.configuration_item_capture_time) or None
    ),
    "configurationItemStatus": lambda head: head.configuration_item_status,
    "version": lambda head: head.configuration_item_version or head.version,
}


def checked(text: bytes) -> bytes:
    """The JSON text, if it can be decoded and walked; raises ItemError or one of NOT_DECODED.

    Splitting skips what no rule reads, and with it invalid UTF-8 and lone surrogates. Plain ASCII
    can have neither; a number beyond any range is noticed where the document is judged.
    """
    deep = text.count(b"[") + text.count(b"{") > DEEPEST
    if deep or b"\\" in text or not text.isascii():
        document = msgspec.json.decode(text)
        if deep and _deeper(document, DEEPEST):
            raise ItemError(f"nested more than {DEEPEST} deep")
    return text


def _deeper(value: Any, levels: int) -> bool:
    layer = [value]
    for _ in range(levels):
        layer = [child for each in layer for child in _children(each)]
    return any(isinstance(each, dict | list) for each in layer)


def _children(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()
