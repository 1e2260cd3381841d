"""EKS: clusters, in a shape between the service's and CloudFormation's."""

from scanner.shape import Call, ResourceType

CLUSTER = ResourceType(
    name="AWS::EKS::Cluster",
    id="Name",
    label="Name",
    arn="Arn",
    live=Call("eks", "list_clusters", "clusters[]"),
    detail=Call("eks", "describe_cluster", "cluster", each={"name": "@"}),
    spelling="upperFirst",
    form="eks",
    extra={
        "configuration.CertificateAuthorityData": "string",
        "configuration.ClusterStatus": "string",
        "configuration.EncryptionConfigKeyArn": "string",
        "configuration.Logging.ClusterLogging": "any",  # a list from the API, else an object
        "configuration.OpenIdConnectIssuerUrl": "string",
    },
)
