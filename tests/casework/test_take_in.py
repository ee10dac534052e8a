"""What is handed over comes beside what is here: nothing of yours changes, nothing comes twice, and what differs is said."""

from datetime import date, timedelta

import pytest
from caseload_case import begun, everything
from msgspec.structs import replace
from record_case import NOW, TODAY, make

from advisory.casework.handover.arrival import RATED_BEFORE, _same, arrival_of
from advisory.casework.handover.report import arrival_lines
from advisory.casework.handover.take_in import is_news, take_in
from advisory.casework.student.archive import archive_student
from advisory.casework.trash import move_to_trash
from advisory.casework.undo import undo
from advisory.exchange.handover.handover import KIND_OF, Handed
from advisory.model import (
    CheckIn,
    Commitment,
    DefensePlan,
    Evidence,
    FamilyContact,
    Indicator,
    KnownWell,
    Milestone,
    Pact,
    Partnership,
    StageMove,
    Student,
    SuccessLine,
)
from advisory.model.defense_words import DefenseType
from advisory.model.reference import REFERENCES
from advisory.model.words import EvidenceSource, Level, PactStatus, Stage
from advisory.rules.leaving.leaving import Rated
from advisory.rules.refusal import Refusal

AUNT = FamilyContact(name="Ngozi Okafor", relation="aunt")
WRITTEN = NOW.replace(year=2025)
"""When the other advisor wrote it."""


def handed(*records, rated=(), **fields) -> Handed:
    return Handed(make(Student, created_at=WRITTEN, **fields), tuple(records), tuple(rated))


def theirs(kind, number=1, **fields):
    return make(kind, number, created_at=WRITTEN, **fields)


def active(caseload, pact):
    with caseload.store.change("By hand", NOW) as change:
        return change.put(replace(pact, status=PactStatus.ACTIVE))


def test_a_second_active_pact_comes_as_paused_and_a_second_day_ahead_not_at_all(caseload):
    book = begun(caseload)
    active(caseload, book.pact)
    with caseload.store.change("By hand", NOW) as change:
        plan = change.add(DefensePlan, student=book.maya.id, held_on=date(2027, 5, 5))
    coming = handed(
        theirs(Pact, 7, status=PactStatus.ACTIVE, title="reading"), theirs(DefensePlan, 3), theirs(DefensePlan, 4, held_on=TODAY.replace(year=2025))
    )  # fmt: skip
    arrival = arrival_of(caseload, coming, book.maya)
    assert arrival.notes == (
        "The pact “reading” comes as paused, since another one is active here.",
        "The defense on Jun 11, 2027 is left out, since one is planned here.",
    )
    take_in(caseload, [arrival])
    assert [one.status for one in caseload.store.of_student(Pact, book.maya.id)] == [
        PactStatus.ACTIVE,
        PactStatus.PAUSED,
    ]
    assert {one.held_on.year for one in caseload.store.of_student(DefensePlan, book.maya.id)} == {
        plan.held_on.year,
        2025,
    }


def test_your_stage_and_your_words_about_the_person_stay_and_what_was_empty_is_filled_in(caseload):
    maya = begun(caseload).maya
    coming = handed(
        theirs(Partnership, stage=Stage.ALLIANCE), student_number="9", email="maya@new.example", focal=True, focal_why="Theirs", family_contacts=(AUNT,)
    )  # fmt: skip
    arrival = arrival_of(caseload, coming, maya)
    assert arrival.notes == (
        "Their partnership was in Alliance; yours stays in Rapport.",
        "Filled in: email “maya@new.example”, Ngozi Okafor of the family.",
        "Yours stays, where the file has another: student number “9”.",
    )
    (taken,) = take_in(caseload, [arrival])
    assert (taken.student_number, taken.email, taken.family_contacts) == ("0042", "maya@new.example", (AUNT,))
    assert not taken.focal
    assert [one.stage for one in caseload.store.of_student(Partnership, maya.id)] == [Stage.RAPPORT]


def test_a_day_ahead_gets_the_milestones_of_your_own_list(caseload):
    plan = theirs(DefensePlan)
    arrival = arrival_of(caseload, handed(plan), None)
    assert arrival.notes == ("The defense on Jun 11, 2027 gets the milestones of your own list.",)
    take_in(caseload, [arrival])
    (taken,) = caseload.defenses
    assert [one.key for one in taken.milestones] == list(caseload.milestones)
    assert taken.milestones[0].due_on < taken.held_on


def test_a_day_ahead_of_another_type_and_one_beside_a_day_that_was_come_as_they_are(caseload):
    book, own = begun(caseload), Milestone(key="tea", label="tea", days_before=3, due_on=date(2027, 6, 8))
    with caseload.store.change("By hand", NOW) as change:
        change.add(DefensePlan, student=book.maya.id, held_on=TODAY.replace(year=2025))
        change.add(DefensePlan, student=book.maya.id, held_on=date(2027, 5, 5), type=DefenseType.EXHIBITION)
    plan = theirs(DefensePlan, milestones=(own,))
    arrival = arrival_of(caseload, handed(plan), book.maya)
    assert (arrival.new, arrival.notes) == ((plan,), ())


def test_a_new_student_begins_where_this_years_partnership_stood_and_not_last_years(caseload):
    step = {"stage": Stage.ALLIANCE, "entered_on": date(2026, 10, 1), "next_step": "ask about crew"}
    for number, (this_year, last_year) in enumerate(((step, {}), (None, step))):
        coming = [theirs(Partnership, 1, school_year=2025, **last_year)]
        coming += [theirs(Partnership, 2, **this_year)] if this_year else []
        (new,) = take_in(caseload, [arrival_of(caseload, handed(*coming, given_name=f"Maya {number}"), None)])
        begins = {one.school_year: one for one in caseload.store.of_student(Partnership, new.id)}
        assert sorted(begins) == [2025, 2026]
        assert (begins[2026].stage, begins[2026].next_step) == (
            (Stage.ALLIANCE, "ask about crew") if this_year else (Stage.RAPPORT, "")
        )


def test_milestones_that_come_stay_and_a_day_that_was_gets_none(caseload):
    own = Milestone(key="tea", label="tea", days_before=3, due_on=date(2027, 6, 8))
    plans = theirs(DefensePlan, milestones=(own,)), theirs(DefensePlan, 2, held_on=TODAY - timedelta(days=1))
    arrival = arrival_of(caseload, handed(*plans), None)
    assert arrival.notes == ()
    take_in(caseload, [arrival])
    assert [one.milestones for one in caseload.defenses] == [(own,), ()]


def test_only_the_partnership_of_a_year_that_is_here_is_the_same_and_others_come(caseload):
    maya = begun(caseload).maya
    fact, this_year, last_year = theirs(KnownWell), theirs(Partnership, 8), theirs(Partnership, 9, school_year=2025)
    arrival = arrival_of(caseload, handed(fact, this_year, last_year), maya)
    (ours,) = caseload.store.of_student(Partnership, maya.id)
    assert (arrival.known, arrival.new) == ({this_year.id: ours.id}, (last_year, fact))
    assert arrival.notes == ()


def test_a_pact_that_is_the_same_here_and_there_is_not_mentioned(caseload):
    kept = Commitment(text="rows", kept=(TODAY,))
    pact = theirs(Pact, student_commitments=(kept,))
    (maya,) = take_in(caseload, [arrival_of(caseload, handed(pact), None)])
    assert arrival_of(caseload, handed(pact), maya).notes == ()
    (note,) = arrival_of(caseload, handed(replace(pact, status=PactStatus.PAUSED)), maya).notes
    assert note == (
        "The pact “I can explain why fractions divide” is paused, 0 of 0 met, done on 1 day in the file; yours stays as it is, "
        "draft, 0 of 0 met, done on 1 day."
    )


def test_a_pact_that_went_on_elsewhere_is_said_and_yours_stays(caseload):
    (maya,) = take_in(caseload, [arrival_of(caseload, handed(theirs(Pact)), None)])
    closed = theirs(Pact, status=PactStatus.CLOSED, success_evidence=(SuccessLine(text="Draws both", met_on=TODAY),))
    arrival = arrival_of(caseload, handed(closed), maya)
    (note,) = arrival.notes
    assert note == (
        "The pact “I can explain why fractions divide” is closed, 1 of 1 met, done on 0 days in the file; yours stays as it is, "
        "draft, 0 of 0 met, done on 0 days."
    )
    assert not arrival.new


def test_what_you_deleted_or_changed_does_not_come_again(caseload):
    maya = begun(caseload).maya
    coming = handed(theirs(CheckIn, line="Laughed"), theirs(KnownWell), theirs(KnownWell, 2, text="Rows"))
    take_in(caseload, [arrival_of(caseload, coming, maya)])
    facts = caseload.store.of_student(KnownWell, maya.id)
    with caseload.store.change("By hand", NOW) as change:
        change.put(replace(facts[0], text="Wants to build boats"))
    move_to_trash(caseload, KnownWell, facts[1].id)
    again = arrival_of(caseload, coming, maya)
    assert (again.new, len(again.known)) == ((), 3)
    before = everything(caseload)
    with pytest.raises(Refusal, match="Everything in the file is here already"):
        take_in(caseload, [again])
    assert everything(caseload) == before


def test_references_are_to_what_came_and_a_rating_without_words_says_so(caseload):
    pact = theirs(Pact, 7, next_pact="g0000008")
    rated = Rated("", "s0000001", pact.id, TODAY, EvidenceSource.QUIZ, Level.THERE, None)
    coming = handed(
        pact, theirs(Pact, 8, learning_target="I can row"), theirs(Evidence, pact=pact.id), theirs(CheckIn, pact=pact.id, line="Laughed"),
        theirs(Partnership, 5), theirs(Indicator, 6, check_in="c0000001"), theirs(StageMove, partnership="p0000005", indicators=("i0000006",)),
        rated=[rated, rated],
    )  # fmt: skip
    (maya,) = take_in(caseload, [arrival_of(caseload, coming, None)])
    store = caseload.store
    first, second = store.of_student(Pact, maya.id)
    assert (first.next_pact, second.next_pact) == (second.id, "")
    pieces = store.of_student(Evidence, maya.id)
    assert [one.seen for one in pieces] == ["Explained it to Jun", RATED_BEFORE, RATED_BEFORE]
    assert {one.pact for one in pieces} == {first.id}
    (check_in,), (sign,), (move,) = (store.of_student(kind, maya.id) for kind in (CheckIn, Indicator, StageMove))
    (partnership,) = store.of_student(Partnership, maya.id)
    assert (check_in.pact, sign.check_in) == (first.id, check_in.id)
    assert (move.partnership, move.indicators) == (partnership.id, (sign.id,))
    assert not arrival_of(caseload, coming, maya).rated
    more = arrival_of(caseload, coming._replace(rated=(rated,) * 4), maya)
    assert (len(more.new), len(more.rated), is_news(more)) == (0, 2, True)
    told = [line for line in arrival_lines(caseload, TODAY, [more], back="x") if "rating" in line]
    assert told == ["  Maya Okafor: 2 ratings of evidence without the words; 7 here already"]
    one_more = arrival_of(caseload, coming._replace(rated=(rated,) * 3), maya)
    told = [line for line in arrival_lines(caseload, TODAY, [one_more], back="x") if "rating" in line]
    assert told == ["  Maya Okafor: 1 rating of evidence without the words; 7 here already"]
    undo(caseload)
    assert everything(caseload) == {}


def test_of_several_written_at_once_the_one_that_is_missing_comes(caseload):
    facts = [theirs(KnownWell, number, text=text) for number, text in enumerate(("Rows", "Sings", "Draws"), 1)]
    (maya,) = take_in(caseload, [arrival_of(caseload, handed(facts[1]), None)])
    assert arrival_of(caseload, handed(*facts), maya).new == (facts[0], facts[2])


def test_of_several_written_at_once_each_is_the_most_alike_and_only_one():
    here = [theirs(KnownWell, number, text="Rows", sensitive=number == 8) for number in (8, 9)]
    assert _same([theirs(KnownWell, 1, text="Rows")], here) == {"w0000001": "w0000009"}
    both = [theirs(KnownWell, 1, text="Rows"), theirs(KnownWell, 2, text="Rows")]
    assert _same(both, here) == {"w0000001": "w0000009", "w0000002": "w0000008"}
    assert _same(both[::-1], here) == {"w0000001": "w0000009", "w0000002": "w0000008"}
    assert _same(both, here[:1]) == {"w0000001": "w0000008"}
    assert _same(both, [make(KnownWell, 1, text="Rows")]) == {}
    assert _same([theirs(Partnership)], [make(Partnership, 9)]) == {"p0000001": "p0000009"}
    assert _same([theirs(Partnership)], [make(Partnership, 9, deleted_at=NOW)]) == {}


def test_a_rating_is_not_the_same_as_evidence_with_words_that_was_rated_alike(caseload):
    pact, seen = theirs(Pact), theirs(Evidence, pact="g0000001", source=EvidenceSource.QUIZ)
    (maya,) = take_in(caseload, [arrival_of(caseload, handed(pact, seen), None)])
    rated = Rated("", "s0000001", pact.id, seen.seen_on, seen.source, None, None)
    assert arrival_of(caseload, handed(pact, seen, rated=[rated]), maya).rated == (rated,)


def test_who_is_here_stays_as_they_are_also_where_those_who_left_come_back(caseload):
    maya = begun(caseload).maya
    assert take_in(caseload, [arrival_of(caseload, handed(theirs(KnownWell)), maya)], returning=True) == [maya]
    assert len(caseload.store.of_student(KnownWell, maya.id)) == 1


def test_another_advisors_talk_leaves_the_student_as_one_you_have_not_seen(caseload):
    talked = theirs(CheckIn, line="Talked", happened_on=TODAY)
    (maya,) = take_in(caseload, [arrival_of(caseload, handed(talked), None)])
    summary = caseload.summary(maya.id)
    assert (summary.last_contact_on, summary.last_one_to_one_on) == (None, None)
    assert [one.line for one in caseload.store.check_ins_of(maya.id)] == ["Talked"]


def test_every_kind_that_a_file_may_hold_is_taken_in():
    assert set(KIND_OF.values()) <= set(REFERENCES)


def test_who_had_left_stays_so_unless_taken_back_and_all_is_said_before(caseload):
    book = begun(caseload)
    archive_student(caseload, book.maya.id)
    gone = caseload.store.need(Student, book.maya.id)
    arrivals = [
        arrival_of(caseload, handed(theirs(CheckIn), theirs(Evidence), family_name="Bell"), None), arrival_of(caseload, handed(), gone)
    ]  # fmt: skip
    lines = arrival_lines(
        caseload, TODAY, arrivals, in_trash=["Jun Sato"], to_ask=["Ana Berg: two could be"], back="--returning"
    )
    assert lines == [
        "Handover of Nov 23, 2026: 1 new, 1 here already, 1 to ask about, 1 in the trash here.",
        "New:",
        "  Maya Bell: 1 check-in, 1 piece of evidence",
        "Here already (what you have stays as it is):",
        "  Maya Okafor: nothing new",
        "    They had left, and stay so unless you take them back: --returning.",
        "Check-ins from the file restart none of your clocks: they were another advisor's.",
        "To ask about (nothing is written for these):",
        "  Ana Berg: two could be",
        "In the trash here (bring them back first; nothing is written for these):",
        "  Jun Sato",
    ]
    assert [is_news(one) for one in arrivals] == [True, False]
    assert [is_news(one, returning=True) for one in arrivals] == [True, True]
    take_in(caseload, arrivals)
    assert not caseload.store.need(Student, book.maya.id).is_current
    take_in(caseload, [arrival_of(caseload, handed(theirs(KnownWell)), gone)])
    assert not caseload.store.need(Student, book.maya.id).is_current
    undo(caseload)
    undo(caseload)
    take_in(caseload, arrivals, returning=True)
    assert caseload.store.need(Student, book.maya.id).is_current


def test_those_with_nothing_new_are_counted(caseload):
    (first,) = take_in(caseload, [arrival_of(caseload, handed(), None)])
    (second,) = take_in(caseload, [arrival_of(caseload, handed(given_name="Ben"), None)])
    arrivals = [arrival_of(caseload, handed(given_name=one.given_name), one) for one in (first, second)]
    assert arrival_lines(caseload, TODAY, arrivals, back="x") == [
        "Handover of Nov 23, 2026: 0 new, 2 here already.",
        "Nothing would change.",
        "Here already (what you have stays as it is):",
        "  2 with nothing new",
    ]
    assert not any(map(is_news, arrivals))
    assert not any(is_news(one, returning=True) for one in arrivals)
