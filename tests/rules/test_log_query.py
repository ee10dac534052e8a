"""What is typed to find in the log: any text reads, every term narrows, and in whatever order."""

from datetime import date, timedelta

import msgspec
from each_row import each_row
from examples import some
from hypothesis import given, settings
from hypothesis import strategies as st
from record_case import TODAY, make

from advisory.model import CheckIn, Student
from advisory.model.words import CheckInState, Kind, Medium, Observer, PartOfDay, Party, Tone, Visibility
from advisory.rules.log import line as log_lines
from advisory.rules.log.filters import GRAMMAR, KNOWN, LOG_GRAMMAR, nearest
from advisory.rules.log.finder import Finder
from advisory.rules.log.line import PERSON, TAG, UNSAID, LogLine, SearchFields, log_line
from advisory.rules.log.query import Query, read_query

MAYA = make(Student, 1, given_name="Maya", family_name="Okafor")
JOSE = make(Student, 2, given_name="José", family_name="D’Andre")
STUDENTS = {student.id: student for student in (MAYA, JOSE)}
FRIDAY = date(2026, 11, 20)


def line(**fields) -> LogLine:
    return log_line(msgspec.convert(make(CheckIn, **fields), SearchFields, from_attributes=True))


def test_a_line_of_the_log_has_its_words_then_whom_with_then_its_tags():
    told = line(line="Écrit", student_says="Oui", person="Ada Ra", tags=("Lab", "été"), minutes=0, feeling=3)
    assert (told.text, told.minutes, told.feeling) == (f"ecrit\noui{PERSON}ada{PERSON}ra{TAG}lab{TAG}ete", 0, 3)
    bare = line(line="x")
    assert (bare.text, bare.minutes, bare.feeling) == ("x", UNSAID, UNSAID)


def found(text: str, lines: list[LogLine], *, day_first: bool = False) -> list[LogLine]:
    finder = Finder(read_query(text, TODAY, day_first=day_first), STUDENTS.get)
    return [one for one in lines if finder.fits(one)]


def is_found(text: str, **fields) -> bool:
    return bool(found(text, [line(**fields)]))


LOG = [
    line(line="Brought the LAB notes", tags=("maths", "lab"), state=CheckInState.JOT),
    line(student=JOSE.id, line="Said: “it’s fair”", body="two\n  words here", happened_on=FRIDAY, kind=Kind.QUICK_TOUCH),
    line(student_says="je suis là", initiator=Party.STUDENT, happened_on=date(2026, 9, 1), visibility=Visibility.SHAREABLE, minutes=12, tone=Tone.CONCERN, by=Observer.STUDENT, feeling=2),
    line(student="s0000099", line="okafor", kind=Kind.OBSERVATION, contact_made=False, counts_contact=False, counts_one_to_one=False),
    line(tags=("Écriture",), initiator=Party.STAFF, visibility=Visibility.STAFF, kind=Kind.CONFERENCE, minutes=5, medium=Medium.PHONE, person="Mr. Äkers"),
    line(student=JOSE.id, kind=Kind.FAMILY_CONTACT, person="Rosa D’Andre", counts_contact=False, counts_one_to_one=False, topic="sleep", question="why me?"),
]  # fmt: skip


@each_row(
    ("text", "wanted"),
    [
        ("", [0, 1, 2, 3, 4, 5]),
        ("lab", [0]),
        ("lab brought", [0]),
        ("lab fair", []),
        ("LÁB", [0]),
        ("its", [1]),
        ("la", [0, 2]),
        ('"two words"', [1]),
        ('"words two"', []),
        ('"two wo', [1]),
        ("“two words”", [1]),
        ("okafor", [0, 2, 3, 4]),
        ("maya lab", [0]),
        ("dandre", [1, 5]),
        ("ma", [0, 2, 4]),
        ("#ma", [0]),
        ("#lab #maths", [0]),
        ("#ath", []),
        ("#ecri", [4]),
        ("who:may", [0, 2, 4]),
        ("who:aya", []),
        ("who:okafor", [0, 2, 4]),
        ("who:may,jos", [0, 1, 2, 4, 5]),
        ("who:may who:oka", [0, 2, 4]),
        ('who:"maya oka"', [0, 2, 4]),
        ("WHO:Maya", [0, 2, 4]),
        ("kind:quick", [1]),
        ("kind:one-to", [0, 2]),
        ("kind:one_to", [0, 2]),
        ("kind:c", [4]),
        ("kind:quick,obs", [1, 3]),
        ("kind:quick kind:obs", []),
        ("student:jos", [1, 5]),
        ("tag:ma", [0]),
        ("tag:#ma,ecr", [0, 4]),
        ("tag:ath", []),
        ("tone:con", [2]),
        ("medium:phone", [4]),
        ("MEDıUM:phone", [4]),
        ("family:rosa", [5]),
        ("family:dan,akers", [5]),
        ("with:akers", [4]),
        ("with:osa", []),
        ("minutes:5", [4]),
        ("minutes:>5", [2]),
        ("minutes:>=5", [2, 4]),
        ("minutes:<12", [4]),
        ("minutes:5-12", [2, 4]),
        ("feeling:<3", [2]),
        ("is:own", [2]),
        ("is:question", [5]),
        ("sleep", [5]),
        ("since:fri", [0, 1, 3, 4, 5]),
        ("until:fri", [1, 2]),
        ("by:student", [2]),
        ("by:st", [2, 4]),
        ("is:jot", [0]),
        ("is:private", [0, 1, 3, 5]),
        ("is:staff", [4]),
        ("is:att", [3]),
        ("from:fri", [0, 1, 3, 4, 5]),
        ("to:fri", [1, 2]),
        ("from:9/1 to:9/1", [2]),
        ("from:9/1 to:2026-09-30", [2]),
        ("from:9/2 to:yesterday", [1]),
        ("from:today to:yesterday", []),
        ("who:jose fair kind:quick from:-3", [1]),
    ],
)
def test_a_query_finds_what_it_says(text, wanted):
    assert found(text, LOG) == [LOG[at] for at in wanted]


def test_day_first_reads_the_other_way_round():
    assert found("to:1/9", LOG, day_first=True) == [LOG[2]]


@each_row(
    ("text", "told"),
    [
        ("who:", "who: needs the beginning of a name."),
        ("who:,", "who: needs the beginning of a name."),
        ("kind:x", "not “x”"),
        ("kind:", "such as quick"),
        ("by:nobody", "advisor, student, family or staff"),
        ("is:gone", "jot, attempt, question, own, private, shareable or staff"),
        ("is:open", "not “open”"),
        ("student:", "student: needs the beginning of a name."),
        ("minutes:ten", "5, >10 or 5-10, not “ten”"),
        ("minutes:>", "not “>”"),
        ("minutes:<5-10", "not “<5-10”"),
        ("tag:#", "the beginning of a tag"),
        ("tone:grey", "celebrate, neutral or concern"),
        ("since:9/", "since: needs a day"),
        ("from:9/", "not “9/”"),
        ("to:", "to: needs a day"),
        ("#", "the beginning of a tag"),
    ],
)
def test_what_is_unfinished_or_unknown_is_told_and_narrows_nothing(text, told):
    (notice,) = read_query(text, TODAY).notices
    assert told in notice
    assert read_query(text, TODAY).is_empty
    assert found(text, LOG) == LOG
    assert found(f"lab {text}", LOG) == found("lab", LOG)


@each_row("text", ["", "  ", '"', '""', "'", "\u0301"])
def test_nothing_is_asked_for_and_nothing_told(text):
    assert read_query(text, TODAY) == Query()


@each_row("text", ["9:30", "re: essay", "see http://x", 'say "', "5%"])
def test_a_colon_elsewhere_is_part_of_a_word(text):
    assert not read_query(text, TODAY).notices
    assert is_found(text, line=f"at {text} then")
    assert not is_found(text, line="at another time")


@each_row(
    ("text", "told"),
    [
        ("tonne:sad", "“tonne:” is not a filter; did you mean tone:?"),
        ("Mins:>5", "“Mins:” is not a filter; did you mean minutes:?"),
        ("stu:ama", "“stu:” is not a filter; did you mean student:?"),
        ("xmedium:phone", "“xmedium:” is not a filter; did you mean medium:?"),
        ("xyzzy:1", "“xyzzy:” is not a filter; it is looked for as it stands."),
    ],
)
def test_a_word_before_a_colon_that_is_no_filter_is_said_and_looked_for(text, told):
    assert read_query(text, TODAY).notices == (told,)
    assert is_found(text, line=f"at {text} then")
    assert not is_found(text, line="sad >5 ama phone 1")


def test_more_can_be_asked_where_more_is_searched():
    everywhere = read_query("kind:promise is:open", TODAY, everywhere=True)
    assert everywhere.facts == (frozenset({"kind:promise"}), frozenset({"is:open"}))
    assert not everywhere.notices


def test_every_filter_says_what_it_needs():
    for everywhere in (False, True):
        for name in KNOWN:
            (notice,) = read_query(f"{name}:", TODAY, everywhere=everywhere).notices
            assert notice.startswith(f"{name}: needs ")


def test_a_known_alternative_narrows_although_another_is_unknown():
    assert found("kind:quick,xyz", LOG) == [LOG[1]]
    assert read_query("kind:quick,xyz", TODAY).notices


def test_from_after_to_finds_nothing_and_says_why():
    assert found("from:-1 to:-5", LOG) == []
    assert "nothing can match" in read_query("from:-1 to:-5", TODAY).notices[0]


def test_the_grammar_that_is_shown_reads():
    assert not read_query(LOG_GRAMMAR, TODAY).notices
    assert not read_query(GRAMMAR, TODAY, everywhere=True).notices


WHOLE = [
    "lab",
    "okafor",
    '"two words"',
    "who:may",
    "who:jos,may",
    "#l",
    "kind:one",
    "kind:q,o",
    "by:st",
    "is:private",
    "is:jot",
    "tag:l,ma",
    "minutes:>4",
    "tone:c",
    "with:ro",
]
UNFINISHED = ["who:", "kind:zzz", "from:9/", "#"]
TERMS = st.sampled_from([*WHOLE, *UNFINISHED, "from:9/2", "to:fri"]) | st.text(
    st.characters(exclude_characters='"“”„‟'), max_size=4
)
CHECK_INS = st.builds(
    line,
    student=st.sampled_from([*STUDENTS, "s0000099"]),
    line=st.sampled_from(["lab notes", "Okafor", "two\twords", ""]) | st.text(max_size=5),
    tags=st.lists(st.sampled_from(["lab", "Maths"]), max_size=2).map(tuple),
    kind=st.sampled_from(Kind),
    initiator=st.sampled_from(Party),
    visibility=st.sampled_from(Visibility),
    state=st.sampled_from(CheckInState),
    minutes=st.none() | st.integers(0, 9),
    tone=st.sampled_from(Tone),
    person=st.sampled_from(["", "Rosa", "Tom Roe"]),
    happened_on=st.integers(0, 100).map(lambda days: TODAY - timedelta(days=days)),
)
LOGS = st.lists(CHECK_INS, max_size=12)
MANY = settings(max_examples=some(150), deadline=None)


@MANY
@given(text=st.text(), log=LOGS, day_first=st.booleans())
def test_any_text_reads_and_finds_some_of_what_is_there(text, log, day_first):
    fitting = found(text, log, day_first=day_first)
    assert fitting == [one for one in log if one in fitting]
    assert isinstance(read_query(text, TODAY, day_first=day_first), Query)


@MANY
@given(terms=st.lists(TERMS, max_size=4), log=LOGS, data=st.data())
def test_the_order_of_terms_does_not_matter(terms, log, data):
    shuffled = data.draw(st.permutations(terms))
    assert found(" ".join(terms), log) == found(" ".join(shuffled), log)


@MANY
@given(one=TERMS, other=TERMS, log=LOGS)
def test_two_terms_find_what_each_of_them_finds(one, other, log):
    both = found(f"{one} {other}", log)
    assert both == [line for line in found(one, log) if line in found(other, log)]


def test_a_check_in_is_noted_with_its_own_names_and_defaults():
    fields = {field.name: field for field in msgspec.structs.fields(CheckIn)}
    for field in msgspec.structs.fields(SearchFields):
        assert field.default == fields[field.name].default
        assert field.required == fields[field.name].required


def test_the_facts_of_a_check_in_are_whole(monkeypatch):
    monkeypatch.setattr(log_lines, "_FACTS", {})
    usual = {
        "kind:one_to_one",
        "kind:check-in",
        "by:advisor",
        "tone:neutral",
        "medium:in_person",
        "is:private",
        "part:None",
    }
    assert line().facts == usual
    lost = {"contact_made": False, "counts_contact": False, "counts_one_to_one": False}
    odd = line(
        kind=Kind.OBSERVATION, initiator=Party.STAFF, tone=Tone.CONCERN, medium=Medium.PHONE, visibility=Visibility.STAFF,
        part_of_day=PartOfDay.MIDDAY, state=CheckInState.JOT, question="Why?", **lost,
    )  # fmt: skip
    assert odd.facts == {
        "kind:observation", "kind:check-in", "by:staff", "tone:concern", "medium:phone", "is:staff", "part:midday", "is:jot",
        "is:attempt", "is:question",
    }  # fmt: skip
    assert line(by=Observer.STUDENT, student_says="x", initiator=Party.STUDENT).facts == usual - {"by:advisor"} | {
        "by:student",
        "is:own",
    }


def test_a_filter_that_is_none_is_near_to_one_that_begins_so_or_is_spelled_alike():
    assert [nearest(word) for word in ("f", "ki", "MIN", "knid", "mintues", "tome", "xyz")] == [
        "family", "kind", "minutes", "kind", "minutes", "tone", "",
    ]  # fmt: skip


def test_blanks_are_folded_to_one_and_lines_stay_apart():
    assert [log_lines.fold_text(text) for text in ("a  b", "a\tb", "A b ", "é\n É", "")] == [
        "a b",
        "a b",
        "a b ",
        "e e",
        "",
    ]
    assert log_lines.folded_lines("a  b", "", "C") == "a b\nc"
    assert log_lines.line_of("s1", TODAY, ["x"], "É", "b") == LogLine("s1", TODAY, frozenset("x"), "e\nb")
