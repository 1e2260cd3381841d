"""Chains and alarms against slow, obvious ways to tell: every filling of a gap, every minute."""

from itertools import pairwise

from chains import OTHER_TOPIC, PATTERN, TOPIC, alarm, counter, metric, subscription, topic, trail
from hypothesis import given, settings
from hypothesis import strategies as st
from unread import Gap, filled, opened

from scanner.monitoring import Lack, alarm_chain
from scanner.monitoring.datapoints import BREACHES, Counted, Watch, silence
from scanner.unresolved import Unresolved

CASE = "cloudtrail-changes"

# Whether an alarm is raised, minute by minute

OK, RAISED, NO_DATA = "OK", "ALARM", "INSUFFICIENT_DATA"
PERIODS = 14
EVENTS_IN = (4, 10)
"""The periods with events: each of them has to raise the alarm anew."""

numbers = st.sampled_from([-1.0, 0.0, 0.5, 1.0, 2.0, 3.0])
watches = st.builds(
    Watch,
    statistic=st.sampled_from(["Sum", "SampleCount", "Average", "Maximum", "Minimum"]),
    comparison=st.sampled_from(sorted(BREACHES)),
    threshold=numbers,
    period=st.sampled_from([60, 120, 180]),
    periods=st.integers(1, 3),
    datapoints=st.just(1),
    missing=st.sampled_from(["missing", "ignore", "breaching", "notBreaching"]),
)
counted = st.builds(Counted, value=numbers, default=st.none() | numbers)


@st.composite
def alarms(draw):
    watch = draw(watches)
    datapoints = draw(st.integers(1, watch.periods))
    return Watch(**{name: getattr(watch, name) for name in watch.__struct_fields__} | {
        "datapoints": datapoints
    })  # fmt: skip


def datapoint(watch, values):
    if not values:
        return None
    return {
        "Sum": sum(values),
        "SampleCount": len(values),
        "Average": sum(values) / len(values),
        "Maximum": max(values),
        "Minimum": min(values),
    }[watch.statistic]


def state(watch, before, window):
    """The state by the last data points, as AWS's page on missing data has it."""
    marks = [None if each is None else BREACHES[watch.comparison](each, watch.threshold)
             for each in window]  # fmt: skip
    if watch.missing in ("breaching", "notBreaching"):
        marks = [watch.missing == "breaching" if each is None else each for each in marks]
    real = [each for each in marks if each is not None]
    if sum(real) >= watch.datapoints:
        return RAISED
    if not real:
        return before if watch.missing == "ignore" else NO_DATA
    if not all(real):
        return OK
    # Nothing but breaching data points, and too few of them: the rest is missing.
    if watch.missing == "ignore":
        return before
    first = marks.index(True)
    return RAISED if len(marks) - first >= watch.datapoints else before


def states(watch, series):
    now, found = NO_DATA, []
    for end in range(watch.periods, len(series) + 1):
        now = state(watch, now, series[end - watch.periods : end])
        found.append(now)
    return found


def raised_each_time(watch, counted, events, quiet, beside):
    """Whether the alarm goes into ALARM once for each period with events, and not otherwise."""
    series = []
    for number in range(PERIODS):
        if number in EVENTS_IN:
            values = [counted.value] * events
            values += [counted.default] * beside if counted.default is not None else []
        else:
            values = [counted.default] * quiet if counted.default is not None else []
        series.append(datapoint(watch, values))
    found = [NO_DATA] * watch.periods + states(watch, series)
    rises = [at for at, (a, b) in enumerate(pairwise(found)) if b == RAISED and a != RAISED]
    return len(rises) == len(EVENTS_IN)


@settings(max_examples=400)
@given(alarms(), counted, st.integers(1, 3))
def test_agrees_with_playing_two_events_minute_by_minute(watch, counted, events):
    minutes = watch.period // 60
    held = all(
        raised_each_time(watch, counted, events, quiet, beside)
        for quiet in (1, minutes)
        for beside in (0, minutes - 1)
    )
    assert (silence(watch, counted, events) is None) == held


# Whether a chain may be whole, filling by filling


def gap(draw, *values):
    """One of the values, or a gap that some of them may fill."""
    if draw(st.integers(0, 5)):
        return draw(st.sampled_from(values))
    return Gap(tuple((draw(st.sampled_from(values)),) for _ in range(3)))


def several(draw, element):
    """Up to two elements, and perhaps a gap of as many."""
    found = [element(draw) for _ in range(draw(st.integers(0, 2)))]
    if draw(st.integers(0, 3)) == 0:
        fillings = tuple(
            tuple(filled(element(draw), 0) for _ in range(draw(st.integers(0, 1))))
            for _ in range(3)
        )
        found.append(Gap(fillings))
    return found


def a_trail(draw):
    return trail(multi=gap(draw, True, True, False), logging=gap(draw, True, True, False))


def a_filter(draw):
    return counter(
        gap(draw, PATTERN, PATTERN, "ERROR"),
        group=gap(draw, "trail", "trail", "other"),
        metrics=[metric(gap(draw, "Changes", "Others"))],
    )


def an_alarm(draw):
    return alarm(
        gap(draw, "Changes", "Others"),
        threshold=gap(draw, 1, 1, 5),
        actionsEnabled=gap(draw, True, True, False),
        alarmActions=several(draw, lambda _: draw(st.sampled_from([TOPIC, OTHER_TOPIC]))),
    )


def a_topic(draw):
    return topic(gap(draw, "0", "1"), draw(st.sampled_from([TOPIC, OTHER_TOPIC])))


def a_subscription(draw):
    arn = gap(draw, f"{TOPIC}:1", "PendingConfirmation")
    return subscription(arn, gap(draw, TOPIC, OTHER_TOPIC))


@st.composite
def accounts(draw):
    return [several(draw, each) for each in (a_trail, a_filter, an_alarm, a_topic, a_subscription)]


def is_whole(trails, filters, alarms, topics, subscriptions):
    """Whether there is a chain, tried with everything on everything."""
    heard = {
        each["configuration"]["TopicArn"]
        for each in topics
        if each["configuration"]["SubscriptionsConfirmed"] != "0"
    } | {
        each["configuration"]["TopicArn"]
        for each in subscriptions
        if each["configuration"]["SubscriptionArn"] != "PendingConfirmation"
    }
    return any(
        each["configuration"]["isMultiRegionTrail"]
        and each["supplementaryConfiguration"]["TrailStatus"]["isLogging"]
        and one["configuration"]["LogGroupName"] == "trail"
        and one["configuration"]["FilterPattern"] == PATTERN
        and by["configuration"]["metricName"]
        == one["configuration"]["MetricTransformations"][0]["MetricName"]
        and by["configuration"]["threshold"] == 1
        and by["configuration"]["actionsEnabled"]
        and heard & set(by["configuration"]["alarmActions"])
        for each in trails
        for one in filters
        for by in alarms
    )


@settings(max_examples=400)
@given(accounts())
def test_a_definite_answer_holds_for_whatever_fills_the_gaps(account):
    answer = alarm_chain(*opened(account), CASE, 1)
    for choice in range(3):
        whole = is_whole(*filled(account, choice))
        if not answer:
            assert whole
        elif any(isinstance(each, Lack) for each in answer):
            assert not whole
        else:
            assert all(type(each) is Unresolved for each in answer)


@settings(max_examples=200)
@given(accounts(), st.integers(0, 2))
def test_agrees_with_trying_everything_where_all_is_known(account, choice):
    known = filled(account, choice)
    answer = alarm_chain(*known, CASE, 1)
    assert (answer == []) == is_whole(*known)
    assert all(isinstance(each, Lack) for each in answer)
