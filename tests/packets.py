"""Packets walked one by one through documents that are all known: slow, and obviously right."""

from ipaddress import ip_address, ip_network

PUBLIC = [
    ip_address(each) for each in ("8.8.8.8", "8.9.9.9", "9.1.1.1", "9.2.2.2", "20.0.0.1", "2600::1")
]
"""One public address of each part that `WORLD_CIDRS` cut the internet into."""

WORLD_CIDRS = ("0.0.0.0/0", "8.0.0.0/7", "8.8.8.8/32", "9.0.0.0/8", "10.0.0.0/8", "::/0")
EDGES = (1, 2, 1024, 2000)
PORTS = (0, 1, 2, 3, 1023, 1024, 1500, 2000, 2001, 65535)
"""One port of each part that ranges between `EDGES` cut the ports into."""


def acl_admits(acl, egress, port, address):
    """Whether an ACL lets a TCP packet to a port pass, from (or to) an address."""
    for entry in sorted(acl["configuration"]["entries"], key=lambda each: each["ruleNumber"]):
        block = ip_network(entry.get("cidrBlock") or entry.get("ipv6CidrBlock"))
        ports = entry.get("portRange") or {"from": 0, "to": 65535}
        if (
            entry["egress"] == egress
            and entry["protocol"] in ("-1", "6")
            and ports["from"] <= port <= ports["to"]
            and address in block
        ):
            return entry["ruleAction"] == "allow"
    return False


def sources(group, key):
    """Every source of a group: its path, its permission, and the range or group id."""
    for index, permission in enumerate(group["configuration"][key]):
        for name, inner in (
            ("ipv4Ranges", "cidrIp"),
            ("ipv6Ranges", "cidrIpv6"),
            ("userIdGroupPairs", "groupId"),
        ):
            for number, each in enumerate(permission[name]):
                yield f"{key}[{index}].{name}[{number}].{inner}", permission, each[inner]


def source_admits(permission, source, port, address, its_groups=()):
    """Whether a source of a permission is for a TCP packet to a port, from (or to) an address."""
    first, last = permission["fromPort"], permission["toPort"]
    if permission["ipProtocol"] not in ("-1", "tcp"):
        return False
    if permission["ipProtocol"] != "-1" and first is not None and not first <= port <= last:
        return False
    return source in its_groups if source.startswith("sg-") else address in ip_network(source)


def leads_out(table, address):
    """Whether a route table sends a packet to an address through an internet gateway."""
    matching = [
        (ip_network(cidr).prefixlen, route)
        for route in table["configuration"]["routes"]
        if (cidr := route.get("destinationCidrBlock") or route.get("destinationIpv6CidrBlock"))
        if address in ip_network(cidr)
    ]
    if not matching:
        return False
    _, route = max(matching, key=lambda each: each[0])
    return str(route.get("gatewayId")).startswith("igw-") and route["state"] == "active"


def own(documents, subnet):
    """Those of route tables or ACLs that a subnet has: its own, else its VPC's main one."""
    name, vpc = subnet["resourceId"], subnet["configuration"]["vpcId"]
    associated = [
        (each, association)
        for each in documents
        for association in each["configuration"]["associations"]
    ]
    explicit = [each for each, one in associated if one.get("subnetId") == name]
    main = [
        each
        for each, one in associated
        if one.get("main") and each["configuration"]["vpcId"] == vpc
    ]
    return (explicit or main)[0]


def blocks(subnet):
    """The address ranges of a subnet."""
    configuration = subnet["configuration"]
    six = configuration.get("ipv6CidrBlockAssociationSet", ())
    said = [configuration["cidrBlock"], *(each["ipv6CidrBlock"] for each in six)]
    return [ip_network(each) for each in said]


def comes_in(subnet, tables, acls, source, source_port, port):
    """Whether a packet of the internet's gets to an address of the subnet, and the answer back."""
    table, acl = own(tables, subnet), own(acls, subnet)
    return (
        any(source.version == each.version for each in blocks(subnet))
        and leads_out(table, source)
        and acl_admits(acl, False, port, source)
        and acl_admits(acl, True, source_port, source)
    )


def internet(net):
    """{path of a source: [(subnet, source, source port, port)]} that lets the internet in."""
    found = {}
    for group in net["groups"]:
        for path, permission, said in sources(group, "ipPermissions"):
            ways = [
                (subnet["resourceId"], str(source), source_port, port)
                for subnet in net["subnets"]
                for source in PUBLIC
                for port in ([net["port"]] if net["port"] is not None else PORTS)
                if source_admits(permission, said, port, source)
                for source_port in PORTS
                if comes_in(subnet, net["tables"], net["acls"], source, source_port, port)
            ]
            if ways:
                found[group["resourceId"], f"configuration.{path}"] = ways
    return found


def gets_there(net, ends, source, target, source_port):
    """Whether a load balancer's packet to the target's port gets there, and the answer back."""
    (sender, goal), port = ends, net["port"]
    may_leave = not net["balancer_groups"] or any(
        source_admits(permission, said, port, target, net["target_ids"])
        for group in net["balancer_groups"]
        for _, permission, said in sources(group, "ipPermissionsEgress")
    )
    if sender["resourceId"] == goal["resourceId"]:
        return may_leave
    ours, theirs = own(net["acls"], sender), own(net["acls"], goal)
    return (
        may_leave
        and acl_admits(ours, True, port, target)
        and acl_admits(theirs, False, port, source)
        and acl_admits(theirs, True, source_port, source)
        and acl_admits(ours, False, source_port, target)
    )


def balancers(net):
    """The paths of the sources that let the one load balancer in."""
    found = set()
    for group in net["groups"]:
        for path, permission, said in sources(group, "ipPermissions"):
            ways = (
                gets_there(net, (sender, goal), source, target, source_port)
                for sender in net["balancer_subnets"]
                for goal in net["subnets"]
                for source in blocks(sender)[0]
                if source_admits(permission, said, net["port"], source, net["balancer_ids"])
                for target in blocks(goal)[0]
                if target != source
                for source_port in PORTS
                if source_port >= 1024
            )
            if any(ways):
                found.add((group["resourceId"], f"configuration.{path}"))
    return found
