"""How long CloudTrail's events take to be judged, against inflating and parsing the same files.

    python benchmarks/events.py [--records 1000000] [--files 100] [--runs 3]

"ratio" is the whole scan by all rules on events, from the start of its process to its end, to the
calls `gzip.decompress` and `orjson.loads` alone, file by file. Known networks and Regions are set,
so that the rules about them judge every event. Needs `groma` beside this Python, and orjson in it.
Status 1 where the ratio is above 1.5 or the scan holds 100 MB or more.
"""

import argparse
import importlib.util
import subprocess
import sys
import tempfile
from pathlib import Path

from scan import GROMA, in_turns
from tabulate import tabulate

HERE = Path(__file__).resolve().parent
BAR, MEGABYTES = 1.5, 100
PARSE = """
import gzip, sys, time, orjson
took = 0.0
for path in sys.stdin.read().split():
    with open(path, "rb") as file:
        packed = file.read()
    began = time.perf_counter()
    orjson.loads(gzip.decompress(packed))
    took += time.perf_counter() - began
print(took)
"""


def written(folder: Path, records: int, files: int) -> list[Path]:
    """The log files, made by a process of its own, so that this one stays small."""
    command = [sys.executable, str(HERE / "records.py"), str(folder), str(records), str(files)]
    made = subprocess.run(command, capture_output=True, text=True, check=True)
    return [Path(line) for line in made.stdout.splitlines()]


def scan_of(folder: Path) -> list[str]:
    """The command that judges a folder's events by every rule on events, and shows nothing."""
    known = ["--param", "networks=[10.0.0.0/8]", "--param", "regions=[eu-west-1, us-east-1]"]
    chosen = ["--rule", "event-*", *known]
    return [*GROMA, "scan", *chosen, "--format", "table=/dev/null", str(folder)]


def parse_of(paths: list[Path], folder: Path) -> list[str]:
    """The command that inflates and parses the files, one after the other."""
    listed = folder / "paths"
    listed.write_text("\n".join(map(str, paths)))
    code = PARSE.replace("sys.stdin", f"open({str(listed)!r})")
    return [sys.executable, "-c", code]


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--files", type=int, default=100)
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    if importlib.util.find_spec("orjson") is None:
        sys.exit("orjson is missing, which the scan is compared with: pip install orjson")
    with tempfile.TemporaryDirectory(prefix="groma-benchmark-") as name:
        folder = Path(name, "trail")
        paths = written(folder, asked.records, asked.files)
        packed = sum(path.stat().st_size for path in paths) / 1e6
        commands = [scan_of(folder), parse_of(paths, Path(name))]
        scan, parsed = in_turns(commands, asked.runs)
    if scan.status not in (0, 1, 3) or parsed.status:
        sys.exit(f"exit status {scan.status} of the scan, {parsed.status} of orjson")
    ratio = scan.seconds / parsed.inside
    row = [f"{asked.records:,}", asked.files, f"{packed:,.0f}", f"{scan.seconds:.2f}"]
    row += [f"{parsed.inside:.2f}", f"{ratio:.2f}", f"{scan.megabytes:.0f}"]
    heads = ["records", "files", "MB", "scan s", "inflate + loads s", "ratio", "scan MB"]
    print(tabulate([row], heads, disable_numparse=True, stralign="right"))
    sys.exit(0 if ratio <= BAR and scan.megabytes < MEGABYTES else 1)


if __name__ == "__main__":
    main()
