"""What a timeline tells: which verdicts changed, when, and what was different then."""

import pytest

from scanner.timeline.change import Turn, spans
from tests.histories import (
    END,
    HERE,
    KEY,
    TRAIL,
    day,
    deleted,
    key,
    timeline,
    trail,
    turned,
    verdicts_at,
    version,
    written,
)  # fmt: skip
from tests.items import rule

GROUP = "AWS::EC2::SecurityGroup"
CERTIFICATE = "AWS::ACM::Certificate"
MULTI = rule("""
id: multi
check: [{value: configuration.isMultiRegionTrail, equals: true}]
""")
ENCRYPTED = rule("""
id: encrypted
join: {keys: {type: "AWS::KMS::Key", ours: configuration.kmsKeyId, theirs: configuration.arn}}
check: [{value: "keys[?configuration.enabled == `false`].resourceId", empty: true}]
""")
NAMED = rule("""
id: named
resource: AWS::EC2::SecurityGroup
check: [{value: configuration.description, equals: good}]
""")
K = "arn:aws:kms:eu-west-1:111122223333:key/k"


def changes(rules, tmp_path, *items, **options):
    (track,) = timeline(rules, written(tmp_path, *items), **options).tracks
    return track.changes


def test_a_verdict_changes_when_what_the_rule_reads_does(tmp_path):
    found = changes(
        [MULTI],
        tmp_path,
        trail(1, isMultiRegionTrail=False),
        trail(2, isMultiRegionTrail=True),
    )
    assert [(each.time, [(t.old, t.new) for t in each.turns]) for each in found] == [
        (day(1), [(None, "fail")]),
        (day(2), [("fail", "pass")]),
    ]
    (edit,) = found[1].edits
    assert [(each.path, each.old, each.new, each.read) for each in edit.differences] == [
        ("configuration.isMultiRegionTrail", False, True, True)
    ]


def test_versions_that_change_no_verdict_are_only_counted(tmp_path):
    items = [
        trail(number, isMultiRegionTrail=True, snsTopicName=f"t{number}") for number in (1, 2, 3)
    ]
    items += [trail(4, isMultiRegionTrail=False), trail(5, isMultiRegionTrail=False, name="x")]
    (track,) = timeline([MULTI], written(tmp_path, *items)).tracks
    assert [each.quiet for each in track.changes] == [0, 2]
    assert (track.versions, track.quiet) == (5, 1)


def test_a_rule_that_still_fails_for_another_reason_tells_that_at_the_end(tmp_path):
    items = [trail(n, kmsKeyId=key) for n, key in ((1, "old"), (2, "older"))]
    wants = rule("""
id: wants
check: [{value: configuration.kmsKeyId, equals: new}]
""")
    (track,) = timeline([wants], written(tmp_path, *items)).tracks
    assert [(each.old, each.new) for change in track.changes for each in change.turns] == [
        (None, "fail")
    ]
    assert [(each.rule.id, each.new, each.message) for each in track.reasons] == [
        ("wants", "fail", 'configuration.kmsKeyId is "older", wanted to be "new"')
    ]


def test_fields_that_rules_read_come_first_and_others_are_told_as_well(tmp_path):
    found = changes(
        [NAMED], tmp_path,
        version(GROUP, "sg-1", 1, {"description": "good", "a": 1}),
        version(GROUP, "sg-1", 2, {"description": "bad", "a": 2}),
    )  # fmt: skip
    (edit,) = found[1].edits
    assert [each.path for each in edit.differences] == [
        "configuration.description",
        "configuration.a",
    ]


def test_a_secret_is_masked_in_a_difference(tmp_path):
    def group(time, secret, **more):
        pairs = [{"name": "DB_PASSWORD", "value": secret}]
        return version(GROUP, "sg-1", time, {"pairs": pairs, "masterPassword": secret, **more})

    found = timeline(
        [NAMED], written(tmp_path, group(1, "hunter1"), group(2, "hunter2", description="good"))
    )
    assert "hunter" not in repr(found.tracks[0].changes[1].edits)


def test_a_long_difference_is_cut(tmp_path):
    found = changes(
        [NAMED], tmp_path,
        version(GROUP, "sg-1", 1, {"description": "good"}),
        version(GROUP, "sg-1", 2, {"description": "x" * 10_000, **{f"f{n:03}": n for n in range(200)}}),
    )  # fmt: skip
    (edit,) = found[1].edits
    assert len(edit.differences) == 20
    assert edit.more == 181
    assert len(edit.differences[0].new) < 400


def test_what_is_joined_changes_the_verdict_and_is_named(tmp_path):
    found = changes(
        [ENCRYPTED], tmp_path,
        trail(1, kmsKeyId=K), key(1, K, enabled=True), key(1, f"{K}2", enabled=True),
        key(2, f"{K}2", enabled=False), key(3, K, enabled=False),
    )  # fmt: skip
    assert [(each.time, [str(t.new) for t in each.turns]) for each in found] == [
        (day(1), ["pass"]), (day(3), ["fail"]),
    ]  # fmt: skip
    (edit,) = found[1].edits
    assert (edit.resource.id, edit.what) == (K, "changed")
    assert [each.path for each in edit.differences] == ["configuration.enabled"]


def test_what_is_joined_is_unknown_until_its_history_begins(tmp_path):
    found = changes([ENCRYPTED], tmp_path, trail(1, kmsKeyId=K), key(2, K, enabled=True))
    assert [str(each.turns[0].new) for each in found] == ["unknown", "pass"]
    assert "is no known AWS::KMS::Key" in found[0].turns[0].message


def test_a_resource_that_is_deleted_is_judged_no_longer_and_one_that_comes_again_is(tmp_path):
    items = [
        trail(1, isMultiRegionTrail=True),
        deleted(TRAIL, "main", 2),
        trail(4, isMultiRegionTrail=False),
    ]
    (track,) = timeline([MULTI], written(tmp_path, *items)).tracks
    assert [(each.time, each.edits[0].what) for each in track.changes] == [
        (day(1), "first"), (day(2), "deleted"), (day(4), "recreated"),
    ]  # fmt: skip
    assert [(t.old, t.new) for each in track.changes for t in each.turns] == [
        (None, "pass"), ("pass", None), (None, "fail"),
    ]  # fmt: skip
    assert track.versions == 2


def test_a_resource_that_is_gone_at_the_end_fails_no_longer(tmp_path):
    found = timeline([MULTI], written(tmp_path, trail(1), deleted(TRAIL, "main", 2)))
    assert found.tracks[0].gone
    assert found.counts == {"pass": 0, "fail": 0, "unknown": 0}


def test_an_end_that_nothing_came_before_is_nothing(tmp_path):
    assert changes([MULTI], tmp_path, deleted(TRAIL, "main", 2)) == ()


def test_a_time_begins_with_what_stood_then(tmp_path):
    items = [trail(1, isMultiRegionTrail=False), trail(3, isMultiRegionTrail=True), trail(5)]
    path = written(tmp_path, *items)
    found = timeline([MULTI], path, since=day(2), until=day(4))
    assert turned(found) == [
        (day(2), "multi", None, "fail"),
        (day(3), "multi", "fail", "pass"),
    ]


def test_a_rule_that_no_longer_fits_judges_no_longer(tmp_path):
    scoped = rule("""
    id: scoped
    when: [{value: configuration.isMultiRegionTrail, equals: true}]
    check: [{value: configuration.kmsKeyId, empty: false}]
    """)
    items = [trail(1, isMultiRegionTrail=True), trail(2, isMultiRegionTrail=False)]
    found = timeline([scoped], written(tmp_path, *items))
    assert turned(found) == [(day(1), "scoped", None, "fail"), (day(2), "scoped", "fail", None)]
    assert not found.tracks[0].gone


def test_a_version_that_cannot_be_read_is_a_problem_and_the_next_one_is_judged(tmp_path):
    broken = trail(2, isMultiRegionTrail=True) | {"tags": "no map"}
    items = [trail(1, isMultiRegionTrail=True), broken, trail(3, isMultiRegionTrail=False)]
    found = timeline([MULTI], written(tmp_path, *items))
    assert [each.where for each in found.problems] == [f"{tmp_path}/history.json: item 2"]
    assert [each[0] for each in turned(found)] == [day(1), day(3)]


def test_hostile_values_end_as_text(tmp_path):
    bad = {"description": "\x1b[31m<script>]]>\u202e", "\x1b]0;": {"$unresolved": "<b>"}}
    items = [version(GROUP, "sg-1", 1, {"description": "good"}), version(GROUP, "sg-1", 2, bad)]
    found = timeline([NAMED], written(tmp_path, *items))
    for text in map("".join, rendered(found)):
        assert "\x1b" not in text
        assert "<script>" not in text.replace('"\\u001b[31m<script>', "") or text[0] == "{"


def rendered(found):
    from reports import timeline_json, timeline_svg, timeline_table

    return [each.render(found) for each in (timeline_table, timeline_json, timeline_svg)]


def test_time_alone_changes_a_verdict_and_the_second_is_found(tmp_path):
    aged = rule("""
    id: aged
    resource: AWS::ACM::Certificate
    check: [{value: "days_between(now, configuration.notAfter)", at_least: 30}]
    """)
    items = [version(CERTIFICATE, "c", 1, {"notAfter": "2026-03-11T10:30:00.000Z"})]
    found = timeline([aged], written(tmp_path, *items))
    (track,) = found.tracks
    assert [(each.time, each.cause) for each in track.changes] == [
        (day(1), "edit"),
        ("2026-02-09T10:30:01.000Z", "time"),
    ]


def test_spans_are_from_turn_to_turn_and_the_last_to_the_end(tmp_path):
    found = timeline([MULTI], written(tmp_path, trail(1), trail(2, isMultiRegionTrail=True)))
    assert [(a, b, turn.new) for a, b, turn in spans(found.tracks[0], "multi", END)] == [
        (day(1), day(2), "fail"),
        (day(2), END, "pass"),
    ]
    assert isinstance(next(spans(found.tracks[0], "multi", END))[2], Turn)


@pytest.mark.parametrize("wanted", ["main", "m*", "arn:aws:cloudtrail:*:trail/main"])
def test_a_resource_is_called_by_id_name_or_arn(tmp_path, wanted):
    arn = "arn:aws:cloudtrail:eu-west-1:111122223333:trail/main"
    path = written(tmp_path, trail(1) | {"ARN": arn}, trail(1, "other"))
    found = timeline([MULTI], path, wanted)
    assert [each.resource.id for each in found.tracks] == ["main"]


def test_one_place_is_told_from_another(tmp_path):
    there = (HERE[0], "us-east-1")
    path = written(tmp_path, trail(1, isMultiRegionTrail=True), trail(2, place=there))
    assert verdicts_at(timeline([MULTI], path), END) == {
        ("multi", "eu-west-1", "main"): "pass",
        ("multi", "us-east-1", "main"): "fail",
    }
    assert KEY
