"""What a scan came to, in a few words for its first or last line."""

from scanner.finding import Scan


def numbered(number: int, noun: str) -> str:
    """The number with its noun, as in "1 rule" and "2,000 rules"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def tally(scan: Scan) -> list[str]:
    """How many findings count as what, and how much is not known: only what there is."""
    counts = scan.counts
    words = {"fail": "failed", "unknown": "undecided", "waived": "waived", "pass": "passed"}
    said = [f"{counts[each]:,} {word}" for each, word in words.items() if counts[each]]
    unread = sum(each.blocks for each in scan.problems)
    said += [f"{numbered(unread, 'thing')} could not be read"] if unread else []
    unheard = len(scan.not_exercised)
    return said + ([f"{numbered(unheard, 'rule')} not exercised"] if unheard else [])
