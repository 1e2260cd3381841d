"""What a verification of CloudTrail's files found, for people: what is wrong first."""

from collections.abc import Iterator
from typing import Final

from reports.cells import tabulated
from reports.escape import visible
from reports.page import Page, page
from reports.tally import numbered
from scanner.integrity.audit import Audit
from scanner.integrity.verdict import INVALID, Chain, Checked, Gap, Kind, Verdict

MOST: Final = 25
_UNPROVEN: Final = frozenset(Verdict) - INVALID - {Verdict.VALID}
NAMES: Final[dict[Kind, str]] = {"digest": "Digest file", "log": "Log file"}


def render(audit: Audit, *, width: int | None = None, colour: bool = False) -> Iterator[str]:
    """The report in pieces of lines; paths and URLs are never broken."""
    sheet = page(width, colour)
    for line in (
        *_files(audit, sheet, "Altered or missing", INVALID),
        *_files(audit, sheet, "Not proven", _UNPROVEN),
        *_gaps(audit, sheet),
        *_problems(audit, sheet),
        *_chains(audit, sheet),
        *_total(audit, sheet),
    ):
        yield f"{line}\n"


def _files(audit: Audit, sheet: Page, heading: str, verdicts: frozenset[Verdict]) -> Iterator[str]:
    total = sum(audit.count(kind, *verdicts) for kind in NAMES)
    if verdicts is not INVALID:
        total -= audit.expected
    if not total:
        return
    yield from (sheet.heading(heading), "")
    listed = (each for each in audit if each.verdict in verdicts and not each.expected)
    for number, each in enumerate(listed):
        if number == MOST:
            yield from (f"  … and {total - MOST:,} more (--format json lists all)", "")
            break
        yield from _file(each, sheet)


def _file(each: Checked, sheet: Page) -> Iterator[str]:
    style = "bad" if each.verdict in INVALID else "open"
    yield f"  {NAMES[each.kind]} {sheet.painted(each.verdict, style)}: {visible(each.why)}"
    yield f"    {visible(each.uri)}"
    yield ""


def _gaps(audit: Audit, sheet: Page) -> Iterator[str]:
    if not audit.gaps:
        return
    yield from (sheet.heading("Times that no valid digest covers"), "")
    for each in audit.gaps[:MOST]:
        yield from sheet.paragraph(f"{_between(each)}: {each.why} ({each.chain.name})")
    if len(audit.gaps) > MOST:
        yield f"  … and {len(audit.gaps) - MOST:,} more (--format json lists all)"
    yield ""


def _between(gap: Gap) -> str:
    return f"{gap.since} to {gap.until}" if gap.since else f"before {gap.until}"


def _problems(audit: Audit, sheet: Page) -> Iterator[str]:
    if not audit.problems:
        return
    yield from (sheet.heading("Could not be read"), "")
    for each in audit.problems[:MOST]:
        yield from sheet.paragraph(f"{each.where}: {each.what}")
    if len(audit.problems) > MOST:
        yield f"  … and {len(audit.problems) - MOST:,} more (--format json lists all)"
    yield ""


def _chains(audit: Audit, sheet: Page) -> Iterator[str]:
    rows = []
    for chain in audit.chains:
        span = audit.spans.get(chain)
        time = f"{span.since} to {span.until}" if span and span.since else "none"
        rows.append([visible(chain.name), time, *(_valid(audit, kind, chain) for kind in NAMES)])
    yield from (sheet.heading("Chains of digests"), "")
    headers = (
        "Account, Region, trail",
        "First to last valid digest",
        "Digests valid",
        "Logs valid",
    )
    yield from (f"  {line}" for line in tabulated(headers, rows, right=2))
    yield ""


def _valid(audit: Audit, kind: Kind, chain: Chain) -> str:
    valid = audit.count(kind, Verdict.VALID, chain=chain)
    return f"{valid:,} of {audit.count(kind, chain=chain):,}"


def _total(audit: Audit, sheet: Page) -> Iterator[str]:
    valid = " and ".join(
        numbered(audit.count(kind, Verdict.VALID), f"{NAMES[kind].lower()}") for kind in NAMES
    )
    if audit.expected:
        said = f"{numbered(audit.expected, 'log file')} too new: no digest can name them yet."
        yield from sheet.paragraph(said, indent=0)
    if not audit.invalid and not audit.unproven and not audit.problems:
        yield sheet.painted(f"Nothing was altered and nothing is missing: {valid} valid.", "good")
        return
    said = f"{audit.invalid:,} altered or missing, {audit.unproven:,} not proven; {valid} valid."
    yield sheet.painted(said, "bad" if audit.invalid else "open")
