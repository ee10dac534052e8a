"""Who is here: a touch without words, not here today, and away for some days."""

from advisory.model.words import Kind
from advisory.tui.asking import asking
from advisory.tui.prose import day
from advisory.tui.screens.base.flow import Values, flow
from advisory.tui.screens.base.note_taking import NOBODY, NoteTaking


class PresenceActions(NoteTaking):
    """What the advisor does about a student in passing, with one key."""

    async def action_touch(self) -> None:
        from advisory.casework.check_in.record import record_check_in

        caseload, student_id = self.desk.caseload, self.student_id
        if not student_id:
            self.say(NOBODY)
            return
        if any(c.kind is Kind.QUICK_TOUCH for c in caseload.check_ins_on(student_id, caseload.today)):
            self.say("Touched today already; c takes a note", student_id)
            return
        with asking(self):
            record_check_in(caseload, student_id, kind=Kind.QUICK_TOUCH)
            self.say("Quick touch; u takes it back", student_id)
        self.retell()

    async def action_not_here(self) -> None:
        from advisory.casework.student.mark_away import mark_away, mark_here

        caseload, student_id = self.desk.caseload, self.student_id
        if not student_id:
            self.say(NOBODY)
            return
        today = caseload.today
        with asking(self):
            if caseload.calendar.is_away(student_id, today):
                mark_here(caseload, student_id, today)
                self.say("Here after all", student_id)
            else:
                mark_away(caseload, student_id, today, today)
                self.say("Not here today; a again: here after all", student_id)
        self.retell()

    @flow
    async def action_away(self) -> None:
        from advisory.casework.student.mark_away import mark_away
        from advisory.tui.dialogs.form.field import Field

        caseload, student_id = self.desk.caseload, self.student_id
        if not student_id:
            self.say(NOBODY)
            return

        def mark(values: Values) -> None:
            first = self.desk.day(values["from"].strip() or "today")
            leave = mark_away(caseload, student_id, first, self.desk.day(values["until"].strip() or first.isoformat()))
            since = "" if leave.starts_on == caseload.today else f" from {day(leave.starts_on, caseload.today)}"
            self.say(f"Not here{since} until {day(leave.ends_on, caseload.today)}", student_id)

        await self.fill(
            "away",
            f"{self.desk.name(student_id)} is not here",
            [
                Field("from", "From", hint="today if left empty; mon, +1, 11/30"),
                Field("until", "Until, that day too", hint="one day if left empty; fri, +4, 12/4"),
            ],
            mark,
            record_id=student_id,
            about="School days in between do not count for the clocks.",
        )
