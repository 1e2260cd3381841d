"""The questions that rules ask of a policy; each answers with what is at fault."""

import re
from typing import Any, Final

from scanner.network.opening import elements
from scanner.policydoc.actions import asked_actions
from scanner.policydoc.callers import account_of
from scanner.policydoc.grant import Answer
from scanner.policydoc.grants import EVERY_KIND, Asked, allowed, grants
from scanner.policydoc.principals import Named
from scanner.policydoc.statements import statements
from scanner.policydoc.trust import Trust, strangers, trust
from scanner.policydoc.wherever import wherever
from scanner.unresolved import Unresolved, identity

_EVERY_ACTION: Final = ("*",)
_SERVICE: Final = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_NOBODY: Final = Trust({}, ())


@wherever
def outsiders_allowed(policy: Any, actions: Any, trusted: Any) -> Answer:
    """What lets somebody who is not trusted do one of the actions: statement and principal.

    `trusted` may have account ids, ARNs, organization ids, services, VPCs, endpoints, address
    ranges and external ids, and condition keys, such as `sts:ExternalId`: then whoever must have
    the very value that the policy names is trusted. A statement narrowed to what is trusted lets
    no outsider in. With no policy at all nobody is.
    """
    known = [each for each in elements(trusted) if identity(each) is not None]
    texts = [text for each in known if (text := identity(each)) is not None]
    read = statements(policy, known=texts)
    if not any(allowed(read, EVERY_KIND)):
        return []
    asked, unread = asked_actions(actions)
    sure = possible = trust(texts, read)
    unsure = [each for each in elements(trusted) if type(each) is Unresolved]
    if unsure:
        sure = _both(sure, strangers(read))
    return grants(read, Asked(asked, unread, (sure, possible), unsure=tuple(unsure)))


def _both(one: Trust, other: Trust) -> Trust:
    patterns = {
        key: (*one.patterns.get(key, ()), *other.patterns.get(key, ()))
        for key in (*one.patterns, *other.patterns)
    }
    return Trust(patterns, (*one.addresses, *other.addresses))


@wherever
def public_statements(policy: Any, actions: Any = _EVERY_ACTION) -> Answer:
    """What lets everybody do one of the actions: whoever is not named so is a stranger.

    Near to what S3 calls public, by meaning: a wildcard within a named account is not public.
    """
    read = statements(policy)
    asked, unread = asked_actions(actions)
    if not unread and all(_own(named) for _, named in allowed(read, EVERY_KIND)):
        return []
    everybody = strangers(read)
    return grants(read, Asked(asked, unread, (everybody, everybody)))


def _own(named: Named) -> bool:
    """Whether a principal is no stranger because the policy names its account, or the service."""
    if named.kind == "Service":
        return _SERVICE.fullmatch(named.name) is not None
    return named.kind == "AWS" and account_of(named.name) is not None


@wherever
def services_allowed(policy: Any, action: Any) -> Answer:
    """The services that may do an action, for whose resources ever: `[].principal` names them."""
    asked, unread = asked_actions(action)
    only = frozenset(("Service",))
    return grants(statements(policy), Asked(asked, unread, (_NOBODY, _NOBODY), only))
