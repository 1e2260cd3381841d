from textwrap import dedent

import pytest

from scanner import load
from scanner.errors import UserError

GOOD = """\
id: my-rule
title: The trail is good
severity: high
why: It matters.
fix: Mend it.
resource: AWS::CloudTrail::Trail
join: {groups: {type: "AWS::EC2::SecurityGroup", ours: configuration.name}}
params: {trusted: [10.0.0.0/8], days: 90}
check:
  - value: configuration.isMultiRegionTrail
    equals: true
tests:
  - {name: good, given: {configuration: {isMultiRegionTrail: true}}, expect: pass}
"""


@pytest.fixture
def mistakes(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def of(text, name="my-rule.yaml"):
        (tmp_path / name).write_text(dedent(text))
        with pytest.raises(UserError) as caught:
            load.rules(["."])
        return str(caught.value).replace("./", "").splitlines()

    return of


def changed(old, new):
    assert old in GOOD
    return GOOD.replace(old, new)


def test_a_rule_without_mistakes_loads(tmp_path):
    (tmp_path / "my-rule.yaml").write_text(GOOD)
    (rule,) = load.rules([str(tmp_path)])
    assert (rule.id, rule.severity, rule.params["days"]) == ("my-rule", "high", 90)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("severity: high", "severity: high\nseverity: low", "my-rule.yaml:4:1: the key 'severity' stands already at line 3"),
        ("why:", "wy:", "my-rule.yaml:4:1: unknown key wy; did you mean why?"),
        ("title: The trail is good\n", "", "my-rule.yaml:1:1: title missing"),
        ("severity: high", "severity: severe", "my-rule.yaml:3:11: severity is 'severe'"),
        ("equals: true", "equals: true\n    exists: true", "my-rule.yaml:10:5: equals and exists stand together"),
        ("    equals: true\n", "", "my-rule.yaml:10:5: one of equals, in, exists"),
        ("equals: true", "equal: true", "my-rule.yaml:11:5: unknown key equal; did you mean equals?"),
        ("equals: true", "exists: 'yes'", "my-rule.yaml:11:13: exists must be true or false, not text"),
        ("configuration.isMultiRegionTrail\n", "configuration.isMultiRegionTrail[?\n", "my-rule.yaml:10:"),
        ("configuration.isMultiRegionTrail\n", "configuration.isMultiRegionTrial\n",
         "my-rule.yaml:10:26: AWS::CloudTrail::Trail has no configuration.isMultiRegionTrial; did you mean isMultiRegionTrail?"),
        ("configuration.isMultiRegionTrail\n", "open_to_wrld(groups)\n", "did you mean open_to_world"),
        ("configuration.isMultiRegionTrail\n", "open_to_world()\n", "my-rule.yaml:10:12: open_to_world"),
        ("configuration.isMultiRegionTrail\n", "length(configuration.isMultiRegionTrail)\n", "my-rule.yaml:10:"),
        ("configuration.isMultiRegionTrail\n", "open_to_world(group)\n", "my-rule.yaml:10:26: "),
        ("configuration.isMultiRegionTrail\n", "groups[].configuration.ipPermission\n", "did you mean ipPermissions?"),
        ("configuration.isMultiRegionTrail\n", "configuration.isMultiRegionTrail == params.day\n", "params"),
        ("equals: true", 'equals: "true"', "my-rule.yaml:11:13: equals: the value is a boolean"),
        ("equals: true", "at_least: 3", "my-rule.yaml:11:15: at_least: the value is a boolean"),
        ("equals: true", "matches: '('", "my-rule.yaml:11:14: not an RE2 expression"),
        ("id: my-rule", "id: other-rule", "my-rule.yaml:1:5: the id is other-rule, the file my-rule"),
        ("AWS::CloudTrail::Trail", "AWS::CloudTrail::Trial", "did you mean AWS::CloudTrail::Trail?"),
        ("AWS::EC2::SecurityGroup", "AWS::EC2::SecurityGroups", "did you mean AWS::EC2::SecurityGroup?"),
        ("{groups:", "{configuration:", "my-rule.yaml:7:8: configuration is there for every item"),
        ("ours: configuration.name}", "ours: configuration.nam}", "did you mean name?"),
        ("{isMultiRegionTrail: true}", "{isMultiRegion: true}", "my-rule.yaml:13:42: configuration has no isMultiRegion"),
        ("expect: pass", "expect: pass, with: {grups: []}", "grups is not declared under join; did you mean groups?"),
        ("expect: pass", "expect: pass, params: {day: 1}", "day is not declared under params; did you mean days?"),
        ("expect: pass", "expect: pass, params: {days: x}", "days is a string; its default is a number"),
        ("expect: pass", "expect: passes", "did you mean pass?"),
        ("severity: high", "severity: [high", "not YAML"),
        ("severity: high", "severity: !!python/name:os.system high", "mean nothing here"),
    ],
)  # fmt: skip
def test_each_mistake_has_its_place_and_what_to_do(mistakes, old, new, says):
    found = mistakes(changed(old, new))
    assert any(says in line for line in found), found


def test_all_mistakes_of_all_files_come_in_one_run(mistakes, tmp_path):
    (tmp_path / "broken.yaml").write_text("a: [")
    (tmp_path / "second.yaml").write_text(changed("id: my-rule", "id: second").replace("why", "wy"))
    found = mistakes(
        changed("equals: true", 'equals: "true"').replace("[]", "[]").replace("name}", "nam}")
    )
    assert len(found) >= 4
    assert [line.split(":")[0] for line in found] == sorted(line.split(":")[0] for line in found)


def test_two_rules_with_one_id_are_a_mistake(tmp_path):
    (tmp_path / "a").mkdir()
    for path in (tmp_path / "my-rule.yaml", tmp_path / "a" / "my-rule.yaml"):
        path.write_text(GOOD)
    with pytest.raises(UserError, match="my-rule stands already in"):
        load.rules([str(tmp_path)])


def test_a_rule_may_not_take_the_name_of_a_builtin_one_beside_it(tmp_path):
    path = tmp_path / "cloudtrail-kms.yaml"
    path.write_text(changed("id: my-rule", "id: cloudtrail-kms"))
    with pytest.raises(UserError, match="which is built in"):
        load.rules([str(path)], with_builtin=True)


def test_a_field_newer_than_the_table_is_named_under_extra_fields(tmp_path):
    newer = changed("isMultiRegionTrail\n", "brandNew\n").replace("isMultiRegionTrail", "brandNew")
    (tmp_path / "my-rule.yaml").write_text(newer + "extraFields: [configuration.brandNew]\n")
    assert len(load.rules([str(tmp_path)])) == 1


def test_a_folder_without_rules_is_a_mistake(tmp_path):
    with pytest.raises(UserError, match="holds no rule"):
        load.rules([str(tmp_path)])


WAIVER = "waivers: [{rule: trail-on, resource: x, reason: r, owner: o, expires: 2027-01-31}]"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("trail-on", "trial-on", "no rule is called trial-on; did you mean trail-on?"),
        ("2027-01-31", "soon", "is not of the form"),
        ("owner: o, ", "", "owner missing"),
        ("reason", "raeson", "did you mean reason?"),
    ],
)
def test_a_mistake_in_a_waiver_file_has_its_place(tmp_path, old, new, says):
    (tmp_path / "waivers.yaml").write_text(WAIVER.replace(old, new))
    with pytest.raises(UserError) as caught:
        load.waivers(str(tmp_path / "waivers.yaml"), frozenset({"trail-on"}))
    assert says in str(caught.value)
    assert "waivers.yaml:1:" in str(caught.value)


def test_a_waiver_knows_its_place(tmp_path):
    (tmp_path / "waivers.yaml").write_text(WAIVER)
    (waiver,) = load.waivers(str(tmp_path / "waivers.yaml"), frozenset({"trail-on"}))
    assert (waiver.rule, waiver.expires, waiver.location.line) == ("trail-on", "2027-01-31", 1)
