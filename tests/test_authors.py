"""`groma scan --who`: who made what fails so, in every report."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

ROOT = Path(__file__).resolve().parents[1]
LAB = ROOT / "examples" / "traceability-lab"
SCHEMA = json.loads((ROOT / "reports" / "report.schema.json").read_text("utf-8"))


def groma(*arguments, folder=LAB):
    code = "from scanner.cli import main; main()"
    command = [sys.executable, "-c", code, "scan", *map(str, arguments)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def report(*arguments):
    return json.loads(groma(*arguments, "--format", "json").stdout)


@pytest.fixture(scope="module")
def asked():
    return report("before", "--who", "trail")


def test_every_failure_of_the_lab_has_its_event(asked):
    failed = [each for each in asked["findings"] if each["verdict"] == "fail"]
    assert len(failed) == 13
    assert all(each["attribution"]["sure"] for each in failed)
    assert all(each["attribution"]["changes"] for each in failed)


def test_only_failures_have_authors(asked):
    others = [each for each in asked["findings"] if each["verdict"] != "fail"]
    assert others
    assert not any("attribution" in each for each in others)


def test_the_report_is_valid_by_its_schema_and_tells_what_was_read(asked):
    assert list(Draft202012Validator(SCHEMA).iter_errors(asked)) == []
    assert [(each["name"], each["where"]) for each in asked["sources"]] == [
        ("config", "before"),
        ("cloudtrail", "trail"),
    ]


def test_the_verdicts_are_those_of_a_scan_that_does_not_ask(asked):
    plain = report("before")
    assert asked["counts"] == plain["counts"]
    told = [{**each, "attribution": None} for each in asked["findings"]]
    assert told == [{**each, "attribution": None} for each in plain["findings"]]


@pytest.mark.parametrize("form", ["table", "junit", "sarif", "markdown", "gitlab", "github"])
def test_each_report_names_the_author_and_the_event(form):
    told = groma(
        "before", "--who", "trail", "--rule", "cloudtrail-log-validation", "--format", form
    )
    text = " ".join(told.stdout.split())
    assert "Made so by carol: UpdateTrail at 2026-11-16T23:47:12Z" in text


def test_only_events_of_the_time_count_to_the_second():
    only = ("--rule", "cloudtrail-log-validation", "--rule", "rds-not-public")

    def known(*times):
        told = report("before", "--who", "trail", *only, *times)["findings"]
        return [each["rule"] for each in told if each.get("attribution", {}).get("changes")]

    assert known("--until", "2026-11-16T23:47:12Z") == [only[1], only[3]]
    assert known("--until", "2026-11-16T23:47:11Z") == [only[3]]
    assert known("--since", "2026-11-16T23:47:12Z") == [only[1]]
    assert known("--since", "2026-11-16T23:47:13Z") == []


def test_nothing_is_read_where_nothing_fails():
    told = report("after", "--who", "trail")
    assert [each["name"] for each in told["sources"]] == ["config"]


def test_what_the_logs_do_not_tell_is_said_to_be_unknown(tmp_path):
    later = next(LAB.joinpath("trail").rglob("*_20261126T*.json"))
    shutil.copy(later, tmp_path)
    told = report("before", "--who", tmp_path, "--rule", "cloudtrail-log-validation")
    [failed] = [each for each in told["findings"] if each["verdict"] == "fail"]
    assert failed["attribution"]["changes"] == []
    assert not failed["attribution"]["sure"]
    assert failed["attribution"]["why"]


def test_a_log_file_that_cannot_be_read_is_a_problem_of_the_scan(tmp_path):
    folder = tmp_path / "trail"
    shutil.copytree(LAB / "trail", folder)
    broken = folder / "broken.json"
    broken.write_text('{"Records": [{"eventVersion": "1.11", "eventTime": ')
    told = report("before", "--who", folder)
    assert [each["where"] for each in told["problems"]] == [str(broken)]
    failed = [each["attribution"] for each in told["findings"] if each["verdict"] == "fail"]
    assert not any(each["sure"] for each in failed)
    assert {each["why"] for each in failed} == {"some of the logs could not be read"}


def test_a_folder_that_is_not_there_is_a_mistake():
    told = groma("before", "--who", "nowhere")
    assert told.returncode == 2
    assert "nowhere: no such file or directory" in told.stderr


def test_a_source_of_authors_without_events_is_told(tmp_path):
    for named in (tmp_path, "after"):
        told = report("before", "--who", named)
        assert [each["what"] for each in told["problems"]] == [
            "no event of CloudTrail's, or none then"
        ]


@pytest.mark.parametrize("named", ["aws", "aws-config"])
def test_what_cannot_have_events_is_a_mistake(named):
    told = groma("before", "--who", named)
    assert told.returncode == 2
    assert f"--who {named}: " in told.stderr
    assert "aws-events has the Event history" in told.stderr
