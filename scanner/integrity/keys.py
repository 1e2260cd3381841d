"""AWS's public keys, by fingerprint, and whether one of them made a signature."""

from collections.abc import Mapping

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_public_key

from scanner.integrity.verdict import Lost


class BadKeyError(Exception):
    """A public key that is none for RSA."""


class Keys:
    """The public keys of a Region; `lacking` is what a digest is whose key is not among them."""

    def __init__(self, keys: Mapping[str, bytes], lacking: Lost) -> None:
        self.lacking = lacking
        self._encoded = keys
        self._loaded: dict[str, RSAPublicKey] = {}

    def __contains__(self, fingerprint: str) -> bool:
        """Whether there is a key with a fingerprint."""
        return fingerprint in self._encoded

    def made(self, fingerprint: str, signature: str, text: bytes) -> bool:
        """Whether the private key made this signature, in hexadecimal, of a text.

        Raises BadKeyError where the public key cannot be used.
        """
        key = self._key(fingerprint)
        try:
            key.verify(bytes.fromhex(signature), text, PKCS1v15(), SHA256())
        except (InvalidSignature, ValueError):
            return False
        return True

    def _key(self, fingerprint: str) -> RSAPublicKey:
        if fingerprint not in self._loaded:
            self._loaded[fingerprint] = _loaded(self._encoded[fingerprint])
        return self._loaded[fingerprint]


def _loaded(encoded: bytes) -> RSAPublicKey:
    """A key in DER: PKCS #1, as AWS documents, or SubjectPublicKeyInfo, as one of its examples."""
    try:
        key = load_der_public_key(encoded)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise BadKeyError("its public key cannot be read") from error
    if not isinstance(key, RSAPublicKey):
        raise BadKeyError("its public key is none for RSA")
    return key
