"""What a change was, in words that the formats for people share."""

from typing import Any, Final

from msgspec import UNSET

from reports.ascii_json import as_json
from reports.escape import bounded
from reports.subject import called
from reports.tally import numbered
from scanner.model import Verdict
from scanner.timeline.change import Change, Difference, Edit, Turn, What

LONGEST: Final = 160
TOLD: Final = 3
"""So many events of a change stand in its line."""
NO_VERDICT: Final = "not judged"
"""Of a rule that the resource is out of scope of, or of a resource that is not there."""
WHATS: Final[dict[What, str]] = {
    "first": "first known",
    "changed": "changed",
    "deleted": "deleted",
    "recreated": "created again",
    "unreadable": "a version that cannot be read",
}
CAUSES: Final = {"recording": "more is known of what was recorded", "time": "time went by"}


def when(time: str) -> str:
    """A time without its milliseconds where these are zero."""
    return time.replace(".000Z", "Z")


def headline(change: Change) -> str:
    """What happened."""
    own = [each for each in change.edits if each.resource == change.resource]
    others = len(change.edits) - len(own) + change.more
    said = [WHATS[each.what] for each in own]
    if others:
        said.append(f"{numbered(others, 'resource')} that it is judged with changed")
    return ", ".join(said) or CAUSES.get(change.cause, "")


def author(change: Change) -> str:
    """Who did it, with which events, or why that is not known; "" where nobody was asked for."""
    found = change.author
    if found is None:
        return ""
    by = "made so by" if change.blamed else "by"
    if not found.changes:
        so = "who made it so" if change.blamed else "by whom"
        return f"{so} is not known: {found.why}"
    told = "; ".join(f"{each.who}: {each.event} at {each.time}" for each in found.changes[:TOLD])
    more = f"; and {len(found.changes) - TOLD} more" if len(found.changes) > TOLD else ""
    why = f" ({found.why})" if found.why else ""
    return f"{by if found.sure else f'perhaps {by}'} {told}{more}{why}"


def owner(edit: Edit, change: Change) -> str:
    """Whose edit it is, "" for that of the resource itself."""
    if edit.resource == change.resource:
        return ""
    what = "" if edit.what == "changed" else f" ({WHATS[edit.what]})"
    return f"{edit.resource.type} {called(edit.resource)}{what}"


def difference(each: Difference) -> str:
    """A difference on one line, as in `configuration.enabled: true → false`; not made visible."""
    if each.old is UNSET:
        return f"{each.path}: added {_value(each.new)}"
    if each.new is UNSET:
        return f"{each.path}: removed {_value(each.old)}"
    return f"{each.path}: {_value(each.old)} → {_value(each.new)}"


def _value(value: Any) -> str:
    return bounded(as_json(value), LONGEST)


def verdict(said: Verdict | None) -> str:
    """A verdict as a word; a failure is loud."""
    if said is None:
        return NO_VERDICT
    return "FAIL" if said is Verdict.FAIL else said.value


def turn(each: Turn) -> str:
    """How a verdict changed, as in `pass → FAIL`; only the verdict if it did not."""
    if each.old in (None, each.new):
        return verdict(each.new)
    return f"{verdict(each.old)} → {verdict(each.new)}"
