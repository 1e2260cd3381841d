"""What the user asks of live AWS: which accounts and Regions, entered how, read how fast."""

import re
from collections.abc import Mapping
from typing import Any, Final

from msgspec import Struct

from scanner.errors import UserError
from scanner.shape import Call

WORKERS: Final = 16

ENABLED: Final = Call("ec2", "describe_regions", "Regions[]")
EVERYBODY: Final = Call("organizations", "list_accounts", "Accounts[]")
IN_UNIT: Final = Call("organizations", "list_accounts_for_parent", "Accounts[]")
UNITS: Final = Call(
    "organizations", "list_organizational_units_for_parent", "OrganizationalUnits[]"
)
"""The calls that find accounts and Regions."""


class Reach(Struct, frozen=True):
    """The accounts and Regions that the user asked for, and the role that enters the accounts.

    No `regions` stand for all that are enabled in an account, no `accounts` for the caller's own.
    `aggregator` and `max_age` (in hours) are for AWS Config. Raises UserError where its parts
    contradict one another.
    """

    regions: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    organization: bool = False
    units: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    role: str | None = None
    external_id: str | None = None
    max_workers: int = WORKERS
    aggregator: str | None = None
    max_age: int | None = None

    def __post_init__(self) -> None:
        for option, ids in (("--account", self.accounts), ("--exclude-account", self.excluded)):
            for each in ids:
                if not re.fullmatch(r"[0-9]{12}", each):
                    raise UserError(f"{option} {each}: an account id has twelve digits")
        if self.accounts and self.everybody:
            raise UserError("--account: name accounts, or take those of --organization; not both")
        if self.external_id and not self.role:
            raise UserError("--external-id: it goes with a role; name it with --role")

    @property
    def everybody(self) -> bool:
        """Whether the accounts are an organization's."""
        return self.organization or bool(self.units)


def reach_of(options: Mapping[str, Any]) -> Reach:
    """The accounts and Regions that options name. Raises UserError where they contradict."""
    return Reach(
        regions=tuple(sorted(set(options["region"]))),
        accounts=tuple(options["account"]),
        organization=bool(options.get("organization")),
        units=tuple(options.get("ou", ())),
        excluded=tuple(options.get("exclude_account", ())),
        role=options["role"],
        external_id=options["external_id"],
        max_workers=options.get("max_workers") or WORKERS,
        aggregator=options.get("aggregator"),
        max_age=options.get("max_age"),
    )
