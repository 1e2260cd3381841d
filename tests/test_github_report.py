import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scans import declared, finding, laboratory, proposal, rule, scan
from snapshot import as_kept

from reports import pieces
from reports.escape import visible
from scanner.model import Location, Problem
from scanner.tree import Tree


def written(of, tree=None):
    return "".join(pieces("github", of, tree=tree))


def commands(of, tree=None):
    """Each line as GitHub's runner takes it apart: the command, its properties, its message."""
    return [_taken_apart(line) for line in written(of, tree).splitlines()]


def _taken_apart(line):
    assert line.startswith("::")
    head, _, message = line[2:].partition("::")
    level, _, properties = head.partition(" ")
    pairs = (each.split("=", 1) for each in properties.split(",") if each)
    return level, {name: _back(value) for name, value in pairs}, _back(message, data=True)


def _back(text, data=False):
    codes = {"%0D": "\r", "%0A": "\n"} | ({} if data else {"%3A": ":", "%2C": ","}) | {"%25": "%"}
    for code, character in codes.items():
        text = text.replace(code, character)
    return text


def test_the_commands_read_as_they_did():
    assert as_kept(written(proposal()), "proposal.github.txt")


def test_the_documentation_shows_one_of_them():
    page = Path(__file__).parents[1].joinpath("docs", "reports.md").read_text("utf-8")
    (shown,) = re.findall("```text\n(.*?)```", page, re.DOTALL)
    assert shown in written(proposal())


def test_a_failure_covers_the_value_at_fault():
    bad = finding(about=declared(), location=Location("log.yaml", 9, 7, 9, 12))
    ((level, place, message),) = commands(scan([bad]), Tree("/repo", "/repo/infra"))
    assert level == "error"
    title = "HIGH trail-on: What trail-on looks at is as it should be"
    assert place == {
        "file": "infra/log.yaml", "line": "9", "endLine": "9", "col": "7", "endColumn": "12",
        "title": title,
    }  # fmt: skip
    assert message == "Trail: It is off. Fix: Turn it on."  # the file says where


def test_columns_are_left_out_where_the_value_spans_lines():
    bad = finding(about=declared(), location=Location("log.yaml", 9, 7, 11, 12))
    ((_, place, _),) = commands(scan([bad]))
    assert {"line": "9", "endLine": "11"}.items() <= place.items()
    assert not {"col", "endColumn"} & place.keys()


def test_a_live_resource_has_no_file_and_says_where_it_is():
    ((_, place, message),) = commands(scan([finding()]))
    assert place.keys() == {"title"}
    assert message.startswith("main in 123456789012/eu-west-1: ")


@pytest.mark.parametrize(
    ("severity", "level"),
    [("critical", "error"), ("high", "error"), ("medium", "warning"), ("low", "notice"),
     ("info", "notice")],
)  # fmt: skip
def test_a_failure_has_its_severity_s_level(severity, level):
    ((shown, _, _),) = commands(scan([finding(rule(severity=severity))]))
    assert shown == level


def test_what_is_not_known_is_a_warning():
    of = scan([finding(verdict="unknown")], problems=[Problem("a.yaml:3:9", "no YAML")])
    unread, undecided = commands(of)
    assert unread[0] == undecided[0] == "warning"
    assert (unread[1]["file"], unread[1]["line"], unread[1]["col"]) == ("a.yaml", "3", "9")
    assert "could not be decided" in undecided[2]


def test_passes_waivers_and_notes_are_no_annotations():
    passed = scan([finding(verdict="pass")], problems=[Problem("w", "unused", blocks=False)])
    assert written(passed) == ""
    assert len(commands(laboratory())) == 3


@given(st.tuples(*[st.integers(0, 13)] * 5))
@settings(max_examples=60)
def test_no_more_annotations_than_github_keeps_and_each_is_shown_or_counted(numbers):
    severities = ("critical", "high", "medium", "low", "info")
    found = [
        finding(rule(severity, severity), f"{severity}-{n}")
        for severity, number in zip(severities, numbers, strict=True)
        for n in range(number)
    ]
    shown = commands(scan(found))
    levels = [level for level, _, _ in shown]
    assert all(levels.count(each) <= 10 for each in ("error", "warning", "notice"))
    more = re.match(r"(\d+) annotations? more", shown[-1][2]) if shown else None
    left_out = int(more[1]) if more else 0
    assert len(shown) - bool(more) + left_out == len(found)
    assert bool(more) == any(
        each > 10 for each in (numbers[0] + numbers[1], numbers[2], numbers[3] + numbers[4])
    )
    titles = [place["title"].split()[0].lower() for level, place, _ in shown if level == "error"]
    assert titles == sorted(titles)  # "critical" comes before "high"


@given(st.text(st.sampled_from("a%0AD25:,=\r\n ]#[\u2028\ud800")), st.text())
def test_any_text_comes_back_as_it_is_shown(name, message):
    bad = finding(
        rule(title=name), declared(name or "x"), message=message, location=Location(f"x{name}", 2)
    )
    ((level, place, said),) = commands(scan([bad]))
    assert level == "error"
    assert place.keys() == {"file", "line", "endLine", "title"}
    assert visible(message)[:500] in said


def test_titles_and_messages_are_as_short_as_github_takes_them():
    bad = finding(rule(title="t" * 999, fix="f" * 9_999), message="m" * 9_999)
    ((_, place, message),) = commands(scan([bad]))
    assert len(place["title"]) == 255
    assert len(message) <= 4_096
