"""`advisory families`: what went home, as a table, for programs and as CSV; and a call on the command line."""

import csv
import io

from record_case import TODAY, ticking

from advisory.caseload.caseload import Caseload
from advisory.casework.student.keep_person import keep_person
from advisory.model import FamilyContact
from advisory.store import Store

FAMILIES = """\
Student      Last good word  Good  Concern  Other  Tried  Family
José Ñandú   –               0     0        0      1
Mayumi Sato  –               0     0        0      0
Maya Okafor  Nov 13, 6 d ago  1     1        0      0      Ngozi Okafor, aunt; Obi Ngozi, father (do not contact)

1 of 3 families had a good word this school year; 1 celebration and 1 concern went home.
"""


def called_home(line, home):
    store = Store.open(home)
    caseload = Caseload(store, today=lambda: TODAY, now=ticking())
    maya = keep_person(caseload, caseload.one("okafor"), FamilyContact(name="Ngozi Okafor", relation="aunt"))
    keep_person(caseload, maya, FamilyContact(name="Obi Ngozi", relation="father", may_contact=False))
    store.close()
    said = line("checkin", "okafor", "Reads at home", "--with", "aunt", "--tone", "celebrate", "--on", "2026-11-13")
    assert said.err == "Saved [c0000001]: Maya Okafor, family contact with Ngozi Okafor, Nov 13, 2026, private\n"
    said = line("checkin", "jose", "Rang twice", "--kind", "family_contact", "--reason", "no_answer")
    assert said.err == "Saved [c0000002]: José Ñandú, family contact, not reached, Nov 23, 2026, private\n"
    assert line("note", "okafor @obi ? He worries").code == 0


def test_it_prints_who_waits_longest_first_with_the_people_at_home_and_the_balance(line, home):
    called_home(line, home)
    said = line("families")
    assert said.code == 0
    assert [row.split() for row in said.out.splitlines()] == [row.split() for row in FAMILIES.splitlines()]


def test_for_programs_it_has_the_columns_of_the_export_and_staff_get_only_counts(line, home):
    called_home(line, home)
    told = line("families", "--json").json
    exported = [*csv.DictReader(io.StringIO(line("export", "families", "--no-bom", "--for", "myself").out))]
    assert [{key: "" if value is None else str(value) for key, value in one.items()} for one in told] == exported
    assert (exported[2]["family"], exported[2]["do_not_contact"]) == ("Ngozi Okafor, aunt", "Obi Ngozi, father")
    public = [*csv.DictReader(io.StringIO(line("export", "families", "--no-bom").out))]
    assert list(public[0]) == ["student_id", "student", "contacts", "attempts"]


def test_the_student_shows_the_family_and_how_long_ago_a_good_word_went_home(line, home):
    called_home(line, home)

    def shown() -> list[str]:
        return [
            row.strip() for row in line("show", "okafor").out.splitlines() if "family: " in row or "word home" in row
        ]

    people = ["family: Ngozi Okafor, aunt", "family: Obi Ngozi, father · do not contact"]
    assert shown() == [*people, "last good word home to Ngozi Okafor: Nov 13, 2026, 6 school days ago"]
    line("checkin", "okafor", "Again", "--kind", "family_contact", "--tone", "celebrate", "--on", "fri")
    assert shown() == [*people, "last good word home: Nov 20, 2026, 1 school day ago"]


def test_a_person_who_is_not_in_the_family_is_refused(line):
    said = line("checkin", "okafor", "Reads at home", "--with", "aunt")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(
        "“@aunt”: nobody of the family is written down yet; the student's form in the app adds them."
    )


def test_show_says_who_is_at_home_and_when_the_last_good_word_went_there(line, home):
    called_home(line, home)
    shown = line("show", "okafor").out
    assert "  family: Obi Ngozi, father · do not contact\n" in shown
    assert "  last good word home to Ngozi Okafor: Nov 13, 2026, 6 school days ago\n" in shown
    assert [one["may_contact"] for one in line("show", "okafor", "--json").json["family"]] == [True, False]
    assert "  no good word home yet\n" in line("show", "sato").out
