"""Which subnets are public: those whose route table leads to an internet gateway."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from scanner.network.opening import configured, elements, id_of, summed
from scanner.network.same import Same
from scanner.unresolved import Unresolved

Outcome = bool | Unresolved
"""Whether a route table leads to an internet gateway."""


def public_subnets(subnets: Any, route_tables: Any) -> list[str | Unresolved]:
    """The ids of the subnets whose route table has an active route to an internet gateway.

    A subnet has the table that is associated with it, or else its VPC's main one. Where that is
    not known, or not what it routes, the id's place is taken by an `Unresolved`.
    """
    tables = _Tables(elements(route_tables))
    found: list[str | Unresolved] = []
    for subnet in elements(subnets):
        subnet_id = _subnet_id(subnet)
        public = (
            subnet_id if isinstance(subnet_id, Unresolved) else tables.public(subnet_id, subnet)
        )
        if isinstance(public, Unresolved):
            found.append(public)
        elif public and isinstance(subnet_id, str):
            found.append(subnet_id)
    return found


def _subnet_id(subnet: Any) -> str | Unresolved:
    if type(subnet) is Unresolved:
        return subnet
    for found in (_configured_text(subnet, "subnetId"), _text(subnet, "resourceId")):
        if isinstance(found, str):
            return found
    return Unresolved("a subnet has no id")


def _text(document: Any, key: str) -> Any:
    """A member of an object, an `Unresolved` where there is no object."""
    if type(document) is dict:
        return document.get(key)
    return (
        document if type(document) is Unresolved else Unresolved("what should be an object is not")
    )


def _configured_text(document: Any, key: str) -> Any:
    """A member of a document's configuration, or the `Unresolved` in its way."""
    return _text(_text(document, "configuration"), key)


class _Tables:
    """What each subnet's route table leads to."""

    def __init__(self, tables: Iterable[Any]) -> None:
        self.explicit: dict[str, list[Outcome]] = {}
        self.main: dict[str, list[Outcome]] = {}
        self.doubtful: dict[str | None, list[Outcome]] = {}  # None: of any VPC
        for table in tables:
            vpc = _configured_text(table, "vpcId")
            self._add(table, vpc if isinstance(vpc, str) else None, _leads_out(Same(table)))

    def _add(self, table: Any, vpc: str | None, outcome: Outcome) -> None:
        for each in configured(table, "associations"):
            subnet, main = _text(each, "subnetId"), _text(each, "main")
            if isinstance(subnet, str):
                _note(self.explicit.setdefault(subnet, []), outcome)
            elif main is True and vpc:
                _note(self.main.setdefault(vpc, []), outcome)
            elif main is not False or subnet is not None:
                _note(self.doubtful.setdefault(vpc, []), outcome)

    def public(self, subnet_id: str, subnet: Any) -> Outcome:
        """Whether a subnet is public, as far as all tables that may be its own agree."""
        if subnet_id in self.explicit:
            return _agreed(self.explicit[subnet_id], subnet_id)
        vpc = _configured_text(subnet, "vpcId")
        if type(vpc) is not str:
            return vpc if type(vpc) is Unresolved else Unresolved(f"{subnet_id} has no vpcId")
        main = self.main.get(vpc) or [Unresolved(f"the route table of {subnet_id} is not known")]
        maybe = self.doubtful.get(None, []) + self.doubtful.get(vpc, [])
        return _agreed(main + maybe, subnet_id)


def _note(outcomes: list[Outcome], outcome: Outcome) -> None:
    """Add an outcome where it says something new; a hundred that are not known say enough."""
    if outcome not in outcomes[:100] and (isinstance(outcome, bool) or len(outcomes) < 100):
        outcomes.append(outcome)


def _agreed(outcomes: list[Outcome], subnet_id: str) -> Outcome:
    if all(outcome is outcomes[0] for outcome in outcomes) and isinstance(outcomes[0], bool):
        return outcomes[0]
    why = summed(outcome for outcome in outcomes if isinstance(outcome, Unresolved))
    return why or Unresolved(f"which route table {subnet_id} has is not known")


@lru_cache(maxsize=256)
def _leads_out(same: Same) -> Outcome:
    table = same.document
    outcomes = [_route_leads_out(route, table) for route in configured(table, "routes")]
    if any(outcome is True for outcome in outcomes):
        return True
    return summed(each for each in outcomes if isinstance(each, Unresolved)) or False


def _route_leads_out(route: Any, table: Any) -> Outcome:
    gateway, state = _text(route, "gatewayId"), _text(route, "state")
    if state == "blackhole" or gateway is None:
        return False
    if isinstance(gateway, str) and not gateway.startswith("igw-"):
        return False
    for each in (gateway, state):
        if type(each) is Unresolved:
            return each
    if isinstance(gateway, str):
        return True
    return Unresolved(f"a route of {id_of(table)} has an unreadable gateway")
