"""Names from strangers go through every format and come out as text, whatever they try."""

import json

import jsonschema
import published
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt
from scans import declared, finding, resource, rule, scan, waiver

from reports import FORMATS, pieces
from reports.escape import exact, visible
from scanner.finding import NotExercised
from scanner.model import Evidence, Fix, Location, Problem, Related, SourceUse

HOSTILE = [
    "\x1b[2J\x1b]0;owned\x07",
    "\x9b31mred",
    "a\nPASS everything\rb",
    "\u202eevil\u2066",
    "zero\u200bwidth\ufeff",
    "\u2028line\u2029",
    "<script>alert(1)</script>",
    "]]><x/><![CDATA[",
    "&lt;&#0;&bad;",
    '" onload="x',
    "=cmd|'/c calc'!A1",
    "\ud800lone",
    "\udcff",
    "nul\x00",
    "\ufffe\uffff",
    "{0} {{1}} %s %n",
    "[click](https://evil.example)",
    "![x](//e)`@all`#1",
    "../../etc/passwd",
    "::error file=x,line=1::owned",
    "\n::stop-commands::x",
    "##[error]owned",
    "%0A::error::owned",
    "@everyone a@b.example #1",
    "<img src=x onerror=alert(1)>",
    "](http://evil.example)",
    "arn:aws:s3:::x",
    "\U000f0000\U0010fffd",
    "e\u0301" * 50,
    "\u0301first",
    "長" * 200,
    " " * 9,
    "x" * 100_000,
]

each_name = pytest.mark.parametrize("name", HOSTILE, ids=lambda name: ascii(name[:30]))


def hostile_scan(name):
    mine = rule(title=name, why=name, fix=name, references=(name,), controls={"cis": (name,)})
    idle = rule("idle")
    about = resource(name, name=f"{name}2", arn=name, account=name, region=name)
    held = (Evidence(name, {name: [name, float("nan")]}, name, Location(name, 1, 1)),)
    fix = Fix(Location(name, 1, 1, 1, 2), name)
    joined = (Related(name, Location(name, 2, 2)),)
    common = {
        "message": name,
        "evidence": held,
        "location": Location(name),
        "related": joined,
        "fix": fix,
    }
    return scan(
        [
            finding(mine, about, **common),
            finding(mine, resource(f"{name}b"), "unknown", **common),
            finding(mine, resource(f"{name}c"), waiver=waiver(about=name, reason=name), **common),
            finding(mine, resource(f"{name}d"), "pass"),
            finding(mine, declared(f"{name}e", stack=name or "x"), **common),
        ],
        rules=(mine, idle),
        problems=(Problem(name, name, frozenset({name})),),
        not_exercised=(NotExercised(idle, name),),
        sources=(SourceUse(name, name, items=4),),
    )


def written(format, name, **look):
    text = "".join(pieces(format, hostile_scan(name), **look))
    text.encode()  # nothing that UTF-8 cannot carry
    return text


@each_name
def test_the_table_prints_and_does_nothing_else(name):
    text = written("table", name)
    assert all(line.isprintable() for line in text.split("\n"))
    assert len(text) < 20_000


@each_name
def test_the_coloured_table_has_no_codes_but_its_own(name):
    plain = written("table", name, colour=True).replace("\x1b[", "").replace("\n", "")
    assert plain.isprintable()


@each_name
def test_json_gives_the_name_back(name):
    report = json.loads(written("json", name))
    whole = name.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    ids = {each["resource"]["id"] for each in report["findings"]}
    assert {whole, f"{whole}b", f"{whole}c", f"{whole}d", f"{whole}e"} == ids


@each_name
def test_junit_stays_five_cases_and_a_problem(name):
    text = written("junit", name)
    root = etree.fromstring(text.encode(), etree.XMLParser(huge_tree=True))
    names = [case.get("name") for case in root.iter("testcase")]
    assert len(set(names)) == len(names) == 6
    assert any(each.endswith(f"/{exact(name)}".replace("#", r"\#")) for each in names)
    assert root.find(".//failure").get("message").endswith(visible(name))


@published.needed
@each_name
@pytest.mark.parametrize("schema", published.JUNIT[1:])
def test_junit_stays_valid(name, schema):
    assert published.junit_complaints(written("junit", name), schema) == []


@published.needed
@each_name
def test_sarif_stays_valid_and_bounded_and_points_inside_the_repository(name):
    report = json.loads(written("sarif", name))
    schema = published.sarif_schema()
    assert [each.message for each in jsonschema.Draft4Validator(schema).iter_errors(report)] == []
    for result in report["runs"][0]["results"]:
        assert len(json.dumps(result)) < 20_000
        assert result["message"]["text"].count("](") == 1
        assert result["message"]["text"].endswith("](1).")
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert not uri.startswith(("/", ".", "arn:"))


@each_name
def test_github_gets_commands_of_ours_and_no_others(name):
    lines = written("github", name).split("\n")
    assert [line.split(" ")[0] for line in lines] == ["::error"] * 2 + ["::warning"] * 2 + [""]
    assert all(line.isprintable() for line in lines)


@each_name
def test_gitlab_gets_four_entries_inside_the_repository(name):
    entries = json.loads(written("gitlab", name))
    assert len(entries) == 4
    for each in entries:
        assert each["description"].isprintable()
        assert "](" not in each["description"]
        assert not each["location"]["path"].startswith(("/", "../"))


@each_name
def test_markdown_has_no_markup_but_its_own(name):
    text = written("markdown", name)
    assert all(line.isprintable() for line in text.split("\n"))
    assert len(text) < 40_000
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    kinds = {child.type for each in tokens for child in each.children or ()}
    assert kinds <= {"text", "text_special", "code_inline", "html_inline"}


@given(st.text(st.characters(), max_size=20), st.sampled_from(sorted(FORMATS)))
@settings(max_examples=60)
def test_any_name_at_all_goes_through_every_format(name, format):
    assert written(format, name) == written(format, name)


@given(st.text(), st.text())
def test_exact_keeps_different_texts_different(one, other):
    assert (exact(one) == exact(other)) == (one == other)
    assert exact(one).isprintable()
    assert exact(one) == " ".join(exact(one).split())
