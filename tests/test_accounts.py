import json
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs

import pytest

from scanner.errors import UserError
from scanner.model import Needs, Problem
from scanner.sources.accounts import entered, members
from scanner.sources.clients import Clients
from scanner.sources.live import Entered
from scanner.sources.reach import Reach
from scanner.sources.signin import signed_in
from tests.aws import ACCOUNT, aws, client, environment
from tests.between import between, error

OTHER = "111122223333"
NEEDS = Needs({"AWS::EC2::VPC": frozenset()})


@pytest.fixture(scope="module")
def cloud():
    with aws() as url:
        yield url


@pytest.fixture
def organization(cloud):
    api = client("organizations")
    api.create_organization(FeatureSet="ALL")
    root = api.list_roots()["Roots"][0]["Id"]
    unit = api.create_organizational_unit(ParentId=root, Name="live")["OrganizationalUnit"]["Id"]
    below = api.create_organizational_unit(ParentId=unit, Name="eu")["OrganizationalUnit"]["Id"]
    made = [
        api.create_account(Email=f"{name}@example.com", AccountName=name)["CreateAccountStatus"]
        for name in ("a", "b", "gone")
    ]
    ids = [each["AccountId"] for each in made]
    api.move_account(AccountId=ids[0], SourceParentId=root, DestinationParentId=unit)
    api.move_account(AccountId=ids[1], SourceParentId=root, DestinationParentId=below)
    api.close_account(AccountId=ids[2])
    yield unit, ids
    urlreset(cloud)


def urlreset(url):
    from tests.aws import emptied

    emptied(url)


def test_without_options_the_account_is_that_of_the_credentials_in_its_enabled_regions(cloud):
    caller = signed_in()
    assert members(caller, Reach(), Clients()) == (ACCOUNT,)
    account = entered(caller, ACCOUNT, Reach(), NEEDS, Clients())
    assert account.account == ACCOUNT
    assert {"eu-west-1", "us-east-1"} <= set(account.regions)
    assert list(account.regions) == sorted(account.regions)


def test_regions_that_are_named_are_not_asked_for(cloud):
    with between(cloud, refusing("DescribeRegions")) as url, environment(url):
        account = entered(
            signed_in(), ACCOUNT, Reach(regions=("eu-west-1", "us-east-1")), NEEDS, Clients()
        )
    assert account.regions == ("eu-west-1", "us-east-1")


def refusing(*wanted, code="AccessDenied", message="User x may not."):
    return lambda body: error(code, message) if all(each in body for each in wanted) else None


def test_an_account_whose_regions_nobody_may_list_is_a_problem(cloud):
    with between(cloud, refusing("DescribeRegions")) as url, environment(url):
        (problem,) = entered(signed_in(), ACCOUNT, Reach(), NEEDS, Clients())
    assert problem.what.startswith("ec2:DescribeRegions: AccessDenied: User x may not.")
    assert (problem.where, problem.place) == (f"aws://{ACCOUNT}/global", (ACCOUNT, "global"))
    assert problem.types == NEEDS.types


NO_REGIONS = b"<DescribeRegionsResponse><regionInfo/></DescribeRegionsResponse>"


@pytest.mark.parametrize("body", [b"", b"<html></html>", b"{", NO_REGIONS])
def test_an_answer_that_lists_no_regions_is_a_problem_and_not_an_account_without_any(cloud, body):
    def answer(asked):
        return (200, body) if "DescribeRegions" in asked else None

    with between(cloud, answer) as url, environment(url):
        (problem,) = entered(signed_in(), ACCOUNT, Reach(), NEEDS, Clients())
    assert problem.what.startswith("ec2:DescribeRegions: ")


def test_a_role_enters_another_account(cloud):
    reach = Reach(regions=("eu-west-1",), accounts=(OTHER,), role="audit", external_id="x1")
    account = entered(signed_in(), OTHER, reach, NEEDS, Clients())
    assert isinstance(account, Entered)
    who = account.session.client("sts", region_name="eu-west-1").get_caller_identity()
    assert who["Account"] == OTHER
    assert "role/audit/groma" in who["Arn"]


def test_the_role_is_asked_for_with_the_external_id(cloud):
    seen = []
    with between(cloud, lambda body: seen.append(parse_qs(body))) as url, environment(url):
        reach = Reach(regions=("eu-west-1",), accounts=(OTHER,), role="audit", external_id="x1")
        entered(signed_in(), OTHER, reach, NEEDS, Clients())
    (asked,) = [each for each in seen if each.get("Action") == ["AssumeRole"]]
    assert asked["RoleArn"] == [f"arn:aws:iam::{OTHER}:role/audit"]
    assert asked["ExternalId"] == ["x1"]


def test_an_account_that_cannot_be_entered_is_a_problem_in_each_region_asked_for(cloud):
    reach = Reach(regions=("eu-west-1",), accounts=(OTHER,), role="audit")
    with between(cloud, refusing("AssumeRole", OTHER)) as url, environment(url):
        problems = entered(signed_in(), OTHER, reach, NEEDS, Clients())
    assert [each.place for each in problems] == [(OTHER, "global"), (OTHER, "eu-west-1")]
    assert all(isinstance(each, Problem) for each in problems)
    assert problems[0].what.startswith("sts:AssumeRole: AccessDenied: User x may not.")


@pytest.mark.parametrize("body", [b"", b"<html></html>", b"\x00"])
def test_a_role_that_is_answered_with_garbage_is_a_problem(cloud, body):
    reach = Reach(regions=("eu-west-1",), accounts=(OTHER,), role="audit")

    def answer(asked):
        return (200, body) if "AssumeRole" in asked else None

    with between(cloud, answer) as url, environment(url):
        problems = entered(signed_in(), OTHER, reach, NEEDS, Clients())
    assert problems[0].what.startswith("sts:AssumeRole: ")


def test_a_session_that_runs_out_is_entered_anew(cloud):
    keys = []

    def answer(body):
        if "AssumeRole" not in body:
            return None
        keys.append(f"ASIA{len(keys)}")
        until = (datetime.now(UTC) + timedelta(seconds=30)).strftime("%Y-%m-%dT%H:%M:%SZ")
        given = f"<AccessKeyId>{keys[-1]}</AccessKeyId><SecretAccessKey>s</SecretAccessKey>"
        given += f"<SessionToken>t</SessionToken><Expiration>{until}</Expiration>"
        result = f"<AssumeRoleResult><Credentials>{given}</Credentials></AssumeRoleResult>"
        return 200, f"<AssumeRoleResponse>{result}</AssumeRoleResponse>".encode()

    reach = Reach(regions=("eu-west-1",), accounts=(OTHER,), role="audit")
    with between(cloud, answer) as url, environment(url):
        account = entered(signed_in(), OTHER, reach, NEEDS, Clients())
        account.session.client("ec2", region_name="eu-west-1").describe_vpcs()
        account.session.client("ec2", region_name="eu-west-1").describe_vpcs()
    assert len(keys) >= 3


def test_the_callers_own_account_is_read_without_the_role_beside_others(cloud):
    reach = Reach(regions=("eu-west-1",), accounts=(ACCOUNT, OTHER), role="audit")
    caller = signed_in()
    assert entered(caller, ACCOUNT, reach, NEEDS, Clients()).session is caller.session
    alone = Reach(regions=("eu-west-1",), role="audit")
    assert entered(caller, ACCOUNT, alone, NEEDS, Clients()).session is not caller.session


def test_an_organization_is_all_its_active_accounts(organization):
    _, (first, second, gone) = organization
    found = members(signed_in(), Reach(organization=True, role="audit"), Clients())
    assert {ACCOUNT, first, second} <= set(found)
    assert gone not in found


def test_a_unit_is_the_accounts_at_and_below_it(organization):
    unit, (first, second, _) = organization
    caller = signed_in()
    assert members(caller, Reach(units=(unit,), role="audit"), Clients()) == tuple(
        sorted([first, second])
    )
    reach = Reach(units=(unit,), excluded=(second,), role="audit")
    assert members(caller, reach, Clients()) == (first,)


def test_an_organization_that_nobody_may_list_is_the_users_mistake(cloud):
    with (
        between(cloud, lambda body: (400, denied()) if body == "{}" else None) as url,
        environment(url),
        pytest.raises(UserError, match=r"AccessDeniedException.*management account"),
    ):
        members(signed_in(), Reach(organization=True, role="audit"), Clients())


def denied():
    return json.dumps({"__type": "AccessDeniedException", "Message": "No."}).encode()


def test_a_list_of_accounts_without_accounts_is_not_an_empty_organization(cloud):
    with (
        between(cloud, lambda body: (200, b"{}") if body == "{}" else None) as url,
        environment(url),
        pytest.raises(UserError, match="Accounts"),
    ):
        members(signed_in(), Reach(organization=True, role="audit"), Clients())


def listing(*accounts):
    answer = 200, json.dumps({"Accounts": accounts}).encode()
    return lambda body: answer if body == "{}" else None


def test_an_accounts_state_has_a_newer_and_an_older_name(cloud):
    accounts = listing(
        {"Id": "111122223333", "State": "ACTIVE"},
        {"Id": "222233334444", "Status": "ACTIVE"},
        {"Id": "333344445555", "State": "CLOSED"},
    )
    with between(cloud, accounts) as url, environment(url):
        found = members(signed_in(), Reach(organization=True, role="audit"), Clients())
    assert found == ("111122223333", "222233334444")


def test_an_account_whose_state_nobody_tells_is_not_left_out_silently(cloud):
    with (
        between(cloud, listing({"Id": OTHER})) as url,
        environment(url),
        pytest.raises(UserError, match="without its id or state"),
    ):
        members(signed_in(), Reach(organization=True, role="audit"), Clients())


def test_other_accounts_need_a_role_and_somebody_has_to_be_left(cloud):
    caller = signed_in()
    with pytest.raises(UserError, match="name the role that enters 111122223333 with --role"):
        members(caller, Reach(accounts=(OTHER,)), Clients())
    with pytest.raises(UserError, match="no account is left"):
        members(caller, Reach(excluded=(ACCOUNT,)), Clients())


def test_the_caller_is_asked_for_at_home_and_not_in_a_region_that_may_be_off(cloud):
    assert signed_in(("me-south-1",)).home == "us-east-1"
    assert signed_in(("cn-north-1",)).home == "cn-north-1"
    with environment(cloud, AWS_DEFAULT_REGION="eu-west-1"):
        assert signed_in().home == "eu-west-1"
