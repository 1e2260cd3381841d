"""botocore's clients: made once for each account, service and Region, paced and watched."""

import gc
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from typing import Any, Final, TypeVar

import msgspec
from botocore.config import Config
from botocore.parsers import ResponseParserError

T = TypeVar("T")

CALLS_PER_SECOND: Final = 50
BURST: Final = 100
ATTEMPTS: Final = 8
_MANY: Final = 128
_THROTTLED: Final = (b"Throttl", b"RequestLimitExceeded", b"TooManyRequests", b"SlowDown")


class Clients:
    """The clients of a scan. botocore's models are loaded once, whatever the sessions."""

    def __init__(
        self,
        connections: int = 16,
        calls_per_second: float = CALLS_PER_SECOND,
        attempts: int = ATTEMPTS,
    ) -> None:
        self.calls = 0
        self.throttled = 0
        self._pace = Pace(calls_per_second)
        self._loader: Any = None
        self._dropped = 0
        self._locks: dict[tuple[str, ...], threading.Lock] = defaultdict(threading.Lock)
        self._given: dict[tuple[str, ...], Any] = {}
        self._lock = threading.Lock()
        self._made: dict[tuple[str, str, str], Any] = {}
        self._config = Config(
            connect_timeout=5,
            read_timeout=60,
            max_pool_connections=connections,
            retries={"mode": "adaptive", "total_max_attempts": attempts},
            user_agent_extra="groma",
        )

    def client(self, session: Any, account: str, service: str, region: str) -> Any:
        """The client of a service in a Region, for a boto3 session that has entered an account."""
        key = (account, service, region)
        with self._lock:  # making one is not thread-safe
            if key not in self._made:
                self._made[key] = self._client(session, account, service, region)
            return self._made[key]

    def once(self, key: tuple[str, ...], work: Callable[[], T]) -> T:
        """What some work gives, done once for each key however many workers ask for it."""
        with self._lock:
            lock = self._locks[key]
        with lock:
            if key not in self._given:
                self._given[key] = work()
            given: T = self._given[key]
            return given

    def forget(self, account: str) -> None:
        """Drop the clients of an account that is read: a thousand of them fill the memory."""
        with self._lock:
            done = [key for key in self._made if key[0] == account]
            for key in done:
                del self._made[key]
            self._dropped += len(done)
            if self._dropped < _MANY:
                return
            self._dropped = 0
        gc.collect()  # they are cycles, and a scan leaves the collector off

    def share(self, session: Any) -> None:
        """Have a boto3 session use the models that the first one loads."""
        core = session._session  # boto3 has no other way to it
        if self._loader is None:
            self._loader = core.get_component("data_loader")
        core.register_component("data_loader", self._loader)

    def _client(self, session: Any, account: str, service: str, region: str) -> Any:
        self.share(session)
        made = session.client(service, region_name=region, config=self._config)
        made.meta.events.register("before-call", lambda **_: self._called((account, service)))
        made.meta.events.register("before-parse", self._answered)
        return made

    def _called(self, key: tuple[str, str]) -> None:
        self._pace.wait(key)
        self.calls += 1

    def _answered(self, operation_model: Any, response_dict: Any, **_: Any) -> None:
        """Look at an answer before botocore does; raises ForeignAnswer for what is none."""
        body = response_dict["body"]
        if not isinstance(body, bytes):
            return
        if response_dict["status_code"] >= 300:
            self.throttled += any(each in body for each in _THROTTLED)
        elif operation_model.output_shape is not None and not _is_answer(operation_model, body):
            raise ForeignAnswerError("HTTP 200 without an answer of the service's")


class ForeignAnswerError(ResponseParserError):
    """HTTP 200 with a body that is empty or not the service's: botocore would see no members."""


def _is_answer(operation_model: Any, body: bytes) -> bool:
    """Whether a body can be the answer of an operation; botocore itself looks at XML."""
    protocol = operation_model.service_model.resolved_protocol
    if protocol in ("json", "rest-json"):
        return _is_json(body)
    start = body[:500].strip().lower()
    return protocol not in ("query", "ec2", "rest-xml") or not (
        start == b"" or start.startswith(b"<!doc") or b"<html" in start
    )


def _is_json(body: bytes) -> bool:
    try:
        msgspec.json.decode(body, type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return True


class Pace:
    """No more calls a second to one service of an account, after a first burst."""

    def __init__(self, per_second: float, burst: int = BURST) -> None:
        self._ahead = burst / per_second
        self._gap = 1 / per_second
        self._lock = threading.Lock()
        self._next: dict[tuple[str, str], float] = defaultdict(float)

    def wait(self, key: tuple[str, str]) -> None:
        """Return when the next call may be made."""
        with self._lock:
            now = time.monotonic()
            self._next[key] = max(self._next[key], now - self._ahead) + self._gap
            delay = self._next[key] - now
        if delay > 0:
            time.sleep(delay)
