"""What a CloudWatch Logs filter pattern matches, decided by its meaning and not by its text.

A pattern is read by its grammar and tried on events. `filter_misses` is the question that rules
ask: it answers with the events that slip through, an empty list being the good answer; an
`Unresolved` among the answers says that there may be more.
"""

from scanner.filterpattern.belongs import belongs
from scanner.filterpattern.evaluate import matches
from scanner.filterpattern.parse import Mistake, parse
from scanner.filterpattern.serves import Slip, filter_misses, serves
from scanner.filterpattern.usecases import USE_CASES

__all__ = ["USE_CASES", "Mistake", "Slip", "belongs", "filter_misses", "matches", "parse", "serves"]
