"""What the programs that make forms write above the answers: who answered, what was asked, and what is neither."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from advisory.exchange.columns.column_names import fold_header
from advisory.exchange.columns.header import Header, read_header
from advisory.exchange.roster.roster import RefusedLine
from advisory.exchange.roster.sheet import Record
from advisory.exchange.roster.top import Top

WHEN = (
    "timestamp", "completiontime", "submittedat", "submitted", "submitdate", "datesubmitted", "submissiondate",
    "submissiontime", "recordeddate", "zeitstempel", "horodateur", "marcatemporal", "informazionicronologiche",
    "tijdstempel", "carimbodedatahora", "tidsstampel", "enddate", "date",
)  # fmt: skip
DAY_FIRST = frozenset(
    {"zeitstempel", "horodateur", "marcatemporal", "informazionicronologiche", "tijdstempel", "carimbodedatahora"}
)
"""The titles among those in languages that write the day before the month."""
_NO_QUESTION = frozenset({
    *WHEN, "starttime", "startdate", "endtime", "lastmodifiedtime", "id", "name", "score", "totalscore", "totalpoints",
    "points", "quizfeedback", "gradepostedtime", "username", "section", "sectionid", "sectionsisid", "sisid", "root",
    "attempt", "ncorrect", "nincorrect", "ipaddress", "responseid", "respondentid", "language", "status", "progress",
    "duration", "durationinseconds", "finished", "responsetype", "recipientlastname", "recipientfirstname",
    "recipientemail", "externalreference", "externaldatareference", "locationlatitude", "locationlongitude",
    "distributionchannel", "userlanguage", "collectorid", "customdata1", "customdata", "startzeit",
    "fertigstellungszeit",
})  # fmt: skip
_GRADED = re.compile(r"(?:points|feedback|punkte|commentaires)\s*[-–:]\s", re.IGNORECASE)
"""Microsoft Forms puts the points and the remarks for each question beside its answers."""
_PREFIX = re.compile(r"\s*(?:\d+\s*[:.)]\s+|Q(?:uestion)?\s*\d+\s*[-:.)]\s*)", re.IGNORECASE)
"""The number that Canvas, Schoology and others put before a question."""
_ASKING = re.compile(
    r"(?:please\s+)?(?:(?:enter|type|write|give|add)\s+)?(?:what(?:'s|’s|\s+is|\s+are)\s+)?(?:your|the student's|votre|ton|dein|ihr|tu|su)\s+",
    re.IGNORECASE,
)
_ONLY_NUMBERS_ANSWERS = {"id", "number", "no", "nr"}
"""Microsoft Forms counts the answers in a column of this name, where a roster has the student's number."""
_SURVEY_MONKEY = {"respondentid", "collectorid"}
_OPEN_ANSWER = {"openendedresponse", "response", ""}
_QUALTRICS = {"responseid", "recordeddate"}
_IMPORT_ID = "importid"


def by_question(top: Top) -> Top:
    """The table with one header row whose titles are the questions, and with the columns that say who answered."""
    first = {fold_header(cell) for cell in top.record.cells}
    titles, rows = list(top.record.cells), top.rows
    if first >= _SURVEY_MONKEY:
        below = next(rows, None)
        titles = [*_with_choices(titles, below.cells if isinstance(below, Record) else ())]
    elif first >= _QUALTRICS:
        below = next(rows, None)
        titles = [*below.cells] if isinstance(below, Record) else titles
        rows = (row for row in rows if isinstance(row, RefusedLine) or not _is_import_id(row))
    record = Record(top.record.line, titles)
    return msgspec.structs.replace(top, record=record, header=_who_answered(titles), rows=rows)


def question_of(title: str) -> str:
    """The question that a title asks; "" if its column holds no answers."""
    if fold_header(title) in _NO_QUESTION or _GRADED.match(title):
        return ""
    prefix = _PREFIX.match(title)
    return " ".join(title[prefix.end() if prefix else 0 :].split())


def _who_answered(titles: Sequence[str]) -> Header:
    """The columns of names, numbers and addresses, also where a form asks for them: `What is your first name?`."""
    header = read_header([_asked_for(title.strip()) for title in titles])
    kept = {
        field: at for field, at in header.columns.items() if field not in {"status", "left_on", "role", "source_id"}
    }
    number = kept.get("student_number")
    if number is not None and fold_header(titles[number]) in _ONLY_NUMBERS_ANSWERS:
        del kept["student_number"]
    return msgspec.structs.replace(header, columns=kept)


def _asked_for(title: str) -> str:
    """What a title such as `What is your first name?` asks for; the title itself if it asks for nothing of theirs."""
    asking = _ASKING.match(title)
    return title[asking.end() :].rstrip(" ?:*") if asking else title


def _with_choices(titles: Sequence[str], below: Sequence[str]) -> Iterator[str]:
    """Each title with what stands below it, as SurveyMonkey divides a question into a column a choice."""
    last = ""
    for at, title in enumerate(titles):
        last = title.strip() or last
        choice = below[at].strip() if at < len(below) else ""
        yield last if fold_header(choice) in _OPEN_ANSWER else f"{last} [{choice}]"


def _is_import_id(row: Record) -> bool:
    return _IMPORT_ID in fold_header(row.cells[0])
