"""API Gateway: APIs and their stages, both generations."""

from scanner.shape import Call, Given, ResourceType, Spelt
from scanner.unresolved import Unresolved

_PAGE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-stage.html"
_PROVIDER = "https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/website/docs/r/api_gateway_stage.html.markdown"
_ELSEWHERE = Unresolved("Terraform says it of the methods in resources of their own")
_OUTSIDE = Given(by=None)  # an association says it, an item of its own

REST_API = ResourceType(
    name="AWS::ApiGateway::RestApi",
    id="id",
    label="name",
    arn="apigateway:{region}::/restapis/{id}",
    live=Call("apigateway", "get_rest_apis", "items[]"),
)

STAGE = ResourceType(
    name="AWS::ApiGateway::Stage",
    id="stageName",
    unique=("restApiId", "stageName"),
    label="stageName",
    live=Call("apigateway", "get_rest_apis", "items[]"),
    detail=Call("apigateway", "get_stages", "item[]", each={"restApiId": "id"}),
    cloudformation=(
        Spelt(
            kind="AWS::ApiGateway::Stage",
            fields={
                "configuration.stageName": "StageName",
                "configuration.description": "Description",
                "configuration.accessLogSettings": "AccessLogSetting",
                "configuration.clientCertificateId": "ClientCertificateId",
                "configuration.cacheClusterEnabled": Given(
                    by="CacheClusterEnabled", default=False, source=_PAGE
                ),
                "configuration.methodSettings": Given(
                    by="MethodSettings", default={}, form="method_settings", source=_PAGE
                ),
                "configuration.tracingEnabled": Given(
                    by="TracingEnabled", default=False, source=_PAGE
                ),
                "configuration.webAclArn": _OUTSIDE,
            },
            refers={"Ref": "stageName"},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_api_gateway_stage",
            fields={
                "configuration.stageName": "stage_name",
                "configuration.description": "description",
                "configuration.accessLogSettings": "access_log_settings",
                "configuration.clientCertificateId": "client_certificate_id",
                "configuration.cacheClusterEnabled": Given(
                    by="cache_cluster_enabled", default=False, source=_PROVIDER
                ),
                "configuration.methodSettings": Given(by=None, default=_ELSEWHERE),
                "configuration.tracingEnabled": Given(
                    by="xray_tracing_enabled", default=False, source=_PROVIDER
                ),
                "configuration.webAclArn": _OUTSIDE,
            },
            refers={"stage_name": "stageName"},
        ),
    ),
)

API = ResourceType(
    name="AWS::ApiGatewayV2::Api",
    id="apiId",
    label="name",
    arn="apigateway:{region}::/apis/{apiId}",
    live=Call("apigatewayv2", "get_apis", "Items[]"),
    extra={"configuration.managingAwsResource": "string"},
    unread=("configuration.managingAwsResource",),
    cloudformation=(
        Spelt(
            kind="AWS::ApiGatewayV2::Api",
            fields={"configuration.name": "Name", "configuration.protocolType": "ProtocolType"},
            refers={"ApiId": "apiId"},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_apigatewayv2_api",
            fields={"configuration.name": "name", "configuration.protocolType": "protocol_type"},
            refers={"id": "apiId"},
        ),
    ),
)

API_STAGE = ResourceType(
    name="AWS::ApiGatewayV2::Stage",
    id="stageName",
    unique=("ApiId", "stageName"),
    label="stageName",
    live=Call("apigatewayv2", "get_apis", "Items[]"),
    detail=Call("apigatewayv2", "get_stages", "Items[]", each={"ApiId": "ApiId"}),
    cloudformation=(
        Spelt(
            kind="AWS::ApiGatewayV2::Stage",
            fields={
                "configuration.stageName": "StageName",
                "configuration.accessLogSettings": "AccessLogSettings",
                "configuration.defaultRouteSettings": Given(form="default_route_settings"),
                "configuration.routeSettings": Given(
                    by="RouteSettings", default={}, form="route_settings"
                ),
            },
            refers={"Ref": "stageName"},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_apigatewayv2_stage",
            fields={
                "configuration.stageName": "name",
                "configuration.accessLogSettings": "access_log_settings",
                "configuration.defaultRouteSettings": Given(form="default_route_settings"),
                "configuration.routeSettings": Given(
                    by="route_settings", default={}, form="route_settings"
                ),
            },
            refers={"name": "stageName"},
        ),
    ),
)
