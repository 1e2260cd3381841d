"""AWS's conformance packs: what they ask for, what answers it, and that nothing passes unjudged."""

import json
from pathlib import Path
from textwrap import dedent

import pytest
from pack_coverage import NAMED, PUBLISHED, missing, table
from scans import rule
from test_cli import groma

from scanner import builtin
from scanner.commands.choice import choice
from scanner.errors import UserError
from scanner.packs import answering, choosing, listing, reading
from scanner.packs.pack import PROCESS
from scanner.packs.processes import RULES
from scanner.packs.translating import UntranslatedError, translated

HERE = Path(__file__).parent
PACKS = {path.stem: str(path) for path in sorted((HERE / "packs").glob("*.yaml"))}
ACCOUNT = HERE.parent / "examples/traceability-lab/before"
TEMPLATE = HERE / "small_account_files/template.yaml"
BY_PEOPLE = {
    "account-contact-details-configured",
    "account-security-questions-configured",
    "iam-user-console-and-api-access-at-creation",
    "vpc-peering-least-access",
}
"""The process checks of CIS 1.4 that no configuration decides."""

needs_published = pytest.mark.skipif(
    not PUBLISHED.is_file(), reason="the list of AWS's published packs is not beside the repository"
)


def pack(text, *given, name="pack.yaml", folder=None):
    """The pack that a text is, written to a folder."""
    path = folder / name
    path.write_text(dedent(text))
    return reading.packs([str(path)], given)[0]


@pytest.fixture
def asking(tmp_path):
    """What a pack with these `Properties` of Config rules asks for, rule by rule."""

    def ask(*properties, head="", given=()):
        lines = [dedent(head), "Resources:"]
        for number, each in enumerate(properties):
            body = json.dumps(each) if isinstance(each, dict) else each
            lines.append(f"  Rule{number}: {{Type: 'AWS::Config::ConfigRule', Properties: {body}}}")
        return pack("\n".join(lines), *given, folder=tmp_path).rules

    return ask


def managed(identifier, name=None, **inputs):
    said = {"Source": {"Owner": "AWS", "SourceIdentifier": identifier}}
    said |= {"ConfigRuleName": name} if name else {}
    return said | ({"InputParameters": inputs} if inputs else {})


def answered(asked, *rules):
    return [answering.answer(each, rules or builtin.rules()) for each in asked]


def aging(id="keys", managed_rule="KEYS", params=None, inputs=None):
    made = rule(id, controls={"aws-config": (managed_rule, "ANOTHER")}, inputs=inputs or {})
    return replaced(made, params=params or {"days": 90}, inputs=inputs or {"age": "days"})


def replaced(made, **fields):
    from msgspec.structs import replace

    return replace(made, **fields)


def refusal(call):
    with pytest.raises(UserError) as caught:
        call()
    return str(caught.value)


def test_a_rule_of_a_pack_is_answered_by_every_rule_that_names_the_managed_rule(asking):
    (one,) = answered(asking(managed("ELB_LOGGING_ENABLED")))
    assert [each.id for each in one.rules] == ["elb-access-logs", "elb-classic-access-logs"]
    assert one.why == ""


def test_what_no_rule_answers_says_so_and_runs_nothing(asking):
    (one,) = answered(asking(managed("NOBODY_KNOWS")))
    assert (one.rules, one.why) == ((), answering.NO_RULE)


@pytest.mark.parametrize(
    ("default", "text", "value"),
    [
        (90, "60", 60),
        (90, " 60 ", 60),
        (0.5, "0.25", 0.25),
        (True, "False", False),
        (False, "TRUE", True),
        ("", "123456789012", "123456789012"),
        ([], "443, 1020-1025,", ["443", "1020-1025"]),
        ([], "123456789012", ["123456789012"]),
        ([22, 3389], "22,8080", [22, 8080]),
        (["ERROR", "INFO"], "INFO", ["INFO"]),
    ],
)
def test_an_input_is_of_the_kind_of_the_parameter_that_it_sets(asking, default, text, value):
    (asked,) = asking(managed("KEYS", age=text))
    assert translated(aging(params={"days": default}), asked.inputs) == {"days": value}


def test_an_empty_input_leaves_the_default(asking):
    (asked,) = asking(managed("KEYS", age="", unheard_of=""))
    assert translated(aging(), asked.inputs) == {}


def test_several_inputs_fill_one_list_in_the_order_in_which_the_rule_names_them(asking):
    (asked,) = asking(managed("KEYS", two="b, c", one="a"))
    of = aging(params={"names": ["x"]}, inputs={"one": "names", "two": "names", "three": "names"})
    assert translated(of, asked.inputs) == {"names": ["a", "b", "c"]}


def test_two_inputs_that_set_one_number_to_different_values_run_nothing(asking):
    of = aging(inputs={"least": "days", "most": "days"})
    same, other = asking(managed("KEYS", least="7", most="7"), managed("KEYS", least="7", most="8"))
    assert translated(of, same.inputs) == {"days": 7}
    with pytest.raises(UntranslatedError, match="least and most say different things"):
        translated(of, other.inputs)


@pytest.mark.parametrize(
    ("default", "text", "wanted"), [(90, "ninety", "a number"), (True, "yes", "true or false")]
)
def test_an_input_of_another_kind_is_a_mistake_with_its_place(asking, default, text, wanted):
    (asked,) = asking(managed("KEYS", age=text))
    said = refusal(lambda: translated(aging(params={"days": default}), asked.inputs))
    assert "pack.yaml:3:" in said
    assert said.endswith(f"the input age is {text!r}; it is to be {wanted}")


def test_an_input_that_nothing_translates_runs_nothing_and_says_which(asking):
    (one,) = answered(asking(managed("KEYS", age="1", Colour="red")), aging())
    assert (one.rules, one.why) == ((), "keys cannot honour its input Colour")


def test_where_one_of_two_rules_cannot_honour_an_input_the_other_runs_and_it_is_said(asking):
    able = aging("able", inputs={"age": "days", "colour": "days"})
    (one,) = answered(asking(managed("KEYS", colour="5")), able, aging())
    assert [(each.id, each.params) for each in one.rules] == [("able", {"days": 5})]
    assert one.why == "keys cannot honour its input colour"
    assert [each.rule.id for each in choosing.unheard([one])] == ["KEYS"]


def test_parameters_of_the_pack_have_their_defaults_unless_they_are_given(asking):
    head = "Parameters: {Days: {Type: String, Default: '60'}}"
    keys = "{Source: {Owner: AWS, SourceIdentifier: KEYS}, InputParameters: {age: !Ref Days}}"
    assert answered(asking(keys, head=head), aging())[0].set == ({"days": 60},)
    given = asking(keys, head=head, given=["Days=30"])
    assert answered(given, aging())[0].set == ({"days": 30},)


def test_a_parameter_without_a_default_runs_nothing_until_it_is_given(asking):
    head = "Parameters: {Days: {Type: String}}"
    keys = "{Source: {Owner: AWS, SourceIdentifier: KEYS}, InputParameters: {age: !Ref Days}}"
    (one,) = answered(asking(keys, head=head), aging())
    assert one.rules == ()
    assert one.why == "its input age is not known: the parameter Days has no default"
    assert answered(asking(keys, head=head, given=["Days=7"]), aging())[0].set == ({"days": 7},)


def test_a_parameter_that_no_pack_declares_is_a_mistake_with_the_nearest_name(asking):
    head = "Parameters: {MaxAge: {Type: String, Default: '60'}}"
    said = refusal(lambda: asking(managed("KEYS"), head=head, given=["MaxAgee=1"]))
    assert "--pack-param MaxAgee" in said
    assert "did you mean MaxAge?" in said
    assert "NAME=VALUE" in refusal(lambda: asking(managed("KEYS"), head=head, given=["MaxAge"]))


CHOSEN = """
    Parameters: {Age: {Type: String, Default: '%s'}}
    Conditions: {Told: !Not [!Equals ['', !Ref Age]]}
"""
ALONE = "Resources: {A: {Type: 'AWS::Config::ConfigRule', Properties: {Source: {Owner: AWS, SourceIdentifier: KEYS}, InputParameters: %s}}}"
IF = "{Source: {Owner: AWS, SourceIdentifier: KEYS}, InputParameters: %s}"


@pytest.mark.parametrize(
    "inputs",
    [
        "{age: !If [Told, !Ref Age, !Ref 'AWS::NoValue']}",
        "!If [Told, {age: !Ref Age}, !Ref 'AWS::NoValue']",
        '!Sub \'{"age": "${Age}"}\'',
    ],
)
def test_an_input_that_depends_on_a_condition_is_there_or_not(asking, inputs):
    told = asking(IF % inputs, head=CHOSEN % 30)
    assert answered(told, aging())[0].set == ({"days": 30},)
    untold = asking(IF % inputs, head=CHOSEN % "")
    assert answered(untold, aging())[0].set == ({},)


@pytest.mark.parametrize(
    "inputs", ['\'{"age": "30"}\'', "'{\"age\": 30}'", "{age: 30}", "{age: ['30']}"]
)
def test_inputs_are_a_mapping_or_json_of_texts_or_numbers(asking, inputs):
    (one,) = answered(asking(IF % inputs), aging())
    assert one.set == ({"days": 30},)


def test_the_region_and_account_of_the_scan_are_those_of_the_pack(tmp_path):
    (tmp_path / "a.yaml").write_text(ALONE % "{age: !Ref 'AWS::AccountId'}")
    where = reading.Pseudo(account="123456789012")
    (made,) = reading.packs([str(tmp_path / "a.yaml")], pseudo=where)
    assert made.rules[0].inputs["age"].value == "123456789012"


@pytest.mark.parametrize(
    ("properties", "why"),
    [
        (
            {"Source": {"Owner": "CUSTOM_LAMBDA", "SourceIdentifier": "arn:aws:lambda:x"}},
            "it is a custom rule, which a Lambda function decides",
        ),
        (
            {"Source": {"Owner": "CUSTOM_POLICY", "CustomPolicyDetails": {}}},
            "it is a custom rule, in Guard's language",
        ),
        (
            managed("KEYS") | {"Scope": {"TagKey": "env", "TagValue": "prod"}},
            "its Scope is narrowed by TagKey and TagValue",
        ),
        (
            managed("KEYS") | {"Scope": {"ComplianceResourceId": "i-1"}},
            "its Scope is narrowed by ComplianceResourceId",
        ),
        (
            managed(PROCESS, "we-train-people"),
            "it is a process check: people say whether it is done",
        ),
    ],
)
def test_what_only_aws_or_people_can_decide_runs_nothing(asking, properties, why):
    (one,) = answered(asking(properties), aging(), aging("x", PROCESS))
    assert (one.rules, one.why) == ((), why)


def test_a_rule_whose_condition_is_open_runs_nothing(tmp_path):
    asked = pack(
        """
        Parameters: {Wanted: {Type: String}}
        Conditions: {Wanted: !Equals [!Ref Wanted, "yes"]}
        Resources:
          Keys:
            Type: AWS::Config::ConfigRule
            Condition: Wanted
            Properties: {Source: {Owner: AWS, SourceIdentifier: KEYS}}
        """,
        folder=tmp_path,
    ).rules
    (one,) = answered(asked, aging())
    assert (one.rules, one.why) == ((), "whether it is in the pack is not known: Wanted is open")


def test_a_rule_whose_condition_is_false_is_not_asked_for(tmp_path):
    text = """
        Parameters: {Wanted: {Type: String, Default: "no"}}
        Conditions: {Wanted: !Equals [!Ref Wanted, "yes"]}
        Resources:
          Sometimes:
            Type: AWS::Config::ConfigRule
            Condition: Wanted
            Properties: {Source: {Owner: AWS, SourceIdentifier: KEYS}}
          Always:
            Type: AWS::Config::ConfigRule
            Properties: {Source: {Owner: AWS, SourceIdentifier: ANOTHER}}
        """
    assert [each.name for each in pack(text, folder=tmp_path).rules] == ["Always"]
    both = pack(text, "Wanted=yes", folder=tmp_path).rules
    assert [each.name for each in both] == ["Sometimes", "Always"]


def test_what_else_a_pack_has_is_passed_over_and_counted(tmp_path):
    made = pack(
        """
        Resources:
          Keys:
            Type: AWS::Config::ConfigRule
            Properties:
              ConfigRuleName: keys
              MaximumExecutionFrequency: Six_Hours
              Scope: {ComplianceResourceTypes: ["AWS::IAM::User"]}
              Source: {Owner: AWS, SourceIdentifier: KEYS}
          Mending:
            Type: AWS::Config::RemediationConfiguration
            Properties: {ConfigRuleName: keys}
        """,
        folder=tmp_path,
    )
    said = json.loads(listing.listed([made], [aging()], "json"))
    assert said[0]["passedOver"] == {
        "AWS::Config::RemediationConfiguration": 1,
        "MaximumExecutionFrequency": 1,
        "Scope.ComplianceResourceTypes": 1,
    }
    assert said[0]["rules"] == [
        {
            "configRule": "keys",
            "managedRule": "KEYS",
            "owner": "AWS",
            "builtIn": True,
            "why": None,
            "rules": [{"rule": "keys", "params": {}}],
            "line": 3,
        }
    ]


def test_a_rule_that_is_asked_for_twice_alike_runs_once_and_names_both(asking):
    found = answered(asking(managed("KEYS", age="90"), managed("ANOTHER")), aging())
    (made,) = choosing.run(found)
    assert (made.id, made.params) == ("keys", {"days": 90})
    assert made.controls == {"aws-config": ("KEYS", "ANOTHER")}


def test_a_rule_that_is_asked_for_with_two_sets_of_parameters_runs_twice(asking):
    asked = asking(
        managed("KEYS", "young keys!", age="30"),
        managed("KEYS", "old-keys", age="90"),
        managed("KEYS", "old keys", age="60"),
        managed("KEYS", "old-keys", age="50"),
    )
    made = {each.id: each.params["days"] for each in choosing.run(answered(asked, aging()))}
    assert made == {
        "keys@young-keys": 30,
        "keys@old-keys": 90,
        "keys@old-keys-2": 60,
        "keys@old-keys-3": 50,
    }


def test_what_nothing_judges_is_listed_once_for_each_reason_and_never_under_a_rules_id(asking):
    asked = asking(
        managed("keys"), managed("keys"), managed("KEYS", other="1"), managed("KEYS", another="1")
    )
    found = choosing.unheard(answered(asked, aging()))
    assert [(each.rule.id, each.why) for each in found] == [
        ("KEYS", answering.NO_RULE),
        ("KEYS-2", "keys cannot honour its input other"),
        ("KEYS-3", "keys cannot honour its input another"),
    ]


def test_a_pack_of_which_nothing_is_built_in_is_refused(asking):
    said = refusal(lambda: choosing.run(answered(asking(managed("NOBODY_KNOWS")))))
    assert "no rule answers what the packs ask for" in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "there is nothing in it"),
        ("just text", "it has no Resources"),
        ("Resources: {}", "no AWS::Config::ConfigRule is in it"),
        ("Resources: {A: {Type: 'AWS::S3::Bucket'}}", "no AWS::Config::ConfigRule is in it"),
        ("Resources: [", "not YAML"),
        ("Resources: {A: {Type: 'AWS::Config::ConfigRule'}}", "its Source has an Owner"),
        (ALONE % "[1]", "its InputParameters are a mapping"),
        (ALONE % "not-json", "a text that is not JSON"),
        (ALONE % "{age: {b: 1}}", "its input age is a text"),
        (ALONE % "{age: !Ref Nowhere}", "Nowhere is not declared"),
        ("Resources: {A: {Type: 'AWS::Config::ConfigRule', Properties: {Source: {Owner: AWS}}}}", "a SourceIdentifier"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_pack_is_refused_with_its_place(tmp_path, text, said):
    refused = refusal(lambda: pack(text, folder=tmp_path))
    assert said in refused
    assert f"{tmp_path}/pack.yaml:" in refused


def test_a_pack_that_is_not_there_is_refused(tmp_path):
    assert "No such file" in refusal(lambda: reading.packs([str(tmp_path / "none.yaml")]))
    assert "directory" in refusal(lambda: reading.packs([str(tmp_path)]))


def test_a_hostile_pack_cannot_write_to_the_terminal(asking, tmp_path):
    evil = "\x1b[2Jkeys"
    said = refusal(
        lambda: pack(
            json.dumps({"Resources": {evil: {"Type": reading.CONFIG_RULE}}}), folder=tmp_path
        )
    )
    assert "\x1b" not in said
    asked = asking(managed(evil, evil), managed("KEYS", evil, age="1"), managed("KEYS", age="2"))
    found = answered(asked, aging())
    names = [each.id for each in choosing.run(found)]
    names += [each.rule.id for each in choosing.unheard(found)]
    assert names == ["keys@2Jkeys", "keys@Rule2", "2JKEYS"]


def test_a_pack_in_json_is_read_as_well(tmp_path):
    text = json.dumps(
        {"Resources": {"A": {"Type": reading.CONFIG_RULE, "Properties": managed("KEYS")}}}
    )
    assert pack(text, folder=tmp_path, name="pack.json").rules[0].identifier == "KEYS"


def test_every_process_check_that_configuration_decides_names_rules_that_are_built_in():
    assert {each for ids in RULES.values() for each in ids} <= builtin.ids()


@pytest.mark.parametrize("name", ["cloudtrail", "logging", "cis-1.4-level-2", "networking"])
def test_every_rule_of_the_named_packs_is_built_in_but_what_only_people_can_tell(name):
    (made,) = reading.packs([PACKS[name]])
    found = answering.answers(made, builtin.rules())
    lost = {each.asked.name for each in found if not each.rules}
    assert lost == (BY_PEOPLE if name.startswith("cis") else set())
    assert {each.why for each in found if each.rules and each.why} == set()


@needs_published
@pytest.mark.parametrize("name", NAMED)
def test_our_packs_name_what_aws_publishes_and_all_of_its_inputs_are_translated(name):
    assert {why for _, why in missing(name, builtin.rules())} == set()
    ours = PACKS[
        dict(zip(NAMED, ("cloudtrail", "logging", "cis-1.4-level-2", "networking"), strict=True))[
            name
        ]
    ]
    (made,) = reading.packs([ours])
    theirs = json.loads(PUBLISHED.read_text())["packs"][name]
    assert {each.identifier for each in made.rules} == theirs.keys()
    for each in made.rules:
        assert each.inputs.keys() == set(theirs[each.identifier])


@needs_published
def test_the_table_in_the_docs_is_what_is_built_in():
    assert table() in (HERE.parent / "docs/packs.md").read_text()


def scan(tmp_path, *arguments):
    """The exit status, and the report, of a scan by packs."""
    report = tmp_path / "report.json"
    ran = groma("scan", *arguments, "--format", f"json={report}")
    assert ran.returncode in (0, 1, 3), ran.stderr
    return ran.returncode, json.loads(report.read_text())


def test_a_recorded_account_is_judged_by_a_pack(tmp_path):
    status, found = scan(tmp_path, ACCOUNT, "--pack", PACKS["cloudtrail"])
    assert status == 1
    assert found["profile"] == PACKS["cloudtrail"]
    asked = {name for each in found["findings"] for name in each["controls"]["aws-config"]}
    (made,) = reading.packs([PACKS["cloudtrail"]])
    unheard = {each["rule"] for each in found["notExercised"]}
    run = {rule.id: each.asked.identifier for each in answered(made.rules) for rule in each.rules}
    assert asked | {run[each] for each in unheard} == {each.identifier for each in made.rules}


def test_a_template_is_judged_by_a_pack_and_what_nothing_answers_is_listed(tmp_path):
    own = tmp_path / "own.yaml"
    properties = (managed("CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED"), managed("NOBODY_KNOWS"))
    own.write_text(
        json.dumps(
            {
                "Resources": {
                    f"R{number}": {"Type": reading.CONFIG_RULE, "Properties": each}
                    for number, each in enumerate(properties)
                }
            }
        )
    )
    status, found = scan(tmp_path, TEMPLATE, "--pack", own)
    assert status == 1
    assert {each["rule"] for each in found["findings"]} == {"cloudtrail-log-validation"}
    assert found["notExercised"] == [{"rule": "NOBODY_KNOWS", "why": answering.NO_RULE}]


def test_what_nothing_judges_leaves_the_status_and_is_counted_in_the_last_lines(tmp_path):
    ran = groma(
        "scan",
        ACCOUNT,
        "--pack",
        PACKS["cis-1.4-level-2"],
        "--rule",
        "cloudtrail-s3-object-*",
        "--rule",
        "rds-encrypted",
    )
    assert ran.returncode in (0, 3)
    assert "AWS_CONFIG_PROCESS_CHECK@vpc-peering-least-access" in ran.stdout
    assert "rules not exercised" in ran.stdout


@pytest.mark.parametrize("format", ["table", "junit", "sarif", "markdown"])
def test_every_report_says_what_a_pack_asks_for_that_nothing_judges(tmp_path, format):
    ran = groma("scan", ACCOUNT, "--pack", PACKS["cis-1.4-level-2"], "--format", format)
    assert "AWS_CONFIG_PROCESS_CHECK@vpc-peering-least-access" in ran.stdout
    assert "people say whether it is done" in ran.stdout


def test_a_report_groups_by_what_the_pack_asks_for(tmp_path):
    _, found = scan(tmp_path, ACCOUNT, "--pack", PACKS["cloudtrail"], "--by", "control")
    (made,) = reading.packs([PACKS["cloudtrail"]])
    assert {each["control"] for each in found["controls"]} == {
        each.identifier for each in made.rules
    }


def test_a_pack_and_a_profile_are_too_much():
    ran = groma("scan", ACCOUNT, "--pack", PACKS["cloudtrail"], "--profile", "everything")
    assert ran.returncode == 2
    assert "--pack and --profile" in ran.stderr


def test_a_profile_in_the_settings_gives_way_to_a_pack(tmp_path):
    (tmp_path / "groma.yaml").write_text("profile: everything\n")
    ran = groma("scan", ACCOUNT, "--pack", PACKS["cloudtrail"], cwd=tmp_path)
    assert ran.returncode == 1, ran.stderr


def chosen(*packs, **given):
    """What the options choose, as the command line has those that are not given."""
    default = {"rules": (), "rule": (), "control": (), "param": (), "pack_param": ()}
    default |= {"profile": None, "with_builtin": None, "severity": None, "pack": packs}
    return choice(default | given)


def test_the_inputs_of_a_pack_win_over_parameters_of_the_command_line():
    param = ("iam-access-keys-rotated.days=7", "log-group-retention.days=7")
    rules = {each.id: each for each in chosen(PACKS["cis-1.4-level-2"], param=param).rules}
    assert rules["iam-access-keys-rotated"].params == {"days": 90}
    rules = {each.id: each for each in chosen(PACKS["logging"], param=param).rules}
    assert rules["log-group-retention"].params["days"] == 7  # of which the pack says nothing


OWN = """
    id: %s
    title: The trail is called as it should be
    severity: low
    why: Names help.
    fix: Name it anew.
    controls: {aws-config: [%s]}
    resource: AWS::CloudTrail::Trail
    check: [{value: configuration.name, equals: main}]
    tests:
      - {name: so called, given: {configuration: {name: main}}, expect: pass}
      - {name: otherwise, given: {configuration: {name: x}}, expect: fail}
      - {name: not known, given: {configuration: {name: {$unresolved: why}}}, expect: unknown}
"""


def test_rules_of_ones_own_answer_managed_rules_too_and_run_if_they_answer_none(tmp_path):
    (tmp_path / "trail-name.yaml").write_text(dedent(OWN % ("trail-name", "CLOUD_TRAIL_ENABLED")))
    (tmp_path / "free.yaml").write_text(dedent(OWN % ("free", "NOT_IN_THE_PACK")))
    found = {each.id for each in chosen(PACKS["cloudtrail"], rules=(str(tmp_path),)).rules}
    assert {"cloudtrail-enabled", "trail-name", "free"} <= found


def test_several_packs_are_one_scan():
    both = {each.id for each in chosen(PACKS["cloudtrail"], PACKS["networking"]).rules}
    apart = [
        {each.id for each in chosen(PACKS[name]).rules} for name in ("cloudtrail", "networking")
    ]
    assert both == apart[0] | apart[1]


def test_the_permissions_of_a_pack_are_no_more_than_its_rules_need():
    ran = groma("permissions", "--pack", PACKS["cloudtrail"], "--region", "eu-west-1")
    actions = json.loads(ran.stdout)["Statement"][0]["Action"]
    assert {each.partition(":")[0] for each in actions} <= {
        "cloudtrail",
        "ec2",
        "s3",
        "kms",
        "sts",
        "logs",
    }


def test_groma_packs_tells_of_each_rule_what_answers_it():
    ran = groma("packs", PACKS["cis-1.4-level-2"], "--format", "json")
    (found,) = json.loads(ran.stdout)
    keys = next(each for each in found["rules"] if each["configRule"] == "access-keys-rotated")
    assert keys["rules"] == [{"rule": "iam-access-keys-rotated", "params": {"days": 90}}]
    assert groma("packs", PACKS["cis-1.4-level-2"]).stdout.count("people say") == len(BY_PEOPLE)
