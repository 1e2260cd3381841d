"""The events that change what computes: instances, their volumes, load balancers, functions."""

from typing import Final

from scanner.attribution.kind import ANY, PART, Element, Kind, decided
from scanner.attribution.kinds_network import of_ec2

_OPTIONS: Final = {
    each.lower(): f"configuration.metadataOptions.{each}"
    for each in ("httpTokens", "httpEndpoint", "httpPutResponseHopLimit", "instanceMetadataTags")
}
_BALANCERS: Final = ("LoadBalancer", "SecurityGroups", "Subnets", "IpAddressType", "Capacity")
_LISTENERS: Final = (
    "CreateLoadBalancerListeners",
    "DeleteLoadBalancerListeners",
    "SetLoadBalancerListenerSSLCertificate",
    "SetLoadBalancerPoliciesOfListener",
)
_ATTRIBUTES: Final = Element(
    "supplementaryConfiguration.LoadBalancerAttributes",
    keys={"key": "key"},
    also={"value": "value"},
    adds=("ModifyLoadBalancerAttributes",),
    within="attributes",
    born={},
)
_VOLUMES: Final = decided(
    ("AttachVolume", "DetachVolume"), "configuration.blockDeviceMappings", value=PART
)
_SHARED: Final = "supplementaryConfiguration.RestorableByUserIds"
_DISTRIBUTION: Final = "configuration.distributionConfig"

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
            "StopInstances": {"configuration.state.name": "stopped"},
            "StartInstances": {"configuration.state.name": "running"},
            "TerminateInstances": {"configuration.state.name": "terminated"},
            "AssociateIamInstanceProfile": {"configuration.iamInstanceProfile": ANY},
            "ReplaceIamInstanceProfileAssociation": {"configuration.iamInstanceProfile": ANY},
            "DisassociateIamInstanceProfile": {"configuration.iamInstanceProfile": None},
            **_VOLUMES,
        },
        fields=_OPTIONS,
        told=("configuration.ebsOptimized",),
        fixed=("configuration.vpcId",),
        untold=(
            "configuration.networkInterfaces",
            "configuration.publicIpAddress",
            "configuration.securityGroups",
            "configuration.stateTransitionReason",
        ),
    ),
    of_ec2(
        "AWS::EC2::Volume",
        *("vol-", "volume"),
        "volumeid",
        nouns=("Volume",),
        made=("CreateVolume",),
        sets=decided(("AttachVolume", "DetachVolume"), "configuration.attachments", value=PART),
        fixed=("configuration.encrypted", "configuration.kmsKeyId"),
    ),
    of_ec2(
        "AWS::EC2::Snapshot",
        *("snap-", "snapshot"),
        "snapshotid",
        nouns=("Snapshot",),
        made=("CreateSnapshot", "CopySnapshot"),
        sets={
            **{each: {_SHARED: None} for each in ("CreateSnapshot", "CopySnapshot")},
            "ModifySnapshotAttribute": {_SHARED: PART},
            "ResetSnapshotAttribute": {_SHARED: None},
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
        sets=decided(
            ("AddListenerCertificates", "RemoveListenerCertificates"),
            "configuration.certificates",
            value=PART,
        ),
        told=("configuration.defaultActions",),
        untold=("supplementaryConfiguration.Rules",),
    ),
    Kind(
        type="AWS::ElasticLoadBalancing::LoadBalancer",
        source="elasticloadbalancing",
        nouns=_BALANCERS,
        names=("loadbalancername",),
        made=("CreateLoadBalancer",),
        sets=decided(_LISTENERS, "configuration.listenerDescriptions", value=PART),
        fields={"loadbalancerattributes.*": "supplementaryConfiguration.LoadBalancerAttributes.*"},
        told=("supplementaryConfiguration.LoadBalancerAttributes",),
    ),
    Kind(
        type="AWS::AutoScaling::AutoScalingGroup",
        source="autoscaling",
        nouns=("AutoScalingGroup", "LoadBalancers", "Processes"),
        names=("autoscalinggroupname",),
        made=("CreateAutoScalingGroup",),
        told=("configuration.healthCheckType",),
    ),
    Kind(
        type="AWS::AutoScaling::LaunchConfiguration",
        source="autoscaling",
        nouns=("LaunchConfiguration",),
        names=("launchconfigurationname",),
        made=("CreateLaunchConfiguration",),
        fixed=("configuration",),
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
            "DeleteFunctionConcurrency": {"supplementaryConfiguration.Concurrency": None},
            "CreateFunction": {"supplementaryConfiguration.Policy": None},
            "AddPermission": {"supplementaryConfiguration.Policy": PART},
            "RemovePermission": {"supplementaryConfiguration.Policy": PART},
        },
        told=("configuration.deadLetterConfig", "configuration.vpcConfig"),
    ),
    Kind(
        type="AWS::ECS::TaskDefinition",
        source="ecs",
        nouns=("TaskDefinition",),
        ids=("taskdefinition.taskdefinitionarn", "taskdefinition"),
        made=("RegisterTaskDefinition",),
        fixed=("configuration.ContainerDefinitions",),
    ),
    Kind(
        type="AWS::CodeBuild::Project",
        source="codebuild",
        nouns=("Project",),
        ids=("project.arn",),
        names=("name", "projectname"),
        made=("CreateProject",),
        told=(
            "configuration.artifacts",
            "configuration.environment",
            "configuration.logsConfig",
            "configuration.secondaryArtifacts",
            "configuration.secondarySources",
            "configuration.source",
        ),
    ),
    Kind(
        type="AWS::CloudFront::Distribution",
        source="cloudfront",
        nouns=("Distribution",),
        but=("DistributionTenant", "StreamingDistribution"),
        ids=("id", "distribution.id"),
        made=("CreateDistribution", "CreateDistributionWithTags"),
        sets={
            "UpdateDistribution": {_DISTRIBUTION: ANY},
            "UpdateDistributionWithStagingConfig": {_DISTRIBUTION: PART},
            "DisassociateDistributionWebACL": {f"{_DISTRIBUTION}.webACLId": None},
        },
        fields={"webaclarn": f"{_DISTRIBUTION}.webACLId"},
    ),
)
