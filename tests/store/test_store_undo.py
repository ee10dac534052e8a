"""Undo and redo: one stack, across restarts, exact, and never over somebody's later change."""

from datetime import timedelta

import pytest
from folder_case import MONDAY, NOW, abandon, add_check_in, add_student, filled, lines_of
from graph_case import raw, state
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from msgspec.structs import replace

from advisory.model import CheckIn, Student
from advisory.store import DamagedError, Refused, Store
from advisory.store.disk.row import NOTHING, Line
from advisory.store.memory.transaction import Transaction
from advisory.store.undo import redo, undo


def test_undo_puts_back_and_redo_makes_again(tmp_path):
    store = filled(tmp_path)
    undone = store.undo(NOW)
    assert (undone.what, undone.students, undone.seq) == ("Check-in: one-to-one", ("s0000001",), 4)
    assert lines_of(store) == ["Line 0", "Line 1"]
    assert store.redo(NOW) == undone
    assert lines_of(store) == ["Line 0", "Line 1", "Line 2"]
    assert store.redo(NOW) is None


def test_a_new_change_forgets_what_could_be_redone(tmp_path):
    store = filled(tmp_path)
    store.undo(NOW)
    with store.change("Another", NOW) as change:
        add_check_in(change, "s0000001", "Another")
    assert store.redo(NOW) is None
    store.undo(NOW)
    store.undo(NOW)
    assert lines_of(store) == ["Line 0"]


def test_a_hundred_changes_can_be_undone_after_restarts(tmp_path):
    for start in range(0, 110, 22):
        store = Store.open(tmp_path)
        for number in range(start, start + 22):
            with store.change("Add", NOW + timedelta(days=number)) as change:
                add_student(change, f"Student {number}")
        store.close()
    store = Store.open(tmp_path)
    assert len({path.name for path in (tmp_path / "history").iterdir()}) == 5
    for left in reversed(range(110)):
        assert store.undo(NOW) is not None
        assert len(store.all(Student)) == left
    assert store.undo(NOW) is None
    store.close()
    store = Store.open(tmp_path)
    for there in range(1, 111):
        assert store.redo(NOW) is not None
        assert len(store.all(Student)) == there
    assert store.redo(NOW) is None


def test_ids_are_not_given_again_after_undo_and_restart(tmp_path):
    store = filled(tmp_path)
    store.undo(NOW)
    store.close()
    store = Store.open(tmp_path)
    with store.change("Add", NOW) as change:
        assert add_check_in(change, "s0000001").id == "c0000004"


def test_undo_across_handles_is_one_stack(tmp_path):
    one, two = filled(tmp_path), Store.open(tmp_path)
    with two.change("Theirs", NOW) as change:
        add_student(change, "Ben")
    assert one.undo(NOW).what == "Theirs"
    assert two.refresh()
    assert two.redo(NOW).what == "Theirs"


def test_undo_refuses_when_a_record_is_no_longer_as_the_change_left_it(tmp_path):
    store = filled(tmp_path)
    store.close()
    path = tmp_path / "advisory.json"
    path.write_bytes(path.read_bytes().replace(b"Line 2", b"Line two, mended by hand"))
    store = Store.open(tmp_path)
    with pytest.raises(Refused, match="check-in c0000003 has been changed since"):
        store.undo(NOW)
    assert lines_of(store) == ["Line 0", "Line 1", "Line two, mended by hand"]
    assert store.seq == 4


def test_what_an_undo_and_a_redo_refuse_is_told_by_kind_or_by_table():
    def refused(make, table, now):
        there = state((table, "2", raw(line=now), NOTHING))
        line = Line(5, "", "Import", [("checkins", None, raw(), NOTHING), (table, "2", raw(line="b"), raw(line="a"))])
        transaction = Transaction(there, "")
        with pytest.raises(Refused) as error:
            make(line, transaction)
        assert transaction.operations() == []
        return str(error.value)

    since = "has been changed since."
    assert refused(undo, "checkins", "c") == f"“Import” can't be undone: the check-in c0000002 {since}"
    assert refused(redo, "checkins", "b") == f"“Import” can't be done again: the check-in c0000002 {since}"
    assert refused(undo, "bees", "c") == f"“Import” can't be undone: the document 2 of bees {since}"
    there = state(("bees", "2", raw(line="b"), NOTHING))
    transaction = Transaction(there, "")
    undo(
        Line(5, "", "Import", [("bees", None, raw(), NOTHING), ("bees", "2", raw(line="b"), raw(line="a"))]),
        transaction,
    )
    assert (transaction.what, transaction.undoes) == ("Import", 5)
    assert [tuple(map(str, one[:2])) for one in transaction.operations()] == [("bees", "2")]


def test_a_clock_that_goes_backwards_does_not_confuse_history(tmp_path):
    for days, name in ((0, "First"), (-90, "Second"), (40, "Third")):
        store = Store.open(tmp_path)
        with store.change(f"Add {name}", NOW + timedelta(days=days)) as change:
            add_student(change, name)
        store.close()
    store = Store.open(tmp_path)
    assert [change.what for change in store.changes()] == ["Add Third", "Add Second", "Add First"]


def test_a_damaged_line_of_history_stops_undo_with_its_place(tmp_path):
    filled(tmp_path).close()
    path = tmp_path / "history/2026-11.jsonl"
    path.write_bytes(path.read_bytes().replace(b"Line 2", b"Line X"))
    store = Store.open(tmp_path)
    with pytest.raises(DamagedError, match=r"history/2026-11\.jsonl"):
        store.undo(NOW)
    assert lines_of(store) == ["Line 0", "Line 1", "Line 2"]


def test_history_of_another_past_is_not_undone(tmp_path):
    store = filled(tmp_path)
    store.close()
    older = (tmp_path / "advisory.json").read_bytes()
    for name in ("One", "Two"):
        store = Store.open(tmp_path)
        with store.change(f"Add {name}", NOW) as change:
            add_student(change, name)
        store.close()
    (tmp_path / "advisory.json").write_bytes(older)
    store = Store.open(tmp_path)
    with store.change("Another past", NOW) as change:
        add_student(change, "Three")
    store.close()
    store = Store.open(tmp_path)
    assert [change.what for change in store.changes()][:2] == ["Another past", "Check-in: one-to-one"]
    assert store.undo(NOW).what == "Another past"
    assert store.undo(NOW).what == "Check-in: one-to-one"


def test_a_past_left_twice_is_still_found(tmp_path):
    path = tmp_path / "advisory.json"

    def save(name):
        store = Store.open(tmp_path)
        with store.change(f"Add {name}", NOW) as change:
            add_student(change, name)
        store.close()
        return path.read_bytes()

    first = save("One")
    second = save("Two")
    path.write_bytes(first)
    save("Another two")
    path.write_bytes(second)
    save("Three")
    store = Store.open(tmp_path)
    assert [change.what for change in store.changes()] == ["Add Three", "Add Two", "Add One"]


class Life(RuleBasedStateMachine):
    """Any changes, undos, redos, restarts and crashes, from two handles, against plain dicts."""

    @initialize(folder=st.uuids())
    def begin(self, folder):
        import tempfile
        from pathlib import Path

        self.home = tempfile.TemporaryDirectory()
        self.folder = Path(self.home.name) / str(folder)
        self.stores = [Store.open(self.folder), Store.open(self.folder)]
        self.now: dict[str, tuple] = {}
        self.done: list[dict] = []
        self.undone: list[dict] = []
        self.given: set[str] = set()
        self.at = NOW

    def teardown(self):
        for store in self.stores:
            store.close()
        self.home.cleanup()

    @rule(who=st.integers(0, 1), edits=st.lists(st.tuples(st.sampled_from("snerm"), st.integers(0, 30)), max_size=4))
    def change(self, who, edits):
        self.at += timedelta(minutes=7)
        before = dict(self.now)
        with self.stores[who].change("A change", self.at) as change:
            for verb, pick in edits:
                self._edit(change, verb, pick)
        if self.now != before:
            self.done.append(before)
            self.undone.clear()

    def _edit(self, change, verb, pick):
        students = [key for key in self.now if key.startswith("s")]
        notes = [key for key in self.now if key.startswith("c")]
        if verb == "s" or not students:
            self._keep(add_student(change, f"Student {pick}"), new=True)
        elif verb == "n" or not notes:
            day = MONDAY - timedelta(days=pick % 5)
            record = add_check_in(change, students[pick % len(students)], f"Line {pick}", happened_on=day)
            self._keep(record, new=True)
        else:
            note = change.need(CheckIn, notes[pick % len(notes)])
            if verb == "e":
                self._keep(change.put(replace(note, line=f"Edited {pick}"), shown=note))
            elif verb == "m":
                self._keep(change.put(replace(note, student=students[pick % len(students)])))
            else:
                self._keep(change.remove(note))

    def _keep(self, record, *, new=False):
        if new:
            assert record.id not in self.given
            self.given.add(record.id)
        self.now = {**self.now, record.id: record}

    @rule(who=st.integers(0, 1))
    def undo(self, who):
        undone = self.stores[who].undo(self.at)
        assert (undone is not None) == bool(self.done)
        if undone:
            self.undone.append(self.now)
            self.now = self.done.pop()

    @rule(who=st.integers(0, 1))
    def redo(self, who):
        redone = self.stores[who].redo(self.at)
        assert (redone is not None) == bool(self.undone)
        if redone:
            self.done.append(self.now)
            self.now = self.undone.pop()

    @rule(who=st.integers(0, 1), kindly=st.booleans())
    def restart(self, who, kindly):
        store = self.stores[who]
        store.close() if kindly else abandon(store)
        self.stores[who] = Store.open(self.folder)
        assert self.stores[who].notices == ()

    @invariant()
    def memory_is_the_model(self):
        live = {key: record for key, record in self.now.items() if record.deleted_at is None}
        notes = sorted((r for k, r in live.items() if k[0] == "c"), key=lambda r: (r.happened_on, r.id))
        for store in self.stores:
            store.refresh()
            assert [r for k, r in sorted(live.items()) if k[0] == "s"] == store.all(Student)
            assert sorted(notes, key=lambda r: r.id) == store.all(CheckIn)
            assert notes[::-1] == list(store.recent_check_ins())
            for student in store.all(Student):
                assert [r for r in notes if r.student == student.id] == list(store.check_ins_of(student.id))
            gone = [r for k, r in sorted(self.now.items()) if r.deleted_at is not None]
            assert gone == store.trash(CheckIn)


TestLife = Life.TestCase
TestLife.settings = settings(
    max_examples=25, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
