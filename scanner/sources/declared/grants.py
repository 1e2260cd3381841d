"""What roles, users, groups and policies of IAM are granted, as AWS Config writes it."""

from scanner.declared import Node
from scanner.sources.declared.blocks import elements, said
from scanner.sources.declared.kinds import reference
from scanner.sources.declared.mapping import About
from scanner.unresolved import Unresolved


def inline_policies(node: Node, about: About) -> Node:
    """The policies written into a role, user or group; resources of their own add to them."""
    named = said(node, "Policies", "inline_policy")
    return Node([inline_policy(each, about) for each in elements(named)], named.at)


def inline_policy(node: Node, about: About) -> Node:
    """One policy with its name, its document as it is."""
    if isinstance(node.value, Unresolved):
        return node
    name = said(node, "PolicyName", "name")
    if name.value is None:
        name = Node(Unresolved("the policy's name is known after deployment", present=True))
    document = said(node, "PolicyDocument", "policy")
    return Node({"policyName": name, "policyDocument": document}, node.at)


def attached_policies(node: Node, about: About) -> Node:
    """The managed policies that a role, user or group names; resources of their own add to them."""
    named = said(node, "ManagedPolicyArns", "managed_policy_arns")
    return Node([_managed(each, about) for each in elements(named)], named.at)


def attached_policy(node: Node, about: About) -> Node:
    """The managed policy that a resource of its own attaches."""
    return _managed(said(node, "policy_arn"), about)


def own_policy(node: Node, about: About) -> Node:
    """A managed policy of CloudFormation's as those have it attached whom it names itself."""
    declared = about.declared
    return _managed(Node(reference(declared.address, declared.kind, "Ref"), declared.at), about)


def _managed(node: Node, about: About) -> Node:
    """A managed policy's ARN, and the name that the ARN or its declaration shows."""
    if isinstance(node.value, Unresolved) and not node.value.token:
        return node  # any number of policies
    return Node({"policyArn": node, "policyName": _name(node, about)}, node.at)


def _name(arn: Node, about: About) -> Node:
    if isinstance(arn.value, str):
        return Node(arn.value.rpartition("/")[2], arn.at)
    policy = about.find(arn.value)
    named = said(Node(policy.properties), "ManagedPolicyName", "name") if policy else Node(None)
    if named.value is not None:
        return named
    return Node(Unresolved("the policy's name is known after deployment", present=True))


def groups(node: Node, about: About) -> Node:
    """The groups that a user, or what adds one to groups, names."""
    named = said(node, "Groups", "groups")
    return Node(elements(named), named.at)


def boundary(node: Node, about: About) -> Node:
    """The policy that bounds what a role or user may be granted, a null where none does."""
    arn = said(node, "PermissionsBoundary", "permissions_boundary")
    if arn.value is None or (isinstance(arn.value, Unresolved) and not arn.value.present):
        return arn
    kind = Node("PermissionsBoundaryPolicy")
    return Node({"permissionsBoundaryArn": arn, "permissionsBoundaryType": kind}, arn.at)


def only_version(node: Node, about: About) -> Node:
    """A policy's document as its default version, whose number only deployment knows."""
    version = {
        "document": node,
        "isDefaultVersion": Node(True),
        "versionId": Node(Unresolved("the version is known after deployment", present=True)),
    }
    return Node([Node(version, node.at)], node.at)


def access_key(node: Node, about: About) -> Node:
    """A user's access key; it is active unless it says otherwise."""
    declared = about.declared
    status = said(node, "Status", "status")
    made = {
        "accessKeyId": Node(reference(declared.address, declared.kind, "Ref")),
        "status": Node("Active") if status.value is None else status,
    }
    return Node(made, node.at)


def login_profile(node: Node, about: About) -> Node:
    """A user's password to the console, and whether it has to be changed at once."""
    reset = said(node, "PasswordResetRequired", "password_reset_required")
    value = reset.value
    on = value if isinstance(value, Unresolved) else value in (True, "true", "True")
    return Node({"passwordResetRequired": Node(on, reset.at)}, node.at)
