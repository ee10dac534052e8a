"""A school year of one invented advisor, lived through casework alone, day by day: what the screens look like after it."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import NamedTuple

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.capture import capture
from advisory.casework.check_in.edit import edit_check_in
from advisory.casework.check_in.record import record_check_in
from advisory.casework.check_in.record_group import record_group
from advisory.casework.pact.draft import draft_pact
from advisory.casework.partnership.move_stage import move_stage
from advisory.casework.plan.plan_talk import plan_talk
from advisory.casework.promise.drop import drop_promise
from advisory.casework.promise.keep import keep_promise
from advisory.casework.promise.snooze import snooze_promise
from advisory.casework.student.add import add_student
from advisory.casework.student.archive import archive_student
from advisory.casework.student.mark_away import mark_away
from advisory.model.words import Kind, NotMadeReason, Stage
from advisory.rules.capture.line import read_capture
from advisory.store import Store

FIRST, LAST = date(2026, 8, 31), date(2027, 6, 11)
CLOSED = ((date(2026, 11, 26), 2), (date(2026, 12, 21), 12), (date(2027, 2, 15), 5), (date(2027, 4, 5), 5))
"""First day and how many."""
_NAMES = """Ada Okonkwo|Bilal Haddad|Chiara Moretti|Dev Raman|Esther Lindqvist|Farid Qureshi|Grace Oduya|Hana Suzuki|Ines Carvalho|
Jonas Brandt|Jonas Berg|Khadija Yusuf|Liam O’Connor|Mei-Ling Zhao|Nikolai Petrov|Oona Salo|Pilar Ramírez de la Cruz|Quinn Adeyemi|
Ruth Papadakis|Søren Dahl|Tala Whitehorse|Uma Krishnan|Anneliese Featherstonehaugh-Brown|李 明|Jo Ng"""
_SAID = (
    "Showed me the page with the crossings-out", "Laughed about the bus", "Asked what the graph is for", "Wants to try the other method",
    "Read the first paragraph aloud", "Brought the wrong folder and said so", "Found the mistake before I did", "Quiet; sat by the window",
    "Told me about the match", "Explained the step to the table", "Asked for another week",
)  # fmt: skip
_MARKS = (
    "",
    "",
    "",
    " ~5",
    " #essay",
    " *",
    " <",
    " #lab ~12",
    " >fri bring the article",
    " >+3 ask about the lab",
    " ..",
    " !share",
)
_PROMISED = ("find the article", "ask the coach", "bring the lab notes", "write to the placement")
_STAGE_AFTER = {Stage.RAPPORT: 35, Stage.ALLIANCE: 80}
"""School days after which a partnership goes on, more or less."""


class Year(NamedTuple):
    """The caseload after it, as of its last day."""

    caseload: Caseload
    today: date


def live_a_year(store: Store, *, last: date = LAST, seed: int = 25) -> Year:
    """Live from the first school day to the last. Everything written is made by a verb, on the day it is made."""
    chance = Random(seed)
    clock = _Clock()
    caseload = Caseload(store, today=lambda: clock.today, now=clock.now)
    students = [
        add_student(caseload, given_name=g, family_name=f, grade="10") for g, f in map(_split, _NAMES.split("|"))
    ]
    archive_student(caseload, students[-1].id)
    day, number = FIRST, 0
    while day <= last:
        clock.today = day
        if day.weekday() < 5 and not _is_closed(day):
            _live_a_day(caseload, chance, number)
            number += 1
        day += timedelta(days=1)
    clock.today = last
    return Year(caseload, last)


class _Clock:
    """A day, and an instant in it that is later each time."""

    def __init__(self) -> None:
        self.today, self._seconds = FIRST, 0

    def now(self) -> datetime:
        self._seconds += 1
        return datetime.combine(self.today, time(14), UTC) + timedelta(seconds=self._seconds % 7200)


def _split(name: str) -> tuple[str, str]:
    given, _, family = name.strip().partition(" ")
    return given, family


def _is_closed(day: date) -> bool:
    return any(first <= day < first + timedelta(days=days) for first, days in CLOSED)


def _live_a_day(caseload: Caseload, chance: Random, number: int) -> None:
    for student in caseload.students:
        if chance.random() < 0.06:
            mark_away(caseload, student.id, caseload.today, caseload.today)
    for suggestion in caseload.suggestions[:3]:
        _talk(caseload, chance, suggestion.student_id)
    for student in chance.sample(caseload.students, 4):
        record_check_in(caseload, student.id, kind=Kind.QUICK_TOUCH)
    if number % 10 == 4:
        here = [line.student.id for line in caseload.summaries if not line.not_here]
        text = "One thing I am still working on"
        record_group(caseload, text=text, student_ids=here, topic="drafts")
    if number % 7 == 3:
        student = chance.choice(caseload.students)
        record_check_in(
            caseload,
            student.id,
            "Not in the room",
            kind=Kind.QUICK_TOUCH,
            contact_made=False,
            not_made_reason=NotMadeReason.NO_TIME,
        )
    _keep_promises(caseload, chance)
    if number % 2 and (to_come := [*caseload.round.to_come, *caseload.round.away]):
        plan_talk(caseload, chance.choice(to_come), caseload.next_period_on)
    _go_on(caseload, chance, number)


def _talk(caseload: Caseload, chance: Random, student_id: str) -> None:
    line = chance.choice(_SAID) + chance.choice(_MARKS)
    reading = read_capture(line, caseload.today, named=False, next_period_on=caseload.next_period_on)
    made = capture(caseload, reading, [student_id])
    if made.check_ins and chance.random() < 0.1:
        edit_check_in(
            caseload, made.check_ins[0], body="More of it, written in the evening.", student_says="I think I get it."
        )


def _keep_promises(caseload: Caseload, chance: Random) -> None:
    for line in caseload.summaries:
        for promise in line.promises:
            if promise.due_on is None or promise.due_on > caseload.today:
                continue
            luck = chance.random()
            if luck < 0.7:
                keep_promise(caseload, promise.id)
            elif luck < 0.75:
                drop_promise(caseload, promise.id, "They found it themselves")
            elif luck < 0.9:
                snooze_promise(caseload, promise.id, caseload.today + timedelta(days=chance.randint(1, 5)))


def _go_on(caseload: Caseload, chance: Random, number: int) -> None:
    """Partnerships that move, and pacts that are drafted."""
    for line in caseload.summaries:
        stage = line.stage or Stage.RAPPORT
        if stage in _STAGE_AFTER and number > _STAGE_AFTER[stage] and chance.random() < 0.02:
            to_stage = list(Stage)[list(Stage).index(stage) + 1]
            move_stage(caseload, line.student.id, to_stage, "They asked what we could work on")
        elif stage is Stage.ALLIANCE and chance.random() < 0.004:
            move_stage(caseload, line.student.id, Stage.RAPPORT, "The group was split up")
        if stage is Stage.ALLIANCE and line.pact is None:
            draft_pact(
                caseload,
                line.student.id,
                "I can say in my own words why a fraction of an amount is less",
                title="fractions",
            )
