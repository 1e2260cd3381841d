import published
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from scans import declared, finding, laboratory, proposal, resource, rule, scan, waiver
from snapshot import as_kept

from reports import junit_room, pieces
from scanner.finding import NotExercised
from scanner.model import Evidence, Location, Problem, Related


def written(of):
    return "".join(pieces("junit", of))


def parsed(of):
    return etree.fromstring(written(of).encode())


def unwaived():
    held = laboratory()
    kept = [each for each in held.findings if not each.waiver]
    return scan(kept, held.rules, held.problems, held.not_exercised)


def test_the_report_reads_as_it_did():
    assert as_kept(written(laboratory()), "junit.xml")
    assert as_kept(written(proposal()), "proposal.junit.xml")


@published.needed
@pytest.mark.parametrize("schema", published.JUNIT)
def test_it_is_valid_against_each_published_schema(schema):
    assert published.junit_complaints(written(unwaived()), schema) == []
    assert published.junit_complaints(written(scan()), schema) == []
    assert published.junit_complaints(written(proposal()), schema) == []


@published.needed
def test_a_waived_case_is_valid_but_for_ant_which_knows_no_skipped():
    ant, *others = published.JUNIT
    text = written(laboratory())
    assert [published.junit_complaints(text, each) for each in others] == [[], []]
    assert all("skipped" in each for each in published.junit_complaints(text, ant))


def test_each_outcome_becomes_its_element():
    of = rule()
    verdicts = [
        finding(of, "a", "pass"), finding(of, "b"), finding(of, "c", "unknown"),
        finding(of, "d", waiver=waiver()),
    ]  # fmt: skip
    (suite,) = parsed(scan(verdicts))
    cases = {case.get("name")[-1]: [each.tag for each in case] for case in suite.iter("testcase")}
    assert cases == {"a": [], "b": ["failure"], "c": ["error"], "d": ["skipped"]}
    counted = [suite.get(each) for each in ("tests", "failures", "errors", "skipped")]
    assert counted == ["4", "1", "1", "1"]


def test_a_rule_that_judged_nothing_has_a_suite_without_a_case_that_could_pass():
    idle = rule("idle")
    (suite,) = parsed(scan(rules=[idle], not_exercised=[NotExercised(idle, "no account item")]))
    assert suite.get("tests") == "0"
    assert suite.findtext("system-out") == "Not exercised, which is not a pass: no account item"


def test_a_problem_is_an_error_in_a_suite_of_its_own_and_a_note_is_none():
    problems = [Problem("a.json", "not JSON"), Problem("w.yaml:3", "not needed", blocks=False)]
    (suite,) = parsed(scan(problems=problems))
    assert [suite.get("tests"), suite.get("errors")] == ["1", "1"]
    assert suite.find("testcase/error").get("message") == "not JSON"
    assert suite.findtext("system-out") == "w.yaml:3: not needed"


def test_a_problem_met_twice_is_one_case():
    (suite,) = parsed(scan(problems=[Problem("a.json", "not JSON")] * 2))
    assert len(suite.findall("testcase")) == int(suite.get("errors")) == 1


def test_no_case_names_a_file_or_a_line():
    assert not {"file", "line"} & {
        key for each in parsed(laboratory()).iter() for key in each.attrib
    }


def test_a_failure_of_a_declared_resource_names_file_line_and_column():
    joined = Related("AWS::EC2::SecurityGroup Group", Location("net.yaml", 4, 3))
    at_fault = Location("log.yaml", 9, 7, 9, 12)
    evidence = (Evidence("configuration.on", False, "to equal true", at_fault),)
    bad = finding(about=declared(), evidence=evidence, location=at_fault, related=(joined,))
    lines = parsed(scan([bad])).findtext(".//failure").splitlines()
    assert lines == [
        "Trail: It is off.",
        "At log.yaml:9:7",
        "configuration.on is false, wanted to equal true (log.yaml:9:7)",
        "See AWS::EC2::SecurityGroup Group (net.yaml:4:3)",
        "Fix: Turn it on.",
    ]


def test_a_declared_resource_is_named_by_its_stack():
    (case,) = parsed(scan([finding(about=declared(stack="infra/log.yaml"))])).iter("testcase")
    assert case.get("name") == "infra/log.yaml#AWS::CloudTrail::Trail/Trail"


def test_what_passed_is_left_out_first_where_gitlab_would_take_no_file(monkeypatch):
    monkeypatch.setattr(junit_room, "MAX_BYTES", 20_000)
    mild, grave = rule("a-mild", "low"), rule("z-grave", "critical")
    bad = [finding(of, f"bad-{n}") for of in (mild, grave) for n in range(15)]
    good = [finding(mild, f"good-{n}", "pass") for n in range(200)]
    text = written(scan([*good, *bad]))
    names = [case.get("name") for case in etree.fromstring(text.encode()).iter("testcase")]
    assert sum("bad" in each for each in names) == 30
    assert 0 < sum("good" in each for each in names) < 200
    assert 19_000 < len(text.encode()) <= 20_000
    first, last = etree.fromstring(text.encode())
    assert first.get("tests") == str(len(first.findall("testcase")))
    assert f"{215 - len(first.findall('testcase'))} more cases are left out" in text
    assert "left out" not in last.findtext("system-out")


def test_of_too_many_failures_the_worst_are_kept(monkeypatch):
    monkeypatch.setattr(junit_room, "MAX_BYTES", 20_000)
    mild, grave = rule("a-mild", "low"), rule("z-grave", "critical")
    bad = [finding(of, f"bad-{n}") for of in (mild, grave) for n in range(60)]
    first, last = parsed(scan([*bad, finding(mild, "good", "pass")]))
    assert (
        len(last.findall("testcase")) == int(last.get("failures")) > len(first.findall("testcase"))
    )
    assert (
        first.find("testcase[@name='123456789012/eu-west-1/AWS::CloudTrail::Trail/good']") is None
    )


text = st.text(st.sampled_from("a/#\\ \t\n\x00x20\u202e\ud800\ufffd"), max_size=4)
live = st.builds(lambda a, r, t, i: resource(i, t, account=a, region=r), text, text, text, text)
written_down = st.builds(declared, text, text, text.filter(bool))
resources = live | written_down


@given(st.lists(resources, unique=True, max_size=20))
def test_no_two_resources_share_a_case_however_white_space_is_folded(many):
    of = rule()
    root = parsed(scan(finding(of, each) for each in many))
    names = {" ".join(case.get("name").split()) for case in root.iter("testcase")}
    assert len(names) == len(many)
