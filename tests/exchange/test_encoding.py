"""Tables in the encodings that Excel and older programs write: the header says which one it is."""

from each_row import each_row
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from roster_case import TODAY

from advisory.exchange.read_roster import read_roster
from advisory.exchange.roster.roster import Roster

TABLES = {
    "cp932": ("学籍番号,氏名,学年\n71,佐藤 花子,1\n", "Shift JIS, for Japanese", ("花子", "佐藤", "71")),
    "gb18030": ("学号,姓名,性别,班级\n71,欧阳娜,女,七年级1班\n", "GB 18030, for Chinese", ("娜", "欧阳", "71")),
    "big5": ("座號,學號,姓名,班級\n1,71,王小明,七年1班\n", "Big5, for Chinese", ("小明", "王", "71")),
    "cp949": ("학번,이름,학년\n71,김민준,2\n", "Windows-949, for Korean", ("민준", "김", "71")),
    "cp1250": ("Nazwisko;Imię;Oddział\nŁoś;Żaneta;2b\n", "Windows-1250, for Central Europe", ("Żaneta", "Łoś", "")),
    "cp1251": ("Фамилия;Имя;Класс\nИванова;Анна;9Б\n", "Windows-1251, for Cyrillic", ("Анна", "Иванова", "")),
    "cp1253": ("Επώνυμο;Όνομα;Τάξη\nΠαππά;Μαρία;Γ1\n", "Windows-1253, for Greek", ("Μαρία", "Παππά", "")),
    "cp1254": ("Öğrenci No;Adı;Soyadı\n71;Işıl;Şahin\n", "Windows-1254, for Turkish", ("Işıl", "Şahin", "71")),
    "cp1255": ("שם משפחה,שם פרטי,כיתה\nכהן,דנה,ט2\n", "Windows-1255, for Hebrew", ("דנה", "כהן", "")),
    "cp1256": ("الاسم الأول,اسم العائلة\nأحمد,علي\n", "Windows-1256, for Arabic", ("أحمد", "علي", "")),
    "cp1257": ("Pavardė;Vardas;Klasė\nŽukaitė;Rūta;9b\n", "Windows-1257, for the Baltic", ("Rūta", "Žukaitė", "")),
    "mac_roman": ("Nom;Prénom;Classe\nGall;Éloïse;3A\n", "Mac Roman", ("Éloïse", "Gall", "")),
    "cp850": ("Nachname;Vorname;Schülernummer\nBöhm;Jörg;71\n", "DOS code page 850", ("Jörg", "Böhm", "71")),
}


def read(tmp_path, data):
    path = tmp_path / "roster.csv"
    path.write_bytes(data)
    roster = read_roster(path, today=TODAY)
    assert isinstance(roster, Roster)
    return roster


@each_row("encoding", list(TABLES))
def test_the_header_tells_the_encoding(tmp_path, encoding):
    text, label, expected = TABLES[encoding]

    roster = read(tmp_path, text.encode(encoding))

    (row,) = roster.rows
    assert (row.given_name, row.family_name, row.student_number) == expected
    (notice,) = roster.notices
    assert notice.endswith(f"is not UTF-8: read as {label}, as its header tells; look at the names.")


def test_a_header_that_windows_1252_has_is_read_so(tmp_path):
    roster = read(tmp_path, "Nom de famille;Prénom;Élève\nGall;Éloïse;x\n".encode("cp1252"))

    assert (roster.rows[0].given_name, roster.rows[0].family_name) == ("Éloïse", "Gall")
    assert "Windows-1252" in roster.notices[0]


POLISH = st.text("aąćełńóśźżŁŚŻ", min_size=2, max_size=8)


@given(st.lists(st.tuples(POLISH, POLISH), min_size=1, max_size=8))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whoever_is_written_in_windows_1250_comes_back(tmp_path, people):
    lines = [f"{at};{family};{given_name}" for at, (given_name, family) in enumerate(people, 100)]

    roster = read(tmp_path, "\n".join(["Numer ID;Nazwisko;Imię", *lines]).encode("cp1250"))

    assert [(row.given_name, row.family_name) for row in roster.rows] == people
