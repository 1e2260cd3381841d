"""A server before AWS's that counts the calls by operation, and may answer each from memory.

A list of 5,000 security groups takes moto's server half a minute. Answered from memory it takes a
client what it takes against AWS but for the network, so clients can be compared.
"""

import re
import threading
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

DROPPED = {"host", "content-length", "connection", "transfer-encoding"}
_SCOPE = re.compile(r"Credential=([^/]+)/\d+/([^/]+)/([^/]+)/aws4_request")
_ACTION = re.compile(rb"(?:^|&)Action=(\w+)")

Answer = tuple[int, str, bytes]


class Calls:
    """The calls that went through since the last `taken`, and the answers that are kept."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._lock = threading.Lock()
        self.kept: dict[tuple[object, ...], Answer] = {}
        self.keeping = False

    def add(self, operation: str) -> None:
        """Take note of a call."""
        with self._lock:
            self._counts[operation] += 1

    def taken(self) -> Counter[str]:
        """How often each operation was called; counting starts anew."""
        with self._lock:
            counts, self._counts = self._counts, Counter()
        return counts


@contextmanager
def before(url: str, calls: Calls) -> Iterator[str]:
    """The URL of a server that hands on to another; `calls.keeping` has it answer from memory."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            who, region, service = _scope(self.headers.get("Authorization") or "")
            calls.add(f"{service}:{self._operation(body)}")
            key = (who, region, service, self.command, self.path, self._target(), body)
            answer = calls.kept.get(key) if calls.keeping else None
            if answer is None:
                answer = calls.kept[key] = self._handed_on(body)
                if not calls.keeping:
                    del calls.kept[key]
            self._send(*answer)

        do_GET = do_PUT = do_HEAD = do_POST  # noqa: N815 - http.server's names

        def _target(self) -> str:
            return self.headers.get("X-Amz-Target") or ""

        def _operation(self, body: bytes) -> str:
            action = _ACTION.search(body)
            if self._target() or action is None:
                return self._target().rpartition(".")[2] or f"{self.command} {self.path}"
            return action[1].decode()

        def _handed_on(self, body: bytes) -> Answer:
            headers = {k: v for k, v in self.headers.items() if k.lower() not in DROPPED}
            request = urllib.request.Request(
                url + self.path, body or None, headers, method=self.command
            )
            try:
                reply = urllib.request.urlopen(request)
            except urllib.error.HTTPError as error:
                reply = error
            with reply:
                return reply.status, reply.headers.get("Content-Type") or "", reply.read()

        def _send(self, status: int, kind: str, text: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def _scope(authorization: str) -> tuple[str, str, str]:
    """Who calls, in which Region, which service, as the signature says."""
    found = _SCOPE.search(authorization)
    return (found[1], found[2], found[3]) if found else ("", "", "")
