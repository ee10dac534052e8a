"""Every kind of record as it is searched: what it is, where it stands, its day, its texts and its facts."""

from datetime import UTC, date, datetime

from record_case import TODAY, make

from advisory.model import (
    Attempt,
    CheckIn,
    CognitiveInsight,
    Commitment,
    Evidence,
    FollowUp,
    Indicator,
    KnownWell,
    OtherHelp,
    Pact,
    Partnership,
    SuccessLine,
)
from advisory.model.words import Facet, InsightStatus, Kind, Observer, PactStatus, Party, PromiseStatus, Visibility
from advisory.rules.log.record_line import Searched, day_of, kind_words, record_line, state_words, texts_of

WRITTEN = datetime(2026, 10, 1, 8, tzinfo=UTC)
LATER = datetime(2026, 10, 2, 8, tzinfo=UTC)
DONE, DUE = date(2026, 11, 2), date(2026, 11, 9)
LOST = {"contact_made": False, "counts_contact": False, "counts_one_to_one": False}
NOTE = make(
    CheckIn, line="Led the talk", body="At length", student_says="It was fun", topic="sleep", question="Why me?",
    person="Ms Lind", kind=Kind.QUICK_TOUCH,
)  # fmt: skip
PACT = make(
    Pact, title="Fractions", area="math", why="No guessing", starting_point="Halves", status=PactStatus.ACTIVE,
    success_evidence=(SuccessLine(text="Draws it", note="Twice"), SuccessLine(text="Tells it")),
    student_commitments=(Commitment(text="one drawing"),), advisor_commitments=(Commitment(text="a page"),),
    others=(OtherHelp(who="aunt", text="asks"),), reflections="I know it", comes_next="ratios", start_on=DONE,
)  # fmt: skip
INSIGHT = make(
    CognitiveInsight, builds_on="counting", area="math", transferred_to="physics", status=InsightStatus.PARKED,
    attempts=(Attempt(strategy="a number line", note="Helped"), Attempt(strategy="money")), noticed_on=DUE,
)  # fmt: skip
PROMISE = make(FollowUp, created_at=WRITTEN)
DROPPED = make(FollowUp, status=PromiseStatus.DROPPED, dropped_why="She has them", owner=Party.STUDENT, due_on=DUE)


def told(record: Searched) -> tuple[str, str, date, list[tuple[str, str]]]:
    return kind_words(record), state_words(record), day_of(record), texts_of(record, "the sign {}".format)


def test_each_record_says_what_it_is_where_it_stands_its_day_and_its_texts():
    own = make(CheckIn, by=Observer.STUDENT, student_says="Slept well", feeling=4, happened_on=DUE)
    assert [told(one) for one in (NOTE, make(CheckIn, kind=Kind.OBSERVATION, **LOST), own)] == [
        (
            "seen briefly",
            "",
            TODAY,
            [
                ("", "Led the talk"),
                ("", "At length"),
                ("their words", "It was fun"),
                ("topic", "sleep"),
                ("their question", "Why me?"),
                ("with", "Ms Lind"),
            ],
        ),
        ("observation, not reached", "", TODAY, []),
        ("their feeling", "", DUE, [("their words", "Slept well")]),
    ]
    assert told(make(KnownWell, learned_on=DUE)) == ("fact", "hopes", DUE, [("", "Wants to build bridges")])
    assert told(make(Evidence, success_line="Draws it", target="Fractions", next_step="Ratios", seen_on=DUE)) == (
        "evidence",
        "",
        DUE,
        [("", "Explained it to Jun"), ("of", "Draws it"), ("target", "Fractions"), ("next", "Ratios")],
    )
    assert told(INSIGHT) == (
        "insight",
        "parked",
        DUE,
        [
            ("", "0.45 is larger than 0.5"),
            ("how they think", "A longer number is larger"),
            ("builds on", "counting"),
            ("tried", "a number line"),
            ("", "Helped"),
            ("tried", "money"),
            ("also in", "physics"),
            ("area", "math"),
        ],
    )
    assert told(make(Indicator, line="At lunch", observed_on=DUE)) == (
        "sign",
        "",
        DUE,
        [("", "the sign listened"), ("", "At lunch")],
    )
    assert told(make(Partnership, next_step="A walk", updated_at=LATER)) == (
        "next step",
        "",
        LATER.date(),
        [("", "A walk")],
    )
    assert told(PACT) == (
        "pact",
        "active",
        DONE,
        [
            ("", "Fractions"),
            ("target", "I can explain why fractions divide"),
            ("area", "math"),
            ("why", "No guessing"),
            ("starting point", "Halves"),
            ("how we will know", "Draws it"),
            ("", "Twice"),
            ("how we will know", "Tells it"),
            ("they will", "one drawing"),
            ("you will", "a page"),
            ("aunt", "asks"),
            ("they say", "I know it"),
            ("next", "ratios"),
        ],
    )
    assert day_of(make(Pact, created_at=WRITTEN)) == WRITTEN.date()


def test_a_promise_stands_under_the_day_it_was_kept_else_was_for_else_was_made():
    kept = make(FollowUp, status=PromiseStatus.DONE, done_on=DONE, due_on=DUE, created_at=WRITTEN)
    assert [day_of(one) for one in (kept, DROPPED, PROMISE)] == [DONE, DUE, WRITTEN.date()]
    assert told(DROPPED) == ("promise", "dropped", DUE, [("", "bring lab notes"), ("dropped", "She has them")])


def test_a_line_is_found_by_its_facts_and_folded_texts():
    fact = make(KnownWell, facet=Facet.HOPES, text="Bridges", visibility=Visibility.STAFF)
    sign = make(Indicator, by=Observer.STUDENT, line="Héllo")
    lines = [
        record_line(one, str)
        for one in (DROPPED, INSIGHT, sign, fact, make(Evidence), make(Partnership, next_step="A walk"))
    ]
    assert [(one.student, one.happened_on, one.facts, one.text) for one in lines if one] == [
        ("s0000001", DUE, {"kind:promise", "is:dropped", "by:student"}, "bring lab notes\nshe has them"),
        (
            "s0000001",
            DUE,
            {"kind:insight", "is:parked"},
            "0.45 is larger than 0.5\na longer number is larger\ncounting\na number line\nhelped\nmoney\nphysics\nmath",
        ),
        ("s0000001", TODAY, {"kind:sign", "by:student"}, "listened\nhello"),
        ("s0000001", TODAY, {"kind:fact", "is:staff"}, "bridges\nhopes"),
        ("s0000001", TODAY, {"kind:evidence"}, "explained it to jun"),
        ("s0000001", TODAY, {"kind:step"}, "a walk"),
    ]


def test_what_says_nothing_or_was_discarded_is_not_found():
    assert record_line(make(Partnership), str) is None
    assert record_line(make(Pact, status=PactStatus.DISCARDED), str) is None
    active = record_line(PACT, str)
    assert active
    assert active.facts == {"kind:pact", "is:active"}
