"""Whether a metric filter counts every event of a use case, and what metrics it makes of them."""

import math
from typing import Any

from msgspec import Struct

from scanner.filterpattern import filter_misses
from scanner.monitoring.datapoints import Counted
from scanner.monitoring.reading import (
    Held,
    Judged,
    alike,
    both,
    field,
    listed,
    name_of,
    reasons,
    worst,
)
from scanner.monitoring.trails import Group
from scanner.unresolved import Unresolved


class Metric(Struct, frozen=True):
    """A metric of a filter; each part is unresolved where it is not known."""

    namespace: Any
    name: Any
    unit: Any
    counted: Counted | Unresolved
    dimensions: Held  # whether its data points have any
    filter: str

    @property
    def called(self) -> str:
        """Namespace and name, as a sentence has them."""
        parts = (self.namespace, self.name)
        return "/".join(each if isinstance(each, str) else "…" for each in parts)


def of_group(filter_: Any, group: Group | None) -> Held:
    """Whether a filter is of a log group; that of a trail which was not read may be any."""
    if group is None:
        return Unresolved("which log groups trails deliver to was not read in full")
    if type(filter_) is Unresolved and group.plain:
        return filter_  # it may be of any group
    return both(
        alike(field(filter_, "accountId"), group.account),
        alike(field(filter_, "awsRegion"), group.region),
        alike(field(filter_, "configuration.LogGroupName"), group.name),
    )


def counts(filter_: Any, use_case: str) -> Judged:
    """Why a filter does not count every event of a use case."""
    name = name_of(filter_)
    slips = filter_misses(field(filter_, "configuration.FilterPattern"), use_case)
    sure = [each for each in slips if not isinstance(each, Unresolved)]
    if sure:
        return f"of the metric filter {name}: {sure[0].what}"
    return worst(
        (
            *(each for each in slips if isinstance(each, Unresolved)),
            _restricted(filter_, name),
            _transformed(filter_, name),
        )
    )


def _restricted(filter_: Any, name: str) -> Judged:
    """What a filter's choice of accounts and Regions leaves out is not read."""
    criteria = field(filter_, "configuration.FieldSelectionCriteria")
    if criteria in (None, ""):
        return None
    if isinstance(criteria, Unresolved):
        return criteria
    return Unresolved(f"what FieldSelectionCriteria of the metric filter {name} leaves out")


def _transformed(filter_: Any, name: str) -> Judged:
    applied = field(filter_, "configuration.ApplyOnTransformedLogs")
    if applied in (None, False):
        return None
    if isinstance(applied, Unresolved):
        return applied
    return Unresolved(f"the metric filter {name} sees events as a transformer rewrites them")


def metrics(filter_: Any) -> list[Metric | Unresolved]:
    """What a filter publishes; an `Unresolved` stands for any number of metrics."""
    found: list[Metric | Unresolved] = []
    fields = listed(filter_, "configuration.EmitSystemFieldDimensions")
    for each in listed(filter_, "configuration.MetricTransformations"):
        if type(each) is Unresolved:
            found.append(each)
            continue
        found.append(
            Metric(
                field(each, "MetricNamespace"),
                field(each, "MetricName"),
                field(each, "Unit"),
                _counted(each),
                _some(field(each, "Dimensions"), *fields),
                name_of(filter_),
            )
        )
    return found


def _some(*values: Any) -> Held:
    """Whether one of the values is there and not empty."""
    if any(each and type(each) is not Unresolved for each in values):
        return True
    unknown = [each for each in values if type(each) is Unresolved]
    return reasons(unknown) if unknown else False


def _counted(transformation: Any) -> Counted | Unresolved:
    """What is published for an event; a value that is taken from the event counts nothing."""
    value, default = field(transformation, "MetricValue"), field(transformation, "DefaultValue")
    for each in (value, default):
        if isinstance(each, Unresolved):
            return each
    read = [_number(each) for each in (value, default)]
    if default is not None and read[1] is None:
        return Unresolved("its default value is no number")
    return Counted(read[0] if read[0] is not None else math.nan, read[1])


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None
