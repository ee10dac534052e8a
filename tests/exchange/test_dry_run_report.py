import unicodedata
from datetime import date

from roster_case import ROSTERS, read, student

from advisory.exchange.roster.dry_run import Wanted, compare
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
        student(7, "Ed", "Away"),
    ]
    rows = (
        RosterRow(2, "Ada", "Stone", grade="10", email="ada@x"),
        RosterRow(3, "Bo", "Vance"),
        RosterRow(4, "Omar", "Tran"),
        RosterRow(5, "New", "One", preferred_name="Nu", grade="9", student_number="7"),
        RosterRow(6, "Same", "Again"),
        RosterRow(9, "Cy", "Gone", status="transferred", left_on="2026-10-02"),
        RosterRow(10, "Di", "Soon", status="expected"),
    )
    why = "2 students have this name and nothing in the file tells them apart"
    refused = (RefusedLine(7, "Cher", "one word only"), RefusedLine(8, "", "no name"))

    assert report_lines(
        compare(Roster("PowerSchool", rows, refused, ("look at the accents",)), held), to_mark_left="press A"
    ) == [
        "PowerSchool: 1 new, 1 changed, 1 unchanged, 3 who left, 1 not in the file, 1 to ask about, 2 refused.",
        "Note: look at the accents",
        "New:",
        "  line 5: New (Nu) One, grade 9, number 7",
        "Changed:",
        "  line 2: Ada Stone: grade 9 → 10; email (none) → ada@x",
        "Left, according to the file (they stay in the caseload unless you mark them: press A):",
        "  line 9: Cy Gone: transferred on Oct 2, 2026",
        "Left before (they stay so):",
        "  line 3: Bo Vance: transferred, in the file as here",
        "Not at the school, according to the file (not imported):",
        "  line 10: Di Soon: not here yet",
        "Not in the file (nothing happens to them unless you mark them as left: press A):",
        "  Ed Away",
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


def test_a_row_that_nothing_tells_from_an_earlier_one_is_asked_about():
    rows = tuple(RosterRow(line, "Omar", "Tran") for line in (1, 2))
    lines = report_lines(compare(Roster("list of names", rows), ()), to_mark_left="press A")
    assert "  line 2: Omar Tran: line 1 has the same name, and nothing tells the two apart" in lines


def test_who_returns_is_said():
    dry_run = compare(
        Roster("list of names", (RosterRow(3, "Bo", "Vance"),)),
        [student(2, "Bo", "Vance", status=Status.TRANSFERRED)],
        Wanted(returning=True),
    )
    assert "  line 3: Bo Vance: transferred → active" in report_lines(dry_run, to_mark_left="press A")
