"""What AWS Config recorded, from files: snapshots, histories, notifications, the CLI's output."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Final, Protocol

from scanner.errors import UserError
from scanner.model import Item, Needs, Place, Problem
from scanner.sources import files
from scanner.sources.config_files import Batch, Fault, contents
from scanner.sources.config_head import DELETED, NOT_RECORDED, Head, ItemError, moment
from scanner.sources.config_item import Form
from scanner.sources.files import Count, NotConfig
from scanner.sources.recording import RECORDER, Recording
from scanner.sources.split import NOT_DECODED, SplitError

MOST_FAULTS: Final = 20

Seen = Callable[[Place, Head, str], None]
"""Is told of each item with a place: its head, and when it was captured."""


class File(Protocol):
    """Something with the text of one of AWS Config's files; `named` if the user asked for it."""

    @property
    def uri(self) -> str: ...  # noqa: D102
    @property
    def named(self) -> bool: ...  # noqa: D102
    def open(self) -> AbstractContextManager[files.Read]: ...  # noqa: D102


class Reading:
    """One reading of many files: what is wanted, and what was recorded as far as is known."""

    def __init__(self, needs: Needs, seen: Seen | None = None) -> None:
        """`seen` is told of every item up to `needs.at`, also of types that rules do not need."""
        self._seen = seen
        self.recording = Recording()
        self._types = needs.types
        self._at = _at(needs)
        self._forms = {name: Form(name, fields) for name, fields in needs.fields.items()}
        self._read = self._forms.keys() | {RECORDER}
        self._recorder = Form(RECORDER, None)
        self._signs: set[tuple[Place, str, str | None]] = set()  # noted already

    def file(self, file: File, count: Count) -> Iterator[Item | Problem]:
        """What a file gives; a stranger is passed over, unless it is named."""
        try:
            yield from self.recorded(file, count)
        except NotConfig as other:
            if file.named:
                count.files += 1
                yield self.stranger(file, other)
            else:
                count.passed_over += 1

    def stranger(self, file: File, other: NotConfig) -> Problem:
        """What to say of a file that was named and is none of AWS Config's."""
        return Problem(file.uri, f"not a file of AWS Config's but {other}", self._types)

    def recorded(self, file: File, count: Count) -> Iterator[Item | Problem]:
        """What a file of AWS Config's gives; only its first problems one by one.

        Raises NotConfig before anything is given.
        """
        told, hidden, types = 0, 0, frozenset[str]()
        try:
            for given in self._given(file, count):
                told += isinstance(given, Problem)
                if isinstance(given, Problem) and told > MOST_FAULTS:
                    hidden, types = hidden + 1, types | given.types
                else:
                    yield given
        except (SplitError, files.FileError) as error:
            yield Problem(file.uri, str(error), self._types)
        count.files += 1
        if hidden:
            yield Problem(file.uri, f"and {hidden} more that could not be read", types)

    def _given(self, file: File, count: Count) -> Iterator[Item | Problem]:
        for given in contents(file.open):
            if isinstance(given, Fault):
                where = f"{file.uri}: {given.where}" if given.where else file.uri
                yield Problem(
                    where, given.what, self._types if given.types is None else given.types
                )
            else:
                count.items += len(given.heads)
                yield from self._items(given, file.uri)

    def _items(self, batch: Batch, uri: str) -> Iterator[Item | Problem]:
        for number, head in enumerate(batch.heads, batch.first):
            kind = head.resource_type
            account = head.aws_account_id or head.account_id
            if kind not in self._read and account and head.aws_region and self._at is None:
                self._note((account, head.aws_region), head)
                continue
            try:
                item = self._item(account or "", head, batch.selected, uri)
            except (ItemError, *NOT_DECODED) as error:
                yield Problem(f"{uri}: item {number}", str(error), frozenset({kind}))
            else:
                if item is not None:
                    yield item

    def _note(self, place: Place, head: Head) -> None:
        sign = (place, head.resource_type, head.configuration_item_status)
        if sign in self._signs:
            return
        self._signs.add(sign)
        if head.configuration_item_status == NOT_RECORDED:
            self.recording.saw_unrecorded(place, head.resource_type)
        else:
            self.recording.saw(place, head.resource_type)

    def _item(
        self, account: str, head: Head, selected: frozenset[str] | None, uri: str
    ) -> Item | None:
        """The item, if it is wanted; raises ItemError or one of NOT_DECODED."""
        captured = moment(head.configuration_item_capture_time)
        if not (account and head.aws_region and head.resource_id and head.resource_type):
            raise ItemError("an item without its account, Region, type or id")
        if self._at is not None and not captured:
            raise ItemError("an item without configurationItemCaptureTime, which --at needs")
        if self._at is not None and captured > self._at:
            return None
        place = (account, head.aws_region)
        if self._seen is not None:
            self._seen(place, head, captured)
        self._note(place, head)
        if head.configuration_item_status == NOT_RECORDED:
            return None
        gone = head.configuration_item_status in DELETED
        if head.resource_type == RECORDER:
            document = b"" if gone else self._recorder.text(head, selected)
            self.recording.saw_recorder(place, captured, document)
        form = self._forms.get(head.resource_type)
        if form is None:
            return None
        return Item(
            head.resource_type,
            head.resource_id,
            *place,
            form.text_of_deleted(head) if gone else form.text(head, selected),
            uri,
            captured,
            gone,
        )


def _at(needs: Needs) -> str | None:
    if needs.at is None:
        return None
    try:
        return moment(needs.at)
    except ItemError as error:
        raise UserError(f"--at {error}") from error
