"""A document as a cache's key: what is read of it once need not be read again."""

from typing import Any


class Same:
    """Equal only to what holds the very same document, which it keeps alive."""

    __slots__ = ("document",)

    def __init__(self, document: Any) -> None:
        self.document = document

    def __hash__(self) -> int:
        return id(self.document)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.document is self.document
