"""Every operation that the built-in rules need, each with every fault that AWS or a net may have.

A scan reads moto through a server that spoils the answers of one operation. Whatever the fault is,
no verdict becomes a pass that was none, none becomes a fail, and what is missing is said.
"""

import json
import threading
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from typing import NamedTuple

import boto3
import botocore.session
import pytest
from aws import ACCOUNT, aws, client, denied, denied_xml, environment
from between import DROPPED
from botocore import xform_name
from small_account import JUDGED

from scanner import builtin
from scanner.commands.scanning import FAILED, INCOMPLETE, status
from scanner.model import Item, Needs
from scanner.permissions import policy
from scanner.scan import needs_of, scanned
from scanner.sources.clients import Clients
from scanner.sources.live import read_account
from scanner.sources.plan import api_names, calls_of, collections
from scanner.sources.pool import Pool
from scanner.sources.reach import Reach

HERE, THERE = "us-east-1", "eu-west-1"
RULES = tuple(each for each in builtin.rules() if each.id in JUDGED)
WANTED = collections(needs_of(RULES))
OPERATIONS = sorted(
    {f"{call.client}:{call.operation}" for each in WANTED for call, _ in calls_of(each)}
)
USER = "AWS::IAM::User"
REPORT = Needs({USER: frozenset({"supplementaryConfiguration.CredentialReport"})})
HTML = b"<!DOCTYPE html>\n<html><body><h1>Please sign in</h1></body></html>"


class Answer(NamedTuple):
    """What is sent; `whole` is the length that the header promises, where it is another one."""

    status: int
    body: bytes
    whole: int | None = None


def refused(protocol, code="AccessDenied"):
    if "json" not in protocol:
        return Answer(*denied_xml(code))
    status, body = denied()
    return Answer(status, json.dumps({**body, "__type": f"{code}Exception"}).encode())


def cut_off(answer):
    return Answer(answer.status, answer.body[: len(answer.body) // 2], len(answer.body))


FAULTS = {
    "refused": lambda protocol, _: refused(protocol),
    "refused in one Region": lambda protocol, _: refused(protocol),
    "throttled": lambda protocol, _: refused(protocol, "Throttling"),
    "cut off": lambda _, real: cut_off(real()),
    "cut off, and nobody told how long it is": lambda _, real: cut_off(real())._replace(whole=None),
    "garbage": lambda *_: Answer(200, b"<<not a response>>\xff\x00"),
    "empty": lambda *_: Answer(200, b""),
    "another's answer": lambda protocol, _: Answer(200, b"{}" if "json" in protocol else b"<a/>"),
    "null": lambda *_: Answer(200, b"null"),
    "a page to sign in": lambda *_: Answer(200, HTML),
    "an error page": lambda *_: Answer(500, HTML),
}


@contextmanager
def spoiling(url):
    """The URL of a server before another one: a request's X-Fault says how to answer it."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            fault, protocol = self.headers.get("X-Fault"), self.headers.get("X-Protocol")
            answer = FAULTS[fault](protocol, lambda: self.real(body)) if fault else self.real(body)
            self.send_response(answer.status)
            self.send_header("Content-Length", str(answer.whole or len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        do_GET = do_POST

        def real(self, body):
            headers = {k: v for k, v in self.headers.items() if k.lower() not in DROPPED}
            where = url + self.path
            asked = urllib.request.Request(where, body or None, headers, method=self.command)
            try:
                with urllib.request.urlopen(asked) as reply:
                    return Answer(reply.status, reply.read())
            except urllib.error.HTTPError as error:
                return Answer(error.code, error.read())

        def log_message(self, *_):
            pass

    class Server(ThreadingHTTPServer):
        request_queue_size = 128  # a scan comes with many at a time, and who waits, waits a second

    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def account():
    """An account behind the server that spoils answers, in which most rules pass for some resource and fail for another."""
    with aws() as url:
        key = client("kms").create_key()["KeyMetadata"]["Arn"]
        good = {"IsMultiRegionTrail": True, "EnableLogFileValidation": True, "KmsKeyId": key}
        client("s3").create_bucket(Bucket="logs")
        for name, settings in (("good", good), ("bad", {"IsMultiRegionTrail": False})):
            client("cloudtrail").create_trail(Name=name, S3BucketName="logs", **settings)
        client("cloudtrail").start_logging(Name="good")
        databases()
        client("iam").create_user(UserName="alice")
        with spoiling(url) as before, environment(before):
            yield before


def databases():
    """A database that its group hides and one that everybody reaches, in subnets with an ACL."""
    ec2 = client("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    subnets = [
        ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.0.{each}.0/24")["Subnet"]["SubnetId"]
        for each in range(3)
    ]
    gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    table = ec2.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"]
    ec2.create_route(RouteTableId=table, DestinationCidrBlock="0.0.0.0/0", GatewayId=gateway)
    ec2.associate_route_table(RouteTableId=table, SubnetId=subnets[0])
    client("rds").create_db_subnet_group(
        DBSubnetGroupName="db", DBSubnetGroupDescription="db", SubnetIds=subnets[1:]
    )
    for name, everybody in (("hidden", False), ("open", True)):
        group = ec2.create_security_group(GroupName=name, Description=name, VpcId=vpc)["GroupId"]
        if everybody:
            permission = {"IpProtocol": "-1", "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}
            ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[permission])
        client("rds").create_db_instance(
            DBInstanceIdentifier=name, DBInstanceClass="db.t3.micro", Engine="mysql",
            MasterUsername="admin", MasterUserPassword="not-a-secret", AllocatedStorage=20,
            VpcSecurityGroupIds=[group], DBSubnetGroupName="db", PubliclyAccessible=everybody,
        )  # fmt: skip


class Spoiler:
    """A session of which one operation's requests are answered with a fault, `tenths` of them."""

    def __init__(self, operation=None, fault=None, tenths=10):
        core = botocore.session.Session()
        core.register("before-call", self._mark)
        core.register("request-created", self._spare)
        self.session = boto3.Session(botocore_session=core)
        self.spoil(operation, fault, tenths)

    def spoil(self, operation, fault, tenths=10):
        self._operation, self._fault, self._tenths = operation, fault, tenths
        self._requests = count()

    def _mark(self, model, params, context, **_):
        named = f"{model.service_model.service_name}:{xform_name(model.name)}"
        elsewhere = "one Region" in str(self._fault) and context["client_region"] != HERE
        if named == self._operation and not elsewhere:
            params["headers"]["X-Fault"] = self._fault
            params["headers"]["X-Protocol"] = model.service_model.resolved_protocol

    def _spare(self, request, **_):
        """Take the mark off again where it is not this request's turn: a retry is another one."""
        if "X-Fault" in request.headers and next(self._requests) * 3 % 10 >= self._tenths:
            del request.headers["X-Fault"]


class Seen(NamedTuple):
    """What a scan said of each resource, of which rules nothing was read, and how it ended."""

    verdicts: dict
    unread: set
    told: str
    incomplete: bool
    exit: int


def scan(spoiler, clients):
    with Pool(clients) as pool:
        given = read_account(spoiler.session, ACCOUNT, (HERE, THERE), WANTED, pool)
        with scanned(RULES, given, clock=lambda: "2026-11-21T00:00:00.000Z") as result:
            found = list(result.findings)
            told = [each.what for each in result.problems] + [each.message for each in found]
            return Seen(
                {
                    (each.rule.id, each.resource.arn or each.resource.id): each.outcome
                    for each in found
                    if each.resource.id != "*"
                },
                {each.rule.id for each in found if each.resource.id == "*"},
                "\n".join(told),
                result.incomplete,
                status(result, None),
            )


@pytest.fixture(scope="module")
def sound(account):
    """What a scan says where nothing goes wrong."""
    return scan(Spoiler(), Clients())


@pytest.fixture(scope="module")
def once():
    """A session and clients that ask once, for all tests but those that make clients slow."""
    return Spoiler(), Clients(attempts=1)


def wrong(seen, sound):
    """Each verdict that a fault may not bring about, with what it was without the fault."""
    changed = {
        key: (sound.verdicts.get(key), verdict)
        for key, verdict in seen.verdicts.items()
        if verdict not in ("unknown", sound.verdicts.get(key))
    }
    lost = {
        key: (verdict, None)
        for key, verdict in sound.verdicts.items()
        if key not in seen.verdicts and key[0] not in seen.unread
    }
    return changed | lost


def spelt(operation):
    """An operation as reports name it: "ec2:DescribeSubnets"."""
    service, _, name = operation.partition(":")
    return f"{service}:{api_names(service)[1][name]}"


def test_without_a_fault_rules_pass_and_fail_and_nothing_is_missing(sound):
    assert {"pass", "fail"} <= set(sound.verdicts.values())
    assert "unknown" not in sound.verdicts.values()
    assert (sound.unread, sound.incomplete, sound.exit) == (set(), False, FAILED)


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("operation", OPERATIONS)
def test_what_a_fault_hides_is_unknown_and_named(operation, fault, once, sound):
    spoiler, clients = once
    spoiler.spoil(operation, fault)
    seen = scan(spoiler, Clients(attempts=1) if fault == "throttled" else clients)
    assert wrong(seen, sound) == {}
    assert "unknown" in seen.verdicts.values() or seen.unread
    assert spelt(operation) in seen.told
    assert seen.incomplete
    assert seen.exit == (FAILED if "fail" in seen.verdicts.values() else INCOMPLETE)


def test_where_three_calls_in_ten_are_throttled_others_are_asked_again(account, sound):
    def throttled(operation):
        return scan(Spoiler(operation, "throttled", tenths=3), Clients(attempts=4))

    with ThreadPoolExecutor(len(OPERATIONS)) as threads:  # they wait, and do little else
        for operation, seen in zip(OPERATIONS, threads.map(throttled, OPERATIONS), strict=True):
            assert seen.verdicts == sound.verdicts, operation
            assert not seen.incomplete, operation


def users(spoiler):
    """The credential report of each user as it is read, and what is said beside."""
    with Pool(Clients(attempts=1)) as pool:
        given = read_account(spoiler.session, ACCOUNT, (HERE,), collections(REPORT), pool)
        read = [each for each in given if isinstance(each, Item)]
    return [each.document()["supplementaryConfiguration"]["CredentialReport"] for each in read]


def test_a_credential_report_is_read_once_it_was_made(account):
    (report,) = users(Spoiler())
    assert report["user"] == "alice"


@pytest.mark.parametrize("operation", ["generate_credential_report", "get_credential_report"])
@pytest.mark.parametrize("fault", FAULTS)
def test_a_credential_report_that_cannot_be_made_or_read_is_unknown(operation, fault, account):
    (report,) = users(Spoiler(f"iam:{operation}", fault))
    assert report.why.startswith(f"{spelt(f'iam:{operation}')} in {ACCOUNT}/global: ")


def test_what_has_to_be_asked_for_before_is_in_the_plan_and_in_the_policy():
    (user,) = collections(REPORT)
    assert [call.operation for call, _ in calls_of(user)][1:] == [
        "generate_credential_report",
        "get_credential_report",
    ]
    allowed = json.loads(policy(REPORT, Reach(regions=(HERE,))))["Statement"][0]["Action"]
    assert {"iam:GenerateCredentialReport", "iam:GetCredentialReport"} <= set(allowed)
