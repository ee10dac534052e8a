"""What doctor makes of what it read: where the snapshot stands, which copies there are of it, and how far the changes go."""

from pathlib import Path

import msgspec
import pytest
from folder_case import NOW, abandon, add_check_in, filled
from graph_case import chain, graph_of, put, raw, state, step, take

from advisory.store import Store
from advisory.store.disk.row import NOTHING, Header, encode_header
from advisory.store.disk.schema import SCHEMA
from advisory.store.disk.snapshot import Meta
from advisory.store.doctor.assembly import _apply_rest, _how_far, _is_other
from advisory.store.doctor.choice import Choice, choose
from advisory.store.doctor.graph import NO_CHANGE
from advisory.store.doctor.journal_scan import Chain, Change
from advisory.store.doctor.look import Look, _base, _most_alike, listed, look_at, newest_copy, partial, second_copy
from advisory.store.doctor.mending import earlier_of
from advisory.store.doctor.place import Placed
from advisory.store.doctor.report import Report
from advisory.store.doctor.snapshot_scan import Scan
from advisory.store.errors import NewerError

A, B, C = put(1, "a"), put(2, "b"), put(3, "c")
ONE, TWO, THREE = (one._replace(schema=SCHEMA) for one in chain(NO_CHANGE, [A], [B], [C]))
NOWHERE = Path("nowhere")


def scan_of(*ops, meta=None, fits=False):
    """A snapshot of some records, whose metadata say where it ends, or can't be read."""
    placed = [
        Placed("checkins", int(number), msgspec.json.decode(after), "advisory.json", 1) for _, number, after, _ in ops
    ]
    return Scan(meta, placed, [], fits=fits)


def meta_at(node, schema=SCHEMA, **following):
    return Meta(1, schema, node[0], f"{node[1]:08x}", following, saved="then")


def look(scan, *headers, graph=None, changes=(), folder=NOWHERE, **choice):
    found = Chain(
        [Header(journal=1, schema=schema, base=base, chain="0000001f") for base, schema in headers], [*changes]
    )
    return Look(folder, scan, found, b"", Choice(graph or graph_of(), **choice))


def lines(documents):
    return {number: document["line"] for (_, number), document in documents.items()}


def test_whether_anything_can_be_read_and_whether_there_must_have_been_a_snapshot(tmp_path):
    strange, ours = (
        Scan(None, [Placed(table, 1, {"id": "x1"}, "", 1)], [], fits=False) for table in ("bees", "checkins")
    )
    for scan, headers, is_readable, needs in (
        (None, (), True, False), (None, [(0, 9), (3, 9)], True, False), (None, [(3, 9)], False, True), (strange, (), False, False),
        (ours, (), True, False), (scan_of(meta=meta_at((1, 1))), (), True, False),
    ):  # fmt: skip
        found = look(scan, *headers, folder=tmp_path)
        assert (found.is_readable, found.needs_snapshot) == (is_readable, needs)
    filled(tmp_path / "home").close()
    assert not look(None, folder=tmp_path / "home").is_readable
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "advisory-2026-11-23-0000009.json.gz").touch()
    assert not look(None, folder=tmp_path).is_readable
    (tmp_path / "backups" / "advisory-2026-11-23-0000009.json.gz").unlink()
    (tmp_path / "history").mkdir()
    assert look(None, folder=tmp_path).is_readable
    (tmp_path / "history" / "2026-11.jsonl").touch()
    assert not look(None, folder=tmp_path).is_readable


def test_the_schema_is_that_of_the_snapshot_or_else_of_the_journal():
    for scan, headers, schema in (
        (scan_of(meta=meta_at((1, 1), 3)), [(0, 4)], 3), (scan_of(), [(0, 4), (0, 5)], 4), (None, [(0, 4)], 4),
        (scan_of(), [], SCHEMA), (None, [], SCHEMA),
    ):  # fmt: skip
        found = look(scan, *headers)
        assert (found.schema, found.is_older) == (schema, schema < SCHEMA)


def test_the_snapshot_stands_where_it_says_or_where_the_journal_or_its_records_tell():
    graph = graph_of(ONE, TWO, THREE)
    assert _base(look(None, graph=graph)) == NO_CHANGE
    assert _base(look(None, (4, 9), (5, 9), graph=graph)) == (4, 31)
    assert _base(look(scan_of(A, B), (4, 9), graph=graph)) == (4, 31)
    assert _base(look(scan_of(A, B), graph=graph)) == THREE.after
    assert _base(look(scan_of(), graph=graph)) is None
    for node, base in (
        (TWO.after, TWO.after), (NO_CHANGE, NO_CHANGE), ((9, TWO.after[1]), TWO.after), ((2, 5), TWO.after), ((9, 9), (9, 9)),
        ((9, 0), NO_CHANGE),
    ):  # fmt: skip
        assert _base(look(scan_of(meta=meta_at(node)), graph=graph)) == base
    assert _base(look(scan_of(meta=meta_at((2, 5)), fits=True), graph=graph)) == (2, 5)
    parted = graph_of(ONE, TWO, THREE, *chain(ONE.after, [put(4, "d")]))
    assert _base(look(scan_of(meta=meta_at((2, 5))), graph=parted)) == (2, 5)
    assert _base(look(scan_of(A, B, C, meta=meta_at((2, 5))), graph=parted)) == THREE.after


def test_records_are_those_of_the_end_that_has_more_than_half_of_them():
    backup = {"backup": ((7, 7), state(A, put(2, "other")))}
    assert _most_alike(graph_of(**backup), scan_of(A)) is None
    assert _most_alike(graph_of(**backup), scan_of(A, B, C)) is None
    assert _most_alike(graph_of(**backup), scan_of(A, put(2, "other"), C)) == (7, 7)
    assert _most_alike(graph_of(ONE, TWO, THREE, **backup), scan_of(A, B)) == THREE.after
    assert _most_alike(graph_of(old=((7, 7), state(A, schema=SCHEMA - 1))), scan_of(A)) is None
    assert _most_alike(graph_of(empty=((7, 7), state())), scan_of()) is None
    assert _most_alike(graph_of(one=((7, 7), state(A))), scan_of(A)) == (7, 7)
    assert _most_alike(graph_of(damaged=((7, 7), None)), scan_of(A)) is None


def test_the_second_copy_is_that_of_the_snapshots_change_or_the_nearest_that_is_whole(tmp_path):
    whole = graph_of(ONE, TWO, THREE)
    assert lines(second_copy(look(None, graph=whole, base=TWO.after, tip=THREE.after))) == {1: "a", 2: "b"}
    later = graph_of(THREE, backup=(THREE.after, state(A, B, C)))
    assert lines(second_copy(look(None, graph=later, base=TWO.after, tip=THREE.after))) == {1: "a", 2: "b", 3: "c"}
    old = raw(id="e0000001", happened_on="2026-11-20", created_at="2026-11-20T09:00:00Z")
    seen = second_copy(
        look(None, graph=graph_of(old=((7, 7), state(("evidence", "1", old, NOTHING), schema=1))), base=(7, 7))
    )
    assert seen["evidence", 1] == {"id": "e0000001", "seen_on": "2026-11-20", "created_at": "2026-11-20T09:00:00Z"}
    torn = graph_of(TWO, THREE)
    here = scan_of(meta=meta_at(THREE.after))
    assert lines(second_copy(look(here, graph=torn, base=THREE.after, tip=THREE.after))) == {2: "b", 3: "c"}
    assert second_copy(look(None, graph=torn, base=THREE.after)) == {}
    assert second_copy(look(here, graph=torn)) == {}
    assert second_copy(look(scan_of(meta=meta_at(THREE.after, SCHEMA - 1)), graph=torn, base=THREE.after)) == {}
    filled(tmp_path, 2).close()
    for number in range(2):
        store = Store.open(tmp_path)
        with store.change("Check-in", NOW) as change:
            add_check_in(change, "s0000001", f"Later {number}")
        store.close()
    copies = [second_copy(look(None, folder=tmp_path, base=base)) for base in ((4, 1), (5, 1), (99, 1), None)]
    there = [sorted(number for table, number in one if table == "checkins") for one in copies]
    assert there == [[1, 2, 3], [1, 2, 3, 4], [], [1, 2, 3, 4]]


def test_the_newest_copy_is_what_was_chosen_or_what_loose_changes_hold():
    there = state(A)
    assert newest_copy(look(None, taken=there, came_from=["a", "b", "c"], loose=[ONE])) == (there, "a, b and c")
    assert newest_copy(look(None)) is None
    assert newest_copy(look(None, loose=[ONE, step(ONE.after, ("checkins", "1", NOTHING, A[2]))])) is None
    found, words = newest_copy(look(None, loose=[TWO, THREE._replace(where="history/x")]))
    assert (sorted(found.tables["checkins"]), words) == (
        [2, 3],
        "advisory.journal.jsonl and history/x, which begins with change 2",
    )
    assert [listed(names) for names in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
    migrated = step(TWO.after, C, schema=SCHEMA)
    assert sorted(partial([ONE, TWO, migrated]).tables["checkins"]) == [3]


def test_earlier_versions_of_a_record_are_told_newest_first_until_it_was_made():
    again, gone = put(1, "again"), take(1)
    steps = chain(NO_CHANGE, [A], [again], [B])

    def told(graph, tip, key=("checkins", 1)):
        return [one["line"] for one in earlier_of(look(None, graph=graph, tip=tip), key)]

    assert told(graph_of(*steps), steps[-1].after) == ["again", "a"]
    assert told(graph_of(*steps), steps[-1].after, ("checkins", 2)) == ["b"]
    assert told(graph_of(*steps), steps[-1].after, ("pacts", 1)) == []
    assert told(graph_of(*steps), None) == []
    start = {"backup": (steps[1].after, state(put(1, "kept"))), "bad": (steps[0].after, None)}
    assert told(graph_of(*steps, **start), steps[-1].after) == ["kept", "again", "a"]
    older = {"old": (steps[1].after, state(put(1, "kept"), schema=SCHEMA - 1))}
    assert told(graph_of(*steps, **older), steps[-1].after) == ["again", "a"]
    without = chain(NO_CHANGE, [A], [gone], [put(1, "anew")])
    assert told(graph_of(*without), without[-1].after) == ["anew"]
    migration = step(steps[0].after, schema=SCHEMA)
    last = step(migration.after, again)
    assert told(graph_of(steps[0], migration, last), last.after) == ["again"]
    restored = step(steps[0].after, schema=SCHEMA, follows=1, seq=5)
    last = step(restored.after, again)
    assert told(graph_of(steps[0], restored, last), last.after) == ["again", "a"]


def test_how_far_the_records_go_is_what_the_snapshot_says_and_the_changes_after_it():
    def told(found):
        state = _how_far(found)
        return state.seq, state.chain, state.at, state.next_ids, state.tables

    graph = graph_of(ONE, TWO, THREE, backup=(ONE.after, state(A)))
    here = scan_of(meta=meta_at(ONE.after, checkins=8))
    assert told(look(here, graph=graph, base=ONE.after)) == (*ONE.after, "then", {"checkins": 8}, {})
    assert told(look(here, graph=graph, base=ONE.after, tip=THREE.after, path=(TWO, THREE))) == (
        *THREE.after, "2026-11-23T09:00:03.000Z", {"checkins": 8}, {},
    )  # fmt: skip
    assert told(look(None, graph=graph, base=TWO.after)) == (0, 0, "", {"checkins": 3}, {})
    assert told(look(scan_of(), graph=graph, base=(9, 9))) == (0, 0, "", {}, {})
    assert told(look(None, graph=graph)) == (0, 0, "", {}, {})


def test_changes_after_a_gap_are_of_another_history_if_that_has_another_checksum_somewhere():
    gap = chain((3, 99), [put(7, "g")], [put(8, "h")])
    graph = graph_of(ONE, TWO, THREE, *gap)
    mine = Choice(graph, tip=THREE.after)
    assert _is_other(mine, [gap[1]])
    assert not _is_other(Choice(graph, tip=TWO.after), [gap[1]])
    unknown = gap[0]._replace(before=(3, -1))
    assert not _is_other(Choice(graph_of(ONE, TWO, THREE, unknown), tip=THREE.after), [unknown])
    assert not _is_other(mine, [])


def test_rows_of_the_journal_are_applied_unless_the_chosen_records_or_others_hold_them():
    (other,) = chain(ONE.after, [put(4, "d")])
    graph = graph_of(ONE, TWO, other)
    salvaged = Change(msgspec.structs.replace(THREE.line, seq=0, crc=""), 4, None)
    for seed, belongs, others, applied in (
        (1, True, (), [3, 4, 9]), (1, True, (other.after,), [3, 9]), (None, True, (other.after,), [3, 4, 9]),
        (1, False, (), []),
    ):  # fmt: skip
        changes = [Change(one.line, 2, seed) for one in (ONE, TWO, other)]
        changes[2] = Change(msgspec.structs.replace(other.line, seq=3 if seed is None else 2), 3, seed)
        late = Change(msgspec.structs.replace(put_line(9), seq=3), 5, 1)
        found = look(None, graph=graph, changes=[*changes, salvaged, late], tip=ONE.after, others=others)
        found.belongs, found.is_instead = belongs, True
        book = {}
        _apply_rest(found, book, Report())
        assert sorted(number for _, number in book if number > 2) == applied, (seed, others)


def put_line(number):
    return step((2, 5), put(number, "x")).line


def test_an_empty_folder_that_a_snapshot_begins_with_is_no_other_history():
    empty = graph_of(ONE, TWO, begun=(NO_CHANGE, state()))
    choice = choose(empty, scan_of(A, meta=meta_at(ONE.after)), ONE.after, opens=True)
    assert (choice.tip, choice.others) == (TWO.after, [])
    alone = graph_of(backup=((7, 7), state(A)), begun=(NO_CHANGE, state()))
    choice = choose(alone, scan_of(A, meta=meta_at((7, 7))), (7, 7), opens=True)
    assert (choice.tip, choice.others) == ((7, 7), [])
    none = choose(alone, scan_of(A), None, opens=True)
    assert (none.tip, none.others, none.path, none.taken) == (None, [], (), None)


@pytest.mark.parametrize("seq", [1, 2])
def test_a_change_that_names_itself_as_the_one_before_ends_the_way_back(seq):
    round_about = step((5, 5), A, seq=seq, follows=2, schema=SCHEMA, records="00000000")
    graph = graph_of(round_about)
    assert [*graph.back_from(round_about.after)] == [round_about.after]
    backwards = step((5, 5), A, seq=3)
    same = step((5, 5), A, seq=5)
    assert graph_of(backwards, same).onward((5, 5)) == []


def test_a_journal_of_another_folder_does_not_belong(tmp_path):
    home, other = tmp_path / "home", tmp_path / "other"
    for folder, count in ((home, 2), (other, 4)):
        filled(folder, count).close()
        with (store := Store.open(folder)).change("Check-in", NOW) as change:
            add_check_in(change, "s0000001", folder.name)
        abandon(store)
    assert look_at(home).belongs
    (home / "advisory.journal.jsonl").write_bytes((other / "advisory.journal.jsonl").read_bytes())
    assert not look_at(home).belongs


def test_a_journal_of_a_newer_program_is_left_to_it_also_beside_a_damaged_snapshot(tmp_path):
    home = tmp_path / "home"
    filled(home).close()
    snapshot, journal = home / "advisory.json", home / "advisory.journal.jsonl"
    snapshot.write_bytes(snapshot.read_bytes()[:-9])
    assert look_at(home).refusal
    journal.write_bytes(encode_header(4, 4).replace(b'{"journal":1', b'{"journal":99'))
    with pytest.raises(NewerError):
        look_at(home)
