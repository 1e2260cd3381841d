"""CloudTrail's records, read as documents from strangers: who called, and what a call set."""

from scanner.eventdoc.actor import Actor, actor, told
from scanner.eventdoc.approval import unapproved
from scanner.eventdoc.permissions import opened, opens_to_world
from scanner.eventdoc.signing_in import tried_user

__all__ = ["Actor", "actor", "opened", "opens_to_world", "told", "tried_user", "unapproved"]
