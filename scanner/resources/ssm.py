"""Systems Manager: managed nodes, whether they comply, and documents."""

from scanner.shape import Call, ResourceType


def _compliance(name: str, kind: str) -> ResourceType:
    """Whether each node complies with its patch baseline, or with its associations.

    AWS Config records these in a form of its own that it does not publish.
    """
    asked = [{"Key": "ComplianceType", "Values": [kind], "Type": "EQUAL"}]
    return ResourceType(
        name=name,
        id="ResourceId",
        label="ResourceId",
        live=Call(
            "ssm",
            "list_resource_compliance_summaries",
            "ResourceComplianceSummaryItems[]",
            fixed={"Filters": asked},
        ),
        spelling="identity",
        recorded=False,
    )


MANAGED_INSTANCE = ResourceType(
    name="AWS::SSM::ManagedInstanceInventory",
    id="InstanceId",
    label="InstanceId",
    arn="ssm:{region}:{account}:managed-instance-inventory/{InstanceId}",
    live=Call("ssm", "describe_instance_information", "InstanceInformationList[]"),
    spelling="identity",
    extra={"supplementaryConfiguration.instanceStatus": "string"},
    unread=("supplementaryConfiguration.instanceStatus",),
)

PATCHES = _compliance("AWS::SSM::PatchCompliance", "Patch")
ASSOCIATIONS = _compliance("AWS::SSM::AssociationCompliance", "Association")

DOCUMENT = ResourceType(
    name="AWS::SSM::Document",
    id="Name",
    label="Name",
    arn="ssm:{region}:{account}:document/{Name}",
    live=Call(
        "ssm",
        "list_documents",
        "DocumentIdentifiers[]",
        fixed={"Filters": [{"Key": "Owner", "Values": ["Self"]}]},
    ),
    more={
        "DocumentPermission": Call(
            "ssm",
            "describe_document_permission",
            fixed={"PermissionType": "Share", "MaxResults": 200},
            each={"Name": "Name"},
            form="shared_with",
        )
    },
    spelling="identity",
    extra={
        "supplementaryConfiguration.DocumentPermission": {"AccountIds": ["string"]},
        "configuration.Attachments": [
            {**dict.fromkeys(("Hash", "HashType", "Name", "Url"), "string"), "Size": "integer"}
        ],
    },
    unread=("configuration.Attachments",),
)
