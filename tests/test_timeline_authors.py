"""Who made each change of a timeline: by the events between one version and the next."""

import json
from itertools import pairwise

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from reports.timeline_words import author
from scanner.cli import cli
from scanner.model import Problem
from tests.attributions import record
from tests.histories import TRAIL, deleted, key, timeline, trail, version, written
from tests.items import rule
from tests.trail_story import LAB, story

GROUP, ACL = "AWS::EC2::SecurityGroup", "AWS::EC2::NetworkAcl"
K = "arn:aws:kms:eu-west-1:111122223333:key/k"
MULTI = rule("""
id: multi
check: [{value: configuration.isMultiRegionTrail, equals: true}]
""")
ENCRYPTED = rule("""
id: encrypted
join: {keys: {type: "AWS::KMS::Key", ours: configuration.kmsKeyId, theirs: configuration.arn}}
check: [{value: "keys[?configuration.enabled == `false`].resourceId", empty: true}]
""")
CLOSED = rule("""
id: closed
resource: AWS::EC2::SecurityGroup
check: [{value: "configuration.ipPermissions[].ipv4Ranges[?cidrIp == '0.0.0.0/0'][]", empty: true}]
""")
EMPTY = rule("""
id: empty
resource: AWS::EC2::SecurityGroup
check: [{value: configuration.ipPermissions, empty: true}]
""")
ENTRIES = rule("""
id: entries
resource: AWS::EC2::NetworkAcl
check: [{value: "configuration.entries[?ruleAction == 'allow']", empty: true}]
""")


def happened(event, date, asked, answered=None, hour=12, **more):
    time = f"2026-01-{date:02}T{hour:02}:00:00Z"
    return record(event, asked, answered, eventTime=time, eventID=f"{event}-{date}-{hour}", **more)


def update(date, hour=12, **asked):
    return happened("cloudtrail:UpdateTrail", date, {"name": "main", **asked}, hour=hour)


def changes(rules, tmp_path, events, *items, **options):
    (track,) = timeline(rules, written(tmp_path, *items), events=events, **options).tracks
    return track.changes


def told(rules, tmp_path, events, *items, **options):
    """By the day of each change the events that are told of it, and whether that is sure."""
    return {
        int(each.time[8:10]): ([one.id for one in each.author.changes], each.author.sure)
        for each in changes(rules, tmp_path, events, *items, **options)
        if each.author is not None
    }


def test_a_change_is_by_the_event_between_the_two_versions(tmp_path):
    events = [
        update(1, 13, isMultiRegionTrail=True),
        update(3, isMultiRegionTrail=False),
        update(9, isMultiRegionTrail=True),
    ]
    items = [trail(date, isMultiRegionTrail=date != 4) for date in (1, 2, 4, 8, 10)]
    items[0]["configuration"]["isMultiRegionTrail"] = False
    assert told([MULTI], tmp_path, events, *items) == {
        1: ([], False),
        2: (["cloudtrail:UpdateTrail-1-13"], True),
        4: (["cloudtrail:UpdateTrail-3-12"], True),
        8: ([], False),
    }


def test_an_event_of_the_second_of_a_version_is_in_it(tmp_path):
    events = [update(2, 0, isMultiRegionTrail=True), update(3, 0, isMultiRegionTrail=False)]
    items = [trail(1, isMultiRegionTrail=False), trail(2, isMultiRegionTrail=True)]
    assert told([MULTI], tmp_path, events, *items)[2] == (["cloudtrail:UpdateTrail-2-0"], True)


def test_where_logs_could_not_be_read_no_author_is_sure(tmp_path):
    events = [update(3, isMultiRegionTrail=True)]
    items = [trail(1, isMultiRegionTrail=False), trail(4, isMultiRegionTrail=True)]
    whole = told([MULTI], tmp_path, events, *items)
    assert whole[4] == (["cloudtrail:UpdateTrail-3-12"], True)
    unread = [Problem("log.json.gz", "gzip cut short")]
    part = told([MULTI], tmp_path, events, *items, unread=unread)
    assert part[4] == (["cloudtrail:UpdateTrail-3-12"], False)


def test_an_event_that_sets_something_else_is_not_the_author(tmp_path):
    events = [update(2, isMultiRegionTrail=True), update(3, snsTopicName="x")]
    items = [trail(1, isMultiRegionTrail=False), trail(4, isMultiRegionTrail=True)]
    assert told([MULTI], tmp_path, events, *items)[4] == (["cloudtrail:UpdateTrail-2-12"], True)


def test_where_no_parameter_shows_it_the_newest_write_may_be_it(tmp_path):
    events = [update(2, snsTopicName="x"), update(3, snsTopicName="y")]
    items = [trail(1, isMultiRegionTrail=False), trail(4, isMultiRegionTrail=True)]
    *_, last = changes([MULTI], tmp_path, events, *items)
    assert author(last) == (
        "perhaps by alice: UpdateTrail at 2026-01-03T12:00:00Z (the newest write to it, whose "
        "parameters do not show what changed)"
    )


def test_without_an_event_it_says_why(tmp_path):
    items = [trail(1, isMultiRegionTrail=False), trail(4, isMultiRegionTrail=True)]
    *_, last = changes([MULTI], tmp_path, [update(9)], *items)
    assert author(last) == (
        "by whom is not known: no event touched main between 2026-01-01T00:00:00.000Z and "
        "2026-01-04T00:00:00.000Z; the logs begin at 2026-01-09T12:00:00Z"
    )


def test_what_fails_at_first_is_by_whoever_made_it_fail_and_not_by_the_maker(tmp_path):
    made = happened("cloudtrail:CreateTrail", 1, {"name": "main", "isMultiRegionTrail": True})
    (first,) = changes([MULTI], tmp_path, [made, update(2, isMultiRegionTrail=False)], trail(
        5, isMultiRegionTrail=False
    ))  # fmt: skip
    assert author(first) == "made so by alice: UpdateTrail at 2026-01-02T12:00:00Z"


def test_what_is_good_at_first_is_by_its_maker(tmp_path):
    made = happened("cloudtrail:CreateTrail", 1, {"name": "main", "isMultiRegionTrail": True})
    events = [made, update(2, snsTopicName="x")]
    (first,) = changes([MULTI], tmp_path, events, trail(5, isMultiRegionTrail=True))
    assert author(first) == "by alice: CreateTrail at 2026-01-01T12:00:00Z"


def test_a_resource_is_deleted_and_made_again_by_somebody(tmp_path):
    events = [
        happened("cloudtrail:DeleteTrail", 3, {"name": "main"}),
        happened("cloudtrail:CreateTrail", 5, {"name": "main"}),
        happened("cloudtrail:StopLogging", 3, {"name": "main"}, hour=13),
    ]
    good = {"isMultiRegionTrail": True}
    items = [trail(1, **good), deleted(TRAIL, "main", 4), trail(6, **good)]
    assert told([MULTI], tmp_path, events, *items) == {
        1: ([], False),
        4: (["cloudtrail:DeleteTrail-3-12"], True),
        6: (["cloudtrail:CreateTrail-5-12"], True),
    }


def test_the_author_of_a_joined_resource_is_told(tmp_path):
    events = [happened("kms:DisableKey", 4, {"keyId": K}), update(4, snsTopicName="x")]
    items = [trail(2, kmsKeyId=K), key(1, K, enabled=True), key(5, K, enabled=False)]
    assert told([ENCRYPTED], tmp_path, events, *items)[5] == (["kms:DisableKey-4-12"], True)


def group(date, *cidrs, port=22):
    permission = {
        "ipProtocol": "tcp",
        "fromPort": port,
        "toPort": port,
        "ipv4Ranges": [{"cidrIp": each} for each in cidrs],
    }
    found = {"groupName": "web", "ipPermissions": [permission] if cidrs else []}
    return version(GROUP, "sg-1", date, found)


def rules(event, date, cidr, port=22, hour=12):
    ranges = {"items": [{"cidrIp": cidr}]}
    permission = {"ipProtocol": "tcp", "fromPort": port, "toPort": port, "ipRanges": ranges}
    asked = {"groupId": "sg-1", "ipPermissions": {"items": [permission]}}
    return happened(f"ec2:{event}SecurityGroupIngress", date, asked, hour=hour)


def test_the_one_permission_that_came_or_went_is_what_is_asked_for(tmp_path):
    world = "0.0.0.0/0"
    events = [
        rules("Authorize", 2, world),
        rules("Authorize", 2, "10.0.0.0/8", hour=13),
        rules("Revoke", 5, world),
        rules("Revoke", 5, "192.0.2.0/24", hour=13),
    ]
    items = [group(1), group(3, world, "10.0.0.0/8"), group(6, "10.0.0.0/8")]
    assert told([CLOSED], tmp_path, events, *items) == {
        1: ([], False),
        3: (
            [
                "ec2:AuthorizeSecurityGroupIngress-2-13",
                "ec2:AuthorizeSecurityGroupIngress-2-12",
            ],
            True,
        ),
        6: (["ec2:RevokeSecurityGroupIngress-5-12"], True),
    }


def test_of_more_changed_values_than_are_asked_about_nobody_is_sure(tmp_path):
    cidrs = [f"10.{number}.0.0/16" for number in range(25)]
    came = [rules("Authorize", 3, each, hour=at) for at, each in enumerate(cidrs[:20])]
    for count, sure in ((20, True), (25, False)):
        items = [group(1), group(4, *cidrs[:count])]
        (_, change) = changes([EMPTY], tmp_path, came, *items)
        assert (len(change.author.changes), change.author.sure) == (20, sure)
    assert change.author.why == "only 20 of 25 values at fault were asked about"


def acl(date, *entries):
    found = [{"ruleNumber": n, "egress": False, "ruleAction": action} for n, action in entries]
    return version(ACL, "acl-1", date, {"entries": found})


def entry(event, date, number, action=None):
    asked = {"networkAclId": "acl-1", "ruleNumber": number, "egress": False, "ruleAction": action}
    known = {name: each for name, each in asked.items() if each is not None}
    return happened(f"ec2:{event}NetworkAclEntry", date, known)


def test_an_entry_that_was_replaced_is_by_whoever_replaced_it(tmp_path):
    events = [entry("Replace", 2, 100, "deny"), entry("Create", 2, 200, "deny")]
    items = [acl(1, (100, "allow")), acl(3, (100, "deny"))]
    assert told([ENTRIES], tmp_path, events, *items)[3] == (
        ["ec2:ReplaceNetworkAclEntry-2-12"],
        True,
    )


def test_an_entry_that_went_is_by_whoever_deleted_it(tmp_path):
    events = [entry("Delete", 2, 100), entry("Delete", 2, 200)]
    items = [acl(1, (100, "allow"), (110, "deny")), acl(3, (110, "deny"))]
    assert told([ENTRIES], tmp_path, events, *items)[3] == (
        ["ec2:DeleteNetworkAclEntry-2-12"],
        True,
    )


def test_a_default_group_was_made_along_with_its_vpc(tmp_path):
    made = happened("ec2:CreateVpc", 1, {}, {"vpc": {"vpcId": "vpc-1"}})
    item = version(GROUP, "sg-1", 3, {"groupName": "default", "vpcId": "vpc-1"})
    (first,) = changes([CLOSED], tmp_path, [made], item)
    assert author(first) == "by alice: CreateVpc at 2026-01-01T12:00:00Z"


@given(
    st.lists(st.booleans(), min_size=2, max_size=8),
    st.lists(st.tuples(st.integers(1, 16), st.booleans()), max_size=8, unique_by=lambda e: e[0]),
)
def test_the_author_is_the_last_that_set_the_value_between_the_two_versions(
    tmp_path_factory, values, events
):
    folder = tmp_path_factory.mktemp("history")
    dates = [2 * n + 2 for n in range(len(values))]
    items = [trail(d, isMultiRegionTrail=v) for d, v in zip(dates, values, strict=True)]
    sets = [update(date, 6, isMultiRegionTrail=value) for date, value in events]
    found = told([MULTI], folder, sets, *items)
    before = dict(zip(dates, values, strict=True))
    for earlier, later in pairwise(dates):
        if before[earlier] is before[later]:
            assert later not in found
            continue
        between = sorted(e for e in events if earlier <= e[0] < later)
        last = between[-1] if between else None
        right = last is not None and last[1] is before[later]
        ids = [f"cloudtrail:UpdateTrail-{last[0]}-6"] if last else []
        assert found[later] == (ids if right or last else [], right)


RIGHT = {
    ("111122223333", "2026-11-26T14:07:49.637Z"): ["mend-trail"],
    ("acl-0c8a9b66e142cae8c", "2026-11-19T06:28:16.836Z"): ["public-out"],
    ("acl-0c8a9b66e142cae8c", "2026-11-26T14:01:07.091Z"): ["mend-public-acl"],
    ("sg-007fbe0642dd6c770", "2026-11-19T06:20:20.740Z"): ["ssh"],
    ("sg-007fbe0642dd6c770", "2026-11-26T14:03:21.273Z"): ["mend-ssh"],
    ("sg-074aca5cd204bb552", "2026-11-19T06:23:11.151Z"): ["vpc"],
    ("sg-074aca5cd204bb552", "2026-11-26T14:05:35.455Z"): ["mend-default-out", "mend-default-in"],
    ("sg-0a5c510e17fab7213", "2026-11-19T06:19:43.603Z"): [],
    ("wa-archive-trail", "2026-11-19T06:30:30.110Z"): ["archive-trail"],
    ("wa-archive-trail", "2026-11-19T06:31:07.247Z"): ["key-deleted"],
    ("wa-trail", "2026-11-19T06:29:53.973Z"): ["weakened", "trail"],
    ("wa-trail", "2026-11-26T14:07:49.637Z"): ["mend-trail"],
    ("wa-trail", "2026-11-26T14:08:56.728Z"): ["mend-key"],
    ("db-D3233E4A8EA03C2B6F6A37AAEC", "2026-11-26T14:02:14.182Z"): [
        "mend-database-acl-out",
        "mend-database-acl",
    ],
    ("db-D3233E4A8EA03C2B6F6A37AAEC", "2026-11-26T14:04:28.364Z"): [
        "mend-database-out",
        "mend-halves",
    ],
    ("db-D3233E4A8EA03C2B6F6A37AAEC", "2026-11-26T14:06:42.546Z"): ["mend-public"],
}


@pytest.fixture(scope="module")
def lab():
    command = ["timeline", "*", str(LAB), "--now", "2026-12-01", "--who", str(LAB / "trail")]
    config = ["--config", str(LAB / "groma.yaml")]
    ran = CliRunner().invoke(cli, [*command, *config, "--format", "json"], catch_exceptions=False)
    return json.loads(ran.stdout)


@pytest.mark.parametrize("change", RIGHT, ids="-".join)
def test_the_labs_changes_have_their_authors(lab, change):
    names = {id: name for name, id in story().ids.items()}
    (found,) = [
        each
        for track in lab["resources"]
        for each in track["changes"]
        if (track["resource"]["id"], each["time"]) == change
    ]
    assert [names[one["id"]] for one in found["author"]["changes"]] == RIGHT[change]
    assert found["author"]["sure"] is bool(RIGHT[change])


def test_the_labs_timeline_without_who_has_no_authors():
    command = ["timeline", "wa-trail", str(LAB), "--now", "2026-12-01", "--format", "json"]
    ran = CliRunner().invoke(cli, command, catch_exceptions=False)
    (track,) = json.loads(ran.stdout)["resources"]
    assert {each["author"] for each in track["changes"]} == {None}
