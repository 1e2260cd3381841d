"""The page on templates and Terraform names every kind of declared resource that is read."""

import re
from pathlib import Path

import pytest

from scanner.resources.generate import declared as resource_types

PAGE = Path(__file__).resolve().parents[1] / "docs/sources-declared.md"
ROW = re.compile(r"^\| `(AWS::\w+::\w+)` \| (.*) \| (.*) \|$", re.MULTILINE)
MAPPED = {
    name: each for name, each in resource_types().items() if each.cloudformation or each.terraform
}


def rows():
    """The kinds that the page names, by type: those of CloudFormation and those of Terraform."""
    found = {}
    for name, *cells in ROW.findall(PAGE.read_text()):
        named = [re.findall("`([^`]+)`", each) for each in cells]
        if cells[0].startswith("the same"):
            named[0].append(name)
        found[name] = tuple(map(sorted, named))
    return found


def test_the_page_names_the_types_that_are_mapped_and_no_others():
    assert sorted(rows()) == sorted(MAPPED)


@pytest.mark.parametrize("name", sorted(MAPPED))
def test_the_page_names_every_kind_that_makes_a_type_and_no_others(name):
    sides = (MAPPED[name].cloudformation, MAPPED[name].terraform)
    assert rows()[name] == tuple(sorted(each.kind for each in side) for side in sides)
