"""What changed since a revision: files and lines as git has them, whatever the files are called."""

import difflib
import os
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scans import finding, resource

from scanner.before_merge.changed import changed
from scanner.before_merge.hunks import spans
from scanner.errors import UserError
from scanner.model import Evidence, Location, Related

TEN = "".join(f"line {number}\n" for number in range(1, 11))
PLAIN = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    **{f"GIT_{who}_{what}": "t@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}  # fmt: skip


class Checkout:
    """A git repository in a folder."""

    def __init__(self, folder):
        self.path = folder
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments):
        return subprocess.run(
            ["git", *arguments], cwd=self.path, env=PLAIN, check=True, capture_output=True
        ).stdout

    def write(self, name, content):
        path = os.path.join(os.fsencode(self.path), os.fsencode(name))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as stream:
            stream.write(content.encode() if isinstance(content, str) else content)

    def commit(self, **files):
        for name, content in files.items():
            self.write(f"{name}.yaml", content)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "change")

    def changes(self, reference="main", here="."):
        return changed(reference, os.path.join(self.path, here))


@pytest.fixture
def repository(tmp_path):
    """On the branch `work`, with a file of ten lines that stands in `main` too."""
    made = Checkout(tmp_path)
    made.commit(a=TEN)
    made.git("checkout", "-q", "-b", "work")
    return made


def lines(first, last=None, name="a.yaml"):
    return Location(name, first, 1, last or first, 80)


def touched(changes, name="a.yaml", most=12):
    return [line for line in range(1, most) if changes.touches(lines(line, name=name))]


def test_a_line_that_changed_is_touched_and_no_other(repository):
    repository.commit(a=TEN.replace("line 4", "LINE 4"))
    assert touched(repository.changes()) == [4]


def test_a_resource_is_touched_by_any_of_its_lines(repository):
    repository.commit(a=TEN.replace("line 4", "LINE 4"))
    changes = repository.changes()
    assert changes.touches(lines(2, 4))
    assert changes.touches(lines(4, 9))
    assert not changes.touches(lines(5, 9))


def test_lines_taken_away_touch_both_sides_of_the_gap(repository):
    repository.commit(a=TEN.replace("line 4\n", ""))
    changes = repository.changes()
    assert touched(changes) == [3, 4]
    assert changes.touches(lines(1, 9))


def test_a_file_that_did_not_change_is_not_touched(repository):
    repository.commit(b=TEN)
    assert not repository.changes().touches(lines(1, 10))
    assert not repository.changes().touches(Location("a.yaml"))


def test_what_is_not_committed_counts_staged_or_not(repository):
    repository.write("a.yaml", TEN.replace("line 4", "LINE 4"))
    assert touched(repository.changes()) == [4]
    repository.git("add", "-A")
    repository.write("a.yaml", TEN.replace("line 4", "LINE 4").replace("line 9", "LINE 9"))
    assert touched(repository.changes()) == [4, 9]


def test_a_file_that_is_only_touched_by_its_time_did_not_change(repository):
    os.utime(repository.path / "a.yaml", (1, 1))
    assert touched(repository.changes()) == []


def test_new_files_count_wholly_committed_or_staged_or_untracked_or_ignored(repository):
    repository.commit(committed=TEN)
    repository.write("staged.yaml", TEN)
    repository.git("add", "staged.yaml")
    repository.write(".gitignore", "ignored.yaml\n")
    repository.write("ignored.yaml", TEN)
    repository.write("untracked.yaml", TEN)
    changes = repository.changes()
    for name in ("committed", "staged", "untracked", "ignored"):
        assert changes.touches(lines(3, name=f"{name}.yaml")), name
        assert changes.touches(Location(f"{name}.yaml")), name


def test_a_file_outside_of_the_repository_counts(repository, tmp_path_factory):
    plan = tmp_path_factory.mktemp("elsewhere") / "plan.json"
    plan.write_text("{}")
    assert repository.changes().touches(Location(str(plan)))


def test_a_place_without_lines_counts_if_its_file_changed(repository):
    repository.commit(a=TEN.replace("line 4", "LINE 4"))
    assert repository.changes().touches(Location("a.yaml"))


def test_a_renamed_file_counts_only_where_it_changed(repository):
    repository.git("mv", "a.yaml", "b.yaml")
    repository.commit(b=TEN.replace("line 4", "LINE 4"))
    assert touched(repository.changes(), "b.yaml") == [4]


def test_a_file_that_was_only_renamed_or_made_executable_did_not_change(repository):
    repository.git("mv", "a.yaml", "new name.yaml")
    (repository.path / "new name.yaml").chmod(0o755)
    repository.commit()
    assert touched(repository.changes(), "new name.yaml") == []


def test_what_came_into_the_base_branch_meanwhile_is_not_our_change(repository):
    repository.commit(b=TEN)
    repository.git("checkout", "-q", "main")
    repository.commit(a=TEN.replace("line 4", "LINE 4"))
    repository.git("checkout", "-q", "work")
    changes = repository.changes("main")
    assert touched(changes) == []
    assert touched(changes, "b.yaml", 10) == [*range(1, 10)]


@pytest.mark.parametrize("reference", ["HEAD~1", "main", "refs/heads/main", "tag", "HEAD^"])
def test_a_revision_is_what_git_takes_for_one(repository, reference):
    repository.git("tag", "-a", "-m", "a tag", "tag")
    repository.commit(a=TEN.replace("line 4", "LINE 4"))
    assert touched(repository.changes(reference)) == [4]


def test_paths_are_taken_from_where_the_scan_is_run(repository):
    repository.write("infra/b.yaml", TEN)
    repository.commit(a=TEN.replace("line 4", "LINE 4"))
    changes = repository.changes(here="infra")
    assert changes.touches(Location("b.yaml"))
    assert touched(changes, "../a.yaml") == [4]
    assert touched(changes, str(repository.path / "a.yaml")) == [4]


def test_windows_line_ends_are_no_matter(repository):
    windows = TEN.replace("\n", "\r\n")
    repository.commit(b=windows)
    repository.commit(b=windows.replace("line 4", "LINE 4"))
    assert touched(repository.changes("HEAD~1"), "b.yaml") == [4]


def test_a_file_that_is_not_text_to_git_counts_wholly(repository):
    repository.write("my plan.json", TEN.encode("utf-16"))
    repository.commit()
    repository.write("my plan.json", TEN.replace("line 4", "LINE 4").encode("utf-16"))
    assert repository.changes("HEAD").touches(lines(9, name="my plan.json"))


def test_a_file_in_conflict_counts_where_the_conflict_is(repository):
    repository.commit(a=TEN.replace("line 4", "ours"))
    repository.git("checkout", "-q", "main")
    repository.commit(a=TEN.replace("line 4", "theirs"))
    repository.git("checkout", "-q", "work")
    with pytest.raises(subprocess.CalledProcessError):
        repository.git("merge", "main")
    assert touched(repository.changes("main"), most=15) == [4, 5, 6, 7, 8]  # with the markers


def test_content_that_looks_like_a_patch_is_content(repository):
    fake = "++ b.yaml\n@@ -1 +1 @@\n-- x\ndiff --git c c\nBinary files c and c differ\n"
    repository.commit(b=TEN, c=TEN)
    repository.commit(a=TEN + fake)
    changes = repository.changes("HEAD~1")
    assert touched(changes, most=17) == [11, 12, 13, 14, 15]
    assert touched(changes, "b.yaml") == []
    assert touched(changes, "c.yaml") == []


def test_a_last_line_without_an_end_is_a_line(repository):
    repository.commit(a=TEN[:-1])
    assert touched(repository.changes()) == [10]


def test_a_link_that_leads_elsewhere_now_counts(repository):
    repository.write("old/x.yaml", TEN)
    repository.write("new/x.yaml", TEN)
    (repository.path / "link").symlink_to("old")
    repository.commit()
    assert not repository.changes("HEAD").touches(lines(1, name="link/x.yaml"))
    (repository.path / "link").unlink()
    (repository.path / "link").symlink_to("new")
    assert repository.changes("HEAD").touches(lines(1, name="link/x.yaml"))
    assert not repository.changes("HEAD").touches(lines(1, name="new/x.yaml"))


@pytest.mark.parametrize(
    "name",
    ["with space.yaml", 'quo"te.yaml', "back\\slash.yaml", "tab\t.yaml", "new\nline.yaml", "é.yaml",
     "caf\udce9.yaml", "-p.yaml", "a b/a b.yaml", "dev/null", " ", "x y x y", "\x01.yaml", "end\t"],
)  # fmt: skip
def test_a_file_may_be_called_anything(repository, name):
    repository.write(name, TEN)
    repository.write(f"twin{name}", b"\0")
    repository.commit()
    assert touched(repository.changes("HEAD"), name) == []
    repository.write(name, TEN.replace("line 4", "LINE 4"))
    repository.write(f"twin{name}", b"\0\0")
    assert touched(repository.changes("HEAD"), name) == [4]
    assert repository.changes("HEAD").touches(Location(f"twin{name}", 7))


def test_a_finding_counts_by_its_resource_its_evidence_or_a_resource_beside_it(repository):
    repository.commit(a=TEN.replace("line 4", "LINE 4"))
    changes = repository.changes()
    about = resource("Trail", account="", region="", stack="a.yaml")
    assert changes.touched(finding(about=about, extent=lines(2, 6), location=lines(2)))
    assert not changes.touched(finding(about=about, extent=lines(5, 6), location=lines(5)))
    beside = Related("AWS::EC2::SecurityGroup Group", lines(3, 4))
    assert changes.touched(finding(about=about, extent=lines(5, 6), related=(beside,)))
    decided = Evidence("x", 1, "to be 2", lines(4))
    assert changes.touched(finding(about=about, extent=lines(5, 6), evidence=(decided,)))


def test_a_finding_without_any_place_counts(repository):
    assert repository.changes().touched(finding())


@pytest.mark.parametrize(
    "reference", ["nowhere", "", "--all", "-h", "--output=x", "main..work", "^main", "a\0b", "main:a.yaml", "HEAD\n"]
)  # fmt: skip
def test_what_is_no_revision_is_a_mistake(repository, reference):
    repository.commit()
    with pytest.raises(UserError, match="there is no such revision here"):
        repository.changes(reference)
    assert not (repository.path / "x").exists()


def test_a_folder_without_git_is_a_mistake(tmp_path):
    with pytest.raises(UserError, match="git says: not a git repository"):
        changed("main", str(tmp_path))


def test_a_repository_without_a_commit_is_a_mistake(tmp_path):
    with pytest.raises(UserError, match="no such revision"):
        Checkout(tmp_path).changes("main")


def test_without_git_it_is_a_mistake(repository, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UserError, match="git is not installed"):
        repository.changes()


def test_histories_that_share_nothing_are_a_mistake(repository):
    repository.git("checkout", "-q", "--orphan", "other")
    repository.commit(b=TEN)
    with pytest.raises(UserError, match="no history in common"):
        repository.changes("main")


def test_a_shallow_clone_is_a_mistake_that_says_what_to_do(repository, tmp_path_factory):
    repository.commit(a=TEN + "more\n")
    repository.git("checkout", "-q", "main")
    repository.commit(b=TEN)
    clone = Checkout(tmp_path_factory.mktemp("clone"))
    url = f"file://{repository.path}"
    clone.git("fetch", "-q", "--depth=1", url, "main:base", "work:work")
    clone.git("checkout", "-q", "work")
    with pytest.raises(UserError, match="fetch-depth: 0"):
        clone.changes("base")
    with pytest.raises(UserError, match="fetch-depth: 0"):
        clone.changes("origin/main")


def test_nothing_is_fetched_where_only_a_part_was_cloned(repository, tmp_path_factory):
    repository.commit(a=TEN.replace("line 4", "LINE 4"))
    repository.git("config", "uploadpack.allowFilter", "true")
    folder = tmp_path_factory.mktemp("partial")
    clone = ["git", "clone", "-q", "--filter=blob:none", f"file://{repository.path}", str(folder)]
    subprocess.run(clone, env=PLAIN, check=True, capture_output=True)
    with pytest.raises(UserError, match="could not compare"):
        changed("origin/main", str(folder))


def test_no_program_that_a_repository_names_is_run(repository, monkeypatch):
    trap = repository.path / "trap"
    program = repository.path / "program"
    program.write_text(f"#!/bin/sh\ntouch '{trap}'\ncat\n")
    program.chmod(0o755)
    repository.write(".gitattributes", "*.yaml diff=evil filter=evil\n*.txt filter=Worse.one\n")
    repository.commit(b=TEN)
    repository.write("c.txt", TEN)
    repository.commit()
    for name in ("core.fsmonitor", "diff.external", "diff.evil.command", "diff.evil.textconv",
                 "filter.evil.clean", "filter.evil.process", "filter.Worse.one.clean",
                 "core.pager", "pager.diff-index", "core.sshCommand", "core.editor"):  # fmt: skip
        repository.git("config", name, str(program))
    repository.git("config", "filter.evil.required", "true")
    repository.git("config", "core.hooksPath", str(repository.path))
    (repository.path / "post-index-change").symlink_to(program)
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(program))
    monkeypatch.setenv("GIT_PAGER", str(program))
    trap.unlink(missing_ok=True)
    repository.write("b.yaml", TEN.replace("line 4", "LINE 4"))
    os.utime(repository.path / "c.txt", (1, 1))
    assert touched(repository.changes("HEAD"), "b.yaml") == [4]
    assert not trap.exists()


def test_settings_of_the_user_do_not_shape_what_is_read(repository, monkeypatch):
    for name, value in (("diff.noprefix", "false"), ("diff.mnemonicPrefix", "true"),
                        ("diff.relative", "true"), ("diff.context", "9"), ("color.ui", "always"),
                        ("diff.interHunkContext", "50"), ("diff.renames", "copies"),
                        ("core.quotePath", "true"), ("diff.submodule", "log")):  # fmt: skip
        repository.git("config", name, value)
    monkeypatch.setenv("GIT_DIFF_OPTS", "--unified=7")
    repository.write("sub/é.yaml", TEN)
    repository.commit()
    repository.write("a.yaml", TEN.replace("line 4", "LINE 4").replace("line 8", "LINE 8"))
    repository.write("sub/é.yaml", TEN.replace("line 2", "LINE 2"))
    changes = repository.changes("HEAD", here="sub")
    assert touched(changes, "../a.yaml") == [4, 8]
    assert touched(changes, "é.yaml") == [2]


@pytest.mark.parametrize("patch", [b"@@ -1 +1 @@\n", b"diff --git a a\n+++ a\n@@ -1 +1 @@\n-x\n"])
def test_a_patch_that_is_cut_is_a_mistake(patch):
    with pytest.raises(UserError, match="could not be read"):
        spans(patch.splitlines(keepends=True))


edits = st.lists(st.tuples(st.booleans(), st.integers(0, 2)), min_size=1, max_size=12)
"""Of each old line whether it stays, and how many new ones come before it."""


def edited(name, edit):
    old = [f"{name} {index}\n" for index in range(len(edit))]
    new = []
    for index, (stays, more) in enumerate(edit):
        new += [f"new {name} {index} {count}\n" for count in range(more)]
        new += [old[index]] if stays else []
    return old, new


def expected(old, new):
    """The changed lines by difflib; every line is there once, so that there is one answer."""
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    found = set()
    for kind, _, _, first, last in matcher.get_opcodes():
        if kind == "delete":
            found |= {first, first + 1}
        elif kind != "equal":
            found |= set(range(first + 1, last + 1))
    return found - {0}


@settings(max_examples=25)
@given(st.lists(edits, min_size=1, max_size=12))
def test_the_changed_lines_are_those_that_difflib_finds(tmp_path_factory, files):
    repository = Checkout(tmp_path_factory.mktemp("r"))
    pairs = [edited(f"f{number}", edit) for number, edit in enumerate(files)]
    for number, (old, _) in enumerate(pairs):
        repository.write(f"f{number}", "".join(old))
    repository.commit()
    for number, (_, new) in enumerate(pairs):
        repository.write(f"f{number}", "".join(new))
    changes = repository.changes("HEAD")
    for number, pair in enumerate(pairs):
        assert set(touched(changes, f"f{number}", 50)) == expected(*pair)
