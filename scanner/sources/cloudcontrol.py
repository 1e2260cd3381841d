"""What Cloud Control answers about a resource -> CloudFormation's properties of it.

It is the second generic reader: a type that `scanner.shape.cloud_controlled` declares is listed and
read through two operations of one service, whatever service the resource is of.
"""

import json
from collections.abc import Mapping
from typing import Any


def properties(answer: Mapping[str, Any]) -> dict[str, Any]:
    """The properties in a resource's description, which holds them as JSON text.

    Raises ValueError where they are none: a resource without properties is a garbled answer.
    """
    found = json.loads(answer["Properties"])
    if not isinstance(found, dict) or not found:
        raise ValueError("a resource without properties")
    return found
