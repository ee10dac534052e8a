"""How much of the processor a command takes as a whole process, beside one that only imports the same libraries.

`python -m tests.bench.commands [ROUNDS] [--folder]`: medians over one, ten and fifty years, each command once a round in an order drawn
anew. `--folder` tells how large a folder is after ten years, with its copies and its history; it takes some minutes.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from advisory.model import CheckIn, Student
from advisory.store import Store

from .sample import NOW, STUDENTS, TODAY, check_in_fields
from .school_years import fill_school_years

YEARS = (1, 10, 50)
ROUNDS = 15
IMPORTS = "the bare imports"
BARE = (sys.executable, "-c", "import click, tinydb, msgspec, pendulum")
NOTES_A_DAY = 12


def commands(home: Path, out: Path) -> dict[str, tuple[str, ...]]:
    """What is measured → the process's arguments."""
    start = (sys.executable, "-m", "advisory", "--home", str(home), "--today", str(TODAY))
    return {
        "checkin": (*start, "checkin", "s0000007", "Showed me the draft."),
        "list": (*start, "list"),
        "log": (*start, "log"),
        "export caseload": (*start, "export", "caseload", "--for", "myself", "--force", "-o", str(out)),
        "export checkins": (*start, "export", "checkins", "--for", "myself", "--force", "-o", str(out)),
    }


def cpu(arguments: tuple[str, ...], environment: Mapping[str, str]) -> float:
    """How many milliseconds of the processor a process takes, the system's share too."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(arguments, env=environment, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime) * 1000


def measured(home: Path, rounds: int) -> dict[tuple[str, int], float]:
    """What, and over how many years → the median; the bare imports are of no years. The first round does not count."""
    ways: dict[tuple[str, int], tuple[str, ...]] = {(IMPORTS, 0): BARE}
    for years in YEARS:
        fill_school_years(home / str(years), years)
        ways |= {(what, years): call for what, call in commands(home / str(years), home / "out.csv").items()}
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(home / "compiled")  # so that all are compiled, and nothing else is touched
    chance, taken = Random(1), dict[tuple[str, int], list[float]]()
    for number in range(rounds + 1):
        for way in chance.sample(sorted(ways), len(ways)):
            found = cpu(ways[way], environment)
            if number:
                taken.setdefault(way, []).append(found)
    return {way: statistics.median(taken[way]) for way in ways}


def grown(folder: Path, years: int) -> dict[str, int]:
    """The bytes of a folder by its parts, after years in which the program was opened and closed on each school day."""
    chance, number = Random(7), 0
    for at in _school_days(years):
        store = Store.open(folder)
        for _ in range(NOTES_A_DAY):
            number += 1
            fields = check_in_fields(number, chance) | {"happened_on": at.date()}
            if number <= STUDENTS:
                with store.change("Student added", at) as change:
                    change.add(Student, given_name=f"Given {number}", family_name=f"Family {number}")
            else:
                with store.change("Check-in: One-to-one", at) as change:
                    change.add(CheckIn, **fields)
        store.close()
    sizes = Counter[str]()
    for path in folder.rglob("*"):
        if path.is_file():
            sizes[path.relative_to(folder).parts[0]] += path.stat().st_size
    return dict(sizes)


def _school_days(years: int) -> Iterator[datetime]:
    """The weekdays of each school year up to now, without the summers."""
    for back in range(years, 0, -1):
        first = NOW - timedelta(days=365 * back)
        yield from (day for day in (first + timedelta(days=n) for n in range(290)) if day.weekday() < 5)


def main() -> None:
    """Print a table of the commands, and if asked for a line about the folder."""
    rounds = next((int(argument) for argument in sys.argv[1:] if argument.isdigit()), ROUNDS)
    with tempfile.TemporaryDirectory() as home:
        found = measured(Path(home), rounds)
    bare = found[IMPORTS, 0]
    sys.stdout.write(f"{IMPORTS}: {bare:.0f} ms of CPU; the others as multiples of it\n\n| |")
    sys.stdout.write(
        "".join(f" {years} year{'s' * (years > 1)} |" for years in YEARS) + f"\n|---{'|---' * len(YEARS)}|\n"
    )
    for what in dict.fromkeys(what for what, years in found if years):
        cells = "".join(f" {found[what, years] / bare:.2f} ({found[what, years]:.0f} ms) |" for years in YEARS)
        sys.stdout.write(f"| {what} |{cells}\n")
    load = f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    sys.stdout.write(f"\nMedians of {rounds} rounds, interleaved; {load}.\n")
    sys.stdout.flush()
    if "--folder" in sys.argv:
        with tempfile.TemporaryDirectory() as home:
            sizes = grown(Path(home) / "grown", 10)
        by_size = sorted(sizes.items(), key=lambda part: -part[1])
        parts = ", ".join(f"{name} {size / 1e6:.1f}" for name, size in by_size if size)
        sys.stdout.write(f"A folder after ten years of daily use: {sum(sizes.values()) / 1e6:.1f} MB ({parts}).\n")


if __name__ == "__main__":
    main()
