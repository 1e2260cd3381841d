"""CloudTrail's records, read as documents from strangers: who called, and what a call set."""

from scanner.eventdoc.actor import Actor, actor, told
from scanner.eventdoc.approval import unapproved
from scanner.eventdoc.buckets import buckets_touched
from scanner.eventdoc.permissions import opened, opens_to_world
from scanner.eventdoc.signing_in import tried_user
from scanner.eventdoc.switching_off import switched_off

__all__ = [
    "Actor",
    "actor",
    "buckets_touched",
    "opened",
    "opens_to_world",
    "switched_off",
    "told",
    "tried_user",
    "unapproved",
]
