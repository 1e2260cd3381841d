"""What security groups are called, as far as their documents are at hand."""

from typing import Any

from scanner.unresolved import Unresolved, identity


class GroupNames:
    """The names of groups by their ids, read from their documents when first asked for.

    Ids that only deployment decides are told by their tokens.
    """

    def __init__(self, documents: list[Any]) -> None:
        self.documents = documents
        self.names: dict[str, Any] | None = None

    def of(self, group_id: Any) -> Any:
        """The name of a group, an `Unresolved` where its document has one, None if not known."""
        if self.names is None:
            self.names = {}
            for document in self.documents:
                self._add(document)
        return self.names.get(identity(group_id) or "")

    def _add(self, document: Any) -> None:
        if self.names is None or type(document) is not dict:
            return
        configuration = document.get("configuration")
        if type(configuration) is not dict:
            configuration = {}
        resource_id, name = document.get("resourceId"), configuration.get("groupName")
        if not name and type(resource_id) is not Unresolved:  # a template's own name is another
            name = document.get("resourceName")
        for group_id in (resource_id, configuration.get("groupId")):
            key = identity(group_id)
            if key:
                self.names.setdefault(key, name)
