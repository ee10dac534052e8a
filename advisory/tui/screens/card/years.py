"""A clean slate on the card: this school year's lines are open, those of earlier years folded, a heading a year."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

from advisory.model import CheckIn, CognitiveInsight, Evidence, Indicator, StageMove
from advisory.model.words import InsightStatus
from advisory.rules.days.school_days import school_year
from advisory.rules.log.record_line import day_of
from advisory.tui.desk import Desk
from advisory.tui.prose import wrap
from advisory.tui.screens.base.text_rows import section_heading, text_row
from advisory.tui.widgets.lists.fold_heading import fold_heading
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Span

Dated = CheckIn | Indicator | Evidence | CognitiveInsight | StageMove
One = TypeVar("One", bound=Dated)
_YEAR = "year "
"""The prefix of the keys of the years' headings."""
_WHY = "Every school year begins with a clean slate: what was before stays folded until you open it."


class YearLines(NamedTuple):
    """What the card shows of some school years: check-ins and insights newest first, the others oldest first."""

    check_ins: Sequence[CheckIn]
    signs: Sequence[Indicator]
    evidence: Sequence[Evidence]
    insights: Sequence[CognitiveInsight]
    moves: Sequence[StageMove]


def year_of(record: Dated) -> int:
    """The school year that a record belongs to."""
    return school_year(record.moved_on if isinstance(record, StageMove) else day_of(record))


def lines_of(desk: Desk, student_id: str) -> YearLines:
    """Everything dated that the card shows of a student."""
    store = desk.caseload.store
    return YearLines(
        list(reversed(store.check_ins_of(student_id))),
        store.of_student(Indicator, student_id),
        store.of_student(Evidence, student_id),
        store.of_student(CognitiveInsight, student_id),
        store.of_student(StageMove, student_id),
    )


def this_year(desk: Desk, every: YearLines) -> YearLines:
    """What stands open: this school year's lines, and the insights that are open still."""
    year = school_year(desk.caseload.today)
    kept = _in_year(every, year)
    still = {one.id for one in kept.insights} | {one.id for one in every.insights if _is_open(one)}
    return kept._replace(insights=[one for one in every.insights if one.id in still])


def _is_open(insight: CognitiveInsight) -> bool:
    return insight.status is InsightStatus.OPEN


def _in_year(every: YearLines, year: int) -> YearLines:
    def of(records: Iterable[One]) -> list[One]:
        return [one for one in records if year_of(one) == year]

    return YearLines(of(every.check_ins), of(every.signs), of(every.evidence), of(every.insights), of(every.moves))


def earlier_years(desk: Desk, every: YearLines) -> dict[int, YearLines]:
    """School year → its lines, newest first, without this one; an insight that is open still is not among them."""
    current = school_year(desk.caseload.today)
    kept = every._replace(insights=[one for one in every.insights if not _is_open(one)])
    years = {year_of(one) for records in kept for one in records}
    return {year: _in_year(kept, year) for year in sorted(years, reverse=True) if year < current}


def year_headings(years: dict[int, YearLines], opened: Collection[int], cells: int) -> Iterator[tuple[int, list[Row]]]:
    """The rows of each year's heading, before which, once, why they are folded; the year's lines follow if it is open."""
    for at, (year, lines) in enumerate(years.items()):
        rows: list[Row] = [] if at else [*section_heading("Earlier years"), *_why(cells)]
        label = f"{year}-{(year + 1) % 100:02}"
        rows.append(fold_heading(key_of(year), label, partial(_count, lines), is_folded=year not in opened))
        yield year, rows


def _why(cells: int) -> list[Row]:
    return [text_row(Span(text, "muted")) for text in wrap(_WHY, cells)]


def _count(lines: YearLines) -> str:
    """`34 check-ins, 5 signs`: what a year holds."""
    nouns = ("check-in", "sign", "piece of evidence", "insight", "move")
    counts = [(len(records), noun) for records, noun in zip(lines, nouns, strict=True) if records]
    return ", ".join(f"{many} {noun if many == 1 else _plural(noun)}" for many, noun in counts)


def _plural(noun: str) -> str:
    return "pieces of evidence" if noun.startswith("piece") else f"{noun}s"


def key_of(year: int) -> str:
    """The key of a year's heading."""
    return f"{_YEAR}{year}"


def year_in(key: str) -> int | None:
    """The year whose heading has this key; None if it isn't a heading's."""
    return int(key.removeprefix(_YEAR)) if key.startswith(_YEAR) else None
