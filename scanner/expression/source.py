"""Python source that is being written: functions of one argument, blocks, names that are new."""

from typing import Any, Final

_DEEPEST: Final = 8  # blocks in one function: CPython allows 20 loops in one another


class Source:
    """What has been written so far, and the values that it calls by names made here."""

    def __init__(self) -> None:
        self.constants: dict[str, Any] = {}
        self._functions_done: list[str] = []
        self._lines: list[str] = []
        self._depth = 1
        self._names = 0

    @property
    def text(self) -> str:
        """All functions that are finished, ready to be executed."""
        return "\n".join(self._functions_done)

    @property
    def _deep(self) -> bool:
        """Whether a further block belongs in a function of its own."""
        return self._depth > _DEEPEST

    def _begin(self) -> tuple[str, tuple[list[str], int]]:
        """The name of a new function of `it`, and what was being written outside of it."""
        outer = self._lines, self._depth
        self._lines, self._depth = [], 1
        return self._name("f"), outer

    def _end(self, name: str, result: str, outer: tuple[list[str], int]) -> None:
        self._functions_done += [f"def {name}(it):", *self._lines, f" return {result}"]
        self._lines, self._depth = outer

    def _line(self, text: str) -> None:
        self._lines.append(" " * self._depth + text)

    def _open(self, text: str) -> None:
        self._line(text)
        self._depth += 1

    def _close(self, levels: int) -> None:
        self._depth -= levels

    def _set(self, value: str) -> str:
        """The name of a new variable that is set to what an expression gives."""
        name = self._name("t")
        self._line(f"{name} = {value}")
        return name

    def _constant(self, value: Any) -> str:
        """The name under which a value, whatever it is, reaches the code."""
        name = self._name("k")
        self.constants[name] = value
        return name

    def _name(self, letter: str) -> str:
        self._names += 1
        return f"{letter}{self._names}"
