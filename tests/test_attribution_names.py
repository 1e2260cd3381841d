"""A culprit is found by whatever an event calls it: its id, its name or its ARN."""

import pytest

from scanner.attribution.culprit import Culprit, Fault
from scanner.attribution.histories import Histories
from tests.attributions import log, record

ACCOUNT = "111122223333"
HERE = f"eu-west-1:{ACCOUNT}"
KEY = f"arn:aws:kms:{HERE}:key/k-1"
BALANCER = f"arn:aws:elasticloadbalancing:{HERE}:loadbalancer/app/web/50dc"
SECRET = f"arn:aws:secretsmanager:{HERE}:secret:prod/db-AbCdEf"
TRAIL = f"arn:aws:cloudtrail:{HERE}:trail/main"


def touched(culprit, event):
    histories = Histories({"it": [culprit]})
    histories.add(log(event))
    return bool(histories.attribution("it").changes)


def of(type, id, name="", arn=""):
    return Culprit(type, id, name, arn, ACCOUNT, "eu-west-1")


GROUP = of("AWS::EC2::SecurityGroup", "sg-1", "web")
DATABASE = of("AWS::RDS::DBInstance", "db-A", "orders", f"arn:aws:rds:{HERE}:db:orders")
KEYED = of("AWS::KMS::Key", "k-1", "", KEY)
TRAILED = of("AWS::CloudTrail::Trail", "main", "main", TRAIL)
USER = of("AWS::IAM::User", "AIDA1", "alice", f"arn:aws:iam::{ACCOUNT}:user/alice")
POLICY = of("AWS::IAM::Policy", "ANPA1", "read", f"arn:aws:iam::{ACCOUNT}:policy/read")
BALANCED = of("AWS::ElasticLoadBalancingV2::LoadBalancer", BALANCER, "web", BALANCER)
SECRETIVE = of("AWS::SecretsManager::Secret", SECRET, "prod/db", SECRET)
GROUPED = of("AWS::Logs::LogGroup", "/app", "/app", f"arn:aws:logs:{HERE}:log-group:/app:*")
CALLED = [
    (GROUP, "ec2:AuthorizeSecurityGroupIngress", {"groupId": "sg-1"}, None),
    (GROUP, "ec2:AuthorizeSecurityGroupIngress", {"groupName": "web"}, None),
    (DATABASE, "rds:StopDBInstance", {"dBInstanceIdentifier": "Orders"}, None),
    (
        DATABASE,
        "rds:ModifyDBInstance",
        {"dBInstanceIdentifier": "formerly"},
        {"dBInstanceIdentifier": "formerly", "dbiResourceId": "db-A"},
    ),
    (KEYED, "kms:DisableKey", {"keyId": "k-1"}, None),
    (KEYED, "kms:DisableKey", {"keyId": KEY}, None),
    (TRAILED, "cloudtrail:StopLogging", {"name": "main"}, None),
    (TRAILED, "cloudtrail:StopLogging", {"name": TRAIL}, None),
    (of("AWS::CloudTrail::Trail", "main"), "cloudtrail:StopLogging", {"name": TRAIL}, None),
    (USER, "iam:PutUserPolicy", {"userName": "alice"}, None),
    (POLICY, "iam:CreatePolicyVersion", {"policyArn": POLICY.arn}, None),
    (POLICY, "iam:CreatePolicy", {"policyName": "read"}, {"policy": {"policyId": "ANPA1"}}),
    (BALANCED, "elasticloadbalancing:SetSecurityGroups", {"loadBalancerArn": BALANCER}, None),
    (SECRETIVE, "secretsmanager:RotateSecret", {"secretId": SECRET}, None),
    (SECRETIVE, "secretsmanager:RotateSecret", {"secretId": "prod/db"}, None),
    (
        GROUPED,
        "logs:PutDataProtectionPolicy",
        {"logGroupIdentifier": f"arn:aws:logs:{HERE}:log-group:/app"},
        None,
    ),
]


@pytest.mark.parametrize(("culprit", "event", "asked", "answered"), CALLED)
def test_a_culprit_is_found_by_each_of_its_names(culprit, event, asked, answered):
    assert touched(culprit, record(event, asked, answered))


@pytest.mark.parametrize(("culprit", "event", "asked", "answered"), CALLED)
def test_what_is_called_otherwise_is_another_one(culprit, event, asked, answered):
    def other(value):
        return {name: f"{each}x" for name, each in value.items()}

    answered = answered and {
        name: other(each) if type(each) is dict else f"{each}x" for name, each in answered.items()
    }
    assert not touched(culprit, record(event, other(asked), answered))


def test_a_database_that_was_made_again_under_its_name_is_not_the_culprit():
    again = {"dBInstanceIdentifier": "orders", "dbiResourceId": "db-B"}
    event = record("rds:ModifyDBInstance", {"dBInstanceIdentifier": "orders"}, again)
    assert not touched(DATABASE, event)


def test_an_alias_of_a_key_sets_nothing_in_it():
    fault = Fault("configuration.keyState", "Disabled")
    culprit = Culprit("AWS::KMS::Key", "k-1", arn=KEY, account=ACCOUNT, faults=(fault,))
    asked = {"aliasName": "alias/main", "targetKeyId": "k-1"}
    assert not touched(culprit, record("kms:UpdateAlias", asked, {"keyId": KEY}))
