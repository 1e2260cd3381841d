"""Who the user is to AWS: the first call of a scan, and what to do where it fails."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Thread
from typing import Any, Final, TypeVar

import boto3
import botocore.session
from botocore.config import Config
from botocore.exceptions import BotoCoreError

from scanner.errors import UserError
from scanner.fields import nearest
from scanner.shape import Call
from scanner.sources.calling import Refused, ask
from scanner.sources.spot import MAIN_REGIONS

T = TypeVar("T")

LONGEST: Final = 8.0  # seconds, names that nobody resolves included
LONGEST_FOR_A_PERSON: Final = 120.0  # who may have to type an MFA code or sign in
QUICK: Final = Config(
    connect_timeout=3, read_timeout=4, retries={"total_max_attempts": 1, "mode": "standard"}
)
WHO: Final = Call("sts", "get_caller_identity")

_SIGN_IN: Final = "sign in (`aws sso login`, `aws configure`) or set AWS_PROFILE"
_NONE: Final = frozenset({"NoCredentialsError", "PartialCredentialsError"})
_EXPIRED: Final = frozenset({"ExpiredToken", "ExpiredTokenException", "RequestExpired"})
_REJECTED: Final = frozenset(
    {"InvalidClientTokenId", "UnrecognizedClientException", "SignatureDoesNotMatch", "AuthFailure"}
)
_UNREACHED: Final = frozenset(
    {
        *("EndpointConnectionError", "ConnectTimeoutError", "ReadTimeoutError", "ProxyError"),
        *("ProxyConnectionError", "ConnectionClosedError", "SSLError", "HTTPClientError"),
    }
)


@dataclass(frozen=True, slots=True)
class Caller:
    """Whose credentials these are: the account they belong to, its partition, a session.

    `home` is the Region to ask what is the same in all of them; `loader` holds botocore's models,
    which further sessions share.
    """

    account: str
    partition: str
    session: boto3.Session
    home: str
    loader: Any


def signed_in(regions: Sequence[str] = ()) -> Caller:
    """Who calls AWS with the credentials at hand; raises UserError within ten seconds."""
    core = botocore.session.Session()
    try:
        session = boto3.Session(botocore_session=core)
        home = _home(session, regions)
    except BotoCoreError as error:
        raise UserError(f"AWS: {error}; correct AWS_PROFILE or the configuration") from None
    person = sys.stdin is not None and sys.stdin.isatty()
    answer = within(LONGEST_FOR_A_PERSON if person else LONGEST, lambda: _identity(session, home))
    if answer is None:
        raise UserError(_unreachable(home, "no answer"))
    if isinstance(answer, Refused):
        raise UserError(_why(home, answer))
    partition = answer["Arn"].split(":")[1]
    return Caller(answer["Account"], partition, session, home, core.get_component("data_loader"))


def _home(session: boto3.Session, regions: Sequence[str]) -> str:
    """The user's own Region, or the main one where those named are of another partition.

    Not one of those named: it may be switched off, and then it takes nobody's credentials.
    """
    _known("--region", session, regions)
    own: str | None = session.region_name
    if own is not None:
        _known("AWS: the Region of the environment or the profile,", session, [own])
    named = {session.get_partition_for_region(each) for each in regions}
    if own is not None and (not named or session.get_partition_for_region(own) in named):
        return own
    return MAIN_REGIONS[min(named, default="aws")]


def all_regions(session: boto3.Session) -> list[str]:
    """The Regions that boto3 knows, of every partition."""
    return [
        region
        for partition in session.get_available_partitions()
        for region in session.get_available_regions("ec2", partition_name=partition)
    ]


def _known(whose: str, session: boto3.Session, regions: Sequence[str]) -> None:
    """Nothing; raises UserError for a Region that boto3 does not know."""
    known = all_regions(session)
    for region in regions:
        if region not in known:
            best = nearest(region, known)
            hint = f"did you mean {best}?" if best else "is it spelt as in eu-west-1?"
            raise UserError(f"{whose} {region}: boto3 knows no such Region; {hint}")


def _identity(session: boto3.Session, region: str) -> dict[str, str] | Refused:
    try:
        client = session.client("sts", region_name=region, config=QUICK)
    except BotoCoreError as error:
        return Refused("sts:GetCallerIdentity", type(error).__name__, str(error))
    except ValueError as error:  # an endpoint that is no URL
        raise UserError(f"AWS: {error}; correct AWS_ENDPOINT_URL") from None
    answer = ask(client, WHO, {})
    if isinstance(answer, Refused):
        return answer
    if not answer or not {"Account", "Arn"} <= answer[0].keys():
        return Refused("sts:GetCallerIdentity", "IncompleteAnswer", "no account in it")
    return {name: str(answer[0][name]) for name in ("Account", "Arn")}


def _why(region: str, refused: Refused) -> str:
    """What went wrong with the first call, and what to do, in one sentence."""
    if refused.code in _NONE:
        return f"AWS: no credentials were found; {_SIGN_IN}"
    if refused.code in _EXPIRED:
        return f"AWS: the credentials have expired; {_SIGN_IN}"
    if refused.code in _REJECTED:
        return f"AWS: the credentials are not valid in {region} ({refused.code}); {_SIGN_IN}"
    if refused.code in _UNREACHED:
        return _unreachable(region, refused.code)
    if refused.code in ("IncompleteAnswer", "GarbledAnswer"):
        return f"AWS: {refused}; what answers is not AWS: check the proxy and AWS_ENDPOINT_URL"
    return f"AWS: {refused}; {_SIGN_IN}"


def _unreachable(region: str, what: str) -> str:
    return f"AWS cannot be reached in {region} ({what}); check the network and the proxy settings"


def within(seconds: float, work: Callable[[], T]) -> T | None:
    """What some work gives or raises, None where it has not ended in time.

    Resolving a name cannot be given a time limit, so the work is left behind in a daemon thread.
    """
    given: list[T] = []
    raised: list[UserError] = []

    def run() -> None:
        try:
            given.append(work())
        except UserError as error:
            raised.append(error)

    thread = Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if raised:
        raise raised[0]
    return given[0] if given else None
