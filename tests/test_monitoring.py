import pytest
from chains import HERE, PATTERN, TOPIC, alarm, counter, metric, subscription, topic, trail

from scanner.expression import compile
from scanner.monitoring import Lack, alarm_chain, alarm_gaps, use_cases_served
from scanner.unresolved import Unresolved

UNREAD = Unresolved("AccessDenied")
CASE = "cloudtrail-changes"
OTHER = "444455556666"


def chain(
    trails=None, filters=None, alarms=None, topics=(), subscriptions=None, case=CASE, events=1
):
    """What is missing of a chain that is whole but for what is given."""
    return alarm_chain(
        [trail()] if trails is None else trails,
        [counter()] if filters is None else filters,
        [alarm()] if alarms is None else alarms,
        list(topics),
        [subscription()] if subscriptions is None else subscriptions,
        case,
        events,
    )


def missing(**links):
    """The link that is missing, and the sentence about it."""
    (lack,) = chain(**links)
    assert isinstance(lack, Lack), lack
    return lack.link, lack.what


def unknown(**links):
    (answer,) = chain(**links)
    assert type(answer) is Unresolved, answer
    return answer.why


def test_a_whole_chain_lacks_nothing():
    assert chain() == []


def test_a_whole_chain_needs_nothing_else_whatever_nobody_could_read():
    assert (
        chain(
            trails=[UNREAD, trail()],
            filters=[UNREAD, counter()],
            alarms=[UNREAD, alarm()],
            topics=[UNREAD],
            subscriptions=[UNREAD, subscription()],
        )
        == []
    )


# The trail


def test_there_has_to_be_a_trail():
    assert missing(trails=[]) == ("trail", "there is no trail")


@pytest.mark.parametrize(
    ("one", "what"),
    [
        (trail(multi=False), "the trail all is not of every Region"),
        (trail(logging=False), "the trail all is not logging"),
        (trail(group=""), "the trail all delivers to no log group"),
        (
            trail(selectors=[{"readWriteType": "ReadOnly"}]),
            "all does not record management events that write",
        ),
        (
            trail(selectors=[{"readWriteType": "WriteOnly"}]),
            "all does not record management events that only read",
        ),
    ],
)
def test_a_trail_that_does_not_bring_every_event_is_none(one, what):
    assert missing(trails=[one]) == ("trail", what)


def test_a_service_that_the_trail_leaves_out_matters_to_calls_of_that_service():
    trails = [trail(selectors=[{"excludeManagementEventSources": ["kms.amazonaws.com"]}])]
    assert chain(trails=trails) == []
    kms = "{ $.eventSource = kms.amazonaws.com && ($.eventName = DisableKey || $.eventName = ScheduleKeyDeletion) }"
    link, what = missing(
        trails=trails, filters=[counter(kms)], case="kms-key-disabling-or-deletion"
    )
    assert link == "trail"
    assert "kms.amazonaws.com" in what
    root = "{ $.userIdentity.type = Root }"
    assert missing(trails=trails, filters=[counter(root)], case="root-use")[0] == "trail"


@pytest.mark.parametrize(
    "one",
    [
        UNREAD,
        trail(multi=UNREAD),
        trail(logging=UNREAD),
        trail(group=UNREAD),
        trail(group=f"arn:aws:logs:{HERE}:{OTHER}:log-group:trail:*"),
        trail(supplementaryConfiguration={"TrailStatus": {"isLogging": True}}),
        trail(supplementaryConfiguration={"EventSelectors": {}}),
        trail(selectors=[{"readWriteType": UNREAD}]),
        trail(group="what is no ARN"),
    ],
)
def test_a_trail_that_may_bring_every_event_may_complete_a_chain(one):
    assert unknown(trails=[one])


def test_what_is_missing_anyway_is_missing_whatever_trails_nobody_could_read():
    assert missing(trails=[UNREAD], filters=[])[0] == "log group"
    assert missing(trails=[UNREAD], alarms=[])[0] == "metric"
    assert missing(trails=[UNREAD], subscriptions=[])[0] == "subscription"


def test_each_reason_is_told_once_of_however_many_trails():
    trails = [trail(logging=UNREAD), trail(logging=UNREAD), trail(multi=Unresolved("Throttled"))]
    assert unknown(trails=trails) == "AccessDenied; Throttled"
    assert chain(trails=[*trails, trail()]) == []


@pytest.mark.parametrize("filters", [[UNREAD], [UNREAD, UNREAD], []])
def test_however_many_trails_say_what_each_of_them_does_where_no_filter_was_read(filters):
    poor = trail(multi=False)
    for some in ([trail()] * 8, [trail(logging=UNREAD)] * 8, [trail(group="nothing")] * 8):
        one = chain(trails=some[:1], filters=filters)
        for several in (some, [*some, poor], [poor, *some]):
            assert chain(trails=several, filters=filters) == one


def test_one_of_many_trails_completes_a_chain():
    assert chain(trails=[*[trail(logging=UNREAD)] * 8, trail()]) == []
    assert chain(trails=[*[trail(logging=UNREAD)] * 8, trail()], filters=[UNREAD, counter()]) == []


# The filter


def test_the_log_group_has_to_have_a_filter():
    assert missing(filters=[counter(group="other")]) == (
        "log group",
        "the log group trail has no metric filter",
    )


def test_a_filter_has_to_serve_by_its_meaning():
    link, what = missing(filters=[counter("{ $.eventName = *Trail }")])
    assert (link, what) == (
        "filter",
        "of the metric filter changes: the filter misses StartLogging, StopLogging",
    )


@pytest.mark.parametrize(
    "one",
    [
        UNREAD,
        counter(UNREAD),
        counter("{ broken"),
        counter(group=UNREAD),
        counter(metrics=[UNREAD]),
        counter(metrics=UNREAD),
        counter(FieldSelectionCriteria='@aws.region = "us-east-1"'),
        counter(FieldSelectionCriteria=UNREAD),
        counter(ApplyOnTransformedLogs=True),
        counter(EmitSystemFieldDimensions=UNREAD),
        counter(metrics=[metric(UNREAD)]),
        counter(metrics=[metric(value=UNREAD)]),
        counter(metrics=[metric(DefaultValue=UNREAD)]),
        counter(metrics=[metric(Dimensions=UNREAD)]),
    ],
)
def test_a_filter_of_which_something_is_not_known_may_count(one):
    assert unknown(filters=[one])


def test_a_filter_has_to_publish_a_number():
    assert "does not count" in missing(filters=[counter(metrics=[metric(value="$.size")])])[1]
    assert missing(filters=[counter(metrics=[metric(value="0")])])[0] == "alarm"
    assert missing(filters=[counter(metrics=[])])[0] == "filter"


# The alarm


def test_an_alarm_has_to_be_on_the_metric():
    told = missing(alarms=[alarm("Others"), alarm(namespace="Others")])
    assert told == (
        "metric",
        "the metric filter changes serves, but no alarm watches Trail/Changes",
    )
    assert missing(alarms=[alarm(awsRegion="us-east-1")])[0] == "metric"


@pytest.mark.parametrize(
    ("settings", "what"),
    [
        ({"threshold": 2}, "one event does not reach its threshold"),
        ({"comparisonOperator": "LessThanThreshold"}, "does not reach its threshold"),
        ({"treatMissingData": "breaching"}, "always in alarm"),
        ({"treatMissingData": "ignore"}, "stays in alarm after the first event"),
        ({"evaluationPeriods": 3}, "it needs 3 periods that breach"),
        ({"evaluationPeriods": 3, "datapointsToAlarm": 2}, "it needs 2 periods that breach"),
        ({"dimensions": [{"name": "a", "value": "b"}]}, "one value of a dimension"),
        ({"unit": "Count"}, "watches the unit Count"),
        (
            {"statistic": None, "extendedStatistic": "p90", "evaluateLowSampleCountPercentile": "ignore"},
            "periods with few samples",
        ),
    ],
)  # fmt: skip
def test_an_alarm_that_an_event_cannot_raise_is_none(settings, what):
    link, told = missing(alarms=[alarm(**settings)])
    assert link == "alarm"
    assert what in told


@pytest.mark.parametrize(
    "settings",
    [
        {"evaluationPeriods": 3, "datapointsToAlarm": 1},
        {"evaluationPeriods": 3, "treatMissingData": "missing"},
        {"treatMissingData": None},
        {"statistic": "SampleCount"},
        {"statistic": "Average"},
        {"statistic": None, "extendedStatistic": "p99.9"},
        {"threshold": 0, "comparisonOperator": "GreaterThanThreshold"},
        {"unit": "None"},
        {"period": 10},
    ],
)
def test_alarms_that_an_event_raises(settings):
    assert chain(alarms=[alarm(**settings)]) == []


def test_a_default_value_makes_quiet_periods():
    zero = [counter(metrics=[metric(DefaultValue=0.0)])]
    assert chain(filters=zero, alarms=[alarm(treatMissingData="ignore")]) == []
    assert chain(filters=zero, alarms=[alarm(treatMissingData="breaching")]) == []
    for settings in (
        {"statistic": "Minimum"},
        {"statistic": "Average"},
        {"statistic": "SampleCount"},
        {"evaluationPeriods": 2, "treatMissingData": "missing"},
    ):
        assert missing(filters=zero, alarms=[alarm(**settings)])[0] == "alarm"
    assert chain(filters=zero, alarms=[alarm(statistic="Average", period=60)]) == []


def test_a_metric_with_dimensions_has_no_data_without_them():
    by_user = [counter(metrics=[metric(Dimensions={"user": "$.userIdentity.userName"})])]
    assert "with dimensions" in missing(filters=by_user)[1]
    by_region = [counter(EmitSystemFieldDimensions=["@aws.region"])]
    assert "with dimensions" in missing(filters=by_region)[1]


def test_several_events_may_be_needed_where_that_is_asked():
    assert chain(alarms=[alarm(threshold=3)], events=3) == []
    assert missing(alarms=[alarm(threshold=3)], events=2)[0] == "alarm"
    with pytest.raises(ValueError, match="no number of events"):
        chain(events=0)


def test_an_alarm_on_one_metric_of_a_list_is_like_any_other():
    stat = {"metric": {"namespace": "Trail", "metricName": "Changes"}, "stat": "Sum", "period": 60}
    plain = {"metricName": None, "namespace": None, "statistic": None, "period": None}
    assert chain(alarms=[alarm(**plain, metrics=[{"id": "m", "metricStat": stat}])]) == []
    sums = [{"id": "m", "metricStat": stat}, {"id": "e", "expression": "m + 1"}]
    assert "computes with metrics" in unknown(alarms=[alarm(**plain, metrics=sums)])
    found = [{"id": "e", "expression": 'SELECT SUM(Changes) FROM "Trail"'}]
    assert unknown(alarms=[alarm(**plain, metrics=found)])
    others = [{"id": "e", "expression": 'SELECT SUM(Latency) FROM "AWS/ELB"'}]
    assert missing(alarms=[alarm(**plain, metrics=others)])[0] == "metric"
    elsewhere = [{"id": "m", "metricStat": stat, "accountId": OTHER}]
    assert unknown(alarms=[alarm(**plain, metrics=elsewhere)])


@pytest.mark.parametrize(
    "one",
    [
        UNREAD,
        alarm(UNREAD),
        alarm(threshold=UNREAD),
        alarm(period=None),
        alarm(actionsEnabled=UNREAD),
        alarm(alarmActions=UNREAD),
        alarm(dimensions=UNREAD),
        alarm(unit=UNREAD),
        alarm(metrics=UNREAD),
        alarm(statistic="tm90"),
        alarm(comparisonOperator="LessThanLowerOrGreaterThanUpperThreshold"),
    ],
)
def test_an_alarm_of_which_something_is_not_known_may_be_raised(one):
    assert unknown(alarms=[one])


# Who is told


def test_an_alarm_has_to_act():
    assert missing(alarms=[alarm(actionsEnabled=False)]) == (
        "action",
        "the alarm alarm tells nobody: its actions are not enabled",
    )
    assert missing(alarms=[alarm(alarmActions=[])])[0] == "action"


def test_somebody_has_to_have_subscribed():
    assert missing(subscriptions=[]) == (
        "subscription",
        f"the alarm alarm tells nobody: nobody has a confirmed subscription to {TOPIC}",
    )
    for arn in ("PendingConfirmation", "Deleted"):
        assert missing(subscriptions=[subscription(arn)])[0] == "subscription"
    assert missing(subscriptions=[subscription(of=f"{TOPIC}2")])[0] == "subscription"


def test_the_topic_itself_may_say_so():
    assert chain(topics=[topic("1")], subscriptions=[]) == []
    assert missing(topics=[topic("0")], subscriptions=[])[0] == "subscription"
    assert unknown(topics=[topic(UNREAD)], subscriptions=[])
    assert unknown(topics=[topic(None)], subscriptions=[])


def test_what_is_no_topic_tells_nobody():
    other = "arn:aws:automate:eu-west-1:ec2:stop"
    assert "no SNS topic" in missing(alarms=[alarm(alarmActions=[other])])[1]
    assert chain(alarms=[alarm(alarmActions=[other, TOPIC])]) == []


def test_a_topic_of_another_account_cannot_be_read():
    foreign = f"arn:aws:sns:{HERE}:{OTHER}:security"
    assert foreign in unknown(alarms=[alarm(alarmActions=[foreign])])


def test_who_subscribed_may_not_have_been_read():
    for each in (UNREAD, subscription(UNREAD), subscription(of=UNREAD)):
        assert unknown(subscriptions=[each])


# Several ways


def test_the_chain_that_got_farthest_is_told():
    filters = [counter("{ $.eventName = CreateTrail }"), counter()]
    alarms = [alarm(threshold=9), alarm(id="mute", actionsEnabled=False)]
    assert missing(filters=filters, alarms=alarms)[1].startswith("the alarm mute tells nobody")


def test_equally_far_ones_are_told_together():
    told = chain(alarms=[alarm(id=f"a{each}", threshold=9) for each in range(5)])
    assert len(told) == 3


def test_no_use_case_has_a_name_that_nobody_gave_it():
    with pytest.raises(ValueError, match="no use case is called 'x'"):
        chain(case="x")


# One filter by itself


def test_a_filter_by_itself_needs_an_alarm_that_acts():
    assert alarm_gaps([counter()], [alarm()], 1) == []
    (lack,) = alarm_gaps([counter()], [], 1)
    assert lack.link == "metric"
    assert alarm_gaps([counter()], [UNREAD], 1) == [UNREAD]
    assert alarm_gaps([UNREAD], [alarm()], 1) == [UNREAD]


def test_what_a_template_declares_is_known_by_its_name():
    declared = Unresolved("known after deployment", token="Topic")
    assert alarm_gaps([counter()], [alarm(alarmActions=[declared])], 1) == []
    name = Unresolved("the parameter Metric has no default", token="?Metric")
    assert alarm_gaps([counter(metrics=[metric(name)])], [alarm(name)], 1) == []


def test_the_use_cases_that_a_pattern_serves_have_names():
    assert use_cases_served(PATTERN) == [CASE]
    assert use_cases_served("ERROR") == []
    (why,) = use_cases_served(UNREAD)
    assert type(why) is Unresolved


def test_aws_configs_words_for_how_often_are_hours():
    ask = compile("snapshot_hours(often)")
    assert ask({"often": "Six_Hours"}) == 6
    assert ask({}) is None
    for each in ("Now_And_Then", 7, UNREAD):
        assert type(ask({"often": each})) is Unresolved
