"""Made-up AWS Config snapshots of any size, for measuring; the same call gives the same bytes.

A cell is a VPC and what goes with it: subnets, route tables, network ACLs, groups, instances and
their interfaces, databases, and an account's trail, keys, roles and buckets.
"""

import gzip
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from cell import Cell
from place import Json

SHUFFLED = 16  # cells whose items are mixed, as AWS mixes them


def items(count: int, seed: int = 1) -> Iterator[Json]:
    """So many items."""
    luck = random.Random(seed)
    while count > 0:
        block = [item for _ in range(SHUFFLED) for item in Cell(luck).items]
        luck.shuffle(block)
        yield from block[:count]
        count -= len(block)


def write(path: Path, count: int, seed: int = 1) -> None:
    """Write a snapshot of so many items, gzipped if the name says so."""
    packed = path.name.endswith(".gz")
    with open(path, "wb") as raw:
        out: Any = gzip.GzipFile("", "wb", 6, raw, mtime=0) if packed else raw
        start = b'{"fileVersion":"1.0","configSnapshotId":"made-up","configurationItems":['
        for item in items(count, seed):
            out.write(start + msgspec.json.encode(item))
            start = b","
        out.write(b"]}")
        if packed:
            out.close()
