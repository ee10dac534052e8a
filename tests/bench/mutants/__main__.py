"""Mutation testing: how many small faults do the tests notice? `python -m tests.bench.mutants --count 150 --seed 7`.

A *room* is a folder of `advisory`; its own tests are in the folder of the same name in `tests`. A *mutant* is a copy of
the program with one small fault in it; mutation.py lists the kinds. Which mutants are drawn depends on the seed, the room
and its source, and on nothing else. Rooms are drawn from in proportion to what can be drawn in them, and at least four
from each. Each kind gets its turn, so that constants, the most common kind, do not crowd out the others. No mutant is
drawn twice.

How mutants are counted
- A mutant is *caught* when a test fails that passes without it, when pytest cannot collect the tests, or when they run
  far too long. Anything else *survives*, including mutants on lines that no test runs and mutants that change nothing a
  user could see. Read the survivors yourself to tell these apart. The figure is caught / drawn.
- For each mutant only the tests that run the mutated statement are asked: those of its room, the ones named after its
  module first and fast ones before slow ones, and if none of them fails, those of all other rooms. Which tests those are
  comes from one run of the unchanged tests under coverage.py. A shared fixture counts for every test that uses it. Tests
  that start another process come last, because coverage.py does not see into it. A statement that runs at import is judged
  in a process of its own, by the tests that run any line of its module.
- Tests are asked until one fails or `--seconds` of the processor are spent, so a figure is too low rather than too high.
- Tests that fail without a mutant are left out and listed.
- Tests that `addopts` deselects (slow, proof, every, bench) are not run. Hypothesis uses a fixed seed.

Tests run in copies of the tree in a temporary folder, with their own HOME. The coverage data is cached in the temporary
folder, keyed by the contents of the whole tree. This is a measurement: it never fails a build. It needs `fork`.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from random import Random

from .copies import TOP, Copy, tree
from .judging import judge
from .mutation import KINDS, Mutant, mutants_of
from .seen import see
from .verdict import NEVER_RUN, Verdict

_FEWEST = 4


def drawn_from(mutants: Sequence[Mutant], count: int, chance: Random) -> list[Mutant]:
    """Draw `count` mutants, one kind after another."""
    by_kind = [[mutant for mutant in mutants if mutant.kind == kind] for kind in KINDS]
    for some in by_kind:
        chance.shuffle(some)
    drawn: list[Mutant] = []
    while len(drawn) < count and any(by_kind):
        for some in by_kind:
            while some and len(drawn) < count:
                mutant = some.pop()
                if mutant.changes((TOP / mutant.file).read_bytes()):
                    drawn.append(mutant)
                    break
    return drawn


def rooms(files: Sequence[str], wanted: str | None) -> dict[str, list[Mutant]]:
    """Every mutant of each room, without the demo's stories, which hold no logic."""
    found: dict[str, list[Mutant]] = {}
    for file in files:
        folder, _, rest = file.removeprefix("advisory/").partition("/")
        if (
            file.startswith("advisory/")
            and rest.endswith(".py")
            and wanted in {None, folder}
            and "/stories/" not in file
        ):
            found.setdefault(folder, []).extend(mutants_of(TOP, file))
    return found


def draw(of_room: dict[str, list[Mutant]], count: int, seed: str) -> list[Mutant]:
    """About `count` mutants from all rooms."""
    total = sum(map(len, of_room.values()))
    drawn = []
    for room, mutants in of_room.items():
        of_this = max(_FEWEST, round(count * len(mutants) / total))
        drawn += drawn_from(mutants, of_this, Random(f"{room} {seed}"))
    return drawn


def table(verdicts: Sequence[Verdict]) -> str:
    """The figures by room and by kind, as Markdown."""

    def row(name: str, some: Sequence[Verdict]) -> str:
        in_room, caught = sum(one.is_caught_in_room for one in some), sum(one.is_caught for one in some)
        return f"| {name} | {len(some)} | {in_room} ({in_room / len(some):.0%}) | {caught} ({caught / len(some):.0%}) |"

    by_room = [
        (room, [one for one in verdicts if one.room == room]) for room in dict.fromkeys(one.room for one in verdicts)
    ]
    by_kind = [(kind, [one for one in verdicts if one.mutant.kind == kind]) for kind in KINDS]
    head = ["| | drawn | caught in the room | by the whole suite |", "|---|---|---|---|"]
    return "\n".join(head + [row(name, some) for name, some in [*by_room, *by_kind, ("all", verdicts)] if some])


def say(words: object) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def asked() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description="Count how many small faults the tests notice.")
    parser.add_argument("--room", help="only this folder of advisory: rules, store, tui ...")
    parser.add_argument("--count", type=int, default=150, help="about how many mutants (150)")
    parser.add_argument("--seed", default="1", help="another seed draws other mutants (1)")
    parser.add_argument("--at", metavar="FILE:LINE", action="append", help="no draw: every mutant of this line")
    parser.add_argument("--seconds", type=float, default=40, help="of the processor for each mutant, in its room and elsewhere (40)")  # fmt: skip
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1), help="how many at a time (2)")
    return parser.parse_args()


def main() -> None:
    """Draw the mutants, judge them, and print the verdicts and the figures."""
    args, files, begun = asked(), tree(), time.monotonic()
    of_room = rooms(files, args.room)
    if args.at:
        at = {tuple(place.rsplit(":", 1)) for place in args.at}
        every = [one for one in chain.from_iterable(of_room.values()) if any(one.file.endswith(file) and one.line == int(line) for file, line in at)]  # fmt: skip
        drawn = drawn_from(every, len(every), Random(0))
    else:
        drawn = draw(of_room, args.count, args.seed)
    if not drawn:
        sys.exit("There is nothing to change there.")
    with tempfile.TemporaryDirectory() as home:
        copies = [Copy(Path(home, str(number)), files) for number in range(args.jobs)]
        say("Which test runs which line ...")
        seen = see(copies, files)
        for test in seen.failed:
            say(f"{test} fails without a mutant and counts for nothing.")
        verdicts: list[Verdict] = []

        def share(number: int) -> None:
            for verdict in judge(drawn[number :: args.jobs], seen, copies[number], args.seconds):
                verdicts.append(verdict)
                say(verdict)

        with ThreadPoolExecutor(args.jobs) as pool:
            list(pool.map(share, range(args.jobs)))
    never = sum(one.in_suite == NEVER_RUN for one in verdicts)
    say(f"\n{table(verdicts)}\n\nNo test runs {never} of them. {sum(map(len, of_room.values()))} could be drawn; {time.monotonic() - begun:.0f} s.")  # fmt: skip


if __name__ == "__main__":
    main()
