"""Network Firewall: policies."""

from scanner.shape import Call, ResourceType

POLICY = ResourceType(
    name="AWS::NetworkFirewall::FirewallPolicy",
    id="",
    unique=("FirewallPolicyArn",),
    live=Call("network-firewall", "list_firewall_policies", "FirewallPolicies[]"),
    detail=Call("network-firewall", "describe_firewall_policy", each={"FirewallPolicyArn": "Arn"}),
)
