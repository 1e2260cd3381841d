"""Elasticsearch Service: domains under their first name."""

from scanner.resources.opensearch import declared_fields
from scanner.shape import Call, ResourceType, Spelt, jackson

DOMAIN = ResourceType(
    name="AWS::Elasticsearch::Domain",
    id="domainId",
    label="domainName",
    arn="arn",
    live=Call("es", "list_domain_names", "DomainNames[]", fixed={"EngineType": "Elasticsearch"}),
    detail=Call(
        "es", "describe_elasticsearch_domain", "DomainStatus", each={"DomainName": "DomainName"}
    ),
    spelling="jackson",
    extra={"configuration.accessPolicies": "any"},  # JSON text, or what it says
    cloudformation=(
        Spelt(
            kind="AWS::Elasticsearch::Domain",
            fields={
                **declared_fields("elasticsearch", jackson, terraform=False),
                "configuration.elasticsearchVersion": "ElasticsearchVersion",
            },
            refers={"Ref": "domainName", "Arn": "arn", "DomainArn": "arn"},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_elasticsearch_domain",
            fields={
                **declared_fields("elasticsearch", jackson, terraform=True),
                "configuration.elasticsearchVersion": "elasticsearch_version",
            },
            refers={"id": "arn", "arn": "arn", "domain_name": "domainName"},
        ),
    ),
)
