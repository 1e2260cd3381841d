from scanner.clip import MASK, clipped


def test_a_secret_is_masked_by_the_name_it_stands_under():
    found = {"masterUserPassword": "hunter2", "engine": "mysql", "apiToken": ["a", "b"]}
    assert clipped(found, "configuration") == {
        "masterUserPassword": MASK,
        "engine": "mysql",
        "apiToken": [MASK, MASK],
    }


def test_a_secret_is_masked_by_the_expression_that_found_it():
    assert clipped("hunter2", "configuration.masterUserPassword") == MASK
    assert clipped({"DB_URL": "mysql://root:pw@db"}, "configuration.environment.variables") == {
        "DB_URL": MASK
    }


def test_a_secret_is_masked_in_a_pair_of_name_and_value():
    pair = {"name": "DB_PASSWORD", "value": "hunter2"}
    assert clipped([pair], "containerDefinitions") == [{"name": "DB_PASSWORD", "value": MASK}]


def test_a_setting_about_passwords_is_no_secret():
    assert clipped({"minimumPasswordLength": 14, "requireSymbols": True}, "passwordPolicy") == {
        "minimumPasswordLength": 14,
        "requireSymbols": True,
    }


def test_whether_an_instance_asks_for_tokens_is_no_secret():
    assert clipped("optional", "configuration.metadataOptions.httpTokens") == "optional"
    assert clipped({"HttpTokens": "required"}, "request") == {"HttpTokens": "required"}
    assert clipped("eyJhbGciOi", "configuration.metadataOptions.httpTokens") == MASK
    assert clipped("optional", "accessToken") == MASK
    assert clipped({"httpTokens": "optional"}, "environment") == {"httpTokens": MASK}


def test_text_is_cut_and_says_how_long_it_was():
    assert clipped("x" * 5000, "name") == "x" * 300 + "… (5000 characters)"


def test_lists_are_cut_and_say_how_many_more_there_are():
    assert clipped(list(range(1000)), "ports")[-1] == "… 940 more"


def test_what_shares_structure_cannot_blow_up():
    value = ["x"]
    for _ in range(60):
        value = [value, value]
    assert len(str(clipped(value, "x"))) < 5000


def test_lone_surrogates_become_question_marks():
    assert clipped("a\ud800b", "name") == "a?b"
