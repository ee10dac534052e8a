"""What is shown before something leaves: what stays and why, whose names are covered, and pages without a line."""

import csv
import io
from itertools import product

import pytest
from held_case import add_held, others_in
from sheets_case import SECRET as PRIVATE
from sheets_case import add_note, add_term

from advisory.caseload.caseload import Caseload
from advisory.caseload.leaving.leaving import leaving_of
from advisory.caseload.leaving.previewing import _kept, _pronouns, preview_of
from advisory.caseload.leaving.sheets import sheet_of
from advisory.casework.check_in.record import record_check_in
from advisory.casework.learning.learn_fact import learn_fact
from advisory.casework.student.add import add_student
from advisory.exchange.sheet.sheet_out import sheet_out
from advisory.exchange.tables import EXPORTS
from advisory.exchange.tables.audience import HOME, columns_for, need_for
from advisory.exchange.tables.export import Sources, table
from advisory.exchange.tables.table_out import kinds_of, table_out
from advisory.model import CheckIn, KnownWell, Student, TransitionNote
from advisory.model.words import Audience, Facet, LearnedHow, PronounsScope, Visibility
from advisory.rules.leaving.preview import Choice
from advisory.rules.leaving.reason import Instead, Reason
from advisory.rules.refusal import Refusal
from advisory.rules.sheet.sheet_page import SheetKind

SHAREABLE = {"visibility": Visibility.SHAREABLE}
SECRET = "Wept in the hall"


@pytest.fixture
def maya(caseload: Caseload) -> Student:
    """Maya, with words of hers that name Kai, one private note, one fact that is sensitive, and pronouns for school only."""
    maya = add_student(
        caseload,
        given_name="Maya",
        family_name="Okafor",
        pronouns="they/them",
        pronouns_scope=PronounsScope.SCHOOL_ONLY,
    )
    add_student(caseload, given_name="Kai", family_name="Tran")
    record_check_in(caseload, maya.id, "Talked", student_says="Kai showed me", **SHAREABLE)
    record_check_in(caseload, maya.id, SECRET)
    learn_fact(caseload, maya.id, Facet.STRENGTHS, "Draws", how=LearnedHow.TOLD_ME, sensitive=True, **SHAREABLE)
    return maya


def shown(caseload: Caseload, maya: Student, choice: Choice):
    sheet = sheet_of(caseload, SheetKind.CONFERENCE, [maya.id], {}, included=choice.included, instead=choice.instead)
    out = sheet_out(sheet.pages, sheet.leaving)
    return out, preview_of(caseload, out._replace(uses_pronouns=True), choice)


def test_what_stays_is_counted_by_reason_and_names_are_told_with_what_stands_instead(
    caseload: Caseload, maya: Student
) -> None:
    out, preview = shown(caseload, maya, Choice())
    assert preview.stays == {"private check-in": 1, "sensitive fact": 1}
    assert [(one.line(one.words), one.reason.value) for one in preview.kept] == [
        ("Maya · one-to-one, Nov 23, 2026: Wept in the hall", "private"),
        ("Maya · strengths", "sensitive"),
    ]
    assert list(preview.names) == ["Kai"]
    (line,) = [line for part in out.parts for line in part.lines if line.key in preview.covered]
    assert line.text.startswith("Another student showed me")
    assert "Pronouns left off: Maya (at school only)." in preview.summary
    for instead, said, told in (
        (Instead.INITIALS, "KT showed me", "Other students named: Kai; their initials stand there instead."),
        (Instead.LEAVE_OUT, "", "Texts that name another student are left out."),
    ):
        other, preview = shown(caseload, maya, Choice(instead=instead))
        assert said in other.text(())
        assert ("showed me" in other.text(())) is bool(said)
        assert told in preview.summary
    assert (
        "Nothing is left out. No other student is named." in shown(caseload, caseload.one("kai"), Choice())[1].summary
    )


def test_what_may_be_included_comes_the_private_first_and_is_called_by_its_kind_where_its_words_are_no_name(
    caseload: Caseload, maya: Student
) -> None:
    add_note(caseload, maya, strengths="Builds first")
    kinds = (TransitionNote, KnownWell, CheckIn)
    kept = _kept(caseload, leaving_of(caseload, [maya.id], Audience.FAMILY, {}, kinds=kinds))
    assert [(one.called, one.reason) for one in kept] == [
        ("Maya · one-to-one, Nov 23, 2026", Reason.PRIVATE),
        ("Maya · strengths", Reason.SENSITIVE),
        ("Maya · transition note", Reason.STAFF_ONLY),
    ]


def test_a_table_without_the_texts_that_name_somebody_says_who_that_is_and_nothing_of_a_mere_word(
    caseload: Caseload, maya: Student
) -> None:
    add_student(caseload, given_name="Hope", family_name="Strong")
    record_check_in(caseload, maya.id, "She is strong with maps", **SHAREABLE)
    kinds = {"kinds": kinds_of("checkins"), "instead": Instead.LEAVE_OUT}
    out = table_out("checkins", caseload, leaving_of(caseload, [maya.id], Audience.FAMILY, {}, **kinds))
    assert preview_of(caseload, out, Choice(instead=Instead.LEAVE_OUT)).name_words == (
        "Other students named: Kai; those texts are left out. "
        "Also a student's name, but read as a word, so it stays: strong. If it is the name, leave its line out."
    )


def test_a_line_left_out_is_on_no_file_and_in_no_log(caseload: Caseload, maya: Student) -> None:
    out, _ = shown(caseload, maya, Choice())
    said = next(line for part in out.parts for line in part.lines if "showed me" in line.text)
    assert b"showed me" in out.file((), "page.html").data
    assert b"showed me" not in out.file({said.key}, "page.html").data
    assert (set(said.rows) & set(out.rows()), set(said.rows) & set(out.rows({said.key}))) == (set(said.rows), set())


def test_no_table_for_anybody_has_another_students_name_or_a_private_text(caseload: Caseload) -> None:
    """The held set of 25 who are named in each other's records: every table, for every audience, each row of each student."""
    add_term(caseload)
    held = {one.id: one for one in add_held(caseload)}
    looked_at = 0
    for what, audience in product(EXPORTS, sorted(set(Audience) - {Audience.MYSELF})):
        for ids in ([one] for one in held) if audience in HOME else [list(held)]:
            try:
                need_for(what, audience, of_one=len(ids) == 1)
            except Refusal:
                continue
            leaving = leaving_of(caseload, ids, audience, {}, kinds=kinds_of(what))
            out = table_out(what, caseload, leaving)
            rows = list(csv.DictReader(io.StringIO(out.file((), "t.csv").data.decode("utf-8-sig"), newline="")))
            for row in rows:
                student = held[ids[0]] if len(ids) == 1 else by_name(caseload, held, row)
                text = " ".join(row.values())
                assert others_in(text, student) == [], (what, audience, text)
                assert PRIVATE not in text, (what, audience)
                looked_at += 1
    assert looked_at > 25 * len(EXPORTS)


def by_name(caseload: Caseload, held: dict[str, Student], row: dict[str, str]) -> Student:
    """Whose row it is."""
    known = held.get(row.get("student_id") or row.get("id", ""))
    return known or next(one for one in held.values() if row["student"] == caseload.names[one.id])


def test_every_table_has_for_each_audience_only_what_leaves(caseload: Caseload, maya: Student) -> None:
    note = next(one for one in caseload.check_ins if one.line == SECRET)
    for what in EXPORTS:
        for audience in set(Audience) - {Audience.MYSELF}:
            try:
                need_for(what, audience, of_one=True)
            except Refusal:
                continue
            leaving = leaving_of(caseload, [maya.id], audience, {}, kinds=kinds_of(what))
            out = table_out(what, caseload, leaving)
            told = out.file((), "t.csv").data.decode()
            assert SECRET not in told, (what, audience)
            assert "Kai" not in told, (what, audience)
            header = table(what, Sources()).columns
            assert told.splitlines()[0].removeprefix("\ufeff").split(",") == list(columns_for(what, header, audience))
    leaving = leaving_of(caseload, [maya.id], Audience.STAFF, {}, kinds=(CheckIn,), included=(note.id,))
    out = table_out("checkins", caseload, leaving)
    assert SECRET in out.file((), "t.csv").data.decode()
    assert SECRET not in out.file((note.id,), "t.csv").data.decode()
    assert SECRET in out.text(())


def test_pronouns_are_told_of_where_they_are_left_off_but_never_with_counts(caseload: Caseload, maya: Student) -> None:
    kai = caseload.one("kai")
    every = [("Noor", PronounsScope.SCHOOL_ONLY), ("Ben", PronounsScope.ASK_ME), ("Ana", PronounsScope.ANYWHERE)]
    ids = [maya.id, kai.id] + [
        add_student(caseload, given_name=name, family_name="Reed", pronouns="they", pronouns_scope=scope).id
        for name, scope in every
    ]
    leaving = leaving_of(caseload, ids, Audience.FAMILY, {}, kinds=())
    assert _pronouns(caseload, leaving) == (
        "Pronouns left off: Maya and Noor (at school only); Ben (ask the student first)."
    )
    assert _pronouns(caseload, leaving_of(caseload, [kai.id], Audience.FAMILY, {}, kinds=())) == ""
    assert _pronouns(caseload, leaving_of(caseload, ids, Audience.COUNTS, {}, kinds=())) == ""


def test_a_word_in_lower_case_that_may_be_a_name_stays_and_is_asked_about(caseload: Caseload, maya: Student) -> None:
    add_student(caseload, given_name="Hope", family_name="Strong")
    learn_fact(
        caseload, maya.id, Facet.STRENGTHS, "strong with maps, she says by Hope", how=LearnedHow.TOLD_ME, **SHAREABLE
    )
    _, preview = shown(caseload, maya, Choice())
    lines = [line.text for part in preview.parts for line in part.lines]
    assert "strong with maps, she says by another student" in lines
    assert preview.words == ["strong"]
    assert "Hope" in preview.names
    assert "Also a student's name, but read as a word, so it stays: strong." in preview.summary
    left_out = shown(caseload, maya, Choice(instead=Instead.LEAVE_OUT))[1]
    assert (left_out.words, "strong with" in str(left_out.parts)) == ([], False)
