"""What a scan of live AWS calls, how long it takes and what it holds in memory.

    python benchmarks/live.py [--groups 5000] [--acls 200] [--buckets 50] [--accounts 20] [--runs 5]

Needs `groma` and `moto_server` beside this Python (`pip install -e '.[dev]'`), and some minutes:
making 5,000 security groups takes moto one, listing them half. The scan and a plain threaded boto3
script get the same answers from memory, in turns; the smallest wall time of whole processes counts.
"""

import argparse
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import boto3
import botocore.session
from account import fill
from replay import Calls, before
from scan import GROMA, in_turns, run
from tabulate import tabulate

HERE = Path(__file__).resolve().parent
REGION = "us-east-1"
REGIONS = 17
ROLE = "auditor"
MOST_RATIO, MOST_MEGABYTES = 1.3, 400
AROUND = {"sts:GetCallerIdentity", "sts:AssumeRole", "ec2:DescribeRegions"}
"""What finds and enters accounts: no rule's call, and not in the plan."""

Row = tuple[str, str, str, str]
_PLANNED = re.compile(r"^ *([\d,]*)  ([\w-]+):(\w+)  ", re.MULTILINE)
_KNOWN = {
    "AWS_ACCESS_KEY_ID": "testing",
    "AWS_SECRET_ACCESS_KEY": "testing",
    "AWS_DEFAULT_REGION": REGION,
    "AWS_EC2_METADATA_DISABLED": "true",
    "AWS_CONFIG_FILE": os.devnull,
    "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
    "MOTO_EC2_LOAD_DEFAULT_AMIS": "false",
}


@contextmanager
def moto() -> Iterator[str]:
    """The URL of an empty AWS."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).with_name("moto_server")), "-H", "127.0.0.1"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen([*command, "-p", str(port)], **quiet) as server:
        try:
            _answering(url := f"http://127.0.0.1:{port}")
            yield url
        finally:
            server.terminate()


def _answering(url: str) -> None:
    for _ in range(150):
        try:
            urllib.request.urlopen(f"{url}/moto-api/data.json").close()
        except urllib.error.URLError:
            time.sleep(0.2)
        else:
            return
    sys.exit(f"moto's server does not answer at {url}")


def scan_of(*options: str) -> list[str]:
    """The command that scans live AWS with every built-in rule and shows nothing."""
    return [*GROMA, "scan", "aws", "--format", "table=/dev/null", *options]


def planned(*options: str) -> dict[str, int | None]:
    """How often `groma plan` says that each operation will be called; None once for each item."""
    text = subprocess.check_output([*GROMA, "plan", "aws", *options], text=True)
    loader = botocore.session.Session()
    counts: dict[str, int | None] = {}
    for number, client, operation in _PLANNED.findall(text):
        name = f"{loader.get_service_model(client).signing_name}:{operation}"
        counts[name] = int(number.replace(",", "")) if number else None
    return counts


def one_account(calls: Calls, runs: int) -> Iterator[Row]:
    """The calls of a scan of a large account, and its time against plain boto3's."""
    commands = [scan_of("--region", REGION), [*plain(), REGION]]
    made = [counted(calls, command) for command in commands]
    extra = sorted(made[0].keys() - planned("--region", REGION).keys() - AROUND)
    yield "calls that no rule needs", ", ".join(extra) or "none", "none", said(not extra)
    same = +made[0] == +made[1]
    yield "calls, scan and plain boto3", " and ".join(map(total, made)), "the same", said(same)
    scan, script = in_turns(commands, runs)
    ratio = scan.seconds / script.seconds
    yield "seconds, plain boto3", f"{script.seconds:.2f}", "", ""
    yield "seconds, scan", f"{scan.seconds:.2f}", "", ""
    yield "ratio", f"{ratio:.2f}", f"at most {MOST_RATIO}", said(ratio <= MOST_RATIO)
    yield "MB, plain boto3", f"{script.megabytes:.0f}", "", ""
    yield "MB, scan", f"{scan.megabytes:.0f}", f"below {MOST_MEGABYTES}", fits(scan.megabytes)


def many_accounts(calls: Calls, accounts: int) -> Iterator[Row]:
    """The calls of a scan of many accounts and Regions against the plan, and its memory."""
    regions = boto3.Session().get_available_regions("ec2")[:REGIONS]
    options = [each for region in regions for each in ("--region", region)]
    options += [each for n in range(1, accounts + 1) for each in ("--account", f"{n:012}")]
    options += ["--role", ROLE]
    plan = {name: number for name, number in planned(*options).items() if number is not None}
    calls.taken()
    took = run(scan_of(*options))
    made = calls.taken()
    if took.status not in (0, 1, 3):
        sys.exit(f"the scan of {accounts} accounts: exit status {took.status}")
    exact = all(made[name] == number for name, number in plan.items())
    lists = sum(made[name] for name in plan)
    place = f"{accounts} x {len(regions)}"
    yield f"{place}: lists planned", f"{sum(plan.values()):,}", "", ""
    yield f"{place}: lists called", f"{lists:,}", "as planned", said(exact)
    yield f"{place}: all calls", total(made), "", ""
    yield f"{place}: seconds", f"{took.seconds:.1f}", "", ""
    most = took.megabytes
    yield f"{place}: MB", f"{most:.0f}", f"below {MOST_MEGABYTES}", fits(most)


def plain() -> list[str]:
    """The command that reads the same with plain boto3."""
    return [sys.executable, str(HERE / "plain_boto3.py")]


def counted(calls: Calls, command: list[str]) -> Counter[str]:
    """The calls that a command makes, its answers being kept."""
    calls.taken()
    status = run(command).status
    if status not in (0, 1, 3):
        sys.exit(f"{' '.join(command)}: exit status {status}")
    return calls.taken()


def total(counts: Counter[str]) -> str:
    """How many calls these are."""
    return f"{counts.total():,}"


def said(good: bool) -> str:
    """A bar's outcome in a word."""
    return "yes" if good else "NO"


def fits(megabytes: float) -> str:
    """Whether a process stayed below the bar for memory."""
    return said(megabytes < MOST_MEGABYTES)


def main() -> None:
    """Measure, and print one table; status 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    for name, usual in (("groups", 5000), ("acls", 200), ("buckets", 50), ("accounts", 20)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    os.environ.update(_KNOWN)
    calls = Calls()
    with tempfile.TemporaryDirectory(prefix="groma-benchmark-") as folder, moto() as url:
        os.chdir(folder)  # no groma.yaml of this repository's may be read
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package is compiled once
        os.environ["PYTHONPYCACHEPREFIX"] = folder
        rows: list[Row] = []
        with before(url, calls) as proxy:
            os.environ["AWS_ENDPOINT_URL"] = proxy
            rows += many_accounts(calls, asked.accounts)
            os.environ["AWS_ENDPOINT_URL"] = url
            fill(REGION, asked.groups, asked.acls, asked.buckets)
            os.environ["AWS_ENDPOINT_URL"] = proxy
            calls.keeping = True
            rows += one_account(calls, asked.runs)
    print(tabulate(rows, ["what", "measured", "bar", "met"], disable_numparse=True))
    sys.exit(any(row[3] == "NO" for row in rows))


if __name__ == "__main__":
    main()
