"""Which subnets are public: those whose route table leads to an internet gateway."""

from typing import Any

from scanner.network.opening import elements, summed, told
from scanner.network.owners import Candidates, Owners, subnet_id
from scanner.network.routes import Outcome, leads_out
from scanner.unresolved import Unresolved


def public_subnets(subnets: Any, route_tables: Any) -> list[str | Unresolved]:
    """The ids of the subnets whose route table has an active route to an internet gateway.

    A subnet has the table that is associated with it, or else its VPC's main one. Where that is
    not known, or not what it routes, the id's place is taken by an `Unresolved`. An id that only
    deployment decides is its token, that of a parameter the parameter's name.
    """
    tables = Owners(elements(route_tables), "route table")
    found: list[str | Unresolved] = []
    for subnet in elements(subnets):
        own = subnet_id(subnet)
        name = told(own)
        public = _public(tables.of(subnet), name) if name else own
        if isinstance(public, Unresolved):
            found.append(public)
        elif public and name:
            named = isinstance(own, Unresolved) and own.named
            found.append(own if named else name)
    return found


def _public(tables: Candidates, name: str) -> Outcome:
    """Whether a subnet is public, as far as all tables that may be its own agree."""
    outcomes = [each if isinstance(each, Unresolved) else leads_out(each) for each in tables]
    if isinstance(outcomes[0], bool) and all(each is outcomes[0] for each in outcomes):
        return outcomes[0]
    why = summed(each for each in outcomes if isinstance(each, Unresolved))
    return why or Unresolved(f"which route table {name} has is not known")
