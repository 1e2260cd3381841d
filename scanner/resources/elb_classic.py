"""Elastic Load Balancing, the first generation: its balancers with their attributes."""

from scanner.shape import Call, Given, ResourceType, Spelt, jackson
from scanner.unresolved import Unresolved

_PAGE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancing-loadbalancer.html"
_API = "https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_AdditionalAttribute.html"
_PROVIDER = "https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/website/docs/r/elb.html.markdown"
_ATTRIBUTES = "supplementaryConfiguration.LoadBalancerAttributes"
_MODE = "elb.http.desyncmitigationmode"
_UNSAID = Unresolved("it has those that AWS gives where none is named")
_OFF = {"enabled": False}

_CLOUDFORMATION: dict[str, str | Given] = {
    "configuration.loadBalancerName": "LoadBalancerName",
    "configuration.scheme": Given(by="Scheme", default="internet-facing", source=_PAGE),
    "configuration.securityGroups": Given(by="SecurityGroups", default=[_UNSAID]),
    "configuration.subnets": Given(by="Subnets", default=[_UNSAID]),
    "configuration.vpcid": Given(form="balancer_vpc"),
    "configuration.listenerDescriptions": Given(by="Listeners", form="classic_listeners"),
    f"{_ATTRIBUTES}.accessLog": Given(by="AccessLoggingPolicy", default=_OFF, source=_PAGE),
    f"{_ATTRIBUTES}.crossZoneLoadBalancing.enabled": Given(
        by="CrossZone", default=False, source=_PAGE
    ),
    f"{_ATTRIBUTES}.additionalAttributes": Given(
        by=None, default=[{"key": _MODE, "value": "defensive"}], source=_API
    ),
    "supplementaryConfiguration.LoadBalancerPolicies": Given(
        by="Policies", default=[], form="classic_policies"
    ),
}
_TERRAFORM: dict[str, str | Given] = {
    "configuration.loadBalancerName": "name",
    "configuration.scheme": Given(
        by="internal", default="internet-facing", source=_PROVIDER, form="balancer_scheme"
    ),
    "configuration.securityGroups": Given(by="security_groups", default=[_UNSAID]),
    "configuration.subnets": Given(by="subnets", default=[_UNSAID]),
    "configuration.vpcid": Given(form="balancer_vpc"),
    "configuration.listenerDescriptions": Given(by="listener", form="classic_listeners"),
    f"{_ATTRIBUTES}.accessLog": Given(
        by="access_logs", default=_OFF, source=_PROVIDER, form="classic_access_log"
    ),
    f"{_ATTRIBUTES}.crossZoneLoadBalancing.enabled": Given(
        by="cross_zone_load_balancing", default=True, source=_PROVIDER
    ),
    f"{_ATTRIBUTES}.additionalAttributes": Given(
        by="", source=_PROVIDER, form="classic_desync_mode"
    ),
}

CLASSIC_LOAD_BALANCER = ResourceType(
    name="AWS::ElasticLoadBalancing::LoadBalancer",
    id="loadBalancerName",
    label="loadBalancerName",
    arn="elasticloadbalancing:{region}:{account}:loadbalancer/{loadBalancerName}",
    live=Call("elb", "describe_load_balancers", "LoadBalancerDescriptions[]"),
    more={
        "LoadBalancerAttributes": Call(
            "elb",
            "describe_load_balancer_attributes",
            "LoadBalancerAttributes",
            each={"LoadBalancerName": "LoadBalancerName"},
        ),
        "LoadBalancerPolicies": Call(
            "elb",
            "describe_load_balancer_policies",
            "PolicyDescriptions",
            each={"LoadBalancerName": "LoadBalancerName"},
        ),
    },
    spelling="jackson",
    cloudformation=(
        Spelt(
            kind="AWS::ElasticLoadBalancing::LoadBalancer",
            fields=_CLOUDFORMATION,
            refers={"Ref": "loadBalancerName", "DNSName": jackson("DNSName")},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_elb",
            fields=_TERRAFORM,
            refers={"id": "loadBalancerName", "name": "loadBalancerName", "dns_name": "dnsname"},
        ),
    ),
)
