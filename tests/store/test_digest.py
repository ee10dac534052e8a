"""What is made of a few fields of each record is made once, and never outlives the record it was made of."""

import msgspec
import pytest
from folder_case import NOW, add_check_in, filled
from msgspec.structs import replace

from advisory.model import CheckIn, make_id
from advisory.store import DamagedError, Store
from advisory.store.memory.digest import Digests


class Words(msgspec.Struct):
    line: str = ""


class Numbers(msgspec.Struct):
    line: int = 0


@pytest.fixture
def store(tmp_path):
    store = filled(tmp_path)
    yield store
    store.close()


def upper(store):
    made = []

    def make(words):
        made.append(words.line)
        return words.line.upper()

    return store.digests(CheckIn, Words, make), made


def test_each_is_made_once_and_the_records_are_not_kept_for_it(store):
    digests, made = upper(store)
    numbers = [number for _, number in store.check_in_keys()]
    store.shelf(CheckIn).reloaded()
    for _ in range(2):
        assert [digests.of(number) for number in numbers] == [line.upper() for line in made]
    assert len(made) == len(numbers)
    assert store.shelf(CheckIn)._records == {}


def test_after_an_edit_and_its_undo_it_is_made_anew_and_the_others_are_not(store):
    digests, made = upper(store)
    first, second = (number for _, number in store.check_in_keys()[:2])
    before = digests.of(first), digests.of(second)
    with store.change("Edit", NOW) as change:
        change.put(replace(change.need(CheckIn, make_id(CheckIn, first)), line="other words"))
    assert (digests.of(first), digests.of(second)) == ("OTHER WORDS", before[1])
    store.undo(NOW)
    assert (digests.of(first), digests.of(second)) == before
    assert len(made) == 4


def test_what_another_program_wrote_is_made_anew(tmp_path):
    with_digests = filled(tmp_path)
    digests, _ = upper(with_digests)
    _, number = with_digests.check_in_keys()[0]
    digests.of(number)
    other = Store.open(with_digests.folder)
    with other.change("Edit", NOW) as change:
        change.put(replace(change.need(CheckIn, make_id(CheckIn, number)), line="from elsewhere"))
        new = add_check_in(change, "s0000001", "new from elsewhere")
    with_digests.refresh()
    assert digests.of(number) == "FROM ELSEWHERE"
    assert digests.of(int(new.id[1:])) == "NEW FROM ELSEWHERE"
    other.close()
    with_digests.close()


def test_of_one_that_is_not_there_nothing_is_made(store):
    digests, made = upper(store)
    assert digests.of(99) is None
    assert made == []


def test_a_document_that_does_not_fit_is_damage_and_named(store):
    with pytest.raises(DamagedError) as told:
        store.digests(CheckIn, Numbers, lambda words: words.line).of(1)
    assert str(told.value) == 'The table "checkins", id 1: Expected `int`, got `str` - at `$.line`'


def test_a_document_that_is_no_record_has_no_value(store):
    raw = store.shelf(CheckIn).table.raw(1)
    odd = Digests(store.shelf(CheckIn).table, Numbers, lambda words: words.line, lambda _number: None)
    assert odd.of(1) is None
    assert odd.of_each([1, 2, 9]) == [None, None, None]
    assert store.shelf(CheckIn).table.raw(1) == raw
