"""A baseline: what failed already is known, what is new fails, what is gone is said."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scans import finding, resource, rule, waiver

from scanner.before_merge import baseline
from scanner.errors import UserError
from scanner.model import DECLARED, Location


def declared(address="Trail", stack="infra/trail.yaml", of="trail-on", verdict="fail", **fields):
    about = resource(address, account="", region="", stack=stack)
    return finding(rule(of), about, verdict, **fields)


def stored(path, *findings):
    path.write_text("".join(baseline.written(findings)))
    return baseline.read(str(path))


def outcomes(known, *findings):
    return [each.outcome for each in known.over(findings)]


def gone(known, rules=("trail-on",), places=(("infra/trail.yaml", DECLARED),)):
    return [each.what.partition(";")[0] for each in known.gone(rules, places)]


@pytest.fixture
def file(tmp_path):
    return tmp_path / "groma-baseline.json"


def test_a_failure_in_the_baseline_is_known_and_counts_as_waived(file):
    known = stored(file, declared())
    (found,) = known.over([declared()])
    assert found.verdict == "fail"
    assert found.outcome == "waived"
    assert found.waiver.reason == f"known since the baseline {file}"
    assert found.waiver.location == Location(str(file), 2)


def test_one_that_moved_to_other_lines_is_the_old_one(file):
    known = stored(file, declared(location=Location("infra/trail.yaml", 4, 1)))
    moved = declared(location=Location("infra/trail.yaml", 90, 3), message="It says other things.")
    assert outcomes(known, moved) == ["waived"]


def test_another_rule_address_or_file_is_new(file):
    known = stored(file, declared("module.a.aws_cloudtrail.main"))
    assert outcomes(
        known,
        declared("module.b.aws_cloudtrail.main"),
        declared("module.a.aws_cloudtrail.main", of="trail-validated"),
        declared("module.a.aws_cloudtrail.main", stack="other/trail.yaml"),
    ) == ["fail", "fail", "fail"]  # fmt: skip


def test_what_an_account_has_is_known_by_account_region_and_id(file):
    known = stored(file, finding())
    elsewhere = finding(about=resource(region="us-east-1"))
    assert outcomes(known, finding(), elsewhere) == ["waived", "fail"]


def test_what_is_unknown_or_passes_is_never_hidden(file):
    known = stored(file, declared())
    assert outcomes(known, declared(verdict="unknown"), declared(verdict="pass")) == [
        "unknown",
        "pass",
    ]


def test_a_waiver_with_an_end_goes_before_the_baseline(file):
    known = stored(file, declared())
    (found,) = known.over([declared(waiver=waiver())])
    assert found.waiver == waiver()


def test_only_failures_that_count_are_written():
    given = [declared("A", verdict="pass"), declared("B", verdict="unknown"),
             declared("C", waiver=waiver()), declared("D")]  # fmt: skip
    text = "".join(baseline.written(given))
    assert [each["id"] for each in json.loads(text)["failures"]] == ["D"]


def test_the_file_has_one_failure_a_line_sorted_and_nothing_of_what_was_found():
    text = "".join(baseline.written([finding(), declared("B"), declared("A")]))
    title = "What trail-on looks at is as it should be"
    declared_as = '"stack": "infra/trail.yaml", "type": "AWS::CloudTrail::Trail"'
    assert text.splitlines() == [
        '{"format": "groma-baseline", "version": 1, "failures": [',
        '  {"rule": "trail-on", "account": "123456789012", "region": "eu-west-1", '
        f'"type": "AWS::CloudTrail::Trail", "id": "main", "title": "{title}"}},',
        f'  {{"rule": "trail-on", {declared_as}, "id": "A", "title": "{title}"}},',
        f'  {{"rule": "trail-on", {declared_as}, "id": "B", "title": "{title}"}}',
        "]}",
    ]


def test_the_order_of_the_findings_changes_nothing():
    one, other = [declared("A"), declared("B")], [declared("B"), declared("A")]
    assert [*baseline.written(one)] == [*baseline.written(other)]


def test_a_baseline_of_nothing_can_be_read(file):
    assert outcomes(stored(file), declared()) == ["fail"]


def test_what_no_longer_fails_is_said_with_its_line_and_keeps_no_scan_from_being_complete(file):
    known = stored(file, declared("A"), declared("B"))
    assert outcomes(known, declared("A"), declared("B", verdict="pass")) == ["waived", "pass"]
    (said,) = known.gone(["trail-on"], [("infra/trail.yaml", DECLARED)])
    assert said.where == f"{file}:3"
    assert said.what.startswith("trail-on no longer fails for B in infra/trail.yaml; ")
    assert not said.blocks


def test_a_resource_that_is_no_longer_there_no_longer_fails(file):
    assert gone(stored(file, declared())) == [
        "trail-on no longer fails for Trail in infra/trail.yaml"
    ]


def test_nothing_is_said_of_rules_that_were_not_asked_or_files_that_were_not_read(file):
    known = stored(file, declared())
    assert gone(known, rules=["another"]) == []
    assert gone(known, places=[("infra/other.yaml", DECLARED)]) == []


def test_what_is_unknown_now_or_waived_otherwise_is_not_gone(file):
    known = stored(file, declared("A"), declared("B"))
    list(known.over([declared("A", verdict="unknown"), declared("B", waiver=waiver())]))
    assert gone(known) == []


def test_nothing_is_gone_where_a_whole_type_could_not_be_judged(file):
    known = stored(file, finding())
    list(known.over([finding(about="*", verdict="unknown")]))
    assert gone(known, places=[("123456789012", "eu-west-1")]) == []


def test_of_an_account_what_is_gone_is_said_if_its_region_was_read(file):
    known = stored(file, finding())
    assert gone(known, places=[("123456789012", "us-east-1")]) == []
    assert gone(known, places=[("123456789012", "eu-west-1")]) == [
        "trail-on no longer fails for main in 123456789012/eu-west-1"
    ]


def test_a_file_that_was_laid_out_anew_is_read_with_its_lines(file):
    stored(file, declared("A"), declared("B"))
    file.write_text(json.dumps(json.loads(file.read_text()), indent="\t"))
    known = baseline.read(str(file))
    assert [each.waiver.location.line for each in known.over([declared("A"), declared("B")])] == [
        6,
        13,
    ]


ENTRY = '{"rule": "trail-on", "stack": "a.yaml", "type": "T", "id": "A"}'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ":1:1: the file must be a mapping, not null"),
        ("{", ":2:1: not YAML"),
        ("[]", ":1:1: the file must be a mapping, not a list"),
        ('{"format": "groma-baseline", "version": 2, "failures": []}', ":1:41: version: 2 is greater than the maximum of 1"),
        ('{"format": "x", "version": 1, "failures": []}', ":1:12: format is 'x'; one of groma-bas"),
        (f'{{"format": "groma-baseline", "version": 1, "failures": [\n{ENTRY},\n]}}', ":1:1: not JSON"),
        ('{"format": "groma-baseline", "version": 1, "failures": [\n  {"rul": "a"}]}', ":2:4: unknown key rul; did you mean rule?"),
        ('{"format": "groma-baseline", "version": 1, "failures": [\n  {"rule": "a", "type": "T", "id": "A"}]}', ":2:3: one of stack, account is missing"),
        ('{"format": "groma-baseline", "version": 1, "failures": [\n  {"rule": "a", "type": "T", "id": "A", "account": "1"}]}', ":2:3: "),
        ('{"format": "groma-baseline", "version": 1, "failures": [\n  {"rule": "a", "type": "T", "id": "", "stack": "1"}]}', ":2:36: id is empty"),
    ],
)  # fmt: skip
def test_a_broken_file_is_a_mistake_with_its_place(file, text, said):
    file.write_text(text)
    with pytest.raises(UserError) as raised:
        baseline.read(str(file))
    assert said in str(raised.value)
    assert all(line.startswith(str(file)) for line in str(raised.value).splitlines())


def test_a_missing_file_is_a_mistake(file):
    with pytest.raises(UserError, match="No such file"):
        baseline.read(str(file))


texts = st.text(min_size=1, max_size=8)
paths = st.text(st.sampled_from('ab/. é"\n\udc80'), min_size=1, max_size=8).map(
    lambda text: f"x{text}"
)
failures = st.builds(
    lambda address, stack, name: declared(address, stack, name), texts, paths, texts
) | st.builds(lambda id: finding(about=resource(id)), texts)


@given(st.lists(failures, max_size=6), st.lists(failures, max_size=6))
def test_exactly_what_was_written_is_known_again(tmp_path_factory, old, new):
    known = stored(tmp_path_factory.mktemp("b") / "baseline.json", *old)
    same = {baseline.key_of(each) for each in old}
    wanted = ["waived" if baseline.key_of(each) in same else "fail" for each in [*old, *new]]
    assert outcomes(known, *old, *new) == wanted
    assert outcomes(known, *old) == ["waived"] * len(old)


@given(st.data())
def test_every_prefix_of_a_file_is_read_or_refused_with_its_place(tmp_path_factory, data):
    text = "".join(baseline.written([declared("A"), finding()]))
    file = tmp_path_factory.mktemp("b") / "baseline.json"
    file.write_text(text[: data.draw(st.integers(0, len(text) - 2))])
    with pytest.raises(UserError, match=r"baseline\.json:"):
        baseline.read(str(file))
