"""A server between boto3 and AWS that answers some requests itself and hands on the rest."""

import threading
import urllib.error
import urllib.request
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

DROPPED = {"host", "content-length", "connection", "transfer-encoding"}


@contextmanager
def between(url, answer):
    """The URL of the server; `answer(body)` gives a status and a text, or None to hand on."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            status, text = answer(body.decode()) or self.handed_on(body)
            self.send_response(status)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        do_GET = do_POST

        def handed_on(self, body):
            headers = {k: v for k, v in self.headers.items() if k.lower() not in DROPPED}
            request = urllib.request.Request(
                url + self.path, body or None, headers, method=self.command
            )
            try:
                with urllib.request.urlopen(request) as reply:
                    return reply.status, reply.read()
            except urllib.error.HTTPError as error:
                return error.code, error.read()

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def error(code, message="No.", status=403):
    """A refusal as STS, EC2 and IAM write it."""
    body = f"<Error><Code>{code}</Code><Message>{message}</Message></Error>"
    return status, f"<ErrorResponse>{body}</ErrorResponse>".encode()
