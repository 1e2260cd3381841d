"""CloudFront: distributions. AWS Config keeps some older names of Amazon's Java library."""

from scanner.shape import Call, ResourceType, Tree

_FUNCTIONS: Tree = {"items": ["any"], "quantity": "integer"}

DISTRIBUTION = ResourceType(
    name="AWS::CloudFront::Distribution",
    id="id",
    arn="arn",
    live=Call("cloudfront", "list_distributions", "DistributionList.Items[]", may_lack=True),
    detail=Call("cloudfront", "get_distribution", "Distribution", each={"Id": "Id"}),
    more={
        "tags": Call(
            "cloudfront", "list_tags_for_resource", "Tags.Items", each={"Resource": "ARN"}
        ),
    },
    rename={
        "ARN": "arn",
        "ACMCertificateArn": "acmCertificateArn",
        "HTTPPort": "httpPort",
        "HTTPSPort": "httpsPort",
        "IAMCertificateId": "iamCertificateId",
        "SSLSupportMethod": "sslSupportMethod",
    },
    extra={
        "configuration.isStaging": "boolean",
        "configuration.distributionConfig.origins.items[].oacSigningBehavior": "string",
        **{
            f"configuration.distributionConfig.{behavior}.{name}": _FUNCTIONS
            for behavior in ("cacheBehaviors.items[]", "defaultCacheBehavior")
            for name in ("cloudFrontFunctionAssociations", "edgeScriptAssociations")
        },
    },
    unread=("configuration.isStaging",),
    regional=False,
)
