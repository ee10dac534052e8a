"""How a day is shown in either order, and that nobody else writes one."""

import re
from datetime import date
from pathlib import Path

import advisory
from advisory.model.day_order import choose_day_order, show_date, show_day

DAY = date(2026, 11, 8)
ROOT = Path(advisory.__file__).parent
OTHER_WAYS = re.compile(r"%b|\.day\} |%-?d |strftime\(|%B(?! %Y)")
"""What words a day without asking for the order."""
NO_DAY = {
    "model/day_order.py",  # the one place
    "tui/screens/pacts/columns.py", "tui/widgets/text/week_chart.py", "cli/pacts.py", "exchange/picture/weeks.py",  # the name of a month
    "tui/prose.py",  # the name of a weekday
    "exchange/calendar/own_dates.py",  # the instant in a calendar entry's id, which nobody reads
    "tui/words/span.py",  # two days of one month, whose name stands there once
}  # fmt: skip


def _shown() -> list[str]:
    ways = ({}, {"weekday": True}, {"year": True}, {"weekday": True, "year": True}, {"in_full": True})
    return [*(show_day(DAY, **way) for way in ways), show_day(DAY, in_full=True, year=True), show_date(None)]


def test_a_day_is_shown_in_the_order_that_was_chosen():
    first = ["Nov 8", "Sun Nov 8", "Nov 8, 2026", "Sun Nov 8, 2026", "Sunday, November 8", "November 8, 2026", "–"]
    assert _shown() == first
    choose_day_order(day_first=True)
    assert _shown() == [
        "8 Nov",
        "Sun 8 Nov",
        "8 Nov 2026",
        "Sun 8 Nov 2026",
        "Sunday 8 November",
        "8 November 2026",
        "–",
    ]
    choose_day_order(day_first=False)
    assert _shown() == first


def test_nothing_else_puts_a_day_into_words():
    sources = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in ROOT.rglob("*.py")}
    others = {name for name, source in sources.items() if OTHER_WAYS.search(source) and not name.startswith("store/")}
    assert others <= NO_DAY
