"""What AWS Config writes otherwise than templates and Terraform do, each as one function."""

from collections.abc import Mapping
from typing import Final

from scanner.sources.declared.mapping import Form
from scanner.sources.declared.permissions import permission, permissions, rule_permission

FORMS: Final[Mapping[str, Form]] = {
    each.__name__: each for each in (permission, permissions, rule_permission)
}
"""What the `form` of a declaration's field may name."""
