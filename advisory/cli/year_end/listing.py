"""The rows of each step of the end of the year, as the command line lists them."""

from collections.abc import Callable, Iterator

from advisory.caseload.caseload import Caseload
from advisory.caseload.year.year_end import YearEnd
from advisory.model import FollowUp, Student
from advisory.model.day_order import show_date
from advisory.rules.promise.owner import whose
from advisory.rules.year_end.ending_year import year_words
from advisory.rules.year_end.kept import Kept
from advisory.rules.year_end.steps import YearStep, as_it_stands

Rows = Iterator[tuple[str, ...]]


def rows_of(caseload: Caseload, end: YearEnd, step: YearStep, drafts: int) -> Rows:
    """The rows of a step; none if nothing is open and there is nothing to tell. `drafts` texts were never saved."""
    yield from _ROWS[step](caseload, end)
    if step is YearStep.UNFINISHED and drafts:
        yield "", "text never saved", f"{drafts} on Today"


def _pacts(caseload: Caseload, end: YearEnd) -> Rows:
    for pact, (ending, why) in end.pacts:
        yield caseload.names[pact.student], f"{why}: {ending.label}?", f"{pact.called} [{pact.id}]"
    for pact in end.settled_pacts:
        yield caseload.names[pact.student], f"{pact.status.label}, it goes on", f"{pact.called} [{pact.id}]"


def _promises(caseload: Caseload, end: YearEnd) -> Rows:
    for promise in (*end.promises, *end.promises_of_others):
        due = show_date(promise.due_on) if promise.due_on else "no day"
        yield caseload.names[promise.student], due, _promise(promise)
    for promise in end.carried_on:
        yield caseload.names[promise.student], f"carried on to {show_date(promise.due_on)}", _promise(promise)


def _promise(promise: FollowUp) -> str:
    return f"{whose(promise.owner)}{promise.text} [{promise.id}]"


def _unfinished(caseload: Caseload, end: YearEnd) -> Rows:
    for jot in end.jots:
        yield caseload.names[jot.student], "a note to finish", f"{jot.line or jot.kind.label} [{jot.id}]"
    for pact in end.pacts_not_agreed:
        yield caseload.names[pact.student], f"a pact, {pact.status.label}", f"{pact.called} [{pact.id}]"


def _defenses(caseload: Caseload, end: YearEnd) -> Rows:
    for plan in end.defenses:
        yield caseload.names[plan.student], plan.type.label, show_date(plan.held_on)


def _leaving(caseload: Caseload, end: YearEnd) -> Rows:
    for student, may_graduate in end.leavers:
        grade = f"grade {student.grade}" if student.grade else "no grade"
        yield caseload.names[student.id], grade, "graduated?" if may_graduate else "stays"
    yield from (_left(caseload, student) for student in end.have_left)


def _notes(caseload: Caseload, end: YearEnd) -> Rows:
    yield from (_left(caseload, student) for student in end.notes_missing)


def _left(caseload: Caseload, student: Student) -> tuple[str, ...]:
    return caseload.names[student.id], student.status.label, show_date(student.left_on) if student.left_on else ""


def _school(_caseload: Caseload, end: YearEnd) -> Rows:
    for what in Kept:
        log = end.kept.get(what)
        given = f"shared {show_date(log.given_on)}: {log.file}" if log else "not shared yet"
        yield what.called(end.year), f"for {what.audience.label}", given


def _new_year(_caseload: Caseload, end: YearEnd) -> Rows:
    terms = (f"{one.title}, {show_date(one.starts_on)} to {show_date(one.ends_on)}" for one in end.new_terms)
    yield f"Terms of {year_words(end.year + 1)}", "; ".join(terms) or "none yet"
    yield "Roster", "the dry run says who stays, who is new, and who left; --mark-left marks those"
    going = len(end.to_go_on)
    yield "Partnerships", f"{going} to go on {as_it_stands(going)}" if going else "all go on as they stand"


def _old_lines(caseload: Caseload, end: YearEnd) -> Rows:
    from advisory.casework.purge.old_private import old_private

    day = min(end.span.starts_on, caseload.today)
    yield f"Private, from before {show_date(day)}", f"{len(old_private(caseload, day).records)} records"


_ROWS: dict[YearStep, Callable[[Caseload, YearEnd], Rows]] = {
    YearStep.PACTS: _pacts,
    YearStep.PROMISES: _promises,
    YearStep.UNFINISHED: _unfinished,
    YearStep.DEFENSES: _defenses,
    YearStep.LEAVING: _leaving,
    YearStep.NOTES: _notes,
    YearStep.SCHOOL: _school,
    YearStep.NEW_YEAR: _new_year,
    YearStep.OLD_LINES: _old_lines,
}
