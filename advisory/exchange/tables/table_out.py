"""A table for others, made from what may leave for them."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from msgspec.structs import replace

from advisory.exchange.file.csv_out import Cell
from advisory.model import CheckIn, CognitiveInsight, DefensePlan, Evidence, FollowUp, Pact, Record, StageMove, Student
from advisory.model.day_order import show_date
from advisory.model.words import Word
from advisory.rules.leaving.leaving import Leaving
from advisory.rules.leaving.outgoing import Outgoing, Written
from advisory.rules.leaving.preview import Going, Part
from advisory.rules.overview.summary import Summary

from .export import OF_RECORDS, XLSX, Book, Sources, Table, format_of, gather, table

_KINDS: dict[str, tuple[type[Record], ...]] = {
    "caseload": (Pact,),
    "checkins": (CheckIn,),
    "pacts": (Pact,),
    "followups": (FollowUp,),
    "stage-moves": (StageMove,),
    "evidence": (Evidence,),
    "insights": (CognitiveInsight,),
    "defenses": (DefensePlan,),
}
"""Table → the kinds of records that it is made of, besides the students themselves."""
_IDS = frozenset(("id", "student_id", "pact_id", "group_id", "logged_at"))
"""The columns of ids, which the preview leaves out."""


def kinds_of(what: str) -> tuple[type[Record], ...]:
    """The kinds of records that a table is made from, besides the students themselves."""
    return _KINDS.get(what, ())


def table_out(what: str, book: Book, leaving: Leaving, *, bom: bool = True) -> Outgoing:
    """The table of what leaves; `leaving` must be of `kinds_of(what)`, and of the students that the table is about."""
    whole = table(what, _sources(what, book, leaving), leaving.audience)
    return outgoing(f"table of {what}", whole, leaving, sheet=what, bom=bom)


def outgoing(called: str, whole: Table, leaving: Leaving, *, sheet: str, bom: bool = True) -> Outgoing:
    """A table that leaves, by the name that the log gives it; `sheet` names the page of a workbook."""

    def file(left_out: Collection[str], name: str) -> Written:
        made = whole.without(left_out).file(sheet, bom=bom, as_workbook=format_of(name) == XLSX)
        return Written(made.data, "1 row" if made.rows == 1 else f"{made.rows:,} rows")

    def text(left_out: Collection[str]) -> str:
        rows = (tuple(map(_words, row, whole.columns)) for _, row in whole.without(left_out).rows)
        return "\n".join("\t".join(row) for row in (whole.columns, *rows))

    return Outgoing(called, leaving, _parts(whole, leaving), file, text)


def _sources(what: str, book: Book, leaving: Leaving) -> Sources:
    """What the table is made from: only records that leave, and the counts of the summaries."""
    if what in OF_RECORDS:
        records: dict[str, Any] = {OF_RECORDS[what].source: leaving.of(*kinds_of(what))}
        return Sources(names=book.names, **records)
    gathered = gather(what, book)
    students = {one.id: one for one in leaving.of(Student)}
    pacts = {one.id: one for one in leaving.of(Pact)}
    return replace(
        gathered,
        summaries=[
            replace(line, student=students[line.student.id], pact=_pact(what, line, pacts))
            for line in gathered.summaries
            if line.student.id in students
        ],
        home_words=[word for word in gathered.home_words if word.student.id in students],
        time=gathered.time
        and gathered.time._replace(students=tuple(one for one in gathered.time.students if one.student_id in students)),
    )


def _pact(what: str, line: Summary, pacts: Mapping[str, Pact]) -> Pact | None:
    """As much of the pact as leaves; a summary shows where it stands, and none of its words."""
    if what == "summary" or line.pact is None:
        return line.pact
    return pacts.get(line.pact.id)


def _parts(whole: Table, leaving: Leaving) -> list[Part]:
    """The columns, then each row in a line; the key of a row is the record, or the student, it is about."""
    shown = [at for at, column in enumerate(whole.columns) if column not in _IDS]
    records = {record.id for record in leaving.records}
    pacts = {pact.student: pact.id for pact in leaving.of(Pact)}
    lines = []
    for about, row in whole.rows:
        rests_on = about if about in records and about not in pacts else pacts.get(about, "")
        text = " · ".join(filter(None, (_words(row[at], whole.columns[at]) for at in shown)))
        lines.append(Going(about, text, (rests_on,) if rests_on else ()))
    columns = Going("", ", ".join(whole.columns[at] for at in shown))
    count = "1 row" if len(lines) == 1 else f"{len(lines):,} rows"
    return [Part("Columns", [columns]), Part(count, lines)]


def _words(cell: Cell, column: str) -> str:
    """A cell as a person reads it; a yes is the name of its column, and a no nothing."""
    match cell:
        case None:
            return ""
        case bool():
            return column.replace("_", " ") if cell else ""
        case Word():
            return cell.label
        case date():
            return show_date(cell)
        case tuple():
            return "; ".join(cell)
        case _:
            return str(cell)
