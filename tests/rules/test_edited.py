"""A draft after somebody went over it: what its paragraphs rest on, and the names that were typed into it."""

import pytest
from record_case import make

from advisory.model import Student
from advisory.model.words import Audience
from advisory.rules.leaving.leaving import leaving
from advisory.rules.leaving.reason import Instead
from advisory.rules.names.covering.other_names import OtherNames
from advisory.rules.sheet.edited import Edited, bases, draft_text, gone_over
from advisory.rules.sheet.sheet_page import Line, Look, Section, SheetKind, SheetPage

MAYA = make(Student, 1)
JORDAN = make(Student, 2, given_name="Jordan", family_name="Reed")
SENTENCES = (
    Line("A known strength of hers: she draws maps.", ("k1",), look=Look.SENTENCE),
    Line("Seen on Nov 12 in a quiz: found the common denominator.", ("e1",), look=Look.SENTENCE),
    Line("In her own words: “I can do it.”", ("c1",), look=Look.SENTENCE),
)
PAGE = SheetPage(SheetKind.COMMENT, "Term comment", "Maya", "", (Section("", SENTENCES),), "", student_id=MAYA.id)


def edited(text: str, instead: Instead = Instead.STAND_IN) -> Edited:
    out = leaving(
        [MAYA], Audience.FAMILY, lambda _: OtherNames(MAYA, [MAYA, JORDAN]), initials={JORDAN.id: "JR"}, instead=instead
    )
    return gone_over([PAGE], out, {MAYA.id: text})


def lines(one: Edited) -> list[tuple[str, tuple[str, ...]]]:
    return [(line.text, line.rows) for line in one.pages[0].lines]


def test_a_typed_name_is_covered_and_told_like_any_other():
    one = edited("She and Jordan draw maps.")
    assert lines(one)[0][0] == "She and another student draw maps."
    assert [(found.record_id, found.name, found.instead) for found in one.leaving.names] == [
        ("", "Jordan", "another student")
    ]


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("She draws maps. Jordan helped. She likes it.", ["She draws maps. She likes it."]),
        ("She says: “I draw maps.” Jordan helped.", ["She says: “I draw maps.”"]),
        ("She draws maps.\nJordan helped.\n\nShe likes it.", ["She draws maps.", "She likes it."]),
    ],
)
def test_only_the_sentence_with_a_name_is_left_out(typed, left):
    one = edited(typed, Instead.LEAVE_OUT)
    assert [text for text, _ in lines(one)] == left
    assert [found.name for found in one.leaving.names] == ["Jordan"]


def test_a_paragraph_rests_on_what_is_still_in_it():
    assert lines(edited(draft_text(PAGE)))[0][1] == ("k1", "e1", "c1")
    reworded = "On Nov 12 she found the common denominator in a quiz.\nShe says: “I can do it.”"
    assert lines(edited(reworded)) == [(reworded.splitlines()[0], ("e1",)), (reworded.splitlines()[1], ("c1",))]
    assert lines(edited("A good year with us.")) == [("A good year with us.", ())]


def test_what_each_sentence_rests_on_is_numbered_and_what_is_missing_follows():
    strength, quiz, own = SENTENCES
    told = (strength._replace(basis="a known strength"), quiz, own._replace(basis="said on Nov 21"))
    page = PAGE._replace(sections=(Section("", told),), for_you=("Only three sentences.",))
    assert bases(page) == ["1. a known strength", "2. said on Nov 21", "Only three sentences."]


def test_a_third_of_a_sentence_makes_it_the_same_and_a_page_that_nobody_edited_stays():
    assert lines(edited("A known person."))[0][1] == ()  # two words of eight
    assert lines(edited("A known strength."))[0][1] == ("k1",)
    out = edited("She draws maps.").leaving
    short = PAGE._replace(sections=(Section("", (Line("Draws large maps.", ("k2",)),)),))
    assert gone_over([short], out, {MAYA.id: "Has maps"}).pages[0].sections[0].lines[0].rows == ("k2",)
    assert gone_over([PAGE], out, {}) == Edited([PAGE], out)


def test_a_paragraph_without_a_name_is_left_as_it_is_when_lines_with_names_are_left_out():
    assert lines(edited("She draws maps.  And more.", Instead.LEAVE_OUT)) == [("She draws maps.  And more.", ("k1",))]
    assert lines(edited("She draws. Jordan helped.", Instead.STAND_IN))[0][0] == "She draws. Another student helped."
