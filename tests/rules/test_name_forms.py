"""Names with what languages attach to them, as logins, spelled out, and in letters that only look like their own."""

from each_row import each_row
from record_case import make

from advisory.model import Student
from advisory.rules.names.covering.other_names import OtherNames
from advisory.rules.names.spelling import spelled

CLASS = [
    make(Student, number, given_name=given_name, family_name=family_name)
    for number, (given_name, family_name) in enumerate(
        [("Xiomara", "Zwygart"), ("Grace", "Njoroge"), ("Jack", "Nowak"), ("Ola", "Wiśniewski"), ("Zofia", "Nowicka"),
         ("سامي", "الخطيب"), ("ሰላም", "ተስፋዬ"), ("ማርታ", "በቀለ"), ("さくら", "山本"), ("ハナ", "鈴木"),
         ("Siobhán", "Quispe"), ("Bríd", "Leota"), ("Drew", "McAdams"), ("Dan", "Okello"), ("Art", "MacTavish"),
         ("Иван", "Заречный"), ("Petr", "Novotný"), ("Star", "Thall"), ("Sol", "Hall")], 1,
    )
]  # fmt: skip
NAMES = OtherNames(CLASS[0], CLASS)


@each_row(
    ("what", "forms"),
    [
        ("Polish, Czech and Russian family names", "Wiśniewskiego, Wiśniewskich, Wisniewskiego, Wiśniewskiemu, Wiśniewskim"),
        ("the same of a woman", "Wiśniewska, Nowickiej, Nowicką, Nowickich, Nowicki, Заречного, Заречная, Заречную"),
        ("Czech", "Novotného, Novotnému, Novotná, Novotných"),
        ("Arabic", "للخطيب, لخطيب, وللخطيب, الخطيب, خطيب, بالخطيب"),
        ("Amharic", "ከሰላም, ከማርታ, ለማርታ, የማርታ, ማርታና, ለማርታና, በሰላም, ሰላምን, እነማርታ, ከተስፋዬ"),
        ("the other kana", "サクラ, さくら, はな, ハナ"),
        ("Irish", "Shiobhán, Siobháin, Shiobháin, Bhríd, siobhan"),
        ("logins", "jnowak, nowakj, gnjoroge, njorogeg, JNowak, JNOWAK, gracenjoroge"),
        ("two as one", "GRACEANDDREW, graceanddrew, DanAndArt, JACKUNDDAN"),
        ("Mc and Mac", "MacAdams, Macadams, macadams, McTavish, Mactavish, mctavish"),
        ("spelled out", "D a n, A-r-t, d.a.n, D A N, G r a c e, S-i-o-b-h-a-n"),
        ("a Cyrillic or a Greek letter among Latin ones, and the other way round", "Dаn, Grаcе, dаn, Јack, Dαn, Ѕiobhan, Ивaн"),
    ],
)  # fmt: skip
def test_no_form_shows(what: str, forms: str) -> None:
    for form in forms.split(", "):
        hidden = NAMES.covered(f"see {form}, then go")
        left = hidden.replace("another student", "").replace("And", "")
        assert left == "see , then go", f"{what}: {form}: {hidden}"


@each_row(
    ("text", "covered"),
    [
        ("njorogeg@x.org, jackn@x.org", "Another student@x.org, another student@x.org"),
        ("le Siobháin, a Shiobhán", "le another student, a another student"),
        ("サクラちゃん", "Another studentちゃん"),
        ("start small, we shall. SHALL we", "start small, we shall. SHALL we"),
        ("I a m, a b c, then and there, a chat", "I a m, a b c, then and there, a chat"),
        ("stand, land, grand, hand in hand", "stand, land, grand, hand in hand"),
    ],
)
def test_what_stands_around_them_is_left(text: str, covered: str) -> None:
    assert NAMES.covered(text) == covered


def test_the_reader_s_own_forms_show() -> None:
    for reader, own in (("Siobhán", "a Shiobhán"), ("Drew", "MacAdams"), ("さくら", "サクラ"), ("Dan", "Dаn, D a n")):
        student = next(one for one in CLASS if one.given_name == reader)
        assert OtherNames(student, CLASS).covered(own) == own


def test_a_word_of_one_script_keeps_its_letters() -> None:
    assert [spelled(word) for word in ("Анна", "Νίκος", "Dаn", "Ивaн")] == ["анна", "νικοσ", "dan", "иван"]
