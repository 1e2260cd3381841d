"""Which fields of documents are read where a value is used, counted or only built upon."""

from collections.abc import Iterable, Iterator

from scanner.schema import Form, Path, Shape


class Reading:
    """The paths read so far, without list levels; each stands for all below it."""

    __slots__ = ("paths",)

    def __init__(self) -> None:
        self.paths: set[Path] = set()

    def whole(self, shape: Shape) -> None:
        """Note that all of a value is read."""
        self.fields(shape, ("",))

    def fields(self, shape: Shape, names: Iterable[str]) -> None:
        """Note that these fields are read of each document in a value; "" is the document."""
        steps = [tuple(filter(None, name.split("."))) for name in names]
        for form in _from_documents(shape):
            self.paths.update((*(form.path or ()), *each) for each in steps)

    def count(self, shape: Shape) -> None:
        """Note that it is read whether a value is there, or how many elements it has."""
        for form in _from_documents(shape):
            self.fields(Shape((form,)), ("resourceId",) if _is_joined(form) else ("",))

    def base(self, shape: Shape, parts: Iterable[Shape]) -> None:
        """Note that a value is there to make something of: what is made of null is null.

        Any part that lies in it shows that already.
        """
        paths = [form.path or () for part in parts for form in _from_documents(part)]
        for form in _from_documents(shape):
            above = form.path or ()
            if above and not any(path[: len(above)] == above for path in paths):
                self.count(Shape((form,)))


def _from_documents(shape: Shape) -> Iterator[Form]:
    """The forms of a value that documents hold, those inside what the expression made too."""
    todo, seen = [shape], {id(shape)}
    while todo:
        for form in todo.pop().forms:
            if form.path is not None:
                yield form
            fresh = [part for part in form.parts() if id(part) not in seen]
            seen.update(map(id, fresh))
            todo += fresh


def _is_joined(form: Form) -> bool:
    """Whether a value is a joined item, or the list of them."""
    return len(form.path or ()) == 1 and not form.place and form.owner != "params"
