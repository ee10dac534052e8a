"""FORMAT.md is true: every kind, field and key of the model is in it, and its programs read and rebuild real folders."""

import ast
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from folder_case import NOW, abandon, add_check_in, content, filled
from format_case import ENUMERATIONS, common_rows, kinds_and_pieces, rows_of, title_of, words_of
from format_programs import CHECK, HISTORY, REBUILD, REPLAY, TEXT, run
from golden_story import GOLDEN
from tinydb import TinyDB

from advisory.cli.main import advisory as command
from advisory.model import KINDS
from advisory.rules.partnership.signs import CATALOGUE
from advisory.rules.season.milestones import MILESTONES
from advisory.store import Store
from advisory.store.codec import check_document
from advisory.store.disk.beside import unwritten
from advisory.store.disk.open_folder import purged
from advisory.store.disk.schema import FORMAT, NEEDS, SCHEMA
from advisory.store.disk.state import read_files
from advisory.store.doctor import examine

RECORDS = TEXT.partition("\n## Kinds of record\n")[2]
SNAPSHOT, JOURNAL = "advisory.json", "advisory.journal.jsonl"
HERE = Path(__file__).parent
SITTING = "import pathlib, sys; from golden_story import tell; s = tell(pathlib.Path(sys.argv[1])); print(s.seq, flush=True); input()"


def section(title):
    """The text below a heading, up to the next one."""
    assert TEXT.count(f"\n{title}\n") == 1
    return re.split(r"^#", TEXT.partition(f"\n{title}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]


def cells(text):
    """The rows of a section's last table, without its head."""
    rows = [tuple(cell.strip() for cell in row[1:-1].split("|")) for row in text.splitlines() if row.startswith("|")]
    heads = [number for number, row in enumerate(rows) if set("".join(row)) == {"-"}]
    return rows[heads[-1] + 1 :]


def plain(tables):
    return {
        name: {str(n): json.loads(bytes(raw)) for n, raw in documents.items()} for name, documents in tables.items()
    }


def as_advisory_reads(folder):
    """The tables as the program reads them from the files, before it brings them to its own schema."""
    return plain(read_files(folder / SNAPSHOT, folder / JOURNAL, check_document).tables)


@pytest.fixture(scope="module")
def killed(tmp_path_factory):
    """The folder of a program that was killed with changes in its journal."""
    folder = tmp_path_factory.mktemp("killed") / "home"
    worker = subprocess.Popen(
        [sys.executable, "-c", SITTING, folder], cwd=HERE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with worker:
        seq = int(worker.stdout.readline())
        worker.kill()
    assert seq > json.loads((folder / SNAPSHOT).read_bytes())["_meta"]["1"]["seq"]
    return folder


@pytest.fixture
def folder(killed, tmp_path):
    return shutil.copytree(killed, tmp_path / "home")


def test_the_fields_of_every_record_stand_in_it():
    assert [row[:3] for row in cells(section("## Kinds of record"))] == common_rows()


def test_every_kind_stands_in_it_with_its_fields_and_no_others():
    kinds = kinds_and_pieces()
    told = {
        title: [row[:3] for row in cells(section(f"### {title}"))]
        for title in re.findall(r"^### (.+)$", RECORDS, re.MULTILINE)
    }
    assert told == {title_of(kind): rows_of(kind) for kind in kinds}
    assert list(told) == [title_of(kind) for kind in kinds]


def test_the_letter_of_every_kind_stands_in_it():
    told = [re.findall(r"Ids\s+begin\s+with\s+`(\w)`", section(f"### {title_of(kind)}")) for kind in KINDS]
    assert told == [[kind.prefix] for kind in KINDS]


def test_every_key_of_every_enumeration_stands_in_it():
    rows = cells(section("## Enumerations"))
    assert [(row[0], row[2]) for row in rows] == [(f"`{one.__name__}`", words_of(one)) for one in ENUMERATIONS]


def test_every_sign_of_the_programs_own_stands_in_it():
    acting = {True: "yes", False: ""}
    assert cells(section("## Signs")) == [
        (f"`{sign.key}`", f"`{sign.stage.value}`", sign.label, acting[sign.students_doing]) for sign in CATALOGUE
    ]


def test_every_milestone_of_the_programs_own_stands_in_it():
    assert cells(section("## Milestones")) == [
        (f"`{one.key}`", one.label, str(one.days_before), "yes" if one.mine else "") for one in MILESTONES
    ]


def test_every_schema_stands_in_it_with_the_first_version_that_reads_it():
    rows = cells(section("## Schemas"))
    assert [row[:2] for row in rows] == [(str(number), needs) for number, needs in enumerate(NEEDS, 1)]
    assert f"**format {FORMAT}**, **schemas 1 to {SCHEMA}**" in TEXT
    assert f'"format": {FORMAT}, "schema": {SCHEMA},' in REBUILD


def test_the_fields_of_the_files_own_lines_stand_in_it(folder):
    meta = json.loads((folder / SNAPSHOT).read_bytes())["_meta"]["1"]
    header, *lines = map(json.loads, (folder / JOURNAL).read_bytes().splitlines())
    said = [name for row in cells(section("## The snapshot: `advisory.json`")) for name in row[0].split(", ")]
    names = ("format", "schema", "seq", "chain", "next", "saved", "needs", "aside", "beginning", "crc")
    assert said == [f"`{name}`" for name in names]
    assert {*meta, "aside", "beginning"} == {name.strip("`") for name in said}
    about = section("## The journal: `advisory.journal.jsonl`")
    assert all(f"`{name}`" in about for row in (header, *lines) for name in row)


def test_its_programs_need_python_alone():
    nodes = [node for program in (CHECK, REPLAY, HISTORY, REBUILD) for node in ast.walk(ast.parse(program))]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in nodes if isinstance(node, ast.ImportFrom)}
    assert {"json", "zlib"} <= names <= sys.stdlib_module_names


@pytest.mark.parametrize("schema", range(1, SCHEMA + 1))
def test_its_programs_read_a_folder_of_every_schema(schema):
    place = GOLDEN / f"schema-{schema}"
    assert run(CHECK, place) == "as the program wrote it\n"
    assert json.loads(run(REPLAY, place)) == as_advisory_reads(place)
    assert [line.split()[0] for line in run(HISTORY, place).splitlines()] == ["5", "4", "3", "2", "1"]


def test_a_journal_that_a_killed_program_left_is_replayed(folder):
    tables = json.loads(run(REPLAY, folder))
    assert tables == as_advisory_reads(folder)
    assert tables["checkins"]["1"]["line"] != json.loads((folder / SNAPSHOT).read_bytes())["checkins"]["1"]["line"]
    store = Store.open(folder)
    store.close()
    assert (folder / JOURNAL).read_bytes() == b""
    snapshot = json.loads((folder / SNAPSHOT).read_bytes())
    del snapshot["_meta"]
    assert snapshot == json.loads(run(REPLAY, folder)) == tables


def test_a_journal_without_a_snapshot_is_replayed(tmp_path):
    abandon(filled(tmp_path))
    assert not (tmp_path / SNAPSHOT).exists()
    tables = json.loads(run(REPLAY, tmp_path))
    assert tables == {name: documents for name, documents in as_advisory_reads(tmp_path).items() if documents}
    assert len(tables["checkins"]) == 3


@pytest.mark.parametrize("end", [b'{"seq":14,"at', b"\0\0\0", b"\0\0\0\n"])
def test_a_torn_line_is_left_out(folder, end):
    before = run(REPLAY, folder)
    with (folder / JOURNAL).open("ab") as journal:
        journal.write(end)
    assert run(REPLAY, folder) == before
    assert json.loads(before) == as_advisory_reads(folder)


def test_lines_that_the_snapshot_holds_already_are_left_out(folder):
    rows = (folder / JOURNAL).read_bytes()
    tables = run(REPLAY, folder)
    Store.open(folder).close()
    (folder / JOURNAL).write_bytes(rows)
    assert json.loads(run(REPLAY, folder)) == json.loads(tables) == as_advisory_reads(folder)


def test_damage_and_another_history_are_noticed(folder, tmp_path):
    rows = (folder / JOURNAL).read_bytes()
    assert b"Circle" in rows
    (folder / JOURNAL).write_bytes(rows.replace(b"Circle", b"circle", 1))
    assert "line 3 is damaged" in run(REPLAY, folder)
    (folder / JOURNAL).write_bytes(rows[:-12] + bytes([rows[-12] ^ 1]) + rows[-11:])
    assert "line 9 is damaged" in run(REPLAY, folder)
    (folder / JOURNAL).write_bytes(rows)
    shutil.copy(GOLDEN / "schema-5" / SNAPSHOT, folder / SNAPSHOT)
    assert "different histories" in run(REPLAY, folder)


def test_a_flipped_bit_of_the_snapshot_is_noticed(folder):
    data = (folder / SNAPSHOT).read_bytes()
    for place in (len(b'{\n"_meta":{"1":') + 2, data.index(b"Maya"), len(data) - 2):
        (folder / SNAPSHOT).write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        assert run(CHECK, folder) == "changed by somebody else\n"


def test_the_past_is_listed_behind_a_migration_a_restore_and_rows_that_stand_twice(tmp_path):
    place = shutil.copytree(GOLDEN / "schema-3", tmp_path / "home")
    Store.open(place).close()
    call(place, "restore", next(path.name for path in (place / "backups").glob("before-schema-*.json.gz")))
    call(place, "checkin", "may", "After it")
    newest = max((place / "history").iterdir())
    newest.write_bytes(newest.read_bytes() + newest.read_bytes())
    store = Store.open(place)
    past = [f"{change.seq} {change.what}" for change in store.changes()]
    store.close()
    said = [line.split(" ", 2) for line in run(HISTORY, place).splitlines()]
    assert [f"{seq} {what}" for seq, _, what in said] == past
    assert len(past) == 15


def test_a_folder_rebuilt_by_it_opens_and_goes_on(folder, tmp_path):
    again = tmp_path / "again"
    tables = run(REPLAY, folder)
    run(REBUILD, folder, again, given=tables)
    old, new = Store.open(folder), Store.open(again)
    for kind in KINDS:
        assert new.all(kind) + new.trash(kind) == old.all(kind) + old.trash(kind)
    with new.change("Goes on", NOW) as change:
        assert add_check_in(change, "s0000001").id == "c0000006"
    old.close()
    new.close()
    assert not examine(again).findings
    assert run(CHECK, again) == "as the program wrote it\n"


def test_tinydb_alone_reads_a_closed_folder(folder):
    Store.open(folder).close()
    with TinyDB(folder / SNAPSHOT, encoding="utf-8") as db:
        assert {student["given_name"] for student in db.table("students")} == {"Maya", "José", "Ben"}


def test_every_file_that_a_folder_can_hold_is_named_in_it(tmp_path):
    place = shutil.copytree(GOLDEN / "schema-3", tmp_path / "home")
    Store.open(place).close()
    _append(place / JOURNAL, b'{"seq":99,"torn')
    call(place, "checkin", "may", "Second")
    _edit(place / SNAPSHOT, b"Second", b"Another")
    call(place, "checkin", "may", "Third")
    call(place, "backup")
    call(place, "restore", next(path.name for path in (place / "backups").glob("before-schema-*.json.gz")))
    _edit(place / SNAPSHOT, b'"given_name":"Ben"', b'"given_name":7')
    _append(max((place / "history").iterdir()), b"spoiled\n")
    call(place, "doctor", "--repair")
    older = place / "backups" / "advisory-2026-11-16-0000005.json.gz"
    (place / SNAPSHOT).write_bytes(content(older))
    call(place, "checkin", "may", "Fourth")
    call(place, "doctor", "--repair", "--yes")  # what came after the older one is another history now
    (place / "settings.json").write_text("{}", encoding="utf-8")
    unwritten.remember(place, OSError(28, "No space left on device"))
    purged.put_mark(place, purged.Mark(1, "00000000", 1, ""))
    copies = {_pattern(path.relative_to(place)) for path in (place / "backups").iterdir()}
    seen = {_pattern(path.relative_to(place)) for path in place.rglob("*") if path.is_file()}
    assert {name for name in seen if f"`{name}`" not in TEXT} == set()
    assert {row[0] for row in cells(section("## The folder"))} == {f"`{name}`" for name in seen - copies} | {
        "`backups/…`"
    }
    named = set(re.findall(r"^\| `([\w-]+-(?:YYYY|NNNN)[^`]*)`", section("## Copies: `backups/`"), re.MULTILINE))
    assert named <= seen


def call(place, *words):
    """A command on a folder, in this process."""
    command.main(["--home", str(place), *words], standalone_mode=False)


def _append(path, data):
    with path.open("ab") as file:
        file.write(data)


def _edit(path, old, new):
    data = path.read_bytes()
    assert old in data
    path.unlink()  # as an editor does: the backup beside it may be the same file by another name
    path.write_bytes(data.replace(old, new))


def _pattern(path):
    name = (
        path.name.removesuffix(".journal.jsonl.gz") + ".json.gz"
        if path.parent.name == "backups" and path.name.endswith(".journal.jsonl.gz")
        else path.name
    )
    name = re.sub(r"\d{4}-\d{2}-\d{2}", "YYYY-MM-DD", name)
    name = re.sub(r"\d{4}-\d{2}(?=\.jsonl)", "YYYY-MM", name)
    name = re.sub(r"(?<=-)\d{7}(?=\.)", "NNNNNNN", name)
    name = re.sub(r"^[a-z_]+-s\d{7}", "FORM-ID", name)
    name = re.sub(r"-\d(?=\.json$)", "", name)
    return f"{path.parent.name}/{name}" if path.parent.name in {"history", "drafts"} else name
