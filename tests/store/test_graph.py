"""Changes as a graph: what leads where, which records are at a node, and which of several ends is gone on from."""

import pytest
from graph_case import chain, checksum_of, graph_of, lines_at, put, raw, state, step, take

from advisory.store.disk.schema import SCHEMA
from advisory.store.doctor.choice import _documents, _holds, _is_put_aside, choose
from advisory.store.doctor.graph import NO_CHANGE, Graph
from advisory.store.doctor.place import Placed
from advisory.store.doctor.snapshot_scan import Scan

A, B, C = put(1, "a"), put(2, "b"), put(3, "c")


def scan(*ops) -> Scan:
    """A snapshot with these documents."""
    there = _documents([], [step(NO_CHANGE, *ops)])
    return Scan(None, [Placed(*key, document, "advisory.json", 1) for key, document in there.items()], [], fits=True)


def test_a_chain_is_walked_both_ways_and_gives_the_records_at_each_node():
    one, two, three = chain(NO_CHANGE, [A], [B, put(1, "a again")], [take(2)])
    graph = graph_of(three, one, two, one)
    assert [*graph.back_from(three.after)] == [three.after, two.after, one.after, NO_CHANGE]
    assert graph.onward(NO_CHANGE) == [one, two, three]
    assert graph.onward(two.after) == [three]
    assert graph.onward(three.after) == []
    assert graph.ends() == [three.after]
    assert lines_at(graph, two.after) == (["a again", "b"], ["advisory.journal.jsonl"])
    assert lines_at(graph, three.after) == (["a again"], ["advisory.journal.jsonl"])
    assert lines_at(graph, (9, 9)) is None
    assert lines_at(graph, NO_CHANGE) is None


def test_records_come_from_the_nearest_file_that_can_be_read():
    one, two, three = chain((4, 7), [A], [B], [C])
    damaged = (two.after, None)
    graph = graph_of(one, two, three._replace(where="history"), old=((4, 7), state(put(9, "old"))), new=damaged)
    assert graph.ends() == [three.after]
    assert lines_at(graph, three.after) == (["old", "a", "b", "c"], ["old", "advisory.journal.jsonl", "history"])
    assert lines_at(graph, (4, 7)) == (["old"], ["old"])
    assert lines_at(graph_of(one, two, new=damaged), two.after) is None
    assert graph_of(one, two).ends() == []
    assert graph_of(two, new=damaged, fine=(three.after, state(C))).ends() == [three.after]


def test_the_later_of_two_histories_goes_on_and_both_are_ends():
    one, two = chain(NO_CHANGE, [A], [B])
    other = chain(one.after, [C], [put(4, "d")])
    graph = graph_of(one, two, *other)
    assert graph.ends() == [other[1].after, two.after]
    assert graph.onward(NO_CHANGE) == [one, *other]


def test_a_change_that_replaced_all_records_is_not_walked_and_needs_the_right_ones():
    one = step(NO_CHANGE, A, of_schema=SCHEMA)
    two = step(one.after, B, of_schema=SCHEMA)
    right = step(two.after, put(3, "c"), seq=9, follows=2, schema=SCHEMA, records=checksum_of(A, B, C))
    wrong = step(two.after, put(3, "c"), seq=9, follows=2, schema=SCHEMA, records=checksum_of(A, C))
    assert graph_of(one, two, right).onward(NO_CHANGE) == [one, two]
    assert [*graph_of(one, two, right).back_from(right.after)] == [right.after, two.after, one.after, NO_CHANGE]
    assert graph_of(one, two, right).ends() == [right.after]
    assert lines_at(graph_of(one, two, right), right.after) == (["a", "b", "c"], ["advisory.journal.jsonl"])
    assert lines_at(graph_of(one, two, wrong), wrong.after) is None
    assert graph_of(one, two, wrong).ends() == [two.after]
    purged = step(two.after, take(1), seq=9, follows=2, schema=SCHEMA, purged=1)
    assert lines_at(graph_of(one, two, purged), purged.after) == (["b"], ["advisory.journal.jsonl"])


def test_a_change_is_not_replayed_on_documents_of_another_schema():
    for of_schema, there in ((None, True), (SCHEMA, True), (SCHEMA - 1, False)):
        one = step((4, 7), A, of_schema=of_schema)
        graph = graph_of(one, old=((4, 7), state(B)))
        assert (lines_at(graph, one.after) is not None) is there
        assert graph.ends() == ([one.after] if there else [])
    migrated = step((4, 7), A, of_schema=SCHEMA - 1, schema=SCHEMA)
    assert lines_at(graph_of(migrated, old=((4, 7), state(B))), migrated.after) is not None
    nameless = state(("evidence", "1", raw(id="e0000001"), raw()), schema=1)
    assert lines_at(graph_of(migrated, old=((4, 7), nameless)), migrated.after) is None
    for of_schema, schema in ((SCHEMA, SCHEMA), (None, 1)):
        first = step(NO_CHANGE, A, of_schema=of_schema)
        assert graph_of(first).whole(first.after)[0].schema == schema


def test_what_follows_no_row_is_joined_where_a_checksum_fits_and_is_loose_elsewhere():
    one, two, three = chain(NO_CHANGE, [A], [B], [C])
    loose = step((6, 12345), put(7, "g"))
    graph = Graph()
    graph.add_step(one)
    waiting = [each._replace(before=(each.line.before, -1)) for each in (three, loose, two)]
    graph.join([*waiting, waiting[1]])
    assert graph.step_to == {one.after: one, two.after: two, three.after: three}
    assert graph.loose == [waiting[1], waiting[1]]
    assert graph.ends() == [three.after]
    again = graph_of(loose)
    again.join([waiting[1]])
    assert again.loose == []


@pytest.mark.parametrize(
    ("new", "holds"),
    [
        ([A], True),
        ([], False),
        ([put(1, "later", updated_at="2026-11-23T09:00:01Z")], True),
        ([put(1, "at the same instant")], False),
        ([put(1, "earlier", updated_at="2026-11-23T08:59:59Z")], False),
        ([put(1, "another", created_at="2026-11-23T09:00:01Z", updated_at="2026-11-23T09:00:01Z")], False),
        ([A, B], True),
        ([B], False),
    ],
)
def test_records_hold_others_as_they_are_or_changed_later(new, holds):
    assert _holds(state(*new), {("checkins", 1): _documents([], [step(NO_CHANGE, A)])["checkins", 1]}) is holds


def test_a_record_without_an_instant_is_older_than_one_with_it():
    there = {"line": "a", "created_at": 1}
    for new, old, holds in (
        ({**there, "line": "b"}, there, False),
        ({**there, "updated_at": "2026"}, there, True),
        (there, {**there, "updated_at": "2026"}, False),
        ({**there, "created_at": 2, "updated_at": "2026"}, there, False),
    ):
        assert _holds(state(("checkins", "1", raw(**new), raw())), {("checkins", 1): old}) is holds


def test_the_documents_of_a_snapshot_are_those_that_the_changes_left():
    nameless = Placed("checkins", None, {"line": "x"}, "advisory.json", 1)
    table = ("checkins", None, raw(), raw())
    found = _documents([*scan(A, B).documents, nameless], [step((4, 7), put(1, "new"), take(2), C, table)])
    assert {key: document["line"] for key, document in found.items()} == {("checkins", 1): "new", ("checkins", 3): "c"}


def test_a_history_is_put_aside_by_a_restore_that_came_after_it():
    one, two, three = chain(NO_CHANGE, [A], [B], [C])
    left = step(one.after, put(5, "left"))
    for at, number, is_aside in (
        ("2026-11-23T09:00:02.000Z", 9, True),
        ("2026-11-23T09:00:01.999Z", 9, False),
        ("2026-11-23T09:00:02.000Z", 2, False),
    ):
        restored = step(one.after, seq=number, at=at, follows=1, schema=SCHEMA, records=checksum_of(A))
        graph = graph_of(one, left, restored)
        assert _is_put_aside(graph, left.after, restored.after) is is_aside
    before = step(one.after, seq=9, at="2026-11-23T09:00:01.000Z", follows=1, schema=SCHEMA, records=checksum_of(A))
    again = step(before.after, seq=10, at="2026-11-23T09:00:03.000Z", follows=9, schema=SCHEMA, records=checksum_of(A))
    assert _is_put_aside(graph_of(one, left, before, again), left.after, again.after)
    assert not _is_put_aside(graph_of(one, left, before, again), left.after, before.after)
    assert _is_put_aside(graph_of(again, backup=(before.after, state(A))), before.after, again.after)
    graph = graph_of(one, two, three, left)
    assert not _is_put_aside(graph, left.after, three.after)
    assert not _is_put_aside(graph, three.after, left.after)
    assert not _is_put_aside(graph, left.after, None)
    assert not _is_put_aside(graph, (7, 7), three.after)


def told(choice):
    """What was chosen: how far the path goes, whether records are taken from elsewhere, the other ends, what is loose."""
    return (
        choice.tip and choice.tip[0], len(choice.path), [*choice.came_from], [node[0] for node in choice.others],
        [one.line.seq for one in choice.loose],
    )  # fmt: skip


def test_the_snapshot_goes_on_with_its_own_changes():
    one, two, three = chain(NO_CHANGE, [A], [B], [C])
    graph = graph_of(one, two, three)
    assert told(choose(graph, scan(A), one.after, opens=True)) == (3, 2, [], [], [])
    assert told(choose(graph, scan(A, B, C), three.after, opens=True)) == (3, 0, [], [], [])
    gap = chain((6, 99), [put(7, "g")], [put(8, "h")], [])
    graph.loose += [gap[1], gap[0], gap[2], step((2, 98), put(9, "i"))]
    choice = choose(graph, scan(A), one.after, opens=True)
    assert told(choice) == (3, 2, [], [], [7, 8])
    assert choice.past == {NO_CHANGE, one.after, two.after, three.after}
    assert choice.elsewhere == set()


def test_what_came_later_by_a_restore_or_a_purge_is_taken_though_it_holds_less():
    one, two = chain(NO_CHANGE, [A], [B])
    purged = step(two.after, take(2), seq=9, follows=2, schema=SCHEMA, purged=1)
    graph = graph_of(one, two, purged)
    assert told(choose(graph, scan(A, B), two.after, opens=True)) == (9, 0, ["advisory.journal.jsonl"], [], [])
    left = step(one.after, put(5, "left"))
    restored = step(one.after, seq=9, follows=1, schema=SCHEMA, records=checksum_of(A))
    graph = graph_of(one, left, restored)
    assert told(choose(graph, scan(A, put(5, "left")), left.after, opens=True)) == (
        9,
        0,
        ["advisory.journal.jsonl"],
        [],
        [],
    )
    before = step(one.after, seq=9, at="2026-11-23T09:00:01.000Z", follows=1, schema=SCHEMA, records=checksum_of(A))
    graph = graph_of(one, left, before)
    assert told(choose(graph, scan(A, put(5, "left")), left.after, opens=True)) == (2, 0, [], [9], [])


def test_a_later_history_is_taken_only_where_it_holds_all_of_the_snapshot():
    one, two = chain(NO_CHANGE, [A], [B])
    far = chain((6, 99), [put(7, "g")], where="history")
    alone = {"backup": ((6, 99), state(A, B))}
    both = graph_of(one, two, *far, **alone)
    assert told(choose(both, scan(A, B), two.after, opens=True)) == (7, 0, ["backup", "history"], [], [])
    assert told(choose(both, scan(A, B, C), two.after, opens=True)) == (2, 0, [], [7], [])
    assert told(choose(both, scan(A, B, C), two.after, opens=False)) == (7, 0, ["backup", "history"], [2], [])
    assert told(choose(both, None, None, opens=False)) == (7, 0, ["backup", "history"], [], [])
    twice = graph_of(older=((7, 7), state(A)), newer=((7, 8), state(A)))
    assert told(choose(twice, None, None, opens=False)) == (7, 0, ["newer"], [], [])
    assert told(choose(both, scan(A), None, opens=False)) == (None, 0, [], [], [1, 2, 7])
    choice = choose(both, scan(A, B), two.after, opens=True)
    assert (sorted(choice.taken.tables["checkins"]), choice.tip) == ([1, 2, 7], far[0].after)
    assert told(choose(both, None, one.after, opens=False)) == (7, 0, ["backup", "history"], [], [])
    forked = graph_of(one, two, *chain(one.after, [C], [put(4, "d")]))
    assert told(choose(forked, scan(A), one.after, opens=True)) == (3, 2, [], [2], [])
    assert told(choose(forked, scan(A, B), two.after, opens=True)) == (2, 0, [], [3], [])
    assert told(choose(forked, scan(A, B), two.after, opens=False)) == (2, 0, [], [3], [])
    older = graph_of(one, two, old=((1, 55), state(A)))
    assert told(choose(older, scan(A, B), two.after, opens=False)) == (2, 0, [], [], [])
