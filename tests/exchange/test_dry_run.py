from datetime import date

from each_row import each_row
from roster_case import NOW, ROSTERS, SETS, SINGLE_FILES, TODAY, carry_out, import_twice, read, student

from advisory.exchange.read_roster import read_roster
from advisory.exchange.roster.dry_run import DryRun, Left, Wanted, compare, fields_of
from advisory.exchange.roster.roster import RefusedLine, Roster, RosterRow
from advisory.model.words import Status


def roster(*rows):
    return Roster("comma-separated table", rows)


def fields(row, held):
    dry_run = compare(roster(row), [held])
    return dry_run.changed[0].fields if dry_run.changed else {}


def test_everyone_is_new_in_an_empty_caseload():
    dry_run = compare(read(ROSTERS / "names.txt"), [])

    assert (len(dry_run.new), [one.row.line for one in dry_run.ambiguous]) == (21, [2])  # two are called Omar Tran
    assert not dry_run.is_no_change


@each_row("name", SINGLE_FILES)
def test_the_same_file_again_changes_nothing(name):
    students, again = import_twice(read(ROSTERS / name))

    assert again.is_no_change
    assert again.missing == ()
    assert [one.row.line for one in again.ambiguous] == ([2] if name == "names.txt" else [])
    assert len(again.unchanged) == len(students)


@each_row("name", SETS)
def test_the_same_set_again_changes_nothing(name):
    for class_id in ("cls-a0", "cls-m1"):
        _, again = import_twice(read(ROSTERS / name, class_id))
        assert again.is_no_change
        assert (again.missing, again.ambiguous) == ((), ())


@each_row("first", SINGLE_FILES)
@each_row("second", SINGLE_FILES)
def test_after_any_file_another_one_settles_at_once(first, second):
    students, _ = import_twice(read(ROSTERS / first))
    _, again = import_twice(read(ROSTERS / second), students)

    assert again.is_no_change


def test_one_system_after_another_finds_the_same_students():
    held = carry_out([], compare(read(ROSTERS / "powerschool.txt"), []))
    dry_run = compare(read(ROSTERS / "sds-student.csv"), held)

    assert not dry_run.new
    assert {tuple(change.fields) for change in dry_run.changed} == {("email",)}


@each_row(
    ("row", "held", "expected"),
    [
        ({"grade": "10"}, {"grade": "9"}, {"grade": ("9", "10")}),
        ({"grade": "9"}, {"grade": "09"}, {}),
        ({"email": "B@x.example"}, {"email": "b@X.example"}, {}),
        ({"email": "b@x.example"}, {}, {"email": ("", "b@x.example")}),
        ({"student_number": "7"}, {}, {"student_number": ("", "7")}),
        ({"source_id": "clever:7"}, {"source_id": "oneroster:1"}, {"source_id": ("oneroster:1", "clever:7")}),
        ({}, {"grade": "9", "email": "b@x", "student_number": "7", "pronouns": "he/him", "preferred_name": "Om"}, {}),
        ({"preferred_name": "Ace", "pronouns": "she/her"}, {"preferred_name": "Om", "pronouns": "he/him"}, {}),
        ({"preferred_name": "Ace", "pronouns": "she/her"}, {}, {"preferred_name": ("", "Ace"), "pronouns": ("", "she/her")}),
    ],
)  # fmt: skip
def test_what_the_file_may_change(row, held, expected):
    assert fields(RosterRow(1, "Omar", "Tran", **row), student(1, **held)) == expected


def test_names_change_when_something_surer_says_who_it_is():
    assert fields(RosterRow(1, "Omar", "Tran-Reed", student_number="7"), student(1, student_number="7")) == {
        "family_name": ("Tran", "Tran-Reed")
    }


def test_accents_composed_otherwise_are_no_change():
    assert fields(RosterRow(1, "Zoe\u0308", "Tran"), student(1, "Zoë")) == {}


def test_a_list_of_preferred_names_leaves_given_names_alone():
    assert fields(RosterRow(1, "Ace", "Tran"), student(1, "Alexander", preferred_name="Ace")) == {}


@each_row("status", [Status.ARCHIVED, Status.TRANSFERRED, Status.GRADUATED])
def test_who_had_left_stays_so_unless_they_are_wanted_back(status):
    held = student(1, status=status, left_on=date(2026, 6, 1))
    dry_run = compare(roster(RosterRow(1, "Omar", "Tran")), [held])
    assert (dry_run.is_no_change, dry_run.left[0].student, dry_run.left[0].stays) == (True, held, True)

    back = compare(roster(RosterRow(1, "Omar", "Tran")), [held], Wanted(returning=True))
    assert back.returning == back.changed
    assert back.changed[0].fields == {"status": (status.value, "active"), "left_on": ("2026-06-01", "")}
    assert carry_out([held], back)[0].is_current


def test_who_was_in_the_trash_stays_there_unless_they_are_wanted_back():
    held = student(1, deleted_at=NOW)
    assert compare(roster(RosterRow(1, "Omar", "Tran")), [held]).is_no_change

    back = compare(roster(RosterRow(1, "Omar", "Tran")), [held], Wanted(returning=True))
    assert back.returning[0].fields == {"deleted_at": (NOW.isoformat(), "")}


def test_who_left_by_the_file_is_told_apart():
    rows = (
        RosterRow(1, "Omar", "Tran", status="transferred"),
        RosterRow(2, "Ana", "Fox", status="graduated", left_on="2026-06-12"),
        RosterRow(3, "Bo", "Lee", status="transferred"),
        RosterRow(4, "Cy", "Roe", status="expected"),
    )
    held = [student(1), student(3, "Bo", "Lee", status=Status.ARCHIVED, left_on=date(2026, 6, 1))]

    dry_run = compare(roster(*rows), held)
    assert dry_run.is_no_change
    assert dry_run.leaving == (held[0],)
    assert [one.row.line for one in dry_run.left] == [1, 2, 3, 4]
    assert dry_run.missing == ()

    taken = compare(roster(*rows), held, Wanted(with_left=True, returning=True))
    assert [fields_of(row) for row in taken.new] == [
        {
            "given_name": "Ana",
            "family_name": "Fox",
            "status": Status.GRADUATED,
            "joined_on": None,
            "left_on": date(2026, 6, 12),
        }
    ]
    assert not taken.returning


@each_row(
    ("row", "held", "expected"),
    [
        ("QUILLON", "Quillon", {}),
        ("DE LA VARGA", "de la Varga", {}),
        ("NUNEZ", "Núñez", {}),
        ("quillon", "Quillon", {}),
        ("Quillon", "QUILLON", {"family_name": ("QUILLON", "Quillon")}),
        ("Quillon", "de Quillon", {"family_name": ("de Quillon", "Quillon")}),
        ("VARGA", "Quillon", {"family_name": ("Quillon", "VARGA")}),
    ],
)
def test_capitals_do_not_replace_a_name_known_in_mixed_case(row, held, expected):
    changed = fields(RosterRow(1, "Omar", row, student_number="7"), student(1, "Omar", held, student_number="7"))
    assert changed == expected


@each_row(
    ("unsure", "new", "matched", "open_ones"),
    [("ask", [], [], [1]), ("add", [1], [], []), ("same", [], [1], []), ("leave-out", [], [], [])],
)
def test_what_becomes_of_the_open_ones(unsure, new, matched, open_ones):
    dry_run = compare(
        roster(RosterRow(1, "Omar", "Tran", email="a@x")), [student(1, email="b@x")], Wanted(unsure=unsure)
    )

    assert [row.line for row in dry_run.new] == new
    assert [change.row.line for change in dry_run.changed] == matched
    assert [one.row.line for one in dry_run.ambiguous] == open_ones


def test_students_on_leave_stay_on_leave():
    assert compare(roster(RosterRow(1, "Omar", "Tran")), [student(1, status=Status.ON_LEAVE)]).is_no_change


def test_missing_are_current_students_the_file_does_not_have():
    held = [student(1), student(2, "Ana"), student(3, "Bo", status=Status.ARCHIVED), student(4, "Cy", deleted_at=NOW)]
    dry_run = compare(roster(RosterRow(1, "Omar", "Tran")), held)

    assert dry_run.missing == (held[1],)
    assert dry_run.is_no_change


def test_who_may_be_meant_is_not_called_missing():
    dry_run = compare(roster(RosterRow(1, "Omar", "Tran")), [student(1), student(2)])

    assert len(dry_run.ambiguous) == 1
    assert dry_run.missing == ()
    assert dry_run.is_no_change


def test_what_was_refused_and_noticed_is_passed_on():
    refused = (RefusedLine(3, "Cher", "one word only"),)
    dry_run = compare(Roster("list of names", (), refused, ("look at the accents",)), [])

    assert (dry_run.refused, dry_run.notices) == (refused, ("look at the accents",))


def test_a_new_student_takes_what_the_row_has():
    assert fields_of(RosterRow(1, "Ada", "Stone", grade="9")) == {
        "given_name": "Ada",
        "family_name": "Stone",
        "grade": "9",
    }


def test_a_whole_school_year_later():
    path = ROSTERS / "oneroster-1.1.zip"
    early = read_roster(path, today=date(2026, 9, 1), class_id="cls-m2")
    held = carry_out([], compare(early, []))

    later = compare(read_roster(path, today=TODAY, class_id="cls-m2"), held)

    assert later.is_no_change
    assert later.missing == ()


def test_a_row_of_somebody_unknown_who_left_neither_stays_nor_leaves():
    def told(status, held=None):
        one = Left(RosterRow(2, "Ada", "Stone", status=status), held)
        return one.stays, one.leaves

    here, gone = student(1, "Ada", "Stone"), student(1, "Ada", "Stone", status=Status.TRANSFERRED, left_on=TODAY)
    assert [told(status) for status in ("", "transferred", "expected")] == [(False, False)] * 3
    assert [told(status, here) for status in ("", "transferred", "expected")] == [
        (False, False),
        (False, True),
        (False, False),
    ]
    assert [told(status, gone) for status in ("", "transferred", "expected")] == [
        (True, False),
        (False, False),
        (False, False),
    ]
    rows = (
        Left(RosterRow(2, "Ada", "Stone", status="transferred")),
        Left(RosterRow(3, "Bo", "Vance", status="graduated"), here),
    )
    dry_run = DryRun("", (), (), (), (), (), (), (), left=rows)
    assert (dry_run.leaving, dry_run.left_as) == ((here,), {here.id: Status.GRADUATED})


def test_namesakes_left_over_in_other_grades_are_nobodys_guess():
    rows = [RosterRow(line, "Ben", "Ode", grade=grade) for line, grade in ((2, "9"), (3, "10"), (4, "10"))]
    nine, eleven, none = (
        student(number, "Ben", "Ode", grade=grade) for number, grade in ((1, "9"), (2, "11"), (3, ""))
    )
    told = compare(roster(*rows), [nine, eleven])
    assert (told.changed, [one.row.line for one in told.ambiguous]) == ((), [2, 3, 4])
    settled = compare(roster(*rows), [nine, none])
    assert [one.student.id for one in settled.changed] == [none.id]
    assert [one.row.line for one in settled.ambiguous] == [4]  # nothing tells it from line 3
