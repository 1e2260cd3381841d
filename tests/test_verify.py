"""What is said of digests and log files, from copies on disk and from the bytes alone."""

import gzip
import hashlib
import json
import os
import zlib
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1
from cryptography.hazmat.primitives.asymmetric.ec import generate_private_key as elliptic
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.errors import UserError
from scanner.integrity.content import BombError, BrokenError, hash_of, text_of
from scanner.integrity.keys import BadKeyError, Keys
from scanner.integrity.names import digest_name, is_below, log_time
from scanner.integrity.verdict import Checked, Gap, Lost, Verdict
from scanner.model import Problem
from scanner.sources.trail_folder import SIDECAR, folders_of
from scanner.sources.trail_keys import kept
from scanner.verification.verify import Verification
from scanner.verification.window import window
from tests.digests import HOUR, START, Trail, answered, key

NOW = "2026-10-01T00:00:00.000Z"
NO_KEY = Lost(Verdict.UNSIGNED, "--keys has no public key with its fingerprint")


def with_key(*keys):
    known = {each.fingerprint: each.public for each in keys or (key(),)}
    return lambda region, since: Keys(known, NO_KEY)


def found(folder, *, keys_of=None, now=NOW, **times):
    running = Verification(folders_of(str(folder)), keys_of or with_key(), window(now, **times), 4)
    return list(running.run())


def files(given):
    return [each for each in given if isinstance(each, Checked)]


def verdicts(given, trail):
    """The verdict of each file by what it is called in the trail, such as "digest 1"."""
    known = {each: f"digest {n}" for n, each in enumerate(trail.digests)}
    known |= {each: f"log {n}" for n, each in enumerate(trail.logs)}
    return {
        known["AWSLogs/" + each.uri.partition("AWSLogs/")[2]]: each.verdict.value
        for each in files(given)
    }


def signed(folder, trail, *digests):
    """Keep the signature of some digests beside them, or of the newest."""
    for each in digests or trail.digests[-1:]:
        (folder / f"{each}{SIDECAR}").write_text(trail.signatures[each] + "\n")
    return folder


def everything_valid(trail):
    every = {f"digest {n}": "valid" for n in range(len(trail.digests))}
    return every | {f"log {n}": "valid" for n in range(len(trail.logs))}


def test_a_copy_with_the_newest_signature_beside_it_is_proven_whole(tmp_path):
    trail = Trail().hours(3)
    told = found(signed(trail.copy(tmp_path), trail))
    assert verdicts(told, trail) == everything_valid(trail)


def test_a_copy_alone_is_proven_but_for_its_newest_digest(tmp_path):
    trail = Trail().hours(3, logs=1)
    assert verdicts(found(trail.copy(tmp_path)), trail) == {
        **everything_valid(trail),
        "digest 2": "unsigned",
        "log 2": "not covered",
    }


def test_what_an_unsigned_digest_names_can_still_be_altered_or_missing(tmp_path):
    """Either that is so, or the digest is a forgery: something was done to these files."""
    trail = Trail().hours(3, logs=2)
    trail.alter(trail.logs[4])
    trail.remove(trail.logs[5])
    trail.remove(trail.digests[1])
    told = verdicts(found(trail.copy(tmp_path)), trail)
    assert (told["log 4"], told["log 5"], told["digest 1"]) == ("altered", "missing", "missing")


def test_an_altered_log_file_is_told_and_no_other(tmp_path):
    trail = Trail().hours(3)
    trail.alter(trail.logs[2])
    told = found(signed(trail.copy(tmp_path), trail))
    assert verdicts(told, trail) == {**everything_valid(trail), "log 2": "altered"}


def test_log_files_of_an_altered_digest_are_not_covered(tmp_path):
    trail = Trail().hours(3, logs=1)
    trail.alter(trail.digests[1])
    told = verdicts(found(signed(trail.copy(tmp_path), trail, *trail.digests)), trail)
    assert told == {**everything_valid(trail), "digest 1": "altered", "log 1": "not covered"}


def test_behind_an_altered_digest_a_copy_has_no_signature_to_believe(tmp_path):
    """The altered digest still holds the signature of the one before, which proves itself."""
    trail = Trail().hours(4, logs=1)
    trail.alter(trail.digests[2])
    told = verdicts(found(signed(trail.copy(tmp_path), trail)), trail)
    assert (told["digest 2"], told["digest 1"], told["digest 0"]) == ("altered", "valid", "valid")


def test_a_false_signature_in_an_altered_digest_proves_nothing_against_the_one_before(tmp_path):
    trail = Trail().hours(3, logs=1)
    content = json.loads(gzip.decompress(trail.files[trail.digests[1]]))
    content["previousDigestSignature"] = "00" * 256
    trail.files[trail.digests[1]] = gzip.compress(json.dumps(content).encode())
    told = verdicts(found(signed(trail.copy(tmp_path), trail)), trail)
    assert (told["digest 1"], told["digest 0"]) == ("altered", "unsigned")


def test_two_missing_digests_leave_the_one_missing_that_is_named_and_a_gap(tmp_path):
    trail = Trail().hours(5, logs=1)
    trail.remove(trail.digests[2])
    trail.remove(trail.digests[3])
    told = found(signed(trail.copy(tmp_path), trail, *trail.digests))
    assert [each.uri.rpartition("_")[2] for each in files(told) if each.verdict == "missing"] == [
        "20260927T140005Z.json.gz"
    ]
    assert [(each.since, each.until) for each in told if isinstance(each, Gap)] == [
        ("2026-09-27T12:00:05Z", "2026-09-27T14:00:05Z")
    ]


def test_a_gap_without_anything_missing_is_a_trail_that_was_stopped(tmp_path):
    trail = Trail().hours(2).stop(3).hours(2)
    told = found(signed(trail.copy(tmp_path), trail, *trail.digests))
    assert verdicts(told, trail) == everything_valid(trail)
    assert [each.why for each in told if isinstance(each, Gap)] == [
        "log file validation or logging was off"
    ]


def test_a_log_file_that_nobody_named_is_not_covered(tmp_path):
    trail = Trail().hours(2)
    planted = trail.log(START + timedelta(minutes=30))
    told = verdicts(found(signed(trail.copy(tmp_path), trail)), trail)
    assert told[f"log {trail.logs.index(planted)}"] == "not covered"


def test_a_log_file_of_the_last_two_hours_without_a_digest_is_expected(tmp_path):
    trail = Trail().hours(2)
    trail.log(trail.now + timedelta(minutes=10))
    signed(trail.copy(tmp_path), trail)
    soon = f"{trail.now + HOUR:%Y-%m-%dT%H:%M:%S}.000Z"
    assert [each.expected for each in files(found(tmp_path, now=soon))].count(True) == 1
    assert [each.expected for each in files(found(tmp_path))].count(True) == 0


def test_a_log_file_just_before_until_may_stand_in_a_later_digest(tmp_path):
    trail = Trail().hours(3)
    trail.log(START + 2 * HOUR + timedelta(minutes=50))
    signed(trail.copy(tmp_path), trail)
    told = files(found(tmp_path, until="2026-09-27T12:55:00.000Z"))
    assert [each.expected for each in told].count(True) == 1


def test_whoever_takes_the_newest_digests_away_makes_no_log_file_too_new(tmp_path):
    trail = Trail().hours(6, logs=1)
    for each in trail.digests[2:]:
        trail.remove(each)
    signed(trail.copy(tmp_path), trail, *trail.digests[:2])
    for times in ({}, {"until": "2026-09-27T16:00:00.000Z"}):
        told = files(found(tmp_path, **times))
        assert [each.expected for each in told].count(True) == 0
        assert [each.verdict for each in told].count(Verdict.NOT_COVERED) == 4


def test_several_trails_regions_and_accounts_are_told_apart(tmp_path):
    trails = [
        Trail("main"),
        Trail("second_trail"),
        Trail("main", region="eu-west-1", by=key("Ireland's")),
        Trail("main", account="444455556666", organization="o-abcdefghij"),
    ]
    for each in trails:
        signed(each.hours(2).copy(tmp_path), each)
    trails[3].alter(trails[3].logs[0])
    trails[3].copy(tmp_path)
    told = files(found(tmp_path, keys_of=with_key(key(), key("Ireland's"))))
    assert [(each.chain.account, each.verdict) for each in told if each.verdict != "valid"] == [
        ("444455556666", "altered")
    ]
    assert sorted({(each.chain.region, each.chain.trail) for each in told}) == [
        ("eu-west-1", "main"),
        ("us-east-1", "main"),
        ("us-east-1", "second_trail"),
    ]


def test_backfill_digests_are_a_chain_of_their_own_and_no_gap(tmp_path):
    trail = Trail().hours(3)
    late = trail.backfill(2)
    told = found(signed(trail.copy(tmp_path), trail, *trail.digests))
    assert verdicts(told, trail) == everything_valid(trail)
    assert {each.chain.backfill for each in files(told) if each.uri.endswith(late[-60:])} == {True}
    assert [each for each in told if isinstance(each, Gap)] == []


def test_since_and_until_choose_digests_and_log_files_by_their_names(tmp_path):
    trail = Trail().hours(6, logs=1)
    signed(trail.copy(tmp_path), trail, *trail.digests)
    told = found(tmp_path, since="2026-09-27T12:30:00.000Z", until="2026-09-27T14:00:05.000Z")
    assert sorted(verdicts(told, trail)) == [
        *("digest 2", "digest 3", "digest 4", "log 2", "log 3", "log 4"),
    ]
    assert {each.verdict for each in files(told)} == {"valid"}


def test_what_ended_before_since_is_not_missed(tmp_path):
    trail = Trail().hours(4)
    trail.remove(trail.digests[0])
    signed(trail.copy(tmp_path), trail)
    told = files(found(tmp_path, since="2026-09-27T11:30:00.000Z"))
    assert "missing" not in {each.verdict for each in told}


def test_a_path_below_awslogs_narrows_what_is_read(tmp_path):
    here, there = Trail().hours(2), Trail(region="eu-west-1").hours(2)
    there.copy(here.copy(tmp_path))
    below = tmp_path / "AWSLogs" / here.account / "CloudTrail" / "eu-west-1"
    assert {each.chain.region for each in files(found(below))} == {"eu-west-1"}
    assert len(files(found(tmp_path / "AWSLogs"))) == len(files(found(tmp_path)))


def test_a_path_that_leads_elsewhere_is_a_mistake(tmp_path):
    trail = Trail().hours(1)
    trail.copy(tmp_path)
    (tmp_path / "empty").mkdir()
    day = tmp_path / "AWSLogs" / trail.account / "CloudTrail" / "us-east-1" / "2026"
    for path in (tmp_path / "empty", tmp_path / "nowhere", day):
        with pytest.raises(UserError):
            folders_of(str(path))


def test_a_log_file_that_was_unpacked_is_proven_all_the_same(tmp_path):
    trail = Trail().hours(2)
    signed(trail.copy(tmp_path), trail)
    packed = tmp_path / trail.logs[0]
    packed.with_suffix("").write_bytes(gzip.decompress(packed.read_bytes()))
    packed.unlink()
    assert {each.verdict for each in files(found(tmp_path))} == {"valid"}


def test_a_key_that_is_not_at_hand_leaves_digests_unsigned(tmp_path):
    trail = Trail().hours(2)
    signed(trail.copy(tmp_path), trail)
    told = files(found(tmp_path, keys_of=with_key(key("another's"))))
    assert {each.verdict for each in told if each.kind == "digest"} == {"unsigned"}
    assert told[0].why.endswith(key().fingerprint)


HOSTILE = {
    "nothing": b"",
    "no gzip": b"\x1f\x8b and then nothing that unpacks",
    "no JSON": gzip.compress(b"{"),
    "another shape": gzip.compress(b'{"digestStartTime": 1}'),
    "a list": gzip.compress(b"[]"),
    "nested deep": gzip.compress(b"[" * 100_000),
    "cut short": gzip.compress(b"x" * 1000)[:-9],
    "two members": gzip.compress(b"{}") + gzip.compress(b"{}"),
    "no text": gzip.compress(b"\xff\xfe\x00"),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_digest_is_altered_and_the_rest_is_read(content, tmp_path):
    trail = Trail().hours(3, logs=1)
    trail.files[trail.digests[1]] = content
    told = verdicts(found(signed(trail.copy(tmp_path), trail, *trail.digests)), trail)
    assert told == {**everything_valid(trail), "digest 1": "altered", "log 1": "not covered"}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_log_file_is_altered(content, tmp_path):
    trail = Trail().hours(2, logs=1)
    trail.files[trail.logs[0]] = content
    told = verdicts(found(signed(trail.copy(tmp_path), trail)), trail)
    assert told == {**everything_valid(trail), "log 0": "altered"}


def test_a_bomb_is_unread_and_takes_no_memory(tmp_path):
    trail = Trail().hours(2, logs=1)
    trail.files[trail.logs[0]] = gzip.compress(b"\0" * (80 << 20))
    told = verdicts(found(signed(trail.copy(tmp_path), trail)), trail)
    assert told["log 0"] == "unread"


ELSEWHERE = (
    "AWSLogs/../../../etc/passwd",
    "AWSLogs//absolute",
    "../above",
    "AWSLogs/a\\b",
    "AWSLogs/nul\0l",
    "another-prefix/AWSLogs/x.json.gz",
    "AWSLogs/" + "x" * 5000,
)


@pytest.mark.parametrize("made", ELSEWHERE, ids=range(len(ELSEWHERE)))
def test_a_digest_that_names_a_file_elsewhere_opens_nothing_there(made, tmp_path):
    trail = Trail()
    log = {"s3Bucket": "logs", "s3Object": made, "hashValue": "00", "hashAlgorithm": "SHA-256"}
    trail.hour(0, logFiles=[log])
    (told,) = [
        each for each in files(found(signed(trail.copy(tmp_path), trail))) if each.kind == "log"
    ]
    assert told.verdict == "unread"


def test_a_log_file_of_another_bucket_and_a_strange_hash_are_unread(tmp_path):
    trail = Trail()
    one = trail.log(START)
    changes = ({"s3Bucket": "another"}, {"hashAlgorithm": "MD5"})
    named = [
        {"s3Bucket": "logs", "s3Object": one, "hashValue": "00", "hashAlgorithm": "SHA-256", **each}
        for each in changes
    ]
    trail.hour(0, logFiles=named)
    told = files(found(signed(trail.copy(tmp_path), trail)))
    assert [each.verdict for each in told if each.kind == "log"][:2] == ["unread", "unread"]


def test_a_digest_at_another_key_than_its_own_is_altered(tmp_path):
    trail = Trail().hours(3, logs=0)
    trail.files[trail.digests[1]] = trail.files[trail.digests[0]]
    trail.signatures[trail.digests[1]] = trail.signatures[trail.digests[0]]
    told = found(signed(trail.copy(tmp_path), trail, *trail.digests))
    assert verdicts(told, trail)["digest 1"] == "altered"
    assert [each.why.partition(" to ")[0] for each in files(told) if each.verdict == "altered"] == [
        "it was delivered"
    ]


def test_pipes_and_links_in_circles_do_not_hang_it(tmp_path):
    trail = Trail().hours(2)
    signed(trail.copy(tmp_path), trail)
    folder = tmp_path / os.path.dirname(trail.logs[0])
    os.mkfifo(folder / "pipe.json.gz")
    (folder / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / trail.logs[0]).unlink()
    os.mkfifo(tmp_path / trail.logs[0])
    told = found(tmp_path)
    assert {each.what for each in told if isinstance(each, Problem)} == {"not a file"}
    assert [each.verdict for each in files(told) if trail.logs[0] in each.uri] == ["unread"]


def test_a_chain_that_began_in_another_bucket_says_where_it_goes_on(tmp_path):
    old, trail = Trail(bucket="old-logs").hours(1), Trail(now=START + HOUR)
    trail.hour(previousDigestS3Bucket="old-logs", previousDigestS3Object=old.digests[0])
    told = found(signed(trail.copy(tmp_path), trail))
    (gap,) = [each for each in told if isinstance(each, Gap)]
    assert f"s3://old-logs/{old.digests[0]}" in gap.why
    assert {each.verdict for each in files(told)} == {"valid"}


def test_the_same_files_give_the_same_results_however_many_workers(tmp_path):
    trail = Trail().hours(6, logs=5)
    trail.alter(trail.logs[7])
    signed(trail.copy(tmp_path), trail)
    runs = [
        list(Verification(folders_of(str(tmp_path)), with_key(), window(NOW), workers).run())
        for workers in (1, 16)
    ]
    assert runs[0] == runs[1]


def reading(content):
    rest = [content]

    def read(size):
        given, rest[0] = rest[0][:size], rest[0][size:]
        return given

    return read


@settings(max_examples=50)
@given(st.binary(max_size=3000), st.integers(0, 9))
def test_the_hash_is_that_of_the_unpacked_text(text, level):
    expected = hashlib.sha256(text).hexdigest()
    assert hash_of(reading(gzip.compress(text, level))) == expected
    if not text.startswith(b"\x1f\x8b"):
        assert hash_of(reading(text)) == expected
        assert text_of(reading(text)) == text


@settings(max_examples=100)
@given(st.binary(min_size=1, max_size=300), st.data())
def test_no_changed_byte_goes_unnoticed_but_those_of_the_header(text, data):
    """Of gzip's ten bytes of header some say nothing of the text: awscli does not see them either."""
    packed = bytearray(gzip.compress(text, mtime=0))
    place = data.draw(st.integers(10, len(packed) - 1))
    packed[place] ^= data.draw(st.integers(1, 255))
    try:
        told = hash_of(reading(bytes(packed)))
    except BrokenError:
        return
    assert told != hashlib.sha256(text).hexdigest() or gunzip(packed) == text


def gunzip(packed):
    return zlib.decompress(bytes(packed), wbits=31)


def test_a_digest_that_unpacks_to_too_much_is_no_digest():
    with pytest.raises(BombError):
        text_of(reading(gzip.compress(b"a" * (100 << 20), 9)))


@settings(max_examples=100)
@given(st.binary(max_size=300), st.integers(0, 255), st.integers(1, 255))
def test_a_signature_holds_for_its_text_and_key_alone(text, place, change):
    keys = Keys({"one": key().public, "other": key("another's").public}, NO_KEY)
    signature = key().sign(text.decode("latin-1"))
    signed_text = text.decode("latin-1").encode()
    changed = bytearray.fromhex(signature)
    changed[place] ^= change
    assert keys.made("one", signature, signed_text)
    assert not keys.made("one", changed.hex(), signed_text)
    assert not keys.made("one", signature, signed_text + b"!")
    assert not keys.made("other", signature, signed_text)


@pytest.mark.parametrize("signature", ["", "zz", "00", "00" * 256, "ff" * 256, "ab" * 9000, "é"])
def test_what_is_no_signature_holds_for_nothing(signature):
    assert not Keys({"one": key().public}, NO_KEY).made("one", signature, b"")


def test_keys_come_in_both_of_aws_forms_and_others_are_refused():
    subject = (
        key().private.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    )
    other = elliptic(SECP256R1()).public_key()
    curve = other.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    keys = Keys({"subject": subject, "curve": curve, "rubbish": b"rubbish"}, NO_KEY)
    assert keys.made("subject", key().sign("text"), b"text")
    for each in ("curve", "rubbish"):
        with pytest.raises(BadKeyError):
            keys.made(each, "00", b"")


def test_a_file_of_keys_is_what_the_aws_command_prints(tmp_path):
    path = tmp_path / "keys.json"
    path.write_text(json.dumps(answered(key())))
    assert key().fingerprint in kept([str(path)])
    for text in ("", "[]", '{"PublicKeyList": [{"Value": 1}]}'):
        path.write_text(text)
        with pytest.raises(UserError, match="list-public-keys"):
            kept([str(path)])


@pytest.mark.parametrize(
    ("made", "ended"),
    [
        (
            "111122223333_CloudTrail-Digest_eu-west-1_a_b-c.d_us-east-1_20260927T110005Z.json.gz",
            True,
        ),
        ("111122223333_CloudTrail-Digest_eu-west-1_main_us-east-1_20261327T110005Z.json.gz", False),
        ("111122223333_CloudTrail_eu-west-1_20260927T1105Z_abc.json.gz", False),
        ("", False),
    ],
)
def test_names_of_digests(made, ended):
    assert (digest_name(f"AWSLogs/{made}") is not None) == ended


def test_names_of_log_files_and_keys_that_lead_away():
    assert (
        log_time("a/111122223333_CloudTrail_eu-west-1_20260927T1105Z_aB3.json.gz")
        == "20260927T110500Z"
    )
    assert log_time("a/readme.json") is None
    assert [is_below(each) for each in ("a/b", "a/../b", "/a", "a\0", "a\\b")] == [True] + [
        False
    ] * 4
