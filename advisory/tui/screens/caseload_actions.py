"""What can be done with the caseload as a whole, on every screen alike."""

from advisory.tui.asking import asking

from .flow import Flow, Values, flow


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
        from advisory.casework.add_student import add_student
        from advisory.tui.dialogs.student import student_changes, student_fields

        def add(values: Values) -> None:
            student = add_student(self.desk.caseload, **student_changes(values))
            self.retell()
            self.body.go_to(student.id)
            self.say("New student", student.id)

        fields = student_fields(None, self.desk.caseload.intervals)
        await self.fill("student", "A new student", fields, add)

    @flow
    async def action_import_roster(self) -> None:
        from .importing import import_by_asking

        await import_by_asking(self)

    @flow
    async def action_export(self) -> None:
        from .exporting import export_by_asking

        await export_by_asking(self)

    async def action_settings(self) -> None:
        await self.run_action("app.open_settings")

    async def action_theme(self) -> None:
        from advisory.model import THEMES

        theme = THEMES[(THEMES.index(self.app.theme) + 1) % len(THEMES)] if self.app.theme in THEMES else THEMES[0]
        self.app.theme = theme
        self.desk.configuration.choose(theme=theme)
        self.say(f"Theme: {theme.removeprefix('advisory-')}")

    async def action_quit(self) -> None:
        await self.run_action("app.quit_app")
