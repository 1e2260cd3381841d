"""What a scan loads: nothing that it does not use, so that it starts at once."""

import subprocess
import sys
from pathlib import Path

import pytest

FILES = Path(__file__).with_name("small_account_files")
LOADED = """
import sys
from scanner.cli import main
sys.argv = ["groma", "scan", *sys.argv[1:]]
try:
    main()
except SystemExit:
    print(*sys.modules, sep="\\n", file=sys.stderr)
"""
AWS = ("boto3", "botocore")
HCL = ("hcl2", "lark")
REPORTS = tuple(f"reports.{name}" for name in ("junit", "sarif", "json", "gitlab", "github"))


def loaded(*arguments):
    command = [sys.executable, "-c", LOADED, *arguments, "--format", "table"]
    return set(subprocess.run(command, capture_output=True, text=True).stderr.split())


@pytest.mark.parametrize(
    ("path", "unused"),
    [
        ("template.yaml", (*AWS, *HCL, *REPORTS, "jsonschema", "scanner.sources.terraform")),
        ("plan.json", (*AWS, *HCL, *REPORTS, "jsonschema", "scanner.sources.cloudformation")),
        ("main.tf", (*AWS, *REPORTS, "jsonschema", "scanner.sources.cloudformation")),
    ],
)
def test_a_scan_loads_nothing_that_it_does_not_use(path, unused):
    modules = loaded(str(FILES / path))
    assert "scanner.sources.declared.stacks" in modules
    assert modules & set(unused) == set()


def test_a_scan_of_recorded_items_knows_nothing_of_templates(tmp_path):
    (tmp_path / "empty.json").write_text('{"fileVersion": "1.0", "configurationItems": []}')
    modules = loaded(str(tmp_path))
    assert "scanner.sources.config" in modules
    assert "scanner.sources.declared.stacks" not in modules
    assert modules & {*AWS, *HCL, *REPORTS} == set()
