"""Templates for tests that read as sentences: stacks of them, and what stands at a place."""

from pathlib import Path
from typing import Any

from scanner.declared import Declared, Node, Stack, plain
from scanner.model import Location
from scanner.sources.cloudformation.files import Files, files_below
from scanner.sources.cloudformation.pseudo import Pseudo
from scanner.sources.cloudformation.stack import stack_of

SAMPLES = Path(__file__).parent / "templates"
EVERY_SAMPLE = sorted(each for each in SAMPLES.rglob("*") if each.is_file())
IRELAND = Pseudo("eu-west-1", "111122223333")


def sample(name: str, pseudo: Pseudo | None = None, **given: Any) -> Stack:
    """The stack of a sample template."""
    path = SAMPLES / name
    return stack_of(str(path), path.read_bytes(), pseudo, given, files_below([str(SAMPLES)]))


def stack(text: str, pseudo: Pseudo | None = None, files: Files | None = None, **given: Any):
    """The stack of a template's text."""
    return stack_of("t.yaml", text.encode(), pseudo, given, files)


def resource(found: Stack, address: str) -> Declared:
    """The resource at an address."""
    return next(each for each in found.resources if each.address == address)


def node_of(value: str, before: str = "", pseudo: Pseudo | None = None, **given: Any) -> Node:
    """What a property with a value gives, in a template with some sections before."""
    text = (
        f"{before}\nResources:\n  Other: {{Type: 'Custom::Other'}}\n"
        f"  Key: {{Type: 'AWS::KMS::Key'}}\n  One:\n"
        f"    Type: AWS::SNS::Topic\n    Properties:\n      Value: {value}\n"
    )
    return resource(stack(text, pseudo, **given), "One").properties.get("Value", Node("left out"))


def value_of(value: str, before: str = "", pseudo: Pseudo | None = None, **given: Any) -> Any:
    """The same without places."""
    return plain(node_of(value, before, pseudo, **given))


def problems(found: Stack) -> list[str]:
    """Every problem as one text."""
    return [f"{each.where}: {each.what}" for each in found.problems]


def cut(text: str, at: Location | None) -> str:
    """What stands at a place."""
    assert at is not None
    lines = text.splitlines(keepends=True)[at.line - 1 : at.end_line]
    lines[-1] = lines[-1][: at.end_column - 1]
    lines[0] = lines[0][at.column - 1 :]
    return "".join(lines)
