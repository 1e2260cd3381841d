"""VPC: what guards networks: security groups, network ACLs, and lists of addresses."""

from scanner.shape import Call, Given, ResourceType, Spelt, Tree, camel, lowered, pascal, same
from scanner.unresolved import Unresolved

_PAGE = (
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
    "aws-resource-ec2-securitygroup.html"
)
_PROVIDER = (
    "https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/website/docs/r/"
    "security_group.html.markdown"
)

_IPV4: tuple[tuple[str, Tree], ...] = (
    ("ipRanges", ["string"]),
    ("ipv4Ranges", [{"cidrIp": "string", "description": "string"}]),
)
_RANGES: dict[str, Tree] = {
    f"configuration.{permissions}[].{name}": tree
    for permissions in ("ipPermissions", "ipPermissionsEgress")
    for name, tree in _IPV4
}

_EVERYTHING_OUT = [
    {
        "ipProtocol": "-1",
        "ipRanges": ["0.0.0.0/0"],
        "ipv4Ranges": [{"cidrIp": "0.0.0.0/0"}],
        "ipv6Ranges": [],
        "prefixListIds": [],
        "userIdGroupPairs": [],
    }
]
_DEFAULT_VPC = Given(by="VpcId", default=Unresolved("it is of the default VPC"), source=_PAGE)
_NOT_YET = Given(by=None)  # a group that is only declared is nobody's
_RULES = {
    "configuration.ownerId": _NOT_YET,
    "configuration.ipPermissions": Given(by="ingress", default=[], form="permissions"),
    "configuration.ipPermissionsEgress": Given(
        by="egress", default=[], source=_PROVIDER, form="permissions"
    ),
}
_IN = "configuration.ipPermissions[+]"
_OUT = "configuration.ipPermissionsEgress[+]"

SECURITY_GROUP = ResourceType(
    name="AWS::EC2::SecurityGroup",
    id="groupId",
    label="groupName",
    arn="ec2:{region}:{account}:security-group/{groupId}",
    live=Call("ec2", "describe_security_groups", "SecurityGroups[]"),
    extra=_RANGES,
    form="both_ranges",
    cloudformation=(
        Spelt(
            kind="AWS::EC2::SecurityGroup",
            fields={
                "configuration.description": "GroupDescription",
                "configuration.groupName": "GroupName",
                "configuration.ownerId": _NOT_YET,
                "configuration.vpcId": _DEFAULT_VPC,
                "configuration.ipPermissions": Given(
                    by="SecurityGroupIngress", default=[], form="permissions"
                ),
                "configuration.ipPermissionsEgress": Given(
                    by="SecurityGroupEgress",
                    default=_EVERYTHING_OUT,
                    source=_PAGE,
                    alone=True,
                    form="permissions",
                ),
            },
            refers={
                "GroupId": "groupId",
                "Id": "groupId",
                "VpcId": "vpcId",
                "GroupName": "groupName",
            },
        ),
        Spelt(
            kind="AWS::EC2::SecurityGroupIngress",
            part_of="GroupId",
            fields={_IN: Given(form="permission")},
        ),
        Spelt(
            kind="AWS::EC2::SecurityGroupEgress",
            part_of="GroupId",
            fields={_OUT: Given(form="permission")},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_security_group",
            fields={
                **camel("description"),
                "configuration.groupName": "name",
                "configuration.vpcId": Given(
                    by="vpc_id", default=Unresolved("it is of the default VPC"), source=_PROVIDER
                ),
                **_RULES,
            },
            refers={"id": "groupId", "name": "groupName"},
        ),
        Spelt(
            kind="aws_default_security_group",
            fields={
                **camel("vpc_id"),
                "configuration.groupName": Given(by=None, default="default"),
                **_RULES,
            },
            refers={"id": "groupId"},
        ),
        Spelt(
            kind="aws_security_group_rule",
            part_of="security_group_id",
            fields={
                _IN: Given(form="permission", only=("type", "ingress")),
                _OUT: Given(form="permission", only=("type", "egress")),
            },
        ),
        Spelt(
            kind="aws_vpc_security_group_ingress_rule",
            part_of="security_group_id",
            fields={_IN: Given(form="permission")},
        ),
        Spelt(
            kind="aws_vpc_security_group_egress_rule",
            part_of="security_group_id",
            fields={_OUT: Given(form="permission")},
        ),
    ),
)

_ACLS = "https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html"
_LAST_ENTRIES = [
    {
        "ruleNumber": 32767,
        "protocol": "-1",
        "ruleAction": "deny",
        "egress": egress,
        "cidrBlock": "0.0.0.0/0",
    }
    for egress in (True, False)
]

NETWORK_ACL = ResourceType(
    name="AWS::EC2::NetworkAcl",
    id="networkAclId",
    arn="ec2:{region}:{account}:network-acl/{networkAclId}",
    live=Call("ec2", "describe_network_acls", "NetworkAcls[]"),
    cloudformation=(
        Spelt(
            kind="AWS::EC2::NetworkAcl",
            fields={
                **lowered("VpcId"),
                "configuration.entries": Given(by=None, default=_LAST_ENTRIES, source=_ACLS),
                "configuration.associations": Given(by=None, default=[]),
                "configuration.isDefault": Given(by=None, default=False),
            },
            refers={"Id": "networkAclId"},
        ),
        Spelt(
            kind="AWS::EC2::NetworkAclEntry",
            part_of="NetworkAclId",
            fields={"configuration.entries[+]": Given(form="acl_entry")},
        ),
        Spelt(
            kind="AWS::EC2::SubnetNetworkAclAssociation",
            part_of="NetworkAclId",
            fields={"configuration.associations[+]": Given()},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_network_acl",
            fields={
                **camel("vpc_id"),
                "configuration.entries": Given(form="acl_entries"),
                "configuration.associations[].subnetId": Given(by="subnet_ids", default=[]),
                "configuration.isDefault": Given(by=None, default=False),
            },
            refers={"id": "networkAclId"},
        ),
        Spelt(
            kind="aws_default_network_acl",
            fields={
                "configuration.vpcId": Given(
                    by="default_network_acl_id", form="vpc_of_default", follow=True
                ),
                "configuration.entries": Given(form="acl_entries"),
                "configuration.associations[].subnetId": Given(by="subnet_ids", default=[]),
                "configuration.isDefault": Given(by=None, default=True),
            },
            refers={"id": "networkAclId", "vpc_id": "vpcId"},
        ),
        Spelt(
            kind="aws_network_acl_rule",
            part_of="network_acl_id",
            fields={"configuration.entries[+]": Given(form="acl_entry")},
        ),
        Spelt(
            kind="aws_network_acl_association",
            part_of="network_acl_id",
            fields={"configuration.associations[+]": Given()},
        ),
    ),
)

PREFIX_LIST = ResourceType(
    name="AWS::EC2::PrefixList",
    id="PrefixListId",
    label="PrefixListName",
    arn="Arn",
    live=Call("ec2", "describe_managed_prefix_lists", "PrefixLists[]"),
    spelling="identity",
    rename={"PrefixListArn": "Arn"},
    cloudformation=(
        Spelt(
            kind="AWS::EC2::PrefixList",
            fields={
                **same("PrefixListName", "AddressFamily", "MaxEntries"),
                "configuration.Entries": Given(by="Entries", default=[]),
            },
            refers={"PrefixListId": "PrefixListId", "Arn": "Arn"},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_ec2_managed_prefix_list",
            fields={
                **pascal("address_family", "max_entries"),
                "configuration.PrefixListName": "name",
                "configuration.Entries": Given(by="entry", default=[]),
            },
            refers={"id": "PrefixListId", "arn": "Arn"},
        ),
        Spelt(
            kind="aws_ec2_managed_prefix_list_entry",
            part_of="prefix_list_id",
            fields={"configuration.Entries[+]": Given(form="prefix_entry")},
        ),
    ),
    more={
        "configuration.Entries": Call(
            "ec2",
            "get_managed_prefix_list_entries",
            "Entries",
            each={"PrefixListId": "PrefixListId"},
        ),
    },
)
