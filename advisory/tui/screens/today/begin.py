"""How to begin, at the top of Today: the roster, the period, the terms and the days off, each with its state.

The lines go when all four are there, or when they are put away. The line about terms comes back by itself whenever the
school year is over, or no term covers today, so that the new year's terms are asked for.
"""

from collections.abc import Callable

from advisory.model import MeetingPattern, NoSchoolDay, glyphs
from advisory.rules.days.school_days import school_year
from advisory.rules.days.term_words import uncovered_words
from advisory.tui.desk import Desk
from advisory.tui.prose import cut
from advisory.tui.widgets.text.ink import Line, Span, cell

BEGIN = "begin"
"""The section in the key of a line; what follows names the form that Enter opens."""
ROSTER, PERIOD, TERMS, DAYS_OFF = "roster", "period", "terms", "days_off"
_LABEL = 22


def begin_lines(desk: Desk) -> dict[str, Callable[[int], Line]]:
    """The lines that are shown now, by what each opens, and how each is drawn."""
    caseload = desk.caseload
    asked = uncovered_words(caseload.calendar, caseload.today)
    count = len(caseload.students)
    this_year = school_year(caseload.today)
    has_days_off = any(school_year(off.ends_on) >= this_year for off in caseload.store.all(NoSchoolDay))
    has_terms = caseload.calendar.has_terms and not asked
    students = f"{count} student{'' if count == 1 else 's'}" if count else "import a file, or a list of names"
    states = {
        ROSTER: (count > 0, "Your students", students),
        PERIOD: (bool(caseload.store.all(MeetingPattern)), "The advisory period", "the days and hours you meet"),
        TERMS: (has_terms, "Terms", asked or "first and last day; ages count by them"),
        DAYS_OFF: (has_days_off, "Days off", "breaks and holidays; ages skip them"),
    }
    is_put_away = desk.configuration.settings.has_begun or all(done for done, _, _ in states.values())
    shown = ([TERMS] if asked else []) if is_put_away else list(states)
    return {name: _draw(*states[name]) for name in shown}


def _draw(done: bool, label: str, state: str) -> Callable[[int], Line]:  # noqa: FBT001 - one cell of a row
    def line(cells: int) -> Line:
        mark = Span(f"{glyphs.DONE if done else glyphs.OPEN} ", "good" if done else "mine")
        words = "set" if done and not state[:1].isdecimal() else state
        return (mark, cell(label, _LABEL), Span(cut(words, max(1, cells - _LABEL - 2)), "muted"))

    return line
