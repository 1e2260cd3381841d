"""Modules that a module calls by a local path, each as it is called."""

from typing import Final

from scanner.sources.terraform.source_folder import called
from scanner.sources.terraform.source_scope import Bound, Made, Scope
from scanner.sources.terraform.source_spread import spread

_NO_INPUTS: Final = ("source", "version", "providers", "count", "for_each", "depends_on")
_DEEPEST: Final = 20


def child(made: Made) -> Scope | None:
    """The module that an instance of a `module` block is; None where it is not read."""
    scope, block = made.scope, made.block
    address = f"{made.address}."
    if address not in scope.children:
        scope.children[address] = _child(made, address)
    return scope.children[address] if block.kind == "module" else None


def _child(made: Made, address: str) -> Scope | None:
    scope, block = made.scope, made.block
    path = called(scope.folder, block)
    ancestors = (*scope.ancestors, scope.folder.path)
    if path is None or path in ancestors or len(ancestors) > _DEEPEST:
        return None
    folder = scope.run.library.folder(path)
    if folder is None:
        return None
    given = {
        name: Bound(value, scope, made.instance.names)
        for name, value in block.body.arguments.items()
        if name not in _NO_INPUTS
    }
    doubt = spread(scope, block).doubt
    condition = "; ".join(each for each in (scope.condition, doubt) if each)
    return Scope(scope.run, folder, address, condition, given, ancestors)
