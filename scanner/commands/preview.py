"""What a scan of live AWS would call, as text."""

from collections import Counter
from collections.abc import Iterator, Sequence

from reports.tally import numbered
from scanner.model import Needs, Problem
from scanner.sources.plan import Planned, api_names, calls, collections
from scanner.sources.reach import Reach


def calls_made(needs: Needs, reach: Reach) -> str:
    """The calls by operation, and how many lists there are in the accounts and Regions wanted.

    AWS is asked only for what the options leave open: whose credentials these are, which accounts
    an organization has, which Regions are enabled in them.
    """
    from scanner.sources import cloud  # it loads boto3

    wanted = collections(needs)
    regions: dict[str, Sequence[str]] = {}
    problems: list[Problem] = []
    for found in cloud.places(needs, reach):
        if isinstance(found, Problem):
            problems.append(found)
        else:
            regions[found.account] = found.regions
    planned = [each for here in regions.values() for each in calls(wanted, here)]
    lines = [*_table(planned), "", _total(planned, regions)]
    return "\n".join([*lines, *(f"{each.where}: {each.what}" for each in problems)])


def _table(planned: Sequence[Planned]) -> Iterator[str]:
    from tabulate import tabulate

    count = Counter((each.service, each.operation, each.why, each.each_item) for each in planned)
    rows = [
        ("", _operation(*key[:2]), f"for each {key[2]}") if key[3] else
        (str(number), _operation(*key[:2]), key[2])
        for key, number in sorted(count.items())
    ]  # fmt: skip
    yield tabulate(
        rows, headers=("calls", "operation", "what for"), colalign=("right",) * bool(rows)
    )


def _operation(service: str, operation: str) -> str:
    return f"{service}:{api_names(service)[1][operation]}"


def _total(planned: Sequence[Planned], regions: dict[str, Sequence[str]]) -> str:
    lists = sum(not each.each_item for each in planned)
    places = sorted({region for here in regions.values() for region in here})
    accounts, here = numbered(len(regions), "account"), numbered(len(places), "Region")
    pages = "a list of several pages takes a call a page"
    return f"{numbered(lists, 'list')} in {accounts} and {here}; {pages}."
