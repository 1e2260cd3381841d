"""Findings before a merge from run to run: the same fingerprint, and fixes that do fix."""

from pathlib import Path

import pytest
from proposals import RULES, at, outcome, repaired, rule

SAMPLES = Path(__file__).with_name("before_merge").resolve()
DECLARED = {each.name for each in SAMPLES.iterdir()}

# Fingerprints


def fingerprints(found):
    return [each["partialFingerprints"]["primaryLocationLineHash"] for each in found.results]


def every_failure(name):
    return sorted(SAMPLES.glob(f"*/{name}"))


@pytest.mark.parametrize("path", every_failure("fails.yaml"), ids=lambda each: each.parent.name)
def test_a_finding_is_the_same_after_lines_moved_above_it(path, tmp_path):
    (tmp_path / "infra.yaml").write_text(path.read_text())
    before = outcome(tmp_path / "infra.yaml", root=tmp_path)
    (tmp_path / "infra.yaml").write_text(f"# one\n# two\nDescription: three\n{path.read_text()}")
    after = outcome(tmp_path / "infra.yaml", root=tmp_path)
    assert fingerprints(before) == fingerprints(after) != []
    first = [each.location.line + 3 for each in before.findings if each.location.line]
    assert first == [each.location.line for each in after.findings if each.location.line]


@pytest.mark.parametrize(
    "path", every_failure("fails/main.tf"), ids=lambda each: each.parent.parent.name
)
def test_a_finding_in_source_is_the_same_after_lines_moved_above_it(path, tmp_path):
    (tmp_path / "main.tf").write_text(path.read_text())
    before = outcome(tmp_path, root=tmp_path)
    (tmp_path / "main.tf").write_text(f"# one\n\nlocals {{\n  two = 2\n}}\n\n{path.read_text()}")
    after = outcome(tmp_path, root=tmp_path)
    assert fingerprints(before) == fingerprints(after) != []


def test_no_two_findings_have_the_same_fingerprint():
    found = fingerprints(outcome(SAMPLES, root=SAMPLES))
    assert len(found) == len(set(found)) > 50


def test_the_same_resource_in_two_files_has_two_fingerprints(tmp_path):
    text = (SAMPLES / "cloudtrail-log-validation" / "fails.yaml").read_text()
    for name in ("one.yaml", "two.yaml"):
        (tmp_path / name).write_text(text)
    found = fingerprints(outcome(tmp_path, root=tmp_path, rules=rule("cloudtrail-log-validation")))
    assert len(set(found)) == 2


# Fixes

FIXED = {each.id: each.replacement for each in RULES if each.replacement is not None}
SAMPLE = [
    ("cloudtrail-log-validation", "fails.yaml"),
    ("cloudtrail-log-validation", "fails/main.tf"),
    ("rds-not-public", "fails.yaml"),
    ("rds-not-public", "fails/main.tf"),
]
TRAIL = "Resources: {T: {Type: AWS::CloudTrail::Trail, Properties: {IsLogging: true, IsMultiRegionTrail: %s}}}\n"
SOURCE = 'resource "aws_cloudtrail" "t" {\n  is_multi_region_trail = %s\n}\n'
WRITTEN = {
    "a text": ("t.yaml", TRAIL % '"no"'),
    "a parameter": (
        "t.yaml",
        TRAIL % "!Ref P" + "Parameters: {P: {Type: String, Default: false}}\n",
    ),
    "a branch": ("t.yaml", TRAIL % "!If [C, false, true]" + "Conditions: {C: !Equals [a, a]}\n"),
    "a mapping": ("t.yaml", TRAIL % "!FindInMap [M, a, b]" + "Mappings: {M: {a: {b: false}}}\n"),
    "an alias": ("t.yaml", "Metadata: {Off: &off false}\n" + TRAIL % "*off"),
    "JSON": (
        "t.json",
        '{"Resources": {"T": {"Type": "AWS::CloudTrail::Trail", "Properties": {"IsMultiRegionTrail": "false"}}}}',
    ),
    "HCL's text": ("t.tf", SOURCE % '"false" # one is enough'),
    "a variable": ("t.tf", SOURCE % "var.all" + 'variable "all" {\n  default = false\n}\n'),
    "an expression": ("t.tf", SOURCE % "1 == 2 ? true : false"),
}


def assert_fixed(rule_id, path):
    """The rule fails, and passes once the fix that it offers is made."""
    before = outcome(path, root=path.parent, rules=rule(rule_id))
    assert before.status == 1
    [result] = before.results
    path.write_text(repaired(path.read_text(), result))
    after = outcome(path, root=path.parent, rules=rule(rule_id))
    assert (after.status, after.verdict(rule_id)) == (0, "pass")


FAMILIES = Path(__file__).with_name("families").resolve()
SAID_NOTHING = {
    "apigateway-xray": ("AWS::ApiGateway::Stage", "TracingEnabled: false"),
    "dynamodb-deletion-protection": ("AWS::DynamoDB::Table", "DeletionProtectionEnabled: false"),
    "kms-key-rotation": ("AWS::KMS::Key", "EnableKeyRotation: false"),
    "rds-cluster-deletion-protection": ("AWS::RDS::DBCluster", "DeletionProtection: false"),
    "rds-cluster-iam-authentication": (
        "AWS::RDS::DBCluster",
        "Engine: aurora-mysql, EnableIAMDatabaseAuthentication: false",
    ),
    "rds-deletion-protection": ("AWS::RDS::DBInstance", "DeletionProtection: false"),
    "rds-iam-authentication": (
        "AWS::RDS::DBInstance",
        "Engine: mysql, EnableIAMDatabaseAuthentication: false",
    ),
    "s3-bucket-public-access-block": (
        "AWS::S3::Bucket",
        "PublicAccessBlockConfiguration: {BlockPublicAcls: false, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true}",
    ),
}
"""Rules whose samples leave the setting out, with a type and properties that say the wrong one."""
OF_FAMILIES = sorted(FIXED.keys() - DECLARED - SAID_NOTHING.keys())


@pytest.mark.parametrize(("rule_id", "declared"), SAID_NOTHING.items(), ids=SAID_NOTHING)
def test_a_fix_makes_the_rule_pass_where_a_setting_is_wrong(rule_id, declared, tmp_path):
    path = tmp_path / "t.yaml"
    kind, said = declared
    path.write_text(f"Resources: {{T: {{Type: {kind}, Properties: {{{said}}}}}}}\n")
    assert_fixed(rule_id, path)


@pytest.mark.parametrize("rule_id", OF_FAMILIES)
def test_a_family_has_a_failure_whose_fix_makes_the_rule_pass(rule_id, tmp_path):
    mended = 0
    for path in (*FAMILIES.glob("*/fails*.yaml"), *FAMILIES.glob("*/fails*/main.tf")):
        file = tmp_path / path.name
        file.write_text(path.read_text())
        found = outcome(file, root=tmp_path, rules=rule(rule_id))
        for result in found.results:
            if "fixes" in result:
                file.write_text(repaired(path.read_text(), result))
                mended += 1
                assert_passes(rule_id, result, outcome(file, root=tmp_path, rules=rule(rule_id)))
        file.unlink()
    assert mended


def assert_passes(rule_id, result, after):
    """The rule passes on the resource that a result was about."""
    called = result["locations"][0]["logicalLocations"][0]["name"]
    (finding,) = [each for each in after.findings if each.resource.id == called]
    assert (finding.rule.id, str(finding.verdict)) == (rule_id, "pass")


@pytest.mark.parametrize(("rule_id", "name"), SAMPLE)
def test_a_fix_makes_the_rule_pass(rule_id, name, tmp_path):
    path = tmp_path / Path(name).name
    path.write_text((SAMPLES / rule_id / name).read_text())
    assert_fixed(rule_id, path)


@pytest.mark.parametrize(("name", "text"), WRITTEN.values(), ids=WRITTEN)
def test_a_fix_makes_the_rule_pass_however_the_value_is_written(name, text, tmp_path):
    (tmp_path / name).write_text(text)
    assert_fixed("cloudtrail-multi-region", tmp_path / name)


def test_a_fix_leaves_an_anchor_where_it_is(tmp_path):
    (tmp_path / "t.yaml").write_text(TRAIL % "&off false" + "Metadata: {Off: *off}\n")
    assert_fixed("cloudtrail-multi-region", tmp_path / "t.yaml")


@pytest.mark.parametrize("rule_id", sorted(DECLARED - FIXED.keys()))
def test_a_rule_without_a_replacement_offers_no_fix(rule_id):
    assert not [
        each
        for each in outcome(SAMPLES / rule_id / "fails.yaml", rules=rule(rule_id)).results
        if "fixes" in each
    ]


def test_what_is_not_said_has_no_literal_to_replace():
    found = outcome(
        SAMPLES / "cloudtrail-multi-region" / "fails.yaml",
        root=SAMPLES,
        rules=rule("cloudtrail-multi-region"),
    )
    [another] = [each for each in found.results if at(each, SAMPLES) == "Another"]
    assert "fixes" not in another


def test_a_plan_alone_has_no_text_to_replace():
    path = SAMPLES / "cloudtrail-log-validation" / "fails" / "plan.json"
    [result] = outcome(path, rules=rule("cloudtrail-log-validation")).results
    assert "fixes" not in result
