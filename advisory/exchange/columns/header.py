"""Find the columns of a roster by the names that school systems and languages give them."""

from collections.abc import Sequence

import msgspec

from .column_names import FULL_NAME, core_of, fold_header, meanings

LAST_FIRST = "last_first"
"""A column of whole names, always `Last, First`. It is not a field of RosterRow, nor are the two others."""
FAMILY_FIRST = "family_first"
"""A column of whole names that begin with the family name, with or without a comma."""
CHINESE_NAME = "chinese_name"
"""As FAMILY_FIRST, with a family name of one word, as in Vietnamese or Russian; in Chinese and Korean perhaps without a space."""
FRENCH_NAME = "french_name"
"""As FULL_NAME, or the family name first and in capitals: QUILLON Zoé."""
WHOLE_NAMES = (LAST_FIRST, FAMILY_FIRST, CHINESE_NAME, FRENCH_NAME, FULL_NAME)
_TABLES = ("students.", "student.")
_HALF_OR_WHOLE = {"name", "nom", "nombre", "nome", "naam", "namn", "navn", "nimi", "jmeno"}
_Candidates = dict[str, list[tuple[int, int]]]
"""Field → the rank and the place of each column that it may be."""

_CLEVER = {"schoolid", "studentid", "firstname", "lastname"}
_POWERSCHOOL = {"studentnumber", "gradelevel"}
_SDS = {"sisid", "schoolsisid"}
_GOOGLE = {"lastname", "firstname", "emailaddress"}
OWN = "this program's own export"
_OWN_CASELOAD = {"student", "studentnumber", "lastcontacton", "contactsthisterm", "pactstatus"}
_OWN = {"id", "givenname", "familyname", "joinedon", "lastonetooneon"}
_CANVAS = {"student", "id", "sisuserid"}


class Header(msgspec.Struct, frozen=True):
    """A header row: the column of each field, and the system that wrote it ("" when unknown)."""

    columns: dict[str, int]
    width: int
    format: str = ""
    system: str = ""

    @property
    def has_names(self) -> bool:
        """Whether the rows below it can name a student."""
        columns = self.columns
        return ("given_name" in columns and "family_name" in columns) or any(field in columns for field in WHOLE_NAMES)


def read_header(cells: Sequence[str]) -> Header:
    """Find the columns to read. All others, such as addresses, birth dates and passwords, are never read.

    A column that says it is a student's comes before one that doesn't, which may be a guardian's or a teacher's.
    """
    places: dict[str, int] = {}
    candidates: _Candidates = {}
    for at, cell in enumerate(cells):
        folded = fold_header(cell)
        if folded in places:
            continue
        places[folded] = at
        for field, rank in meanings(cell):
            candidates.setdefault(field, []).append((rank, at))
    columns: dict[str, int] = {}
    for field in _IN_ORDER:
        _, found = min(candidates.get(field, ()), default=(0, None))
        if found is not None and found not in columns.values():
            columns[field] = found
    _drop_half_names(columns, cells, candidates)
    _let_called_be_given(columns)
    known = frozenset(places)
    format_name, system = _written_by(cells, known)
    if system == "advisory":
        columns["own_id"] = places["id"]
    elif system == "clever":
        columns["source_id"] = places["studentid"]
        columns["student_number"] = places.get("studentnumber", places.get("stateid", -1))
    elif system == "canvas":
        columns["source_id"] = places["id"]
    elif not system:
        columns.pop("source_id", None)
    return Header({field: at for field, at in columns.items() if at >= 0}, len(cells), format_name, system)


_IN_ORDER = (
    "given_name",
    "family_name",
    "family_prefix",
    "family_second",
    *WHOLE_NAMES,
    "preferred_name",
    "pronouns",
    "student_number",
    "source_id",
    "grade",
    "email",
    "status",
    "left_on",
    "role",
)
"""A column counts for the first of these that it may stand for."""


def _drop_half_names(columns: dict[str, int], titles: Sequence[str], candidates: _Candidates) -> None:
    """If a column has half of the name beside one with the whole name, use the whole one: the half may be a preferred name.

    Not where the column of whole names is only called `Name`: beside a column of given names it holds family names.
    """
    halves = [field for field in ("given_name", "family_name") if field in columns]
    whole = next((field for field in WHOLE_NAMES if field in columns), "")
    if len(halves) != 1 or not whole or core_of(titles[columns[whole]]) in _HALF_OR_WHOLE:
        return
    at = columns.pop(halves[0])
    if "preferred_name" not in columns and any(at == other for _, other in candidates.get("preferred_name", ())):
        columns["preferred_name"] = at


def _let_called_be_given(columns: dict[str, int]) -> None:
    """Take the preferred name as the given name, if the system exports nothing else beside the family name."""
    if {"family_name", "preferred_name"} <= columns.keys() and not any(
        field in columns for field in ("given_name", *WHOLE_NAMES)
    ):
        columns["given_name"] = columns.pop("preferred_name")


def _written_by(cells: Sequence[str], known: frozenset[str]) -> tuple[str, str]:
    """The name of the format and the system whose ids it holds; either is "" when unknown."""
    if any(cell.strip().casefold() == "person id" for cell in cells):
        return "Veracross", "veracross"
    if "personid" in known or any(cell.strip().casefold().startswith(_TABLES) for cell in cells):
        return "Infinite Campus", "infinite_campus"
    if known == _GOOGLE:
        return "Google Classroom", ""
    return next((written for names, written in _BY_NAMES if known >= names), ("", ""))


_BY_NAMES: tuple[tuple[set[str], tuple[str, str]], ...] = (
    (_OWN_CASELOAD, (OWN, "")),
    (_OWN, (OWN, "advisory")),
    ({"sourcedid"}, ("", "oneroster")),
    (_CLEVER, ("Clever", "clever")),
    (_SDS, ("Microsoft SDS", "")),
    (_CANVAS, ("Canvas", "canvas")),
    ({"lastfirst"}, ("PowerSchool", "")),
    (_POWERSCHOOL, ("PowerSchool", "")),
)
"""The names of columns that tell a system, the surest first."""
