"""Who may do what by IAM, bucket, key and trust policies, by meaning.

These are the questions that rules ask. Each answers with what is at fault, an empty list being
the good answer; an `Unresolved` among the answers says that there may be more. A policy is its
document, its JSON text or, as Config has IAM's, its URL-encoded JSON text.
"""

from scanner.policydoc.allowed import actions_allowed
from scanner.policydoc.breadth import allowed_everywhere, whole_services
from scanner.policydoc.grant import Example, Grant
from scanner.policydoc.questions import outsiders_allowed, public_statements, services_allowed
from scanner.policydoc.requests import allows
from scanner.policydoc.requirements import denies_insecure_transport, full_admin

__all__ = [
    "Example",
    "Grant",
    "actions_allowed",
    "allowed_everywhere",
    "allows",
    "denies_insecure_transport",
    "full_admin",
    "outsiders_allowed",
    "public_statements",
    "services_allowed",
    "whole_services",
]
