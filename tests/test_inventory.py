import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from items import ACCOUNT, HERE, KEY, TRAIL, covered, item, key, rule, scan, trail, verdict_of_each

from scanner.expression import compile
from scanner.inventory.inventory import ACCOUNT as ACCOUNT_TYPE
from scanner.inventory.inventory import REGION, Inventory
from scanner.inventory.store import Store
from scanner.model import Coverage, Problem

ELSEWHERE = (ACCOUNT, "us-east-1")


def inventory(*given, **options):
    made = Inventory(
        is_global=lambda kind: kind.startswith("AWS::IAM"),
        now="2026-11-20T12:00:00.000Z",
        **options,
    )
    for each in given:
        made.add(each)
    return made


def own(made, resource_type):
    return [
        (partition.place, entry[0].id)
        for partition in made.partitions()
        for entry in partition.own(resource_type)
    ]


def test_items_are_grouped_by_account_and_region_in_order():
    made = inventory(trail("b"), trail("a"), trail("c", place=ELSEWHERE))
    assert own(made, TRAIL) == [(HERE, "a"), (HERE, "b"), (ELSEWHERE, "c")]


def test_the_newest_version_of_an_item_wins_wherever_it_stands():
    versions = [item(TRAIL, "a", {"v": n}, captured=f"2026-01-0{n}") for n in (2, 3, 1)]
    (first, *_) = inventory(*versions).partitions()
    ((_, document),) = first.own(TRAIL)
    assert document["configuration"] == {"v": 3}


def test_a_resource_that_was_deleted_last_is_gone():
    gone = item(TRAIL, "a", captured="2026-01-02", deleted=True)
    assert own(inventory(gone, item(TRAIL, "a", captured="2026-01-01")), TRAIL) == []


def test_each_region_has_its_own_item_and_each_account_one():
    made = inventory(
        trail(), trail(place=ELSEWHERE), item("AWS::IAM::User", "u", {}, (ACCOUNT, "global"))
    )
    assert [id for _, id in own(made, REGION)] == ["eu-west-1", "us-east-1"]
    assert own(made, ACCOUNT_TYPE) == [((ACCOUNT, "global"), ACCOUNT)]


def test_a_region_that_was_read_and_holds_nothing_is_there_as_well():
    assert own(inventory(covered(TRAIL)), REGION) == [(HERE, "eu-west-1")]


def test_an_account_that_a_source_gave_is_judged_once_and_as_it_was_given():
    everywhere = (ACCOUNT, "global")
    given = item(ACCOUNT_TYPE, ACCOUNT, {"accountSummary": {"Users": 3}}, everywhere)
    made = inventory(given, trail(), shared=[TRAIL])
    assert own(made, ACCOUNT_TYPE) == [(everywhere, ACCOUNT)]
    (*_, account) = made.partitions()
    ((_, document),) = account.own(ACCOUNT_TYPE)
    assert document["configuration"] == {"accountSummary": {"Users": 3}}
    assert len(account.partners(TRAIL, compile("accountId")).of(ACCOUNT)) == 1


def test_a_region_that_a_source_gave_is_judged_once_and_as_it_was_given():
    made = inventory(item(REGION, "eu-west-1", {"ebsEncryptionByDefault": True}), trail())
    assert own(made, REGION) == [(HERE, "eu-west-1")]
    ((_, document),) = next(made.partitions()).own(REGION)
    assert document["configuration"] == {"ebsEncryptionByDefault": True}


@pytest.mark.parametrize("kind", [ACCOUNT_TYPE, REGION])
def test_what_no_source_told_of_an_account_or_region_is_unknown_and_not_empty(kind):
    made = rule(f"""
        resource: {kind}
        check: [{{value: configuration.passwordPolicy, empty: true}}]
        extra_fields: [configuration.passwordPolicy]
    """)
    assert set(verdict_of_each(made, [trail()]).values()) == {"unknown"}


def test_an_account_joins_the_items_of_every_region_and_judges_none_of_them_again():
    made = inventory(trail("a"), trail("b", place=ELSEWHERE), shared=[TRAIL])
    (*_, account) = made.partitions()
    found = account.partners(TRAIL, compile("accountId"))
    assert [each["resourceId"] for each in found.of(ACCOUNT)] == ["a", "b"]
    assert account.own(TRAIL) == []


def test_partners_are_found_by_every_id_that_theirs_gives():
    acl = item(
        "AWS::EC2::NetworkAcl", "acl", {"associations": [{"subnetId": "s1"}, {"subnetId": "s2"}]}
    )
    (first, *_) = inventory(acl).partitions()
    found = first.partners("AWS::EC2::NetworkAcl", compile("configuration.associations[].subnetId"))
    assert [len(found.of(each)) for each in ("s1", "s2", "s3")] == [1, 1, 0]


@pytest.mark.parametrize("optional", ["true", "false"])
def test_an_item_whose_ids_were_not_read_may_be_the_one_that_is_joined(optional):
    made = rule(f"""
        join:
          keys: {{type: {KEY}, ours: configuration.kmsKeyId, theirs: configuration.arn,
                  optional: {optional}}}
        check: [{{value: "keys[?configuration.keyState != 'Enabled'].resourceId", empty: true}}]
    """)
    hidden = item(KEY, "k", {"arn": {"$unresolved": "kms:DescribeKey: AccessDenied"}})
    uses = trail(kmsKeyId="arn:k")
    given = [uses, hidden, covered(KEY, TRAIL)]
    assert verdict_of_each(made, given) == {"main": "unknown"}
    with scan([made], given) as result:
        (found,) = result.findings
    assert "kms:DescribeKey: AccessDenied" in found.message


def test_a_type_is_known_to_be_complete_only_where_something_shows_it():
    made = inventory(trail(), covered(TRAIL), trail(place=ELSEWHERE))
    assert made.gap(TRAIL, HERE) is None
    assert made.gap(KEY, HERE) == f"nothing shows that {KEY} was recorded in {ACCOUNT}/eu-west-1"
    assert made.gap(TRAIL, ELSEWHERE) is not None


def test_a_recorder_of_everything_covers_what_it_does_not_leave_out():
    made = inventory(Coverage(HERE, frozenset(), frozenset({KEY})))
    assert made.gap(TRAIL, HERE) is None
    assert made.gap(KEY, HERE) is not None


def test_complete_says_that_what_is_absent_is_not_there():
    assert inventory(trail(), complete=True).gap(KEY, HERE) is None


def test_a_problem_leaves_its_types_incomplete_where_it_happened():
    made = inventory(
        covered(TRAIL), covered(TRAIL, place=ELSEWHERE),
        Problem("a.json", "broken", frozenset({TRAIL}), HERE),
    )  # fmt: skip
    assert made.gap(TRAIL, HERE) == "a.json: broken"
    assert made.gap(TRAIL, ELSEWHERE) is None


def test_a_global_type_is_expected_once_an_account():
    made = inventory(trail(), covered(TRAIL))
    assert made.expected("AWS::IAM::User", (ACCOUNT, "global"))
    assert not made.expected("AWS::IAM::User", HERE)


@given(st.lists(st.tuples(st.sampled_from("xyz"), st.integers(0, 5))), st.integers(0, 3000))
def test_a_store_that_spills_gives_what_one_in_memory_gives(added, budget):
    def filled(store):
        for region, number in added:
            store.add(item(KEY, f"k{number}", {"n": number}, (ACCOUNT, region)))
        return {place: list(store.items(place)) for place in sorted(store.places)}

    small, large = Store(budget), Store()
    try:
        assert filled(small) == filled(large)
    finally:
        small.close()
        large.close()


@pytest.mark.parametrize("first", ["a", "b"])
def test_two_versions_of_one_moment_give_the_same_whatever_their_order(first):
    one, two = item(TRAIL, "t", {"v": "a"}), item(TRAIL, "t", {"v": "b"})
    made = inventory(*([one, two] if first == "a" else [two, one]))
    (partition, *_) = made.partitions()
    assert partition.own(TRAIL)[0][1]["configuration"] == {"v": "b"}


def test_a_key_is_a_partner_by_its_arn():
    (first, *_) = inventory(key("arn:k")).partitions()
    assert first.partners(KEY, compile("configuration.arn")).of("arn:k")


@pytest.mark.parametrize("number", ["1e999", "9" * 5000])
def test_an_item_that_cannot_be_decoded_is_a_problem_and_its_neighbours_are_not_lost(number):
    whole = trail("bad")
    bad = msgspec.structs.replace(whole, text=whole.text.replace(b"{}", number.encode()))
    made = inventory(bad, trail("good"), covered(TRAIL))
    assert [id for _, id in own(made, TRAIL)] == ["good"]
    (problem,) = made.problems
    assert f"{TRAIL} bad" in problem.what
    assert problem.types == {TRAIL}
