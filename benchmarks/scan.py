"""How long a scan takes and what it holds in memory, against parsing the same bytes.

    python benchmarks/scan.py [--items 100000] [--big] [--runs 3]

"ratio" is the whole scan, from the start of its process to its end, to the call `orjson.loads`
alone; "to process" is the scan to a process that reads, parses and ends.

Needs `groma` beside this Python, and orjson in it: `pip install orjson`. `--big` measures a million
items too, which takes three gigabytes of disk and some minutes. Wall times are the smallest of
several runs of whole processes, taken in turns so that a busy machine slows all of them.
"""

import argparse
import importlib.util
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from snapshot import write
from tabulate import tabulate

HERE = Path(__file__).resolve().parent
GROMA = [str(Path(sys.executable).with_name("groma"))]
SCAN = [*GROMA, "scan", "--profile", "everything"]
PARSE = """
import gzip, sys, time, orjson
path = sys.argv[1]
data = (gzip.open if path.endswith("gz") else open)(path, "rb").read()
began = time.perf_counter()
parsed = orjson.loads(data)
print(time.perf_counter() - began)
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took: seconds of wall time, megabytes at its largest, its exit status.

    `inside` are the seconds that it printed, if it did: those of the one call that counts.
    """

    seconds: float
    megabytes: float
    status: int
    inside: float


def run(command: Sequence[str]) -> Run:
    """One run of a command."""
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        printed = child.stdout.read() if child.stdout else b""
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    kilobytes = used.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    seconds = time.perf_counter() - began
    inside = float(printed) if printed.strip().replace(b".", b"").isdigit() else seconds
    return Run(seconds, kilobytes / 1024, child.returncode, inside)


def in_turns(commands: Sequence[Sequence[str]], runs: int) -> list[Run]:
    """For each command its fastest run, with the largest memory of all its runs."""
    rounds = [[run(command) for command in commands] for _ in range(runs)]
    best = []
    for column in zip(*rounds, strict=True):
        most = max(each.megabytes for each in column)
        fastest = min(column, key=lambda each: each.seconds)
        inside = min(each.inside for each in column)
        best.append(Run(fastest.seconds, most, fastest.status, inside))
    return best


def scan_of(path: Path) -> list[str]:
    """The command that scans a snapshot with every built-in rule and shows nothing."""
    return [*SCAN, "--complete", "--format", "table=/dev/null", str(path)]


def sizes(counts: Sequence[int], runs: int, folder: Path) -> list[list[str]]:
    """One row for each size, plain and gzipped."""
    rows = []
    before: dict[str, tuple[int, float]] = {}
    for count in counts:
        for ending in ("json", "json.gz"):
            path = folder / f"snapshot.{ending}"
            write(path, count)
            rows.append(_row(count, ending, path, runs, before))
            path.unlink()
    return rows


def _row(
    count: int, ending: str, path: Path, runs: int, before: dict[str, tuple[int, float]]
) -> list[str]:
    commands = [scan_of(path), [sys.executable, "-c", PARSE, str(path)]]
    scan, parsed = in_turns(commands, runs)
    if scan.status not in (0, 1, 3):
        sys.exit(f"{' '.join(scan_of(path))}: exit status {scan.status}")
    if parsed.status:
        sys.exit("orjson could not parse the snapshot; is there enough memory?")
    fewer, took = before.get(ending, (count, scan.seconds))
    growth = f"x{scan.seconds / took:.1f} for x{count / fewer:.0f}" if fewer != count else ""
    before[ending] = (count, scan.seconds)
    return [
        f"{count:,}" if count else "?",
        ending,
        f"{path.stat().st_size / 1e6:,.0f}",
        f"{scan.seconds:.2f}",
        f"{parsed.inside:.2f}",
        f"{scan.seconds / parsed.inside:.2f}",
        f"{scan.seconds / parsed.seconds:.2f}",
        f"{scan.megabytes:.0f}",
        f"{parsed.megabytes:.0f}",
        growth,
    ]


def start_up(runs: int) -> list[list[str]]:
    """One row for each thing that must be quick to start."""
    commands = {"groma --version": [*GROMA, "--version"], "groma --help": [*GROMA, "--help"]}
    lab = HERE.parent / "examples" / "traceability-lab"
    for each in ("before", "after"):
        if (lab / each).is_dir():
            commands[f"scan of the lab, {each}"] = [*GROMA, "scan", str(lab / each)]
    nothing = statistics.median(
        run([sys.executable, "-c", "pass"]).seconds for _ in range(5 * runs)
    )
    rows = [["python -c pass", f"{nothing * 1000:.0f}", "1.0"]]
    for name, command in commands.items():
        took = statistics.median(run(command).seconds for _ in range(5 * runs))
        rows.append([name, f"{took * 1000:.0f}", f"{took / nothing:.1f}"])
    return rows


def main() -> None:
    """Measure, and print two tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--items", type=int, default=100_000, help="the size that counts")
    parser.add_argument("--big", action="store_true", help="ten times as many, too")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--file", type=Path, help="a snapshot of one's own instead")
    asked = parser.parse_args()
    if importlib.util.find_spec("orjson") is None:
        sys.exit("orjson is missing, which the scan is compared with: pip install orjson")
    counts = [asked.items // 10, asked.items, *([asked.items * 10] if asked.big else [])]
    if asked.file:
        rows = [_row(0, asked.file.suffix[1:], asked.file, asked.runs, {})]
    else:
        rows = generated(counts, asked.runs)
    heads = [
        "items",
        "file",
        "MB",
        "scan s",
        "loads s",
        "ratio",
        "to process",
        "scan MB",
        "loads MB",
    ]
    print(tabulate(rows, [*heads, "growth"], disable_numparse=True, stralign="right"))
    print()
    print(tabulate(start_up(asked.runs), ["start-up", "ms", "ratio"], disable_numparse=True))


def generated(counts: Sequence[int], runs: int) -> list[list[str]]:
    """The rows for snapshots made for this run, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="groma-benchmark-") as folder:
        return sizes(counts, runs, Path(folder))


if __name__ == "__main__":
    main()
