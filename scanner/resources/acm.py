"""Certificate Manager: certificates."""

from scanner.shape import Call, ResourceType

CERTIFICATE = ResourceType(
    name="AWS::ACM::Certificate",
    id="certificateArn",
    label="domainName",
    arn="certificateArn",
    live=Call("acm", "list_certificates", "CertificateSummaryList[]"),
    detail=Call(
        "acm", "describe_certificate", "Certificate", each={"CertificateArn": "CertificateArn"}
    ),
)
