"""The note for the next advisor: which one goes on, what is suggested for it, and what it needs."""

from datetime import date

import pytest
from record_case import TODAY, make

from advisory.model import KnownWell, Pact, Partnership, TransitionNote
from advisory.model.words import Facet, PactStatus, Visibility
from advisory.rules.refusal import Refusal
from advisory.rules.sheet.transition_note import ASKED, latest_note, refuse_note, suggested


def test_the_note_to_go_on_with_is_the_latest_of_this_school_year():
    def note(number: int, day: date) -> TransitionNote:
        return make(TransitionNote, number, written_on=day)

    old, first, last = note(1, date(2026, 7, 31)), note(3, TODAY), note(2, date(2026, 8, 1))
    assert latest_note([old, last, first], TODAY) == first
    assert latest_note([note(4, TODAY), first], TODAY) == note(4, TODAY)
    assert latest_note([old, last], TODAY) == last
    assert latest_note([old], TODAY) is None


def test_each_part_is_suggested_from_its_facts_that_staff_may_read_and_from_what_is_under_way():
    facts = [
        make(KnownWell, number, facet=facet, text=facet.label, visibility=Visibility.STAFF)
        for number, facet in enumerate(Facet, 1)
    ]
    facts += [
        make(KnownWell, 30, facet=Facet.PEERS, text="private"),
        make(KnownWell, 31, facet=Facet.PEERS, text="sensitive", visibility=Visibility.STAFF, sensitive=True),
        make(KnownWell, 32, facet=Facet.STRENGTHS, text="maps", visibility=Visibility.SHAREABLE),
    ]
    under_way = make(Partnership, next_step="a walk", school_year=2026)
    pact = make(Pact, title="fractions", status=PactStatus.ACTIVE)
    assert suggested(facts, [under_way], [pact], TODAY) == {
        "strengths": "strengths\nmaps\nskills",
        "connecting": "name\ninterests",
        "peers": "peers",
        "community": "",
        "family": "family\nlanguage",
        "supports": "learns best when\ntrusted adults",
        "go_on_with": "a walk\nThe pact on fractions",
    }
    assert suggested([], [], [], TODAY) == dict.fromkeys(ASKED, "")


def test_a_note_needs_its_first_two_parts():
    refuse_note("Draws", "A walk")
    for strengths, connecting in (("Draws", " "), (" ", "A walk")):
        with pytest.raises(Refusal) as refused:
            refuse_note(strengths, connecting)
        assert str(refused.value) == (
            "The next advisor needs two things at least: what they are strong in, and what works for connecting."
        )
