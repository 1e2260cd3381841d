"""Certificate Manager: certificates."""

from scanner.shape import Call, ResourceType, Spelt

CERTIFICATE = ResourceType(
    name="AWS::ACM::Certificate",
    id="certificateArn",
    label="domainName",
    arn="certificateArn",
    live=Call("acm", "list_certificates", "CertificateSummaryList[]"),
    detail=Call(
        "acm", "describe_certificate", "Certificate", each={"CertificateArn": "CertificateArn"}
    ),
    cloudformation=(
        Spelt(
            kind="AWS::CertificateManager::Certificate",
            fields={"configuration.domainName": "DomainName"},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_acm_certificate",
            fields={"configuration.domainName": "domain_name"},
            refers={"id": "certificateArn", "arn": "certificateArn"},
        ),
    ),
)
