import unicodedata
from datetime import date

from roster_case import ROSTERS, read, student

from advisory.exchange.roster.dry_run import compare
from advisory.exchange.roster.dry_run_report import report_lines
from advisory.exchange.roster.roster import RefusedLine, Roster, RosterRow
from advisory.model.words import Status


def test_the_report_in_full():
    held = [
        student(1, "Ada", "Stone", grade="9"),
        student(2, "Bo", "Vance", status=Status.TRANSFERRED, left_on=date(2026, 6, 1)),
        student(3, "Cy", "Gone"),
        student(4, grade="9", email="om@x"),
        student(5, grade="10", student_number="55"),
        student(6, "Same", "Again"),
    ]
    rows = (
        RosterRow(2, "Ada", "Stone", grade="10", email="ada@x"),
        RosterRow(3, "Bo", "Vance"),
        RosterRow(4, "Omar", "Tran"),
        RosterRow(5, "New", "One", preferred_name="Nu", grade="9", student_number="7"),
        RosterRow(6, "Same", "Again"),
    )
    why = "2 students have this name and nothing in the file tells them apart"
    refused = (RefusedLine(7, "Cher", "one word only"), RefusedLine(8, "", "no name"))

    assert report_lines(
        compare(Roster("PowerSchool", rows, refused, ("look at the accents",)), held), to_mark_left="press A"
    ) == [
        "PowerSchool: 1 new, 1 changed, 1 returning, 1 unchanged, 1 not in the file, 1 to ask about, 2 refused.",
        "Note: look at the accents",
        "New:",
        "  line 5: New (Nu) One, grade 9, number 7",
        "Changed:",
        "  line 2: Ada Stone: grade 9 → 10; email (none) → ada@x",
        "Returning (they had left, and become active again):",
        "  line 3: Bo Vance: transferred → active",
        "Not in the file (nothing happens to them unless you mark them as left: press A):",
        "  Cy Gone",
        "To ask about (nothing is written for these):",
        f"  line 4: Omar Tran: {why}; it may be Omar Tran, grade 9, om@x or Omar Tran, grade 10, number 55",
        "Refused:",
        "  line 7: one word only (Cher)",
        "  line 8: no name",
    ]


def test_nothing_to_do_is_said():
    dry_run = compare(Roster("list of names", (RosterRow(1, "Omar", "Tran"),)), [student(1)])

    assert report_lines(dry_run, to_mark_left="press A") == [
        "list of names: 0 new, 0 changed, 1 unchanged.",
        "Nothing would change.",
    ]


def test_no_name_moves_the_cursor_or_turns_the_line():
    lines = report_lines(compare(read(ROSTERS / "hostile.csv"), []), to_mark_left="press A")

    assert not any(unicodedata.category(character) == "Cc" or character == "\u202e" for character in "".join(lines))
    assert any("New Line Tab bed" in line for line in lines)
    assert max(map(len, lines)) < 200


def test_new_rows_that_only_their_line_tells_apart_are_taken_as_two_and_said_so() -> None:
    rows = tuple(RosterRow(line, "Omar", "Tran") for line in (1, 2))
    lines = report_lines(compare(Roster("list of names", rows), ()), to_mark_left="press A")
    assert any("lines 1 and 2 say the same, Omar Tran: taken as 2 students" in line for line in lines)
