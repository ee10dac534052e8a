"""What a store gives to read, and what it leaves out because it is no record after all."""

from datetime import date

import msgspec
import pytest
from folder_case import NOW, abandon, add_check_in, add_student, with_right_checksum

from advisory.model import CheckIn, FollowUp, Student
from advisory.model.words import CheckInState, Party, PromiseStatus
from advisory.store import Missing, Store

FRIDAY, MONDAY, TUESDAY = date(2026, 11, 20), date(2026, 11, 23), date(2026, 11, 24)
MAYA, BEN = "s0000001", "s0000002"


class Words(msgspec.Struct):
    line: str = ""


class Lines(msgspec.Struct):
    """What no check-in has: several lines."""

    line: list[str]


@pytest.fixture
def folder(tmp_path):
    """Maya and Ben with five check-ins, one of them in the trash, and a promise each."""
    store = Store.open(tmp_path)
    with store.change("Add", NOW) as change:
        for name in ("Maya", "Ben"):
            add_student(change, name)
        add_check_in(change, MAYA, "one", happened_on=MONDAY, state=CheckInState.JOT)
        add_check_in(change, BEN, "two", happened_on=FRIDAY, state=CheckInState.JOT)
        add_check_in(change, MAYA, "three", happened_on=TUESDAY, state=CheckInState.JOT)
        add_check_in(change, BEN, "four", happened_on=FRIDAY)
        gone = add_check_in(change, BEN, "five", happened_on=TUESDAY)
        for student in (MAYA, BEN):
            change.add(FollowUp, student=student, text="Ask", owner=Party.ADVISOR, status=PromiseStatus.OPEN)
    with store.change("Remove", NOW) as change:
        change.remove(gone)
    store.close()
    return tmp_path


@pytest.fixture
def opened(folder):
    """Opens the folder after the bytes of its snapshot were replaced, without anything in its checksum to tell so."""
    stores = []

    def opened(*replaced):
        path = folder / "advisory.json"
        data = path.read_bytes()
        for old, new in replaced:
            assert data.count(old) == 1
            data = data.replace(old, new)
        path.write_bytes(with_right_checksum(data))
        stores.append(Store.open(folder))
        assert stores[-1].notices == ()
        return stores[-1]

    yield opened
    for store in stores:
        abandon(store)


def lines(records):
    return [record.line for record in records]


def ids(records):
    return [record.id for record in records]


def test_check_ins_are_given_by_day_and_by_student(opened):
    store = opened()
    assert store.students_seen_since(TUESDAY) == [MAYA]
    assert sorted(store.students_seen_since(FRIDAY)) == [MAYA, BEN]
    keys = [("2026-11-20", 2), ("2026-11-20", 4), ("2026-11-23", 1), ("2026-11-24", 3)]
    assert store.check_in_keys_of(BEN) == keys[:2]
    assert store.students_seen_since(date(2026, 11, 21)) == [MAYA]
    assert lines(store.recent_check_ins()) == ["three", "one", "four", "two"]
    assert store.check_in_keys() == keys
    assert lines(store.recent_check_ins()) == ["three", "one", "four", "two"]
    assert lines(store.recent_check_ins([BEN])) == ["four", "two"]
    assert [part.line for part in store.recent_parts(Words)] == ["three", "one", "four", "two"]
    assert lines(store.jots()) == ["two", "one", "three"]
    assert lines(store.all(CheckIn)) == ["one", "two", "three", "four"]
    assert lines(store.trash(CheckIn)) == ["five"]
    assert lines(store.of_student(CheckIn, MAYA)) == ["one", "three"]
    for given in (store.check_in_keys(), store.check_in_keys_of(BEN)):
        given.clear()
    assert (store.check_in_keys(), store.check_in_keys_of(BEN)) == (keys, keys[:2])


def test_check_ins_of_one_student_are_a_sequence(opened):
    store = opened()
    of = store.check_ins_of(MAYA)
    assert (lines(of), len(of), of[0].line, of[-1].line) == (["one", "three"], 2, "one", "three")
    assert lines(reversed(of)) == ["three", "one"]
    assert (lines(of[1:]), lines(of[:1]), len(of[:0])) == (["three"], ["one"], 0)
    assert lines(store.check_ins_of("s0000009")) == []


def test_an_id_is_that_of_its_kind_written_in_full(opened):
    store = opened()
    assert store.get(Student, BEN).given_name == "Ben"
    for other in ("c0000001", "s1", "s0000003", "nobody", "", "s"):
        assert store.get(Student, other) is None
    with pytest.raises(Missing) as missing:
        store.need(Student, "nobody")
    assert str(missing.value) == "There is no student with the id 'nobody'. It may have been undone or removed."


def set_aside(*reasons):
    """The notice of a file's records that can't be used."""
    one = len(reasons) == 1
    how_many, it = ("A record", "it") if one else (f"{len(reasons)} records", "them")
    says = "is left out; what it says" if one else "are left out; what they say"
    told = f"{how_many} in advisory.json can't be used and {says} stays in the file. {'. '.join(reasons)}. `advisory doctor`"
    return (f"{told} tells what is wrong, and `advisory doctor --repair` mends {it}.",)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (b'"2026-11-20","kind":"one_to_one","counts_contact":true,"counts_one_to_one":true,"visibility":"private","line":"two"', b'"soon","kind":"one_to_one","counts_contact":true,"counts_one_to_one":true,"visibility":"private","line":"two"', "Invalid RFC3339 encoded date - at `$.happened_on`"),
        (b'"line":"two"', b'"line":"two","student":7', "Expected `str`, got `int` - at `$.student`"),
    ],
)  # fmt: skip
def test_a_check_in_of_no_day_or_of_a_number_is_kept_out_of_every_list(opened, old, new, why):
    store = opened((old, new))
    assert lines(store.recent_check_ins()) == ["three", "one", "four"]
    assert store.notices == set_aside(f'The table "checkins", id 2, does not hold a check-in: {why}')
    assert lines(store.all(CheckIn)) == ["one", "three", "four"]
    assert lines(store.jots()) == ["one", "three"]
    assert store.get(CheckIn, "c0000002") is None


WRONG_LINE = 'The table "checkins", id 2, does not hold a check-in: Expected `str`, got `int` - at `$.line`'


@pytest.fixture
def with_a_wrong_line(opened):
    return opened((b'"line":"two"', b'"line":2'))


def test_what_is_no_record_drops_out_of_a_sequence_that_comes_upon_it(opened):
    store = opened((b'"line":"four"', b'"line":4'))
    of = store.check_ins_of(BEN)
    assert len(of) == 2
    assert (of[-1].line, len(of)) == ("two", 1)
    assert store.notices == set_aside(WRONG_LINE.replace("id 2", "id 4"))
    assert store.check_in_keys_of(BEN) == [("2026-11-20", 2)]


def test_parts_of_records_leave_out_what_is_no_record_and_set_it_aside(with_a_wrong_line):
    store = with_a_wrong_line
    assert [part.line for part in store.recent_parts(Words)] == ["three", "one", "four"]
    assert store.notices == set_aside(WRONG_LINE)


def test_iterating_leaves_out_what_is_no_record(with_a_wrong_line):
    assert lines(with_a_wrong_line.recent_check_ins()) == ["three", "one", "four"]
    of = with_a_wrong_line.check_ins_of(BEN)
    assert (lines(of), lines(reversed(of))) == (["four"], ["four"])


def test_fields_that_no_record_has_give_no_parts_and_set_nothing_aside(opened):
    store = opened()
    assert list(store.recent_parts(Lines)) == []
    assert store.notices == ()


def test_values_made_of_fields_are_shared_by_who_asks_for_the_same(with_a_wrong_line):
    store = with_a_wrong_line

    def shout(words):
        return words.line.upper()

    shared = store.digests(CheckIn, Words, shout)
    assert store.digests(CheckIn, Words, shout) is shared
    assert store.digests(CheckIn, Words, repr) is not shared
    assert [shared.of(number) for number in range(1, 5)] == ["ONE", None, "THREE", "FOUR"]
    assert store.notices == set_aside(WRONG_LINE)


NOBODYS = "The promise f0000002 belongs to 's0000007', and there is no such student"


@pytest.mark.parametrize(
    "read",
    [
        lambda store: store.all(FollowUp),
        lambda store: [one for number in "12" if (one := store.get(FollowUp, f"f000000{number}"))],
        lambda store: store.of_student(FollowUp, MAYA) + store.of_student(FollowUp, "s0000007"),
    ],
)
def test_what_belongs_to_no_student_is_left_out_of_every_read(opened, read):
    store = opened((b'"student":"s0000002","text"', b'"student":"s0000007","text"'))
    assert ids(read(store)) == ["f0000001"]
    assert store.notices == set_aside(NOBODYS)


def test_a_record_whose_id_is_of_another_row_is_left_out(opened):
    store = opened((b'"1":{"id":"f0000001"', b'"1":{"id":"f0000003"'))
    assert ids(store.all(FollowUp)) == ["f0000002"]
    assert store.notices == set_aside("The table \"followups\", id 1: the field id is 'f0000003'; it must be f0000001")


def test_a_table_of_none_of_the_kinds_touches_the_student_it_names(opened):
    store = opened()
    mark, _ = store.touched_since(None)
    store._db.table("bees").insert({"student": BEN})
    assert store.touched_since(mark)[1] == {BEN}
    assert len(store.all(CheckIn)) == 4
