"""Which accounts and Regions a scan reads, and the sessions that enter them."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import boto3
import botocore.session
from botocore.credentials import (
    AssumeRoleCredentialFetcher,
    CredentialProvider,
    CredentialResolver,
    DeferredRefreshableCredentials,
)
from botocore.exceptions import BotoCoreError, ClientError

from scanner.errors import UserError
from scanner.inventory.inventory import GLOBAL
from scanner.model import Needs, Problem
from scanner.shape import Call
from scanner.sources.calling import GARBLED, Refused, ask
from scanner.sources.clients import Clients
from scanner.sources.live import Entered
from scanner.sources.reach import ENABLED, EVERYBODY, IN_UNIT, UNITS, Reach
from scanner.sources.signin import Caller

OFF: Final = "not-opted-in"
SESSION_NAME: Final = "groma"


def members(caller: Caller, reach: Reach, clients: Clients) -> tuple[str, ...]:
    """The ids of the accounts to read, sorted. Raises UserError where nobody may list them."""
    found = set(reach.accounts) or {caller.account}
    if reach.everybody:
        try:
            found = set(_listed(caller, reach.units, clients))
        except _RefusedError as error:
            raise UserError(
                f"--organization: {error}; use credentials of the management account or of a"
                " delegated administrator, or name accounts with --account"
            ) from None
    chosen = tuple(sorted(found - set(reach.excluded)))
    if not chosen:
        raise UserError("no account is left to read; loosen --exclude-account or --ou")
    strangers = [each for each in chosen if each != caller.account]
    if strangers and not reach.role and not reach.aggregator:
        raise UserError(
            f"the credentials are of account {caller.account}; name the role that enters"
            f" {strangers[0]} with --role"
        )
    return chosen


class _RefusedError(Exception):
    """A call that was refused: its operation, code and message."""


def _listed(caller: Caller, units: Sequence[str], clients: Clients) -> Iterator[str]:
    """The ids of an organization's active accounts, or of those in some of its units."""
    client = clients.client(caller.session, caller.account, "organizations", caller.home)
    if not units:
        yield from _active(_asked(client, EVERYBODY))
    todo = list(units)
    while todo:
        unit = todo.pop()
        yield from _active(_asked(client, IN_UNIT, ParentId=unit))
        todo += [each["Id"] for each in _asked(client, UNITS, ParentId=unit)]


def _active(accounts: list[Any]) -> Iterator[str]:
    for each in accounts:
        state = each.get("State") or each.get("Status")  # newer and older name
        if not state or not each.get("Id"):
            raise _RefusedError("IncompleteAnswer: an account without its id or state")
        if state == "ACTIVE":
            yield each["Id"]


def _asked(client: Any, call: Call, **arguments: Any) -> list[Any]:
    """What a call gives; raises _RefusedError where it gives nothing."""
    answer = ask(client, call, arguments)
    if isinstance(answer, Refused):
        raise _RefusedError(str(answer))
    return answer


def entered(
    caller: Caller, account: str, reach: Reach, needs: Needs, clients: Clients
) -> Entered | tuple[Problem, ...]:
    """An account that can be read; problems, one a place, where it cannot."""
    try:
        session = _session(caller, account, reach, clients)
        if reach.regions:
            return Entered(session, account, reach.regions)
        ec2 = clients.client(session, account, "ec2", caller.home)
        return Entered(session, account, _enabled(ec2))
    except _RefusedError as error:
        what = f"{error}; nothing of the account was read"
        return tuple(
            Problem(f"aws://{account}/{region}", what, needs.types, (account, region))
            for region in (GLOBAL, *reach.regions)
        )


def _enabled(ec2: Any) -> tuple[str, ...]:
    """The Regions that are enabled in an account, sorted."""
    found = [each for each in _asked(ec2, ENABLED) if each.get("OptInStatus") != OFF]
    names = sorted(each.get("RegionName") or "" for each in found)
    if not all(names) or not names:
        raise _RefusedError("ec2:DescribeRegions: IncompleteAnswer: no Regions, or without a name")
    return tuple(names)


def _session(caller: Caller, account: str, reach: Reach, clients: Clients) -> boto3.Session:
    """The caller's own session in the caller's account, otherwise that of the role."""
    if reach.role is None or (account == caller.account and (reach.accounts or reach.everybody)):
        return caller.session
    arn = f"arn:{caller.partition}:iam::{account}:role/{reach.role}"
    extra = {"RoleSessionName": SESSION_NAME}
    if reach.external_id:
        extra["ExternalId"] = reach.external_id
    sts = clients.client(caller.session, caller.account, "sts", caller.home)
    fetcher = AssumeRoleCredentialFetcher(
        lambda *_, **__: sts, caller.session.get_credentials(), arn, extra_args=extra
    )
    return _with(caller, _fetched(fetcher))


def _fetched(fetcher: AssumeRoleCredentialFetcher) -> DeferredRefreshableCredentials:
    """A role's credentials, fetched at once, while it can be told which account refuses."""
    credentials = DeferredRefreshableCredentials(
        method=_Role.METHOD, refresh_using=fetcher.fetch_credentials
    )
    try:
        credentials.get_frozen_credentials()
    except ClientError as error:
        told = error.response.get("Error", {})
        raise _RefusedError(f"sts:AssumeRole: {told.get('Code')}: {told.get('Message')}") from None
    except (BotoCoreError, *GARBLED) as error:
        raise _RefusedError(f"sts:AssumeRole: {type(error).__name__}") from None
    return credentials


class _Role(CredentialProvider):
    """Gives credentials that are fetched anew shortly before they expire."""

    METHOD = "assume-role"

    def __init__(self, credentials: DeferredRefreshableCredentials) -> None:
        super().__init__()
        self._credentials = credentials

    def load(self) -> DeferredRefreshableCredentials:
        """The credentials of the role."""
        return self._credentials


def _with(caller: Caller, credentials: DeferredRefreshableCredentials) -> boto3.Session:
    """A session with these credentials; it shares the models that botocore has loaded."""
    core = botocore.session.Session()
    core.register_component("data_loader", caller.loader)
    core.register_component("credential_provider", CredentialResolver([_Role(credentials)]))
    return boto3.Session(botocore_session=core, region_name=caller.home)
