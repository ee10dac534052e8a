"""What Enter does for each kind of row."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from advisory.model import CheckIn
from advisory.tui.commands import search, tags
from advisory.tui.commands.learning import learning
from advisory.tui.commands.note import check_in, promise
from advisory.tui.commands.share import shared
from advisory.tui.commands.student import student

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen


async def open_highlighted(screen: "CaseScreen") -> None:
    """Open the highlighted row."""
    opens = OPENS.get(screen.highlighted.row)
    if opens is not None:
        opening = opens(screen)
        if opening is not None:
            await opening


def _check_in(screen: "CaseScreen") -> None:
    shown = screen.highlighted.check_in
    if shown is not None:
        screen.run_in_background(check_in.edit(screen, shown))


def _question(screen: "CaseScreen") -> None:
    from advisory.tui.commands.note import question

    shown = screen.highlighted.check_in
    if shown is not None:
        screen.run_in_background(question.answer(screen, shown))


def _learning(screen: "CaseScreen") -> None:
    shown = screen.highlighted.learning
    if shown is not None:
        screen.run_in_background(learning.edit(screen, shown))


def _sign(screen: "CaseScreen") -> None:
    """Open the check-in that a sign was seen in."""
    sign = screen.highlighted.sign
    seen_in = screen.desk.caseload.store.get(CheckIn, sign.check_in) if sign and sign.check_in else None
    if seen_in is None or seen_in.deleted_at is not None:
        screen.say(f"This sign has no check-in. Press {screen.key('delete-check-in')} to delete the sign.")
    else:
        screen.run_in_background(check_in.edit(screen, seen_in))


def _promise(screen: "CaseScreen") -> None:
    shown = screen.highlighted.promise
    if shown is not None:
        screen.run_in_background(promise.edit(screen, shown))


def _heading(screen: Any) -> None:
    screen.unfold()


def _more(screen: Any) -> None:
    screen.open_more()


def _begin(screen: Any) -> None:
    screen.run_in_background(screen.open_begin())


def _notice(screen: Any) -> None:
    screen.run_in_background(screen.read_notice())


def _last_step(screen: Any) -> None:
    screen.leave()


def _pact(screen: "CaseScreen") -> None:
    from .pact.writing import open_or_write

    if screen.highlighted.pact is not None:
        screen.run_in_background(open_or_write(screen))


def _pact_to_write(screen: "CaseScreen") -> None:
    from .pact.writing import write

    pact = screen.highlighted.pact
    if pact is not None:
        screen.run_in_background(write(screen, pact.student, pact))


def _share(screen: Any) -> None:
    screen.run_in_background(shared.show(screen))


def _draft(screen: Any) -> Awaitable[None]:
    from .drafts import go_on

    return go_on(screen)


def _plan(screen: Any) -> Awaitable[None]:
    from .defense.planning import open_plan

    return open_plan(screen)


def _plan_part(screen: Any) -> None:
    from .defense.planning import change_part

    change_part(screen)


def _year_task(screen: Any) -> Awaitable[None]:
    from advisory.tui.commands.year_end.year_end import open_task

    return open_task(screen)


def _note_missing(screen: Any) -> None:
    from .transition import write

    screen.run_in_background(write(screen))


OPENS: dict[str, Callable[[Any], Awaitable[None] | None]] = {
    "student": student.card,
    "check_in": _check_in,
    "question": _question,
    "learning": _learning,
    "sign": _sign,
    "promise": _promise,
    "heading": _heading,
    "more": _more,
    "begin": _begin,
    "notice": _notice,
    "pact": _pact,
    "pact_to_write": _pact_to_write,
    "last_step": _last_step,
    "draft": _draft,
    "found": search.open_found,
    "tag": tags.find_notes,
    "share": _share,
    "plan": _plan,
    "plan_part": _plan_part,
    "year_task": _year_task,
    "note_missing": _note_missing,
}
"""`Highlighted.row`, the kind of row → what Enter does there."""
