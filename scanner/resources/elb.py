"""Elastic Load Balancing, both generations."""

from scanner.shape import Call, ResourceType

LOAD_BALANCER = ResourceType(
    name="AWS::ElasticLoadBalancingV2::LoadBalancer",
    id="loadBalancerArn",
    live=Call("elbv2", "describe_load_balancers", "LoadBalancers[]"),
    more={
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
)

LISTENER = ResourceType(
    name="AWS::ElasticLoadBalancingV2::Listener",
    id="ListenerArn",
    live=Call("elbv2", "describe_load_balancers", "LoadBalancers[]"),
    detail=Call(
        "elbv2", "describe_listeners", "Listeners[]", each={"LoadBalancerArn": "LoadBalancerArn"}
    ),
    spelling="identity",
)

CLASSIC_LOAD_BALANCER = ResourceType(
    name="AWS::ElasticLoadBalancing::LoadBalancer",
    id="loadBalancerName",
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
