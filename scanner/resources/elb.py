"""Elastic Load Balancing, the second generation: its balancers and their listeners."""

from scanner.shape import Call, Given, ResourceType, Spelt, pascal, same
from scanner.unresolved import Unresolved

_PAGE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-loadbalancer.html"
_PROVIDER = "https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/website/docs/r/lb.html.markdown"
_GROUPS = [Unresolved("no security group is named: it has the default one of its VPC, or none")]
_SSL = Unresolved("the protocol decides which TLS policy it has")
_ATTRIBUTES = Given(form="balancer_attributes", source=_PAGE)
_NO_RULES = Given(
    by=None, default=[], alone=True
)  # but the default one: the listener's own actions
_NETWORK = {
    "configuration.availabilityZones": Given(form="balancer_zones"),
    "configuration.vpcId": Given(form="balancer_vpc"),
}
_ACTIONS = {
    "arn": "TargetGroupArn",
    "authenticate_cognito": "AuthenticateCognitoConfig",
    "authenticate_oidc": "AuthenticateOidcConfig",
    "duration": "DurationSeconds",
    "fixed_response": "FixedResponseConfig",
    "forward": "ForwardConfig",
    "redirect": "RedirectConfig",
    "stickiness": "TargetGroupStickinessConfig",
    "target_group": "TargetGroups",
}


def _balancer() -> dict[str, str | Given]:
    return {
        "configuration.loadBalancerName": "name",
        "configuration.scheme": Given(
            by="internal", default="internet-facing", source=_PROVIDER, form="balancer_scheme"
        ),
        "configuration.type": Given(
            by="load_balancer_type", default="application", source=_PROVIDER
        ),
        "configuration.ipAddressType": Given(by="ip_address_type", default="ipv4", source=_PAGE),
        "configuration.securityGroups": Given(by="security_groups", default=_GROUPS),
        **_NETWORK,
        "supplementaryConfiguration.LoadBalancerAttributes": _ATTRIBUTES,
    }


def _listener(kind: str) -> Spelt:
    return Spelt(
        kind=kind,
        fields={
            **pascal("load_balancer_arn", "port"),
            "configuration.Protocol": Given(
                by="protocol",
                default=Unresolved("the kind of its load balancer decides the protocol"),
            ),
            "configuration.SslPolicy": Given(by="ssl_policy", default=_SSL),
            "configuration.Certificates": Given(form="listener_certificate"),
            "configuration.DefaultActions": Given(by="default_action", names=_ACTIONS),
            "supplementaryConfiguration.Rules": _NO_RULES,
        },
        refers={"id": "ListenerArn", "arn": "ListenerArn"},
    )


def _rule(kind: str) -> Spelt:
    return Spelt(
        kind=kind,
        part_of="listener_arn",
        fields={"supplementaryConfiguration.Rules[+]": Given(form="listener_rule")},
    )


LOAD_BALANCER = ResourceType(
    name="AWS::ElasticLoadBalancingV2::LoadBalancer",
    id="loadBalancerArn",
    label="loadBalancerName",
    arn="loadBalancerArn",
    live=Call("elbv2", "describe_load_balancers", "LoadBalancers[]"),
    more={
        "tags": Call(
            "elbv2",
            "describe_tags",
            "TagDescriptions[].Tags",
            each={"ResourceArns[]": "LoadBalancerArn"},
        ),
        "LoadBalancerAttributes": Call(
            "elbv2",
            "describe_load_balancer_attributes",
            "Attributes",
            each={"LoadBalancerArn": "LoadBalancerArn"},
        ),
    },
    extra={
        "configuration.securityGroupsEvaluationMode": "string",
        "configuration.securityGroupsForPrivateLink": ["string"],
    },
    unread=(
        "configuration.securityGroupsEvaluationMode",
        "configuration.securityGroupsForPrivateLink",
    ),
    cloudformation=(
        Spelt(
            kind="AWS::ElasticLoadBalancingV2::LoadBalancer",
            fields={
                "configuration.loadBalancerName": "Name",
                "configuration.scheme": Given(by="Scheme", default="internet-facing", source=_PAGE),
                "configuration.type": Given(by="Type", default="application", source=_PAGE),
                "configuration.ipAddressType": Given(
                    by="IpAddressType", default="ipv4", source=_PAGE
                ),
                "configuration.securityGroups": Given(by="SecurityGroups", default=_GROUPS),
                **_NETWORK,
                "supplementaryConfiguration.LoadBalancerAttributes": _ATTRIBUTES,
            },
            refers={
                "LoadBalancerArn": "loadBalancerArn",
                "LoadBalancerName": "loadBalancerName",
                "DNSName": "dNSName",
            },
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_lb",
            fields=_balancer(),
            refers={"id": "loadBalancerArn", "arn": "loadBalancerArn", "dns_name": "dNSName"},
        ),
        Spelt(
            kind="aws_alb",
            fields=_balancer(),
            refers={"id": "loadBalancerArn", "arn": "loadBalancerArn", "dns_name": "dNSName"},
        ),
    ),
)

LISTENER = ResourceType(
    name="AWS::ElasticLoadBalancingV2::Listener",
    id="ListenerArn",
    arn="ListenerArn",
    live=Call("elbv2", "describe_load_balancers", "LoadBalancers[]"),
    detail=Call(
        "elbv2", "describe_listeners", "Listeners[]", each={"LoadBalancerArn": "LoadBalancerArn"}
    ),
    more={
        "Rules": Call("elbv2", "describe_rules", "Rules", each={"ListenerArn": "ListenerArn"}),
    },
    spelling="identity",
    cloudformation=(
        Spelt(
            kind="AWS::ElasticLoadBalancingV2::Listener",
            fields={
                **same("LoadBalancerArn", "Port", "Protocol", "DefaultActions", "AlpnPolicy"),
                "configuration.SslPolicy": Given(by="SslPolicy", default=_SSL),
                "configuration.Certificates": Given(by="Certificates", default=[]),
                "supplementaryConfiguration.Rules": _NO_RULES,
            },
            refers={"ListenerArn": "ListenerArn"},
        ),
        Spelt(
            kind="AWS::ElasticLoadBalancingV2::ListenerRule",
            part_of="ListenerArn",
            fields={"supplementaryConfiguration.Rules[+]": Given(form="listener_rule")},
        ),
    ),
    terraform=(
        _listener("aws_lb_listener"),
        _listener("aws_alb_listener"),
        _rule("aws_lb_listener_rule"),
        _rule("aws_alb_listener_rule"),
    ),
)
