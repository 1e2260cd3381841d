"""Whether an event made a resource, or took it away."""

import re
from typing import Final

from scanner.attribution.culprit import Culprit, Fault
from scanner.attribution.event import Event
from scanner.attribution.kind import Kind
from scanner.attribution.outcome import Effect, How

_MAKES: Final = re.compile(r"(?:Create|Upload|Put|Restore)(?=[A-Z])")
_ENDS: Final = frozenset(
    {
        "DeleteAlarms",
        "DeleteConfigurationRecorder",
        "DeleteDeliveryChannel",
        "DeleteMetricFilter",
        "DeregisterTaskDefinition",
        "ReleaseAddress",
        "ScheduleKeyDeletion",
        "TerminateInstances",
        "Unsubscribe",
    }
)
"""The events that take something away, and are not called Delete and what the making makes."""


def being_effect(one: Event, kind: Kind, culprit: Culprit, fault: Fault) -> Effect | None:
    """What the event did to the resource itself; None where it went on to be, or not to be."""
    made = one.name in kind.made or (bool(culprit.vpc) and one.name in kind.along)
    if not kind.made and not fault.gone:  # it is made by what may also change it, or undeclared
        made = one.name.startswith(("Create", "Put"))
    if made or is_end(one, kind):
        how: How = "otherwise" if made is fault.gone else "set" if fault.gone else "made"
        return Effect(how, "eventName", one.name)
    return None


def is_end(one: Event, kind: Kind) -> bool:
    """Whether an event took a resource away."""
    return one.name in _ENDS or (one.name.startswith("Delete") and one.name in _deletions(kind))


def _deletions(kind: Kind) -> frozenset[str]:
    """DeleteVpc for CreateVpc, and DeleteVpcEndpoints for CreateVpcEndpoint."""
    names = [_MAKES.sub("Delete", each, count=1) for each in kind.made or kind.sets]
    deletions = [each for each in names if each.startswith("Delete")]
    return frozenset(deletions) | {f"{each}s" for each in deletions}
