"""What is known of a deployment before it: parameters, variables, the account and the Region."""

from msgspec import Struct


class Deployment(Struct, frozen=True):
    """The files with the values of parameters and variables; account and Region, "" if not known.

    `roots` are the paths that the user named: nothing outside of them is read.
    """

    parameters: tuple[str, ...] = ()
    var_files: tuple[str, ...] = ()
    account: str = ""
    region: str = ""
