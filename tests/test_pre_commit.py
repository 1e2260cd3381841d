import re
from pathlib import Path

import pytest
import yaml

from tests.offline import OFFLINE, copy_of_the_project, ran, recorded, yaml_blocks

ROOT = Path(__file__).resolve().parents[1]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
COMMITTER = [
    *("-c", "user.name=Tester", "-c", "user.email=tester@example.com"),
    *("-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main"),
]


@pytest.fixture
def repository(tmp_path):
    """A git repository with the bundled example, staged."""
    folder = tmp_path / "repository"
    folder.mkdir()
    recorded(folder)
    git(folder, "init", "--quiet")
    git(folder, "add", "before", "after")
    return folder


def git(folder, *arguments):
    status, log = ran(["git", *COMMITTER, *arguments], folder)
    assert status == 0, log


def pre_commit(folder, *arguments, **environment):
    store = {"PRE_COMMIT_HOME": str(folder.parent / "store")}
    return ran(["pre-commit", *arguments], folder, **store, **environment)


def hook_run(repository, id, *options, **overridden):
    """Run a hook of ours with the Groma of the test run, where pre-commit would install one."""
    hook = {**HOOKS[id], "language": "system", **overridden}
    config = {"repos": [{"repo": "local", "hooks": [hook]}]}
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    git(repository, "add", ".pre-commit-config.yaml")
    return pre_commit(repository, "run", id, *options)


def test_a_commit_with_a_failure_is_stopped(repository):
    status, log = hook_run(repository, "groma", args=["before"])
    assert (status, "CRITICAL" in log) == (1, True), log


def test_a_commit_without_a_failure_goes_through(repository):
    status, log = hook_run(repository, "groma", args=["after", "--rule=rds-not-public"])
    assert (status, "Passed" in log) == (0, True), log


def test_the_hook_scans_the_whole_repository_unless_told_otherwise(repository):
    status, log = hook_run(repository, "groma")
    assert (status, "Read . " in log) == (1, True), log


def test_a_commit_that_touches_nothing_to_scan_starts_no_scan(repository):
    (repository / "notes.txt").write_text("nothing to see")
    status, log = hook_run(repository, "groma", "--files", "notes.txt")
    assert (status, "no files to check" in log) == (0, True), log


@pytest.mark.parametrize(
    "name", ["a.yaml", "a.yml", "b/a.json", "a.template", "main.tf", "prod.tfvars", "main.tf.json"]
)
def test_the_hook_looks_at_templates_plans_and_terraform(name):
    assert re.search(HOOKS["groma"]["files"], name)


def lenient_hook():
    """The manual's hook that lets an incomplete scan pass."""
    (found,) = (
        body
        for name, body in yaml_blocks()
        if name == ".pre-commit-config.yaml" and "-eq 3" in body
    )
    return yaml.safe_load(found)["repos"][0]["hooks"][0]


@pytest.mark.parametrize(
    ("paths", "status"), [(["after", "broken.json"], 0), (["before"], 1), (["missing"], 1)]
)
def test_the_manuals_lenient_hook_forgives_what_is_incomplete_and_nothing_else(
    repository, paths, status
):
    hook = {**lenient_hook(), "args": [*paths, "--rule=rds-not-public"]}
    assert hook_run(repository, **hook)[0] == status


def test_only_the_rules_that_changed_are_tested(repository):
    (repository / "rules").mkdir()
    text = (ROOT / "rules/rds/rds-not-public.yaml").read_text()
    (repository / "rules/rds-not-public.yaml").write_text(text)
    (repository / "rules/not-staged.yaml").write_text("no rule")
    git(repository, "add", "rules/rds-not-public.yaml")
    status, log = hook_run(repository, "groma-rules", "--verbose")
    assert (status, "1 rules" in log) == (0, True), log
    (repository / "rules/rds-not-public.yaml").write_text(
        text.replace("expect: fail", "expect: pass")
    )
    git(repository, "add", "rules/rds-not-public.yaml")
    assert hook_run(repository, "groma-rules")[0] == 1


def test_pre_commit_installs_the_hooks_from_this_repository(repository, tmp_path):
    project = tmp_path / "project"
    project.mkdir()
    copy_of_the_project(project)
    git(project, "init", "--quiet")
    git(project, "add", ".")
    git(project, "commit", "--quiet", "--message", "A snapshot")
    status, log = pre_commit(
        repository, "try-repo", str(project), "groma", "--all-files", **OFFLINE
    )
    assert (status, " failed, " in log) == (1, True), log
