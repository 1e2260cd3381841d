"""Templates, plans and source that end too early or were damaged: a problem, never a silence."""

import random
import re
from pathlib import Path

import pytest
from proposals import outcome, rule
from small_account import JUDGED

from scanner.errors import UserError

FEW = rule(*JUDGED)

HERE = Path(__file__).parent
SMALL = [
    HERE / "templates" / "trail.yaml",
    HERE / "templates" / "group.json",
    HERE / "before_merge" / "cloudtrail-kms" / "fails" / "plan.json",
]
LARGE = [
    HERE / "templates" / "database.yaml",
    HERE / "small_account_files" / "template.yaml",
    HERE / "small_account_files" / "plan.json",
    HERE / "templates" / "loops.yaml",
    HERE / "templates" / "nested" / "main.yaml",
]
SOURCE = HERE / "before_merge" / "rds-security-group-peers" / "fails" / "main.tf"
SAMPLES = [*SMALL, *LARGE, SOURCE]
PLACED = re.compile(r".+:\d+:\d+")
BEGINNINGS = 80  # of each large sample; once, all were tried
MUTATIONS = 40  # of each sample; once, ten thousand in all were tried


def name_of(path):
    return "/".join(path.parts[-2:])


def said_of(path, data):
    """What a scan says of a file with these bytes: a mistake of the user's, or an outcome."""
    path.write_bytes(data)
    try:
        return outcome(path, root=path.parent, rules=FEW, sarif=False)
    except UserError as error:
        return str(error)


def assert_says_something(path, data):
    """Something is judged, or a problem or a mistake says why not; never a clean exit without."""
    found = said_of(path, data)
    if isinstance(found, str):
        assert found
    elif not found.items:
        assert found.problems, data


def spread(size, number):
    """So many different numbers from 0 to below a size."""
    return sorted({size * each // number for each in range(number)})


@pytest.mark.parametrize("sample", [*LARGE, SOURCE], ids=name_of)
def test_beginnings_of_a_large_sample_say_something(sample, tmp_path):
    data = sample.read_bytes()
    for size in spread(len(data), BEGINNINGS):
        assert_says_something(tmp_path / sample.name, data[:size])


@pytest.mark.parametrize("sample", SMALL, ids=name_of)
def test_every_beginning_of_a_small_sample_says_something(sample, tmp_path):
    data = sample.read_bytes()
    for size in range(len(data)):
        assert_says_something(tmp_path / sample.name, data[:size])


NOISE = [
    *(b"\0", b"\xff", b"\xc3", b"\t", b"\r", b"\n", b"\\", b'"', b"'", b"{", b"}", b"[", b"]"),
    *(b":", b"- ", b"#", b"&a ", b"*a", b"<<: *a\n", b"!Ref ", b"!Sub ", b"!If [", b"${", b"%{"),
    *(b"? ", b"|\n", b">-\n", b"---\n", b"...\n", b"%YAML 9.9\n", b"!!python/object:os.system "),
    *(b"Fn::Transform: x", b"null", b"~", b"1e999", b"-0", b"0x1f", b".nan", b"9" * 400),
    *(
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xe2\x80\xa8",
        b"{" * 600,
        b"[" * 600,
        b"- " * 600,
        b"<<EOT\n",
    ),
    *(b"\xed\xa0\x80", b"\\ud800", b"2026-02-31", b"count = 9\n", b'"Ref": ', b"Type: AWS::X::Y\n"),
]


def mutated(data, seed):
    """The bytes with a few of a kind of damage that is chosen by a number."""
    dice = random.Random(seed)
    for _ in range(dice.choice([1, 1, 1, 2, 3, 8])):
        first = dice.randrange(len(data) + 1)
        last = min(len(data), first + dice.choice([0, 1, 1, 2, 5, 20, 100]))
        match dice.randrange(6):
            case 0:
                data = data[:first] + data[last:]
            case 1:
                data = data[:first] + dice.choice(NOISE) + data[first:]
            case 2:
                data = data[:first] + dice.choice(NOISE) + data[last:]
            case 3:
                data = data[:last] + data[first:]
            case 4:
                data = data[:first] + dice.randbytes(last - first) + data[last:]
            case 5:
                data = exchanged(data, dice)
    return data


def exchanged(data, dice):
    """The bytes with two of their lines, or of their words, in each other's place."""
    parts = re.split(dice.choice([rb"(\n)", rb"([\s,:]+)"]), data)
    one, other = dice.randrange(len(parts)), dice.randrange(len(parts))
    parts[one], parts[other] = parts[other], parts[one]
    return b"".join(parts)


@pytest.mark.parametrize("sample", SAMPLES, ids=name_of)
def test_a_damaged_sample_says_something(sample, tmp_path):
    data = sample.read_bytes()
    for seed in range(MUTATIONS):
        assert_says_something(tmp_path / sample.name, mutated(data, seed))


# In a folder

BROKEN = {
    "broken.yaml": "Resources:\n  Trail:\n    Type: AWS::CloudTrail::Trail\n    Type: twice\n",
    "broken.json": '{"Resources": {"Trail": {"Type": "AWS::CloudTrail::Trail"}}',
    "plan.json": '{"format_version": "1.2", "resource_changes": [{"address": 1}]}',
    "main.tf": 'resource "aws_cloudtrail" "main" {\n  is_multi_region_trail = \n}\n',
    "unclosed.yaml": "Resources:\n  Trail: {Type: AWS::CloudTrail::Trail,\n",
}
SOUND = HERE / "before_merge" / "cloudtrail-log-validation"


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_in_a_folder_is_a_problem_at_its_line_and_column(name, tmp_path):
    (tmp_path / "sound.yaml").write_bytes((SOUND / "passes.yaml").read_bytes())
    (tmp_path / name).write_text(BROKEN[name])
    found = outcome(tmp_path, root=tmp_path, sarif=False)
    [problem] = found.problems
    assert PLACED.fullmatch(problem.where)
    assert problem.where.startswith(str(tmp_path / name))
    assert problem.blocks
    assert found.status in (1, 3)


@pytest.mark.parametrize(("sound", "status"), [("passes.yaml", 3), ("fails.yaml", 1)])
def test_what_is_sound_beside_a_broken_template_is_judged(sound, status, tmp_path):
    (tmp_path / "sound.yaml").write_bytes((SOUND / sound).read_bytes())
    (tmp_path / "broken.yaml").write_text(BROKEN["broken.yaml"])
    rules = outcome(tmp_path, root=tmp_path, sarif=False)
    found = {each.resource.id: str(each.verdict) for each in rules.findings
             if each.rule.id == "cloudtrail-log-validation" and each.resource.id != "*"}  # fmt: skip
    assert found == {"Trail": "pass" if status == 3 else "fail"}


@pytest.mark.parametrize("name", ["passes", "fails"])
def test_a_broken_template_in_a_folder_is_never_a_clean_exit(name, tmp_path):
    (tmp_path / "sound.yaml").write_bytes((SOUND / f"{name}.yaml").read_bytes())
    sample = SMALL[1].read_bytes()
    for seed in range(MUTATIONS):
        (tmp_path / "damaged.yaml").write_bytes(mutated(sample, seed))
        found = outcome(tmp_path, root=tmp_path, sarif=False)
        if name == "fails":
            assert found.status == 1
        elif not [each for each in found.findings if each.resource.stack.endswith("damaged.yaml")]:
            assert found.problems or b"AWS::CloudTrail::Trail" not in mutated(sample, seed)


def test_a_folder_without_anything_to_judge_is_a_mistake(tmp_path):
    (tmp_path / "notes.yaml").write_text("just: notes\n")
    with pytest.raises(UserError, match="nothing to judge"):
        outcome(tmp_path, root=tmp_path)


@pytest.mark.parametrize("name", ["notes.yaml", "notes.json", "empty.yaml", "empty.json"])
def test_a_named_file_that_declares_nothing_is_a_problem(name, tmp_path):
    text = {"notes.yaml": "just: notes\n", "notes.json": '{"just": "notes"}'}.get(name, "")
    found = said_of(tmp_path / name, text.encode())
    assert found.problems
    assert found.status == 3
