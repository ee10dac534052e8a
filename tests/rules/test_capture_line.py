"""The capture line: what each mark says, what is only text, what is refused and where; and back into a line."""

import sys
from datetime import date, timedelta

import pytest
from capture_case import reading_of, write_capture
from each_row import each_row
from examples import some
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from record_case import TODAY, make

from advisory.model import CheckIn, FollowUp
from advisory.model.words import CheckInState, Kind, Medium, NotMadeReason, Party, Tone, Visibility
from advisory.rules.capture.card import GRAMMAR
from advisory.rules.capture.completion import mark_completion
from advisory.rules.capture.line import read_capture
from advisory.rules.capture.mark import CaptureRefusal
from advisory.rules.capture.place import signs_in
from advisory.rules.capture.reading import PromiseRead, Reading, reading_words
from advisory.rules.names.token import NameToken

MANY = settings(max_examples=some(500), deadline=None)
PERIOD_ON = date(2026, 11, 25)
FRIDAY = date(2026, 11, 27)


def read(line: str, *, named: bool = False, day_first: bool = False) -> Reading:
    return read_capture(line, TODAY, named=named, next_period_on=PERIOD_ON, day_first=day_first)


def told(line: str, **options: bool) -> dict[str, object]:
    """What a line says beyond the ordinary."""
    reading = read(line, **options)
    ordinary = Reading(happened_on=TODAY)
    fields = {name: getattr(reading, name) for name in Reading.__struct_fields__}
    fields["person"] = reading.person and reading.person.text
    return {name: value for name, value in fields.items() if value != getattr(ordinary, name)}


def promise(text: str, due_on: date | None = FRIDAY, *, owner: Party = Party.ADVISOR) -> PromiseRead:
    return PromiseRead(text, due_on, owner)


@each_row(
    ("line", "says"),
    [
        ("", {}),
        ("Showed the draft", {"text": "Showed the draft"}),
        # the day, first of all
        ("yest: Laughed", {"happened_on": date(2026, 11, 22), "text": "Laughed"}),
        ("Yesterday: Laughed", {"happened_on": date(2026, 11, 22), "text": "Laughed"}),
        ("mon: Laughed", {"happened_on": date(2026, 11, 16), "text": "Laughed"}),
        ("-2: Laughed", {"happened_on": date(2026, 11, 21), "text": "Laughed"}),
        ("9/14: Laughed", {"happened_on": date(2026, 9, 14), "text": "Laughed"}),
        ("2026-09-14: Laughed", {"happened_on": date(2026, 9, 14), "text": "Laughed"}),
        ("today: Laughed", {"text": "Laughed"}),
        ("  yest:\nLaughed", {"happened_on": date(2026, 11, 22), "text": "Laughed"}),
        ("yest:", {"happened_on": date(2026, 11, 22)}),
        ("Plan: Laughed", {"text": "Plan: Laughed"}),
        ("Laughed yest: loud", {"text": "Laughed yest: loud"}),
        ("yest:Laughed", {"text": "yest:Laughed"}),
        ("yest Laughed", {"text": "yest Laughed"}),
        (": Laughed", {"text": ": Laughed"}),
        # tags
        ("Laughed #lab", {"text": "Laughed", "tags": ("lab",)}),
        ("#lab Laughed #lab #crew", {"text": "Laughed", "tags": ("lab", "crew")}),
        ("in #lab, and #crew.", {"text": "in and", "tags": ("lab", "crew")}),
        ("##Überblick", {"tags": ("Überblick",)}),
        ("# #, room#5", {"text": "# #, room#5"}),
        # minutes
        ("Laughed ~5", {"text": "Laughed", "minutes": 5}),
        ("~0, ~1440", {"minutes": 1440}),
        ("~٣", {"minutes": 3}),
        ("~ ~~ ~( a", {"text": "~ ~~ ~( a"}),
        # what stands alone
        ("* Laughed", {"text": "Laughed", "tone": Tone.CELEBRATE}),
        ("Laughed ? <", {"text": "Laughed", "tone": Tone.CONCERN, "student_started": True}),
        ("? Laughed * ?", {"text": "Laughed", "tone": Tone.CONCERN}),
        ("Did he laugh? Who? ?!", {"text": "Did he laugh? Who? ?!"}),
        ("Did ? he laugh", {"text": "Did ? he laugh"}),
        ("Laughed <", {"text": "Laughed", "student_started": True}),
        ("*** <3 > a*b", {"text": "*** <3 > a*b"}),
        # medium and visibility
        ("%pho Laughed", {"text": "Laughed", "medium": Medium.PHONE}),
        ("%text", {"medium": Medium.TEXT_MESSAGE}),
        ("%Home-Visit", {"medium": Medium.HOME_VISIT}),
        ("%phone %video", {"medium": Medium.VIDEO}),
        ("100% %5 %", {"text": "100% %5 %"}),
        ("!share", {"visibility": Visibility.SHAREABLE}),
        ("!STAFF, Laughed", {"text": "Laughed", "visibility": Visibility.STAFF}),
        ("!staff !p", {}),
        ("! !! !? no!", {"text": "! !! !? no!"}),
        ("a ~5% of ~5/7 >x<y", {"text": "a ~5% of ~5/7 >x<y"}),
        # the kind, the person and why nobody was reached
        ("&fam Laughed", {"text": "Laughed", "kind": Kind.FAMILY_CONTACT}),
        ("Laughed &Observation, loud", {"text": "Laughed loud", "kind": Kind.OBSERVATION}),
        ("&one-to-one &def", {"kind": Kind.DEFENSE_PREP}),
        ("&seen", {"kind": Kind.QUICK_TOUCH}),
        ("salt & pepper, R&B &5 &", {"text": "salt & pepper, R&B &5 &"}),
        ("@mother, Laughed", {"text": "Laughed", "person": "mother"}),
        ("Laughed with @Núria_O'Brien", {"text": "Laughed with", "person": "Núria_O'Brien"}),
        ("a@b.example @ @5 @@", {"text": "a@b.example @ @5 @@"}),
        ("-no_answer Rang twice", {"text": "Rang twice", "not_made_reason": NotMadeReason.NO_ANSWER}),
        ("Rang twice -no time.", {"text": "Rang twice", "not_made_reason": NotMadeReason.NO_TIME}),
        ("yest: -ABS", {"happened_on": date(2026, 11, 22), "not_made_reason": NotMadeReason.ABSENT}),
        ("-2: -de", {"happened_on": date(2026, 11, 21), "not_made_reason": NotMadeReason.DECLINED}),
        ("-ing -5 - -a -- -not a -dec b", {"text": "-ing -5 - -a -- -not a -dec b"}),
        # promises
        ("Laughed >fri bring notes", {"text": "Laughed", "promises": (promise("bring notes"),)}),
        (">fri: bring #lab notes ~5", {"tags": ("lab",), "minutes": 5, "promises": (promise("bring notes"),)}),
        (">today a >+3 b", {"promises": (promise("a", TODAY), promise("b", date(2026, 11, 26)))}),
        (">tomorrow a", {"promises": (promise("a", date(2026, 11, 24)),)}),
        (">11/30 a", {"promises": (promise("a", date(2026, 11, 30)),)}),
        (">2026-11-30 a  b\nc", {"promises": (promise("a  b\nc", date(2026, 11, 30)),)}),
        (">Next  period, a", {"promises": (promise("a", PERIOD_ON),)}),
        (">someday a", {"promises": (promise("a", None),)}),
        ("a > b >:( >> >", {"text": "a > b >:( >> >"}),
        (">fri @stu finish it", {"promises": (promise("finish it", owner=Party.STUDENT),)}),
        (">fri, @Family: call @home", {"promises": (promise("call @home", owner=Party.FAMILY),)}),
        (">someday @staff a >fri b", {"promises": (promise("a", None, owner=Party.STAFF), promise("b"))}),
        (r">fri \@student a", {"promises": (promise("@student a"),)}),
        # jots
        ("Says the essay is ..", {"text": "Says the essay is", "is_jot": True}),
        ("Says the essay is.. ", {"text": "Says the essay is ", "is_jot": True}),
        ("..", {"is_jot": True}),
        ("Laughed #lab..", {"text": "Laughed", "tags": ("lab",), "is_jot": True}),
        (">fri a..", {"promises": (promise("a"),), "is_jot": True}),
        ("Says .. the essay is...", {"text": "Says .. the essay is..."}),
        # plain words
        (
            r"\#1 \* \~5 \>fri \!x \\ \\n \.. \well..",
            {"text": r"#1 * ~5 >fri !x \ \n .. well.."},
        ),
        (r"\yest: Laughed", {"text": "yest: Laughed"}),
        (r"\ a", {"text": r"\ a"}),
        # blanks as they were typed, but for one beside each mark
        ("  a  b\n\nc ", {"text": "  a  b\n\nc "}),
        ("a\n#x\nb", {"text": "a\nb", "tags": ("x",)}),
        ("#x a", {"text": "a", "tags": ("x",)}),
        ("#x #y  a", {"text": " a", "tags": ("x", "y")}),
        ("a  #x  b", {"text": "a   b", "tags": ("x",)}),
    ],
)
def test_a_line_says(line, says):
    assert told(line) == says


@each_row(
    ("line", "names", "text"),
    [
        ("ama", [("ama", 0, 3)], ""),
        ("ama Laughed", [("ama", 0, 3)], "Laughed"),
        ("ama,ben Laughed", [("ama", 0, 3), ("ben", 4, 7)], "Laughed"),
        (" ama,,ben,: Laughed", [("ama", 1, 4), ("ben", 6, 9)], "Laughed"),
        ("ama: Laughed", [("ama", 0, 3)], "Laughed"),
        ("ama  Laughed", [("ama", 0, 3)], " Laughed"),
        ("ama ..", [("ama", 0, 3)], ""),
        ("noah_b.. yest: #x a", [("noah_b..", 0, 8)], "a"),
    ],
)
def test_a_named_line_begins_with_its_names_and_only_its_first_word_holds_any(line, names, text):
    reading = read(line, named=True)
    assert ([tuple(name) for name in reading.names], reading.text) == (names, text)
    assert [line[name.start : name.end] for name in reading.names] == [name.text for name in reading.names]


def test_the_day_may_come_before_the_month():
    assert told("14/9: a", day_first=True) == {"happened_on": date(2026, 9, 14), "text": "a"}
    assert told(">1/12 a", day_first=True) == {"promises": (promise("a", date(2026, 12, 1)),)}


@each_row(
    ("line", "at", "says"),
    [
        (
            "14/13: a",
            0,
            r"“14/13:” is not a date. Type yest:, mon:, -2:, 9/14: or 2026-09-14:. Or type \14/13: to keep it",
        ),
        ("-99999: a", 0, "“-99999:” is not a date"),
        ("mon: tue: a", 5, "A note has one date, and this one has two: “mon:” and “tue:”."),
        ("a ~5min", 2, "“~5min” is not a number of minutes. Type it like ~5."),
        ("a ~5 ~5min", 5, "“~5min” is not a number of minutes"),
        ("a ~1441", 2, "“~1441” is more than a day; minutes go up to ~1440."),
        ("~" + "9" * 5000, 0, "is more than a day"),
        (
            "a !shraed",
            2,
            r"“!shraed” is not !private, !shareable or !staff. Or type \!shraed to keep it as a plain word.",
        ),
        ("!s a", 0, "“!s” could be !shareable or !staff; type more of it."),
        ("a %fax", 2, "“%fax” is not %in_person, %phone, %text_message,"),
        (
            "a >foo b",
            2,
            r"“>foo” is not a date for a promise. Type >today, >fri, >+3, >12/12, >next period or >someday.",
        ),
        ("a >foo b", 2, r"Or type \>foo to keep it as a plain word."),
        ("a >next friday b", 2, "“>next” is not a date for a promise"),
        ("a >13/32 b", 2, "“>13/32” is not a date"),
        ("a >-2 b", 2, "“>-2” is Sat Nov 21, which is in the past"),
        ("a >yesterday b", 2, "“>yesterday” is yesterday, which is in the past"),
        ("a >fri", 2, "What did you promise?"),
        ("a >fri b >mon #x", 9, "What did you promise?"),
        ("tomorrow: a", 0, r"“tomorrow:” is tomorrow, still to come. Write it down after it happens."),
        (" +400: a", 1, "“+400:” is Tue Dec 28, 2027, still to come"),
        ("a >" + "x" * 5000, 2, "x…”"),
        (
            "a %phone ~5!shraed",
            9,
            r"“~5!shraed” is two marks without a space between them. Type ~5 !shraed. Or type \~5",
        ),
        ("a %phone!share", 2, "Type %phone !share."),
        ("a >fri,~5 b", 2, "Type >fri ~5."),
        ("a &c", 2, "“&c” could be &celebration or &conference; type more of it."),
        ("a &meeting", 2, "“&meeting” is not &one_to_one, &quick_touch"),
        ("&fam!share a", 0, "Type &fam !share."),
        ("a -no", 2, "“-no” could be -no_answer or -no_time; type more of it."),
        ("-abscent a", 0, r"“-abscent” is not -absent, -declined, -no_answer or -no_time. Or type \-abscent to keep"),
        ("a >fri @st b", 7, "“@st” could be @student or @staff; type more of it."),
        ("a >fri @mother b", 7, "“@mother” is not @student, @family or @staff."),
        ("a >fri @student", 2, "What was promised?"),
    ],
)
def test_what_can_not_be_read_is_refused_by_its_place_and_value(line, at, says):
    with pytest.raises(CaptureRefusal) as refused:
        read(line)
    assert refused.value.position == at
    assert says in str(refused.value)
    assert len(str(refused.value)) < 260


@each_row(("line", "at"), [("", 0), ("  ", 2), (",", 1), (" : a", 2)])
def test_a_line_about_nobody_is_refused(line, at):
    with pytest.raises(CaptureRefusal, match=r"Whose note is it\? Begin with a name, such as ama.") as refused:
        read(line, named=True)
    assert refused.value.position == at


PIECES = r"""
    ? ?! & &fam &x &fam!share @ @mother @Maya's, @student @st - -no -no_answer -abs. -ing -abscent
    #lab # ## #, ~5 ~5!share %phone~5* ~99999 ~ * ** < <3 %pho %x %5 !share !s !? >fri >next >someday >-2 > >: period .. ... a.. #x..
    yest: fri: tomorrow: 9/14: Plan: \ \\ \#x \.. ama,ben ama: 🙂🏽 قال «مرحبا» é
"""
MARKS = st.sampled_from([*PIECES.split(), "\u200f«مرحبا»", "e\u0301", "-no answer", "-no\ntime,"])
BLANKS = st.sampled_from([" ", "  ", "\n", "\r\n", "\t ", "\u3000", "\x1c", ""])
LINES = st.lists(MARKS | BLANKS | st.text(max_size=3), max_size=12).map("".join) | st.lists(
    st.tuples(MARKS, BLANKS).map("".join), max_size=8
).map("".join)


def outcome(line: str, **options: bool) -> Reading | CaptureRefusal:
    """The reading, or why there is none."""
    try:
        return read(line, **options)
    except CaptureRefusal as refusal:
        return refusal


@MANY
@given(LINES | st.text(max_size=40), st.booleans(), st.booleans())
def test_any_line_at_all_is_read_or_refused_at_a_place_in_it(line, named, day_first):
    came = outcome(line, named=named, day_first=day_first)
    if isinstance(came, CaptureRefusal):
        assert 0 <= came.position <= len(line)
        assert str(came).endswith(".")
        return
    assert bool(came.names) is named
    assert came.happened_on <= TODAY
    assert all(promise.text and (promise.due_on is None or promise.due_on >= TODAY) for promise in came.promises)


@MANY
@given(LINES | st.text(max_size=40), st.booleans(), st.booleans())
def test_whatever_is_read_is_written_so_that_it_reads_the_same(line, named, day_first):
    reading = outcome(line, named=named, day_first=day_first)
    if isinstance(reading, CaptureRefusal):
        return
    again = read(write_capture(reading, TODAY), named=named, day_first=not day_first)
    assert [name.text for name in again.names] == [name.text for name in reading.names]
    assert (again.person and again.person.text) == (reading.person and reading.person.text)
    assert replace(again, names=(), person=None) == replace(reading, names=(), person=None)


WORDS_OF_SIGN = {"&": Kind, "%": Medium, "!": Visibility, "-": NotMadeReason}


@given(st.sampled_from([(sign, word) for sign, words in WORDS_OF_SIGN.items() for word in words]), st.integers(0, 20))
def test_whatever_a_mark_is_completed_to_is_read_as_that_mark(of_sign, length):
    sign, word = of_sign
    begun = f"a {sign}{word[:length]}"
    completed = mark_completion(begun, len(begun), ())
    assert completed or word[:length] == word
    for line in completed:
        reading = read(line)
        assert reading.text == "a"
        assert write_capture(reading, TODAY) in {line, "a"}  # "a" where it says what is so without it
    assert length == 0 or not completed or f"a {sign}{word}" in completed


PAST = st.integers(0, 3000).map(lambda away: TODAY - timedelta(days=away))
COMING = st.none() | st.integers(0, 3000).map(lambda away: TODAY + timedelta(days=away))
WORDS = LINES | st.text(max_size=30)
NOTHING_MADE = {"contact_made": False, "counts_contact": False, "counts_one_to_one": False}
CHECK_INS = st.builds(
    lambda contact_made, not_made_reason, **fields: make(
        CheckIn,
        **fields,
        **({} if contact_made else NOTHING_MADE | {"not_made_reason": not_made_reason}),
    ),
    contact_made=st.booleans(),
    not_made_reason=st.sampled_from(NotMadeReason),
    line=WORDS,
    happened_on=PAST | st.just(TODAY),
    tags=st.lists(WORDS.map(lambda text: "".join(text.split())).filter(bool), max_size=3).map(tuple),
    minutes=st.none() | st.integers(0, 1440),
    tone=st.sampled_from(Tone),
    initiator=st.sampled_from(Party),
    medium=st.sampled_from(Medium),
    visibility=st.sampled_from(Visibility),
    state=st.sampled_from(CheckInState),
)
PROMISES = st.lists(
    st.builds(
        lambda text, due_on, owner: make(FollowUp, text=text, due_on=due_on, owner=owner),
        WORDS.filter(str.strip),
        COMING,
        st.sampled_from(Party),
    ),
    max_size=3,
)


@MANY
@given(CHECK_INS, PROMISES, st.booleans())
@example(make(CheckIn, line=" well.. "), [], False)
@example(make(CheckIn, line="\t", state=CheckInState.JOT), [], False)
@example(make(CheckIn, line="14/9: a"), [], True)
@example(make(CheckIn, line=">next period"), [make(FollowUp, text="mind the gap..")], False)
def test_a_record_written_as_a_line_reads_as_it_was(check_in, promises, day_first):
    reading = reading_of(check_in, promises)
    assert read(write_capture(reading, TODAY), day_first=day_first) == reading
    assert reading.text == check_in.line
    assert [promise.text for promise in reading.promises] == [promise.text.strip() for promise in promises]


def test_a_line_is_written_as_a_person_would():
    line = "ama,ben yest: Laughed at #lab, ~5 * < %pho !share &sma >fri bring \\#one notes >someday @stu a robot.."
    assert write_capture(read(line, named=True), TODAY) == (
        "ama,ben 2026-11-22: Laughed at #lab ~5 * < %phone !shareable &small_group >2026-11-27 bring \\#one notes "
        ">someday @student a robot .."
    )
    line = "ama @Mother -no answer ? Rang twice"
    assert write_capture(read(line, named=True), TODAY) == "ama Rang twice ? @Mother -no_answer"
    assert write_capture(read("Plan: a > b, 100%"), TODAY) == "Plan: a > b, 100%"


def test_of_a_record_only_what_a_line_can_say_is_read():
    check_in = make(CheckIn, line="a", tone=Tone.CONCERN, initiator=Party.FAMILY, tags=("#lab,", "lab", "#"))
    theirs = make(FollowUp, text="finish it", owner=Party.STUDENT)
    assert reading_of(check_in, [theirs]) == Reading(
        happened_on=TODAY,
        text="a",
        tags=("lab",),
        tone=Tone.CONCERN,
        promises=(promise("finish it", None, owner=Party.STUDENT),),
    )


@each_row(
    ("line", "words"),
    [
        ("a", ["today", "private"]),
        ("yest: a !staff", ["yesterday", "staff"]),
        ("-3: a", ["Fri Nov 20", "private"]),
        ("2025-11-20: a", ["Thu Nov 20, 2025", "private"]),
        ("nov 20: a >27 nov b", ["Fri Nov 20", "you promise: b, Fri Nov 27", "private"]),
        ("20 nov: a >nov 27, b", ["Fri Nov 20", "you promise: b, Fri Nov 27", "private"]),
        (">tom a >+40 b >someday c", ["today", "you promise: a, tomorrow", "you promise: b, Sat Jan 2, 2027", "you promise: c", "private"]),
        ("a ? -abs &fam @mother", ["not reached (absent)", "today", "a concern", "private"]),
        (">fri @stu a >fri @fam b >someday @staff c", ["today", "the student promises: a, Fri Nov 27", "the family promises: b, Fri Nov 27", "staff promise: c", "private"]),
        (
            "a ~5 * < %pho #lab #x >fri bring lab notes ..",
            [
                "today",
                "5 min",
                "they started it",
                "phone",
                "#lab",
                "#x",
                "celebrates",
                "you promise: bring lab notes, Fri Nov 27",
                "private",
                "to finish later",
            ],
        ),
    ],
)  # fmt: skip
def test_how_a_line_is_read_is_said_in_words(line, words):
    assert reading_words(read(line), TODAY) == words


def test_the_grammar_fits_on_a_card():
    assert len(GRAMMAR) <= 17
    assert all(len(mark) <= 20 and len(sentence) <= 50 for mark, sentence in GRAMMAR)


@each_row("row", [row for row in GRAMMAR if row[0] not in {"ama", "ama,ben"}])
def test_every_mark_on_the_card_is_one(row):
    mark = row[0].removesuffix(" …")
    assert told(f"{mark} words") != {"text": f"{mark} words"} or told(f"words {mark}") != {"text": f"words {mark}"}


def test_reading_a_long_line_takes_little_between_two_keys():
    """Counted in calls of functions, of which a busy machine makes as many: some 600, in less than a millisecond."""
    line = ("ama,ben yest: " + "showed me #lab the draft ~5 * < %pho !share >fri bring Plan: \\#1 notes " * 3)[:200]
    calls: list[str] = []
    sys.setprofile(lambda _frame, event, _of: calls.append(event))
    try:
        read(line, named=True)
    finally:
        sys.setprofile(None)
    assert 0 < calls.count("call") <= 1_200


def test_the_kind_is_the_one_typed_then_the_one_chosen_then_what_a_person_makes_of_it():
    plain = Reading(happened_on=TODAY)
    with_person = replace(plain, person=NameToken("obi", 0, 4))
    assert [one.kind_of(None) for one in (plain, with_person)] == [None, Kind.FAMILY_CONTACT]
    assert [one.kind_of(Kind.QUICK_TOUCH) for one in (plain, with_person)] == [Kind.QUICK_TOUCH] * 2
    assert replace(with_person, kind=Kind.CELEBRATION).kind_of(Kind.QUICK_TOUCH) is Kind.CELEBRATION


AMOUNTS = ["of", "out", "or", "to", "and", "percent", "min", "mins", "minute", "minutes", "hour", "hours", "hrs", "days", "weeks", "times"]  # fmt: skip
SIGNS = ["=", "+", "-", "–", "−", "×", "*", "/", "÷", "<", ">", "≈", "≤", "≥", "<=", ">=", "==", "!=", "->"]


def test_a_number_is_an_amount_before_each_of_these_words_and_belongs_to_each_of_these_signs():
    assert [word for word in [*AMOUNTS, "tea"] if signs_in(["ama", "came", ">+3", word])[2]] == ["to", "and", "tea"]
    assert [word for word in [*AMOUNTS, "tea"] if signs_in(["~5", f"{word.upper()}.", "x"])[0]] == ["tea"]
    assert [sign for sign in [*SIGNS, "is", "~"] if signs_in(["it", sign, "~7"])[2]] == ["*", "<", "is", "~"]  # marks
    assert signs_in(["~7", "is", "3", "+"]) == ["~", "", "", ""]


def test_an_example_of_a_day_is_in_the_order_chosen_and_either_order_makes_a_second_date():
    for day_first, day in ((False, "9/14"), (True, "14/9")):
        with pytest.raises(CaptureRefusal) as refused:
            read("13/40: came", day_first=day_first)
        assert str(refused.value).startswith(f"“13/40:” is not a date. Type yest:, mon:, -2:, {day}: or 2026-09-14:.")
        for second in ("22/1:", "1/22:", "nov 20:", "20 nov:"):
            with pytest.raises(CaptureRefusal, match="A note has one date, and this one has two"):
                read(f"yest: {second} came", day_first=day_first)


def test_a_word_is_quoted_with_at_most_forty_letters_and_a_choice_in_lower_case_with_its_beginning():
    for length, quoted in ((40, f"%{'x' * 39}"), (41, f"%{'x' * 38}…")):
        with pytest.raises(CaptureRefusal) as refused:
            read(f"came %{'x' * (length - 1)}")
        assert str(refused.value).startswith(f"“{quoted}” is not %in_person, %phone")
    assert read("came &Seen_briefly").kind is read("came &seen-b").kind is Kind.QUICK_TOUCH
    with pytest.raises(CaptureRefusal) as refused:
        read("came &c")
    assert str(refused.value) == (
        "“&c” could be &celebration or &conference; type more of it. Or type \\&c to keep it as a plain word."
    )
    with pytest.raises(CaptureRefusal) as refused:
        read("came ~5min")
    assert str(refused.value) == (
        "“~5min” is not a number of minutes. Type it like ~5. Or type \\~5min to keep it as a plain word."
    )
