"""EC2 Auto Scaling: groups, and what they launch."""

from scanner.shape import Call, ResourceType

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
)

LAUNCH_CONFIGURATION = ResourceType(
    name="AWS::AutoScaling::LaunchConfiguration",
    id="launchConfigurationARN",
    label="launchConfigurationName",
    arn="launchConfigurationARN",
    live=Call("autoscaling", "describe_launch_configurations", "LaunchConfigurations[]"),
)

SCALING_POLICY = ResourceType(
    name="AWS::AutoScaling::ScalingPolicy",
    id="policyARN",
    label="policyName",
    arn="policyARN",
    live=Call("autoscaling", "describe_policies", "ScalingPolicies[]"),
)
