"""The field table, generated from botocore's models and the declarations of this package.

`python -m scanner.resources.generate` writes it anew.
"""

import importlib
import json
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import botocore
import botocore.session
from botocore import xform_name

import scanner.resources
from scanner.shape import Call, ResourceType, Tree, respelt

TABLE = Path(__file__).with_name("fields.json")
LEAVES = {"string": "string", "character": "string", "blob": "string", "boolean": "boolean"}
LEAVES |= {"integer": "integer", "long": "integer", "float": "number", "double": "number"}
LEAVES |= {"bigdecimal": "number", "biginteger": "integer", "timestamp": "timestamp"}


def declared() -> dict[str, ResourceType]:
    """Every resource type that a module of this package declares, by name."""
    found: dict[str, ResourceType] = {}
    for name in _modules():
        for each in _types_of(f"scanner.resources.{name}"):
            if found.setdefault(each.name, each) is not each:
                raise ValueError(f"{each.name} is declared twice")
    return dict(sorted(found.items()))


def kinds() -> dict[str, str]:
    """The module that says what each kind of resource in templates and Terraform declares."""
    found: dict[str, str] = {}
    for name in _modules():
        for each in _types_of(f"scanner.resources.{name}"):
            for spelt in (*each.cloudformation, *each.terraform):
                if found.setdefault(spelt.kind, name) != name:
                    raise ValueError(f"{spelt.kind} is declared twice")
    return dict(sorted(found.items()))


def _modules() -> list[str]:
    names = (each.name for each in pkgutil.iter_modules(scanner.resources.__path__))
    return sorted(set(names) - {"generate"})


def _types_of(module: str) -> Iterator[ResourceType]:
    values = vars(importlib.import_module(module)).values()
    yield from (each for each in values if isinstance(each, ResourceType))


def table() -> dict[str, Any]:
    """The field table as JSON: what `fields.json` holds, with the botocore that it came from."""
    session = botocore.session.Session()
    types = declared()
    return {
        "anywhere": [each.name for each in types.values() if each.anywhere],
        "botocore": botocore.__version__,
        "global": [each.name for each in types.values() if not each.regional],
        "kinds": kinds(),
        "types": {name: tree(each, session) for name, each in types.items()},
    }


def tree(resource_type: ResourceType, session: botocore.session.Session) -> dict[str, Tree]:
    """The fields of one type below `configuration` and `supplementaryConfiguration`."""
    source = resource_type.detail or resource_type.live
    configuration = resource_type.shape
    if configuration is None and source is not None:
        configuration = _answered(source, resource_type, session)
    whole: Tree = {"configuration": configuration or {}, "supplementaryConfiguration": {}}
    for name, call in _shaped(resource_type):
        steps = name.split(".") if "." in name else ["supplementaryConfiguration", name]
        whole = _with(whole, steps, _answered(call, resource_type, session))
    for path, extra in resource_type.extra.items():
        whole = _with(whole, path.replace("[]", ".[]").split("."), extra)
    assert isinstance(whole, dict)  # noqa: S101 - for the type checker
    return whole


def _shaped(resource_type: ResourceType) -> Iterator[tuple[str, Call]]:
    """The further calls whose answers give the fields; the rest are given by hand."""
    by_hand = {path.split(".")[1] for path in resource_type.extra if path.startswith("supp")}
    known = {*by_hand, "tags"}  # every item has tags
    yield from (each for each in resource_type.more.items() if each[0] not in known)


def _answered(call: Call, resource_type: ResourceType, session: botocore.session.Session) -> Tree:
    """The fields of each item of a call's answer, in Config's spelling."""
    service = session.get_service_model(call.client)
    names = {xform_name(name): name for name in service.operation_names}
    shape: Any = service.operation_model(names[call.operation]).output_shape
    for step in filter(None, call.items.split(".")):
        shape = shape.members[step.removesuffix("[]")]
        shape = shape.member if step.endswith("[]") else shape
    return _renamed(shape, resource_type, ())


def _renamed(shape: Any, resource_type: ResourceType, above: tuple[str, ...]) -> Tree:
    if shape.name in above or getattr(shape, "is_document_type", False):
        return "any"
    within = (*above, shape.name)
    if shape.type_name == "structure":
        return {
            respelt(name, resource_type): _renamed(member, resource_type, within)
            for name, member in shape.members.items()
        }
    if shape.type_name == "list":
        return [_renamed(shape.member, resource_type, within)]
    if shape.type_name == "map":
        return {"*": _renamed(shape.value, resource_type, within)}
    return LEAVES[shape.type_name]


def _with(tree: Tree, steps: list[str], extra: Tree) -> Tree:
    """A copy of the tree in which these steps lead to `extra`."""
    if not steps:
        return extra
    if steps[0] == "[]":
        return [_with(tree[0] if isinstance(tree, list) else {}, steps[1:], extra)]
    known = tree if isinstance(tree, dict) else {}
    return {**known, steps[0]: _with(known.get(steps[0], {}), steps[1:], extra)}


def written(contents: dict[str, Any]) -> str:
    """The table's text: sorted, one line a type, a newline at the end."""
    lines = [
        f"{json.dumps(name)}:{json.dumps(each, sort_keys=True, separators=(',', ':'))}"
        for name, each in sorted(contents["types"].items())
    ]
    head = f'{{"anywhere":{json.dumps(sorted(contents["anywhere"]))},\n'
    head += f'"botocore":{json.dumps(contents["botocore"])},\n'
    head += f'"global":{json.dumps(sorted(contents["global"]))},\n'
    head += f'"kinds":{json.dumps(contents["kinds"])},\n"types":{{\n'
    return head + ",\n".join(lines) + "\n}}\n"


if __name__ == "__main__":
    TABLE.write_text(written(table()), encoding="utf-8")
