import gzip
import json
import random

import jsonschema
import published
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scans import finding, laboratory, resource, rule, scan, waiver
from snapshot import as_kept

from reports import pieces
from reports.artifact import Tree, artifact_uri, tree_around
from reports.markdown import literal
from scanner.model import Location, Problem

TREE = Tree(root="/repo", here="/repo/infra")


def written(of, tree=TREE):
    return "".join(pieces("sarif", of, tree=tree))


def run(of, tree=TREE):
    (only,) = json.loads(written(of, tree))["runs"]
    return only


def texts(results):
    return [each["message"]["text"] for each in results]


def test_the_report_reads_as_it_did():
    assert as_kept(written(laboratory()), "sarif.json")


@published.needed
@pytest.mark.parametrize("of", [laboratory(), scan()], ids=["full", "empty"])
def test_it_is_valid_against_the_published_schema(of):
    validator = jsonschema.Draft4Validator(
        published.sarif_schema(), format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER
    )
    assert [each.message for each in validator.iter_errors(json.loads(written(of)))] == []


def test_passes_are_counted_and_not_listed():
    report = run(scan([finding(verdict="pass")]))
    assert report["results"] == []
    assert report["properties"]["counts"]["pass"] == 1


@pytest.mark.parametrize(
    ("severity", "level"),
    [("critical", "error"), ("high", "error"), ("medium", "warning"), ("low", "note"),
     ("info", "note")],
)  # fmt: skip
def test_a_failure_has_its_severity_s_level(severity, level):
    (result,) = run(scan([finding(rule(severity=severity))]))["results"]
    assert (result["kind"], result["level"]) == ("fail", level)


def test_an_unknown_is_open_and_has_no_level():
    (result,) = run(scan([finding(verdict="unknown")]))["results"]
    assert (result["kind"], result["level"]) == ("open", "none")


def test_a_waived_failure_is_suppressed_with_its_reason():
    (result,) = run(scan([finding(waiver=waiver())]))["results"]
    assert result["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "Agreed with the auditors (platform team, until 2027-01-31)",
        }
    ]


def test_a_result_points_at_its_rule_its_line_and_its_resource():
    mine = rule("b-rule")
    arn = "arn:aws:cloudtrail:eu-west-1:123456789012:trail/main"
    about = resource(arn=arn, name="main")
    bad = finding(mine, about, location=Location("stack.yaml", 12, 3))
    report = run(scan([bad], rules=[rule("a-rule"), mine]))
    (result,) = report["results"]
    assert (
        report["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "b-rule"
    )
    (place,) = result["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "infra/stack.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 12, "startColumn": 3},
    }
    assert place["logicalLocations"][0]["fullyQualifiedName"] == arn
    assert result["partialFingerprints"] == {"primaryLocationLineHash": f"{bad.fingerprint}:1"}


def test_a_finding_without_a_place_stands_at_the_first_source():
    (result,) = run(scan([finding()]))["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "infra/recorded/snapshot.json"
    assert place["region"] == {"startLine": 1}


def test_what_could_not_be_read_makes_the_run_unsuccessful():
    report = run(scan([finding(verdict="pass")], problems=[Problem("a.json", "not JSON")]))
    (invocation,) = report["invocations"]
    assert invocation["executionSuccessful"] is False
    assert texts(invocation["toolExecutionNotifications"]) == ["a.json: not JSON"]


def test_a_scan_that_read_and_decided_everything_is_successful_though_rules_failed():
    assert run(scan([finding()]))["invocations"][0]["executionSuccessful"] is True


def test_help_is_the_same_whatever_was_found():
    mine = rule()
    rules = [run(scan(found, [mine]))["tool"] for found in ([], [finding(mine, "a")])]
    assert rules[0] == rules[1]


def test_a_rule_has_no_more_tags_than_code_scanning_keeps():
    mine = rule(controls={"nist-800-53-r5": tuple(f"AC-{n}" for n in range(40))})
    tags = run(scan(rules=[mine]))["tool"]["driver"]["rules"][0]["properties"]["tags"]
    assert len(tags) == 10
    assert tags[0] == "security"


def test_beyond_what_code_scanning_takes_the_most_severe_are_kept_and_the_cut_is_said():
    noise = random.Random(7)
    mild, grave = rule("a-mild", "low"), rule("z-grave", "critical")
    ids = [f"i-{noise.randbytes(9).hex()}" for _ in range(25_000)]
    many = [finding(mild, each, message=f"0.0.0.0/0 enters {each}") for each in ids]
    text = written(scan([*many, finding(grave)]))
    report = json.loads(text)["runs"][0]
    assert len(report["results"]) == 25_000
    assert report["results"][0]["ruleId"] == "z-grave"
    (said,) = texts(report["invocations"][0]["toolExecutionNotifications"])
    assert said.startswith("Only the 25,000 most severe of 25,001 results are listed")
    assert len(gzip.compress(text.encode(), 1)) < 10_000_000


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("stack.yaml", "infra/stack.yaml"),
        ("./a/../stack.yaml", "infra/stack.yaml"),
        ("../top.yaml", "top.yaml"),
        ("/repo/x/my file#1.json", "x/my%20file%231.json"),
        ("/elsewhere/snapshot.json", "snapshot.json"),
        ("../../outside.json", "outside.json"),
        ("/repo", "groma-scan"),
        ("", "groma-scan"),
        ("s3://bucket/key.json", "s3/bucket/key.json"),
        ("aws://123456789012/eu-west-1", "aws/123456789012/eu-west-1"),
        ("arn:aws:s3:::bucket", "infra/arn%3Aaws%3As3%3A%3A%3Abucket"),
    ],
)
def test_a_path_becomes_a_uri_relative_to_the_root(path, uri):
    assert artifact_uri(path, TREE) == uri


@given(st.text(max_size=30))
@settings(deadline=None)
def test_no_path_becomes_absolute_or_brings_a_scheme(path):
    uri = artifact_uri(path, TREE)
    assert uri.isascii()
    assert not uri.startswith(("/", ".."))
    assert ":" not in uri


def test_the_tree_is_that_of_the_nearest_repository(tmp_path):
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    assert tree_around(inner) == Tree(str(tmp_path), str(inner))


def test_markdown_of_a_stranger_is_shown_letter_for_letter():
    assert literal("<b>[x](http://e)</b> *a* `b` @me") == (
        r"\<b\>\[x\](http\://e)\</b\> \*a\* \`b\` \@me"
    )
    assert literal("- a\n- b") == r"\- a - b"
    assert literal("1. first") == r"1\. first"
