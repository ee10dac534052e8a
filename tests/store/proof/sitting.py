"""A sitting in a process of its own, where a disk is full or a folder is closed to it: `python sitting.py HOW FOLDER`.

Prints what happened as JSON; the tests ask what must be so.
"""

import json
import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

from keeper import Documents, StoreKeeper
from truth import Step, Truth

from advisory.store import StoreError

NOBODY = 65534


def full_by_limit(folder: Path) -> dict[str, object]:
    """No file may grow beyond 20 kB, as under a quota; then it may."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    return _fill(folder, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard)))


def full_by_filler(folder: Path) -> dict[str, object]:
    """The disk is full but for some pages; then somebody removes a large file."""
    filler = folder.parent / "filler"
    with filler.open("wb") as file:
        room = os.statvfs(folder.parent)
        file.write(b"x" * (room.f_bavail * room.f_frsize - 40_000))
    return _fill(folder, filler.unlink)


def without_permission(folder: Path) -> dict[str, object]:
    """The folder and its files belong to somebody else, who lets others read at most."""
    os.chdir(folder)  # the folders above may be closed to everybody
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)
    refusals: list[str] = []
    store = None
    try:
        store = StoreKeeper(Path())
        store.make("note", Random(1), lambda *_: None)
    except StoreError as error:
        refusals.append(str(error))
    return {
        "refusals": refusals,
        "found": len(store.found()) if store else None,
        "notices": store.store.notices if store else [],
    }


def _fill(folder: Path, make_room: Callable[[], object]) -> dict[str, object]:
    chance, truth, store = Random(1), Truth(), StoreKeeper(folder)
    refusals: list[str] = []
    wrong: list[str] = []
    steps: list[Step] = []

    def announce(seq: int, documents: Documents) -> None:
        steps.append(Step(seq, documents))

    while len(refusals) < 5:
        try:
            store.make("add", chance, announce)
        except StoreError as error:
            refusals.append(str(error))
        else:
            truth = truth.after(steps[-1])
        if store.found() != truth.now:
            wrong.append("memory")
    store.abandon()
    store = StoreKeeper(folder)
    if store.found() != truth.now:
        wrong.append("after a restart on the full disk")
    make_room()
    store.make("add", chance, announce)
    truth = truth.after(steps[-1])
    store.close()
    if StoreKeeper(folder).found() != truth.now:
        wrong.append("after room was made")
    return {"refusals": refusals, "wrong": wrong, "changes": truth.seq}


if __name__ == "__main__":
    found = {"limit": full_by_limit, "filler": full_by_filler, "permission": without_permission}[sys.argv[1]](
        Path(sys.argv[2])
    )
    sys.stdout.write(json.dumps(found))
