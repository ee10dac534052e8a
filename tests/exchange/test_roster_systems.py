"""Any students, written out in the shape of each system and language, come back the same: none added, none twice."""

import csv
import io

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from roster_case import TODAY, import_twice

from advisory.exchange.read_roster import read_roster
from advisory.exchange.roster.dry_run import compare

WITH_FILES = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
LAST_FIRST = "last, first"
SHAPES = {
    "PowerSchool": ("Student_Number,Last_Name,First_Name,Grade_Level,Enroll_Status", "number family given grade 0"),
    "PowerSchool, one column": ("Student_Number,LastFirst,Grade_Level", "number last_first grade"),
    "Infinite Campus": ("student.studentNumber,student.lastName,student.firstName,student.grade", "number family given grade"),
    "Skyward": ("Student Full Name LFM,Student Other ID,Student Grade", "last_first number grade"),
    "Aeries": ("Stu#,Last Name,First Name,Grd,Parent Email", "number family given grade guardian"),
    "Synergy": ("Perm ID,Student Name,Grade,Teacher Name", "number last_first grade teacher"),
    "Canvas": ("Student,ID,SIS User ID,SIS Login ID,Section", "last_first at number nothing room"),
    "Schoology": ("First Name,Last Name,Unique User ID,Grade,Role", "given family number grade student"),
    "Google": ("First Name [Required],Last Name [Required],Email Address [Required]", "given family email"),
    "Microsoft SDS": ("SIS ID,School SIS ID,First Name,Last Name,Grade,Status", "number one given family grade active"),
    "Clever": ("School_id,Student_id,Student_number,Last_name,First_name,Grade", "one at number family given grade"),
    "SIMS": ("Legal Surname,Legal Forename,Adno,Reg Group,Year", "family given number room grade"),
    "Arbor": ("Legal First Name,Legal Last Name,Arbor Student ID,Year Group", "given family number grade"),
    "Veracross": ("Person ID,First Name,Last Name,Current Grade,Email 1", "at given family grade email"),
    "German": ("Name,Vorname,Klasse,Schülernummer", "family given grade number"),
    "French": ("Nom de l'élève,Prénom de l'élève,Nom du responsable,Classe", "family given guardian_name grade"),
    "Spanish": ("Apellidos,Nombre,Curso,Matrícula", "family given grade number"),
    "Italian": ("Cognome,Nome,Classe", "family given grade"),
    "Dutch": ("Leerlingnummer,Achternaam,Voornaam,Klas", "number family given grade"),
    "Portuguese": ("Nome próprio,Apelido,Nº de aluno,Ano", "given family number grade"),
    "Swedish": ("Efternamn,Förnamn,Klass,E-post", "family given grade email"),
    "Japanese": ("学籍番号,姓,名,学年", "number family given grade"),
    "Chinese": ("学号,姓,名字,年级", "number family given grade"),
}  # fmt: skip
TITLES = ("Larkfield High School", "Advisory roster 2026-27", "")
BELOW = ("Total,2", "Printed 2026-11-02 by Roan Teague", "")
NOTHING = ("", "NULL", "n/a", "-", "#N/A")
FAMILY = st.sampled_from(
    [
        "Quillon",
        "de la Varga",
        "O'Neil",
        "St. Clair",
        "Núñez",
        "Brontë-Œuvre",
        "Null",
        "Na",
        "Page",
        "Hasko",
        "Ng",
        "王",
        "Dray",
    ]
)
GIVEN = st.sampled_from(
    ["Tamsin", "Mary Ann", "Odo", "Zoë", "D'Andre", "Jean-Luc", "Søren", "Test", "小明", "Mae", "Ines", "X"]
)
PEOPLE = st.lists(st.tuples(GIVEN, FAMILY), min_size=1, max_size=8, unique=True)


def cells_of(words, at, given_name, family_name, grade, nothing):
    """The cells of a student in the order of `words`; what the school doesn't know is written as `nothing`."""
    known = {
        "number": f"00{at + 71}",
        "given": given_name,
        "family": family_name,
        "last_first": f"{family_name}, {given_name}",
        "grade": grade or nothing,
        "email": f"s{at}@x.example",
        "at": str(at + 500),
        "guardian": "family@home.example",
        "guardian_name": "Roan Teague",
        "teacher": "Ivo Penn",
        "room": "9B",
        "student": "Student",
        "active": "Active",
        "nothing": nothing,
        "0": "0",
        "one": "1",
    }
    return [known[word] for word in words.split()]


@given(
    st.sampled_from(sorted(SHAPES)),
    PEOPLE,
    st.sampled_from(["9", "12", "K", ""]),
    st.sampled_from(NOTHING),
    st.sampled_from(",;\t"),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.integers(0, len(TITLES)),
    st.integers(0, len(BELOW)),
)
@WITH_FILES
def test_what_a_system_writes_is_read(
    tmp_path, shape, people, grade, nothing, delimiter, encoding, quoting, above, below
):
    header, words = SHAPES[shape]
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, quoting=quoting)
    writer.writerows([title] for title in TITLES[:above])
    writer.writerow(header.split(","))
    rows = [cells_of(words, at, *names, grade, nothing) for at, names in enumerate(people)]
    writer.writerows(rows)
    writer.writerows([note.split(",")[0], *note.split(",")[1:]] for note in BELOW[:below])
    path = tmp_path / "roster.csv"
    path.write_bytes(text.getvalue().encode(encoding))

    roster = read_roster(path, today=TODAY)

    assert [(row.given_name, row.family_name) for row in roster.rows] == people
    assert [row.student_number for row in roster.rows] == [
        f"00{at + 71}" if "number" in words else "" for at in range(len(people))
    ]
    assert {row.grade for row in roster.rows} == {grade if "grade" in words else ""}
    assert len(roster.refused) == len([note for note in BELOW[:below] if note])
    first = compare(roster, ())
    assert (len(first.new), first.ambiguous) == (len(people), ())
    assert import_twice(roster)[1].is_no_change
