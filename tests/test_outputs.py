import os
import stat

import pytest
from scans import laboratory

from scanner.commands.outputs import Output, output, outputs, write
from scanner.errors import UserError


def test_a_format_goes_to_the_screen_or_to_a_file():
    assert output("table") == Output("table", None)
    assert output("sarif=out/a=b.sarif") == Output("sarif", "out/a=b.sarif")


@pytest.mark.parametrize(
    ("texts", "says"),
    [
        (["serif"], "did you mean sarif?"),
        (["json="], "name the file"),
        (["json", "table"], "standard output"),
        (["json=a", "sarif=./a"], "name a file for one"),
    ],
)
def test_what_cannot_be_meant_is_refused(texts, says):
    with pytest.raises(UserError) as caught:
        outputs(texts)
    assert says in str(caught.value)


def test_a_report_file_is_whole_and_readable_by_others(tmp_path):
    path = tmp_path / "out.json"
    write(Output("json", str(path)), laboratory(), width=80, colour=True)
    assert path.read_text().endswith("}\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~_umask()
    assert os.listdir(tmp_path) == ["out.json"]


def _umask():
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_report_that_breaks_leaves_the_old_file_alone(tmp_path):
    path = tmp_path / "out.json"
    path.write_text("old")
    broken = object()
    with pytest.raises(AttributeError):
        write(Output("json", str(path)), broken, width=80, colour=False)
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["out.json"]


def test_a_folder_that_is_not_there_is_the_users_mistake(tmp_path):
    with pytest.raises(UserError, match="cannot be written"):
        write(Output("json", str(tmp_path / "no" / "x")), laboratory(), width=80, colour=False)


def test_a_device_is_written_to_and_not_replaced():
    write(Output("json", os.devnull), laboratory(), width=80, colour=False)
    assert not os.path.isfile(os.devnull)
