"""Elastic Beanstalk: environments."""

from scanner.shape import Call, ResourceType

ENVIRONMENT = ResourceType(
    name="AWS::ElasticBeanstalk::Environment",
    id="environmentId",
    label="environmentName",
    arn="environmentArn",
    live=Call("elasticbeanstalk", "describe_environments", "Environments[]"),
)
