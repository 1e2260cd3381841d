"""Alarms by the metric that they are on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, TypeGuard

from scanner.monitoring.alarms import Subject, may_compute_with, subject_of, watches
from scanner.monitoring.filters import Metric
from scanner.monitoring.reading import alike, field
from scanner.unresolved import Unresolved


class Alarms:
    """Alarms by the name of what they are on; those of which that is not plain may be on any."""

    def __init__(self, alarms: Iterable[Any]) -> None:
        self.all = list(alarms)
        self._named: dict[tuple[str, str], list[Any]] = defaultdict(list)
        self._others: list[Any] = []
        for each in self.all:
            subject = each if type(each) is Unresolved else subject_of(each)
            if _is_plain(subject):
                self._named[subject.namespace, subject.name].append(each)
            else:
                self._others.append(each)

    def on(self, metric: Metric, place: tuple[Any, Any]) -> Iterator[Any]:
        """The alarms that are on a metric or may be, in the same account and Region."""
        known = isinstance(metric.namespace, str) and isinstance(metric.name, str)
        named = self._named.get((metric.namespace, metric.name), []) if known else self.all
        for each in [*named, *self._others] if known else named:
            here = (field(each, "accountId"), field(each, "awsRegion"))
            near = (
                one == other or alike(one, other) for one, other in zip(here, place, strict=True)
            )
            if False not in near and (type(each) is Unresolved or self._may_be_on(each, metric)):
                yield each

    def _may_be_on(self, alarm: Any, metric: Metric) -> bool:
        subject = subject_of(alarm)
        if isinstance(subject, Unresolved):
            return may_compute_with(alarm, metric) is not False
        return watches(subject, metric) is not False


def _is_plain(subject: Any) -> TypeGuard[Subject]:
    """Whether it is known which metric an alarm is on."""
    return (
        isinstance(subject, Subject)
        and isinstance(subject.namespace, str)
        and isinstance(subject.name, str)
    )
