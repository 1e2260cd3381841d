"""Many permissions of a security group at once, and odd ones."""

from typing import Any

import pytest

from scanner.attribution.culprit import culprit
from scanner.attribution.histories import Histories
from tests.attributions import log, record


def permission(range: str, port: Any = 22) -> dict[str, Any]:
    ports = {"ipProtocol": "tcp", "fromPort": port, "toPort": port}
    return {**ports, "ipv4Ranges": [{"cidrIp": range}]}


def asked(range: str, port: Any = 22) -> dict[str, Any]:
    ports = {"ipProtocol": "tcp", "fromPort": port, "toPort": port}
    return {**ports, "ipRanges": {"items": [{"cidrIp": range}]}}


def told(permissions: list[Any], *records: Any) -> tuple[int, bool]:
    group = {
        "resourceType": "AWS::EC2::SecurityGroup",
        "resourceId": "sg-1",
        "configuration": {"ipPermissions": permissions},
    }
    histories = Histories({"it": [culprit(group, ["configuration.ipPermissions"])]})
    histories.add(log(*records))
    found = histories.attribution("it")
    return len(found.changes), found.sure


def authorized(at: int, items: list[Any]) -> Any:
    given = {"groupId": "sg-1", "ipPermissions": {"items": items}}
    time = f"12:{at // 60:02}:{at % 60:02}"
    return record("ec2:AuthorizeSecurityGroupIngress", given, {}, at=time)


def test_many_requests_with_many_permissions_each_are_all_compared():
    ranges = [f"10.{high}.{low}.0/24" for high in range(4) for low in range(256)]
    whole = [asked(each) for each in ranges]
    records = [authorized(at, whole) for at in range(40)]
    assert told([permission(each) for each in ranges[-20:]], *records) == (1, True)


def test_where_an_opening_tells_as_many_places_as_it_may_there_may_be_more():
    ranges = [f"{first * 8}.0.0.0/5" for first in range(32)]
    for count, sure in ((19, True), (20, False), (32, False)):
        paths = [f"configuration.ipPermissions[{number}]" for number in range(min(count, 20))]
        group = {
            "resourceType": "AWS::EC2::SecurityGroup",
            "resourceId": "sg-1",
            "configuration": {"ipPermissions": [permission(each) for each in ranges[:count]]},
        }
        histories = Histories({"it": [culprit(group, paths)]})
        histories.add(log(authorized(0, [asked(each) for each in ranges])))
        assert histories.attribution("it").sure is sure


@pytest.mark.parametrize("port", [{"from": 22}, [22], [[]], 22.5, "ssh"])
def test_ports_that_are_no_numbers_are_no_crash_and_no_other_port(port):
    odd, plain = asked("0.0.0.0/0", port), asked("0.0.0.0/0")
    assert told([permission("0.0.0.0/0")], authorized(0, [odd])) == (0, False)
    assert told([permission("0.0.0.0/0", port)], authorized(0, [plain])) == (0, False)
