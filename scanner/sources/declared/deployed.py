"""What is known of where a stack is deployed once its Region or its account is."""

from typing import Final

from scanner.filling import ACCOUNT, PARTITION, REGION, SUFFIX

_PARTITIONS: Final = (("cn-", "aws-cn"), ("us-gov-", "aws-us-gov"))
_OTHERS: Final = ("us-iso", "eu-iso", "eusc-")
_SUFFIXES: Final = {
    "aws": "amazonaws.com",
    "aws-us-gov": "amazonaws.com",
    "aws-cn": "amazonaws.com.cn",
}
"""https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html"""


def known_of(region: str, account: str) -> dict[str, str]:
    """What is known by the names of CloudFormation; "" is for a Region or account that is not."""
    partition = _partition(region)
    found = {
        REGION: region,
        ACCOUNT: account,
        PARTITION: partition,
        SUFFIX: _SUFFIXES.get(partition, ""),
    }
    return {name: each for name, each in found.items() if each}


def _partition(region: str) -> str:
    """The partition of a Region, "" where that is not known."""
    if not region or region.startswith(_OTHERS):
        return ""
    return next((each for start, each in _PARTITIONS if region.startswith(start)), "aws")
