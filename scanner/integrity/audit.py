"""What a verification found: written down as it comes, counted, read back by the reports."""

import tempfile
from collections import Counter
from collections.abc import Iterator
from typing import IO, Final

import msgspec
from msgspec import Struct

from scanner.integrity.verdict import INVALID, Chain, Checked, Gap, Kind, Verdict
from scanner.model import Problem

IN_MEMORY: Final = 8 << 20  # bytes, before what was found goes to disk


class Span(Struct):
    """What of a chain was found: the time that its valid digests cover."""

    since: str = ""
    until: str = ""


class Audit:
    """Files and their verdicts in the order in which they came, which is that of their chains."""

    def __init__(self, started: str) -> None:
        self.started = started
        self.finished = started
        self.gaps: list[Gap] = []
        self.problems: list[Problem] = []
        self.spans: dict[Chain, Span] = {}
        self._expected: Counter[Chain] = Counter()
        self._counts: dict[Chain, Counter[tuple[Kind, Verdict]]] = {}
        self._file: IO[bytes] = tempfile.SpooledTemporaryFile(  # noqa: SIM115 - see close
            max_size=IN_MEMORY, prefix="groma-"
        )
        self._encode = msgspec.json.Encoder().encode
        self._decode = msgspec.json.Decoder(Checked).decode

    def add(self, found: Checked | Gap | Problem) -> None:
        """Write something down."""
        match found:
            case Gap():
                self.gaps.append(found)
            case Problem():
                self.problems.append(found)
            case Checked():
                self._add(found)

    def _add(self, found: Checked) -> None:
        counts = self._counts.setdefault(found.chain, Counter())
        counts[found.kind, found.verdict] += 1
        self._expected[found.chain] += found.expected
        if found.kind == "digest":
            span = self.spans.setdefault(found.chain, Span())
            if found.verdict is Verdict.VALID:  # the newest comes first
                span.since, span.until = found.since, span.until or found.until
        self._file.write(self._encode(found) + b"\n")

    def __iter__(self) -> Iterator[Checked]:
        """Every file, in the order in which they came."""
        self._file.seek(0)
        for line in self._file:
            yield self._decode(line)
        self._file.seek(0, 2)

    @property
    def chains(self) -> list[Chain]:
        """The chains, in the order in which they came."""
        return list(self._counts)

    @property
    def expected(self) -> int:
        """How many log files are so new that no digest can have covered them."""
        return self._expected.total()

    def expected_of(self, chain: Chain) -> int:
        """How many of a chain's log files are so new."""
        return self._expected[chain]

    def count(self, kind: Kind, *verdicts: Verdict, chain: Chain | None = None) -> int:
        """How many files of a kind have one of some verdicts, or any."""
        of = self._counts.values() if chain is None else [self._counts[chain]]
        wanted = verdicts or tuple(Verdict)
        return sum(counts[kind, each] for counts in of for each in wanted)

    @property
    def invalid(self) -> int:
        """How many files are proven to be altered or missing."""
        return sum(self.count(kind, *INVALID) for kind in ("digest", "log"))

    @property
    def unproven(self) -> int:
        """How many files nothing proves; those that no digest can have covered yet do not count."""
        left = [each for each in Verdict if each is not Verdict.VALID and each not in INVALID]
        return sum(self.count(kind, *left) for kind in ("digest", "log")) - self.expected

    def close(self) -> None:
        """Drop everything."""
        self._file.close()
