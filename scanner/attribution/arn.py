"""What an ARN says of a resource.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
"""

from typing import Final

_GROUP: Final = "autoScalingGroupName/"


def resource_of(arn: str) -> str:
    """The last part of an ARN, such as "key/1234"; "" of any other text."""
    parts = arn.split(":", 5)
    return parts[5] if parts[0] == "arn" and len(parts) == 6 else ""


def account_of(arn: str) -> str:
    """The account in an ARN, "" where it has none, or is none."""
    parts = arn.split(":", 5)
    return parts[4] if parts[0] == "arn" and len(parts) == 6 else ""


def function_name(text: str, account: str) -> str:
    """What is called NAME:ALIAS or 111122223333:function:NAME:ALIAS by its name; else the text.

    https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
    """
    if text.startswith("arn:"):
        return text
    whose, marked, name = text.rpartition(":function:")
    return text if marked and whose != account else name.partition(":")[0]


def tail(text: str) -> str:
    """What an ARN's resource is called by itself; any other text as it is."""
    resource = resource_of(text)
    if not resource:
        return text
    slash, colon = resource.find("/"), resource.find(":")
    if colon < 0 or 0 <= slash < colon:
        return resource.rpartition("/")[2]
    kind, _, name = resource.partition(":")
    if kind == "log-group":
        return name.removesuffix(":*")
    if kind == "function":
        return name.partition(":")[0]  # what follows is a version or an alias
    return name.partition(_GROUP)[2] if _GROUP in name else name
