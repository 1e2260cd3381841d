"""Which subnets are public: those whose route table leads to an internet gateway."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final

from scanner.network.opening import configured, elements, id_of, summed, told
from scanner.network.same import Same
from scanner.unresolved import Unresolved, identity, merged

INTERNET_GATEWAY: Final = "AWS::EC2::InternetGateway"

Outcome = bool | Unresolved
"""Whether a route table leads to an internet gateway."""


def public_subnets(subnets: Any, route_tables: Any) -> list[str | Unresolved]:
    """The ids of the subnets whose route table has an active route to an internet gateway.

    A subnet has the table that is associated with it, or else its VPC's main one. Where that is
    not known, or not what it routes, the id's place is taken by an `Unresolved`. An id that only
    deployment decides is its token, that of a parameter the parameter's name.
    """
    tables = _Tables(elements(route_tables))
    found: list[str | Unresolved] = []
    for subnet in elements(subnets):
        subnet_id = _subnet_id(subnet)
        name = told(subnet_id)
        public = tables.public(subnet_id, name, subnet) if name else subnet_id
        if isinstance(public, Unresolved):
            found.append(public)
        elif public and name:
            named = isinstance(subnet_id, Unresolved) and subnet_id.named
            found.append(subnet_id if named else name)
    return found


def _subnet_id(subnet: Any) -> Any:
    """The id, or the token of one; an `Unresolved` without a token where there is none."""
    if type(subnet) is Unresolved:
        return merged([subnet])
    for found in (_configured_text(subnet, "subnetId"), _text(subnet, "resourceId")):
        if identity(found) is not None:
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
    """What each subnet's route table leads to, by what tells ids and tokens apart.

    What a parameter says may be any id: an association with it, or of a VPC that it names, may be
    anybody's, and a subnet that it names may be any.
    """

    def __init__(self, tables: Iterable[Any]) -> None:
        self.explicit: dict[str, list[Outcome]] = {}  # by subnet
        self.main: dict[str, list[Outcome]] = {}  # by VPC, as the next
        self.doubtful: dict[str, list[Outcome]] = {}  # associations with nobody knows what
        self.adrift: list[Outcome] = []  # these and main ones, of nobody knows which VPC
        self.shared: list[Outcome] = []  # these and main ones, of every VPC
        self.owned: list[Outcome] = []  # of every subnet
        for table in tables:
            self._add(table, _configured_text(table, "vpcId"), _leads_out(Same(table)))

    def _add(self, table: Any, vpc: Any, outcome: Outcome) -> None:
        for each in configured(table, "associations"):
            subnet, main = _text(each, "subnetId"), _text(each, "main")
            key = identity(subnet)
            if key is not None:
                _note(self.explicit.setdefault(key, []), outcome)
                _note(self.owned, outcome)
            if key is None and main is True:
                self._share(self.main, vpc, outcome)
            elif _is_open(subnet) or (key is None and (main is not False or subnet is not None)):
                self._share(self.doubtful, vpc, outcome)

    def _share(self, by_vpc: dict[str, list[Outcome]], vpc: Any, outcome: Outcome) -> None:
        """Note what may be the table of any subnet of a VPC."""
        key = identity(vpc)
        if key is not None:
            _note(by_vpc.setdefault(key, []), outcome)
        if _is_open(vpc):
            _note(self.adrift, outcome)
        _note(self.shared, outcome)

    def public(self, subnet_id: Any, name: str, subnet: Any) -> Outcome:
        """Whether a subnet is public, as far as all tables that may be its own agree."""
        own = self.explicit.get(identity(subnet_id) or "")
        if own:
            return _agreed(own, name)
        vpc = _configured_text(subnet, "vpcId")
        key = identity(vpc)
        if key is None:
            return vpc if type(vpc) is Unresolved else Unresolved(f"{name} has no vpcId")
        main = self.main.get(key) or [Unresolved(f"the route table of {name} is not known")]
        maybe = self.shared if _is_open(vpc) else self.adrift + self.doubtful.get(key, [])
        return _agreed(main + maybe + (self.owned if _is_open(subnet_id) else []), name)


def _is_open(value: Any) -> bool:
    """Whether a value may turn out to equal any other, its own token's besides."""
    return identity(value) is None or (type(value) is Unresolved and not value.named)


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
    to_internet = _is_internet_gateway(gateway, route)
    if to_internet is False:
        return False
    for each in (to_internet, state):
        if type(each) is Unresolved:
            return each
    return to_internet or Unresolved(f"a route of {id_of(table)} has an unreadable gateway")


def _is_internet_gateway(gateway: Any, route: Any) -> Outcome | None:
    """Whether a gateway is one, by its id, or its type where a template declares it."""
    if isinstance(gateway, str):
        return gateway.startswith("igw-")
    if type(gateway) is not Unresolved:
        return None
    kind = _text(route, "gatewayType")  # Groma's own key: what the id of another one would show
    return kind == INTERNET_GATEWAY if isinstance(kind, str) else gateway
