"""Whether a student is at the school, by the status, the day of leaving and the role that a roster gives them."""

import re
from datetime import date

from advisory.exchange.columns.column_names import fold_header
from advisory.model.words import Status

EXPECTED = "expected"
"""Registered, and not here yet. It is no status of a student, who is added when they come."""
HERE = "here"

_WORDS = {
    HERE: "active; enrolled; current; currently enrolled; a; present; continuing; returning; returned; new; registered; full time; part time; "
    "on roll; single registration; main; current single registration; current main dual registration; in school; yes; y; true; reenrolled; re-entry; readmitted; confirmed; suspended from class; "
    "on leave; on_leave; leave of absence; aktiv; angemeldet; beurlaubt; actif; active; inscrit; inscrite; présent; activo; activa; matriculado; matriculada; inscrito; inscrita; "
    "vigente; attivo; attiva; iscritto; iscritta; frequentante; actief; ingeschreven; ativo; ativa; cursando; inskriven; aktivní; aktywny; ja; oui; sí; si; sim; 在籍; 在学; 在校; 在读; 在讀; 休学中",
    EXPECTED: "pre-registered; preregistered; pre registered; pre-enrolled; preenrolled; future; applicant; applied; admitted; accepted; waitlisted; wait list; pending; "
    "incoming; not yet enrolled; prospective; enrolling; expected; angenommen; préinscrit; preinscrito; preinscripto; preiscritto; aangemeld; pré-matriculado; 入学予定; 待入学",
    Status.TRANSFERRED: "transferred; transferred out; transfer; transfer out; moved; moved away; t; withdrawn; withdrew; withdrawal; w; dropped; dropped out; drop; exited; exit; "
    "left; leaver; left school; gone; no show; no-show; noshow; never attended; unenrolled; disenrolled; deregistered; off roll; abgemeldet; abgegangen; abgang; austritt; schulwechsel; verzogen; "
    "transféré; parti; sorti; sortie; radié; démissionnaire; démission; trasladado; trasladada; baja; anulada; anulado; anulación; retirado; retirada; traslado; trasferito; trasferita; ritirato; ritirata; "
    "uitgeschreven; vertrokken; transferido; transferida; desistente; evadido; avslutad; flyttad; przeniesiony; 転出; 転校; 退学; 转学; 轉學; 退學",
    Status.GRADUATED: "graduated; graduate; graduating out; alumni; alumnus; alumna; alum; g; completed; completer; diploma; finished; absolviert; absolvent; abgeschlossen; diplômé; diplômée; egresado; egresada; "
    "graduado; graduada; diplomato; diplomata; geslaagd; afgestudeerd; formado; concluído; concluinte; utexaminerad; 卒業; 毕业; 畢業; 卒業生",
    Status.ARCHIVED: "archived; inactive; i; not active; not enrolled; former; ex; closed; ended; deleted; tobedeleted; to be deleted; deactivated; disabled; suspended; expelled; deceased; historical; "
    "imported as historical; no; n; false; terminated; expired; cancelled; canceled; inaktiv; ausgeschieden; ehemalig; inactif; inactive; ancien; inactivo; inactiva; inattivo; inattiva; inactief; inativo; inativa; "
    "nein; non; nee; não; nej; 除籍; 離籍; 注销",
}  # fmt: skip
_BY_WORD = {fold_header(word): kind for kind, words in _WORDS.items() for word in words.split(";")}
_CODES = {
    "enrollstatus": {
        "0": HERE,
        "-1": EXPECTED,
        "1": Status.ARCHIVED,
        "2": Status.TRANSFERRED,
        "3": Status.GRADUATED,
        "4": Status.ARCHIVED,
    },
}
"""PowerSchool's numbers."""
_YES_NO = {"active", "isactive", "enrolled", "isenrolled", "onroll", "enabled", "activestatus"}
"""Columns in which 1 is yes and 0 no."""
_STAFF = {
    fold_header(word): word
    for word in [
        "teacher",
        "staff",
        "administrator",
        "admin",
        "aide",
        "parent",
        "guardian",
        "principal",
        "counselor",
        "faculty",
        "employee",
        "proctor",
        "relative",
        "substitute",
        "site admin",
        "owner",
        "organizer",
        "co-organizer",
        "presenter",
        "manager",
        "school admin",
        "course admin",
        "ta",
        "teaching assistant",
        "instructor",
        "co-teacher",
        "lehrer",
        "lehrerin",
        "lehrkraft",
        "eltern",
        "enseignant",
        "enseignante",
        "professeur",
        "docente",
        "profesor",
        "profesora",
        "padre",
        "madre",
        "tutor",
        "insegnante",
        "genitore",
        "docent",
        "leraar",
        "ouder",
        "professor",
        "professora",
        "lärare",
        "vårdnadshavare",
        "教師",
        "教员",
        "老师",
        "家长",
    ]
}
_ON_A_DAY = re.compile(r"\W+(?:(?:on|as of|since|am|le|el|il|op|em)\W+)?\d[\d/.-]*\s*\Z", re.IGNORECASE)
"""The day after a status: `Dropped 9/12`."""
_DATE_SEPARATORS = ("/", ".", "-")


def standing_of(text: str, header: str) -> str:
    """HERE, EXPECTED, or the Status of one who left, by a cell of the column called `header`; "" if it can't be told."""
    folded = fold_header(header)
    core = folded.removeprefix("students").removeprefix("student")
    if code := _CODES.get(core, {}).get(text):
        return code
    if core in _YES_NO and text in {"0", "1"}:
        return HERE if text == "1" else Status.ARCHIVED
    plain = _ON_A_DAY.sub("", text.split("(", maxsplit=1)[0])
    spellings = (text, plain, plain.split("-", maxsplit=1)[0])
    return next((kind for spelling in spellings if (kind := _BY_WORD.get(fold_header(spelling), ""))), "")


def staff_role(text: str) -> str:
    """The role of somebody who isn't a student, as the file has it; "" for a student and for an unknown word."""
    return _STAFF.get(fold_header(text), "")


def has_left(text: str, today: date) -> bool | None:
    """Whether a day of leaving has come by `today`; None if that can't be told."""
    days = _days(text)
    past = {day <= today for day in days}
    return past.pop() if len(past) == 1 else None


def left_on_of(text: str) -> date | None:
    """The day of leaving, if it is written as 2026-09-01."""
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None


def _days(text: str) -> set[date]:
    """The days that a text may mean: 9/1/2026 may be in September or in January."""
    if day := left_on_of(text):
        return {day}
    day_part = text.split(maxsplit=1)[0] if text.split() else ""
    for separator in _DATE_SEPARATORS:
        parts = day_part.split(separator)
        if len(parts) == 3 and all(map(str.isdecimal, parts)):  # noqa: PLR2004 - day, month and year
            one, two, year = map(int, parts)
            year += 2000 if year < 100 else 0  # noqa: PLR2004 - two digits
            return {found for found in (_day(year, one, two), _day(year, two, one)) if found}
    return set()


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
