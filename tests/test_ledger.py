from contextlib import closing, contextmanager

from scans import Held, finding, laboratory, rule

from scanner.ledger import Ledger
from scanner.model import Verdict


@contextmanager
def ledger(findings, rules, **options):
    with closing(Ledger(rules, **options)) as made:
        for each in findings:
            made.add(each)
        yield made


def test_what_is_written_down_is_read_back_as_it_was():
    scan = laboratory()
    with ledger(scan.findings, scan.rules) as made:
        assert list(made) == list(scan.findings)
        for each in scan.rules:
            assert list(made.of(each)) == list(scan.findings.of(each))
            assert dict(made.counts(each)) == dict(scan.findings.counts(each))


def test_one_rules_failures_can_be_read_alone_and_again():
    on = rule("trail-on")
    found = [finding(on, "b"), finding(on, "a", "pass"), finding(on, "c")]
    with ledger(found, [on]) as made:
        for _ in range(2):
            failed = list(made.of(on, frozenset({"fail"})))
            assert [each.resource.id for each in failed] == ["b", "c"]


def test_what_nobody_lists_is_only_counted():
    on = rule("trail-on")
    with ledger([], [on], listed={"pass": 0, "fail": 1}) as made:
        assert made.spare(on, Verdict.PASS)
        assert not made.spare(on, Verdict.FAIL)
        made.add(finding(on, "a"))
        assert made.spare(on, Verdict.FAIL)
        assert not made.spare(on, Verdict.UNKNOWN)
        assert made.counts(on) == {"pass": 1, "fail": 2}
        assert [each.resource.id for each in made] == ["a"]


def test_a_ledger_that_has_gone_to_disk_reads_the_same(monkeypatch):
    monkeypatch.setattr("scanner.ledger.IN_MEMORY", 1000)
    on, off = rule("a-rule"), rule("b-rule")
    found = [finding(each, f"r{number:02}") for number in range(50) for each in (on, off)]
    with ledger(found, [off, on]) as made:
        assert list(made) == list(Held(found))
