"""A pact beside another, and its review: what becomes of the other, of the next look and of the check-in."""

from datetime import timedelta

import pytest
from caseload_case import everything
from msgspec.structs import replace
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.pact.activate import Beside, SecondPact, activate_pact
from advisory.casework.pact.agree import agree_to_pact
from advisory.casework.pact.close import Carried, close_pact
from advisory.casework.pact.discard import discard_pact
from advisory.casework.pact.draft import draft_pact
from advisory.casework.pact.edit import edit_pact
from advisory.casework.pact.mark_kept import mark_kept, switch_own_mark, unmark_kept
from advisory.casework.pact.mark_met import mark_met
from advisory.casework.pact.pause import pause_pact
from advisory.casework.pact.propose import propose_pact
from advisory.casework.pact.resume import resume_pact
from advisory.casework.pact.review import review_pact
from advisory.casework.student.add import add_student
from advisory.model import CheckIn, Commitment, Pact, SuccessLine
from advisory.model.words import Kind, Observer, PactOutcome
from advisory.rules.pact.life import Yes
from advisory.rules.refusal import Refusal

MAYA, JUN = "s0000001", "s0000002"
WEEK = timedelta(weeks=1)
BOTH = (Yes(Observer.STUDENT, "Maya"), Yes(Observer.ADVISOR, "Ms. Reed"))


def drafted(caseload: Caseload, student: str, target: str) -> Pact:
    return draft_pact(
        caseload,
        student,
        target,
        success_evidence=(SuccessLine(text="Says why"),),
        student_commitments=(Commitment(text="Draws one a day"),),
        advisor_commitments=(Commitment(text="Brings the strips"),),
    )


@pytest.fixture
def running(caseload: Caseload) -> Caseload:
    """Maya keeps a pact (g0000001), and so does Jun (g0000003); she has a proposal (g0000002) and a draft (g0000004)."""
    for name in ("Maya", "Jun"):
        add_student(caseload, given_name=name, family_name="Okafor")
    first, second = drafted(caseload, MAYA, "I can add"), drafted(caseload, MAYA, "I can multiply")
    activate_pact(caseload, first, BOTH)
    activate_pact(caseload, drafted(caseload, JUN, "I can divide"), BOTH)
    propose_pact(caseload, second)
    drafted(caseload, MAYA, "I can draw")
    return caseload


def pact(caseload: Caseload, number: int) -> Pact:
    return caseload.store.need(Pact, f"g{number:07}")


def states(caseload: Caseload) -> list[str]:
    return [one.status.value for one in caseload.store.all(Pact)]


def test_a_pact_beside_another_that_the_student_keeps_is_asked_about(running: Caseload) -> None:
    before = everything(running)
    with pytest.raises(SecondPact, match="already an active pact: “I can add”") as asks:
        activate_pact(running, pact(running, 2), BOTH)
    assert asks.value.others == [pact(running, 1)]
    assert everything(running) == before


@pytest.mark.parametrize(
    ("beside", "becomes"),
    [(Beside.KEEP, ["active", "active", "active", "draft"]), (Beside.PAUSE, ["paused", "active", "active", "draft"])],
)
def test_the_other_is_kept_or_paused_and_nobody_elses(running: Caseload, beside: Beside, becomes: list[str]) -> None:
    activate_pact(running, pact(running, 2), BOTH, beside=beside)
    assert states(running) == becomes


def test_a_pact_taken_up_again_is_asked_about_as_well(running: Caseload) -> None:
    pause_pact(running, pact(running, 1))
    activate_pact(running, pact(running, 2), BOTH)
    with pytest.raises(SecondPact) as asks:
        resume_pact(running, pact(running, 1))
    assert asks.value.others == [pact(running, 2)]
    assert resume_pact(running, pact(running, 1), TODAY + WEEK, beside=Beside.PAUSE).next_review_on == TODAY + WEEK
    assert states(running) == ["active", "paused", "active", "draft"]


def test_yeses_given_as_it_begins_hold_and_without_them_it_is_refused(running: Caseload) -> None:
    begun = activate_pact(running, pact(running, 4), BOTH, beside=Beside.KEEP)
    assert [(yes.name, yes.on) for yes in begun.agreements] == [("Maya", TODAY), ("Ms. Reed", TODAY)]
    with pytest.raises(Refusal, match="once it has: your own yes; the student's yes"):
        activate_pact(running, pact(running, 2))


def test_an_edit_is_named_by_who_agreed_to_it_and_one_of_nothing_is_no_change(running: Caseload) -> None:
    seq, draft = running.store.seq, pact(running, 4)
    assert edit_pact(running, draft, learning_target=draft.learning_target) == draft
    assert running.store.seq == seq
    for number, fields, what in (
        (4, {"learning_target": "I can sketch"}, "Pact edited"),
        (1, {"learning_target": "I can add up", "yes": BOTH}, "Pact changed, and agreed to again"),
        (1, {"learning_target": "I can add", "typo": True}, "Typo in the pact fixed"),
    ):
        edit_pact(running, pact(running, number), **fields)
        assert pact(running, number).learning_target == fields["learning_target"]
        assert next(running.store.changes()).what == what


def reviews(caseload: Caseload) -> list[CheckIn]:
    return [seen for seen in caseload.store.all(CheckIn) if seen.kind is Kind.PACT_REVIEW]


def test_a_review_is_one_change_with_the_check_in_and_the_next_look(running: Caseload) -> None:
    seq = running.store.seq
    done = review_pact(running, pact(running, 1), TODAY + WEEK, " Half of it ", student_says=" I see it ", minutes=5)
    assert running.store.seq == seq + 1
    assert done.pact == pact(running, 1)
    assert (done.pact.next_review_on, done.pact.revision) == (TODAY + WEEK, 1)
    assert reviews(running) == [done.check_in]
    held = reviews(running)[0]
    assert (held.student, held.pact, held.happened_on) == (MAYA, "g0000001", TODAY)
    assert (held.line, held.student_says, held.minutes) == ("Half of it", "I see it", 5)


def test_without_words_one_check_in_a_day_and_pact_is_enough(running: Caseload) -> None:
    silent = review_pact(running, pact(running, 1), TODAY + WEEK)
    assert silent.check_in is not None
    again = review_pact(running, pact(running, 1), TODAY + 2 * WEEK)
    assert (again.check_in, again.pact.next_review_on) == (None, TODAY + 2 * WEEK)
    assert review_pact(running, pact(running, 3), TODAY + WEEK).check_in is not None
    assert review_pact(running, pact(running, 1), TODAY + WEEK, student_says="more").check_in is not None
    tomorrow = Caseload(running.store, today=lambda: TODAY + timedelta(days=1), now=running.now)
    assert review_pact(tomorrow, pact(running, 1), TODAY + WEEK).check_in is not None
    assert len(reviews(running)) == 4


def test_only_a_pact_that_two_keep_is_reviewed(running: Caseload) -> None:
    before = everything(running)
    for number, state in ((2, "proposed"), (4, "a draft")):
        with pytest.raises(Refusal, match=f"This pact is {state}: only an active pact can be reviewed"):
            review_pact(running, pact(running, number), TODAY + WEEK)
    with pytest.raises(Refusal, match="is in the past"):
        review_pact(running, pact(running, 1), TODAY - WEEK)
    assert everything(running) == before


@pytest.mark.parametrize(
    ("typed", "kept"), [(" fractions of fractions ", "fractions of fractions"), (" ", "a new pact: I can add up")]
)
def test_what_comes_next_is_what_was_typed_or_else_the_new_pact(running: Caseload, typed: str, kept: str) -> None:
    closed = close_pact(
        running,
        pact(running, 1),
        PactOutcome.MET,
        "I can",
        comes_next=typed,
        carried=Carried(" I can add up ", success=(0,)),
    )
    assert closed.draft is not None
    assert (closed.pact.comes_next, closed.pact.next_pact) == (kept, closed.draft.id)
    assert [one.text for one in closed.draft.success_evidence] == ["Says why"]


def test_the_new_pact_keeps_title_and_why_only_of_the_same_target(running: Caseload) -> None:
    for number, target, kept in ((1, " I can add ", ("sums", "the shop")), (3, "I can divide by ten", ("", ""))):
        with running.store.change("By hand", running.now()) as change:
            shown = change.put(replace(pact(running, number), title="sums", why="the shop"))
        draft = close_pact(
            running, shown, PactOutcome.MET, "I can", carried=Carried(target, theirs=(0,), mine=(0,))
        ).draft
        assert draft is not None
        assert (draft.title, draft.why, draft.learning_target) == (*kept, target.strip())
        assert [one.text for one in (*draft.student_commitments, *draft.advisor_commitments)] == [
            "Draws one a day",
            "Brings the strips",
        ]


def test_a_review_without_words_is_written_once_a_day_for_each_pact(running: Caseload) -> None:
    other = activate_pact(running, pact(running, 2), BOTH, beside=Beside.KEEP)
    assert review_pact(running, other, TODAY + WEEK, "Two of four").check_in is not None
    with running.store.change("By hand", running.now()) as change:
        change.put(replace(change.all(CheckIn)[0], happened_on=TODAY))
        fields = {
            name: getattr(change.all(CheckIn)[0], name)
            for name in ("kind", "counts_contact", "counts_one_to_one", "visibility")
        }
        change.add(CheckIn, student=MAYA, happened_on=TODAY - WEEK, line="earlier", pact="g0000001", **fields)
        change.add(
            CheckIn,
            student=MAYA,
            happened_on=TODAY,
            line="a talk",
            pact="g0000001",
            **fields | {"kind": Kind.ONE_TO_ONE},
        )
    first = review_pact(running, pact(running, 1), TODAY + WEEK)
    assert first.check_in is not None
    assert review_pact(running, first.pact, TODAY + WEEK + timedelta(days=1)).check_in is None
    again = review_pact(running, running.store.need(Pact, "g0000001"), TODAY + WEEK, student_says="I see")
    assert again.check_in is not None


def test_each_step_of_a_pact_is_named(running: Caseload) -> None:
    for act, what in (
        (lambda: pause_pact(running, pact(running, 1)), "Pact paused"),
        (lambda: resume_pact(running, pact(running, 1), TODAY + WEEK), "Pact resumed"),
        (lambda: mark_met(running, pact(running, 1), 0, TODAY), "Success line met"),
        (lambda: mark_met(running, pact(running, 1), 0, None), "Mark removed: not met yet"),
        (lambda: mark_kept(running, pact(running, 1), Observer.STUDENT, 0), "Student's commitment kept"),
        (lambda: unmark_kept(running, pact(running, 1), Observer.STUDENT, 0, TODAY), "Mark removed: not kept"),
        (lambda: mark_kept(running, pact(running, 1), Observer.ADVISOR, 0), "Your commitment kept"),
        (lambda: switch_own_mark(running, pact(running, 1), 0), "Kept, marked by the student"),
        (lambda: switch_own_mark(running, pact(running, 1), 0), "The student's own mark taken back"),
        (lambda: review_pact(running, pact(running, 1), TODAY + WEEK), "Pact reviewed"),
        (lambda: agree_to_pact(running, pact(running, 2), BOTH[:1]), "Pact agreed to"),
        (lambda: propose_pact(running, pact(running, 4)), "Pact proposed"),
        (lambda: discard_pact(running, pact(running, 4)), "Pact discarded"),
        (
            lambda: close_pact(running, pact(running, 1), PactOutcome.MET, "I can", comes_next="rest"),
            "Pact closed: met",
        ),
        (lambda: activate_pact(running, pact(running, 2), BOTH), "Pact begun"),
    ):
        act()
        assert next(running.store.changes()).what == what
