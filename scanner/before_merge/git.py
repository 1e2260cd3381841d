"""What git says of a repository, asked so that nothing in the repository is run or shapes it."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import IO, Final

from scanner.errors import UserError

_QUIET: Final = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.quotePath=false",
    "core.untrackedCache=false",
    "diff.orderFile=/dev/null",
)
_PATCH: Final = (
    *("diff-index", "-p", "--unified=0", "--inter-hunk-context=0", "-M", "--no-prefix"),
    *("--no-ext-diff", "--no-textconv", "--no-color", "--no-relative"),
    *("--ignore-submodules=all", "--diff-algorithm=myers"),
)
_DROPPED: Final = ("GIT_DIFF_OPTS", "GIT_EXTERNAL_DIFF")
_SHALLOW: Final = (
    "the history was not fetched as a whole; fetch it: `git fetch --unshallow`, or "
    "`fetch-depth: 0` for actions/checkout, `GIT_DEPTH: 0` on GitLab"
)


class Repository:
    """A working tree of git's. Raises UserError where there is none, or no git."""

    def __init__(self, here: str) -> None:
        """`here` is a directory in it."""
        program = shutil.which("git")
        if program is None:
            raise UserError("--changed-since: git is not installed")
        self._program = program
        self._settings: tuple[str, ...] = _QUIET
        self.top = here
        self.top = os.fsdecode(self._said("rev-parse", "--show-toplevel").removesuffix(b"\n"))
        self._settings = (*_QUIET, *self._without_filters())

    def commit(self, reference: str) -> str:
        """The id of the commit that a revision names. Raises UserError where it names none."""
        ask = ("rev-parse", "--verify", "--quiet", "--end-of-options")
        if reference and not reference.startswith(("-", "^")) and "\0" not in reference:
            ran = self._run(*ask, f"{reference}^{{commit}}")
            found = ran.stdout.strip().decode("ascii", "replace")
            if ran.returncode == 0 and found.isalnum():
                return found
        hint = f"; {_SHALLOW}" if self._shallow() else "; is it fetched? `git fetch origin` helps"
        raise UserError(f"--changed-since {reference}: there is no such revision here{hint}")

    def merge_base(self, reference: str) -> str:
        """The commit at which HEAD left a revision. Raises UserError where they share none."""
        ran = self._run("merge-base", self.commit(reference), self.commit("HEAD"))
        found = ran.stdout.split()
        if ran.returncode == 0 and found:
            return found[0].decode("ascii", "replace")
        hint = _SHALLOW if self._shallow() else "name a revision that HEAD comes from"
        raise UserError(
            f"--changed-since {reference}: HEAD has no history in common with it; {hint}"
        )

    def tracked(self) -> frozenset[str]:
        """The files of the index, relative to the top."""
        listed = self._said("ls-files", "-z", "--full-name", "--", ".")
        return frozenset(os.fsdecode(each) for each in listed.split(b"\0") if each)

    @contextmanager
    def patch(self, commit: str) -> Iterator[IO[bytes]]:
        """The patch without context from a commit to the files as they are now, line by line."""
        with subprocess.Popen(
            [*self._command(), *_PATCH, commit, "--"],
            cwd=self.top,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as running:
            assert running.stdout is not None  # noqa: S101 - it was asked for
            yield running.stdout
        if running.returncode:
            raise UserError(f"--changed-since: git could not compare with {commit}: {_LAZY}")

    def _without_filters(self) -> Iterator[str]:
        """Settings that keep the filters of the repository, which are programs, from running."""
        ran = self._run("config", "-z", "--name-only", "--get-regexp", r"^filter\.")
        for name in sorted(set(ran.stdout.split(b"\0")) - {b""}):
            setting = os.fsdecode(name)
            if "=" in setting:
                raise UserError(
                    f"--changed-since: git's setting {setting!r} cannot be switched off"
                )
            yield f"{setting}={'false' if setting.endswith('.required') else ''}"

    def _shallow(self) -> bool:
        return self._run("rev-parse", "--is-shallow-repository").stdout.strip() == b"true"

    def _command(self) -> list[str]:
        return [self._program, "--no-pager", *(part for s in self._settings for part in ("-c", s))]

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [*self._command(), *arguments],
            cwd=self.top,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )

    def _said(self, *arguments: str) -> bytes:
        ran = self._run(*arguments)
        if ran.returncode:
            why = _first(ran.stderr.decode("utf-8", "replace").splitlines())
            raise UserError(f"--changed-since: {self.top}: git says: {why}")
        return ran.stdout


_LAZY: Final = "if not all was fetched (`--filter`), fetch it as a whole: nothing is fetched here"


def _first(lines: Sequence[str]) -> str:
    return lines[0].removeprefix("fatal: ") if lines else "nothing"


def _environment() -> dict[str, str]:
    """The environment without what reshapes a diff; git locks, asks and fetches nothing in it."""
    kept = {name: value for name, value in os.environ.items() if name not in _DROPPED}
    return {
        **kept,
        "LC_ALL": "C",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "",
    }
