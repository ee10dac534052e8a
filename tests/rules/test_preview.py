"""What is shown before something leaves: its sentences, what a line rests on, and what is included or left out."""

import pytest
from record_case import TODAY, make

from advisory.model import CheckIn, KnownWell, Student
from advisory.model.words import Audience
from advisory.rules.leaving.leaving import Covered, Leaving, NameFound, Stays
from advisory.rules.leaving.only import only
from advisory.rules.leaving.passphrase import refuse_short
from advisory.rules.leaving.preview import Choice, Going, Kept, Part, Preview, rows_of
from advisory.rules.leaving.reason import Instead, Reason
from advisory.rules.refusal import Refusal


def test_what_stays_and_who_is_named_is_said_in_a_sentence_each():
    told = Preview(
        (),
        {"private check-ins": 1200, "pact not agreed to": 1},
        names=("Jun", "Kai"),
        instead="“another student” stands there instead",
    )
    assert told.summary == (
        "1,200 private check-ins, 1 pact not agreed to left out. "
        "Other students named: Jun, Kai; “another student” stands there instead."
    )
    assert Preview((), notes=("Ask first.", "And then.")).summary == (
        "Nothing is left out. No other student is named. Ask first. And then."
    )
    assert Preview((), leaves_out=True).name_words == "Texts that name another student are left out."
    assert Preview((), words=("hope",)).name_words == (
        "No other student is named. Also a student's name, but read as a word, so it stays: hope. "
        "If it is the name, leave its line out."
    )
    assert Preview((), words=("hope", "mark")).word_question == (
        "Also a student's name, but read as a word, so it stays: hope, mark. If one is the name, leave its line out."
    )


def test_what_stays_is_listed_with_its_first_words_unless_it_is_sensitive_or_a_part():
    note = make(CheckIn, line="", body="Told of the move")
    kept = Kept(note, "Maya's one-to-one", Reason.PRIVATE)
    assert (kept.id, kept.words, kept.line(kept.words)) == (
        note.id,
        "Told of the move",
        "Maya's one-to-one: Told of the move",
    )
    assert (kept.line(""), kept.line("one-to-one")) == ("Maya's one-to-one", "Maya's one-to-one")
    assert Kept(make(CheckIn), "x", Reason.PRIVATE).words == ""
    sensitive, part = Kept(note, "x", Reason.SENSITIVE), kept._replace(key="panel/1")
    assert (sensitive.id, sensitive.words, part.id, part.words) == (note.id, "", "panel/1", "")


def test_a_line_rests_on_its_rows_and_is_left_out_by_its_key():
    once, again, other = Going("k1", "a", ("c1", "c2")), Going("k2", "b", ("c2",)), Going("k3", "c")
    assert once.which_of({"c2", "k1", "k2"}) == {"c2", "k1"}
    assert other.which_of(["c1"]) == frozenset()
    parts = [Part("", [once]), Part("x", [again, other])]
    assert rows_of(parts) == {"c1", "c2"}
    assert rows_of(parts, {"k1"}) == {"c2"}


def test_the_ways_to_cover_a_name_come_in_turn():
    choice, seen = Choice(left_out=frozenset({"k1"})), []
    for _ in range(4):
        seen.append(choice.instead)
        choice = choice.next_instead()
    assert seen == [Instead.STAND_IN, Instead.INITIALS, Instead.LEAVE_OUT, Instead.STAND_IN]
    assert choice.left_out == {"k1"}


def test_only_what_is_on_a_page_leaves_and_the_students_with_it():
    one, other, maya = make(CheckIn, 1), make(CheckIn, 2), make(Student)
    facts = [make(KnownWell, number, learned_on=TODAY) for number in (1, 2)]
    whole = Leaving(
        Audience.STAFF, (maya, one, other), (), tuple(Stays(fact, Reason.PRIVATE) for fact in facts),
        (one.id, other.id), tuple(NameFound(row, "Jun", "another student") for row in (one.id, other.id)),
        lambda _, text: Covered(text, ()),
    )  # fmt: skip
    left = only(whole, {one.id, facts[1].id})
    assert left == whole._replace(records=(maya, one), stays=whole.stays[1:], included=(one.id,), names=whole.names[:1])


def test_a_passphrase_has_eight_characters():
    refuse_short("12345678")
    with pytest.raises(Refusal) as refused:
        refuse_short("1234567")
    assert str(refused.value) == (
        "That passphrase is too short: use at least 8 characters, such as three or four words."
    )
