"""`advisory note`: a note in one line, typed as in the app."""

import click
from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.caseload.group import promised_to
from advisory.model import MeetingPattern, Student
from advisory.rules.refusal import Refusal

from .base.command import example
from .base.day import is_day_first
from .base.sitting import Sitting, talk
from .base.text_command import TextCommand
from .lines.promise_line import promised_line


@example(
    "note 'maya yest: showed her draft #essay ~5 >fri bring the book'", "save a note with its marks, in single quotes"
)
@click.command(cls=TextCommand)
@click.argument("line", nargs=-1, required=True, type=click.UNPROCESSED)
@click.option("--each", is_flag=True, help="Make a promise to each of several students, not one to the group.")
@click.pass_obj
def note(sitting: Sitting, line: tuple[str, ...], *, each: bool) -> None:
    """Take a note in one line: NAMES DAY: TEXT and marks, such as 'maya yest: showed her draft #essay ~5 >fri bring the book'.

    Put it in single quotes, so the shell leaves the marks alone. README lists them. A promise in a note about several
    students is one for the group, listed with the first; --each makes one to each of them.
    """
    from advisory.casework.check_in.capture import capture
    from advisory.rules.capture.line import read_capture
    from advisory.rules.capture.reading import reading_words
    from advisory.rules.days.period import next_period_on

    typed = " ".join(line)
    with sitting.caseload() as caseload:
        today = caseload.today
        reading = read_capture(
            typed,
            today,
            named=True,
            next_period_on=next_period_on(caseload.store.all(MeetingPattern), caseload.calendar, today),
            day_first=is_day_first(sitting, typed),
        )
        students = [_one(caseload, name.text) for name in reading.names]
        ids = [student.id for student in students]
        is_one = (
            reading.text.strip() or reading.tags
        ) and not each  # without a note, only the promises say whom they are for
        made = capture(caseload, reading, ids, promised_to=ids[:1] if is_one else None)
        words = ", ".join(reading_words(replace(reading, promises=()), today))
        for check_in in made.check_ins:
            kind = f"{check_in.kind.label} with {check_in.person}" if check_in.person else check_in.kind.label
            talk(f"Saved [{check_in.id}]: {caseload.names[check_in.student]}, {kind}, {words}")
        for promise in made.promises:
            told = promised_line(promise, promised_to(caseload, promise, caseload.names[promise.student]))
            talk(f"{told}: {promise.text}")


def _one(caseload: Caseload, token: str) -> Student:
    """The one student this name fits. Refuses if it fits nobody, or several: then with what to type for each."""
    from advisory.rules.names.token import matching_students, name_token

    found = matching_students(token, caseload.students)
    match found:
        case [student]:
            return student
    if not found:
        raise Refusal(f"Nobody in the caseload has a name that begins with “{token}”. Start the line with a name.")
    listed = ", ".join(f"{caseload.names[one.id]} [{name_token(one, caseload.students)}]" for one in found)
    raise Refusal(f"“{token}” fits {len(found)} students: {listed}. Type what is in brackets instead.")
