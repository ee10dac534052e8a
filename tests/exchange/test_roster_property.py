"""Whatever the bytes and whatever the roster: read or refused in a sentence, and the second import changes nothing."""

import csv
import io

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from roster_case import ROSTERS, SINGLE_FILES, TODAY, carry_out, import_twice, student

from advisory.exchange.columns.header import read_header
from advisory.exchange.file.cell import unguard
from advisory.exchange.file.error import FileError
from advisory.exchange.read_roster import read_roster
from advisory.exchange.roster.dry_run import compare
from advisory.exchange.roster.dry_run_report import report_lines
from advisory.exchange.roster.roster import ClassChoice, Roster, RosterRow
from advisory.exchange.roster.value import is_nothing
from advisory.model.words import Status

WITH_FILES = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
FRAGMENTS = st.sampled_from(
    ["first_name", "Last Name", "grade", "LastFirst", "email", ",", "\t", ";", '"', '""', "\n", "\r", "\r\n", "\0", "#", "Tran, Omar",
     "Ada Stone", "é", "\ufeff", "'=", "sourcedId", "role", "x" * 50, "9", " "]
)  # fmt: skip


def read_or_refuse(path, data):
    path.write_bytes(data)
    told, roster = "", None
    try:
        roster = read_roster(path, today=TODAY)
    except FileError as error:
        told = str(error)
    if roster is None:
        assert str(path) in told
        assert "\n" not in told
        return None
    assert not isinstance(roster, ClassChoice)
    assert roster.rows
    _, again = import_twice(roster)
    assert again.is_no_change
    return roster


@given(st.binary(max_size=300))
@WITH_FILES
def test_any_bytes_at_all(tmp_path, data):
    read_or_refuse(tmp_path / "roster.csv", data)


@given(st.lists(FRAGMENTS, max_size=40).map("".join), st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]))
@WITH_FILES
def test_any_text_that_looks_a_little_like_a_roster(tmp_path, text, encoding):
    read_or_refuse(tmp_path / "roster.csv", text.encode(encoding))


@given(st.sampled_from(SINGLE_FILES), st.integers(0, 2000), st.binary(max_size=8), st.integers(0, 40))
@WITH_FILES
def test_any_damage_to_a_roster(tmp_path, name, at, put, cut):
    whole = (ROSTERS / name).read_bytes()
    at %= len(whole)
    read_or_refuse(tmp_path / name, whole[:at] + put + whole[at + cut :])


@given(st.binary(max_size=200))
@WITH_FILES
def test_any_bytes_that_say_they_are_a_zip(tmp_path, data):
    read_or_refuse(tmp_path / "roster.zip", b"PK\x03\x04" + data)


def names(*alphabets):
    letters = st.characters(categories=["Lu", "Ll"], include_characters="'-.", **(alphabets[0] if alphabets else {}))
    return st.text(letters, min_size=1, max_size=8).filter(
        lambda name: (
            name.strip("'-.")
            and unguard(name) == name  # an apostrophe before a dash reads as our own guard
            and not is_nothing("given_name", name)
            and name.casefold() not in {"total", "totals", "points", "test"}
        )
    )


def written(rows, delimiter, encoding):
    text = io.StringIO()
    header = ["Student ID", "First name", "Surname", "Grade", "Email"]
    csv.writer(text, delimiter=delimiter).writerows([header, *rows])
    return text.getvalue().encode(encoding)


@given(
    st.lists(st.tuples(names(), names(), st.sampled_from(["9", "10", "KG", ""])), min_size=1, max_size=12),
    st.sampled_from(",;\t"),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
@WITH_FILES
def test_what_was_written_is_read(tmp_path, people, delimiter, encoding):
    rows = [[f"{at:04d}", given, family, grade, f"{at}@x.example"] for at, (given, family, grade) in enumerate(people)]

    roster = read_or_refuse(tmp_path / "roster.csv", written(rows, delimiter, encoding))

    assert [[r.student_number, r.given_name, r.family_name, r.grade, r.email] for r in roster.rows] == rows
    assert (roster.refused, roster.notices) == ((), ())


@given(
    st.lists(
        st.tuples(names({"codec": "ascii"}), st.sampled_from(["Ibáñez", "Reed"])),
        min_size=1,
        max_size=9,
    )
)
@WITH_FILES
def test_what_was_written_in_windows_1252_is_read(tmp_path, people):
    people += [("José", "Núñez"), ("Renée", "Brontë–Œuvre")]
    rows = [[f"{at:04d}", given, family, "", ""] for at, (given, family) in enumerate(people)]

    roster = read_or_refuse(tmp_path / "roster.csv", written(rows, ";", "cp1252"))

    assert [(row.given_name, row.family_name) for row in roster.rows] == people


@given(st.lists(st.tuples(names(), names(), st.booleans()), min_size=1, max_size=12))
@example([("A", "NAME", False), ("A", "NAME", True)])
@WITH_FILES
def test_a_list_that_was_written_is_read(tmp_path, people):
    lines = [f"{family}, {given}" if turned else f"{given} {family}" for given, family, turned in people]
    assume(not read_header(lines[0].split(",")).has_names)  # a first line “Name, A” is taken for a header

    roster = read_or_refuse(tmp_path / "names.txt", "\n".join(lines).encode())

    suffixes = {"jr", "sr", "ii", "iii", "iv"}
    if not any(given.casefold().strip(".") in suffixes for given, _, _ in people):
        for row, (given, family, turned) in zip(roster.rows, people, strict=True):
            words = f"{given} {family}".split()
            if turned or words[0].isupper() == words[-1].isupper():  # a part in capitals counts as the family name
                assert (row.given_name, row.family_name) == (given, family)


FEW = st.sampled_from(["", "", "a", "b"])
GIVEN = st.sampled_from(["Omar", "OMAR", "Ace", "Zoë", "Zoe\u0308"])
PERSON = st.fixed_dictionaries(
    {"preferred_name": st.sampled_from(["", "Ace", "Omar"]), "pronouns": FEW, "grade": st.sampled_from(["", "9", "10"])}
)
SIGNS = st.fixed_dictionaries(
    {"student_number": FEW, "source_id": st.sampled_from(["", "x:a", "x:b", "y:a"]), "email": FEW}
)


@st.composite
def rosters(draw):
    """Rows full of namesakes; a sign stands in one row only, as the reader sees to."""
    rows, seen = [], set()
    for line in range(1, draw(st.integers(1, 7)) + 1):
        signs = {field: sign for field, sign in draw(SIGNS).items() if sign and (field, sign) not in seen}
        seen.update(signs.items())
        rows.append(RosterRow(line, draw(GIVEN), "Tran", **draw(PERSON), **signs))
    return Roster("comma-separated table", tuple(rows))


@st.composite
def caseloads(draw):
    held, seen = [], set()
    for at in range(1, draw(st.integers(0, 6)) + 1):
        signs = {field: sign for field, sign in draw(SIGNS).items() if sign and (field, sign) not in seen}
        seen.update(signs.items())
        held.append(student(at, draw(GIVEN), status=draw(st.sampled_from(Status)), **draw(PERSON), **signs))
    return held


@given(rosters())
def test_import_of_a_roster_twice_leaves_nothing_to_ask_or_change(roster):
    students, again = import_twice(roster)

    first = compare(roster, ())
    assert again.is_no_change
    assert again.missing == ()
    assert not again.ambiguous or first.ambiguous
    assert len(students) == len(roster.rows) - len(first.ambiguous)


@given(rosters(), caseloads())
def test_nobody_is_there_twice_and_nothing_is_erased(roster, held):
    dry_run = compare(roster, held)
    after, again = carry_out(held, dry_run), import_twice(roster, held)[1]

    lines = [row.line for row in dry_run.new]
    lines += [one.row.line for one in (*dry_run.changed, *dry_run.ambiguous)]
    lines += [row.line for row, _ in dry_run.unchanged] + [one.row.line for one in dry_run.left]
    claimed = [one.student.id for one in dry_run.changed] + [one.id for _, one in dry_run.unchanged]
    claimed += [one.student.id for one in dry_run.left]
    assert sorted(lines) == [row.line for row in roster.rows]
    assert len(set(claimed)) == len(claimed)
    assert again.is_no_change
    assert report_lines(dry_run, to_mark_left="press A")
    for field in ("preferred_name", "pronouns"):
        for before, now in zip(held, after, strict=False):
            assert getattr(now, field) == getattr(before, field) or not getattr(before, field)
    numbers = [one.student_number for one in after if one.student_number]
    assert len(set(numbers)) == len(numbers)


@given(rosters(), caseloads(), st.randoms(use_true_random=False))
def test_the_order_of_the_caseload_decides_nothing_that_shows(roster, held, chance):
    shuffled = list(held)
    chance.shuffle(shuffled)
    one, other = compare(roster, held), compare(roster, shuffled)

    assert {row.line for row in one.new} == {row.line for row in other.new}
    assert {unclear.row.line for unclear in one.ambiguous} == {unclear.row.line for unclear in other.ambiguous}


@pytest.mark.parametrize("seed", range(3))
def test_rosters_of_a_whole_school(seed):
    rows = tuple(
        RosterRow(
            at + 2, f"G{at * seed % 7}", f"F{at % 5}", grade=str(at % 4 + 9), student_number=f"{at:05d}" * (at % 3 > 0)
        )
        for at in range(400)
    )

    assert import_twice(Roster("comma-separated table", rows))[1].is_no_change
