import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from scans import declared, finding, laboratory, proposal, rule, scan, waiver
from snapshot import as_kept

from reports import pieces
from reports.escape import visible
from reports.markdown import code
from scanner.finding import NotExercised
from scanner.model import Location, Problem
from scanner.tree import Tree

PAGE = Path(__file__).parents[1] / "docs" / "reports.md"
READER = MarkdownIt("commonmark", {"html": True}).enable("table")


def written(of, tree=None):
    return "".join(pieces("markdown", of, tree=tree))


def inline(text):
    """Every piece of inline Markdown as a reader sees it: (kind, content)."""
    for token in READER.parse(text):
        for child in token.children or ():
            yield child.type, child.content


def test_the_summaries_read_as_they_did():
    assert as_kept(written(laboratory()), "summary.md")
    assert as_kept(written(proposal()), "proposal.md")


def test_the_documentation_shows_the_beginning_of_a_summary():
    (shown,) = re.findall("```markdown\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert written(proposal()).startswith(shown)


def test_the_first_line_is_the_verdict():
    def first(of):
        return written(of).splitlines()[0].removeprefix("## Groma: ")

    bad, good = finding(), finding(about="x", verdict="pass")
    idle = NotExercised(rule(), "there is none")
    assert first(scan([bad, good])) == "1 of 2 findings failed"
    assert first(scan([good])) == "everything that was judged passed"
    assert first(scan([good, finding(waiver=waiver())])) == "nothing failed"
    assert first(scan([good, finding(verdict="unknown")])) == (
        "nothing failed, but not everything is known"
    )
    assert first(scan([good], problems=[Problem("a", "no YAML")])) == (
        "nothing failed, but not everything is known"
    )
    assert first(scan(not_exercised=[idle])) == "nothing was judged, so nothing is known to be well"


def test_failures_come_first_by_severity_and_the_rest_is_folded():
    text = written(laboratory())
    order = ["### Critical: 1 failed", "How to mend", "Could not be decided", "Could not be read",
             "Waived: 1", "Worth knowing", "Not exercised"]  # fmt: skip
    assert [text.index(each) for each in order] == sorted(text.index(each) for each in order)
    assert text.count("<details>") == text.count("</details>") == 6
    assert text.index("### Critical") < text.index("<details>")


def test_a_failure_is_a_row_with_its_file_line_and_column():
    bad = finding(about=declared(stack="log.yaml"), location=Location("log.yaml", 9, 7, 9, 12))
    text = written(scan([bad]), Tree("/repo", "/repo/infra"))
    assert (
        "| What trail-on looks at is as it should be<br>`trail-on` | `Trail` |"
        " `infra/log.yaml:9:7` | `It is off.` |"
    ) in text


def test_a_summary_stays_below_what_github_takes_and_says_what_it_leaves_out():
    mild, grave = rule("a-mild", "low"), rule("z-grave", "critical")
    many = [finding(mild, f"trail-{n}", message="m" * 900) for n in range(3_000)]
    of = scan([*many, finding(grave), finding(grave, "x", "unknown")])
    text = written(of)
    assert 900_000 < len(text.encode()) < 1 << 20
    assert text.index("### Critical: 1 failed") < text.index("### Low: 3,000 failed")
    rows = text.count("| `trail-")
    assert f"… and {3_000 - rows:,} rows for which there is no room here" in text
    assert "Could not be decided, which is not a pass: 1" in text
    assert "… and 1 row for which" in text
    assert text.count("<details>") == text.count("</details>")


HOSTILE = [
    "@everyone", "a@b.example", "#1", "https://evil.example", "www.evil.example",
    "[x](http://evil.example)", "![x](//e)", "<img src=x onerror=alert(1)>", "</details>",
    "<!--", "-->", "&lt;b&gt;", "a|b", r"a\|b", r"a\\|b\\", "`", "``a`", "`a", " `", " a ",
    "**b**", "~~s~~", "$x$", "line\n\n# two", "\r\n| a | b |", "::error::x", "", "   ", "\ud800",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE, ids=lambda name: ascii(name))
def test_strangers_text_is_code_and_the_rules_prose_is_text(name):
    mine = rule(title=f"t {name}", fix=f"f {name}")
    found = [
        finding(mine, declared(name), message=name, location=Location(f"x{name}", 3)),
        finding(mine, declared(f"{name}2"), "unknown", message=name),
        finding(mine, declared(f"{name}3"), waiver=waiver(reason=name)),
    ]
    text = written(scan(found, problems=[Problem(f"p{name}", f"w{name}", frozenset({name}))]))
    kinds = {kind for kind, _ in inline(text)}
    assert kinds <= {"text", "text_special", "code_inline", "html_inline"}
    tags = {content for kind, content in inline(text) if kind == "html_inline"}
    assert tags <= {"<br>", "<!-- -->"}
    assert not [
        each for each in READER.parse(text) if each.type in ("fence", "hr", "list_item_open")
    ]
    assert sum(each.type == "tr_open" for each in READER.parse(text)) == 10
    codes = [content for kind, content in inline(text) if kind == "code_inline"]
    assert not visible(name).strip() or visible(name) in {each.strip() for each in codes} | set(
        codes
    )


@pytest.mark.parametrize("name", ["@everyone", "#1", "a@b.example"])
def test_a_rule_s_prose_mentions_nobody_and_links_no_issue(name):
    text = written(scan([finding(rule(title=name, fix=name))]))
    for kind, content in inline(text):
        assert kind != "text" or name not in content
    assert "@everyone" not in text


@given(st.text(st.sampled_from("a`|\\ @<\n"), max_size=12))
def test_a_reader_of_a_table_s_code_sees_the_text(text):
    table = f"| a | b |\n| --- | --- |\n| {code(text)} | z |\n"
    cells = [each.children for each in READER.parse(table) if each.type == "inline"]
    assert len(cells) == 4
    (only,) = cells[2]
    assert only.type == "code_inline"
    assert only.content.strip(" ") == visible(text).strip(" ")
