"""The text of Fn::Sub -> the pieces of it, and the names between them."""

import re
from typing import Final, NamedTuple

_NAME: Final = re.compile(r"\$\{([^}]*)\}")


class Hole(NamedTuple):
    """A name in a text, the value of which takes its place."""

    name: str


def pieces(text: str) -> list[str | Hole]:
    """The texts and names of a template text in their order; `${!x}` is the text "${x}".

    https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
    """
    found: list[str | Hole] = []
    end = 0
    for match in _NAME.finditer(text):
        found.append(text[end : match.start()])
        name = match[1]
        found.append(f"${{{name[1:]}}}" if name.startswith("!") else Hole(name.strip()))
        end = match.end()
    found.append(text[end:])
    return [each for each in found if each != ""]
