import json
import os
import signal
import socket
import threading
import time
from contextlib import contextmanager

import boto3
import pytest
from aws import ACCOUNT, aws, client, denied, denied_xml, emptied, environment, session

from scanner.check.strangers import strange_fields
from scanner.fields import document_shape
from scanner.model import Coverage, Item, Needs, Problem, SourceUse
from scanner.sources.calling import MARKER
from scanner.sources.clients import Clients, Pace
from scanner.sources.live import Entered, read_account, read_accounts
from scanner.sources.plan import collections, declared
from scanner.sources.pool import Pool, Task
from scanner.sources.spot import Spot

TRAIL = "AWS::CloudTrail::Trail"
GROUP = "AWS::EC2::SecurityGroup"
KEY = "AWS::KMS::Key"
BUCKET = "AWS::S3::Bucket"
STATUS = "supplementaryConfiguration.TrailStatus"
HERE, THERE = "us-east-1", "eu-west-1"


@pytest.fixture(scope="module")
def server():
    with aws() as url:
        yield url


@pytest.fixture
def empty(server):
    emptied(server)
    return server


def reading(*types, regions=(HERE, THERE), of=None, attempts=2, **fields):
    """What reading some types gives; `fields` by type, else everything."""
    needs = Needs({each: fields.get(each) for each in types})
    with Pool(Clients(attempts=attempts)) as pool:
        return list(read_account(of or boto3.Session(), ACCOUNT, regions, collections(needs), pool))


def items(found):
    return [each for each in found if isinstance(each, Item)]


def problems(found):
    return [each for each in found if isinstance(each, Problem)]


def covered(found):
    return {(place, kind) for each in found if isinstance(each, Coverage)
            for place in [each.place[1]] for kind in each.types}  # fmt: skip


def only(found):
    [item] = items(found)
    return json.loads(item.text)


def trail(name="main", region=HERE, multi=True):
    client("s3").create_bucket(Bucket=f"logs-of-{name}")
    made = client("cloudtrail", region).create_trail(
        Name=name, S3BucketName=f"logs-of-{name}", IsMultiRegionTrail=multi
    )
    client("cloudtrail", region).start_logging(Name=name)
    return made["TrailARN"]


def test_an_empty_account_is_covered_and_has_nothing(empty):
    found = reading(TRAIL)
    assert items(found) == []
    assert problems(found) == []
    assert covered(found) == {(HERE, TRAIL), (THERE, TRAIL)}
    assert [each for each in found if isinstance(each, SourceUse)] == [
        SourceUse("aws", f"aws://{ACCOUNT}", items=0)
    ]


def test_a_trail_is_read_with_its_status_and_selectors(empty):
    arn = trail()
    document = only(reading(TRAIL))
    assert document["resourceId"] == document["resourceName"] == "main"
    assert document["arn"] == arn
    assert document["awsRegion"] == HERE
    assert document["configuration"]["isMultiRegionTrail"] is True
    assert document["supplementaryConfiguration"]["TrailStatus"]["isLogging"] is True
    assert document["tags"] == {}


def test_shadows_of_a_trail_are_one_trail_at_home(empty):
    trail(region=THERE)
    assert [item.region for item in items(reading(TRAIL, regions=(HERE, THERE)))] == [THERE]


def test_a_trail_from_a_region_that_is_not_scanned_is_read_in_the_first_that_has_it(empty):
    trail(region="ap-southeast-2")
    found = reading(TRAIL, regions=(HERE, THERE))
    assert [item.region for item in items(found)] == [THERE]


def test_a_trail_whose_home_region_refuses_is_read_from_its_shadow(empty):
    trail(region=HERE)
    shadow = client("cloudtrail", THERE).describe_trails()["trailList"]
    assert [each["HomeRegion"] for each in shadow] == [HERE]
    found = reading(TRAIL, of=only_in(HERE, "DescribeTrails", denied()))
    assert [item.region for item in items(found)] == [THERE]
    assert [each.place for each in problems(found)] == [(ACCOUNT, HERE)]
    assert covered(found) == {(THERE, TRAIL)}


def only_in(region, operation, answer):
    """A session in which an operation is answered so in one Region."""
    made = session()
    said = session(**{operation: answer})

    def here(request, **about):
        if f"/{region}/" in str(request.headers.get("Authorization")):
            return said.events.emit_until_response(about["event_name"], request=request)[1]
        return None

    made.events.register("before-send", here)
    return made


def test_a_refused_list_is_a_problem_and_no_coverage(empty):
    found = reading(TRAIL, KEY, regions=(HERE,), of=session(DescribeTrails=denied("x:Y")))
    assert problems(found) == [
        Problem(
            f"aws://{ACCOUNT}/{HERE}",
            "cloudtrail:DescribeTrails: AccessDeniedException: User: arn:aws:iam::123456789012:"
            "user/auditor is not authorized to perform: x:Y",
            frozenset({TRAIL}),
            (ACCOUNT, HERE),
        )
    ]
    assert covered(found) == {(HERE, KEY)}


def test_a_place_where_all_is_refused_is_a_place_still(empty):
    found = reading(TRAIL, regions=(HERE,), of=session(DescribeTrails=denied()))
    assert (ACCOUNT, HERE) in {each.place for each in found if isinstance(each, Coverage)}


def test_a_refused_further_call_leaves_exactly_its_value_unknown(empty):
    trail()
    document = only(reading(TRAIL, of=session(GetTrailStatus=denied())))
    more = document["supplementaryConfiguration"]
    assert more["TrailStatus"] == {
        "$unresolved": f"cloudtrail:GetTrailStatus in {ACCOUNT}/{HERE}: AccessDeniedException"
    }
    assert "$unresolved" not in json.dumps([more["EventSelectors"], document["configuration"]])


def test_only_what_rules_read_is_asked_for(empty):
    trail()
    asked = []
    of = session()
    of.events.register("before-call", lambda event_name, **_: asked.append(event_name))
    found = reading(TRAIL, regions=(HERE,), of=of, **{TRAIL: frozenset({STATUS})})
    assert only(found)["supplementaryConfiguration"].keys() == {"TrailStatus"}
    assert sorted(asked) == [
        "before-call.cloudtrail.DescribeTrails",
        "before-call.cloudtrail.GetTrailStatus",
    ]


@pytest.mark.parametrize("body", [b"", b"<<not a response>>", b"{}", b"[]", b"null", b'{"trailL'])
def test_http_200_without_an_answer_is_a_failed_read(empty, body):
    found = reading(TRAIL, regions=(HERE,), of=session(DescribeTrails=(200, body)))
    assert [each.types for each in problems(found)] == [{TRAIL}]
    assert covered(found) == set()


@pytest.mark.parametrize("body", [b"", b"<<not a response>>", b"<html><body/></html>", b"{}"])
def test_http_200_without_an_answer_makes_no_setting_of_a_bucket_known(empty, body):
    client("s3").create_bucket(Bucket="a-bucket")
    operations = {call.operation for call in declared()[BUCKET].more.values()}
    names = {client("s3").meta.method_to_api_mapping[each] for each in operations}
    of = session(**dict.fromkeys(names, (200, body)))
    settings = only(reading(BUCKET, regions=(HERE,), of=of))["supplementaryConfiguration"]
    known = {name for name, value in settings.items() if "$unresolved" not in (value or {})}
    assert known == set()


def test_a_refused_second_page_is_a_refused_list(empty):
    first = {"Keys": [], "NextMarker": "more", "Truncated": True}
    found = reading(KEY, regions=(HERE,), of=session(ListKeys=[(200, first), denied()]))
    assert [each.types for each in problems(found)] == [{KEY}]
    assert covered(found) == set()


def test_every_page_is_read(empty):
    keys = [client("kms").create_key()["KeyMetadata"]["KeyId"] for _ in range(2)]
    pages = [
        (200, {"Keys": [{"KeyId": keys[0]}], "NextMarker": "more", "Truncated": True}),
        (200, {"Keys": [{"KeyId": keys[1]}], "Truncated": False}),
    ]
    found = reading(KEY, regions=(HERE,), of=session(ListKeys=pages))
    assert sorted(item.id for item in items(found)) == sorted(keys)


def test_a_key_has_its_policy_as_text_and_its_rotation_as_a_boolean(empty):
    made = client("kms").create_key(Tags=[{"TagKey": "team", "TagValue": "red"}])["KeyMetadata"]
    document = only(reading(KEY, regions=(HERE,)))
    assert document["resourceId"] == made["KeyId"]
    assert document["arn"] == made["Arn"]
    assert document["configuration"]["awsaccountId"] == ACCOUNT
    assert document["configuration"]["creationDate"].endswith("Z")
    assert document["supplementaryConfiguration"]["KeyRotationStatus"] is False
    assert json.loads(document["supplementaryConfiguration"]["Policy"])["Version"] == "2012-10-17"
    assert document["tags"] == {"team": "red"}


def test_a_key_that_may_not_be_described_is_an_item_of_which_the_list_tells_all(empty):
    made = client("kms").create_key()["KeyMetadata"]
    document = only(reading(KEY, regions=(HERE,), of=session(DescribeKey=denied())))
    why = {"$unresolved": f"kms:DescribeKey in {ACCOUNT}/{HERE}: AccessDeniedException"}
    assert document["resourceId"] == document["configuration"]["keyId"] == made["KeyId"]
    assert document["configuration"]["keyState"] == why
    assert document["supplementaryConfiguration"]["KeyRotationStatus"] is False


def test_a_security_group_has_its_addresses_in_both_forms(empty):
    ec2 = client("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    group = ec2.create_security_group(GroupName="web", Description="d", VpcId=vpc)["GroupId"]
    everybody = [{"CidrIp": "0.0.0.0/0", "Description": "all"}]
    rule = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": everybody}
    ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[rule])
    ec2.create_tags(Resources=[group], Tags=[{"Key": "team", "Value": "blue"}])
    found = {item.id: json.loads(item.text) for item in items(reading(GROUP, regions=(HERE,)))}
    [permission] = found[group]["configuration"]["ipPermissions"]
    assert permission["ipRanges"] == ["0.0.0.0/0"]
    assert permission["ipv4Ranges"] == [{"cidrIp": "0.0.0.0/0", "description": "all"}]
    assert found[group]["tags"] == {"team": "blue"}
    assert found[group]["arn"] == f"arn:aws:ec2:{HERE}:{ACCOUNT}:security-group/{group}"
    assert found[group]["resourceName"] == "web"


def test_a_bucket_is_read_in_its_own_region_in_the_forms_of_aws_config(empty):
    s3 = client("s3", THERE)
    s3.create_bucket(Bucket="in-ireland", CreateBucketConfiguration={"LocationConstraint": THERE})
    s3.put_bucket_versioning(Bucket="in-ireland", VersioningConfiguration={"Status": "Enabled"})
    s3.put_bucket_tagging(
        Bucket="in-ireland", Tagging={"TagSet": [{"Key": "team", "Value": "red"}]}
    )
    s3.put_bucket_acl(Bucket="in-ireland", ACL="public-read")
    s3.put_bucket_encryption(
        Bucket="in-ireland",
        ServerSideEncryptionConfiguration={
            "Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}]
        },
    )
    document = only(reading(BUCKET))
    assert document["awsRegion"] == THERE
    assert document["arn"] == "arn:aws:s3:::in-ireland"
    assert document["tags"] == {"team": "red"}
    more = document["supplementaryConfiguration"]
    assert more["BucketVersioningConfiguration"]["status"] == "Enabled"
    assert more["BucketPolicy"] == {"policyText": None}
    assert more["PublicAccessBlockConfiguration"] is None
    assert {"grantee": "AllUsers", "permission": "Read"} in more["AccessControlList"]["grantList"]
    [rule] = more["ServerSideEncryptionConfiguration"]["rules"]
    assert rule["applyServerSideEncryptionByDefault"]["sseAlgorithm"] == "AES256"


def test_pending_subscriptions_are_told_from_one_another(empty):
    topic = "arn:aws:sns:us-east-1:123456789012:alerts"
    rows = "".join(
        f"<member><TopicArn>{topic}</TopicArn><Protocol>email</Protocol><Owner>{ACCOUNT}</Owner>"
        f"<SubscriptionArn>PendingConfirmation</SubscriptionArn><Endpoint>{who}</Endpoint></member>"
        for who in ("a@example.com", "b@example.com")
    )
    body = (
        "<ListSubscriptionsResponse><ListSubscriptionsResult><Subscriptions>"
        f"{rows}</Subscriptions></ListSubscriptionsResult></ListSubscriptionsResponse>"
    )
    of = session(ListSubscriptions=(200, body.encode()))
    found = items(reading("AWS::SNS::Subscription", regions=(HERE,), of=of))
    assert sorted(item.id for item in found) == [
        f"{topic}|email|a@example.com",
        f"{topic}|email|b@example.com",
    ]


def test_what_aws_gives_the_same_id_is_told_apart_by_its_arn(empty):
    rds = client("rds")
    for name in ("one", "two"):  # the server gives every database the same DbiResourceId
        rds.create_db_instance(
            DBInstanceIdentifier=name, Engine="mysql", DBInstanceClass="db.t3.micro"
        )
    found = items(reading("AWS::RDS::DBInstance", regions=(HERE,)))
    assert len({item.id for item in found}) == 2
    assert {item.document()["resourceName"] for item in found} == {"one", "two"}


def test_global_types_are_read_once_an_account(empty):
    client("iam").create_user(UserName="alice")
    found = reading("AWS::IAM::User")
    assert [item.place for item in items(found)] == [(ACCOUNT, "global")]
    assert only(found)["supplementaryConfiguration"]["LoginProfile"] is None


def test_facts_of_the_account_are_read_where_a_rule_reads_them(empty):
    wanted = {"AWS::::Account": frozenset({"configuration.passwordPolicy"})}
    assert only(reading("AWS::::Account", **wanted))["configuration"]["passwordPolicy"] is None
    client("iam").update_account_password_policy(MinimumPasswordLength=14)
    policy = only(reading("AWS::::Account", **wanted))["configuration"]["passwordPolicy"]
    assert policy["minimumPasswordLength"] == 14
    document = only(reading("AWS::::Account"))
    assert document["configuration"]["accountSummary"]["Users"] == 0
    assert "$unresolved" in document["configuration"]["alternateContacts"]


def test_an_account_without_a_block_of_public_access_has_it_off(empty):
    error = b"<Error><Code>NoSuchPublicAccessBlockConfiguration</Code><Message/></Error>"
    of = session(GetPublicAccessBlock=(404, error))
    document = only(reading("AWS::S3::AccountPublicAccessBlock", of=of))
    assert document["resourceId"] == ACCOUNT
    assert document["configuration"] == dict.fromkeys(
        ("blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"),
        False,
    )


@pytest.mark.parametrize("answer", [denied_xml("UnauthorizedOperation"), (200, b"<html/>")])
def test_ec2_may_refuse_or_talk_nonsense(empty, answer):
    found = reading(GROUP, regions=(HERE,), of=session(DescribeSecurityGroups=answer))
    assert [each.types for each in problems(found)] == [{GROUP}]


def test_throttling_to_the_end_is_a_refusal_and_once_is_none(empty):
    slow = (400, {"__type": "ThrottlingException", "message": "Rate exceeded"})
    found = reading(TRAIL, regions=(HERE,), of=session(DescribeTrails=slow))
    assert "ThrottlingException" in problems(found)[0].what
    assert problems(reading(TRAIL, regions=(HERE,), of=session(DescribeTrails=[slow]))) == []


def test_secrets_in_a_message_of_aws_are_left_out(empty):
    text = "The signature does not match. The Canonical String for this request was\nx-amz: SECRET"
    answer = (403, {"__type": "SignatureDoesNotMatch", "message": text})
    found = reading(TRAIL, regions=(HERE,), of=session(DescribeTrails=answer))
    assert problems(found)[0].what.endswith("The signature does not match.")


def test_many_accounts_are_read_at_once_and_each_has_its_own_clients(empty):
    wanted = collections(Needs({TRAIL: None}))
    with Pool(Clients(attempts=2), max_workers=2) as pool:
        names = [f"{each:012}" for each in range(1, 6)]
        entered = [Entered(boto3.Session(), each, (HERE, THERE)) for each in names]
        found = list(read_accounts(entered, wanted, pool))
        assert pool.clients.calls == 10
    places = {each.place for each in found if isinstance(each, Coverage) and each.types}
    assert places == {(name, region) for name in names for region in (HERE, THERE)}


def test_an_organizations_trail_is_one_trail_in_a_member_account(empty):
    arn = "arn:aws:cloudtrail:us-east-1:999999999999:trail/all"
    seen = {"Name": "all", "TrailARN": arn, "HomeRegion": HERE, "IsOrganizationTrail": True}
    of = session(DescribeTrails=(200, {"trailList": [seen]}), GetTrailStatus=denied())
    document = only(reading(TRAIL, of=of, **{TRAIL: frozenset({STATUS})}))
    assert document["arn"] == arn
    assert document["accountId"] == ACCOUNT
    assert document["configuration"]["isOrganizationTrail"] is True
    assert "$unresolved" in document["supplementaryConfiguration"]["TrailStatus"]


def test_a_user_has_the_own_row_of_the_credential_report(empty):
    for name in ("alice", "bob"):
        client("iam").create_user(UserName=name)
    asked = []
    of = session()
    of.events.register("after-call.iam.GetCredentialReport", lambda **_: asked.append(1))
    wanted = {"AWS::IAM::User": frozenset({"supplementaryConfiguration.CredentialReport"})}
    found = items(reading("AWS::IAM::User", of=of, **wanted))
    rows = [item.document()["supplementaryConfiguration"]["CredentialReport"] for item in found]
    assert sorted(row["user"] for row in rows) == ["alice", "bob"]
    assert [row["mfa_active"] for row in rows] == [False, False]
    assert len(asked) == 1


def test_a_credential_report_that_may_not_be_made_is_unknown(empty):
    client("iam").create_user(UserName="alice")
    wanted = {"AWS::IAM::User": frozenset({"supplementaryConfiguration.CredentialReport"})}
    of = session(GenerateCredentialReport=denied_xml())
    document = only(reading("AWS::IAM::User", of=of, **wanted))
    assert document["supplementaryConfiguration"]["CredentialReport"] == {
        "$unresolved": f"iam:GenerateCredentialReport in {ACCOUNT}/global: AccessDenied"
    }


def test_an_answer_that_is_cut_off_is_a_failed_read():
    text = b'HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"trailList": []'
    with answering(text) as url, environment(url):
        found = reading(TRAIL, regions=(HERE,))
    assert [each.types for each in problems(found)] == [{TRAIL}]
    assert covered(found) == set()


@contextmanager
def answering(text):
    """A server that says the same to everybody and hangs up."""

    def serve():
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            with connection:
                connection.recv(65536)
                connection.sendall(text)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        listening.shutdown(socket.SHUT_RDWR)


def test_a_service_that_a_region_lacks_is_no_problem_but_a_host_that_is_gone_is(server):
    clients = Clients()
    here = Spot(boto3.Session(), ACCOUNT, HERE, "aws", clients)
    assert not here.lacks("cloudtrail")
    assert not Spot(boto3.Session(), ACCOUNT, "global", "aws", clients).lacks("iam")
    new = Spot(boto3.Session(), ACCOUNT, "xx-new-1", "aws", clients)
    assert not new.lacks("cloudtrail")  # botocore knows nothing of it, but its host is there


def test_a_mistake_of_ours_flies():
    def broken():
        raise ZeroDivisionError

    with Pool() as pool, pytest.raises(ZeroDivisionError):
        list(pool.run([Task((ACCOUNT, HERE), TRAIL, broken)]))


LACKED = {
    "AWS::AccessAnalyzer::Analyzer": "Cloud Control: see test_cloudcontrol.py",
    "AWS::Backup::BackupVault": "Cloud Control",
    "AWS::CloudTrail::EventDataStore": "Cloud Control",
    "AWS::GuardDuty::Detector": "Cloud Control",
    "AWS::NetworkFirewall::FirewallPolicy": "not implemented",
    "AWS::S3::AccountPublicAccessBlock": "its host is a name below the server's",
    "AWS::SSM::AssociationCompliance": "not implemented",
    "AWS::SSM::ManagedInstanceInventory": "not implemented",
    "AWS::SSM::PatchCompliance": "not implemented",
}
"""What the server does not play."""

GAPS = {"GetInstanceMetadataDefaults", "GetEbsDefaultKmsKeyId", "DescribeDeliveryChannelStatus"}
GAPS |= {"ListAnalyzers", "GetCredentialReport"}  # its report has no root user
GAPS |= {"GetSnapshotBlockPublicAccessState"}
"""Operations that the server does not play, or not as AWS does."""


@pytest.fixture(scope="module")
def everything():
    with aws():
        furnish()
        yield reading(*sorted(declared().keys() - LACKED.keys()), regions=(HERE,), attempts=1)


def furnish():
    """At least one of many types."""
    trail()
    client("kms").create_key()
    ec2, rds = client("ec2"), client("rds")
    vpc = ec2.describe_vpcs()["Vpcs"][0]["VpcId"]
    subnets = [each["SubnetId"] for each in ec2.describe_subnets()["Subnets"]]
    ec2.create_internet_gateway()
    ec2.create_flow_logs(
        ResourceType="VPC", ResourceIds=[vpc], TrafficType="ALL", LogDestinationType="s3",
        LogDestination="arn:aws:s3:::logs-of-main",
    )  # fmt: skip
    ec2.create_vpc_endpoint(VpcId=vpc, ServiceName="com.amazonaws.us-east-1.s3")
    ec2.create_managed_prefix_list(
        PrefixListName="p", MaxEntries=2, AddressFamily="IPv4", Entries=[{"Cidr": "10.0.0.0/8"}]
    )
    ec2.run_instances(ImageId="ami-12345678", MinCount=1, MaxCount=1)
    rds.create_db_subnet_group(
        DBSubnetGroupName="g", DBSubnetGroupDescription="d", SubnetIds=subnets
    )
    rds.create_db_instance(
        DBInstanceIdentifier="db", Engine="mysql", DBInstanceClass="db.t3.micro",
        DBSubnetGroupName="g", AllocatedStorage=20, MasterUsername="u", MasterUserPassword="x" * 9,
    )  # fmt: skip
    rds.create_db_snapshot(DBSnapshotIdentifier="s", DBInstanceIdentifier="db")
    rds.create_db_cluster(
        DBClusterIdentifier="c", Engine="aurora-mysql", MasterUsername="u",
        MasterUserPassword="x" * 9,
    )  # fmt: skip
    rds.create_db_cluster_snapshot(DBClusterSnapshotIdentifier="cs", DBClusterIdentifier="c")
    elb = client("elbv2").create_load_balancer(Name="lb", Subnets=subnets[:2])["LoadBalancers"]
    client("elbv2").create_listener(
        LoadBalancerArn=elb[0]["LoadBalancerArn"], Protocol="HTTP", Port=80,
        DefaultActions=[{"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "404"}}],
    )  # fmt: skip
    client("elb").create_load_balancer(
        LoadBalancerName="classic", AvailabilityZones=["us-east-1a"],
        Listeners=[{"Protocol": "tcp", "LoadBalancerPort": 80, "InstancePort": 80}],
    )  # fmt: skip
    people()
    watchers()
    stores()


def people():
    iam = client("iam")
    iam.create_user(UserName="alice")
    iam.create_access_key(UserName="alice")
    iam.create_group(GroupName="admins")
    everything = {"Effect": "Allow", "Action": "*", "Resource": "*"}
    policy = json.dumps({"Version": "2012-10-17", "Statement": [everything]})
    iam.create_policy(PolicyName="p", PolicyDocument=policy)
    iam.create_role(RoleName="r", AssumeRolePolicyDocument=policy)


def watchers():
    logs, topic = client("logs"), client("sns").create_topic(Name="alerts")["TopicArn"]
    client("sns").subscribe(TopicArn=topic, Protocol="email", Endpoint="a@example.com")
    logs.create_log_group(logGroupName="g")
    metric = {"metricName": "m", "metricNamespace": "n", "metricValue": "1"}
    logs.put_metric_filter(
        logGroupName="g", filterName="f", filterPattern="x", metricTransformations=[metric]
    )
    client("cloudwatch").put_metric_alarm(
        AlarmName="a", ComparisonOperator="GreaterThanThreshold", EvaluationPeriods=1,
        MetricName="m", Namespace="n", Period=60, Statistic="Sum", Threshold=1,
    )  # fmt: skip
    config = client("config")
    config.put_configuration_recorder(
        ConfigurationRecorder={"name": "default", "roleARN": "arn:aws:iam::123456789012:role/r"}
    )
    config.put_delivery_channel(DeliveryChannel={"name": "d", "s3BucketName": "logs-of-main"})
    config.start_configuration_recorder(ConfigurationRecorderName="default")


def stores():
    client("dynamodb").create_table(
        TableName="t", BillingMode="PAY_PER_REQUEST",
        KeySchema=[{"AttributeName": "k", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "k", "AttributeType": "S"}],
    )  # fmt: skip
    client("sqs").create_queue(QueueName="q")
    client("secretsmanager").create_secret(Name="s", SecretString="x")
    client("acm").request_certificate(DomainName="example.com")
    client("apigatewayv2").create_api(Name="a", ProtocolType="HTTP")
    client("apigateway").create_rest_api(name="a")
    client("ecs").register_task_definition(
        family="f", containerDefinitions=[{"name": "c", "image": "i", "memory": 1}]
    )
    client("eks").create_cluster(
        name="e", roleArn="arn:aws:iam::123456789012:role/r", resourcesVpcConfig={}
    )
    client("redshift").create_cluster(
        ClusterIdentifier="r",
        NodeType="dc2.large",
        MasterUsername="u",
        MasterUserPassword="X1x" * 4,
    )
    client("cloudfront").create_distribution(
        DistributionConfig={
            "CallerReference": "c", "Comment": "", "Enabled": True,
            "Origins": {"Quantity": 1, "Items": [{
                "Id": "o", "DomainName": "b.s3.amazonaws.com",
                "S3OriginConfig": {"OriginAccessIdentity": ""}}]},
            "DefaultCacheBehavior": {
                "TargetOriginId": "o", "ViewerProtocolPolicy": "https-only", "MinTTL": 0,
                "ForwardedValues": {"QueryString": False, "Cookies": {"Forward": "none"}}},
        }
    )  # fmt: skip


def test_every_declared_type_is_listed_without_error(everything):
    assert problems(everything) == []
    listed = {kind for _, kind in covered(everything)}
    assert listed == {
        name for name, each in declared().items() if (each.live or each.more) and name not in LACKED
    }


def test_documents_have_the_fields_of_the_table_and_no_others(everything):
    strange = {
        (item.type, what)
        for item in items(everything)
        for _, what in strange_fields(item.document(), document_shape(item.type))
    }
    assert strange == set()
    assert len({item.type for item in items(everything)}) >= 40


def test_nothing_is_unknown_but_what_the_server_lacks(everything):
    whys = {
        (item.type, why)
        for item in items(everything)
        for why in unresolved(item.document())
        if why != "no API call tells it" and not any(each in why for each in GAPS)
    }
    assert whys == {(BUCKET, f"s3:GetBucketRequestPayment in {ACCOUNT}/{HERE}: IncompleteAnswer")}


def unresolved(value):
    if isinstance(value, dict):
        if "$unresolved" in value:
            yield value["$unresolved"]
        value = list(value.values())
    for each in value if isinstance(value, list) else ():
        yield from unresolved(each)


def test_every_item_says_what_it_is(everything):
    for item in items(everything):
        document = item.document()
        assert document["resourceId"] == item.id
        assert document.get("arn", "arn:aws:").startswith("arn:aws:"), item.type
        assert document["accountId"] == ACCOUNT


def test_every_call_that_gives_pages_is_paged():
    cut_short, of = [], boto3.Session(region_name=HERE)
    for each in declared().values():
        for call in (each.live, each.detail, *each.more.values()):
            if call is None:
                continue
            made = of.client(call.client)
            name = made.meta.method_to_api_mapping[call.operation]
            members = made.meta.service_model.operation_model(name).output_shape.members
            tokens = {"NextToken", "nextToken", "Marker", "NextMarker"} & members.keys()
            if (
                tokens == {MARKER}
                and MARKER in made.meta.service_model.operation_model(name).input_shape.members
            ):
                continue
            if tokens and not made.can_paginate(call.operation):
                cut_short.append((call.client, call.operation))
    assert set(cut_short) <= {("ssm", "describe_document_permission")}  # unknown where it goes on


def test_ctrl_c_ends_with_what_is_known_within_two_seconds():
    listening = socket.create_server(("127.0.0.1", 0))
    with environment(f"http://127.0.0.1:{listening.getsockname()[1]}"):
        threading.Timer(0.7, os.kill, (os.getpid(), signal.SIGINT)).start()
        started = time.monotonic()
        found = reading(TRAIL, KEY, regions=(HERE,))
    assert time.monotonic() - started < 2.7
    assert problems(found) == [
        Problem(
            f"aws://{ACCOUNT}/{HERE}", "the scan was interrupted", frozenset({TRAIL, KEY}),
            (ACCOUNT, HERE),
        )
    ]  # fmt: skip
    assert covered(found) == set()
    listening.close()


def test_calls_to_a_service_of_an_account_are_paced_after_a_burst():
    pace = Pace(per_second=100, burst=3)
    started = time.monotonic()
    for _ in range(8):
        pace.wait(("1", "ec2"))
    assert 0.04 <= time.monotonic() - started < 0.5
    started = time.monotonic()
    pace.wait(("1", "rds"))
    assert time.monotonic() - started < 0.02
