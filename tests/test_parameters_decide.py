"""Literals that become parameters: what is still decided holds whatever value they are given."""

import json
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from proposals import outcome

HERE = Path(__file__).parent
SAMPLES = [
    HERE / "small_account_files" / "template.yaml",
    HERE / "templates" / "database.yaml",
    HERE / "templates" / "trail.yaml",
    *sorted((HERE / "before_merge").glob("*/*.yaml")),
]


# Templates with literals that parameters stand for


@dataclass(frozen=True)
class Literal:
    """A scalar among a resource's properties, and where its text begins and ends."""

    name: str
    text: str
    first: int
    last: int


def literals(text):
    """Every literal below Properties that no function reads."""
    return [
        literal
        for _, resource in pairs(section(yaml.compose(text), "Resources"))
        for literal in below(section(resource, "Properties"), "")
    ]


def section(node, wanted):
    return next((value for name, value in pairs(node) if name == wanted), None)


def pairs(node):
    if isinstance(node, yaml.MappingNode):
        yield from ((key.value, value) for key, value in node.value)


def below(node, name):
    """The literals at or below a node, with the name of the property that they are of."""
    if isinstance(node, yaml.MappingNode):
        for key, value in pairs(node):
            if not key.startswith(("Fn::", "Ref", "Condition")):
                yield from below(value, key)
    elif isinstance(node, yaml.SequenceNode):
        of_if = node.value[1:] if node.tag == "!If" else []
        for each in node.value if node.tag.startswith("tag:") else of_if:
            yield from below(each, name)
    elif isinstance(node, yaml.ScalarNode) and node.tag.startswith("tag:"):
        yield Literal(name, node.value, node.start_mark.index, node.end_mark.index)


def with_parameters(text, named):
    """The template with parameters, none of which has a default, for some of its literals.

    A parameter that is called C… chooses between the literal and another one.
    """
    for literal, parameter in sorted(named.items(), key=lambda each: -each[0].first):
        said = f"!Ref {parameter}"
        if parameter.startswith("C"):
            either = ", ".join(json.dumps(each) for each in plausible(literal)[:2])
            said = f"!If [Is{parameter}, {either}]"
        text = f"{text[: literal.first]}{said}{text[literal.last :]}"
    text = with_section(text, "Conditions", [
        f'  Is{each}: !Equals [!Ref {each}, "yes"]\n' for each in sorted(set(named.values())) if each[0] == "C"
    ])  # fmt: skip
    return with_section(
        text,
        "Parameters",
        [f"  {each}: {{Type: String}}\n" for each in sorted(set(named.values()))],
    )


def with_section(text, name, lines):
    """The template with some lines more in a section that it may not have had."""
    declared = "".join(lines)
    if not re.search(rf"^{name}:\n", text, re.MULTILINE):
        return f"{name}:\n{declared}{text}" if lines else text
    return re.sub(rf"^{name}:\n", f"{name}:\n{declared}", text, flags=re.MULTILINE)


# What else somebody may write in place of a literal

PLAUSIBLE = [
    (r"(true|false|yes|no)", ["true", "false"]),
    (r"[0-9a-f:]*::[0-9a-f:]*/\d+", ["::/0", "2001:db8::/32", "::/1"]),
    (r"[\d.]+/16", ["10.0.0.0/16", "10.100.0.0/16", "192.168.0.0/16"]),  # no network is larger
    (r"[\d.]+/\d+", ["0.0.0.0/0", "0.0.0.0/1", "10.100.0.0/16", "10.0.1.0/24", "192.0.2.0/24"]),
    (r"allow|deny", ["allow", "deny"]),
]
PORTS = ["22", "443", "3306", "3389", "5432"]
FIRST_PORTS, LAST_PORTS = {"FromPort", "From"}, {"ToPort", "To"}
PROPERTIES = {
    "IpProtocol": ["tcp", "udp", "-1", "6", "50"],
    "Protocol": ["6", "17", "-1", "50"],
    "RuleNumber": ["1", "90", "100", "150", "201"],
    **{each: ["0", "20"] for each in FIRST_PORTS},
    **{each: ["65535", "60000"] for each in LAST_PORTS},
    "Engine": ["mysql", "postgres", "oracle-ee"],
    "GroupName": ["default", "admin", "another"],
}


def plausible(literal, *alike):
    """What a literal says, and what others might in its place and in that of those like it.

    No port that begins a range is behind the one that ends it: AWS does not take that.
    """
    names = {each.name for each in (literal, *alike)}
    others = PROPERTIES.get(literal.name)
    if names & FIRST_PORTS and names & LAST_PORTS:
        others = PORTS
    if others is None:
        shapes = (each for shape, each in PLAUSIBLE if re.fullmatch(shape, literal.text))
        others = next(shapes, ["another", "one-more"])
    return [said(literal), *(each for each in others if each != said(literal))]


def said(literal):
    """What a literal says, as a parameter says it: YAML's yes is not a word of CloudFormation's."""
    return {"yes": "true", "no": "false"}.get(literal.text, literal.text)


@st.composite
def situations(draw):
    """A template, some of its literals by their parameters, and several values for each of those.

    The first values are those that give what was written.
    """
    text = draw(st.sampled_from(SAMPLES)).read_text()
    found = literals(text)
    chosen = draw(st.lists(st.sampled_from(found), min_size=1, max_size=3, unique=True))
    prefix = draw(st.sampled_from("PPC"))
    alike = draw(st.booleans())  # whether one parameter is for all that is written alike
    names = {
        each: f"{prefix}{index}"
        for index, one in enumerate(chosen)
        for each in (found if alike else [one])
        if each.text == one.text
    }
    if prefix == "C":
        written, choices = (
            dict.fromkeys(names.values(), "yes"),
            {each: ["yes", "no"] for each in names.values()},
        )
    else:
        written = {name: said(each) for each, name in names.items()}
        choices = {
            name: plausible(*(each for each, its in names.items() if its == name))
            for name in names.values()
        }
    values = st.fixed_dictionaries({name: st.sampled_from(each) for name, each in choices.items()})
    return text, names, [written, *draw(st.lists(values, min_size=2, max_size=3))]


def verdicts(folder, text, given=None):
    """The verdict of each rule on each resource, with the values of parameters or without."""
    path, file = Path(folder, "template.yaml"), Path(folder, "parameters.json")
    path.write_text(text)
    file.write_text(json.dumps(given or {}))
    found = outcome(path, root=folder, parameters=[file] if given else [], sarif=False)
    return {(rule, name): verdict for (rule, _, _, name), verdict in found.verdicts().items()}


@settings(max_examples=80, derandomize=True)
@given(situations())
def test_what_is_decided_without_parameters_is_so_with_every_value_of_them(situation):
    text, names, values = situation
    with tempfile.TemporaryDirectory() as folder:
        before = verdicts(folder, text)
        unsure = with_parameters(text, names)
        after = verdicts(folder, unsure)
        assert_covers(verdicts(folder, unsure, values[0]), before, names)
        for given_values in values:
            known = verdicts(folder, unsure, given_values)
            assert_covers(after, known, (names, given_values))


def assert_covers(after, known, why):
    """Whatever a value leads to was foreseen: the same verdict, or an unknown one."""
    for key in after.keys() | known.keys():
        assert after.get(key, "not judged") in ("unknown", known.get(key, "not judged")), (key, why)


@settings(max_examples=70, derandomize=True)
@given(situations())
def test_no_verdict_turns_into_a_pass_by_a_parameter(situation):
    text, names, _ = situation
    with tempfile.TemporaryDirectory() as folder:
        before = verdicts(folder, text)
        after = verdicts(folder, with_parameters(text, names))
    passed = {key for key, verdict in after.items() if verdict == "pass"}
    assert {before[key] for key in passed} <= {"pass"}
    assert {key for key, verdict in before.items() if verdict != "pass"} <= after.keys() - passed


def test_most_literals_of_the_samples_are_tried():
    found = [each for path in SAMPLES for each in literals(path.read_text())]
    assert len(found) > 200
    assert {"true", "0.0.0.0/0", "::/0", "allow", "22"} <= {each.text for each in found}


ONE_OF_TWO = """
Parameters:
  First: {Type: String}
Conditions:
  IsFirst: !Equals [!Ref First, "yes"]
Resources:
  One:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: one, GroupName: one}
  Two:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: two, GroupName: two}
  Everybody:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: !If [IsFirst, !Ref One, !Ref Two]
      IpProtocol: tcp
      FromPort: 5432
      ToPort: 5432
      CidrIp: 0.0.0.0/0
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {Engine: postgres, VPCSecurityGroups: [!Ref One]}
"""


def test_what_may_be_a_part_of_either_of_two_is_decided_for_neither(tmp_path):
    judged = ("rds-security-group-closed", "Database")
    assert verdicts(tmp_path, ONE_OF_TWO, {"First": "yes"})[judged] == "fail"
    assert verdicts(tmp_path, ONE_OF_TWO, {"First": "no"})[judged] == "pass"
    assert verdicts(tmp_path, ONE_OF_TWO)[judged] == "unknown"
