"""Failures that a team knows of already: written to a file, and told from new ones later."""

import re
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any, Final

import msgspec

from scanner import document
from scanner.errors import UserError
from scanner.finding import Finding
from scanner.model import DECLARED, Location, Place, Problem, Resource, Verdict, Waiver

OWNER: Final = "baseline"
NEVER: Final = "9999-12-31"
"""The day on which what is in a baseline expires."""

MAX_BYTES: Final = 64 << 20

FORMAT: Final = "groma-baseline"
VERSION: Final = 1

_RULE: Final = re.compile(r'"rule"\s*:')  # inside a text the quotes would have backslashes

Key = tuple[str, str, str, str, str]
"""Rule, stack or account, Region, type and id: what a finding is known by, never a line."""


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One failure, as it stands in the file."""

    rule: str
    type: str
    id: str
    stack: str = ""
    account: str | None = None
    region: str | None = None
    title: str = ""

    @property
    def key(self) -> Key:
        return self.rule, self.stack or self.account or "", self.region or "", self.type, self.id


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole baseline."""

    format: str
    version: int
    failures: tuple[_Entry, ...]


class Baseline:
    """The failures of a baseline file; remembers which of them are there still."""

    def __init__(self, name: str, lines: dict[Key, int]) -> None:
        """`name` is the file as the user gave it, `lines` the line there of each failure."""
        self._name = name
        self._lines = lines
        self._met: set[Key] = set()
        self._unjudged: set[tuple[str, str, str]] = set()  # a rule, and where it said unknown

    def over(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings, with a waiver on each failure that is known and has none yet."""
        for finding in findings:
            waiver = self.known(finding)
            if waiver is None or finding.waiver is not None:
                yield finding
            else:
                yield msgspec.structs.replace(finding, waiver=waiver)

    def known(self, finding: Finding) -> Waiver | None:
        """The waiver of a failure that the baseline has; of what passes or is unknown never one.

        Ask for every finding of a scan, also those that are waived otherwise: `gone` goes by it.
        """
        if finding.verdict is Verdict.PASS:
            return None
        key = key_of(finding)
        if finding.resource.id == "*":
            self._unjudged.add(key[:3])
        line = self._lines.get(key)
        if line is None:
            return None
        self._met.add(key)
        if finding.verdict is not Verdict.FAIL:
            return None
        where = Location(self._name, line)
        reason = f"known since the baseline {self._name}"
        return Waiver(finding.rule.id, finding.resource.id, reason, OWNER, NEVER, where)

    def gone(self, rules: Iterable[str], places: Iterable[Place]) -> Iterator[Problem]:
        """What fails no longer, in the file's order; none of it blocks.

        `rules` are the ids of all rules that the scan asked, `places` the stacks, accounts and
        Regions that it read to the end: of others nothing is said.
        """
        asked = frozenset(rules)
        read = {_home(place) for place in places}
        for key, line in sorted(self._lines.items(), key=lambda each: (each[1], each[0])):
            rule, *home = key[:3]
            if key in self._met or rule not in asked or tuple(home) not in read:
                continue
            if key[:3] not in self._unjudged:
                what = f"{rule} no longer fails for {key[4]} in {_said(home)}"
                advice = "remove the line, or write the file anew with `groma baseline`"
                yield Problem(f"{self._name}:{line}", f"{what}; {advice}", blocks=False)


def _said(home: list[str]) -> str:
    return "/".join(part for part in home if part)


def _home(place: Place) -> tuple[str, str]:
    first, region = place
    return (_plain(first), "") if region == DECLARED else (_plain(first), region)


def key_of(finding: Finding) -> Key:
    """What a finding is known by: a stack's name is relative to the repository's root."""
    return _entry(finding.rule.id, finding.resource).key


def _entry(rule: str, it: Resource, title: str = "") -> _Entry:
    names = (_plain(rule), _plain(it.type), _plain(it.id))
    if it.stack:
        return _Entry(*names, stack=_plain(it.stack), title=_plain(title))
    return _Entry(*names, account=_plain(it.account), region=_plain(it.region), title=_plain(title))


def _plain(text: str) -> str:
    """The text as JSON can hold it: a file's name need not be Unicode."""
    return text.encode("utf-8", "backslashreplace").decode()


def written(findings: Iterable[Finding]) -> Iterator[str]:
    """The baseline of a scan, piece by piece: its failures that count, sorted, one a line.

    Neither what was found nor a line is in it. What is waived is left out: it has a day on which
    it expires.
    """
    failing = (each for each in findings if each.outcome == "fail")
    entries = {
        entry.key: entry
        for entry in (_entry(each.rule.id, each.resource, each.rule.title) for each in failing)
    }
    yield f'{{"format": "{FORMAT}", "version": {VERSION}, "failures": ['
    for number, key in enumerate(sorted(entries)):
        yield f"{',' if number else ''}\n  {_line(entries[key])}"
    yield "\n]}\n"


def _line(entry: _Entry) -> str:
    placed = ("stack",) if entry.stack else ("account", "region")
    names = ("rule", *placed, "type", "id", "title")
    pairs = (f'"{name}": {msgspec.json.encode(getattr(entry, name)).decode()}' for name in names)
    return "{" + ", ".join(pairs) + "}"


def read(path: str) -> Baseline:
    """The baseline in a file. Raises UserError with every mistake in it, each with its place."""
    text = document.read(path, MAX_BYTES)
    try:
        file = msgspec.json.decode(text, type=_File)
    except msgspec.DecodeError:
        raise UserError(_mistakes(text, path)) from None
    if (file.format, file.version) != (FORMAT, VERSION) or not all(map(_whole, file.failures)):
        raise UserError(_mistakes(text, path))
    keys = (each.key for each in file.failures)
    return Baseline(path, dict(zip(keys, _lines(text, len(file.failures)), strict=True)))


def _whole(entry: _Entry) -> bool:
    """Whether an entry says which resource it is about, and where that is in one way."""
    placed = entry.account is not None and entry.region is not None
    apart = entry.account is None and entry.region is None if entry.stack else placed
    return bool(entry.rule and entry.type and entry.id) and apart


def _lines(text: str, number: int) -> list[int]:
    """The line of each entry, which is that of its rule, however the file is laid out."""
    lines, line, end = [], 1, 0
    for found in _RULE.finditer(text):
        line += text.count("\n", end, found.start())
        end = found.start()
        lines.append(line)
    return lines if len(lines) == number else [1] * number  # a key may be spelt with escapes


def _mistakes(text: str, path: str) -> str:
    """What is wrong with a file, one mistake a line. Slow: it finds the places."""
    from scanner.check import structure

    parsed = document.parse(text.replace("\t", " "), path)  # JSON may be indented with tabs
    found = [*parsed.mistakes, *structure.mistakes(parsed, _schema())]
    return "\n".join(found) or f"{path}:1:1: not JSON; write it anew with `groma baseline`"


def _schema() -> dict[str, Any]:
    text = files("scanner").joinpath("baseline.schema.json").read_bytes()
    schema: dict[str, Any] = msgspec.json.decode(text)
    return schema
