"""No file that a command writes is one of the program's own: by its place, its spelling, or a link of any kind."""

import os
from pathlib import Path

import pytest

OWN = (
    "advisory.json", "advisory.journal.jsonl", "advisory.lock", "advisory.last", "advisory.unwritten.txt", "settings.json",
    "Advisory.JSON", "history/2026-11.jsonl", "history/new.csv", "drafts/check_in-s0000001.json", "drafts/new.csv",
    "backups/advisory-2026-11-23-0000003.json.gz", "history", "drafts",
)  # fmt: skip


def held(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != "advisory.lock"}


@pytest.fixture
def refused(line, home):
    """Try each command that writes a file, with --force where there is one: refused, and all the files are as they were."""
    line("checkin", "jose", "A note")
    line("list")  # so that the close has written whatever it had to

    def check(path):
        before = held(home)
        for command in (
            ["export", "caseload", "--force", "-o", str(path)],
            ["export", "caseload", "-o", str(path)],
            ["backup", str(path)],
        ):
            if Path(path).is_dir() and command[0] == "backup":
                continue  # it names a file in it
            said = line(*command)
            assert said.code == 1, command
            assert "is among the program's own files in" in said.err or "is a folder" in said.err, said.err
        assert held(home) == before

    return check


@pytest.mark.parametrize("name", OWN)
def test_a_place_of_the_programs_own_is_refused(refused, home, name):
    (home / name).parent.mkdir(exist_ok=True)
    refused(home / name)


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
@pytest.mark.parametrize("link", [os.symlink, os.link])
@pytest.mark.parametrize("name", ["advisory.json", "advisory.last"])
def test_a_link_to_one_is_refused(refused, home, tmp_path, link, name):
    link(home / name, tmp_path / "elsewhere.csv")
    refused(tmp_path / "elsewhere.csv")


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_a_linked_folder_hides_nothing(refused, home, tmp_path, monkeypatch):
    (tmp_path / "door").symlink_to(home)
    refused(tmp_path / "door" / "advisory.json")
    refused(tmp_path / "door" / "history" / ".." / "settings.json")
    monkeypatch.chdir(home)
    refused("advisory.json")


@pytest.mark.parametrize("name", ["drafts/page.html", "history/page.md", "backups/page.html"])
def test_no_page_to_sign_is_written_among_them(line, home, begun, name):
    (home / name).parent.mkdir(exist_ok=True)
    said = line("pact", "show", "jose", "--page", str(home / name), "--force")
    assert said.code == 1
    assert "is among the program's own files in" in said.err
    assert not (home / name).exists()


def test_other_files_in_the_folder_are_the_advisors(line, home):
    assert line("export", "caseload", "-o", str(home / "caseload.csv")).code == 0
    assert line("export", "caseload", "--force", "-o", str(home / "caseload.csv")).code == 0
    assert line("backup", str(home / "usb.json")).code == 0
    (home / "backups").mkdir(exist_ok=True)
    assert line("backup", str(home / "backups" / "mine.json")).code == 0
    assert line("backup").code == 0
