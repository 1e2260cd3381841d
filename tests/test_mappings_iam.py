"""Roles, users, groups and policies: what templates and Terraform say of them."""

import pytest
from mappings import (
    POLICY,
    assert_says,
    assert_stays_unresolved,
    configuration,
    documents,
    made,
    named,
    resource,
    supplementary,
)

from scanner.sources.declared.kinds import kinds_of
from scanner.unresolved import Unresolved

SAME = {
    "managed policy": (
        resource("AWS::IAM::ManagedPolicy", ManagedPolicyName="p", PolicyDocument=POLICY),
        resource("aws_iam_policy", name="p", policy=POLICY, path="/"),
        {"policyName": "p", "path": "/", "isAttachable": True},
    ),
}


@pytest.mark.parametrize(("template", "plan", "recorded"), SAME.values(), ids=SAME)
def test_a_template_and_a_plan_say_what_config_records(template, plan, recorded):
    assert_says(configuration(template), recorded)
    assert_says(configuration(plan), recorded)


@pytest.mark.parametrize(("template", "plan", "recorded"), SAME.values(), ids=SAME)
def test_a_field_that_only_deployment_decides_stays_unresolved(template, plan, recorded):
    assert_stays_unresolved(template, recorded)
    assert_stays_unresolved(plan, recorded)


def test_a_roles_policies_fold_into_it_by_name_and_by_reference():
    role = resource("aws_iam_role", "aws_iam_role.r", name="r", assume_role_policy=POLICY)
    reader = "arn:aws:iam::aws:policy/ReadOnlyAccess"
    by_name = resource("aws_iam_role_policy", "p", role="r", name="inline", policy=POLICY)
    by_attachment = resource("aws_iam_role_policy_attachment", "a", role="r", policy_arn=reader)
    found = configuration(role, by_name, by_attachment)
    assert found["assumeRolePolicyDocument"] == POLICY
    assert found["rolePolicyList"] == [{"policyName": "inline", "policyDocument": POLICY}]
    assert found["attachedManagedPolicies"] == [
        {"policyArn": reader, "policyName": "ReadOnlyAccess"}
    ]


def test_an_attached_policy_that_is_declared_here_has_its_name():
    role = resource("aws_iam_role", "aws_iam_role.r", name="r")
    policy = resource("aws_iam_policy", "aws_iam_policy.p", name="p", policy=POLICY)
    arn = named("aws_iam_policy.p", "aws_iam_policy", "arn")
    attached = resource("aws_iam_role_policy_attachment", "a", role="r", policy_arn=arn)
    [found] = configuration(role, policy, attached)["attachedManagedPolicies"]
    assert found == {"policyArn": arn, "policyName": "p"}


def test_a_templates_role_has_the_policies_that_other_resources_attach():
    inline = {"PolicyName": "inline", "PolicyDocument": POLICY}
    role = resource("AWS::IAM::Role", "R", Policies=[inline])
    assert configuration(role)["rolePolicyList"] == [
        {"policyName": "inline", "policyDocument": POLICY}
    ]
    assert configuration(role)["attachedManagedPolicies"] == []
    called = named("R", "AWS::IAM::Role", "Ref")
    managed = resource("AWS::IAM::ManagedPolicy", "P", ManagedPolicyName="p", Roles=[called])
    [attached] = configuration(role, managed)["attachedManagedPolicies"]
    assert attached == {
        "policyArn": named("P", "AWS::IAM::ManagedPolicy", "Ref"),
        "policyName": "p",
    }


def test_a_policy_for_roles_that_nobody_knows_may_be_attached_to_any():
    role = resource("AWS::IAM::Role", "R")
    managed = resource("AWS::IAM::ManagedPolicy", "P", Roles=Unresolved("a parameter decides"))
    [attached] = configuration(role, managed)["attachedManagedPolicies"]
    assert type(attached) is Unresolved


def test_users_are_in_the_groups_that_they_or_other_resources_name():
    user = resource("AWS::IAM::User", "U", UserName="u", Groups=["one"])
    addition = resource("AWS::IAM::UserToGroupAddition", "A", GroupName="two", Users=["u"])
    assert configuration(user)["groupList"] == ["one"]
    assert configuration(user, addition)["groupList"] == ["one", "two"]
    alice = resource("aws_iam_user", "aws_iam_user.u", name="u")
    several = resource("aws_iam_user_group_membership", "m", user="u", groups=["one", "two"])
    one = resource("aws_iam_group_membership", "g", name="g", group="three", users=["u"])
    assert configuration(alice)["groupList"] == []
    assert configuration(alice, several, one)["groupList"] == ["one", "two", "three"]


def test_a_managed_policy_is_not_cloudformations_inline_policy():
    assert kinds_of("AWS::IAM::ManagedPolicy")[0].type.name == "AWS::IAM::Policy"
    [version] = configuration(resource("AWS::IAM::ManagedPolicy", PolicyDocument=POLICY))[
        "policyVersionList"
    ]
    assert (version["document"], version["isDefaultVersion"]) == (POLICY, True)


def test_cloudformations_inline_policy_is_in_every_role_user_and_group_that_it_names():
    owners = [resource(f"AWS::IAM::{each}", each) for each in ("Role", "User", "Group")]
    inline = resource(
        "AWS::IAM::Policy",
        "Inline",
        PolicyName="inline",
        PolicyDocument=POLICY,
        Roles=[named("Role", "AWS::IAM::Role", "Ref"), "another-role"],
        Users=[named("User", "AWS::IAM::User", "Ref")],
        Groups=[named("Group", "AWS::IAM::Group", "Ref")],
    )
    found = made(*owners, inline)
    assert [(each.type, each.id) for each in found] == [
        ("AWS::IAM::Role", "Role"),
        ("AWS::IAM::User", "User"),
        ("AWS::IAM::Group", "Group"),
        ("AWS::IAM::Role", "Inline"),
    ]
    lists = ("rolePolicyList", "userPolicyList", "groupPolicyList", "rolePolicyList")
    for name, each in zip(lists, found, strict=True):
        has = {"policyName": "inline", "policyDocument": POLICY}
        assert has in each.document()["configuration"][name]


def test_terraforms_attachment_of_several_attaches_to_all_of_them():
    reader = "arn:aws:iam::aws:policy/ReadOnlyAccess"
    role = resource("aws_iam_role", "aws_iam_role.r", name_prefix="r")
    user = resource("aws_iam_user", "aws_iam_user.u", name="u")
    group = resource("aws_iam_group", "aws_iam_group.g")
    attachment = resource(
        "aws_iam_policy_attachment",
        "a",
        name="a",
        policy_arn=reader,
        roles=[named("aws_iam_role.r", "aws_iam_role", "name")],
        users=["u"],
        groups=[named("aws_iam_group.g", "aws_iam_group", "id")],
    )
    found = documents(role, user, group, attachment)
    assert found.keys() == {"aws_iam_role.r", "aws_iam_user.u", "aws_iam_group.g"}
    for each in found.values():
        [attached] = each["configuration"]["attachedManagedPolicies"]
        assert attached == {"policyArn": reader, "policyName": "ReadOnlyAccess"}


def test_an_attachment_to_roles_alone_says_nothing_of_users():
    attachment = resource("aws_iam_policy_attachment", "a", policy_arn="arn:p", roles=["r"])
    assert [each.type for each in made(attachment)] == ["AWS::IAM::Role"]


def test_what_is_already_there_is_called_as_it_says_itself():
    arn = "arn:aws:iam::123456789012:role/r"
    role = resource("aws_iam_role", "aws_iam_role.r", name="r", arn=arn, unique_id="AROA1")
    found = configuration(role)
    assert (found["arn"], found["roleId"]) == (arn, "AROA1")


def test_a_users_keys_and_password_fold_into_it():
    user = resource("aws_iam_user", "aws_iam_user.u", name="u")
    key = resource("aws_iam_access_key", "aws_iam_access_key.k", user="u", status="Active")
    login = resource("aws_iam_user_login_profile", "l", user="u", password_reset_required=True)
    assert supplementary(user)["AccessKeys"] == []
    assert supplementary(user)["LoginProfile"] is None
    found = supplementary(user, key, login)
    assert [each["status"] for each in found["AccessKeys"]] == ["Active"]
    assert found["LoginProfile"] == {"passwordResetRequired": True}
