"""Elasticsearch Service: domains under their first name."""

from scanner.shape import Call, ResourceType

DOMAIN = ResourceType(
    name="AWS::Elasticsearch::Domain",
    id="domainId",
    label="domainName",
    arn="arn",
    live=Call("es", "list_domain_names", "DomainNames[]"),
    detail=Call(
        "es", "describe_elasticsearch_domain", "DomainStatus", each={"DomainName": "DomainName"}
    ),
    spelling="jackson",
    extra={"configuration.accessPolicies": "any"},  # JSON text, or what it says
)
