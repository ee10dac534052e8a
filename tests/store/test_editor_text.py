"""What is open in the advisor's own editor: a private file among the drafts, and a draft after the program was killed."""

import os
import stat
import subprocess
import sys
from datetime import timedelta

import pytest
from folder_case import NOW

from advisory.store import Drafts, WriteError
from advisory.store.doctor import examine
from advisory.store.editor_text import PREFIX, decode, is_running, place_for_editor, take_back


@pytest.fixture
def dead() -> int:
    """The number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def left(folder, words: bytes, process: int, *, form="edit_pact", about="g0000003", field="why"):
    """What a killed program leaves, ten minutes after the draft."""
    place = folder / "drafts" / f"{PREFIX}{form}-{about}-{field}-{process}"
    place.mkdir(parents=True, mode=0o700)
    (place / "words.txt").write_bytes(words)
    at = (NOW + timedelta(minutes=10)).timestamp()
    os.utime(place / "words.txt", (at, at))
    return place


def taken(folder) -> list[dict[str, str]]:
    drafts = Drafts(folder)
    take_back(drafts)
    assert drafts.notices == []
    return [draft.fields for draft in drafts.all()]


def test_the_file_is_private_and_gone_afterwards(tmp_path):
    with place_for_editor(tmp_path, "pact", "s0000001", "why") as path:
        path.write_text("words")
        (path.parent / ".words.txt.swp").write_text("an editor's own")
        if sys.platform != "win32":
            assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        assert path.parent.parent == tmp_path / "drafts"
        assert [finding for finding in examine(tmp_path).findings if "editor-" in finding.file] == []
    assert list((tmp_path / "drafts").iterdir()) == []


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"I can read\nand more\n", "I can read\nand more"),
        ("Größe\r\n→ first\r\n".encode(), "Größe\n→ first"),
        (b"Jos\xe9 reads", "José reads"),
    ],
)
def test_a_text_left_by_a_killed_program_is_a_draft_with_the_other_fields(tmp_path, dead, data, words):
    Drafts(tmp_path).save("edit_pact", "g0000003", {"why": "I can", "title": "reading"}, NOW)
    place = left(tmp_path, data, dead)
    assert taken(tmp_path) == [{"why": words, "title": "reading"}]
    assert not place.exists()
    assert taken(tmp_path) == [{"why": words, "title": "reading"}]


def test_without_a_draft_it_becomes_one_of_the_time_it_was_written(tmp_path, dead):
    left(tmp_path, b"I can read", dead, form="pact", about="s0000001", field="learning_target")
    take_back(Drafts(tmp_path))
    (draft,) = Drafts(tmp_path).all()
    assert (draft.form, draft.student, draft.at) == ("pact", "s0000001", NOW + timedelta(minutes=10))
    assert draft.fields == {"learning_target": "I can read"}


@pytest.mark.parametrize("data", [b"", b" \n", b"I can\n"])
def test_nothing_new_changes_nothing(tmp_path, dead, data):
    Drafts(tmp_path).save("edit_pact", "g0000003", {"why": "I can"}, NOW)
    place = left(tmp_path, data, dead)
    assert taken(tmp_path) == [{"why": "I can"}]
    assert not place.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not say whether another program runs")
def test_that_of_a_program_still_running_is_left_to_it(tmp_path):
    place = left(tmp_path, b"I can read", os.getppid())
    assert taken(tmp_path) == []
    assert (place / "words.txt").read_bytes() == b"I can read"


def test_one_of_an_earlier_program_with_the_same_number_is_taken_back(tmp_path):
    left(tmp_path, b"I can read", os.getpid())
    assert taken(tmp_path) == [{"why": "I can read"}]


def test_what_can_not_be_made_a_draft_is_told_and_stays(tmp_path, dead, monkeypatch):
    place = left(tmp_path, b"I can read", dead)
    drafts = Drafts(tmp_path)

    def full(*_arguments, **_options):
        raise WriteError("No space left on device")

    monkeypatch.setattr(drafts, "save", full)
    take_back(drafts)
    (notice,) = drafts.notices
    assert str(place / "words.txt") in notice
    assert "No space left" in notice
    assert (place / "words.txt").exists()


def test_what_is_called_otherwise_is_left_alone(tmp_path):
    place = tmp_path / "drafts" / "editor-of-somebody"
    place.mkdir(parents=True)
    assert taken(tmp_path) == []
    assert place.is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not say whether another program runs")
def test_a_program_runs_unless_the_system_knows_none_of_that_number(monkeypatch):
    asked = []

    def kill(process, signal):
        asked.append((process, signal))
        if process != 3:
            raise {1: PermissionError, 2: ProcessLookupError}[process]

    monkeypatch.setattr(os, "kill", kill)
    assert [is_running(process) for process in (1, 2, 3, os.getpid())] == [True, False, True, False]
    assert asked == [(1, 0), (2, 0), (3, 0)]


def test_what_an_editor_saved_is_read_as_utf_8_or_else_as_windows_saves_it():
    for data, told in (
        ("é\r\nb".encode(), ("é\nb", True)), ("é".encode("cp1252"), ("é", False)), (b"\x81\xe9", ("\ufffdé", False)), (b"", ("", True)),
    ):  # fmt: skip
        assert decode(data) == told
