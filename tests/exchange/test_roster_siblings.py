"""Files of the shapes that schools mail, beside those in `field`: who is read of each, or why it is refused."""

import pytest
from each_row import each_row
from roster_case import TODAY

from advisory.exchange.columns.chosen import UnknownColumnsError
from advisory.exchange.file.error import FileError
from advisory.exchange.read_roster import read_roster
from advisory.exchange.roster.dry_run import compare

TWO = ["Tamsin Quillon", "Odo Varga"]
ONE = ["Tamsin Quillon"]
READ = {
    "PowerSchool, tabs": ("Student_Number\tLastFirst\tGrade_Level\tEnroll_Status\n71\tQuillon, Tamsin\t9\t0\n72\tVarga, Odo\t9\t0\n", TWO),
    "PowerSchool, one left": ("Student_Number\tLastFirst\tEnroll_Status\n71\tQuillon, Tamsin\t0\n72\tVarga, Odo\t2\n73\tHasko, Pell\t3\n74\tDray, Ines\t-1\n", ONE),
    "PowerSchool, exit date": ("Student_Number,First_Name,Last_Name,ExitDate\n71,Tamsin,Quillon,06/11/2027\n72,Odo,Varga,10/02/2026\n", ONE),
    "Infinite Campus": ("student.studentNumber,student.lastName,student.firstName,student.grade\n71,Quillon,Tamsin,09\n72,Varga,Odo,09\n", TWO),
    "Skyward, titles": ('Larkfield High School\nAdvisory roster\n\nStu Full Name LFM,Stu Other ID,Gr\n"QUILLON, TAMSIN",71,09\n', ["TAMSIN QUILLON"]),
    "Aeries, codes": ("STU.ID,STU.LN,STU.FN,STU.GR\n71,Quillon,Tamsin,9\n72,Varga,Odo,9\n", TWO),
    "Aeries, status": ("Stu#,Last Name,First Name,Status\n71,Quillon,Tamsin,A\n72,Varga,Odo,I\n", ONE),
    "Synergy": ('Perm ID,Student Name,Gender,Grade\n71,"Quillon, Tamsin",F,09\n72,"Varga, Odo",M,09\n', TWO),
    "Canvas, muted row": ('Student,ID,SIS User ID,SIS Login ID,Section,Quiz\n,,,,,Manual Posting\n    Points Possible,,,,,10\n"Quillon, Tamsin",1,71,tq,A,9\n"Varga, Odo",2,72,ov,A,9\n"Student, Test",3,,x,A,\n', TWO),
    "Canvas, users": ("user_id,login_id,first_name,last_name,email,status\n71,tq,Tamsin,Quillon,t@x.example,active\n72,ov,Odo,Varga,o@x.example,deleted\n", ONE),
    "Schoology, a teacher": ("First Name,Last Name,Unique User ID,Role\nTamsin,Quillon,71,Student\nRoan,Teague,1,Teacher\nOdo,Varga,72,Student\n", TWO),
    "Google Admin": ("First Name [Required],Last Name [Required],Email Address [Required],Status [READ ONLY],Org Unit Path [Required]\nTamsin,Quillon,t@x.example,Active,/S\nOdo,Varga,o@x.example,Suspended,/S\n", ONE),
    "Google Classroom": ("Last Name,First Name,Email Address\nQuillon,Tamsin,t@x.example\nVarga,Odo,o@x.example\n", TWO),
    "Clever": ("School_id,Student_id,Student_number,Last_name,First_name,Grade\n1,a,71,Quillon,Tamsin,9\n1,b,72,Varga,Odo,9\n", TWO),
    "SIMS": ("Legal Surname,Legal Forename,Adno,Reg Group,Year,On Roll\nQuillon,Tamsin,00071,9B,9,Yes\nVarga,Odo,00072,9B,9,No\n", ONE),
    "Arbor": ("Legal First Name,Legal Last Name,Arbor Student ID,Year Group\nTamsin,Quillon,71,Year 9\nOdo,Varga,72,Year 9\n", TWO),
    "Veracross": ("Person ID,First Name,Last Name,Current Grade,Student Status\n71,Tamsin,Quillon,9,Enrolled\n72,Odo,Varga,9,Withdrew\n", ONE),
    "SDS, status": ("SIS ID,School SIS ID,First Name,Last Name,Grade,Status\n71,1,Tamsin,Quillon,9,Active\n72,1,Odo,Varga,9,Inactive\n", ONE),
    "German, Excel": ("sep=;\nName;Vorname;Klasse\nQuillon;Tamsin;9b\nVarga;Odo;9b\n", TWO),
    "German, one column": ("Name, Vorname;Klasse\nQuillon, Tamsin;9b\nVarga, Odo;9b\n", TWO),
    "German, left": ("Nachname;Vorname;Austrittsdatum\nQuillon;Tamsin;\nVarga;Odo;01.10.2026\n", ONE),
    "French, guardians": ("Nom de l'élève;Prénom de l'élève;Nom du responsable\nQuillon;Tamsin;Roe\nVarga;Odo;Poe\n", TWO),
    "French, total": ("NOM;Prénom;Classe\nQuillon;Tamsin;3A\nEffectif : 1;;\n", ONE),
    "Spanish, two": ("Primer apellido;Segundo apellido;Nombre;Estado\nQuillon;Lee;Tamsin;Matriculada\nVarga;Roe;Odo;Baja\n", ["Tamsin Quillon Lee"]),
    "Italian": ("Classe;Cognome;Nome\n3A;Quillon;Tamsin\n3A;Varga;Odo\n", TWO),
    "Dutch": ("Leerlingnummer;Roepnaam;Voornaam;Tussenvoegsel;Achternaam\n71;Tam;Tamsin;de;Boer\n", ["Tamsin de Boer"]),
    "Portuguese": ("Nº de aluno;Nome próprio;Apelido;Turma\n71;Tamsin;Quillon;9A\n72;Odo;Varga;9A\n", TWO),
    "Swedish": ("Efternamn;Förnamn;Klass\nQuillon;Tamsin;9B\nVarga;Odo;9B\n", TWO),
    "Japanese": ("学籍番号,氏名,学年\n71,山田　太郎,1\n", ["太郎 山田"]),
    "Chinese": ("学号,姓名,班级\n71,王小明,9\n72,欧阳修远,9\n", ["小明 王", "修远 欧阳"]),
    "a byte order mark and blank ends": ("\ufeffLast Name,First Name,,,\nQuillon,Tamsin,,,\nVarga,Odo,,,\n,,,,\n", TWO),
    "a header of two rows": ("Student,,Guardian,\nLast Name,First Name,Last Name,First Name\nQuillon,Tamsin,Roe,Ana\nVarga,Odo,Poe,Bo\n", TWO),
    "a running number": ("No.,Name,Grade\n1,Tamsin Quillon,9\n2,Odo Varga,9\n", TWO),
    "a footer": ("Last Name,First Name\nQuillon,Tamsin\nVarga,Odo\n\nGenerated 2026-11-02 08:14 by Roan Teague\nPage 1 of 1\n", TWO),
    "pages": ("Last Name,First Name\nQuillon,Tamsin\nLast Name,First Name\nVarga,Odo\n", TWO),
    "quotation marks around all": ('"Last Name","First Name"\n"Quillon","Tamsin"\n"Varga","Odo"\n', TWO),
    "placeholders of all kinds": ("Last Name,First Name,Student ID,Email,Nickname\nQuillon,Tamsin,#N/A,n/a,-\nVarga,Odo,(blank),0,None\n", TWO),
    "a number of Excel": ('Last Name,First Name,Student ID\nQuillon,Tamsin,"=""00071"""\nVarga,Odo,72.0\n', TWO),
    "a list below a title": ("Advisory 9B 2026-27\nTamsin Quillon\nOdo Varga\n", TWO),
    "a list with numbers": ("1. Tamsin Quillon\n2. Odo Varga\n", TWO),
    "a column below a title": ('Larkfield High School\n\nStudent Name\n"Quillon, Tamsin"\n"Varga, Odo"\n', TWO),
    "old Mac line ends": ("Last Name,First Name\rQuillon,Tamsin\rVarga,Odo\r", TWO),
    "a family address": ("Last Name,First Name,Email\nQuillon,Tamsin,f@x.example\nQuillon,Bram,f@x.example\n", ["Tamsin Quillon", "Bram Quillon"]),
    "a mentor group": ("Mentee,Form,Mentor\nTamsin Quillon,9B,Roan Teague\nOdo Varga,9B,Roan Teague\n", TWO),
    "a header over two columns": ("Name,,Grade\nFirst,Last,\nTamsin,Quillon,9\nOdo,Varga,9\n", TWO),
    "each line quoted as a whole": ('"Last Name,First Name,Grade"\n"Quillon,Tamsin,9"\n"Varga,""Odo"",9"\n', TWO),
    "upright lines": ("Nachname|Vorname|Klasse\nQuillon|Tamsin|9b\nVarga|Odo|9b\n", TWO),
    "Magister, what they are called": ("Stamnr;Roepnaam;Tussenv.;Achternaam;Klas\n71;Tam;de;Boer;3h\n", ["Tam de Boer"]),
    "Pronote": ("Élève;Classe\nQUILLON Tamsin;3A\nLE GALL Odo;3A\n", ["Tamsin QUILLON", "Odo LE GALL"]),
    "the family name in capitals behind": ("Name\nTamsin Rose QUILLON\nOdo DE LA VARGA\n", ["Tamsin Rose QUILLON", "Odo DE LA VARGA"]),
    "all in capitals, and a Jr.": ("Name\nTAMSIN QUILLON\nMJ Varga\nOdo Varga III\n", ["TAMSIN QUILLON", "MJ Varga", "Odo Varga III"]),
    "Siècle": ("INE;Nom de famille;Nom d'usage;Prénom 1;Prénom 2;Division\n71;Quillon;;Tamsin;Rose;3A\n", ONE),
    "Séneca": ('Alumno/a,Nº Id. Escolar,Unidad,Estado Matrícula\n"Quillon, Tamsin",71,2º A,\n"Varga, Odo",72,2º A,Anulada\n', ONE),
    "Russian": ("№;Фамилия;Имя;Отчество;Класс\n1;Иванова;Анна;Петровна;9Б\n", ["Анна Иванова"]),
    "Korean": ("번호,이름,학년\n1,김민준,2\n2,남궁서연,2\n", ["민준 김", "서연 남궁"]),
    "Teams, who organized": ("Full Name,Email,Role\nTamsin Quillon,t@x.example,Attendee\nRoan Teague,r@x.example,Organizer\n", ONE),
    "an attendance list": ("Attendance, September\nName,9/1,9/2,9/3\nTamsin Quillon,P,P,A\nOdo Varga,P,P,P\n", TWO),
    "Brightspace": ("OrgDefinedId,Username,Last Name,First Name\n#71,#tq,Quillon,Tamsin\n#72,#ov,Varga,Odo\n", TWO),
    "shortened titles": ("Legal First,Legal Last,Gr.,Stu. #\nTamsin,Quillon,9,71\nOdo,Varga,9,72\n", TWO),
    "a day behind the status": ("Name,Status\nTamsin Quillon,Active\nOdo Varga,Dropped 9/12\nPell Hasko,Withdrew on 2026-09-12\n", ONE),
    "Vietnamese": ("STT,Họ và tên,Lớp\n1,Nguyễn Văn An,9A\n2,Trần Hà,9A\n", ["Văn An Nguyễn", "Hà Trần"]),
    "Russian, one column": ("ФИО,Класс\nИванова Анна Петровна,9Б\n", ["Анна Петровна Иванова"]),
    "invisible characters around a name": ("Last Name,First Name\nQuillon,\u200bTamsin\n\ufeffVarga,Odo\u2060\n", TWO),
    "marks beside": ("Student Name,Student ID,Final Grade,Grade\nTamsin Quillon,71,A-,92%\nOdo Varga,72,B+,88%\n", TWO),
}  # fmt: skip
REFUSED = {
    "teachers": ("Teacher_id,Last_name,First_name,Teacher_email\n1,Teague,Roan,r@x.example\n", "is a list of teachers"),
    "schools": (
        "School_id,School_name,Low_grade,High_grade,Principal\n1,Larkfield High,9,12,R T\n",
        "is a list of schools",
    ),
    "sections": ("Section SIS ID,School SIS ID,Section Name\n1,1,Advisory\n", "is a list of classes or of enrollments"),
    "a calendar table": ("Subject,Start Date,End Date\nNo school,2026-10-12,2026-10-12\n", "is a calendar"),
    "contact cards": ("BEGIN:VCARD\nFN:Tamsin Quillon\nEND:VCARD\n", "is a set of contact cards"),
    "a page without a head": ("<body><table><tr><td>Tamsin Quillon</td></tr></table></body>", "is a web page or XML"),
    "rich text": ("{\\rtf1 Tamsin Quillon}", "is a document"),
    "an email": ("From: a@x.example\nMIME-Version: 1.0\n", "is an email"),
    "no header": ("71,Tamsin,Quillon,9\n72,Odo,Varga,9\n", "has no column of names"),
    "no names": ("Student ID,Grade,Homeroom\n71,9,9B\n", "has no column of names"),
}


def read(tmp_path, text):
    path = tmp_path / "roster.csv"
    path.write_text(text, encoding="utf-8", newline="")
    return read_roster(path, today=TODAY)


@each_row("shape", list(READ))
def test_who_is_taken_in(tmp_path, shape):
    text, expected = READ[shape]
    dry_run = compare(read(tmp_path, text), ())
    assert [f"{row.given_name} {row.family_name}" for row in dry_run.new] == expected
    assert dry_run.ambiguous == ()


@each_row("shape", list(REFUSED))
def test_what_is_refused(tmp_path, shape):
    text, said = REFUSED[shape]
    with pytest.raises(FileError, match=said):
        read(tmp_path, text)


@each_row(
    "grade",
    ["9-Oct", "09. Okt", "Oct-09", "9-oct.", "2026-10-09", "10/9/2026", "2026-10-09 00:00", "9 févr.", "9.10.26"],
)
def test_a_grade_that_a_spreadsheet_made_a_date_of_is_left_empty_and_said(tmp_path, grade):
    roster = read(tmp_path, f"Last Name,First Name,Grade\nQuillon,Tamsin,{grade}\nVarga,Odo,9b\n")

    assert [row.grade for row in roster.rows] == ["", "9b"]
    (notice,) = roster.notices
    assert notice.startswith("A spreadsheet has made a date of the grade on line 2 (as of 9-10): it was not read.")


@each_row("grade", ["9-10", "Year 9", "9-B", "1-ESO", "9/A", "2º ESO A"])
def test_a_grade_that_is_no_date_stays(tmp_path, grade):
    roster = read(tmp_path, f"Last Name,First Name,Grade\nQuillon,Tamsin,{grade}\n")
    assert roster.rows[0].grade == grade


def test_a_mark_before_a_number_is_no_part_of_it_and_a_chosen_name_is_what_they_are_called(tmp_path):
    text = "OrgDefinedId,First name (legal),First name (chosen),Last name\n#0071,Tamsin,Tam,Quillon\n"
    (row,) = read(tmp_path, text).rows
    assert (row.student_number, row.given_name, row.preferred_name) == ("0071", "Tamsin", "Tam")


def test_several_names_on_one_line_are_no_student(tmp_path):
    roster = read(tmp_path, "García López, María José\nTamsin Quillon, Odo Varga, Pell Hasko\nQuillon, Tamsin, Jr.\n")
    assert [(row.given_name, row.family_name) for row in roster.rows] == [
        ("María José", "García López"),
        ("Tamsin", "Quillon, Jr."),
    ]
    (refused,) = roster.refused
    assert (refused.line, refused.why) == (2, "reads like several names; write each on a line of its own")


def test_the_number_of_the_student_outranks_the_number_of_the_row(tmp_path):
    roster = read(tmp_path, "Stu#,Perm ID,Last Name,First Name\n1,20071,Quillon,Tamsin\n")
    assert roster.rows[0].student_number == "20071"


def test_below_a_title_the_row_of_unknown_columns_is_named_and_shown(tmp_path):
    with pytest.raises(UnknownColumnsError, match="line 2 has: Address, Alias, Since") as unknown:
        read(tmp_path, "Members of the group\nAddress,Alias,Since\nt@x.example,Tam,2026\n")
    assert unknown.value.rows[0] == ("Address", "Alias", "Since")


def test_there_are_enough_of_them():
    assert len(READ) + len(REFUSED) > 50
