"""The files of a module's folder -> what they define, each file parsed once."""

import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeVar

from scanner.model import Problem
from scanner.sources.terraform.hcl import LARGEST, parsed
from scanner.sources.terraform.hcl_json import json_values, parsed_json
from scanner.sources.terraform.hcl_tree import Block, Body, Broken, Expression, Literal, place_of

Files = Callable[[str], Mapping[str, bytes] | None]
"""The files of a folder, by their paths as the user would give them.

None for a folder that is not there or may not be read.
"""

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

SOURCES: Final = (".tf", ".tf.json")
VALUES: Final = (".tfvars", ".tfvars.json")


@dataclass(slots=True)
class Folder:
    """What the files of one module define."""

    path: str
    files: int = 0
    variables: dict[str, Body] = field(default_factory=dict)
    locals: dict[str, Expression] = field(default_factory=dict)
    outputs: dict[str, Body] = field(default_factory=dict)
    resources: dict[tuple[str, str], Block] = field(default_factory=dict)
    data: dict[tuple[str, str], Block] = field(default_factory=dict)
    modules: dict[str, Block] = field(default_factory=dict)
    providers: list[Block] = field(default_factory=list)
    values: dict[str, Expression] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class Library:
    """The modules of a scan: each folder is read, and each file parsed, once."""

    files: Files
    _folders: dict[str, Folder | None] = field(default_factory=dict)

    def folder(self, path: str) -> Folder | None:
        """What a folder defines; None where there is none or it may not be read."""
        path = posixpath.normpath(path)
        if path not in self._folders:
            found = self.files(path)
            sources = {name: data for name, data in (found or {}).items() if _is_source(name)}
            self._folders[path] = _folder(path, found) if found and sources else None
        return self._folders[path]


def called(folder: Folder, block: Block) -> str | None:
    """The folder of a module that is called by a local path; None for one from elsewhere."""
    source = block.body.arguments.get("source")
    if isinstance(source, Literal) and isinstance(source.value, str):
        text = source.value.replace("\\", "/")
        if text.startswith(("./", "../")) or text in (".", ".."):
            return posixpath.normpath(posixpath.join(folder.path, text))
    return None


def _is_source(name: str) -> bool:
    return name.endswith(SOURCES)


def _folder(path: str, files: Mapping[str, bytes]) -> Folder:
    folder = Folder(path)
    for name in sorted(files):
        if _is_source(name):
            folder.files += 1
            try:
                _define(folder, file_body(name, files[name]), name)
            except Broken as broken:
                folder.problems.append(Problem(broken.where, broken.what))
    for name in _automatic(files):
        folder.files += 1
        try:
            folder.values |= file_values(name, files[name])
        except Broken as broken:
            folder.problems.append(Problem(broken.where, broken.what))
    return folder


def _automatic(files: Mapping[str, bytes]) -> Iterator[str]:
    """The files of values that Terraform loads by itself, the later ones over the earlier.

    https://developer.hashicorp.com/terraform/language/values/variables
    """
    by_name = {posixpath.basename(each): each for each in files}
    for name in ("terraform.tfvars", "terraform.tfvars.json"):
        if name in by_name:
            yield by_name[name]
    for name in sorted(by_name):
        if name.endswith((".auto.tfvars", ".auto.tfvars.json")):
            yield by_name[name]


def file_body(name: str, data: bytes) -> Body:
    """What a source file says. Raises Broken."""
    text = _text(name, data)
    return parsed_json(text, name) if name.endswith(".json") else parsed(text, name)


def file_values(name: str, data: bytes) -> dict[str, Expression]:
    """The values that a `.tfvars` file gives to variables. Raises Broken."""
    text = _text(name, data)
    return json_values(text, name) if name.endswith(".json") else parsed(text, name).arguments


def _text(name: str, data: bytes) -> str:
    if len(data) > LARGEST:
        raise Broken(f"{name}:1:1", f"larger than {LARGEST >> 20} MB")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        raise Broken(f"{name}:{line}:{column}", "not UTF-8") from None


def _define(folder: Folder, body: Body, name: str) -> None:
    if posixpath.basename(name).removesuffix(".json").removesuffix(".tf").endswith("override"):
        folder.problems.append(Problem(name, "override files are not applied"))
        return
    for block in body.blocks:
        _define_block(folder, block)


def _define_block(folder: Folder, block: Block) -> None:
    match block.kind, block.labels:
        case "variable", (label,):
            _once(folder, folder.variables, label, block, block.body)
        case "output", (label,):
            _once(folder, folder.outputs, label, block, block.body)
        case "module", (label,):
            _once(folder, folder.modules, label, block, block)
        case "resource", (kind, label):
            _once(folder, folder.resources, (kind, label), block, block)
        case "data", (kind, label):
            _once(folder, folder.data, (kind, label), block, block)
        case "locals", ():
            for each, value in block.body.arguments.items():
                _once(folder, folder.locals, each, block, value)
        case "provider", (_,):
            folder.providers.append(block)
        case (("variable" | "output" | "module" | "resource" | "data" | "locals"), _):
            where = place_of(block.at)
            folder.problems.append(
                Problem(where, f"a {block.kind} with {len(block.labels)} labels")
            )
        case _:
            pass  # terraform, moved, import, check, removed: no resource comes of them


def _once(folder: Folder, into: dict[_Key, _Value], key: _Key, block: Block, value: _Value) -> None:
    if key in into:
        name = key if isinstance(key, str) else ".".join(block.labels)
        what = f"{block.kind} {name} stands already elsewhere"
        folder.problems.append(Problem(place_of(block.at), what))
        return
    into[key] = value
