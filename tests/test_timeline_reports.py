"""Timelines as a table, as JSON and as a picture."""

import json
import re
from itertools import pairwise
from pathlib import Path

import jsonschema
import pytest
from lxml import etree
from snapshot import as_kept

from reports import timeline_json, timeline_svg, timeline_table
from reports.timeline_axis import Axis
from scanner.model import Problem
from scanner.timeline.change import Timeline
from tests.attributions import record
from tests.histories import TRAIL, day, deleted, key, timeline, trail, written
from tests.items import rule

K = "arn:aws:kms:eu-west-1:111122223333:key/k"
SVG = "{http://www.w3.org/2000/svg}"
RULES = [
    rule("""
    id: encrypted
    severity: critical
    title: The key of a trail is <usable> & enabled
    join: {keys: {type: "AWS::KMS::Key", ours: configuration.kmsKeyId, theirs: configuration.arn}}
    check: [{value: "keys[?configuration.enabled == `false`].resourceId", empty: true}]
    """),
    rule("""
    id: multi
    check: [{value: configuration.isMultiRegionTrail, equals: true}]
    """),
]
HOSTILE = "<script>alert(1)</script>\x1b[31m\u202e]]>&amp;"


def story(folder):
    """A trail and its key: created, opened, deleted and created again."""
    items = [
        trail(1, kmsKeyId=K, isMultiRegionTrail=True),
        key(3, K, enabled=True),
        trail(4, kmsKeyId=K, isMultiRegionTrail=True, snsTopicName="a"),
        trail(5, kmsKeyId=K, isMultiRegionTrail=True, snsTopicName="b"),
        trail(9, kmsKeyId=K, isMultiRegionTrail=False, snsTopicName="c"),
        key(12, K, enabled=False),
        deleted(TRAIL, "main", 15),
        trail(20, kmsKeyId=K, isMultiRegionTrail=True),
        trail(21, kmsKeyId=K, isMultiRegionTrail=True, snsTopicName="d"),
        trail(2, HOSTILE, s3KeyPrefix=HOSTILE),
        trail(6, HOSTILE, s3KeyPrefix="plain", isMultiRegionTrail=True, kmsKeyId=HOSTILE),
    ]
    hostile = {"type": "IAMUser", "userName": f"alice {HOSTILE}", "accountId": "111122223333"}
    events = [
        record(
            "cloudtrail:UpdateTrail",
            {"name": "main", "isMultiRegionTrail": False, "snsTopicName": "c"},
            eventTime="2026-01-08T23:50:00Z",
            userIdentity=hostile,
        ),
        record("kms:DisableKey", {"keyId": K}, eventTime="2026-01-11T23:00:00Z"),
    ]
    told = timeline(RULES, written(folder, *items), until=day(28), events=events)
    problem = Problem("history.json: item 12", f"broken {HOSTILE}", frozenset({TRAIL}))
    whole = {name: getattr(told, name) for name in told.__struct_fields__}
    return Timeline(**(whole | {"problems": (problem,), "sources": ()}))


def text(report, found, folder, **options):
    return "".join(report.render(found, **options)).replace(str(folder), "recorded")


def test_the_table_is_as_kept(tmp_path):
    assert as_kept(text(timeline_table, story(tmp_path), tmp_path, width=100), "timeline.txt")


def test_a_terminal_gets_colours_and_the_same_words(tmp_path):
    found = story(tmp_path)
    plain = text(timeline_table, found, tmp_path, width=100)
    coloured = text(timeline_table, found, tmp_path, width=100, colour=True)
    assert coloured != plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_the_json_is_as_kept_and_as_its_schema_says(tmp_path):
    written_text = text(timeline_json, story(tmp_path), tmp_path)
    assert as_kept(written_text, "timeline.json")
    schema = json.loads(
        (Path(timeline_json.__file__).with_name("timeline.schema.json")).read_text()
    )
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(written_text), schema)


def test_the_picture_is_as_kept(tmp_path):
    assert as_kept(text(timeline_svg, story(tmp_path), tmp_path), "timeline.svg")


def test_the_picture_is_xml_without_scripts_or_anything_from_elsewhere(tmp_path):
    root = etree.fromstring(text(timeline_svg, story(tmp_path), tmp_path).encode())
    tags = {each.tag.removeprefix(SVG) for each in root.iter()}
    assert tags == {
        *("svg", "title", "style", "defs", "pattern", "rect", "path", "circle"),
        "line",
        "text",
    }
    for each in root.iter():
        assert not [name for name in each.attrib if name.startswith("on") or "href" in name]
        assert all("url(" not in v or v.startswith("url(#groma-") for v in each.attrib.values())


def test_each_verdict_has_a_pattern_of_its_own_besides_its_colour(tmp_path):
    root = etree.fromstring(text(timeline_svg, story(tmp_path), tmp_path).encode())
    fills = {each.get("fill") for each in root.iter(f"{SVG}rect") if each.get("class") == "edge"}
    shapes = {
        f"url(#{each.get('id')})": [child.tag for child in each]
        for each in root.iter(f"{SVG}pattern")
    }
    assert fills == set(shapes)
    assert len({tuple(each) for each in shapes.values()}) == len(shapes)


def test_everything_in_the_picture_lies_within_it(tmp_path):
    root = etree.fromstring(text(timeline_svg, story(tmp_path), tmp_path).encode())
    width, height = float(root.get("width")), float(root.get("height"))
    for each in root:
        if each.tag == f"{SVG}rect":
            assert (
                0
                <= float(each.get("x", 0))
                <= float(each.get("x", 0)) + float(each.get("width"))
                <= width
            )
            assert (
                0
                <= float(each.get("y", 0))
                <= float(each.get("y", 0)) + float(each.get("height"))
                <= height
            )
        elif each.tag == f"{SVG}text":
            assert 0 <= float(each.get("x")) <= width
            assert 0 <= float(each.get("y")) <= height


def test_bars_of_one_lane_do_not_overlap_and_tell_their_times(tmp_path):
    root = etree.fromstring(text(timeline_svg, story(tmp_path), tmp_path).encode())
    lanes = {}
    for each in root.iter(f"{SVG}rect"):
        if each.find(f"{SVG}title") is not None:
            lanes.setdefault(each.get("y"), []).append(each)
    for bars in lanes.values():
        for one, other in pairwise(bars):
            assert float(one.get("x")) + float(one.get("width")) <= float(other.get("x")) + 1
        assert all(
            re.search(r"(pass|FAIL|unknown), 20\S+Z to 20\S+Z", each[0].text) for each in bars
        )


def test_a_timeline_of_nothing_is_still_a_report():
    empty = Timeline("", day(2), (), (), (), ())
    for report in (timeline_table, timeline_json, timeline_svg):
        assert "".join(report.render(empty))


@pytest.mark.parametrize(
    ("began", "ended"),
    [
        (day(1), day(1)),
        (day(1), "2026-01-01T00:00:59.000Z"),
        (day(1), "2026-01-01T09:00:00.000Z"),
        (day(1), day(28)),
        (day(1), "2032-01-01T00:00:00.000Z"),
        ("1970-01-01T00:00:00.000Z", "9999-12-31T00:00:00.000Z"),
    ],
)
def test_an_axis_has_a_few_round_times_in_order(began, ended):
    ticks = list(Axis(began, ended, 100, 200).ticks())
    places = [x for x, _ in ticks]
    assert places == sorted(places)
    assert all(100 <= x <= 200 for x in places)
    assert len(ticks) <= 7 or ended > "2100"
    assert len({label for _, label in ticks}) == len(ticks)
