"""The timelines of resources for people: a block for each, a paragraph for each change."""

from collections.abc import Iterator, Sequence
from typing import Final

from reports.escape import visible
from reports.page import Page, page
from reports.subject import called, concerned, home
from reports.tally import numbered
from reports.timeline_words import author, difference, headline, owner, turn, when
from scanner.model import Verdict
from scanner.timeline.change import Change, Edit, Timeline, Track, Turn

MOST_CHANGES: Final = 50
MOST_TURNS: Final = 25
MOST_PROBLEMS: Final = 25
_STYLES: Final = {Verdict.FAIL: "bad", Verdict.PASS: "good", Verdict.UNKNOWN: "open", None: "dim"}


def render(timeline: Timeline, *, width: int | None = None, colour: bool = False) -> Iterator[str]:
    """The report in pieces of lines."""
    sheet = page(width, colour)
    for track in timeline.tracks:
        for line in _track(track, timeline, sheet):
            yield f"{line}\n"
    for line in (*_problems(timeline, sheet), *_total(timeline, sheet)):
        yield f"{line}\n"


def _track(track: Track, timeline: Timeline, sheet: Page) -> Iterator[str]:
    it = track.resource
    yield sheet.heading(visible(f"{called(it)}, {it.type} in {home(it)}"))
    changes = track.changes
    if not changes:
        yield f"  it was not there, or nothing is known of it, until {when(timeline.until)}"
    shown = changes if len(changes) <= MOST_CHANGES else (changes[0], *changes[1 - MOST_CHANGES :])
    for number, change in enumerate(shown):
        yield from ("", *_quiet(change.quiet))
        if number == 1 and len(shown) < len(changes):
            left = len(changes) - len(shown)
            yield from (f"  … {left:,} changes left out (--format json lists all)", "")
        yield from _change(change, sheet)
    if track.quiet:
        yield from ("", *_quiet(track.quiet))
    else:
        yield ""
    if track.reasons:
        end = sheet.painted(when(timeline.until), "bold")
        yield f"  {end}  still so, though for another reason"
        yield from (line for each in track.reasons for line in _turn(each, sheet))
        yield ""


def _quiet(number: int) -> Iterator[str]:
    if number:
        yield from (f"  … {numbered(number, 'version')}, no verdict changed", "")


def _change(change: Change, sheet: Page) -> Iterator[str]:
    yield f"  {sheet.painted(when(change.time), 'bold')}  {headline(change)}"
    if said := author(change):
        yield from sheet.paragraph(said, indent=4, most=6)
    for edit in change.edits:
        yield from _edit(edit, change, sheet)
    if change.more:
        yield f"    … and {change.more:,} resources more"
    yield from _turns(change, sheet)


def _edit(edit: Edit, change: Change, sheet: Page) -> Iterator[str]:
    name = owner(edit, change)
    indent = 4
    if name:
        yield from sheet.paragraph(name, indent=4)
        indent = 6
    for each in edit.differences:
        yield from sheet.paragraph(difference(each), indent=indent, most=3)
    if edit.more:
        yield " " * indent + f"… and {numbered(edit.more, 'value')} more"


def _turns(change: Change, sheet: Page) -> Iterator[str]:
    """The verdicts that changed. Good ones at the start, and all at an end, are only counted."""
    new = [each for each in change.turns if each.old is None and each.new is Verdict.PASS]
    ended = [each for each in change.turns if each.new is None]
    listed = sorted((e for e in change.turns if e not in new and e not in ended), key=_worst)
    for each in listed[:MOST_TURNS]:
        yield from _turn(each, sheet)
    if len(listed) > MOST_TURNS:
        yield f"    … and {len(listed) - MOST_TURNS:,} more (--format json lists all)"
    yield from _counted("pass: ", new, sheet)
    yield from _counted("no longer judged by: ", ended, sheet)


def _counted(lead: str, turns: Sequence[Turn], sheet: Page) -> Iterator[str]:
    if turns:
        names = ", ".join(each.rule.id for each in turns)
        yield from sheet.paragraph(names, indent=4, lead=lead)


def _worst(each: Turn) -> tuple[int, str]:
    order = (Verdict.FAIL, Verdict.UNKNOWN, Verdict.PASS)
    return (order.index(each.new) if each.new else len(order)), each.rule.id


def _turn(each: Turn, sheet: Page) -> Iterator[str]:
    lead = f"{turn(each)}  "
    said = f"{each.rule.id}: {each.message}" if each.new is not Verdict.PASS else each.rule.id
    first, *others = sheet.paragraph(said, indent=4, lead=lead)
    painted = sheet.painted(lead.rstrip(), _STYLES[each.new])
    yield f"    {painted}  {first[4 + len(lead) :]}"
    yield from others


def _problems(timeline: Timeline, sheet: Page) -> Iterator[str]:
    problems = timeline.problems
    if problems:
        yield from (sheet.heading("Could not be read, so the timelines are incomplete"), "")
    for each in problems[:MOST_PROBLEMS]:
        yield from sheet.paragraph(f"{each.where}: {each.what}{concerned(each)}")
    if len(problems) > MOST_PROBLEMS:
        yield f"  … and {len(problems) - MOST_PROBLEMS:,} more (--format json lists all)"
    if problems:
        yield ""


def _total(timeline: Timeline, sheet: Page) -> Iterator[str]:
    counts = timeline.counts
    words = {"fail": "failed", "unknown": "undecided", "pass": "passed"}
    said = [f"{counts[each]:,} {word}" for each, word in words.items() if counts[each]]
    style = "bad" if counts["fail"] else "open" if counts["unknown"] else "good"
    changes = sum(len(track.changes) for track in timeline.tracks)
    versions = sum(track.versions for track in timeline.tracks)
    seen = f"{numbered(versions, 'version')} of {numbered(len(timeline.tracks), 'resource')}"
    ended = f"at the end, {when(timeline.until)}: {', '.join(said) or 'nothing is judged'}"
    line = f"{seen}, {numbered(changes, 'change')}; {ended}."
    yield from (sheet.painted(each, style) for each in sheet.paragraph(line, indent=0))
