import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import msgspec
from scans import finding, laboratory, proposal, scan
from snapshot import as_kept

from reports import pieces
from reports.ascii_json import as_json

SCHEMA = json.loads(files("reports").joinpath("report.schema.json").read_text("utf-8"))


def written(of):
    return "".join(pieces("json", of))


def complaints(report):
    return [each.message for each in jsonschema.Draft202012Validator(SCHEMA).iter_errors(report)]


def test_the_report_reads_as_it_did():
    assert as_kept(written(laboratory()), "report.json")
    assert as_kept(written(proposal()), "proposal.json")


def test_the_schema_is_a_schema_and_describes_the_report():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert complaints(json.loads(written(laboratory()))) == []
    assert complaints(json.loads(written(proposal()))) == []
    assert complaints(json.loads(written(scan()))) == []


def test_the_schema_refuses_what_no_report_says():
    report = json.loads(written(laboratory()))
    report["findings"][0]["verdict"] = "perhaps"
    report["extra"] = 1
    assert len(complaints(report)) == 2


def test_every_field_is_described_in_the_documentation():
    page = Path(__file__).parents[1].joinpath("docs/reports.md").read_text("utf-8")
    parts = [SCHEMA, *SCHEMA["$defs"].values()]
    fields = {field for part in parts for field in part.get("properties", ())}
    assert [field for field in sorted(fields) if f"`{field}`" not in page] == []


def test_each_finding_is_one_line():
    lines = [line for line in written(laboratory()).splitlines() if '"fingerprint"' in line]
    assert len(lines) == len(list(laboratory().findings))
    assert all(json.loads(line.rstrip(",")) for line in lines)


def test_a_declared_finding_says_its_stack_its_extent_and_what_it_was_judged_with():
    first = json.loads(written(proposal()))["findings"][2]
    assert first["resource"]["stack"] == "infra/database.yaml"
    assert first["location"] == {
        "uri": "infra/network.yaml", "line": 31, "column": 19, "endLine": 31, "endColumn": 28,
    }  # fmt: skip
    assert first["extent"]["endLine"] == 30
    assert [each["what"] for each in first["related"]] == [
        "AWS::EC2::SecurityGroup DatabaseGroup",
        "AWS::RDS::DBInstance Database",
    ]


def test_a_waived_finding_stays_a_fail_that_counts_as_waived():
    report = json.loads(written(laboratory()))
    waived = [each for each in report["findings"] if each["waiver"]]
    assert [each["verdict"] for each in waived] == ["fail"]
    assert report["counts"] == {"pass": 2, "fail": 1, "unknown": 1, "waived": 1}


def test_findings_are_written_as_they_are_read():
    def endless():
        while True:
            yield finding()

    class Endless:
        def __iter__(self):
            return endless()

    class Scan:
        started = finished = "2026-11-20T10:00:00Z"
        sources = problems = not_exercised = ()
        counts = {"pass": 0}  # noqa: RUF012
        profile = ""
        findings = Endless()

    report = pieces("json", Scan())
    assert sum(len(next(report)) for _ in range(1000)) > 100_000


def test_a_lone_surrogate_is_replaced_and_a_pair_is_kept():
    text = as_json(["\ud800x", "😀", "\\ud800", "\ud83d\ude00", "\udc00"])
    assert msgspec.json.decode(text) == ["\ufffdx", "😀", "\\ud800", "😀", "\ufffd"]


def test_numbers_that_json_cannot_write_are_named():
    assert json.loads(as_json({"a": [float("inf"), 1.5, 10**5000]})) == {
        "a": ["inf", 1.5, "an integer of 16610 bits"]
    }
