"""Which private lines are older than a day, and what their purge would do to the clocks of students."""

from datetime import date

from caseload_case import begun
from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.learning.learn_fact import learn_fact
from advisory.casework.learning.note_insight import note_insight
from advisory.casework.learning.record_evidence import record_evidence
from advisory.casework.promise.drop import drop_promise
from advisory.casework.promise.make import make_promise
from advisory.casework.purge.old_private import old_private, purge_old_private, with_past
from advisory.casework.purge.report import counted, report
from advisory.casework.trash import move_to_trash
from advisory.casework.undo import undo
from advisory.model import Attempt, CheckIn, CognitiveInsight, Evidence, FollowUp
from advisory.model.words import (
    CheckInState,
    EvidenceSource,
    Facet,
    InsightStatus,
    Kind,
    LearnedHow,
    Visibility,
)

DAY = date(2026, 11, 1)
BEFORE = date(2026, 10, 5)


def test_the_preview_counts_by_kind_and_tells_whose_last_contact_would_be_an_older_one(caseload: Caseload) -> None:
    maya = begun(caseload).maya.id
    shared = record_check_in(caseload, maya, "Shared", happened_on=BEFORE, visibility=Visibility.SHAREABLE)
    jot = record_check_in(
        caseload, maya, "Jot", happened_on=BEFORE, visibility=Visibility.STAFF, state=CheckInState.JOT
    )
    own = record_check_in(caseload, maya, "Private", happened_on=BEFORE)
    deleted = record_check_in(caseload, maya, "Deleted", happened_on=BEFORE)
    move_to_trash(caseload, CheckIn, deleted.id)
    kept, dropped, free = (
        make_promise(caseload, maya, text, source=source)
        for text, source in (("open", own.id), ("dropped", own.id), ("another's", shared.id))
    )
    for promise in (dropped, free):
        drop_promise(caseload, promise.id, "Not needed")
    old = learn_fact(caseload, maya, Facet.HOPES, "Boats", how=LearnedHow.TOLD_ME, learned_on=BEFORE)
    learn_fact(caseload, maya, Facet.HOPES, "Trains", how=LearnedHow.TOLD_ME)
    found = old_private(caseload, DAY)
    assert {one.id for one in found.records} == {jot.id, own.id, deleted.id, dropped.id, old.id}
    assert counted(one.id for one in found.records) == "3 check-ins, 1 promise, 1 fact"
    assert (found.older_contact, found.older_one_to_one) == (0, 0)
    assert old_private(caseload, date(2026, 11, 24)).older_contact == 1
    assert report(purge_old_private(caseload, DAY)) == "Gone for good: 3 check-ins, 1 promise, 1 fact."
    assert caseload.store.get(FollowUp, kept.id).source == ""
    assert caseload.store.get(FollowUp, free.id).source == shared.id
    assert old_private(caseload, DAY).records == ()
    seq = caseload.store.seq
    assert with_past(caseload, old_private(caseload, DAY)).ids == ()
    assert report(purge_old_private(caseload, DAY)) == "Gone for good: nothing."
    assert caseload.store.seq == seq


def test_private_evidence_and_settled_insights_go_with_what_refers_to_them(caseload: Caseload) -> None:
    """An insight goes once it is resolved or parked, unless something was tried or seen since."""
    maya = begun(caseload).maya.id
    own, shared = (
        record_evidence(caseload, maya, text, seen_on=BEFORE, source=EvidenceSource.QUIZ, visibility=visibility)
        for text, visibility in (("Private", Visibility.PRIVATE), ("Shared", Visibility.SHAREABLE))
    )
    settled, tried, corrected, still_open = (
        note_insight(caseload, maya, text, "Adds them", noticed_on=BEFORE)
        for text in ("settled", "tried since", "corrected since", "open")
    )
    with caseload.store.change("Settled", caseload.now()) as change:
        since = (Attempt(strategy="drew it", on=BEFORE), Attempt(strategy="again", on=DAY), Attempt(strategy="soon"))
        change.put(replace(settled, status=InsightStatus.PARKED, attempts=(since[0], since[2])))
        change.put(replace(tried, status=InsightStatus.RESOLVED, attempts=since))
        change.put(replace(corrected, status=InsightStatus.RESOLVED, self_corrects_on=DAY))
    promise = make_promise(caseload, maya, "a map", source=own.id)
    note = record_check_in(caseload, maya, "About it", happened_on=DAY, insight=settled.id)
    assert {one.id for one in old_private(caseload, DAY).records} == {own.id, settled.id}
    assert report(purge_old_private(caseload, DAY)) == "Gone for good: 1 piece of evidence, 1 insight."
    assert [one.id for one in caseload.store.all(Evidence)] == [shared.id]
    assert [one.id for one in caseload.store.all(CognitiveInsight)] == [tried.id, corrected.id, still_open.id]
    assert (caseload.store.need(FollowUp, promise.id).source, caseload.store.need(CheckIn, note.id).insight) == ("", "")


def test_what_was_undone_is_found_and_goes_alone(caseload: Caseload) -> None:
    """It is in no record any more, but in history, unless the program is still open: then in the journal."""
    maya = begun(caseload).maya.id
    record_evidence(caseload, maya, "Undone evidence", seen_on=BEFORE, source=EvidenceSource.QUIZ)
    undo(caseload)
    record_check_in(caseload, maya, "Undone note", happened_on=BEFORE)
    undo(caseload)
    record_check_in(caseload, maya, "Undone since", happened_on=DAY)
    undo(caseload)
    found = with_past(caseload, old_private(caseload, DAY))
    assert (found.records, counted(found.ids)) == ((), "1 check-in, 1 piece of evidence")
    assert set(purge_old_private(caseload, DAY).records) == set(found.ids)
    assert with_past(caseload, found).ids == ()


def test_a_one_to_one_that_goes_leaves_the_clock_at_the_one_before(caseload: Caseload) -> None:
    maya = begun(caseload).maya.id
    record_check_in(caseload, maya, "Talk", happened_on=date(2026, 9, 7), visibility=Visibility.SHAREABLE)
    move_to_trash(caseload, CheckIn, "c0000001")
    record_check_in(caseload, maya, "Private talk", happened_on=BEFORE)
    record_check_in(caseload, maya, "Seen", kind=Kind.QUICK_TOUCH, visibility=Visibility.SHAREABLE)
    found = old_private(caseload, DAY)
    assert (found.older_contact, found.older_one_to_one) == (0, 1)
    purge_old_private(caseload, DAY)
    assert caseload.summary(maya).last_one_to_one_on == date(2026, 9, 7)
