"""What GitHub's runner does with a composite action: expands, runs each step, reads what it wrote.

The steps' scripts run for real. Other people's actions (`uses`) do not: that they were reached is
noted, with what they were given.
"""

import os
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text())
INPUT = re.compile(r"inputs\.([\w-]+)")
OUTPUT = re.compile(r"steps\.([\w-]+)\.outputs\.([\w-]+)")


@dataclass
class Job:
    """A job that uses the action: where it runs, what it gives, and what came of it."""

    workspace: Path
    folder: Path
    given: dict[str, str]
    environment: dict[str, str]
    outputs: dict[tuple[str, str], str] = field(default_factory=dict)
    used: dict[str, dict[str, str]] = field(default_factory=dict)
    log: str = ""
    status: int = 0

    @property
    def summary(self) -> str:
        """The job's summary page."""
        path = self.folder / "summary"
        return path.read_text() if path.exists() else ""

    def output(self, name: str) -> str:
        """An output of the action."""
        return expanded(self, ACTION["outputs"][name]["value"])


def value(job: Job, name: str) -> str:
    """What an expression of one name stands for."""
    if found := INPUT.fullmatch(name):
        return job.given.get(found[1], ACTION["inputs"][found[1]]["default"])
    found = OUTPUT.fullmatch(name)
    assert found, f"this runner does not know {name}"
    return job.outputs.get((found[1], found[2]), "")


def expanded(job: Job, text: Any) -> str:
    return re.sub(r"\$\{\{ (.+?) \}\}", lambda found: value(job, found[1]), str(text))


def holds(job: Job, condition: str) -> bool:
    """Whether all of the comparisons with texts hold that `&&` joins."""
    for each in condition.split(" && "):
        found = re.fullmatch(r"(\S+) (==|!=) '(.*)'", each)
        assert found, f"this runner does not know {each}"
        if (value(job, found[1]) == found[3]) != (found[2] == "=="):
            return False
    return True


def run(job: Job, *, without: tuple[str, ...] = ()) -> Job:
    """Run the action's steps in order until one fails, but for those of these ids."""
    for step in ACTION["runs"]["steps"]:
        if step.get("id") in without or ("if" in step and not holds(job, step["if"])):
            continue
        if "uses" in step:
            job.used[step["uses"]] = {k: expanded(job, v) for k, v in step["with"].items()}
        elif status := _run_script(job, step):
            job.status = status
            break
    return job


def _run_script(job: Job, step: dict[str, Any]) -> int:
    script, written = job.folder / "step.sh", job.folder / "written"
    script.write_text(step["run"])
    written.write_text("")
    ran = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
        cwd=job.workspace,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(job.folder),
            "GITHUB_WORKSPACE": str(job.workspace),
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_OUTPUT": str(written),
            "GITHUB_STEP_SUMMARY": str(job.folder / "summary"),
            "RUNNER_TEMP": str(job.folder),
            **job.environment,
            **{name: expanded(job, each) for name, each in step["env"].items()},
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
    )
    job.log += ran.stdout
    for line in written.read_text().splitlines():
        name, _, each = line.partition("=")
        job.outputs[step["id"], name] = each
    return ran.returncode


def obeyed(log: str) -> list[str]:
    """The lines of a log that the runner takes for workflow commands.

    `::name ...::` counts at a line's beginning, the older `##[name ...]` anywhere; none does between
    `::stop-commands::TOKEN` and `::TOKEN::`.
    """
    found, token = [], None
    for line in log.splitlines():
        if token:
            token = None if line.strip() == f"::{token}::" else token
        elif stop := re.fullmatch("::stop-commands::(.+)", line.strip()):
            token = stop[1]
        elif line.lstrip().startswith("::") or "##[" in line:
            found.append(line)
    return found
