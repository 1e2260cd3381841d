import published
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from scans import finding, laboratory, resource, rule, scan, waiver
from snapshot import as_kept

from reports import pieces
from scanner.finding import NotExercised
from scanner.model import Problem


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


@published.needed
@pytest.mark.parametrize("schema", published.JUNIT)
def test_it_is_valid_against_each_published_schema(schema):
    assert published.junit_complaints(written(unwaived()), schema) == []
    assert published.junit_complaints(written(scan()), schema) == []


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


text = st.text(st.sampled_from("a/\\ \t\n\x00x20\u202e\ud800\ufffd"), max_size=4)
resources = st.builds(
    lambda a, r, t, i: resource(i, t, account=a, region=r), text, text, text, text
)


@given(st.lists(resources, unique=True, max_size=20))
@settings(deadline=None)
def test_no_two_resources_share_a_case_however_white_space_is_folded(many):
    of = rule()
    root = parsed(scan(finding(of, each) for each in many))
    names = {" ".join(case.get("name").split()) for case in root.iter("testcase")}
    assert len(names) == len(many)
