"""What a verification of CloudTrail's files found, as JUnit XML: a suite a chain, a case a file.

Altered and missing files are failures; what nothing proves is an error; a log file that no digest
can name yet is skipped. Of very many files those that are valid are left out and counted.
"""

from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import Final, NamedTuple

from reports.escape import exact, visible
from scanner.integrity.audit import Audit
from scanner.integrity.verdict import INVALID, Chain, Checked, Kind, Verdict

MANY: Final = 30_000
"""GitLab takes no file above 30 MB, and a case may take a thousand bytes.

https://docs.gitlab.com/ci/testing/unit_test_reports/
"""
KINDS: Final[tuple[Kind, ...]] = ("digest", "log")
TITLE: Final = "CloudTrail's files are as CloudTrail delivered them"
UNREAD: Final = "could not be read"


def render(audit: Audit) -> Iterator[str]:
    """The report in pieces of about a case."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'
    number = 0
    short = sum(audit.count(kind) for kind in KINDS) > MANY
    for chain, files in groupby(audit, key=lambda each: each.chain):
        counts = _counts(audit, chain)
        left_out = counts.valid if short else 0
        yield _opening(audit, chain.name, number, counts.tests - left_out, counts)
        yield from (_case(each) for each in files if not short or _is_shown(each))
        yield _ending(left_out)
        number += 1
    if audit.problems:
        unread = len(audit.problems)
        yield _opening(audit, UNREAD, number, unread, _Counts(unread, 0, unread, 0))
        for each in audit.problems:
            name = {"name": exact(each.where), "classname": UNREAD, "time": "0"}
            inside = f"<error{_attributes({'message': visible(each.what), 'type': 'unread'})}/>"
            yield f"<testcase{_attributes(name)}>{inside}</testcase>\n"
        yield _ending(0)
    yield "</testsuites>\n"


class _Counts(NamedTuple):
    tests: int
    failures: int
    errors: int
    valid: int


def _is_shown(each: Checked) -> bool:
    return each.verdict is not Verdict.VALID


def _ending(left_out: int) -> str:
    said = f"{left_out:,} valid files are left out. The json format lists all." if left_out else ""
    return f"<system-out>{said}</system-out>\n<system-err/>\n</testsuite>\n"


def _counts(audit: Audit, chain: Chain) -> _Counts:
    counts = {
        (kind, each): audit.count(kind, each, chain=chain) for kind in KINDS for each in Verdict
    }
    failures = sum(number for (_, each), number in counts.items() if each in INVALID)
    valid = sum(number for (_, each), number in counts.items() if each is Verdict.VALID)
    total = sum(counts.values())
    return _Counts(total, failures, total - failures - valid - audit.expected_of(chain), valid)


def _opening(audit: Audit, name: str, number: int, tests: int, counts: _Counts) -> str:
    attributes = {
        "name": exact(name),
        "package": "groma",
        "id": str(number),
        "timestamp": audit.started[:19],  # Ant's schema allows no zone and no fraction
        "hostname": "groma",
        "tests": str(tests),
        "failures": str(counts.failures),
        "errors": str(counts.errors),
        "time": "0",
    }
    title = _attributes({"name": "title", "value": TITLE})
    properties = f"<properties>\n<property{title}/>\n</properties>\n"
    return f"<testsuite{_attributes(attributes)}>\n{properties}"


def _case(each: Checked) -> str:
    name = {"name": exact(each.uri), "classname": f"{each.kind} file", "time": "0"}
    opening = f"<testcase{_attributes(name)}"
    if each.verdict is Verdict.VALID:
        return f"{opening}/>\n"
    if each.expected:
        return f"{opening}><skipped>{escape(visible(each.why))}</skipped></testcase>\n"
    element = "failure" if each.verdict in INVALID else "error"
    message = f"{each.verdict}: {each.why}"
    said = _attributes({"message": visible(message), "type": each.verdict.value})
    return f"{opening}><{element}{said}>{escape(visible(each.uri))}</{element}></testcase>\n"


def _attributes(pairs: dict[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in pairs.items())
