"""The peers that pre-merge scans are compared with, each in an environment of its own.

They are told to do what Groma's rules do, as far as they can, and nothing that costs time for other
reasons: no network, no other frameworks, no progress bars.
"""

import os
import subprocess
import sys
from pathlib import Path

CHECKOV, GUARD = "checkov==3.3.30", "cfn_guard_rs==0.3.3"
FRAMEWORKS = {"template": "cloudformation", "plan": "terraform_plan"}
_OTHERWISE = ["--skip-download", "--compact", "--quiet"]
_SUBJECTS = (
    "CKV_AWS_35,CKV_AWS_36,CKV_AWS_67",  # a trail's key, validation and Regions
    "CKV_AWS_17",  # a public database
    "CKV_AWS_24,CKV_AWS_25,CKV_AWS_277",  # a group that is open: SSH, RDP, all ports
    "CKV_AWS_231,CKV_AWS_232,CKV2_AWS_12",  # ACLs, and the default group; of Terraform only
)
"""The checks of checkov's that correspond to Groma's rules."""

RULES = """
let trails = Resources.*[ Type == 'AWS::CloudTrail::Trail' ]
rule trail_in_every_region when %trails !empty {
  %trails.Properties.IsMultiRegionTrail == true
}
rule trail_validated when %trails !empty {
  %trails.Properties.EnableLogFileValidation == true
}
rule trail_encrypted when %trails !empty {
  %trails.Properties.KMSKeyId exists
}
let groups = Resources.*[ Type == 'AWS::EC2::SecurityGroup' ]
rule group_closed when %groups !empty {
  %groups.Properties.SecurityGroupIngress[*] {
    when FromPort <= 22 ToPort >= 22 { CidrIp != '0.0.0.0/0' }
    when FromPort <= 3389 ToPort >= 3389 { CidrIp != '0.0.0.0/0' }
  }
}
let databases = Resources.*[ Type == 'AWS::RDS::DBInstance' ]
rule database_private when %databases !empty {
  %databases.Properties.PubliclyAccessible == false
}
"""

_RUN_GUARD = """
import pathlib, sys, yaml
from cfn_guard_rs import run_checks

class Loader(yaml.CSafeLoader):
    pass

def long_form(loader, suffix, node):
    name = suffix if suffix in ("Ref", "Condition") else "Fn::" + suffix
    if isinstance(node, yaml.ScalarNode):
        text = loader.construct_scalar(node)
        return {name: text.split(".", 1) if suffix == "GetAtt" else text}
    if isinstance(node, yaml.SequenceNode):
        return {name: loader.construct_sequence(node, True)}
    return {name: loader.construct_mapping(node, True)}

Loader.add_multi_constructor("!", long_form)
rules = pathlib.Path(sys.argv[1]).read_text()
given = pathlib.Path(sys.argv[2])
files = sorted(given.rglob("*.yaml")) if given.is_dir() else [given]
found = [run_checks(yaml.load(each.read_text(), Loader), rules).status for each in files]
sys.exit(3 * any("FAIL" in str(each) for each in found))
"""
"""One process for all files. The bindings take a value, so the runner reads the YAML.

Its status is 3 where a rule fails: 1 is that of a traceback.
"""


def installed(what: str, folder: Path) -> Path | None:
    """The folder of the programs of an environment with a package; None if it cannot be had."""
    programs = folder / what / ("Scripts" if os.name == "nt" else "bin")
    if (folder / what / "complete").exists():
        return programs
    made = subprocess.run([sys.executable, "-m", "venv", str(folder / what)], check=False)
    quiet = ["install", "-qq", "--disable-pip-version-check", what]
    if made.returncode or subprocess.run([programs / "pip", *quiet], check=False).returncode:
        return None
    (folder / what / "complete").touch()
    return programs


def checkov(programs: Path, kind: str, path: Path, *, subjects: bool) -> list[str]:
    """The command that scans a template, a plan or a folder; with the same subjects, or all."""
    chosen = ["--check", ",".join(_SUBJECTS)] if subjects else []
    given = ["-d" if path.is_dir() else "-f", str(path), "--framework", FRAMEWORKS[kind]]
    return [str(programs / "checkov"), *given, *_OTHERWISE, *chosen]


def guard(programs: Path, rules: Path, path: Path) -> list[str]:
    """The command that asks cfn-guard about a template or a folder."""
    return [str(programs / "python"), "-c", _RUN_GUARD, str(rules), str(path)]
