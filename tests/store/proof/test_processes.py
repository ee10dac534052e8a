"""Four processes at once, each with a clock and a time zone of its own; and one killed while it holds the lock."""

import os
import signal
import subprocess
import sys
import time
from random import Random

import pytest
from keeper import StoreKeeper

from advisory.model import Student
from advisory.store import Store

CHANGES = 60
WRITER = """
import sys, time
from datetime import datetime, timedelta
from pathlib import Path
from advisory.model import FollowUp, Student
from advisory.model.words import Party, PromiseStatus
from advisory.store import Store
from advisory.store.disk.open_folder import saving
saving.LARGEST_JOURNAL = 20_000
folder, name, changes, step = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
at = datetime(2026, 11, 23, 9, 5).astimezone()
store = Store.open(folder)
for number in range(changes):
    at += timedelta(hours=step)
    with store.change("Add both", at) as change:
        student = change.add(Student, given_name=f"{name} {number}", family_name="Reed")
        change.add(FollowUp, student=student.id, text="Bring it", owner=Party.ADVISOR, status=PromiseStatus.OPEN)
    if number % 20 == 19:
        store.close()
        store = Store.open(folder)
"""
HOLDER = """
import sys, time
from pathlib import Path
from random import Random
from advisory.store import Store
from datetime import UTC, datetime
from advisory.model import Student
store = Store.open(Path(sys.argv[1]))
with store.change("Never", datetime.now(UTC)) as change:
    change.add(Student, given_name="Never", family_name="There")
    print("held", flush=True)
    time.sleep(60)
"""
ZONES = {"a": ("UTC", 1), "b": ("Pacific/Kiritimati", -1), "c": ("America/St_Johns", -400), "d": ("Asia/Kathmandu", 90)}


@pytest.mark.parametrize("rounds", [1, pytest.param(8, marks=pytest.mark.proof)])
def test_four_at_once_lose_nothing(tmp_path, figures, rounds):
    for number in range(rounds):
        folder = tmp_path / str(number)
        writers = [
            subprocess.Popen(
                [sys.executable, "-c", WRITER, folder, name, str(CHANGES), str(step)], env={**os.environ, "TZ": zone}
            )
            for name, (zone, step) in ZONES.items()
        ]
        assert [writer.wait(120) for writer in writers] == [0] * len(ZONES)
        store = Store.open(folder)
        names = sorted(f"{name} {n}" for name in ZONES for n in range(CHANGES))
        students = store.all(Student)
        assert sorted(student.given_name for student in students) == names
        assert [student.id for student in students] == [f"s{at:07d}" for at in range(1, len(names) + 1)]
        assert [change.seq for change in store.changes()] == list(range(len(names), 0, -1))
        assert store.notices == ()
        for _ in range(len(names)):
            assert store.undo(students[0].created_at)
        assert store.all(Student) == []
    figures("Four processes at once", {"changes": rounds * CHANGES * len(ZONES), "lost": 0})


def test_a_killed_holder_keeps_nobody_waiting(tmp_path):
    store = StoreKeeper(tmp_path)
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, tmp_path], stdout=subprocess.PIPE)
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    holder.send_signal(signal.SIGKILL)
    began = time.monotonic()
    store.make("add", Random(1), lambda *_: None)
    assert time.monotonic() - began < 2
    holder.wait()
    holder.stdout.close()
    assert "Never" not in "".join(text or "" for text in store.found().values())
