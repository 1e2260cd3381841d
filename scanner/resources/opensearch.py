"""OpenSearch Service: domains, and what a domain of either name is by default."""

from collections.abc import Callable
from typing import Any

from scanner.shape import Call, Given, ResourceType, Spelt
from scanner.unresolved import Unresolved

_PAGE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-{}-domain.html"
_PROVIDER = "https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/website/docs/r/{}_domain.html.markdown"
_TLS = Unresolved("the service decides which TLS policy it has")
_OPTIONS: dict[str, tuple[str, str, Any, str]] = {
    "AccessPolicies": ("AccessPolicies", "access_policies", None, "as_it_is"),
    "AdvancedSecurityOptions": (
        "AdvancedSecurityOptions",
        "advanced_security_options",
        {"Enabled": False},
        "domain_option",
    ),
    "DomainEndpointOptions": (
        "DomainEndpointOptions",
        "domain_endpoint_options",
        {"EnforceHTTPS": False, "TLSSecurityPolicy": _TLS},
        "domain_endpoint",
    ),
    "EncryptionAtRestOptions": (
        "EncryptionAtRestOptions",
        "encrypt_at_rest",
        {"Enabled": False},
        "domain_option",
    ),
    "LogPublishingOptions": (
        "LogPublishingOptions",
        "log_publishing_options",
        {},
        "domain_logs",
    ),
    "NodeToNodeEncryptionOptions": (
        "NodeToNodeEncryptionOptions",
        "node_to_node_encryption",
        {"Enabled": False},
        "domain_option",
    ),
    "VPCOptions": ("VPCOptions", "vpc_options", None, "domain_network"),
}


def declared_fields(
    service: str, spelt: Callable[[str], str], *, terraform: bool
) -> dict[str, str | Given]:
    """The fields of a domain that templates or Terraform say, spelt as its type has them."""
    source = (_PROVIDER if terraform else _PAGE).format(service)
    fields: dict[str, str | Given] = {
        f"configuration.{spelt(ours)}": Given(
            by=given[terraform], default=_respelt(given[2], spelt), form=given[3], source=source
        )
        for ours, given in _OPTIONS.items()
    }
    name = "domain_name" if terraform else "DomainName"
    return fields | {f"configuration.{spelt('DomainName')}": name}


def _respelt(default: Any, spelt: Callable[[str], str]) -> Any:
    if not isinstance(default, dict):
        return default
    return {spelt(name): each for name, each in default.items()}


DOMAIN = ResourceType(
    name="AWS::OpenSearch::Domain",
    id="DomainName",
    label="DomainName",
    arn="Arn",
    live=Call(
        "opensearch", "list_domain_names", "DomainNames[]", fixed={"EngineType": "OpenSearch"}
    ),
    detail=Call("opensearch", "describe_domain", "DomainStatus", each={"DomainName": "DomainName"}),
    spelling="identity",
    rename={"ARN": "Arn", "DomainId": "Id", "Endpoint": "DomainEndpoint"},
    extra={
        "configuration.AccessPolicies": "any",  # JSON text, or what it says
        "configuration.AdvancedSecurityOptions.SamlOptions": "any",  # AWS Config has both names
        "configuration.DomainArn": "string",
    },
    unread=("configuration.DomainArn",),
    cloudformation=(
        Spelt(
            kind="AWS::OpenSearchService::Domain",
            fields={
                **declared_fields("opensearchservice", str, terraform=False),
                "configuration.EngineVersion": "EngineVersion",
            },
            refers={"Ref": "DomainName", "Arn": "Arn", "DomainArn": "Arn"},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_opensearch_domain",
            fields={
                **declared_fields("opensearch", str, terraform=True),
                "configuration.EngineVersion": "engine_version",
            },
            refers={"id": "Arn", "arn": "Arn", "domain_name": "DomainName"},
        ),
    ),
)
