import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

GROMA = Path(sys.executable).parent / "groma"
HEAVY = ("boto3", "botocore", "yaml", "jsonschema", "scanner.sources.config", "reports.table")


def groma(*arguments, cwd=None, **environment):
    return subprocess.run(
        [GROMA, *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "COLUMNS": "100", **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )


def item(id="main", type="AWS::CloudTrail::Trail", **configuration):
    return {
        "resourceType": type,
        "resourceId": id,
        "awsAccountId": "111122223333",
        "awsRegion": "eu-west-1",
        "configurationItemStatus": "OK",
        "configurationItemCaptureTime": "2026-11-20T06:00:00.000Z",
        "configuration": configuration,
    }


@pytest.fixture
def snapshot(tmp_path):
    def write(*items):
        path = tmp_path / "snapshot.json"
        path.write_text(json.dumps({"fileVersion": "1.0", "configurationItems": items}))
        return path

    return write


ONE_RULE = ("--rule", "cloudtrail-log-validation")


@pytest.mark.parametrize("arguments", [["--version"], ["--help"]])
def test_help_and_version_load_no_source_no_format_and_no_boto3(arguments):
    code = (
        "import sys, atexit\n"
        f"sys.argv = ['groma', *{arguments!r}]\n"
        f"atexit.register(lambda: print('LOADED', [m for m in {HEAVY!r} if m in sys.modules]))\n"
        "from scanner.cli import main\nmain()\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert "LOADED []" in ran.stdout


def test_a_scan_of_a_good_trail_passes_with_status_0(snapshot):
    ran = groma("scan", *ONE_RULE, snapshot(item(logFileValidationEnabled=True)))
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "Everything that was judged passed: 1 finding." in ran.stdout


def test_a_failure_is_status_1_unless_it_is_mild_enough(snapshot):
    path = snapshot(item(logFileValidationEnabled=False))
    assert groma("scan", *ONE_RULE, path).returncode == 1
    assert groma("scan", *ONE_RULE, "--fail-on", "critical", path).returncode == 0


def test_what_is_not_known_is_status_3(snapshot):
    path = snapshot(item(logFileValidationEnabled={"$unresolved": "AccessDenied"}))
    ran = groma("scan", *ONE_RULE, path)
    assert ran.returncode == 3
    assert "AccessDenied" in ran.stdout


def test_a_type_that_was_not_recorded_is_status_3_unless_the_recording_is_complete(snapshot):
    path = snapshot(item(type="AWS::EC2::VPC"))
    assert groma("scan", *ONE_RULE, path).returncode == 3
    ran = groma("scan", *ONE_RULE, "--complete", path)
    assert ran.returncode == 0
    assert "there is no AWS::CloudTrail::Trail" in ran.stdout


def test_a_broken_file_beside_a_good_one_is_status_3(snapshot):
    path = snapshot(item(logFileValidationEnabled=True))
    (path.parent / "broken.json").write_text('{"configurationItems": [{')
    ran = groma("scan", *ONE_RULE, path.parent)
    assert ran.returncode == 3
    assert "broken.json" in ran.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nowhere.json"], "nowhere.json: no such file"),
        (["aws-event"], "aws-event: no such file or directory; did you mean aws-events?"),
        ([], "nothing to scan"),
        (["x.json", "--at", "2026-01-01", "--until", "2026-01-02"], "--until is later than --at"),
        (["x.json", "--rule", "cloudtrail-kmz"], "did you mean cloudtrail-kms?"),
        (
            ["x.json", "--severity", "high", "--rule", "cloudtrail-log-validation"],
            "no rule is left",
        ),
        (["x.json", "--format", "xml"], "no such format"),
        (["x.json", "--param", "trustd=1"], "did you mean trusted?"),
        (["x.json", "--param", "trusted"], "write it as name=value"),
        (["x.json", "--now", "soon"], "not a time"),
        (["x.json", "--at", "later"], "not a time"),
        (["x.json", "--waivers", "w.yaml"], "w.yaml: No such file"),
        (["x.json", "--rules", "r.yaml"], "r.yaml: no such rule file"),
        (["empty.json"], "nothing to judge"),
    ],
)
def test_a_mistake_of_the_users_is_a_sentence_and_status_2(tmp_path, arguments, says):
    (tmp_path / "x.json").write_text(json.dumps({"configurationItems": [item()]}))
    (tmp_path / "empty.json").write_text('{"configurationItems": []}')
    ran = groma("scan", *arguments, cwd=tmp_path)
    assert ran.returncode == 2, ran.stdout
    assert says in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_rule_with_a_mistake_stops_the_scan(tmp_path, snapshot):
    (tmp_path / "my-rule.yaml").write_text("id: my-rule\n")
    ran = groma("scan", "--rules", tmp_path / "my-rule.yaml", snapshot(item()))
    assert ran.returncode == 2
    assert "my-rule.yaml:1:1: title" in ran.stderr


def test_several_reports_come_from_one_scan(tmp_path, snapshot):
    path = snapshot(item(logFileValidationEnabled=False))
    ran = groma(
        "scan", *ONE_RULE, path, "--format", "table", "--format", "json=out.json",
        "--format", "junit=out.xml", "--format", "sarif=out.sarif", cwd=tmp_path,
    )  # fmt: skip
    assert ran.returncode == 1
    assert "cloudtrail-log-validation" in ran.stdout
    assert json.loads((tmp_path / "out.json").read_text())["counts"]["fail"] == 1
    assert "<failure" in (tmp_path / "out.xml").read_text()
    assert json.loads((tmp_path / "out.sarif").read_text())["runs"][0]["results"]


def test_the_same_input_gives_the_same_bytes(snapshot):
    path = snapshot(item("b"), item("a", logFileValidationEnabled=True))
    runs = {
        groma("scan", path, "--format", "json", SOURCE_DATE_EPOCH="1790000000").stdout
        for _ in range(2)
    }
    assert len(runs) == 1
    assert json.loads(runs.pop())["started"] == "2026-09-21T14:13:20.000Z"


def test_a_waiver_turns_a_failure_into_status_0(tmp_path, snapshot):
    waivers = tmp_path / "waivers.yaml"
    waivers.write_text(
        "waivers: [{rule: cloudtrail-log-validation, resource: main, reason: agreed,"
        " owner: platform, expires: 2026-12-31}]"
    )
    path = snapshot(item(logFileValidationEnabled=False))
    given = ("scan", *ONE_RULE, path, "--waivers", waivers)
    assert groma(*given, "--now", "2026-12-31").returncode == 0
    assert groma(*given, "--now", "2027-01-01").returncode == 1


def test_settings_stand_in_for_options_and_the_command_line_wins(tmp_path, snapshot):
    path = snapshot(item(logFileValidationEnabled=False))
    (tmp_path / "groma.yaml").write_text(
        f"{{rule: [cloudtrail-log-validation], sources: [{path.name}], fail-on: critical}}"
    )
    assert groma("scan", cwd=tmp_path).returncode == 0
    assert groma("scan", "--fail-on", "medium", cwd=tmp_path).returncode == 1


def test_the_state_at_a_time_is_what_history_had_then(snapshot):
    def version(day, valid):
        given = item(logFileValidationEnabled=valid)
        return given | {"configurationItemCaptureTime": f"2026-11-{day}T06:00:00.000Z"}

    path = snapshot(version(20, False), version(10, True))
    assert groma("scan", *ONE_RULE, path).returncode == 1
    assert groma("scan", *ONE_RULE, "--at", "2026-11-15", path).returncode == 0


def test_rules_are_listed_and_explained():
    listed = json.loads(groma("rules", "--format", "json").stdout)
    assert {"id", "title", "severity", "resource", "controls"} == set(listed[0])
    assert "cloudtrail-kms" in groma("rules").stdout
    explained = groma("rules", "cloudtrail-kms").stdout
    assert "configuration.kmsKeyId" in explained
    assert "Controls:" in explained


def test_functions_and_schema_are_printed():
    assert "open_to_world(" in groma("functions").stdout
    assert json.loads(groma("schema").stdout)["title"] == "Groma rule"


def test_a_rules_own_tests_run_with_status_0_or_1(tmp_path):
    assert groma("test").returncode == 0
    rule = tmp_path / "my-rule.yaml"
    rule.write_text(
        "{id: my-rule, title: t, severity: low, why: w, fix: f, resource: 'AWS::KMS::Key',"
        " check: [{value: configuration.enabled, equals: true}],"
        " tests: [{name: off, given: {configuration: {enabled: false}}, expect: pass}]}"
    )
    ran = groma("test", rule)
    assert ran.returncode == 1
    assert "test 'off': fail, expected pass" in ran.stdout


def test_a_reader_that_leaves_early_is_no_traceback_and_no_failure(snapshot):
    items = [item(f"trail-{n}", logFileValidationEnabled=True) for n in range(2000)]
    scan = f"{GROMA} scan {' '.join(ONE_RULE)} {snapshot(*items)} --format json"
    command = f"{scan} | head -c 1; exit ${{PIPESTATUS[0]}}"
    ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60)
    assert (ran.returncode, ran.stderr) == (141, "")


def test_names_cannot_break_out_of_the_terminal(snapshot):
    path = snapshot(item("\x1b[2Jevil\nname", logFileValidationEnabled=False))
    ran = groma("scan", *ONE_RULE, path)
    assert "\x1b" not in ran.stdout
    assert "evil" in ran.stdout


def test_the_shell_completes_the_names_of_rules():
    ran = groma(_GROMA_COMPLETE="bash_complete", COMP_WORDS="groma rules rds-n", COMP_CWORD="2")
    assert ran.stdout == "plain,rds-not-public\n"


def test_a_bug_of_ours_is_no_failed_rule():
    code = (
        "import sys\nfrom scanner import cli\n"
        "def broken(): raise ZeroDivisionError('ours')\n"
        "cli.cli.commands['functions'].callback = broken\n"
        "sys.argv = ['groma', 'functions']\ncli.main()\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert ran.returncode == 70
    assert "ZeroDivisionError: ours" in ran.stderr
