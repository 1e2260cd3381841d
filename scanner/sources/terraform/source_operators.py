"""Terraform's operators on values of which some are not known, and texts with holes."""

from collections.abc import Iterable
from typing import Any

from scanner.declared import Node, plain
from scanner.sources.terraform.source_scope import MOST_TEXT, Mistake
from scanner.unresolved import OPEN, Unresolved, merged

Number = int | float


def holes(node: Node) -> list[Unresolved]:
    """All that is not known in a value, however deep."""
    found: list[Unresolved] = []
    todo = [node]
    while todo:
        value = todo.pop().value
        if isinstance(value, Unresolved):
            found.append(value)
        elif type(value) is dict:
            todo.extend(reversed(value.values()))
        elif type(value) is list:
            todo.extend(reversed(value))
    return found


def unknown(found: Iterable[Unresolved], *, present: bool = False) -> Unresolved:
    """What a value is that is made of things that nobody knows."""
    return Unresolved(merged(found).why[:500], present=present)


def text(value: Any) -> str:
    """A text, number or boolean as text. Raises Mistake for anything else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, str | int | float):
        return str(value)
    raise Mistake("not a text")


def number(value: Any) -> Number:
    """A number, or what a text says of one. Raises Mistake for anything else."""
    if isinstance(value, str):
        try:
            return int(value[:300])
        except ValueError:
            pass
        try:
            value = float(value)
        except ValueError:
            raise Mistake("not a number") from None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Mistake("not a number")
    if abs(value) >= 10**300 or value != value:
        raise Mistake("so large a number is not evaluated")
    return int(value) if isinstance(value, float) and value.is_integer() else value


def boolean(value: Any) -> bool:
    """A boolean, or what a text says of one. Raises Mistake for anything else."""
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return bool(value == "true")
    raise Mistake("not true or false")


def composed(parts: Iterable[Node]) -> str | Unresolved:
    """The text that pieces make; where one is not known, what is known of the whole."""
    pieces = [each.value for each in parts]
    found = [each for each in pieces if isinstance(each, Unresolved)]
    if not found:
        return short("".join(map(text, pieces)))
    if not all(each.token for each in found):
        return unknown(found, present=True)
    mark = OPEN if any(each.token.startswith(OPEN) for each in found) else ""
    token = mark + "".join(map(_shown, pieces))
    return Unresolved(unknown(found).why, present=True, token=short(token))


def _shown(piece: Any) -> str:
    """A piece in a token, where no text can look like a hole."""
    if isinstance(piece, Unresolved):
        return f"${{{piece.token.removeprefix(OPEN)}}}"
    return text(piece).replace("${", "${!")


def short(made: str) -> str:
    """The text. Raises Mistake where it is longer than any real one."""
    if len(made) > MOST_TEXT:
        raise Mistake("so long a text is not evaluated")
    return made


def unary(sign: str, operand: Node) -> Any:
    """`-operand` or `!operand`."""
    if isinstance(operand.value, Unresolved):
        return unknown([operand.value], present=True)
    return -number(operand.value) if sign == "-" else not boolean(operand.value)


def binary(sign: str, left: Node, right: Node) -> Any:
    """`left sign right`, but for `&&` and `||`."""
    if sign in ("==", "!="):
        equal = same(left, right)
        return equal if isinstance(equal, Unresolved) else equal == (sign == "==")
    found = [each.value for each in (left, right) if isinstance(each.value, Unresolved)]
    if found:
        return unknown(found, present=True)
    one, other = number(left.value), number(right.value)
    if sign in ("/", "%") and other == 0:
        raise Mistake("division by zero")
    return _computed(sign, one, other)


def _computed(sign: str, one: Number, other: Number) -> Any:
    match sign:
        case "+":
            return number(one + other)
        case "-":
            return number(one - other)
        case "*":
            return number(one * other)
        case "/":
            return number(one / other) if one % other else number(one // other)
        case "%":
            return number(one - other * int(one / other))
        case "<":
            return one < other
        case ">":
            return one > other
        case "<=":
            return one <= other
        case _:
            return one >= other


def same(left: Node, right: Node) -> bool | Unresolved:
    """Whether two values are equal: known also of two of which it is known where they stand."""
    one, other = left.value, right.value
    for each, against in ((one, other), (other, one)):
        if isinstance(each, Unresolved):
            if isinstance(against, Unresolved) and each.token and each.token == against.token:
                return True
            if each.present and against is None:
                return False
            return unknown([each], present=True)
    found = holes(left) + holes(right)
    if found:
        return unknown(found, present=True)
    one, other = plain(left), plain(right)
    return (type(one) is type(other) and bool(one == other)) or _numbers(one, other)


def _numbers(one: Any, other: Any) -> bool:
    both = all(isinstance(each, int | float) and type(each) is not bool for each in (one, other))
    return both and bool(one == other)


def logical(sign: str, left: Any, right: Any) -> bool | Unresolved:
    """`left && right` or `left || right`: one side may decide though the other is not known."""
    deciding = sign == "||"
    sides = [each if isinstance(each, Unresolved) else boolean(each) for each in (left, right)]
    if deciding in [each for each in sides if not isinstance(each, Unresolved)]:
        return deciding
    found = [each for each in sides if isinstance(each, Unresolved)]
    return unknown(found, present=True) if found else not deciding
