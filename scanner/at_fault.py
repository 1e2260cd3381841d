"""Which values made a finding fail: of a list those elements that do, tried out one by one."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from scanner.decide import Situation
from scanner.expression.of_trails import WHERE
from scanner.model import Document, Item
from scanner.rule import Compare
from scanner.unresolved import Unresolved

MOST: Final = 100
"""So many elements of a list are tried out."""


class AtFault(NamedTuple):
    """An item, its document, and the path in it to a value that decided.

    `[]` in the path is an element that nobody knows. `lacking` is a text that a list should have.
    """

    item: Item
    document: Document
    path: str
    lacking: str = ""


def at_fault(
    compare: Compare,
    situation: Situation,
    own: Document,
    paths: Iterable[tuple[Item, Document, str]],
) -> Iterator[AtFault]:
    """What of these paths is at fault for what a comparison says; `own` is the judged document."""
    by_document: dict[int, tuple[Item, Document, list[str]]] = {}
    for item, document, path in paths:
        by_document.setdefault(id(document), (item, document, []))[2].append(path)
    for item, document, several in by_document.values():
        tried = _Tried(compare, situation, document, own=document is own)
        yield from (AtFault(item, document, *each) for each in tried.paths(several))


class _Tried(NamedTuple):
    """A comparison that decided, and one of the documents that it reads, to be tried otherwise.

    The document is the root's `own`, or one of those joined.
    """

    compare: Compare
    situation: Situation
    document: Document
    own: bool

    def paths(self, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Each path with the elements at fault in it; or that of a list, with what it lacks."""
        several = list(paths)
        asked = [path for path in several if not (path in WHERE and self._matters_not(path))]
        lists = {path: _list_on(self.document, path) for path in asked or several}
        rests: dict[str, list[str]] = {name: [] for name in lists.values() if name}
        for path, name in lists.items():
            rests.get(name, []).append(path.removeprefix(name))
        lacking = self._lacking(*next(iter(rests.items()))) if len(rests) == 1 else []
        if lacking:
            yield from lacking
            return
        guilty = {name: self._guilty(name, rests) for name in rests if _at(self.document, name)}
        for path, name in lists.items():
            numbers = guilty.get(name, [])
            rest = path.removeprefix(name)
            yield from ((f"{name}[{number}]{rest}", "") for number in numbers)
            if not numbers:
                yield f"{name}[]{rest}" if name in guilty else path, ""

    def _lacking(self, name: str, rests: list[str]) -> list[tuple[str, str]]:
        """The texts without which the comparison decides as it does, and with which it does not."""
        rest = min(rests, key=len)
        member = rest.removeprefix(".")
        texts = _texts(self.situation.found(self.compare.value))
        if type(self.compare.wanted) is list:
            texts = [each for each in _texts(self.compare.wanted) if each not in texts]
        more = [{member: each} if member else each for each in texts]
        if not texts or "." in member:
            return []
        after = self._with({name: [*_at(self.document, name), *more]})
        mended = isinstance(after.held(self.compare), bool) and not self._is_said(after)
        return [(f"{name}{rest}", each) for each in texts] if mended else []

    def _guilty(self, name: str, rests: Mapping[str, list[str]]) -> list[int]:
        """The elements each of which decides alone as they do together."""
        elements = _at(self.document, name)
        if len(elements) > MOST:
            return []
        nothing: dict[str, list[Any]] = {each: [] for each in rests}
        without = self._with(nothing)
        found = []
        for number, each in enumerate(elements):
            alone = self._with({**nothing, name: [each]})
            needed = not self._is_said(without) or self._shows(each, rests[name], alone, without)
            if needed and self._is_said(alone):
                found.append(number)
        return found

    def _shows(
        self, element: Any, rests: Iterable[str], alone: Situation, without: Situation
    ) -> bool:
        """Whether it is a value of the element that was found, though none would decide as well."""
        value = self.compare.value
        found = self.situation.found(value)
        if not isinstance(found, str | bool | int | float) or found == without.found(value):
            return False
        return alone.found(value) == found and any(_at(element, each) == found for each in rests)

    def _matters_not(self, path: str) -> bool:
        """Whether the comparison says the same whatever stands at a path."""
        if type(self.document.get(path.partition(".")[0])) is not dict:
            return False
        said = self.situation.held(self.compare)
        without = self._with({path: Unresolved("it may be anything")}).held(self.compare)
        return isinstance(said, bool) and without is said

    def _is_said(self, situation: Situation) -> bool:
        """Whether the comparison says the same there."""
        return bool(situation.held(self.compare) == self.situation.held(self.compare))

    def _with(self, lists: Mapping[str, Any]) -> Situation:
        """The same with something else in some places of the document, such as in lists."""
        changed, root = self.document, self.situation.root
        for path, elements in lists.items():
            changed = _replaced(changed, path.split("."), elements)
        if self.own:
            return Situation({**root, **{name: changed[name] for name in self.document}})
        swapped = {name: _swapped(each, self.document, changed) for name, each in root.items()}
        return Situation(swapped)


def _list_on(document: Document, path: str) -> str:
    """The path of the first list on the way, "" for none."""
    steps = path.split(".")
    found: Any = document
    for number, step in enumerate(steps, 1):
        found = found.get(step) if type(found) is dict else None
        if type(found) is list:
            return ".".join(steps[:number])
    return ""


def _at(value: Any, path: str) -> Any:
    for step in path.split("."):
        if step:
            value = value.get(step) if type(value) is dict else None
    return value


def _texts(value: Any) -> list[str]:
    return value if type(value) is list and all(type(each) is str for each in value) else []


def _replaced(value: Any, steps: list[str], new: Any) -> Any:
    return {**value, steps[0]: _replaced(value.get(steps[0]), steps[1:], new)} if steps else new


def _swapped(value: Any, old: Document, new: Document) -> Any:
    return [new if each is old else each for each in value] if type(value) is list else value
