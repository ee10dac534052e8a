"""Every name that stands anywhere in the changes is known: renamed, taken back, gone, damaged or of another schema."""

import random
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from graph_case import raw, step
from msgspec.structs import replace

from advisory.model import Student
from advisory.store import Store
from advisory.store.disk.row import NOTHING
from advisory.store.earlier import EarlierNames, _names_in_row, _rows_with_students

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


def add(store: Store, given: str, family: str = "Okafor", **more: str) -> Student:
    with store.change("Student added", AT) as change:
        return change.add(Student, given_name=given, family_name=family, **more)


def rename(store: Store, student: Student, given: str) -> Student:
    with store.change("Renamed", AT) as change:
        return change.put(replace(store.need(Student, student.id), given_name=given))


def called(store: Store) -> list[str]:
    return sorted(name.given_name for name in store.earlier_names())


def test_names_from_before_stay_known_when_the_files_are_opened_again(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    maya = add(store, "Maya", preferred_name="Mimi")
    assert [(name.id, *name[1:]) for name in store.earlier_names()] == [(maya.id, "Maya", "Okafor", "Mimi")]
    rename(store, maya, "Myra")
    add(store, "Gone")
    store.undo(AT)
    assert called(store) == ["Gone", "Maya", "Myra"]
    store.close()
    again = Store.open(tmp_path)
    assert (tmp_path / "history").exists()
    assert called(again) == ["Gone", "Maya", "Myra"]
    rename(again, maya, "Mila")
    assert called(again) == ["Gone", "Maya", "Mila", "Myra"]
    again.close()


def test_another_process_s_names_are_picked_up(tmp_path: Path) -> None:
    one, two = Store.open(tmp_path), Store.open(tmp_path)
    assert one.earlier_names() == []
    add(two, "Jun")
    one.refresh()
    assert called(one) == ["Jun"]
    two.close()
    one.close()


@pytest.mark.parametrize("seed", range(20))
def test_damage_costs_the_names_in_the_damaged_line_at_most(tmp_path: Path, seed: int) -> None:
    store = Store.open(tmp_path)
    for number in range(12):
        add(store, f"Name{number}")
    store.close()
    (month,) = (tmp_path / "history").glob("*.jsonl")
    data = bytearray(month.read_bytes())
    at = random.Random(seed).randrange(len(data))
    data[at] ^= 1 << random.Random(seed).randrange(8)
    month.write_bytes(data)
    again = Store.open(tmp_path)
    assert len({f"Name{number}" for number in range(12)} - set(called(again))) <= 2
    again.close()


def test_an_unreadable_month_is_passed_over_and_told(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    add(store, "Maya")
    store.close()
    (tmp_path / "history" / "2020-01.jsonl").mkdir()
    again = Store.open(tmp_path)
    assert called(again) == ["Maya"]
    assert again.files_without_names == ("history/2020-01.jsonl",)
    (tmp_path / "history" / "2020-01.jsonl").rmdir()
    again.reloaded()
    assert again.files_without_names == ()
    again.close()


def test_a_history_that_is_no_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "history").write_bytes(b"")
    names = EarlierNames(tmp_path)
    assert (names.all(), names.unread) == ([], ["history"])


def test_names_are_taken_from_the_rows_of_students_alone() -> None:
    maya = raw(id="s0000001", given_name="Maya")
    ops = [
        ("students", "1", maya, raw(id="s0000001", family_name="Okafor")),
        ("students", "2", NOTHING, raw(id="s0000002")),
        ("students", None, raw(), maya),
        ("checkins", "3", raw(student="s0000001", given_name="Nobody"), NOTHING),
        ("students", "4", raw(preferred_name="Jun"), msgspec.Raw(b"[]")),
    ]
    row = step((0, 0), *ops).row
    other = step((0, 0), ("checkins", "1", raw(line="Maya"), NOTHING)).row
    found = [*_rows_with_students(other + row + other + row[:-1])]
    assert found == [row[:-1], row[:-1]]
    assert [tuple(name) for name in _names_in_row(found[0])] == [
        ("s0000001", "", "Okafor", ""), ("s0000001", "Maya", "", ""), ("s0000004", "", "", "Jun"),
    ]  # fmt: skip
