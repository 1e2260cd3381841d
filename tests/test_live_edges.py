"""Balancers, APIs, distributions, builds and stores, made in moto and judged by a live scan.

Each kind of thing is made twice: `good` is as all rules want it, `bad` as none does.
"""

import io
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml
from aws import ACCOUNT, aws, client, session

from scanner import load
from scanner.clock import utc
from scanner.scan import needs_of, scanned
from scanner.sources.clients import Clients
from scanner.sources.live import read_account
from scanner.sources.plan import collections
from scanner.sources.pool import Pool

HERE = "us-east-1"
ROOT = Path(__file__).resolve().parents[1]
FAMILY = yaml.safe_load((ROOT / "tests/families/edges/family.yaml").read_text())
FILES = [each for each in ROOT.glob("rules/*/*.yaml") if each.stem in FAMILY["rules"]]
RULES = load.rules(sorted(map(str, FILES)))
NOW = datetime.now(UTC) + timedelta(hours=1)
BUCKET = "edge-logs"
LOG = f"arn:aws:logs:{HERE}:{ACCOUNT}:log-group:edges"
CERTIFICATE = f"arn:aws:acm:{HERE}:{ACCOUNT}:certificate/0a1b2c3d"
MEASURED = {
    "SampledRequestsEnabled": True,
    "CloudWatchMetricsEnabled": True,
    "MetricName": "shop",
}

# Making it


def furnish():
    client("s3").create_bucket(Bucket=BUCKET)
    ec2 = client("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    subnets = [
        ec2.create_subnet(
            VpcId=vpc, CidrBlock=f"10.0.{number}.0/24", AvailabilityZone=f"{HERE}{zone}"
        )["Subnet"]["SubnetId"]
        for number, zone in enumerate("ab")
    ]
    acl = web_acls(client("wafv2"))
    balancers(client("elbv2"), subnets, acl)
    shown = client("acm").request_certificate(DomainName="shop.example.com")["CertificateArn"]
    classic_balancers(client("elb"), shown)
    stages(client("apigateway"), acl)
    socket_stages(client("apigatewayv2"))
    distributions(client("cloudfront"))
    builds(client("codebuild"))
    domains(client("opensearch"), client("es"), subnets)
    warehouses(client("redshift"))
    functions(client("lambda"), subnets)
    tasks(client("ecs"))


def web_acls(waf):
    """The ARN of the web ACL that is as it should be."""
    block = {
        "Name": "far-away",
        "Priority": 1,
        "Action": {"Block": {}},
        "Statement": {"GeoMatchStatement": {"CountryCodes": ["AQ"]}},
        "VisibilityConfig": MEASURED,
    }
    arns = [
        waf.create_web_acl(
            Name=name,
            Scope="REGIONAL",
            DefaultAction={"Allow": {}},
            VisibilityConfig=MEASURED,
            Rules=rules,
        )["Summary"]["ARN"]
        for name, rules in (("good", [block]), ("bad", []))
    ]
    stream = f"arn:aws:firehose:{HERE}:{ACCOUNT}:deliverystream/aws-waf-logs-shop"
    waf.put_logging_configuration(
        LoggingConfiguration={"ResourceArn": arns[0], "LogDestinationConfigs": [stream]}
    )
    return arns[0]


GOOD_ATTRIBUTES = {
    "access_logs.s3.enabled": "true",
    "access_logs.s3.bucket": BUCKET,
    "deletion_protection.enabled": "true",
}
HTTP_ATTRIBUTES = {
    "routing.http.drop_invalid_header_fields.enabled": "true",
    "routing.http.desync_mitigation_mode": "strictest",
}


def balancers(elb, subnets, acl):
    made = {
        (name, kind): elb.create_load_balancer(Name=f"{name}-{kind}", Subnets=subnets, Type=kind)[
            "LoadBalancers"
        ][0]["LoadBalancerArn"]
        for name in ("good", "bad")
        for kind in ("application", "network")
    }
    for kind, more in (("application", HTTP_ATTRIBUTES), ("network", {})):
        pairs = {**GOOD_ATTRIBUTES, **more}.items()
        elb.modify_load_balancer_attributes(
            LoadBalancerArn=made["good", kind],
            Attributes=[{"Key": key, "Value": value} for key, value in pairs],
        )
    redirect = {"Protocol": "HTTPS", "Port": "443", "StatusCode": "HTTP_301"}
    answer = {"StatusCode": "200", "ContentType": "text/plain", "MessageBody": "hello"}
    for name, action in (
        ("good", {"Type": "redirect", "RedirectConfig": redirect}),
        ("bad", {"Type": "fixed-response", "FixedResponseConfig": answer}),
    ):
        elb.create_listener(
            LoadBalancerArn=made[name, "application"],
            Protocol="HTTP",
            Port=80,
            DefaultActions=[action],
        )
    client("wafv2").associate_web_acl(WebACLArn=acl, ResourceArn=made["good", "application"])


def classic_balancers(elb, shown):
    secure = {"Protocol": "HTTPS", "LoadBalancerPort": 443, "InstancePort": 80}
    plain = {"Protocol": "HTTP", "LoadBalancerPort": 80, "InstancePort": 80}
    old = client("iam").upload_server_certificate(
        ServerCertificateName="old", CertificateBody="old", PrivateKey="old"
    )["ServerCertificateMetadata"]["Arn"]
    for name, listeners, mode in (
        ("good", [{**secure, "SSLCertificateId": shown}], "strictest"),
        ("bad", [plain, {**secure, "SSLCertificateId": old}], "monitor"),
    ):
        elb.create_load_balancer(
            LoadBalancerName=name, Listeners=listeners, AvailabilityZones=[f"{HERE}a"]
        )
        on = name == "good"
        log = {"AccessLog": {"Enabled": True, "S3BucketName": BUCKET, "EmitInterval": 5}}
        elb.modify_load_balancer_attributes(
            LoadBalancerName=name,
            LoadBalancerAttributes={
                "CrossZoneLoadBalancing": {"Enabled": on},
                "AdditionalAttributes": [{"Key": "elb.http.desyncmitigationmode", "Value": mode}],
                **(log if on else {}),
            },
        )


def stages(gateway, acl):
    api = gateway.create_rest_api(name="shop")["id"]
    root = gateway.get_resources(restApiId=api)["items"][0]["id"]
    method = {"restApiId": api, "resourceId": root, "httpMethod": "GET"}
    gateway.put_method(**method, authorizationType="NONE")
    gateway.put_integration(**method, type="MOCK", integrationHttpMethod="GET")
    deployment = gateway.create_deployment(restApiId=api)["id"]
    for name, more in (
        ("good", {"tracingEnabled": True, "cacheClusterEnabled": True, "cacheClusterSize": "0.5"}),
        ("bad", {}),
    ):
        gateway.create_stage(restApiId=api, stageName=name, deploymentId=deployment, **more)
    changes = {
        "/*/*/logging/loglevel": "INFO",
        "/*/*/caching/enabled": "true",
        "/*/*/caching/dataEncrypted": "true",
        "/clientCertificateId": "abc123",
    }
    gateway.update_stage(
        restApiId=api,
        stageName="good",
        patchOperations=[
            {"op": "replace", "path": path, "value": value} for path, value in changes.items()
        ],
    )
    arn = f"arn:aws:apigateway:{HERE}::/restapis/{api}/stages/good"
    client("wafv2").associate_web_acl(WebACLArn=acl, ResourceArn=arn)


def socket_stages(gateway):
    api = gateway.create_api(
        Name="chat", ProtocolType="WEBSOCKET", RouteSelectionExpression="$request.body.action"
    )["ApiId"]
    gateway.create_stage(
        ApiId=api,
        StageName="good",
        DefaultRouteSettings={"LoggingLevel": "INFO"},
        AccessLogSettings={"DestinationArn": LOG, "Format": "$context.requestId"},
    )
    gateway.create_stage(ApiId=api, StageName="bad", DefaultRouteSettings={"LoggingLevel": "OFF"})


def distributions(cloudfront):
    vip = {
        "CloudFrontDefaultCertificate": False,
        "IAMCertificateId": "ASCAEXAMPLE",
        "MinimumProtocolVersion": "TLSv1.2_2021",
        "SSLSupportMethod": "vip",
    }
    for each in (distribution(good=True), distribution(good=False)):
        cloudfront.create_distribution(DistributionConfig=each)
    third = {**distribution(good=True), "CallerReference": "third", "ViewerCertificate": vip}
    cloudfront.create_distribution(DistributionConfig=third)


def distribution(good):
    server = {
        "Id": "app",
        "DomainName": "app.example.com",
        "CustomOriginConfig": {
            "HTTPPort": 80,
            "HTTPSPort": 443,
            "OriginProtocolPolicy": "https-only" if good else "http-only",
            "OriginSslProtocols": {"Quantity": 1, "Items": ["TLSv1.2" if good else "SSLv3"]},
        },
    }
    bucket = {
        "Id": "files",
        "DomainName": f"{BUCKET}.s3.amazonaws.com",
        "S3OriginConfig": {"OriginAccessIdentity": "origin-access-identity/cloudfront/E1"},
        "OriginAccessControlId": "E2EXAMPLE" if good else "",
    }
    shown = {
        "CloudFrontDefaultCertificate": False,
        "ACMCertificateArn": CERTIFICATE,
        "MinimumProtocolVersion": "TLSv1.2_2021",
        "SSLSupportMethod": "sni-only",
    }
    return {
        "CallerReference": str(good),
        "Comment": "",
        "Enabled": True,
        "DefaultRootObject": "index.html" if good else "",
        "WebACLId": "arn:aws:wafv2:us-east-1:123456789012:global/webacl/a/1" if good else "",
        "Origins": {"Quantity": 2, "Items": [server, bucket]},
        "DefaultCacheBehavior": {
            "TargetOriginId": "app",
            "ViewerProtocolPolicy": "redirect-to-https" if good else "allow-all",
        },
        "ViewerCertificate": shown if good else {"CloudFrontDefaultCertificate": True},
        "Logging": {
            "Enabled": good,
            "IncludeCookies": False,
            "Bucket": f"{BUCKET}.s3.amazonaws.com" if good else "",
            "Prefix": "",
        },
    }


def builds(codebuild):
    for name, host, kind, status in (
        ("good", "github.com", "SECRETS_MANAGER", "ENABLED"),
        ("bad", "token@github.com", "PLAINTEXT", "DISABLED"),
    ):
        bad = name == "bad"
        artifacts = {"type": "S3", "location": BUCKET, "encryptionDisabled": bad}
        key = {"name": "AWS_ACCESS_KEY_ID", "value": "example", "type": kind}
        codebuild.create_project(
            name=name,
            source={"type": "GITHUB", "location": f"https://{host}/team/shop.git"},
            artifacts=artifacts,
            environment={
                "type": "LINUX_CONTAINER",
                "image": "aws/codebuild/standard:7.0",
                "computeType": "BUILD_GENERAL1_SMALL",
                "privilegedMode": bad,
                "environmentVariables": [key],
            },
            serviceRole=f"arn:aws:iam::{ACCOUNT}:role/service-role/build",
            logsConfig={
                "cloudWatchLogs": {"status": status},
                "s3Logs": {"status": status, "location": f"{BUCKET}/build"},
            },
        )
    unencrypted = {"status": "ENABLED", "location": f"{BUCKET}/x", "encryptionDisabled": True}
    codebuild.create_project(
        name="open-log",
        source={"type": "GITHUB", "location": "https://github.com/team/shop.git"},
        artifacts={"type": "NO_ARTIFACTS"},
        environment={
            "type": "LINUX_CONTAINER",
            "image": "aws/codebuild/standard:7.0",
            "computeType": "BUILD_GENERAL1_SMALL",
        },
        serviceRole=f"arn:aws:iam::{ACCOUNT}:role/service-role/build",
        logsConfig={"s3Logs": unencrypted},
    )


def domains(opensearch, elasticsearch, subnets):
    common = {
        "EncryptionAtRestOptions": {"Enabled": True},
        "NodeToNodeEncryptionOptions": {"Enabled": True},
        "VPCOptions": {"SubnetIds": subnets[:1]},
    }
    published = {"Enabled": True, "CloudWatchLogsLogGroupArn": LOG}
    opensearch.create_domain(
        DomainName="good",
        EngineVersion="OpenSearch_2.11",
        DomainEndpointOptions={"EnforceHTTPS": True},
        AdvancedSecurityOptions={"Enabled": True},
        LogPublishingOptions={"AUDIT_LOGS": published},
        **common,
    )
    opensearch.create_domain(DomainName="bad", EngineVersion="OpenSearch_2.11")
    elasticsearch.create_elasticsearch_domain(
        DomainName="old-good",
        ElasticsearchVersion="7.10",
        LogPublishingOptions={"ES_APPLICATION_LOGS": published},
        **common,
    )
    elasticsearch.create_elasticsearch_domain(DomainName="old-bad", ElasticsearchVersion="7.10")


def warehouses(redshift):
    common = {
        "NodeType": "ra3.large",
        "ClusterType": "single-node",
        "MasterUsername": "keeper",
        "MasterUserPassword": "Abcdefgh1",
    }
    group = {"ParameterGroupName": "strict", "ParameterGroupFamily": "redshift-1.0"}
    redshift.create_cluster_parameter_group(**group, Description="TLS only")
    redshift.create_cluster(
        ClusterIdentifier="good",
        Encrypted=True,
        KmsKeyId=f"arn:aws:kms:{HERE}:{ACCOUNT}:key/1",
        PubliclyAccessible=False,
        EnhancedVpcRouting=True,
        AllowVersionUpgrade=True,
        AutomatedSnapshotRetentionPeriod=7,
        ClusterParameterGroupName="strict",
        **common,
    )
    redshift.enable_logging(ClusterIdentifier="good", BucketName=BUCKET)
    redshift.create_cluster(
        ClusterIdentifier="bad",
        Encrypted=False,
        PubliclyAccessible=True,
        AllowVersionUpgrade=False,
        AutomatedSnapshotRetentionPeriod=0,
        **common,
    )


def functions(functions, subnets):
    role = client("iam").create_role(RoleName="runs", AssumeRolePolicyDocument="{}")["Role"]["Arn"]
    code = io.BytesIO()
    with zipfile.ZipFile(code, "w") as archive:
        archive.writestr("main.py", "")
    for name, more in (
        (
            "good",
            {
                "VpcConfig": {"SubnetIds": subnets[:1], "SecurityGroupIds": ["sg-1"]},
                "DeadLetterConfig": {"TargetArn": f"arn:aws:sqs:{HERE}:{ACCOUNT}:failed"},
            },
        ),
        ("bad", {}),
    ):
        functions.create_function(
            FunctionName=name,
            Role=role,
            Handler="main.run",
            Runtime="python3.12",
            Code={"ZipFile": code.getvalue()},
            **more,
        )
    functions.put_function_concurrency(FunctionName="good", ReservedConcurrentExecutions=5)
    functions.add_permission(
        FunctionName="bad", StatementId="all", Action="lambda:InvokeFunction", Principal="*"
    )


def tasks(ecs):
    for name, more in (
        ("good", {"user": "1000", "readonlyRootFilesystem": True}),
        ("bad", {"user": "root"}),
    ):
        container = {"name": "app", "image": "shop:1", "memory": 256, **more}
        ecs.register_task_definition(
            family=name, networkMode="host", containerDefinitions=[container]
        )
    agent = {"name": "agent", "image": "agent:1", "memory": 256, "privileged": True}
    ecs.register_task_definition(family="agent", containerDefinitions=[agent])


# Reading and judging it


def judged(given, now=NOW):
    """The verdicts of each rule by what it judged."""
    found = {each.id: {} for each in RULES}
    with scanned(RULES, given, clock=lambda: utc(now)) as scan:
        for each in scan.findings:
            found[each.rule.id][each.resource.id] = str(each.verdict)
    return found


def read(of):
    with Pool(Clients(attempts=1)) as pool:
        wanted = collections(needs_of(RULES))
        return list(read_account(of, ACCOUNT, (HERE,), wanted, pool))


@pytest.fixture(scope="module")
def given():
    with aws():
        furnish()
        yield read(session())


@pytest.fixture(scope="module")
def world(given):
    return judged(given)


def named(verdicts, name):
    """The verdicts on what has this name, or has it in its ARN."""
    return {verdict for id, verdict in verdicts.items() if name in id}


WITHOUT_NAMES = ("elb-http-to-https", "elb-listener-certificate")
"""Rules on listeners, of which, as of distributions, the id says nothing."""
OF_TIME = "acm-certificate-expiry"
NEVER_PASSES = {
    "apigateway-client-certificate": "moto forgets the client certificate of a stage",
    "cloudfront-origin-access-control": "moto forgets the access control of an origin",
    "lambda-dead-letters": "moto does not tell where a function's failed events go",
    "redshift-tls": "moto cannot change the parameters of a Redshift cluster",
}
NEVER_FAILS = {"redshift-backups": "moto keeps snapshots for a day where none are to be kept"}
OF_OTHERS = {
    "codebuild-s3-logs-encrypted": "open-log",
    "ecs-not-privileged": "agent",
}
"""Rules that another one than `bad` fails, as it is out of their scope or as it should be."""


def nameless(id):
    return id in WITHOUT_NAMES or id.startswith("cloudfront-")


def test_every_rule_of_the_family_is_judged_here(world):
    assert set(FAMILY["rules"]) == {each.id for each in RULES}
    assert all(world.values())


def test_nothing_of_it_is_unknown(given, world):
    assert {id for id, found in world.items() if "unknown" in found.values()} == set()


@pytest.mark.parametrize("id", sorted({each.id for each in RULES} - {OF_TIME}))
def test_what_is_good_passes_and_what_is_bad_fails(id, world):
    good = "fail" if id in NEVER_PASSES else "pass"
    bad = "pass" if id in NEVER_FAILS else "fail"
    if nameless(id):
        assert set(world[id].values()) == {good, bad}
    else:
        assert named(world[id], "good") == {good}
        assert bad in named(world[id], OF_OTHERS.get(id, "bad"))


def test_a_certificate_grows_old(given, world):
    assert set(world[OF_TIME].values()) == {"pass"}
    later = judged(given, NOW + timedelta(days=360))
    assert set(later[OF_TIME].values()) == {"fail"}


def test_web_acls_that_fill_more_than_a_page_are_all_read():
    def page(name, **more):
        arn = f"arn:aws:wafv2:{HERE}:{ACCOUNT}:regional/webacl/{name}/1"
        return 200, {"WebACLs": [{"Name": name, "Id": name, "ARN": arn}], **more}

    with aws():
        of = session(ListWebACLs=[page("first", NextMarker="first"), page("second")])
        names = {each.document()["configuration"].get("name") for each in acls(read(of))}
    assert names == {"first", "second"}


def acls(given):
    return [each for each in given if getattr(each, "type", "") == "AWS::WAFv2::WebACL"]
