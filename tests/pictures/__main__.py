"""Draw README's pictures from the demo, at 120 by 40: `uv run python -m tests.pictures`."""

import asyncio
import os
import re
import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from advisory.caseload.caseload import Caseload
from advisory.casework.fill_caseload import fill_caseload
from advisory.demo import demo_caseload
from advisory.store import Store
from advisory.tui.app import AdvisoryApp

HERE = Path(__file__).parent
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
SIZE = (120, 40)
_CASELOAD = ["2", "home"]
_TO_MAYA = [*_CASELOAD, *["down"] * 11]
_PACT = [*_CASELOAD, "down", "down", "down", "P"]
for _words in (
    "I can read a graph aloud and say what it shows",
    "graphs",
    "science",
    "So that the lab makes sense and I need not ask",
    "Reads the axes; stops at the line",
    "Reads two graphs to a friend",
    "Bring one graph - every week",
    "Find graphs that are worth it",
    "science teacher: lends the lab sheets",
):
    _PACT += [*_words, "tab"]
PICTURES: dict[str, Sequence[str]] = {
    "today": ["n", "n"],
    "check-in": ["plus", *"maya Drew the fraction as a trough >fri bring the kitchen scale"],
    "group": ["g", "down", "space", *"Circle: what makes a good question", "tab", "m", "enter", *"Asked two", "enter"],
    "caseload": [*_CASELOAD, "full_stop", "home", "down"],
    "board": ["3", "right"],
    "log": ["4", "down", "down", "down"],
    "pacts": ["5", *["down"] * 7],
    "card": [*_TO_MAYA, "enter"],
    "move": [*_CASELOAD, "end", "up", "up", "greater_than_sign"],
    "pact-form": _PACT,
    "pact": [*_TO_MAYA, "p"],
    "known-well": ["6", "home", "down", "down"],
    "week": ["w", *["tab"] * 4],
    "help": ["question_mark"],
    "shade": [*_TO_MAYA, "ctrl+l"],
}


async def draw(name: str, keys: Sequence[str]) -> None:
    """One picture: open the demo, press the keys, save what is shown."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder))
        caseload = Caseload(store, today=lambda: TODAY, now=lambda: NOW)
        fill_caseload(caseload, demo_caseload(TODAY, NOW).entries)
        app = AdvisoryApp(caseload)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press(*("space" if key == " " else key for key in keys))
            await pilot.pause()
            picture = app.export_screenshot(title="advisory")
        store.close()
    picture = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)  # the reader's own font will do
    picture = re.sub(r"terminal-\d+", "terminal", picture)
    (HERE / f"{name}.svg").write_text(picture, encoding="utf-8")


async def main() -> None:
    """All of them, in the colors of most terminals."""
    os.environ["COLORTERM"] = "truecolor"
    for name, keys in PICTURES.items():
        await draw(name, keys)


asyncio.run(main())
