"""How well students are known and what the next advisor is told, whole; derived again only for whom something changed."""

from datetime import timedelta

import pytest
from added import add
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.caseload.coverage import Coverages
from advisory.caseload.seen import SeenOnes, glimpses_of_all
from advisory.caseload.year.transition import Noted, note_and_suggestions
from advisory.model import CheckIn, KnownWell, Pact, Partnership, Student, TransitionNote
from advisory.model.words import Facet, Kind, PactStatus, Tone, Visibility
from advisory.rules.learning.known_well import Coverage, Known

YEAR = timedelta(days=365)


@pytest.fixture
def two(caseload: Caseload) -> Caseload:
    """A caseload of two students."""
    for name in ("Maya", "Noor"):
        add(caseload, Student, given_name=name)
    return caseload


def test_coverage_is_derived_again_for_whom_something_changed_and_for_nobody_else(two: Caseload) -> None:
    coverages = Coverages(two)
    add(two, KnownWell, facet=Facet.HOPES, learned_on=TODAY - YEAR)
    add(two, KnownWell, facet=Facet.PEERS)
    add(two, CheckIn, student="s0000002", happened_on=TODAY)
    nothing = dict.fromkeys(Facet, Known.EMPTY)
    maya = Coverage("s0000001", None, {**nothing, Facet.HOPES: Known.EARLIER, Facet.PEERS: Known.KNOWN})
    first = coverages.all()
    assert first == list(zip(two.summaries, (maya, Coverage("s0000002", 0, nothing)), strict=True))
    assert all(one is before for one, before in zip(coverages.all(), first, strict=True))
    add(two, KnownWell, student="s0000002", facet=Facet.HOPES)
    again = coverages.all()
    assert again[0] is first[0]
    assert again[1] == (two.summary("s0000002"), Coverage("s0000002", 0, {**nothing, Facet.HOPES: Known.KNOWN}))


def test_the_next_advisor_is_told_what_is_written_this_year_and_offered_what_is_known(two: Caseload) -> None:
    nothing = dict.fromkeys(("strengths", "connecting", "peers", "community", "family", "supports", "go_on_with"), "")
    assert note_and_suggestions(two, "s0000001") == Noted(None, nothing)
    add(two, TransitionNote, written_on=TODAY - YEAR)
    note = add(two, TransitionNote)
    staff = {"visibility": Visibility.STAFF}
    add(two, KnownWell, facet=Facet.STRENGTHS, text="draws", **staff)
    add(two, KnownWell, facet=Facet.STRENGTHS, text="private", visibility=Visibility.PRIVATE)
    add(two, KnownWell, facet=Facet.PEERS, text="sensitive", sensitive=True, **staff)
    add(two, Partnership, next_step="teach the table")
    add(two, Pact, title="fractions", status=PactStatus.ACTIVE)
    for kind in (TransitionNote, KnownWell, Partnership):
        add(two, kind, student="s0000002")
    offered = {**nothing, "strengths": "draws", "go_on_with": "teach the table\nThe pact on fractions"}
    assert note_and_suggestions(two, "s0000001") == Noted(note, offered)


def test_of_all_check_ins_those_with_a_family_went_home_and_are_counted_again_after_a_change(two: Caseload) -> None:
    def told() -> list[tuple[str, int, int, int]]:
        return [(one.student.id, one.celebrations, one.others, one.attempts) for one in two.home_words]

    home = {"kind": Kind.FAMILY_CONTACT, "counts_one_to_one": False}
    add(two, CheckIn)
    add(two, CheckIn, **home, tone=Tone.CELEBRATE)
    add(two, CheckIn, **home)
    add(two, CheckIn, **home, contact_made=False, counts_contact=False)
    two.store.shelf(CheckIn).reloaded()
    assert told() == [("s0000002", 0, 0, 0), ("s0000001", 1, 1, 1)]
    assert len(two.store.shelf(CheckIn)._records) == 3
    before = {one.student.id: one for one in two.home_words}
    add(two, CheckIn, student="s0000002", **home)
    assert told() == [("s0000002", 0, 1, 0), ("s0000001", 1, 1, 1)]
    assert {one.student.id: one is before[one.student.id] for one in two.home_words} == {
        "s0000001": True,
        "s0000002": False,
    }


def test_check_ins_are_glimpsed_in_either_order(two: Caseload) -> None:
    days = [TODAY - days * timedelta(days=1) for days in (3, 2, 1)]
    for day in days:
        add(two, CheckIn, happened_on=day)
    seen = SeenOnes(glimpses_of_all(two.store), [*two.store.check_in_keys_of("s0000001"), ("2026-11-30", 99)])
    assert [one.happened_on for one in seen] == days
    assert [one.happened_on for one in reversed(seen)] == days[::-1]
