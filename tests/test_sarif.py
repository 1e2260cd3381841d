import gzip
import json
import random

import jsonschema
import published
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scans import declared, finding, laboratory, proposal, resource, rule, scan, waiver
from snapshot import as_kept

from reports import pieces
from reports.artifact import artifact_uri
from reports.gzipped import Gauge
from reports.markdown import literal
from reports.sarif_places import region
from scanner.model import Fix, Location, Problem, Related
from scanner.tree import Tree, tree_around

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
    assert as_kept(written(proposal()), "proposal.sarif.json")


@published.needed
@pytest.mark.parametrize(
    "of", [laboratory(), proposal(), scan()], ids=["full", "declared", "empty"]
)
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


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        (
            Location("a", 3, 5, 3, 9),
            {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 9},
        ),
        (
            Location("a", 3, 5, 4, 1),
            {"startLine": 3, "startColumn": 5, "endLine": 4, "endColumn": 1},
        ),
        (Location("a", 3, 5), {"startLine": 3, "startColumn": 5}),
        (Location("a", 3), {"startLine": 3}),
        (Location("a"), {"startLine": 1}),
        (Location("a", 3, 5, 3, 5), {"startLine": 3, "startColumn": 5}),
        (Location("a", 3, 5, 2, 9), {"startLine": 3, "startColumn": 5}),
    ],
)
def test_a_region_covers_the_text_at_fault_as_far_as_it_is_known(place, wanted):
    assert region(place) == wanted


def test_a_joined_resource_is_a_related_location_that_the_message_links_to():
    joined = Related("AWS::EC2::SecurityGroup Group", Location("net.yaml", 4, 3))
    bad = finding(about=declared(), location=Location("infra/log.yaml", 9), related=(joined,))
    (result,) = run(scan([bad]))["results"]
    assert result["message"]["text"].endswith(" See [AWS::EC2::SecurityGroup Group](1).")
    (related,) = result["relatedLocations"]
    assert (related["id"], related["message"]["text"]) == (1, joined.what)
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "infra/net.yaml"
    assert related["physicalLocation"]["region"] == {"startLine": 4, "startColumn": 3}


def test_a_literal_s_replacement_is_a_fix_of_exactly_that_text():
    place = Location("log.yaml", 9, 34, 9, 39)
    bad = finding(about=declared(), location=place, fix=Fix(place, "true"))
    (result,) = run(scan([bad]))["results"]
    (fix,) = result["fixes"]
    assert fix["description"]["text"] == "Write true here."
    (change,) = fix["artifactChanges"]
    assert change == {
        "artifactLocation": {"uri": "infra/log.yaml", "uriBaseId": "%SRCROOT%"},
        "replacements": [
            {
                "deletedRegion": {
                    "startLine": 9, "startColumn": 34, "endLine": 9, "endColumn": 39,
                },
                "insertedContent": {"text": "true"},
            }
        ],
    }  # fmt: skip


def test_brackets_in_a_related_name_are_escaped_as_the_standard_wants():
    joined = Related("T main[0]](9)", Location("net.yaml", 4, 3))
    (result,) = run(scan([finding(related=(joined,))]))["results"]
    assert result["message"]["text"].endswith(r" See [T main\[0\]\] (9)](1).")


def test_a_declared_resource_goes_by_its_address_and_by_its_stack_where_that_is_another_file():
    here, there = Location("infra/log.yaml", 2), Location("modules/x/main.tf", 2)
    about = declared("module.x.aws_cloudtrail.main", stack="infra/log.yaml")
    for place, starts in ((here, "module.x.aws_cloudtrail.main: "), (there, "module.x.aws_cloudtrail.main in infra/log.yaml: ")):  # fmt: skip
        (result,) = run(scan([finding(about=about, location=place)]))["results"]
        assert result["message"]["text"].startswith(starts)
        (logical,) = result["locations"][0]["logicalLocations"]
        assert logical["fullyQualifiedName"] == "module.x.aws_cloudtrail.main"


def test_the_hash_stays_when_lines_move_and_differs_between_stacks():
    def hashes(*findings):
        return {
            each["partialFingerprints"]["primaryLocationLineHash"]
            for each in run(scan(findings))["results"]
        }

    one = declared(stack="a.yaml")
    before = hashes(finding(about=one, location=Location("a.yaml", 3, 1)))
    after = hashes(finding(about=one, location=Location("a.yaml", 30, 1)))
    assert before == after
    assert len(hashes(finding(about=one), finding(about=declared(stack="b.yaml")))) == 2


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
    assert said.startswith("Only the 25,000 most severe of 25,001 results are listed: ")
    assert "no more results" in said
    assert len(gzip.compress(text.encode(), 1)) < 10_000_000


def test_a_file_that_would_be_too_large_ends_with_the_most_severe_that_fit():
    noise = random.Random(7)
    mild, grave = rule("a-mild", "low"), rule("z-grave", "critical")
    many = [
        finding(mild, f"i-{number}", message=noise.randbytes(480).hex()) for number in range(16_000)
    ]
    text = written(scan([*many, finding(grave)]))
    report = json.loads(text)["runs"][0]
    assert report["results"][0]["ruleId"] == "z-grave"
    assert 14_000 < len(report["results"]) < 16_001
    (said,) = texts(report["invocations"][0]["toolExecutionNotifications"])
    assert f"{len(report['results']):,} most severe of 16,001" in said
    assert "no more bytes" in said
    assert 8_500_000 < len(gzip.compress(text.encode(), 6)) < 10_000_000


def test_a_gauge_holds_what_is_smaller_than_its_limit_however_it_compresses():
    assert all(Gauge(limit).holds("x" * limit) for limit in (0, 1, 99))
    assert not Gauge(99).holds("x" * 100 + "".join(map(chr, range(300_000, 500_000))))


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
        ("s3://bucket/../../etc/passwd", "etc/passwd"),
        ("://x", "infra/%3A/x"),
        ("/\0/..", "groma-scan"),
        ("aws://123456789012/eu-west-1", "aws/123456789012/eu-west-1"),
        ("arn:aws:s3:::bucket", "infra/arn%3Aaws%3As3%3A%3A%3Abucket"),
    ],
)
def test_a_path_becomes_a_uri_relative_to_the_root(path, uri):
    assert artifact_uri(path, TREE) == uri


@given(st.text(max_size=30))
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
