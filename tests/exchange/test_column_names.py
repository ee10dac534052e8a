"""The columns of rosters as systems and languages write them."""

from each_row import each_row

from advisory.exchange.columns.column_names import fold_header, meanings
from advisory.exchange.columns.header import read_header

N, G, F = "student_number", "given_name", "family_name"


def read(header, delimiter=","):
    return read_header(header.split(delimiter)).columns


@each_row(
    ("header", "columns"),
    [
        ("Student_Number,LastFirst,Grade_Level,Enroll_Status,ExitDate", {N: 0, "last_first": 1, "grade": 2, "status": 3, "left_on": 4}),
        ("[1]Student_Number,[1]Last_Name,[1]First_Name", {N: 0, F: 1, G: 2}),
        ("STUDENTS.Student_Number,STUDENTS.Last_Name,STUDENTS.First_Name", {N: 0, F: 1, G: 2}),
        ("Student Full Name LFM,Student Other ID,Student Grade", {"last_first": 0, N: 1, "grade": 2}),
        ("Stu Full Name,Stu Grd,Stu #", {"full_name": 0, "grade": 1, N: 2}),
        ("STU.LN,STU.FN,STU.GR,STU.ID", {F: 0, G: 1, "grade": 2, N: 3}),
        ("Stu#,Last Name,First Name,Grd", {N: 0, F: 1, G: 2, "grade": 3}),
        ("Perm ID,Student Name,Grade,Gender", {N: 0, "full_name": 1, "grade": 2}),
        ("Student,ID,SIS User ID,SIS Login ID,Section", {"full_name": 0, N: 2, "source_id": 1}),
        ("user_id,login_id,first_name,last_name,sortable_name,email,status", {G: 2, F: 3, "last_first": 4, N: 0, "email": 5, "status": 6}),
        ("First Name,Last Name,Unique User ID,Username,Role", {G: 0, F: 1, N: 2, "role": 4}),
        ("First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Status [READ ONLY]", {G: 0, F: 1, "email": 2, "status": 4}),
        ("Legal Surname,Legal Forename,Preferred Forename,Adno,Reg Group,Year", {F: 0, G: 1, "preferred_name": 2, N: 3, "grade": 5}),
        ("Legal First Name,Legal Last Name,Arbor Student ID,Year Group,On Roll", {G: 0, F: 1, N: 2, "grade": 3, "status": 4}),
        ("Person ID,First Name,First Nick Name,Last Name,Current Grade,Email 1,Student Status", {"source_id": 0, G: 1, "preferred_name": 2, F: 3, "grade": 4, "email": 5, "status": 6}),
        ("Pupil Forename,Pupil Surname,UPN", {G: 0, F: 1, N: 2}),
        ("01 Student ID,03 Student Last Name,04 Student First Name", {N: 0, F: 1, G: 2}),
        ("1. Last Name,2. First Name", {F: 0, G: 1}),
        ("Last\nName,First\nName,Grade", {F: 0, G: 1, "grade": 2}),
        ("Student Last,Student First,Grade Level", {F: 0, G: 1, "grade": 2}),
        ("Student (Last, First)|ID Number", {"last_first": 0, N: 1}),
    ],
)  # fmt: skip
def test_the_columns_of_the_usual_systems(header, columns):
    assert read(header, "|" if "|" in header else ",") == columns


@each_row(
    ("header", "columns"),
    [
        ("Nachname;Vorname;Klasse", {F: 0, G: 1, "grade": 2}),
        ("Name;Vorname;Jahrgangsstufe;Schülernummer", {G: 1, "full_name": 0, "grade": 2, N: 3}),
        ("Name, Vorname;Kl.", {"last_first": 0, "grade": 1}),
        ("NOM;Prénom;Classe", {G: 1, "french_name": 0, "grade": 2}),
        ("Nom de l'élève;Prénom de l'élève;Courriel", {G: 1, "french_name": 0, "email": 2}),
        ("Nom et prénom;Niveau", {"family_first": 0, "grade": 1}),
        ("Apellidos;Nombre;Grupo", {F: 0, "full_name": 1, "grade": 2}),
        ("Primer apellido;Segundo apellido;Nombre;Correo electrónico", {F: 0, "family_second": 1, "full_name": 2, "email": 3}),
        ("Apellidos y nombres;Matrícula;Curso", {"family_first": 0, N: 1, "grade": 2}),
        ("Cognome;Nome;Classe;Matricola", {F: 0, "full_name": 1, "grade": 2, N: 3}),
        ("Cognome e nome dell'alunno;Classe", {"family_first": 0, "grade": 1}),
        ("Roepnaam;Tussenvoegsel;Achternaam;Voornaam;Leerlingnummer;Klas", {G: 3, F: 2, "family_prefix": 1, "preferred_name": 0, N: 4, "grade": 5}),
        ("Nome próprio;Apelido;Nº de aluno;Ano", {G: 0, F: 1, N: 2, "grade": 3}),
        ("Nome do aluno;Turma", {"full_name": 0, "grade": 1}),
        ("Efternamn;Förnamn;Klass;E-post", {F: 0, G: 1, "grade": 2, "email": 3}),
        ("学籍番号,姓,名,学年,メールアドレス", {N: 0, F: 1, G: 2, "grade": 3, "email": 4}),
        ("生徒氏名,学年", {"family_first": 0, "grade": 1}),
        ("学号,姓名,年级", {N: 0, "chinese_name": 1, "grade": 2}),
        ("Sukunimi;Etunimi;Luokka", {F: 0, G: 1, "grade": 2}),
        ("Nazwisko;Imię;Klasa", {F: 0, G: 1, "grade": 2}),
    ],
)  # fmt: skip
def test_the_columns_of_the_usual_languages(header, columns):
    assert read(header, ";" if ";" in header else ",") == columns


@each_row(
    ("header", "columns"),
    [
        ("Guardian First Name,Guardian Last Name,First Name,Last Name", {G: 2, F: 3}),
        ("First Name,Last Name,Student First Name,Student Last Name", {G: 2, F: 3}),
        ("Teacher Name,Teacher Email,Student Name,Student Email", {"full_name": 2, "email": 3}),
        ("Email,Student Email,Last Name,First Name,Parent Email", {F: 2, G: 3, "email": 1}),
        ("Name,Student Name,Contact Name,Emergency Contact", {"full_name": 1}),
        ("Last Name,First Name,Mother Last Name,Mother First Name,Last Name,First Name", {F: 0, G: 1}),
        ("Guardian Email,Home Phone,Last Name,First Name", {F: 2, G: 3}),
        ("Nom du responsable;Prénom du responsable;Nom de l'élève;Prénom de l'élève", {"french_name": 2, G: 3}),
        ("Full Name,First Name,Grade", {"full_name": 0, "grade": 2}),
    ],
)  # fmt: skip
def test_a_student_s_column_comes_before_anybody_else_s(header, columns):
    assert read(header, ";" if ";" in header else ",") == columns


@each_row("name", ["Student #", "Student No.", "STUDENT №", "Pupil Number", "N° élève"])
def test_a_student_s_number_is_not_the_name(name):
    assert [one.field for one in meanings(name)] == [N]


@each_row("name", ["Prénom", "PRENOM", " prénom* ", "Pre\u0301nom:", "2) Prénom", "Prénom (obligatoire)"])
def test_accents_marks_and_brackets_make_no_difference(name):
    assert [one.field for one in meanings(name)] == [G]


@each_row(
    "name", ["Phone", "Birth Date", "Password", "Teacher", "Guardian", "Room", "Period", "", "Points Possible", "SSN"]
)
def test_what_no_field_needs_is_not_read(name):
    assert meanings(name) == []


def test_a_name_is_folded():
    assert fold_header("Prénom d'usage") == "prenomdusage"
