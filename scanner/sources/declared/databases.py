"""What a database's document has of the network that it is in, and its engine's port."""

from typing import Any, Final

from scanner.declared import Declared, Node, member
from scanner.sources.declared.mapping import About
from scanner.unresolved import Unresolved

_PORTS: Final = {
    "mysql": 3306,
    "mariadb": 3306,
    "aurora-mysql": 3306,
    "postgres": 5432,
    "aurora-postgresql": 5432,
    "oracle": 1521,
    "custom-oracle": 1521,
    "sqlserver": 1433,
    "custom-sqlserver": 1433,
    "db2": 50000,
}
"""The port of an engine where a database names none, by what the engine's name begins with.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html"""


def database_port(node: Node, about: About) -> Node:
    """The port that a database answers on: what it says, or else its engine's own."""
    port = member(node, "Port", "port")
    if port.value is not None:
        return Node(_whole(port.value), port.at)
    engine = member(node, "Engine", "engine")
    if isinstance(engine.value, Unresolved):
        return Node(Unresolved(engine.value.why))
    found = _PORTS.get(str(engine.value)) or _PORTS.get(str(engine.value).rpartition("-")[0])
    by_family = (each for name, each in _PORTS.items() if str(engine.value).startswith(name))
    found = found or next(by_family, None)
    if found is None:
        return Node(Unresolved(f"the port of engine {str(engine.value)[:40]!r} is not known"))
    return Node(found, engine.at)


def _whole(value: Any) -> Any:
    return int(value) if isinstance(value, str) and value.isdecimal() else value


def subnet_group(node: Node, about: About) -> Node:
    """The subnet group that a database names, with its subnets where it is declared here.

    A name that only deployment decides is given here as what it is called, unlike other values.
    """
    group = about.find(node.value, "AWS::RDS::DBSubnetGroup")
    if group is None:
        why = Unresolved(f"the subnet group {_shown(node.value)} is not declared here")
        subnets, vpc = Node([Node(why)]), Node(why)
    else:
        subnets = _subnets(group)
        vpc = vpc_of_subnets(Node(group.properties), About(group, about.find))
    return Node({"dBSubnetGroupName": node, "subnets": subnets, "vpcId": vpc}, node.at)


def _shown(value: Any) -> str:
    return value.why if isinstance(value, Unresolved) else repr(str(value)[:60])


def _subnets(group: Declared) -> Node:
    ids = member(Node(group.properties), "SubnetIds", "subnet_ids")
    if type(ids.value) is not list:
        why = ids.value if isinstance(ids.value, Unresolved) else Unresolved("no subnet is named")
        return Node([Node(why, ids.at)])
    return Node([_named(each) for each in ids.value], ids.at)


def _named(node: Node) -> Node:
    if isinstance(node.value, Unresolved) and not node.value.token:
        return node  # any number of subnets
    return Node({"subnetIdentifier": node}, node.at)


def vpc_of_subnets(node: Node, about: About) -> Node:
    """The VPC of a subnet group: that of its subnets, where one of them is declared here."""
    ids = member(node, "SubnetIds", "subnet_ids")
    for each in ids.value if type(ids.value) is list else ():
        subnet = about.find(each.value, "AWS::EC2::Subnet")
        if subnet is not None:
            vpc = member(Node(subnet.properties), "VpcId", "vpc_id")
            if vpc.value is not None:
                return vpc
    return Node(Unresolved("the VPC of the subnets is not declared here"))
