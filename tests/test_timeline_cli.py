"""`groma timeline` as a user runs it: its exit status, and what it says of mistakes."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from test_lab_example import LAB

from scanner.cli import cli
from scanner.errors import UserError
from tests.histories import trail, written

NOW = ("--now", "2026-02-01")
MULTI = ("--rule", "cloudtrail-multi-region")
NAMED = """
id: named
title: A trail has one of the names
severity: low
why: It is told from others.
fix: Name it.
resource: AWS::CloudTrail::Trail
params: {names: [other]}
check: [{value: "contains(params.names, configuration.name)", equals: true}]
tests:
  - {name: one of them, given: {configuration: {name: other}}, expect: pass}
  - {name: another, given: {configuration: {name: strange}}, expect: fail}
"""


def groma(*arguments):
    ran = CliRunner().invoke(cli, ["timeline", *map(str, arguments)], catch_exceptions=False)
    return ran.exit_code, ran.stdout


@pytest.mark.parametrize(
    ("last", "status"),
    [(True, 0), (False, 1), ({"$unresolved": "not told"}, 3)],
)
def test_the_status_is_that_of_the_end(tmp_path, last, status):
    path = written(tmp_path, trail(1, isMultiRegionTrail=False), trail(2, isMultiRegionTrail=last))
    assert groma("main", path, *MULTI, *NOW)[0] == status


def test_what_could_not_be_read_leaves_status_3(tmp_path):
    written(tmp_path, trail(1, isMultiRegionTrail=True))
    (tmp_path / "broken.json").write_text('{"configurationItems": [')
    status, text = groma("main", tmp_path, *MULTI, *NOW)
    assert status == 3
    assert "broken.json" in "".join(text.split())  # wherever a long path was wrapped


def test_until_ends_the_time_and_since_may_be_a_length(tmp_path):
    path = written(tmp_path, trail(1, isMultiRegionTrail=False), trail(20, isMultiRegionTrail=True))
    assert groma("main", path, *MULTI, *NOW, "--until", "2026-01-10")[0] == 1
    status, text = groma("main", path, *MULTI, *NOW, "--since", "15d", "--format", "json")
    assert status == 0
    assert json.loads(text)["since"] == "2026-01-17T00:00:00.000Z"


def test_a_param_is_set_as_in_a_scan(tmp_path):
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "named.yaml").write_text(NAMED)
    path = written(tmp_path, trail(1))
    arguments = ("main", path, "--rules", folder, *NOW)
    assert groma(*arguments)[0] == 1
    assert groma(*arguments, "--param", "names=[main]")[0] == 0


def test_several_reports_are_written_at_once(tmp_path):
    path = written(tmp_path, trail(1, isMultiRegionTrail=True))
    picture = tmp_path / "picture.svg"
    status, text = groma(
        "main", path, *MULTI, *NOW, "--format", "json", "--format", f"svg={picture}"
    )
    assert status == 0
    assert json.loads(text)["version"] == 1
    assert picture.read_text().startswith("<svg")


def mistake(*arguments):
    with pytest.raises(UserError) as raised:
        groma(*arguments)
    return str(raised.value)


def test_a_resource_that_is_not_there_is_named_with_one_that_is(tmp_path):
    said = mistake("wa-trial", "gone-*", LAB, "--now", "2026-12-01", *MULTI)
    assert "did you mean wa-trail?" in said
    assert "gone-*: " in said


def test_a_resource_that_came_later_is_not_there_yet(tmp_path):
    path = written(tmp_path, trail(9))
    assert "up to 2026-01-05" in mistake("main", path, *MULTI, *NOW, "--until", "2026-01-05")


def test_a_resource_that_may_be_in_what_was_not_read_is_a_problem(tmp_path):
    written(tmp_path, trail(1, isMultiRegionTrail=True))
    (tmp_path / "broken.json").write_text('{"configurationItems": [')
    status, text = groma("main", "other", tmp_path, *MULTI, *NOW)
    assert status == 3
    assert "other: it is not in what could be read" in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["recorded"], "name resources and then a source"),
        (["main", "no-such-folder"], "no such file or directory"),
        (["main", "aws"], "aws has no past"),
        (["main", LAB, "--who", "no-such-trail"], "no-such-trail: no such file or directory"),
        (
            ["main", LAB, "--since", "2026-02-01", "--until", "2026-01-01"],
            "--since is later than --until",
        ),
        (["main", LAB, "--since", "yesterday"], "--since yesterday"),
        (["main", LAB, "--format", "sarif"], "known are table, json, svg"),
        (["main", LAB, "--format", "svg="], "name the file behind ="),
        (
            ["main", LAB, "--format", "json", "--format", "table"],
            "two reports would go to standard output",
        ),
    ],
)
def test_a_mistake_is_a_sentence(arguments, said):
    assert said in mistake(*arguments)


ROOT = Path(__file__).parent.parent


def test_the_page_shows_what_the_command_prints():
    text = (ROOT / "docs/timeline.md").read_text()
    blocks = re.findall(r"^```console\n\$ groma timeline (.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert len(blocks) == 2
    for shown in blocks:
        command, _, printed = shown.partition("\n")
        assert run_in_the_lab(*command.split()) == printed


def test_the_authors_are_asked_for_with_the_options_of_the_source():
    command = ("wa-trail", LAB, *MULTI, "--now", "2026-12-01", "--format", "json")
    status, text = groma(*command, "--who", LAB / "trail", "--since", "2026-11-20")
    (track,) = json.loads(text)["resources"]
    assert status == 0
    assert [len(each["author"]["changes"]) for each in track["changes"]] == [0, 1]
    assert [each["name"] for each in json.loads(text)["sources"]] == ["config", "cloudtrail"]


def test_what_could_not_be_read_of_the_events_is_a_problem_and_status_3(tmp_path):
    (tmp_path / "bad.json").write_text('{"Records": [{"eventName": "Cre')
    command = ("wa-trail", LAB, *MULTI, "--now", "2026-12-01")
    status, text = groma(*command, "--who", tmp_path)
    assert groma(*command)[0] == 0
    assert status == 3
    assert "bad.json" in "".join(text.split())


def test_the_picture_on_the_page_is_the_one_that_is_drawn():
    drawn = run_in_the_lab("wa-*", "111122223333", ".", "--now", "2026-12-01", "--format", "svg")
    assert drawn == (ROOT / "docs/timeline.svg").read_text()


def run_in_the_lab(*arguments):
    groma = Path(sys.executable).parent / "groma"
    environment = {**os.environ, "COLUMNS": "100"}
    return subprocess.run(
        [groma, "timeline", *arguments], cwd=LAB, env=environment, capture_output=True, text=True
    ).stdout


def test_the_settings_file_chooses_rules_as_in_a_scan(tmp_path):
    (tmp_path / "groma.yaml").write_text("profile: aws-config-recorded\n")
    path = written(tmp_path, trail(1), name="recorded.json")
    status, text = groma(
        "main", path, *NOW, "--config", tmp_path / "groma.yaml", "--format", "json"
    )
    assert json.loads(text)["profile"] == "aws-config-recorded"
    assert status == 1
