from items import ACCOUNT, KEY, TRAIL, covered, item, key, rule, scan, trail, verdict_of_each

from scanner.model import Problem

WHY = {"$unresolved": "AccessDenied"}
MULTI_REGION = rule("check: [{value: configuration.isMultiRegionTrail, equals: true}]")
WITH_KEY = rule(
    """
    join: {keys: {type: "AWS::KMS::Key", ours: configuration.kmsKeyId, theirs: configuration.arn}}
    check: [{value: "keys[?configuration.keyState != 'Enabled']", empty: true}]
    """
)
THEIR_KEYS = rule(
    """
    join: {keys: {type: "AWS::KMS::Key", ours: configuration.kmsKeyId, theirs: configuration.arn, optional: true}}
    check: [{value: "keys[?configuration.keyState != 'Enabled']", empty: true}]
    """
)
SOME_TRAIL = rule(
    """
    resource: AWS::::Account
    join: {trails: {type: "AWS::CloudTrail::Trail", ours: accountId, theirs: accountId, optional: true}}
    check: [{value: "trails[?configuration.isMultiRegionTrail]", empty: false}]
    """
)


def judge(rule, *given, **options):
    return verdict_of_each(rule, [*given, covered(TRAIL, KEY)], **options)


def test_an_item_passes_fails_or_is_unknown():
    found = judge(
        MULTI_REGION,
        trail("good", isMultiRegionTrail=True),
        trail("bad", isMultiRegionTrail=False),
        trail("absent"),
        trail("refused", isMultiRegionTrail=WHY),
    )
    assert found == {"good": "pass", "bad": "fail", "absent": "fail", "refused": "unknown"}


def test_a_clause_that_fails_decides_whatever_is_unresolved_beside_it():
    both = rule("check: [{value: configuration.a, equals: 1}, {value: configuration.b, equals: 1}]")
    assert judge(both, trail("x", a=WHY, b=2), trail("y", a=WHY, b=1)) == {
        "x": "fail",
        "y": "unknown",
    }


def test_any_and_not_are_three_valued():
    some = rule(
        """
        check:
          - any: [{value: configuration.a, equals: 1}, {value: configuration.b, equals: 1}]
          - not: {value: configuration.c, equals: 1}
        """
    )
    found = judge(
        some,
        trail("one holds", a=WHY, b=1),
        trail("one may hold", a=WHY, b=2),
        trail("none holds", a=2, b=2),
        trail("not may hold", a=1, c=WHY),
        trail("not fails", a=1, c=1),
    )
    assert found == {
        "one holds": "pass",
        "one may hold": "unknown",
        "none holds": "fail",
        "not may hold": "unknown",
        "not fails": "fail",
    }


def test_out_of_scope_there_is_no_finding_and_in_doubt_it_is_unknown():
    scoped = rule(
        """
        when: [{value: configuration.isOrganizationTrail, equals: true}]
        check: [{value: configuration.isMultiRegionTrail, equals: true}]
        """
    )
    found = judge(
        scoped,
        trail("out", isOrganizationTrail=False, isMultiRegionTrail=False),
        trail("in", isOrganizationTrail=True, isMultiRegionTrail=True),
        trail("in doubt", isOrganizationTrail=WHY, isMultiRegionTrail=True),
        trail("in doubt and bad", isOrganizationTrail=WHY, isMultiRegionTrail=False),
    )
    assert found == {"in": "pass", "in doubt": "unknown", "in doubt and bad": "unknown"}


def test_a_join_finds_items_by_the_ids_in_the_configuration():
    found = judge(
        WITH_KEY,
        key("arn:good", keyState="Enabled"),
        key("arn:bad", keyState="PendingDeletion"),
        trail("good", kmsKeyId="arn:good"),
        trail("bad", kmsKeyId="arn:bad"),
    )
    assert found == {"good": "pass", "bad": "fail"}


def test_what_is_no_text_is_no_id_and_no_joined_item():
    odd = {"configuration": {"keyState": "Enabled"}, "Statement": [None, 1]}
    found = judge(WITH_KEY, trail("object", kmsKeyId=odd), trail("switch", kmsKeyId=[True]))
    assert found == {"object": "unknown", "switch": "unknown"}
    found = judge(THEIR_KEYS, trail("object", kmsKeyId=odd))
    assert found == {"object": "unknown"}


def test_an_id_without_a_partner_no_id_and_an_unresolved_id_are_unknown():
    found = judge(
        WITH_KEY, trail("gone", kmsKeyId="arn:gone"), trail("none"), trail("hidden", kmsKeyId=WHY)
    )
    assert found == {"gone": "unknown", "none": "unknown", "hidden": "unknown"}


THERE = (ACCOUNT, "us-east-1")


def test_items_of_another_region_are_no_partners():
    grouped = rule(
        """
        join: {groups: {type: "AWS::EC2::SecurityGroup", ours: configuration.group}}
        check: [{value: "groups[].configuration.groupName", equals: [web]}]
        """
    )
    group = item("AWS::EC2::SecurityGroup", "sg-1", {"groupName": "web"}, THERE)
    assert judge(grouped, group, trail("t", group="sg-1"))["t"] == "unknown"


def test_a_key_is_found_in_another_region_and_in_another_account():
    for place in (THERE, ("444455556666", "eu-west-1")):
        enabled, disabled = key("arn:k", place, keyState="Enabled"), key("arn:d", place)
        found = judge(WITH_KEY, enabled, disabled, trail("t", kmsKeyId="arn:k"))
        assert found["t"] == "pass"
        assert judge(WITH_KEY, disabled, trail("t", kmsKeyId="arn:d"))["t"] == "fail"


def test_a_key_that_is_found_is_judged_although_another_could_not_be_read():
    broken = Problem("b.json", "broken", frozenset({KEY}))
    unread = item(KEY, "unread", {"arn": WHY, "keyState": WHY})
    good, lost = trail("good", kmsKeyId="arn:k"), trail("lost", kmsKeyId="arn:lost")
    found = judge(WITH_KEY, key("arn:k", keyState="Enabled"), unread, good, lost, broken)
    assert (found["good"], found["lost"]) == ("pass", "unknown")


def test_a_key_that_may_be_where_nobody_could_look_is_unknown():
    some = rule(
        """
        join: {keys: {type: "AWS::KMS::Key", ours: configuration.kmsKeyId, theirs: configuration.arn, optional: true}}
        check: [{value: keys, empty: true}]
        """
    )
    elsewhere = Problem("aws", "refused", frozenset({KEY}), THERE)
    given = [trail("t", kmsKeyId="arn:k"), covered(KEY), covered(KEY, place=THERE)]
    assert judge(some, *given)["t"] == "pass"
    assert judge(some, *given, elsewhere)["t"] == "unknown"


def test_the_keys_of_a_region_are_its_own():
    some = rule(
        """
        resource: AWS::::Region
        join: {keys: {type: "AWS::KMS::Key", ours: awsRegion, theirs: awsRegion, optional: true}}
        check: [{value: keys, empty: false}]
        """
    )
    found = judge(some, key("arn:k", THERE), trail("t"), covered(KEY))
    assert found == {"us-east-1": "pass", "eu-west-1": "fail"}


def test_a_later_join_can_start_from_an_earlier_one():
    chained = rule(
        """
        join:
          keys: {type: "AWS::KMS::Key", ours: configuration.kmsKeyId, theirs: configuration.arn}
          buckets: {type: "AWS::S3::Bucket", ours: "keys[].configuration.bucket"}
        check: [{value: "buckets[].configuration.name", equals: [logs]}]
        """
    )
    found = judge(
        chained,
        trail("t", kmsKeyId="arn:k"),
        key("arn:k", bucket="b"),
        item("AWS::S3::Bucket", "b", {"name": "logs"}),
    )
    assert found == {"t": "pass"}


def test_the_account_has_what_one_of_its_regions_has():
    there = (ACCOUNT, "us-east-1")
    good = trail("t", there, isMultiRegionTrail=True)
    assert judge(SOME_TRAIL, good, trail("u")) == {ACCOUNT: "pass"}
    assert judge(SOME_TRAIL, trail("u")) == {ACCOUNT: "fail"}


def test_there_must_be_one_is_unknown_where_one_may_have_gone_unread():
    broken = Problem("b.json", "broken", frozenset({TRAIL}))
    assert judge(SOME_TRAIL, trail("u"), broken) == {ACCOUNT: "unknown"}
    assert judge(SOME_TRAIL, trail("u", isMultiRegionTrail=True), broken) == {ACCOUNT: "pass"}


def test_a_type_that_was_not_recorded_is_unknown_once_in_each_region():
    assert verdict_of_each(MULTI_REGION, [key("k"), covered(KEY)]) == {"*": "unknown"}
    assert verdict_of_each(MULTI_REGION, [key("k")], complete=True) == {}


def test_parameters_are_read_as_params():
    limit = rule(
        "params: {most: 3}\ncheck: [{value: configuration.n > params.most, equals: false}]"
    )
    assert judge(limit, trail("few", n=3), trail("many", n=4)) == {"few": "pass", "many": "fail"}


def test_an_expression_that_cannot_be_computed_here_is_unknown_and_says_why():
    wrong = rule("check: [{value: length(configuration.name), at_least: 1}]")
    with scan([wrong], [trail("t"), covered(TRAIL)]) as result:
        (finding,) = result.findings
    assert finding.outcome == "unknown"
    assert "length" in finding.message


def test_a_failure_says_what_was_found_and_what_was_wanted():
    with scan([MULTI_REGION], [trail("t", isMultiRegionTrail=False), covered(TRAIL)]) as result:
        (finding,) = result.findings
    assert finding.message == "configuration.isMultiRegionTrail is false, wanted to be true"
    (evidence,) = finding.evidence
    assert (evidence.value, evidence.found) == ("configuration.isMultiRegionTrail", False)
    assert finding.location.uri == "snapshot.json"


def test_an_unknown_says_what_could_not_be_read():
    with scan([MULTI_REGION], [trail("t", isMultiRegionTrail=WHY), covered(TRAIL)]) as result:
        (finding,) = result.findings
    assert "AccessDenied" in finding.message


def test_evidence_has_no_secrets():
    leaky = rule("check: [{value: configuration.masterUserPassword, equals: null}]")
    with scan([leaky], [trail("t", masterUserPassword="hunter2"), covered(TRAIL)]) as result:
        (finding,) = result.findings
    assert "hunter2" not in f"{finding.message}{finding.evidence}"


def test_a_rule_that_judged_nothing_is_not_exercised_and_says_why():
    with scan([MULTI_REGION], [key("k")], complete=True) as result:
        (idle,) = result.not_exercised
    assert idle.why == f"there is no {TRAIL}"
    scoped = rule(
        "when: [{value: configuration.a, equals: 1}]\ncheck: [{value: '@', exists: true}]"
    )
    with scan([scoped], [trail(), covered(TRAIL)]) as result:
        (idle,) = result.not_exercised
    assert idle.why == f"none of the 1 items of type {TRAIL} is in the rule's scope"


def test_the_order_of_items_does_not_change_the_findings():
    items = [trail(name, isMultiRegionTrail=name < "c") for name in "badc"]
    with scan([MULTI_REGION], [*items, covered(TRAIL)]) as one:
        first = list(one.findings)
    with scan([MULTI_REGION], [*reversed(items), covered(TRAIL)]) as two:
        assert list(two.findings) == first


def test_findings_of_different_resources_have_different_fingerprints():
    items = [trail("a"), trail("b"), trail("a", (ACCOUNT, "us-east-1"))]
    with scan([MULTI_REGION], [*items, covered(TRAIL)]) as result:
        prints = [each.fingerprint for each in result.findings]
    assert len(set(prints)) == len(prints) == 4  # and one for the Region that nobody covered


def test_ids_that_cannot_be_computed_on_another_item_are_unknown_and_no_crash():
    odd = rule(
        """
        join: {keys: {type: "AWS::KMS::Key", ours: configuration.kmsKeyId, theirs: "to_string(length(configuration.name))"}}
        check: [{value: "keys[?configuration.keyState != 'Enabled']", empty: true}]
        """
    )
    assert judge(odd, trail("t", kmsKeyId="1"), key("arn:k"))["t"] == "unknown"
