"""Where in a document that is written which an opening is made of."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, islice
from typing import Any

from scanner.network.addresses import IPV6, LONGEST, WORLD4, WORLD6, range_of
from scanner.network.opening import MOST_PLACES, At, called, configured
from scanner.network.ranges import Ranges, common, minus
from scanner.network.same import Same


def of_source(group: Any, key: str, permission: Any, number: int) -> tuple[At, ...]:
    """Where the source (or destination) of a permission is that has a number in their order.

    They are counted as they are judged: IPv4 ranges, IPv6 ranges, prefix lists, groups.
    """
    spot = next(islice(_sources(permission), number, None), "")
    return ((called(group), f"{_element(group, key, permission)}{spot}"),)


def of_world(permissions: Iterable[tuple[Any, Any]], world: Ranges) -> tuple[At, ...]:
    """Where the ranges are by which ingress permissions, each with its group, admit the world.

    Of a permission with a range that is the whole world, others are left out.
    """
    found = (
        (called(group), f"{_element(group, 'ipPermissions', permission)}{spot}")
        for group, permission in permissions
        for spot in _of_world(Same(permission), world is WORLD6)
    )
    return tuple(islice(found, MOST_PLACES))


def of_entry(acl: Any, index: int | None, hit: Ranges) -> tuple[At, ...]:
    """Where an ACL's entry names the addresses that were hit; None is the deny that ends it."""
    if index is None:
        return ((called(acl), "configuration.entries"),)
    path = f"configuration.entries[{index}]"
    entry = configured(acl, "entries")[index]
    keys = ("cidrBlock", "ipv6CidrBlock")
    for key in reversed(keys) if common(hit, IPV6) == hit else keys:
        if entry.get(key) is not None:
            return ((called(acl), f"{path}.{key}"),)
    return ((called(acl), path),)


def _element(document: Any, key: str, wanted: Any) -> str:
    """The path of the very object that is wanted among those below a key."""
    for index, each in enumerate(configured(document, key)):
        if each is wanted:
            return f"configuration.{key}[{index}]"
    return f"configuration.{key}"


def _sources(permission: dict[str, Any]) -> Iterator[str]:
    """The path of each source, as many and in the order as they are read and judged."""
    for spot, _ in _ranges(permission):
        yield spot
    for key, names in (
        ("prefixListIds", ("prefixListId",)),
        ("userIdGroupPairs", ("groupId", "groupName")),
    ):
        for spot, _ in _members(permission, key, names):
            yield spot


def _ranges(permission: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The path and the value of each address range."""
    four = "ipv4Ranges" if permission.get("ipv4Ranges") else "ipRanges"
    return chain(
        _members(permission, four, ("cidrIp",)), _members(permission, "ipv6Ranges", ("cidrIpv6",))
    )


def _members(
    permission: dict[str, Any], key: str, names: tuple[str, ...]
) -> Iterator[tuple[str, Any]]:
    found = permission.get(key)
    if type(found) is not list:
        if found:
            yield f".{key}", found
        return
    for index, each in enumerate(found):
        for name in names if type(each) is dict else ():
            if name in each:
                yield f".{key}[{index}].{name}", each[name]
                break
        else:
            yield f".{key}[{index}]", each


@lru_cache(maxsize=256)
def _of_world(permission: Same, six: bool) -> tuple[str, ...]:
    """The paths of the ranges that are the world, or else of all that are a part of it."""
    parts = []
    whole = []
    for spot, value in _ranges(permission.document):
        is_part, is_whole = _reach(value, six) if isinstance(value, str) else (False, False)
        if is_whole:
            whole.append(spot)
        elif is_part:
            parts.append(spot)
    return tuple((whole or parts)[:MOST_PLACES])


def _reach(text: str, six: bool) -> tuple[bool, bool]:
    """Whether a range has addresses of the world, and whether it has them all."""
    return _remembered(text, six) if len(text) <= LONGEST else (False, False)


@lru_cache(maxsize=4096)
def _remembered(text: str, six: bool) -> tuple[bool, bool]:
    world, found = WORLD6 if six else WORLD4, range_of(text)
    if found is None:
        return False, False
    return bool(common((found,), world)), not minus(world, (found,))
