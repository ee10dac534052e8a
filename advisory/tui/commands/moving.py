"""Moving the cursor, and moving from student to student."""

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisory.tui.screens.base.case_screen import CaseScreen
    from advisory.tui.screens.base.command_screen import CommandScreen
    from advisory.tui.screens.log.screen import LogScreen
    from advisory.tui.screens.pact.screen import PactScreen
    from advisory.tui.screens.pacts.screen import PactsScreen
    from advisory.tui.screens.today.screen import TodayScreen
    from advisory.tui.screens.week.screen import WeekScreen
    from advisory.tui.screens.year_end.screen import YearEndScreen
    from advisory.tui.widgets.lists.body import Body


def _body(screen: "CommandScreen") -> "Body":
    from advisory.tui.widgets.lists.body import Body

    return screen.query_one("#body", Body)


def _point(screen: "CommandScreen", move: "Callable[[Body], None]") -> None:
    """Move the cursor as the advisor asks, and remember that they pointed at what it is on now."""
    body = _body(screen)
    move(body)
    body.pointed_at = body.key


def line_up(screen: "CommandScreen") -> None:
    """Highlight the previous row."""
    _point(screen, lambda body: body.move(-1))


def line_down(screen: "CommandScreen") -> None:
    """Highlight the next row."""
    _point(screen, lambda body: body.move(1))


def page_up(screen: "CommandScreen") -> None:
    """Move up one screen."""
    _point(screen, lambda body: body.move_page(-1))


def page_down(screen: "CommandScreen") -> None:
    """Move down one screen."""
    _point(screen, lambda body: body.move_page(1))


def first_line(screen: "CommandScreen") -> None:
    """Highlight the first row."""
    _point(screen, lambda body: body.move_to_end(-1))


def last_line(screen: "CommandScreen") -> None:
    """Highlight the last row."""
    _point(screen, lambda body: body.move_to_end(1))


def column_left(screen: "CommandScreen") -> None:
    """Move to the column on the left."""
    _point(screen, lambda body: body.move_across(-1))


def column_right(screen: "CommandScreen") -> None:
    """Move to the column on the right."""
    _point(screen, lambda body: body.move_across(1))


def previous_section(screen: "CommandScreen") -> None:
    """Move to the previous list or column."""
    _point(screen, lambda body: body.move_section(-1))


def next_section(screen: "CommandScreen") -> None:
    """Move to the next list or column."""
    _point(screen, lambda body: body.move_section(1))


def fold(screen: "LogScreen | PactsScreen") -> None:
    """Fold the section of the highlighted row."""
    screen.fold()


def unfold(screen: "LogScreen | PactsScreen") -> None:
    """Unfold the section whose heading is highlighted."""
    screen.unfold()


def previous_student(screen: "CaseScreen") -> None:
    """Move to the previous student."""
    screen.walk(-1)


def next_student(screen: "CaseScreen") -> None:
    """Move to the next student."""
    screen.walk(1)


def next_pact(screen: "PactScreen") -> None:
    """Show the same student's next pact."""
    screen.next_pact()


async def take_next(screen: "CaseScreen") -> None:
    """Highlight the next suggested student on Today, and say why."""
    is_elsewhere = screen.stem != "today"
    await screen.show_mode("today")
    today = screen.app.screen
    if today.id == "today":
        cast("TodayScreen", today).take_next(anew=is_elsewhere)


def step_on(screen: "WeekScreen | YearEndScreen") -> None:
    """Show the next step of the Friday review or the year's end, or end it after the last."""
    screen.steps.move(1)


def step_back(screen: "WeekScreen | YearEndScreen") -> None:
    """Show the previous step of the Friday review or the year's end."""
    screen.steps.move(-1)
