"""A conformance pack as it is asked for: its Config rules, their inputs evaluated."""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from scanner.declared import Node
from scanner.model import Location

FRAMEWORK: Final = "aws-config"
"""The framework under whose name rules say which managed rules they answer."""

AWS: Final = "AWS"
"""The owner of managed rules."""

PROCESS: Final = "AWS_CONFIG_PROCESS_CHECK"
"""The managed rule that stands for what people do and say that they have done.

https://docs.aws.amazon.com/config/latest/developerguide/Sample-CPack-Template-for-Creating-Process-Check-Rule.html
"""


class Asked(Struct, frozen=True):
    """One Config rule of a pack.

    `name` is its ConfigRuleName, else what the template calls it; `identifier` the managed rule's,
    "" for a custom rule. An input is a node with a text or an `Unresolved`. `obstacle` says why it
    cannot be run whatever rules there are, "" if nothing does; `left` what is not looked at.
    """

    name: str
    owner: str
    identifier: str
    inputs: Mapping[str, Node]
    at: Location
    obstacle: str = ""
    left: tuple[str, ...] = ()


class Pack(Struct, frozen=True):
    """A pack of a file: its rules in the template's order, by type how many others it has.

    `parameters` are the names of those that the template declares.
    """

    uri: str
    rules: tuple[Asked, ...]
    others: Mapping[str, int]
    parameters: frozenset[str]
