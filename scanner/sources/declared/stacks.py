"""The files that declare resources -> the items of what is deployed together."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from scanner.declared import Stack
from scanner.model import DECLARED, Coverage, Given, Location, Needs, Problem, Remarks
from scanner.sources.declared.items import extents, items, mapped
from scanner.sources.declared.met import NAMES, Met
from scanner.sources.deployment import Deployment
from scanner.sources.files import printable
from scanner.sources.kind_of_file import FileKind
from scanner.tree import tree_around

Extent = tuple[tuple[str, str], Location]
"""A resource by its stack and address, and where something of it is written."""


def read(
    met: Sequence[Met], needs: Needs, deployment: Deployment, counts: Counter[tuple[str, str]]
) -> Iterator[Given]:
    """The items of every template, plan and Terraform module that was met, and what is amiss.

    `counts` grows by the items of each of the user's paths and each kind of file. Raises UserError
    for a file of parameters or variables that is none, or that is for nothing here.
    """
    tree = tree_around(Path.cwd())
    written: dict[str, list[Extent]] = defaultdict(list)
    stacks, idle = Counter[str](), Counter[str]()
    for name, each, stack in _stacks(met, deployment):
        named = replace(stack, name=tree.inside(stack.name))
        drafts, names = mapped(named, needs)
        counts[each.path, name] += len(drafts)
        stacks[each.path] += 1
        idle[each.path] += not drafts and not named.problems
        yield from _problems(named, needs)
        yield Coverage((named.name, DECLARED), names=names)
        account = deployment.account or named.account
        yield from items(drafts, named, account, deployment.region or named.region)
        for bound, place in extents(drafts, named) if any(one.texts for one in met) else ():
            written[place.uri].append((bound, place))
    for each in met:
        yield from _idle(each.path, idle[each.path], stacks[each.path])
        for uri, text in each.texts.items():
            yield Remarks(uri, text, tuple(written.get(uri, ())))


def _idle(path: str, idle: int, stacks: int) -> Iterator[Problem]:
    """What to say of stacks in which there is nothing to judge: they do not pass, either."""
    if idle:
        which = f"{idle} of {stacks} stacks declare" if stacks > 1 else "it declares"
        yield Problem(printable(path), f"{which} nothing that a rule asks for", blocks=False)


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


def _problems(stack: Stack, needs: Needs) -> Iterator[Problem]:
    for problem in stack.problems:
        types = needs.types if problem.blocks else frozenset[str]()
        yield replace(problem, types=types, place=(stack.name, DECLARED))
