"""The day on which the trash was last looked through: what the file tells, and what becomes of one that can't be read."""

from advisory.store import emptied_on, remember_emptied


def test_the_last_day_that_was_remembered_is_told(tmp_path):
    assert emptied_on(tmp_path) == ""
    place = tmp_path / "advisory.emptied"
    place.write_bytes(b"an older and longer text\n")
    for day in ("2026-11-23", "2026-11-24"):
        remember_emptied(tmp_path, day)
        assert (emptied_on(tmp_path), place.read_bytes()) == (day, f"{day}\n".encode())
    place.write_bytes(b"\xff2026")
    assert emptied_on(tmp_path) == "\ufffd2026"


def test_a_day_that_cannot_be_kept_is_looked_through_again(tmp_path):
    (tmp_path / "advisory.emptied").mkdir()
    remember_emptied(tmp_path, "2026-11-23")
    assert emptied_on(tmp_path) == ""
