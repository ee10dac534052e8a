"""The pact's editor: the whole screen, in the order of the conversation, to be written with the student beside one."""

import os
from collections.abc import Callable, Coroutine, Iterator, Mapping
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from advisory.model.words import ReviewEvery
from advisory.rules.refusal import Refusal
from advisory.tui.dialogs.dialog import ask_over
from advisory.tui.dialogs.form.calendar import CalendarDialog
from advisory.tui.dialogs.form.day_input import DayInput
from advisory.tui.dialogs.form.field import Field, FieldKind
from advisory.tui.dialogs.form.field_input import FieldInput
from advisory.tui.dialogs.form.form import FieldScroll, FormDialog
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
"""Columns from which the fields stand in two columns."""
_SECOND_COLUMN = "theirs"
"""The field with which it begins."""
_KEYS = "^s save · ^g both agree · ^o editor · Esc keeps the draft"
_KEYS_KEPT = "^s save · ^o editor · Esc keeps the draft"
_HOLDS = "Not yet: the old words hold until both have agreed. What you typed is kept as a draft."
_BEHIND = {"theirs": how_often_at, "mine": how_often_at, "others": who_at}


class PactEditor(FormDialog, inherit_bindings=False):
    """Returns the form's values; what the two said when they were asked is left with the case."""

    CSS_PATH = [sheet("dialogs"), sheet("pact_editor")]  # noqa: RUF012 - Textual reads it so
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - likewise
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "leave", "Leave it"),
        ("ctrl+s", "take", "Save it"),
        ("ctrl+g", "agree", "Both agree"),
        ("ctrl+o", "own_editor", "Write in your own editor"),
        Binding("ctrl+d", "discard", "Throw the draft away", priority=True),  # in a box it would delete a letter
        ("down,tab", "app.focus_next", "Next field"),
        ("up,shift+tab", "app.focus_previous", "Field before"),
    ]
    is_busy = False

    def __init__(
        self,
        heading: str,
        fields: list[Field],
        drafted: Mapping[str, str],
        *,
        case: Case,
        keep: Callable[[dict[str, str]], None],
        **rest: Any,
    ) -> None:
        super().__init__(heading, fields, drafted, keep=keep, **rest)
        self._case, self._days = case, case.days
        self._every = ""
        """The rhythm that the first day goes with."""

    # --- what is on the screen ------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        names = [field.name for field in self._fields]
        second = names.index(_SECOND_COLUMN)
        with Vertical(classes="dialog -pact"):
            yield Static(Content(self._heading), classes="dialog-heading")
            with FieldScroll(classes="dialog-fields"), Horizontal(id="pact-columns"):
                for column in (self._fields[:second], self._fields[second:]):
                    with Vertical(classes="pact-column"):
                        for field in column:
                            yield self._row(field)
            with Vertical(classes="dialog-foot"):
                yield Static(Content(self._problem), classes="dialog-problem")
                yield Static(id="pact-help", markup=False)
                yield Static(Content(_KEYS_KEPT if self._case.is_kept else _KEYS), classes="dialog-keys")

    def _row(self, field: Field) -> Vertical:
        return Vertical(
            *self._parts(field), id=f"row-{field.name}", classes="pact-row -beside" if field.is_beside else "pact-row"
        )

    def _parts(self, field: Field) -> Iterator[Widget]:
        """The label, the box, and a place for what is wrong with it."""
        widget = self._widget(field)
        label = Static(Content(field.label), classes="field-label")
        if isinstance(widget, DayInput):
            yield Horizontal(label, widget, Static(id=f"said-{field.name}", classes="field-said", markup=False))
        elif isinstance(widget, FieldInput):
            yield Horizontal(label, widget)
        elif isinstance(widget, Choice):
            yield widget
        else:
            yield from (label, widget)
        yield Static(id=f"problem-{field.name}", classes="field-problem", markup=False)

    def _widget(self, field: Field) -> Widget:
        value, name = self._drafted.get(field.name, field.value), f"field-{field.name}"
        if field.choices:
            chosen = value or field.choices[0][0]
            return Choice(
                field.choices, chosen, id=name, label=field.label, submit=self._go_on, changed=self._choice_changed
            )
        if field.kind is FieldKind.DAY:
            return DayInput(
                value, field.hint, choose=self._choose_day, id=name, covered=self._covered, submit=self._go_on
            )
        if not (field.is_long or field.is_list):
            return FieldInput(value, field.hint, id=name, covered=self._covered, submit=self._go_on)
        if field.is_list:
            area: NoteArea = ListArea(
                placeholder=field.hint,
                id=name,
                go_on=self._go_on,
                takes=self._takes,
                behind=_BEHIND.get(field.name, len),
            )
        else:
            area = NoteArea(placeholder=field.hint, id=name, submit=self._go_on, takes=self._takes)
        area.value = value
        area.move_cursor(area.document.end)
        area.cover(covered=self._covered)
        return area

    def on_mount(self) -> None:
        self._every = self.values["review_every"]
        self._say_days()

    def on_resize(self) -> None:
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """A box that is written in is seen whole wherever the screen has room for it, with its label and what is wrong."""
        room = max(3, self.query_one(".dialog-fields").size.height - 2)
        for area in self.query(NoteArea):
            area.styles.max_height = room
        self._keep_in_sight()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Bring the field into sight, and tell what can be done there."""
        event.prevent_default()  # a plain form would scroll its own way
        name = self._here
        field = next((field for field in self._fields if field.name == name), None)
        if field is not None:
            self.query_one("#pact-help", Static).update(Content(HELP[name].replace("{hint}", field.hint)))
            self._keep_in_sight()

    @property
    def _here(self) -> str:
        """The name of the field with the focus; "" when there is none."""
        return (self.focused.id or "").removeprefix("field-") if self.focused is not None else ""

    def _keep_in_sight(self) -> None:
        if self._here:
            row = self.query_one(f"#row-{self._here}")
            self.call_after_refresh(row.scroll_visible, animate=False, immediate=True)

    def _typed(self) -> None:
        super()._typed()
        self._say_days()
        if self._here:
            self._tell_problem(self._here, "")
        self._keep_in_sight()

    def action_discard(self) -> None:
        super().action_discard()
        self._tell_problems({})

    # --- from field to field --------------------------------------------------------------------------------------

    def _takes(self, event: events.Key) -> bool:
        """In a box of several lines the arrows move the cursor, and from its first and last line they go further."""
        area = self.focused
        if not isinstance(area, NoteArea) or not area.ends_at(event.key):
            return False
        self.focus_previous() if event.key == "up" else self.focus_next()
        return True

    # --- days -----------------------------------------------------------------------------------------------------

    def _say_days(self) -> None:
        """Say behind each day which one it is, once it can be read."""
        for box in self.query(DayInput):
            said = ""
            if box.value.strip() and not self._covered:
                try:
                    said = self._days.describe(self._days.read(box.value))
                except Refusal:
                    said = "…"
            self.query_one(f"#said-{(box.id or '').removeprefix('field-')}", Static).update(Content(said))

    def _choice_changed(self) -> None:
        """The first day goes with the rhythm as long as nobody has said another."""
        every, box = self.values["review_every"], self.query_one("#field-next_review_on", DayInput)
        if every != self._every:
            if box.value.strip() in {"", self._first_look(self._every)}:
                box.value = self._first_look(every)
            self._every = every
        self._typed()

    def _first_look(self, every: str) -> str:
        return self._days.first_look(ReviewEvery(every)).isoformat()

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
            box.value = chosen.isoformat()
            box.action_end()

    # --- long text ------------------------------------------------------------------------------------------------

    def action_own_editor(self) -> None:
        """Write the box that has the focus in the advisor's own editor."""
        area = self.focused
        if not isinstance(area, NoteArea):
            self._say("Your editor opens from a box for several lines, such as why it matters.")
            return
        if area.is_covered:
            self._say("It is hidden now, and your editor would show it.")
            return
        self.keep_now()
        try:
            written = write_in_own_editor(area.text, os.environ, self.app.suspend())
        except (Refusal, SuspendNotSupported) as problem:
            self._say(str(problem))
            return
        if written.text != area.text:
            area.replace(written.text, (0, 0), area.document.end, maintain_selection_offset=False)
        self._say(written.notice)

    # --- saving ---------------------------------------------------------------------------------------------------

    def action_take(self) -> None:
        self._begin(self._finish(begins=False))

    def action_agree(self) -> None:
        self._begin(self._finish(begins=True))

    def _begin(self, doing: Coroutine[Any, Any, None]) -> None:
        """Do something that may ask, off the message loop; keys typed meanwhile wait for it."""
        self.is_busy = True
        self.run_worker(self._do(doing), exclusive=True)

    async def _do(self, doing: Coroutine[Any, Any, None]) -> None:
        try:
            await doing
        finally:
            self.is_busy = False

    async def _finish(self, *, begins: bool) -> None:
        """Leave with the values once nothing is to be mended, and the two were asked whatever is to be asked."""
        check = self._case.check(self.values, begins=begins)
        if self._tell_problems(check.problems):
            return
        self.keep_now()
        if check.changed:
            answers = await ask_again(self, check, covered=self._covered)
            if answers is None:
                self._say(_HOLDS)
        elif begins and not self._case.is_kept:
            answers = await ask_to_begin(self, check, covered=self._covered)
        else:
            answers = Answers()
        if answers is not None:
            self._case.answers = answers
            self.take(self.values)

    # --- what is wrong --------------------------------------------------------------------------------------------

    def _tell_problems(self, problems: Mapping[str, str]) -> bool:
        """Say each at its field, and go to the first; whether there is any."""
        for field in self._fields:
            self._tell_problem(field.name, problems.get(field.name, ""))
        first = next((field.name for field in self._fields if field.name in problems), "")
        if first:
            self._say(f"{len(problems)} fields ask for something; here is the first." if len(problems) > 1 else "")
            self.set_focus(self.widget_of(first))
            self._keep_in_sight()
        return bool(first)

    def _tell_problem(self, name: str, sentence: str) -> None:
        problem = self.query_one(f"#problem-{name}", Static)
        problem.update(Content(sentence))
        problem.display = bool(sentence)

    def _say(self, sentence: str) -> None:
        self.query_one(".dialog-problem", Static).update(Content(sentence))
