"""Lambda: functions."""

from scanner.shape import Call, ResourceType

FUNCTION = ResourceType(
    name="AWS::Lambda::Function",
    id="functionName",
    label="functionName",
    arn="functionArn",
    live=Call("lambda", "list_functions", "Functions[]"),
    more={
        "Concurrency": Call(
            "lambda",
            "get_function_concurrency",
            each={"FunctionName": "FunctionName"},
            may_lack=True,
        ),
        "Policy": Call(
            "lambda",
            "get_policy",
            "Policy",
            each={"FunctionName": "FunctionName"},
            absent=("ResourceNotFoundException",),
        ),
        "tags": Call("lambda", "list_tags", "Tags", each={"Resource": "FunctionArn"}),
    },
    spelling="jackson",
    extra={"supplementaryConfiguration.Policy": "any"},  # JSON text, or what it says
)
