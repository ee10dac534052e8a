"""What the measurement of keys presses and waits for is still what the program says and draws: one short round of it."""

import asyncio
from pathlib import Path

from tests.bench.keys import one_round
from tests.bench.school_years import fill_school_years


def test_every_key_that_is_measured_does_what_is_waited_for(tmp_path: Path) -> None:
    fill_school_years(tmp_path / "term", 0)
    taken = asyncio.run(one_round(tmp_path / "term"))
    assert min(taken.values()) > 0
