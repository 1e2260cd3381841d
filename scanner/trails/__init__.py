"""What trails record and deliver, by meaning: what is missing, an empty list being the good answer.

These are the questions that rules ask. An `Unresolved` among the answers says that there may be
more.
"""

from scanner.trails.coverage import delivering_trails, left_out, management_gaps, s3_object_gaps
from scanner.trails.delivery import delivery_faults, logging_faults
from scanner.trails.prefixes import beyond_own_prefix
from scanner.trails.weakening import weakens_trail

__all__ = [
    "beyond_own_prefix",
    "delivering_trails",
    "delivery_faults",
    "left_out",
    "logging_faults",
    "management_gaps",
    "s3_object_gaps",
    "weakens_trail",
]
