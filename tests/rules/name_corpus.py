"""200 invented students whose names are hard to tell from other words, and the sentences in which they are named."""

PARTICLES = "Ben Van Della Mac Al Von Bin Abu Dos Den Dal Mc Zu St Ap Des Binti Ibn Del Los"
MONTHS = "January February March April May June July August September October November December"
VIRTUES = (
    "Hope Faith Grace Charity Prudence Patience Mercy Honor Joy Verity Constance Clemency Felicity Amity Honesty Loyal"
)
TRADES = (
    "Mason Taylor Carter Cooper Hunter Archer Fletcher Porter Page Smith Baker Miller Cook Fisher Shepherd Marshall"
)
WORDS = (
    "Mark Will Bill Chase Rose Lily Daisy Ivy Sky Summer Autumn Dawn Eve Star River Brook Cliff Dale Forest Glen Heath Jack "
    "Rob Pat Sue Drew Ray Art Frank Guy Dean Earl Duke King Young Brown Price Robin Jade Ruby Pearl Amber Crystal Skip Pierce "
    "Lance Trace Reed Rich Sandy Penny Tuck Wade Clay Colt Angel Chance Ash Iris Olive"
)
SMALL = "An He Oh Ha So My Do Ho Ma Le Lo Du Ku No"
INITIALS = "AJ JD TJ J.D. D.J. M.K."
DOUBLE = [
    "Anne Marie",
    "De Shawn",
    "Mary Kate",
    "Juan Carlos",
    "Abu Bakr",
    "Van Anh",
    "Della Mae",
    "Ling Ling",
    "Jo Ann",
]
HYPHENATED = ["Jean-Luc", "Mary-Jane", "Anne-Sophie", "Ji-woo", "Al-Amin", "Karl-Heinz"]
MARKED = [
    "Kaʻahumanu",
    "D'Andre",
    "La'Keisha",
    "O'Shea",
    "Zoë",
    "Björn",
    "Jürgen",
    "Søren",
    "Łukasz",
    "Nguyễn",
    "Chloé",
    "İpek",
]
LATIN = "Maya Elif Amina Noah Marek Jonas Péter Kaisa Anneliese Thandiwe DeShawn McKenna LeBron Priscilla"
CYRILLIC = "Иван Ивана Мария Анна Павел Игорь Андрей Ольга Лев Пётр Юлия Надежда Вера Любовь Илья"
GREEK = "Γιώργος Μαρία Ελένη Νίκος Ελπίδα"
HAN = ["娜 李", "雨桐 王", "明 高", "翔 田中", "さくら 山本", "希望 陈"]
HANGUL = ["민준 김", "지우 이", "솔 박", "하늘 최"]
ARABIC = ["شيرين عمر", "نور علي", "أمل حسن", "عبد الله سعيد"]
HEBREW = ["שרה משה", "תקווה לוי", "נועם כהן"]
INDIC = ["प्रिया शर्मा", "আশা সেন", "பிரியா ராமன்", "ਸਿਮਰਨ ਕੌਰ"]
THAI = ["สมชาย ใจดี", "มะลิ แสงทอง"]

_FAMILIES = [
    "Abernathy",
    "Quispe",
    "Vandersloot",
    "Mwangi",
    "Featherstonehaugh",
    "Kowalczyk",
    "Haddad",
    "Solheim",
    "Demir",
    "Carvalho",
    "Adeyemi",
    "Leota",
    "Whitlock",
    "Papadakis",
    "Mbeki",
    "Ferreira",
    "Okonkwo",
    "Ramírez",
    "Brandstetter",
    "Yusupova",
]


def everybody() -> list[tuple[str, str]]:
    """The given and the family name of each, in seven scripts and more."""
    given = [
        *f"{PARTICLES} {MONTHS} {VIRTUES} {TRADES} {WORDS} {SMALL} {INITIALS}".split(),
        *DOUBLE,
        *HYPHENATED,
        *MARKED,
        *LATIN.split(),
        *CYRILLIC.split(),
        *GREEK.split(),
    ]
    latin = [(name, _FAMILIES[at % len(_FAMILIES)]) for at, name in enumerate(given)]
    other = [name.rpartition(" ") for name in (*HAN, *HANGUL, *ARABIC, *HEBREW, *INDIC, *THAI)]
    namesakes = [("Noah", "Lindqvist"), ("Noah", "Linares"), ("Noah", "Brandt")]
    return [*latin, *((first, last) for first, _, last in other), *namesakes]


SENTENCES = (
    "I want to work with {} on the lab.",
    "{}, my lab partner, checks it",
    "{}, your friend, is there.",
    "Read it to {}, and then to me",
    "Then ask {}.",
    "{} helps me with it",
    "{} and I read it",
    "{} is my partner",
    "We did it: {} and me",
    "It was (with {}) easy",
    "It was hard ({}) at first",
    "with {}’s notes",
    "with {}'s notes",
    "{}'s notes, not mine",
    "I hope {}'ll come",
    "then {}'d do it",
    "the seat of {}'",
    "a {}-like table",
    "the team of {}-and-me",
    "#{} knows",
    "ask @{} for it",
    "une idée d'{} hier",
    "l’idée qu’{} avait",
    "“{}” it says",
    "- {}: the table",
    "I saw {}; it was good",
    "I saw {}!",
    "As {}\nsaid",
    "for_{}_and me",
    "first/{}/last",
    "Is it {}?",
    "2{} and {}2",
    "My partners: {}/Jo, {}+Jo",
)
"""Sentences in which a name stands as it is."""
SHOUTED = ("I WORK WITH {} NOW", "{}, MY PARTNER", "ASK {}.", "WITH {}'S NOTES", "{} HELPS ME", "THE LAB ({})")
"""Sentences in capitals, the name too."""

USED = {
    "Иван": "Ивана, Ивану, Иваном, Иване, Иваны, Иванов, иваном, ивана",
    "Мария": "Марии, Марию, Марией",
    "Анна": "Анны, Анне, Анну, Анной",
    "Павел": "Павла, Павлу, Павлом, Павле",
    "Игорь": "Игоря, Игорю, Игорем",
    "Андрей": "Андрея, Андрею, Андреем",
    "Лев": "Лева",
    "Илья": "Ильи, Илье, Илью, Ильёй",
    "Marek": "Marka, Markowi, Markiem",
    "Anneliese": "Anneliesen, Anneliesy, Anneliesę, Annelieses",
    "Elif": "Elif'in, Elif’e, Elif'le, Elifin, Elifle, elifin, ELİF'in",
    "Péter": "Péternek, Péterrel, Pétert, Péterék",
    "Kaisa": "Kaisan, Kaisalla, Kaisalle, Kaisasta",
    "Ola": "Oli, Olę, Olą, Ole, Ola's",
    "Ewa": "Ewy, Ewie, Ewę, Ewą",
    "Olga": "Oldze, Olgi, Olgę, Olgą",
    "Marta": "Marcie, Marty, Martę",
    "Kasia": "Kasi, Kasię, Kasią",
    "Eliška": "Elišce, Elišky, Elišku, Eliškou",
    "Karel": "Karla, Karlovi, Karlem",
    "Mikko": "Mikon, Mikolle, Mikkoa",
    "Rūta": "Rūtos, Rūtai, Rūtą",
    "Zoltán": "Zoltánnal, Zoltánt, Zoltánnak",
    "Ana": "Anei, Anu, Anom",
    "Аня": "Ани, Аню, Аней, Ане",
    "Ольга": "Ользі, Ольги, Ольгою, Ольгу",
    "Айгүл": "Айгүлдің, Айгүлге, Айгүлмен",
    "Jonas": "Jono, Jonui, Jonas', Jonasa, Jonasowi",
    "Maya": "Maya'll, Maya'd, Maya’ve, Maya's, MAYA'S, maya's, mayas, Mayas, Mayi, Mayu, Mayą, Mayának, uMaya, @maya, #maya",
    "Amina": "d'Amina, d’Amina, D'AMINA, qu'Amina, Aminaren, Aminának, Aminanya",
    "Thandiwe": "uThandiwe, kaThandiwe, noThandiwe",
    "Γιώργος": "Γιώργου, Γιώργο, Γιώργε",
    "Μαρία": "Μαρίας, ΜΑΡΙΑ",
    "Νίκος": "Νίκου, Νίκο",
    "Kaʻahumanu": "Ka'ahumanu, Ka’ahumanu, Ka‘ahumanu, Kaahumanu, Kaʼahumanu, Ka`ahumanu, KAʻAHUMANU, Ka´ahumanu, kaahumanu's",
    "De Shawn": "DeShawn, Deshawn, De-Shawn, DESHAWN, deshawn, DeShawn's",
    "DeShawn": "De Shawn, De-Shawn, Deshawn, DESHAWN, deshawn",
    "Anne Marie": "Annemarie, AnneMarie, Anne-Marie, ANNEMARIE, annemarie, Annemaries, #AnneMarie, Anne",
    "Jean-Luc": "JeanLuc, Jean, Jeanluc",
    "J.D.": "JD, J.D, J.D.'s, jd",
    "Jürgen": "Juergen, Jurgen, JÜRGEN, Jürgens",
    "Søren": "Soren, Soeren, SØREN, Sørens",
    "D'Andre": "D’Andre, DAndre, Dandre, D`Andre",
    "Ben": "Bens, BEN, ben, Ben's, Bens', BenVandersloot, #BenVandersloot",
    "Hope": "Hopes, Hope's, HOPE",
    "Mark": "Marks, Mark's, Marka, Markowi",
    "شيرين": "لشيرين, وشيرين, بشيرين",
    "أمل": "لأمل, امل, وأمل",
    "שרה": "לשרה, ושרה, שלשרה",
    "प्रिया": "प्रियाको",
    "আশা": "আশার, আশাকে",
    "பிரியா": "பிரியாவின், பிரியாவுடன்",
    "민준": "민준이, 민준은, 민준이랑",
    "솔": "솔이, 솔은, 솔아",
}
"""A name, and the forms in which languages use it and hands write it."""
