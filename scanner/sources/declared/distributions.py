"""What CloudFront tells of a distribution otherwise than templates and Terraform say it."""

from typing import Final

from scanner.declared import Node
from scanner.sources.declared.blocks import elements, of_kinds, only, said, without_nulls
from scanner.sources.declared.mapping import About
from scanner.unresolved import Unresolved

_TYPE: Final = "AWS::CloudFront::Distribution"
_CERTIFICATE: Final = {
    "acmCertificateArn": ("AcmCertificateArn", "acm_certificate_arn"),
    "iamCertificateId": ("IamCertificateId", "iam_certificate_id"),
    "sslSupportMethod": ("SslSupportMethod", "ssl_support_method"),
}
_BEHAVIOR: Final = {
    "pathPattern": ("PathPattern", "path_pattern"),
    "targetOriginId": ("TargetOriginId", "target_origin_id"),
    "viewerProtocolPolicy": ("ViewerProtocolPolicy", "viewer_protocol_policy"),
}
_ORIGIN: Final = {
    "id": ("Id", "origin_id"),
    "domainName": ("DomainName", "domain_name"),
    "originPath": ("OriginPath", "origin_path"),
}
_PROTOCOLS: Final = Unresolved("the origin's TLS protocols are not said")


def distribution_logging(node: Node, about: About) -> Node:
    """Where the access log of a distribution goes: on wherever a bucket is named."""
    bucket = said(node, "Bucket", "bucket")
    if isinstance(bucket.value, Unresolved) and not bucket.value.present:
        return Node(Unresolved(bucket.value.why), node.at)
    members = {
        "enabled": Node(bucket.value is not None, node.at),
        "bucket": bucket,
        "prefix": said(node, "Prefix", "prefix"),
        "includeCookies": said(node, "IncludeCookies", "include_cookies"),
    }
    return _in_kinds(Node(without_nulls(members), node.at), "logging")


def viewer_certificate(node: Node, about: About) -> Node:
    """What viewers are shown: CloudFront's own certificate unless one is named.

    https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html
    """
    told = {ours: said(node, *theirs) for ours, theirs in _CERTIFICATE.items()}
    own = said(node, "CloudFrontDefaultCertificate", "cloudfront_default_certificate")
    least = said(node, "MinimumProtocolVersion", "minimum_protocol_version")
    members = {
        "cloudFrontDefaultCertificate": Node(False) if own.value is None else own,
        "minimumProtocolVersion": Node("TLSv1") if least.value is None else least,
    }
    return _in_kinds(Node({**without_nulls(told), **members}, node.at), "viewerCertificate")


def cache_behavior(node: Node, about: About) -> Node:
    """How CloudFront answers some of the requests."""
    here = only(node)
    if isinstance(here.value, Unresolved):
        return here
    told = {ours: said(here, *theirs) for ours, theirs in _BEHAVIOR.items()}
    return Node(without_nulls(told), node.at)


def cache_behaviors(node: Node, about: About) -> Node:
    """How CloudFront answers requests for the paths that are named."""
    return Node({"items": Node([cache_behavior(each, about) for each in elements(node)])}, node.at)


def distribution_origins(node: Node, about: About) -> Node:
    """Where a distribution has its content from."""
    return Node({"items": Node([_origin(each) for each in elements(node)], node.at)}, node.at)


def _origin(node: Node) -> Node:
    if isinstance(node.value, Unresolved):
        return node
    members = {ours: said(node, *theirs) for ours, theirs in _ORIGIN.items()}
    access = said(node, "OriginAccessControlId", "origin_access_control_id")
    members["originAccessControlId"] = Node("") if access.value is None else access
    custom = only(said(node, "CustomOriginConfig", "custom_origin_config"))
    if custom.value is not None:
        members["customOriginConfig"] = _custom(custom)
        return Node(members, node.at)
    inside = only(said(node, "VpcOriginConfig", "vpc_origin_config"))
    if inside.value is not None:
        told = Node({"vpcOriginId": said(inside, "VpcOriginId", "vpc_origin_id")}, inside.at)
        members["vpcOriginConfig"] = told
    else:
        members["s3OriginConfig"] = _bucket(said(node, "S3OriginConfig", "s3_origin_config"), node)
    return Node(members, node.at)


def _custom(node: Node) -> Node:
    if isinstance(node.value, Unresolved):
        return node
    protocols = said(node, "OriginSSLProtocols", "origin_ssl_protocols")
    items = Node(_PROTOCOLS) if protocols.value is None else protocols
    members = {
        "originProtocolPolicy": said(node, "OriginProtocolPolicy", "origin_protocol_policy"),
        "originSslProtocols": Node({"items": items}, protocols.at),
    }
    return Node(members, node.at)


def _bucket(node: Node, origin: Node) -> Node:
    identity = said(node, "OriginAccessIdentity", "origin_access_identity")
    named = Node("") if identity.value is None else identity
    return Node({"originAccessIdentity": named}, node.at or origin.at)


def _in_kinds(node: Node, name: str) -> Node:
    return of_kinds(node, _TYPE, f"configuration.distributionConfig.{name}")
