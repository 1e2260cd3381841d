"""The command line before a merge: baselines, changed lines, waivers in comments, parameters."""

import json
import subprocess

import pytest

from tests.test_cli import groma

JUDGED = ("cloudtrail-kms", "cloudtrail-kms-key-usable", "cloudtrail-log-validation")
RULES = [part for rule in (*JUDGED, "cloudtrail-multi-region") for part in ("--rule", rule)]
TEMPLATE = """\
Parameters:
  Everywhere: {Type: String}
Resources:
  Old:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      S3BucketName: logs
      KMSKeyId: !GetAtt Key.Arn
      EnableLogFileValidation: true
      IsMultiRegionTrail: false

  New:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      S3BucketName: logs
      KMSKeyId: !GetAtt Key.Arn
      EnableLogFileValidation: true
      IsMultiRegionTrail: !Ref Everywhere

  Key:
    Type: AWS::KMS::Key
"""
FAILING = TEMPLATE.replace("!Ref Everywhere", "false")


@pytest.fixture
def repository(tmp_path):
    """A repository with one commit, in which the trail `Old` fails and nobody knows of `New`."""
    (tmp_path / "infra").mkdir()
    (tmp_path / "infra/trail.yaml").write_text(TEMPLATE)
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "first")
    return tmp_path


def git(folder, *arguments):
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


def scan(folder, *arguments):
    """The exit status, and the outcome of each rule on each resource."""
    report = folder / "report.json"
    ran = groma("scan", *RULES, "--format", f"json={report}", *arguments, cwd=folder)
    assert ran.returncode in (0, 1, 3), ran.stderr
    found = json.loads(report.read_text())
    problems = [each["what"] for each in found["problems"]]
    return ran.returncode, {key(each): outcome(each) for each in found["findings"]}, problems


def key(finding):
    return finding["rule"], finding["resource"]["id"]


def outcome(finding):
    return "waived" if finding["waiver"] else finding["verdict"]


MULTI = "cloudtrail-multi-region"


def test_what_was_there_before_is_known_and_what_is_new_fails(repository):
    written = groma("baseline", "infra", *RULES, "-o", "known.json", cwd=repository)
    assert written.returncode == 3  # of one trail it is not known
    status, found, _ = scan(repository, "infra", "--baseline", "known.json")
    assert (status, found[MULTI, "Old"], found[MULTI, "New"]) == (3, "waived", "unknown")
    (repository / "infra/trail.yaml").write_text(FAILING)
    status, found, _ = scan(repository, "infra", "--baseline", "known.json")
    assert (status, found[MULTI, "Old"], found[MULTI, "New"]) == (1, "waived", "fail")


def test_a_baseline_holds_from_every_folder(repository):
    groma("baseline", "infra", *RULES, "-o", "known.json", cwd=repository)
    _, found, _ = scan(repository / "infra", ".", "--baseline", "../known.json")
    assert found[MULTI, "Old"] == "waived"


def test_what_no_longer_fails_is_told_from_a_baseline(repository):
    groma("baseline", "infra", *RULES, "-o", "known.json", cwd=repository)
    (repository / "infra/trail.yaml").write_text(TEMPLATE.replace(": false", ": true"))
    _, _, (said,) = scan(repository, "infra", "--baseline", "known.json")
    assert said.startswith(f"{MULTI} no longer fails for Old in infra/trail.yaml")


def test_only_what_changed_is_shown(repository):
    status, found, _ = scan(repository, "infra", "--changed-since", "HEAD")
    assert (status, found) == (0, {})
    (repository / "infra/trail.yaml").write_text(FAILING)
    status, found, (said,) = scan(repository, "infra", "--changed-since", "HEAD")
    assert status == 1
    assert {id for _, id in found} == {"New"}
    assert said == "4 findings are left out: they are not about what changed"


@pytest.mark.parametrize("reference", ["no-such-branch", "--upload-pack=touch pwned"])
def test_a_revision_that_is_none_is_a_mistake(repository, reference):
    ran = groma("scan", "infra", f"--changed-since={reference}", cwd=repository)
    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr
    assert not (repository / "pwned").exists()


def test_live_state_has_no_changed_lines(repository):
    ran = groma("scan", "aws", "--changed-since", "HEAD", cwd=repository)
    assert (ran.returncode, ran.stderr) == (
        2,
        "--changed-since: aws is not in git; name files and folders\n",
    )


WAIVED = f"  # groma: waive {MULTI} until 2099-12-31 because it is going away\n  Old:"


def test_a_comment_at_a_resource_waives_what_it_says(repository):
    (repository / "infra/trail.yaml").write_text(TEMPLATE.replace("  Old:", WAIVED))
    status, found, _ = scan(repository, "infra")
    assert (status, found[MULTI, "Old"]) == (3, "waived")
    status, found, _ = scan(repository, "infra", "--no-inline-waivers")
    assert (status, found[MULTI, "Old"]) == (1, "fail")


def test_a_comment_that_is_misspelt_makes_the_scan_incomplete(repository):
    wrong = WAIVED.replace("multi", "mulit").replace("2099", "2098")
    (repository / "infra/trail.yaml").write_text(FAILING.replace("  Old:", wrong))
    _, _, problems = scan(repository, "infra")
    assert len(problems) == 1
    assert MULTI in problems[0]


def test_a_parameter_file_decides_what_no_default_did(repository):
    (repository / "set.json").write_text('{"Parameters": {"Everywhere": "true"}}')
    _, found, _ = scan(repository, "infra", "--parameters", "set.json")
    assert found[MULTI, "New"] == "pass"
    (repository / "set.json").write_text('{"Parameters": {"Evrywhere": "true"}}')
    ran = groma("scan", "infra", "--parameters", "set.json", cwd=repository)
    assert ran.returncode == 2
    assert "did you mean Everywhere?" in ran.stderr


def test_a_variable_file_decides_in_terraform(tmp_path):
    (tmp_path / "main.tf").write_text(
        'variable "everywhere" {}\n'
        'resource "aws_cloudtrail" "main" {\n'
        '  name = "main"\n  s3_bucket_name = "logs"\n'
        "  is_multi_region_trail = var.everywhere\n}\n"
    )
    _, found, _ = scan(tmp_path, ".")
    assert found[MULTI, "aws_cloudtrail.main"] == "unknown"
    (tmp_path / "set.tfvars").write_text("everywhere = false\n")
    _, found, _ = scan(tmp_path, ".", "--var-file", "set.tfvars")
    assert found[MULTI, "aws_cloudtrail.main"] == "fail"


def test_a_scan_in_a_folder_of_the_repository_shows_no_path_twice(repository):
    ran = groma("scan", ".", *RULES, "--format", "markdown", cwd=repository / "infra")
    assert "`infra/trail.yaml:11:27`" in ran.stdout
    assert "infra/infra" not in ran.stdout
    ran = groma("scan", "infra/trail.yaml", *RULES, cwd=repository)
    assert "· infra/trail.yaml:11:27\n" in ran.stdout
