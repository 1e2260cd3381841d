"""Which of several route tables, or network ACLs, may be a subnet's own.

A subnet has the one that is associated with it, or else, of route tables, its VPC's main one. What
a parameter says may be any id: an association with it, or of a VPC that it names, may be
anybody's, and a subnet that it names may be any.
"""

from collections.abc import Iterable
from typing import Any, Final

from scanner.network.opening import configured
from scanner.network.same import Same
from scanner.unresolved import Unresolved, identity, merged

Candidates = list[Same | Unresolved]
"""The documents that may be a subnet's own, as keys; an `Unresolved` for those nobody knows."""

_MOST: Final = 100


def text(document: Any, key: str) -> Any:
    """A member of an object, an `Unresolved` where there is no object."""
    if type(document) is dict:
        return document.get(key)
    return (
        document if type(document) is Unresolved else Unresolved("what should be an object is not")
    )


def configured_text(document: Any, key: str) -> Any:
    """A member of a document's configuration, or the `Unresolved` in its way."""
    return text(text(document, "configuration"), key)


def subnet_id(subnet: Any) -> Any:
    """A subnet's id, or the token of one; an `Unresolved` without a token where there is none."""
    if type(subnet) is Unresolved:
        return merged([subnet])
    for found in (configured_text(subnet, "subnetId"), text(subnet, "resourceId")):
        if identity(found) is not None:
            return found
    return Unresolved("a subnet has no id")


class Owners:
    """Documents with associations, by what tells the subnets and VPCs of these apart."""

    def __init__(self, documents: Iterable[Any], what: str) -> None:
        """`what` is what a sentence calls one of the documents, such as "route table"."""
        self.what = what
        self.explicit: dict[str, Candidates] = {}  # by subnet
        self.main: dict[str, Candidates] = {}  # by VPC, as the next
        self.doubtful: dict[str, Candidates] = {}  # associations with nobody knows what
        self.adrift: Candidates = []  # these and main ones, of nobody knows which VPC
        self.shared: Candidates = []  # these and main ones, of every VPC
        self.owned: Candidates = []  # of every subnet
        for document in documents:
            self._add(document, configured_text(document, "vpcId"), Same(document))

    def _add(self, document: Any, vpc: Any, candidate: Same) -> None:
        for each in configured(document, "associations"):
            subnet, main = text(each, "subnetId"), text(each, "main")
            key = identity(subnet)
            if key is not None:
                self._note(self.explicit.setdefault(key, []), candidate)
                self._note(self.owned, candidate)
            if key is None and main is True:
                self._share(self.main, vpc, candidate)
            elif is_open(subnet) if key else (main is not False or subnet is not None):
                self._share(self.doubtful, vpc, candidate)

    def _share(self, by_vpc: dict[str, Candidates], vpc: Any, candidate: Same) -> None:
        """Note what may be the own of any subnet of a VPC."""
        key = identity(vpc)
        if key is not None:
            self._note(by_vpc.setdefault(key, []), candidate)
        if is_open(vpc):
            self._note(self.adrift, candidate)
        self._note(self.shared, candidate)

    def _note(self, candidates: Candidates, candidate: Same) -> None:
        """Add one that is not the last one again; more than a hundred are nobody knows which."""
        if candidates and candidates[-1] == candidate:
            return
        if len(candidates) < _MOST:
            candidates.append(candidate)
        elif len(candidates) == _MOST:
            candidates.append(Unresolved(f"any of more than {_MOST} may be the {self.what}"))

    def of(self, subnet: Any) -> Candidates:
        """All that may be a subnet's own, one of which surely is; alone, it is the one."""
        one = subnet_id(subnet)
        own = self.explicit.get(identity(one) or "")
        if own:
            return own
        vpc = configured_text(subnet, "vpcId")
        key = identity(vpc)
        name = one if isinstance(one, str) else one.token.lstrip("?") or "a subnet"
        if key is None:
            return [vpc if type(vpc) is Unresolved else Unresolved(f"{name} has no vpcId")]
        main = self.main.get(key) or [Unresolved(f"the {self.what} of {name} is not known")]
        maybe = self.shared if is_open(vpc) else self.adrift + self.doubtful.get(key, [])
        return main + maybe + (self.owned if is_open(one) else [])


def is_open(value: Any) -> bool:
    """Whether a value may turn out to equal any other, its own token's besides."""
    return identity(value) is None or (type(value) is Unresolved and not value.named)
