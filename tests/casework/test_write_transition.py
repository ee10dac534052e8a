"""The note for the next advisor is written once a year and then changed, never without its first two parts."""

from datetime import date

import pytest
from added import add
from msgspec.structs import replace
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.student.write_transition import write_transition
from advisory.casework.undo import undo
from advisory.model import Student, TransitionNote
from advisory.rules.refusal import Refusal
from advisory.store import Conflict

BOTH = {"strengths": " Draws ", "connecting": "A walk\n"}


@pytest.fixture
def maya(caseload: Caseload) -> str:
    return add(caseload, Student).id


def test_it_is_written_with_what_was_typed_and_then_changed_field_by_field(caseload: Caseload, maya: str) -> None:
    old = add(caseload, TransitionNote, student=maya, written_on=date(2026, 7, 1))
    note = write_transition(caseload, maya, BOTH)
    assert (note.strengths, note.connecting, note.peers, note.written_on) == ("Draws", "A walk", "", TODAY)
    assert note.id != old.id
    changed = write_transition(caseload, maya, {"peers": "The band", "strengths": "Draws"})
    assert changed == replace(note, peers="The band", updated_at=changed.updated_at)
    assert undo(caseload).what == "Transition note changed"
    assert caseload.store.need(TransitionNote, note.id) == note
    assert undo(caseload).what == "Transition note written"


def test_the_same_words_write_nothing_and_an_older_day_becomes_today(caseload: Caseload, maya: str) -> None:
    note = add(
        caseload, TransitionNote, student=maya, written_on=date(2026, 9, 1), strengths="Draws", connecting="A walk"
    )
    seq = caseload.store.seq
    assert write_transition(caseload, maya, BOTH) == note
    assert caseload.store.seq == seq
    assert write_transition(caseload, maya, {"family": "Her aunt"}).written_on == TODAY


def test_it_refuses_other_fields_and_what_is_empty_and_another_s_change(caseload: Caseload, maya: str) -> None:
    def said(words: dict[str, str]) -> str:
        with pytest.raises(Refusal) as refused:
            write_transition(caseload, maya, words)
        return str(refused.value)

    assert said({**BOTH, "b": "", "a": ""}) == "A transition note has no a, b."
    for words in ({"strengths": "x"}, {"connecting": "x"}):
        assert said(words).startswith("The next advisor needs two things at least")
    note = write_transition(caseload, maya, BOTH)
    write_transition(caseload, maya, {"peers": "The band"})
    for words in ({"strengths": " "}, {"connecting": ""}):
        assert said(words).startswith("The next advisor needs two things at least")
    with pytest.raises(Conflict):
        write_transition(caseload, maya, {"peers": "Choir"}, shown=note)
