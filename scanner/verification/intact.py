"""Digest chains as items: what the verification of CloudTrail's log files proves of each trail."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import msgspec

from reports.tally import numbered
from scanner.integrity.audit import Audit
from scanner.integrity.keys import Keys
from scanner.integrity.names import DIGESTS
from scanner.integrity.verdict import Chain, Lost, Verdict
from scanner.inventory.inventory import CHAIN
from scanner.model import Item, Problem
from scanner.sources.digests import Provable
from scanner.sources.trail import Trails, trails
from scanner.unresolved import Unresolved
from scanner.verification.verify import WORKERS, Verification
from scanner.verification.window import Window, window

MOST: Final = 20
"""So many files of a chain are named, of each verdict."""
Named = dict[Verdict, list[str]]
"""Files that are not valid, each with the reason, by their verdict."""
_KEYLESS: Final = Lost(Verdict.UNREAD, "no public key is at hand: name some with --keys FILE")
_NAMES: Final = {Verdict.ALTERED: "altered", Verdict.MISSING: "missing"}


def chains(
    found: Provable, key_files: Sequence[str], now: str, since: str, until: str
) -> Iterator[Item | Problem]:
    """An item for each digest chain in the sources, and for log files that are in none.

    AWS is asked for public keys only where it has to be spoken to anyway. Times are as `clock.utc`
    has them.
    """
    when = window(now, since, until)
    for each in _trails(found, key_files, now):
        yield from _verified(each, when, now)


def _trails(found: Provable, key_files: Sequence[str], now: str) -> Iterator[Trails]:
    if found.urls:
        yield trails(found.urls, key_files, now, WORKERS)
    if found.folders and key_files:
        yield trails(found.folders, key_files, now, WORKERS)
    elif found.folders:
        from scanner.sources.trail_folder import folders_of

        files = [each for folder in found.folders for each in folders_of(folder)]
        yield Trails(files, lambda region, first: Keys({}, _KEYLESS))


def _verified(found: Trails, when: Window, now: str) -> Iterator[Item | Problem]:
    audit = Audit(now)
    try:
        for each in Verification(found.files, found.keys_of, when).run():
            audit.add(each)
        yield from audit.problems
        named = _named(audit)
        for chain in audit.chains:
            yield _item(chain, named[chain], audit)
    finally:
        audit.close()


def _named(audit: Audit) -> dict[Chain, Named]:
    found: dict[Chain, Named] = {each: {} for each in audit.chains}
    for one in audit:
        if one.verdict is not Verdict.VALID and not one.expected:
            alike = found[one.chain].setdefault(one.verdict, [])
            if len(alike) < MOST:
                alike.append(f"{one.uri}: {one.why}")
    return found


def _item(chain: Chain, bad: Named, audit: Audit) -> Item:
    kind = DIGESTS if chain.trail else "CloudTrail"
    name = f"{chain.where}{kind}/{chain.region}/{chain.trail}{' (backfill)' * chain.backfill}"
    span = audit.spans.get(chain)
    document = {
        "resourceType": CHAIN,
        "resourceId": name,
        "resourceName": chain.trail or None,
        "accountId": chain.account,
        "awsRegion": chain.region,
        "configuration": {
            "trail": chain.trail,
            "homeRegion": chain.home,
            "backfill": chain.backfill,
            "since": span.since if span else "",
            "until": span.until if span else "",
            "valid": _count(audit, chain, Verdict.VALID),
            **{each: bad.get(verdict, []) for verdict, each in _NAMES.items()},
            "unproven": _unproven(chain, bad, audit),
            "gaps": [
                {"since": each.since, "until": each.until, "why": each.why}
                for each in audit.gaps
                if each.chain == chain
            ],
        },
        "supplementaryConfiguration": {},
    }
    text = msgspec.json.encode(document)
    return Item(CHAIN, name, chain.account, chain.region, text, chain.where, audit.started)


def _count(audit: Audit, chain: Chain, *verdicts: Verdict) -> int:
    return sum(audit.count(kind, *verdicts, chain=chain) for kind in ("digest", "log"))


def _unproven(chain: Chain, bad: Named, audit: Audit) -> list[Any]:
    """Nothing, or what nobody knows of how many files."""
    others = [each for each in Verdict if each is not Verdict.VALID and each not in _NAMES]
    number = _count(audit, chain, *others) - audit.expected_of(chain)
    if not number:
        return []
    first = next((bad[each][0] for each in others if each in bad), None)
    why = f", first {first}" if first else ""
    return [Unresolved(f"not proven: {numbered(number, 'file')}{why}")]
