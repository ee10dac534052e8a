"""`advisory trash`: what was deleted, and one of it brought back."""

import click

from advisory.caseload.caseload import Caseload
from advisory.caseload.trash import LISTED, Gone, counted, in_trash
from advisory.model import CheckIn, Evidence, KnownWell, Student
from advisory.model.day_order import show_date
from advisory.rules.refusal import Refusal

from .base.command import Command, example
from .base.options import AS_JSON
from .base.sitting import Sitting, data, json, talk
from .lines.table import lay_out


@example("trash", "what was deleted, by kind, with numbers; --json")
@example("trash restore 3", "bring one back, by its number or its id; a student comes with their whole file")
@click.command(cls=Command)
@click.argument("verb", required=False, type=click.Choice(["restore"]))
@click.argument("what", required=False, metavar="NUMBER|ID")
@AS_JSON
@click.pass_obj
def trash(sitting: Sitting, verb: str | None, what: str | None, *, as_json: bool) -> None:
    """List what was deleted, or bring one of it back with restore. After 30 days in the trash it is gone for good."""
    from advisory.casework.bring_back import bring_back

    with sitting.caseload() as caseload:
        gone = in_trash(caseload)
        if verb:
            one = _named(gone, what or "")
            back = bring_back(caseload, one.record)
            with_file = f", with {counted(one.file)}" if isinstance(back, Student) else ""
            talk(f"Brought back: {back.noun} [{back.id}]{f', {one.name}' if one.name else ''}{with_file}.")
        elif as_json:
            json([_object(number, one) for number, one in enumerate(gone, 1)])
        elif not gone:
            talk("The trash is empty.")
        else:
            _list(caseload, gone)


def _list(caseload: Caseload, gone: list[Gone]) -> None:
    header, kind = ("", "Deleted", "Student", "Day", "What"), None
    rows = [(str(number), *_row(caseload, one)) for number, one in enumerate(gone, 1)]
    heading, *lines = lay_out(header, rows)
    data(heading)
    for one, line in zip(gone, lines, strict=True):
        if kind is not type(one.record):
            kind = type(one.record)
            data(LISTED[kind])
        data(line)
    talk("`advisory trash restore NUMBER` brings one back.")


def _row(caseload: Caseload, gone: Gone) -> tuple[str, ...]:
    day = show_date(gone.day) if gone.day else ""
    return (
        show_date(gone.deleted_at.astimezone().date()),
        gone.name,
        day,
        f"{_words(caseload, gone)} [{gone.record.id}]",
    )


def _words(caseload: Caseload, gone: Gone) -> str:
    """Its first line; of a sensitive fact only the area."""
    from advisory.caseload.called import called

    record = gone.record
    if isinstance(record, Student):
        return f"with {counted(gone.file)}"
    if isinstance(record, KnownWell):
        return record.facet.label if record.sensitive else f"{record.facet.label}: {record.text}"
    text = record.line if isinstance(record, CheckIn) else record.seen if isinstance(record, Evidence) else ""
    words = text or called(record, caseload.catalogue, show_date) or record.noun
    return words if words.isprintable() else " ↵ ".join(words.splitlines())


def _object(number: int, gone: Gone) -> dict[str, object]:
    return {
        "number": number,
        "id": gone.record.id,
        "kind": gone.record.noun,
        "student": gone.name,
        "day": gone.day,
        "deleted_at": gone.deleted_at,
        "records": len(gone.file),
    }


def _named(gone: list[Gone], what: str) -> Gone:
    """The one with this number in the list, or this id. Refuses any other."""
    for number, one in enumerate(gone, 1):
        if what in {str(number), one.record.id}:
            return one
    raise Refusal(f"There is no “{what}” in the trash. `advisory trash` lists it, with numbers.")
