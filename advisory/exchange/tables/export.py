"""Export one table as a CSV file or an Excel workbook."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

import msgspec

from advisory.exchange.file.csv_out import Cell, csv_file, csv_lines
from advisory.exchange.file.workbook_out import workbook_file
from advisory.model import CheckIn, CognitiveInsight, DefensePlan, Evidence, FollowUp, Pact, StageMove
from advisory.rules.family.good_word import HomeWord
from advisory.rules.overview.summary import Summary
from advisory.rules.overview.time_given import TimeGiven
from advisory.rules.refusal import Refusal

from . import caseload, check_in, defense, evidence, family, follow_up, insight, pact, stage_move, student, time_given

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
)


class _PrivateTable(NamedTuple):
    """A table whose words are private: its header, its rows, and where in Sources the records are."""

    header: tuple[str, ...]
    rows: Callable[..., Iterable[tuple[Cell, ...]]]
    source: str


_PRIVATE_TABLES = {
    "followups": _PrivateTable(follow_up.HEADER, follow_up.rows, "follow_ups"),
    "stage-moves": _PrivateTable(stage_move.HEADER, stage_move.rows, "stage_moves"),
    "evidence": _PrivateTable(evidence.HEADER, evidence.rows, "evidence"),
    "insights": _PrivateTable(insight.HEADER, insight.rows, "insights"),
    "defenses": _PrivateTable(defense.HEADER, defense.rows, "defenses"),
}

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
        case "families":
            return Sources(names=book.names, home_words=book.home_words)
        case _:
            return Sources(names=book.names, stage_moves=book.stage_moves)


class Exported(msgspec.Struct, frozen=True):
    """A whole file, its number of rows, and how many records were left out or lost their private words."""

    data: bytes
    rows: int
    left_out: int


def export(
    what: str, sources: Sources, *, bom: bool = True, include_private: bool = False, as_workbook: bool = False
) -> Exported:
    """Export one of EXPORTS; any other name raises ValueError. Private words are left out unless asked for.

    `as_workbook` makes an .xlsx file. It refuses a text that is too long for one of its cells.
    """
    header, rows, left_out = _table(what, sources, include_private=include_private)
    if as_workbook:
        cells = list(rows)
        return Exported(workbook_file(header, cells, what), len(cells), left_out)
    lines = csv_lines(rows)
    return Exported(csv_file(header, lines, bom=bom), len(lines), left_out)


def objects(what: str, sources: Sources) -> list[dict[str, Cell]]:
    """The rows of an export by column name, with private words: what the advisor sees, for other programs."""
    header, rows, _ = _table(what, sources, include_private=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def _table(
    what: str, sources: Sources, *, include_private: bool
) -> tuple[tuple[str, ...], Iterable[tuple[Cell, ...]], int]:
    names = sources.names
    match what:
        case "caseload":
            return caseload.HEADER, caseload.rows(sources.summaries), 0
        case "students":
            return student.HEADER, student.rows(sources.summaries), 0
        case "checkins":
            rows = check_in.rows(sources.check_ins, names, include_private=include_private)
            return check_in.HEADER, rows, check_in.left_out(sources.check_ins, include_private=include_private)
        case "pacts":
            return pact.HEADER, pact.rows(sources.pacts, names), 0
        case _ if what in _PRIVATE_TABLES:
            records = getattr(sources, _PRIVATE_TABLES[what].source)
            table = _PRIVATE_TABLES[what]
            lines = table.rows(records, names, include_private=include_private)
            return table.header, lines, 0 if include_private else len(records)
        case "time" | "families":
            return _of_term(what, sources, include_private=include_private)
        case _:
            raise ValueError(f"There is no export called {what!r}; choose one of {', '.join(EXPORTS)}.")


def _of_term(
    what: str, sources: Sources, *, include_private: bool
) -> tuple[tuple[str, ...], Iterable[tuple[Cell, ...]], int]:
    """A table with what each current student got this term, or what went to their home."""
    names = sources.names
    if what == "families":
        told = family.rows(sources.home_words, names, include_private=include_private)
        return family.HEADER, told, 0 if include_private else len(sources.home_words)
    given = sources.time.students if sources.time else ()
    count = 0 if include_private else len(given)
    return time_given.HEADER, time_given.rows(given, names, include_private=include_private), count
