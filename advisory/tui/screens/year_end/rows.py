"""The rows of each step of the end of the year. A row's key is the id of a record or a student, or names a task."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from advisory.caseload.group import promised_text
from advisory.caseload.year.year_end import OpenPact, YearEnd
from advisory.casework.purge.old_private import old_private
from advisory.model import CheckIn, DefensePlan, FollowUp, Pact, Student, glyphs
from advisory.model.words import PactStatus, Party
from advisory.rules.promise.owner import whose
from advisory.rules.year_end.ending_year import year_words
from advisory.rules.year_end.kept import Kept
from advisory.rules.year_end.steps import YearStep, as_it_stands
from advisory.tui.commands.year_end.tasks import GO_ON, PURGE, ROSTER, TASK, TERMS
from advisory.tui.desk import Desk
from advisory.tui.kept_drafts import KeptDraft
from advisory.tui.prose import day, due, safe, width
from advisory.tui.screens.base.text_rows import section_heading, text_row
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Line, Span, cell, name_cell

_LEAST, _MOST = 16, 30
"""The smallest and largest width of a name, in cells; between them it takes a third of the row."""
_TITLE = 20
"""The width of a task's title."""
DRAFT = "draft:"
"""The prefix of the keys of drafts."""


def year_end_rows(
    desk: Desk, end: YearEnd, step: YearStep, ticked: Collection[str], drafts: Sequence[KeptDraft]
) -> Sequence[Row]:
    """The rows of a step; one says so if there are none."""
    rows_of: dict[YearStep, Callable[[], Iterable[Row]]] = {
        YearStep.PACTS: lambda: _pacts(desk, end, ticked),
        YearStep.PROMISES: lambda: _promises(desk, end, ticked),
        YearStep.UNFINISHED: lambda: _unfinished(desk, end, drafts),
        YearStep.DEFENSES: lambda: (_defense(desk, plan) for plan in end.defenses),
        YearStep.LEAVING: lambda: _leaving(desk, end, ticked),
        YearStep.NOTES: lambda: (_left(desk, student, key=student.id) for student in end.notes_missing),
        YearStep.SCHOOL: lambda: (_kept(desk, end, what) for what in Kept),
        YearStep.NEW_YEAR: lambda: _new_year(desk, end),
        YearStep.OLD_LINES: lambda: _old_lines(desk, end),
    }
    return list(rows_of[step]()) or [_message(step.nothing)]


def _row(
    desk: Desk, key: str, student_id: str, text: str, behind: str, *, mark: str = "  ", look: str = "muted"
) -> Row:
    """A mark, the name, a text, and at the end of the line what there is to know of it."""

    def draw(cells: int) -> Line:
        names = min(_MOST, max(_LEAST, cells // 3))
        room = cells - names - width(mark) - width(behind) - 2
        name = desk.name(student_id) if student_id else ""
        return (Span(mark, "accent"), name_cell(name, names), cell(text, max(1, room)), Span(f"{behind} ", look))

    return Row(key, draw)


def _tick(key: str, ticked: Collection[str]) -> str:
    return "[x] " if key in ticked else "[ ] "


def _pacts(desk: Desk, end: YearEnd, ticked: Collection[str]) -> Iterator[Row]:
    yield from (_open_pact(desk, one, ticked) for one in end.pacts)
    if not end.pacts:
        yield _message(YearStep.PACTS.nothing)
    if end.settled_pacts:
        yield from section_heading("Paused, or goes on next year")
        yield from (_settled(desk, pact) for pact in end.settled_pacts)


def _open_pact(desk: Desk, one: OpenPact, ticked: Collection[str]) -> Row:
    pact, (ending, why) = one
    behind = f"{why} · {ending.label}?"
    return _row(desk, pact.id, pact.student, desk.prose.note(pact.called), behind, mark=_tick(pact.id, ticked))


def _settled(desk: Desk, pact: Pact) -> Row:
    """A row that can't be highlighted, so that the cursor doesn't follow a pact that is paused."""
    is_paused = pact.status is PactStatus.PAUSED
    behind = pact.status.label if is_paused else f"until {day(pact.target_on, desk.caseload.today)}"
    return _row(desk, "", pact.student, desk.prose.note(pact.called), behind, mark="    ")


def _promises(desk: Desk, end: YearEnd, ticked: Collection[str]) -> Iterator[Row]:
    yield from (_promise(desk, one, ticked) for one in end.promises)
    if not end.promises:
        yield _message("No promise of yours is open.")
    if end.promises_of_others:
        yield from section_heading("Promised by others")
        yield from (_promise(desk, one, ticked) for one in end.promises_of_others)
    if end.carried_on:
        many = "1 promise is" if len(end.carried_on) == 1 else f"{len(end.carried_on)} promises are"
        yield text_row()
        yield _message(f"{many} carried on into {year_words(end.year + 1)}.")


def _promise(desk: Desk, promise: FollowUp, ticked: Collection[str]) -> Row:
    today, is_mine = desk.caseload.today, promise.owner is Party.ADVISOR
    text = f"{whose(promise.owner)}{desk.prose.note(promised_text(desk.caseload, promise))}"
    look = "due" if is_mine and promise.due_on is not None and promise.due_on <= today else "muted"
    until = due(promise.due_on, today) or "no day"
    return _row(desk, promise.id, promise.student, text, until, mark=_tick(promise.id, ticked), look=look)


def _unfinished(desk: Desk, end: YearEnd, drafts: Sequence[KeptDraft]) -> Iterator[Row]:
    today = desk.caseload.today
    for jot in end.jots:
        yield _row(desk, jot.id, jot.student, _jotted(desk, jot), day(jot.happened_on, today), mark=f"{glyphs.BEGUN} ")
    for pact in end.pacts_not_agreed:
        text = f"pact: {desk.prose.note(pact.called)}"
        yield _row(desk, pact.id, pact.student, text, pact.status.label, mark=f"{glyphs.BEGUN} ")
    for draft in drafts:
        key = f"{DRAFT}{draft.form}:{draft.about}"
        yield _row(desk, key, draft.student_id, draft.what, "not saved", mark=f"{glyphs.BEGUN} ")


def _jotted(desk: Desk, jot: CheckIn) -> str:
    is_hidden = desk.prose.is_shaded or desk.keeps_back(jot)
    return jot.kind.label if is_hidden else desk.prose.note(jot.line) or jot.kind.label


def _defense(desk: Desk, plan: DefensePlan) -> Row:
    today = desk.caseload.today
    waits = "still to come" if plan.held_on > today else "no outcome yet"
    return _row(desk, plan.id, plan.student, f"{plan.type.label}, {day(plan.held_on, today)}", waits)


def _leaving(desk: Desk, end: YearEnd, ticked: Collection[str]) -> Iterator[Row]:
    for student, may_graduate in end.leavers:
        grade = f"grade {safe(student.grade)}" if student.grade else ""
        behind = "may graduate" if may_graduate else "stays"
        yield _row(desk, student.id, student.id, grade, behind, mark=_tick(student.id, ticked))
    if end.have_left:
        yield from section_heading("Left this year")
        yield from (_left(desk, student, key="") for student in end.have_left)


def _left(desk: Desk, student: Student, *, key: str) -> Row:
    behind = day(student.left_on, desk.caseload.today)
    return _row(desk, key, student.id, student.status.label, behind, mark="" if key else "    ")


def _kept(desk: Desk, end: YearEnd, what: Kept) -> Row:
    log = end.kept.get(what)
    given = f"shared {day(log.given_on, desk.caseload.today)}: {safe(log.file)}" if log else "not shared yet"
    return _task(f"{TASK}{what.value}", f"{what.label.capitalize()} of {end.words}", given, is_done=log is not None)


def _new_year(desk: Desk, end: YearEnd) -> Iterator[Row]:
    today, going, year = desk.caseload.today, len(end.to_go_on), year_words(end.year + 1)
    terms = "; ".join(f"{safe(one.title)} from {day(one.starts_on, today)}" for one in end.new_terms)
    yield _task(TERMS, f"Terms of {year}", terms or "none yet", is_done=bool(end.new_terms))
    yield _task(ROSTER, "The new roster", "who stays, is new, or left; you see it first")
    said = f"{going} to go on {as_it_stands(going)}" if going else "all go on as they stand"
    yield _task(GO_ON, "Partnerships", said, is_done=not going)


def _old_lines(desk: Desk, end: YearEnd) -> Iterator[Row]:
    before = min(end.span.starts_on, desk.caseload.today)
    count = len(old_private(desk.caseload, before).records)
    many = "1 record" if count == 1 else f"{count or 'no'} records"
    yield _task(PURGE, "Purge", f"{many} from before {day(before, desk.caseload.today)}; you see it first")


def _message(text: str) -> Row:
    return text_row(Span(text, "muted"))


def _task(key: str, title: str, said: str, *, is_done: bool = False) -> Row:
    mark = glyphs.DONE if is_done else glyphs.OPEN
    return Row(
        key, lambda _cells: (Span(f"{mark} ", "good" if is_done else "mine"), cell(title, _TITLE), Span(said, "muted"))
    )
