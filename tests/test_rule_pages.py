"""The pages of docs/rules: up to date, complete, and nothing in a rule can break them."""

import re
from pathlib import Path

import pytest
import yaml
from markdown_it import MarkdownIt
from msgspec.structs import replace
from scans import rule

from scanner import builtin
from scanner.commands.rule_pages import FOLDER, in_service, pages, prose
from scanner.decidable import template_gaps, terraform_gaps
from scanner.model import Location
from scanner.resources.generate import declared

RULES = builtin.rules()
FAMILIES = sorted(Path(__file__).with_name("families").glob("*/family.yaml"))
READER = MarkdownIt("commonmark", {"html": True}).enable("table")


def inline(text):
    """Every piece of inline Markdown as a reader sees it: (kind, content)."""
    for token in READER.parse(text):
        for child in token.children or ():
            yield child.type, child.content


def test_the_pages_are_what_the_rules_give():
    kept = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert kept == pages(RULES), "run make rules"


def test_every_rule_is_in_the_index_and_has_a_section_that_the_index_leads_to():
    found = pages(RULES)
    for each in RULES:
        page = f"{in_service(each)}.md"
        assert f"]({page}#{each.id})" in found["README.md"]
        assert f"\n## {each.id}\n" in found[page]


@pytest.mark.parametrize(
    "name", ["<b>", "a|b", "[x](http://evil.example)", "# x", "*x*", "`", "&lt;", "\x1b[2J", "\n\n# y"]
)  # fmt: skip
def test_text_in_a_rule_stands_letter_for_letter(name):
    mine = replace(
        rule("mine", title=f"t {name}", why=f"w {name}", fix=f"f {name}"),
        params={"limit": name},
        inputs={"maxLimit": "limit"},
        location=Location("rules/s3/mine.yaml", 1, 1),
    )
    for text in pages([mine]).values():
        seen = {kind for kind, _ in inline(text)}
        assert seen <= {"text", "text_special", "code_inline", "softbreak", "strong_open",
                        "strong_close", "link_open", "link_close"}  # fmt: skip
        assert "\x1b" not in text
        links = re.findall(r"\]\((?!\.\./|README|s3\.md)", text)
        assert links == [] or name.startswith("[")


def test_code_between_backquotes_is_code_and_the_rest_is_text():
    assert prose("Run `aws s3 ls *` or *not*.") == r"Run `aws s3 ls *` or \*not\*."
    assert prose("one ` alone") == r"one \` alone"


@pytest.mark.parametrize("family", FAMILIES, ids=lambda path: path.parent.name)
def test_what_a_family_proves_from_templates_and_terraform_is_said_to_be_decided_there(family):
    proved, types = yaml.safe_load(family.read_text()), declared()
    unproved = set(proved.get("undeclared") or ())
    for key, gaps in (("no_template", template_gaps), ("no_terraform", terraform_gaps)):
        spared = unproved.union(proved.get(key) or ())
        mine = [each for each in RULES if each.id in proved["rules"] and each.id not in spared]
        assert [each.id for each in mine if gaps(each, types) is None] == []


def test_where_a_rule_can_be_decided_comes_from_the_declarations():
    trails = pages(RULES)["cloudtrail.md"]
    section = trails.split("## cloudtrail-log-validation\n")[1].split("\n## ")[0]
    assert "the APIs, AWS Config alone, CloudFormation, Terraform" in section
    covered = trails.split("## cloudtrail-account-covered\n")[1].split("\n## ")[0]
    assert "**Decided from** the APIs." in covered
    assert "AWS::CloudTrail::Trail" in declared()
