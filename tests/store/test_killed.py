"""A program killed at any moment: what it had acknowledged is there, and nothing is half there."""

import random
import subprocess
import sys
import time

import pytest
from folder_case import abandon

from advisory.model import FollowUp, Student
from advisory.store import Store

WORKER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from advisory.model import FollowUp, Student
from advisory.model.words import Party, PromiseStatus
from advisory.store import Store
from advisory.store.disk.open_folder import saving
saving.LARGEST_JOURNAL = 3000  # a snapshot every few changes
now = datetime.now(UTC)
while True:
    store = Store.open(Path(sys.argv[1]))
    for _ in range(25):
        with store.change("Add both", now) as change:
            student = change.add(Student, given_name="Maya", family_name="Okafor")
            change.add(FollowUp, student=student.id, text="Bring it", owner=Party.ADVISOR, status=PromiseStatus.OPEN)
        print(store.seq, student.id, flush=True)
    store.close()
"""
KILLS = 15


@pytest.mark.slow
def test_kills_at_any_moment_lose_nothing_acknowledged(tmp_path):
    chance = random.Random(20261123)
    acknowledged: set[str] = set()
    newest = 0
    for _ in range(KILLS):
        worker = subprocess.Popen([sys.executable, "-c", WORKER, tmp_path], stdout=subprocess.PIPE, text=True)
        assert worker.stdout is not None
        first = worker.stdout.readline() if chance.random() < 0.8 else ""
        time.sleep(chance.uniform(0, 0.15))
        worker.kill()
        said = (first + worker.stdout.read()).splitlines()
        worker.wait()
        for seq, student in (line.split() for line in said if line.count(" ") == 1 and len(line) > 9):
            acknowledged.add(student)
            newest = int(seq)
        store = Store.open(tmp_path)
        there = {student.id for student in store.all(Student)}
        assert acknowledged <= there
        assert len(there) - newest in {0, 1} or newest == 0  # one may have been saved and not yet acknowledged
        assert {promise.student for promise in store.all(FollowUp)} == there
        newest = store.seq
        acknowledged |= there
        abandon(store)
    assert newest > KILLS
    assert [change.seq for change in store.changes()] == list(range(newest, 0, -1))
