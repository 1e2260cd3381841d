"""Lambda: functions."""

from scanner.shape import Call, Given, ResourceType, Spelt, camel, lowered

_PAGE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html"
_PROVIDER = "https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/website/docs/r/lambda_function.html.markdown"
_STATEMENTS = "supplementaryConfiguration.Policy"
_NOBODY = Given(by=None, default=None, alone=True)
_FREE = {"reservedConcurrentExecutions": None}
_DEFAULTS = {
    "architectures": ("Architectures", "architectures", ["x86_64"]),
    "memorySize": ("MemorySize", "memory_size", 128),
    "packageType": ("PackageType", "package_type", "Zip"),
    "timeout": ("Timeout", "timeout", 3),
    "tracingConfig": ("TracingConfig", "tracing_config", {"mode": "PassThrough"}),
}

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
    cloudformation=(
        Spelt(
            kind="AWS::Lambda::Function",
            fields={
                **lowered("FunctionName", "Role", "Runtime", "Handler", "Description"),
                **lowered("VpcConfig", "Environment", "DeadLetterConfig"),
                "configuration.kmskeyArn": "KmsKeyArn",
                **{
                    f"configuration.{name}": Given(by=by, default=default, source=_PAGE)
                    for name, (by, _, default) in _DEFAULTS.items()
                },
                "configuration.layers[].arn": Given(by="Layers", default=[]),
                "supplementaryConfiguration.Concurrency": Given(
                    by="ReservedConcurrentExecutions",
                    default=_FREE,
                    source=_PAGE,
                    form="concurrency",
                ),
                _STATEMENTS: _NOBODY,
            },
            refers={"Arn": "functionArn"},
        ),
        Spelt(
            kind="AWS::Lambda::Permission",
            part_of="FunctionName",
            fields={f"{_STATEMENTS}[+]": Given(form="invocation")},
        ),
    ),
    terraform=(
        Spelt(
            kind="aws_lambda_function",
            fields={
                **camel("function_name", "role", "runtime", "handler", "description"),
                **camel("vpc_config", "environment", "dead_letter_config"),
                "configuration.kmskeyArn": "kms_key_arn",
                **{
                    f"configuration.{name}": Given(by=by, default=default, source=_PROVIDER)
                    for name, (_, by, default) in _DEFAULTS.items()
                },
                "configuration.layers[].arn": Given(by="layers", default=[]),
                "supplementaryConfiguration.Concurrency": Given(
                    by="reserved_concurrent_executions",
                    default=_FREE,
                    source=_PROVIDER,
                    form="concurrency",
                ),
                _STATEMENTS: _NOBODY,
            },
            refers={"id": "functionName", "function_name": "functionName", "arn": "functionArn"},
        ),
        Spelt(
            kind="aws_lambda_permission",
            part_of="function_name",
            fields={f"{_STATEMENTS}[+]": Given(form="invocation")},
        ),
    ),
)
