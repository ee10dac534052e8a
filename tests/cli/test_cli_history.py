"""history: in lines for a person, in JSON for a program."""


def test_history_tells_what_changed_from_what_to_what(line):
    line("checkin", "jose", "Showed the draft", "--minutes", "5")
    line("checkin", "maya okafor", "Of Maya alone")
    line("undo")
    out = line("history", "jose").out
    assert "[check-in c0000001]" in out
    assert "    note: Showed the draft" in out
    assert "    minutes: 5" in out
    assert "Maya" not in out


def test_history_as_json(line):
    line("checkin", "jose", "Showed the draft")
    rows = line("history", "jose", "--json").json
    assert set(rows[0]) == {"at", "what", "record", "field", "was", "now"}
    assert ("note", "", "Showed the draft") in {(row["field"], row["was"], row["now"]) for row in rows}
    assert ("student s0000001", "given name", "José") in {(row["record"], row["field"], row["now"]) for row in rows}


def test_a_name_that_fits_two_is_asked_about(line):
    assert line("history", "may").code == 1


def test_what_a_terminal_obeys_is_not_written(line):
    line("checkin", "jose", "One\x1b[2Jtwo\nthree")
    out = line("history", "jose").out
    assert "\x1b" not in out
    assert "↵ three" in out
