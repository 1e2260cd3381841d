from items import rule

from scanner.model import Evidence, Verdict
from scanner.wording import clause_in_words, message, written

OPENING = {
    "what": "sg-1 lets every IPv4 address in on tcp port 22",
    "resource": "sg-1",
    "example": {"protocol": "tcp", "port": 22, "source": "1.0.0.0", "destination": "sg-1"},
}


def said(verdict, found, wanted="to be empty"):
    return message(Verdict(verdict), [Evidence("some.value", found, wanted)])


def test_a_failure_names_what_was_found_and_what_was_wanted():
    assert said("fail", False, "to be true") == "some.value is false, wanted to be true"
    assert said("fail", None, "to be set") == "some.value is not set, wanted to be set"
    assert said("fail", [], "not to be empty") == "some.value is empty, wanted not to be empty"


def test_an_opening_speaks_for_itself_and_shows_a_packet():
    assert said("fail", [OPENING]) == (
        "sg-1 lets every IPv4 address in on tcp port 22, such as tcp from 1.0.0.0 to port 22"
    )


def test_the_far_end_of_a_packet_is_named_and_the_near_one_goes_without_saying():
    out = {
        **OPENING,
        "example": {"protocol": "udp", "port": 53, "source": "sg-1", "destination": "8.8.8.8"},
    }
    assert written(out).endswith("such as udp to 8.8.8.8 port 53")


def test_what_is_unknown_says_why():
    why = {"$unresolved": "AccessDenied"}
    assert said("unknown", why) == "some.value is not known (AccessDenied)"


def test_what_a_resource_will_be_called_is_shown_as_its_name_in_the_template():
    key = {"$unresolved": "known after deployment", "$present": True, "$is": "aws_kms_key.log.arn"}
    assert said("fail", key, "to be null") == (
        "some.value is aws_kms_key.log.arn, wanted to be null"
    )
    assert said("unknown", key) == (
        "some.value is aws_kms_key.log.arn, which only deployment decides"
    )
    assert said("unknown", [key]).endswith("aws_kms_key.log.arn, which only deployment decides")
    given = {"$unresolved": "the parameter VpcId has no default", "$is": "?VpcId"}
    assert written([given, key]) == (
        "not known (the parameter VpcId has no default); aws_kms_key.log.arn"
    )


def test_long_lists_are_counted():
    assert written([1, 2, 3, 4, 5]) == "1; 2; 3; and 2 more"


def test_several_pieces_of_evidence_make_one_sentence():
    pieces = [Evidence(f"v{number}", False, "to be true") for number in range(5)]
    assert message(Verdict.FAIL, pieces) == (
        "v0 is false, wanted to be true; v1 is false, wanted to be true;"
        " v2 is false, wanted to be true; and 2 more"
    )


def test_clauses_are_said_in_words():
    one = rule(
        """
        check:
          - {value: configuration.name, in: [a, b]}
          - not: {value: configuration.name, matches: ^x}
          - any: [{value: configuration.name, exists: true}, {value: tags, empty: false}]
        """
    )
    assert [clause_in_words(each) for each in one.check] == [
        'configuration.name has to be one of "a"; "b"',
        'it is not so that configuration.name has to match "^x"',
        "configuration.name has to be set, or tags has not to be empty",
    ]
