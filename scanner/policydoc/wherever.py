"""Questions about a policy of which only deployment decides the account, Region or partition.

It is one account, the same wherever it is named, and what a policy says of it depends only on
whether it is one of those that are named beside it. So a question is asked for an account that
nobody names, and for each that somebody does; the answer is what all of these agree on. Regions and
partitions are tried in the same way.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from typing import Any, Final, ParamSpec

import msgspec

from scanner.filling import ACCOUNT, NAMES, PARTITION, REGION, SUFFIX, filled, tokens
from scanner.network.opening import summed
from scanner.policydoc.grant import Answer, Grant
from scanner.unresolved import Unresolved

_Given = ParamSpec("_Given")
_Place = Mapping[str, str]

_TEXT: Final = frozenset((str,))
_MOST: Final = 16  # places: each takes as long as the question itself
_NUMBER: Final = re.compile(r"(?=([0-9]{12}))")
_HALF_NUMBER: Final = re.compile(r"[0-9][*?]|[*?][0-9]")
_ACTIONS: Final = frozenset(("Action", "NotAction", "Version", "Sid"))
_PARTITION: Final = re.compile(r"\barn:(aws[a-z-]*):")
_SEPARATORS: Final = re.compile(r"[:./\s\"']+")
_OF_REGION: Final = re.compile(r"[a-z]{2}-[a-z0-9*?-]*|[a-z]{1,2}\*")
_PARTITIONS: Final = {
    "aws": ("zz-any-1", "amazonaws.com"),
    "aws-us-gov": ("us-gov-any-1", "amazonaws.com"),
    "aws-cn": ("cn-any-1", "amazonaws.com.cn"),
}
_DEPENDS: Final = Unresolved(
    "what the policy lets in depends on the account and Region, which are chosen at deployment"
)


def wherever(question: Callable[_Given, Answer]) -> Callable[_Given, Answer]:
    """The question, whose answer then holds wherever its arguments are deployed.

    What depends on where that is comes as an `Unresolved` at the end.
    """

    @wraps(question)
    def asked(*args: _Given.args, **kwargs: _Given.kwargs) -> Answer:
        given = [*args, *kwargs.values()]
        if all(map(_told_all, given)):
            return question(*args, **kwargs)
        open_ = {name for token in tokens(given) for name in NAMES if name in token}
        if not open_:
            return question(*args, **kwargs)
        places = list(_places(open_, list(_texts(given)), _said(given[0])))
        if not places or len(places) > _MOST:
            return question(*args, **kwargs)
        answers = [question(*filled(list(args), each), **filled(kwargs, each)) for each in places]
        return _agreed(list(zip(places, answers, strict=True)))

    return asked


def _told_all(value: Any) -> bool:
    """Whether an argument is plain text, or texts, as all are that come from an account."""
    return (
        type(value) is str
        or value is None
        or (type(value) is list and {*map(type, value)} <= _TEXT)
    )


def _texts(value: Any) -> Iterator[str]:
    """The texts in the arguments, of which the account may be one, but for names of actions."""
    todo = [value]
    while todo:
        here = todo.pop()
        if type(here) is Unresolved:
            yield here.token
        elif type(here) is dict:
            todo += (each for name, each in here.items() if name not in _ACTIONS)
        elif type(here) is list:
            todo += here
        elif type(here) is str or type(here) is int:
            yield str(here)


def _said(policy: Any) -> list[str]:
    """The partitions that a policy names: AWS has no policies for the ARNs of several."""
    named = {found for text in _texts(policy) for found in _PARTITION.findall(text)}
    return sorted(named & _PARTITIONS.keys())


def _places(open_: set[str], texts: list[str], said: list[str]) -> Iterator[_Place]:
    """Where it may be deployed, as far as that matters; nowhere if that cannot be told.

    A part of an account's id with a wildcard, as in `*2222`, may be for it or not.
    """
    numbers: list[str] = []
    if ACCOUNT in open_:
        if any(map(_HALF_NUMBER.search, texts)):
            return
        named = dict.fromkeys(found for text in texts for found in _NUMBER.findall(text))
        numbers = [_unnamed(named), *named]
    regions: list[_Place] = [{}]
    if open_ - {ACCOUNT}:
        regions = list(_regions(open_, texts, said))
    first, *others = [{ACCOUNT: each} for each in numbers] or [{}]
    yield from ({**first, **each} for each in regions)
    yield from ({**regions[0], **each} for each in others)


def _unnamed(named: Mapping[str, None]) -> str:
    """An account that nobody names."""
    numbers = (f"{888888888888 - each}" for each in range(len(named) + 1))
    return next(each for each in numbers if each not in named)


def _regions(open_: set[str], texts: list[str], said: list[str]) -> Iterator[_Place]:
    """A Region that nobody names in each partition that it may be of, and those that are named."""
    for partition in said or (_PARTITIONS if {PARTITION, SUFFIX} & open_ else ["aws"]):
        region, suffix = _PARTITIONS[partition]
        yield {REGION: region, PARTITION: partition, SUFFIX: suffix}
    parts = dict.fromkeys(each for text in texts for each in _SEPARATORS.split(text))
    for part in filter(_OF_REGION.fullmatch, parts) if REGION in open_ else ():
        region = part.replace("*", "x").replace("?", "x")
        partition = _partition(region)
        if partition in (said or _PARTITIONS):
            yield {REGION: region, PARTITION: partition, SUFFIX: _PARTITIONS[partition][1]}


def _partition(region: str) -> str:
    if region.startswith("us-gov-"):
        return "aws-us-gov"
    return "aws-cn" if region.startswith("cn-") else "aws"


def _agreed(answers: list[tuple[_Place, Answer]]) -> Answer:
    """What all answers say, in the words of the first; with an `Unresolved` if that is not all."""
    place, first = answers[0]
    grants = [each for each in first if not isinstance(each, Unresolved)]
    unknown = [each for _, found in answers for each in found if isinstance(each, Unresolved)]
    for other, found in answers[1:]:
        said = [each for each in found if not isinstance(each, Unresolved)]
        there, here = ({_key(each, place, other) for each in some} for some in (said, grants))
        if there != here:
            unknown.append(_DEPENDS)
            grants = [each for each in grants if _key(each, place, other) in there]
    why = summed(unknown)
    return [*(_told(each, place) for each in grants), *([why] if why else [])]


def _key(grant: Grant, *places: _Place) -> tuple[str, str]:
    """What makes two grants the same one in two places."""
    principal = grant.principal if grant.statement else ""
    for each in places:
        for name, value in each.items():
            whole = f"arn:{value}:" if name == PARTITION else value
            principal = principal.replace(whole, f"${{{name}}}")
    return grant.path, principal


def _told(grant: Grant, place: _Place) -> Grant:
    """The grant with the names of what nobody knows, in place of what was tried for them."""
    text = msgspec.json.encode(grant).decode()
    for name in (ACCOUNT, REGION):
        if name in place:
            text = text.replace(place[name], f"${{{name}}}")
    return msgspec.json.decode(text, type=Grant)
