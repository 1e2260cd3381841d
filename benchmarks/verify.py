"""How long the verification of CloudTrail's log files takes, beside `aws cloudtrail validate-logs`.

    python benchmarks/verify.py [--logs 10000] [--latency 0 20] [--awscli PATH]

Needs `groma` beside this Python. awscli is installed in an environment of its own, or is at the
path that is named. Both read the same bucket (`bucket.py`), which answers after so many
milliseconds; AWS says of S3 that small requests often take some tens of them
(https://docs.aws.amazon.com/whitepapers/latest/s3-optimizing-performance-best-practices/).
Wall times of whole processes. `--logs 100000 --awscli ""` leaves awscli out. Status 1 where Groma
is less than five times as fast at some latency other than none.
"""

import argparse
import json
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from scan import GROMA, Run, run
from tabulate import tabulate

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))

from tests.digests import Trail, answered, key  # noqa: E402 - it is beside this folder

BAR = 5.0
EACH = 60  # log files an hour
NOW = "2027-12-31"
KNOWN = {
    "AWS_ACCESS_KEY_ID": "testing",
    "AWS_SECRET_ACCESS_KEY": "testing",
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_EC2_METADATA_DISABLED": "true",
    "AWS_CONFIG_FILE": os.devnull,
    "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
}


@dataclass(frozen=True, slots=True)
class Prepared:
    """What was written to a folder, and how awscli is told of it."""

    logs: int
    digests: int
    bucket: str
    region: str
    arn: str


def prepared(folder: Path, logs: int) -> Prepared:
    """A copy of a trail's files, what the bucket's server needs, and the keys."""
    trail = delivered(logs)
    trail.copy(folder / "copy")
    (folder / "keys.json").write_text(json.dumps(answered(key())))
    metadata = {
        made: {"signature": each, "signature-algorithm": "SHA256withRSA"}
        for made, each in trail.signatures.items()
    }
    held = (trail.bucket, trail.files, metadata, answered(key()))
    (folder / "held").write_bytes(pickle.dumps(held))
    numbers = len(trail.logs), len(trail.digests)
    return Prepared(*numbers, trail.bucket, trail.region, trail.described()["TrailARN"])


def delivered(logs: int) -> Trail:
    """A trail that has delivered so many log files of some fifty events each."""
    trail = Trail(events=50)
    while len(trail.logs) < logs:
        trail.hour(min(EACH, logs - len(trail.logs)))
    return trail


@contextmanager
def bucket(held: Path, latency: int) -> Iterator[str]:
    """The URL of a server that holds what is in a file."""
    command = [sys.executable, str(HERE / "bucket.py"), str(held), str(latency / 1000)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            yield f"http://127.0.0.1:{server.stdout.readline().strip()}"
        finally:
            server.terminate()


def awscli(asked: str | None, folder: Path) -> str:
    """The path of awscli, installed if need be; "" if it shall not run."""
    if asked is not None:
        return asked
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    subprocess.run([folder / "bin" / "pip", "install", "--quiet", "awscli"], check=True)
    return str(folder / "bin" / "aws")


def main() -> int:
    """Measure, print a table, and tell whether the bar was met."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--logs", type=int, default=10_000)
    parser.add_argument("--latency", type=int, nargs="+", default=[0, 20], help="milliseconds")
    parser.add_argument("--awscli", help="the path of an aws; empty for none")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        aws = awscli(given.awscli, folder / "awscli")
        with ProcessPoolExecutor(1, get_context("spawn")) as apart:  # a child holds what we hold
            made = apart.submit(prepared, folder, given.logs).result()
        rows = [on_disk(folder)]
        for latency in given.latency:
            rows += in_s3(made, folder, latency, aws)
    print(f"{made.logs:,} log files, {made.digests:,} digests")
    print(tabulate(rows, ["where", "with", "seconds", "MB", "to Groma"], floatfmt=".2f"))
    ratios = [float(str(row[4])) for row in rows if row[1] == "awscli" and row[0] != "S3, 0 ms"]
    return 0 if min(ratios, default=BAR) >= BAR else 1


def on_disk(folder: Path) -> list[object]:
    """Groma on a copy; awscli does not verify one. The newest digest is unsigned: status 3."""
    options = ["--keys", str(folder / "keys.json"), "--now", NOW, "--format", "json=/dev/null"]
    took = finished(run([*GROMA, "verify", str(folder / "copy"), *options]), 3)
    return ["on disk", "Groma", took.seconds, took.megabytes, 1.0]


def in_s3(made: Prepared, folder: Path, latency: int, aws: str) -> Iterator[list[object]]:
    """Both on the same bucket."""
    with bucket(folder / "held", latency) as url:
        os.environ.update(KNOWN, AWS_ENDPOINT_URL=url)
        where = f"S3, {latency} ms"
        options = ["--now", NOW, "--format", "json=/dev/null"]
        ours = finished(run([*GROMA, "verify", f"s3://{made.bucket}", *options]), 0)
        yield [where, "Groma", ours.seconds, ours.megabytes, 1.0]
        if aws:
            theirs = finished(run([aws, *validate(made)]), 0)
            ratio = theirs.seconds / ours.seconds
            yield [where, "awscli", theirs.seconds, theirs.megabytes, ratio]


def validate(made: Prepared) -> list[str]:
    """What has awscli verify the same."""
    times = ["--start-time", "2026-09-01T00:00:00Z", "--end-time", f"{NOW}T00:00:00Z"]
    where = ["--trail-arn", made.arn, "--s3-bucket", made.bucket, "--region", made.region]
    return ["cloudtrail", "validate-logs", *where, *times]


def finished(took: Run, status: int) -> Run:
    """The run, if it ended as it should."""
    if took.status != status:
        sys.exit(f"exit status {took.status}, and not {status}")
    return took


if __name__ == "__main__":
    sys.exit(main())
