"""What a question about trails answers with: a fault, the event that shows it, and its place."""

from typing import Any

from msgspec import Struct

from scanner.network.opening import At
from scanner.unresolved import Unresolved


class Gap(Struct, frozen=True):
    """An event that is not recorded, or nothing that was delivered: the evidence of a fault.

    `event` has the fields of the event that matter, and is empty where no event is meant.
    """

    what: str  # one English sentence without a full stop
    resource: str
    event: dict[str, str]
    at: tuple[At, ...] = ()

    def document(self) -> dict[str, Any]:
        """The gap as JSON, the keys always the same."""
        return {
            "what": self.what,
            "resource": self.resource,
            "event": self.event,
            "at": [{"resource": resource, "path": path} for resource, path in self.at],
        }


Answer = list[Gap | Unresolved]
"""What is missing; an `Unresolved` at the end says that there may be more."""
