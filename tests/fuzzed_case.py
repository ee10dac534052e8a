"""The demo's folder with values edited at random, in every table, and every command run on it."""

import contextlib
import copy
import io
import json
import random
import shutil
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from record_case import NOW, TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.fill_caseload import fill_caseload
from advisory.cli import run
from advisory.demo import demo_caseload
from advisory.model import KINDS, Student, make_id
from advisory.store import Store
from advisory.store.disk import packed, snapshot
from advisory.store.doctor import examine, repair

SNAPSHOT = "advisory.json"
PREFIX = {kind.table: kind.prefix for kind in KINDS}
ODD: tuple[Any, ...] = (
    None, True, False, -1, 0, 1, 2, 5, 6, 24 * 60 + 1, 10**18, 2**70, 0.5, 1e308, "", " ", "x", "\n", "a\tb", "\u202ex", "é" * 300, "x" * 20_001,
    "0001-01-01", "1899-12-31", "1900-01-01", "2199-12-31", "9999-12-31", "2026-02-30", "2026-11-23", "2031-01-01", "2020-01-01",
    "2026-11-23T10:00:00", "2026-11-23T10:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "1900-01-01T00:00:00+14:00",
    "2199-12-31T23:59:59-14:00", "10:00:00", "10:00:00Z", "00:00:00", "23:59:59", "02-29", "13-01", "s0000001", "c0000001", "p0000001", "g0000001",
    "k0000001", "s0009999", "s1", "zz", "nobody", [], {}, [[]], [None], ["x", "x"], ["i0000001", "i0000001"], [{}], {"x": 1}, [0, 0], [6, 0],
)  # fmt: skip


DAYS = (
    "0001-01-01",
    "1899-12-31",
    "1900-01-01",
    "2020-01-01",
    "2026-09-05",
    "2026-11-24",
    "2031-01-01",
    "2199-12-31",
    "2200-01-01",
    "9999-12-31",
)


def base_folder(folder: Path) -> dict[str, Any]:
    """Fill a folder with the demo; its snapshot as plain values, with a record of each kind."""
    store = Store.open(folder)
    caseload = Caseload(store, today=lambda: TODAY, now=lambda: NOW)
    fill_caseload(caseload, demo_caseload(TODAY, NOW).entries)
    store.close()
    tables: dict[str, Any] = json.loads((folder / SNAPSHOT).read_bytes())
    stamped = {"created_at": "2026-09-01T10:00:00Z", "updated_at": "2026-09-01T10:00:00Z"}
    own = {"key": "own_sign", "stage": "rapport", "label": "Waved first", "students_doing": True}
    tables["catalogue"]["1"] = {"id": "y0000001", **stamped, **own}
    tables["catalogue"]["2"] = {"id": "y0000002", **stamped, **own, "key": "common_ground", "hidden": True}
    tables["intervals"]["1"] = {"id": "v0000001", **stamped, "contact_every": 9, "focal_contact_every": 4}
    tables["planned_talks"]["1"] = {"id": "a0000001", **stamped, "student": "s0000001", "on": "2026-11-24"}
    tables["tags"]["1"] = {"id": "h0000001", **stamped, "name": "lab", "hidden": True}
    milestone = {"key": "invitations", "label": "invitations sent", "days_before": 12}
    tables["milestones"]["1"] = {"id": "b0000001", **stamped, **milestone}
    shared = {"given_on": "2026-11-20", "audience": "family", "what": "conference page", "students": ["s0000001"]}
    tables["exports"]["1"] = {"id": "x0000001", **stamped, **shared, "rows": ["c0000001"], "left_out": 3}
    assert (empty := [table for table in tables if not tables[table]]) == [], empty
    return tables


def edit(tables: dict[str, Any], chance: random.Random) -> str:
    """Make one random edit of a value; in words."""
    table = chance.choice([name for name in PREFIX if tables[name]])
    number = chance.choice(list(tables[table]))
    if chance.random() < 0.2 and isinstance(
        tables[table][number], dict
    ):  # a day or an instant, in a shape that may pass
        days = [name for name in tables[table][number] if name.endswith(("_on", "_at"))]
        at = chance.choice(days or ["created_at"])
        tables[table][number][at] = chance.choice(DAYS) + ("T10:00:00Z" if at.endswith("_at") else "")
        return f"{table} [{number!r}, {at!r}]: set to {tables[table][number][at]!r}"
    holder, path = tables[table], [number]
    while isinstance(holder[path[-1]], dict | list) and holder[path[-1]] and (len(path) == 1 or chance.random() < 0.8):
        holder = holder[path[-1]]
        path.append(chance.choice(list(holder) if isinstance(holder, dict) else list(range(len(holder)))))
    at, old = path[-1], holder[path[-1]]
    how = chance.choice(["odd", "odd", "odd", "gone", "twice", "other", "other", "near", "near", "new"])
    if how == "gone":
        del holder[at]
        return f"{table} {path}: {old!r} is gone"
    if how == "twice" and isinstance(old, list) and old:
        holder[at] = [*old, *old]
    elif how == "other":
        others = [document[at] for document in tables[table].values() if isinstance(document, dict) and at in document]
        field = chance.choice([name for name in PREFIX if tables[name]])
        if isinstance(at, str) and others and chance.random() < 0.7:
            holder[at] = copy.deepcopy(chance.choice(others))
        else:
            holder[at] = f"{PREFIX[field]}{int(chance.choice(list(tables[field]))):07d}"
    elif how == "near" and isinstance(old, int):
        holder[at] = old + chance.choice([-1, 1, -100, 100])
    elif how == "near" and isinstance(old, str) and old[:4].isdecimal():
        holder[at] = f"{int(old[:4]) + chance.choice([-127, -10, -2, -1, 1, 2, 10, 173]):04d}{old[4:]}"
    elif how == "new":
        extra = chance.choice(
            [
                "deleted_at",
                "pact",
                "insight",
                "group",
                "source",
                "next_pact",
                "check_in",
                "revisions",
                "left_on",
                "status",
                "x",
            ]
        )
        into = tables[table][number] if isinstance(tables[table].get(number), dict) else {}
        into[extra] = chance.choice(
            ["2026-11-01T10:00:00Z", "g0000001", "k0000001", "c0000001", "2026-10-10", "archived", []]
        )
        return f"{table} [{number!r}, {extra!r}]: set to {into[extra]!r}"
    else:
        holder[at] = copy.deepcopy(chance.choice(ODD))
    return f"{table} {path}: {old!r:.60} → {holder[at]!r:.60}"


def put(folder: Path, tables: dict[str, Any], *, as_by_hand: bool) -> None:
    """Write the tables as the snapshot: with a checksum that no longer fits, or with the right one."""
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / SNAPSHOT
    if as_by_hand:
        path.write_text(json.dumps(tables))
    else:
        meta = tables["_meta"]["1"]
        documents = {
            table: {int(number): msgspec.Raw(json.dumps(document).encode()) for number, document in rows.items()}
            for table, rows in tables.items()
            if table != "_meta"
        }
        path.write_bytes(
            snapshot.dump(
                documents, seq=meta["seq"], chain=int(meta["chain"], 16), next_ids=meta["next"], saved=meta["saved"]
            )
        )
    path.chmod(0o600)


def call(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run a command: its exit code, and all it wrote. An unexpected error is raised."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(["--home", str(folder), "--today", TODAY.isoformat(), *arguments])
    said = []
    for stream in (out, err):
        stream.flush()
        said.append(stream.buffer.getvalue().decode())
    return code, "".join(said)


def reading(names: list[str]) -> Iterator[tuple[str, ...]]:
    """The commands that only read: for all, and for these students."""
    for name in ("today", "list", "board", "year", "log", "next", "known", "insights", "signs", "calendar", "pacts"):
        yield (name,)
        yield (name, "--json")
    yield from [
        ("pacts", "--all", "--json"),
        ("week",),
        ("where",),
        ("step", "nobody"),
        ("log", "--find", "#math kind:quick from:9/1 a"),
    ]
    for table in ("caseload", "students", "checkins", "pacts", "promises", "evidence", "insights", "moves"):
        yield ("export", table, "--for", "myself")
    yield ("export", "checkins", "--names", "another")
    yield ("shared",)
    yield ("shared", "--json")
    for name in names:
        for command in ("show", "log", "known", "history", "step", "pact"):
            yield (command, name)
        yield from [
            ("show", name, "--json"),
            ("known", name, "--sensitive"),
            ("pact", name, "--history"),
            ("pact", name, "--json"),
        ]
        yield ("pact", name, "--page", "-")


def writing(name: str, folder: Path) -> Iterator[tuple[str, ...]]:
    """Commands that write, mostly about one student."""
    yield from [
        ("checkin", name, "Said hello"), ("note", f"{name} yest: showed a draft #essay ~5 >fri bring the book"),
        ("group", "Circle about sleep"), ("promise", name, "bring a chair", "--due", "fri"), ("step", name, "Ask again"),
        ("know", name, "interests", "Chess"), ("evidence", name, "Five of six", "--level", "there"),
        ("insight", name, "Adds tops", "--misconception", "Two numbers"), ("tried", "k0000001", "Draw both", "--result", "worked"),
        ("sign", name, "common_ground"), ("move", name, "alliance", "--reason", "Asked"), ("move", name, "rapport", "--reason", "Too fast"),
        ("pact", "met", name, "1"), ("pact", "keep", name, "mine", "1"), ("pact", "review", name, "Looked"), ("pact", "pause", name),
        ("pact", "resume", name, "--look", "+7"), ("pact", "edit", name, "--theirs", "1", "Two sums", "--both-agree", "spoken"),
        ("pact", "close", name, "met", "--says", "I see", "--next", "More"), ("pact", "new", name, "I can add", "--know", "Six", "--theirs", "One a day", "--mine", "Look"),
        ("pact", "propose", name), ("pact", "agree", name, "--student", "typed", "--advisor", "spoken"), ("pact", "begin", name, "--both-agree", "spoken"),
        ("pact", "discard", name), ("calendar", "add-term", "Spring", "2027-02-01", "2027-06-11"), ("calendar", "no-school", "2026-12-01", "2026-12-02"),
        ("calendar", "period", "mon wed", "10:05-10:35"), ("calendar", "remove", "n0000001"), ("calendar", "intervals", "10", "5"),
        ("undo",), ("undo",), ("redo",), ("history", name),
        ("import", str(folder / "roster.csv"), "--yes"), ("undo",), ("backup", str(folder / "copy.json")), ("restore", str(folder / "copy.json")),
    ]  # fmt: skip
    yield from reading([name])


class Tried:
    """What commands wrote about a folder: `told` where one of its records can't be used, `wrong` where a command failed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.told: list[str] = []
        self.wrong: list[str] = []

    def call(self, commands: Iterable[tuple[str, ...]]) -> None:
        """Run commands. Refusals and questions of which student is meant are as it should be; anything else is wrong."""
        for arguments in commands:
            words = " ".join(arguments)
            try:
                code, said = call(self.folder, *arguments)
            except Exception:  # noqa: BLE001 - that is what is looked for
                self.wrong.append(f"{words}: {traceback.format_exc()}")
                continue
            if "can't be used" in said:
                self.told.append(said)
            if code not in {0, 1, 2}:
                self.wrong.append(f"{words}: exit code {code}: {said}")


def stumbles(folder: Path, names: list[str]) -> Iterator[str]:
    """What goes wrong: a command that ends in an error, a doctor that overlooks it, a save that loses a word, a repair that doesn't mend."""
    before = json.loads((folder / SNAPSHOT).read_bytes())
    found = problems(folder)
    tried = Tried(folder)
    tried.call(reading(names))
    yield from tried.wrong
    if (tried.wrong or tried.told) and not found:
        yield f"doctor says that all is well, though {(tried.wrong or tried.told)[0]}"
    (folder / "roster.csv").write_text("Given name,Family name\nRosa,Maria\n")
    tried = Tried(folder)
    tried.call(writing(names[0], folder))
    yield from tried.wrong
    after = "".join(packed.read(path).decode() for path in folder.rglob("*.json*"))
    lost = sorted({words for words in _words(before) if words not in after})
    if lost:
        yield f"a save lost {lost[:3]}"
    repair(folder, NOW, lambda _question: True)
    left = problems(folder)
    if left:
        yield f"repair left {left}"
    tried = Tried(folder)
    tried.call(reading(names))
    yield from (f"after repair: {one}" for one in [*tried.wrong, *tried.told])


def problems(folder: Path) -> list[str]:
    """What doctor finds, but for advice."""
    return [str(one) for one in examine(folder).findings if not one.is_advice]


def _words(tables: Any) -> Iterator[str]:
    """The longer texts of the records, such as lines of check-ins, as they stand in a file."""
    if isinstance(tables, dict | list):
        for one in tables.values() if isinstance(tables, dict) else tables:
            yield from _words(one)
    elif isinstance(tables, str) and len(tables) > 25 and tables.isascii() and '"' not in tables and "\\" not in tables:
        yield tables


class Fuzzed(NamedTuple):
    """A folder, the edits made in it, and the students to ask about: one that an edit names, and two others."""

    folder: Path
    edits: list[str]
    names: list[str]


def fuzzed(place: Path, base: dict[str, Any], seed: int, edits: int) -> Fuzzed:
    """Make a folder with so many edits; one with an odd seed has the right checksum, as if the program had written it."""
    chance = random.Random(seed)
    tables = copy.deepcopy(base)
    made = [edit(tables, chance) for _ in range(edits)]
    folder = place / f"home-{seed}"
    put(folder, tables, as_by_hand=seed % 2 == 0)
    names = [make_id(Student, number) for number in range(1, len(base["students"]) + 1)]
    about = [name for text in made for name in names if name in text]
    return Fuzzed(folder, made, list(dict.fromkeys([*about[:1], *chance.sample(names, 2)])))


def go_through(place: Path, base: dict[str, Any], seed: int, edits: int) -> list[str]:
    """What stumbles over one folder of edits, each with its seed and its edits."""
    folder, made, names = fuzzed(place, base, seed, edits)
    wrong = [f"seed {seed}: {one}\n  edits: {made}" for one in stumbles(folder, names)]
    shutil.rmtree(folder)
    return wrong
