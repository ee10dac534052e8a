"""What can be done with the promises to the highlighted student."""

from datetime import date, timedelta

from advisory.model import FollowUp
from advisory.tui.asking import asking
from advisory.tui.prose import day
from advisory.tui.screens.base.flow import flow
from advisory.tui.screens.base.note_taking import NOBODY, NoteTaking


class PromiseActions(NoteTaking):
    """Making one, and marking it done, put off or let go."""

    @property
    def promise_id(self) -> str:
        """The promise that x and z mean: the highlighted student's next."""
        promises = self.desk.caseload.summary(self.student_id).promises if self.student_id else ()
        return promises[0].id if promises else ""

    @flow
    async def action_promise(self) -> None:
        from advisory.casework.promise.make import make_promise
        from advisory.tui.dialogs.form.field import Field

        caseload, student_id = self.desk.caseload, self.student_id
        if not student_id:
            self.say(NOBODY)
            return

        def make(values: dict[str, str]) -> None:
            due_on = self.desk.day(values["due"]) if values["due"].strip() else None
            made = make_promise(caseload, student_id, values["text"], due_on=due_on)
            self.say(f"Promised{f', until {day(made.due_on, caseload.today)}' if made.due_on else ''}", student_id)

        await self.fill(
            "promise",
            f"I promise {self.desk.name(student_id)}",
            [
                Field("text", "What did I promise?"),
                Field("due", "Until when?", hint="fri, tomorrow, +3, 11/30; or leave it empty"),
            ],
            make,
            record_id=student_id,
        )

    async def action_promise_done(self) -> None:
        from advisory.casework.promise.keep import keep_promise

        with asking(self):
            promise_id = self._promise()
            if promise_id:
                promise = keep_promise(self.desk.caseload, promise_id)
                self.say("Promise done", promise.student)
        self.retell()

    _put_off: tuple[str, str, int] = ("", "", 0)
    """What z did last: with whom highlighted, which promise, and the store's number then. A second z goes on with it."""

    @flow
    async def action_snooze(self) -> None:
        caseload, whom = self.desk.caseload, self.body.key
        last_whom, promise_id, seq = self._put_off
        is_again = promise_id and (last_whom, seq) == (whom, caseload.store.seq)
        if not is_again:
            promise_id = self._promise()
        if not promise_id:
            return
        due_on = caseload.store.need(FollowUp, promise_id).due_on
        later = [day for day in self._later_days if due_on and day > due_on]
        if later:
            self._snooze(promise_id, later[0])
        else:
            await self._snooze_until(promise_id)
        self.retell()
        self._put_off = (self.body.key, promise_id, caseload.store.seq)

    @property
    def _later_days(self) -> list[date]:
        """What z offers without a word: tomorrow, or the first school day from there, and the next period."""
        caseload = self.desk.caseload
        tomorrow = caseload.calendar.school_day_from(caseload.today + timedelta(days=1))
        return sorted({tomorrow, caseload.next_period_on})

    def _snooze(self, promise_id: str, until: date) -> None:
        from advisory.casework.promise.snooze import snooze_promise

        caseload = self.desk.caseload
        promise = snooze_promise(caseload, promise_id, until)
        later = [one for one in self._later_days if one > until]
        again = f"the next period, {day(later[0], caseload.today)}" if later else "a day you type"
        self.say(f"Snoozed until {day(until, caseload.today)}; z again: {again}", promise.student)

    async def _snooze_until(self, promise_id: str) -> None:
        from advisory.casework.promise.snooze import snooze_promise
        from advisory.tui.dialogs.form.field import Field

        def snooze(values: dict[str, str]) -> None:
            promise = snooze_promise(self.desk.caseload, promise_id, self.desk.day(values["until"]))
            self.say(f"Snoozed until {day(promise.due_on, self.desk.caseload.today)}", promise.student)

        promise = self.desk.caseload.store.need(FollowUp, promise_id)
        await self.fill(
            "snooze",
            f"Put off what I promised {self.desk.name(promise.student)}",
            [Field("until", "Until when?", hint="fri, +3, 11/30")],
            snooze,
            record_id=promise_id,
            about=self.desk.prose.note(promise.text),
        )

    @flow
    async def action_promise_drop(self) -> None:
        from advisory.casework.promise.drop import drop_promise
        from advisory.tui.dialogs.form.field import Field

        promise_id = self._promise()
        if not promise_id:
            return

        def drop(values: dict[str, str]) -> None:
            promise = drop_promise(self.desk.caseload, promise_id, values["why"])
            self.say("Promise dropped", promise.student)

        text = self.desk.prose.note(self.desk.caseload.store.need(FollowUp, promise_id).text)
        await self.fill(
            "promise_drop",
            "Let the promise go",
            [Field("why", "What changed?")],
            drop,
            record_id=promise_id,
            about=text,
        )

    def _promise(self) -> str:
        promise_id = self.promise_id
        if not promise_id:
            self.say("No promise of yours is open here. o makes one.")
        return promise_id
