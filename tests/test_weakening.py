"""What calls take away from trails and event data stores, and whom sign-ins are tried as."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trail_logs import ACCOUNT, record

from scanner.eventdoc import tried_user
from scanner.eventdoc.signing_in import HIDDEN
from scanner.expression import compile
from scanner.trails import weakens_trail
from scanner.trails.weakening import Weakening
from scanner.unresolved import Unresolved

UNREAD = Unresolved("never read")
SOURCE = "cloudtrail.amazonaws.com"
ALL = {"readWriteType": "All", "includeManagementEvents": True, "dataResources": []}
CALLS = ("UpdateTrail", "PutEventSelectors", "PutInsightSelectors", "UpdateEventDataStore")


def call(name, asked, **more):
    return record(eventSource=SOURCE, eventName=name, requestParameters=asked, **more)


def found(name, /, **asked):
    return weakens_trail(call(name, asked))


def told(name, /, **asked):
    return [each.what for each in found(name, **asked)]


def advanced(*fields):
    selectors = [{"field": field, **values} for field, values in fields]
    return [{"name": "x", "fieldSelectors": selectors}]


MANAGEMENT = ("eventCategory", {"equals": ["Management"]})


@pytest.mark.parametrize(
    ("setting", "says"),
    [
        ({"isMultiRegionTrail": False}, "all does not record other Regions"),
        (
            {"isOrganizationTrail": False},
            "all does not record the organization's other accounts",
        ),
        (
            {"includeGlobalServiceEvents": False},
            "all does not record the events of global services",
        ),
        ({"enableLogFileValidation": False}, "all does not sign its log files"),
        ({"kmsKeyId": ""}, "all does not encrypt its log files with a key of one's own"),
        ({"cloudWatchLogsLogGroupArn": ""}, "all does not deliver to a log group"),
        ({"snsTopicName": ""}, "all does not notify anybody of log files"),
    ],
)
def test_a_setting_that_is_switched_off_is_told(setting, says):
    assert told("UpdateTrail", name="all", **setting) == [says]
    (one,) = found("UpdateTrail", name="all", **setting)
    (name, value) = next(iter(setting.items()))
    assert one.document()["setting"] == f"requestParameters.{name}"
    assert one.document()["value"] == value


def test_what_is_switched_on_or_not_mentioned_takes_nothing_away():
    on = {"isMultiRegionTrail": True, "enableLogFileValidation": True, "kmsKeyId": "k-1"}
    assert told("UpdateTrail", name="all", **on) == []


def test_log_files_that_go_to_another_s_bucket_are_told_once_one_s_own_are_known():
    asked = call("UpdateTrail", {"name": "all", "s3BucketName": "elsewhere"})
    (unknown,) = weakens_trail(asked)
    assert unknown.why == "nobody said whether 'elsewhere' is one of the buckets that keep logs"
    (found,) = weakens_trail(asked, ["logs"])
    assert found.what == (
        "all delivers to 'elsewhere', which is none of the buckets that keep logs"
    )
    assert found.document()["setting"] == "requestParameters.s3BucketName"
    assert weakens_trail(asked, ["logs", "elsewhere"]) == []
    assert weakens_trail(asked, ["logs", UNREAD]) == [unknown]
    assert weakens_trail(call("UpdateTrail", {"s3BucketName": UNREAD}), ["logs"]) == [UNREAD]


@pytest.mark.parametrize("value", [False, "false", "False"])
def test_a_setting_is_off_however_it_is_written(value):
    assert len(told("UpdateTrail", name="all", isMultiRegionTrail=value)) == 1


@pytest.mark.parametrize("setting", ["isMultiRegionTrail", "kmsKeyId"])
def test_a_setting_that_nobody_can_read_is_unknown(setting):
    (unknown,) = found("UpdateTrail", name="all", **{setting: 7})
    assert unknown.why == f"{setting} is 7"


def test_several_settings_are_told_each():
    assert len(found("UpdateTrail", name="all", isMultiRegionTrail=False, kmsKeyId="")) == 2


def test_a_store_that_can_be_deleted_is_weaker():
    arn = f"arn:aws:cloudtrail:eu-west-1:{ACCOUNT}:eventdatastore/x"
    assert told("UpdateEventDataStore", eventDataStore=arn, terminationProtectionEnabled=False) == [
        f"{arn} can be deleted"
    ]


def test_a_store_that_keeps_events_for_a_shorter_time_is_told_once_somebody_said_how_long():
    asked = call("UpdateEventDataStore", {"eventDataStore": "all", "retentionPeriod": 7})
    (unknown,) = weakens_trail(asked)
    assert unknown.why == "nobody said whether 7 days of events are enough"
    assert [each.what for each in weakens_trail(asked, [], 8)] == ["all keeps events for 7 days"]
    assert weakens_trail(asked, [], 7) == []
    (unread,) = found("UpdateEventDataStore", retentionPeriod="7")
    assert isinstance(unread, Unresolved)


def of_category(*names):
    return advanced(*[("eventCategory", {"equals": [name]}) for name in names])


def test_a_store_that_no_longer_selects_management_events_is_told_as_a_trail_is():
    data = {"advancedEventSelectors": of_category("Data")}
    store, trail = told("UpdateEventDataStore", **data), told("PutEventSelectors", **data)
    assert store == trail != []
    management = {"advancedEventSelectors": advanced(MANAGEMENT)}
    assert told("UpdateEventDataStore", eventDataStore="all", **management) == []
    assert found("UpdateEventDataStore", advancedEventSelectors=UNREAD) == [UNREAD]


@pytest.mark.parametrize("kind", ["ConfigurationItem", "Insight", "Evidence", "ActivityAuditLog"])
def test_a_store_of_what_is_no_call_never_had_management_events(kind):
    assert told("UpdateEventDataStore", advancedEventSelectors=of_category(kind)) == []
    both = [*of_category(kind), *of_category("Data")]
    assert told("UpdateEventDataStore", advancedEventSelectors=both) != []


@pytest.mark.parametrize(
    "selectors",
    [
        {"eventSelectors": [ALL]},
        {"eventSelectors": [{**ALL, "readWriteType": kind} for kind in ("ReadOnly", "WriteOnly")]},
        {"advancedEventSelectors": advanced(MANAGEMENT)},
        {
            "advancedEventSelectors": [
                *advanced(MANAGEMENT, ("readOnly", {"equals": ["true"]})),
                *advanced(MANAGEMENT, ("readOnly", {"equals": ["false"]})),
            ]
        },
    ],
)
def test_selectors_of_all_management_events_take_nothing_away(selectors):
    assert told("PutEventSelectors", trailName="all", **selectors) == []


@pytest.mark.parametrize(
    ("selectors", "says"),
    [
        ({"eventSelectors": [{**ALL, "includeManagementEvents": False}]}, "that write"),
        ({"eventSelectors": [{**ALL, "readWriteType": "ReadOnly"}]}, "that write"),
        (
            {"eventSelectors": [{**ALL, "excludeManagementEventSources": ["kms.amazonaws.com"]}]},
            "of kms.amazonaws.com that write",
        ),
        (
            {"advancedEventSelectors": advanced(("eventCategory", {"equals": ["Data"]}))},
            "that write",
        ),
        (
            {
                "advancedEventSelectors": advanced(
                    MANAGEMENT, ("eventName", {"notEquals": ["StopLogging"]})
                )
            },
            "StopLogging",
        ),
    ],
)
def test_selectors_are_judged_by_the_events_that_they_leave_out(selectors, says):
    first = told("PutEventSelectors", trailName="all", **selectors)[0]
    assert first.startswith("all does not record management events")
    assert says in first


def test_insights_that_are_switched_off_are_told():
    assert told("PutInsightSelectors", trailName="all", insightSelectors=[]) == [
        "all does not look for unusual activity"
    ]
    one = [{"insightType": "ApiCallRateInsight"}]
    assert told("PutInsightSelectors", trailName="all", insightSelectors=one) == []


@pytest.mark.parametrize("value", [UNREAD, None, "x", 7])
def test_insights_that_nobody_can_read_are_unknown(value):
    (unknown,) = found("PutInsightSelectors", trailName="all", insightSelectors=value)
    assert isinstance(unknown, Unresolved)


@pytest.mark.parametrize("name", CALLS)
def test_a_refused_call_and_one_of_another_service_took_nothing_away(name):
    asked = {"name": "all", "isMultiRegionTrail": False, "eventSelectors": [], "kmsKeyId": ""}
    refused = call(name, asked, errorCode="AccessDenied")
    elsewhere = {**call(name, asked), "eventSource": "example.amazonaws.com"}
    assert weakens_trail(refused) == weakens_trail(elsewhere) == []


@pytest.mark.parametrize("field", ["eventSource", "eventName", "errorCode"])
def test_a_call_of_which_nobody_knows_what_it_was_may_have_taken_something_away(field):
    assert weakens_trail({**call("UpdateTrail", {"kmsKeyId": ""}), field: UNREAD}) == [UNREAD]


@pytest.mark.parametrize("name", CALLS)
def test_a_request_that_is_not_in_the_record_is_unknown(name):
    assert weakens_trail(call(name, UNREAD)) == [UNREAD]
    lost = {**call(name, {}), "requestParameters": None}
    assert isinstance(weakens_trail(lost)[0], Unresolved)


def test_a_setting_that_is_not_known_is_unknown_and_another_still_told():
    first, second = found("UpdateTrail", isMultiRegionTrail=UNREAD, kmsKeyId="")
    assert first == UNREAD
    assert second.what.startswith("the trail does not encrypt")
    (unknown,) = found("PutEventSelectors", trailName="all", eventSelectors=UNREAD)
    assert isinstance(unknown, Unresolved)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["field", "equals", "fieldSelectors", "x"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)
settings = st.sampled_from(
    [
        *("name", "trailName", "isMultiRegionTrail", "kmsKeyId", "eventSelectors"),
        *("insightSelectors", "advancedEventSelectors", "s3BucketName", "retentionPeriod"),
    ]
)


@given(st.sampled_from(CALLS), st.dictionaries(settings, values) | values)
def test_whatever_stands_in_a_request_is_answered(name, asked):
    record = {"eventSource": SOURCE, "eventName": name, "requestParameters": asked}
    for agreed in ((), (["logs"], 90)):
        said = weakens_trail(record, *agreed)
        assert all(isinstance(each, Weakening | Unresolved) for each in said)


def test_a_rule_asks_by_name():
    ask = compile("weakens_trail(configuration)")
    (said,) = ask({"configuration": call("UpdateTrail", {"name": "all", "kmsKeyId": ""})})
    assert said["resource"] == "all"


# Whom sign-ins are tried as


def tried(**identity):
    return tried_user({"userIdentity": {"accountId": ACCOUNT, **identity}})


def test_a_sign_in_is_tried_as_a_user_of_an_account():
    assert tried(type="IAMUser", userName="alice") == f"{ACCOUNT} alice"
    assert tried(type="Root") == tried(type="Root", userName="root") == f"{ACCOUNT} root"


def test_a_name_that_no_user_has_is_hidden_and_is_none():
    assert tried(type="IAMUser", userName=HIDDEN) is None
    assert tried(type="IAMUser") is None
    assert tried_user({}) is None
    assert tried_user({"userIdentity": 7}) is None


def test_who_is_not_known_is_unknown():
    assert tried(type="IAMUser", userName=UNREAD) == UNREAD
    assert (
        compile("tried_user(configuration)")({"configuration": {"userIdentity": UNREAD}}) == UNREAD
    )
