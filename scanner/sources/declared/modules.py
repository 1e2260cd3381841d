"""Terraform's plans and modules among the files that were met -> the stacks that they declare."""

import os
from collections.abc import Iterable, Iterator, Sequence

from scanner.declared import Stack
from scanner.errors import UserError
from scanner.model import Problem
from scanner.sources.declared.met import Met
from scanner.sources.declared.within import outermost, roots_of
from scanner.sources.deployment import Deployment
from scanner.sources.files import FileError, Found
from scanner.sources.kind_of_file import FileKind
from scanner.sources.terraform import plan

Placed = tuple[FileKind, Met, Stack]

MOST = 8 << 20  # bytes of one source file


def stacks(met: Sequence[Met], deployment: Deployment) -> Iterator[Placed]:
    """Each plan and each root module with the path at which it was met.

    A module that another one calls is judged there, with what is passed to it. A root module that
    a plan was made of gives the plan its lines and is not judged itself. Raises UserError for a
    file of variables that cannot be read.
    """
    values = [_values(path) for path in deployment.var_files]
    plans = [(each, _plan(file)) for each in met for file in each.declaring.get(FileKind.PLAN, ())]
    modules = list(_modules(met, values))
    used = set[int]()
    for each, stack in plans:
        place = _source_of(stack, [source for _, source in modules])
        if place is None:
            yield FileKind.PLAN, each, stack
        else:
            from scanner.sources.terraform.source_lines import with_lines

            used.add(place)
            yield FileKind.PLAN, each, with_lines(stack, modules[place][1])
    for number, (each, stack) in enumerate(modules):
        if number not in used:
            yield FileKind.SOURCE, each, stack


def _values(path: str) -> tuple[str, bytes]:
    try:
        with open(path, "rb") as stream:
            return path, stream.read(MOST)
    except OSError as error:
        raise UserError(f"--var-file {path}: {error.strerror or error}") from None


def _plan(file: Found) -> Stack:
    try:
        return plan.stack(file.uri, file.content())
    except FileError as error:
        return Stack(file.uri, [], [Problem(f"{file.uri}:1:1", str(error))])


def _modules(
    met: Sequence[Met], values: Iterable[tuple[str, bytes]]
) -> Iterator[tuple[Met, Stack]]:
    """The root modules of the folders with source files, and what could not be read of them."""
    folders = {
        os.path.normpath(os.path.dirname(file.path) or "."): each
        for each in met
        for file in each.declaring.get(FileKind.SOURCE, ())
    }
    if not folders:
        return
    from scanner.sources.terraform import source, source_files, source_folder  # HCL's parser

    library = source_folder.Library(source_files.files_below(roots_of(each.path for each in met)))
    called = {each: source.called_modules(each, library) for each in folders}
    for folder in outermost(called):
        stack = source.stack(folder, library, values)
        for each in {folder, *called[folder]}:
            for uri, data in (library.files(each) or {}).items():
                folders[folder].remember(uri, data)
        yield folders[folder], stack


def _source_of(stack: Stack, sources: Sequence[Stack]) -> int | None:
    """The number of the module that a plan was made of: it declares most of what the plan does."""
    if not sources:
        return None
    from scanner.sources.terraform.source_lines import without_indexes

    wanted = {without_indexes(each.address) for each in stack.resources}
    shared = [
        len(wanted & {without_indexes(each.address) for each in one.resources}) for one in sources
    ]
    best = max(shared, default=0)
    return shared.index(best) if best and 2 * best >= len(wanted) else None
