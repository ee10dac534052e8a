"""Today, the first screen: who is next and why, what was promised, and who has been seen."""

from collections.abc import Iterable
from functools import cached_property
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from advisory.model import CheckIn, DefensePlan, FollowUp, Pact
from advisory.model.words import Facet
from advisory.rules.next.suggestion import reason_words
from advisory.rules.overview.agenda import nobody_next
from advisory.tui.commands.registry import bindings_of
from advisory.tui.desk import Desk
from advisory.tui.drafts.unsaved import NOTE
from advisory.tui.highlighted import Highlighted
from advisory.tui.kept_drafts import KeptDraft, kept_draft, kept_drafts
from advisory.tui.prose import safe
from advisory.tui.screens.base.case_screen import CaseScreen
from advisory.tui.screens.base.sensitive import Sensitive
from advisory.tui.widgets.lists.body import Body
from advisory.tui.widgets.lists.page import Page, PageBody
from advisory.tui.widgets.text.ink import Span

from .begin import DAYS_OFF, PERIOD, ROSTER, TERMS
from .detail_pane import StudentToday
from .lists import SUGGESTED
from .page import LISTED, Kept, Lists, first_page, today_lists, today_page
from .section import CIRCLE, DRAFTS, NEXT, ROUND, key_of


class TodayScreen(CaseScreen, inherit_bindings=False):
    """Shows several lists. Commands work on the highlighted item of any of them."""

    stem = "today"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    _is_met = False
    """Whether students were shown before."""
    _kept: Kept | None = None
    """The item under the cursor, if it has left its list."""
    _lists: Lists | None = None
    """The lists as of the last redraw; None to derive them anew."""
    _listed_for = (0, 0)
    """The width and height in cells that the lists were made for."""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-usual"), (30, "-tall"), (45, "-roomy")]  # noqa: RUF012 - Textual's

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._opened: set[str] = set()

    @cached_property
    def last_note(self) -> Sensitive:
        """Shows and hides the last note of the highlighted student."""
        return Sensitive(self)

    def on_screen_suspend(self) -> None:
        self.last_note.hide()

    def detail_pane(self) -> Iterable[Widget]:
        yield StudentToday(self.desk)

    def make_body(self) -> PageBody:
        return PageBody(id="body")

    @property
    def page(self) -> PageBody:
        """The body, which shows the lists."""
        return self.query_one("#body", PageBody)

    def row(self, key: str) -> Highlighted:
        if self._kept is not None and key == self._kept.key:
            return Highlighted(self.desk, self._kept.student_id if self.desk.is_current(self._kept.student_id) else "")
        section, _, record_id = key.partition(":")
        store = self.desk.caseload.store
        match section:
            case "promises" | "theirs":
                promise = store.get(FollowUp, record_id)
                return Highlighted(self.desk, promise.student if promise else "", promise=promise, row="promise")
            case "reviews":
                pact = store.get(Pact, record_id)
                return Highlighted(self.desk, pact.student if pact else "", pact=pact, row="pact")
            case "season":
                plan = store.get(DefensePlan, record_id)
                return Highlighted(self.desk, plan.student if plan else "", plan=plan, row="plan")
            case "jots":
                jot = store.get(CheckIn, record_id)
                return Highlighted(self.desk, jot.student if jot else "", check_in=jot, row="check_in")
            case "begin":
                return Highlighted(self.desk, row="begin")
            case "notices":
                return Highlighted(self.desk, row="notice")
            case "more":
                return Highlighted(self.desk, row="more")
            case "drafts":
                return self._highlighted_draft(record_id)
            case _:
                return Highlighted(self.desk, record_id)

    @property
    def highlighted(self) -> Highlighted:
        found = super().highlighted
        if found.row == "student":
            found.shows_promise = self.query_one(StudentToday).shows_promise
        return found

    @property
    def gone(self) -> str:
        return self._kept.student_id if self._kept is not None and self.body.key == self._kept.key else ""

    @property
    def drafts(self) -> list[KeptDraft]:
        """The drafts to list: not the note that is being typed here."""
        line = self.notes.line
        typing = (NOTE, line.student_id) if self.notes.is_open and line is not None else None
        return [draft for draft in kept_drafts(self.desk) if (draft.form, draft.about) != typing]

    def _highlighted_draft(self, key: str) -> Highlighted:
        draft = kept_draft(self.desk, *key.split(":"))
        student = next((one.id for one in self.desk.caseload.students if one.id == draft.student_id), "")
        promise = draft.record if isinstance(draft.record, FollowUp) else None
        pact = draft.record if isinstance(draft.record, Pact) else None
        facet = next((facet for facet in Facet if draft.form == f"fact_{facet}"), None)
        return Highlighted(self.desk, student, row="draft", draft=draft, promise=promise, pact=pact, facet=facet)

    def draw_body(self) -> None:
        self._lists = None
        self._show(None)

    def _show(self, kept: Kept | None) -> None:
        self._kept = kept
        are_any = bool(self.desk.caseload.students)
        self.query_one(StudentToday).display = are_any
        self.page.show(self._page if are_any else self._first_start)
        if are_any and not self._is_met:  # the cursor begins on a student, not on the lines that say how to begin
            self._is_met = True
            self.page.go_to_section(self.page.page.first)

    def stand_in(self, student_id: str, key: str, place: int) -> None:
        if key.startswith(f"{DRAFTS}:") and not self.drafts and (row := self.key_of(student_id)):
            self.body.go_to(row)  # no heading is left after the last draft
            return
        self._show(Kept(key, student_id, place))
        self.body.go_to(key)

    def let_go(self) -> None:
        if self._kept is not None:
            self._show(None)

    def on_body_highlighted(self, event: Body.Highlighted) -> None:
        """Draw without the item that has left its list, once the cursor leaves it."""
        super().on_body_highlighted(event)
        event.prevent_default()  # or Textual would call it once more
        if self._kept is not None and self.body.key != self._kept.key:
            self._show(None)

    def draw_detail(self) -> None:
        is_shown = self.last_note.is_shown
        if not is_shown:
            self.last_note.hide()  # the cursor has moved
        self.query_one(StudentToday).show(self.highlighted.student, asked=is_shown)

    def _page(self, cells: int) -> Page:
        size = cells, self.page.size.height
        if self._lists is None or self._listed_for != size:
            self._lists, self._listed_for = today_lists(self.desk, self.drafts, *size, self._opened), size
        page = today_page(self.desk, self._lists, self._kept, *size)
        sections = page.places.sections
        return page._replace(first=next((one for one in (NEXT, CIRCLE) if one in sections), ""))

    async def open_begin(self) -> None:
        """Open the form of the highlighted line that says how to begin."""
        from advisory.casework.calendar.remove import CalendarRecord
        from advisory.model import MeetingPattern, NoSchoolDay, Term
        from advisory.tui.commands.exchange.files import import_roster
        from advisory.tui.commands.settings.calendar import keep_record

        what = self.body.key.partition(":")[2]
        kinds: dict[str, type[CalendarRecord]] = {PERIOD: MeetingPattern, TERMS: Term, DAYS_OFF: NoSchoolDay}
        await (import_roster(self) if what == ROSTER else keep_record(self, kinds[what], None))

    def put_away(self) -> None:
        """Put away the lines that say how to begin, for good."""
        self.desk.configuration.choose(has_begun=True)
        self.redraw(force=True)
        self.say(f"Put away. {self.key('settings')} shows the settings, where all of it is.")

    def open_more(self) -> None:
        """Show the rest of the list whose last line is highlighted, or fold it again."""
        _, _, section = self.body.key.partition(":")
        self._opened ^= {section}
        self.redraw(force=True)
        keys = [key for key in self.page.keys if key.startswith(key_of(section, ""))]
        first = 0 if section == ROUND else LISTED
        if section in self._opened and first < len(keys):
            self.body.go_to(keys[first])

    async def read_notice(self) -> None:
        """Show the highlighted notice whole, which takes it off the list."""
        from advisory.tui.dialogs.report import ReportDialog

        notices, number = self.desk.notices, int(self.body.key.partition(":")[2])
        await self.ask(ReportDialog("To know", [self.desk.sentence(notices[number])], question=""))
        del notices[number]
        self.redraw(force=True)

    def take_next(self, *, anew: bool) -> None:
        """Highlight the next suggested student and say why. `anew` starts with the first suggestion."""
        self.redraw()  # after a switch from another screen, Today may still show old data
        shown = set(self.page.keys)
        suggestions = self.desk.caseload.suggestions
        suggested = [one for one in suggestions if key_of(NEXT, one.student_id) in shown] or suggestions[:SUGGESTED]
        if not suggested:
            self.say(
                nobody_next(
                    self.desk.caseload.summaries,
                    is_summer=self.desk.caseload.calendar.is_summer(self.desk.caseload.today),
                )
            )
            return
        keys = [key_of(NEXT, one.student_id) for one in suggested]
        at = keys.index(self.body.key) + 1 if self.body.key in keys and not anew else 0
        suggestion = suggested[at % len(keys)]
        self.body.go_to(keys[at % len(keys)])
        why = reason_words(suggestion, self.desk.caseload.today, self.desk.prose.note)
        self.say(f"Next, {why}", suggestion.student_id)

    def _first_start(self, cells: int) -> Page:
        from advisory.tui.words.first_start import first_start

        return first_page(self.desk, [(Span(safe(text), look),) for text, look in first_start(self.key)], cells)
