"""The student card: who they are, the promises to them, what was said last, the partnership, and their learning."""

from functools import cached_property
from typing import ClassVar

from textual.binding import BindingType

from advisory.model import CheckIn, CognitiveInsight, Evidence, FollowUp, Indicator
from advisory.tui.commands.registry import bindings_of
from advisory.tui.desk import Desk
from advisory.tui.highlighted import Highlighted
from advisory.tui.screens.base.over_screen import OverScreen
from advisory.tui.screens.base.sensitive import Sensitive
from advisory.tui.widgets.lists.lines import Lines

from .check_ins import ASKED
from .rows import card_rows
from .years import key_of, year_in, year_of


class CardScreen(OverScreen, inherit_bindings=False):
    """Shows one student, and moves from student to student without closing."""

    stem = "card"
    is_of_one_student = True
    is_kept = True
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    def __init__(self, desk: Desk, student_id: str) -> None:
        super().__init__(desk)
        self._student_id = student_id
        self._opened: set[int] = set()
        """The earlier school years that are unfolded."""

    def begin_again(self, *values: str) -> None:
        super().begin_again(*values)
        self.sensitive.hide()
        self._student_id = values[0]
        self._opened.clear()
        self.query_one("#body", Lines).forget()

    @property
    def _student(self) -> str:
        """The id of the student; "" after an undo removed them."""
        return self._student_id if self._student_id in self.desk.caseload.names else ""

    def row(self, key: str) -> Highlighted:
        store = self.desk.caseload.store
        student = self._student
        if not key:
            return Highlighted(self.desk, student, row="")
        if year_in(key) is not None:
            return Highlighted(self.desk, student, row="heading")
        if learning := store.get(Evidence, key) or store.get(CognitiveInsight, key):
            return Highlighted(self.desk, student, learning=learning, row="learning")
        if sign := store.get(Indicator, key):
            return Highlighted(self.desk, student, sign=sign, row="sign")
        if asked := store.get(CheckIn, key.removeprefix(ASKED)) if key.startswith(ASKED) else None:
            return Highlighted(self.desk, student, check_in=asked, row="question")
        if check_in := store.get(CheckIn, key):
            return Highlighted(self.desk, student, check_in=check_in, row="check_in")
        return Highlighted(self.desk, student, promise=store.get(FollowUp, key), row="promise")

    @cached_property
    def sensitive(self) -> Sensitive:
        """Shows and hides the student's sensitive facts."""
        return Sensitive(self)

    def on_screen_suspend(self) -> None:
        if self.sensitive.hide():
            self.redraw(force=True)

    def make_body(self) -> Lines:
        return Lines(id="body")

    def draw_body(self) -> None:
        if not self._student:  # an undo removed the student
            self.leave()
            return
        lines = self.query_one("#body", Lines)
        if lines.cells:
            asked, opened = self.sensitive.is_shown, self._opened
            lines.show(card_rows(self.desk, self._student, lines.cells - 2, asked=asked, opened=opened))

    def on_resize(self) -> None:
        """Draw the card again, because its lines wrap at the new width."""
        self.call_later(self.redraw, force=True)

    def go_to_record(self, record_id: str) -> None:
        """Put the cursor on a record, as soon as the card is drawn."""
        if found := self.row(record_id).record:
            self._opened.add(year_of(found))
        self.call_after_refresh(lambda: self.call_after_refresh(self._show_record, record_id))

    def _show_record(self, record_id: str) -> None:
        self.redraw(force=True)  # its year may have been folded when the card was drawn
        self.body.go_to(record_id)

    def unfold(self) -> None:
        """Unfold the school year whose heading is highlighted; the cursor goes to its first line."""
        year, lines = year_in(self.body.key), self.query_one("#body", Lines)
        if year is None:
            return
        self._opened.add(year)
        at = lines.at
        self.redraw(force=True)
        first = next((row.key for row in lines.rows[at:] if row.key), "")
        self.body.go_to(first)

    def fold(self) -> None:
        """Fold the earlier school year of the highlighted line."""
        record = self.highlighted.record
        if record is not None and (year := year_of(record)) in self._opened:
            self._opened.discard(year)
            self.redraw(force=True)
            self.body.go_to(key_of(year))

    def walk(self, by: int) -> None:
        everyone = [student.id for student in self.desk.caseload.students]
        if self._student_id in everyone:
            self.turn_to(everyone[(everyone.index(self._student_id) + by) % len(everyone)])

    def turn_to(self, *values: str) -> None:
        """Show another student's card, from the top."""
        self.sensitive.hide()
        self._student_id = values[0]
        self._opened.clear()
        self.query_one("#body", Lines).forget()
        self.redraw(force=True)
