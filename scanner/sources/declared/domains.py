"""What search domains of either name have otherwise in AWS than they are declared."""

from typing import Final

from scanner.declared import Node
from scanner.shape import respelt
from scanner.sources.declared.blocks import elements, only, said, without_nulls
from scanner.sources.declared.kinds import kind_of
from scanner.sources.declared.mapping import About
from scanner.unresolved import Unresolved

_TLS: Final = Unresolved("the service decides which TLS policy it has")
_WORDS: Final = {"true": True, "false": False}
_NETWORK: Final = {
    "SubnetIds": ("SubnetIds", "subnet_ids"),
    "SecurityGroupIds": ("SecurityGroupIds", "security_group_ids"),
}


def domain_option(node: Node, about: About) -> Node:
    """Whether an option of a domain is on, and the key that it names; off if it does not say."""
    enabled = said(node, "Enabled", "enabled")
    members = {
        "Enabled": Node(False) if enabled.value is None else enabled,
        "KmsKeyId": said(node, "KmsKeyId", "kms_key_id"),
    }
    return _object(node, members, about)


def domain_endpoint(node: Node, about: About) -> Node:
    """What a domain asks of those who connect: in a block of Terraform's HTTPS is required.

    https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/website/docs/r/opensearch_domain.html.markdown
    """
    enforced = said(node, "EnforceHTTPS", "enforce_https")
    policy = said(node, "TLSSecurityPolicy", "tls_security_policy")
    terraform = "::" not in about.declared.kind
    members = {
        "EnforceHTTPS": Node(terraform) if enforced.value is None else enforced,
        "TLSSecurityPolicy": Node(_TLS) if policy.value is None else policy,
    }
    return _object(node, members, about)


def domain_network(node: Node, about: About) -> Node:
    """The subnets and groups of a domain; a null where it is not in a VPC."""
    if not elements(node):
        return Node(None, node.at)
    return _object(node, {ours: said(node, *theirs) for ours, theirs in _NETWORK.items()}, about)


def domain_logs(node: Node, about: About) -> Node:
    """Where a domain logs what, by kind of log; a block of Terraform's is on unless it says not."""
    if type(node.value) is dict:
        made = {kind: _log(each, False, about) for kind, each in node.value.items()}
        return Node(made, node.at)
    told = [(said(each, "log_type"), each) for each in elements(node)]
    if any(not isinstance(kind.value, str) for kind, _ in told):
        return Node(Unresolved("the kinds of its logs are known after deployment"), node.at)
    return Node({kind.value: _log(each, True, about) for kind, each in told}, node.at)


def _log(node: Node, default: bool, about: About) -> Node:
    enabled = said(node, "Enabled", "enabled")
    members = {
        "Enabled": Node(default) if enabled.value is None else enabled,
        "CloudWatchLogsLogGroupArn": said(
            node, "CloudWatchLogsLogGroupArn", "cloudwatch_log_group_arn"
        ),
    }
    return _object(node, members, about)


def _object(node: Node, members: dict[str, Node], about: About) -> Node:
    """The members in the spelling of the domain's type, with booleans that were text."""
    here = only(node)
    if isinstance(here.value, Unresolved):
        return here
    spelt = {_spelt(name, about): _boolean(each) for name, each in members.items()}
    return Node(without_nulls(spelt), node.at)


def _spelt(name: str, about: About) -> str:
    kind = kind_of(about.declared.kind)
    return respelt(name, kind.type) if kind is not None else name


def _boolean(node: Node) -> Node:
    word = node.value.lower() if isinstance(node.value, str) else ""
    return Node(_WORDS[word], node.at) if word in _WORDS else node
