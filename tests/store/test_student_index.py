"""The index is the same as a scan, whatever was done."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from advisory.store.memory.index import Glance, StudentIndex

DAYS = ["2026-11-20", "2026-11-23", "2026-12-01"]
DOCUMENTS = st.fixed_dictionaries(
    {"student": st.sampled_from(["s0000001", "s0000002"]), "happened_on": st.sampled_from(DAYS)},
    optional={
        "deleted_at": st.just("2026-12-02T00:00:00Z"),
        "line": st.text(max_size=3),
        "state": st.sampled_from(["jot", "done"]),
    },
)
EDITS = st.lists(st.tuples(st.integers(1, 9), st.one_of(st.none(), DOCUMENTS)), max_size=30)


def glances(now):
    return [(number, msgspec.json.decode(raw, type=Glance)) for number, raw in now.items()]


@settings(deadline=None)
@given(start=st.dictionaries(st.integers(1, 9), DOCUMENTS), edits=EDITS, by_day=st.booleans())
def test_the_index_kept_is_the_index_made_anew(start, edits, by_day):
    now = {number: msgspec.Raw(msgspec.json.encode(document)) for number, document in start.items()}
    kept = StudentIndex(glances(now), by_day=by_day)
    for number, document in edits:
        after = None if document is None else msgspec.Raw(msgspec.json.encode(document))
        kept.changed(number, now.get(number), after)
        if after is None:
            now.pop(number, None)
        else:
            now[number] = after
    anew = StudentIndex(glances(now), by_day=by_day)
    scan = {number: msgspec.json.decode(raw) for number, raw in now.items()}
    live = {number: document for number, document in scan.items() if "deleted_at" not in document}
    assert kept.everyone == anew.everyone
    assert kept.trash == anew.trash == scan.keys() - live.keys()
    jots = {number for number, document in live.items() if document.get("state") == "jot"}
    assert kept.jots == anew.jots
    assert {number for _, number in kept.jots} == jots
    for index in (kept, anew) if by_day else ():
        assert set(index.students_since(DAYS[1])) == {
            d["student"] for d in live.values() if d["happened_on"] >= DAYS[1]
        }
        assert list(index.newest_first(["s0000001"])) == index.of("s0000001")[::-1]
    for student in ("s0000001", "s0000002"):
        mine = [(d["happened_on"] if by_day else "", number) for number, d in live.items() if d["student"] == student]
        assert kept.of(student) == anew.of(student) == sorted(mine)


def test_a_kind_without_days_does_not_look_at_them():
    glance = msgspec.json.decode(b'{"student": "s0000001", "happened_on": "soon"}', type=Glance)
    assert StudentIndex([(1, glance)], by_day=False).odd == []
    assert StudentIndex([(1, glance)], by_day=True).odd == [1]
    index = StudentIndex([(1, glance)], by_day=False)
    index.changed(2, None, msgspec.Raw(b'{"student": "s0000001", "happened_on": "later"}'))
    assert (index.of("s0000001"), index.odd) == ([("", 1), ("", 2)], [])


def test_what_can_not_be_a_record_is_odd_and_in_no_list():
    def seen(day):
        return Glance("s0000001", day, state="jot")

    given = [(1, seen("2026-11-23")), (2, seen("soon")), (3, None), (4, seen("2026-11-20")), (5, seen("0026-11-20"))]
    index = StudentIndex(given, by_day=True)
    assert index.odd == [2, 3, 5]
    assert index.everyone == index.of("s0000001") == [("2026-11-20", 4), ("2026-11-23", 1)]
    assert index.jots == {("2026-11-20", 4), ("2026-11-23", 1)}
    assert (index.students, index.trash) == (["s0000001"], set())
