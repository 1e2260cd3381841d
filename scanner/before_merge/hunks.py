"""Which lines of which files a patch of git's changes, with their numbers after the change."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from scanner.errors import UserError

Span = tuple[int, int]
"""The first and last changed line. Where lines were only taken away, those on both sides of it."""

Spans = Sequence[Span] | None
"""The changed lines of a file; None where it is not text: then all of it did."""

_HUNK: Final = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE: Final = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_LETTERS: Final = {b"abtnvfr"[i : i + 1]: b"\a\b\t\n\v\f\r"[i : i + 1] for i in range(7)}
_RENAMED: Final = (b"rename to ", b"copy to ")
_GONE: Final = b"/dev/null"


def spans(lines: Iterable[bytes]) -> Mapping[bytes, Spans]:
    """The changed lines by path, of a patch without context and without prefixes of paths.

    Files that are gone are left out; one that was only renamed, or whose mode changed, has no
    lines. A line of the patch ends with its newline. Raises UserError for what is no such patch.
    """
    found: dict[bytes, list[Span] | None] = {}
    path: bytes | None = None
    reader = iter(lines)
    for line in reader:
        if line.startswith(b"diff --git "):
            path = _same_twice(line[11:].rstrip(b"\n"))
        elif line.startswith(_RENAMED):
            path = _unquoted(line.split(b" ", 2)[2])
        elif line.startswith(b"+++ "):
            path = _unquoted(line[4:])
        elif line.startswith(b"Binary files "):
            found[_known(path)] = None
        elif hunk := _HUNK.match(line):
            span, earlier = _span(hunk, reader), found.setdefault(_known(path), [])
            if earlier is not None:
                earlier.append(span)
        if path is not None:
            found.setdefault(path, [])
    found.pop(_GONE, None)
    return found


def _known(path: bytes | None) -> bytes:
    if path is None:
        raise UserError("--changed-since: git's answer could not be read: no file is named")
    return path


def _span(hunk: re.Match[bytes], reader: Iterator[bytes]) -> Span:
    """The lines of a hunk, whose content is passed over by its length: it may look like a patch."""
    old, start, new = (int(each) if each is not None else 1 for each in hunk.groups())
    left = {b"-": old, b"+": new}
    while any(left.values()):
        sign = next(reader, b"")[:1]
        if sign in left:
            left[sign] -= 1
        elif sign != b"\\":  # "\ No newline at end of file"
            raise UserError("--changed-since: git's answer could not be read: a hunk is cut")
    return (start, start + new - 1) if new else (start, start + 1)


def _same_twice(names: bytes) -> bytes | None:
    """The path of "PATH PATH", None where a rename makes them differ."""
    half = len(names) // 2
    same = names[:half] == names[half + 1 :] and names[half : half + 1] == b" "
    return _unquoted(names[:half]) if same else None


def _unquoted(name: bytes) -> bytes:
    """A path without its newline, the tab that ends one with spaces, and C's quotes and escapes."""
    name = name.removesuffix(b"\n")
    if not name.startswith(b'"'):
        return name.removesuffix(b"\t")
    return _ESCAPE.sub(_escaped, name.removesuffix(b"\t")[1:-1])


def _escaped(found: re.Match[bytes]) -> bytes:
    said = found[1]
    return bytes([int(said, 8) & 255]) if len(said) == 3 else _LETTERS.get(said, said)
