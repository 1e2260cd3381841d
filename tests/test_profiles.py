"""Profiles: which rules they use, what the command line changes, and that the built-in ones hold."""

import json
import re
from pathlib import Path
from textwrap import dedent

import pytest
from scans import rule
from small_account import TRAIL, item, recorded
from test_same_from_five import ACCOUNT_MADE

from scanner import builtin, decidable, document, sources
from scanner.commands.choice import choice
from scanner.commands.settings import settings
from scanner.errors import UserError
from scanner.model import Verdict
from scanner.profile import picked
from scanner.profiles.files import DEFAULT, profile, profile_names
from scanner.profiles.mistakes import mistakes
from scanner.profiles.select import as_profiled
from scanner.scan import needs_of, scanned
from scanner.sources.reach import Reach

RULES = builtin.rules()
NOW = "2026-11-20T12:00:00Z"
FRAMEWORKS = ("cis-aws-foundations-3.0", "cis-aws-foundations-5.0", "nist-800-53-r5")
GOOD = """\
title: My rules
rules: [cloudtrail-kms, rds-*]
serving: ["cis-aws-foundations-5.0:3"]
without: [rds-subnet-nacl]
params: {rds-security-group-peers.ingress: [app]}
severities: {cloudtrail-kms: critical}
"""


@pytest.fixture
def written(tmp_path):
    def write(text=GOOD, name="mine.yaml"):
        path = tmp_path / name
        path.write_text(dedent(text))
        return str(path)

    return write


def chosen(**given):
    """What the options choose, by id; options that are not given are as the command line has them."""
    return {each.id: each for each in choice(options(**given)).rules}


def options(**given):
    default = {"rules": (), "rule": (), "control": (), "param": ()}
    return default | {"profile": None, "with_builtin": None, "severity": None} | given


def refusal(call):
    with pytest.raises(UserError) as caught:
        call()
    return str(caught.value)


# The built-in ones


@pytest.mark.parametrize("name", profile_names())
def test_a_built_in_profile_has_no_mistakes(name):
    path = f"rules/profiles/{name}.yaml"
    parsed = document.parse(Path(__file__).parents[1].joinpath(path).read_text(), path)
    assert mistakes(parsed, RULES) == []
    assert picked(profile(name, RULES), RULES)


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_the_profile_of_a_framework_uses_the_rules_that_serve_it(name):
    used = {each.id for each in picked(profile(name, RULES), RULES)}
    assert used == {each.id for each in RULES if name in each.controls}


def test_everything_is_everything():
    assert picked(profile("everything", RULES), RULES) == RULES


def test_the_recorded_profile_uses_the_rules_that_recordings_alone_decide():
    used = [each.id for each in picked(profile("aws-config-recorded", RULES), RULES)]
    decided = [each.id for each in RULES if decidable.by_config_alone(each)]
    assert used == decided, "run make rules"


def everything_recorded():
    """The small account, with the bucket that its trails deliver to."""
    items = recorded(ACCOUNT_MADE)
    for each in items:
        if each["resourceType"] == TRAIL:
            each["configuration"]["s3BucketName"] = "logs"
    kept = {
        "BucketLoggingConfiguration": {"destinationBucketName": None, "logFilePrefix": None},
        "BucketPolicy": {"policyText": None},
        "BucketVersioningConfiguration": {"status": "Enabled", "isMfaDeleteEnabled": None},
        "IsRequesterPaysEnabled": False,
        "AccessControlList": json.dumps({"grantSet": None, "grantList": [], "owner": {"id": "a"}}),
    }
    bucket = item("AWS::S3::Bucket", "logs", "arn:aws:s3:::logs", {"name": "logs"}, "logs")
    return [*items, bucket | {"supplementaryConfiguration": kept}]


def test_a_recording_of_everything_leaves_nothing_unknown_by_the_recorded_profile(tmp_path):
    path = tmp_path / "snapshot.json"
    items = {"fileVersion": "1.0", "configurationItems": everything_recorded()}
    path.write_text(json.dumps(items))
    rules = choice(options(profile="aws-config-recorded")).rules
    given = sources.read([str(path)], needs_of(rules), Reach())
    with scanned(rules, given, clock=lambda: NOW, complete=True) as scan:
        unknown = [each for each in scan.findings if each.verdict is Verdict.UNKNOWN]
        assert [(each.rule.id, each.message) for each in unknown] == []
        assert scan.counts["pass"] > 10


# Which rules run


def test_without_a_choice_the_default_profile_is_used():
    assert choice(options()).profile.name == DEFAULT
    assert set(chosen()) == {each.id for each in picked(profile(DEFAULT, RULES), RULES)}


@pytest.mark.parametrize("given", [{"rule": ("rds-*",)}, {"control": ("nist-800-53-r5:SC-7",)}])
def test_who_chooses_rules_chooses_among_all(given):
    assert choice(options(**given)).profile is None
    assert set(chosen(**given)) == set(chosen(profile="everything", **given))


def test_severity_narrows_the_default_profile():
    assert choice(options(severity="critical")).profile.name == DEFAULT
    assert {each.severity for each in chosen(severity="critical").values()} == {"critical"}


def test_a_profile_of_ones_own_uses_what_it_names_and_what_serves_and_leaves_out(written):
    used = chosen(profile=written())
    assert {"cloudtrail-kms", "cloudtrail-log-validation", "rds-not-public"} <= set(used)
    assert not {"rds-subnet-nacl", "default-security-group-closed"} & set(used)


def test_patterns_narrow_a_named_profile_and_an_id_in_full_runs_what_it_lacks(written):
    path = written("{title: t, rules: [rds-*]}")
    assert set(chosen(profile=path, rule=("*-peers",))) == {"rds-security-group-peers"}
    assert set(chosen(profile=path, rule=("cloudtrail-kms",))) == {"cloudtrail-kms"}
    assert "no rule is left" in refusal(lambda: chosen(profile=path, rule=("cloudtrail-km*",)))
    assert "did you mean cloudtrail-kms?" in refusal(
        lambda: chosen(profile=path, rule=("cloudtrail-kmz",))
    )


def test_a_profile_sets_severities_and_parameters_and_the_command_line_wins(written):
    path = written()
    used = chosen(profile=path)
    assert used["cloudtrail-kms"].severity == "critical"
    assert used["rds-security-group-peers"].params["ingress"] == ["app"]
    again = chosen(profile=path, param=("rds-security-group-peers.ingress=[web]",))
    assert again["rds-security-group-peers"].params["ingress"] == ["web"]
    assert set(chosen(profile=path, severity="critical")) >= {"cloudtrail-kms"}


def test_a_profile_starts_from_another_one_and_wins_over_it(written):
    written()
    path = written(
        """\
        title: Stricter
        extends: mine.yaml
        rules: [default-security-group-closed]
        without: [cloudtrail-kms]
        params: {rds-security-group-peers.ingress: [web]}
        severities: {rds-not-public: low}
        """,
        "stricter.yaml",
    )
    used = chosen(profile=path)
    assert {"default-security-group-closed", "rds-security-group-closed"} <= set(used)
    assert "cloudtrail-kms" not in used
    assert used["rds-not-public"].severity == "low"
    assert used["rds-security-group-peers"].params["ingress"] == ["web"]


def test_what_the_base_leaves_out_can_be_named_again(written):
    written()
    again = written("{title: t, extends: mine.yaml, rules: [rds-subnet-nacl]}", "again.yaml")
    assert "rds-subnet-nacl" in chosen(profile=again)


def test_a_built_in_profile_can_be_extended(written):
    path = written("{title: t, extends: everything, without: ['cloudtrail-*']}")
    assert set(chosen(profile=path)) == {
        each.id for each in RULES if not each.id.startswith("cloudtrail-")
    }
    assert choice(options(profile=path)).profile.framework == "cis-aws-foundations-5.0"


def test_a_severity_of_the_base_holds_unless_it_is_set_again():
    low = rule("a", "low")
    base = profile("everything", ()).__class__("b", "b", severities={"a": "high"})
    above = profile("everything", ()).__class__("c", "c", base=base)
    assert [each.severity for each in as_profiled([low], above)] == ["high"]


# Rules of one's own

MINE = """\
{id: my-rule, title: t, severity: low, why: w, fix: f, resource: "AWS::KMS::Key",
 check: [{value: configuration.enabled, equals: true}],
 tests: [{name: off, given: {configuration: {enabled: false}}, expect: fail}]}
"""


def test_own_rules_alone_are_the_only_ones(written):
    path = written(MINE, "my-rule.yaml")
    assert list(chosen(rules=(path,))) == ["my-rule"]
    assert choice(options(rules=(path,))).profile is None


def test_own_rules_run_beside_the_default_profile_and_beside_a_named_one(written):
    path, small = written(MINE, "my-rule.yaml"), written("{title: t, rules: [rds-not-public]}")
    assert set(chosen(rules=(path,), with_builtin=True)) == {"my-rule", *chosen()}
    assert set(chosen(rules=(path,), profile=small)) == {"my-rule", "rds-not-public"}
    without = written("{title: t, rules: [rds-not-public], without: [my-*]}", "without.yaml")
    assert set(chosen(rules=(path,), profile=without)) == {"rds-not-public"}


# Mistakes


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("cloudtrail-kms,", "cloudtrail-kmz,", "2:9: cloudtrail-kmz: no rule is called so; did you mean cloudtrail-kms?"),
        ("rds-*]", "rd-*]", "2:25: rd-*: no rule is called so"),
        ("rds-*]", "cloudtrail-kms]", "2:25: cloudtrail-kms stands already at line 2; keep one"),
        ("5.0:3", "5.0:9", "no rule serves it"),
        ("cis-aws-foundations-5.0:3", "cis-aws-fundations-5.0", "3:11: cis-aws-fundations-5.0: no rule serves it; did you mean"),
        ("[rds-subnet-nacl]", "[rds-subnet-acl]", "4:11: rds-subnet-acl: no rule is called so; did you mean rds-subnet-nacl?"),
        ("peers.ingress", "peers.ingres", "5:10: rds-security-group-peers.ingres: no rule has this parameter; did you mean"),
        ("rds-security-group-peers.ingress: [app]", "rds-subnet-nacl.trusted: app", "5:10: rds-subnet-nacl.trusted: 'app' is not fit"),
        ("critical", "severe", "6:30: cloudtrail-kms is 'severe'"),
        ("{cloudtrail-kms:", "{cloudtrail-km:", "6:14: cloudtrail-km: no rule is called so; did you mean cloudtrail-kms?"),
        ("{cloudtrail-kms:", "{cloudtrail-*:", "6:14: cloudtrail-*: a severity is one rule's"),
        ("title", "titel", "1:1: unknown key titel; did you mean title?"),
        ("without:", "rules:", "4:1: the key 'rules' stands already at line 2; keep one"),
        ("title:", "framework: cis-aws\ntitle:", "1:12: cis-aws: no rule serves it"),
        ("title:", "controls: {A-1: {title: a, manul: b}}\ntitle:", "did you mean manual?"),
        ("title:", "extends: traceabilty\ntitle:", "1:10: no profile is called traceabilty; did you mean traceability?"),
        ("title:", "extends: mine.yaml\ntitle:", "mine.yaml: extends itself"),
        ("title:", "extends: gone.yaml\ntitle:", "gone.yaml: No such file"),
        ("title: My rules", "title: [", "not YAML"),
    ],
)  # fmt: skip
def test_each_mistake_has_its_place_and_what_to_do(written, old, new, says):
    assert old in GOOD
    path = written(GOOD.replace(old, new, 1))
    assert says in refusal(lambda: profile(path, RULES))


def test_all_mistakes_come_at_once(written):
    path = written("{title: t, rules: [a-rule], without: [b-rule], params: {c: 1}}")
    assert len(refusal(lambda: profile(path, RULES)).splitlines()) == 3


def test_a_profile_that_nobody_knows_is_named_with_the_nearest_one():
    said = refusal(lambda: profile("cis-aws-foundations-4.0", RULES))
    assert "--profile cis-aws-foundations-4.0: no profile is called" in said
    assert "did you mean cis-aws-foundations-" in said


def test_the_profile_in_the_documentation_loads(written):
    page = Path(__file__).parents[1].joinpath("docs/profiles.md").read_text()
    (shown,) = re.findall("```yaml profile\n(.*?)```", page, re.DOTALL)
    of = profile(written(shown), RULES)
    assert (of.framework, of.base.name) == ("our-handbook", DEFAULT)
    listed = re.findall(r"^\| `([a-z0-9.-]+)`(?:, `([a-z0-9.-]+)`)? \| ", page, re.MULTILINE)
    assert set(profile_names()) <= {name for row in listed for name in row}


# Settings


def test_settings_name_a_profile_or_a_file_beside_them(tmp_path):
    (tmp_path / "groma.yaml").write_text("{profile: everything, by: 'control:nist-800-53-r5'}")
    assert settings(str(tmp_path))["profile"] == "everything"
    (tmp_path / "groma.yaml").write_text("{profile: ours.yaml}")
    assert settings(str(tmp_path))["profile"] == str(tmp_path / "ours.yaml")
