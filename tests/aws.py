"""AWS as the tests see it: moto's server on loopback, spoken to by real boto3 clients."""

import json
import logging
import os
import urllib.request
from contextlib import contextmanager
from functools import cache

os.environ.setdefault("MOTO_EC2_LOAD_DEFAULT_AMIS", "false")  # else EC2 starts with hundreds

import boto3
import pytest
from botocore.awsrequest import AWSResponse
from botocore.loaders import JSONFileLoader, Loader

ACCOUNT = "123456789012"
"""The account that moto's server gives to dummy credentials."""

VARIABLES = {
    "AWS_ACCESS_KEY_ID": "testing",
    "AWS_SECRET_ACCESS_KEY": "testing",
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_EC2_METADATA_DISABLED": "true",
    "AWS_CONFIG_FILE": os.devnull,
    "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
}
"""What makes boto3 use the server and nothing of the machine that the tests run on."""

_OTHERS = ("AWS_PROFILE", "AWS_REGION", "AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN")


class _Once(JSONFileLoader):
    """botocore's models, parsed once a process: once a session is half of these tests' time."""

    @cache  # noqa: B019 - the one object there is lives as long as the process
    def load_file(self, file_path):
        return super().load_file(file_path)


_ONCE = _Once()
Loader.FILE_LOADER_CLASS = staticmethod(lambda: _ONCE)


@contextmanager
def aws(**more):
    """An empty AWS: its URL, with the environment of boto3 (and of child processes) set to it."""
    server = pytest.importorskip("moto.server")
    logging.getLogger("werkzeug").setLevel(logging.CRITICAL)  # a line a request, a page a gap
    running = server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    try:
        with environment(f"http://{host}:{port}", **more) as url:
            emptied(url)
            yield url
    finally:
        running.stop()


@contextmanager
def environment(url, **more):
    """The environment in which boto3 speaks to an endpoint; the machine's own after it."""
    wanted = {**VARIABLES, "AWS_ENDPOINT_URL": url, **more}
    before = {name: os.environ.pop(name, None) for name in (*wanted, *_OTHERS)}
    os.environ.update(wanted)
    try:
        yield url
    finally:
        for name in wanted:
            os.environ.pop(name, None)
        os.environ.update({name: value for name, value in before.items() if value is not None})


def emptied(url):
    """Forget everything that the server at a URL holds."""
    request = urllib.request.Request(f"{url}/moto-api/reset", method="POST", data=b"")
    urllib.request.urlopen(request).close()


def client(service, region="us-east-1"):
    """A plain boto3 client, with which a test sets the scene."""
    return boto3.Session().client(service, region_name=region)


def session(**answers):
    """A boto3 session to which AWS answers some operations so: `GetTrailStatus=(403, body)`.

    A list of answers is given one after another; None in it, and what is not named, goes through
    to the server.
    """
    given = {name: list(each) if isinstance(each, list) else each for name, each in answers.items()}

    def answer(request, event_name, **_):
        said = given.get(event_name.rpartition(".")[2])
        said = said.pop(0) if isinstance(said, list) and said else said
        return None if not said else _response(request, *said)

    made = boto3.Session(region_name="us-east-1")
    made.events.register("before-send", answer)
    return made


def _response(request, status, body):
    response = AWSResponse(request.url, status, {}, None)
    response._content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return response


def denied(operation="it"):
    """What a JSON service answers to somebody who may not."""
    message = f"User: arn:aws:iam::{ACCOUNT}:user/auditor is not authorized to perform: {operation}"
    return 400, {"__type": "AccessDeniedException", "message": message}


def denied_xml(code="AccessDenied"):
    """What an XML service answers to somebody who may not."""
    error = f"<Error><Code>{code}</Code><Message>no</Message></Error>"
    return 403, f"<Response><Errors>{error}</Errors>{error}</Response>".encode()
