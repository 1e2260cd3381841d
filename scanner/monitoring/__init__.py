"""Whether anybody hears of what happens in an account: from the trail to the person at the end.

A trail delivers to a log group, a metric filter counts, an alarm watches the metric and notifies a
topic, and somebody has subscribed to it. `alarm_chain` follows the whole chain of a use case, and
`alarm_gaps` the part of it that one metric filter has. Both answer with what is missing, an empty
list being the good answer; an `Unresolved` says that nobody knows whether something is.
"""

from scanner.monitoring.chain import alarm_chain, alarm_gaps, use_cases_served
from scanner.monitoring.outcome import Lack

__all__ = ["Lack", "alarm_chain", "alarm_gaps", "use_cases_served"]
