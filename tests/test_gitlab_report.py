import json
import re
from pathlib import Path

import jsonschema
import pytest
from scans import declared, finding, laboratory, proposal, rule, scan, waiver
from snapshot import as_kept

from reports import pieces
from scanner.model import Location, Problem
from scanner.tree import Tree

# The fields that https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format wants.
DOCUMENTED = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!/|\\./|\\.\\./).+"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def written(of, tree=None):
    return "".join(pieces("gitlab", of, tree=tree))


def entries(of, tree=None):
    return json.loads(written(of, tree))


def test_the_report_reads_as_it_did():
    assert as_kept(written(proposal()), "proposal.gitlab.json")


def test_the_documentation_shows_one_of_them():
    page = Path(__file__).parents[1].joinpath("docs", "reports.md").read_text("utf-8")
    (shown,) = re.findall("```json\n(.*?)```", page, re.DOTALL)
    assert shown in written(proposal())


@pytest.mark.parametrize("of", [laboratory(), proposal(), scan()], ids=["live", "declared", "none"])
def test_it_has_every_field_that_gitlab_documents(of):
    jsonschema.validate(entries(of), DOCUMENTED)


def test_it_begins_with_no_byte_order_mark():
    assert written(scan()) == "[]\n"


@pytest.mark.parametrize(
    ("severity", "shown"),
    [("critical", "blocker"), ("high", "critical"), ("medium", "major"), ("low", "minor"),
     ("info", "info")],
)  # fmt: skip
def test_a_failure_has_gitlab_s_word_for_its_severity(severity, shown):
    assert [each["severity"] for each in entries(scan([finding(rule(severity=severity))]))] == [
        shown
    ]


def test_the_worst_failures_come_first_then_what_is_not_known():
    mild, grave = rule("a-mild", "low"), rule("z-grave", "critical")
    of = scan(
        [finding(mild), finding(grave), finding(mild, "x", "unknown"), finding(mild, "y", "pass"),
         finding(grave, "z", waiver=waiver())],
        problems=[Problem("a.yaml:3:9", "no YAML"), Problem("w.yaml", "unused", blocks=False)],
    )  # fmt: skip
    names = [each["check_name"] for each in entries(of)]
    assert names == ["z-grave", "a-mild", "could-not-be-read", "a-mild"]


def test_what_could_not_be_read_stands_at_its_line():
    (entry,) = entries(scan(problems=[Problem("a.yaml:3:9", "no YAML")]))
    assert entry["location"] == {"path": "a.yaml", "lines": {"begin": 3}}
    assert entry["description"] == "a.yaml:3:9 could not be read: no YAML"


def test_a_path_is_relative_to_the_root_and_not_encoded():
    bad = finding(about=declared(), location=Location("my log.yaml", 9))
    (entry,) = entries(scan([bad]), Tree("/repo", "/repo/infra"))
    assert entry["location"] == {"path": "infra/my log.yaml", "lines": {"begin": 9}}


def test_a_finding_without_a_file_stands_at_the_first_source():
    (entry,) = entries(scan([finding()]))
    assert entry["location"] == {"path": "recorded/snapshot.json", "lines": {"begin": 1}}


def test_fingerprints_stay_when_lines_move_and_are_never_shared():
    def prints(line):
        places = [declared("A"), declared("B"), declared("A", stack="b.yaml")]
        found = [finding(about=each, location=Location("m.yaml", line)) for each in places]
        problems = [Problem("a.yaml", "no YAML"), Problem("b.yaml", "no YAML")] * 2
        return [each["fingerprint"] for each in entries(scan(found, problems=problems))]

    assert prints(3) == prints(30)
    assert len(set(prints(3))) == len(prints(3)) == 5
