"""Types that Cloud Control reads: its answers are in AWS's documented shape, sent to no server."""

import json

import pytest
from aws import ACCOUNT, denied, environment, session

from scanner.check.strangers import strange_fields
from scanner.fields import document_shape
from scanner.model import Coverage, Item, Needs, Problem
from scanner.permissions import policy
from scanner.shape import Call, cloud_controlled
from scanner.sources.clients import Clients
from scanner.sources.live import read_account
from scanner.sources.plan import Collection, collections, declared
from scanner.sources.pool import Pool
from scanner.sources.reach import Reach

ANALYZER = "AWS::AccessAnalyzer::Analyzer"
STORE = "AWS::CloudTrail::EventDataStore"
VAULT = "AWS::Backup::BackupVault"
HERE = "eu-west-1"
ARN = f"arn:aws:access-analyzer:{HERE}:{ACCOUNT}:analyzer/main"
PROPERTIES = {
    ANALYZER: {
        "Arn": ARN,
        "AnalyzerName": "main",
        "Type": "ACCOUNT",
        "ArchiveRules": [
            {"RuleName": "ours", "Filter": [{"Property": "isPublic", "Eq": ["false"]}]}
        ],
        "Tags": [{"Key": "team", "Value": "red"}],
    },
    STORE: {
        "EventDataStoreArn": f"arn:aws:cloudtrail:{HERE}:{ACCOUNT}:eventdatastore/4f1c",
        "Name": "lake",
        "RetentionPeriod": 2557,
        "MultiRegionEnabled": True,
        "TerminationProtectionEnabled": True,
        "AdvancedEventSelectors": [
            {"FieldSelectors": [{"Field": "eventCategory", "Equals": ["Management"]}]}
        ],
    },
    VAULT: {
        "BackupVaultName": "daily",
        "BackupVaultArn": f"arn:aws:backup:{HERE}:{ACCOUNT}:backup-vault:daily",
        "EncryptionKeyArn": f"arn:aws:kms:{HERE}:{ACCOUNT}:key/1",
        "LockConfiguration": {"MinRetentionDays": 30},
        "BackupVaultTags": {"team": "red"},
    },
}


@pytest.fixture(autouse=True)
def nowhere():
    with environment("http://127.0.0.1:9"):
        yield


def listed(*identifiers, more=None):
    """A page of resources: their properties are often no more than what identifies them."""
    found = [{"Identifier": each, "Properties": "{}"} for each in identifiers]
    return 200, {"ResourceDescriptions": found, **({"NextToken": more} if more else {})}


def told(properties, identifier=ARN):
    """A resource's description, with the properties as JSON text."""
    text = properties if isinstance(properties, str) else json.dumps(properties)
    return 200, {"ResourceDescription": {"Identifier": identifier, "Properties": text}}


def refusal(code):
    return 400, {"__type": code, "message": "no"}


def reading(wanted=ANALYZER, **answers):
    """What is found of a type where `ListResources` and `GetResource` are answered so."""
    given = wanted if isinstance(wanted, tuple) else collections(Needs({wanted: None}))
    with Pool(Clients(attempts=1)) as pool:
        return list(read_account(session(**answers), ACCOUNT, [HERE], given, pool))


def only(kind, found):
    return [each for each in found if isinstance(each, kind)]


def covered(found):
    return frozenset().union(*(each.types for each in only(Coverage, found)))


def document(found):
    (item,) = only(Item, found)
    return json.loads(item.text)


def test_a_resource_is_listed_and_its_properties_are_its_configuration():
    found = reading(ListResources=listed(ARN), GetResource=told(PROPERTIES[ANALYZER]))
    assert document(found) == {
        "resourceType": ANALYZER,
        "resourceId": ARN,
        "resourceName": "main",
        "arn": ARN,
        "accountId": ACCOUNT,
        "awsRegion": HERE,
        "tags": {"team": "red"},
        "configuration": PROPERTIES[ANALYZER],
        "supplementaryConfiguration": {},
    }
    assert (only(Problem, found), covered(found)) == ([], {ANALYZER})


@pytest.mark.parametrize("kind", PROPERTIES)
def test_every_property_of_a_declared_type_is_a_field_of_the_table(kind):
    found = reading(kind, ListResources=listed("it"), GetResource=told(PROPERTIES[kind]))
    (item,) = only(Item, found)
    assert list(strange_fields(item.document(), document_shape(kind))) == []
    assert item.document()["configuration"] == PROPERTIES[kind]


def test_a_map_of_tags_is_read_as_tags():
    found = reading(VAULT, ListResources=listed("daily"), GetResource=told(PROPERTIES[VAULT]))
    assert document(found)["tags"] == {"team": "red"}


def test_every_page_is_read():
    pages = [listed("a", more="next"), listed("b", more="last"), listed("c")]
    found = reading(ListResources=pages, GetResource=told(PROPERTIES[ANALYZER]))
    assert sorted(each.id for each in only(Item, found)) == ["a", "b", "c"]


def test_a_refused_second_page_is_a_refused_list():
    found = reading(ListResources=[listed("a", more="next"), denied()])
    assert [each.types for each in only(Problem, found)] == [{ANALYZER}]
    assert (only(Item, found), covered(found)) == ([], frozenset())


def test_a_region_that_does_not_know_the_type_has_none_of_it():
    found = reading(ListResources=refusal("TypeNotFoundException"))
    assert (only(Problem, found), only(Item, found)) == ([], [])
    assert covered(found) == {ANALYZER}


@pytest.mark.parametrize(
    "code",
    [
        *("UnsupportedActionException", "ThrottlingException", "AccessDeniedException"),
        *("GeneralServiceException", "HandlerFailureException", "ServiceInternalErrorException"),
        *("InvalidCredentialsException", "PrivateTypeException", "InvalidRequestException"),
    ],
)
def test_a_list_that_is_refused_leaves_the_type_uncovered(code):
    found = reading(ListResources=refusal(code))
    assert [each.what for each in only(Problem, found)] == [
        f"cloudcontrol:ListResources: {code}: no"
    ]
    assert covered(found) == frozenset()


@pytest.mark.parametrize("body", [b"", b"<html>", b"{}", b"[]", b'{"ResourceDescriptions": null}'])
def test_an_answer_without_a_list_is_a_refused_list(body):
    found = reading(ListResources=(200, body))
    assert [each.types for each in only(Problem, found)] == [{ANALYZER}]
    assert covered(found) == frozenset()


def test_a_resource_that_may_not_be_read_is_there_and_nothing_is_known_of_it():
    found = document(reading(ListResources=listed(ARN), GetResource=denied()))
    why = {"$unresolved": f"cloudcontrol:GetResource in {ACCOUNT}/{HERE}: AccessDeniedException"}
    assert found["resourceId"] == ARN
    assert found["configuration"] == dict.fromkeys(PROPERTIES[ANALYZER], why) | {
        "AnalyzerConfiguration": why
    }
    assert found["tags"] == why


@pytest.mark.parametrize(
    "properties", ["", "{", "null", "[]", "{}", '"text"', "[" * 100_000, '{"Arn": 1} x']
)
def test_properties_that_are_no_json_object_make_nothing_known(properties):
    found = document(reading(ListResources=listed(ARN), GetResource=told(properties)))
    why = f"cloudcontrol:GetResource in {ACCOUNT}/{HERE}: GarbledAnswer"
    assert found["resourceId"] == ARN
    assert {each["$unresolved"] for each in found["configuration"].values()} == {why}


@pytest.mark.parametrize("body", [b"", b"<html>", b"{}", b'{"ResourceDescription": {}}'])
def test_an_answer_without_a_description_makes_nothing_known(body):
    found = document(reading(ListResources=listed(ARN), GetResource=(200, body)))
    assert all("$unresolved" in each for each in found["configuration"].values())


def test_another_type_is_one_entry():
    topic = cloud_controlled(
        "AWS::New::Thing", id="ThingArn", arn="ThingArn", shape={}, behind=("new:GetThing",)
    )
    properties = {"ThingArn": "arn:aws:new:::thing"}
    wanted = (Collection(topic, (), True),)
    found = reading(wanted, ListResources=listed("thing"), GetResource=told(properties))
    assert document(found)["configuration"] == properties


def test_a_policy_allows_what_cloud_control_calls_in_the_callers_name():
    reads, behind = json.loads(policy(Needs({VAULT: None}), Reach(regions=(HERE,))))["Statement"]
    assert reads["Action"] == ["cloudformation:GetResource", "cloudformation:ListResources"]
    assert behind["Sid"] == "GromaBehindCloudControl"
    assert behind["Action"] == [
        "backup:DescribeBackupVault",
        "backup:GetBackupVaultAccessPolicy",
        "backup:GetBackupVaultNotifications",
        "backup:ListBackupVaults",
        "backup:ListTags",
    ]


def test_what_cloud_control_calls_may_change_nothing():
    with pytest.raises(ValueError, match="change nothing"):
        Call("cloudcontrol", "get_resource", behind=("backup:DeleteBackupVault",))


def test_a_type_that_cloud_control_reads_names_what_it_calls_for_it():
    calls = [each.live for each in declared().values() if each.live is not None]
    through = [each for each in calls if each.client == "cloudcontrol"]
    assert len(through) >= 3
    assert all(each.behind for each in through)
