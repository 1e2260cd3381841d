"""What each alarm on API activity is for: the CloudTrail events that its filter has to match.

The events are those of the CIS AWS Foundations Benchmark, section 4, and of AWS's own template
of CloudWatch alarms for CloudTrail. Only what makes an event one of its use case is said of it;
whatever else it holds (Region, address, actor …), a filter has to match it.
https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html
https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
"""

from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import Any, Final

from msgspec import Struct

from scanner.filterpattern.partial import ABSENT, Open, Text


class Like(Struct, frozen=True):
    """A text that begins or ends so: `AccessDenied*`, `*UnauthorizedOperation`."""

    patterns: tuple[str, ...]

    def fits(self, text: object) -> bool:
        """Whether something is a text, and such a one."""
        return isinstance(text, str) and any(fnmatchcase(text, each) for each in self.patterns)


class UseCase(Struct, frozen=True):
    """The events that a filter must match, and those that it must not.

    `also` are further events of the use case: a filter may list the usual ones by name and still
    serve, but what is asked about an event itself counts them.
    """

    must: tuple[dict[str, Any], ...]
    must_not: tuple[dict[str, Any], ...]
    also: tuple[dict[str, Any], ...] = ()


_ORDINARY: Final[dict[str, Any]] = {
    "eventVersion": "1.11",
    "userIdentity": {
        "type": "AssumedRole",
        "arn": "arn:aws:sts::111122223333:assumed-role/reader/session",
        "accountId": "111122223333",
    },
    "eventTime": "2026-01-01T00:00:00Z",
    "eventSource": "sts.amazonaws.com",
    "eventName": "GetCallerIdentity",
    "awsRegion": "us-east-1",
    "sourceIPAddress": "203.0.113.7",
    "userAgent": "aws-cli",
    "requestParameters": None,
    "eventID": "00000000-0000-4000-8000-000000000000",
    "readOnly": True,
    "eventType": "AwsApiCall",
    "managementEvent": True,
    "eventCategory": "Management",
    "recipientAccountId": "111122223333",
}
"""A call that nobody wants to hear of: a filter that matches it as well matches everything."""


def _event(**known: Any) -> dict[str, Any]:
    """A management event of which only this is known, and that it has what each event has."""
    texts = ("eventVersion", "eventTime", "eventSource", "eventName", "awsRegion")
    more = ("sourceIPAddress", "userAgent", "eventID", "eventType", "recipientAccountId")
    always = dict.fromkeys((*texts, *more), Text())
    return Open({**always, "userIdentity": Open(type=Text()), **known})


def _changes(service: str, names: str, also: str = "") -> UseCase:
    """Calls that change something, and that were not refused; `also` no benchmark names."""
    done = {"readOnly": False, "eventType": "AwsApiCall", "eventCategory": "Management"}
    succeeded = {"managementEvent": True, "errorCode": ABSENT, "errorMessage": ABSENT}
    source = f"{service}.amazonaws.com"
    must, more = (
        [_event(eventSource=source, eventName=name, **done, **succeeded) for name in each.split()]
        for each in (names, also)
    )
    return _case(must, more)


def _case(events: Any, also: Any = ()) -> UseCase:
    return UseCase(tuple(events), (_ORDINARY,), tuple(also))


def _sign_in(**known: Any) -> dict[str, Any]:
    return _event(
        eventSource="signin.amazonaws.com",
        eventName="ConsoleLogin",
        eventType=Text(but=("AwsServiceEvent",)),
        **known,
    )


def _sign_in_without_mfa() -> dict[str, Any]:
    return _sign_in(
        userIdentity=Open(type="IAMUser", invokedBy=ABSENT),
        responseElements={"ConsoleLogin": "Success"},
        additionalEventData=Open(MFAUsed="No", SamlProviderArn=ABSENT),
        errorCode=ABSENT,
        errorMessage=ABSENT,
    )


def _failed_sign_in(**known: Any) -> dict[str, Any]:
    """A failed sign-in; what else is known of it depends on what was wrong.

    Its message is another where no user has the name, "No username found in supplied account":
    https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html
    """
    return _sign_in(responseElements={"ConsoleLogin": "Failure"}, **known)


def _refused(error: str | Like) -> dict[str, Any]:
    """A refused call; the benchmark leaves out those that log delivery and HeadBucket make."""
    return _event(
        errorCode=error,
        eventName=Text(but=("HeadBucket",)),
        sourceIPAddress=Text(but=("delivery.logs.amazonaws.com",)),
    )


def _by_root() -> dict[str, Any]:
    return _event(
        userIdentity=Open(type="Root", invokedBy=ABSENT),
        eventType=Text(but=("AwsServiceEvent",)),
    )


USE_CASES: Final[Mapping[str, UseCase]] = {
    "s3-bucket-activity": _changes(
        "s3",
        "PutBucketAcl PutBucketPolicy PutBucketCors PutBucketLifecycle PutBucketReplication "
        "DeleteBucketPolicy DeleteBucketCors DeleteBucketLifecycle DeleteBucketReplication",
    ),
    "security-group-changes": _changes(
        "ec2",
        "AuthorizeSecurityGroupIngress AuthorizeSecurityGroupEgress RevokeSecurityGroupIngress "
        "RevokeSecurityGroupEgress CreateSecurityGroup DeleteSecurityGroup",
    ),
    "network-acl-changes": _changes(
        "ec2",
        "CreateNetworkAcl CreateNetworkAclEntry DeleteNetworkAcl DeleteNetworkAclEntry "
        "ReplaceNetworkAclEntry ReplaceNetworkAclAssociation",
    ),
    "network-gateway-changes": _changes(
        "ec2",
        "CreateCustomerGateway DeleteCustomerGateway AttachInternetGateway "
        "CreateInternetGateway DeleteInternetGateway DetachInternetGateway",
    ),
    "vpc-changes": _changes(
        "ec2",
        "CreateVpc DeleteVpc ModifyVpcAttribute AcceptVpcPeeringConnection "
        "CreateVpcPeeringConnection DeleteVpcPeeringConnection RejectVpcPeeringConnection "
        "AttachClassicLinkVpc DetachClassicLinkVpc DisableVpcClassicLink EnableVpcClassicLink",
    ),
    "ec2-instance-changes": _changes(
        "ec2", "RunInstances RebootInstances StartInstances StopInstances TerminateInstances"
    ),
    "cloudtrail-changes": _changes(
        "cloudtrail", "CreateTrail UpdateTrail DeleteTrail StartLogging StopLogging"
    ),
    "console-sign-in-failures": _case(
        [_failed_sign_in(errorMessage="Failed authentication")], also=[_failed_sign_in()]
    ),
    "authorization-failures": _case(
        map(_refused, ("AccessDenied", "AccessDeniedException", "Client.UnauthorizedOperation")),
        also=[_refused(Like(("AccessDenied*", "*UnauthorizedOperation")))],
    ),
    "iam-policy-changes": _changes(
        "iam",
        "DeleteGroupPolicy DeleteRolePolicy DeleteUserPolicy PutGroupPolicy PutRolePolicy "
        "PutUserPolicy CreatePolicy DeletePolicy CreatePolicyVersion DeletePolicyVersion "
        "AttachRolePolicy DetachRolePolicy AttachUserPolicy DetachUserPolicy AttachGroupPolicy "
        "DetachGroupPolicy",
        also="SetDefaultPolicyVersion",
    ),
    "root-use": _case([_by_root()]),
    "console-sign-in-without-mfa": _case([_sign_in_without_mfa()]),
    "kms-key-disabling-or-deletion": _changes("kms", "DisableKey ScheduleKeyDeletion"),
    "route-table-changes": _changes(
        "ec2",
        "CreateRoute CreateRouteTable ReplaceRoute ReplaceRouteTableAssociation "
        "DeleteRouteTable DeleteRoute DisassociateRouteTable",
    ),
    "config-changes": _changes(
        "config",
        "StopConfigurationRecorder DeleteDeliveryChannel PutDeliveryChannel "
        "PutConfigurationRecorder",
    ),
    "organizations-changes": _changes(
        "organizations",
        "AcceptHandshake AttachPolicy CreateAccount CreateOrganizationalUnit CreatePolicy "
        "DeclineHandshake DeleteOrganization DeleteOrganizationalUnit DeletePolicy DetachPolicy "
        "DisablePolicyType EnablePolicyType InviteAccountToOrganization LeaveOrganization "
        "MoveAccount RemoveAccountFromOrganization UpdatePolicy UpdateOrganizationalUnit",
    ),
}
"""The use cases by their names."""
