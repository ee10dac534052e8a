"""undo and redo: what was undone, and whom it was about."""


def test_undo_and_redo_say_what_and_whom(line):
    line("checkin", "jose", "Laughed")
    assert line("undo").err == "Undid: Check-in: one-to-one, Nov 23 · José Ñandú\n"
    assert line("log").out == ""
    assert line("redo").err == "Redid: Check-in: one-to-one, Nov 23 · José Ñandú\n"
    assert [row["line"] for row in line("log", "--json").json] == ["Laughed"]
    assert line("redo").err == "There is nothing to redo.\n"


def test_undo_goes_back_to_an_empty_folder_and_no_further(line):
    for _ in range(3):
        assert line("undo").err.startswith("Undid: New student")
    said = line("undo")
    assert (said.code, said.err) == (0, "There is nothing to undo.\n")
    assert line("list", "--json").json == []
