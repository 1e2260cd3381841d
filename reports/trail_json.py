"""What a verification of CloudTrail's files found, as JSON with one file a line."""

from collections.abc import Iterator
from typing import Any, Final

from reports.ascii_json import as_json
from reports.json_parts import listed
from scanner.integrity.audit import Audit, Span
from scanner.integrity.verdict import Chain, Checked, Gap, Kind, Verdict

VERSION: Final = 1
"""The version of this format: it grows when a field changes its meaning or goes away."""
KINDS: Final[tuple[Kind, ...]] = ("digest", "log")


def render(audit: Audit) -> Iterator[str]:
    """The report in pieces of about a line."""
    yield f'{{\n"version": {VERSION}'
    yield f',\n"started": {as_json(audit.started)}'
    yield f',\n"finished": {as_json(audit.finished)}'
    yield f',\n"counts": {as_json(_counts(audit))}'
    yield from listed("chains", (_chain(audit, each) for each in audit.chains))
    yield from listed("gaps", map(_gap, audit.gaps))
    problems = ({"where": each.where, "what": each.what} for each in audit.problems)
    yield from listed("problems", problems)
    yield from listed("files", map(_file, audit))
    yield "\n}\n"


def _counts(audit: Audit, chain: Chain | None = None) -> dict[str, dict[str, int]]:
    return {
        kind: {each.value: audit.count(kind, each, chain=chain) for each in Verdict}
        for kind in KINDS
    }


def _chain(audit: Audit, chain: Chain) -> dict[str, Any]:
    span = audit.spans.get(chain, Span())
    return {
        **_named(chain),
        "valid": {"since": span.since or None, "until": span.until or None},
        "counts": _counts(audit, chain),
    }


def _named(chain: Chain) -> dict[str, Any]:
    return {
        "where": chain.where,
        "account": chain.account,
        "region": chain.region,
        "trail": chain.trail or None,
        "homeRegion": chain.home or None,
        "backfill": chain.backfill,
    }


def _gap(gap: Gap) -> dict[str, Any]:
    times = {"since": gap.since or None, "until": gap.until}
    return {"chain": gap.chain.name, **times, "why": gap.why}


def _file(each: Checked) -> dict[str, Any]:
    said: dict[str, Any] = {
        "kind": each.kind,
        "uri": each.uri,
        "verdict": each.verdict.value,
        "chain": each.chain.name,
    }
    said |= {"why": each.why} if each.why else {}
    said |= {"since": each.since, "until": each.until} if each.since else {}
    return said | ({"tooNew": True} if each.expected else {})
