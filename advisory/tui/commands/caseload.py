"""What can be done with the caseload as a whole, on every screen alike."""

from typing import Protocol, runtime_checkable

from advisory.rules.refusal import Refusal
from advisory.tui.asking import asking
from advisory.tui.running.key_app import KeyApp
from advisory.tui.screens.base.flow import Flow, Values, flow

_LONGEST_TIMER = 240
"""Minutes."""


@runtime_checkable
class Suggesting(Protocol):
    """A screen that knows who is next."""

    def take_next(self, *, anew: bool) -> None:
        """Highlight the next student suggested, or `anew` the first, and say why."""


class CaseloadActions(Flow):
    """Undo, redo, adding and importing students, exporting, the theme, and leaving."""

    async def action_undo(self) -> None:
        with asking(self):
            undone = self.desk.caseload.store.undo(self.desk.caseload.now())
            if undone is None:
                self.say("There is nothing to undo.")
            else:
                self.say(f"Undid: {undone.what}", self._whom(undone.students))
        self.retell()

    async def action_redo(self) -> None:
        with asking(self):
            redone = self.desk.caseload.store.redo(self.desk.caseload.now())
            if redone is None:
                self.say("There is nothing to redo.")
            else:
                self.say(f"Did again: {redone.what}", self._whom(redone.students))
        self.retell()

    def _whom(self, students: tuple[str, ...]) -> str:
        """The one student a change was about; "" when it was about several, or one who is no more."""
        return students[0] if len(students) == 1 and students[0] in self.desk.caseload.names else ""

    @flow
    async def action_add_student(self) -> None:
        from advisory.casework.student.add import add_student
        from advisory.tui.dialogs.fields.student import student_changes, student_fields

        def add(values: Values) -> None:
            student = add_student(self.desk.caseload, **student_changes(values))
            self.retell()
            self.body.go_to(student.id)
            self.say("New student", student.id)

        fields = student_fields(None, self.desk.caseload.intervals)
        await self.fill("student", "A new student", fields, add)

    @flow
    async def action_import_roster(self) -> None:
        from .roster import import_by_asking

        await import_by_asking(self)

    @flow
    async def action_export(self) -> None:
        from .export import export_by_asking

        await export_by_asking(self)

    @flow
    async def action_timer(self) -> None:
        from advisory.tui.dialogs.form.field import Field

        clock = self.desk.clock
        if clock.is_timing:
            clock.stop()
            self.tell_time()
            self.say("The timer is stopped.")
            return

        def start(values: Values) -> None:
            minutes = values["minutes"].strip() or str(clock.usual)
            if not (minutes.isdecimal() and 0 < int(minutes) <= _LONGEST_TIMER):
                raise Refusal(f"“{minutes}” is no number of minutes: type one from 1 to {_LONGEST_TIMER}.")
            clock.start(int(minutes))
            self.tell_time()
            self.say(f"{clock.text}; t stops the timer")

        await self.fill(
            "timer", "A timer", [Field("minutes", "For how many minutes?", hint=f"{clock.usual} if left empty")], start
        )

    async def action_take_next(self) -> None:
        is_elsewhere = self.stem != "today"
        await self.show_mode("today")
        if isinstance(self.app.screen, Suggesting):
            self.app.screen.take_next(anew=is_elsewhere)

    @flow
    async def action_group(self) -> None:
        app = self.app
        is_gg = isinstance(app, KeyApp) and await app.is_doubled("g")
        if not is_gg:
            from .group import group_by_asking

            is_gg = await group_by_asking(self)
        if is_gg:
            self.body.move_to_end(-1)

    async def action_week_review(self) -> None:
        await self.run_action("app.open_over('week')")

    async def action_year(self) -> None:
        await self.run_action("app.open_over('year')")

    async def action_settings(self) -> None:
        await self.run_action("app.open_over('settings')")

    async def action_theme(self) -> None:
        from advisory.model import THEMES

        theme = THEMES[(THEMES.index(self.app.theme) + 1) % len(THEMES)] if self.app.theme in THEMES else THEMES[0]
        self.app.theme = theme
        self.desk.configuration.choose(theme=theme)
        self.say(f"Theme: {theme.removeprefix('advisory-')}")

    async def action_quit(self) -> None:
        await self.run_action("app.quit_app")
