"""Elastic Load Balancing, both generations."""

from scanner.shape import Call, ResourceType

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
)

LISTENER = ResourceType(
    name="AWS::ElasticLoadBalancingV2::Listener",
    id="ListenerArn",
    arn="ListenerArn",
    live=Call("elbv2", "describe_load_balancers", "LoadBalancers[]"),
    detail=Call(
        "elbv2", "describe_listeners", "Listeners[]", each={"LoadBalancerArn": "LoadBalancerArn"}
    ),
    spelling="identity",
)

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
)
