"""How long a scan before merging takes, and what it holds in memory, beside its peers.

    python benchmarks/premerge.py [--runs 5] [--cache FOLDER] [--without-peers]

Needs `groma` beside this Python. checkov and cfn-guard's Python bindings are installed in
environments of their own, which `--cache` keeps for the next time; what cannot be installed is left
out and said. Wall times are the smallest of several runs of whole processes, taken in turns with
`python -c pass`, the unit. Status 1 where Groma misses a bar.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import peers
from plans import write_plan
from scan import SCAN, Run, in_turns
from tabulate import tabulate
from templates import write_folder, write_template

UNIT = "python -c pass"
FINISHED = {UNIT: (0,), "groma": (0, 1, 3), "checkov": (1,), "cfn-guard": (3,)}
HEADS = ["seconds", "to unit", "to groma", "MB", "status", "bar", "met"]


@dataclass(frozen=True, slots=True)
class Case:
    """What is scanned, and how many times the unit Groma may take."""

    title: str
    kind: str
    path: Path
    bar: int | None = None

    @property
    def report(self) -> Path:
        """Where Groma's report goes."""
        return self.path.with_suffix(".report")


def cases(folder: Path) -> list[Case]:
    """What there is to scan, written below a folder."""
    one, plan = folder / "template.yaml", folder / "plan.json"
    small, many = folder / "small", folder / "templates"
    write_template(one, 100)
    write_folder(small, templates=500, each=3)
    write_folder(many, templates=500, each=10)
    write_plan(plan, 100)
    return [
        Case("a template of 100 resources", "template", one, 20),
        Case("500 templates of 3", "template", small, 60),
        Case("500 templates of 10", "template", many, 60),
        Case("a plan of 100 resources", "plan", plan),
    ]


def environments(folder: Path) -> dict[str, Path]:
    """The programs of each peer that can be had; says which cannot."""
    found = {}
    for each in (peers.CHECKOV, peers.GUARD):
        programs = peers.installed(each, folder)
        if programs is None:
            print(f"{each} cannot be installed here and is left out\n")
        else:
            found[each] = programs
    return found


def commands(case: Case, found: dict[str, Path], rules: Path) -> Iterator[tuple[str, list[str]]]:
    """What to run for a case, by name: the unit, Groma, then the peers."""
    yield UNIT, [sys.executable, "-c", "pass"]
    yield "groma", [*SCAN, "--format", f"table={case.report}", str(case.path)]
    if programs := found.get(peers.CHECKOV):
        for title, subjects in (("same subjects", True), ("all checks", False)):
            command = peers.checkov(programs, case.kind, case.path, subjects=subjects)
            yield f"checkov, {title}", command
    if case.kind == "template" and (programs := found.get(peers.GUARD)):
        yield "cfn-guard, bindings", peers.guard(programs, rules, case.path)


def measured(case: Case, named: dict[str, list[str]], runs: int) -> tuple[list[list[str]], bool]:
    """The rows of a case, and whether Groma keeps its bar."""
    _round(case, named)  # compiles modules, which installing does once
    rounds = [_round(case, named) for _ in range(runs)]
    took = {name: fastest([each[name] for each in rounds]) for name in named}
    groma = took["groma"]
    kept = case.bar is None or groma.seconds <= case.bar * took[UNIT].seconds
    said = [f"{case.bar}", "yes" if kept else "NO"] if case.bar else []
    rows = [
        [name, *_figures(each, took[UNIT], groma), *(said if name == "groma" else [])]
        for name, each in took.items()
    ]
    return rows, kept


def _round(case: Case, named: dict[str, list[str]]) -> dict[str, Run]:
    """One run of each. A scan that ends in a traceback is quick, and has the status of a failure.

    So Groma must have written its report; of the peers each has a status of its own for that.
    """
    case.report.unlink(missing_ok=True)
    took = dict(zip(named, in_turns(list(named.values()), 1), strict=True))
    for name, each in took.items():
        if each.status not in FINISHED[name.partition(",")[0]]:
            sys.exit(f"{case.title}: {name}: exit status {each.status}")
    if not case.report.exists() or not case.report.stat().st_size:
        sys.exit(f"{case.title}: groma wrote no report")
    return took


def fastest(runs: list[Run]) -> Run:
    """The fastest run, with the largest memory of all."""
    most = max(each.megabytes for each in runs)
    return replace(min(runs, key=lambda each: each.seconds), megabytes=most)


def _figures(each: Run, unit: Run, groma: Run) -> list[str]:
    ratios = [f"{each.seconds / other.seconds:.1f}" for other in (unit, groma)]
    return [f"{each.seconds:.3f}", *ratios, f"{each.megabytes:.0f}", str(each.status)]


def compare(folder: Path, found: dict[str, Path], runs: int) -> bool:
    """Measure every case and print a table of each; whether Groma keeps all bars."""
    rules = folder / "rules.guard"
    rules.write_text(peers.RULES, encoding="utf-8")
    whole = True
    for case in cases(folder):
        rows, kept = measured(case, dict(commands(case, found, rules)), runs)
        print(tabulate(rows, [case.title, *HEADS], disable_numparse=True), end="\n\n", flush=True)
        whole = whole and kept
    return whole


def main() -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--cache", type=Path, help="where environments of peers stay")
    parser.add_argument("--without-peers", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="groma-benchmark-") as name:
        folder = Path(name)
        kept = (asked.cache or folder / "peers").resolve()
        found = {} if asked.without_peers else environments(kept)
        os.chdir(folder)  # no groma.yaml of this repository's may be read
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package is compiled once
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
        sys.exit(not compare(folder, found, asked.runs))


if __name__ == "__main__":
    main()
