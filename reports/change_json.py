"""Events that changed a resource, as JSON: the same in every report that has some."""

from typing import Any

from scanner.attribution.attribution import Attribution
from scanner.attribution.change import Change
from scanner.eventdoc.actor import Actor


def attribution(found: Attribution) -> dict[str, Any]:
    """Which events made something so, and whether that is sure."""
    return {
        "sure": found.sure,
        "why": found.why,
        "changes": [change(each) for each in found.changes],
    }


def change(one: Change) -> dict[str, Any]:
    """The event as JSON, the keys always the same; "" is what its record does not say."""
    return {
        "event": one.event,
        "source": one.source,
        "time": one.time,
        "account": one.account,
        "region": one.region,
        "id": one.id,
        "log": one.uri,
        "record": one.number,
        "resource": one.resource,
        "who": one.who,
        "actor": _actor(one.actor),
        "behind": [_actor(each) for each in one.behind],
        "address": one.address,
        "agent": one.agent,
        "given": [{"path": each.path, "value": each.value} for each in one.given],
        "created": one.created,
        "error": one.error,
    }


def _actor(one: Actor) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "principal": one.principal,
        "name": one.name,
        "session": one.session,
        "sourceIdentity": one.source,
        "account": one.account,
        "accessKeyId": one.access_key,
        "service": one.service,
        "mfa": one.mfa,
    }
