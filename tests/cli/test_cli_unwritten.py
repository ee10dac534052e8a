"""A close that could not write the snapshot: the command that saw it says so, and `where` does until one can."""

import pytest

from advisory.store.disk.open_folder import saving


@pytest.fixture
def failed(line, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(
            saving, "write_beside", lambda *_args: (_ for _ in ()).throw(OSError(28, "No space left on device"))
        )
        return line("checkin", "jose", "Showed the draft")


def test_the_note_is_saved_and_the_close_is_told(failed):
    assert failed.code == 0
    saved, told = failed.err.splitlines()
    assert saved.startswith("Saved [c0000001]")
    assert told.startswith("Every change is safe, but advisory.json could not be brought up to date")


def test_where_tells_it_until_a_close_succeeds(failed, line, home):
    said = line("where")
    assert said.out == f"{home}\n"
    assert "could not be brought up to date" in said.err
    assert line("log", "jose").out.count("Showed the draft") == 1
    assert line("where").err == ""
