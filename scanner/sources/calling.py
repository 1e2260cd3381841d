"""One API call, every page of it: what it gave, or why it gave nothing.

botocore takes HTTP 200 with an empty or foreign body for success without members, so an answer
without what was asked for is a failed read and never "there is none".
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from botocore.exceptions import BotoCoreError, ClientError
from botocore.parsers import ResponseParserError

from scanner.shape import Call

GARBLED: Final = (
    *(ResponseParserError, ValueError, TypeError, AttributeError, LookupError, RecursionError),
)
"""What botocore raises over an answer that is not in the service's shape."""

MARKER: Final = "NextMarker"
"""What an answer says, and the next request, where boto3 cannot page."""

_LONGEST: Final = 300
_SECRETIVE: Final = ("Encoded authorization failure", "The Canonical String", "The String-to-Sign")


@dataclass(frozen=True, slots=True)
class Refused:
    """A call that gave nothing: `operation` is such as "cloudtrail:GetTrailStatus"."""

    operation: str
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.operation}: {self.code}: {self.message}"

    def at(self, account: str, region: str) -> str:
        """Why a value is not known: the call, its place and the error code."""
        return f"{self.operation} in {account}/{region}: {self.code}"


class _LackingError(Exception):
    """An answer without something that it should have."""


def ask(client: Any, call: Call, arguments: Mapping[str, Any]) -> list[Any] | Refused:
    """Everything on every page of an answer that the call's `items` leads to.

    A path that leads through no list gives one value: the lists of several pages are joined.
    """
    found = list(streamed(client, call, arguments))
    if found and isinstance(found[-1], Refused):
        return found[-1]
    return found if "[]" in call.items else _whole(found)


def streamed(client: Any, call: Call, arguments: Mapping[str, Any]) -> Iterator[Any]:
    """The same one by one, as pages come; a Refused is the last one where they end early."""
    try:
        for page in _pages(client, call, arguments):
            yield from picked(page, call)
    except ClientError as error:
        if (refused := _refusal(client, call, error)) is not None:
            yield refused
    except BotoCoreError as error:
        yield Refused(operation(client, call), type(error).__name__, _safe(str(error)))
    except _LackingError as error:
        yield Refused(operation(client, call), "IncompleteAnswer", str(error))
    except GARBLED as error:
        yield Refused(operation(client, call), "GarbledAnswer", type(error).__name__)


def operation(client: Any, call: Call) -> str:
    """The service and operation as IAM and AWS's documentation write them."""
    name = client.meta.method_to_api_mapping[call.operation]
    return f"{call.client}:{name}"


def picked(page: Any, call: Call) -> Iterator[Any]:
    """What a call's `items` leads to on one page; raises _LackingError where it leads nowhere."""
    if not call.items:
        members = {name: each for name, each in page.items() if name != "ResponseMetadata"}
        if not members and not call.may_lack:
            raise _LackingError("an answer with nothing in it")
        yield members
        return
    yield from _below(page, call.items.split("."), call)


def _below(value: Any, steps: list[str], call: Call) -> Iterator[Any]:
    if not steps:
        yield value
        return
    name = steps[0].removesuffix("[]")
    below = value.get(name)
    if below is None:
        if call.may_lack and len(steps) == 1:
            return
        raise _LackingError(f"an answer without {name}")
    for each in below if steps[0].endswith("[]") else (below,):
        yield from _below(each, steps[1:], call)


def _pages(client: Any, call: Call, arguments: Mapping[str, Any]) -> Iterable[Any]:
    if client.can_paginate(call.operation):
        pages: Iterable[Any] = client.get_paginator(call.operation).paginate(**arguments)
        return pages
    return _marked(client, call, arguments)


def _marked(client: Any, call: Call, arguments: Mapping[str, Any]) -> Iterator[Any]:
    """Every page of what boto3 does not page: WAF's, which say what to ask for the next one with.

    A marker that was given before leads nowhere new.
    """
    asked = {""}
    page = getattr(client, call.operation)(**arguments)
    yield page
    while (marker := page.get(MARKER) or "") not in asked:
        asked.add(marker)
        page = getattr(client, call.operation)(**arguments, **{MARKER: marker})
        yield page


def _whole(found: list[Any]) -> list[Any]:
    """One value of several pages."""
    if len(found) > 1 and all(isinstance(each, list) for each in found):
        return [[each for page in found for each in page]]
    return found


def _refusal(client: Any, call: Call, error: ClientError) -> Refused | None:
    told = error.response.get("Error", {})
    code = str(told.get("Code") or "Unknown")
    if code in call.absent:
        return None
    return Refused(operation(client, call), code, _safe(str(told.get("Message") or "")))


def _safe(message: str) -> str:
    """The first line, without what a service adds that may hold a token or means nothing."""
    line = message.strip().partition("\n")[0]
    for start in _SECRETIVE:
        line = line.partition(start)[0]
    return line[:_LONGEST].strip()
