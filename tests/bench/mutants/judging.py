"""Ask the tests about each mutant: those of its room first, then all others that run its statement."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from .copies import Copy
from .mutation import Mutant
from .seen import Seen
from .verdict import CAUGHT, NEVER_RUN, NOT_FORKED, SURVIVED, TOO_LONG, Verdict

_PATIENCE = 60
_TIMES = 6
"""In a process of their own, tests are given _PATIENCE seconds plus _TIMES as long as they take without the mutant."""


def judge(mutants: Sequence[Mutant], seen: Seen, copy: Copy, seconds: float) -> Iterator[Verdict]:
    """Verdicts in any order. A mutant is given about `seconds` of the processor in its room, and as much elsewhere."""
    asked = [(mutant, *_tests(mutant, seen)) for mutant in mutants]
    for mutant, in_room, elsewhere in asked:
        if not in_room and not elsewhere:
            yield Verdict(mutant, NEVER_RUN, NEVER_RUN)
    asked = [one for one in asked if one[1] or one[2]]
    of_functions = [one for one in asked if not one[0].at_import]
    rooms = _forked([(mutant, in_room) for mutant, in_room, _ in of_functions], copy, seconds)
    left = [(one, outcome) for one, (outcome, by) in zip(of_functions, rooms, strict=True) if not _is_caught(outcome)]
    for (mutant, _, _), (outcome, by) in zip(of_functions, rooms, strict=True):
        if _is_caught(outcome):
            yield Verdict(mutant, outcome, outcome, by)
    elsewhere = _forked(
        [(mutant, tests) for (mutant, _, tests), outcome in left if outcome != NOT_FORKED], copy, seconds
    )
    answers = iter(elsewhere)
    for (mutant, in_room, tests), outcome in left:
        in_suite, by = next(answers) if outcome != NOT_FORKED else (NOT_FORKED, "")
        yield _alone(mutant, in_room, tests, seen, copy, seconds) if in_suite == NOT_FORKED else Verdict(mutant, outcome, in_suite, by)  # fmt: skip
    for mutant, in_room, tests in asked:
        if mutant.at_import:
            yield _alone(mutant, in_room, tests, seen, copy, seconds)


def _tests(mutant: Mutant, seen: Seen) -> tuple[list[str], list[str]]:
    """The tests of the room and the others, in the order to ask them."""
    room = f"tests/{mutant.file.split('/')[1]}/"
    running = seen.running(mutant)
    if mutant.at_import and not running & seen.below(room):
        running |= seen.below(room)
    if running:
        running |= seen.below("tests/test_") if mutant.at_import else set()
    starting = (seen.starting if running or mutant.at_import else set()) - running
    of_room = {test for test in running if test.startswith(room)}
    return tuple(
        [*seen.ordered(some, mutant), *seen.ordered(late, mutant)]
        for some, late in (
            (of_room, {test for test in starting if test.startswith(room)}),
            (running - of_room, {test for test in starting if not test.startswith(room)}),
        )
    )


def _forked(asked: Sequence[tuple[Mutant, list[str]]], copy: Copy, seconds: float) -> list[tuple[str, str]]:
    """The outcome and the test that caught it, for each mutant and its tests, in one run of pytest."""
    jobs: list[dict[str, Any]] = []
    for mutant, tests in asked:
        place = {name: getattr(mutant, name) for name in ("file", "start", "end", "text")}
        jobs.append({**place, "tests": tests, "cpu": seconds})
    files = sorted({test.partition("::")[0] for _, tests in asked for test in tests})
    if not files:
        return [(SURVIVED, "")] * len(jobs)
    given, written = copy.home / "jobs.json", copy.home / "verdicts.jsonl"
    given.write_text(json.dumps(jobs))
    written.unlink(missing_ok=True)
    copy.pytest("--tb=no", *files, MUTANTS_JUDGE=str(given), MUTANTS_VERDICTS=str(written))
    if not written.exists():
        raise RuntimeError(copy.said)
    found = [json.loads(line) for line in written.read_text().splitlines()]
    if len(found) != len(jobs):
        raise RuntimeError(copy.said)
    return [(one["outcome"], one["by"]) for one in found]


def _alone(mutant: Mutant, in_room: list[str], elsewhere: list[str], seen: Seen, copy: Copy, seconds: float) -> Verdict:
    """Judged in processes of their own, which import the mutated module anew."""

    def ask(tests: list[str]) -> tuple[str, str]:
        for part in seen.in_stages(tests, seconds):
            outcome, by = copy.failing(part, _PATIENCE + _TIMES * seen.seconds(part))
            if outcome != SURVIVED:
                return outcome, by
        return SURVIVED, ""

    with copy.spoiled(mutant):
        outcome, by = ask(in_room)
        if _is_caught(outcome):
            return Verdict(mutant, outcome, outcome, by)
        return Verdict(mutant, outcome, *ask(elsewhere))


def _is_caught(outcome: str) -> bool:
    return outcome in {CAUGHT, TOO_LONG}
