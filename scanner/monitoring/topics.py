"""Whether what is published to an SNS topic reaches anybody."""

from typing import Any, Final

from scanner.monitoring.reading import Held, Judged, alike, both, field, reasons
from scanner.unresolved import Unresolved

_PENDING: Final = ("PendingConfirmation", "Deleted")
"""What stands for the ARN of a subscription that nobody has confirmed, or that is gone.

https://docs.aws.amazon.com/sns/latest/api/API_ListSubscriptionsByTopic.html
"""


def heard(action: Any, account: Any, topics: list[Any], subscriptions: list[Any]) -> Judged:
    """Why nobody hears of an alarm action: it is no SNS topic, or one that nobody subscribed to.

    A topic of another account than the alarm's can have been read nowhere here.
    """
    if isinstance(action, Unresolved) and not action.named:
        return action if _any_confirmed(topics, subscriptions) is not False else _NOBODY
    owner = _owner(action)
    if owner is None:
        return "its action is no SNS topic"
    held = [*_by_topic(action, topics), *_by_subscription(action, subscriptions)]
    if any(each is True for each in held):
        return None
    if alike(owner, account) is False:
        return Unresolved(f"the topic {action} is of another account")
    unknown = [each for each in held if isinstance(each, Unresolved)]
    return reasons(unknown) if unknown else f"nobody has a confirmed subscription to {action}"


_NOBODY: Final = "no topic has a confirmed subscription"


def _owner(action: Any) -> Any:
    """The account of a topic by its ARN, None for what is no topic."""
    if isinstance(action, Unresolved):
        return action
    parts = action.split(":") if isinstance(action, str) else []
    return parts[4] if len(parts) == 6 and parts[2] == "sns" else None


def _by_topic(action: Any, topics: list[Any]) -> list[Held]:
    """What the topic itself says of how many confirmed subscriptions it has."""
    held: list[Held] = []
    for topic in topics:
        same = alike(field(topic, "configuration.TopicArn"), action)
        if same is not False:
            held.append(both(same, _counted(topic)))
    return held


def _counted(topic: Any) -> Held:
    number = field(topic, "configuration.SubscriptionsConfirmed")
    if isinstance(number, Unresolved):
        return number
    if number is None:
        return Unresolved("how many subscriptions a topic has was not read")
    return str(number) not in ("0", "")


def _by_subscription(action: Any, subscriptions: list[Any]) -> list[Held]:
    held: list[Held] = []
    for each in subscriptions:
        same = alike(field(each, "configuration.TopicArn"), action)
        if same is not False:
            held.append(both(same, _confirmed(each)))
    return held


def _confirmed(subscription: Any) -> Held:
    arn = field(subscription, "configuration.SubscriptionArn")
    if isinstance(arn, Unresolved):
        return arn
    return arn not in (None, "", *_PENDING)


def _any_confirmed(topics: list[Any], subscriptions: list[Any]) -> Held:
    held = [*map(_counted, topics), *map(_confirmed, subscriptions)]
    if any(each is True for each in held):
        return True
    unknown = [each for each in held if isinstance(each, Unresolved)]
    return reasons(unknown) if unknown else False
