"""A letter in the search over everything beside a letter in the log, with ten years behind both: `python -m tests.bench.search`.

The folder holds ten years of check-ins and, besides them, of everything else that is searched. The two take turns in one app.
"""

import asyncio
import gc
import statistics
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from advisory.caseload.caseload import Caseload
from advisory.caseload.everything import KINDS
from advisory.model import (
    CognitiveInsight,
    Evidence,
    FollowUp,
    Indicator,
    KnownWell,
    Pact,
    Record,
    Student,
    make_id,
)
from advisory.model.words import (
    EvidenceSource,
    Facet,
    InsightStatus,
    LearnedHow,
    Observer,
    PactStatus,
    Party,
    PromiseStatus,
    Stage,
)
from advisory.store import Store
from advisory.tui.app import AdvisoryApp

from .keys import Stopwatch
from .sample import NOW, RARE, TODAY
from .school_years import CLASS, NEW_EACH_YEAR, fill_school_years

PAST_YEARS, ROUNDS, BAR = 9, 9, 1.5
SOUGHT = (RARE[:4], "maya", "trou")
"""A rare word, a name, a word of every second note."""
_EACH_YEAR = 20
"""Records of each student besides check-ins, about as many as the demo has in a term, three times."""


def others() -> Iterator[tuple[type[Record], dict[str, Any]]]:
    """What is written besides check-ins about each student in each year."""
    chance = Random(7)
    for number in range(1, CLASS + NEW_EACH_YEAR * PAST_YEARS + 1):
        student = {"student": make_id(Student, number)}
        for at in range(_EACH_YEAR):
            day = TODAY - timedelta(days=chance.randrange(3650))
            text = f"{chance.choice(('the atlas', RARE, 'a trough', 'lab notes'))} {at}"
            kind, fields = chance.choice(_kinds(text, day))
            yield kind, student | fields


def _kinds(text: str, day: date) -> list[tuple[type[Record], dict[str, Any]]]:
    return [
        (KnownWell, {"facet": Facet.HOPES, "text": text, "learned_on": day, "how": LearnedHow.TOLD_ME}),
        (FollowUp, {"text": text, "owner": Party.ADVISOR, "status": PromiseStatus.DONE, "done_on": day}),
        (Evidence, {"seen": text, "seen_on": day, "source": EvidenceSource.CONVERSATION}),
        (Indicator, {"key": "listened", "stage": Stage.RAPPORT, "observed_on": day, "by": Observer.ADVISOR}),
        (Pact, {"learning_target": text, "status": PactStatus.CLOSED, "start_on": day, "closed_on": day}),
        (CognitiveInsight, {"noticed_on": day, "thinking": text, "misconception": text, "status": InsightStatus.OPEN}),
    ]


async def one_round(folder: Path) -> dict[str, list[float]]:
    """`log` and `search` → the times of each letter."""
    store = Store.open(folder)
    caseload = Caseload(store, today=lambda: TODAY, now=lambda: NOW)
    app = AdvisoryApp(caseload)
    app.animation_level = "none"
    taken: dict[str, list[float]] = {"log": [], "search": []}
    async with app.run_test(size=(120, 40)) as pilot:
        while not app.screen.body.key:
            await pilot.pause(0.001)
        watch = Stopwatch(app, pilot)
        for is_first in (True, False):
            for text in SOUGHT:
                await _letters(app, watch, text, "log", "4", "slash", [] if is_first else taken["log"])
                await _letters(app, watch, text, "search", "", "backslash", [] if is_first else taken["search"])
            await pilot.pause(1.0)  # what is read in spare time is read
            gc.collect()
    store.close()
    return taken


async def _letters(
    app: AdvisoryApp, watch: Stopwatch, text: str, stem: str, mode: str, opens: str, taken: list[float]
) -> None:
    """Find a text letter by letter, and leave."""
    if mode and app.screen.id != stem:
        await watch.key(mode, lambda: app.screen.id == stem)
    await watch.key(opens, lambda: app.screen.id == stem and getattr(app.focused, "id", "") == "find")
    for at in range(1, len(text) + 1):
        sought = text[:at]
        taken.append(await watch.key(text[at - 1], lambda s=sought: app.screen.query_text == s))
    await watch.key("escape", lambda: app.screen.id != stem or app.screen.query_text == "")


def main() -> None:
    """Print the table as Markdown."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    found: dict[str, list[float]] = {"log": [], "search": []}
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home, "years")
        fill_school_years(folder, PAST_YEARS)
        store = Store.open(folder)
        with store.change("Everything else", NOW) as change:
            for kind, fields in others():
                change.add(kind, **fields)
        counts = ", ".join(f"{len(store.all(kind)):,} {kind.noun}s" for kind in KINDS)
        store.close()
        for number in range(rounds + 1):
            for name, times in asyncio.run(one_round(folder)).items():
                found[name] += times if number else []
    log, search = (statistics.median(found[name]) for name in ("log", "search"))
    sys.stdout.write(f"In {counts}.\n\n| a letter to paint, ten years, median ms | log | search | ratio | ≤ {BAR} |\n")
    sys.stdout.write("|---|---|---|---|---|\n")
    verdict = "yes" if search <= BAR * log else "**no**"
    sys.stdout.write(
        f"| {len(found['log'])} letters of {', '.join(SOUGHT)} | {log:.1f} | {search:.1f} | {search / log:.2f} | {verdict} |\n"
    )


if __name__ == "__main__":
    main()
