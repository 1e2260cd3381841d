"""The metric filters that AWS and the CIS benchmark publish, by the use case they are for."""

from itertools import product


def one_of(names: str) -> str:
    """The condition that an event has one of these names, as AWS writes it."""
    return " || ".join(f"($.eventName = {name})" for name in names.split())


def of_source(source: str, names: str) -> str:
    return f"{{ ($.eventSource = {source}.amazonaws.com) && ({one_of(names)}) }}"


S3 = (
    "PutBucketAcl PutBucketPolicy PutBucketCors PutBucketLifecycle PutBucketReplication "
    "DeleteBucketPolicy DeleteBucketCors DeleteBucketLifecycle DeleteBucketReplication"
)
GROUPS = (
    "AuthorizeSecurityGroupIngress AuthorizeSecurityGroupEgress RevokeSecurityGroupIngress "
    "RevokeSecurityGroupEgress CreateSecurityGroup DeleteSecurityGroup"
)
ACLS = (
    "CreateNetworkAcl CreateNetworkAclEntry DeleteNetworkAcl DeleteNetworkAclEntry "
    "ReplaceNetworkAclEntry ReplaceNetworkAclAssociation"
)
GATEWAYS = (
    "CreateCustomerGateway DeleteCustomerGateway AttachInternetGateway CreateInternetGateway "
    "DeleteInternetGateway DetachInternetGateway"
)
VPCS = (
    "CreateVpc DeleteVpc ModifyVpcAttribute AcceptVpcPeeringConnection CreateVpcPeeringConnection "
    "DeleteVpcPeeringConnection RejectVpcPeeringConnection AttachClassicLinkVpc "
    "DetachClassicLinkVpc DisableVpcClassicLink EnableVpcClassicLink"
)
INSTANCES = "RunInstances RebootInstances StartInstances StopInstances TerminateInstances"
TRAILS = "CreateTrail UpdateTrail DeleteTrail StartLogging StopLogging"
POLICIES = (
    "DeleteGroupPolicy DeleteRolePolicy DeleteUserPolicy PutGroupPolicy PutRolePolicy "
    "PutUserPolicy CreatePolicy DeletePolicy CreatePolicyVersion DeletePolicyVersion "
    "AttachRolePolicy DetachRolePolicy AttachUserPolicy DetachUserPolicy AttachGroupPolicy "
    "DetachGroupPolicy"
)
KEYS = "DisableKey ScheduleKeyDeletion"
ROUTES = (
    "CreateRoute CreateRouteTable ReplaceRoute ReplaceRouteTableAssociation DeleteRouteTable "
    "DeleteRoute DisassociateRouteTable"
)
RECORDERS = (
    "StopConfigurationRecorder DeleteDeliveryChannel PutDeliveryChannel PutConfigurationRecorder"
)
ORGANIZATIONS = (
    "AcceptHandshake AttachPolicy CreateAccount CreateOrganizationalUnit CreatePolicy "
    "DeclineHandshake DeleteOrganization DeleteOrganizationalUnit DeletePolicy DetachPolicy "
    "DisablePolicyType EnablePolicyType InviteAccountToOrganization LeaveOrganization MoveAccount "
    "RemoveAccountFromOrganization UpdatePolicy UpdateOrganizationalUnit"
)

CHANGES = {
    "s3-bucket-activity": S3,
    "security-group-changes": GROUPS,
    "network-acl-changes": ACLS,
    "network-gateway-changes": GATEWAYS,
    "vpc-changes": VPCS,
    "ec2-instance-changes": INSTANCES,
    "cloudtrail-changes": TRAILS,
    "iam-policy-changes": POLICIES,
    "kms-key-disabling-or-deletion": KEYS,
    "route-table-changes": ROUTES,
    "config-changes": RECORDERS,
    "organizations-changes": ORGANIZATIONS,
}
"""The event names of each use case that is a set of calls."""

_NO_MFA = '($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes")'
_ROOT = '$.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS'

PUBLISHED = [
    # https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html
    ("s3-bucket-activity", of_source("s3", S3)),
    ("security-group-changes", f"{{ {one_of(GROUPS)} }}"),
    ("network-acl-changes", f"{{ {one_of(ACLS)} }}"),
    ("network-gateway-changes", f"{{ {one_of(GATEWAYS)} }}"),
    ("vpc-changes", f"{{ {one_of(VPCS)} }}"),
    ("ec2-instance-changes", f"{{ {one_of(INSTANCES)} }}"),
    ("cloudtrail-changes", f"{{ {one_of(TRAILS)} }}"),
    (
        "console-sign-in-failures",
        '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }',
    ),
    (
        "authorization-failures",
        '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
    ),
    ("iam-policy-changes", "{" + one_of(POLICIES).replace(" ", "") + "}"),
    # https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
    ("root-use", f'{{{_ROOT} && $.eventType !="AwsServiceEvent"}}'),
    ("iam-policy-changes", of_source("iam", POLICIES)),
    ("kms-key-disabling-or-deletion", of_source("kms", KEYS)),
    ("config-changes", of_source("config", RECORDERS)),
    ("route-table-changes", of_source("ec2", ROUTES)),
    (
        "console-sign-in-without-mfa",
        f'{{ {_NO_MFA} && ($.userIdentity.type = "IAMUser")'
        ' && ($.responseElements.ConsoleLogin = "Success") }',
    ),
    # https://www.cisecurity.org/benchmark/amazon_web_services, section 4 of 3.0
    (
        "authorization-failures",
        '{ ($.errorCode ="*UnauthorizedOperation") || ($.errorCode ="AccessDenied*") && '
        '($.sourceIPAddress!="delivery.logs.amazonaws.com") && ($.eventName!="HeadBucket") }',
    ),
    ("console-sign-in-without-mfa", f"{{ {_NO_MFA} }}"),
    ("route-table-changes", f"{{ {one_of(ROUTES)} }}"),
    ("organizations-changes", of_source("organizations", ORGANIZATIONS)),
]
"""Use cases and the published filters for them."""

RESTRICTIONS = [
    f"$.{field} {condition}"
    for field, condition in product(
        ("awsRegion", "sourceIPAddress", "recipientAccountId", "userIdentity.arn", "vpcEndpointId"),
        ("= us-east-1", '!= "us-east-1"', "= us-*", "= %us-[a-z]+%", "= *"),
    )
    if (field, condition)
    not in {(always, "= *") for always in ("awsRegion", "sourceIPAddress", "recipientAccountId")}
] + [
    "$.userIdentity.sessionContext NOT EXISTS",
    "$.requestParameters IS NULL",
    "$.apiVersion EXISTS",
    "$.eventVersion > 1",
    '$.userAgent != "terraform*"',
    "$.resources[0].type = x",
    "$.eventName = NoSuchCall",
]
"""Conditions that some event of every use case does not meet."""
