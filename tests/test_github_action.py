import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.github_runner import ACTION, INPUT, ROOT, Job, obeyed, run
from tests.offline import OFFLINE, recorded

GROMA = Path(sys.executable).with_name("groma")
STEPS = ACTION["runs"]["steps"]
TEMPLATE = """\
Resources:
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      S3BucketName: logs
      IsMultiRegionTrail: false
"""
SCRIPTS = [step for step in STEPS if "run" in step]


def job(tmp_path, *, environment=None, **given):
    """A job with these inputs, `_` for `-`, in a workspace with the bundled example."""
    workspace, folder = tmp_path / "workspace", tmp_path / "temp"
    for each in (workspace, folder):
        each.mkdir()
    recorded(workspace)
    inputs = {name.replace("_", "-"): each for name, each in given.items()}
    return Job(workspace, folder, inputs, environment or {})


def scanned(tmp_path, **given):
    """A job whose Groma is that of the test run."""
    made = job(tmp_path, **given)
    return _with_groma(made)


def _with_groma(made):
    made.outputs |= {
        ("install", "groma"): str(GROMA),
        ("install", "folder"): str(made.folder),
    }
    return run(made, without=("python", "install"))


def test_what_failed_reaches_code_scanning_the_summary_the_files_and_the_jobs_status(tmp_path):
    ran = scanned(tmp_path, paths="before")
    assert ran.status == 1
    assert ran.output("exit-code") == "1"
    sarif = json.loads(Path(ran.output("sarif-file")).read_text())
    assert sarif["runs"][0]["results"]
    assert ran.used["github/codeql-action/upload-sarif@v4"] == {
        "sarif_file": ran.output("sarif-file"),
        "category": "groma",
    }
    assert "rds-security-group-closed" in ran.summary
    assert any(line.startswith("::error ") and "wa-database" in line for line in obeyed(ran.log))
    assert "CRITICAL" in ran.log


def test_a_templates_failure_is_shown_at_its_line(tmp_path):
    made = job(tmp_path, paths="infra", args="--rule=cloudtrail-multi-region")
    (made.workspace / "infra").mkdir()
    lines = TEMPLATE.splitlines()
    (made.workspace / "infra/trail.yaml").write_text(TEMPLATE)
    shown = "\n".join(obeyed(_with_groma(made).log))
    line = lines.index("      IsMultiRegionTrail: false") + 1
    assert f"file=infra/trail.yaml,line={line}," in shown


def test_where_nothing_failed_the_job_passes(tmp_path):
    ran = scanned(tmp_path, paths="after", args="--rule=rds-not-public")
    assert (ran.status, ran.output("exit-code")) == (0, "0")


def test_an_incomplete_scan_fails_the_job(tmp_path):
    ran = scanned(tmp_path, paths="after\nbroken.json", args="--rule=rds-not-public")
    assert (ran.status, ran.output("exit-code")) == (3, "3")


def test_an_incomplete_scan_only_warns_where_the_job_says_so(tmp_path):
    ran = scanned(
        tmp_path,
        paths="after\nbroken.json",
        args="--rule=rds-not-public",
        fail_on_incomplete="false",
    )
    assert (ran.status, ran.output("exit-code")) == (0, "3")
    assert any(line.startswith("::warning title=Groma::") for line in obeyed(ran.log))


def test_a_scan_that_cannot_begin_fails_the_job_and_uploads_nothing(tmp_path):
    ran = scanned(tmp_path, paths="missing")
    assert (ran.status, ran.output("exit-code")) == (2, "2")
    assert ran.used == {}
    assert "missing" in ran.log


def test_a_milder_failure_passes_with_fail_on(tmp_path):
    ran = scanned(tmp_path, paths="before", args="--rule=cloudtrail-kms", fail_on="high")
    assert (ran.status, ran.output("exit-code")) == (0, "0")


def test_known_failures_of_a_baseline_pass_and_what_did_not_change_is_left_out(tmp_path):
    made = job(
        tmp_path, paths="infra", args="--rule=cloudtrail-multi-region", baseline="known.json"
    )
    (made.workspace / "infra").mkdir()
    (made.workspace / "infra/trail.yaml").write_text(TEMPLATE)
    write = [GROMA, "baseline", "infra", "--rule=cloudtrail-multi-region", "-o", "known.json"]
    subprocess.run(write, cwd=made.workspace, check=True)
    ran = _with_groma(made)
    assert (ran.status, ran.output("exit-code")) == (0, "0")
    assert "1 waived" in ran.log


def test_a_revision_that_is_not_there_fails_the_job(tmp_path):
    ran = scanned(tmp_path, paths="before", changed_since="no-such-branch")
    assert (ran.status, ran.output("exit-code")) == (2, "2")


def test_each_output_can_be_turned_off(tmp_path):
    ran = scanned(
        tmp_path, paths="before", upload_sarif="false", summary="false", annotations="false"
    )
    assert ran.used == {}
    assert ran.summary == ""
    assert obeyed(ran.log) == [
        "::error title=Groma::Something failed; the log of the scan says what"
    ]


def test_the_inputs_that_name_files_reach_groma(tmp_path):
    made = job(
        tmp_path,
        paths="",
        rules="my rules\n",
        waivers="waivers.yaml",
        config="settings.yaml",
        sarif_file="groma.sarif",
    )
    rules = made.workspace / "my rules"
    rules.mkdir()
    (rules / "rds-not-public.yaml").write_text((ROOT / "rules/rds/rds-not-public.yaml").read_text())
    (made.workspace / "settings.yaml").write_text("sources: [before]\n")
    (made.workspace / "waivers.yaml").write_text(
        "waivers: [{rule: rds-not-public, resource: '*', reason: a lab, owner: me, expires: 2099-12-31}]\n"
    )
    ran = _with_groma(made)
    assert (ran.status, ran.output("exit-code")) == (0, "0"), ran.log
    (sarif,) = json.loads((ran.workspace / "groma.sarif").read_text())["runs"]
    assert {each["ruleId"] for each in sarif["results"]} == {"rds-not-public"}
    assert all(each["suppressions"] for each in sarif["results"])


@pytest.mark.parametrize("name", ["a  b", "*", "$(touch owned)", "`touch owned`", "--help", "a;b"])
def test_a_path_is_one_path_whatever_it_is_called(tmp_path, name):
    made = job(tmp_path, paths=name)
    (made.workspace / "before").rename(made.workspace / name)
    ran = _with_groma(made)
    assert ran.output("exit-code") == "1"
    assert not (ran.workspace / "owned").exists()


def test_an_older_report_or_a_link_in_its_place_is_not_followed(tmp_path):
    made = job(tmp_path, paths="missing", sarif_file="groma.sarif")
    precious = made.folder / "precious"
    precious.write_text("mine")
    (made.workspace / "groma.sarif").symlink_to(precious)
    ran = _with_groma(made)
    assert ran.output("sarif-file") == ""
    assert precious.read_text() == "mine"


@pytest.mark.parametrize(
    "name", ["##[set-output name=exit-code;]0", "::set-output name=exit-code::0"]
)
def test_the_runner_does_not_obey_what_a_resource_is_called(tmp_path, name):
    made = job(tmp_path, paths="before", annotations="false")
    for path in (made.workspace / "before").rglob("*.json"):
        path.write_text(path.read_text().replace("wa-database", name))
    ran = _with_groma(made)
    assert name in ran.log
    assert obeyed(ran.log) == [
        "::error title=Groma::Something failed; the log of the scan says what"
    ]


def test_the_action_installs_its_own_checkout_and_leaves_the_jobs_python_alone(tmp_path):
    made = job(tmp_path, environment={**OFFLINE, "PATH": os.environ["PATH"]}, paths="before")
    (made.workspace / "venv.py").write_text("raise SystemExit('the pull request ran')")
    (made.workspace / "pip.py").write_text("raise SystemExit('the pull request ran')")
    made.outputs["python", "python-path"] = sys.executable
    ran = run(made)
    assert (ran.status, ran.output("exit-code")) == (1, "1"), ran.log
    assert ran.used["actions/setup-python@v6"] == {
        "python-version": "3.12",
        "update-environment": "False",
    }
    assert Path(ran.outputs["install", "groma"]).is_relative_to(ran.folder)


@pytest.mark.parametrize("step", SCRIPTS, ids=lambda step: step["name"])
def test_no_script_is_put_together_from_what_others_wrote(step):
    assert "${{" not in step["run"]
    assert step["shell"] == "bash"
    assert step["run"].startswith("set -euo pipefail\n")


@pytest.mark.parametrize("step", SCRIPTS, ids=lambda step: step["name"])
def test_each_script_uses_each_variable_that_it_is_given(step):
    assert [name for name in step["env"] if f"${name}" not in step["run"].replace("{", "")] == []


def test_nothing_comes_from_the_event():
    assert "github.event" not in (ROOT / "action.yml").read_text()


@pytest.mark.parametrize("name", ACTION["inputs"])
def test_each_input_is_used_described_and_in_the_manual(name):
    assert ACTION["inputs"][name]["description"]
    assert name in INPUT.findall(str(ACTION["runs"]))
    assert re.search(rf"^\| `{name}` \|", (ROOT / "docs/ci.md").read_text(), re.MULTILINE)


@pytest.mark.parametrize("name", ACTION["outputs"])
def test_each_output_is_in_the_manual(name):
    assert f"`{name}`" in (ROOT / "docs/ci.md").read_text()


def test_the_actions_of_others_are_pinned_by_their_major_version():
    for step in STEPS:
        assert re.search(r"@v\d+$", step.get("uses", "@v1"))
