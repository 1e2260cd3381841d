"""What is wrong in templates, said once, with its place."""

from scanner.model import Location, Problem
from scanner.sources.cloudformation.written import TemplateError


class Problems:
    """Collects the problems of a stack, each of them once."""

    def __init__(self) -> None:
        self._found: dict[Problem, None] = {}

    def say(self, what: str, at: Location, blocks: bool = True) -> None:
        """Take what is wrong at a place; what does not block leaves nothing unread."""
        where = f"{at.uri}:{at.line}:{at.column}" if at.line is not None else at.uri
        self._found[Problem(where, what, blocks=blocks)] = None

    def refused(self, error: TemplateError, uri: str) -> None:
        """Take why a file is no template."""
        self._found[error.problem(uri)] = None

    def found(self) -> list[Problem]:
        """Every problem, in the order in which they were found."""
        return list(self._found)
