"""A root module's folder of Terraform source -> the stack that it declares.

`Library` reads and parses; one serves all the modules of a scan. A local module is judged through
the modules that call it: leave out of the roots what `called_modules` of any of them names.
"""

from collections.abc import Iterable, Iterator

from scanner.declared import Declared, Stack
from scanner.model import Problem
from scanner.sources.terraform.hcl_tree import Block, Broken, Literal, place_of
from scanner.sources.terraform.source_blocks import properties
from scanner.sources.terraform.source_folder import Folder, Library, called, file_values
from scanner.sources.terraform.source_modules import child
from scanner.sources.terraform.source_said import said
from scanner.sources.terraform.source_scope import (
    MOST_RESOURCES,
    MOST_STEPS,
    Bound,
    Exhausted,
    Instance,
    Made,
    Mistake,
    Run,
    Scope,
)
from scanner.sources.terraform.source_spread import spread
from scanner.sources.terraform.source_values import evaluate


def stack(folder: str, library: Library, var_files: Iterable[tuple[str, bytes]] = ()) -> Stack:
    """What the root module in a folder declares. It raises nothing: a broken file is a Problem.

    `var_files` are the paths and contents of files of values that the user named, the later ones
    over the earlier, and all over those that Terraform loads by itself.
    """
    opened = library.folder(folder)
    if opened is None:
        return Stack(folder, [], [Problem(folder, "no Terraform source is here to be read")], 0)
    root = _root(opened, library, var_files)
    resources = list(_declared(root))
    run = root.run
    problems = [each for path in _read(opened, library) for each in path.problems]
    if run.steps > MOST_STEPS or run.resources > MOST_RESOURCES:
        problems.append(Problem(folder, "the module is too large to evaluate"))
    files = sum(each.files for each in _read(opened, library))
    found = _distinct([*problems, *run.problems])
    return Stack(folder, resources, found, files, _region(opened, root))


def _region(folder: Folder, root: Scope) -> str:
    """The Region of a root module's default AWS provider, "" where nobody knows."""
    for block in folder.providers:
        name = block.body.arguments.get("region")
        if block.labels == ("aws",) and name is not None and "alias" not in block.body.arguments:
            value = said(name, root, {}).value
            return value if isinstance(value, str) else ""
    return ""


def called_modules(folder: str, library: Library) -> frozenset[str]:
    """The folders of the local modules that a module calls, and those that they call."""
    opened = library.folder(folder)
    found = _read(opened, library) if opened is not None else []
    return frozenset(each.path for each in found[1:])


def _root(folder: Folder, library: Library, var_files: Iterable[tuple[str, bytes]]) -> Scope:
    run = Run(library, evaluate)
    values = dict(folder.values)
    for name, data in var_files:
        try:
            values |= file_values(name, data)
        except Broken as broken:
            run.problems.append(Problem(broken.where, broken.what))
    root = Scope(run, folder)
    nothing = Scope(run, Folder(folder.path))  # files of values refer to nothing
    root.given = {name: Bound(each, nothing, {}) for name, each in values.items()}
    return root


def _read(folder: Folder, library: Library) -> list[Folder]:
    """A module and all those below it, each once."""
    found = {folder.path: folder}
    todo = [folder]
    while todo:
        here = todo.pop()
        for block in here.modules.values():
            path = called(here, block)
            below = library.folder(path) if path is not None else None
            if below is not None and below.path not in found:
                found[below.path] = below
                todo.append(below)
    return list(found.values())


def _declared(scope: Scope) -> Iterator[Declared]:
    for block in scope.folder.resources.values():
        for made, condition in _made(scope, block):
            scope.run.resources += 1
            if scope.run.resources > MOST_RESOURCES:
                return
            yield _resource(made, condition)
    for block in scope.folder.modules.values():
        for made, _ in _made(scope, block):
            below = child(made)
            if below is None:
                scope.run.problems.append(_unread(scope, block))
                break
            if scope.run.resources <= MOST_RESOURCES:
                yield from _declared(below)


def _made(scope: Scope, block: Block) -> Iterator[tuple[Made, str]]:
    try:
        all_ = spread(scope, block)
    except (Mistake, Exhausted) as mistake:
        made = Made(block, scope, Instance(None, {}))
        yield made, _either(scope.condition, str(mistake))
        return
    for each in all_.instances:
        yield Made(block, scope, each), _either(scope.condition, all_.doubt)


def _either(*conditions: str) -> str:
    return "; ".join(each for each in conditions if each)


def _resource(made: Made, condition: str) -> Declared:
    block = made.block
    said_of_it = properties(block.body, made.scope, made.instance.names)
    return Declared(block.labels[0], made.address, said_of_it, block.at, block.extent, condition)


def _unread(scope: Scope, block: Block) -> Problem:
    source = block.body.arguments.get("source")
    path = called(scope.folder, block)
    if path is None:
        text = str(source.value)[:100] if isinstance(source, Literal) else "elsewhere"
        what = f"its resources are not judged: the module comes from {text}; a plan shows them"
        return Problem(place_of(block.at), what)
    if path in (*scope.ancestors, scope.folder.path):
        return Problem(place_of(block.at), "the module calls itself")
    return Problem(place_of(block.at), f"its resources are not judged: {path} cannot be read")


def _distinct(problems: list[Problem]) -> list[Problem]:
    return list(dict.fromkeys(problems))
