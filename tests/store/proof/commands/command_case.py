"""Commands that put whole files in the place of others, each on folders in which it may have to work.

A template is a place with the folder `data`, and beside it what the command reads, such as `usb.json`.
"""

import contextlib
import gzip
import io
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NamedTuple

import msgspec
import pytest
from folder_case import holding
from folder_left import leave
from keeper import NOW, Documents, StoreKeeper

from advisory.cli import run
from advisory.model import CheckIn
from advisory.store import Store, StoreError
from advisory.store.disk import files
from advisory.store.doctor import examine
from advisory.store.restore import find_backup, read_backup
from advisory.streams import write_talk

GOLDEN = Path(__file__).parents[2] / "golden"
OLDER = sorted(path.name for path in GOLDEN.glob("schema-*"))[:-1]
SNAPSHOT, JOURNAL = "advisory.json", "advisory.journal.jsonl"

Damage = Callable[[Path], None]


class Command(NamedTuple):
    """A command line, in which `PLACE/` stands for the template's place, and the folder that it works on.

    `may_repeat`: done twice it leaves what it leaves when done once.
    """

    words: tuple[str, ...]
    damage: Damage
    may_repeat: bool = True
    golden: str = ""


class Said(NamedTuple):
    """What a command left in the terminal."""

    code: int
    text: str


class Seen(NamedTuple):
    """What a start finds: the records (None when it is refused), the numbers of the changes, and what it says."""

    records: Documents | None
    changes: tuple[int, ...] = ()
    notices: tuple[str, ...] = ()


class Truth(NamedTuple):
    """What must be there if the command was never begun, and once it is done; what the copies kept by it hold."""

    before: Seen
    after: Seen
    kept: list[Documents | None]
    file: Documents


def nothing(_data: Path) -> None:
    """The folder is in order."""


def edit(name: str, old: bytes, new: bytes) -> Damage:
    """One place of a file is another than it was."""

    def damage(data: Path) -> None:
        content = (data / name).read_bytes()
        assert content.count(old), old
        at = content.rindex(old)
        (data / name).write_bytes(content[:at] + new + content[at + len(old) :])

    return damage


def header_left(data: Path) -> None:
    """The journal's only change was cut off behind its header."""
    rows = (data / JOURNAL).read_bytes().splitlines(keepends=True)
    (data / JOURNAL).write_bytes(rows[0])


def torn_journal(data: Path) -> None:
    """The last change was never finished."""
    with (data / JOURNAL).open("ab") as file:
        file.write(b'{"seq":15,"at":"2026')


def no_snapshot(data: Path) -> None:
    """Somebody has deleted it."""
    (data / SNAPSHOT).unlink()


def cut_snapshot(data: Path) -> None:
    """Only its first half was copied."""
    content = (data / SNAPSHOT).read_bytes()
    (data / SNAPSHOT).write_bytes(content[: len(content) // 2])


def snapshot_of_zeros(data: Path) -> None:
    """Nothing of it can be read."""
    (data / SNAPSHOT).write_bytes(bytes(3000))


def older_snapshot(data: Path) -> None:
    """A sync service brought the snapshot of an earlier day beside the journal of today."""
    store = StoreKeeper(data)
    store.close()
    pair = min(path for path in (data / "backups").glob("advisory-*.json.gz") if ".journal." not in path.name)
    (data / SNAPSHOT).write_bytes(gzip.decompress(pair.read_bytes()))
    store = StoreKeeper(data)
    store.abandon()


def wrong_bit(data: Path) -> None:
    """A disk turned one bit of a note."""
    content = bytearray((data / SNAPSHOT).read_bytes())
    content[content.index(b'"line":"') + 9] ^= 1
    (data / SNAPSHOT).write_bytes(content)


def damaged_history(data: Path) -> None:
    """A line of the past and a draft can't be read, and a killed program left a file."""
    path = min((data / "history").iterdir())
    content = path.read_bytes()
    path.write_bytes(content.replace(b'"line":"', b'"line":', 1))
    (data / ".advisory.json.4711-1.tmp").write_bytes(b"{")
    (data / "drafts").mkdir(mode=0o700, exist_ok=True)
    (data / "drafts/pact-s0000001.json").write_bytes(b"{")


def another_journal(data: Path) -> None:
    """The journal comes from another folder's history."""
    other = data.with_name("other")
    store = StoreKeeper(other)
    for number in range(3):
        store.make("add", Random(number + 7), lambda *_: None)
    store.abandon()
    (data / JOURNAL).write_bytes((other / JOURNAL).read_bytes())
    shutil.rmtree(other)


def undone(data: Path) -> None:
    """The last change was undone."""
    store = StoreKeeper(data)
    store.undo()
    store.abandon()


PURGE, PURGED = ("purge",), "c0000001"
"""No command line, but the verb of the store, and what it takes."""
_RESTORE, REPAIR = ("restore", "PLACE/usb.json"), ("doctor", "--repair", "--yes")
_CONTENT = b'"line":"'
COMMANDS = {
    "restore over changes": Command(_RESTORE, nothing),
    "restore over a header alone": Command(_RESTORE, header_left),
    "restore over a torn journal": Command(_RESTORE, torn_journal),
    "restore over a damaged journal": Command(_RESTORE, edit(JOURNAL, b'"seq":11', b'"seq":x1')),
    "restore over a damaged snapshot": Command(_RESTORE, edit(SNAPSHOT, _CONTENT, b'"line":')),
    "restore over half a snapshot": Command(_RESTORE, cut_snapshot),
    "restore where there is no snapshot": Command(_RESTORE, no_snapshot),
    "restore over a snapshot edited by hand": Command(_RESTORE, edit(SNAPSHOT, _CONTENT, b'"line":"By hand ')),
    "restore over another journal": Command(_RESTORE, another_journal),
    "restore what is among the backups": Command(("restore", "PLACE/data/backups/kept.json.gz"), nothing),
    "restore a backup of an older schema": Command(("restore", "PLACE/older.json"), nothing),
    "repair a damaged line of the journal": Command(REPAIR, edit(JOURNAL, b'"seq":11', b'"seq":x1')),
    "repair a damaged line of the snapshot": Command(REPAIR, edit(SNAPSHOT, _CONTENT, b'"line":')),
    "repair half a snapshot": Command(REPAIR, cut_snapshot),
    "repair a snapshot of zeros": Command(REPAIR, snapshot_of_zeros),
    "repair a missing snapshot": Command(REPAIR, no_snapshot),
    "repair an older snapshot": Command(REPAIR, older_snapshot),
    "repair a wrong bit": Command(REPAIR, wrong_bit),
    "repair a damaged history": Command(REPAIR, damaged_history),
    "repair beside another journal": Command(REPAIR, another_journal),
    "purge": Command(PURGE, nothing),
    "purge after a torn journal": Command(PURGE, torn_journal),
    "purge after an edit by hand": Command(PURGE, edit(SNAPSHOT, _CONTENT, b'"line":"By hand ')),
    "undo": Command(("undo",), nothing, may_repeat=False),
    "redo": Command(("redo",), undone, may_repeat=False),
    "undo after an edit by hand": Command(("undo",), edit(SNAPSHOT, _CONTENT, b'"line":"By hand '), may_repeat=False),
    "backup": Command(("backup",), nothing),
    "backup to a file": Command(("backup", "PLACE/new.json"), nothing, may_repeat=False),
    "backup to a compressed file": Command(("backup", "PLACE/new.json.gz"), nothing, may_repeat=False),
    **{f"migrate {schema}": Command(("list",), nothing, golden=schema) for schema in OLDER},
    "restore over an older schema": Command(("restore", "PLACE/older.json"), nothing, golden=OLDER[-1]),
    "repair an older schema": Command(
        REPAIR, edit(SNAPSHOT, b'"given_name":"Ben"', b'"given_name":Ben'), golden=OLDER[-1]
    ),
}


def make_template(command: Command, place: Path) -> None:
    """Lay out the folder and what is beside it."""
    data = place / "data"
    if command.golden:
        place.mkdir()
        shutil.copytree(GOLDEN / command.golden, data)
    else:
        with pytest.MonkeyPatch.context() as patch:
            leave(place / "usb", patch)
            shutil.copytree(place / "usb", data)
        store = StoreKeeper(place / "usb")
        store.make("add", Random(5), lambda *_: None)
        store.store.back_up(place / "usb.json")
        store.abandon()
        shutil.rmtree(place / "usb")
        (data / "backups").mkdir(exist_ok=True)
        (data / "backups/kept.json.gz").write_bytes(gzip.compress((place / "usb.json").read_bytes()))
    shutil.copyfile(GOLDEN / OLDER[0] / SNAPSHOT, place / "older.json")
    command.damage(data)
    (data / "advisory.lock").touch(mode=0o600)
    for path in (data, *data.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)


def do(command: Command, place: Path) -> Said:
    """Run the command line in this process."""
    words = [word.replace("PLACE", str(place)) for word in command.words]
    text = io.StringIO()
    with contextlib.redirect_stdout(text), contextlib.redirect_stderr(text):
        code = _purge(place / "data") if command.words == PURGE else run(["--home", str(place / "data"), *words])
    return Said(code, text.getvalue().replace(str(place), "PLACE"))


def _purge(data: Path) -> int:
    """Purge one check-in, unless that is done; the exit code that a command line would have."""
    try:
        store = Store.open(data)
        for notice in store.notices:
            write_talk(notice)
        try:
            if store.get(CheckIn, PURGED):
                store.purge([PURGED], NOW)
        finally:
            for notice in store.close():
                write_talk(notice)
    except StoreError as error:
        write_talk(str(error))
        return 3
    return 0


def start(place: Path) -> Seen:
    """What a start of the program finds; nothing is changed beyond what opening does."""
    try:
        store = StoreKeeper(place / "data")
    except StoreError as error:
        return Seen(None, (), (str(error).replace(str(place), "PLACE"),))
    try:
        changes = tuple(store.look_back())
    except StoreError:
        changes = (-1,)
    notices = tuple(notice.replace(str(place), "PLACE") for notice in store.store.notices)
    seen = Seen(store.found(), changes, notices)
    store.abandon()
    return seen


def learn(command: Command, template: Path, place: Path) -> Truth:
    """Find out what is there before the command and once it is done, undisturbed."""
    shutil.copytree(template, place)
    before = start(place)
    shutil.rmtree(place)
    shutil.copytree(template, place)
    said = do(command, place)
    assert said.code == 0, said
    kept = _kept(place)
    assert None not in kept
    after = start(place)
    assert after.records is not None
    return Truth(before, after, kept, _in_file(command, place) or {})


def read_kept(place: Path, name: str) -> Documents | None:
    """The records in a backup, by their ids; None if it can't be restored from."""
    try:
        state, _ = read_backup(find_backup(place / "data", place / "data/backups" / name))
    except StoreError:
        return None
    return {
        msgspec.json.decode(raw)["id"]: bytes(raw).decode() for table in state.tables.values() for raw in table.values()
    }


def check(command: Command, truth: Truth, place: Path, *, is_done: bool) -> str:
    """What is wrong with what an interrupted command left behind; empty if nothing is."""
    if wrong := _check_file(command, truth, place, is_done=is_done):
        return wrong
    left = _left(place) if is_done and command.words == REPAIR else ""
    seen = start(place)
    is_after = seen.records == truth.after.records and seen.changes[1:] == truth.after.changes[1:]
    if not is_after and (is_done or seen.records != truth.before.records):
        return f"neither the one nor the other: {_told(seen, truth)}"
    if not is_after and seen.records is not None and seen.changes != truth.before.changes:
        return f"another past: {seen.changes} instead of {truth.before.changes}"
    if left := left or (_still_in(command, place) if is_after else ""):
        return f"found behind it: {left}"
    is_begun = is_done or truth.before.records != truth.after.records
    there = _kept(place)
    if is_after and is_begun and any(documents not in there for documents in truth.kept):
        return f"what was there is not kept in {sorted(path.name for path in (place / 'data/backups').iterdir())}"
    known = truth.after.notices if is_after else truth.before.notices
    for notice in seen.notices:
        if notice not in known and not notice.startswith(_USUAL):
            return f"said {'after' if is_after else 'before'}: {notice}"
    if not is_after and command.may_repeat:
        said = do(command, place)
        again = start(place)
        if again.records != truth.after.records or again.changes[1:] != truth.after.changes[1:]:
            return f"not done when done again: {_told(again, truth)}, {said}"
    return _goes_on(place)


_USUAL = (
    "A purge that was stopped before its end has been finished: 1 record is gone for good.",
    "A purge was stopped before it took anything away",
    f"The last line of {JOURNAL} is incomplete",
    "Records brought from schema",
    f"{SNAPSHOT} was changed outside advisory",
    "Every change is safe, but advisory.json could not be brought up to date",
)
"""What may be said after any crash or failed close."""


def _goes_on(place: Path) -> str:
    said = do(Command(REPAIR, nothing), place)
    if said.code or "Could not be" in said.text:
        return f"not whole: {said}"
    store = StoreKeeper(place / "data")
    store.make("add", Random(1), lambda *_: None)
    records = store.found()
    if notices := store.close_and_tell():
        return f"said when closed: {notices}"
    again = StoreKeeper(place / "data")
    if again.found() != records or again.store.notices:
        return f"does not go on: {again.store.notices}"
    again.abandon()
    return _left(place)


def _left(place: Path) -> str:
    """What the doctor finds, but for advice."""
    return " ".join(str(one) for one in examine(place / "data").findings if not one.is_advice)


def _still_in(command: Command, place: Path) -> str:
    """The files that hold what was purged."""
    return " ".join(holding(place / "data", PURGED)) if command.words == PURGE else ""


def _kept(place: Path) -> list[Documents | None]:
    """The records in each copy of what was there before."""
    copies = (place / "data/backups").glob("before-*.json.gz")
    return [read_kept(place, path.name) for path in sorted(copies) if ".journal." not in path.name]


def _in_file(command: Command, place: Path) -> Documents | None:
    if command.words[0] != "backup":
        return {}
    paths = [path for path in (place / "new.json", place / "new.json.gz") if path.exists()]
    paths += (place / "data/backups").glob("backup-*.json.gz")
    return read_kept(place, str(paths[0])) if paths else {}


def _check_file(command: Command, truth: Truth, place: Path, *, is_done: bool) -> str:
    there = _in_file(command, place)
    if there == truth.file or (there == {} and not is_done):
        return ""
    return f"the file holds {'nothing that can be read' if there is None else f'{len(there)} records'}"


def _told(seen: Seen, truth: Truth) -> str:
    def short(one: Seen) -> str:
        return f"{'none' if one.records is None else len(one.records)}, changes {one.changes[:3]}, {one.notices}"

    return f"{short(seen)}; before: {short(truth.before)}; after: {short(truth.after)}"


def bring(source: Path, target: Path) -> None:
    """Copy a folder through calls that are recorded, each file and name synced."""
    for path in (source, *sorted(source.rglob("*"))):
        place = target / path.relative_to(source)
        if path.is_dir():
            files.make_folder(place)
        else:
            descriptor = os.open(place, os.O_WRONLY | os.O_CREAT, 0o600)
            files.write_all(descriptor, path.read_bytes())
            os.fsync(descriptor)
            os.close(descriptor)
            files.sync_folder(place.parent)
