"""A folder as a crash leaves it: a snapshot, history of two months, and a journal that holds the last changes."""

from datetime import timedelta
from random import Random

import keeper
from keeper import NOW, StoreKeeper
from truth import Step, Truth

SNAPSHOT, JOURNAL = "advisory.json", "advisory.journal.jsonl"
BEFORE, SINCE = ("add", "note", "add", "many", "shrink"), ("add", "remove", "add", "shrink", "note", "add", "note")


def leave(folder, monkeypatch, make=StoreKeeper):
    """Fill a folder; the truth after each of its changes."""
    chance, truths = Random(1), [Truth()]

    def announce(_seq, documents):
        truths.append(truths[-1].after(Step(len(truths), documents)))

    store = make(folder)
    for number, verb in enumerate(BEFORE):
        monkeypatch.setattr(keeper, "NOW", NOW - timedelta(days=40 - 10 * number))
        store.make(verb, chance, announce)
    store.close()
    monkeypatch.setattr(keeper, "NOW", NOW)
    store = make(folder)
    for verb in SINCE:
        store.make(verb, chance, announce)
    if make is StoreKeeper:
        store.undo()
        truths.append(truths[-1].after(Step(len(truths), {}, "undo")))
    store.make("note", chance, announce)
    store.abandon()
    return truths
