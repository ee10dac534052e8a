"""Find the columns of a roster by the names that school systems give them."""

from collections.abc import Sequence

import msgspec

FULL_NAME = "full_name"
"""A column of whole names, `Last, First` or `First Last`. It is not a field of RosterRow."""
LAST_FIRST = "last_first"
"""A column of whole names, always `Last, First`."""

_ALIASES = {
    "given_name": (
        "givenname firstname given first forename legalfirstname studentfirstname studentgivenname preferredgivenname"
    ),
    "family_name": "familyname lastname family last surname legallastname studentlastname studentfamilyname",
    LAST_FIRST: "lastfirst studentlastfirst lastnamefirstname",
    FULL_NAME: "fullname studentname studentfullname name names student firstlast firstnamelastname",
    "preferred_name": "preferredname preferredgivenname preferredfirstname preferred nickname knownas",
    "pronouns": "pronouns pronoun",
    "student_number": "studentnumber sisid studentsisid studentid stateid identifier localid id",
    "source_id": "sourcedid personid",
    "grade": "grade gradelevel grades studentgrade year yearlevel yeargroup",
    "email": "email studentemail emailaddress studentemailaddress schoolemail secondaryemail",
}
"""Field → the column names that may hold it, folded. The first one that a file has counts."""
_DROPPED = str.maketrans("", "", " _.-,\t\u00a0\ufeff\u200b")
_TABLES = ("students.", "student.")  # Infinite Campus puts the table before the column

_CLEVER = {"schoolid", "studentid", "firstname", "lastname"}
_POWERSCHOOL = {"studentnumber", "gradelevel"}
_SDS = {"sisid", "schoolsisid"}
_GOOGLE = {"lastname", "firstname", "emailaddress"}


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
        return ("given_name" in columns and "family_name" in columns) or FULL_NAME in columns or LAST_FIRST in columns


def fold_header(name: str) -> str:
    """The name of a column in lower case, without spaces, punctuation and the name of its table."""
    folded = name.strip().strip("\ufeff").casefold()
    for table in _TABLES:
        folded = folded.removeprefix(table)
    return folded.translate(_DROPPED)


def read_header(cells: Sequence[str]) -> Header:
    """Find the columns to read. All others, such as addresses, birth dates and passwords, are never read."""
    places: dict[str, int] = {}
    for at, cell in enumerate(cells):
        places.setdefault(fold_header(cell), at)
    columns: dict[str, int] = {}
    for field, aliases in _ALIASES.items():
        found = next((places[alias] for alias in aliases.split() if alias in places), None)
        if found is not None and (found not in columns.values()):
            columns[field] = found
    known = frozenset(places)
    format_name, system = _written_by(cells, known)
    if system == "clever":
        columns["source_id"] = places["studentid"]
        columns["student_number"] = places.get("studentnumber", places.get("stateid", -1))
    elif not system:
        columns.pop("source_id", None)
    return Header({field: at for field, at in columns.items() if at >= 0}, len(cells), format_name, system)


def _written_by(cells: Sequence[str], known: frozenset[str]) -> tuple[str, str]:
    """The name of the format and the system whose ids it holds; either is "" when unknown."""
    if "personid" in known or any(cell.strip().casefold().startswith(_TABLES) for cell in cells):
        return "Infinite Campus", "infinite_campus"
    if "sourcedid" in known:
        return "", "oneroster"
    if known >= _CLEVER:
        return "Clever", "clever"
    if known >= _SDS:
        return "Microsoft SDS", ""
    if known == _GOOGLE:
        return "Google Classroom", ""
    if "lastfirst" in known or known >= _POWERSCHOOL:
        return "PowerSchool", ""
    return "", ""
