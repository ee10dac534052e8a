"""`advisory history`: how a student's records changed."""

from collections.abc import Iterable, Iterator

import click

from advisory.caseload.history.history import HistoryRow, record_history
from advisory.model.day_order import show_date

from .base.command import Command, example
from .base.sitting import Sitting, data, json


@example("history maya", "what changed about her and when, before and after; --json")
@click.command(cls=Command)
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="As JSON: at, what, record, field, was, now.")
@click.pass_obj
def history(sitting: Sitting, name: str, *, as_json: bool) -> None:
    """What changed in a student's records, newest first: when, what, before and after. Private words are shown."""
    with sitting.caseload() as caseload:
        student = caseload.one(name, also_left=True)
        rows = record_history(caseload.store, student.id)
        if as_json:
            json(list(rows))
        else:
            for text in _lines(rows):
                data(text)


def _lines(rows: Iterable[HistoryRow]) -> Iterator[str]:
    last: tuple[object, ...] = ()
    for row in rows:
        if (change := (row.at, row.what, row.record)) != last:
            yield f"{show_date(row.at.astimezone()):12} {row.at.astimezone():%H:%M}  {row.what}  [{row.record}]"
            last = change
        yield f"    {_line(row)}"


def _line(row: HistoryRow) -> str:
    was, now = (" ↵ ".join(text.splitlines()) for text in (row.was, row.now))
    return f"{row.field}: {was or '–'} → {now or '–'}" if row.was else f"{row.field}: {now}"
