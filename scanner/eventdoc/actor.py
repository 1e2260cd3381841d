"""Who made a call: the identity behind it as far as its record tells, and no further.

https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
"""

from typing import Any, Final

from msgspec import Struct

from scanner.eventdoc.reading import inside, text

_SSO: Final = "/aws-reserved/sso.amazonaws.com/"
_PLAIN: Final = {"SAMLUser": "SAML", "WebIdentityUser": "web identity"}
_SERVICES: Final = {
    "cloudformation": "CloudFormation",
    "autoscaling": "Auto Scaling",
    "config": "AWS Config",
    "servicecatalog": "Service Catalog",
    "ssm": "Systems Manager",
    "cloudtrail": "CloudTrail",
    "rds": "RDS",
    "lambda": "Lambda",
}


class Actor(Struct, frozen=True):
    """Who made a call; "" is what the record does not say.

    `principal` is the identity that is there for good: a user's or role's ARN, that of the root
    user, a service's name, an IAM Identity Center user's id. `session` is what a role's session or
    a federated user is called: whoever assumed the role chose it, so it may lie, unless `vouched`:
    then AWS or the identity provider set it. `source` is the source identity: it was set when the
    first role of a chain was assumed and cannot be changed after that. `service` acts on behalf of
    the principal, or is the principal.
    """

    kind: str
    principal: str = ""
    name: str = ""
    session: str = ""
    vouched: bool = False
    source: str = ""
    provider: str = ""
    account: str = ""
    access_key: str = ""
    service: str = ""
    mfa: bool | None = None


def actor(record: Any) -> Actor:
    """Who a record says made the call. Nothing is guessed: a role's session stays a session."""
    identity = inside(record, "userIdentity")
    session = inside(identity, "sessionContext")
    kind = text(identity, "type")
    principal = _principal(identity, kind)
    name = text(identity, "userName") or _last(principal)
    return Actor(
        kind=kind,
        principal=principal,
        name=text(session, "sessionIssuer", "userName") or name if _is_session(kind) else name,
        session=_session(identity, kind),
        vouched=_SSO in principal,
        source=text(session, "sourceIdentity"),
        provider=_provider(identity),
        account=text(identity, "accountId") or text(session, "sessionIssuer", "accountId"),
        access_key=text(identity, "accessKeyId"),
        service=text(identity, "invokedBy") or _own(identity, kind),
        mfa=_mfa(session),
    )


def told(one: Actor, *behind: Actor) -> str:
    """The actor in a phrase: "alice (role deployer)", "the root user", "CloudFormation for …".

    `behind` are those who assumed the roles, from the one who did so last to the first of all.
    """
    first = behind[-1] if behind else one
    taken = [_taken(each) for each in (one, *behind[:-1]) if behind]
    phrase = _phrase(first)
    if taken:
        phrase += f" ({', then '.join(reversed(taken))})"
    if source := one.source:
        phrase += "" if source in phrase else f", source identity {source}"
    if one.service and one.kind != "AWSService":
        return f"{service(one.service)} for {phrase}"
    return phrase


def service(name: str) -> str:
    """A service's name for people: "CloudFormation" for cloudformation.amazonaws.com."""
    first = name.removesuffix(".amazonaws.com")
    return _SERVICES.get(first, name)


def _phrase(one: Actor) -> str:
    match one.kind:
        case "Root":
            return "the root user" + (f" of {one.account}" if one.account else "")
        case "AWSService":
            return service(one.service or one.principal) or "an AWS service"
        case "AssumedRole":
            return _of_role(one)
        case "FederatedUser":
            return f"federated user {one.session or one.name}" + _in_brackets("by", one.name)
        case "IdentityCenterUser":
            return f"Identity Center user {one.principal or 'unknown'}"
        case "AWSAccount":
            return f"somebody of account {one.account or 'unknown'}"
        case "SAMLUser" | "WebIdentityUser":
            who = one.name or one.session or "somebody"
            return f"{who} ({_PLAIN[one.kind]}{', ' + one.provider if one.provider else ''})"
    return one.name or one.principal or one.session or "somebody unknown"


def _of_role(one: Actor) -> str:
    role = f"role {one.name or one.principal or 'unknown'}"
    if not one.session:
        return role
    return f"{one.session} ({role})" if one.vouched else f"{role}, session {one.session}"


def _taken(one: Actor) -> str:
    """What somebody became by a session."""
    if one.kind == "FederatedUser":
        return f"federated user {one.session or 'unknown'}"
    if one.kind == "Root":
        return f"the root user of {one.account or 'another account'}"
    return f"role {one.name or one.principal or 'unknown'}"


def _in_brackets(lead: str, name: str) -> str:
    return f" ({lead} {name})" if name else ""


def _is_session(kind: str) -> bool:
    return kind in ("AssumedRole", "FederatedUser", "Role")


def _principal(identity: Any, kind: str) -> str:
    if kind == "AWSService":
        return text(identity, "invokedBy")
    if kind == "IdentityCenterUser":
        return text(identity, "onBehalfOf", "userId")
    issuer = text(identity, "sessionContext", "sessionIssuer", "arn")
    found = issuer if _is_session(kind) else ""
    return found or _role_of(text(identity, "arn")) or text(identity, "principalId")


def _role_of(arn: str) -> str:
    """The role of an assumed role's session, where the record has no issuer; else the ARN."""
    head, marked, tail = arn.partition(":assumed-role/")
    if not marked:
        return arn
    return f"{head.replace(':sts:', ':iam:', 1)}:role/{tail.rpartition('/')[0] or tail}"


def _session(identity: Any, kind: str) -> str:
    if kind not in ("AssumedRole", "FederatedUser", "WebIdentityUser", "SAMLUser"):
        return ""
    arn = text(identity, "arn")
    if kind == "AssumedRole" and ":assumed-role/" in arn:
        return arn.partition(":assumed-role/")[2].partition("/")[2]
    return text(identity, "principalId").partition(":")[2]


def _provider(identity: Any) -> str:
    web = text(identity, "sessionContext", "webIdFederationData", "federatedProvider")
    store = text(identity, "onBehalfOf", "identityStoreArn")
    return web or text(identity, "identityProvider") or store


def _own(identity: Any, kind: str) -> str:
    return text(identity, "principalId") if kind == "AWSService" else ""


def _mfa(session: Any) -> bool | None:
    said = inside(session, "attributes", "mfaAuthenticated")
    return None if said is None else said in (True, "true")


def _last(arn: str) -> str:
    return arn.rpartition("/")[2] if "/" in arn else ""
