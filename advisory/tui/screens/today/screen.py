"""Today, the first screen: who is next and why, what was promised, and who has been seen."""

from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from advisory.model import CheckIn, FollowUp, Pact
from advisory.rules.next.suggestion import reason_words
from advisory.tui.commands.registry import bindings_of
from advisory.tui.highlighted import Highlighted
from advisory.tui.prose import safe
from advisory.tui.screens.base.case_screen import CaseScreen
from advisory.tui.widgets.lists.page import Page, PageBody
from advisory.tui.widgets.text.ink import Span
from advisory.tui.words.first_start import first_start

from .page import CIRCLE, NEXT, SUGGESTED, key_of, today_page


class TodayScreen(CaseScreen, inherit_bindings=False):
    """Shows several lists. Commands work on the highlighted item of any of them."""

    stem = "today"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    def make_body(self) -> PageBody:
        return PageBody(id="body")

    @property
    def page(self) -> PageBody:
        """The body, which shows the lists."""
        return self.query_one("#body", PageBody)

    @property
    def highlighted(self) -> Highlighted:
        section, _, record_id = self.body.key.partition(":")
        store = self.desk.caseload.store
        match section:
            case "promises":
                promise = store.get(FollowUp, record_id)
                return Highlighted(self.desk, promise.student if promise else "", promise=promise)
            case "reviews":
                pact = store.get(Pact, record_id)
                return Highlighted(self.desk, pact.student if pact else "", pact=pact)
            case "jots":
                jot = store.get(CheckIn, record_id)
                return Highlighted(self.desk, jot.student if jot else "", check_in=jot, row="check_in")
            case _:
                return Highlighted(self.desk, record_id)

    def draw_body(self) -> None:
        """Draw the lists. A student who leaves `Who next` stays highlighted in the circle, unless a note was just saved."""
        section, student_id = self.body.key.partition(":")[0], self.highlighted.student
        self.page.show(partial(today_page, self.desk) if self.desk.caseload.students else self._first_start)
        if section == NEXT and self.highlighted.student != student_id and not self.may_move_on:
            self.body.go_to(key_of(CIRCLE, student_id))

    def take_next(self, *, anew: bool) -> None:
        """Highlight the next suggested student and say why. `anew` starts with the first suggestion."""
        self.redraw()  # after a switch from another screen, Today may still show old data
        suggested = self.desk.caseload.suggestions[:SUGGESTED]
        if not suggested:
            self.say("Everybody who is here has been seen today.")
            return
        keys = [key_of(NEXT, one.student_id) for one in suggested]
        at = keys.index(self.body.key) + 1 if self.body.key in keys and not anew else 0
        suggestion = suggested[at % len(keys)]
        self.body.go_to(keys[at % len(keys)])
        why = reason_words(suggestion, self.desk.caseload.today, self.desk.prose.note)
        self.say(f"Next, {why}", suggestion.student_id)

    def _first_start(self, _cells: int) -> Page:
        return Page([(Span(safe(text), look),) for text, look in first_start(self.key)], ())
