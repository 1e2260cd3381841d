"""Scans built by hand, for the tests of reports."""

from collections import Counter

from scanner.finding import Finding, NotExercised, Scan
from scanner.model import (
    Evidence,
    Fix,
    Location,
    Problem,
    Related,
    Resource,
    SourceUse,
    Verdict,
    Waiver,
)
from scanner.rule import Rule

ACCOUNT = "123456789012"


class Held:
    """Findings in memory, in the order that the `Findings` protocol promises."""

    def __init__(self, findings):
        self._all = sorted(findings, key=_place_in_order)
        self._counts = {}
        for each in self._all:
            self._counts.setdefault(each.rule.id, Counter())[each.outcome] += 1

    def __iter__(self):
        return iter(self._all)

    def of(self, rule, outcomes=None):
        mine = (each for each in self._all if each.rule.id == rule.id)
        return (each for each in mine if outcomes is None or each.outcome in outcomes)

    def counts(self, rule):
        return self._counts.get(rule.id, {})


def _place_in_order(finding):
    it = finding.resource
    return finding.rule.id, it.account, it.region, it.stack, it.type, it.id


def rule(id="trail-on", severity="high", resource="AWS::CloudTrail::Trail", **fields):
    given = {
        "title": f"What {id} looks at is as it should be",
        "why": "A gap in the record is where nobody can look later.",
        "fix": "Turn it on.",
        "references": (),
        "controls": {},
    } | fields
    return Rule(
        id=id, severity=severity, resource=resource, check=(), when=(), join=(), params={},
        tests=(), extra_fields=(), location=Location(f"rules/{id}.yaml", 1, 1), **given,
    )  # fmt: skip


def resource(id="main", type="AWS::CloudTrail::Trail", name=None, arn=None, **where):
    return Resource(type, id, name=name, arn=arn,
                    **{"account": ACCOUNT, "region": "eu-west-1"} | where)  # fmt: skip


def finding(of=None, about="main", verdict="fail", message="It is off.", **fields):
    of = of or rule()
    about = resource(about, of.resource) if isinstance(about, str) else about
    return Finding(of, about, Verdict(verdict), message=message, **fields)


def declared(id="Trail", type="AWS::CloudTrail::Trail", stack="infra/log.yaml"):
    """A resource that a template or plan declares."""
    return Resource(type, id, account="", region="", stack=stack)


def waiver(of="trail-on", about="*", reason="Agreed with the auditors"):
    return Waiver(of, about, reason, owner="platform team", expires="2027-01-31")


def scan(findings=(), rules=None, problems=(), not_exercised=(), sources=None, held=Held):
    findings = list(findings)
    if rules is None:
        rules = {each.rule.id: each.rule for each in findings}.values()
    read = SourceUse("config", "recorded/snapshot.json", files=1, items=len(findings))
    return Scan(
        started="2026-11-20T10:00:00Z",
        finished="2026-11-20T10:00:02Z",
        sources=(read,) if sources is None else tuple(sources),
        rules=tuple(sorted(rules, key=lambda each: each.id)),
        findings=held(findings),
        problems=tuple(problems),
        not_exercised=tuple(not_exercised),
    )


def database_rule():
    return rule(
        "rds-security-group-closed",
        "critical",
        "AWS::RDS::DBInstance",
        title="No security group of a database lets the whole internet in",
        why="A database that anybody can reach is one leaked password away from being anybody's.",
        fix="Name the clients' security group, or their address ranges, in place of 0.0.0.0/0.",
        references=("https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html",),
        controls={"nist-800-53-r5": ("AC-4", "SC-7"), "cis-aws-foundations-5.0": ("5.3",)},
    )


def laboratory():
    """A scan with some of everything: what the snapshots show."""
    database = database_rule()
    trail = rule(
        "cloudtrail-log-validation",
        "medium",
        title="A trail's log files can be proved unchanged",
        why="Whoever gets in edits the log first. Digest files show that a log was changed.",
        fix="Set log file validation on the trail.",
        controls={"cis-aws-foundations-5.0": ("3.2",)},
    )
    key = rule("cloudtrail-kms-key-usable", "high", title="A trail's key is enabled and stays")
    account = rule("account-has-trail", "high", "AWS::::Account", title="The account has a trail")
    evidence = Evidence(
        "open_to_world(groups)",
        [{"protocol": "tcp", "ports": "3306", "source": "0.0.0.0/0"}],
        "to be empty",
        Location("recorded/snapshot.json", 40, 7),
    )
    return scan(
        [
            finding(
                database,
                resource("db-7XK2", database.resource, "wa-database"),
                message="sg-0a12 lets 0.0.0.0/0 in on tcp port 3306.",
                evidence=(evidence,),
                location=Location("recorded/snapshot.json", 40, 7),
            ),
            finding(database, resource("db-9QQ1", database.resource, "reports"), "pass", ""),
            finding(
                trail,
                resource(
                    "legacy",
                    name="legacy",
                    arn=f"arn:aws:cloudtrail:eu-west-1:{ACCOUNT}:trail/legacy",
                ),
                message="logFileValidationEnabled is false.",
                evidence=(
                    Evidence("configuration.logFileValidationEnabled", False, "to equal true"),
                ),
                waiver=waiver(trail.id, "legacy"),
            ),
            finding(trail, resource("main", region="us-east-1"), "pass", ""),
            finding(
                key,
                verdict="unknown",
                message="AWS::KMS::Key was not recorded here, so its state is not known.",
                evidence=(Evidence("keys[].configuration.keyState", None, "to equal Enabled"),),
            ),
        ],
        rules=(database, trail, key, account),
        problems=(
            Problem("recorded/broken.json", "not JSON at byte 112", frozenset({"AWS::KMS::Key"})),
            Problem("waivers.yaml:9", "the waiver of trail-old was not used", blocks=False),
        ),
        not_exercised=(NotExercised(account, "no account item: a snapshot of one Region only"),),
        sources=(SourceUse("config", "recorded", files=3, items=128, passed_over=1),),
    )


def proposal():
    """A scan of what a pull request declares: a value at fault in one file, a join in another."""
    database = database_rule()
    trail = rule(
        "cloudtrail-log-validation", "medium", title="A trail's log files can be proved unchanged"
    )
    region = rule("region-has-trail", "high", "AWS::::Region", title="Each Region has a trail")
    opening = Location("infra/network.yaml", 31, 19, 31, 28)
    address = "module.data.aws_db_instance.main[0]"
    group = Related("AWS::EC2::SecurityGroup DatabaseGroup", Location("infra/network.yaml", 24, 3))
    itself = Related(f"{database.resource} Database", Location("infra/database.yaml", 12, 3))
    return scan(
        [
            finding(
                database,
                declared("Database", database.resource, "infra/database.yaml"),
                message="DatabaseGroup lets 0.0.0.0/0 in on tcp port 5432.",
                evidence=(
                    Evidence("open_to_world(groups)", ["0.0.0.0/0"], "to be empty", opening),
                ),
                location=opening,
                related=(group, itself),
                extent=Location("infra/database.yaml", 12, 3, 30, 1),
            ),
            finding(
                database,
                declared(address, database.resource, "live"),
                "unknown",
                "groups is not known (var.group_ids is decided at deployment).",
                location=Location("modules/data/main.tf", 8, 28, 8, 41),
                extent=Location("modules/data/main.tf", 1, 1, 14, 2),
            ),
            finding(
                trail,
                declared(),
                message="configuration.logFileValidationEnabled is false, wanted to equal true.",
                location=Location("infra/log.yaml", 9, 34, 9, 39),
                fix=Fix(Location("infra/log.yaml", 9, 34, 9, 39), "true"),
            ),
            finding(trail, declared("Audit"), "pass", ""),
        ],
        rules=(database, trail, region),
        problems=(Problem("infra/broken.yaml:7:4", "a key stands twice: Type"),),
        not_exercised=(NotExercised(region, "there is no AWS::::Region"),),
        sources=(SourceUse("cloudformation", "infra", files=4, items=3, passed_over=2),),
    )
