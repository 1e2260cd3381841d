"""A bucket in memory, spoken to as S3 over HTTP, that answers after a time of one's choosing.

moto's server takes milliseconds of the processor for an object. This one takes a tenth of one, so
what is measured is the client, and the latency that both clients meet alike.
It plays sts:GetCallerIdentity and cloudtrail:ListPublicKeys as well, and knows nothing else.
"""

import asyncio
import json
import pickle
import sys
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from html import escape
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

PAGE = 1000
XML = "application/xml"


@dataclass
class Contents:
    """What there is: objects by key, their metadata, and what ListPublicKeys answers."""

    name: str
    objects: dict[str, bytes]
    metadata: dict[str, dict[str, str]]
    keys: dict[str, Any]
    sorted: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.sorted = sorted(self.objects)


class Connection(asyncio.Protocol):
    """One client's connection; it sends a request, waits, and sends the next one."""

    def __init__(self, held: Contents, latency: float) -> None:
        self._held, self._latency = held, latency
        self._received = b""

    def connection_made(self, transport: Any) -> None:
        """Keep the way back."""
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Take a piece of a request; answer if that was all of it."""
        self._received += data
        head, found, body = self._received.partition(b"\r\n\r\n")
        if not found:
            return
        lines = head.decode("latin-1").split("\r\n")
        headers = {k.lower(): v.strip() for k, _, v in (each.partition(":") for each in lines[1:])}
        if len(body) < int(headers.get("content-length", 0)):
            return
        self._received = b""
        method, target, _ = lines[0].split(" ")
        answer = self._answer(method, target, headers, body)
        asyncio.get_running_loop().call_later(self._latency, self._transport.write, answer)

    def _answer(self, method: str, target: str, headers: dict[str, str], body: bytes) -> bytes:
        if method == "POST":
            if "x-amz-target" in headers:
                known = json.dumps(self._held.keys).encode()
                return answer(200, known, "application/x-amz-json-1.1")
            return answer(200, IDENTITY, "text/xml")
        url = urlsplit(target)
        _, _, key = unquote(url.path).lstrip("/").partition("/")
        asked = {k: v[0] for k, v in parse_qs(url.query, keep_blank_values=True).items()}
        if key:
            return self._object(key)
        if "location" in asked:
            return answer(200, b"<LocationConstraint/>", XML)
        return answer(200, self._list(asked).encode(), XML)

    def _object(self, key: str) -> bytes:
        if key not in self._held.objects:
            return answer(404, b"<Error><Code>NoSuchKey</Code><Message>no</Message></Error>", XML)
        more = {f"x-amz-meta-{k}": v for k, v in self._held.metadata.get(key, {}).items()}
        return answer(200, self._held.objects[key], "application/gzip", more)

    def _list(self, asked: dict[str, str]) -> str:
        prefix, delimiter = asked.get("prefix", ""), asked.get("delimiter", "")
        tokens = ("continuation-token", "start-after", "marker")
        after = next((asked[each] for each in tokens if asked.get(each)), "")
        keys = self._held.sorted
        found: list[str] = []
        folders: set[str] = set()
        for number in range(max(bisect_right(keys, after), bisect_left(keys, prefix)), len(keys)):
            key = keys[number]
            if not key.startswith(prefix) or len(found) > PAGE:
                break
            rest, slash, _ = key[len(prefix) :].partition(delimiter) if delimiter else ("", "", "")
            if slash:
                folders.add(f"{prefix}{rest}/")
            else:
                found.append(key)
        more, shown = len(found) > PAGE, found[:PAGE]
        last = shown[-1] if shown else ""
        inside = [
            f"<IsTruncated>{str(more).lower()}</IsTruncated>",
            f"<NextContinuationToken>{last}</NextContinuationToken>" * more,
            *(f"<Contents><Key>{escape(each)}</Key></Contents>" for each in shown),
            *(f"<CommonPrefixes><Prefix>{f}</Prefix></CommonPrefixes>" for f in sorted(folders)),
        ]
        return f"<ListBucketResult>{''.join(inside)}</ListBucketResult>"


IDENTITY = (
    b"<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/me"
    b"</Arn><UserId>AIDA</UserId><Account>111122223333</Account></GetCallerIdentityResult>"
    b"</GetCallerIdentityResponse>"
)


def answer(status: int, body: bytes, kind: str, more: dict[str, str] | None = None) -> bytes:
    """An HTTP response."""
    headers = {"Content-Type": kind, "Content-Length": str(len(body)), **(more or {})}
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status} OK\r\n{lines}\r\n".encode() + body


async def serve(held: Contents, latency: float) -> None:
    """Serve until the process is ended; the port is printed first."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(held, latency), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    with open(sys.argv[1], "rb") as file:
        asyncio.run(serve(Contents(*pickle.load(file)), float(sys.argv[2])))
