"""A run of the store in a process of its own, recorded by itself: `python recorded_run.py FOLDER EVENTS` under strace."""

import sys
from pathlib import Path
from random import Random

import msgspec
from keeper import VERBS, StoreKeeper
from recorder import Recorder
from system_call import CHANGING, tapped

from advisory.store.disk.open_folder import saving


def main(folder: Path, events: Path) -> None:
    """Changes, undo, snapshots and restarts, all under `folder`; what the recorder saw goes to `events`."""
    saving.LARGEST_JOURNAL = 9000
    recorder, chance = Recorder(folder), Random(1)
    with tapped(recorder, CHANGING):
        for _ in range(3):
            store = StoreKeeper(folder / "data")
            for _ in range(8):
                store.make(chance.choice(VERBS), chance, lambda *_: None)
            store.undo()
            store.close()
    events.write_bytes(msgspec.json.encode(recorder.events))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
