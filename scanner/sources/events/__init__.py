"""CloudTrail's events, from wherever they are kept: log files, buckets, the Event history."""

from typing import Final

from msgspec.structs import replace

from scanner.event import EVENT
from scanner.inventory.inventory import CHAIN
from scanner.model import Needs

NAME: Final = "cloudtrail"
"""What reports call log files as a source."""

NO_RULE: Final = "no rule on events was chosen"


def of_state(needs: Needs) -> Needs:
    """The needs without events, for sources that tell what there is and not what was done."""
    fields = {name: each for name, each in needs.fields.items() if name not in (EVENT, CHAIN)}
    return replace(needs, fields=fields)
