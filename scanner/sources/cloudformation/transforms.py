"""The macros that rewrite a template before it is deployed."""

from typing import Final

from scanner.sources.cloudformation.written import Written

_NOTHING_ADDED: Final = "AWS::LanguageExtensions"
_OF_AWS: Final = (
    *(_NOTHING_ADDED, "AWS::Serverless-2016-10-31"),
    *("AWS::Include", "AWS::CodeDeployBlueGreen"),
)
_OF_AWS_STARTS: Final = ("AWS::SecretsManager-",)
"""https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-reference.html"""


def transforms(root: Written) -> list[Written]:
    """The names of the transforms that a template declares, each with its place."""
    said = root.member("Transform")
    listed = said.value if said is not None and type(said.value) is list else [said]
    named = [each.member("Name") or each for each in listed if each is not None]
    return [each for each in named if type(each.value) is str]


def macros(root: Written) -> list[Written]:
    """Those of them that are not AWS's own: these may rewrite anything."""
    return [
        each
        for each in transforms(root)
        if each.value not in _OF_AWS and not each.value.startswith(_OF_AWS_STARTS)
    ]


def adds_resources(root: Written) -> bool:
    """Whether the template's resources may not be all that there will be."""
    return any(each.value != _NOTHING_ADDED for each in transforms(root))
