"""Milliseconds, and the middle of many."""

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from random import Random


def timed(act: Callable[[], object]) -> float:
    """How long one call took, in milliseconds."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def p50(times: list[float]) -> float:
    """The median."""
    return statistics.median(times)


def in_turns(ways: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The median of each way, one of each a round in an order drawn anew, after a first round that does not count."""
    chance = Random(1)
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(rounds + 1):
        for name in chance.sample(sorted(ways), len(ways)):
            gc.collect()
            time_ = timed(ways[name])
            if number:
                taken[name].append(time_)
    return {name: p50(times) for name, times in taken.items()}
