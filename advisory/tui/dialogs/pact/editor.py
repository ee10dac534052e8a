"""The pact editor: a form on the whole screen, in the order of a conversation with the student."""

import os
from collections.abc import Callable, Coroutine, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Static

from advisory.model.words import ReviewEvery
from advisory.rules.days.day_words import typed_day
from advisory.rules.refusal import Refusal
from advisory.tui.dialogs.dialog import ask_over
from advisory.tui.dialogs.form.calendar import CalendarDialog
from advisory.tui.dialogs.form.day_input import DayInput
from advisory.tui.dialogs.form.field import Field, FieldKind
from advisory.tui.dialogs.form.field_input import FieldInput
from advisory.tui.dialogs.form.form import Box, FieldScroll, FormDialog, show_text
from advisory.tui.dialogs.form.opening import Opening
from advisory.tui.running.own_editor import write_in_own_editor
from advisory.tui.style.place import sheet
from advisory.tui.widgets.boxes.choice import Choice
from advisory.tui.widgets.boxes.list_area import ListArea
from advisory.tui.widgets.boxes.note_area import NoteArea

from .check import Answers, Case
from .help import HELP
from .lines import how_often_at, who_at
from .questions import ask_again, ask_to_begin

WIDE = 100
"""On a screen at least this wide, the fields stand in two columns."""
_ROOMY = 70
"""The screen width from which the footer also has the key of the advisor's own editor."""
_SECOND_COLUMN = "theirs"
"""The first field of the second column."""
_HOLDS = "Not yet: the old words count until you have both agreed. What you typed is kept as a draft."
_ENTER = {True: "Enter new line", False: "Enter next field"}
"""What Enter does, by whether the field is a list."""
_BEHIND = {"theirs": how_often_at, "mine": how_often_at, "others": who_at}


class Writing(NamedTuple):
    """The pact that is written, and where its texts are while the advisor's own editor has them."""

    case: Case
    place_for: Callable[[str], AbstractContextManager[Path]] | None = None


class PactEditor(FormDialog, inherit_bindings=False):
    """Returns the values of the form, and leaves the answers of student and advisor in the case it opens with."""

    CSS_PATH = [sheet("dialogs"), sheet("pact_editor")]  # noqa: RUF012 - Textual reads it so
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - likewise
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

    # --- the fields -----------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        names = [field.name for field in self._fields]
        second = names.index(_SECOND_COLUMN)
        with Vertical(classes="dialog -pact"):
            yield Static(classes="dialog-heading", markup=False)
            with FieldScroll(classes="dialog-fields"), Horizontal(id="pact-columns"):
                for column, classes in (
                    (self._fields[:second], "pact-column -first"),
                    (self._fields[second:], "pact-column"),
                ):
                    with Vertical(classes=classes):
                        for field in column:
                            yield self._row(field)
            with Vertical(classes="dialog-foot"):
                yield Static(classes="dialog-problem", markup=False)
                yield Static(id="pact-help", markup=False)
                yield Static(classes="dialog-keys", markup=False)

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

    def _row(self, field: Field) -> Vertical:
        return Vertical(
            *self._parts(field), id=f"row-{field.name}", classes="pact-row -beside" if field.is_beside else "pact-row"
        )

    def _parts(self, field: Field) -> Iterator[Widget]:
        """The label, the box, and a line for what is wrong with its value."""
        box = self._box(field)
        if isinstance(box, DayInput):
            yield Horizontal(self._label(field), box, Static(id=f"day-{field.name}", classes="field-day", markup=False))
        elif isinstance(box, FieldInput):
            yield Horizontal(self._label(field), box)
        elif isinstance(box, Choice):
            yield box
        else:
            yield from (self._label(field), box)
        yield Static(id=f"problem-{field.name}", classes="field-problem", markup=False)

    def _make_box(self, field: Field) -> Box:
        name = f"field-{field.name}"
        if field.kind is FieldKind.DAY:
            return DayInput(self._value_of(field), choose=self._choose_day, id=name, submit=self._go_on)
        if field.is_list:
            behind = _BEHIND.get(field.name, len)
            return ListArea(id=name, go_on=self._go_on, takes=self._takes, behind=behind)
        if field.is_long:
            return NoteArea(id=name, submit=self._go_on, takes=self._takes)
        return super()._make_box(field)

    def on_mount(self) -> None:
        # the columns may become one below the other only some layouts after the screen has another size
        self.watch(self.query_one(".dialog-fields"), "virtual_size", self._keep_in_view, init=False)

    def show_begun(self) -> None:
        super().show_begun()
        for field in self._fields:
            self._show_problem(field.name, "")
        self._show_help()
        self._every = self.values["review_every"]
        self._describe_days()

    def on_resize(self) -> None:
        self.call_next(self._fit)

    def _fit(self) -> None:
        """Let a box be as tall as the screen has room for, with its label and a problem."""
        room = max(3, self.query_one(".dialog-fields").size.height - 2)
        for area in self.query(NoteArea):
            area.styles.max_height = room
        self._keep_in_view()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Scroll to the field, and show its help."""
        event.prevent_default()  # or the plain form would scroll too
        self._show_keys()
        if self._here in self._boxes:
            self._show_help()
            self._keep_in_view()

    def _show_help(self) -> None:
        show_text(self.query_one("#pact-help", Static), HELP[self._here].replace("{hint}", self._field.hint))

    @property
    def _here(self) -> str:
        """The name of the field with the focus; "" if none has it."""
        return (self.focused.id or "").removeprefix("field-") if self.focused is not None else ""

    def _keep_in_view(self) -> None:
        if self._here:
            row = self.query_one(f"#row-{self._here}")
            self.call_after_refresh(row.scroll_visible, animate=False, immediate=True)

    def _typed(self) -> None:
        super()._typed()
        self._describe_days()
        if self._here:
            self._show_problem(self._here, "")
        self._keep_in_view()

    def action_discard(self) -> None:
        super().action_discard()
        self._show_problems({})

    # --- from field to field --------------------------------------------------------------------------------------

    def _takes(self, event: events.Key) -> bool:
        """Let ↑ on the first line of a box, or ↓ on its last line, go to another field."""
        area = self.focused
        if not isinstance(area, NoteArea) or not area.ends_at(event.key):
            return False
        self.focus_previous() if event.key == "up" else self.focus_next()
        return True

    # --- days -----------------------------------------------------------------------------------------------------

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

    # --- problems -------------------------------------------------------------------------------------------------

    def _show_problems(self, problems: Mapping[str, str]) -> bool:
        """Show each problem at its field, and go to the first one. Returns whether there is any."""
        for field in self._fields:
            self._show_problem(field.name, problems.get(field.name, ""))
        first = next((field.name for field in self._fields if field.name in problems), "")
        if first:
            self._show_notice(f"{len(problems)} fields need something. Here is the first." if len(problems) > 1 else "")
            self.set_focus(self.widget_of(first))
            self._keep_in_view()
        return bool(first)

    def _show_problem(self, name: str, sentence: str) -> None:
        problem = self.query_one(f"#problem-{name}", Static)
        show_text(problem, sentence)
        problem.display = bool(sentence)
