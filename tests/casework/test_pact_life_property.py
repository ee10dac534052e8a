"""The life of pacts against the sentences of DESIGN §5, in random sequences of everything that can be done with them."""

import tempfile
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from examples import some
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from msgspec.structs import replace
from record_case import NOW, TODAY, ticking

from advisory.caseload.caseload import Caseload
from advisory.casework.pact.activate import Beside, activate_pact
from advisory.casework.pact.agree import agree_to_pact
from advisory.casework.pact.close import Carried, close_pact
from advisory.casework.pact.discard import discard_pact
from advisory.casework.pact.draft import draft_pact
from advisory.casework.pact.edit import edit_pact
from advisory.casework.pact.mark_kept import SIGN, mark_kept, unmark_kept
from advisory.casework.pact.mark_met import mark_met
from advisory.casework.pact.pause import pause_pact
from advisory.casework.pact.propose import propose_pact
from advisory.casework.pact.resume import resume_pact
from advisory.casework.pact.review import review_pact
from advisory.casework.student.add import add_student
from advisory.model import CheckIn, Commitment, Indicator, Pact, SuccessLine
from advisory.model.words import Kind, Observer, PactOutcome, PactStatus
from advisory.rules.pact.keeping import commitments
from advisory.rules.pact.life import STEPS, NeedsAgreement, Yes, agreed_by, missing
from advisory.rules.pact.wording import (
    AGREED_FIELDS,
    FIELD_LABELS,
    Difference,
    differences,
    field_lines,
    needs_agreement,
    pact_versions,
)
from advisory.rules.refusal import Refusal
from advisory.store import Store

ACTIVE, PAUSED, CLOSED = PactStatus.ACTIVE, PactStatus.PAUSED, PactStatus.CLOSED
IN_FORCE = {ACTIVE, PAUSED, CLOSED}
BOTH = (Yes(Observer.STUDENT, "Ada"), Yes(Observer.ADVISOR, "Advisor"))
PASSING = {
    PactStatus.DRAFT: {PactStatus.PROPOSED, ACTIVE, PactStatus.DISCARDED},
    PactStatus.PROPOSED: STEPS[PactStatus.PROPOSED],
    ACTIVE: STEPS[ACTIVE],
    PAUSED: STEPS[PAUSED],
    CLOSED: STEPS[CLOSED],
    PactStatus.DISCARDED: STEPS[PactStatus.DISCARDED],
}
"""A draft that both agree to at once is proposed and begins in one change."""

YES = st.sampled_from([(), BOTH[:1], BOTH[1:], BOTH])
LINES = st.lists(st.sampled_from(["Draw a bar", "Say it aloud", "Ask one question"]), max_size=3, unique=True)
DAYS = st.integers(-3, 60)
WORDS = {
    "learning_target": st.sampled_from(["I can add fractions", "I can say why", " "]),
    "title": st.sampled_from(["", "fractions"]),
    "why": st.sampled_from(["", "I want to help my brother"]),
    "confidence": st.none() | st.integers(1, 5),
    "success_evidence": LINES.map(lambda texts: tuple(SuccessLine(text=text) for text in texts)),
    "student_commitments": LINES.map(lambda texts: tuple(Commitment(text=text, how_often="weekly") for text in texts)),
    "advisor_commitments": LINES.map(lambda texts: tuple(Commitment(text=text) for text in texts)),
}
DATES = ("start_on", "next_review_on", "target_on")
NUMBER = st.integers(0, 2)
WHICH = st.integers(0, 3)


class Told(NamedTuple):
    """All pacts, and how many signs and reviews there are."""

    pacts: dict[str, Pact]
    signs: int
    reviews: int


class Pacts(RuleBasedStateMachine):
    """What was done is kept beside the store, as undo and redo should leave it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.today = TODAY
        self.caseload = Caseload(Store.open(Path(self.folder.name)), today=lambda: self.today, now=ticking())
        self.past: list[Told] = []
        self.undone: list[Told] = []
        self.read: dict[tuple[str, int], Pact] = {}
        """Pact and revision → how it read last; as long as no undo took it back."""

    @initialize(is_kept=st.booleans())
    def begin(self, is_kept):
        self.ada = add_student(self.caseload, given_name="Ada", family_name="Reed").id
        self.past = [self.told()]
        if is_kept:  # seldom reached by chance, and most of what can be done is done with it
            self.draft((["Draw a bar", "Say it aloud"], ["Say it aloud"], ["Ask one question"]), 14)
            self.activate(0, BOTH, Beside.ASK)

    def told(self) -> Told:
        store = self.caseload.store
        signs = [sign for sign in store.of_student(Indicator, self.ada) if sign.key == SIGN]
        reviews = [seen for seen in store.all(CheckIn) if seen.kind is Kind.PACT_REVIEW]
        return Told({pact.id: pact for pact in store.all(Pact)}, len(signs), len(reviews))

    def pact(self, which: int) -> Pact | None:
        pacts = self.past[-1].pacts
        return pacts[sorted(pacts)[which % len(pacts)]] if pacts else None

    def done(self, act, *, lacks_nothing: bool = True) -> Pact | None:
        """Do something: it is one change, or a refusal that changes nothing. The pact it gave back, if it did something."""
        before = self.caseload.store.seq
        try:
            made = act()
        except Refusal:
            assert self.caseload.store.seq == before
            assert self.told() == self.past[-1]
            return None
        if self.caseload.store.seq == before:
            assert self.told() == self.past[-1]
            return None
        assert self.caseload.store.seq == before + 1
        was, now = self.past[-1].pacts, self.told()
        for pact_id, pact in was.items():
            self.went_on(pact, now.pacts[pact_id])
        assert set(now.pacts) >= set(was)
        self.past.append(now)
        self.undone.clear()
        return made if isinstance(made, Pact) else None

    @staticmethod
    def went_on(before: Pact, after: Pact) -> None:
        """Whatever was done: a step of its life or none, and no agreement, earlier word or revision was lost."""
        assert after.status is before.status or after.status in PASSING[before.status]
        assert after.revision - before.revision in {0, 1}
        assert after.agreements[: len(before.agreements)] == before.agreements
        assert after.revisions[: len(before.revisions)] == before.revisions
        if (
            after.revision == before.revision
            and before.status in {ACTIVE, PAUSED}
            and after.status is not CLOSED
            and needs_agreement(before, after)
        ):
            agreed = {one.field for one in differences(before, after)} & AGREED_FIELDS
            said = after.revisions[-1]
            assert len(after.revisions) == len(before.revisions) + 1
            assert said.typo or (said.looked and agreed == {"next_review_on"}), "a look moves its own next day only"

    @rule(lines=st.tuples(LINES, LINES, LINES), ahead=DAYS)
    def draft(self, lines, ahead):
        success, theirs, mine = lines
        fields = {
            "success_evidence": tuple(SuccessLine(text=text) for text in success),
            "student_commitments": tuple(Commitment(text=text) for text in theirs),
            "advisor_commitments": tuple(Commitment(text=text) for text in mine),
            "next_review_on": self.today + timedelta(days=ahead),
        }
        self.done(lambda: draft_pact(self.caseload, self.ada, "I can add fractions", **fields))

    @rule(which=WHICH)
    def propose(self, which):
        if pact := self.pact(which):
            made = self.done(lambda: propose_pact(self.caseload, pact))
            assert (made is not None) == (pact.status is PactStatus.DRAFT)

    @rule(which=WHICH, yes=YES)
    def agree(self, which, yes):
        if pact := self.pact(which):
            made = self.done(lambda: agree_to_pact(self.caseload, pact, yes))
            if made:
                assert agreed_by(made).keys() == agreed_by(pact).keys() | {one.party for one in yes}

    @rule(which=WHICH, yes=YES, beside=st.sampled_from(Beside))
    def activate(self, which, yes, beside):
        pact = self.pact(which)
        if pact is None:
            return
        others = [one for one in self.past[-1].pacts.values() if one.status is ACTIVE and one.id != pact.id]
        made = self.done(lambda: activate_pact(self.caseload, pact, yes, beside=beside))
        if made:
            assert not missing(made, self.today)
            assert beside is not Beside.ASK or not others
            if beside is Beside.PAUSE:
                assert all(self.told().pacts[one.id].status is PAUSED for one in others)

    @rule(which=WHICH)
    def pause(self, which):
        if pact := self.pact(which):
            assert (self.done(lambda: pause_pact(self.caseload, pact)) is not None) == (pact.status is ACTIVE)

    @rule(which=WHICH, ahead=st.none() | DAYS, beside=st.sampled_from(Beside))
    def resume(self, which, ahead, beside):
        if pact := self.pact(which):
            day = None if ahead is None else self.today + timedelta(days=ahead)
            made = self.done(lambda: resume_pact(self.caseload, pact, day, beside=beside))
            assert made is None or (pact.status is PAUSED and not missing(made, self.today))

    @rule(which=WHICH)
    def discard(self, which):
        if pact := self.pact(which):
            made = self.done(lambda: discard_pact(self.caseload, pact))
            assert (made is not None) == (pact.status in {PactStatus.DRAFT, PactStatus.PROPOSED})

    @rule(
        which=WHICH,
        said=st.sampled_from(["", "It helped"]),
        comes_next=st.sampled_from(["", "Read on"]),
        goes_on=st.booleans(),
    )
    def close(self, which, said, comes_next, goes_on):
        pact = self.pact(which)
        if pact is None:
            return
        carried = Carried(pact.learning_target, success=tuple(range(len(pact.success_evidence)))) if goes_on else None
        before = len(self.past)
        self.done(
            lambda: close_pact(
                self.caseload, pact, PactOutcome.PARTLY_MET, said, comes_next=comes_next, carried=carried
            )
        )
        if len(self.past) > before:
            closed = self.told().pacts[pact.id]
            assert closed.reflections
            assert closed.comes_next
            assert closed.closed_on == self.today
            assert bool(closed.next_pact) == goes_on
            if goes_on:
                draft = self.told().pacts[closed.next_pact]
                assert (draft.status, draft.agreements, draft.success_met) == (PactStatus.DRAFT, (), 0)

    @rule(
        which=WHICH,
        words=st.fixed_dictionaries({}, optional=WORDS),
        day=st.none() | st.sampled_from(DATES),
        ahead=DAYS,
        yes=YES,
        typo=st.booleans(),
    )
    def edit(self, which, words, day, ahead, yes, typo):
        pact = self.pact(which)
        if pact is None:
            return
        changes = words | ({day: self.today + timedelta(days=ahead)} if day else {})
        asked: list[Difference] = []

        def act():
            try:
                return edit_pact(self.caseload, pact, yes=yes, typo=typo, **changes)
            except NeedsAgreement as question:
                asked.extend(question.changes)
                raise

        made = self.done(act)
        if asked:
            edited = replace(pact, **changes)
            assert asked == differences(pact, edited)
            assert needs_agreement(pact, edited)
            assert not typo
            assert yes != BOTH
        if made and pact.status in {ACTIVE, PAUSED}:
            assert made.revision == pact.revision + (needs_agreement(pact, made) and not typo)
            assert len(made.revisions) == len(pact.revisions) + 1
            assert made.revisions[-1].typo is typo
            assert not made.revisions[-1].looked
            assert agreed_by(made).keys() == set(Observer)

    @rule(which=WHICH, number=NUMBER, ago=st.none() | st.integers(-1, 20))
    def meet(self, which, number, ago):
        pact = self.pact(which)
        if pact and number < len(pact.success_evidence):
            self.done(
                lambda: mark_met(self.caseload, pact, number, None if ago is None else self.today - timedelta(days=ago))
            )

    @rule(which=WHICH, side=st.sampled_from(Observer), number=NUMBER, ago=st.integers(-1, 20), back=st.booleans())
    def keep(self, which, side, number, ago, back):
        pact = self.pact(which)
        if pact is None or number >= len(commitments(pact, side)):
            return
        day, signs = self.today - timedelta(days=ago), self.past[-1].signs
        if back:
            self.done(lambda: unmark_kept(self.caseload, pact, side, number, day))
            return
        made = self.done(lambda: mark_kept(self.caseload, pact, side, number, day))
        if made:
            assert day in commitments(made, side)[number].kept
            assert self.past[-1].signs - signs in ({0, 1} if side is Observer.ADVISOR else {0})

    @rule(which=WHICH, ahead=DAYS, line=st.sampled_from(["", "Two of three"]))
    def review(self, which, ahead, line):
        if pact := self.pact(which):
            day, reviews = self.today + timedelta(days=ahead), self.past[-1].reviews
            before = len(self.past)
            self.done(lambda: review_pact(self.caseload, pact, day, line))
            if len(self.past) > before:
                assert self.told().pacts[pact.id].next_review_on == day
                assert self.past[-1].reviews == reviews + 1 or not line

    @rule(days=st.integers(1, 40))
    def time_passes(self, days):
        self.today += timedelta(days=days)

    @rule()
    def undo(self):
        if len(self.past) > 1:
            assert self.caseload.store.undo(NOW)
            self.undone.append(self.past.pop())

    @rule()
    def redo(self):
        assert (self.caseload.store.redo(NOW) is None) == (not self.undone)
        if self.undone:
            self.past.append(self.undone.pop())

    @invariant()
    def nothing_is_lost_or_invented(self):
        if self.past:
            now = self.told()
            assert (now.signs, now.reviews) == self.past[-1][1:]
            assert {key: _words(pact) for key, pact in now.pacts.items()} == {
                key: _words(pact) for key, pact in self.past[-1].pacts.items()
            }

    @invariant()
    def what_two_keep_has_what_it_needs_and_both_agreed_to_it(self):
        for pact in self.past[-1].pacts.values() if self.past else ():
            if pact.status in {ACTIVE, PAUSED}:
                assert not missing(pact)
            if pact.status in IN_FORCE:
                assert agreed_by(pact).keys() == set(Observer)
            if pact.next_review_on and pact.target_on:
                assert pact.next_review_on <= pact.target_on

    @invariant()
    def each_revision_reads_as_it_read(self):
        """Also after undo: what is taken back is forgotten here as well."""
        if not self.past:
            return
        read: dict[tuple[str, int], Pact] = {}
        for told in self.past:
            for pact in told.pacts.values():
                read[pact.id, pact.revision] = pact
        for (pact_id, number), then in read.items():
            now = self.past[-1].pacts[pact_id]
            if not then.agreements or number == now.revision:
                continue
            told = [read for _, read in pact_versions(now) if read.revision == number][-1]
            # the day it begins is set when it begins, and is of every wording since
            worded = [field for field in FIELD_LABELS if field != "start_on" or then.start_on]
            if now.status is PactStatus.CLOSED:
                worded.remove("next_review_on")  # closing clears the next look, and earlier wordings with it
            assert [field_lines(told, field) for field in worded] == [field_lines(then, field) for field in worded]
            assert agreed_by(now, number) == agreed_by(then)

    def teardown(self):
        self.caseload.store.close()
        self.folder.cleanup()


def _words(pact: Pact) -> tuple[object, ...]:
    kept = [one.kept for side in Observer for one in commitments(pact, side)]
    met = [line.met_on for line in pact.success_evidence]
    return (
        pact.status,
        pact.revision,
        pact.revisions,
        pact.agreements,
        kept,
        met,
        *(field_lines(pact, f) for f in FIELD_LABELS),
    )


TestPacts = Pacts.TestCase
TestPacts.settings = settings(max_examples=some(60), stateful_step_count=40, deadline=None)


@pytest.mark.parametrize(
    "sequences", [pytest.param(500, marks=pytest.mark.slow), pytest.param(2000, marks=pytest.mark.proof)]
)
def test_in_many_sequences(sequences):
    run_state_machine_as_test(Pacts, settings=settings(max_examples=sequences, stateful_step_count=40, deadline=None))


def test_the_machine_reaches_everything_it_asserts():
    """So that the sequences above are not about drafts only, and no line in them is left to chance."""
    machine = Pacts()
    machine.begin(is_kept=True)
    machine.keep(0, Observer.ADVISOR, 0, 0, back=False)
    machine.keep(0, Observer.ADVISOR, 0, 0, back=True)
    machine.keep(0, Observer.ADVISOR, 2, 0, back=True)
    machine.meet(0, 0, 1)
    machine.edit(0, {"learning_target": "I can say why"}, None, 0, (), typo=False)
    machine.edit(0, {"learning_target": "I can say why"}, None, 0, BOTH, typo=False)
    machine.edit(0, {"learning_target": "I can add fractions"}, None, 0, (), typo=True)
    machine.edit(0, {}, "start_on", 0, BOTH, typo=False)
    machine.review(0, 30, "Two of three")
    machine.pause(0)
    machine.resume(0, 40, Beside.ASK)
    machine.draft((["Draw a bar"], ["Say it aloud"], ["Ask one question"]), 14)
    machine.propose(1)
    machine.agree(1, BOTH[:1])
    machine.activate(1, BOTH, Beside.PAUSE)
    machine.draft(([], [], []), 14)
    machine.discard(2)
    machine.close(0, "It helped", "", goes_on=True)
    machine.time_passes(3)
    machine.undo()
    machine.redo()
    machine.undo()
    for check in (
        machine.nothing_is_lost_or_invented,
        machine.what_two_keep_has_what_it_needs_and_both_agreed_to_it,
        machine.each_revision_reads_as_it_read,
    ):
        check()
    statuses = [pact.status for _, pact in sorted(machine.past[-1].pacts.items())]
    assert (statuses, machine.past[-1].signs) == ([PAUSED, ACTIVE, PactStatus.DISCARDED], 0)
    machine.teardown()


def test_a_machine_in_which_nothing_has_begun_has_nothing_to_do():
    machine = Pacts()
    machine.each_revision_reads_as_it_read()
    machine.begin(is_kept=False)
    machine.activate(0, BOTH, Beside.ASK)
    machine.close(0, "", "", goes_on=False)
    machine.edit(0, {}, None, 0, (), typo=False)
    machine.keep(0, Observer.ADVISOR, 0, 0, back=True)
    assert machine.pact(0) is None
    machine.teardown()
