"""EC2 Auto Scaling: groups, and what they launch."""

from scanner.shape import Call, Given, ResourceType, Spelt
from scanner.unresolved import Unresolved

_PAGE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-{}.html"
_PROVIDER = "https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/website/docs/r/{}.html.markdown"
_CHECKED = (
    "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html"
)
_TOKENS = Unresolved("the image and the account decide the metadata options")
_GROUP = "configuration.targetGroupARNs[+]"
_BALANCER = "configuration.loadBalancerNames[+]"
_SOURCE = "configuration.trafficSources[+]"


def _group(kind: str, source: str, *names: str, **refers: str) -> Spelt:
    """A group: `names` say its name, balancers, target groups, sources of traffic and checks."""
    name, balancers, targets, traffic, checks = names
    return Spelt(
        kind=kind,
        fields={
            "configuration.autoScalingGroupName": name,
            "configuration.loadBalancerNames": Given(by=balancers, default=[]),
            "configuration.targetGroupARNs": Given(by=targets, default=[]),
            "configuration.trafficSources": Given(by=traffic, default=[]),
            "configuration.healthCheckType": Given(by=checks, default="EC2", source=_CHECKED),
        },
        refers=refers,
    )


def _launch(kind: str, source: str, *names: str, **refers: str) -> Spelt:
    """A launch configuration: `names` say its name, public addresses and metadata options."""
    name, public, options = names
    return Spelt(
        kind=kind,
        fields={
            "configuration.launchConfigurationName": name,
            "configuration.associatePublicIpAddress": Given(by=public, source=source),
            "configuration.metadataOptions": Given(by=options, default=_TOKENS, source=source),
        },
        refers=refers,
    )


GROUP = ResourceType(
    name="AWS::AutoScaling::AutoScalingGroup",
    id="autoScalingGroupARN",
    label="autoScalingGroupName",
    arn="autoScalingGroupARN",
    live=Call("autoscaling", "describe_auto_scaling_groups", "AutoScalingGroups[]"),
    more={
        "LifeCycleHooks": Call(
            "autoscaling",
            "describe_lifecycle_hooks",
            "LifecycleHooks",
            each={"AutoScalingGroupName": "AutoScalingGroupName"},
        ),
    },
    spelling="jackson",
    cloudformation=(
        _group(
            "AWS::AutoScaling::AutoScalingGroup",
            _PAGE.format("autoscalinggroup"),
            *("AutoScalingGroupName", "LoadBalancerNames", "TargetGroupARNs"),
            *("TrafficSources", "HealthCheckType"),
            Ref="autoScalingGroupName",
            AutoScalingGroupARN="autoScalingGroupARN",
        ),
    ),
    terraform=(
        _group(
            "aws_autoscaling_group",
            _PROVIDER.format("autoscaling_group"),
            *("name", "load_balancers", "target_group_arns", "traffic_source"),
            "health_check_type",
            id="autoScalingGroupName",
            name="autoScalingGroupName",
            arn="autoScalingGroupARN",
        ),
        Spelt(
            kind="aws_autoscaling_attachment",
            part_of="autoscaling_group_name",
            fields={
                _GROUP: Given(by="lb_target_group_arn"),
                _BALANCER: Given(by="elb"),
            },
        ),
        Spelt(
            kind="aws_autoscaling_traffic_source_attachment",
            part_of="autoscaling_group_name",
            fields={_SOURCE: Given(by="traffic_source")},
        ),
    ),
)

LAUNCH_CONFIGURATION = ResourceType(
    name="AWS::AutoScaling::LaunchConfiguration",
    id="launchConfigurationARN",
    label="launchConfigurationName",
    arn="launchConfigurationARN",
    live=Call("autoscaling", "describe_launch_configurations", "LaunchConfigurations[]"),
    cloudformation=(
        _launch(
            "AWS::AutoScaling::LaunchConfiguration",
            _PAGE.format("launchconfiguration"),
            *("LaunchConfigurationName", "AssociatePublicIpAddress", "MetadataOptions"),
            Ref="launchConfigurationName",
        ),
    ),
    terraform=(
        _launch(
            "aws_launch_configuration",
            _PROVIDER.format("launch_configuration"),
            *("name", "associate_public_ip_address", "metadata_options"),
            id="launchConfigurationName",
            name="launchConfigurationName",
            arn="launchConfigurationARN",
        ),
    ),
)

SCALING_POLICY = ResourceType(
    name="AWS::AutoScaling::ScalingPolicy",
    id="policyARN",
    label="policyName",
    arn="policyARN",
    live=Call("autoscaling", "describe_policies", "ScalingPolicies[]"),
)
