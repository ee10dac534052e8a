"""What must be there: every acknowledged change, whole; of those not acknowledged the last of each writer, whole or not."""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec
from keeper import Documents

CHANGE, UNDO, REDO = "change", "undo", "redo"


class Step(msgspec.Struct):
    """What a writer said it would do, as change number `seq`; an undo or a redo says no more than that."""

    seq: int
    documents: Documents
    verb: str = CHANGE
    is_acknowledged: bool = False


class Truth(msgspec.Struct):
    """The records after change `seq`, and what undo and redo would do to them."""

    seq: int = 0
    now: Documents = {}
    done: list[Documents] = []
    undone: list[Documents] = []

    def allows(self, step: Step) -> bool:
        """Whether there is anything for it to undo or redo."""
        return step.verb == CHANGE or bool(self.done if step.verb == UNDO else self.undone)

    def after(self, step: Step) -> "Truth":
        """The truth once a step has been taken; this one stays as it is."""
        now, done, undone = dict(self.now), self.done, self.undone
        if step.verb == CHANGE:
            documents = step.documents
            before: Documents = {key: now.get(key) for key in documents}
            done, undone = [*done, before], []
        elif step.verb == UNDO:
            documents = done[-1]
            done, undone = done[:-1], [*undone, {key: now.get(key) for key in documents}]
        else:
            documents = undone[-1]
            done, undone = [*done, {key: now.get(key) for key in documents}], undone[:-1]
        now.update(documents)
        return Truth(step.seq, {key: text for key, text in now.items() if text is not None}, done, undone)


class Wrong(Exception):  # noqa: N818 - a finding, not a fault of the program
    """What was found is not what must be there: how many documents of which fault."""

    def __init__(self, faults: Counter[str], detail: str) -> None:
        self.faults = faults
        super().__init__(f"{dict(faults)}: {detail}")


def judge(truth: Truth, steps: Sequence[Step], found: Documents, seq: int | None) -> Truth:
    """The truth that was found: it holds all acknowledged steps. Raises Wrong. `seq` is what the database says of itself."""
    candidates = list(_possible(truth, steps))
    for candidate in candidates:
        if candidate.now == found and seq in {None, candidate.seq}:
            return candidate
    if not candidates:
        raise Wrong(Counter({"lost": 1}), f"two changes have one number: {[step.seq for step in steps]}")
    raise Wrong(*_faults(candidates[-1], steps, found, seq))


def _possible(truth: Truth, steps: Sequence[Step]) -> Iterator[Truth]:
    """Each state that may have come of the steps; the one that holds no more than it must comes last."""
    following = [step for step in steps if step.seq == truth.seq + 1 and truth.allows(step)]
    promised = [step for step in following if step.is_acknowledged]
    if len(promised) > 1:
        return
    for step in promised or following:
        yield from _possible(truth.after(step), [other for other in steps if other is not step])
    if not any(step.is_acknowledged for step in steps):
        yield truth


def _faults(least: Truth, steps: Sequence[Step], found: Documents, seq: int | None) -> tuple[Counter[str], str]:
    pending = [step for step in steps if not step.is_acknowledged]
    faults: Counter[str] = Counter()
    shown = ""
    for key in least.now.keys() | found.keys():
        expected, there = least.now.get(key), found.get(key)
        if expected == there:
            continue
        if any(key in step.documents and step.documents[key] == there for step in pending):
            faults["half applied"] += 1
        elif expected is None:
            faults["phantom"] += 1
        else:
            faults["lost"] += 1
        shown = shown or f"{key} is {there!r}, expected {expected!r}"
    if not faults:
        faults["lost"] += 1
        shown = f"the database is at change {seq}, expected {least.seq}"
    return faults, shown
