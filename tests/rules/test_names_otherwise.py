"""Names that nobody entered so: in another script, as nicknames, in the plural, and namesakes that an accent tells apart."""

from each_row import each_row
from hypothesis import given
from hypothesis import strategies as st
from record_case import make

from advisory.model import Student
from advisory.rules.names.covering.other_names import OtherNames
from advisory.rules.names.ending import inflected
from advisory.rules.names.nickname import _LIST
from advisory.rules.names.word import words_of

READER = make(Student, 1, given_name="Xiomara", family_name="Zwygart")
LOOK_ALIKE = (
    "Мария Нина Лев Мила شيرين שרה كريم أمينة 민준 소은 さくら Arthur "
    "William Rosa Richard Patricia Marcus Dorothy Sebastian Jo Li"
)
SENTENCES = ("I sat with {}, then", "She said {} came", "{} helped me", "see {}’s draft", "ask {}.")


def left(forms: str, given: str, family: str = "Zyx", **more: str) -> list[str]:
    """The forms that show in a sentence."""
    other = make(Student, 2, given_name=given, family_name=family, **more)
    names = OtherNames(READER, [READER, other])
    return [
        sentence.replace("{}", form)
        for form in forms.split(", ")
        for sentence in SENTENCES
        if names.covered(sentence.replace("{}", form)).lower() != sentence.replace("{}", "another student").lower()
    ]


@each_row(
    ("given", "family", "forms"),
    [
        ("Мария", "Иванова", "Maria, Mariya, Maria Ivanova, Ivanova, masha, Masha, Маша, Маше, Marias, MARIA"),
        ("Дмитрий", "Кузнецов", "Dmitri, Dmitry, Dmitriy, Dima, Kuznetsov, Kuznetsova, Dmitri Kuznetsov, Дима, Димой"),
        ("Ксения", "Щербакова", "Xenia, Ksenia, Kseniya, Shcherbakova, Ksyusha"),
        ("Юлия", "Жукова", "Julia, Yulia, Yuliya, Iuliia, Zhukova, Jukova"),
        ("Пётр", "Хохлов", "Pyotr, Petr, Peter, Khokhlov, Hohlov, Petya"),
        ("Евгений", "Цветков", "Evgeny, Yevgeny, Evgenii, Zhenya, Tsvetkov"),
        ("Αλέξανδρος", "Παπαδόπουλος", "Alexandros, Aleksandros, Papadopoulos, Alexandros Papadopoulos, Alex, papadopoulos"),
        ("Γιώργος", "Χριστοφόρου", "Giorgos, Yiorgos, Christoforou, Christophorou, Hristoforou"),
        ("Maria", "Ivanova", "Мария, Марией, Иванова, Ивановой, Маша, Μαρία"),
        ("Alexandros", "Papadopoulos", "Αλέξανδρος, Παπαδόπουλος, Александрос"),
        ("Jordan", "Okafor", "Джордан, Окафор, Окафора"),
        ("محمد", "يوسف", "Mohammed, Muhammad, Mohamed, Mohammad, Yusuf, Yousef, Yousuf"),
        ("יוסף", "כהן", "Yosef, Cohen, Kohen"),
        ("ליאת", "לוי", "Liat, Levi"),
        ("زينة", "عبد الرحمن", "Zeina, Abdul Rahman, Abdulrahman, Abdelrahman, Abd al-Rahman"),
        ("عائشة", "إبراهيم", "Aisha, Ayesha, Ibrahim, Aisha Ibrahim"),
        ("זאב", "מזרחי", "Zeev, Ze'ev, Mizrahi, Mizrachi"),
        ("Андрій", "Шевченко", "Andriy, Andrii, Shevchenko, Ševčenko, Andriy S"),
        ("Ђорђе", "Јовановић", "Djordje, Đorđe, Jovanović, Jovanovic"),
        ("Дмитрий", "Юсупов", "Dima Y, Dimka, Dmitrij, Yusupov, Iusupov"),
        ("Mohammed", "Zyx", "محمد, لمحمد"),
        ("민준", "김", "Minjun, Min-jun, Min Jun, MinJun, Kim, min-jun"),
        ("서연", "박", "Seoyeon, Seo-yeon, Suyeon, Park"),
        ("Minjun", "Park", "민준, 민준이, 박"),
        ("さくら", "やまもと", "Sakura, Yamamoto, sakura"),
        ("しょうた", "おおの", "Shouta, Shota, Ono, Oono"),
    ],
)  # fmt: skip
def test_a_name_in_another_script(given: str, family: str, forms: str) -> None:
    assert left(forms, given, family) == []


@each_row(
    ("given", "forms"),
    [
        ("Elizabeth", "Lizzy, Lizzie, Beth, Betty, Liza, Liz, lizzy, Beths, LIZZY"),
        ("Katherine", "Kate, Katie, Kathy, Kat, kate"),
        ("Kate", "Katherine, Catherine, Katie"),
        ("José", "Pepe, Joe"),
        ("Pepe", "Jose, José"),
        ("Francisco", "Paco, Pancho, Kiko"),
        ("Маша", "Мария, Maria, Марии"),
        ("Alexander", "Sasha, Alex, Xander"),
    ],
)
def test_a_nickname_that_nobody_entered(given: str, forms: str) -> None:
    assert left(forms, given) == []


@each_row(
    ("given", "family", "forms"),
    [
        ("DJ", "McDonald", "DJs, DJ, McDonalds, Mcdonalds, McDonald"),
        ("Zo", "Li", "Zos, Lis, Zo"),
        ("Joe", "Kim", "Joes, joes, Kims"),
        ("XiaoMing", "Zyx", "xiao ming, Xiao-Ming, Xiao Mings"),
    ],
)
def test_more_than_one_of_them(given: str, family: str, forms: str) -> None:
    assert left(forms, given, family) == []


def test_how_a_name_is_said_is_a_form_of_it() -> None:
    assert left("YOO-tong, Yootong, Yutong, Yu-tong, Yu Tong, yutong, YUTONG", "雨桐", "李", pronounce="YOO-tong") == []
    assert left("SHIV-awn, Shivawn", "Siobhán", pronounce="SHIV-awn") == []
    assert left("rhymes, with, an", "Ana", pronounce="rhymes with an egg") != []


@each_row(
    ("own", "other", "text", "covered"),
    [
        ("Ana", "Aña", "Aña’s friend, and Ana’s", "Another student’s friend, and Ana’s"),
        ("Aña", "Ana", "aña and Ana", "aña and another student"),
        ("Jose", "José", "José; Jose; JOSE; josé", "Another student; Jose; JOSE; another student"),
        ("Мария", "Maria", "Maria, Мария, Masha", "Another student, Мария, Masha"),
        ("Elizabeth", "Beth", "Liz, Elizabeth and Beth", "Liz, Elizabeth and another student"),
        ("Мария", "Анна", "Maria, Masha and Anya", "Maria, Masha and another student"),
        ("Maria", "Anna", "Мария, Марией и Анной", "Мария, Марией и another student"),
        ("محمد", "ליאת", "Muhammad and Liat", "Muhammad and another student"),
    ],
)
def test_the_reader_s_own_name_shows_and_a_namesake_s_does_not(own: str, other: str, text: str, covered: str) -> None:
    one, two = (
        make(Student, 1, given_name=own, family_name="Silva"),
        make(Student, 2, given_name=other, family_name="Reed"),
    )
    assert OtherNames(one, [one, two]).covered(text) == covered


@each_row(
    "text",
    [
        "Nine lines more, some are sure. Also even here. Sure, the mare is here at noon",
        "The art of the bill is dotty; a penny for the rose. She will bash on, and pat the cat",
        "Mark each line. Rose to the challenge. Art class was long. Sure enough. Rich in detail",
        "I lean on the line; a mere demo. Same here. Lease, lime, lira and lemma.",
        "Los gatos, les notes, des mots. His goes on. Does it? Yes. Its use was",
        "Use the minimum. Make sure. Many more seem so. The main aim is a song",
    ],
)
def test_words_that_only_look_like_them_are_left_alone(text: str) -> None:
    others = [
        make(Student, number, given_name=name, family_name="Qq") for number, name in enumerate(LOOK_ALIKE.split(), 2)
    ]
    assert OtherNames(READER, [READER, *others]).covered(text) == text


_CYRILLIC = st.text("абвгдезийклмнопрстуфхцчшыэюя", min_size=4, max_size=9)


@given(_CYRILLIC, st.sampled_from(SENTENCES))
def test_any_cyrillic_name_is_found_as_it_is_commonly_romanized(name: str, sentence: str) -> None:
    plain = dict(
        zip(
            "абвгдезийклмнопрстуфхцчшыэюя",
            [
                "a",
                "b",
                "v",
                "g",
                "d",
                "e",
                "z",
                "i",
                "y",
                "k",
                "l",
                "m",
                "n",
                "o",
                "p",
                "r",
                "s",
                "t",
                "u",
                "f",
                "kh",
                "ts",
                "ch",
                "sh",
                "y",
                "e",
                "yu",
                "ya",
            ],
            strict=True,
        )
    )
    latin = "".join(plain[letter] for letter in name).capitalize()
    other = make(Student, 2, given_name=name.capitalize(), family_name="Qq")
    for one, two in ((name.capitalize(), latin), (latin, name.capitalize())):
        other = make(Student, 2, given_name=one, family_name="Qq")
        assert two not in OtherNames(READER, [READER, other]).covered(sentence.replace("{}", two))


def test_every_nickname_in_the_list_is_found() -> None:
    showing = []
    for line in _LIST.read_text(encoding="utf-8").splitlines():
        whole, _, short = line.partition(":")
        for given_name in () if line.startswith("#") else whole.split():
            names = OtherNames(READER, [READER, make(Student, 2, given_name=given_name, family_name="Qq")])
            found = ((one, names.covered(f"I sat with {one} then")) for one in short.split())
            showing += [(given_name, one) for one, text in found if text != "I sat with another student then"]
    assert showing == []


@each_row(
    ("given", "shown", "covered"),
    [
        ("Maya", "mayao", "Mayao Mayaok Mayaoka mayaoka"),
        ("Mark", "marko markoka", "Marko Markok Markoka"),
    ],
)
def test_a_first_name_run_together_with_how_the_family_name_begins(given, shown, covered):
    names = OtherNames(READER, [READER, make(Student, 2, given_name=given, family_name="Okafor")])
    assert [
        word for word in f"{shown} {covered}".split() if "another" in names.covered(f"I saw {word}")
    ] == covered.split()


def test_one_letter_after_a_name_in_lower_case_is_an_ending_from_five_letters_on():
    found = {word: [*inflected(one)] for word in ("jonasi", "jonai", "Jonai") for one in words_of(word)}
    assert found == {"jonasi": [("jonas", "i")], "jonai": [], "Jonai": [("jona", "i"), ("jon", "ai")]}


def test_a_nickname_that_is_a_word_too_is_none_at_a_beginning_unless_what_follows_says_so():
    names = OtherNames(READER, [READER, make(Student, 2, given_name="Russell", family_name="Zyx")])
    told = {
        text: names.covered(text)
        for text in ("Rusty metal hurt", "a rusty metal", "I saw Rusty metal", "Rusty helped", "Rusty’s metal")
    }
    assert told == {
        "Rusty metal hurt": "Rusty metal hurt",
        "a rusty metal": "a rusty metal",
        "I saw Rusty metal": "I saw another student metal",
        "Rusty helped": "Another student helped",
        "Rusty’s metal": "Another student’s metal",
    }
