import pytest

from scanner.commands.settings import settings
from scanner.errors import UserError


def test_a_folder_without_settings_has_none(tmp_path):
    assert settings(str(tmp_path)) == {}


def test_groma_yaml_comes_first_and_its_paths_are_relative_to_it(tmp_path):
    (tmp_path / "groma.yaml").write_text("{severity: high, waivers: waivers.yaml, rules: [mine]}")
    (tmp_path / "pyproject.toml").write_text('[tool.groma]\nseverity = "low"\n')
    assert settings(str(tmp_path)) == {
        "severity": "high",
        "waivers": str(tmp_path / "waivers.yaml"),
        "rules": [str(tmp_path / "mine")],
    }


def test_a_pyproject_without_our_table_has_none(tmp_path):
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n')
    assert settings(str(tmp_path)) == {}


def test_a_pyproject_may_have_them(tmp_path):
    (tmp_path / "pyproject.toml").write_text('[tool.groma]\nfail-on = "high"\n')
    assert settings(str(tmp_path)) == {"fail-on": "high"}


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        (
            "groma.yaml",
            "severty: high",
            "groma.yaml:1:1: unknown key severty; did you mean severity?",
        ),
        ("groma.yaml", "severity: hgh", "groma.yaml:1:11: severity is 'hgh'; did you mean high?"),
        ("groma.yaml", "rule: x", "rule must be a list, not text"),
        ("pyproject.toml", "[tool.groma]\nfail_on = 'high'", "did you mean fail-on?"),
        ("pyproject.toml", "[tool.groma", "not TOML"),
    ],
)
def test_a_mistake_in_them_stops_with_its_place(tmp_path, name, text, says):
    (tmp_path / name).write_text(text)
    with pytest.raises(UserError) as caught:
        settings(str(tmp_path))
    assert says in str(caught.value)


def test_a_named_file_must_be_there(tmp_path):
    with pytest.raises(UserError, match="No such file"):
        settings(str(tmp_path), str(tmp_path / "other.yaml"))
