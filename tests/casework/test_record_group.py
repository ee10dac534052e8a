"""A group entry: one check-in for each who was there, one change, one undo, and no word lost."""

from datetime import timedelta

import pytest
from caseload_case import everything
from each_row import each_row
from examples import some
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from record_case import NOW, TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record_group import record_group
from advisory.casework.student.add import add_student
from advisory.model import CheckIn, RecordError
from advisory.model.words import Kind, OwnLine, Tone, Visibility
from advisory.rules.capture.reading import PromiseRead
from advisory.rules.check_in.contact import default_counts
from advisory.rules.refusal import Refusal
from advisory.store import Missing

NAMES = ("Ann", "Ben", "Cal", "Dee")
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@pytest.fixture
def ids(caseload: Caseload) -> list[str]:
    return [add_student(caseload, given_name=name, family_name="Lee").id for name in NAMES]


def test_each_who_was_there_gets_a_record_and_all_name_the_first_one(caseload, ids):
    made = record_group(caseload, text="Circle: sleep", student_ids=[ids[2], ids[0]])
    assert [check_in.student for check_in in made] == [ids[2], ids[0]]
    assert {check_in.group for check_in in made} == {made[0].id}
    assert {(c.line, c.body, c.kind, c.happened_on, c.visibility) for c in made} == {
        ("Circle: sleep", "", Kind.WHOLE_GROUP, TODAY, Visibility.PRIVATE)
    }
    assert caseload.store.all(CheckIn) == list(made)


def test_a_line_of_ones_own_stands_first_and_the_common_text_under_it(caseload, ids):
    first, second = record_group(caseload, text="Circle", student_ids=ids[:2], lines={ids[0]: "Led it", ids[1]: " "})
    assert (first.line, first.body) == ("Led it", "Circle")
    assert (second.line, second.body) == ("Circle", "")


def test_a_promise_due_in_the_past_is_refused_and_nothing_is_written(caseload, ids):
    before, yesterday = everything(caseload), TODAY - timedelta(days=1)
    with pytest.raises(Refusal, match="Nov 22, 2026 is in the past"):
        record_group(caseload, text="Circle", student_ids=ids, promises=[PromiseRead("bring chairs", yesterday)])
    assert everything(caseload) == before


def test_what_is_the_same_for_all_can_be_said(caseload, ids):
    yesterday = TODAY - timedelta(days=1)
    made = record_group(
        caseload,
        text="Circle",
        student_ids=ids,
        happened_on=yesterday,
        tags=("circle",),
        minutes=20,
        tone=Tone.CELEBRATE,
        visibility=Visibility.STAFF,
    )
    assert {(c.happened_on, c.tags, c.minutes, c.tone, c.visibility) for c in made} == {
        (yesterday, ("circle",), 20, Tone.CELEBRATE, Visibility.STAFF)
    }


@each_row("kind", [kind for kind in Kind if kind is not Kind.REFERRAL])
def test_it_counts_as_its_kind_does(caseload, ids, kind):
    (made,) = record_group(caseload, text="x", student_ids=ids[:1], kind=kind)
    assert (made.counts_contact, made.counts_one_to_one) == default_counts(kind)


def test_who_is_ticked_twice_gets_one_record(caseload, ids):
    assert len(record_group(caseload, text="x", student_ids=[ids[0], ids[0]])) == 1


@each_row(
    ("entry", "error", "words"),
    [
        ({"student_ids": []}, Refusal, "Nobody is ticked"),
        ({"text": " "}, Refusal, "nothing to save"),
        ({"text": "", "kind": Kind.ONE_TO_ONE}, Refusal, "nothing to save"),
        ({"happened_on": TODAY + timedelta(days=1)}, Refusal, "to come"),
        ({"kind": Kind.REFERRAL, "lines": {"s0000002": "more"}}, Refusal, "referral"),
        ({"lines": {"s0000004": "Was away"}}, Refusal, "line about Dee Lee, who is not ticked"),
        ({"minutes": -1}, RecordError, "minutes"),
        ({"text": "x" * 20_001}, RecordError, "at most"),
        ({"lines": {"s0000002": "x" * 20_001}}, RecordError, "at most"),
        ({"student_ids": ["s0000001", "s0000099"]}, Missing, "s0000099"),
    ],
)
def test_a_refusal_changes_nothing(caseload, ids, entry, error, words):
    before, seq = everything(caseload), caseload.store.seq
    with pytest.raises(error, match=words):
        record_group(caseload, **{"text": "Circle", "student_ids": ids[:3], **entry})
    assert (everything(caseload), caseload.store.seq) == (before, seq)


@each_row("said", [{"tags": ("circle",)}, {"kind": Kind.SMALL_GROUP}, {"lines": {"s0000001": "Led it"}}])
def test_without_a_text_a_tag_another_kind_or_a_line_is_enough(caseload, ids, said):
    assert len(record_group(caseload, text="", student_ids=ids, **said)) == len(ids)


@settings(max_examples=some(50), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=WORDS,
    there=st.sets(st.integers(0, 3)),
    lines=st.dictionaries(st.integers(0, 3), WORDS),
    kind=st.sampled_from(Kind),
)
def test_any_ticks_and_lines_are_kept_word_for_word_by_one_change_or_refused_whole(caseload, text, there, lines, kind):
    if not caseload.everyone:
        for name in NAMES:
            add_student(caseload, given_name=name, family_name="Lee")
    ids = [one.id for one in caseload.students]
    before, seq = everything(caseload), caseload.store.seq
    ticked, own = [ids[at] for at in sorted(there)], {ids[at]: line for at, line in lines.items()}
    try:
        made = record_group(caseload, text=text, student_ids=ticked, lines=own, kind=kind)
    except Refusal:
        assert (everything(caseload), caseload.store.seq) == (before, seq)
        return
    assert caseload.store.seq == seq + 1
    assert [check_in.student for check_in in made] == ticked
    for check_in in made:
        words = own.get(check_in.student, "")
        assert [check_in.line, check_in.body] == ([words, text] if words.strip() else [text, ""])
    assert all(line in {c.line for c in made} for line in own.values() if line.strip())
    after = everything(caseload)
    assert caseload.store.undo(NOW).what == f"Group entry: {kind.label}"
    assert everything(caseload) == before
    caseload.store.redo(NOW)
    assert everything(caseload) == after
    caseload.store.undo(NOW)


def test_a_line_of_ones_own_counts_as_the_advisor_said_and_never_as_less(caseload, ids):
    there = ids[:2]
    for kind, own_line, counts in (
        (Kind.WHOLE_GROUP, OwnLine.AS_ENTRY, (False, False)),
        (Kind.WHOLE_GROUP, OwnLine.CONTACT, (True, False)),
        (Kind.SMALL_GROUP, OwnLine.ONE_TO_ONE, (True, True)),
        (Kind.CONFERENCE, OwnLine.CONTACT, (True, True)),
    ):
        own, other = record_group(
            caseload, text="Circle", student_ids=there, lines={ids[0]: "Led it"}, kind=kind, own_line=own_line
        )
        assert (own.counts_contact, own.counts_one_to_one) == counts
        assert (other.counts_contact, other.counts_one_to_one) == default_counts(kind)
    nobody = record_group(
        caseload,
        text="Circle",
        student_ids=there,
        lines={ids[0]: "Led it"},
        own_line=OwnLine.CONTACT,
        contact_made=False,
    )
    assert not any(one.counts_contact for one in nobody)
