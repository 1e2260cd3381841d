"""What the tests of pipelines run on: commands, the bundled example, pip without a network."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
MANUAL = (ROOT / "docs/ci.md").read_text()

OFFLINE = {
    "PYTHONPATH": sysconfig.get_path("purelib"),  # the dependencies, hatchling too
    "PIP_NO_DEPS": "1",
    "PIP_NO_INDEX": "1",
    "PIP_NO_BUILD_ISOLATION": "0",  # pip reads this as: no isolation
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
}
"""The environment in which pip builds and installs Groma from a folder, and takes what it needs from the test run's."""


def recorded(folder: Path) -> None:
    """Put the bundled example into a folder: `before` fails, `after` does not; `broken.json` is cut off."""
    for name in ("before", "after"):
        shutil.copytree(ROOT / "examples/traceability-lab" / name, folder / name)
    (folder / "broken.json").write_text('{"configurationItems": [{')


def copy_of_the_project(folder: Path) -> None:
    """What an install of Groma from its repository needs."""
    for name in ("scanner", "reports", "rules"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, folder / name)


def ran(command: list[str], folder: Path, **environment: str) -> tuple[int, str]:
    """What a command did: its status and all it printed."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    done = subprocess.run(
        command,
        cwd=folder,
        env={"PATH": f"{BIN}:{kept.pop('PATH')}", "HOME": str(folder), **kept, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
    )
    return done.returncode, done.stdout


def yaml_blocks() -> list[tuple[str, str]]:
    """The manual's YAML files: each one's name and text."""
    return re.findall(r"^```yaml (\S+)\n(.*?)^```", MANUAL, re.MULTILINE | re.DOTALL)
