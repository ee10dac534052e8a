"""Moving the cursor, and going from student to student."""

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from advisory.tui.screens.base.asks import Asks
    from advisory.tui.screens.base.case_screen import CaseScreen
    from advisory.tui.screens.log.screen import LogScreen
    from advisory.tui.screens.pact.screen import PactScreen
    from advisory.tui.screens.pacts.screen import PactsScreen
    from advisory.tui.screens.today.screen import TodayScreen
    from advisory.tui.screens.week.screen import WeekScreen
    from advisory.tui.widgets.lists.body import Body


def _body(screen: "Asks") -> "Body":
    from advisory.tui.widgets.lists.body import Body

    return screen.query_one("#body", Body)


def line_up(screen: "Asks") -> None:
    """Highlight the row before."""
    _body(screen).move(-1)


def line_down(screen: "Asks") -> None:
    """Highlight the row after."""
    _body(screen).move(1)


def page_up(screen: "Asks") -> None:
    """Go a screenful back."""
    _body(screen).move_page(-1)


def page_down(screen: "Asks") -> None:
    """Go a screenful on."""
    _body(screen).move_page(1)


def first_line(screen: "Asks") -> None:
    """Highlight the first row."""
    _body(screen).move_to_end(-1)


def last_line(screen: "Asks") -> None:
    """Highlight the last row."""
    _body(screen).move_to_end(1)


def column_left(screen: "Asks") -> None:
    """Go to the column on the left."""
    _body(screen).move_across(-1)


def column_right(screen: "Asks") -> None:
    """Go to the column on the right."""
    _body(screen).move_across(1)


def previous_section(screen: "Asks") -> None:
    """Go to the list before, or the column."""
    _body(screen).move_section(-1)


def next_section(screen: "Asks") -> None:
    """Go to the next list, or column."""
    _body(screen).move_section(1)


def fold(screen: "LogScreen | PactsScreen") -> None:
    """Fold what the highlighted row stands under."""
    screen.fold()


def unfold(screen: "LogScreen | PactsScreen") -> None:
    """Unfold the highlighted heading."""
    screen.unfold()


def previous_student(screen: "CaseScreen") -> None:
    """Go to the student before."""
    screen.walk(-1)


def next_student(screen: "CaseScreen") -> None:
    """Go to the student after."""
    screen.walk(1)


def next_pact(screen: "PactScreen") -> None:
    """Show the same student's next pact."""
    screen.next_pact()


async def take_next(screen: "CaseScreen") -> None:
    """Go to the next student suggested, on Today, and say why."""
    is_elsewhere = screen.stem != "today"
    await screen.show_mode("today")
    today = screen.app.screen
    if today.id == "today":
        cast("TodayScreen", today).take_next(anew=is_elsewhere)


def step_on(screen: "WeekScreen") -> None:
    """Go on to the next step of the Friday review; after the last one it ends."""
    screen.step_by(1)


def step_back(screen: "WeekScreen") -> None:
    """Go back to the step before."""
    screen.step_by(-1)
