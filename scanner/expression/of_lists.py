"""Functions of the rule language about lists: what parameters name and a resource has, or has not.

Inside a filter JMESPath knows only the element, so that no filter can compare with a parameter.
"""

from typing import Any, Final

from scanner.expression.question import unfit
from scanner.expression.signature import Function, Parameter
from scanner.unresolved import Unresolved, identity, merged

_TEXTS: Final = ("array[string]", "null")
_PARAMETERS: Final = (Parameter("texts", _TEXTS), Parameter("others", _TEXTS))


def _without(texts: Any, others: Any) -> list[Any]:
    """The texts that are not among the others; unresolved is each that may be."""
    wrong = unfit("without", _PARAMETERS, (texts, others))
    if wrong:
        return [merged(wrong)]
    known = {identity(each) for each in others or ()} - {None}
    unread = [each for each in others or () if type(each) is Unresolved and not each.named]
    found: list[Any] = []
    for each in texts or ():
        if identity(each) in known:
            continue
        sure = type(each) is str or each.named
        found.append(merged(unread) if unread and sure else each)
    return found


LISTS: Final = (
    Function(
        "without",
        _PARAMETERS,
        "array[string]",
        "The texts of a list that are not in another: "
        "`without(params.groups, configuration.groupList)`.",
        _without,
    ),
)
