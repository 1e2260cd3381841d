"""Builders of CloudTrail's digest and log files, truly signed, as CloudTrail delivers them."""

import base64
import gzip
import hashlib
import json
from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

ACCOUNT = "111122223333"
START = datetime(2026, 9, 27, 10, 0, 5, tzinfo=UTC)
HOUR = timedelta(hours=1)
NO_TIME = timedelta(0)


class Key:
    """A key pair, and the public half as list_public_keys gives it."""

    def __init__(self):
        self.private = generate_private_key(65537, 2048)
        self.public = self.private.public_key().public_bytes(Encoding.DER, PublicFormat.PKCS1)
        self.fingerprint = hashlib.md5(self.public).hexdigest()

    def sign(self, text):
        return self.private.sign(text.encode(), PKCS1v15(), SHA256()).hex()


@cache
def key(name="AWS's"):
    """One key for each name: making one takes a tenth of a second."""
    return Key()


def answered(*keys, fingerprints=()):
    """What list_public_keys answers."""
    named = (
        [*zip(keys, fingerprints, strict=True)]
        if fingerprints
        else [(k, k.fingerprint) for k in keys]
    )
    return {
        "PublicKeyList": [
            {
                "Value": base64.b64encode(each.public).decode(),
                "Fingerprint": fingerprint,
                "ValidityStartTime": 1780000000.0,
                "ValidityEndTime": 1800000000.0,
            }
            for each, fingerprint in named
        ]
    }


class Trail:
    """A trail in one account and Region, and the files that it has delivered, by key."""

    def __init__(
        self,
        name="main",
        *,
        account=ACCOUNT,
        region="us-east-1",
        home="us-east-1",
        bucket="logs",
        prefix="",
        organization="",
        events=2,
        by=None,
        now=START,
    ):
        self.name, self.account, self.region, self.home = name, account, region, home
        self.bucket, self.key, self.now = bucket, by or key(), now
        self.organization, self.events = organization, events
        self.above = f"{prefix}AWSLogs/{organization}{'/' * bool(organization)}{account}/"
        self.files = {}
        self.signatures = {}
        self.digests, self.logs = [], []
        self._before = None
        self._number = 0

    def described(self):
        """What describe_trails says of it."""
        return {
            "Name": self.name,
            "S3BucketName": self.bucket,
            "TrailARN": f"arn:aws:cloudtrail:{self.home}:{ACCOUNT}:trail/{self.name}",
            "IsOrganizationTrail": bool(self.organization),
        }

    def hours(self, count, logs=2):
        for _ in range(count):
            self.hour(logs)
        return self

    def hour(self, logs=2, **more):
        """An hour's log files and their digest, whose key it gives."""
        began, self.now = self.now, self.now + HOUR
        named = [self.log(began + (number + 1) * timedelta(minutes=5)) for number in range(logs)]
        made = self.digest(began, self.now, named, **more)
        self._before = made
        return made

    def stop(self, hours=3):
        """Logging is stopped for some hours; the next digest starts a chain."""
        self.now += hours * HOUR
        self._before = None
        return self

    def backfill(self, hours_ago=1, logs=1):
        """A digest of log files that an earlier one left out."""
        ended = self.now - hours_ago * HOUR
        named = [self.log(ended - timedelta(minutes=3 + number)) for number in range(logs)]
        return self.digest(ended - HOUR, ended, named, backfill=True, before=None)

    def log(self, time):
        """A log file, which no digest names yet."""
        self._number += 1
        name = f"{self.account}_CloudTrail_{self.region}_{time:%Y%m%dT%H%MZ}_{self._number:016d}.json.gz"
        made = f"{self.above}CloudTrail/{self.region}/{time:%Y/%m/%d}/{name}"
        records = [self._event(each) for each in range(self.events)]
        self.files[made] = gzip.compress(json.dumps({"Records": records}).encode(), mtime=0)
        self.logs.append(made)
        return made

    def _event(self, number):
        name = hashlib.sha256(f"{self.account} {self._number} {number}".encode()).hexdigest()
        return {
            "eventVersion": "1.09",
            "eventTime": "2026-09-27T10:00:00Z",
            "eventID": name[:32],
            "requestID": name[32:],
            "eventSource": "ec2.amazonaws.com",
            "eventName": "RunInstances",
            "awsRegion": self.region,
            "recipientAccountId": self.account,
            "userIdentity": {
                "type": "AssumedRole",
                "principalId": f"AROA{name[:12].upper()}:deploy",
            },
            "requestParameters": {"instanceType": "m7i.large", "subnetId": f"subnet-{name[20:37]}"},
        }

    def digest(self, began, ended, logs, backfill=False, before=..., **changes):
        made = self._digest_key(ended, backfill)
        content = self._content(began, ended, made, logs, self._before if before is ... else before)
        self.put_digest(made, {**content, **changes})
        self.digests.append(made)
        return made

    def _digest_key(self, ended, backfill):
        name = f"{self.account}_CloudTrail-Digest_{self.region}_{self.name}_{self.home}_{ended:%Y%m%dT%H%M%SZ}"
        folder = f"{self.above}CloudTrail-Digest/{self.region}/{ended:%Y/%m/%d}"
        return f"{folder}/{name}{'_backfill' * backfill}.json.gz"

    def _content(self, began, ended, made, logs, before):
        text = gzip.decompress(self.files[before]) if before else None
        return {
            "awsAccountId": self.account,
            "digestStartTime": f"{began:%Y-%m-%dT%H:%M:%SZ}",
            "digestEndTime": f"{ended:%Y-%m-%dT%H:%M:%SZ}",
            "digestS3Bucket": self.bucket,
            "digestS3Object": made,
            "digestPublicKeyFingerprint": self.key.fingerprint,
            "digestSignatureAlgorithm": "SHA256withRSA",
            "newestEventTime": None,
            "oldestEventTime": None,
            "previousDigestS3Bucket": self.bucket if before else None,
            "previousDigestS3Object": before,
            "previousDigestHashValue": hashlib.sha256(text).hexdigest() if before else None,
            "previousDigestHashAlgorithm": "SHA-256" if before else None,
            "previousDigestSignature": self.signatures[before] if before else None,
            "logFiles": [self._named(each) for each in logs],
        }

    def _named(self, log):
        return {
            "s3Bucket": self.bucket,
            "s3Object": log,
            "hashValue": hashlib.sha256(gzip.decompress(self.files[log])).hexdigest(),
            "hashAlgorithm": "SHA-256",
            "newestEventTime": "2026-09-27T10:00:00Z",
            "oldestEventTime": "2026-09-27T10:00:00Z",
        }

    def put_digest(self, made, content):
        """Put a digest there, signed."""
        text = json.dumps(content).encode()
        self.files[made] = gzip.compress(text, mtime=0)
        lines = (
            content["digestEndTime"],
            f"{content['digestS3Bucket']}/{content['digestS3Object']}",
            hashlib.sha256(text).hexdigest(),
            content["previousDigestSignature"] or "null",
        )
        self.signatures[made] = self.key.sign("\n".join(lines))

    def alter(self, made):
        """Change a file's text; what else is known of it stays as it was."""
        text = gzip.decompress(self.files[made])
        self.files[made] = gzip.compress(
            text.replace(b"RunInstances", b"ListBuckets").replace(b"SHA-256", b"SHA-25_")
        )

    def remove(self, made):
        """Delete a file; what others say of it stays."""
        del self.files[made]

    def upload(self, client):
        """Put everything into the trail's bucket."""
        for made, content in self.files.items():
            metadata = {}
            if made in self.signatures:
                metadata = {
                    "signature": self.signatures[made],
                    "signature-algorithm": "SHA256withRSA",
                }
            if made.endswith("_backfill.json.gz"):
                metadata["backfill-generation-timestamp"] = f"{self.now:%Y-%m-%dT%H:%M:%SZ}"
            client.put_object(Bucket=self.bucket, Key=made, Body=content, Metadata=metadata)

    def copy(self, folder):
        """Write everything below a folder, as `aws s3 sync` does: without signatures."""
        for made, content in self.files.items():
            path = folder / made
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return folder


def copied(folder, *trails):
    """Write what trails delivered below `logs`, with every signature, and the keys beside it."""
    (folder / "keys.json").write_text(json.dumps(answered(key())))
    for trail in trails:
        trail.copy(folder / "logs")
        for made in trail.digests:
            if made in trail.files:
                (folder / "logs" / f"{made}.signature").write_text(trail.signatures[made])
    return folder
