"""A handover file is read back as it was written, and refused in one sentence, with place and value, when it isn't sound."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from handover_case import RATED, RECORDS, given_out, read, values
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from record_case import TODAY, make

import advisory.exchange.handover as room
from advisory.exchange.file.error import FileError
from advisory.exchange.file.on_disk import as_size
from advisory.exchange.handover import handover_in
from advisory.exchange.handover.handover import KIND_OF, MARK, Handed
from advisory.exchange.handover.handover_out import handover_file
from advisory.exchange.handover.handover_outgoing import handover_outgoing
from advisory.exchange.handover.match import match_students
from advisory.exchange.handover.recognize import is_handover
from advisory.exchange.handover.sound import refuse_twice
from advisory.model import DefensePlan, Student
from advisory.model.defense import Artifact
from advisory.model.record import LONGEST_TEXT
from advisory.rules.partnership.signs import SIGN
from advisory.rules.refusal import Refusal

FILE = handover_file(given_out(), TODAY)


def test_it_is_read_as_it_was_written_without_references_to_what_stayed():
    (handed,) = read(FILE).students
    student, pact, evidence, other, check_in, partnership = RECORDS
    assert handed.student == student
    expected = [replace(check_in, group=""), partnership, pact, evidence, replace(other, pact="")]
    assert list(handed.records) == expected
    assert handed.rated == (RATED._replace(record_id=""),)


def test_what_a_plan_took_over_from_something_that_stays_is_no_longer_said():
    plan = make(DefensePlan, artifacts=(Artifact(title="Bridge", came_from="k0000003"),))
    (handed,) = read(handover_file(given_out()._replace(records=(RECORDS[0], plan), rated=()), TODAY)).students
    assert [one.artifacts for one in handed.records] == [(Artifact(title="Bridge"),)]


def test_a_line_that_is_left_out_is_not_in_the_file_and_without_a_student_there_is_none():
    out = handover_outgoing(given_out(), TODAY, SIGN, None)
    keys = [line.key for part in out.parts for line in part.lines]
    assert keys == ["s0000001", "g0000001", "e0000001", "e0000002", "c0000001", "p0000001", "e0000009"]
    (handed,) = read(out.file({"c0000001", "e0000009"}, "maya.json").data).students
    assert [one.id for one in handed.records] == ["p0000001", "g0000001", "e0000001", "e0000002"]
    assert handed.rated == ()
    with pytest.raises(Refusal, match="Nobody would be handed over"):
        out.file({"s0000001"}, "maya.json")
    with pytest.raises(Refusal, match="A handover is a file"):
        out.text(())


def test_the_preview_says_how_a_name_is_said_as_the_pages_do():
    student = replace(RECORDS[0], pronounce="MY-ah")
    out = handover_outgoing(given_out()._replace(records=(student,), rated=()), TODAY, SIGN, None)
    assert out.parts[0].lines[0].text.split(" · ")[1] == "say it MY-ah"


def test_a_control_character_has_a_mark_in_the_file():
    check_in = replace(RECORDS[4], line="Showed\x1b[2J the\r\ndraft\x00")
    (handed,) = read(handover_file(given_out()._replace(records=(RECORDS[0], check_in), rated=()), TODAY)).students
    assert [one.line for one in handed.records] == ["Showed\ufffd[2J the\ndraft\ufffd"]


def test_it_is_known_by_its_first_bytes(tmp_path):
    for name, data, expected in (
        ("a", FILE, True),
        ("b", b"age-encryption.org/v1\n-> x", True),
        ("c", b"First,Last\n", False),
    ):
        (tmp_path / name).write_bytes(data)
        assert is_handover(tmp_path / name) is expected
    assert not is_handover(tmp_path)
    assert not is_handover(tmp_path / "nothing")


def _student(whole: Any) -> Any:
    return whole["students"][0]["student"]


def _first(whole: Any, table: str) -> Any:
    return whole["students"][0]["records"][table][0]


TODAY_BEFORE = make(Student).created_at.replace(year=2025)
WRONG: dict[str, Any] = {
    "maya.json is damaged, or not a handover file: ask for it again.": lambda _: FILE[:-9],
    "maya.json is not a handover file: it doesn't begin with “advisory_handover”.": lambda _: b'{"students": []}',
    "was written by a newer advisory (handover version 2; this one reads 1): update advisory.": lambda w: w.update({MARK: 2}),
    "advisory_handover is true; it must be the number 1.": lambda w: w.update({MARK: True}),
    'made_on is "soon"; it must be a day such as 2026-11-23.': lambda w: w.update(made_on="soon"),
    "students is {}; it must be a list.": lambda w: w.update(students={}),
    "hands over nobody: its list of students is empty.": lambda w: w.update(students=[]),
    "holds 501 students; a handover has at most 500.": lambda w: w.update(students=[{}] * 501),
    "“grades” is not part of a handover.": lambda w: w.update(grades=[]),
    "is nested deeper than any handover.": lambda w: w.update(students=json.loads("[" * 30 + "]" * 30)),
    "maya.json, student 1 is 5; it must be an object.": lambda w: w.update(students=[5]),
    "maya.json, student 1: a student needs “given_name”.": lambda w: _student(w).pop("given_name"),
    "maya.json, student 1: given name is '  '; it must be a text that is not empty.": lambda w: _student(w).update(given_name="  "),
    "student 1 (Maya Okafor): “pets” is not part of a handover.": lambda w: w["students"][0]["records"].update(pets=[]),
    "(Maya Okafor), pact 1, confidence: \"high\" doesn't fit there (expected `int | null`, got `str`).":
        lambda w: _first(w, "pacts").update(confidence="high"),
    "(Maya Okafor), pact 1: confidence is 9; it must be from 1 to 5.": lambda w: _first(w, "pacts").update(confidence=9),
    "(Maya Okafor), pact 1: a pact has no “grade”.": lambda w: _first(w, "pacts").update(grade="A"),
    "(Maya Okafor), check-in 1: happened on is 0001-01-01; it must be in the years 1900 to 2199.":
        lambda w: _first(w, "checkins").update(happened_on="0001-01-01"),
    "(Maya Okafor), check-in 1: happened_on is 2031-05-01, which is still to come.":
        lambda w: _first(w, "checkins").update(happened_on="2031-05-01"),
    "(Maya Okafor), check-in 1, kind: \"duel\" doesn't fit there": lambda w: _first(w, "checkins").update(kind="duel"),
    "(Maya Okafor), evidence 1: pact is g0000099, and the file has no such pact of this student.":
        lambda w: _first(w, "evidence").update(pact="g0000099"),
    "(Maya Okafor), evidence 1: pact is c0000001, and the file has no such pact of this student.":
        lambda w: _first(w, "evidence").update(pact="c0000001"),
    "(Maya Okafor), evidence 1: student is s0000002, and the student has the id s0000001.":
        lambda w: _first(w, "evidence").update(student="s0000002"),
    "(Maya Okafor), evidence 2: the id e0000001 is there twice.":
        lambda w: w["students"][0]["records"]["evidence"][1].update(id="e0000001"),
    "(Maya Okafor), pact 1: id is “”; it must be a text that is not empty.": lambda w: _first(w, "pacts").update(id=""),
    "(Maya Okafor), pact 1: deleted_at is 2026-11-20; what was deleted isn't handed over.":
        lambda w: _first(w, "pacts").update(deleted_at="2026-11-20T09:00:00Z"),
    "(Maya Okafor), pact 2: status is active, and another pact of this student is active too.":
        lambda w: w["students"][0]["records"].update(
            pacts=[_first(w, "pacts") | {"status": "active", "id": f"g000000{number}"} for number in (1, 2)]
        ),
    "(Maya Okafor), partnership 2: school_year is 2026, and there is another one of that year.":
        lambda w: w["students"][0]["records"]["partnerships"].append(_first(w, "partnerships") | {"id": "p2"}),
    "students 1, records, checkins 1, line: “Bell   [2J” holds a control character, which no handover has.":
        lambda w: _first(w, "checkins").update(line="Bell\x07 \x1b[2J"),
    "checkins 1, line is 200,001 characters long; at most 200,000 are read.":
        lambda w: _first(w, "checkins").update(line="x" * 200_001),
    "Maya Okafor and Maya Okafor have the same student number, 0042.":
        lambda w: w["students"].append(w["students"][0] | {"student": _student(w) | {"id": "s2"}, "records": {}, "rated": []}),
    'rated 1: pact is "g0000005", and the file has no such pact of this student.':
        lambda w: w["students"][0]["rated"][0].update(pact="g0000005"),
    "rated 1, level: \"best\" doesn't fit there": lambda w: w["students"][0]["rated"][0].update(level="best"),
    "(Maya Okafor): records is [5]; it must be an object.": lambda w: w["students"][0].update(records=[5]),
    "maya.json, student 1 is 5; it must be an object.\n": lambda w: w["students"][0].update(student=5),
    '(Maya Okafor), pact 1 is "x"; it must be an object.': lambda w: w["students"][0]["records"].update(pacts=["x"]),
    "(Maya Okafor), pact 1, success_evidence 1 met_on: \"soon\" doesn't fit there":
        lambda w: _first(w, "pacts").update(success_evidence=[{"text": "a", "met_on": "soon"}]),
    "(Maya Okafor), pact 1: a pact needs “text” in success_evidence[0].":
        lambda w: _first(w, "pacts").update(success_evidence=[{}]),
    "(Maya Okafor), check-in 1: happened_on is 2026-11-25, which is still to come.":
        lambda w: _first(w, "checkins").update(happened_on="2026-11-25"),
    "(Maya Okafor), pact 1: the id s0000001 is there twice.": lambda w: _first(w, "pacts").update(id="s0000001"),
    "maya.json, student 1 (Maya Okafor): id is “”; it must be a text that is not empty.": lambda w: _student(w).update(id=" "),
    "Maya Okafor and Maya Okafor have the same id, s0000001.":
        lambda w: w["students"].append(w["students"][0] | {"records": {}, "rated": []}),
    "made_on is not there; it must be a day such as 2026-11-23.": lambda w: w.pop("made_on"),
    "rated is 5; it must be a list.": lambda w: w["students"][0].update(rated=5),
    "advisory_handover is 0; it must be the number 1.": lambda w: w.update({MARK: 0}),
}  # fmt: skip
"""The sentence → what makes it: a change to the values of a sound file, or other bytes."""


def test_whatever_is_wrong_is_said_with_its_place_and_value():
    for sentence, spoil in WRONG.items():
        whole = values()
        other = spoil(whole)
        with pytest.raises(FileError) as refused:
            read(other if isinstance(other, bytes) else whole)
        said = str(refused.value)
        assert sentence.strip() in said, said
        assert said.startswith("maya.json")
        assert said.isprintable()


def test_what_is_within_the_limits_is_read_and_what_is_beyond_is_not(monkeypatch):
    whole = values()
    _first(whole, "checkins").update(happened_on="2026-11-24", line="x" * LONGEST_TEXT, group="c0000099")
    (handed,) = read(whole).students
    assert len(handed.records) == 5
    for name, most, why in (
        ("_MOST_RECORDS", 5, "maya.json holds more than 4 records, more than any handover."),
        ("_MOST_STUDENTS", 1, "maya.json holds 1 students; a handover has at most 0."),
        ("LARGEST", len(FILE), None),
        ("_DEEPEST", 7, "maya.json is nested deeper than any handover."),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(handover_in, name, most)
            assert read(FILE).students
            patch.setattr(handover_in, name, most - 1)
            with pytest.raises(FileError) as refused:
                read(FILE)
            assert str(refused.value) == (why or f"maya.json is larger than any handover: at most {as_size(most - 1)}.")


@given(st.data())
def test_a_spoiled_file_is_read_or_refused_and_nothing_else_happens(data):
    """Some bytes cut out or written over, anywhere."""
    at, size = data.draw(st.integers(0, len(FILE))), data.draw(st.integers(0, 40))
    spoiled = FILE[:at] + data.draw(st.binary(max_size=12)) + FILE[at + size :]
    with suppress(FileError):
        read(spoiled)


def test_the_same_student_is_found_by_number_name_or_when_the_record_was_made(student):
    handover = read(FILE)
    here = student("Maya", "Okafor", 7)
    assert match_students(handover, [here]).pairs == ((handover.students[0], here),)
    numbered = student("Maya", "Okafor-Bell", 3, student_number="0042")
    assert match_students(handover, [numbered]).pairs == ((handover.students[0], numbered),)
    assert match_students(handover, [student("Jun", "Sato")]).pairs == ((handover.students[0], None),)
    twins = [student("Maya", "Okafor", number, created_at=TODAY_BEFORE) for number in (4, 5)]
    assert "Maya Okafor" in match_students(handover, twins).to_ask[0]
    assert match_students(handover, [*twins, here]).pairs[0][1] == here


def test_one_who_is_in_the_trash_here_is_neither_new_nor_taken_in(student):
    handover = read(FILE)
    gone = student("Maya", "Okafor", 7, deleted_at=TODAY_BEFORE)
    matched = match_students(handover, [gone])
    assert (matched.pairs, matched.in_trash) == ((), handover.students)


def test_the_page_for_strangers_names_every_list_of_the_file():
    page = Path(room.__file__).with_name("HANDOVER.md").read_text(encoding="utf-8")
    assert all(f"`{table}`" in page for table in KIND_OF)


def test_what_is_no_object_with_the_mark_is_no_handover():
    for data in (b"5", b"null", f'"{MARK}"'.encode(), f'["{MARK}"]'.encode(), b"{}"):
        with pytest.raises(FileError) as refused:
            read(data)
        assert str(refused.value).endswith(f"is not a handover file: it doesn't begin with “{MARK}”.")


def test_two_students_of_one_id_or_number_are_refused_and_two_without_a_number_are_not():
    maya, ben, both = (make(Student, at, given_name=name) for at, name in ((1, "Maya"), (2, "Ben"), (1, "Bo")))
    refuse_twice("f.json", [Handed(one, (), ()) for one in (maya, ben)])
    numbered = [replace(one, student_number="7") for one in (maya, ben)]
    for students, what in (((maya, both), "id, s0000001"), (numbered, "student number, 7")):
        with pytest.raises(FileError) as refused:
            refuse_twice("f.json", [Handed(one, (), ()) for one in students])
        names = " and ".join(one.full_name for one in students)
        assert str(refused.value) == f"f.json: {names} have the same {what}."
