"""What the files at the user's paths hold: recorded items, events, templates, plans, source.

Each file is opened once to see what it is, unless its name tells. AWS Config's and CloudTrail's
files are read as they are met; what is deployed together is put together when all files are known.
"""

import os
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from scanner.event import EVENT, Log
from scanner.integrity.names import digest_name
from scanner.model import Coverage, Given, Item, Needs, Problem, SourceUse
from scanner.sources import events, files
from scanner.sources.declared.met import NAMES, Met
from scanner.sources.deployment import Deployment
from scanner.sources.events.names import log_name
from scanner.sources.kind_of_file import (
    HEAD,
    SKIPPED,
    STATE_ENDINGS,
    FileKind,
    is_event_history,
    is_lines,
    is_of_events_alone,
    kind_of_file,
    may_be_table,
    text_of,
)

if TYPE_CHECKING:
    from scanner.sources.config import Reading

NOTHING: Final = Deployment()
MOST_TEXT: Final = 8 << 20
DIGEST: Final = "one of CloudTrail's digest files: `groma verify` reads those"
BINARY: Final = "a plan in Terraform's own format; give what `terraform show -json FILE` prints"


def read(
    paths: Sequence[str],
    needs: Needs,
    deployment: Deployment = NOTHING,
    then: Iterator[Given] | None = None,
) -> Iterator[Given]:
    """The items of all files, what could not be read, and what was recorded.

    With `then` the tables of events come first, and it before all other files. Raises UserError
    for a path that does not exist, or for a parameter file that is none.
    """
    files.require(paths)
    recordings = _Recordings(needs)
    met = [Met(path) for path in paths]
    done: set[str] = set()
    if then is not None:
        for each in met:
            yield from _tables(each, needs, done)
        yield from then
    for each in met:
        yield from _walked(each, recordings, needs, done)
    counts: Counter[tuple[str, str]] = Counter()
    if deployment.parameters or deployment.var_files or any(each.declaring for each in met):
        from scanner.sources.declared import stacks  # snapshots alone do without

        yield from stacks.read(met, needs, deployment, counts)
    for each in met:
        yield from _uses(each, counts)
    yield from recordings.coverage()


class _Recordings:
    """AWS Config's files, and what reads them once there is one."""

    def __init__(self, needs: Needs) -> None:
        self._needs = needs
        self._reading: Reading | None = None

    def items(self, file: files.Found, met: Met) -> Iterator[Item | Problem]:
        """The items of a file, if it is one of AWS Config's; it may be a template all the same."""
        if self._reading is None:
            from scanner.sources.config import Reading  # templates alone do without

            self._reading = Reading(self._needs)
        try:
            yield from self._reading.recorded(file, met.count)
        except files.NotConfig as other:
            if _may_declare(file):
                met.add(FileKind.TEMPLATE, files.Found(os.path.normpath(file.path), file.named))
            elif file.named:
                met.count.files += 1
                yield self._reading.stranger(file, other)
            else:
                met.count.passed_over += 1

    def coverage(self) -> Iterator[Coverage]:
        """What the files show to have been recorded."""
        if self._reading is not None:
            yield from self._reading.recording.coverage()


def _tables(met: Met, needs: Needs, done: set[str]) -> Iterator[Log | Problem]:
    """What the CSVs of events at a path give; what is wrong with others is told in their turn."""
    for file in files.found(met.path, may_be_table, SKIPPED) if EVENT in needs.types else ():
        if isinstance(file, files.Found) and _is_table(file):
            from scanner.sources.events import reading  # templates alone do without

            done.add(file.path)
            yield from reading.chosen(file, needs, met.events)


def _is_table(file: files.Found) -> bool:
    try:
        with file.open() as opened:
            return is_event_history(text_of(_head(opened)))
    except files.FileError:
        return False


def _walked(
    met: Met, recordings: _Recordings, needs: Needs, done: Container[str]
) -> Iterator[Item | Log | Problem]:
    """What AWS Config's and CloudTrail's files at a path give; the others are put down."""
    for file in files.found(met.path, partial(_is_wanted, needs), SKIPPED):
        if isinstance(file, files.Lost):
            yield Problem(file.uri, file.what, needs.types)
            continue
        if file.path in done:
            continue
        try:
            kind = _kind(file)
        except files.FileError as error:
            yield Problem(file.uri, str(error), _types(file, needs))
            met.count.files += 1
            continue
        match kind:
            case FileKind.EVENTS:
                from scanner.sources.events import reading  # templates alone do without

                yield from reading.chosen(file, needs, met.events)
            case FileKind.RECORDED:
                yield from recordings.items(file, met)
            case FileKind.OTHER | FileKind.DIGEST | FileKind.BINARY_PLAN:
                yield from _unread(kind, file, met, needs)
            case _:
                met.add(kind, files.Found(os.path.normpath(file.path), file.named))


def _is_wanted(needs: Needs, path: str) -> bool:
    """Whether a file below a path is looked at: its name says that it may be of use."""
    if path.lower().endswith(STATE_ENDINGS) or log_name(path) is not None:
        return True
    return EVENT in needs.types and is_of_events_alone(path)


def _types(file: files.Found, needs: Needs) -> frozenset[str]:
    """What may be in a file that cannot be read."""
    alone = not file.named and is_of_events_alone(file.path)
    return frozenset({EVENT}) if alone else needs.types


def _kind(file: files.Found) -> FileKind:
    """What a file may be, by its name if that is one of CloudTrail's. Raises FileError."""
    if log_name(file.uri) is not None:
        return FileKind.EVENTS
    if digest_name(file.uri) is not None:
        return FileKind.DIGEST
    with file.open() as opened:
        return kind_of_file(file.path, _head(opened))


def _unread(kind: FileKind, file: files.Found, met: Met, needs: Needs) -> Iterator[Problem]:
    """What to say of a file that nobody reads; a stranger is passed over, unless it is named."""
    if kind is FileKind.BINARY_PLAN:
        yield Problem(file.uri, BINARY, needs.types)
    elif not file.named:
        met.count.passed_over += is_lines(file.path) or not is_of_events_alone(file.path)
    elif kind is FileKind.DIGEST:
        yield Problem(file.uri, DIGEST, blocks=False)
    else:
        what = "neither a template, nor a plan, nor a file of AWS Config's or CloudTrail's"
        yield Problem(file.uri, what, needs.types)


def _head(read: files.Read) -> bytes:
    head = b""
    while len(head) < HEAD and (more := read(HEAD - len(head))):
        head += more
    return head


def _may_declare(file: files.Found) -> bool:
    """Whether a JSON file that is none of AWS Config's has the words of templates."""
    try:
        with file.open() as read:
            text = read(MOST_TEXT)
    except files.FileError:
        return False
    return b'"Resources"' in text and b"::" in text


def _uses(met: Met, counts: Counter[tuple[str, str]]) -> Iterator[SourceUse]:
    """What was read at a path, by what it was."""
    where, passed = files.printable(met.path), met.count.passed_over + met.events.passed_over
    for kind, name in NAMES.items():
        number = len(met.declaring.get(kind, ()))
        if number:
            yield SourceUse(name, where, number, counts[met.path, name], passed)
            passed = 0
    if met.events.files:
        read = met.events
        yield SourceUse(events.NAME, where, read.files, read.items, passed)
        passed = 0
    if met.count.files or not (met.declaring or met.events.files):
        yield SourceUse("config", where, met.count.files, met.count.items, passed)
