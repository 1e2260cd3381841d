"""Resources that another one lists in a property: the subscriptions that a topic has of its own.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topic.html
"""

from collections.abc import Iterator, Sequence
from typing import Final

from scanner.declared import Declared, Node
from scanner.sources.declared.kinds import reference
from scanner.unresolved import Unresolved

_TOPIC: Final = "AWS::SNS::Topic"
_SUBSCRIPTION: Final = "AWS::SNS::Subscription"
_MEMBERS: Final = ("Protocol", "Endpoint")


def listed(resources: Sequence[Declared]) -> Iterator[Declared]:
    """The subscriptions of each topic's list, called "Alerts.Subscription[0]" and so on.

    Of what only deployment tells there is one of which nothing is known but its topic.
    """
    for topic in resources:
        said = topic.properties.get("Subscription") if topic.kind == _TOPIC else None
        if said is None or said.value is None:
            continue
        own = Node(reference(topic.address, _TOPIC, "TopicArn"), said.at)
        for index, each in enumerate(said.value if type(said.value) is list else [said]):
            address = f"{topic.address}.Subscription[{index}]"
            members = {"TopicArn": own, **_members(each)}
            yield Declared(_SUBSCRIPTION, address, members, each.at, each.at, topic.condition)


def _members(subscription: Node) -> dict[str, Node]:
    if isinstance(subscription.value, Unresolved):
        return dict.fromkeys(_MEMBERS, subscription)
    said = subscription.value if type(subscription.value) is dict else {}
    return {name: said[name] for name in _MEMBERS if name in said}
