import pytest
from build import route_table, subnet

from scanner.network import public_subnets
from scanner.unresolved import Unresolved

LATER = Unresolved("a parameter")


def test_a_subnet_is_public_by_its_own_route_table():
    tables = [
        route_table("rtb-1", "local", "igw-1", subnets=["subnet-1"]),
        route_table("rtb-2", "local", "nat-1", subnets=["subnet-2"]),
    ]
    subnets = [subnet("subnet-1"), subnet("subnet-2")]
    assert public_subnets(subnets, tables) == ["subnet-1"]


def test_a_subnet_without_a_table_of_its_own_has_its_vpcs_main_one():
    tables = [
        route_table("rtb-1", "igw-1", main=True),
        route_table("rtb-2", "local", main=True, vpc="vpc-2"),
        route_table("rtb-3", "local", subnets=["subnet-3"]),
    ]
    subnets = [subnet("subnet-1"), subnet("subnet-2", vpc="vpc-2"), subnet("subnet-3")]
    assert public_subnets(subnets, tables) == ["subnet-1"]


def test_a_route_into_a_black_hole_leads_nowhere():
    hole = {"gatewayId": "igw-1", "destinationCidrBlock": "0.0.0.0/0", "state": "blackhole"}
    assert public_subnets([subnet("s")], [route_table("rtb-1", hole, main=True)]) == []


def test_an_unknown_table_makes_a_subnet_undecided():
    (unknown,) = public_subnets([subnet("subnet-1")], [])
    assert unknown.why == "the route table of subnet-1 is not known"


def test_an_unknown_table_does_not_matter_to_a_subnet_with_one_of_its_own():
    tables = [LATER, route_table("rtb-1", "igw-1", subnets=["s"])]
    assert public_subnets([subnet("s")], tables) == ["s"]


def test_an_unknown_association_matters_only_if_the_tables_differ():
    main, other = route_table("rtb-1", "igw-1", main=True), route_table("rtb-2", subnets=[LATER])
    assert [type(each) for each in public_subnets([subnet("s")], [main, other])] == [Unresolved]
    alike = route_table("rtb-2", "igw-2", subnets=[LATER])
    assert public_subnets([subnet("s")], [main, alike]) == ["s"]
    elsewhere = route_table("rtb-2", subnets=[LATER], vpc="vpc-2")
    assert public_subnets([subnet("s")], [main, elsewhere]) == ["s"]


def test_an_unknown_gateway_is_undecided_unless_another_route_leads_out():
    assert public_subnets([subnet("s")], [route_table("r", LATER, main=True)])[0].why == LATER.why
    assert public_subnets([subnet("s")], [route_table("r", LATER, "igw-1", main=True)]) == ["s"]
    unknown = {"gatewayId": LATER, "state": "blackhole"}
    assert public_subnets([subnet("s")], [route_table("r", unknown, main=True)]) == []


def test_an_unknown_subnet_stays():
    assert public_subnets([LATER], []) == [LATER]


@pytest.mark.parametrize("value", [None, 3, "igw-1", [], {}, [None], ["x"], True], ids=str)
def test_nonsense_is_no_traceback_and_no_silent_no(value):
    good = route_table("r", "local", main=True)
    for key in ("routes", "associations"):
        broken = route_table("r", "local", main=True)
        broken["configuration"][key] = value
        if value != []:
            assert public_subnets([subnet("s")], [broken]), key
    assert public_subnets([subnet("s")], [value])
    assert public_subnets([value], [good])
    assert public_subnets([subnet("s", vpc=value)], [good])


def test_thousands_of_doubtful_tables_are_no_explosion():
    tables = [route_table(f"rtb-{n}", subnets=[Unresolved(f"p{n}")]) for n in range(5000)]
    subnets = [subnet(f"subnet-{n}") for n in range(5000)]
    assert len(public_subnets(subnets, tables)) == 5000
