"""Every version that a source has of the items that rules need, and since when it recorded what."""

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from scanner.model import Coverage, Given, Item, Needs, Problem, SourceUse
from scanner.sources import files
from scanner.sources.config import Reading
from scanner.sources.kind_of_file import JSON_ENDINGS, SKIPPED
from scanner.sources.recording import RECORDER
from scanner.timeline.sightings import Sightings
from scanner.timeline.versions import Versions

FULL: Final = frozenset({"configuration", "tags"})
"""What is kept of the resources that rules judge, read by rules or not: to tell what changed."""


class Wish(Struct, frozen=True):
    """What to read: the resources that are `wanted`, as a user wrote them, and all that rules need.

    `needs` is as `wide` gives it; `since` is "" for the beginning.
    """

    wanted: tuple[str, ...]
    needs: Needs
    since: str = ""


def wide(needs: Needs, judged: frozenset[str], until: str) -> Needs:
    """What to read for a timeline: whole configurations of judged types, and recorders' items."""
    fields = {
        name: None if some is None else some | FULL if name in judged else some
        for name, some in needs.fields.items()
    }
    return Needs({**fields, RECORDER: None}, until)


def local(path: str, needs: Needs, sightings: Sightings) -> Iterator[Given]:
    """What AWS Config's files at a path give, every version of it.

    Raises UserError for a path that does not exist.
    """
    files.require([path])
    reading, count = Reading(needs, sightings.saw), files.Count()
    for file in files.found(path, files.ending(*JSON_ENDINGS), SKIPPED):
        if isinstance(file, files.Lost):
            yield Problem(file.uri, file.what, needs.types)
        else:
            yield from reading.file(file, count)
    where = files.printable(path)
    yield SourceUse("config", where, count.files, count.items, count.passed_over)


def gathered(
    given: Iterable[Given], types: frozenset[str], versions: Versions, sightings: Sightings
) -> tuple[list[Problem], list[SourceUse]]:
    """What could not be read, and what was; items of the `types` are among the versions then."""
    problems: list[Problem] = []
    uses: list[SourceUse] = []
    for each in given:
        if isinstance(each, Item):
            if each.type == RECORDER:
                sightings.recorder(each)
            if each.type in types:
                versions.add(each)
        elif isinstance(each, Problem):
            problems.append(replace(each, types=each.types & types))
        elif isinstance(each, SourceUse):
            uses.append(each)
        elif isinstance(each, Coverage):
            pass  # sightings tell more: since when
    for place in sightings.places:
        versions.choose_place(place)
    return problems, uses
