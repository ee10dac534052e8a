"""No sequence of moves, signs, undos and redos loses a sign, a reason or a move, skips a stage, or moves one by itself."""

import tempfile
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from examples import some
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from record_case import NOW, TODAY, ticking

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.partnership.add_sign import add_sign
from advisory.casework.partnership.edit_catalogue import hide_sign, reword_sign
from advisory.casework.partnership.move_stage import move_stage
from advisory.casework.partnership.set_next_step import set_next_step
from advisory.casework.student.add import add_student
from advisory.casework.student.set_focal import set_focal
from advisory.model import Indicator, StageMove
from advisory.model.words import MoveReason, Stage
from advisory.rules.partnership.signs import SIGN
from advisory.rules.refusal import Refusal
from advisory.store import Store

STAGES = tuple(Stage)
WHO = st.integers(0, 1)
REASONS = st.sampled_from(["", " ", "Asked for help", "I cancelled twice"])
REASON_KEYS = st.none() | st.sampled_from(MoveReason)
KEYS = st.sampled_from(["listened", "helped", "student_started", "said_why", "self_corrected"])


class Told(NamedTuple):
    """What there must be: each student's stage; every sign and every move, with its reason, in the order they were made."""

    stages: tuple[Stage, Stage]
    signs: tuple[tuple[int, str, str], ...]
    moves: tuple[tuple[int, Stage, Stage, str, bool], ...]


class Partnerships(RuleBasedStateMachine):
    """What the advisor did is kept beside the store, as undo and redo should leave it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.today = TODAY
        self.caseload = Caseload(Store.open(Path(self.folder.name)), today=lambda: self.today, now=ticking())
        self.past: list[Told] = []
        self.undone: list[Told] = []

    @initialize()
    def begin(self):
        self.ids = [add_student(self.caseload, given_name=name, family_name="Reed").id for name in ("Ada", "Bo")]
        self.past = [Told((Stage.RAPPORT, Stage.RAPPORT), (), ())]

    def becomes(self, told: Told, before: int) -> None:
        if self.caseload.store.seq == before:
            assert told == self.past[-1]
            return
        self.past.append(told)
        self.undone.clear()

    @rule(who=WHO, to_stage=st.sampled_from(STAGES), reason=REASONS, key=REASON_KEYS)
    def move(self, who, to_stage, reason, key):
        now, before = self.past[-1], self.caseload.store.seq
        here, gate = now.stages[who], self.caseload.summary(self.ids[who]).gate
        steps = STAGES.index(to_stage) - STAGES.index(here)
        try:
            made = move_stage(self.caseload, self.ids[who], to_stage, reason, reason_key=key)
        except Refusal:
            assert steps == 0 or steps > 1 or not reason.strip()
            assert self.caseload.store.seq == before
            return
        assert steps == 1 or steps < 0
        assert made.override == (steps == 1 and not gate.is_met)
        assert made.reason.strip()
        assert reason.strip() in {"", made.reason}
        stages = (to_stage, now.stages[1]) if who == 0 else (now.stages[0], to_stage)
        move = (who, here, to_stage, made.reason, made.override)
        self.becomes(Told(stages, now.signs, (*now.moves, move)), before)

    @rule(who=WHO, key=KEYS, line=REASONS)
    def sign(self, who, key, line):
        now, before = self.past[-1], self.caseload.store.seq
        add_sign(self.caseload, self.ids[who], key, line=line)
        self.becomes(now._replace(signs=(*now.signs, (who, key, line.strip()))), before)

    @rule(who=WHO, what=st.sampled_from(["check-in", "next step", "focal", "reword", "hide"]), flag=st.booleans())
    def anything_else(self, who, what, flag):
        before, student_id = self.caseload.store.seq, self.ids[who]
        if what == "check-in":
            record_check_in(self.caseload, student_id, "Laughed")
        elif what == "next step":
            set_next_step(self.caseload, student_id, "Ask about crew" if flag else "")
        elif what == "focal":
            set_focal(self.caseload, student_id, focal=flag)
        elif what == "reword":
            reword_sign(self.caseload, "listened", "listened well" if flag else "listened")
        else:
            hide_sign(self.caseload, "student_started", hidden=flag)
        self.becomes(self.past[-1], before)

    @rule(days=st.integers(1, 120))
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
    def all_is_there(self):
        if not self.past:
            return
        now, store = self.past[-1], self.caseload.store
        at = {student_id: who for who, student_id in enumerate(self.ids)}
        assert tuple(self.caseload.summary(one).stage or Stage.RAPPORT for one in self.ids) == now.stages
        signs = tuple((at[sign.student], sign.key, sign.line) for sign in store.all(Indicator))
        assert sorted(signs) == sorted(now.signs)
        assert all(sign.stage is SIGN[sign.key].stage for sign in store.all(Indicator))
        kept = [(at[m.student], m.from_stage, m.to_stage, m.reason, m.override) for m in store.all(StageMove)]
        assert sorted(kept) == sorted(now.moves)

    @invariant()
    def each_move_begins_where_the_one_before_ended(self):
        for who, stage in enumerate(self.past[-1].stages if self.past else ()):
            here = Stage.RAPPORT
            for mover, from_stage, to_stage, _, _ in self.past[-1].moves:
                if mover == who:
                    assert from_stage is here
                    here = to_stage
            assert here is stage

    def teardown(self):
        self.caseload.store.close()
        self.folder.cleanup()


TestPartnerships = Partnerships.TestCase
TestPartnerships.settings = settings(max_examples=some(60), stateful_step_count=40, deadline=None)


def test_what_was_undone_comes_again():
    """By chance seldom: nothing may be done between the two."""
    machine = Partnerships()
    machine.all_is_there()
    machine.begin()
    machine.past.append(machine.past[-1])
    add_student(machine.caseload, given_name="Cy", family_name="Reed")
    machine.undo()
    machine.redo()
    machine.all_is_there()
    assert (len(machine.past), machine.undone) == (2, [])
    machine.teardown()
