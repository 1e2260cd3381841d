"""What is kept of the built-in rules is what their files say."""

from pathlib import Path

import pytest

from scanner import builtin, document
from scanner.builtin import generate
from scanner.expression import compile
from scanner.needs import fields_read
from scanner.rule_of import rule_of

HERE = Path(builtin.KEPT)
ANEW = "run `make rules` and commit what it writes"


def from_file(path):
    return rule_of(document.parse(document.read(path), path).value, path)


def without_tests(rule):
    return {
        name: getattr(rule, name)
        for name in rule.__struct_fields__
        if name not in ("tests", "reads")
    }


def test_what_is_kept_is_what_the_files_say():
    wanted = generate.files(builtin.paths())
    there = {each.name for each in (HERE / "rules.json", *HERE.glob("[a-z]*.py"))}
    assert there == wanted.keys(), ANEW
    for name, text in wanted.items():
        assert (HERE / name).read_text() == text, ANEW


@pytest.mark.parametrize("path", builtin.paths(), ids=lambda path: Path(path).stem)
def test_a_rule_that_was_kept_is_the_rule_in_its_file(path):
    (kept,) = [rule for rule in builtin.rules() if rule.location.uri == path]
    assert without_tests(kept) == without_tests(from_file(path))
    assert kept.reads == fields_read([from_file(path)])


def test_a_program_that_was_kept_gives_what_its_text_asks_for():
    text = "[configuration.arn, configuration.keyId]"
    document = {"configuration": {"arn": "a", "keyId": "k"}}
    assert builtin.program(text, "cloudtrail")(document) == compile(text)(document) == ["a", "k"]


@pytest.mark.parametrize("path", builtin.paths(), ids=lambda path: Path(path).stem)
def test_each_expression_of_a_rule_has_its_program_and_its_names(path):
    service = Path(path).parent.name
    for text, names in builtin.table()[Path(path).stem].names.items():
        assert names == compile(text).names
        assert callable(builtin.program(text, service))


def test_a_file_that_was_changed_since_is_read_anew(tmp_path):
    (path, *_) = builtin.paths()
    changed = tmp_path / Path(path).name
    changed.write_text(
        Path(path)
        .read_text()
        .replace("\ntitle: ", "\ntitle: Mine: ", 1)
        .replace("title: Mine: ", "title: Mine. ")
    )
    kept = builtin.table()
    assert builtin.rule(str(changed), kept).title.startswith("Mine. ")
    assert builtin.rule(path, kept).reads is not None
    assert builtin.rule(path, {}).reads is None
