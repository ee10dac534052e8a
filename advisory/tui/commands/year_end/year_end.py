"""The end of the year: what is done to the chosen pacts, promises and students, and the tasks of the new year."""

from typing import TYPE_CHECKING

from advisory.caseload.called import name_some
from advisory.caseload.year.year_end import YearEnd
from advisory.model import Pact, Student, Term
from advisory.rules.year_end.pact_ending import PactEnding
from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.commands.year_end.tasks import GO_ON, KEPT_TASKS, PURGE, ROSTER, TERMS
from advisory.tui.prose import day

if TYPE_CHECKING:
    from advisory.casework.year_end.end_pacts import Ending
    from advisory.tui.screens.base.case_screen import CaseScreen
    from advisory.tui.screens.year_end.screen import YearEndScreen


def tick(screen: "YearEndScreen") -> None:
    """Choose the highlighted row for what is done to several, or take that back."""
    screen.tick()


@shows_dialog
async def end_pacts(screen: "YearEndScreen") -> None:
    """Ask how each of the chosen pacts ends, and write all of it in one change."""
    await _ask_endings(screen, _pacts(screen), [])


def pause_pacts(screen: "YearEndScreen") -> None:
    """Pause the chosen pacts."""
    from advisory.casework.year_end.end_pacts import Ending

    _write_endings(screen, [Ending(pact, PactEnding.PAUSE) for pact in _pacts(screen)])


def _pacts(screen: "YearEndScreen") -> list[Pact]:
    """The chosen pacts that are open."""
    wanted = set(screen.chosen)
    return [one.pact for one in screen.end.pacts if one.pact.id in wanted]


async def end_one(screen: "CaseScreen", pact: Pact) -> None:
    """Ask how one pact ends, with what was typed about it before."""
    await _ask_endings(screen, [pact], [])


async def _ask_endings(screen: "CaseScreen", pacts: list[Pact], answered: "list[Ending]") -> None:
    """Ask about one pact after the other; what was typed is kept as drafts until all of it is written.

    Escape asks no further, and what was answered before is written.
    """
    from advisory.tui.dialogs.fields.year_end import ending_fields, ending_values

    pact, *rest = pacts

    async def save(values: Values, shown: Pact) -> None:
        ending = ending_values(screen.desk, shown, values)
        if rest:
            await _ask_endings(screen, rest, [*answered, ending])
        else:
            _write_endings(screen, [*answered, ending])

    count = len(answered) + len(pacts)
    number = f"{len(answered) + 1} of {count} · " if count > 1 else ""
    heading = f"{number}The end of the pact with {screen.desk.name(pact.student)}"
    about = screen.desk.prose.note(pact.learning_target)
    fields = ending_fields(YearEnd(screen.desk.caseload).proposal(pact))
    if not await fill(screen, "year_pact", heading, fields, save, shown=pact, about=about) and answered:
        _write_endings(screen, answered)


def _write_endings(screen: "CaseScreen", endings: "list[Ending]") -> None:
    from advisory.casework.year_end.end_pacts import end_pacts as write

    ended = write(screen.desk.caseload, endings)
    screen.redraw()
    undo = f"; {screen.key('undo')} undoes it"
    if len(ended) == 1:
        (pact,) = ended
        how = f"Closed, {pact.outcome.label}" if pact.outcome else "Paused"
        screen.say_written(how, pact.called, pact.student, undo)
    elif ended:
        closed = sum(pact.outcome is not None for pact in ended)
        parts = ((closed, "closed"), (len(ended) - closed, "paused"))
        screen.say(f"Pacts {', '.join(f'{count} {what}' for count, what in parts if count)}{undo}")
    else:
        screen.say("Nothing changed: what goes on stays as it is.")


def carry_on(screen: "YearEndScreen") -> None:
    """Carry the chosen promises on into the new year."""
    from advisory.casework.year_end.carry_on import carry_on as write

    end = screen.end
    carried = write(screen.desk.caseload, screen.chosen, end.next_year_on)
    screen.redraw()
    then = f"; due {day(end.next_year_on, screen.desk.caseload.today)}, {screen.key('undo')} undoes it"
    if len(carried) == 1:
        screen.say_written("Carried on", carried[0].text, carried[0].student, then)
    else:
        screen.say(f"{len(carried)} promises carried on{then}")


@shows_dialog
async def leave_together(screen: "YearEndScreen") -> None:
    """Ask how the chosen students leave, and since when."""
    from advisory.casework.year_end.leave import leave
    from advisory.tui.dialogs.fields.leaving import for_good_fields, leaving_values

    desk, ids = screen.desk, screen.chosen
    left: list[Student] = []

    def write(values: Values) -> None:
        status, since = leaving_values(desk, values)
        left[:] = leave(desk.caseload, ids, status, since=since)

    heading = f"{name_some([desk.short(one) for one in ids])} {'leave' if len(ids) > 1 else 'leaves'}"
    about = "Everything written stays, and they can come back."
    if await fill(screen, "leaving", heading, for_good_fields(desk.caseload.today), write, about=about):
        screen.redraw()
        who, how = name_some([desk.short(one.id) for one in left]), left[0].status.label
        screen.say(f"{how.capitalize()}: {who}; everything written stays. {screen.key('undo')} brings them back")


async def open_task(screen: "YearEndScreen") -> None:
    """Do what the highlighted line of the last steps says."""
    from advisory.tui.commands.exchange.files import import_roster
    from advisory.tui.commands.settings.calendar import keep_record
    from advisory.tui.commands.year_end.purge import purge

    match screen.body.key:
        case key if key == TERMS:
            screen.run_in_background(keep_record(screen, Term, None))
        case key if key == ROSTER:
            screen.run_in_background(import_roster(screen))
        case key if key == GO_ON:
            _go_on(screen)
        case key if key == PURGE:
            screen.run_in_background(purge(screen))
        case key if key in KEPT_TASKS:
            from advisory.tui.commands.year_end.keep import keep

            screen.run_in_background(keep(screen, KEPT_TASKS[key]))


def _go_on(screen: "YearEndScreen") -> None:
    from advisory.casework.year_end.go_on import go_on
    from advisory.rules.year_end.steps import as_it_stands

    made = go_on(screen.desk.caseload, screen.end.year)
    if made:
        many = "1 partnership goes" if len(made) == 1 else f"{len(made)} partnerships go"
        screen.say(f"{many} on {as_it_stands(len(made))}; {screen.key('undo')} undoes it")
    else:
        screen.say("Every partnership goes on as it stands already.")
