"""Today, the screen the program opens on: who is next and why, what I promised, and who of everybody has been seen."""

from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from advisory.model import CheckIn, FollowUp, Pact
from advisory.rules.next.suggestion import reason_words
from advisory.tui.commands.check_in import CheckInActions
from advisory.tui.commands.registry import bindings_of
from advisory.tui.prose import safe
from advisory.tui.screens.base.case_screen import CaseScreen
from advisory.tui.screens.base.section_moves import SectionMoves
from advisory.tui.widgets.lists.page import Page, PageBody
from advisory.tui.widgets.text.ink import Span

from .first_start import FIRST_START
from .page import CIRCLE, JOTS, NEXT, PROMISES, REVIEWS, SUGGESTED, key_of, today_page


class TodayScreen(SectionMoves, CheckInActions, CaseScreen, inherit_bindings=False):
    """Every list acts in place."""

    stem = "today"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    def make_body(self) -> PageBody:
        return PageBody(id="body")

    @property
    def page(self) -> PageBody:
        """The lists."""
        return self.query_one("#body", PageBody)

    @property
    def student_id(self) -> str:
        section, _, record_id = self.body.key.partition(":")
        store = self.desk.caseload.store
        match section:
            case "promises":
                record: FollowUp | Pact | CheckIn | None = store.get(FollowUp, record_id)
            case "reviews":
                record = store.get(Pact, record_id)
            case "jots":
                record = store.get(CheckIn, record_id)
            case _:
                return record_id
        return record.student if record else ""

    @property
    def check_in(self) -> CheckIn | None:
        section, _, record_id = self.body.key.partition(":")
        return self.desk.caseload.store.get(CheckIn, record_id) if section == JOTS else None

    @property
    def pact(self) -> Pact | None:
        section, _, record_id = self.body.key.partition(":")
        review = self.desk.caseload.store.get(Pact, record_id) if section == REVIEWS else None
        return review or super().pact

    @property
    def promise_id(self) -> str:
        section, _, record_id = self.body.key.partition(":")
        return record_id if section == PROMISES else super().promise_id

    def tell(self) -> None:
        """Whoever leaves who-next stays highlighted, in the circle; only a note of one's own goes on to the next."""
        section, student_id = self.body.key.partition(":")[0], self.student_id
        self.page.show(partial(today_page, self.desk) if self.desk.caseload.students else _first_start)
        if section == NEXT and self.student_id != student_id and not self.goes_on:
            self.body.go_to(key_of(CIRCLE, student_id))

    async def action_open(self) -> None:
        if self.check_in is not None:
            await super().action_open()
        else:
            await self.open_card(self.student_id)

    def take_next(self, *, anew: bool) -> None:
        """Highlight the first student suggested, or the one after whoever is highlighted, and say why."""
        self.retell()  # from another screen it comes before Today has been told what was changed there
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

    async def action_find(self) -> None:
        """Find in the caseload, where everybody has a line."""
        await self.show_mode("caseload")
        await self.app.screen.run_action("find")


def _first_start(_cells: int) -> Page:
    return Page([(Span(safe(text), look),) for text, look in FIRST_START], ())
