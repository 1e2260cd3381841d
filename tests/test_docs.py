import os
import re
import subprocess
from pathlib import Path

import pytest

from scanner import builtin, load, selftest

ROOT = Path(__file__).resolve().parents[1]
BLOCK = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/*.md")])


def blocks(page, language):
    text = (ROOT / page).read_text()
    return [(note.strip(), body) for kind, note, body in BLOCK.findall(text) if kind == language]


def rules_of(page):
    return [body for note, body in blocks(page, "yaml") if re.search("^id:", body, re.MULTILINE)]


@pytest.mark.parametrize(
    "body", rules_of("docs/rules.md"), ids=lambda body: body.split("id: ")[1].split()[0]
)
def test_each_rule_in_the_docs_loads_and_proves_itself(body, tmp_path):
    name = re.search("^id: (.+)$", body, re.MULTILINE)[1]
    (tmp_path / f"{name}.yaml").write_text(body)
    (rule,) = load.rules([str(tmp_path)])
    assert list(selftest.faults(rule)) == []


def test_the_waivers_in_the_docs_load(tmp_path):
    ((_, body),) = [each for each in blocks("docs/rules.md", "yaml") if each[0] == "waivers"]
    (tmp_path / "waivers.yaml").write_text(body)
    known = frozenset(rule.id for rule in builtin.rules())
    assert len(load.waivers(str(tmp_path / "waivers.yaml"), known)) == 1


def sessions():
    for page in (
        "README.md",
        "examples/traceability-lab/README.md",
        "examples/pull-request/README.md",
    ):
        for number, (note, body) in enumerate(blocks(page, "console"), 1):
            yield pytest.param(page, note, body, id=f"{page}-{number}")


@pytest.mark.parametrize(("page", "note", "body"), list(sessions()))
def test_each_console_session_in_the_docs_prints_what_the_page_shows(page, note, body, tmp_path):
    """Each `$ command` runs in the page's folder; a line `…` stands for any lines."""
    environment = {**os.environ, "PATH": f"{_bin()}:{os.environ['PATH']}", "COLUMNS": "100"}
    for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", body, re.MULTILINE):
        ran = subprocess.run(
            ["bash", "-c", command.replace("/tmp/", f"{tmp_path}/")],
            cwd=(ROOT / page).parent,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
        )
        printed = (ran.stdout + ran.stderr).replace(f"{tmp_path}/", "/tmp/")
        assert re.fullmatch(_pattern(shown), printed), f"$ {command}\n{printed}"


def _bin():
    import sys

    return Path(sys.executable).parent


def _pattern(shown):
    lines = [
        r"(?:.*\n)*?" if line == "…" else re.escape(line) + "\n" for line in shown.splitlines()
    ]
    return "".join(lines)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page):
    for target in re.findall(r"\]\((?!https?://|#|mailto:)([^)#]+)", page.read_text()):
        assert (page.parent / target).exists(), target
