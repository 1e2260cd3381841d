"""JSON text in pieces -> the members and array elements of it, without building objects."""

import re
from collections.abc import Callable, Iterator
from typing import Final, TypeVar

import msgspec
from msgspec import Struct

T = TypeVar("T")

PIECE: Final = 64 * 1024
LARGEST_READ: Final = 16 * 2**20
LONGEST_VALUE: Final = 64 * 2**20
LONGEST_GAP: Final = 2**20
DEEPEST: Final = 100_000
STEP: Final = 2**16

# Atomic groups, and not possessive repeats of groups: those are wrong before Python 3.11.5.
_IN_STRING_TEXT = rb'(?>[^"\\]*(?:\\.[^"\\]*)*)'
_STRING = rb'"' + _IN_STRING_TEXT + rb'"'
_PLAIN = rb'(?>(?:[^"{}\[\]]++|' + _STRING + rb")*)"
_BETWEEN_BRACKETS = re.compile(
    rb'(?>(?:[^"{}\[\]]++|' + _STRING + rb"|\{" + _PLAIN + rb"\}|\[" + _PLAIN + rb"\])*)",
    re.DOTALL,
)
_IN_STRING = re.compile(_IN_STRING_TEXT, re.DOTALL)
_SCALAR = re.compile(rb'[^ \t\r\n,:"{}\[\]]*+')
_SPACE = re.compile(rb"[ \t\r\n]*+")
_SEPARATOR = re.compile(rb'[ \t\r\n]{0,256}+,[ \t\r\n]{0,256}+\{[ \t\r\n]{0,256}+"[^"\\]{1,64}+"')
_BOM = b"\xef\xbb\xbf"

NOT_DECODED: Final = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
"""What msgspec raises for text that is not the JSON asked for."""


class SplitError(Exception):
    """The text is not JSON, or not bounded: `offset` counts bytes from its beginning."""

    def __init__(self, offset: int, what: str) -> None:
        super().__init__(f"byte {offset}: {what}")
        self.offset = offset
        self.what = what


class Broken(Struct, frozen=True):
    """An array element that could not be decoded: where it begins, its text, what is wrong."""

    offset: int
    text: bytes
    what: str


class Text:
    """JSON text that is read in pieces, and a place in it that moves forward value by value.

    It only splits: a value's text is balanced, and whoever decodes it finds out whether it is JSON.
    """

    def __init__(self, read: Callable[[int], bytes], piece: int = PIECE) -> None:
        self._read = read
        self._piece = piece
        self._buffer = b""
        self._at = 0
        self._before = 0  # bytes that the buffer no longer holds
        while len(self._buffer) < len(_BOM) and self._fill():
            pass
        if self._buffer[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in self._buffer[:2]:
            raise SplitError(0, "this is UTF-16 or not text at all; only UTF-8 can be read")
        if self._buffer.startswith(_BOM):
            self._at = len(_BOM)

    @property
    def offset(self) -> int:
        """How many bytes lie before the place."""
        return self._before + self._at

    def peek(self) -> bytes:
        """The byte that the next value or punctuation begins with; empty at the end of the text."""
        gap = 0
        while True:
            end = _end(_SPACE, self._buffer, self._at)
            gap += end - self._at
            self._at = end
            if gap > LONGEST_GAP:
                raise SplitError(self.offset, "more than 1 MB of white space")
            if end < len(self._buffer):
                return self._buffer[end : end + 1]
            if not self._fill():
                return b""

    def value(self) -> bytes:
        """The text of the value that comes next; the place is behind it then."""
        length = self._length(keep=True)
        if length > LONGEST_VALUE:
            raise SplitError(self.offset, "a value longer than 64 MB")
        text = self._buffer[self._at : self._at + length]
        self._at += length
        return text

    def skip(self) -> None:
        """Move behind the value that comes next, however long it is, keeping nothing of it."""
        length = self._length(keep=False)  # moves the place on, too
        self._at += length

    def members(self) -> Iterator[str]:
        """Each key of the object that comes next.

        The caller takes or skips the key's value before asking for the next key.
        """
        more = self._opens(b"{}")
        while more:
            yield self._key()
            more = self._take(b",}") == b","

    def steps(self) -> Iterator[None]:
        """Stops before each element of the array that comes next.

        The caller takes or skips the element before asking for the next one.
        """
        more = self._opens(b"[]")
        while more:
            self.peek()
            yield
            more = self._take(b",]") == b","

    def elements(self) -> Iterator[tuple[int, bytes]]:
        """The offset and the text of each element of the array that comes next."""
        for _ in self.steps():
            yield self.offset, self.value()

    def runs(
        self, decode: Callable[[bytes], list[T]], singly: int = 0
    ) -> Iterator[list[T] | Broken]:
        """The elements of the array that comes next, many decoded at a time.

        `decode` gets the text of an array: `[`, some elements, `]`. Where to cut is guessed, from
        what stands between the first two elements; that `decode` takes it as JSON proves the guess.
        When it does not, elements are split one by one, and those at fault are `Broken`. So are
        those in the first `singly` bytes, for a `decode` that looks closer at a single one.
        """
        separator, exact_until = b"", self.offset + singly
        more = self._opens(b"[]")
        while more:
            self.peek()
            guess = self._run(separator) if separator and self.offset >= exact_until else b""
            values = _decoded(self.offset, guess, decode) if guess else None
            if isinstance(values, list):
                self._at += len(guess)
            else:
                exact_until = max(exact_until, self.offset + len(guess))
                values = _decoded(self.offset, self.value(), decode)
                separator = separator or self._separator()
            yield values
            more = self._take(b",]") == b","

    def finish(self) -> None:
        """Nothing; raises SplitError if anything but white space follows."""
        if self.peek():
            raise SplitError(self.offset, "more text after the end of the JSON value")

    def _opens(self, brackets: bytes) -> bool:
        """Whether the array or object that comes next, entered now, holds anything."""
        self._take(brackets[:1])
        empty = self.peek() == brackets[1:]
        if empty:
            self._at += 1
        return not empty

    def _take(self, wanted: bytes) -> bytes:
        found = self.peek()
        if not found or found not in wanted:
            there = f"{found.decode('latin-1')!a} stands here" if found else "the text ends"
            names = " or ".join(chr(each) for each in wanted) or "a value"
            raise SplitError(self.offset, f"{there} where {names} is wanted")
        self._at += 1
        return found

    def _key(self) -> str:
        if self.peek() != b'"':
            self._take(b'"')
        offset = self.offset
        try:
            key = msgspec.json.decode(self.value(), type=str)
        except NOT_DECODED as error:
            raise SplitError(offset, f"a key that is not a JSON string: {error}") from error
        self._take(b":")
        self.peek()
        return key

    def _run(self, separator: bytes) -> bytes:
        if len(self._buffer) - self._at < self._piece:
            self._fill()
        end = self._buffer.rfind(separator, self._at)
        return self._buffer[self._at : end] if end > self._at else b""

    def _separator(self) -> bytes:
        if len(self._buffer) - self._at < 1024:
            self._fill()
        found = _SEPARATOR.match(self._buffer, self._at)
        return found.group() if found else b""

    def _length(self, keep: bool) -> int:
        first = self.peek()
        if first in (b'"', b"{", b"["):
            return self._balanced(quoted=first == b'"', keep=keep)
        length = self._scalar()
        if not length:
            self._take(b"")
        return length

    def _scalar(self) -> int:
        length = 0
        while True:
            length = _end(_SCALAR, self._buffer, self._at + length) - self._at
            if self._at + length < len(self._buffer) or not self._fill():
                return length
            if length > LONGEST_VALUE:
                raise SplitError(self.offset, "a value longer than 64 MB")

    def _balanced(self, quoted: bool, keep: bool) -> int:
        """The length of a string, array or object; without `keep` of what was not yet dropped."""
        done, depth = 1, 0 if quoted else 1
        while depth or quoted:
            pattern = _IN_STRING if quoted else _BETWEEN_BRACKETS
            done = _end(pattern, self._buffer, self._at + done) - self._at
            byte = self._buffer[self._at + done : self._at + done + 1]
            if byte in (b"", b"\\"):  # a backslash is left where what it escapes is not yet here
                done = self._more(done, keep)
                continue
            done += 1
            if byte == b'"':
                quoted = not quoted
            else:
                depth += 1 if byte in (b"{", b"[") else -1
            if depth > DEEPEST:
                raise SplitError(self.offset, f"a value nested more than {DEEPEST:,} deep")
        return done

    def _more(self, done: int, keep: bool) -> int:
        """What `done` is once more text was read behind it."""
        if not keep:
            self._at += done
            done = 0
        if done > LONGEST_VALUE:
            raise SplitError(self.offset, "a value longer than 64 MB")
        if not self._fill():
            raise SplitError(self._before + len(self._buffer), "the text ends inside a value")
        return done

    def _fill(self) -> bool:
        """Whether more text was there to read. Reads more the more is pending: linear in all."""
        rest = self._buffer[self._at :]
        new = self._read(min(max(self._piece, len(rest)), LARGEST_READ))
        self._before += self._at
        self._buffer, self._at = rest + new, 0
        return bool(new)


def _end(pattern: re.Pattern[bytes], text: bytes, at: int) -> int:
    """Where the pattern's repetition ends, step by step: each repeat costs the engine memory."""
    while (found := pattern.match(text, at, at + STEP)) and found.end() > at:
        at = found.end()
    return at


def _decoded(offset: int, text: bytes, decode: Callable[[bytes], list[T]]) -> list[T] | Broken:
    try:
        return decode(b"[%b]" % text)
    except NOT_DECODED as error:
        return Broken(offset, text, str(error))
