"""Files from strangers: every one is items or a problem, never a traceback, a hang or a kill."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.model import Item, Needs, Problem, SourceUse
from scanner.sources.local import read

TRAIL = "AWS::CloudTrail::Trail"
DEEP = "[" * 10_000 + "]" * 10_000
ENVELOPE = {
    "awsAccountId": "111122223333",
    "awsRegion": "eu-west-1",
    "resourceType": TRAIL,
    "resourceId": "main",
}
IN_300_MB = """
import json, resource, sys
resource.setrlimit(resource.RLIMIT_AS, (300 * 2**20, 300 * 2**20))
from scanner.model import Needs, Problem
from scanner.sources.local import read
for each in read(sys.argv[1:], Needs({"AWS::CloudTrail::Trail": None})):
    if isinstance(each, Problem):
        print(each.where, each.what)
"""


def snapshot(*items: str) -> bytes:
    return ('{"configurationItems": [' + ", ".join(items) + "]}").encode()


def item(**changes) -> str:
    return json.dumps(ENVELOPE | {"configuration": {"name": "main"}} | changes)


def item_with(configuration: str) -> str:
    return json.dumps(ENVELOPE)[:-1] + f', "configuration": {configuration}}}'


def found_in(path: Path, content: bytes | None = None, fields=None) -> list:
    if content is not None:
        path.write_bytes(content)
    return list(read([str(path)], Needs({TRAIL: fields})))


def told(found: list) -> str:
    return "\n".join(f"{each.where}: {each.what}" for each in found if isinstance(each, Problem))


def ids(found: list) -> list[str]:
    return [each.id for each in found if isinstance(each, Item)]


@pytest.mark.parametrize(
    "bad",
    [
        item_with('{"name": ' + DEEP + "}"),
        item_with(json.dumps('{"name": ' + DEEP + "}")),
        item_with('"' + DEEP + '"'),
        item_with('{"name": ' + "[" * 200 + "]" * 200 + "}"),
        item_with('{"name": ' + '{"a":' * 200 + "1" + "}" * 200 + "}"),
        item_with('{"name": "\0"}'),
        item_with('{"name": "\\ud800"}'),
        item_with('{"name": NaN}'),
        item_with("[]"),
        item_with("5"),
        item_with('"words"'),
        item(tags=5),
        item(tags=[5]),
        item(supplementaryConfiguration=[]),
        item(configurationItemCaptureTime=1e300),
        item(configurationItemCaptureTime="9999-99-99T99:99:99.999Z"),
        item(configurationItemCaptureTime=[]),
        item(ARN=5),
        DEEP,
    ],
    ids=lambda bad: bad[-60:],
)
def test_a_hostile_item_is_a_problem_and_its_neighbours_are_judged(tmp_path, bad):
    found = found_in(tmp_path / "a.json", snapshot(item(), bad, item(resourceId="other")))
    assert ids(found) == ["main", "other"]
    assert "item 2" in told(found)


def test_text_that_is_not_utf_8_is_a_problem_where_it_is_wanted(tmp_path):
    bad = item(resourceId="b\xff").encode("latin-1").replace(b"\\u00ff", b"\xff")
    deep = item(configuration={"name": "b\xff"}).encode().replace(b"\\u00ff", b"\xff")
    for each in (bad, deep):
        content = snapshot(item(), "BAD", item()).replace(b"BAD", each)
        found = found_in(tmp_path / "a.json", content)
        assert ids(found) == ["main", "main"]
        assert "utf-8" in told(found)


def test_what_no_rule_reads_may_be_broken_where_it_is_balanced(tmp_path):
    other = item_with('{"policy": 1e999, "name": "main"}')
    found = found_in(tmp_path / "a.json", snapshot(other), frozenset({"configuration.name"}))
    assert ids(found) == ["main"]
    assert not told(found)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"\0" * 100, "UTF-16 or not text"),
        ("{}".encode("utf-16"), "UTF-16"),
        (b"hello", "malformed"),
        (b"5", "neither an object nor an array"),
        (snapshot(item() + "x", item()), "'x' stands here where , or ] is wanted"),
        (b"{", "the text ends"),
        (b'{"configurationItems": [', "the text ends"),
        (b'{"configurationItems": {}}', "wanted"),
        (b'{"configurationItems": []} x', "more text after the end"),
        (b'{"configurationItems": []}{"configurationItems": []}', "more text after the end"),
        (b'{"a":' + DEEP.encode() + b"}", "not a file of AWS Config"),
        (DEEP.encode(), "not a file of AWS Config"),
        (b"[" * 5_000_000, "nested more than 100,000 deep"),
        (b'{"a": ' + b" " * 2**21 + b"1}", "white space"),
        (b'{"\xff": 1}', "key"),
        (b'{"Message": "configurationItem"}', "not a file"),
        (b'{"Message": "{configurationItem"}', "wanted"),
        (b'{"detail":' * 9 + b'{"configurationItem":5}' + b"}" * 9, "not a file"),
        (b'{"Results": ["{}"], "QueryInfo": 5}', "resourceType"),
        (b'{"Results": [5], "QueryInfo": {}}', "str"),
        (b'{"unprocessedResourceKeys": 5}', "array"),
        (b"\x1f\x8b", "gzip cut short"),
        (b"\x1f\x8bgarbage of no kind of gzip", "broken gzip"),
        (gzip.compress(snapshot(item()), mtime=0)[:-9], "gzip"),
        (gzip.compress(snapshot(item()), mtime=0)[:40], "gzip cut short"),
        (gzip.compress(snapshot(item()), mtime=0) + b"garbage", "broken gzip"),
    ],
)
def test_a_hostile_file_is_a_problem(tmp_path, content, what):
    found = found_in(tmp_path / "a.json", content)
    assert what in told(found)
    assert isinstance(found[-1], SourceUse) or ids(found)


def test_memory_stays_bounded_whatever_is_in_a_file(tmp_path):
    for name, start in (("value", b'{"configurationItems": [{"a": "'), ("key", b'{"')):
        with open(tmp_path / f"{name}.json", "wb") as file:
            file.write(start)
            file.truncate(2 * 2**30)  # the rest is a hole of NUL bytes
    zeros = gzip.compress(b"0" * 2**20, mtime=0)
    with open(tmp_path / "bomb.json.gz", "wb") as file:
        file.write(gzip.compress(b'{"configurationItems": [{"a": "', mtime=0))
        file.writelines(zeros for _ in range(500))
    with open(tmp_path / "skipped.json.gz", "wb") as file:
        file.write(gzip.compress(b'{"other": "', mtime=0))
        file.writelines(zeros for _ in range(500))
    done = subprocess.run(
        [sys.executable, "-c", IN_300_MB, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    bomb, key, skipped, value = done.stdout.splitlines()
    assert "packs more than 200 times" in bomb or "64 MB" in bomb
    assert "packs more than 200 times" in skipped
    assert "64 MB" in key
    assert "64 MB" in value


def test_a_directory_loop_is_walked_once(tmp_path):
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (inner / "up").symlink_to(tmp_path, target_is_directory=True)
    (inner / "self").symlink_to(inner / "self")
    (inner / "gone.json").symlink_to(tmp_path / "nowhere")
    (inner / "one.json").write_bytes(snapshot(item()))
    found = found_in(tmp_path)
    assert ids(found) == ["main"]
    assert told(found).count("gone.json") == 1


def test_what_is_no_file_is_not_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe.json")
    os.mkfifo(tmp_path / "pipe")
    assert told(found_in(tmp_path)) == f"{tmp_path}/pipe.json: not a file"
    assert "not a file" in told(found_in(tmp_path / "pipe"))
    assert "not a file" in told(found_in(Path("/dev/null")))


def test_names_that_are_not_utf_8_can_be_printed(tmp_path):
    name = os.path.join(os.fsencode(tmp_path), b"\xff\x1b[31m.json")
    with open(name, "wb") as file:
        file.write(snapshot(item(), "5"))
    found = found_in(tmp_path)
    assert next(each.uri for each in found if isinstance(each, Item)).encode()
    assert told(found).encode()


@given(st.binary(max_size=300))
def test_any_bytes_are_items_or_problems(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "any.json"
    assert told(found_in(path, data))


@given(st.data())
def test_damage_anywhere_is_never_a_traceback(tmp_path_factory, data):
    content = bytearray(snapshot(item(), item(tags=[{"key": "a", "value": "b"}]), item()))
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / "damaged.json"
    for each in found_in(path, bytes(content)):
        if isinstance(each, Item):
            assert each.document()["resourceType"] == TRAIL
