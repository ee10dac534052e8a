"""The pact editor: a form on the whole screen, in the order of a conversation with the student."""

import os
from collections.abc import Callable, Coroutine
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from textual.app import SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.widgets import Static

from advisory.model.words import ReviewEvery
from advisory.rules.days.day_words import typed_day
from advisory.rules.refusal import Refusal
from advisory.tui.dialogs.dialog import ask_over
from advisory.tui.dialogs.form.box import Box
from advisory.tui.dialogs.form.calendar import CalendarDialog
from advisory.tui.dialogs.form.day_input import DayInput
from advisory.tui.dialogs.form.field import Field, FieldKind
from advisory.tui.dialogs.form.opening import Opening
from advisory.tui.dialogs.form.parts import show_text
from advisory.tui.running.own_editor import write_in_own_editor
from advisory.tui.widgets.boxes.note_area import NoteArea

from .check import Answers, Case
from .page import PactPage
from .questions import ask_again, ask_to_begin

_ROOMY = 70
"""The screen width from which the footer also has the key of the advisor's own editor."""
_HOLDS = "Not yet: the old words count until you have both agreed. What you typed is kept as a draft."
_ENTER = {True: "Enter new line", False: "Enter next field"}
"""What Enter does, by whether the field is a list."""


class Writing(NamedTuple):
    """The pact that is written, and where its texts are while the advisor's own editor has them."""

    case: Case
    place_for: Callable[[str], AbstractContextManager[Path]] | None = None


class PactEditor(PactPage, inherit_bindings=False):
    """Returns the values of the form, and leaves the answers of student and advisor in the case it opens with."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "leave", "Leave it"),
        ("ctrl+s", "take", "Save it"),
        ("ctrl+g", "agree", "Both agree"),
        ("ctrl+o", "own_editor", "Write in your own editor"),
        Binding("ctrl+d", "discard", "Throw the draft away", priority=True),  # in a box it would delete a letter
        ("down,tab", "app.focus_next", "Next field"),
        ("up,shift+tab", "app.focus_previous", "Previous field"),
    ]
    is_busy = False

    def begin(self, opening: Opening) -> None:
        super().begin(opening)
        about: Writing = opening.more
        self._case, self._days, self._place_for = about.case, about.case.days, about.place_for
        self._every = ""
        """The review interval that the day of the first review was computed from."""

    @property
    def _keys(self) -> str:
        field = self._field
        enter = (
            "Enter or ^s saves"
            if field is self._fields[-1] and not field.is_list
            else f"{_ENTER[field.is_list]} · ^s saves"
        )
        agree = "" if self._case.is_kept else " · ^g both agree"
        editor = " · ^o editor" if (field.is_list or field.is_long) and self.size.width >= _ROOMY else ""
        return f"{enter}{agree}{editor} · {self._leaving('Esc keeps it')}"

    def show_begun(self) -> None:
        super().show_begun()
        self._every = self.values["review_every"]
        self._describe_days()

    def _typed(self) -> None:
        super()._typed()
        self._describe_days()

    # --- days -----------------------------------------------------------------------------------------------------

    def _make_box(self, field: Field) -> Box:
        if field.kind is not FieldKind.DAY:
            return super()._make_box(field)
        return DayInput(self._value_of(field), choose=self._choose_day, id=f"field-{field.name}", submit=self._go_on)

    def _describe_days(self) -> None:
        """Show next to each day how it is understood, such as `Thu Nov 26 · no school`."""
        for box in self.query(DayInput):
            meaning = ""
            if box.value.strip() and not self._covered:
                try:
                    meaning = self._days.describe_typed(box.value)
                except Refusal:
                    meaning = "…"
            show_text(self.query_one(f"#day-{(box.id or '').removeprefix('field-')}", Static), meaning)

    def _choice_changed(self) -> None:
        """When the review interval changes, change the first day with it, unless somebody has typed another day."""
        every, box = self.values["review_every"], self.query_one("#field-next_review_on", DayInput)
        if every != self._every:
            if box.value.strip() in {"", self._first_look(self._every)}:
                box.value = self._first_look(every)
            self._every = every
        self._typed()

    def _first_look(self, every: str) -> str:
        return typed_day(self._days.first_look(ReviewEvery(every)))

    def _choose_day(self, box: DayInput) -> None:
        self._begin(self._ask_day(box))

    async def _ask_day(self, box: DayInput) -> None:
        try:
            day = self._days.read(box.value)
        except Refusal:
            day = self._days.today
        label = next(field.label for field in self._fields if box.id == f"field-{field.name}")
        chosen = await ask_over(self, CalendarDialog(label, day, self._days))
        if chosen is not None:
            box.value = typed_day(chosen)
            box.action_end()

    # --- long text ------------------------------------------------------------------------------------------------

    def action_own_editor(self) -> None:
        """Open the text of the box with the focus in the advisor's own editor."""
        area = self.focused
        if not isinstance(area, NoteArea):
            self._show_notice("Your editor opens from a box of several lines, such as “Why it matters to you”.")
            return
        if area.is_covered:
            self._show_notice("The text is hidden now, and your editor would show it.")
            return
        self.keep_now()
        try:
            place = self._place_for(self._here) if self._place_for else None
            written = write_in_own_editor(area.text, os.environ, self.app.suspend(), place=place)
        except (Refusal, SuspendNotSupported) as problem:
            self._show_notice(str(problem))
            return
        if written.text != area.text:
            area.replace(written.text, (0, 0), area.document.end, maintain_selection_offset=False)
        self._show_notice(written.notice)

    # --- saving ---------------------------------------------------------------------------------------------------

    def action_take(self) -> None:
        self._begin(self._finish(begins=False))

    def action_agree(self) -> None:
        self._begin(self._finish(begins=True))

    def _begin(self, doing: Coroutine[Any, Any, None]) -> None:
        """Run something that may ask a question in a worker, so that messages are handled meanwhile; keys wait for it."""
        self.is_busy = True
        self.run_worker(self._do(doing), exclusive=True)

    async def _do(self, doing: Coroutine[Any, Any, None]) -> None:
        try:
            await doing
        finally:
            self.is_busy = False

    async def _finish(self, *, begins: bool) -> None:
        """Close with the values, once nothing is wrong with them and both have been asked what needs an answer."""
        check = self._case.check(self.values, begins=begins)
        if self._show_problems(check.problems):
            return
        self.keep_now()
        if check.changed:
            answers = await ask_again(self, check, covered=self._covered)
            if answers is None:
                self._show_notice(_HOLDS)
        elif begins and not self._case.is_kept:
            answers = await ask_to_begin(self, check, covered=self._covered)
        else:
            answers = Answers()
        if answers is not None:
            self._case.answers = answers
            self.take(self.values)
