"""Which findings are about what changed since a revision: in files, lines, or related resources."""

import os.path
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from scanner.before_merge.git import Repository
from scanner.before_merge.hunks import Spans, spans
from scanner.finding import Finding
from scanner.model import Location

_UNCHANGED: Final[Spans] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes of a working tree since a revision.

    `top` is the tree's root without symbolic links, `here` the directory from which places are
    given, `tracked` the files that git knows and `spans` the changed lines of those that changed;
    both are relative to the root, with slashes.
    """

    top: str
    here: str
    tracked: frozenset[str]
    spans: Mapping[str, Spans]

    def touched(self, finding: Finding) -> bool:
        """Whether a finding's resource, a value that decided, or a resource beside it changed.

        One that no file declares counts: nothing shows that it is old.
        """
        places = [*_places(finding)]
        return not places or any(map(self.touches, places))

    def touches(self, place: Location) -> bool:
        """Whether lines of a place changed; where it has none, whether its file did.

        A file that git does not track counts, as one that is ignored or lies elsewhere: a plan is
        made by the pipeline, so it is always new.
        """
        real, links = _ways(self.top, self.here, place.uri)
        if real not in self.tracked or any(link in self.spans for link in links):
            return True
        changed = self.spans.get(real, _UNCHANGED)
        if changed is None or place.line is None:
            return changed is None or bool(changed)
        last = place.end_line or place.line
        return any(first <= last and place.line <= end for first, end in changed)


@lru_cache(maxsize=10_000)
def _ways(top: str, here: str, path: str) -> tuple[str, tuple[str, ...]]:
    """The true path of a file, and the symbolic links on the way to it, relative to the top."""
    given = os.path.normpath(os.path.join(here, path))
    parts = _inside(given, top).split("/")
    ways = ("/".join(parts[:length]) for length in range(1, len(parts) + 1))
    links = tuple(way for way in ways if os.path.islink(os.path.join(top, way)))
    return _inside(os.path.realpath(given), top), links


def _inside(path: str, top: str) -> str:
    return os.path.relpath(path, top).replace(os.sep, "/")


def _places(finding: Finding) -> Iterator[Location]:
    if finding.extent is not None:
        yield finding.extent
    if finding.location is not None:
        yield finding.location
    for evidence in finding.evidence:
        if evidence.location is not None:
            yield evidence.location
    for related in finding.related:
        yield related.extent or related.location


def changed(reference: str, here: str) -> Changes:
    """The changes since HEAD left a revision, with what is not committed or not tracked yet.

    Since the merge base, as a pull request has it: what came into the base branch meanwhile is
    nobody's change here. Raises UserError where there is no repository or no such revision, or
    where too little of the history is there.
    """
    repository = Repository(here)
    base = repository.merge_base(reference)
    with repository.patch(base) as patch:
        found = spans(patch)
    return Changes(
        top=os.path.realpath(repository.top),
        here=os.path.realpath(here),
        tracked=repository.tracked(),
        spans={os.fsdecode(path): each for path, each in found.items()},
    )
