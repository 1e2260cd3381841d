"""Where calls go: one account in one Region, or in none for what AWS has once an account."""

import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from botocore.exceptions import BotoCoreError

from scanner.inventory.inventory import GLOBAL
from scanner.model import Place
from scanner.shape import Call
from scanner.sources.calling import Refused, ask, operation
from scanner.sources.clients import Clients

MAIN_REGIONS: Final = {
    "aws": "us-east-1",
    "aws-cn": "cn-north-1",
    "aws-us-gov": "us-gov-west-1",
    "aws-eusc": "eusc-de-east-1",
}
"""By partition the Region that global services are called in."""

_WAITS: Final = (0.5, 1, 2, 4, 4, 4, 8, 8, 8)


@dataclass(frozen=True, slots=True)
class Spot:
    """An account and Region with what it takes to call there. `region` may be "global"."""

    session: Any
    account: str
    region: str
    partition: str
    clients: Clients

    @property
    def place(self) -> Place:
        """The account and Region as items have them."""
        return self.account, self.region

    @property
    def uri(self) -> str:
        """How problems and items name it."""
        return f"aws://{self.account}/{self.region}"

    def client(self, service: str) -> Any:
        """The client of a service here."""
        region = self._called_region
        return self.clients.client(self.session, self.account, service, region)

    @property
    def _called_region(self) -> str:
        if self.region != GLOBAL:
            return self.region
        return MAIN_REGIONS.get(self.partition, MAIN_REGIONS["aws"])

    def ask(self, call: Call, item: Any = None) -> list[Any] | Refused:
        """What a call gives here, `item` being what its arguments are taken from."""
        try:
            client = self.client(call.client)
        except BotoCoreError as error:  # no credentials, a Region that is none
            name = f"{call.client}:{call.operation}"
            return Refused(name, type(error).__name__, str(error).partition("\n")[0])
        arguments = self.arguments(call, item)
        missing = [each for each, value in arguments.items() if value in (None, [None])]
        if missing:
            return Refused(
                operation(client, call), "NotAsked", f"nothing tells {', '.join(missing)}"
            )
        return ask(client, call, arguments)

    def ask_for_all(self, call: Call) -> list[Any] | Refused:
        """What a call gives that is made once for all items here."""
        key = (self.account, self.region, call.client, call.operation)
        return self.clients.once(key, lambda: self._prepared(call.before) or self.ask(call))

    def _prepared(self, call: Call | None) -> Refused | None:
        """Nothing once AWS has made what is to be read, or why it has not."""
        for wait in _WAITS if call else ():
            state = self.ask(call) if call else []
            if isinstance(state, Refused) or state == ["COMPLETE"]:
                return state if isinstance(state, Refused) else None
            time.sleep(wait)
        return Refused(f"{call.client}:{call.operation}", "NotReady", "") if call else None

    def arguments(self, call: Call, item: Any = None) -> dict[str, Any]:
        """The arguments of a call about an item; None for what the item does not tell."""
        given = {name: self._filled(value) for name, value in call.fixed.items()}
        for name, field in call.each.items():
            value = item if field == "@" else _field(item, field)
            given[name.removesuffix("[]")] = [value] if name.endswith("[]") else value
        return given

    def _filled(self, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        return value.replace("{account}", self.account).replace("{region}", self.region)

    def lacks(self, service: str) -> bool:
        """Whether AWS has no such service in this Region, which is nobody's mistake.

        botocore's list may be older than the Region: the service's host must not exist either,
        while another of the same Region does.
        """
        known = self.session.get_available_regions(service, self.partition)
        if self.region == GLOBAL or not known or self.region in known:
            return False
        return not _exists(self._host(service)) and _exists(self._host("sts"))

    def _host(self, service: str) -> str:
        url: str = self.client(service).meta.endpoint_url
        return url.partition("://")[2].partition("/")[0].partition(":")[0]


def _field(item: Any, name: str) -> Any:
    return item.get(name) if isinstance(item, Mapping) else None


def _exists(host: str) -> bool:
    try:
        socket.getaddrinfo(host, 443)
    except OSError:
        return False
    return True
