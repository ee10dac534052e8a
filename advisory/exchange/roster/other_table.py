"""Tell a table that is no list of students: schools, teachers, classes, a calendar, or an export of this program."""

from advisory.exchange.columns.column_names import fold_header

from .top import Top

_SCHOOLS = {
    "principal",
    "principalname",
    "principalemail",
    "gradelow",
    "gradehigh",
    "lowgrade",
    "highgrade",
    "ncesid",
    "schooltype",
}
_TEACHERS = {
    "teachernumber",
    "teacherid",
    "staffnumber",
    "staffid",
    "teachersisid",
    "staffmemberid",
    "teacherlocalid",
    "jobtitle",
    "hiredate",
    "lehrernummer",
    "staffcode",
}
_CLASSES = {
    "sectionsisid",
    "sectionid",
    "sectionname",
    "classsourcedid",
    "coursename",
    "coursetitle",
    "coursesisid",
    "coursecode",
    "coursenumber",
    "classtitle",
}
_CALENDAR = (
    {"subject", "startdate"},
    {"summary", "dtstart"},
    {"event", "date"},
    {"title", "startdate", "enddate"},
    {"eventname", "startdate"},
)
_OF_STUDENTS = ("student", "pupil", "learner", "advisee", "schuler", "eleve", "alumn")
_FILE_NAMES = {
    "teacher": "teachers",
    "teachers": "teachers",
    "staff": "staff",
    "faculty": "teachers",
    "school": "schools",
    "schools": "schools",
}


def what_else(top: Top, stem: str) -> str:
    """What the table is and what to give instead, to follow the file's name in a sentence; "" if it may hold students.

    `stem` is the file's name without its ending.
    """
    known = {fold_header(cell) for cell in top.record.cells}
    columns = top.header.columns
    is_of_students = any(word in name for name in known for word in _OF_STUDENTS)
    has_both = "given_name" in columns and "family_name" in columns
    if own := _own_export(top):
        return f"is this program's own table of {own}, not of students; give one that `advisory export students` wrote."
    if len(known & _SCHOOLS) > 1 and not is_of_students:
        return "is a list of schools, not of students; give the file of students that the system exports beside it."
    named = _FILE_NAMES.get(stem.casefold(), "") if "grade" not in columns else ""
    if top.header.has_names and not is_of_students and (named or (known & _TEACHERS and "grade" not in columns)):
        return f"is a list of {named or 'teachers'}, not of students; give the file of students that the system exports beside it."
    if not top.header.has_names and known & _CLASSES:
        return "is a list of classes or of enrollments, without the names of students; give the file of students beside it."
    if not has_both and any(known >= words for words in _CALENDAR):
        return "is a calendar, not a roster; give a file of students."
    return ""


def _own_export(top: Top) -> str:
    """What an export of this program holds; "" for any other table, and for those of students."""
    cells = tuple(top.record.cells)
    if "student" not in cells:
        return ""
    from advisory.exchange.tables import check_in, evidence, follow_up, insight, pact, stage_move

    words = {
        check_in.HEADER: "check-ins",
        evidence.HEADER: "evidence",
        follow_up.HEADER: "promises",
        insight.HEADER: "insights",
        pact.HEADER: "pacts",
        stage_move.HEADER: "stage moves",
    }
    return next((called for header, called in words.items() if set(cells) <= set(header)), "")
