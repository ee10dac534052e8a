"""The settings: the school calendar, the intervals, how the program behaves, the catalog of signs, and the list of milestones."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from advisory.casework.calendar.remove import CalendarRecord
from advisory.model import Intervals, MeetingPattern, NoSchoolDay, Term
from advisory.rules.partnership.signs import Sign
from advisory.rules.season.milestones import ListedMilestone
from advisory.tui.commands.registry import bindings_of, with_keys
from advisory.tui.commands.settings.calendar import KINDS
from advisory.tui.commands.settings.row_keys import (
    COLLAPSE_PRIVATE,
    DAY_FIRST,
    IDLE_SHADE,
    KEYS,
    OWN_LINE,
    THEME,
    YEAR_END,
)
from advisory.tui.highlighted import Highlighted
from advisory.tui.screens.base.over_screen import OverScreen
from advisory.tui.screens.settings.detail_pane import SettingsDetail
from advisory.tui.widgets.lists.lines import Lines

from .milestones import MILESTONES, milestone_of_row, milestone_row_key
from .rows import settings_rows
from .signs import SIGNS, sign_of_row, sign_row_key

_WORDS = {
    MeetingPattern.table: "The weekdays and hours when your advisory meets. “Next period” is the next school day on one of them.",
    Term.table: "School days are Monday to Friday inside a term, minus days without school. Every age counts school days. "
    "Until a term is set, every Monday to Friday counts.",
    NoSchoolDay.table: "Holidays, breaks, snow. Add them when you hear about them, even afterwards: every age updates at once. "
    "{import-days-off} reads them from your school's .ics file.",
    YEAR_END: "Nine steps through the end of a school year: pacts, promises, who leaves, what the school keeps, the new year. {year-end} opens "
    "it from anywhere.",
    Intervals.table: "How many school days may pass between one-to-ones before a student is due. A number in a student's "
    "own record comes first: {edit-student} on the student.",
    SIGNS: "What you look for in each stage; {add-sign} offers them. {change-setting} rewords one, {add-to-calendar} adds one, {remove-from-calendar} hides one or offers it again. "
    "A sign already seen stays and counts, hidden or not; if you reword it, it shows the new words everywhere.",
    MILESTONES: "What is to be done on the way to a defense, and how many days before it. {change-setting} changes one, {add-to-calendar} adds one, "
    "{remove-from-calendar} leaves one out of plans to come. Plans that are made keep theirs.",
    OWN_LINE: "In a group entry a student may have a line of their own, so you spoke with them as well. Say whether it counts as "
    "contact or as a one-to-one. It counts for entries from now on; the form of an earlier one changes that one.",
    DAY_FIRST: "Whether 9/11 is the eleventh of September or the ninth of November.",
    COLLAPSE_PRIVATE: "Collapsed, a private note shows its day and kind; {private-notes} shows the words, on the screen you are on. "
    "Unless you choose, it is so when names are hidden at the start.",
    IDLE_SHADE: "The screen hides itself after this many minutes without a key; 0 means never.",
    KEYS: "Every command with its key; press another key for any of them. They are kept in settings.json, which you can also edit.",
    THEME: "Dark, light, high contrast, or your terminal's own colors. {theme} changes it from anywhere.",
}


class SettingsScreen(OverScreen, inherit_bindings=False):
    """Shows one row per setting. Enter changes it."""

    stem = "settings"
    is_of_one_student = True
    opens_with = "change-setting"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    def row(self, key: str) -> Highlighted:  # noqa: ARG002 - it shows nobody
        return Highlighted(self.desk, row="")

    @property
    def record(self) -> CalendarRecord | None:
        """The highlighted period, term or days off; None if something else is highlighted."""
        store = self.desk.caseload.store
        return next((found for kind in KINDS if (found := store.get(kind, self.body.key))), None)

    @property
    def kind(self) -> type[CalendarRecord] | None:
        """The kind of calendar record in the highlighted section; None in the other sections."""
        record = self.record
        return type(record) if record else next((kind for kind in KINDS if kind.table == self.body.key), None)

    @property
    def milestone(self) -> ListedMilestone | None:
        """The highlighted milestone of the list; None if something else is highlighted."""
        return milestone_of_row(self.desk, self.body.key)

    @property
    def sign(self) -> Sign | None:
        """The highlighted sign of the catalog; None if something else is highlighted."""
        return sign_of_row(self.desk, self.body.key)

    def make_body(self) -> Lines:
        return Lines(id="body")

    def detail_pane(self) -> Iterable[Widget]:
        yield SettingsDetail({about: with_keys(words, self.desk.keys) for about, words in _WORDS.items()})

    def draw_body(self) -> None:
        self.query_one("#body", Lines).show(settings_rows(self.desk, self.app.theme))

    def draw_detail(self) -> None:
        record = self.record
        about = SIGNS if self.sign else MILESTONES if self.milestone else self.body.key
        self.query_one(SettingsDetail).show(record.table if record else about)

    def go_to_milestone(self, key: str) -> None:
        """Highlight a milestone of the list."""
        self.body.go_to(milestone_row_key(key))

    def go_to_sign(self, key: str) -> None:
        """Highlight a sign of the catalog."""
        self.body.go_to(sign_row_key(key))
