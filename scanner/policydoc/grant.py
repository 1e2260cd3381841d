"""What a question about a policy answers with: a grant, with an example request."""

from typing import Any

from msgspec import Struct

from scanner.unresolved import Unresolved


class Example(Struct, frozen=True):
    """A request that the policy allows; the keys of its context are those that matter."""

    principal: str
    action: str
    resource: str
    context: dict[str, str]


class Grant(Struct, frozen=True):
    """What a statement lets a principal do: the evidence of a fault.

    `condition` is what the statement asks for besides, which does not keep the principal out.
    """

    what: str  # one English sentence without a full stop
    statement: str
    principal: str
    actions: tuple[str, ...]
    condition: str | None
    example: Example
    path: str

    def document(self) -> dict[str, Any]:
        """The grant as JSON, the keys always the same."""
        example = self.example
        return {
            "what": self.what,
            "statement": self.statement,
            "principal": self.principal,
            "actions": list(self.actions),
            "condition": self.condition,
            "example": {
                "principal": example.principal,
                "action": example.action,
                "resource": example.resource,
                "context": example.context,
            },
            "path": self.path,
        }


Answer = list[Grant | Unresolved]
"""What is let in; an `Unresolved` at the end says that there may be more."""
