"""How much a template may grow when its functions, loops and nested stacks are written out."""

from typing import Final

from scanner.sources.cloudformation.written import TemplateError

MAX_VALUES: Final = 400_000
MAX_FOLLOWED: Final = 110  # steps into values, calls and references; Python's stack allows no more
_CHARACTERS: Final = 100  # of a text, which count as much as one more value


class Budget:
    """What is left to spend for one root template and all that is nested in it."""

    def __init__(self) -> None:
        self.left = MAX_VALUES
        self.depth = 0

    def deeper(self) -> bool:
        """Take one more step down, if it is not too deep; `depth` is the caller's to count back."""
        self.depth += 1
        return self.depth <= MAX_FOLLOWED

    def spend(self, values: int = 1, characters: int = 0) -> None:
        """Count values. Raises TemplateError when there are too many."""
        self.left -= values + characters // _CHARACTERS
        if self.left < 0:
            raise TemplateError(f"its functions and loops give more than {MAX_VALUES} values")
