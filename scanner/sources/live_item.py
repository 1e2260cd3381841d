"""What the calls about one listed thing give -> its configuration item."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

import msgspec

from scanner.fields import document_shape
from scanner.inventory.inventory import GLOBAL
from scanner.model import Item, Problem
from scanner.shape import Call, ResourceType
from scanner.sources.calling import GARBLED, Refused, operation
from scanner.sources.forms import ANSWERS, CONFIGURATIONS
from scanner.sources.plan import Collection
from scanner.sources.reshape import plain, reshaped, shape_of, tag_map
from scanner.sources.spot import Spot
from scanner.unresolved import Unresolved

TAGS: Final = "tags"
_TAGS: Final = ("tags", "Tags", "tagList", "TagList", "tagSet", "TagSet")
_CONFIGURATION: Final = "configuration."

_NOT_TOLD: Final = Unresolved("no API call tells it")

_encode = msgspec.json.Encoder().encode


def items_of(spot: Spot, collection: Collection, listed: Any) -> Iterator[Item | Problem]:
    """The item of one element of a list, or the items where its `detail` gives several."""
    detail = collection.type.detail if collection.detail else None
    if detail is None:
        live = collection.type.live
        configuration = _respelt(spot, live, listed, collection.type) if live else {}
        yield from _finished(spot, collection, _members(listed), configuration, {})
        return
    arguments = spot.arguments(detail, listed)
    described = _described(spot, detail, listed, collection.type)
    if isinstance(described, Refused) and "[]" in detail.items:
        yield problem(spot, collection.type, described)
    elif isinstance(described, Refused):
        configuration = _unread(spot, collection, listed, described)
        yield from _finished(spot, collection, _members(listed), configuration, arguments)
    else:
        for each, configuration in described:
            raw = {**_members(listed), **_members(each)}
            yield from _finished(spot, collection, raw, configuration, arguments)


def _described(
    spot: Spot, detail: Call, listed: Any, resource_type: ResourceType
) -> list[tuple[Any, dict[str, Any]]] | Refused:
    """What is told of an element of a list, each with the configuration that it makes."""
    told = spot.ask(detail, listed)
    if isinstance(told, Refused):
        return told
    try:
        return [(each, _respelt(spot, detail, each, resource_type)) for each in told]
    except GARBLED as error:
        name = operation(spot.client(detail.client), detail)
        return Refused(name, "GarbledAnswer", type(error).__name__)


def problem(spot: Spot, resource_type: ResourceType, refused: Refused) -> Problem:
    """What could not be listed, so that its type is incomplete here."""
    return Problem(spot.uri, str(refused), frozenset({resource_type.name}), spot.place)


def _members(answer: Any) -> Mapping[str, Any]:
    return answer if isinstance(answer, Mapping) else {}


def _respelt(spot: Spot, call: Call, answer: Any, resource_type: ResourceType) -> dict[str, Any]:
    """A configuration in Config's spelling; empty where a list only has names."""
    answer = ANSWERS[call.form](answer) if call.form else answer
    if not isinstance(answer, Mapping):
        return {}
    if resource_type.spelling == "identity" and not resource_type.rename:
        configuration = plain(answer)
    else:
        shape = shape_of(spot.client(call.client), call)
        configuration = reshaped(answer, shape, resource_type)
    if resource_type.form:
        CONFIGURATIONS[resource_type.form](configuration)
    found: dict[str, Any] = configuration
    return found


def _unread(spot: Spot, collection: Collection, listed: Any, refused: Refused) -> dict[str, Any]:
    """A configuration of which only what the list tells is known."""
    shape = document_shape(collection.type.name).field("configuration")
    names = shape.names if shape else ()
    why = Unresolved(refused.at(*spot.place))
    live = collection.type.live
    known = _respelt(spot, live, listed, collection.type) if live else {}
    return dict.fromkeys(names, why) | {name: known[name] for name in names if name in known}


def _finished(
    spot: Spot,
    collection: Collection,
    raw: Mapping[str, Any],
    configuration: dict[str, Any],
    arguments: Mapping[str, Any],
) -> Iterator[Item | Problem]:
    """The item, with what further calls about it give."""
    resource_type = collection.type
    resource_id = _identity(spot, resource_type, configuration, arguments)
    if resource_id is None:
        refused = Refused(resource_type.name, "IncompleteAnswer", "one of them without its id")
        yield problem(spot, resource_type, refused)
        return
    document = _envelope(spot, resource_type, configuration, resource_id)
    for path in resource_type.unread:
        part, _, name = path.partition(".")
        document[part].setdefault(name, _NOT_TOLD)
    for name in collection.more:
        _put(document, name, _value(spot, resource_type, resource_type.more[name], raw))
    yield Item(resource_type.name, resource_id, *spot.place, text=_encode(document), uri=spot.uri)


def _identity(
    spot: Spot,
    resource_type: ResourceType,
    configuration: Mapping[str, Any],
    arguments: Mapping[str, Any],
) -> str | None:
    """What tells the item from others of its type, None if the answer does not."""
    if not resource_type.id and not resource_type.unique:
        return spot.account if spot.region == GLOBAL else spot.region
    told = {name: each for name, each in configuration.items() if isinstance(each, str)}
    known = {**arguments, **told}
    for names in (resource_type.unique, (resource_type.id,), tuple(arguments)[:1]):
        parts = [known.get(name) for name in names]
        if parts and all(isinstance(each, str) and each for each in parts):
            return "|".join(map(str, parts))
    arn = _arn(spot, resource_type, configuration)
    return arn if isinstance(arn, str) else None


def _envelope(
    spot: Spot, resource_type: ResourceType, configuration: dict[str, Any], resource_id: str
) -> dict[str, Any]:
    document: dict[str, Any] = {
        "resourceType": resource_type.name,
        "resourceId": resource_id,
        "accountId": spot.account,
        "awsRegion": spot.region,
        "configuration": configuration,
        "supplementaryConfiguration": {},
    }
    name = configuration.get(resource_type.label)
    arn = _arn(spot, resource_type, configuration)
    return {
        **document,
        **({"resourceName": name} if isinstance(name, str | Unresolved) else {}),
        **({"arn": arn} if isinstance(arn, str | Unresolved) else {}),
        **_tags(resource_type, configuration),
    }


def _arn(spot: Spot, resource_type: ResourceType, configuration: Mapping[str, Any]) -> Any:
    if ":" not in resource_type.arn:
        return configuration.get(resource_type.arn)
    known = {name: each for name, each in configuration.items() if isinstance(each, str)}
    template = f"arn:{spot.partition}:{resource_type.arn}"
    try:
        return template.format_map({**known, "account": spot.account, "region": spot.region})
    except KeyError:
        return None


def _tags(resource_type: ResourceType, configuration: Mapping[str, Any]) -> dict[str, Any]:
    """The tags that the configuration has; nothing where another call gives them."""
    if TAGS in resource_type.more:
        return {}
    name = resource_type.tagged or _tag_field(resource_type.name)
    if not name:
        return {}
    given = configuration.get(name)
    return {TAGS: given if isinstance(given, Unresolved) else tag_map(given) or {}}


@cache
def _tag_field(resource_type: str) -> str:
    """The field of a type's configuration that holds its tags, "" if none does."""
    shape = document_shape(resource_type).field("configuration")
    return next((each for each in _TAGS if shape and each in shape.names), "")


def _value(spot: Spot, resource_type: ResourceType, call: Call, raw: Mapping[str, Any]) -> Any:
    """What a further call about an item gives, unresolved where it was refused."""
    answer = spot.ask_for_all(call) if call.row or call.before else spot.ask(call, raw)
    if isinstance(answer, Refused):
        return Unresolved(answer.at(*spot.place))
    try:
        value = _formed(spot, resource_type, call, _one(answer))
        if call.row and call.sparse:
            return value.get(raw[call.row])
        return value[raw[call.row]] if call.row else value
    except GARBLED:
        name = operation(spot.client(call.client), call)
        return Unresolved(Refused(name, "GarbledAnswer", "").at(*spot.place))


def _one(answer: list[Any]) -> Any:
    """The one value of an answer about one item: its lists put together, None for none."""
    if answer and all(isinstance(each, list) for each in answer):
        return [element for each in answer for element in each]
    return answer[0] if answer else None


def _formed(spot: Spot, resource_type: ResourceType, call: Call, value: Any) -> Any:
    if call.form:
        return plain(ANSWERS[call.form](value))
    return reshaped(value, shape_of(spot.client(call.client), call), resource_type)


def _put(document: dict[str, Any], name: str, value: Any) -> None:
    """Place what a further call gave where its name says."""
    if name == TAGS:
        document[TAGS] = value if isinstance(value, Unresolved) else tag_map(value) or {}
    elif name.startswith(_CONFIGURATION):
        document["configuration"][name.removeprefix(_CONFIGURATION)] = value
    else:
        document["supplementaryConfiguration"][name] = value
