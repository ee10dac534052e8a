"""What a name may be written as, and what of a text is a name, in name_words.txt: each step of it whole.

`kept_text` says how name_words.txt is written anew.
Read what is new in it: `[Mark]` is a name for certain, `[Mark?]` one in doubt, `[mark~]` a word that stays and is asked about.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from record_case import make

from advisory.model import Student
from advisory.rules.names.covering.other_names import OtherNames
from advisory.rules.names.ending import inflected, stems
from advisory.rules.names.name_keys import keys_of, pattern_inside
from advisory.rules.names.reading.position import begins_sentence, is_beginning
from advisory.rules.names.script.kana import KANA
from advisory.rules.names.script.skeleton import first_letters, pattern_of
from advisory.rules.names.script.sound import sounded, sounded_as_written, sounds_of
from advisory.rules.names.script.syllables import in_latin
from advisory.rules.names.spelling import spelled, spellings
from advisory.rules.names.word import words_of

WORDS = Path(__file__).with_name("name_words.txt")
READER = "Xiomara Zwygart"
_SPELLED = (
    "José Jürgen Søren Åsa Łukasz Œuvre Straße Aeneas Noel Mueller Philipp Ralph Aaron McAdams McBe Macbeth Macy MacTavish "
    "mcx McBee Mac الخطيب الخط خطيب Siobhán Bríd Ghada Dan Dаn Јack Ивaн D'Andre O´Neil مةىكی םןףץ 王小明 Ñandú Bhavna Ciarán Séan"
)
_INFLECTED = (
    "Mayas mayas Jos jos Linus lines Lins Marks Annes Olas Ola Janowi Márkkal markkal Petrem petrem Marikas Иваном ивана Аннай "
    "Γιώργου Γιώργος 민준이 민준 ישרה ושרה شيرينه وشيرين بالخطيب ሰላምን ከሰላም abcdefgh Lia Li"
)
_STEMS = "анна мария павел игор ольга olga eliska marek mikko jonas γιώργος γιωργοσ ana anna lia lea li марко дмитрии petr katka gaga anja"
_SOUNDED = (
    "schtsch tchaikovsky christof khalid ghada philipp thomas jack tzvi boone soutine lee alexei yuri jan wladimir quentin "
    "cecilia carlos charles chloe noah sahra alexander petrer kahlo ahmed aarne hanna marie zhenya shcherbakov czech acht"
)
_SCRIPTS = "Мария Юлия Щербаков Хохлов Ђорђе Ґанна Ксения Γιώργος Ευαγγελία Μπάμπης 민준 소은 이 박서연 さくら しょうた おおの ショウ キャシー ー 王 Maria"
_UNVOWELED = "שרה יוסף זאב דן ליאת צבי שירין محمد عبد عبدالرحمن عبدالله عائشة يوسف نور زينة إبراهيم خالد عمر ثريا وليد على يحيى אב אבי Maria"
_SYLLABLES = "가 까 나 다 따 라 마 바 빠 사 싸 아 자 짜 차 카 타 파 하 개 야 얘 거 에 겨 예 고 와 왜 외 요 구 워 웨 위 유 그 의 기 각 간 갇 갈 감 갑 갓 강 갖 같 이 김 류 왕a 갂 갃 갅 갆 갉 갊 갋 갌 갍 갎 갏 값 갔 갗 갘 갚 갛"
_CUT = (
    "McDonald de-shawn DeShawn JACKandJill J.D. x2y maya_o José Jose\u0301 Ju\u200bn 王Anna 3rd MAYA's d’Andre éa Éa ÉA aB "
    "ñandúB ขอบใจMai"
)
_NAMES: tuple[dict[str, str], ...] = (
    {"given_name": "Maya", "family_name": "Okafor"},
    {"given_name": "María José", "family_name": "de la Cruz"},
    {"given_name": "DeShawn", "family_name": "O'Neill-Reed", "preferred_name": "Shawn"},
    {"given_name": "A J", "family_name": "Li"},
    {"given_name": "Ben", "family_name": "van der Berg"},
    {"given_name": "Мария", "family_name": "Иванова"},
    {"given_name": "شيرين", "family_name": "الخطيب"},
    {"given_name": "민준", "family_name": "김"},
    {"given_name": "さくら", "family_name": "山本"},
    {"given_name": "雨桐", "family_name": "李", "pronounce": "YOO-tong"},
    {"given_name": "Siobhán", "family_name": "-", "pronounce": "SHIV-awn mark"},
    {"given_name": "Ana", "family_name": "Reed", "pronounce": "rhymes with an egg"},
    {"given_name": "👩‍👩‍👧", "family_name": "Smith"},
    {"given_name": "Ксения", "family_name": "Хо"},
)
_CLASSES: dict[str, tuple[tuple[str, ...], str]] = {
    "common names": (
        (
            "Maya Okafor",
            "Noah Lindqvist",
            "Theodora Papadakis",
            "Anne-Marie Njoroge",
            "Jun Watanabe",
            "Ola Wiśniewski",
            "XiaoMing Ito",
        ),
        """Maya, maya, MAYA, Mayas, Maya's, maya’s and MaYa. Mayan and mayas
        Noah L. and Noah Lin. and Noah Lx and noah l. and Noah L is, Noah I know, Noah L
        M. helps. M.O. helps; M. O. too. Then plan M. and part M. and I. am, m. is, N.X. is
        Okaf. came, okaf. came, Okaf came, Lindq's and Lindq’s. Papad… She asked Papad. Oka. Ok.
        Theo says, with Theo there, Theo. came, Thx. The the. Theod
        noahlin, NoahLin, noahl, noahlindqvist, NoahLindqvist, mayaok, nolin
        @mokafor mokafor @okaform, jwatanabe watanabej #mayao mayao mayao@x MOkafor Mlin nlindqvist
        anne marie, Anne Marie, anne-marie, AnneMarie, annemarie, AnneMaries, Annemaries, an annemari
        Anne and Marie, Anne, Marie; Anne. Marie. Anne\nMarie, Anne  Marie, Anne & Marie, Anne / Marie
        M a y a, M-a-y-a, m.a.y.a, m a y, M A Y. a m a y a, ju-n, J-un, no-ah
        MayaandJun, mayaandjun, JunUndNoah, andJun, NoahetMaya, sandy, junand
        xiao ming, Xiao Ming, xiao-ming, xiao  ming, Xiao mings, xiaoming, Xiaomings
        xi ao ming, Xi Ao Ming, xi-ao-ming. Anne maries, anne Maries, anne maries, xiao mings. M ay a, m ay a
        Maya Okafor Noah Jun, Maya de Okafor, Okafor Maya, Jun W. and W. Jun, J.W.
        Wiśniewska, Wisniewskiego, Oli, Olą, oli, Olas, olas, ola, Ol, juni, Juns, junes, Junis
        Maya Maya and Jun Jun. Noah Noah Lindqvist Lindqvist
        M.O. came, and O. came. O.M. came, J. W. too; W.
        O. M. came
        MayaandXiomara, XiomaraandMaya, xiomaraundjun, XiomaraandZwygart""",
    ),
    "ordinary words": (
        (
            "Mark Page",
            "Will Brown",
            "May Li",
            "Hope Strong",
            "Grace Young",
            "Sunday Said",
            "Rose An",
            "He Do",
            "Drew Art",
            "Ma Oh",
            "Tim So",
        ),
        """Mark the steps. Mark says. Mark it. Mark. I mark it. We Mark it. Ask mark. With mark and will. mark's, mark’s
        that mark, the mark, marks are, Marks are, marks were, marks is, @mark, mark_w, #mark, mark@x, MARK IT, I MARK IT
        Will you? Will says. I will read. will helps, by will. will not; who will. Will not. WILL NOT. WILL BE. WILL GO
        ask mpage, @mpage, #mpage, mpage@x and wbrown, @wbrown, Mpage
        until May, in May, in May's room, until May-Li, by May, with May, 3 May, May 3, May 2027. May, 3. May-Li, May's, may I, may, MAY I, Every May
        every Sunday, on Sunday, Sunday, Sunday's, sunday, with Sunday, Sunday 3, 1. Sunday 2. May 3. Hope
        I hope she. We hope. Hope it works. hope, hope she, Hope she, hopes, Hopes are, by hope, beside hope, hoped
        by the grace, grace is, Grace. is strong, strong with, Strong with, so strong, strong, Strong, a strong. very Strong
        said so, Said so, she said, SHE SAID, Said is, young, Young and, brown, brown is, is brown, Brown 3, Page 3, page 3
        An apple, An is, An helps. An and I, an, AN AND, WITH AN NOW, An Maria, An AI. An hour. An boy, An x
        He is, He run, He nod. He goes, he, He. HE IS, with He, Do it. Do, do. Do is; Do asked. Do says so. DO IT. Do with, Oh, oh. Oh well, OH WELL
        Ma, ma. Ma is. MA, ask ma. Ma gives. So that. So is. So helps. so, SO, SO IT IS. Tell So. Tims, Time, time, Tim's, Timid, Tim
        Drew. drew, she drew. drew it, Art, art, the art. art is, Art is. Arts, arts are, part art. LI, Li, li, Lis. lie, Lion, L. A. I
        1. Mark 2. Will 3) Hope. X 2, 2 X. Mark 2. Mark 2) and Page 7. Group H. H 2. H. and S.
        1.  Mark 2. 1.   Mark 2. 1.    Will 2. 12) Mark 3. x. Mark 2
        1 SO 2, 1 HE 2, 1 MAY 2, 1 AN 2, a SO b. is page, is mark, was drew, is grace, is rose, is may, is hope
        An helped. An need. An agreed. Will asked. will asked, He nodded. will need, will helped, Ma asked, So asked
        Rose to it. Rose is. rose, Roses are, roses were, a rose. ROSE IS RED. ROSE is. with ROSE. "Rose to, (Mark the, – Will the""",
    ),
    "other scripts": (
        ("Мария Иванова", "민준 김", "さくら 山本", "شيرين عمر", "יוסף כהן", "雨桐 李", "솔 박", "Αλέξανδρος Νίκου"),
        """Maria, maria, Mariya, MARIA, Marii, Marias, Masha, masha, Маша, Маши, Марией, Мария, Ivanova, ivanovoi, Ива
        Minjun, minjun, Min-jun, min jun, Min Jun, MINJUN, Kim, kim, kims, 민준이, 민준, 김, Minjuns, Min, Jun
        Sakura, sakura, サクラ, さくらちゃん, Yamamoto, 山本, 李雨桐, 雨桐, 桐, Yutong
        Shireen, Shirin, shirin, Sherin, Omar, omar, لعمر, شيرين, Omars, Shereens, Amir, Emory
        Yosef, Yusuf, Joseph, Cohen, cohen, Cohens, Cohn, ליוסף, Josefa, Kohan
        솔은, 솔, 솔직, 박솔, Sol, sol, Park, park, Parks
        Alexandros, Aleksandros, alexandros, Νίκος, Αλέξανδρου, Alexander, Nikou, niku""",
    ),
    "letters and short names": (
        ("A Quill", "X Lee", "Jun Abe", "Noah Ito", "Jo Anna Poe", "Drew Mark", "Ed Or", "李 王", "Ma Bo", "Al Dee"),
        """A went. A. went. a, A, and X. X is, x, X 2, (X), AX. IX. I, I. Jun A. and Jun A is, Jun a. and Noah I. Noah I, jun A.
        joanna, Joanna, Jo Anna, joann, jo anna, JoAnna, jo-anna, annapoe, poejo, joannap, pjoanna
        THEY MARK PAPERS. THEY DREW PAPERS. WE DREW. DREW. MARK NOT. MARK HELPS. DREW HELPS ED. I drew. and drew. Or drew. with ed or mark. by or
        and mark went with her. or mark, tell her. with kim or mark. Ed said. ed, Ed, edd. Eds, eds. or Or. Or is. Or the. OR THE
        李. 王. 李 and 王, a李b. M. o. M. O. m. O. B. M.B. M. B. BM. Al. al, Al is, Al-Dee, al dee, ALDEE
        mabo, MaBo, ma bo, Ma bo, Ma-Bo, ma-bo, ma. bo, Ma & Bo, Mas, Bos, bos, Mam, Boa, Bo's, Edin, Alin, Jos, Joi, Joan""",
    ),
    "reader Мария Иванова": (
        ("Maria Reed", "Анна Смирнова", "Masha Poe", "Иван Reed", "شيرين عمر"),
        """Maria, Мария, Марии, Masha, Маша, masha, Ivanova, Иванова, Ivan, Иван, Ивана, Anna, Анна, Anya, Аня, Smirnov
        Shirin, Sheereen, شيرين, Omar, amir, Reed, Maria Reed, Mariareed, Ivanov, ivan""",
    ),
    "reader شيرين عمر": (
        ("Shirin Reed", "محمد يوسف", "Omar Poe", "Shireen Ash", "Jan Ng"),
        """Shirin, Shireen, Sherin, shirin, Omar, Omer, Amir, شيرين, عمر, لعمر, Mohammed, Muhammad, محمد, ومحمد, Yusuf, يوسف
        Shirins, Shirin Reed, Omar Poe, Mahmoud, Made, many, Many, The, There, then, Jan, Jans, jan""",
    ),
    "reader شيرين Cole": (("شيرين رضا", "نور Ash"), "Sherin, Shirin, shirin, Noor, Nur, Reda, شيرين, نور"),
    "reader יוסף Cole": (
        ("Joseph Poe", "Yosef Ash", "كريم ليلى", "Иосиф Ной"),
        "Joseph, Yosef, יוסף, Josef, Karim, Kareem, Leila, Layla, layla, Cole, Coles, Иосиф, Ной, Noah, Noi, ליוסף",
    ),
    "reader Anna Cole": (
        ("Ann Reed", "Anne Poe", "Col Ash"),
        "Annas, Anna's, Anns, annas, Annes, Anny, Anno, Annie, Coles, Cols, coles, Annom, annom, Ann, Anne",
    ),
    "reader Marek Lina": (
        ("Mark Reed", "Lin Poe", "Mar Ash"),
        "Marka, Marki, Mareka, Markowi, marku, Linas, Lins, Liny, linas, Mareks, Marks, Maru, Lina, Lin",
    ),
    "nicknames": (
        ("Elizabeth Silva", "Robert Reed", "Francisco Ruiz", "Katherine Poe", "William Ash"),
        """Liz, liz, Lizzy, Beth, beth, Beths, LIZ, Bob, bob, bobs, Bobs, Rob, rob. Rob is. Rob the. Rob's. Rob helps. Robbed
        Paco, paco, Kiko, Pancho's, Kate, kate, kates, Kat, Kathy P., Bill, bill, the bill. Bill is. Bill the. Bill, Billed. Bills
        Will, will. Will it. Billy, Liza S. and Liza Sil. Betty. Betty Silva. Kit. Kit is; kit""",
    ),
}
_BY_CHANCE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Ed Or, Мария Иванова, DeShawn O'Neill, Bo Bo, 雨桐 李, Elizabeth Silva, Ola Wiśniewski, May Li", ("OLA WIŚNIEWSKI DeShawn2 mo what & B.B. Ol-a) Gene:", "Maya. Branch DeShawnem and pat? Мария2” Ed2 “")),
    ("Ola Wiśniewski, Мария Иванова, Rose An, José Ñandú, Will Brown, Anne-Marie Njoroge, Ana de la Cruz, 솔 박", ("WILL2 Wise minor “솔a” Brown, will (Мар ия", "Guy, W.-set José")),
    ("Francisco Ruiz, XiaoMing Ito, יוסף כהן, DeShawn O'Neill, Мария Иванова, Mary Ann Lee, Ana de la Cruz, Noah Lindqvist", ("Mary_A) марияи, mail anad;",)),
    ("Francisco Ruiz, Jack Will, Rose An, Ed Or, DeShawn O'Neill, Bo Bo, Ольга Павлова, Katherine Poe", ("Deshawn o'neill D-e-S-h-a-w-n", "@eor. J.” O'neill.", "rosean\nrose strange and")),
    ("Jo Anna Poe, Мария Иванова, XiaoMing Ito, Αλέξανδρος Νίκου, Ana de la Cruz, Will Brown, شيرين عمر, Jun Watanabe", ("Jun W. Jun_W/JUN WATANABE and @миванова? stays) Xia oMing & pure “",)),
    ("Anne-Marie Njoroge, Ed Or, Éva Kiss, شيرين عمر, Мария Иванова, Ali Al-Khatib, Maya Okafor, May Li", ("ma Al-K.  TO", "Éva2 May’s/Maya_O KISSOWI and To; Le/")),
    ("Katherine Poe, Mark Page, 雨桐 李, さくら 山本, Jack Will, Ольга Павлова, May Li, Noah Lindqvist", ("さくら 山本 - NOAHA.",)),
    ("Ola Wiśniewski, Drew Art, Hope Strong, Katherine Poe, Jun Watanabe, יוסף כהן, Theodora Papadakis, Chloë Zoe", ("they Ola W. jun? hand;",)),
    ("さくら 山本, Elizabeth Silva, יוסף כהן, Ed Or, Lin Lin, He Do, Ola Wiśniewski, Noah Lindqvist", ("or & OLA’S hung E d-Oly-", "O. and esilva Knows  right:")),
    ("Igor Novák, Tim So, Chloë Zoe, 雨桐 李, Lin Lin, Ben van Berg, Katherine Poe, Noah Lindqvist", ("雨.李. Poej chloëzoe Novák Igor Igor -",)),
    ("Ola Wiśniewski, Will Brown, He Do, DeShawn O'Neill, 솔 박, Drew Art, Francisco Ruiz, Ma Oh", ("Ruiz.\nthought/Drewem Dr-ew/willb, 솔.박.)",)),
    ("He Do, Ali Al-Khatib, Hope Strong, Tim So, A Quill, José Ñandú, Noah Lindqvist, May Li", ("Tim so/arm & Hope. hepatitis - A Qu ALI AL-KHATIB MAY.",)),
    ("Theodora Papadakis, Ola Wiśniewski, Ben van Berg, Мария Иванова, Ann Ann, Igor Novák, XiaoMing Ito, José Ñandú", ("XIAOMINGEM МАРИЯANDИВАНОВА - VAN BERGOWI/Ann ann; O-l-a/Memory storm;",)),
    ("Katherine Poe, Ed Or, יוסף כהן, A Quill, José Ñandú, Jun Watanabe, Chloë Zoe, 솔 박", ("CAMP; יוסףa aquill” 솔2",)),
    ("Hope Strong, He Do, Noah Lindqvist, Al Dee, さくら 山本, Ольга Павлова, Robert Reed, יוסף כהן", ("ferry; יוסף2 & bill Robe. -",)),
    ("Lin Lin, Αλέξανδρος Νίκου, José Ñandú, Jun Watanabe, Francisco Ruiz, Noah Lindqvist, Robert Reed, Katherine Poe", ("LINDQVIST NOAH Lin. Masha AUGUST,",)),
    ("Ann Ann, Jo Anna Poe, Katherine Poe, Siobhán McBride, Bo Bo, 솔 박, Ma Oh, Ed Or", ("Victory  Ann Ann ANN ANN @smcbride", "Y - brave; Edor “first")),
    ("Jack Will, Francisco Ruiz, May Li, Igor Novák, Theodora Papadakis, Al Dee, Мария Иванова, Will Brown", ("WILLS - Will’s Igou) Papadakiej Igor)", "witty; Al's Al and M.L. Will Br, W-i-l-l\nF-R-A-N-C-I-S-C-O")),
    ("Will Brown, Rose An, 민준 김, 솔 박, Siobhán McBride, Drew Art, XiaoMing Ito, Bo Bo", ("look 민.…",)),
    ("He Do, Ana de la Cruz, Ali Al-Khatib, Jack Will, 민준 김, شيرين عمر, Noah Lindqvist, Ed Or", ("HIGH\n민준김", "Ali (GYM) Do, He” JUNE Heem team/Ana's”")),
    ("Ben van Berg, Ma Oh, Theodora Papadakis, Will Brown, José Ñandú, Robert Reed, Jun Watanabe, 민준 김", ("Minjun 민김",)),
    ("Rose An, Tim So, Jo Anna Poe, 雨桐 李, Katherine Poe, Jack Will, Robert Reed, Éva Kiss", ("雨桐 李. “ah Jackw",)),
    ("Ольга Павлова, Ben van Berg, Jack Will, Éva Kiss, Lin Lin, Mark Page, A Quill, Ana de la Cruz", ("ÉVAA “BEN VAN. - ZAY",)),
    ("Lin Lin, יוסף כהן, Jack Will, Elizabeth Silva, Mary Ann Lee, Мария Иванова, Mark Page, Ali Al-Khatib", ("MEAN… Ali's READ: will thought read:",)),
    ("Lin Lin, Bo Bo, Ed Or, Anne-Marie Njoroge, Maya Okafor, 민준 김, Elizabeth Silva, DeShawn O'Neill", ("strong-blue ant mason: sheep. DeSh. Bess.",)),
    ("May Li, 민준 김, Elizabeth Silva, Robert Reed, יוסף כהן, Will Brown, XiaoMing Ito, Mark Page", ("DID  bee י.כ.: xiaomingi” fish trust: יוסף.",)),
)  # fmt: skip
"""The reader and seven others, and texts put together by chance: each tells something apart that nothing above does."""
_BEGINNINGS = (
    "Maya|", "x|Maya", "He.| Maya", "He. |Maya", "he |Maya", "(|Maya", "he (|Maya", "he – |Maya", "he, |Maya", "he\n|Maya", "he:\n- |Maya", "he: |Maya",
    "he “|Maya", "1. |Maya", "he; |Maya", "¿|Maya", "he @|Maya", "he*|Maya", "", "he!” |Maya", f"he.{' ' * 45}|Maya", f"{' ' * 40}|Maya", f"{' ' * 41}|Maya", f"{' ' * 45}|Maya", f"{'x' * 45} |Maya",
)  # fmt: skip


def student(name: str, number: int) -> Student:
    given, _, family = name.partition(" ")
    return make(Student, number, given_name=given, family_name=family)


def marked(names: OtherNames, text: str) -> str:
    """The text with each name in brackets."""
    told, upto = "", 0
    for place in names.places(text):
        sign = "~" if place.is_word else "?" if place.is_doubtful else ""
        told += f"{text[upto : place.start]}[{text[place.start : place.end]}{sign}]"
        upto = place.end
    return told + text[upto:]


def listed(found: Iterable[object]) -> str:
    return " ".join(map(str, found)) or "–"


def told() -> Iterator[str]:
    yield "# spelled, and the spellings"
    yield from (f"{word}: {spelled(word)} | {listed(sorted(set(spellings(word))))}" for word in _SPELLED.split())
    yield "# before an ending"
    for one in words_of(_INFLECTED):
        yield f"{one.text}: {listed(f'{name}+{ending}' for name, ending in inflected(one))}"
    yield "# stems"
    yield from (f"{word}: {listed(sorted(stems(word)))}" for word in _STEMS.split())
    yield "# sounds"
    yield from (f"{word}: {sounded(word)}" for word in _SOUNDED.split())
    yield from (
        f"{word}: {sounded_as_written(word, spelled(word))}" for word in ("Ševčenko", "Jovanović", "Zoë", "Żuk")
    )
    yield from (f"{word}: {listed(sorted(sounds_of(spelled(word))))}" for word in _SCRIPTS.split())
    yield f"kana: {listed(f'{one}={chr(124).join(ways)}' for one, ways in KANA.items())}"
    yield from (f"{word}: {listed(in_latin(word))}" for word in _SYLLABLES.split())
    yield "# consonants"
    for word in map(spelled, _UNVOWELED.split()):
        pattern = pattern_of(word)
        yield f"{word}: {listed(sorted(first_letters(word)))} {pattern.pattern if pattern else '–'}"
    yield "# words"
    for text in _CUT.split():
        for at_capitals in (True, False):
            signs = (
                f"{one.text}({one.start}-{one.end} {one.key}{' case' * one.has_case}{' A' * one.is_capital}{' !' * one.is_shouted})"
                for one in words_of(text, at_capitals=at_capitals)
            )
            yield f"{text}: {listed(signs)}"
    yield "# keys"
    for names in _NAMES:
        keys = keys_of(make(Student, **names))
        yield listed(names.values())
        yield from (f"  {field}: {listed(sorted(found))}" for field, found in keys._asdict().items() if found)
    yield "# inside words"
    for word in ("민준", "솔", "山", "ก", "😀", "さ"):
        texts = (word, f"a{word}b", f"박{word}", f"{word}은", f"{word}씨가 ", f"{word}직", f"한{word}은", f"山{word}口")
        yield f"{word}: {listed(text for text in texts if re.search(pattern_inside(word), text))}"
    yield "# beginnings"
    for text in _BEGINNINGS:
        at = max(text.find("|"), 0)
        plain = text.replace("|", "")
        yield f"{text!r}: {is_beginning(plain, at)} {begins_sentence(plain, at)}"
    for name, (everyone, texts) in _CLASSES.items():
        yield f"# {name}: {', '.join(everyone)}"
        fellows = [student(name.removeprefix("reader ") if name.startswith("reader ") else READER, 1)]
        fellows += [student(one, number) for number, one in enumerate(everyone, 2)]
        names = OtherNames(fellows[0], fellows)
        yield from (marked(names, text.strip()) for text in texts.split("\n        "))
        for text in texts.split("\n        "):
            yield listed(f"{place.key}{len(place.whose)}" for place in names.places(text.strip()))
    yield from _by_chance()


def _by_chance() -> Iterator[str]:
    for everyone, texts in _BY_CHANCE:
        yield f"# by chance: {everyone}"
        people = [student(one, number) for number, one in enumerate(everyone.split(", "), 1)]
        names = OtherNames(people[0], people)
        for text in texts:
            yield f"{marked(names, text)!r}: {listed(f'{place.key}{len(place.whose)}' for place in names.places(text))}"


def words() -> str:
    """All of it as one text."""
    return "\n".join(told()) + "\n"
