"""What trails record and deliver: selectors of both kinds, against walking events one by one."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.trails import (
    beyond_own_prefix,
    delivering_trails,
    delivery_faults,
    logging_faults,
    management_gaps,
    s3_object_gaps,
)
from scanner.unresolved import Unresolved

NOW = "2026-01-01T00:00:00Z"
UNREAD = Unresolved("AccessDenied")


def trail(name="main", **selectors):
    return {"resourceId": name, "supplementaryConfiguration": {"EventSelectors": selectors}}


def basic(*selectors):
    return trail(eventSelectors=list(selectors))


def advanced(*selectors):
    return trail(advancedEventSelectors=[{"fieldSelectors": list(each)} for each in selectors])


def field(name, **operators):
    return {"field": name, **operators}


MANAGED = field("eventCategory", equals=["Management"])
DATA = field("eventCategory", equals=["Data"])
OBJECTS = field("resources.type", equals=["AWS::S3::Object"])


def told(gaps):
    return [each.what for each in gaps]


# Management events


def test_a_trail_without_selectors_records_all_management_events_and_no_objects():
    assert management_gaps([basic()]) == []
    assert len(s3_object_gaps([basic()], "All")) == 2


def test_what_is_left_out_is_named_with_an_example():
    [gap] = management_gaps([basic({"readWriteType": "WriteOnly"})])
    assert gap.what == "main does not record management events that only read"
    assert gap.document()["event"] == {
        "eventCategory": "Management",
        "eventSource": "ec2.amazonaws.com",
        "readOnly": "true",
    }
    assert gap.at == (("main", "supplementaryConfiguration.EventSelectors"),)


def test_each_service_that_is_left_out_is_named_once():
    sources = ["kms.amazonaws.com", "rdsdata.amazonaws.com"]
    gaps = management_gaps([basic({"excludeManagementEventSources": sources})], "WriteOnly")
    assert told(gaps) == [
        f"main does not record management events of {each} that write" for each in sources
    ]


def test_one_event_that_is_left_out_is_found():
    gaps = management_gaps([advanced([MANAGED, field("eventName", notEquals=["StopLogging"])])])
    assert "such as StopLogging" in gaps[0].what


def test_of_several_trails_the_best_one_counts():
    half, worse = basic({"readWriteType": "ReadOnly"}), basic({"includeManagementEvents": False})
    assert len(management_gaps([worse, half])) == 1
    assert management_gaps([worse, half, basic()]) == []


def test_two_trails_of_which_each_records_half_are_not_one_that_records_all():
    halves = [basic({"readWriteType": each}) for each in ("ReadOnly", "WriteOnly")]
    assert len(management_gaps(halves)) == 1


def test_no_trail_is_a_gap():
    assert told(management_gaps([])) == ["there is no such trail"]


@pytest.mark.parametrize(
    "unknown",
    [
        UNREAD,
        {"resourceId": "main"},
        {"configuration": {"hasCustomEventSelectors": True}},
        {"supplementaryConfiguration": UNREAD},
        trail(eventSelectors=UNREAD),
        basic(UNREAD),
        basic("All"),
        basic({"readWriteType": UNREAD}),
        basic({"readWriteType": "Some"}),
        basic({"includeManagementEvents": UNREAD}),
        basic({"excludeManagementEventSources": [UNREAD]}),
        advanced([MANAGED, field("eventSource", equals=[UNREAD])]),
        advanced([MANAGED, field("eventSource", notStartsWith=["kms*"])]),
        advanced([field("readOnly", equals=["true", "false"])]),
        advanced([MANAGED, UNREAD]),
    ],
)
def test_what_could_not_be_read_is_never_a_trail_that_records_everything(unknown):
    [why] = management_gaps([unknown])
    assert type(why) is Unresolved
    assert management_gaps([unknown, basic()]) == []


def test_a_trail_that_surely_leaves_something_out_does_whatever_else_is_unread():
    selectors = advanced(
        [MANAGED, field("readOnly", equals=["false"])],
        [MANAGED, field("readOnly", equals=["false"]), field("eventName", equals=[UNREAD])],
    )
    assert told(management_gaps([selectors])) == [
        "main does not record management events that only read"
    ]


def test_kinds_of_events_that_do_not_exist_are_a_mistake():
    with pytest.raises(ValueError, match="not All, ReadOnly or WriteOnly"):
        management_gaps([basic()], "Everything")


# Against walking the events one by one

CATEGORIES, SOURCES = ("Management", "Data"), ("ec2.amazonaws.com", "kms.amazonaws.com", "k")
NAMES = ("StopLogging", "Stop")
EVENTS = [
    {"eventCategory": "Management", "readOnly": read, "eventSource": source, "eventName": name}
    for read, source, name in product(("true", "false"), SOURCES, NAMES)
]
OPERATORS = {
    "equals": str.__eq__,
    "startsWith": str.startswith,
    "endsWith": str.endswith,
}

texts = st.lists(
    st.sampled_from([*SOURCES, *NAMES, "kms", ".com", "amazonaws.com", ""]), min_size=1, max_size=2
)
fields = st.builds(
    lambda name, operators: {"field": name, **operators},
    st.sampled_from(["eventSource", "eventName"]),
    st.dictionaries(
        st.sampled_from([*OPERATORS, *(f"not{each[0].upper()}{each[1:]}" for each in OPERATORS)]),
        texts,
        min_size=1,
        max_size=2,
    ),
)
read_only = st.sampled_from([["true"], ["false"]]).map(
    lambda values: field("readOnly", equals=values)
)
category = st.sampled_from(CATEGORIES).map(lambda each: field("eventCategory", equals=[each]))
selectors = st.builds(
    lambda first, more: [first, *more], category, st.lists(fields | read_only, max_size=3)
)


def records(selectors, event):
    return any(all(holds(each, event[each["field"]]) for each in one) for one in selectors)


def holds(selector, value):
    wanted = [OPERATORS[name](value, each) for name in OPERATORS for each in selector.get(name, ())]
    unwanted = [
        OPERATORS[name](value, each)
        for name in OPERATORS
        for each in selector.get(f"not{name[0].upper()}{name[1:]}", ())
    ]
    return (any(wanted) if wanted else True) and not any(unwanted)


@given(st.lists(selectors, max_size=4))
def test_agrees_with_walking_the_events_one_by_one(chosen):
    gaps = management_gaps([advanced(*chosen)]) if chosen else []
    for gap in gaps:
        event = dict.fromkeys(("eventSource", "eventName"), "") | gap.event
        assert not records(chosen, event)
    if chosen and not all(records(chosen, event) for event in EVENTS):
        assert gaps


@given(
    st.lists(
        st.fixed_dictionaries(
            {},
            optional={
                "readWriteType": st.sampled_from(["All", "ReadOnly", "WriteOnly"]),
                "includeManagementEvents": st.booleans(),
                "excludeManagementEventSources": st.lists(st.sampled_from(SOURCES), max_size=2),
            },
        ),
        min_size=1,
        max_size=4,
    )
)
def test_basic_selectors_say_what_they_do_written_as_advanced_ones(chosen):
    written = [rewritten(each) for each in chosen if each.get("includeManagementEvents", True)]
    same = management_gaps([advanced(*written)] if written else [basic(NOTHING)])
    assert told(management_gaps([basic(*chosen)])) == told(same)


NOTHING = {"includeManagementEvents": False}


def rewritten(selector):
    kinds = {"All": ["true", "false"], "ReadOnly": ["true"], "WriteOnly": ["false"]}
    excluded = selector.get("excludeManagementEventSources") or []
    but = [field("eventSource", notEquals=excluded)] if excluded else []
    kind = kinds[selector.get("readWriteType", "All")]
    return [MANAGED, field("readOnly", equals=kind), *but]


# Objects in S3


@pytest.mark.parametrize(
    ("values", "buckets", "missing"),
    [
        (["arn:aws:s3"], [], 0),
        (["arn:aws:s3:::"], [], 0),
        (["arn:aws-cn:s3"], [], 0),
        (["arn:aws:s3:::one/"], [], 2),
        (["arn:aws:s3:::one/"], ["one"], 0),
        (["arn:aws:s3:::one/private/"], ["one"], 2),
        (["arn:aws:s3:::one/"], ["one", "two"], 2),
        ([], ["one"], 2),
    ],
)
def test_a_basic_selector_records_the_objects_below_its_values(values, buckets, missing):
    selector = {"dataResources": [{"type": "AWS::S3::Object", "values": values}]}
    assert len(s3_object_gaps([basic(selector)], "All", buckets)) == missing


def test_an_advanced_selector_of_all_objects_records_reads_and_writes():
    assert s3_object_gaps([advanced([DATA, OBJECTS])], "All") == []
    reads = advanced([DATA, OBJECTS, field("readOnly", equals=["true"])])
    assert s3_object_gaps([reads], "ReadOnly") == []
    assert told(s3_object_gaps([reads], "WriteOnly")) == [
        "main does not record events that write objects such as arn:aws:s3:::x/x"
    ]


def test_a_bucket_whose_name_is_not_known_may_be_one_that_is_not_recorded():
    all_of_it = advanced([DATA, OBJECTS])
    assert [type(each) for each in s3_object_gaps([all_of_it], "All", [UNREAD])] == [Unresolved]


# Where trails deliver


def to(bucket, topic=None, group=None):
    return {
        "resourceId": bucket,
        "configuration": {
            "s3BucketName": bucket,
            "snsTopicARN": topic,
            "cloudWatchLogsLogGroupArn": group,
        },
    }


GROUP = "arn:aws:logs:eu-west-1:111122223333:log-group:trail"


def test_a_trail_delivers_to_all_that_is_named():
    trails = [to("one"), to("two", "arn:t", f"{GROUP}:*")]
    assert delivering_trails(trails, ["", "", ""]) == ["one", "two"]
    assert delivering_trails(trails, ["two", "arn:t", GROUP]) == ["two"]
    assert delivering_trails(trails, ["one", "arn:t", ""]) == []


def test_a_destination_that_is_not_known_may_be_the_one():
    [why] = delivering_trails([to(UNREAD)], ["one", "", ""])
    assert type(why) is Unresolved
    [why] = delivering_trails([UNREAD], ["one", "", ""])
    assert type(why) is Unresolved


def test_only_trails_that_deliver_there_are_asked_what_they_record():
    whole = {**basic(), "configuration": {"s3BucketName": "one"}}
    assert management_gaps([whole], "All", ["one", "", ""]) == []
    assert told(management_gaps([whole], "All", ["two", "", ""])) == ["there is no such trail"]


# Whether they deliver


def test_a_trail_that_is_not_logging_is_at_fault_and_one_of_unknown_status_unknown():
    assert logging_faults({"isLogging": True}) == []
    assert told(logging_faults({"isLogging": False})) == ["the trail is not logging"]
    assert [type(each) for each in logging_faults(None)] == [Unresolved]
    assert logging_faults({"isLogging": UNREAD}) == [UNREAD]


@pytest.mark.parametrize(
    ("status", "what"),
    [
        ({"latestDeliveryTime": "2025-12-31T12:00:00+00:00"}, []),
        ({"latestDeliveryTime": "2025-12-30T00:00:00Z"}, ["was 48 hours ago"]),
        ({}, ["has never delivered log files"]),
        (
            {"latestDeliveryTime": "2025-12-31T23:00:00Z", "latestDeliveryError": "NoSuchBucket"},
            ["failed: NoSuchBucket"],
        ),
        ({"latestDeliveryTime": UNREAD, "latestDeliveryError": "KMS"}, ["failed: KMS"]),
    ],
)
def test_a_delivery_fails_with_an_error_or_with_time(status, what):
    found = told(delivery_faults(status, "Delivery", 24, NOW))
    assert len(found) == len(what)
    assert all(each in text for each, text in zip(what, found, strict=True))


@pytest.mark.parametrize("status", [None, UNREAD, {"latestDeliveryTime": UNREAD}])
def test_when_a_trail_delivered_is_not_guessed(status):
    [why] = delivery_faults(status, "Delivery", 24, NOW)
    assert type(why) is Unresolved


@pytest.mark.parametrize(("kind", "time"), [("Deliveries", NOW), ("Delivery", "yesterday")])
def test_what_is_no_delivery_or_no_time_is_a_mistake(kind, time):
    with pytest.raises(ValueError, match=r"is none of|Invalid isoformat"):
        delivery_faults({"latestDeliveryTime": time}, kind, 24, NOW)


# Who reads


def reads(principal, *resources, **more):
    statement = {"Effect": "Allow", "Principal": principal, "Action": "s3:GetObject"}
    return {"Version": "2012-10-17", "Statement": {**statement, "Resource": resources, **more}}


OTHER, THIRD = "444455556666", "777788889999"


@pytest.mark.parametrize(
    ("resources", "allowed"),
    [
        ([f"arn:aws:s3:::logs/AWSLogs/{OTHER}/*"], True),
        ([f"arn:aws:s3:::logs/prefix/AWSLogs/o-exampleorg/{OTHER}/*"], True),
        ([f"arn:aws:s3:::logs/AWSLogs/{THIRD}/*"], False),
        ([f"arn:aws:s3:::logs/AWSLogs/{OTHER}/*", "arn:aws:s3:::logs/AWSLogs/*"], False),
        (["*"], False),
    ],
)
def test_another_account_reads_below_its_own_prefix_only(resources, allowed):
    policy = reads({"AWS": f"arn:aws:iam::{OTHER}:role/reader"}, *resources)
    policy["Statement"]["Resource"] = resources
    assert (beyond_own_prefix(policy, ["s3:GetObject"], ["111122223333"]) == []) is allowed


def test_an_organization_may_be_trusted_with_everything():
    members = {"StringEquals": {"aws:PrincipalOrgID": "o-exampleorg"}}
    policy = reads({"AWS": "*"}, Condition=members)
    policy["Statement"]["Resource"] = "arn:aws:s3:::logs/*"
    assert beyond_own_prefix(policy, ["s3:GetObject"], ["o-exampleorg"]) == []
    assert beyond_own_prefix(policy, ["s3:GetObject"], []) != []


def test_no_policy_lets_nobody_read():
    assert beyond_own_prefix(None, ["s3:GetObject"], []) == []
    assert [type(each) for each in beyond_own_prefix(UNREAD, ["s3:GetObject"], [])] == [Unresolved]
