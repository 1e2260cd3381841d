"""The Terraform files of a folder on disk, none outside of the roots that a scan was given."""

import os
from collections.abc import Iterable, Mapping

from scanner.sources.declared.within import below
from scanner.sources.terraform.hcl import LARGEST
from scanner.sources.terraform.source_folder import SOURCES, VALUES, Files


def files_below(roots: Iterable[str]) -> Files:
    """A reader of folders that are roots, or below one; links that lead elsewhere are not read."""
    allowed = below(roots)

    def files(folder: str) -> Mapping[str, bytes] | None:
        try:
            if not allowed(folder):
                return None
            names = sorted(os.listdir(folder))
            wanted = [each for each in names if each.endswith((*SOURCES, *VALUES))]
            paths = [os.path.join(folder, each) if folder != "." else each for each in wanted]
            return {
                each: _content(each) for each in paths if allowed(each) and os.path.isfile(each)
            }
        except (OSError, ValueError):
            return None

    return files


def _content(path: str) -> bytes:
    with open(path, "rb") as stream:
        return stream.read(LARGEST + 1)
