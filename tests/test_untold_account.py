"""What a pull request says of its account, Region and partition without telling which they are."""

import pytest
from proposals import NOW, outcome, rule

from scanner import sources
from scanner.scan import needs_of, scanned
from scanner.sources.deployment import Deployment
from scanner.sources.reach import Reach

DECIDED = (
    "kms-key-policy-not-public",
    "cloudtrail-key-encryption",
    "cloudtrail-key-readers",
    "cloudtrail-bucket-writers",
    "cloudtrail-bucket-readers",
    "cloudtrail-bucket-not-public",
    "s3-bucket-no-foreign-administration",
    "s3-bucket-tls-only",
    "sns-topic-policy-not-public",
)

PASSES = dict.fromkeys(DECIDED, "pass")

TEMPLATE = """
Parameters:
  TrailName: {Type: String}
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: {AWS: !Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:root"}
            Action: kms:*
            Resource: "*"
          - Effect: Allow
            Principal: {Service: cloudtrail.amazonaws.com}
            Action: kms:GenerateDataKey*
            Resource: "*"
            Condition: {StringEquals: {aws:SourceArn: !Sub "TRAIL"}}
  Topic: {Type: AWS::SNS::Topic}
  TopicPolicy:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref Topic]
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: {Service: cloudtrail.amazonaws.com}
            Action: sns:Publish
            Resource: !Ref Topic
            Condition: {StringEquals: {aws:SourceAccount: !Ref AWS::AccountId}}
  Bucket:
    Type: AWS::S3::Bucket
    Properties: {BucketName: !Sub "logs-${AWS::AccountId}"}
  BucketPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Bucket
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: {Service: cloudtrail.amazonaws.com}
            Action: s3:PutObject
            Resource: !Sub "${Bucket.Arn}/AWSLogs/${AWS::AccountId}/*"
            Condition: {StringEquals: {aws:SourceArn: !Sub "TRAIL"}}
          - Effect: Deny
            Principal: "*"
            Action: s3:*
            Resource: [!GetAtt Bucket.Arn, !Sub "${Bucket.Arn}/*"]
            Condition: {Bool: {aws:SecureTransport: false}}
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties: {S3BucketName: !Ref Bucket, KMSKeyId: !GetAtt Key.Arn, IsLogging: true}
"""
OWN = "arn:aws:cloudtrail:${AWS::Region}:${AWS::AccountId}:trail/${TrailName}"
ANOTHERS = "arn:aws:cloudtrail:${AWS::Region}:444455556666:trail/${TrailName}"

SOURCE = """
data "aws_caller_identity" "here" {}
data "aws_iam_policy_document" "key" {
  statement {
    actions   = ["kms:*"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${data.aws_caller_identity.here.account_id}:root"]
    }
  }
}
resource "aws_kms_key" "log" { policy = data.aws_iam_policy_document.key.json }
resource "aws_cloudtrail" "main" {
  s3_bucket_name = "logs"
  kms_key_id     = aws_kms_key.log.arn
}
"""


def verdicts(tmp_path, **files):
    for name, text in files.items():
        (tmp_path / name.replace("_", ".")).write_text(text)
    found = outcome(tmp_path, rules=rule(*DECIDED), sarif=False)
    return {id: found.verdict(id) for id in DECIDED}


def test_the_policies_that_aws_shows_for_a_trail_are_decided_without_its_account(tmp_path):
    named = OWN.replace("${TrailName}", "main")
    assert verdicts(tmp_path, stack_yaml=TEMPLATE.replace("TRAIL", named)) == PASSES


def test_a_trail_of_which_only_the_account_is_sure_lets_no_outsider_in(tmp_path):
    found = verdicts(tmp_path, stack_yaml=TEMPLATE.replace("TRAIL", OWN))
    assert found == {**PASSES, "cloudtrail-key-encryption": "unknown"}  # for some trail: for ours?


def test_a_trail_of_another_account_may_be_that_of_the_deployment(tmp_path):
    found = verdicts(tmp_path, stack_yaml=TEMPLATE.replace("TRAIL", ANOTHERS))
    assert found["kms-key-policy-not-public"] == "pass"
    assert found["cloudtrail-bucket-writers"] == "unknown"


def test_the_account_that_terraform_is_signed_in_to_is_that_of_its_resources(tmp_path):
    found = verdicts(tmp_path, main_tf=SOURCE)
    assert found["kms-key-policy-not-public"] == found["cloudtrail-key-readers"] == "pass"


@pytest.mark.parametrize("account", ["", "111122223333"])
def test_it_is_the_same_with_an_account_that_is_told(tmp_path, account):
    (tmp_path / "main.tf").write_text(SOURCE)
    rules, where = rule("cloudtrail-key-readers"), Deployment(account=account)
    needs = needs_of(rules)
    given = list(sources.read([str(tmp_path)], needs, Reach(), deployment=where))
    with scanned(rules, given, clock=lambda: NOW) as scan:
        assert [str(each.verdict) for each in scan.findings] == ["pass"]
