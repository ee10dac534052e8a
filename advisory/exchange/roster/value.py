"""Read a cell as the school meant it: what stands for nothing is empty, and what a spreadsheet did to it is undone."""

import re

from advisory.exchange.columns.header import WHOLE_NAMES
from advisory.exchange.file.cell import unguard

_NOTHING = frozenset(
    [
        "null",
        "none",
        "nil",
        "n/a",
        "n.a.",
        "#n/a",
        "na",
        "nan",
        "nat",
        "#null!",
        "#ref!",
        "#value!",
        "#name?",
        "#div/0!",
        "#num!",
        "#error!",
        "\\n",
        "undefined",
        "unknown",
        "not available",
        "not applicable",
        "not specified",
        "not provided",
        "not set",
        "(blank)",
        "(empty)",
        "(none)",
        "(null)",
        "[null]",
        "<null>",
        "blank",
        "empty",
        "tbd",
        "tba",
        "-",
        "--",
        "---",
        "—",
        "–",
        "−",
        "‐",
        ".",
        "..",
        "...",
        "…",
        "?",
        "??",
        "/",
        "\\",
        "*",
        "_",
        "'-",
        "keine",
        "kein",
        "k.a.",
        "k. a.",
        "keine angabe",
        "unbekannt",
        "ohne",
        "aucun",
        "aucune",
        "néant",
        "non renseigné",
        "sans objet",
        "s/o",
        "inconnu",
        "ninguno",
        "ninguna",
        "sin datos",
        "s/d",
        "no disponible",
        "no aplica",
        "desconocido",
        "#n/d",
        "n/d",
        "nd",
        "nessuno",
        "non disponibile",
        "sconosciuto",
        "geen",
        "onbekend",
        "n.v.t.",
        "nvt",
        "#n/b",
        "nenhum",
        "não disponível",
        "desconhecido",
        "saknas",
        "okänd",
        "ingen",
        "#nv",
        "#saknas!",
        "なし",
        "無し",
        "不明",
        "未設定",
        "该当なし",
        "無",
        "无",
        "暂无",
        "未知",
        "未填",
        "없음",
    ]
)
"""What programs and people write where there is nothing."""
_LONGEST_NOTHING = max(map(len, _NOTHING))
_SPELLED = {"0"}.union(*({word, word.upper(), word.capitalize()} for word in _NOTHING))
_GRADES = frozenset(map(str, range(1, 13)))
_NAMES_TOO = frozenset(
    {"null", "na", "nil", "none", "unknown", "blank", "empty", "ohne", "kein", "geen", "nat", "nan", "nd"}
)
"""The words among those that may be somebody's name. As a given or family name, only NULL, in capitals or small letters, stands for nothing."""
_FORMULA = re.compile(r'=\s*"((?:[^"]|"")*)"\Z|=\s*(\d+)\Z')
_DECIMAL = re.compile(r"(\d+)(?:\.0+|,00?)\Z")
_SHORTENED = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d{1,2}\Z")
_DATE = re.compile(r"\d{4}([-/.])\d{1,2}\1\d{1,2}(?:[ T].*)?|\d{1,2}([-/.])\d{1,2}\2(?:\d{4}|\d{2})(?: .*)?")
_DAY_OF_MONTH = re.compile(r"(?:\d{1,2}[. -]{1,2}([^\W\d]{3,5})\.?|([^\W\d]{3,5})\.?[. -]\d{1,2})(?:[. -]\d{2,4})?")
_MONTHS = frozenset(
    re.findall(
        r"\w+",
        "jan feb mar apr may jun jul aug sep sept oct nov dec mär mrz mai okt dez janv févr mars avr juin juil août déc "
        "ene abr ago dic gen mag giu lug set ott mrt mei fev out maj",
    )
)
"""How spreadsheets shorten the months, in English, German, French, Spanish, Italian, Dutch, Portuguese and Swedish."""
_INVISIBLE = "\u200b\u2060\ufeff"
"""What copying from a web page leaves around a name."""
_ZERO = re.compile(r"0(?:[.,]0+)?\Z")
_TYPED_AS_TEXT = re.compile(r"['’`]\d+\Z")
_IS_NAME = frozenset({"given_name", "family_name", "family_second", *WHOLE_NAMES})
_IS_NUMBER = frozenset({"student_number", "source_id"})
_CAN_BE_ZERO = frozenset({"grade", "status", *_IS_NAME})
_LARGEST_GRADE = 20
_MARK = re.compile(r"[\d.,]+\s*%|[A-F][+\-−]|20\d\d\s*[-/–]\s*\d{2,4}|\d+(?:[.,]\d+)?\s*/\s*\d+")
"""A mark such as 92%, B+ or 8/10, or a school year: not a grade level."""


def value_of(field: str, cell: str) -> str:
    """What the cell says about the field, without the space around it; "" if it says nothing."""
    text = cell.strip()
    if text.isalnum():  # almost every cell: no formula, and nothing else to take off
        if text not in _SPELLED and (field != "grade" or text in _GRADES):
            return text
    elif not text:
        return ""
    elif (text[0] == "=" or "'" in text) and (inside := unwrap(text).strip()) != text:
        text = inside  # an export of ours says what was typed to the last character
    elif text[0] in _INVISIBLE or text[-1] in _INVISIBLE:
        return value_of(field, text.strip(_INVISIBLE))
    if not text or is_nothing(field, text):
        return ""
    if field in _IS_NUMBER or field == "grade":
        text = _as_number(text)
        if field == "grade" and _is_no_grade(text):
            return ""
    return text


def is_nothing(field: str, text: str) -> bool:
    """Whether a text stands for an empty cell of this field."""
    if len(text) > _LONGEST_NOTHING:
        return False
    folded = text.casefold()
    if folded in _NOTHING:
        is_called_so = field in _IS_NAME and folded in _NAMES_TOO
        return not is_called_so or (folded == "null" and text in {"NULL", "null"})
    return field not in _CAN_BE_ZERO and bool(_ZERO.match(text))


def was_shortened(number: str) -> bool:
    """Whether a spreadsheet has rounded this number, as in 1.00073E+11: nobody can tell what it was."""
    return bool(_SHORTENED.match(number))


def is_date(grade: str) -> bool:
    """Whether a spreadsheet has made a date of this grade, as of 9-10: 9-Oct, 2026-10-09, 10/9/2026."""
    return bool(_DATE.fullmatch(grade)) or bool(
        (day := _DAY_OF_MONTH.fullmatch(grade.casefold())) and set(day.groups()) & _MONTHS
    )


def unwrap(text: str) -> str:
    """The text that a formula such as `="00071"` shows, or without the apostrophe that keeps a formula from running."""
    if formula := _FORMULA.match(text):
        return (formula[1] or formula[2] or "").replace('""', '"').strip()
    return text[1:] if _TYPED_AS_TEXT.match(text) else unguard(text)


def _as_number(text: str) -> str:
    if text[0] == "#" and text[1:].isalnum():
        return text[1:]  # as Brightspace keeps a spreadsheet from shortening it
    decimal = _DECIMAL.match(text)
    return decimal[1] if decimal else text


def _is_no_grade(text: str) -> bool:
    if text.isdecimal():
        return int(text) > _LARGEST_GRADE
    return bool(_MARK.match(text))
