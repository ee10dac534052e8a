"""Export one table as a CSV file or an Excel workbook."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

import msgspec

from advisory.exchange.file.csv_out import Cell, csv_file, csv_lines
from advisory.exchange.file.workbook_out import workbook_file
from advisory.model import CheckIn, CognitiveInsight, DefensePlan, Evidence, FollowUp, Pact, StageMove
from advisory.model.words import Audience
from advisory.rules.family.good_word import HomeWord
from advisory.rules.overview.summary import Summary
from advisory.rules.overview.time_given import TimeGiven
from advisory.rules.refusal import Refusal

from . import (
    caseload,
    check_in,
    defense,
    evidence,
    family,
    follow_up,
    insight,
    pact,
    stage_move,
    student,
    summary,
    time_given,
)
from .audience import columns_for

EXPORTS: tuple[str, ...] = (
    "caseload",
    "students",
    "checkins",
    "pacts",
    "followups",
    "stage-moves",
    "evidence",
    "insights",
    "defenses",
    "time",
    "families",
    "summary",
)
"""The tables, by the names that the command line and the form have for them."""


class _OfRecords(NamedTuple):
    """A table of records: its header, its rows, and where in Sources the records are."""

    header: tuple[str, ...]
    rows: Callable[..., Iterable[tuple[Cell, ...]]]
    source: str


CSV, XLSX = FORMATS = ("csv", "xlsx")
_OTHER_WORKBOOKS = frozenset(("xls", "xlsm", "xlsb", "ods", "numbers"))


def format_of(name: str) -> str:
    """The format that the end of a file's name asks for, CSV where it says nothing. Refuses other kinds of workbooks."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if ending in _OTHER_WORKBOOKS:
        raise Refusal(f"{name}: advisory writes .csv and .xlsx, which every spreadsheet opens. Choose one of the two.")
    return XLSX if ending == XLSX else CSV


class Sources(msgspec.Struct, frozen=True, kw_only=True):
    """The records to export, in order and without those in the trash; `names` is by student id.

    An export reads only its own: summaries for caseload and students, names and records for the others.
    """

    summaries: Sequence[Summary] = ()
    check_ins: Sequence[CheckIn] = ()
    pacts: Sequence[Pact] = ()
    follow_ups: Sequence[FollowUp] = ()
    stage_moves: Sequence[StageMove] = ()
    evidence: Sequence[Evidence] = ()
    insights: Sequence[CognitiveInsight] = ()
    defenses: Sequence[DefensePlan] = ()
    time: TimeGiven | None = None
    home_words: Sequence[HomeWord] = ()
    names: Mapping[str, str] = {}


class Book(Protocol):
    """Where the records come from: the summaries of the current students and of everyone, and each kind of record."""

    @property
    def summaries(self) -> Sequence[Summary]: ...
    @property
    def all_summaries(self) -> Sequence[Summary]: ...
    @property
    def check_ins(self) -> Sequence[CheckIn]: ...
    @property
    def pacts(self) -> Sequence[Pact]: ...
    @property
    def follow_ups(self) -> Sequence[FollowUp]: ...
    @property
    def stage_moves(self) -> Sequence[StageMove]: ...
    @property
    def evidence(self) -> Sequence[Evidence]: ...
    @property
    def insights(self) -> Sequence[CognitiveInsight]: ...
    @property
    def defenses(self) -> Sequence[DefensePlan]: ...
    @property
    def time_given(self) -> TimeGiven: ...
    @property
    def home_words(self) -> Sequence[HomeWord]: ...
    @property
    def names(self) -> Mapping[str, str]: ...


def gather(what: str, book: Book) -> Sources:
    """Read what one export needs and no more: listing the students does not read ten years of check-ins."""
    match what:
        case "caseload":
            return Sources(summaries=book.summaries)
        case "students":
            return Sources(summaries=book.all_summaries)
        case "checkins":
            return Sources(names=book.names, check_ins=book.check_ins)
        case "pacts" | "evidence" | "insights" | "defenses":
            return Sources(names=book.names, **{what: getattr(book, what)})
        case "followups":
            return Sources(names=book.names, follow_ups=book.follow_ups)
        case "time":
            return Sources(names=book.names, time=book.time_given)
        case "summary":
            return Sources(summaries=book.summaries, time=book.time_given)
        case "families":
            return Sources(names=book.names, home_words=book.home_words)
        case _:
            return Sources(names=book.names, stage_moves=book.stage_moves)


class Exported(msgspec.Struct, frozen=True):
    """A whole file, and its number of rows."""

    data: bytes
    rows: int


class Table(NamedTuple):
    """A table before it is a file: its columns, and each row with the id of the record or the student it is about."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[str, tuple[Cell, ...]]]

    def without(self, ids: Collection[str]) -> "Table":
        """The table without the rows about these."""
        return self._replace(rows=[row for row in self.rows if row[0] not in ids])

    def file(self, what: str, *, bom: bool = True, as_workbook: bool = False) -> Exported:
        """The table as a CSV file, or as an .xlsx file, which refuses a text that is too long for one of its cells."""
        cells = [row for _, row in self.rows]
        if as_workbook:
            return Exported(workbook_file(self.columns, cells, what), len(cells))
        return Exported(csv_file(self.columns, csv_lines(cells), bom=bom), len(cells))


def table(what: str, sources: Sources, audience: Audience = Audience.MYSELF) -> Table:
    """One of EXPORTS with the columns that its audience gets; any other name raises ValueError.

    For others, `sources` must come from a `Leaving`: see `table_out`.
    """
    header, rows, about = _whole(what, sources)
    columns = columns_for(what, header, audience)
    if columns == header:
        return Table(header, list(zip(about, rows, strict=True)))
    places = [header.index(column) for column in columns]
    return Table(columns, [(one, tuple(row[at] for at in places)) for one, row in zip(about, rows, strict=True)])


def export(what: str, sources: Sources, *, bom: bool = True, as_workbook: bool = False) -> Exported:
    """Export one of EXPORTS, whole, for the advisor alone; any other name raises ValueError."""
    header, rows, _ = _whole(what, sources)
    if as_workbook:
        cells = list(rows)
        return Exported(workbook_file(header, cells, what), len(cells))
    lines = csv_lines(rows)
    return Exported(csv_file(header, lines, bom=bom), len(lines))


def objects(what: str, sources: Sources) -> list[dict[str, Cell]]:
    """The rows of an export by column name, with private words: what the advisor sees, for other programs."""
    header, rows, _ = _whole(what, sources)
    return [dict(zip(header, row, strict=True)) for row in rows]


_Whole = tuple[tuple[str, ...], Iterable[tuple[Cell, ...]], Iterable[str]]
"""A header, the rows, and whom or what each row is about, by id."""


def _whole(what: str, sources: Sources) -> _Whole:
    names, given = sources.names, sources.time.students if sources.time else ()
    of_students = [line.student.id for line in sources.summaries]
    match what:
        case "caseload":
            return caseload.HEADER, caseload.rows(sources.summaries), of_students
        case "students":
            return student.HEADER, student.rows(sources.summaries), of_students
        case "summary":
            by_id = {one.student_id: one for one in given}
            return summary.HEADER, summary.rows(sources.summaries, by_id), of_students
        case "time":
            return time_given.HEADER, time_given.rows(given, names), [one.student_id for one in given]
        case "families":
            words = sources.home_words
            return family.HEADER, family.rows(words, names), [word.student.id for word in words]
        case _ if what in OF_RECORDS:
            header, rows, source = OF_RECORDS[what]
            records = getattr(sources, source)
            return header, rows(records, names), [record.id for record in records]
        case _:
            raise ValueError(f"There is no export called {what!r}; choose one of {', '.join(EXPORTS)}.")


OF_RECORDS = {
    "checkins": _OfRecords(check_in.HEADER, check_in.rows, "check_ins"),
    "pacts": _OfRecords(pact.HEADER, pact.rows, "pacts"),
    "followups": _OfRecords(follow_up.HEADER, follow_up.rows, "follow_ups"),
    "stage-moves": _OfRecords(stage_move.HEADER, stage_move.rows, "stage_moves"),
    "evidence": _OfRecords(evidence.HEADER, evidence.rows, "evidence"),
    "insights": _OfRecords(insight.HEADER, insight.rows, "insights"),
    "defenses": _OfRecords(defense.HEADER, defense.rows, "defenses"),
}
"""The tables that have a row for each record."""
