"""What AWS::Region and the other pseudo parameters are, as far as it is known before deployment."""

from typing import Any, Final

from msgspec import Struct

from scanner.sources.declared.kinds import parameter
from scanner.unresolved import Unresolved

NO_VALUE: Final = object()
"""What AWS::NoValue is: the property or list element that has it is left out."""

_PARTITIONS: Final = (("cn-", "aws-cn"), ("us-gov-", "aws-us-gov"))
_OTHERS: Final = ("us-iso", "eu-iso", "eusc-")
_SUFFIXES: Final = {
    "aws": "amazonaws.com",
    "aws-us-gov": "amazonaws.com",
    "aws-cn": "amazonaws.com.cn",
}
"""https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html"""

_FOLLOWS: Final = "follows from the Region, which is chosen at deployment"
_UNKNOWN: Final = {
    "AWS::Region": "the Region is chosen at deployment",
    "AWS::AccountId": "the account is chosen at deployment",
    "AWS::Partition": f"the partition {_FOLLOWS}",
    "AWS::URLSuffix": f"the domain of AWS {_FOLLOWS}",
}
_OF_STACK: Final = {
    "AWS::StackName": "the stack's name is chosen at deployment",
    "AWS::StackId": "the stack's id is known after deployment",
}


class Pseudo(Struct, frozen=True):
    """The Region and account that a template is judged for; "" where they are not known."""

    region: str = ""
    account: str = ""

    @property
    def partition(self) -> str:
        """The partition of the Region, "" where that is not known."""
        if not self.region or self.region.startswith(_OTHERS):
            return ""
        found = (partition for start, partition in _PARTITIONS if self.region.startswith(start))
        return next(found, "aws")

    def value(self, name: str, prefix: str) -> Any:
        """What "AWS::Region" gives in the stack whose resources have a prefix; None for no such."""
        known = {
            "AWS::Region": self.region,
            "AWS::AccountId": self.account,
            "AWS::Partition": self.partition,
            "AWS::URLSuffix": _SUFFIXES.get(self.partition, ""),
        }
        if name == "AWS::NoValue":
            return NO_VALUE
        if name == "AWS::NotificationARNs":
            return Unresolved("the stack's notification ARNs are chosen at deployment")
        if name in _OF_STACK:
            return parameter(prefix + name, _OF_STACK[name])
        return known.get(name) or (parameter(name, _UNKNOWN[name]) if name in _UNKNOWN else None)
