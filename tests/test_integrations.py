import json
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
import yaml

from tests.offline import MANUAL, OFFLINE, ran, recorded, yaml_blocks

ROOT = Path(__file__).resolve().parents[1]
GITLAB = yaml.safe_load((ROOT / "ci-templates/gitlab/groma.gitlab-ci.yml").read_text())["groma"]
JENKINSFILE = (ROOT / "ci-templates/jenkins/Jenkinsfile").read_text()
INSTALL, SCAN = re.findall(r"'''(.*?)'''", JENKINSFILE, re.DOTALL)


# --- GitLab


def gitlab_job(folder, *parts, shell="bash", **variables):
    """Run these parts of the job as a runner does: one script, which ends at the first failure."""
    script = "\n".join(["set -e", *(line for part in parts for line in GITLAB[part])])
    given = {**GITLAB["variables"], "PIP_CACHE_DIR": str(folder / ".cache/pip"), **variables}
    return ran([shell, "-c", script], folder, **given)


@pytest.mark.parametrize("shell", ["bash", "sh"])
def test_gitlab_gets_both_reports_and_the_status(tmp_path, shell):
    recorded(tmp_path)
    status, _ = gitlab_job(tmp_path, "script", shell=shell, GROMA_PATHS="before")
    assert status == 1
    quality = json.loads((tmp_path / GITLAB["artifacts"]["reports"]["codequality"]).read_text())
    assert {"description", "check_name", "fingerprint", "severity", "location"} <= set(quality[0])
    junit = ElementTree.parse(tmp_path / GITLAB["artifacts"]["reports"]["junit"])
    assert junit.findall(".//failure")


@pytest.mark.parametrize("name", ["a  b", "*", "$(touch owned)", "--help", "a;b"])
def test_gitlab_scans_a_path_whatever_it_is_called(tmp_path, name):
    recorded(tmp_path)
    (tmp_path / "before").rename(tmp_path / name)
    assert gitlab_job(tmp_path, "script", GROMA_PATHS=name)[0] == 1
    assert not (tmp_path / "owned").exists()


def test_gitlabs_variables_reach_groma(tmp_path):
    recorded(tmp_path)
    (tmp_path / "my rules").mkdir()
    rule = ROOT / "rules/cloudtrail/cloudtrail-kms.yaml"
    (tmp_path / "my rules/cloudtrail-kms.yaml").write_text(rule.read_text())
    (tmp_path / "settings.yaml").write_text("sources: [before]\n")
    (tmp_path / "waivers.yaml").write_text("waivers: []\n")
    status, log = gitlab_job(
        tmp_path,
        "script",
        GROMA_PATHS="",
        GROMA_RULES="my rules",
        GROMA_FAIL_ON="high",
        GROMA_WAIVERS="waivers.yaml",
        GROMA_CONFIG="settings.yaml",
        GROMA_ARGUMENTS="--rule=cloudtrail-*\n--complete",
    )
    assert (status, "cloudtrail-kms" in log) == (0, True), log


def test_gitlab_is_told_that_the_package_is_missing(tmp_path):
    status, log = gitlab_job(tmp_path, "before_script")
    assert (status, "GROMA_PACKAGE" in log) == (2, True)


def test_gitlab_installs_groma_and_scans(tmp_path):
    recorded(tmp_path)
    (tmp_path / "venv.py").write_text("raise SystemExit('the merge request ran')")
    given = {**OFFLINE, "GROMA_PACKAGE": str(ROOT), "GROMA_PATHS": "before"}
    status, log = gitlab_job(tmp_path, "before_script", "script", **given)
    assert (status, "CRITICAL" in log) == (1, True), log


@pytest.mark.parametrize("name", [name for name in GITLAB["variables"] if name[:5] == "GROMA"])
def test_each_variable_for_gitlab_is_used_and_in_the_manual(name):
    assert f"${name}" in str(GITLAB["before_script"] + GITLAB["script"])
    assert re.search(rf"^\| `{name}` \|", MANUAL, re.MULTILINE)


def test_gitlab_keeps_the_reports_of_a_failed_scan():
    assert GITLAB["artifacts"]["when"] == "always"


# --- Jenkins


def jenkins(folder, script, **environment):
    """Run a step `sh` as Jenkins does."""
    (folder / "workspace@tmp").mkdir(exist_ok=True)
    given = {"WORKSPACE_TMP": str(folder / "workspace@tmp"), **environment}
    (folder / "workspace").mkdir(exist_ok=True)
    return ran(["sh", "-xe", "-c", script], folder / "workspace", **given)


def test_jenkins_installs_groma_scans_and_finds_the_reports_that_it_publishes(tmp_path):
    given = {**OFFLINE, "GROMA_PACKAGE": str(ROOT)}
    status, log = jenkins(tmp_path, INSTALL, **given)
    assert status == 0, log
    recorded(tmp_path / "workspace")
    status, log = jenkins(tmp_path, SCAN, **given)
    assert (status, " failed, " in log) == (1, True), log
    for name in re.findall(r"(?:testResults|pattern): '([^']+)'", JENKINSFILE):
        assert (tmp_path / "workspace" / name).stat().st_size


def test_nothing_is_put_into_the_scripts_of_jenkins():
    for script in (INSTALL, SCAN):
        assert "\\" not in script  # which Groovy would read before the shell does
    assert '"""' not in JENKINSFILE
    assert not re.search(r"sh\s*\(?\s*\"", JENKINSFILE)


# --- the manual and the formats of the services


def conforms(schema, path):
    """Check a file against a schema that check-jsonschema carries."""
    done = ran([sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, path], ROOT)
    assert done[0] == 0, done[1]


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("vendor.github-actions", "action.yml"),
        ("vendor.gitlab-ci", "ci-templates/gitlab/groma.gitlab-ci.yml"),
    ],
)
def test_the_file_is_what_the_service_reads(schema, path):
    conforms(schema, path)


@pytest.mark.parametrize(("name", "body"), yaml_blocks())
def test_what_the_manual_shows_is_what_the_service_reads(tmp_path, name, body):
    path = tmp_path / Path(name).name
    path.write_text(body)
    if name == ".pre-commit-config.yaml":
        status, log = ran(["pre-commit", "validate-config", str(path)], tmp_path)
        assert status == 0, log
    elif name == ".gitlab-ci.yml":
        conforms("vendor.gitlab-ci", str(path))
    else:
        conforms("vendor.github-workflows", str(path))


@pytest.mark.parametrize(
    "body", [body for name, body in yaml_blocks() if name.startswith(".github/")]
)
def test_the_manuals_workflows_give_the_action_inputs_that_it_has(body):
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    (job,) = yaml.safe_load(body)["jobs"].values()
    (step,) = [each for each in job["steps"] if "/groma@" in each["uses"]]
    assert set(step["with"]) <= set(action["inputs"])
