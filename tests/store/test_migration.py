"""Every format ever written opens: brought to the present one after a backup, with nothing lost, whatever happens meanwhile."""

import json
import os
import re
import shutil

import pytest
from folder_case import NOW, abandon, add_student, bytes_of, content
from golden_story import GOLDEN, TODAY, tell
from killed_case import killed_at

from advisory import __version__
from advisory.model import KINDS, CatalogueSign, Evidence, Intervals, Leave, NoSchoolDay, Student
from advisory.model.words import Stage
from advisory.store import DamagedError, Refused, Store
from advisory.store.disk.migration import STEPS
from advisory.store.disk.open_folder.ledger import Ledger
from advisory.store.disk.schema import NEEDS, SCHEMA

SNAPSHOT, JOURNAL = "advisory.json", "advisory.journal.jsonl"
OLDER = range(1, SCHEMA)
SINCE = {"Intervals": 4, "CatalogueSign": 5, "PlannedTalk": 7, "Tag": 7, "DefensePlan": 8, "CatalogueMilestone": 8}
SINCE |= {"TransitionNote": 9, "ExportLog": 9}
"""Kinds of record → the first schema that has them."""


def records_of(store):
    return {kind.__name__: store.all(kind) + store.trash(kind) for kind in KINDS}


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    store = tell(tmp_path_factory.mktemp("story"))
    records = records_of(store)
    abandon(store)
    return records


def told_by(schema, story):
    """The story as a folder of that schema tells it: what could not be chosen yet is not in it."""
    return story | {kind: [] for kind, since in SINCE.items() if schema < since}


def copy_of(schema, folder):
    shutil.copytree(GOLDEN / f"schema-{schema}", folder)
    return folder


def schema_of(folder):
    return json.loads((folder / SNAPSHOT).read_bytes())["_meta"]["1"]["schema"]


def test_there_is_a_golden_folder_a_step_and_a_version_for_every_schema():
    assert sorted(path.name for path in GOLDEN.iterdir()) == [f"schema-{number}" for number in range(1, SCHEMA + 1)]
    assert len(NEEDS) == SCHEMA == len(STEPS) + 1
    assert max(NEEDS) <= __version__


def test_every_kind_of_record_is_in_the_story(story):
    assert all(story.values())


@pytest.mark.parametrize("schema", [*OLDER, SCHEMA])
def test_each_opens_to_the_same_records(schema, tmp_path, story):
    story = told_by(schema, story)
    store = Store.open(copy_of(schema, tmp_path / "home"))
    assert records_of(store) == story
    assert [drafts.fields for drafts in _drafts(store)] == [{"line": "Half a senten"}]
    with store.change("Goes on", NOW) as change:
        assert add_student(change, "Next").id == "s0000005"
        assert change.add(Leave, student="s0000001", starts_on=TODAY.date(), ends_on=TODAY.date()).id == "l0000003"
    assert store.undo(NOW).what == "Goes on"
    store.close()
    assert [*json.loads((tmp_path / "home" / SNAPSHOT).read_bytes())] == ["_meta", *(kind.table for kind in KINDS)]
    store = Store.open(tmp_path / "home")
    assert records_of(store) == story
    assert store.notices == ()


@pytest.mark.parametrize("schema", OLDER)
def test_what_was_there_is_kept_beside_it(schema, tmp_path):
    folder = copy_of(schema, tmp_path / "home")
    store = Store.open(folder)
    kept = f"backups/before-schema-{SCHEMA}-2026-11-23-0000013.json.gz"
    assert store.notices == (
        f"Records brought from schema {schema} to {SCHEMA}, for this version of advisory; the old ones are kept in {kept}.",
    )
    assert schema_of(folder) == SCHEMA
    before = json.loads(content(folder / kept))
    assert before["_meta"]["1"]["schema"] == schema
    assert len(before["checkins"]) == 5
    assert content(folder / kept.replace(".json", ".journal.jsonl")) == b""


@pytest.mark.parametrize("schema", OLDER)
def test_undo_stops_with_a_sentence(schema, tmp_path, story):
    store = Store.open(copy_of(schema, tmp_path / "home"))
    with pytest.raises(Refused, match=f"brought from schema {schema} to {SCHEMA}” can't be undone"):
        store.undo(NOW)
    assert store.redo(NOW) is None
    assert records_of(store) == told_by(schema, story)
    assert [change.seq for change in store.changes()] == list(range(14, 0, -1))


def test_the_target_is_the_one_of_that_day(tmp_path):
    store = Store.open(copy_of(1, tmp_path / "home"))
    assert [(seen.seen_on.day, seen.target) for seen in store.all(Evidence)] == [
        (12, "I can add fractions"),
        (13, ""),
        (23, "I can explain why fractions divide"),
    ]


def test_leaves_have_a_table_of_their_own(tmp_path):
    store = Store.open(copy_of(2, tmp_path / "home"))
    assert [leave.student for leave in store.all(Leave)] == ["s0000001", "s0000002"]
    assert [day.id for day in store.all(NoSchoolDay)] == ["n0000001", "n0000002"]


def test_no_intervals_are_chosen_for_anybody(tmp_path):
    store = Store.open(copy_of(3, tmp_path / "home"))
    assert store.all(Intervals) == []
    with store.change("Chosen", NOW) as change:
        assert change.add(Intervals, contact_every=8).id == "v0000001"


def test_the_catalogue_of_signs_is_the_programs_own(tmp_path):
    store = Store.open(copy_of(4, tmp_path / "home"))
    assert store.all(CatalogueSign) == []
    with store.change("Reworded", NOW) as change:
        assert change.add(CatalogueSign, key="own", stage=Stage.ALLIANCE, label="our own").id == "y0000001"


@pytest.mark.parametrize("schema", OLDER)
def test_one_that_can_only_be_read_is_read(schema, tmp_path, story, monkeypatch):
    folder = copy_of(schema, tmp_path / "home")
    before = bytes_of(folder)
    monkeypatch.setattr(os, "access", lambda *_args: False)
    store = Store.open(folder)
    assert store.is_read_only
    assert records_of(store) == told_by(schema, story)
    store.close()
    assert bytes_of(folder) == before


@pytest.mark.parametrize(
    "schema", [pytest.param(one, marks=() if one in {OLDER[0], OLDER[-1]} else pytest.mark.every) for one in OLDER]
)
def test_a_program_that_is_killed_meanwhile_loses_nothing(schema, tmp_path, story):
    for number in range(200):
        folder = copy_of(schema, tmp_path / f"stopped-{number}")
        is_done = False
        with killed_at(number):
            store = Store.open(folder)
            is_done = True
        if is_done:
            abandon(store)
            break
        store = Store.open(folder)
        assert records_of(store) == told_by(schema, story)
        store.close()
        assert schema_of(folder) == SCHEMA
        assert any(folder.glob("backups/before-schema-*.json.gz"))
    assert number > 15


def test_one_that_does_not_fit_is_left_out_told_and_kept(tmp_path):
    folder = copy_of(1, tmp_path / "home")
    path = folder / SNAPSHOT
    path.write_bytes(path.read_bytes().replace(b'"source":"work_sample"', b'"source":"guesswork"', 1))
    for _ in range(2):
        store = Store.open(folder)
        assert "e0000001" not in [piece.id for piece in store.all(Evidence)]
        assert any(re.search(r'"evidence", id 1, .*guesswork', notice) for notice in store.notices)
        store.close()
        assert schema_of(folder) == SCHEMA
        assert b'"source":"guesswork"' in path.read_bytes()


def test_a_document_that_no_step_expects_is_refused(tmp_path):
    folder = copy_of(1, tmp_path / "home")
    path = folder / SNAPSHOT
    whole = path.read_bytes()
    day = b'"happened_on":"2026-11-12"'
    for now, why in ((b"", 'it has no "happened_on"'), (b'"happened_on":12,', "one of its values is of another kind")):
        path.write_bytes(whole.replace(day + b",", now, 1))
        with pytest.raises(DamagedError, match=f"schema 1, and a record could not be brought to schema 2: {why}"):
            Store.open(folder)


def test_a_folder_of_before_its_first_save_is_brought_over(tmp_path):
    folder = copy_of(1, tmp_path / "home")
    header = b'{"journal":1,"schema":1,"base":0,"chain":"00000000"}\n'
    rows = [
        row for path in sorted((folder / "history").iterdir()) for row in path.read_bytes().splitlines(keepends=True)
    ]
    shutil.rmtree(folder)
    folder.mkdir()
    (folder / JOURNAL).write_bytes(header + b"".join(row for row in rows if not row.startswith(b'{"journal"')))
    store = Store.open(folder)
    assert len(store.all(Student)) == 3
    assert schema_of(folder) == SCHEMA


def test_an_open_program_of_an_older_version_refuses_from_then_on(tmp_path, monkeypatch):
    folder = copy_of(SCHEMA, tmp_path / "home")
    older = Store.open(folder)
    newer = Store.open(folder)
    for path in (folder / SNAPSHOT, folder / JOURNAL):
        path.write_bytes(path.read_bytes().replace(b'"schema":%d' % SCHEMA, b'"schema":%d' % (SCHEMA + 1)))
    abandon(newer)
    before = bytes_of(folder)
    with pytest.raises(DamagedError, match="needs version"), older.change("Add", NOW) as change:
        add_student(change)
    older.close()
    assert bytes_of(folder) == before


def test_a_journal_of_another_schema_than_its_snapshot_is_refused(tmp_path):
    folder = copy_of(1, tmp_path / "home")
    path = folder / JOURNAL
    path.write_bytes(path.read_bytes().replace(b'"schema":1', b'"schema":%d' % SCHEMA))
    with pytest.raises(DamagedError, match=f"of schema {SCHEMA} and 1"):
        Store.open(folder)


def test_the_steps_change_nothing_they_are_given():
    tables = json.loads((GOLDEN / "schema-1" / SNAPSHOT).read_bytes())
    del tables["_meta"]
    for step in STEPS:
        before = json.dumps(tables)
        after = step(tables)
        assert json.dumps(tables) == before
        tables = after


def test_a_fresh_folder_is_not_brought_over(tmp_path, monkeypatch):
    monkeypatch.setattr(Ledger, "_migrate", lambda _ledger: pytest.fail("there is nothing to bring over"))
    Store.open(tmp_path).close()


def _drafts(store):
    from advisory.store import Drafts

    return Drafts(store.folder).all()


@pytest.mark.parametrize(
    ("changed_at", "then"),
    [
        ("2026-11-20T23:59:59.000Z", "now"),
        ("2026-11-21T09:00:00.000Z", "now"),
        ("2026-11-21T10:00:00.000Z", "now"),
        ("2026-11-21T10:00:00.001Z", "before"),
        ("2026-11-22T00:00:00.000Z", "before"),
    ],
)
@pytest.mark.parametrize("field", ["learning_target", "strategy"])
def test_evidence_takes_the_target_from_the_first_change_after_it(changed_at, then, field):
    """What was changed on the day itself is after it when it was changed after the evidence was written down."""
    later = {"at": "2026-11-23T09:00:00.000Z", "was": {"learning_target": "between"}}
    pact = {
        "id": "g0000001",
        "learning_target": "now",
        "revisions": [later, {"at": changed_at, "was": {field: "before"}}],
    }
    seen = {"id": "e0000001", "pact": "g0000001", "happened_on": "2026-11-21", "created_at": "2026-11-21T10:00:00.000Z"}
    evidence = STEPS[0]({"pacts": {"1": pact}, "evidence": {"1": seen, "2": seen | {"pact": ""}}})["evidence"]
    expected = "before" if (then, field) == ("before", "learning_target") else "between"
    assert (evidence["1"]["target"], evidence["1"]["seen_on"]) == (expected, "2026-11-21")
    assert "happened_on" not in evidence["1"]
    assert "target" not in evidence["2"]


@pytest.mark.parametrize(
    ("pact", "numbers"),
    [
        ({"revision": 4, "revisions": [{}, {}]}, [2, 3]),
        ({"revision": 3, "revisions": [{}, {}]}, [1, 2]),
        ({"revision": 2, "revisions": [{}, {}]}, [1, 1]),
        ({"revisions": [{}]}, [1]),
        ({"revision": 2, "revisions": []}, []),
    ],
)
def test_revisions_are_numbered_up_to_the_one_that_holds(pact, numbers):
    after = STEPS[4]({"pacts": {"1": pact, "2": {}}})["pacts"]
    assert [revision["revision"] for revision in after["1"]["revisions"]] == numbers
    assert after["2"] == {}
