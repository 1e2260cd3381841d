"""What lets a connection through, hop by hop: the evidence that something is reached."""

from typing import Any

from msgspec import Struct

from scanner.network.opening import At

Hop = tuple[str, str]
"""What it is (gateway, route, acl or group), and which, in a few words."""

Step = tuple[tuple[Hop, ...], tuple[At, ...]]
"""The hops of a part of a way, and where they are written."""


class Connection(Struct, frozen=True):
    """One connection, by its first packet; an end is an address, or what has nobody knows which."""

    source: str
    source_port: int
    destination: str
    port: int


class Reach(Struct, frozen=True):
    """A way by which a connection gets where it should not, and its answers back.

    `at` is where that is written, the most telling first.
    """

    what: str  # one English sentence without a full stop
    resource: str
    example: Connection
    hops: tuple[Hop, ...]
    back: tuple[Hop, ...]
    at: tuple[At, ...]

    def document(self) -> dict[str, Any]:
        """The way as JSON, the keys always the same."""
        return {
            "what": self.what,
            "resource": self.resource,
            "example": {
                "protocol": "tcp",
                "port": self.example.port,
                "source": self.example.source,
                "sourcePort": self.example.source_port,
                "destination": self.example.destination,
            },
            "hops": [{kind: text} for kind, text in self.hops],
            "back": [{kind: text} for kind, text in self.back],
            "at": [{"resource": resource, "path": path} for resource, path in self.at],
        }
