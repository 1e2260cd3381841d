"""The events that change what computes: instances, their volumes, load balancers, functions."""

from typing import Final

from scanner.attribution.kind import ANY, Element, Kind
from scanner.attribution.kinds_network import of_ec2

_OPTIONS: Final = {
    each.lower(): f"configuration.metadataOptions.{each}"
    for each in ("httpTokens", "httpEndpoint", "httpPutResponseHopLimit", "instanceMetadataTags")
}
_BALANCERS: Final = ("LoadBalancer", "SecurityGroups", "Subnets", "IpAddressType", "Capacity")
_ATTRIBUTES: Final = Element(
    "supplementaryConfiguration.LoadBalancerAttributes",
    keys={"key": "key"},
    also={"value": "value"},
    adds=("ModifyLoadBalancerAttributes",),
    within="attributes",
    born={},
)

KINDS: Final = (
    of_ec2(
        "AWS::EC2::Instance",
        *("i-", "instance"),
        *("instancesset.instanceid", "instanceid", "iaminstanceprofileassociation.instanceid"),
        nouns=("Instance",),
        but=("InstanceExport", "ReservedInstances", "InstanceEventWindow", "InstanceConnect"),
        made=("RunInstances",),
        sets={
            "MonitorInstances": {"configuration.monitoring.state": "enabled"},
            "UnmonitorInstances": {"configuration.monitoring.state": "disabled"},
            "StopInstances": {"configuration.state": ANY},
            "StartInstances": {"configuration.state": ANY},
            "TerminateInstances": {"configuration.state": ANY},
            "AssociateIamInstanceProfile": {"configuration.iamInstanceProfile": ANY},
            "ReplaceIamInstanceProfileAssociation": {"configuration.iamInstanceProfile": ANY},
            "DisassociateIamInstanceProfile": {"configuration.iamInstanceProfile": None},
            "AssociateAddress": {"configuration.publicIpAddress": ANY},
            "AttachVolume": {"configuration.blockDeviceMappings": ANY},
            "DetachVolume": {"configuration.blockDeviceMappings": ANY},
        },
        fields={**_OPTIONS, "groupset.groupid": "configuration.securityGroups"},
    ),
    of_ec2(
        "AWS::EC2::Volume",
        *("vol-", "volume"),
        "volumeid",
        nouns=("Volume",),
        made=("CreateVolume",),
    ),
    of_ec2(
        "AWS::EC2::Snapshot",
        *("snap-", "snapshot"),
        "snapshotid",
        nouns=("Snapshot",),
        made=("CreateSnapshot", "CopySnapshot"),
        sets={
            "ModifySnapshotAttribute": {"supplementaryConfiguration.RestorableByUserIds": ANY},
            "ResetSnapshotAttribute": {"supplementaryConfiguration.RestorableByUserIds": ANY},
        },
    ),
    Kind(
        type="AWS::ElasticLoadBalancingV2::LoadBalancer",
        source="elasticloadbalancing",
        nouns=_BALANCERS,
        ids=("loadbalancerarn", "loadbalancers.loadbalancerarn"),
        labels=("name", "loadbalancers.loadbalancername"),
        made=("CreateLoadBalancer",),
        elements=(_ATTRIBUTES,),
    ),
    Kind(
        type="AWS::ElasticLoadBalancingV2::Listener",
        source="elasticloadbalancing",
        nouns=("Listener",),
        ids=("listenerarn", "listeners.listenerarn"),
        made=("CreateListener",),
    ),
    Kind(
        type="AWS::ElasticLoadBalancing::LoadBalancer",
        source="elasticloadbalancing",
        nouns=_BALANCERS,
        names=("loadbalancername",),
        made=("CreateLoadBalancer",),
        sets={"ModifyLoadBalancerAttributes": {"supplementaryConfiguration": ANY}},
    ),
    Kind(
        type="AWS::AutoScaling::AutoScalingGroup",
        source="autoscaling",
        nouns=("AutoScalingGroup", "LoadBalancers", "Processes"),
        names=("autoscalinggroupname",),
        made=("CreateAutoScalingGroup",),
    ),
    Kind(
        type="AWS::AutoScaling::LaunchConfiguration",
        source="autoscaling",
        nouns=("LaunchConfiguration",),
        names=("launchconfigurationname",),
        made=("CreateLaunchConfiguration",),
    ),
    Kind(
        type="AWS::Lambda::Function",
        source="lambda",
        nouns=("Function",),
        ids=("functionarn",),
        names=("functionname",),
        qualified=True,
        made=("CreateFunction",),
        sets={
            "PutFunctionConcurrency": {"supplementaryConfiguration.Concurrency": ANY},
            "DeleteFunctionConcurrency": {"supplementaryConfiguration.Concurrency": ANY},
            "AddPermission": {"supplementaryConfiguration.Policy": ANY},
            "RemovePermission": {"supplementaryConfiguration.Policy": ANY},
        },
    ),
    Kind(
        type="AWS::ECS::TaskDefinition",
        source="ecs",
        nouns=("TaskDefinition",),
        ids=("taskdefinition.taskdefinitionarn", "taskdefinition"),
        made=("RegisterTaskDefinition",),
    ),
    Kind(
        type="AWS::CodeBuild::Project",
        source="codebuild",
        nouns=("Project",),
        ids=("project.arn",),
        names=("name", "projectname"),
        made=("CreateProject",),
    ),
    Kind(
        type="AWS::CloudFront::Distribution",
        source="cloudfront",
        nouns=("Distribution",),
        but=("DistributionTenant", "StreamingDistribution"),
        ids=("id", "distribution.id"),
        made=("CreateDistribution", "CreateDistributionWithTags"),
        sets={"UpdateDistribution": {"configuration.distributionConfig": ANY}},
    ),
)
