"""API Gateway: APIs and their stages, both generations."""

from scanner.shape import Call, ResourceType

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
)

API = ResourceType(
    name="AWS::ApiGatewayV2::Api",
    id="apiId",
    label="name",
    arn="apigateway:{region}::/apis/{apiId}",
    live=Call("apigatewayv2", "get_apis", "Items[]"),
    extra={"configuration.managingAwsResource": "string"},
    unread=("configuration.managingAwsResource",),
)

API_STAGE = ResourceType(
    name="AWS::ApiGatewayV2::Stage",
    id="stageName",
    unique=("ApiId", "stageName"),
    label="stageName",
    live=Call("apigatewayv2", "get_apis", "Items[]"),
    detail=Call("apigatewayv2", "get_stages", "Items[]", each={"ApiId": "ApiId"}),
)
