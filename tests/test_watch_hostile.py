"""Records come from strangers: what they call things is text in every report, and bounded."""

import json
import re

import jsonschema
import published
import pytest
from events import count, event, log, rule, scan
from lxml import etree
from markdown_it import MarkdownIt
from test_reports_hostile import HOSTILE

from reports import FORMATS, pieces
from scanner.model import SourceUse

READ = SourceUse("cloudtrail", "logs", files=1, items=4)
NAMES = [each for each in HOSTILE if not any("\ud800" <= one <= "\udfff" for one in each)]
NAMES += ["x" * (1 << 18), "\x1b[31m<b>`|" * 20_000]
each_name = pytest.mark.parametrize("name", NAMES, ids=lambda name: ascii(name[:30]))

RULES = [
    rule("check: [{value: configuration.errorCode, exists: false}]", id="refused"),
    rule('check: [{value: "unapproved(configuration, `[]`)", empty: true}]', id="approved"),
    rule("check: [{value: configuration.requestParameters, equals: {}}]", id="asked"),
    count("configuration.userIdentity.userName", at_least=2, id="often"),
    count("[configuration.eventName, configuration.sourceIPAddress]", at_least=9, id="seldom"),
]


def records(name):
    """Events in which everything that may be a text is this one."""
    texts = ("eventID", "eventName", "sourceIPAddress", "awsRegion", "errorCode", "errorMessage")
    who = dict.fromkeys(("userName", "principalId", "arn", "accountId", "accessKeyId"), name)
    session = {"sessionIssuer": who, "sourceIdentity": name, "attributes": {name: name}}
    for kind in ("IAMUser", "AssumedRole", "Root", "SAMLUser", name):
        fields = dict.fromkeys((*texts, "recipientAccountId", "userAgent"), name)
        fields["eventID"] = f"{name}{kind[:20]}"
        fields["requestParameters"] = {name: [name, {name: name}]}
        fields["userIdentity"] = {"type": kind, **who, "sessionContext": session}
        yield event(**fields)
    yield event("late", time=name[:1000], userIdentity={"type": name, "invokedBy": name})


def written(format, name, **look):
    with scan(RULES, log(*records(name)), READ) as result:
        assert result.counts["fail"] > 10
        text = "".join(pieces(format, result, **look))
    text.encode()
    return text


@each_name
def test_every_report_is_bounded(name):
    with scan(RULES, log(*records(name)), READ) as result:
        sizes = {each: sum(map(len, pieces(each, result))) for each in FORMATS}
    assert max(sizes.values()) < 400_000, sizes


@each_name
def test_the_table_prints_and_does_nothing_else(name):
    assert all(line.isprintable() for line in written("table", name).split("\n"))
    plain = written("table", name, colour=True).replace("\x1b[", "").replace("\n", "")
    assert plain.isprintable()


@each_name
def test_json_and_gitlab_are_json(name):
    json.loads(written("json", name))
    for each in json.loads(written("gitlab", name)):
        assert each["description"].isprintable()
        assert "](" not in each["description"]
        assert not each["location"]["path"].startswith(("/", "../"))


@each_name
def test_junit_has_a_case_for_each_finding(name):
    root = etree.fromstring(written("junit", name).encode(), etree.XMLParser(huge_tree=True))
    names = [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]
    assert len(set(names)) == len(names)


@published.needed
@each_name
def test_sarif_stays_valid_and_bounded(name):
    report = json.loads(written("sarif", name))
    schema = published.sarif_schema()
    assert [each.message for each in jsonschema.Draft4Validator(schema).iter_errors(report)] == []
    assert all(len(json.dumps(each)) < 20_000 for each in report["runs"][0]["results"])


@each_name
def test_github_gets_commands_of_ours_and_no_others(name):
    lines = written("github", name).split("\n")
    assert all(re.match("::(error|warning|notice)[ :]|$", line) for line in lines)
    assert all(line.isprintable() for line in lines)


@each_name
def test_markdown_has_no_markup_but_its_own(name):
    text = written("markdown", name)
    assert all(line.isprintable() for line in text.split("\n"))
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    kinds = {child.type for each in tokens for child in each.children or ()}
    assert kinds <= {"text", "text_special", "code_inline", "html_inline"}


def test_a_secret_in_what_was_asked_is_in_no_report():
    asked = {"masterUserPassword": "hunter2-very-secret", "tokens": ["hunter2-very-secret"]}
    for format in sorted(FORMATS):
        with scan(RULES, log(event(requestParameters=asked)), READ) as result:
            assert "hunter2" not in "".join(pieces(format, result))
