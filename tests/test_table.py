import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scans import Held, declared, finding, laboratory, proposal, resource, rule, scan
from snapshot import as_kept

from reports import pieces
from reports.cells import cells, cut, tabulated, wrapped
from scanner.finding import NotExercised
from scanner.model import Location, Problem


def table(of, width=80, colour=False):
    return "".join(pieces("table", of, width=width, colour=colour))


def test_the_table_reads_as_it_did():
    assert as_kept(table(laboratory()), "table.txt")
    assert as_kept(table(proposal()), "proposal.txt")


@pytest.mark.parametrize("width", [60, 80, 140])
def test_no_line_is_wider_than_the_terminal(width):
    wide = finding(about=resource("データベース" * 30, name="n" * 90), message="見つかった " * 90)
    lines = table(scan([wide, *laboratory().findings]), width).splitlines()
    assert max(map(cells, lines)) <= width


def test_an_unknown_width_is_that_of_an_old_terminal():
    assert table(laboratory(), width=None) == table(laboratory(), width=80)


def test_colour_comes_only_if_asked_for_and_changes_no_letter():
    plain, coloured = table(laboratory()), table(laboratory(), colour=True)
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain != coloured


def test_failures_come_first_and_the_worst_of_them_first():
    mild, grave = rule("a-mild", "low"), rule("z-grave", "critical")
    text = table(scan([finding(mild), finding(grave), finding(verdict="unknown")]))
    order = ["CRITICAL", "LOW", "Could not be decided", "HIGH", "Rules"]
    assert [text.index(each) for each in order] == sorted(text.index(each) for each in order)


def test_of_many_failures_the_first_are_listed_and_the_rest_is_counted():
    text = table(scan(finding(about=f"trail-{n:04}") for n in range(1265)))
    assert "trail-0024" in text
    assert "trail-0025" not in text
    assert "… and 1,240 more (--format json lists all)" in text


def test_of_many_undecided_resources_ten_are_listed():
    text = table(scan(finding(about=f"trail-{n:04}", verdict="unknown") for n in range(12)))
    assert "trail-0009" in text
    assert "… and 2 more (--format json lists all)" in text


def test_a_place_that_all_failures_share_is_said_once():
    here = Location("main.yaml", 7)
    text = table(scan([finding(about="a", location=here), finding(about="b", location=here)]))
    assert text.count("123456789012/eu-west-1") == text.count("main.yaml:7") == 1


def test_a_place_that_the_first_of_many_share_is_said_of_these_alone():
    text = table(scan(finding(about=f"trail-{n:04}") for n in range(26)))
    assert text.count("123456789012/eu-west-1") == 1
    assert "The first 25 · 123456789012/eu-west-1" in text


def test_places_that_differ_stand_beside_each_resource():
    text = table(scan([finding(), finding(about=resource(region="us-east-1"))]))
    assert text.count("123456789012/eu-west-1") == text.count("123456789012/us-east-1") == 1


def test_a_declared_resource_stands_at_its_file_line_and_column():
    text = table(scan([finding(about=declared(), location=Location("infra/log.yaml", 12, 7))]))
    assert "1 of 1 failed · infra/log.yaml:12:7\n" in text
    assert "123456789012" not in text


def test_a_value_in_another_file_is_shown_with_the_stack_that_deploys_it():
    place = Location("modules/log/main.tf", 3, 2)
    text = table(scan([finding(about=declared(stack="live"), location=place)]))
    assert "modules/log/main.tf:3:2 · live" in text


def test_a_type_that_could_not_be_judged_is_called_so():
    text = table(scan([finding(about="*", verdict="unknown", message="it was not recorded")]))
    assert "every AWS::CloudTrail::Trail" in " ".join(text.split())


def test_the_fix_is_said_once_per_rule():
    assert table(scan([finding(about="a"), finding(about="b")])).count("Turn it on.") == 1


def test_an_empty_scan_says_that_nothing_is_known_to_be_well():
    assert table(scan()).endswith("No resource was judged, so nothing is known to be well.\n")


def test_when_all_passed_it_says_so_and_no_more():
    text = table(scan([finding(verdict="pass", message="")]))
    assert text.endswith("Everything that was judged passed: 1 finding.\n")


def test_a_rule_that_judged_nothing_hides_behind_no_pass():
    idle = rule("idle")
    text = table(
        scan([finding(verdict="pass")], not_exercised=[NotExercised(idle, "no account item")])
    )
    assert "no account item: idle" in text
    assert "Everything" not in text
    assert "1 rule not exercised" in text


def test_what_could_not_be_read_is_shown_up_to_a_point_and_then_counted():
    problems = [Problem(f"{n}.json", "not JSON", frozenset({"AWS::KMS::Key"})) for n in range(30)]
    text = table(scan([finding(verdict="pass")], problems=problems))
    assert "24.json: not JSON (concerns AWS::KMS::Key)" in text
    assert "… and 5 more" in text
    assert "30 things could not be read" in text


def test_of_ten_thousand_failures_only_the_listed_are_read():
    read = []

    class Watched(Held):
        def of(self, rule, outcomes=None):
            for each in super().of(rule, outcomes):
                read.append(each)
                yield each

    many = [finding(about=f"trail-{n:05}") for n in range(10_000)]
    table(scan(many, held=Watched))
    assert len(read) == 25


printed = st.text(st.sampled_from("ab c-日ー가é\u0301\u0e31é😀"), max_size=60)


@given(printed, st.integers(4, 20), st.integers(1, 5))
def test_wrapped_lines_fit_and_lose_nothing_but_what_an_ellipsis_stands_for(text, width, most):
    lines = wrapped(text, width, most)
    assert len(lines) <= most
    assert all(cells(line) <= width for line in lines)
    if not lines[-1].endswith("…"):
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(printed, st.integers(2, 20))
def test_a_cut_text_fits_and_is_the_text_where_that_fits(text, width):
    assert cells(cut(text, width)) <= width
    assert (cut(text, width) == text) == (cells(text) <= width)


words = st.text(st.sampled_from("ab-日가é\u0301😀"), max_size=12).map(lambda text: f"x{text}")


@given(st.lists(st.tuples(words, words), max_size=6))
def test_columns_stand_where_padding_by_hand_would_put_them(rows):
    rows = [("left", "right"), *rows]
    widest = max(cells(left) for left, _ in rows)
    by_hand = [f"{left}{' ' * (widest - cells(left))}  {right}" for left, right in rows]
    lines = tabulated(rows[0], rows[1:])
    assert [lines[0], *lines[2:]] == by_hand
