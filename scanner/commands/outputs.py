"""Reports to standard output and to files: a file appears whole or not at all."""

import contextlib
import os
import shutil
import stat
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from msgspec import Struct

import reports
from scanner.errors import UserError
from scanner.fields import nearest
from scanner.finding import Scan
from scanner.profile import Framework
from scanner.tree import tree_around


class Output(Struct, frozen=True):
    """A report format, and the file it goes to; None is standard output."""

    format: str
    path: str | None = None


def output(text: str, formats: Mapping[str, str] = reports.FORMATS) -> Output:
    """The output that `format` or `format=file` names. Raises UserError for an unknown format."""
    name, separator, path = text.partition("=")
    if name not in formats:
        best = nearest(name, tuple(formats))
        hint = f"did you mean {best}?" if best else f"known are {', '.join(formats)}"
        raise UserError(f"--format {name}: no such format; {hint}")
    if separator and not path:
        raise UserError(f"--format {text}: name the file behind =, or leave = out")
    return Output(name, path or None)


def outputs(texts: list[str], formats: Mapping[str, str] = reports.FORMATS) -> list[Output]:
    """Several outputs, of which at most one goes to standard output and no two to one file.

    `formats` are those there are, each with its module.
    """
    found = [output(text, formats) for text in texts]
    paths = [os.path.realpath(each.path) if each.path else None for each in found]
    for path in paths:
        if paths.count(path) > 1:
            raise UserError(
                f"two reports would go to {path or 'standard output'}; name a file for one"
            )
    return found


def rendered(each: Output, formats: Mapping[str, str], *said: Any) -> Iterator[str]:
    """What a format's module makes of what is said, piece by piece: a table fits the terminal."""
    render = import_module(formats[each.format]).render
    if each.format != "table":
        yield from render(*said)
        return
    to_screen = each.path is None
    colour = to_screen and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    width = shutil.get_terminal_size((100, 24)).columns if to_screen else None
    yield from render(*said, width=width, colour=colour)


def write(
    each: Output, scan: Scan, *, width: int, colour: bool, by: Framework | None = None
) -> None:
    """Render a report and put it where it belongs. Raises UserError where that fails."""
    to_screen = each.path is None
    pieces = reports.pieces(
        each.format,
        scan,
        width=width if to_screen else None,
        colour=colour and to_screen,
        tree=tree_around(Path.cwd()),
        by=by,
    )
    put(each.path, pieces)


def put(path: str | None, pieces: Iterator[str]) -> None:
    """Write pieces of text to a file, None being standard output. Raises UserError."""
    if path is None:
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()
        return
    try:
        _write_file(path, pieces)
    except OSError as error:
        raise UserError(f"{path}: cannot be written: {error.strerror or error}") from None


def _write_file(path: str, pieces: Iterator[str]) -> None:
    if os.path.exists(path) and not stat.S_ISREG(os.stat(path).st_mode):
        with open(path, "w", encoding="utf-8", newline="\n") as stream:  # a pipe or /dev/null
            stream.writelines(pieces)
        return
    target = os.path.realpath(path)
    draft = os.path.join(os.path.dirname(target), f".groma-{os.urandom(8).hex()}")
    try:
        with open(draft, "x", encoding="utf-8", newline="\n", opener=_private) as stream:
            stream.writelines(pieces)
        os.chmod(draft, _mode(target))
        os.replace(draft, target)
    finally:
        with contextlib.suppress(FileNotFoundError):  # it is the report now, if all went well
            os.unlink(draft)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _mode(path: str) -> int:
    """The permissions for a report: those of the file it replaces, else the user's default."""
    if os.path.exists(path):
        return stat.S_IMODE(os.stat(path).st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
