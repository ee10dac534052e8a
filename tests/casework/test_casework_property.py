"""Whatever the advisor does, in whatever order: undo walks back to the start through every state there was, redo forth."""

import tempfile
from datetime import time, timedelta
from pathlib import Path

import pytest
from caseload_case import everything
from examples import some
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from record_case import NOW, TODAY, ticking

from advisory.caseload.caseload import Caseload
from advisory.caseload.trash import in_trash
from advisory.casework.bring_back import bring_back, bring_back_student
from advisory.casework.calendar.meeting_pattern import add_meeting_pattern
from advisory.casework.calendar.no_school_days import add_no_school_days
from advisory.casework.calendar.remove import remove_from_calendar
from advisory.casework.calendar.set_intervals import set_intervals
from advisory.casework.calendar.term import add_term
from advisory.casework.check_in.edit import edit_check_in
from advisory.casework.check_in.record import record_check_in
from advisory.casework.defense.milestone import step_milestone, waive_milestone
from advisory.casework.defense.move import NewDay, move_days
from advisory.casework.defense.outcome import defend_again, give_feedback
from advisory.casework.defense.plan import plan_defense
from advisory.casework.defense.practice import note_practice
from advisory.casework.move_record import move_record
from advisory.casework.pact.draft import draft_pact
from advisory.casework.partnership.add_sign import add_sign
from advisory.casework.partnership.edit_catalogue import add_to_catalogue, hide_sign, reword_sign
from advisory.casework.partnership.move_stage import move_stage
from advisory.casework.partnership.set_next_step import set_next_step
from advisory.casework.promise.drop import drop_promise
from advisory.casework.promise.keep import keep_promise
from advisory.casework.promise.make import make_promise
from advisory.casework.promise.snooze import snooze_promise
from advisory.casework.student.add import add_student
from advisory.casework.student.archive import archive_student
from advisory.casework.student.delete import delete_student
from advisory.casework.student.edit import edit_student
from advisory.casework.trash import move_to_trash
from advisory.model import CheckIn, DefensePlan, FollowUp, Indicator, NoSchoolDay, Record, Student
from advisory.model.defense_words import DefenseType
from advisory.model.words import Kind, Stage, Status
from advisory.rules.refusal import Refusal
from advisory.store import Store

PICKS = st.integers(0, 5)
LINES = st.sampled_from(["", "Laughed", "= 1+1\r\n", "🙂 \u200fمرحبا"])
NUMBERS = st.sampled_from(["", "1", "2"])
_ABOUT_STUDENTS = {
    "archive": lambda c, who, _: archive_student(c, who.id),
    "on leave": lambda c, who, _: archive_student(c, who.id, Status.ON_LEAVE),
    "return": lambda c, who, _: bring_back_student(c, who.id),
    "delete": lambda c, who, _: delete_student(c, who.id),
    "bring back": lambda c, _who, _line: [bring_back(c, gone.record) for gone in in_trash(c)[:1]],
    "record": lambda c, who, line: record_check_in(c, who.id, line),
    "promise": lambda c, who, line: make_promise(c, who.id, line),
    "draft": lambda c, who, line: draft_pact(c, who.id, line),
    "rename": lambda c, who, line: edit_student(c, who, preferred_name=line),
    "alliance": lambda c, who, line: move_stage(c, who.id, Stage.ALLIANCE, line),
    "insight": lambda c, who, line: move_stage(c, who.id, Stage.COGNITIVE_INSIGHT, line),
    "sign": lambda c, who, line: add_sign(c, who.id, "listened", line=line),
    "no sign": lambda c, who, _: [
        move_to_trash(c, Indicator, sign.id) for sign in c.store.of_student(Indicator, who.id)[:1]
    ],
    "next step": lambda c, who, line: set_next_step(c, who.id, line),
    "defense": lambda c, who, line: plan_defense(c, who.id, TODAY, place=line),
    "benchmark": lambda c, who, _: plan_defense(c, who.id, TODAY + timedelta(days=30), kind=DefenseType.BENCHMARK),
    "rapport": lambda c, who, line: move_stage(c, who.id, Stage.RAPPORT, line, pause_pact=True),
}
_ABOUT_PLANS = {
    "snow": lambda c, plan, _: move_days(c, [NewDay(plan, plan.held_on + timedelta(days=7))]),
    "step": lambda c, plan, _: step_milestone(c, plan, plan.milestones[0].key),
    "waive": lambda c, plan, _: waive_milestone(c, plan, plan.milestones[-1].key),
    "practice": lambda c, plan, line: note_practice(c, plan, glows=[line], next_step=line),
    "panel": lambda c, plan, line: give_feedback(c, plan, wows=[line]),
    "again": lambda c, plan, line: defend_again(c, plan, TODAY + timedelta(days=9), to_change=line, steps=[line, line]),
    "no plan": lambda c, plan, _: move_to_trash(c, DefensePlan, plan.id),
}
_ABOUT_CHECK_INS = {
    "edit": lambda c, shown, line: edit_check_in(c, shown, line=line),
    "move": lambda c, shown, _: move_record(c, shown, c.everyone[0].id),
    "observe": lambda c, shown, _: edit_check_in(c, shown, kind=Kind.OBSERVATION),
    "delete": lambda c, shown, _: move_to_trash(c, CheckIn, shown.id),
}
_ABOUT_PROMISES = {
    "keep": lambda c, promise, _: keep_promise(c, promise.id),
    "snooze": lambda c, promise, _: snooze_promise(c, promise.id, TODAY + timedelta(days=3)),
    "drop": lambda c, promise, line: drop_promise(c, promise.id, line),
}
_ABOUT_THE_SCHOOL = {
    "term": lambda c, days: add_term(c, "Term", TODAY - timedelta(days=days), TODAY),
    "days off": lambda c, days: add_no_school_days(c, [(TODAY, TODAY + timedelta(days=days), "")]),
    "period": lambda c, days: add_meeting_pattern(c, [days], time(9, 40), time(10, 10)),
    "intervals": lambda c, days: set_intervals(c, days + 1, 1),
    "own sign": lambda c, days: add_to_catalogue(c, Stage.ALLIANCE, f"sign {days}"),
    "reword": lambda c, days: reword_sign(c, "listened", f"listened {days}"),
    "hide": lambda c, days: hide_sign(c, "listened", hidden=days % 2 == 0),
    "open again": lambda c, _: [remove_from_calendar(c, record) for record in c.store.all(NoSchoolDay)[:1]],
}


class Advisor(RuleBasedStateMachine):
    """The states that undo must walk back through, and those that redo must bring again."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.caseload = Caseload(Store.open(Path(self.folder.name)), today=lambda: TODAY, now=ticking())
        self.past: list[dict[str, Record]] = [{}]
        self.undone: list[dict[str, Record]] = []

    def act(self, verb, *what) -> None:
        seq = self.caseload.store.seq
        try:
            verb(self.caseload, *what)
        except Refusal:
            assert self.caseload.store.seq == seq
            return
        assert self.caseload.store.seq in {seq, seq + 1}
        if self.caseload.store.seq > seq:
            self.past.append(everything(self.caseload))
            self.undone.clear()
            assert self.past[-2].keys() <= self.past[-1].keys()

    @rule(number=NUMBERS)
    def add(self, number):
        self.act(lambda c: add_student(c, given_name="Noah", family_name="Reed", student_number=number))

    @precondition(lambda self: self.caseload.everyone)
    @rule(verb=st.sampled_from(sorted(_ABOUT_STUDENTS)), pick=PICKS, line=LINES)
    def student(self, verb, pick, line):
        self.on(Student, _ABOUT_STUDENTS[verb], pick, line)

    @precondition(lambda self: self.caseload.check_ins)
    @rule(verb=st.sampled_from(sorted(_ABOUT_CHECK_INS)), pick=PICKS, line=LINES)
    def check_in(self, verb, pick, line):
        self.on(CheckIn, _ABOUT_CHECK_INS[verb], pick, line)

    @precondition(lambda self: self.caseload.defenses)
    @rule(verb=st.sampled_from(sorted(_ABOUT_PLANS)), pick=PICKS, line=LINES)
    def plan(self, verb, pick, line):
        self.on(DefensePlan, _ABOUT_PLANS[verb], pick, line)

    @precondition(lambda self: self.caseload.follow_ups)
    @rule(verb=st.sampled_from(sorted(_ABOUT_PROMISES)), pick=PICKS, line=LINES)
    def promise(self, verb, pick, line):
        self.on(FollowUp, _ABOUT_PROMISES[verb], pick, line)

    @rule(verb=st.sampled_from(sorted(_ABOUT_THE_SCHOOL)), days=PICKS)
    def school(self, verb, days):
        self.act(_ABOUT_THE_SCHOOL[verb], days)

    def on(self, kind, verb, pick, line) -> None:
        those = self.caseload.store.all(kind)
        self.act(verb, those[pick % len(those)], line)

    @rule()
    def undo(self):
        undone = self.caseload.store.undo(NOW)
        assert (undone is None) == (len(self.past) == 1)
        if undone:
            self.undone.append(self.past.pop())

    @rule()
    def redo(self):
        redone = self.caseload.store.redo(NOW)
        assert (redone is None) == (not self.undone)
        if redone:
            self.past.append(self.undone.pop())

    @invariant()
    def all_is_as_it_was_left(self):
        assert everything(self.caseload) == self.past[-1]

    @invariant()
    def every_line_is_as_if_told_for_the_first_time(self):
        fresh = Caseload(self.caseload.store, today=lambda: TODAY, now=self.caseload.now)
        assert self.caseload.all_summaries == fresh.all_summaries

    def teardown(self):
        store, last = self.caseload.store, self.past[-1]
        for state in reversed(self.past[:-1]):
            store.undo(NOW)
            assert everything(self.caseload) == state
        assert store.undo(NOW) is None
        while store.redo(NOW):
            pass
        assert everything(self.caseload) == (self.undone[0] if self.undone else last)
        store.close()
        self.folder.cleanup()


TestAdvisor = Advisor.TestCase
TestAdvisor.settings = settings(max_examples=some(60), stateful_step_count=40, deadline=None)


@pytest.mark.parametrize("verb", _ABOUT_PROMISES)
def test_a_promise_is_kept_put_off_or_dropped_and_comes_back(verb):
    """By chance seldom: there has to be a student first, and then a promise."""
    machine = Advisor()
    machine.add("")
    machine.student("record", 0, "Laughed")
    machine.check_in("edit", 0, "Laughed twice")
    machine.student("promise", 0, "Bring the atlas")
    before = len(machine.past)
    machine.promise(verb, 0, "Not needed")
    assert len(machine.past) == before + 1
    machine.undo()
    machine.redo()
    machine.teardown()
