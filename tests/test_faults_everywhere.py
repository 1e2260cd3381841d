"""Every operation that any built-in rule needs, refused: what it hides is unknown, and named.

The account is that of the families' live tests together. Each scan asks the rules that need the
operation, and no others. `test_faults.py` has all other faults, for the operations of a few rules.
"""

from collections import defaultdict

import pytest
import test_live_data
import test_live_edges
import test_live_identities
import test_live_monitoring
import test_live_networks
from aws import ACCOUNT, aws, environment
from test_faults import HERE, Clients, Seen, Spoiler, spelt, spoiling, status, wrong

from scanner import builtin
from scanner.scan import needs_of, scanned
from scanner.sources.live import read_account
from scanner.sources.plan import calls_of, collections
from scanner.sources.pool import Pool

NEEDED = defaultdict(list)
for each in builtin.rules():
    for kind in collections(needs_of([each])):
        for call, _ in calls_of(kind):
            NEEDED[f"{call.client}:{call.operation}"].append(each)
NOT_SERVED = {"accessanalyzer", "account", "cloudcontrol", "guardduty", "s3control"}
"""Services that the server does not play, so that nothing of theirs is known without a fault."""
OPERATIONS = sorted(each for each in NEEDED if each.partition(":")[0] not in NOT_SERVED)


@pytest.fixture(scope="module")
def account():
    with aws(MOTO_IAM_LOAD_MANAGED_POLICIES="true") as url:
        for family in (test_live_data, test_live_edges, test_live_networks, test_live_identities):
            family.furnish()
        test_live_monitoring.furnish(good=True)
        with spoiling(url) as before, environment(before):
            yield before


def scan(operation, fault=None):
    spoiler = Spoiler(operation, fault)
    rules = NEEDED[operation]
    with Pool(Clients(attempts=1)) as pool:
        given = read_account(spoiler.session, ACCOUNT, (HERE,), collections(needs_of(rules)), pool)
        with scanned(rules, given, clock=lambda: "2026-11-21T00:00:00.000Z") as result:
            found = list(result.findings)
            told = [each.what for each in result.problems] + [each.message for each in found]
            verdicts = {
                (each.rule.id, each.resource.arn or each.resource.id): each.outcome
                for each in found
                if each.resource.id != "*"
            }
            unread = {each.rule.id for each in found if each.resource.id == "*"}
            return Seen(verdicts, unread, "\n".join(told), result.incomplete, status(result, None))


def test_what_a_refusal_hides_is_unknown_and_named(account):
    """One test for all, so that one process makes the account."""
    told = {operation: (scan(operation), scan(operation, "refused")) for operation in OPERATIONS}
    for operation, (sound, seen) in told.items():
        assert wrong(seen, sound) == {}, operation
        assert spelt(operation) in seen.told
        assert "(masked)" not in seen.told
        assert seen.incomplete or seen.verdicts == sound.verdicts, operation
