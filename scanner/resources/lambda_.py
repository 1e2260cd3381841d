"""Lambda: functions."""

from scanner.shape import Call, ResourceType

FUNCTION = ResourceType(
    name="AWS::Lambda::Function",
    id="functionName",
    live=Call("lambda", "list_functions", "Functions[]"),
    more={
        "Concurrency": Call(
            "lambda", "get_function_concurrency", each={"FunctionName": "FunctionName"}
        ),
        "Policy": Call("lambda", "get_policy", "Policy", each={"FunctionName": "FunctionName"}),
    },
    spelling="jackson",
    extra={"supplementaryConfiguration.Policy": "any"},  # JSON text, or what it says
)
