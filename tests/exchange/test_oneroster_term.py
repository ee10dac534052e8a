from datetime import date

import pytest
from oneroster_case import SESSIONS, write_set
from roster_case import ROSTERS, read

from advisory.exchange.read_roster import read_roster

HEAD = SESSIONS.splitlines()[0] + "\n"


def terms(tmp_path, rows, head=HEAD):
    return read(write_set(tmp_path, academicSessions=head + rows)).terms


def titles(tmp_path, rows):
    return [term.title for term in terms(tmp_path, rows)]


def test_terms_of_the_samples():
    fall, spring = read(ROSTERS / "oneroster-1.2.zip", "cls-a0").terms

    assert (fall.title, fall.starts_on, fall.ends_on, fall.source_id) == (
        "Fall",
        date(2026, 8, 24),
        date(2027, 1, 15),
        "oneroster:term-1",
    )
    assert spring.title == "Spring"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("y,,Year,schoolYear,2026-08-24,2027-06-11\n", ["Year"]),
        ("y,,Year,schoolYear,2026-08-24,2027-06-11\ng,,Q1,gradingPeriod,2026-08-24,2026-10-30\n", ["Q1"]),
        ("s,,S1,semester,2026-08-24,2027-01-15\ng,,Q1,gradingPeriod,2026-08-24,2026-10-30\n", ["S1"]),
        ("s,,S1,semester,2026-08-24,2027-01-15\nt,,T1,term,2026-08-24,2026-12-18\n", ["T1"]),
        ("b,,Other,term,2026-10-01,2027-02-01\na,,Fall,term,2026-08-24,2027-01-15\n", ["Fall"]),
        ("a,,Last,term,2025-08-24,2026-06-15\nb,,This,term,2026-08-24,2027-01-15\n", ["This"]),
        ("a,tobedeleted,Fall,term,2026-08-24,2027-01-15\n", []),
        ("y,,Year,schoolYear,2024-08-24,2025-06-11\nt,,Old,term,2024-08-24,2025-06-11\n", []),
        ("y,,Year,schoolYear,2026-12-01,2027-11-30\nt,,Next,term,2026-12-01,2027-04-30\n", ["Next"]),
        ("a,,,term,2026-08-24,2027-01-15\n", ["a"]),
    ],
)
def test_which_sessions_are_terms(tmp_path, rows, expected):
    assert titles(tmp_path, rows) == expected


def test_sessions_that_cannot_be_read_are_named(tmp_path):
    path = write_set(
        tmp_path, academicSessions=SESSIONS + "x,,Bad,term,soon,later\nz,,Back,term,2027-05-01,2027-04-01\n"
    )

    roster = read_roster(path, today=date(2026, 11, 23))

    assert [term.title for term in roster.terms] == ["Fall", "Spring"]
    assert roster.notices == ("academicSessions.csv, lines 5 and 6: no term with two dates could be read there.",)


def test_sessions_without_their_columns_do_not_keep_students_out(tmp_path):
    roster = read(write_set(tmp_path, academicSessions="sourcedId,title\na,Fall\n"))

    assert (len(roster.rows), roster.terms) == (2, ())
    assert "academicSessions.csv lacks the column type" in roster.notices[0]


def test_a_set_without_sessions(tmp_path):
    assert read(write_set(tmp_path, academicSessions=None)).terms == ()
