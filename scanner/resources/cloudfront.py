"""CloudFront: distributions. AWS Config keeps some older names of Amazon's Java library."""

from scanner.shape import Call, Given, ResourceType, Spelt, Tree

_PAGE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-distributionconfig.html"
_PROVIDER = "https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/website/docs/r/cloudfront_distribution.html.markdown"
_OWN = {"cloudFrontDefaultCertificate": True, "minimumProtocolVersion": "TLSv1"}
_CONFIG = "configuration.distributionConfig"
_NAMES = {
    "logging": ("Logging", "logging_config", "distribution_logging", {"enabled": False}),
    "defaultRootObject": ("DefaultRootObject", "default_root_object", "", ""),
    "webACLId": ("WebACLId", "web_acl_id", "", ""),
    "viewerCertificate": ("ViewerCertificate", "viewer_certificate", "viewer_certificate", _OWN),
    "defaultCacheBehavior": (
        "DefaultCacheBehavior",
        "default_cache_behavior",
        "cache_behavior",
        None,
    ),
    "cacheBehaviors": (
        "CacheBehaviors",
        "ordered_cache_behavior",
        "cache_behaviors",
        {"items": []},
    ),
    "origins": ("Origins", "origin", "distribution_origins", {"items": []}),
}


def _fields(terraform: bool) -> dict[str, str | Given]:
    source = _PROVIDER if terraform else _PAGE
    return {
        f"{_CONFIG}.{ours}": Given(
            by=given[1] if terraform else f"DistributionConfig.{given[0]}",
            default=given[3],
            form=given[2],
            source=source,
        )
        for ours, given in _NAMES.items()
    }


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
    cloudformation=(
        Spelt(
            kind="AWS::CloudFront::Distribution",
            fields=_fields(terraform=False),
            refers={"Id": "id", "DomainName": "domainName"},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_cloudfront_distribution",
            fields=_fields(terraform=True),
            refers={"id": "id", "arn": "arn", "domain_name": "domainName"},
        ),
    ),
    regional=False,
)
