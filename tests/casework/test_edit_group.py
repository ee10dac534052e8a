"""A group entry edited as one: what was said of all changes for all, and what was set apart for one stays."""

from datetime import timedelta
from unittest import mock

import pytest
from msgspec.structs import replace
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.edit import edit_check_in
from advisory.casework.check_in.edit_group import edit_group
from advisory.casework.check_in.record_group import record_group
from advisory.casework.student.add import add_student
from advisory.casework.undo import undo
from advisory.model import CheckIn
from advisory.model.words import Kind, NotMadeReason, Visibility
from advisory.rules.refusal import Refusal
from advisory.store import Conflict


@pytest.fixture
def made(caseload: Caseload) -> tuple[CheckIn, ...]:
    ids = [add_student(caseload, given_name=name, family_name="Okafor").id for name in ("Ama", "Ben", "Cai", "Dia")]
    return record_group(
        caseload, text="Circle", student_ids=ids, kind=Kind.SMALL_GROUP, lines={ids[1]: "Spoke first"}, tags=("hopes",)
    )


def lines(caseload: Caseload) -> list[tuple[str, str]]:
    return [(one.line, one.body) for one in caseload.check_ins]


def test_the_text_about_all_changes_for_all_and_a_line_of_its_own_stays(caseload, made) -> None:
    edited = edit_group(caseload, made[0], line="Circle about hopes", visibility=Visibility.STAFF)
    assert (
        lines(caseload)
        == [("Circle about hopes", "")] + [("Spoke first", "Circle about hopes")] + [("Circle about hopes", "")] * 2
    )
    assert {one.visibility for one in caseload.check_ins} == {Visibility.STAFF}
    assert [len(one.revisions) for one in edited] == [1] * 4
    undo(caseload)
    assert list(caseload.check_ins) == list(made)


def test_who_was_not_reached_is_not_counted_though_it_counts_for_the_others(caseload, made) -> None:
    edit_check_in(caseload, made[2], contact_made=False)
    edit_group(caseload, caseload.store.need(CheckIn, made[0].id), counts_one_to_one=True)
    assert [one.counts_one_to_one for one in caseload.check_ins] == [True, True, False, True]


def test_from_the_one_with_a_line_of_its_own_the_text_about_all_is_its_body(caseload, made) -> None:
    edit_group(caseload, made[1], line="Spoke last", body="Round", student_says="Me!")
    assert lines(caseload) == [("Round", ""), ("Spoke last", "Round"), ("Round", ""), ("Round", "")]
    assert [one.student_says for one in caseload.check_ins] == ["", "Me!", "", ""]


def test_what_was_set_apart_for_one_stays_and_the_day_keeps_them_together(caseload, made) -> None:
    edit_check_in(caseload, made[2], counts_one_to_one=True, tags=("own",), line="Wrote it down")
    day = TODAY - timedelta(days=1)
    edit_group(caseload, made[0], tags=("fears",), line="Round", happened_on=day, counts_one_to_one=False)
    found = list(caseload.check_ins)
    assert [one.tags for one in found] == [("fears",), ("fears",), ("own",), ("fears",)]
    assert [one.counts_one_to_one for one in found] == [False, False, True, False]
    assert found[2].line == "Wrote it down"
    assert {one.happened_on for one in found} == {day}
    shown = found[0]
    edit_group(caseload, shown, contact_made=False, not_made_reason=NotMadeReason.NO_TIME)
    assert not any(one.counts_contact or one.counts_one_to_one for one in caseload.check_ins)


def test_it_is_moved_one_by_one_and_nothing_unseen_is_overwritten(caseload, made) -> None:
    with pytest.raises(Refusal, match="one student at a time"):
        edit_group(caseload, made[0], student=made[1].student, line="Round")
    with pytest.raises(Conflict):
        edit_group(caseload, replace(made[0], line="Older"), line="Round")
    seq = caseload.store.seq
    with mock.patch.object(caseload.store, "change", side_effect=AssertionError("nothing to write waits for nobody")):
        assert edit_group(caseload, made[0], line="Circle") == ()
    assert caseload.store.seq == seq


def test_words_behind_the_line_change_for_those_who_have_them_alike(caseload, made) -> None:
    edit_check_in(caseload, made[2], body="Own words")
    edit_group(caseload, made[0], body="About hopes")
    assert lines(caseload) == [
        ("Circle", "About hopes"),
        ("Spoke first", "Circle"),
        ("Circle", "Own words"),
        ("Circle", "About hopes"),
    ]


def test_words_behind_the_line_are_not_given_to_one_whose_line_is_another(caseload, made) -> None:
    edit_check_in(caseload, made[2], line="Wrote it down")
    edit_group(caseload, made[0], body="About hopes")
    assert lines(caseload)[2:] == [("Wrote it down", ""), ("Circle", "About hopes")]
    assert undo(caseload).what == "Group entry edited"
