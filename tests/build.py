"""Builders of item documents, in AWS Config's shape, for tests that read as sentences."""

from typing import Any

from scanner.unresolved import Unresolved

Document = dict[str, Any]


def group(id: str, *permissions: Any, egress: Any = (), name: str | None = None, **more: Any):
    """A security group with these ingress permissions."""
    configuration = {
        "groupId": id,
        "groupName": name or id.removeprefix("sg-"),
        "vpcId": "vpc-1",
        "ipPermissions": list(permissions),
        "ipPermissionsEgress": list(egress),
    }
    return {"resourceId": id, "configuration": configuration, **more}


def permission(*sources: Any, protocol: Any = "tcp", ports: Any = None) -> Document:
    """A permission for CIDRs, `sg-` and `pl-` ids; `ports` is one, a pair, or None for all."""
    first, last = ports if isinstance(ports, tuple) else (ports, ports)
    made: Document = {"ipProtocol": protocol, "fromPort": first, "toPort": last}
    made |= {"ipv4Ranges": [], "ipv6Ranges": [], "prefixListIds": [], "userIdGroupPairs": []}
    for source in sources:
        key, element = _source(source)
        made[key].append(element)
    return made


def _source(source: Any) -> tuple[str, Any]:
    if type(source) is Unresolved:
        return "ipv4Ranges", source
    if isinstance(source, dict):
        return "userIdGroupPairs", source
    if source.startswith("sg-"):
        return "userIdGroupPairs", {"groupId": source}
    if source.startswith("pl-"):
        return "prefixListIds", {"prefixListId": source}
    return (
        ("ipv6Ranges", {"cidrIpv6": source})
        if ":" in source
        else ("ipv4Ranges", {"cidrIp": source})
    )


def nacl(*entries: Any, id: str = "acl-1", subnets: Any = ()) -> Document:
    """A network ACL with these entries, in any order."""
    associations = [{"subnetId": subnet} for subnet in subnets]
    configuration = {"networkAclId": id, "entries": list(entries), "associations": associations}
    return {"resourceId": id, "configuration": configuration}


def allow(cidr: Any, rule: Any = 100, **more: Any) -> Document:
    """An ACL entry that allows; `protocol`, `ports`, `egress` as wanted."""
    return _entry("allow", cidr, rule, **more)


def deny(cidr: Any, rule: Any = 100, **more: Any) -> Document:
    """An ACL entry that denies; `protocol`, `ports`, `egress` as wanted."""
    return _entry("deny", cidr, rule, **more)


def _entry(
    action: str, cidr: Any, rule: Any, protocol: Any = "-1", ports: Any = None, egress: Any = False
) -> Document:
    key = "ipv6CidrBlock" if isinstance(cidr, str) and ":" in cidr else "cidrBlock"
    entry = {"ruleNumber": rule, "ruleAction": action, "egress": egress, "protocol": protocol}
    entry[key] = cidr
    if ports is not None:
        first, last = ports if isinstance(ports, tuple) else (ports, ports)
        entry["portRange"] = {"from": first, "to": last}
    return entry


def subnet(id: str, vpc: str = "vpc-1", cidr: str = "10.0.0.0/24") -> Document:
    """A subnet of a VPC."""
    configuration = {"subnetId": id, "vpcId": vpc, "cidrBlock": cidr}
    return {"resourceId": id, "configuration": configuration}


def route_table(
    id: str, *gateways: Any, subnets: Any = (), main: Any = False, vpc: Any = "vpc-1"
) -> Document:
    """A route table with a route to each gateway, associated with these subnets."""
    associations: list[Any] = [{"main": False, "subnetId": subnet} for subnet in subnets]
    if main is not False:
        associations.append({"main": main})
    configuration = {
        "routeTableId": id,
        "vpcId": vpc,
        "routes": [_route(gateway) for gateway in gateways],
        "associations": associations,
    }
    return {"resourceId": id, "configuration": configuration}


def _route(gateway: Any) -> Any:
    if isinstance(gateway, dict):
        return gateway
    return {"gatewayId": gateway, "destinationCidrBlock": "0.0.0.0/0", "state": "active"}
