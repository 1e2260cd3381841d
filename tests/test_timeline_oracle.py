"""At each moment a timeline says what a plain scan with `--at` that moment says."""

import random
import tempfile

from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.scan import needs_of
from scanner.sources.local import read
from tests.histories import (
    ACCOUNT,
    END,
    HERE,
    KEY,
    TRAIL,
    day,
    timeline,
    verdicts_at,
    version,
    written,
)  # fmt: skip
from tests.items import rule, verdicts

THERE = (ACCOUNT, "us-east-1")
GROUP, DATABASE = "AWS::EC2::SecurityGroup", "AWS::RDS::DBInstance"
VPC, LOG = "AWS::EC2::VPC", "AWS::EC2::FlowLog"
RECORDER = "AWS::Config::ConfigurationRecorder"

RULES = sorted(
    [
        rule("""
        id: plain
        check: [{value: configuration.isMultiRegionTrail, equals: true}]
        """),
        rule("""
        id: scoped
        when: [{value: configuration.kmsKeyId, exists: true}]
        join: {keys: {type: "AWS::KMS::Key", ours: configuration.kmsKeyId, theirs: configuration.arn}}
        check: [{value: "keys[].configuration.enabled", equals: [true]}]
        """),
        rule("""
        id: near
        resource: AWS::RDS::DBInstance
        join: {groups: {type: "AWS::EC2::SecurityGroup", ours: "configuration.vpcSecurityGroups[].vpcSecurityGroupId"}}
        check: [{value: "groups[].configuration.groupName", equals: [web]}]
        """),
        rule("""
        id: backwards
        resource: AWS::EC2::VPC
        join: {logs: {type: "AWS::EC2::FlowLog", ours: resourceId, theirs: configuration.resourceId, optional: true}}
        check: [{value: logs, empty: false}]
        """),
        rule("""
        id: young
        resource: AWS::KMS::Key
        check: [{value: "days_between(configuration.creationDate, now)", at_most: 3}]
        """),
        rule("""
        id: youngest
        join: {keys: {type: "AWS::KMS::Key", ours: configuration.kmsKeyId, theirs: configuration.arn}}
        check: [{value: "days_between(keys[0].configuration.creationDate, now)", at_most: 2}]
        """),
        rule("""
        id: account
        resource: AWS::::Account
        join: {trails: {type: "AWS::CloudTrail::Trail", ours: resourceId, theirs: accountId, optional: true}}
        check: [{value: "trails[?configuration.isMultiRegionTrail]", empty: false}]
        """),
        rule("""
        id: region
        resource: AWS::::Region
        join: {vpcs: {type: "AWS::EC2::VPC", ours: awsRegion, theirs: awsRegion, optional: true}}
        check: [{value: "vpcs[?configuration.isDefault]", empty: true}]
        """),
    ],
    key=lambda each: each.id,
)  # fmt: skip

KINDS = {
    TRAIL: [
        {"isMultiRegionTrail": True},
        {"isMultiRegionTrail": False, "kmsKeyId": "k1"},
        {"isMultiRegionTrail": True, "kmsKeyId": "k2"},
        {"isMultiRegionTrail": {"$unresolved": "not told"}, "kmsKeyId": {"$unresolved": "why"}},
    ],
    KEY: [
        {"arn": "k1", "enabled": True, "creationDate": "2026-01-02T00:00:00.000Z"},
        {"arn": "k2", "enabled": False, "creationDate": "2026-01-04T12:00:00.500Z"},
        {"arn": {"$unresolved": "not told"}, "enabled": True},
    ],
    DATABASE: [
        {"vpcSecurityGroups": [{"vpcSecurityGroupId": "a"}]},
        {"vpcSecurityGroups": [{"vpcSecurityGroupId": "b"}, {"vpcSecurityGroupId": "a"}]},
        {"vpcSecurityGroups": []},
    ],
    GROUP: [{"groupName": "web"}, {"groupName": "db"}],
    VPC: [{"isDefault": True}, {"isDefault": False}],
    LOG: [{"resourceId": "a"}, {"resourceId": "b"}, {"resourceId": ["a", 7, None]}],
    "AWS::EC2::Subnet": [{}],
    RECORDER: [
        {"RecordingGroup": {"AllSupported": True}},
        {"RecordingGroup": {"AllSupported": False, "ResourceTypes": [KEY, LOG]}},
    ],
}

versions = st.lists(
    st.sampled_from(sorted(KINDS)).flatmap(
        lambda kind: st.builds(
            version,
            st.just(kind),
            st.sampled_from("ab"),
            st.integers(1, 9),
            st.sampled_from(KINDS[kind]),
            st.sampled_from([HERE, HERE, THERE, (ACCOUNT, "global")]),
            st.sampled_from(["OK"] * 6 + ["ResourceDeleted", "ResourceNotRecorded"]),
        )
    ),
    min_size=1,
    max_size=25,
)


def plain(path, moment, complete=False):
    """What a scan says of what stands at a moment, the clock being at that moment."""
    found = verdicts(RULES, read([path], needs_of(RULES, moment)), now=moment, complete=complete)
    return {name: verdict for name, verdict in found.items() if name[2] != "*"}


@settings(max_examples=150)
@given(versions, st.booleans())
def test_at_each_moment_the_verdicts_are_those_of_a_plain_scan(items, complete):
    with tempfile.TemporaryDirectory() as folder:
        path = written(folder, *items)
        found = timeline(RULES, path, complete=complete)
        for moment in sorted({each["configurationItemCaptureTime"] for each in items}):
            seen = [each for each in items if each["configurationItemCaptureTime"] <= moment]
            if any(each["configurationItemStatus"] != "ResourceNotRecorded" for each in seen):
                assert verdicts_at(found, moment) == plain(path, moment, complete), moment


@settings(max_examples=60)
@given(versions, st.integers(1, 9), st.integers(0, 9))
def test_a_part_of_the_time_ends_with_the_same_verdicts(items, first, length):
    since, until = day(first), day(first + length)
    with tempfile.TemporaryDirectory() as folder:
        path = written(folder, *items)
        found = timeline(RULES, path, since=since, until=until)
        whole = timeline(RULES, path)
        for moment in (since, until):
            assert verdicts_at(found, moment) == verdicts_at(whole, moment)


@settings(max_examples=40)
@given(versions, st.randoms())
def test_the_order_of_items_and_files_is_no_matter(items, chance: random.Random):
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        written(one, *items)
        shuffled = chance.sample(items, len(items))
        middle = chance.randint(0, len(items))
        written(other, *shuffled[middle:], name="a.json")
        written(other, *shuffled[:middle], name="b.json")
        first, second = timeline(RULES, one, until=END), timeline(RULES, other, until=END)
        assert told(first) == told(second)


def told(found):
    """All of a timeline but the files that it was read from."""
    return [
        (each.versions, each.quiet, change.time, change.edits, change.cause, change.quiet,
         [(turn.rule.id, turn.old, turn.new, turn.message) for turn in change.turns])
        for each in found.tracks
        for change in each.changes
    ]  # fmt: skip
