"""The files that declare resources -> the items of what is deployed together."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from scanner.declared import Stack
from scanner.model import DECLARED, Item, Needs, Problem
from scanner.sources.declared.items import items
from scanner.sources.declared.met import NAMES, Given, Met
from scanner.sources.deployment import Deployment
from scanner.sources.kind_of_file import FileKind
from scanner.tree import Tree, tree_around


def read(
    met: Sequence[Met], needs: Needs, deployment: Deployment, counts: Counter[tuple[str, str]]
) -> Iterator[Given]:
    """The items of every template, plan and Terraform module that was met, and what is amiss.

    `counts` grows by the items of each of the user's paths and each kind of file. Raises UserError
    for a file of parameters or variables that is none, or that is for nothing here.
    """
    tree = tree_around(Path.cwd())
    for name, each, stack in _stacks(met, deployment):
        for given in _of(stack, needs, deployment, tree):
            if isinstance(given, Item):
                counts[each.path, name] += 1
            yield given


def _stacks(met: Sequence[Met], deployment: Deployment) -> Iterator[tuple[str, Met, Stack]]:
    """Each stack with the kind of its files and the path at which it was met."""
    if deployment.parameters or any(FileKind.TEMPLATE in each.declaring for each in met):
        from scanner.sources.declared import templates  # each kind loads its own reader only

        for each, stack in templates.stacks(met, deployment):
            yield NAMES[FileKind.TEMPLATE], each, stack
    terraform = {FileKind.PLAN, FileKind.SOURCE}
    if deployment.var_files or any(terraform & each.declaring.keys() for each in met):
        from scanner.sources.declared import modules

        for kind, each, stack in modules.stacks(met, deployment):
            yield NAMES[kind], each, stack


def _of(stack: Stack, needs: Needs, deployment: Deployment, tree: Tree) -> Iterator[Item | Problem]:
    """The items of a stack, whose name is its path in the repository, and its problems."""
    stack = replace(stack, name=tree.inside(stack.name))
    for problem in stack.problems:
        types = needs.types if problem.blocks else frozenset[str]()
        yield replace(problem, types=types, place=(stack.name, DECLARED))
    yield from items(stack, needs, deployment.account, deployment.region or stack.region)
