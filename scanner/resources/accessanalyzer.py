"""IAM Access Analyzer: analyzers."""

from scanner.shape import cloud_controlled

ANALYZER = cloud_controlled(
    "AWS::AccessAnalyzer::Analyzer",
    id="Arn",
    label="AnalyzerName",
    arn="Arn",
    shape={
        **dict.fromkeys(("AnalyzerName", "Arn", "Type"), "string"),
        "AnalyzerConfiguration": "any",
        "ArchiveRules": [
            {
                "RuleName": "string",
                "Filter": [
                    {
                        "Property": "string",
                        "Exists": "boolean",
                        **{each: ["string"] for each in ("Contains", "Eq", "Neq")},
                    }
                ],
            }
        ],
        "Tags": [{"Key": "string", "Value": "string"}],
    },
    behind=(
        "access-analyzer:GetAnalyzer",
        "access-analyzer:ListAnalyzers",
        "access-analyzer:ListArchiveRules",
    ),
)
