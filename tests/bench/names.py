"""How long it takes to cover other students' names, with 25 and 150 students: `python -m tests.bench.names`.

In milliseconds, the best of many rounds: getting the names ready the first time and again, and covering a full card.
"""

import sys
import time
from collections.abc import Callable

from advisory.model import Student
from advisory.rules.names import name_keys, spelling
from advisory.rules.names.covering.other_names import OtherNames
from tests.record_case import make
from tests.rules.name_corpus import SENTENCES, everybody

SIZES = (25, 150)
ROUNDS = 20


def measured(students: int) -> dict[str, float]:
    """What is done → how many milliseconds it takes."""
    named = enumerate(everybody()[:students], 2)
    others = [make(Student, number, given_name=given, family_name=family) for number, (given, family) in named]
    reader = make(Student, 1, given_name="Xiomara", family_name="Zwygart")
    names = OtherNames(reader, others)
    card = "\n".join(
        sentence.replace("{}", others[at * 7 % students].given_name) for at, sentence in enumerate(SENTENCES * 3)
    )

    def first() -> None:
        name_keys._keys.cache_clear()
        spelling.spelled.cache_clear()
        OtherNames(reader, others)

    return {
        "names ready, the first time": _best(first),
        "names ready, again": _best(lambda: OtherNames(reader, others)),
        f"a card of {len(card):,} characters covered": _best(lambda: names.covered(card)),
    }


def _best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def main() -> None:
    """Print one line a figure."""
    for size in SIZES:
        for what, milliseconds in measured(size).items():
            sys.stdout.write(f"{size:4} students  {what:45}{milliseconds:8.2f} ms\n")


if __name__ == "__main__":
    main()
