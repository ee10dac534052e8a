"""Folders damaged in every way we know of, and what doctor says to each, whole, in doctor_words.txt.

`kept_text` says how doctor_words.txt is written anew: after a new kind of record, which moves the line numbers,
or when a sentence is meant to be another one. Read the difference before you keep it.
"""

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from folder_case import NOW, abandon, add_check_in, add_student, bytes_of, content, filled
from golden_story import GOLDEN

from advisory.model import KINDS, FollowUp, Indicator, StageMove
from advisory.model.words import Direction, MoveReason, Observer, Party, PromiseStatus, Stage
from advisory.store import DamagedError, Drafts, Store
from advisory.store.disk.open_folder import purged
from advisory.store.doctor import Finding, examine, repair
from advisory.store.restore import restore

SNAPSHOT, JOURNAL, HISTORY = "advisory.json", "advisory.journal.jsonl", "history/2026-11.jsonl"
WORDS = Path(__file__).with_name("doctor_words.txt")
Damage = Callable[[Path], object]


def fill_home(folder: Path) -> None:
    """Four lines and Ben in the snapshot, of which a backup and history tell too; two lines and Cleo in the journal only."""
    filled(folder, 4).close()
    store = Store.open(folder)
    with store.change("Add", NOW) as change:
        add_student(change, "Ben")
    store.close()
    store = Store.open(folder)
    for number in (4, 5):
        with store.change("Check-in", NOW) as change:
            add_check_in(change, "s0000002", f"Line {number} – “Zürich”")
    with store.change("Add", NOW) as change:
        add_student(change, "Cleo")
    abandon(store)


def edit(path: Path, old: bytes, new: bytes, count: int = 1) -> None:
    data = path.read_bytes()
    assert old in data, old
    path.write_bytes(data.replace(old, new, count))


def cut(name: str, mark: bytes, folder: Path) -> None:
    """Leave only what is before the mark."""
    path = folder / name
    path.write_bytes(path.read_bytes().partition(mark)[0])


def without_copies(damage: Damage, folder: Path) -> None:
    for name in ("backups", "history"):
        shutil.rmtree(folder / name)
    damage(folder)


def without_backups(damage: Damage, folder: Path) -> None:
    shutil.rmtree(folder / "backups")
    damage(folder)


def in_the_layout_of_another(change: Callable[[dict], object], folder: Path) -> None:
    path = folder / SNAPSHOT
    data = json.loads(path.read_bytes())
    change(data)
    path.write_text(json.dumps(data, indent=4))


def take_the_journal_of_another_folder(folder: Path, *, check_ins: int = 3) -> None:
    other = folder.with_name("other")
    filled(other, check_ins).close()
    store = Store.open(other)
    for number in range(4):
        with store.change("Check-in", NOW) as change:
            add_check_in(change, "s0000001", f"Elsewhere {number}")
    abandon(store)
    shutil.copy(other / JOURNAL, folder / JOURNAL)
    shutil.rmtree(other)


def put_an_older_snapshot_back(folder: Path) -> None:
    Store.open(folder).close()
    oldest, *_, newest = sorted(folder.glob("backups/advisory-*.json.gz"))
    (folder / SNAPSHOT).write_bytes(content(oldest))
    assert content(newest) != content(oldest)


def leave_an_older_snapshot_and_a_copy_of_a_later_change(folder: Path) -> None:
    put_an_older_snapshot_back(folder)
    (folder / JOURNAL).unlink()
    shutil.rmtree(folder / "history")
    min(folder.glob("backups/advisory-*.journal.jsonl.gz")).unlink()  # which leads from the one to the other


def stop_a_restore_behind_its_rename(folder: Path) -> None:
    """The records are those of the copy, but history doesn't know of it, and the journal is the one from before."""
    Store.open(folder).close()
    before = {name: (folder / name).read_bytes() for name in (JOURNAL, HISTORY)}
    restore(folder, min(folder.glob("backups/advisory-*.json.gz")), NOW)
    for name, data in before.items():
        (folder / name).write_bytes(data)


def swap_the_journals_rows(folder: Path) -> None:
    path = folder / JOURNAL
    header, first, second, *rest = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([header, second, first, *rest]))


def repeat(name: str, number: int, folder: Path) -> None:
    path = folder / name
    rows = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*rows[: number + 1], *rows[number:]]))


def leave_out(name: str, number: int, folder: Path) -> None:
    path = folder / name
    rows = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(rows[:number] + rows[number + 1 :]))


def leave_untidy(folder: Path) -> None:
    for name, data in ((".advisory.json.4711-1.tmp", b"{"), ("advisory (1).json", b"{}")):
        (folder / name).write_bytes(data)
        (folder / name).chmod(0o600)
    Drafts(folder).save("check_in", "s0000001", {"line": "Half"}, NOW)
    for name in ("pact-s0000001.json", "pact-s0000001.aside-1"):
        (folder / "drafts" / name).write_bytes(b"{")
        (folder / "drafts" / name).chmod(0o600)


def name_what_is_not_there(folder: Path) -> None:
    store = Store.open(folder)
    maya = {"student": "s0000001"}
    with store.change("Add", NOW) as change:
        sign = change.add(Indicator, **maya, key="a", stage=Stage.RAPPORT, observed_on=NOW.date(), by=Observer.ADVISOR)
        add_check_in(change, "s0000001", group="c0000090", pact="g0000001", insight="k1")
        change.add(FollowUp, **maya, text="x", owner=Party.ADVISOR, status=PromiseStatus.OPEN, source="q0000001")
        change.add(
            StageMove, **maya, partnership="p0000001", from_stage=Stage.RAPPORT, to_stage=Stage.ALLIANCE,
            moved_on=NOW.date(), direction=Direction.FORWARD, reason_key=MoveReason.SIGNS_SEEN, reason="x",
            indicators=("i0000009", sign.id, "i0000010"),
        )  # fmt: skip
    store.close()


def put_a_golden_folder(schema: int, damage: Damage, folder: Path) -> None:
    shutil.rmtree(folder)
    shutil.copytree(GOLDEN / f"schema-{schema}", folder)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
    damage(folder)


_EDITS = (
    (SNAPSHOT, b'"line":"Line 1"', b'"line":"Line one"'),
    (SNAPSHOT, b'"line":"Line 1"', b'"line":"Line 0"'),
    (SNAPSHOT, b'"line":"Line 1"', b'"line":"Line 2"'),
    (SNAPSHOT, b'"line":"Line 1"', b'"line":"Line 1'),
    (SNAPSHOT, b'"line":"Line 1"', b'"line":"Line 1","feeling":99,"minutes":"ten"'),
    (SNAPSHOT, b'"line":"Line 1"', b'"line":"L\xffne 1"'),
    (SNAPSHOT, b'"happened_on":"2026-11-23"', b'"happened_on":"soon"'),
    (SNAPSHOT, b'"given_name":"Maya"', b'"given_name":""'),
    (SNAPSHOT, b'"given_name":"Maya"', b'"given_name":"Maya","shoe":44'),
    (SNAPSHOT, b'"given_name":"Maya"', b'"given_name":'),
    (SNAPSHOT, b'"2":{"id":"c0000002"', b'"2":{"id":"c0000009"'),
    (SNAPSHOT, b'"2":{"id":"c0000002"', b'"7":{"id":"c0000002"'),
    (SNAPSHOT, b'"2":{"id":"c0000002"', b'"1":{"id":"c0000001"'),
    (SNAPSHOT, b'"2":{"id":"c0000002"', b'"0":{"id":"c0000000"'),
    (SNAPSHOT, b'"2":{"id":"c0000002"', b'"two":{"id":"second"'),
    (SNAPSHOT, b'"2":{"id":"c0000002",', b'"2":{'),
    (SNAPSHOT, b'"checkins":{\n', b'"chickens":{\n'),
    (SNAPSHOT, b'"checkins":{\n', b'"checkins":{'),
    (SNAPSHOT, b'"checkins":{\n', b'"chec'),
    (SNAPSHOT, b'},\n"3":{', b'},"3":{'),
    (SNAPSHOT, b'},\n"3":{', b'}\n"3":{'),
    (SNAPSHOT, b'"terms":{}', b'"terms":[]'),
    (SNAPSHOT, b'"terms":{}', b'"terms":7'),
    (SNAPSHOT, b'"terms":{}', b'"terms":{\n"1":{"id":"x1"}\n}'),
    (SNAPSHOT, b'"terms":{}', b'"terms":{},\n"plans":{\n"1":{"id":"x1"}\n}'),
    (SNAPSHOT, b'"exports":{}\n}\n', b""),
    (SNAPSHOT, b"{\n", b""),
    (SNAPSHOT, b'{\n"_meta":', b'{\n"_beta":'),
    (SNAPSHOT, b'"chain":"', b'"chain":"z'),
    (SNAPSHOT, b'"chain":"', b'"chain":"1'),
    (SNAPSHOT, b'"seq":6', b'"seq":5'),
    (SNAPSHOT, b'"seq":6', b'"seq":9'),
    (SNAPSHOT, b'"seq":6', b'"seq":10'),
    (SNAPSHOT, b'"format":1', b'"format":"x"'),
    (SNAPSHOT, b'"student":"s0000001"', b'"student":"s0000006"'),
    (JOURNAL, b'"Line 4', b'"Line 5'),
    (JOURNAL, b'"Line 4', b'"Line four and more'),
    (JOURNAL, b'"Line 4', b"Line 4"),
    (JOURNAL, b'"Line 5', b'"Line nine or so'),
    (JOURNAL, b'"what":"Check-in"', b'"what":Check'),
    (JOURNAL, b'"seq":7', b""),
    (JOURNAL, b'"journal":1', b'"journal":"x"'),
    (JOURNAL, b'"journal":1', b'"journal":0'),
    (JOURNAL, b'"chain":"', b'"chain":"0'),
    (JOURNAL, b'"base":6', b'"base":8'),
    (JOURNAL, b'"base":6', b'"base":5'),
    (HISTORY, b"Line 2", b"Line xyz"),
    (HISTORY, b"Line 2", b"Line 3"),
)
DAMAGES: dict[str, Damage] = {
    "nothing": lambda _folder: None,
    **{
        f"{name}: {old.decode()!r} is {new.decode(errors='replace')!r}": lambda folder, name=name, old=old, new=new: (
            edit(folder / name, old, new)
        )
        for name, old, new in _EDITS
    },
    "no snapshot": lambda folder: (folder / SNAPSHOT).unlink(),
    "no snapshot and no backup": lambda folder: (shutil.rmtree(folder / "backups"), (folder / SNAPSHOT).unlink()),
    "no snapshot and no copy": partial(without_copies, lambda folder: (folder / SNAPSHOT).unlink()),
    "no file": lambda folder: [(folder / name).unlink() for name in (SNAPSHOT, JOURNAL)],
    "no file and no backup": partial(
        without_backups, lambda folder: [(folder / name).unlink() for name in (SNAPSHOT, JOURNAL)]
    ),
    "no file and no copy": partial(
        without_copies, lambda folder: [(folder / name).unlink() for name in (SNAPSHOT, JOURNAL)]
    ),
    "an empty snapshot": lambda folder: (folder / SNAPSHOT).write_bytes(b""),
    "a snapshot of zeros": lambda folder: (folder / SNAPSHOT).write_bytes(b"\0" * 5000),
    "a snapshot that is a list": lambda folder: (folder / SNAPSHOT).write_bytes(b"[1]"),
    "a snapshot of another program": lambda folder: (folder / SNAPSHOT).write_bytes(b'{"_default":{"1":{"a":1}}}'),
    "an empty snapshot and no copy": partial(without_copies, lambda folder: (folder / SNAPSHOT).write_bytes(b"")),
    "the snapshot's end is gone": partial(cut, SNAPSHOT, b'"3":{"id":"c0000003"'),
    "the snapshot's end is gone, and no copy": partial(without_copies, partial(cut, SNAPSHOT, b'"3":{"id":"c0000003"')),
    "the snapshot's row of c0000002 is there twice": partial(repeat, SNAPSHOT, 8),
    "the snapshot is laid out by another program": partial(in_the_layout_of_another, lambda data: None),
    "the snapshot's tables are in another order": partial(
        in_the_layout_of_another, lambda data: data.update(_meta=data.pop("_meta"))
    ),
    "c0000002 was taken out by hand": partial(in_the_layout_of_another, lambda data: data["checkins"].pop("2")),
    "c0000002 has lost fields": partial(in_the_layout_of_another, lambda data: data["checkins"]["2"].pop("kind")),
    "two wrong fields and no copy": partial(
        without_copies,
        lambda folder: edit(folder / SNAPSHOT, b'"line":"Line 1"', b'"line":"Line 1","feeling":99,"minutes":"ten"'),
    ),
    "no backup, and a line that can't be read": partial(
        without_backups, lambda folder: edit(folder / SNAPSHOT, b'"line":"Line 1"', b'"line":"Line 1')
    ),
    "no backup, and one wrong bit": partial(
        without_backups, lambda folder: edit(folder / SNAPSHOT, b'"line":"Line 1"', b'"line":"Line 0"')
    ),
    "an older snapshot put back": put_an_older_snapshot_back,
    "an older snapshot and a copy of a later change, and nothing else": (
        leave_an_older_snapshot_and_a_copy_of_a_later_change
    ),
    "a restore stopped behind its rename": stop_a_restore_behind_its_rename,
    "a purge stopped before it took anything away": lambda folder: purged.put_mark(folder, purged.NO_CHANGE_YET),
    "open to others": lambda folder: [
        (folder / name).chmod(mode)
        for name, mode in (("", 0o755), ("backups", 0o750), (SNAPSHOT, 0o644), (HISTORY, 0o640))
    ],
    "no journal": lambda folder: (folder / JOURNAL).unlink(),
    "the journal's last line is torn": lambda folder: (folder / JOURNAL).open("ab").write(b'{"seq":10,"at"'),
    "the journal's last line lacks its end": lambda folder: (folder / JOURNAL).write_bytes(
        (folder / JOURNAL).read_bytes()[:-1]
    ),
    "the journal's header is gone": partial(leave_out, JOURNAL, 0),
    "the journal's header is there twice": partial(repeat, JOURNAL, 0),
    "the journal's first line is gone": partial(leave_out, JOURNAL, 1),
    "the journal's first line is there twice": partial(repeat, JOURNAL, 1),
    "the journal's lines have changed places": swap_the_journals_rows,
    "a journal of another history": take_the_journal_of_another_folder,
    "a journal of another history with the same numbers": partial(take_the_journal_of_another_folder, check_ins=4),
    "history has lost a line": partial(leave_out, HISTORY, 3),
    "history's last line is torn": lambda folder: (folder / HISTORY).open("ab").write(b'{"seq":7,"at"'),
    "leftovers, drafts and copies": leave_untidy,
    "ids of what is not there": name_what_is_not_there,
    "an id of a student that is none": lambda folder: edit(
        folder / SNAPSHOT, b'"student":"s0000001"', b'"student":"nobody"'
    ),
    "an id of no kind": lambda folder: edit(folder / SNAPSHOT, b'"student":"s0000001"', b'"student":"?0000001"'),
    "a student is gone, and no copy": partial(without_copies, partial(leave_out, SNAPSHOT, 3)),
    **{
        f"schema {schema}, {what}": partial(put_a_golden_folder, schema, damage)
        for schema in (1, 3, 5)
        for what, damage in {
            "in order": lambda _folder: None,
            "a student who can't be read": lambda folder: edit(
                folder / SNAPSHOT, b'"given_name":"Ben"', b'"given_name":Ben'
            ),
            "no telling which": lambda folder: edit(folder / SNAPSHOT, b'"_meta"', b'"_beta"'),
        }.items()
    },
}


def records_of(folder: Path) -> dict[str, object]:
    """Every record by its id."""
    store = Store.open(folder)
    records = {record.id: record for kind in KINDS for record in store.all(kind)}
    abandon(store)
    return records


def told(home: Path, place: Path) -> Iterator[str]:
    """Of each damage: what is found, what is done about it, what is kept, and which records are no longer as they were."""
    before = records_of(home)
    for name, damage in DAMAGES.items():
        folder = place / "home"
        shutil.copytree(home, folder)
        damage(folder)
        damaged = bytes_of(folder)
        examination = examine(folder)
        assert bytes_of(folder) == damaged, name
        asked: list[str] = []
        repaired = repair(folder, NOW, lambda question, asked=asked: asked.append(question) is None)
        kept = sorted(bytes_of(folder).keys() - damaged.keys() - {"advisory.lock"})
        said = [
            *(f"{'advice' if finding.is_advice else 'found'}: {finding}" for finding in examination.findings),
            *(f"asked: {question}" for question in asked),
            *_done(repaired.done, [finding for finding in examination.findings if not finding.is_advice]),
            *(["declined"] if repaired.is_declined else []),
            *([f"new: {', '.join(kept)}"] if kept else []),
            *_compared(before, folder),
        ]
        yield f"# {name}"
        yield from (sentence.replace(str(folder), "FOLDER").replace("\\", "/") for sentence in said)
        left = [str(one) for one in examine(folder).findings if not (one.is_advice or "by hand" in str(one))]
        assert repaired.is_declined or not left or "copies" in name, (name, left)
        shutil.rmtree(folder)


def _done(done: Sequence[str], found: Sequence[Finding]) -> Iterator[str]:
    """What was done; in short where it is just what was found."""
    right = [finding.outcome for finding in found]
    if right and [*done[: len(right)]] == right:
        yield (
            "done: what is said of each of them"
            if any(one.done != "Repaired" for one in found)
            else "done: Repaired: all that was found"
        )
        done = done[len(right) :]
    yield from (f"done: {sentence}" for sentence in done)


def _compared(before: dict[str, object], folder: Path) -> Iterator[str]:
    try:
        after = records_of(folder)
    except DamagedError as error:
        yield f"does not open: {error}"
        return
    if len(after.keys() & before.keys()) < len(before) / 2 or "l0000001" in after:
        yield f"the records: {', '.join(sorted(after))}"
        return
    for what, ids in {
        "lost": before.keys() - after.keys(),
        "new": after.keys() - before.keys(),
        "another": {one for one in before.keys() & after.keys() if before[one] != after[one]},
    }.items():
        if ids:
            yield f"{what} records: {', '.join(sorted(ids))}"


def words() -> str:
    """All of it as one text."""
    with tempfile.TemporaryDirectory() as place:
        home = Path(place, "as-it-was")
        fill_home(home)
        home.chmod(0o700)
        return "\n".join(told(home, Path(place))) + "\n"
