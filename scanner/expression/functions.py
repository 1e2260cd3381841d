"""Groma's own functions: how the rule language asks the pure modules their questions."""

from collections.abc import Mapping
from typing import Final

from scanner.expression.of_events import EVENTS
from scanner.expression.of_lists import LISTS
from scanner.expression.of_logs import LOGS
from scanner.expression.of_monitoring import MONITORING
from scanner.expression.of_networks import NETWORKS
from scanner.expression.of_policies import POLICIES
from scanner.expression.of_times import TIMES
from scanner.expression.of_trails import TRAILS
from scanner.expression.signature import Function, Parameter
from scanner.expression.standard import STANDARD

__all__ = ["FUNCTIONS", "STANDARD", "Function", "Parameter"]

FUNCTIONS: Final[Mapping[str, Function]] = {
    each.name: each
    for each in (*NETWORKS, *EVENTS, *LISTS, *LOGS, *MONITORING, *POLICIES, *TIMES, *TRAILS)
}
"""Groma's own functions by name."""
