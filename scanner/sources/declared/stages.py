"""What stages of APIs say of their methods and routes, as API Gateway tells it: by path."""

from typing import Any, Final

from scanner.declared import Node, member
from scanner.sources.declared.blocks import elements, of_kinds, only, said, without_nulls
from scanner.sources.declared.mapping import About
from scanner.unresolved import Unresolved

_METHOD: Final = {
    "loggingLevel": "LoggingLevel",
    "metricsEnabled": "MetricsEnabled",
    "dataTraceEnabled": "DataTraceEnabled",
    "cachingEnabled": "CachingEnabled",
    "cacheDataEncrypted": "CacheDataEncrypted",
    "cacheTtlInSeconds": "CacheTtlInSeconds",
}
_ROUTE: Final = {
    "loggingLevel": ("LoggingLevel", "logging_level"),
    "dataTraceEnabled": ("DataTraceEnabled", "data_trace_enabled"),
    "detailedMetricsEnabled": ("DetailedMetricsEnabled", "detailed_metrics_enabled"),
}
_API: Final = "AWS::ApiGatewayV2::Api"


def method_settings(node: Node, about: About) -> Node:
    """The settings of a stage's methods, under "*/*" or "a~1b/GET" as API Gateway has them.

    https://docs.aws.amazon.com/apigateway/latest/api/API_Stage.html
    """
    made: dict[str, Any] = {}
    for each in elements(node):
        path, method = said(each, "ResourcePath").value, said(each, "HttpMethod").value
        if not isinstance(path, str) or not isinstance(method, str):
            return Node(Unresolved("the methods are known after deployment"), node.at)
        told = {ours: said(each, theirs) for ours, theirs in _METHOD.items()}
        made[f"{_escaped(path)}/{method}"] = Node(without_nulls(told), each.at)
    return Node({key: _of_kinds(each) for key, each in made.items()}, node.at)


def _escaped(path: str) -> str:
    return path.removeprefix("/").replace("/", "~1") if path != "/" else "~1"


def _of_kinds(node: Node) -> Node:
    return of_kinds(node, "AWS::ApiGateway::Stage", "configuration.methodSettings.*")


def default_route_settings(node: Node, about: About) -> Node:
    """How a stage logs what no route says otherwise; only a WebSocket API has a level of its own.

    https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages-stagename.html
    """
    block = said(node, "DefaultRouteSettings", "default_route_settings")
    if isinstance(only(block).value, Unresolved):
        return block
    told = {ours: said(block, *theirs) for ours, theirs in _ROUTE.items()}
    if told["loggingLevel"].value is None:
        told["loggingLevel"] = _level(node, about)
    whole = Node({name: each for name, each in told.items() if each.value is not None}, block.at)
    return of_kinds(whole, "AWS::ApiGatewayV2::Stage", "configuration.defaultRouteSettings")


def _level(node: Node, about: About) -> Node:
    """The level of a stage that names none, by the protocol of its API."""
    named = said(node, "ApiId", "api_id").value
    api = about.find(named, _API)
    if api is None:
        return Node(Unresolved("the protocol of its API decides, which is not declared here"))
    protocol = member(Node(api.properties), "ProtocolType", "protocol_type").value
    if isinstance(protocol, Unresolved):
        return Node(protocol)
    return Node("OFF" if protocol == "WEBSOCKET" else None)


def route_settings(node: Node, about: About) -> Node:
    """How single routes log, by the route's key."""
    if type(node.value) is dict:
        return Node({key: _route(each) for key, each in node.value.items()}, node.at)
    told = [(said(each, "route_key"), each) for each in elements(node)]
    if any(not isinstance(key.value, str) for key, _ in told):
        return Node(Unresolved("the routes are known after deployment"), node.at)
    return Node({key.value: _route(each) for key, each in told}, node.at)


def _route(node: Node) -> Node:
    if isinstance(node.value, Unresolved):
        return node
    return Node(
        without_nulls({ours: said(node, *names) for ours, names in _ROUTE.items()}), node.at
    )
