"""Whole outputs kept in `tests/snapshots`, compared byte for byte.

`GROMA_WRITE_SNAPSHOTS=1 pytest tests/test_table.py` writes them anew; then read the difference.
"""

import os
from pathlib import Path

SNAPSHOTS = Path(__file__).parent / "snapshots"


def as_kept(text, name):
    """Whether the text is the one that is kept under the name."""
    path = SNAPSHOTS / name
    if os.environ.get("GROMA_WRITE_SNAPSHOTS") == "1":
        path.write_bytes(text.encode())
    return path.read_bytes().decode() == text
