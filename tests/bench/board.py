"""How long the keys of the board take with 25 and 150 students, beside one student a column: `python -m tests.bench.board`.

Key to paint, in an app without a terminal; all sizes take turns in one run, and a fresh app is opened for each round.
"""

import asyncio
import gc
import statistics
import sys
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

from advisory.caseload.caseload import Caseload
from advisory.model import CheckIn, Indicator, Pact, Partnership, Student
from advisory.model.words import Kind, Observer, PactStatus, Stage, Visibility
from advisory.rules.partnership.signs import CATALOGUE
from advisory.store import Store
from advisory.tui.app import AdvisoryApp

from .keys import BAR, Stopwatch
from .sample import NOW, TODAY

ONE_A_COLUMN = 3
SIZES = (ONE_A_COLUMN, 25, 150)
ROUNDS = 15
_TIMES = 5
"""Of a key that takes a few milliseconds: by chance it is drawn at once or at Textual's next tick."""
_CHECK_INS = 20


def fill(folder: Path, students: int) -> None:
    """So many students, in turn in each stage, with a term of check-ins, some signs, and a pact past Rapport."""
    store, stages = Store.open(folder), tuple(Stage)
    with store.change("Filled", NOW) as change:
        for number in range(students):
            stage = stages[number % len(stages)]
            student = change.add(Student, given_name=f"Student {number}", family_name="Reed").id
            change.add(
                Partnership, student=student, school_year=2026, stage=stage, entered_on=TODAY - timedelta(days=number % 60),
                next_step="Ask about rowing crew, and leave it there",
            )  # fmt: skip
            for ago in range(_CHECK_INS):
                change.add(
                    CheckIn, student=student, happened_on=TODAY - timedelta(days=4 * ago + number % 4), kind=Kind.ONE_TO_ONE,
                    counts_contact=True, counts_one_to_one=True, visibility=Visibility.PRIVATE, line="Said that the draft is done",
                )  # fmt: skip
            for sign in [sign for sign in CATALOGUE if sign.stage is stage][:2]:
                change.add(
                    Indicator, student=student, key=sign.key, stage=stage, observed_on=TODAY - timedelta(days=9), by=Observer.ADVISOR
                )  # fmt: skip
            if stage is not Stage.RAPPORT:
                change.add(
                    Pact, student=student, learning_target="I can say why", title="fractions", status=PactStatus.ACTIVE
                )
    store.close()


async def one_round(folder: Path) -> dict[str, float]:
    """Every step once, in an app of its own."""
    store = Store.open(folder)
    caseload = Caseload(store, today=lambda: TODAY, now=lambda: NOW)
    app = AdvisoryApp(caseload)
    app.animation_level = "none"
    taken: dict[str, float] = {}
    async with app.run_test(size=(120, 40)) as pilot:
        while not app.screen.body.key:
            await pilot.pause(0.001)
        watch = Stopwatch(app, pilot)
        gc.collect()
        gc.freeze()  # as the program does once it is open, so that no key pays for looking all of it through

        def on(screen: str) -> Callable[[], bool]:
            return lambda: app.screen.id == screen and app.screen._drawn[:1] == (caseload.store.seq,)

        def said(words: str) -> Callable[[], bool]:
            return lambda: hasattr(app.screen, "status_line") and words in app.screen.status_line.text

        def asks() -> bool:
            return app.screen.id is None and app.focused is not None

        taken["open the board, first time"] = await watch.key("3", on("board"))
        board = app.screen
        first = board.body.key
        beside, back = [], []
        for _ in range(_TIMES):
            beside.append(await watch.key("right", lambda: board.body.key != first))
            back.append(await watch.key("left", lambda: board.body.key == first))
        taken["cursor to the column beside"], taken["and back"] = map(statistics.median, (beside, back))
        taken["> asks"] = await watch.key("greater_than_sign", asks)
        for letter in "because":
            await watch.key(letter, lambda: True)
        taken["the card moves on"] = await watch.key("ctrl+s", said("Partnership on to"))
        taken["undo"] = await watch.key("u", said("Undid"))
        taken["i asks"] = await watch.key("i", asks)
        taken["its form"] = await watch.key("enter", lambda: bool(app.screen.query("#field-line")))
        taken["a sign noted"] = await watch.key("ctrl+s", said("Sign noted"))
        focal = [await watch.key("f", said(words)) for words in ("Focal", "No longer") * _TIMES]
        taken["focal"] = statistics.median(focal)
        again = []
        for _ in range(_TIMES):
            await watch.key("2", on("caseload"))
            await pilot.pause(0.1)  # until it is drawn whole
            again.append(await watch.key("3", on("board")))
        taken["open the board again"] = statistics.median(again)
    gc.unfreeze()
    store.close()
    return taken


def measure(rounds: int) -> dict[int, dict[str, list[float]]]:
    """Students → step → the times it took."""
    found: dict[int, dict[str, list[float]]] = {size: {} for size in SIZES}
    chance = Random(1)
    with tempfile.TemporaryDirectory() as home:
        for number in range(rounds + 1):
            for size in chance.sample(SIZES, len(SIZES)):
                folder = Path(home, f"{size} {number}")
                fill(folder, size)
                for step, time in asyncio.run(one_round(folder)).items():
                    if number:
                        found[size].setdefault(step, []).append(time)
    return found


def main() -> None:
    """Print the table as Markdown."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    found = measure(rounds)
    head = "".join(f" {size} | ratio | ≤ {BAR} |" for size in SIZES[1:])
    sys.stdout.write(
        f"| key to paint, median ms of {rounds} | {ONE_A_COLUMN} students |{head}\n|---|---|{'---|' * 6}\n"
    )
    for step, times in found[ONE_A_COLUMN].items():
        few = statistics.median(times)
        cells = ""
        for size in SIZES[1:]:
            many = statistics.median(found[size][step])
            cells += f" {many:.1f} | {many / few:.2f} | {'yes' if many / few <= BAR else '**no**'} |"
        sys.stdout.write(f"| {step} | {few:.1f} |{cells}\n")


if __name__ == "__main__":
    main()
