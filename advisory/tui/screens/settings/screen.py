"""The settings: the school's calendar, the intervals, and how the program behaves."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from advisory.casework.calendar.remove import CalendarRecord, remove_from_calendar
from advisory.model import Intervals, MeetingPattern, NoSchoolDay, Term
from advisory.rules.partnership.signs import Sign
from advisory.tui.asking import asking
from advisory.tui.commands.calendar import KINDS, keep_by_asking, set_intervals_by_asking
from advisory.tui.commands.catalogue import add_by_asking, hide_or_offer, reword_by_asking
from advisory.tui.commands.registry import bindings_of
from advisory.tui.dialogs.form.field import Field
from advisory.tui.screens.base.flow import Values, flow
from advisory.tui.screens.base.over_screen import OverScreen
from advisory.tui.screens.settings.detail_pane import SettingsAside
from advisory.tui.widgets.lists.lines import Lines

from .rows import DAY_FIRST, IDLE_SHADE, THEME, settings_rows
from .signs import SIGNS, sign_of_row

_WORDS = {
    MeetingPattern.table: "The weekdays and hours at which your advisory meets. “Next period” is the next school day on one of them.",
    Term.table: "School days are Monday to Friday inside a term, but for the days without school. Every age is counted in them. "
    "Until a term is set, every Monday to Friday counts.",
    NoSchoolDay.table: "Holidays, breaks, snow. Add them whenever you hear of them, also afterwards: every age changes at once. "
    "I reads them from your school's .ics file.",
    Intervals.table: "How many school days may pass between one-to-ones before a student is due. A student's own record goes "
    "before it: E on the student.",
    SIGNS: "What you look for in each stage; i offers them. Enter says one in your own words, N adds one, d hides one or offers "
    "it again. A sign already seen stays and counts, hidden or not; reworded, it reads in the new words there too.",
    DAY_FIRST: "Whether 9/11 is the eleventh of September or the ninth of November.",
    IDLE_SHADE: "Minutes without a key until the screen hides itself; 0 for never.",
    THEME: "Dark, light or high contrast. T changes it from anywhere.",
}


class SettingsScreen(OverScreen, inherit_bindings=False):
    """One line a setting; Enter changes it."""

    stem = "settings"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    @property
    def student_id(self) -> str:
        return ""

    def make_body(self) -> Lines:
        return Lines(id="body")

    def aside(self) -> Iterable[Widget]:
        yield SettingsAside(_WORDS)

    def tell(self) -> None:
        self.query_one("#body", Lines).show(settings_rows(self.desk, self.app.theme))

    def tell_aside(self) -> None:
        record = self._record
        about = SIGNS if self._sign else self.body.key
        self.query_one(SettingsAside).show(record.table if record else about)

    @property
    def _record(self) -> CalendarRecord | None:
        """The highlighted period, term or days; None for anything else."""
        store = self.desk.caseload.store
        return next((found for kind in KINDS if (found := store.get(kind, self.body.key))), None)

    @property
    def _kind(self) -> type[CalendarRecord] | None:
        """What is kept where the cursor is; None among the choices."""
        record = self._record
        return type(record) if record else next((kind for kind in KINDS if kind.table == self.body.key), None)

    @property
    def _sign(self) -> Sign | None:
        """The highlighted sign of the catalogue."""
        return sign_of_row(self.desk, self.body.key)

    async def action_open(self) -> None:
        self.action_change_setting()

    @flow
    async def action_change_setting(self) -> None:
        kind, key, sign = self._kind, self.body.key, self._sign
        if sign is not None:
            await reword_by_asking(self, sign)
        elif kind is not None:
            await keep_by_asking(self, kind, self._record)
        elif key == Intervals.table:
            await set_intervals_by_asking(self)
        elif key == DAY_FIRST:
            self._turn_days()
        elif key == IDLE_SHADE:
            await self._choose_idle()
        elif key == THEME:
            await self.action_theme()

    @flow
    async def action_add_to_calendar(self) -> None:
        kind, sign = self._kind, self._sign
        if sign is not None:
            await add_by_asking(self, sign.stage)
        elif kind is None:
            self.say("N adds a period, a term, days without school or a sign: go to one of them first.")
        else:
            await keep_by_asking(self, kind, None)

    async def action_remove_from_calendar(self) -> None:
        record, sign = self._record, self._sign
        if sign is not None:
            hide_or_offer(self, sign)
            return
        if record is None:
            self.say("Only a period, a term, days without school or a sign can be removed.")
            return
        with asking(self):
            self.say(f"{remove_from_calendar(self.desk.caseload, record)}; u brings it back")
        self.retell()

    @flow
    async def action_import_days_off(self) -> None:
        from advisory.tui.commands.days_off import import_days_off_by_asking

        await import_days_off_by_asking(self)

    async def action_theme(self) -> None:
        await super().action_theme()
        self.retell(force=True)

    def _turn_days(self) -> None:
        settings = self.desk.configuration.settings
        chosen = self.desk.configuration.choose(day_first=not settings.day_first)
        self.say("9/11 is the ninth of November now" if chosen.day_first else "9/11 is the eleventh of September now")
        self.retell(force=True)

    async def _choose_idle(self) -> None:
        from advisory.tui.dialogs.fields.school import read_number

        def choose(values: Values) -> None:
            self.desk.configuration.choose(idle_shade=read_number(values[IDLE_SHADE]))

        minutes = self.desk.configuration.settings.idle_shade
        field = Field(IDLE_SHADE, "Minutes without a key", str(minutes), "0 for never")
        if await self.fill(IDLE_SHADE, "Hide when idle", [field], choose):
            await self.run_action("app.watch_idle")
            self.retell(force=True)
            self.say("Chosen; the screen hides itself by it from now on")
