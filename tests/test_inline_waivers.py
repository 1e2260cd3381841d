"""Waivers as comments: at which resource they stand, and that a text is never one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scans import resource

from scanner import builtin
from scanner.before_merge.inline import OWNER, inline_waivers
from scanner.model import Location

KNOWN = frozenset({"trail-on", "trail-validated", "bucket-closed"})
SAID = "groma: waive trail-on until 2027-01-31 because the lab has none"

TEMPLATE = """\
Resources:
  # {above}
  Trail:  # {behind}
    Type: AWS::CloudTrail::Trail
    # {inside}
    Properties: {{IsLogging: true}}

  # {apart}

  Bucket:
    Type: AWS::S3::Bucket
"""
TRAIL = (("t.yaml", "Trail"), Location("t.yaml", 3, 3, 6, 35))
BUCKET = (("t.yaml", "Bucket"), Location("t.yaml", 10, 3, 11, 26))


def template(**said):
    return TEMPLATE.format(**{"above": "", "behind": "", "inside": "", "apart": ""} | said)


def read(text, *extents, uri="t.yaml"):
    return inline_waivers(uri, text, extents or (TRAIL, BUCKET), KNOWN)


def bound(text, *extents, uri="t.yaml"):
    waivers, problems = read(text, *extents, uri=uri)
    assert problems == []
    return [(each.waiver.rule, sorted(address for _, address in each.at)) for each in waivers]


def wrong(text, *extents, uri="t.yaml"):
    waivers, problems = read(text, *extents, uri=uri)
    assert waivers == []
    assert all(each.blocks for each in problems)
    return [f"{each.where}: {each.what.partition(';')[0]}" for each in problems]


def whole(address="Trail", uri="t.yaml"):
    """All of a file as one resource."""
    return (uri, address), Location(uri, 1, 1, 999, 1)


@pytest.mark.parametrize("where", ["above", "behind", "inside"])
def test_a_comment_above_a_resource_or_in_it_waives_a_rule_there(where):
    assert bound(template(**{where: SAID})) == [("trail-on", ["Trail"])]


def test_a_waiver_has_all_that_one_in_a_file_has():
    ((waiver,), _) = read(template(inside=SAID))
    assert waiver.waiver.reason == "the lab has none"
    assert waiver.waiver.expires == "2027-01-31"
    assert waiver.waiver.owner == OWNER
    assert waiver.waiver.resource == "Trail"
    assert waiver.waiver.location == Location("t.yaml", 5, 5, 5, 7 + len(SAID))


def test_a_waiver_covers_its_resource_in_its_stack_and_no_other():
    ((waiver,), _) = read(template(above=SAID))
    assert waiver.covers(resource("Trail", stack="t.yaml"))
    assert not waiver.covers(resource("Bucket", stack="t.yaml"))
    assert not waiver.covers(resource("Trail", stack="other.yaml"))
    assert not waiver.covers(resource("Trail"))


def test_several_rules_are_one_waiver_each():
    said = SAID.replace("trail-on", "trail-on, trail-validated,trail-on")
    assert bound(template(above=said)) == [("trail-on", ["Trail"]), ("trail-validated", ["Trail"])]


def test_somebody_may_own_it():
    said = "groma: waive trail-on by the platform team until 2027-01-31 because of a lab"
    ((waiver,), _) = read(template(above=said))
    assert waiver.waiver.owner == "the platform team"
    assert waiver.waiver.reason == "of a lab"


def test_several_lines_of_comments_may_stand_above():
    text = template(above=f"{SAID}\n  # The lab is closed in January.")
    below = (TRAIL[0], Location("t.yaml", 4, 3, 7, 35))
    assert bound(text, below) == [("trail-on", ["Trail"])]


def test_a_comment_apart_from_resources_is_a_mistake():
    assert wrong(template(apart=SAID)) == ["t.yaml:8:3: this waiver stands at no resource"]


def test_a_comment_that_ends_one_resource_does_not_waive_the_next():
    text = f"A:\n  Type: X\n  # {SAID}\nB:\n  Type: X\n"
    extents = ((("t.yaml", "A"), Location("t.yaml", 1, 1, 2, 10)),
               (("t.yaml", "B"), Location("t.yaml", 4, 1, 5, 10)))  # fmt: skip
    assert wrong(text, *extents) == ["t.yaml:3:3: this waiver stands at no resource"]


def test_a_comment_behind_other_code_does_not_waive_what_is_below():
    text = f"Other: 1  # {SAID}\nB:\n  Type: X\n"
    assert wrong(text, (("t.yaml", "B"), Location("t.yaml", 2, 1, 3, 10))) == [
        "t.yaml:1:11: this waiver stands at no resource"
    ]


def test_resources_that_are_written_once_are_waived_together():
    one, other = ("m", "module.a.aws_x.y"), ("m", "module.b.aws_x.y")
    text = f'resource "aws_x" "y" {{\n  # {SAID}\n}}\n'
    place = Location("m/x.tf", 1, 1, 3, 2)
    assert bound(text, (one, place), (other, place), uri="m/x.tf") == [
        ("trail-on", ["module.a.aws_x.y", "module.b.aws_x.y"])
    ]


def test_the_innermost_of_resources_that_lie_in_one_another_is_meant():
    outer = (("t.yaml", "Stack"), Location("t.yaml", 1, 1, 11, 26))
    assert bound(template(inside=SAID), outer, TRAIL) == [("trail-on", ["Trail"])]


def test_extents_in_other_files_are_no_matter():
    elsewhere = (("t.yaml", "Nested.Trail"), Location("nested.yaml", 1, 1, 99, 1))
    assert bound(template(inside=SAID), elsewhere, TRAIL) == [("trail-on", ["Trail"])]


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("groma: waive trail-no until 2027-01-31 because x", "no rule is called 'trail-no'"),
        ("groma: waive trail-on because x", "a waiver without `until DATE`"),
        ("groma: waive trail-on until 2027-01-31", "a waiver without `because REASON`"),
        ("groma: waive trail-on until 2027-01-31 because", "a waiver without `because REASON`"),
        ("groma: waive trail-on until 2027-02-30 because x", "'2027-02-30' is no day"),
        ("groma: waive trail-on until 20270131 because x", "'20270131' is no day"),
        ("groma: waive trail-on until next week because x", "'next week' is no day"),
        ("groma: waive until 2027-01-31 because x", "a waiver without a rule"),
        ("groma: waive trail-on by until 2027-01-31 because x", "a waiver `by` nobody"),
        ("groma: ignore trail-on", "groma: 'ignore' means nothing here"),
        ("groma:", "groma: '' means nothing here"),
        ("groma waive trail-on until 2027-01-31 because x", "a waiver begins with `groma:`"),
        ("groma: waive trail-on until 2027-01-31 because " + "x" * 1000, "a waiver of more than 1000 characters"),
    ],
)  # fmt: skip
def test_what_is_no_waiver_is_a_mistake_that_blocks(said, what):
    assert wrong(template(inside=said)) == [f"t.yaml:5:5: {what}"]


def test_a_misspelt_rule_is_told_which_is_meant():
    _, (problem,) = read(template(inside=SAID.replace("trail-on", "trial-on")))
    assert problem.what == "no rule is called 'trial-on'; did you mean trail-on?"


@pytest.mark.parametrize(
    "said", ["We use groma: it is good", "gromatic: waive", "# see groma: waive", "waive trail-on"]
)
def test_other_comments_are_none_of_ours(said):
    if said.startswith("#"):
        said = "see " + said.removeprefix("# see ")
    assert bound(template(inside=said)) == []


@pytest.mark.parametrize(
    "mark", ["#", "##", "#   ", "#groma: waive trail-on until 2027-01-31 because x #"]
)
def test_a_comment_may_be_spaced_as_one_likes(mark):
    text = template(inside="x").replace("# x", f"{mark}{SAID}")
    assert bound(text) == [("trail-on", ["Trail"])]


def test_words_may_be_in_capitals():
    said = "Groma: Waive trail-on Until 2027-01-31 Because x"
    assert bound(template(inside=said)) == [("trail-on", ["Trail"])]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way(ends):
    assert bound(template(inside=SAID).replace("\n", ends)) == [("trail-on", ["Trail"])]


def test_a_byte_order_mark_is_no_matter():
    text = f"\ufeff# {SAID}\nTrail:\n  Type: X\n"
    place = Location("t.yaml", 2, 1, 3, 10)
    assert bound(text, (("t.yaml", "Trail"), place)) == [("trail-on", ["Trail"])]


def test_json_has_no_comments():
    text = '{"Resources": {"Trail": {"Type": "X",\n\t"Note": "# ' + SAID + '"}}}'
    assert bound(text, whole()) == []


def test_a_file_that_is_not_yaml_has_no_waivers():
    assert bound(f'# {SAID}\nTrail: "\n') == []


def test_too_many_comments_are_a_mistake():
    text = f"# {SAID}\n" * 1001 + "A: 1\n"
    waivers, (problem,) = read(text, (("t.yaml", "A"), Location("t.yaml", 1002, 1, 1002, 5)))
    assert len(waivers) == 1000
    assert problem.where == "t.yaml:1001:1"


def test_a_comment_behind_the_sign_of_a_block_is_one():
    text = f"A: |  # {SAID}\n  # {SAID}\nB: 1\n"
    assert len(bound(text, whole())) == 1


YAML_TEXTS = [
    'k{n}: "{said}"',
    "k{n}: '# {said}'",
    'k{n}: "# {said}"',
    'k{n}: "a \\" # {said}"',
    "k{n}: 'a '' # {said}'",
    "k{n}: a#{said_plain}",
    "k{n}: |\n  a\n  # {said}\n\n  # {said}",
    "k{n}: >-\n  # {said}",
    "k{n}: |2\n    # {said}\n  x",
    'k{n}: "a\n  # {said}\n  b"',
    "k{n}: 'a\n\n  # {said}'",
    '? "# {said} {n}"\n: x',
    "k{n}: [a, '# {said}', \"# {said}\"]",
    "k{n}: !Sub |\n  \u2028  # {said}",
    "k{n}: plain\n  goes on\n  still",
]
YAML_COMMENTS = [
    "# {said}",
    " # {said}",
    "c{n}: x # {said}",
    "c{n}: # {said}\n  - x",
    "c{n}: 'a'  # {said}",
    "c{n}: |  # {said}\n  text",
    "c{n}: >+\n  text\n\n# {said}",
    "c{n}: [a, # {said}\n  b]",
    "c{n}: &anchor {{a: b}}  # {said}",
    "c{n}: !GetAtt a#b.c # {said}",
]
TF_TEXTS = [
    'k{n} = "# {said}"',
    'k{n} = "// {said}"',
    'k{n} = "a \\" # {said}"',
    'k{n} = "${{f("# {said}")}} # {said}"',
    'k{n} = "$${{ # {said} }}"',
    'k{n} = "%{{ if a }} # {said} %{{ endif }}"',
    'k{n} = "${{ {{ a = "}}" }}["a"] }} # {said}"',
    "k{n} = <<EOT\n# {said}\n EOTS\n# {said}\nEOT",
    'k{n} = <<-EOT\n  a ${{f("EOT", {{}})}}\n  # {said}\n  EOT',
    'k{n} = f(<<A\n"\n# {said}\nA\n)',
    "k{n} = <<E\n${{x}} E\n# {said}\n$${{ E\nE",
    "/* # {said}\n// {said}\n*/",
    'k{n} = "\\\\" /* " # {said} */',
]
TF_COMMENTS = [
    "# {said}",
    "  // {said}",
    'c{n} = "x" # {said}',
    "c{n} = 1// {said}",
    "c{n} = {{ # {said}\n}}",
    "c{n} = <<EOT\nx\n  EOT\n# {said}",
    'c{n} = "${{a}}" // {said}',
    "c{n} = a / b # {said}",
    "/* x */ # {said}",
    "# an end */ of nothing\n# {said}",
]


def mixed(texts, comments):
    piece = st.sampled_from([*((each, 0) for each in texts), *((each, 1) for each in comments)])
    return st.lists(piece, max_size=8)


def filled(pieces):
    plain = SAID.replace(": ", ":")
    written = (
        each.format(said=SAID, said_plain=plain, n=number)
        for number, (each, _) in enumerate(pieces)
    )
    return "\n".join([*written, ""]), sum(number for _, number in pieces)


@given(mixed(YAML_TEXTS, YAML_COMMENTS))
def test_in_yaml_a_text_is_never_a_waiver_and_a_comment_always(pieces):
    text, number = filled(pieces)
    assert len(bound(text, whole())) == number


@given(mixed(TF_TEXTS, TF_COMMENTS))
def test_in_terraform_a_text_is_never_a_waiver_and_a_comment_always(pieces):
    text, number = filled(pieces)
    assert len(bound(text, whole(uri="x.tf"), uri="x.tf")) == number


@pytest.mark.parametrize("piece", [*YAML_TEXTS, *YAML_COMMENTS])
def test_the_pieces_of_yaml_are_yaml(piece):
    import yaml

    list(yaml.parse(filled([(piece, 0)])[0], Loader=yaml.CSafeLoader))


@pytest.mark.parametrize("piece", [*TF_TEXTS, *TF_COMMENTS])
def test_the_pieces_of_terraform_are_terraform(piece):
    import hcl2

    hcl2.loads(filled([(piece, 0)])[0])


@given(st.text(st.sampled_from("ab:#'\"|>{}[]$%\\/*<-EO \n\t\r\x85\u2028\ufeff\0"), max_size=60),
       st.sampled_from(["x.tf", "x.yaml", "x.json"]), st.integers(0, 60))  # fmt: skip
def test_any_text_has_waivers_or_problems_and_never_an_error(text, uri, at):
    text = f"{text[:at]}# {SAID}{text[at:]}"
    waivers, problems = read(text, whole(uri=uri), uri=uri)
    assert len(waivers) + len(problems) <= 1


def test_the_waiver_in_the_docs_is_one():
    page = (Path(__file__).parents[1] / "docs" / "pull-requests.md").read_text()
    text = page.split("```yaml\n")[1].split("```")[0]
    known = frozenset(rule.id for rule in builtin.rules())
    trail = ("t.yaml", "Trail"), Location("t.yaml", 3, 3, 4, 33)
    (waiver,), problems = inline_waivers("t.yaml", text, [trail], known)
    assert waiver.at == {("t.yaml", "Trail")}
    assert problems == []
