"""Waivers laid over findings, and what is to be said of waivers themselves."""

import fnmatch
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from scanner.finding import Finding
from scanner.model import Problem, Resource, Verdict, Waiver

if TYPE_CHECKING:
    from scanner.before_merge.inline import InlineWaiver


class Waivers:
    """The waivers of a scan; remembers which of them served."""

    def __init__(
        self, waivers: Sequence[Waiver], today: str, inline: "Sequence[InlineWaiver]" = ()
    ) -> None:
        """`today` is an ISO date; a waiver holds up to and including its `expires`.

        Those `inline` are for the resources at which they stand.
        """
        self._waivers = waivers
        self._today = today
        self._all = (*waivers, *(each.waiver for each in inline))
        self._inline = {
            (each.waiver.rule, *bound): each.waiver for each in inline for bound in each.at
        }
        self._used: set[Waiver] = set()

    def over(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings, with the first waiver that fits on each that failed."""
        if not self._all:
            yield from findings
            return
        for finding in findings:
            waiver = self._fitting(finding) if finding.verdict is Verdict.FAIL else None
            yield msgspec.structs.replace(finding, waiver=waiver) if waiver else finding

    def _fitting(self, finding: Finding) -> Waiver | None:
        it = finding.resource
        here = self._inline.get((finding.rule.id, it.stack, it.id))
        fitting = (
            waiver
            for waiver in self._waivers
            if waiver.rule == finding.rule.id and covers(waiver, it)
        )
        for waiver in (*([here] if here is not None else []), *fitting):
            self._used.add(waiver)
            if waiver.expires >= self._today:
                return waiver
        return None

    def problems(self, exercised: frozenset[str]) -> Iterator[Problem]:
        """Expired waivers, and unused ones of rules that judged something."""
        for waiver in self._all:
            about = f"the waiver of {waiver.rule} for {waiver.resource}"
            where = f"{waiver.location.uri}:{waiver.location.line}"
            if waiver.expires < self._today:
                yield Problem(where, f"{about} expired on {waiver.expires}", blocks=False)
            elif waiver not in self._used and waiver.rule in exercised:
                yield Problem(where, f"{about} was not needed; remove it", blocks=False)


def covers(waiver: Waiver, resource: Resource) -> bool:
    """Whether a waiver names a resource by its id, name or ARN; `*` and `?` stand for anything."""
    return is_called(waiver.resource, resource)


def is_called(glob: str, resource: Resource) -> bool:
    """Whether a resource's id, name or ARN fits; `*` and `?` stand for anything."""
    pattern = _pattern(glob)
    names = (resource.id, resource.name, resource.arn)
    return any(name is not None and pattern.fullmatch(name) for name in names)


@lru_cache(maxsize=10_000)
def _pattern(glob: str) -> re.Pattern[str]:
    return re.compile(fnmatch.translate(glob.replace("[", "[[]")))
