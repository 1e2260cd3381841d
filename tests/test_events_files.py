"""CloudTrail's events in each form that files have, and what becomes of those that are broken."""

import gzip
import json
import tracemalloc

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st
from trail_logs import compact, entry, log_file, read, record, records

from scanner.sources.events.forms import NotEvents

THREE = records(3)
CSV = "Event name,Event time,User name,Event source,AWS access key,AWS region,Source IP address"
MORE = "Read-only,Event ID,Error code,Resources"


def lines(*texts):
    return b"\n".join(texts) + b"\n"


FORMS = {
    "as delivered": log_file(THREE),
    "unpacked": log_file(THREE, packed=False),
    "indented": json.dumps({"Records": THREE}, indent=2).encode(),
    "with other keys around it": compact({"a": {"Records": 1}, "Records": THREE, "b": [1]}),
    "an array": compact(THREE),
    "an indented array": json.dumps(THREE, indent=4).encode(),
    "a record a line": lines(*map(compact, THREE)),
    "a record a line, with a mark and Windows' ends": b"\xef\xbb\xbf"
    + b"\r\n".join(map(compact, THREE)),
    "indented records in a row": b"\n".join(json.dumps(each, indent=1).encode() for each in THREE),
    "log files in a row": log_file(THREE[:1]) + log_file(THREE[1:]),
    "log files, one a line": lines(
        log_file(THREE[:1], packed=False), log_file(THREE[1:], packed=False)
    ),
    "what lookup-events prints": json.dumps({"Events": list(map(entry, THREE))}, indent=4).encode(),
    "pages of boto3": compact(
        [{"Events": [entry(each)], "ResponseMetadata": {"RetryAttempts": 0}} for each in THREE]
    ),
    "entries alone": compact(list(map(entry, THREE))),
    "an entry a line": lines(*(compact(entry(each)) for each in THREE)),
    "CloudTrailEvent alone": compact([json.dumps(each) for each in THREE]),
    "from CloudWatch Logs": compact(
        {"events": [{"logStreamName": "a", "message": json.dumps(each)} for each in THREE]}
    ),
    "exported by CloudWatch Logs": lines(
        *(b"2026-09-27T10:00:00.123Z " + compact(each) for each in THREE)
    ),
    "from CloudWatch Logs, as it is followed": lines(
        *(b"2026-09-27T10:00:00+00:00 123_CloudTrail_1 " + compact(each) for each in THREE)
    ),
    "entries of CloudWatch Logs, a line each": lines(
        *(compact({"logStreamName": "a", "message": json.dumps(each)}) for each in THREE)
    ),
    "entries of CloudWatch Logs alone": compact(
        [{"timestamp": 1, "message": json.dumps(each)} for each in THREE]
    ),
    "from a subscription": compact(
        {"messageType": "DATA", "logEvents": [{"message": json.dumps(each)} for each in THREE]}
    ),
    "from EventBridge": b"".join(
        compact({"version": "0", "detail-type": "AWS API Call via CloudTrail", "detail": each})
        for each in THREE
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_same_records_come_from_every_form(form):
    assert read(FORMS[form]) == (THREE, [])


@pytest.mark.parametrize("form", FORMS)
def test_the_same_records_come_however_few_bytes_are_read_at_a_time(form):
    assert read(FORMS[form], piece=7) == (THREE, [])


def test_one_record_alone_is_a_file():
    assert read(compact(THREE[0])) == (THREE[:1], [])
    assert read(json.dumps(THREE[0], indent=2).encode()) == (THREE[:1], [])


@pytest.mark.parametrize("text", [b'{"Records":[]}', b'{"Events": []}', b"[]"])
def test_a_file_without_events_is_well(text):
    assert read(text) == ([], [])


def test_unknown_fields_and_old_versions_stay_as_they_are():
    odd = [
        record(eventVersion="1.0", eventID=None, requestID=None, eventType=None),
        record(2, eventVersion="2.0", somethingNew={"a": [1, None, "ü"]}, tlsDetails={"x": 1}),
    ]
    assert read(log_file(odd)) == (odd, [])


def test_insight_events_are_events():
    insight = {
        "eventVersion": "1.07",
        "eventTime": "2026-09-27T10:00:00Z",
        "awsRegion": "us-east-1",
        "eventID": "1",
        "eventType": "AwsCloudTrailInsight",
        "eventCategory": "Insight",
        "insightDetails": {"state": "Start", "eventName": "RunInstances", "errorCode": "E"},
    }
    assert read(log_file([insight, insight])) == ([insight, insight], [])


def test_output_that_was_cut_is_a_fault():
    text = compact({"Events": [entry(THREE[0])], "NextToken": "more"})
    found, faults = read(text)
    assert found == THREE[:1]
    assert faults == [("", "the output was cut: the pages that its NextToken leads to are missing")]
    assert read(compact({"Events": [entry(THREE[0])], "NextToken": None}))[1] == []


def fault_of(bad):
    """What is said of something between two records; the two have to be given."""
    good = records(2)
    texts = [compact(good[0]), bad, compact(good[1])]
    found, faults = read(b'{"Records":[%b]}' % b",".join(texts))
    assert found == good
    ((where, what),) = faults
    at = len(b'{"Records":[') + len(texts[0]) + 1
    assert where == f"record 2 (byte {at})"
    return what


def test_a_record_that_is_none_costs_nothing_but_itself():
    assert "Expected `object`, got `int`" in fault_of(b"17")
    assert "Expected `object`, got `null`" in fault_of(b"null")
    assert "Expected `object | null`" in fault_of(compact(record(userIdentity="alice")))
    assert "`$.eventName`" in fault_of(compact(record(eventName=17)))
    assert "no eventTime" in fault_of(b'{"foo":1}')
    assert "recursion depth" in fault_of(b'{"eventTime":"x","a":%b}' % (b"[" * 9000 + b"]" * 9000))
    assert "utf-8" in fault_of(compact(record(a="\u00fc")).replace(b"\\u00fc", b"\xfc"))
    assert "JSON is malformed" in fault_of(b'{"eventTime":tomorrow}')


def test_a_notification_of_s3_is_no_record():
    notified = record(eventSource="aws:s3", eventName="ObjectCreated:Put", eventID=None)
    assert fault_of(compact(notified)) == "a notification, and no record of CloudTrail's"


def test_a_record_that_has_a_key_twice_is_a_fault():
    twice = compact(record()).replace(
        b'"eventName":', b'"eventName":"DescribeInstances","eventName":'
    )
    assert fault_of(twice) == "the key 'eventName' stands there twice"


def test_a_name_that_stands_twice_is_a_fault_wherever_the_record_is():
    long = [record(number, a="a" * 9_000) for number in range(99)]
    text = compact({"Records": [*long, *THREE]})
    at = text.rindex(b'"eventName":')
    found, faults = read(text[:at] + b'"eventName":"StopLogging",' + text[at:])
    assert found == [*long, *THREE[:2]]
    assert [what for _, what in faults] == ["the key 'eventName' stands there twice"]


def test_a_key_that_stands_twice_for_good_reason_is_well():
    named = record(requestParameters={"eventName": "eventName", "a": [{"errorCode": "x"}] * 3})
    assert read(log_file([*THREE, named])) == ([*THREE, named], [])
    long = [record(a="a" * 9_000)] * 99
    assert read(log_file([*long, named])) == ([*long, named], [])


def test_a_record_a_line_is_lost_alone():
    found, faults = read(lines(compact(THREE[0]), b'{"eventTime":"', compact(THREE[1]), b"{},{}"))
    assert found == THREE[:2]
    assert [where for where, _ in faults] == [
        f"record 2 (byte {len(compact(THREE[0])) + 1})",
        f"record 4 (byte {len(lines(compact(THREE[0]), b'12345678901234', compact(THREE[1])))})",
    ]


def test_an_exported_line_that_is_no_record_is_lost_alone():
    first, second = (b"2026-09-27T10:00:00.000Z " + compact(each) for each in THREE[:2])
    found, faults = read(lines(first, b"2026-09-27T10:00:01.000Z START", second))
    assert found == THREE[:2]
    assert [where for where, _ in faults] == [f"record 2 (byte {len(first) + 1})"]


def test_an_export_may_begin_with_a_line_that_is_no_record():
    record = b"2026-09-27T10:00:00.000Z " + compact(THREE[0])
    for first in (b"2026-09-27T09:59:59.000Z START", b"garbage", b"\n" * 100):
        found, faults = read(lines(first, record))
        assert (found, len(faults)) == (THREE[:1], 1 if first.strip() else 0)


def test_what_a_record_says_is_not_taken_for_the_time_before_one():
    name = "A 2026-09-27T10:00:00Z {evil}"
    records = [THREE[0], THREE[1] | {"eventName": name}]
    found, faults = read(lines(compact(records[0]), b"  " + compact(records[1])))
    assert (found, faults) == (records, [])


def test_an_entry_of_another_log_is_a_fault():
    events = [{"message": "START"}, {"message": json.dumps(THREE[0])}, {"timestamp": 1}]
    found, faults = read(compact({"events": events}))
    assert found == THREE[:1]
    assert [what for _, what in faults] == [
        "JSON is malformed: invalid character (byte 1)",
        "an entry without CloudTrailEvent",
    ]


def test_strings_do_not_become_more_records_than_there_are():
    two = json.dumps(THREE[0]) + "," + json.dumps(THREE[1])
    assert read(compact({"Events": [{"CloudTrailEvent": two}]}))[1] == [
        ("record 1 (byte 11)", "not one record")
    ]


@pytest.mark.parametrize("lost", [1, 8, 30, 200])
def test_what_was_there_before_gzip_ends_short_is_given(lost):
    many = records(500)
    found, faults = read(log_file(many)[:-lost])
    assert found == many[: len(found)]
    ((where, what),) = faults
    assert where == ""
    assert what.startswith("gzip cut short, after ")
    assert len(found) == 500 if lost <= 8 else len(found) > 400


def test_what_was_there_before_json_ends_short_is_given():
    many = records(500)
    found, faults = read(log_file(many, packed=False)[:-3])
    assert found == many[:-1]
    assert faults[0][1].endswith("the text ends inside a value")


def test_what_stands_behind_a_log_file_is_a_fault():
    assert read(log_file(THREE, packed=False) + b"]")[0] == THREE
    assert "is wanted" in read(log_file(THREE, packed=False) + b"]")[1][0][1]
    found, faults = read(log_file(THREE, packed=False) + b'{"foo":1}')
    assert (found, faults) == (THREE, [("", "it goes on with an object with the keys 'foo'")])


def test_a_gzip_bomb_is_a_fault():
    text = b'{"Records":[' + b" " * (1 << 20)
    bomb = gzip.compress(text + b" " * (80 << 20))
    ((where, what),) = read(bomb)[1]
    assert where == ""
    assert "white space" in what or "packs more than 200 times" in what


def test_a_string_of_five_megabytes_is_read():
    large = record(requestParameters={"a": "x" * (5 << 20)})
    assert read(log_file([large, *THREE])) == ([large, *THREE], [])


BROKEN = {
    "nothing": (b"", "the file is empty"),
    "white space": (b" \n", "the file is empty"),
    "UTF-16": ('{"Records":[]}'.encode("utf-16"), "UTF-16"),
    "UTF-16 without its mark": ('{"Records":[]}'.encode("utf-16-le"), "UTF-16"),
    "a number for the records": (b'{"Records":17}', "an object with the keys 'Records'"),
    "cut short": (b'{"Records":', "the text ends where a value is wanted"),
    "gzip cut short": (gzip.compress(b"")[:7], "gzip cut short"),
    "no gzip": (b"\x1f\x8bnot gzip at all", "broken gzip"),
}


@pytest.mark.parametrize(("text", "what"), BROKEN.values(), ids=BROKEN)
def test_a_file_that_is_broken_as_a_whole_is_one_fault(text, what):
    try:
        found, faults = read(text)
    except NotEvents as other:
        found, faults = [], [("", str(other))]
    assert found == []
    assert len(faults) == 1
    assert what in faults[0][1]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (b'{"awsAccountId":"1","digestStartTime":"x"}', "one of CloudTrail's digest files"),
        (b'{"configurationItems":[],"a":1}', "an object with the keys 'configurationItems', 'a'"),
        (b"{}", "an empty object"),
        (b"Records", "neither JSON nor the Event history's CSV"),
        (b"17", "neither JSON nor the Event history's CSV"),
    ],
)
def test_a_file_of_something_else_is_told(text, what):
    with pytest.raises(NotEvents, match=what):
        read(text)


SPLITS = st.lists(st.integers(1, 5), max_size=5)
FORM_OF = {
    "log": lambda part: log_file(part),
    "plain": lambda part: gzip.compress(log_file(part, packed=False)),
    "indented": lambda part: gzip.compress(json.dumps({"Records": part}, indent=1).encode()),
    "lookup": lambda part: gzip.compress(compact({"Events": list(map(entry, part))})),
}


@settings(max_examples=60)
@for_all(SPLITS, st.lists(st.sampled_from([*FORM_OF]), min_size=5, max_size=5), st.integers(1, 99))
def test_records_are_the_same_however_they_are_split_into_members(sizes, forms, piece):
    everything, parts = [], []
    for size, form in zip(sizes, forms, strict=False):
        part = [record(len(everything) + each, a='"},{"eventVersion') for each in range(size)]
        everything += part
        parts.append(FORM_OF[form](part))
    if parts:
        assert read(b"".join(parts), piece) == (everything, [])


@settings(max_examples=60)
@for_all(st.data())
def test_garbage_in_a_file_never_raises_and_adds_no_record_without_a_fault(data):
    text = bytearray(FORMS[data.draw(st.sampled_from([*FORMS]))])
    for _ in range(data.draw(st.integers(1, 4))):
        text[data.draw(st.integers(0, len(text) - 1))] = data.draw(st.integers(0, 255))
    try:
        found, faults = read(bytes(text))
    except NotEvents:
        return
    assert len(found) <= 3 or faults


def test_memory_stays_bounded_however_long_a_file_is(tmp_path):
    path = tmp_path / "long.json.gz"
    part = compact(records(1000))[1:-1]
    with gzip.open(path, "wb", compresslevel=1) as file:
        file.write(b'{"Records":[')
        for number in range(40):
            file.write(b"," * (number > 0) + part)
        file.write(b"]}")
    from scanner.sources.events.reading import logs
    from scanner.sources.files import Count, Found

    count = Count()
    tracemalloc.start()
    for _ in logs(Found(str(path), True), count):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count.items == 40_000
    assert peak < 4 << 20


def csv(*rows, header=f"{CSV},{MORE}"):
    return "\r\n".join((header, *rows, "")).encode()


ALICE = "TerminateInstances,2026-09-27T10:00:00Z,alice,ec2.amazonaws.com,AKIAEXAMPLE,eu-west-1"


def test_a_csv_tells_what_is_in_it_and_that_the_rest_is_unknown():
    resources = '"[{""resourceType"":""AWS::EC2::Instance"",""resourceName"":""i-1""}]"'
    found, faults = read(csv(f"{ALICE},198.51.100.7,false,e-1,,{resources}"))
    assert faults == []
    lacking = {"$unresolved": "the Event history's CSV does not have it"}
    (event,) = found
    known = {name: value for name, value in event.items() if value != lacking}
    assert known.pop("userIdentity") == {
        **dict.fromkeys(event["userIdentity"], lacking),
        "userName": "alice",
        "accessKeyId": "AKIAEXAMPLE",
    }
    assert known == {
        "eventName": "TerminateInstances",
        "eventTime": "2026-09-27T10:00:00Z",
        "eventSource": "ec2.amazonaws.com",
        "awsRegion": "eu-west-1",
        "sourceIPAddress": "198.51.100.7",
        "readOnly": False,
        "eventID": "e-1",
        "errorCode": None,
    }
    assert event["requestParameters"] == event["recipientAccountId"] == lacking
    assert event["userIdentity"]["type"] == lacking


def test_the_name_that_a_session_chose_is_not_taken_for_a_user():
    row = ALICE.replace("AKIAEXAMPLE", "ASIAEXAMPLE")
    (event,), _ = read(csv(f"{row},198.51.100.7,false,e-1,,"))
    assert event["userIdentity"]["userName"] == {
        "$unresolved": "the Event history's CSV says 'alice', a user or a role's session"
    }


def test_the_heads_of_a_csv_hold_nothing_that_is_not_in_it():
    from scanner.sources.events.contents import contents

    text = csv(f"{ALICE},198.51.100.7,maybe,e-1,AccessDenied,")
    ((first, heads, _, whole),) = (
        (each.first, each.heads, each.text, each.whole) for each in contents(lambda: _Opened(text))
    )
    assert (first, whole, len(heads)) == (1, False, 1)
    assert heads[0].error_code == "AccessDenied"
    assert heads[0].read_only is None
    assert heads[0].recipient_account_id is None
    assert heads[0].user_identity.type is None


class _Opened:
    def __init__(self, text):
        import io

        self.read = io.BytesIO(text).read

    def __enter__(self):
        return self.read

    def __exit__(self, *error):
        pass


def test_a_row_of_a_csv_is_lost_alone():
    good = f"{ALICE},198.51.100.7,false,e-1,,"
    bad = [good.replace("2026-09-27T10:00:00Z", "yesterday"), "a,b", f'{good[:-1]},"x"y']
    found, faults = read(csv(good, *bad, good))
    assert len(found) == 2
    length = len(csv(good))
    assert faults[0] == (f"record 2 (byte {length})", "'yesterday' is not a time")
    assert faults[1][1] == "a row of 2 cells, and not of 11"
    assert faults[2][1] == "',' expected after '\"'"


def test_a_row_that_is_not_utf8_is_lost_alone():
    good = f"{ALICE},1,true,e-1,,"
    found, faults = read(csv(good, good, good).replace(b"e-1", b"\xff", 1))
    assert len(found) == 2
    ((where, what),) = faults
    assert where.startswith("record 1 ")
    assert "utf-8" in what


def test_a_quoted_cell_may_go_on_in_the_next_line():
    found, faults = read(csv(f'{ALICE},198.51.100.7,false,e-1,,"a\r\nb"', f"{ALICE},1,true,e-2,,"))
    assert [each["eventID"] for each in found] == ["e-1", "e-2"]
    assert faults == []


def test_a_quote_that_is_never_closed_is_a_fault():
    found, faults = read(csv(f"{ALICE},1,true,e-1,,", f'{ALICE},1,true,e-2,,"'))
    assert len(found) == 1
    assert faults[0][1] == "unexpected end of data"


def test_a_csv_of_a_thousand_rows_is_read_in_parts():
    rows = [f"{ALICE},1,true,e-{number},," for number in range(1000)]
    found, faults = read(b"\xef\xbb\xbf" + csv(*rows), piece=1000)
    assert [each["eventID"] for each in found] == [f"e-{number}" for number in range(1000)]
    assert faults == []
