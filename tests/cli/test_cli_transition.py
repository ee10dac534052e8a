"""transition: the note for the next advisor is written a part at a time, and suggested from what staff may read."""


def test_a_note_is_suggested_written_changed_and_undone(line):
    line("know", "jose", "strengths", "Draws maps", "--visibility", "staff")
    line("know", "jose", "interests", "Private maps")
    line("know", "jose", "family", "Sensitive", "--visibility", "staff", "--sensitive")
    line("step", "jose", "Ask about the river")
    said = line("transition", "jose")
    assert said.out == "strengths: Draws maps\ngo on with: Ask about the river\n"
    assert said.err == "There is no note yet. This could stand in it:\n"
    assert "needs two things at least" in line("transition", "jose", "--peers", "Choir").err
    written = line("transition", "jose", "--strengths", "Builds first", "--connecting", "A walk")
    assert written.err == "Transition note [j0000001]: José Ñandú, Nov 23, 2026\n"
    line("transition", "jose", "--peers", "Choir")
    told = "strengths: Builds first\nconnecting: A walk\npeers: Choir\nwritten Nov 23, 2026\n"
    assert line("transition", "jose").out == told
    assert "needs two things" in line("transition", "jose", "--connecting", " ").err
    assert line("undo").err.startswith("Undid: Transition note changed")
    assert "Choir" not in line("transition", "jose").out
