"""Evidence and insight: each verb is one change that undo takes back, and refuses in a sentence what it may not do."""

from datetime import UTC, date, datetime, timedelta

import pytest
from caseload_case import everything
from each_row import each_row
from msgspec.structs import replace
from record_case import NOW, TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.learning.edit_evidence import edit_evidence
from advisory.casework.learning.edit_insight import edit_insight
from advisory.casework.learning.note_insight import note_insight
from advisory.casework.learning.record_evidence import record_evidence
from advisory.casework.pact.draft import draft_pact
from advisory.casework.student.add import add_student
from advisory.casework.trash import move_to_trash
from advisory.model import Attempt, CognitiveInsight, Evidence, Pact, PactRevision, PactWording, SuccessLine
from advisory.model.words import AttemptResult, EvidenceSource, Independence, InsightStatus, Level
from advisory.rules.learning.insight_life import new_attempt, with_outcome
from advisory.rules.refusal import Refusal
from advisory.store import Conflict, Missing, Store

TARGET, LINE = "I can compare fractions", "Says why with a drawing"
MAYA, JUN = "s0000001", "s0000002"
PACT, JUNS_PACT, PIECE, INSIGHT = "g0000001", "g0000002", "e0000001", "k0000001"
LATER, EARLIER = TODAY + timedelta(days=1), TODAY - timedelta(days=3)
SEEN = {
    "source": EvidenceSource.QUIZ,
    "level": Level.BEGINNING,
    "independence": Independence.WITH_PROMPTS,
}


@pytest.fixture
def book(caseload: Caseload) -> Caseload:
    """Maya and Jun with a pact each, and one piece of evidence and one insight about Maya."""
    for name in ("Maya", "Jun"):
        student = add_student(caseload, given_name=name, family_name="Okafor")
        draft_pact(caseload, student.id, TARGET, success_evidence=(SuccessLine(text=LINE),))
    record_evidence(caseload, MAYA, "Three of five", **SEEN, pact=PACT, success_line=LINE)
    note_insight(caseload, MAYA, "When the top is larger", "A larger denominator is a larger number", area="math")
    return caseload


def piece(caseload: Caseload) -> Evidence:
    return caseload.store.need(Evidence, PIECE)


def insight(caseload: Caseload) -> CognitiveInsight:
    return caseload.store.need(CognitiveInsight, INSIGHT)


def attempt(strategy: str, result: AttemptResult = AttemptResult.NOT_TRIED, on: date | None = None) -> Attempt:
    return new_attempt(strategy, result, "", on, TODAY)


VERBS = {
    "record evidence": lambda c: record_evidence(c, MAYA, "Four of five", **SEEN),
    "edit evidence": lambda c: edit_evidence(c, piece(c), seen="Four of five", level=Level.THERE),
    "remove evidence": lambda c: move_to_trash(c, Evidence, PIECE),
    "note an insight": lambda c: note_insight(c, JUN, "When …", "The first is the cause", pact=JUNS_PACT),
    "edit an insight": lambda c: edit_insight(c, insight(c), builds_on="Knows halves"),
    "put it under its pact": lambda c: edit_insight(c, insight(c), pact=PACT),
    "remove an insight": lambda c: move_to_trash(c, CognitiveInsight, INSIGHT),
    "try a strategy": lambda c: edit_insight(c, insight(c), attempts=(attempt("Draw both on one bar"),)),
    "park it": lambda c: edit_insight(c, insight(c), status=InsightStatus.PARKED),
    "corrects it alone": lambda c: edit_insight(c, insight(c), self_corrects_on=TODAY),
    "used it elsewhere": lambda c: edit_insight(c, insight(c), transferred_to="chemistry"),
}
CALLED = {
    "record evidence": "Evidence noted",
    "edit evidence": "Evidence edited",
    "remove evidence": "Evidence deleted",
    "note an insight": "Insight noted",
    "edit an insight": "Insight edited",
    "put it under its pact": "Insight edited",
    "remove an insight": "Insight deleted",
    "try a strategy": "Insight edited",
    "park it": "Insight parked",
    "corrects it alone": "Insight edited",
    "used it elsewhere": "Insight edited",
}
"""What undo says of each."""


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_is_one_change_named_without_anybodys_words_and_undone_and_redone_whole(book, verb):
    before, seq = everything(book), book.store.seq
    VERBS[verb](book)
    after = everything(book)
    assert book.store.seq == seq + 1
    assert after != before
    assert next(book.store.changes()).what == CALLED[verb]
    what = next(book.store.changes()).what
    assert what
    assert not any(word in what for word in ("Maya", "Jun", "Four", "bar", "chemistry", "denominator"))
    for _ in range(2):
        book.store.undo(NOW)
        assert everything(book) == before
        book.store.redo(NOW)
        assert everything(book) == after
    other = Store.open(book.store.folder)
    assert everything(Caseload(other)) == after
    other.close()


REFUSALS = {
    "evidence of nothing": (lambda c: record_evidence(c, MAYA, " \n", **SEEN), Refusal, "What did you see"),
    "evidence of tomorrow": (lambda c: record_evidence(c, MAYA, "x", **SEEN, seen_on=LATER), Refusal, "to come"),
    "evidence about nobody": (lambda c: record_evidence(c, "s0000099", "x", **SEEN), Missing, "s0000099"),
    "another's pact": (lambda c: record_evidence(c, MAYA, "x", **SEEN, pact=JUNS_PACT), Refusal, "another student's"),
    "a line that is none": (
        lambda c: record_evidence(c, MAYA, "x", **SEEN, pact=PACT, success_line="Sings"),
        Refusal,
        "no success line “Sings”",
    ),
    "a line of no pact": (
        lambda c: record_evidence(c, MAYA, "x", **SEEN, success_line=LINE),
        Refusal,
        "the pact as well",
    ),
    "an edit to nothing": (lambda c: edit_evidence(c, piece(c), seen=""), Refusal, "What did you see"),
    "an edit to another's pact": (lambda c: edit_evidence(c, piece(c), pact=JUNS_PACT), Refusal, "another student's"),
    "an edit of what was changed since": (
        lambda c: edit_evidence(c, replace(piece(c), seen="older"), seen="x"),
        Conflict,
        "changed somewhere else",
    ),
    "an insight without the thinking": (lambda c: note_insight(c, MAYA, " ", "x"), Refusal, "How do they think"),
    "one without the misconception": (lambda c: note_insight(c, MAYA, "x", " "), Refusal, "specific misconception"),
    "one of tomorrow": (lambda c: note_insight(c, MAYA, "x", "y", noticed_on=LATER), Refusal, "to come"),
    "one under another's pact": (
        lambda c: note_insight(c, MAYA, "x", "y", pact=JUNS_PACT),
        Refusal,
        "another student's",
    ),
    "one put under another's pact": (
        lambda c: edit_insight(c, insight(c), pact=JUNS_PACT),
        Refusal,
        "another student's",
    ),
    "one put under no pact there is": (lambda c: edit_insight(c, insight(c), pact="g0000009"), Missing, "g0000009"),
    "an insight edited to nothing": (lambda c: edit_insight(c, insight(c), thinking=""), Refusal, "How do they think"),
    "an edit to resolved": (
        lambda c: edit_insight(c, insight(c), status=InsightStatus.RESOLVED),
        Refusal,
        "a strategy that worked",
    ),
    "a strategy of nothing": (
        lambda c: edit_insight(c, insight(c), attempts=(attempt(" "),)),
        Refusal,
        "Which strategy",
    ),
    "one tried tomorrow": (
        lambda c: edit_insight(c, insight(c), attempts=(attempt("x", on=LATER),)),
        Refusal,
        "to come",
    ),
    "an insight edited under another's pact": (
        lambda c: edit_insight(c, insight(c), pact=JUNS_PACT),
        Refusal,
        "another student's",
    ),
    "one edited under a pact that is none": (
        lambda c: edit_insight(c, insight(c), pact="g0000099"),
        Missing,
        "g0000099",
    ),
    "corrects it tomorrow": (lambda c: edit_insight(c, insight(c), self_corrects_on=LATER), Refusal, "to come"),
}


@each_row("refusal", REFUSALS)
def test_a_refusal_is_a_sentence_and_changes_nothing(book, refusal):
    before, seq = everything(book), book.store.seq
    act, error, words = REFUSALS[refusal]
    with pytest.raises(error, match=words):
        act(book)
    assert (everything(book), book.store.seq) == (before, seq)


def test_evidence_keeps_the_target_as_it_read_on_its_day(book):
    assert piece(book).target == TARGET
    changed_at = datetime(2026, 11, 21, 12, tzinfo=UTC)
    with book.store.change("Pact changed", NOW) as change:
        pact = change.need(Pact, PACT)
        was = PactRevision(at=changed_at, revision=1, was=PactWording(learning_target=TARGET))
        change.put(replace(pact, learning_target="I can order fractions", revisions=(was,)))
    assert piece(book).target == TARGET
    now = record_evidence(book, MAYA, "x", **SEEN, pact=PACT)
    then = record_evidence(book, MAYA, "x", **SEEN, pact=PACT, seen_on=date(2026, 11, 20))
    assert (now.target, then.target) == ("I can order fractions", TARGET)
    assert edit_evidence(book, then, seen_on=TODAY).target == "I can order fractions"
    assert edit_evidence(book, piece(book), seen="Four of five").target == TARGET
    assert edit_evidence(book, now, pact="", success_line="").target == ""


def test_an_insight_is_resolved_by_an_attempt_that_worked_and_only_while_there_is_one(book):
    drawn = attempt("Draw both on one bar")
    assert drawn.on is None
    some = with_outcome(drawn, AttemptResult.SOME, "Two of three", EARLIER, TODAY)
    edit_insight(book, insight(book), attempts=(some,))
    with pytest.raises(Refusal, match="worked"):
        edit_insight(book, insight(book), status=InsightStatus.RESOLVED)
    theirs = with_outcome(some, AttemptResult.MADE_IT_THEIRS, some.note, None, TODAY)
    assert (theirs.on, theirs.note) == (EARLIER, "Two of three")
    resolved = edit_insight(book, insight(book), attempts=(theirs,), status=InsightStatus.RESOLVED)
    no_change = with_outcome(theirs, AttemptResult.NO_CHANGE, "", None, TODAY)
    with pytest.raises(Refusal, match="worked"):
        edit_insight(book, resolved, attempts=(no_change,))
    assert edit_insight(book, resolved, status=InsightStatus.OPEN).status is InsightStatus.OPEN
    assert with_outcome(theirs, AttemptResult.NOT_TRIED, "", None, TODAY).on is None


def test_an_insight_is_put_under_a_pact_of_the_student_and_taken_from_it(book):
    assert edit_insight(book, insight(book), pact=PACT).pact == PACT
    assert edit_insight(book, insight(book), pact=PACT, builds_on="Knows halves").builds_on == "Knows halves"
    assert not edit_insight(book, insight(book), pact="").pact


def test_a_pact_that_went_to_the_trash_meanwhile_does_not_keep_an_insight_from_being_edited(book):
    edit_insight(book, insight(book), pact=PACT)
    with book.store.change("Pact removed", NOW) as change:
        change.remove(change.need(Pact, PACT))
    assert edit_insight(book, insight(book), builds_on="Knows halves").pact == PACT


def test_an_edit_of_an_insight_is_named_by_what_becomes_of_it(book):
    worked = (attempt("Draw both", AttemptResult.WORKED),)
    for fields, what in (
        ({"builds_on": "Knows halves"}, "Insight edited"),
        ({"status": InsightStatus.PARKED}, "Insight parked"),
        ({"status": InsightStatus.OPEN}, "Insight reopened"),
        ({"status": InsightStatus.RESOLVED, "attempts": worked}, "Insight resolved"),
    ):
        edit_insight(book, insight(book), **fields)
        assert next(book.store.changes()).what == what


def test_a_strategy_with_a_result_was_tried_today_unless_said_otherwise():
    assert attempt("Draw it", AttemptResult.WORKED).on == TODAY
    assert attempt("Say it", AttemptResult.SOME, on=EARLIER).on == EARLIER


def test_what_stands_in_the_trash_is_not_worked_on(book):
    shown = insight(book)
    move_to_trash(book, CognitiveInsight, INSIGHT)
    for removed in (shown, insight(book)):
        with pytest.raises(Refusal, match="undo restores it"):
            edit_insight(book, removed, builds_on="Knows halves")
    assert book.store.of_student(CognitiveInsight, MAYA) == []


@pytest.mark.parametrize(
    "act",
    [
        lambda c: edit_evidence(c, piece(c), seen=piece(c).seen),
        lambda c: edit_insight(c, insight(c), area="math"),
    ],
)
def test_an_edit_that_changes_nothing_is_no_change(book, act):
    seq = book.store.seq
    act(book)
    assert book.store.seq == seq
