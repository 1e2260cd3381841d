"""What AWS::Region and the other pseudo parameters are, as far as it is known before deployment."""

from typing import Any, Final

from msgspec import Struct

from scanner.filling import ACCOUNT, PARTITION, REGION, SUFFIX
from scanner.sources.declared.deployed import known_of
from scanner.sources.declared.kinds import parameter
from scanner.unresolved import Unresolved

NO_VALUE: Final = object()
"""What AWS::NoValue is: the property or list element that has it is left out."""

_FOLLOWS: Final = "follows from the Region, which is chosen at deployment"
_UNKNOWN: Final = {
    REGION: "the Region is chosen at deployment",
    ACCOUNT: "the account is chosen at deployment",
    PARTITION: f"the partition {_FOLLOWS}",
    SUFFIX: f"the domain of AWS {_FOLLOWS}",
}
_OF_STACK: Final = {
    "AWS::StackName": "the stack's name is chosen at deployment",
    "AWS::StackId": "the stack's id is known after deployment",
}


class Pseudo(Struct, frozen=True):
    """The Region and account that a template is judged for; "" where they are not known."""

    region: str = ""
    account: str = ""

    def value(self, name: str, prefix: str) -> Any:
        """What "AWS::Region" gives in the stack whose resources have a prefix; None for no such."""
        if name == "AWS::NoValue":
            return NO_VALUE
        if name == "AWS::NotificationARNs":
            return Unresolved("the stack's notification ARNs are chosen at deployment")
        if name in _OF_STACK:
            return parameter(prefix + name, _OF_STACK[name])
        return known_of(self.region, self.account).get(name) or (
            parameter(name, _UNKNOWN[name]) if name in _UNKNOWN else None
        )
