"""The trash empties itself: what is due in it, once a day, and what is said where that can't be done."""

from datetime import timedelta

import pytest
from caseload_case import begun
from msgspec.structs import replace
from record_case import NOW

from advisory.caseload.caseload import Caseload
from advisory.casework.pact.discard import discard_pact
from advisory.casework.purge.empty_trash import KEPT, due_in_trash, empty_trash
from advisory.casework.trash import move_to_trash
from advisory.model import CheckIn, Pact
from advisory.store import Busy, WriteError, emptied_on


@pytest.fixture
def thrown_away(caseload: Caseload) -> Caseload:
    """A check-in deleted and a pact discarded at the same instant."""
    book = begun(caseload)
    caseload.now = lambda: NOW
    move_to_trash(caseload, CheckIn, book.check_in.id)
    discard_pact(caseload, book.pact)
    return caseload


def on(caseload: Caseload, later: timedelta) -> Caseload:
    caseload.now = lambda: NOW + later
    return caseload


def test_what_is_in_it_for_longer_than_thirty_days_is_due(thrown_away) -> None:
    assert due_in_trash(on(thrown_away, timedelta(days=30))) == []
    assert due_in_trash(on(thrown_away, timedelta(days=30, seconds=1))) == ["c0000001", "g0000001"]
    with thrown_away.store.change("By hand", NOW + KEPT) as change:
        change.put(replace(change.need(Pact, "g0000001"), why="x"))
        change.put(replace(change.need(CheckIn, "c0000001"), body="x"))  # where it is counts, not when it was changed
    assert due_in_trash(on(thrown_away, timedelta(days=30, seconds=1))) == ["c0000001"]


def test_it_is_emptied_once_a_day_and_not_on_the_first(thrown_away) -> None:
    late = on(thrown_away, timedelta(days=31))
    folder, seq = late.store.folder, late.store.seq
    assert emptied_on(folder) == ""
    assert empty_trash(late) == ""
    first = late.now().astimezone().date()
    assert emptied_on(folder) == first.isoformat()
    assert (empty_trash(late), late.store.seq) == ("", seq)
    assert empty_trash(on(late, timedelta(days=32))) == "After 30 days in the trash. Gone for good: 1 check-in, 1 pact."
    assert emptied_on(folder) == (first + timedelta(days=1)).isoformat()
    assert (late.store.trash(CheckIn), late.store.all(Pact)) == ([], [])
    seq = late.store.seq
    assert (empty_trash(on(late, timedelta(days=33))), late.store.seq) == ("", seq)


@pytest.mark.parametrize(
    ("error", "words", "is_tried_again"),
    [
        (Busy("Another is writing."), "", True),
        (
            WriteError("The disk is full."),
            "What has been in the trash for more than 30 days is still there. The disk is full.",
            False,
        ),
    ],
)
def test_where_it_cannot_be_emptied_that_is_said_or_tried_again(thrown_away, monkeypatch, error, words, is_tried_again):
    empty_trash(thrown_away)
    late = on(thrown_away, timedelta(days=31))

    def fail(*_ids, **_words):
        raise error

    monkeypatch.setattr(type(late.store), "purge", fail)
    assert empty_trash(late) == words
    assert (emptied_on(late.store.folder) == NOW.astimezone().date().isoformat()) is is_tried_again


def test_nothing_is_emptied_in_a_folder_that_can_only_be_read(thrown_away, monkeypatch):
    monkeypatch.setattr(type(thrown_away.store), "is_read_only", True)
    assert empty_trash(on(thrown_away, timedelta(days=31))) == ""
    assert emptied_on(thrown_away.store.folder) == ""
