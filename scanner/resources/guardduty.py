"""GuardDuty: the detector of a Region, and the account that it reports to."""

from msgspec.structs import replace

from scanner.shape import Call, Tree, cloud_controlled

_ENABLE: Tree = {"Enable": "boolean"}

DETECTOR = replace(
    cloud_controlled(
        "AWS::GuardDuty::Detector",
        id="Id",
        arn="guardduty:{region}:{account}:detector/{Id}",
        shape={
            "Id": "string",
            "Enable": "boolean",
            "FindingPublishingFrequency": "string",
            "DataSources": {
                "S3Logs": _ENABLE,
                "Kubernetes": {"AuditLogs": _ENABLE},
                "MalwareProtection": {"ScanEc2InstanceWithFindings": {"EbsVolumes": "boolean"}},
            },
            "Features": [
                {
                    "Name": "string",
                    "Status": "string",
                    "AdditionalConfiguration": [{"Name": "string", "Status": "string"}],
                }
            ],
            "Tags": [{"Key": "string", "Value": "string"}],
        },
        behind=("guardduty:GetDetector", "guardduty:ListDetectors"),
    ),
    more={
        "Administrator": Call(
            "guardduty",
            "get_administrator_account",
            "Administrator",
            each={"DetectorId": "Identifier"},
            may_lack=True,
        )
    },
)
