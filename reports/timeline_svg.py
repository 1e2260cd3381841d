"""The timelines of resources as one picture: a lane for each rule, coloured and patterned.

It is complete in itself, has no script, and can stand in an HTML page.
"""

from collections.abc import Iterator, Sequence
from typing import Final
from xml.sax.saxutils import escape

from reports.escape import bounded, visible
from reports.subject import called, home, worst_first
from reports.tally import numbered
from reports.timeline_axis import Axis
from reports.timeline_words import author, difference, headline, owner, turn, verdict, when
from scanner.model import Verdict
from scanner.rule import Rule
from scanner.timeline.change import Change, Timeline, Track, Turn, spans

WIDTH: Final = 960
LEFT, RIGHT = 300, 900
LANE, BAR = 22, 14
MOST_TRACKS: Final = 100
MOST_LINES: Final = 12
LONGEST_LABEL: Final = 42
_LONGEST: Final = 400

_FILLS: Final = {Verdict.PASS: "pass", Verdict.FAIL: "fail", Verdict.UNKNOWN: "unknown"}
_WORDS: Final = {Verdict.PASS: "pass", Verdict.FAIL: "fail", Verdict.UNKNOWN: "unknown"}
_STYLE: Final = """\
<style>
.groma-timeline { font: 12px system-ui, sans-serif; fill: #1f2328 }
.groma-timeline .small { font-size: 11px; fill: #59636e }
.groma-timeline .name { font-weight: 600; font-size: 13px }
.groma-timeline .grid { stroke: #d1d9e0; stroke-width: 1 }
.groma-timeline .none { stroke: #8c959f; stroke-width: 1; stroke-dasharray: 2 3 }
.groma-timeline .change { stroke: #1f2328; stroke-width: 1 }
.groma-timeline .edge { stroke-width: 1 }
</style>
<defs>
<pattern id="groma-pass" width="8" height="8" patternUnits="userSpaceOnUse">
<rect width="8" height="8" fill="#b7e4c7"/></pattern>
<pattern id="groma-fail" width="8" height="8" patternUnits="userSpaceOnUse">
<rect width="8" height="8" fill="#c1121f"/>
<path d="M-2 10 10 -2M-2 2 2 -2M6 10 10 6" stroke="#fff" stroke-width="2"/></pattern>
<pattern id="groma-unknown" width="6" height="6" patternUnits="userSpaceOnUse">
<rect width="6" height="6" fill="#fff3bf"/><circle cx="3" cy="3" r="1.2" fill="#7a5c00"/></pattern>
</defs>
"""
_EDGES: Final = {Verdict.PASS: "#2d6a4f", Verdict.FAIL: "#780000", Verdict.UNKNOWN: "#7a5c00"}


def render(timeline: Timeline) -> Iterator[str]:
    """The picture in pieces of lines."""
    tracks = timeline.tracks[:MOST_TRACKS]
    axis = _axis(timeline, tracks)
    blocks, top = [], 40
    for track in tracks:
        lanes = _lanes(track, timeline.rules)
        blocks.append("".join(_block(track, lanes, axis, top, timeline.until)))
        top += _height(lanes)
    left_out = len(timeline.tracks) - len(tracks)
    if left_out:
        blocks.append(_text(12, top + 12, f"… and {numbered(left_out, 'resource')} more", "small"))
    height = top + 24
    title = f"Verdicts on {numbered(len(timeline.tracks), 'resource')} over time"
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="groma-timeline" role="img"'
        f' viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}">\n'
        f"<title>{_escaped(title)}</title>\n"
    )
    yield _STYLE
    yield f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>\n'
    yield from _legend()
    yield from blocks
    yield "</svg>\n"


def _axis(timeline: Timeline, tracks: Sequence[Track]) -> Axis:
    firsts = [change.time for track in tracks for change in track.changes[:1]]
    return Axis(timeline.since or min(firsts, default=timeline.until), timeline.until, LEFT, RIGHT)


def _lanes(track: Track, rules: Sequence[Rule]) -> list[Rule]:
    """The rules that judged a resource at some time, the worst first."""
    named = {turn.rule.id for change in track.changes for turn in change.turns}
    return worst_first(rule for rule in rules if rule.id in named)


def _height(lanes: Sequence[Rule]) -> int:
    return 56 + LANE * max(len(lanes), 1)


def _legend() -> Iterator[str]:
    x = 12
    for said, word in _WORDS.items():
        yield _bar(x, 12, 28, said, "")
        yield _text(x + 34, 23, word)
        x += 100
    yield f'<line class="none" x1="{x}" y1="19" x2="{x + 28}" y2="19"/>\n'
    yield _text(x + 34, 23, "not judged")


def _block(track: Track, lanes: Sequence[Rule], axis: Axis, top: int, until: str) -> Iterator[str]:
    it = track.resource
    yield _text(
        12, top + 14, bounded(visible(f"{called(it)}  ·  {it.type}  ·  {home(it)}"), 110), "name"
    )
    bottom = top + 38 + LANE * len(lanes)
    for x, label in axis.ticks():
        yield f'<line class="grid" x1="{x}" y1="{top + 34}" x2="{x}" y2="{bottom}"/>\n'
        yield _text(x, top + 30, label, "small", anchor="middle")
    for number, rule in enumerate(lanes):
        y = top + 38 + LANE * number
        label = bounded(rule.id, LONGEST_LABEL)
        yield _text(LEFT - 10, y + 11, label, anchor="end", title=f"{rule.severity}: {rule.title}")
        yield f'<line class="none" x1="{LEFT}" y1="{y + 7}" x2="{RIGHT}" y2="{y + 7}"/>\n'
        for began, ended, said in spans(track, rule.id, until):
            if said.new is not None:
                left, right = axis.x(began), axis.x(ended)
                yield _bar(left, y, max(right - left, 1), said.new, _told(said, began, ended))
    for change in track.changes:
        x = axis.x(change.time)
        yield (
            f'<line class="change" x1="{x}" y1="{top + 34}" x2="{x}" y2="{bottom}">'
            f"<title>{_escaped(_change(change))}</title></line>\n"
        )


def _bar(x: float, y: float, width: float, said: Verdict, title: str) -> str:
    about = f"<title>{_escaped(title)}</title>" if title else ""
    return (
        f'<rect class="edge" x="{x:g}" y="{y:g}" width="{width:g}" height="{BAR}"'
        f' fill="url(#groma-{_FILLS[said]})" stroke="{_EDGES[said]}">{about}</rect>\n'
    )


def _told(said: Turn, began: str, ended: str) -> str:
    time = f"{when(began)} to {when(ended)}"
    message = f": {said.message}" if said.message and said.new is not Verdict.PASS else ""
    return bounded(f"{said.rule.id}\n{verdict(said.new)}, {time}{message}", _LONGEST)


def _change(change: Change) -> str:
    said = author(change)
    lines = [f"{when(change.time)}: {headline(change)}", *([bounded(said, _LONGEST)] * bool(said))]
    for edit in change.edits:
        name = owner(edit, change)
        lines += [name] if name else []
        lines += [bounded(difference(each), _LONGEST) for each in edit.differences]
    lines += [f"{turn(each)}  {each.rule.id}" for each in change.turns]
    left = len(lines) - MOST_LINES
    return "\n".join([*lines[:MOST_LINES], *([f"… and {left} more"] if left > 0 else [])])


def _text(
    x: float, y: float, text: str, style: str = "", *, anchor: str = "start", title: str = ""
) -> str:
    about = f"<title>{_escaped(title)}</title>" if title else ""
    named = f' class="{style}"' if style else ""
    return (
        f'<text{named} x="{x:g}" y="{y:g}" text-anchor="{anchor}">{_escaped(text)}{about}</text>\n'
    )


def _escaped(text: str) -> str:
    """The text as XML, line by line visible."""
    return escape("\n".join(visible(line) for line in text.split("\n")))
