"""Tell the rows of a roster that name nobody: totals, notes, points possible, a room or a time in the place of a name."""

import re

_TOTAL = (
    r"(?:(?:grand|sub)[ -]?)?totals?|count|sum|average|mean|median|headcount|gesamt|summe|anzahl|gesamtzahl|durchschnitt|somme|effectif|"
    r"moyenne|total général|total general|suma|promedio|totale|media|totaal|aantal|gemiddelde|soma|média|summa|antal|medel|合計|小計|总计|合计|总数|人数|小计|平均"
)
_STUDENTS = r"(?:number |no\. |nombre |número )?(?:of |d'|de |di |der |van )?(?:the )?(?:\w+ )?(?:students?|pupils?|learners?|advisees?|enrolled|enrollment|records?|rows?|schüler(?:innen)?|élèves?|eleves?|alumn[oa]s?|alunn[oi]|leerlingen|alunos?|elever)"
_IS_TOTAL = re.compile(rf"(?:{_TOTAL})(?: {_STUDENTS})?\s*[:=]?\s*[\d.,%]*", re.IGNORECASE)
_COUNTED = re.compile(rf"{_STUDENTS}\s*[:=]?\s*\d+|\d+ {_STUDENTS}", re.IGNORECASE)
_NOTE = re.compile(
    r"(?:(?:printed|generated|exported|created|report(?:ed)?|run|as of|last updated|updated|prepared|data as of|gedruckt|erstellt|stand|imprimé|édité|"
    r"généré|impreso|generado|stampato|generato|afgedrukt|impresso|gerado|utskriven|skapad)\b[^\n]*(?:\d|\bby\b|:)"
    r"|(?:page|seite|pagina|página|sida)\s*\d"
    r"|(?:notes?|source|legend|key|hinweis|quelle|remarque|nota|fonte)\s*:|confidential\b|end of (?:report|list|file)|©|copyright\b|\*{2,})",
    re.IGNORECASE,
)
_TIME = re.compile(r"\d{1,2}:\d\d|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4}")
_ROOM = re.compile(
    r"(?:room|rm\.?|raum|salle|aula|sala|lokaal|sal)\s*\S*\d\S*|[A-Za-z]{0,2}-?\d{2,4}[A-Za-z]?", re.IGNORECASE
)
_INVENTED = {("points", "possible"), ("test", "student"), ("student", "test"), ("possible", "points")}
_SUSPECT = re.compile(
    rf"\d|^(?:{_TOTAL}|points|possible|test|student|confidential|©|copyright|\*\*|end of)(?!\w)|:|\b(?:printed|generated|exported|created|run|updated|prepared) ",
    re.IGNORECASE | re.MULTILINE,
)
"""A text without any of these is a name, so the other checks can be skipped."""
_HAS_LETTER = re.compile(r"[^\W\d_]")


def why_no_student(given: str, family: str) -> str:
    """Why these are the names of nobody; "" if they may be somebody's. Either may be ""."""
    if given.isalpha() and family.isalpha() and not {given.casefold(), family.casefold()} & _WORDS:
        return ""  # almost every row
    if not _SUSPECT.search(f"{given}\n{family}"):
        return ""
    if (given.casefold(), family.casefold()) in _INVENTED:
        return (
            "the row of points, not a student"
            if "points" in f"{given} {family}".casefold()
            else "a test account, not a student"
        )
    whole = " ".join(filter(None, (family, given)))
    turned = " ".join(filter(None, (given, family)))
    if any(_IS_TOTAL.fullmatch(text) or _COUNTED.fullmatch(text) for text in (whole, turned)):
        return "a total, not a student"
    if _NOTE.match(whole) or _NOTE.match(turned):
        return "a note, not a student"
    for name in (given, family):
        if _TIME.search(name):
            return f"a time or a date is no name: {name}"
        if _ROOM.fullmatch(name) or (any(map(str.isdecimal, name)) and not _HAS_LETTER.search(name)):
            return f"a number or a room is no name: {name}"
    return ""


_WORDS = frozenset(word.casefold() for word in re.findall(r"\w+", _TOTAL)) | {
    "total",
    "totals",
    "points",
    "possible",
    "test",
    "student",
    "confidential",
}
"""The words of one piece that a row without a student may have in the place of a name."""
