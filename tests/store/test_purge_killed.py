"""A purge that is killed at any moment, or meets a full disk, is done or not done, and the next start says which."""

import shutil

import pytest
from folder_case import NOW, abandon, add_check_in, bytes_of, filled, holding
from killed_case import Killed, killed_at

from advisory.model import CheckIn
from advisory.store import Drafts, Store, StoreError, WriteError
from advisory.store.doctor import examine

SECRET = "what she told nobody else"
TAKEN_BACK = "A purge was stopped before it took anything away"
FINISHED = "A purge that was stopped before its end has been finished: 1 record is gone for good."


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """Two closes, a torn line set aside, and a draft."""
    place = tmp_path_factory.mktemp("killed") / "data"
    filled(place, 1).close()
    with (place / "advisory.journal.jsonl").open("ab") as file:
        file.write(b'{"seq":99,"torn')
    store = Store.open(place)
    with store.change("Check-in: one-to-one", NOW) as change:
        add_check_in(change, "s0000001", SECRET)
    store.close()
    store = Store.open(place)
    with store.change("Check-in: one-to-one", NOW) as change:
        add_check_in(change, "s0000001", "not closed", group="c0000002")
    Drafts(place).save("check_in", "c0000002", {"line": SECRET}, NOW)
    abandon(store)
    return place


def purge(place, number, make):
    """Purge with so many calls let through; whether it ended by itself, and what was refused."""
    store, refusal = Store.open(place), None
    ended = False
    try:
        with killed_at(number, make):
            try:
                store.purge(["c0000002"], NOW)
            except StoreError as error:
                refusal = error
            ended = True
    finally:
        abandon(store)
    return ended, refusal


def wrong_with(place, *, is_done):
    """What doctor finds; before anything counts, any file may be left unfinished, as at every other write."""
    found = [one for one in examine(place).findings if not one.is_advice]
    return [one for one in found if is_done or not one.file.endswith(".tmp")]


def test_it_is_done_or_not_done_wherever_it_is_killed(template, tmp_path):
    outcomes = set()
    for number in range(1000):
        place = shutil.copytree(template, tmp_path / str(number))
        ended, refusal = purge(place, number, Killed)
        assert refusal is None
        assert wrong_with(place, is_done=False) == [], number
        store = Store.open(place)
        is_done = store.get(CheckIn, "c0000002") is None
        assert [one.line for one in store.all(CheckIn)] == ["Line 0", *([] if is_done else [SECRET]), "not closed"]
        said = [one for one in store.notices if "purge" in one]
        assert not said or said == [FINISHED] or (said[0].startswith(TAKEN_BACK) and not is_done)
        assert [one.seq for one in store.changes()] == list(range(store.seq, 0, -1))
        assert not is_done or holding(place, SECRET, "c0000002") == []
        assert not ended or (is_done and not said)
        assert not [name for name in bytes_of(place) if "purge" in name and not name.endswith(".tmp")]
        store.close()
        assert wrong_with(place, is_done=is_done) == [], number
        outcomes.add((is_done, said[0][:20] if said else ""))
        shutil.rmtree(place)
        if ended:
            break
    assert outcomes == {(False, ""), (False, TAKEN_BACK[:20]), (True, FINISHED[:20]), (True, "")}


def test_a_full_disk_refuses_it_and_it_can_be_done_again(template, tmp_path):
    number, ended = 0, False
    while not ended and number < 1000:
        place = shutil.copytree(template, tmp_path / str(number))
        ended, refusal = purge(place, number, lambda: OSError(28, "No space left on device"))
        ended = refusal is None
        store = Store.open(place)
        if isinstance(refusal, WriteError):
            assert "Nothing was purged" in str(refusal) or "could not be saved" in str(refusal)
            assert store.get(CheckIn, "c0000002") is not None
            store.purge(["c0000002"], NOW)
        assert holding(place, SECRET, "c0000002") == []
        store.close()
        assert wrong_with(place, is_done=True) == [], number
        shutil.rmtree(place)
        number += 3
    assert ended
