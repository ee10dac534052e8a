"""Each call of a command fails in turn: it is done or not begun, its sentence is true, and done again it is done."""

import errno
import shutil
from collections import Counter

import pytest
from command_case import COMMANDS, check, do, learn, make_template, start
from fault import CALLS, Fault
from system_call import tapped

MANNERS = (
    {"error": errno.ENOSPC, "lasts": False, "is_short": False},
    {"error": errno.EIO, "lasts": False, "is_short": False},
    {"error": errno.ENOSPC, "lasts": True, "is_short": True},
    {"error": errno.EIO, "lasts": True, "is_short": False},
)
DONE, REFUSED, FAILED = 0, 1, 3
MAY_BE_DONE = "it may be there at the next start"
NOTHING_DONE = (
    "Nothing was restored",
    "Nothing was purged",
    "Nothing has been changed",
    "nothing was changed",
    "could not be saved",
)


def fail_each(name, place, figures, *, share=1):
    """How many calls failed, one a try; of the tries every so many."""
    command, counts = COMMANDS[name], Counter({"failing calls": 0, "done": 0, "refused": 0})
    template, here = place / "template", place / "here"
    make_template(command, template)
    truth = learn(command, template, here)
    calls = _count(command, template, here)
    for number, manner in enumerate(MANNERS):
        for at in range(1 + number % share, calls + 1, share):
            fault = Fault(at, **manner)
            wrong, is_done = _try(command, truth, template, here, fault)
            assert not wrong, f"call {at} ({fault.name}), {manner}: {wrong}"
            counts["failing calls"] += 1
            counts["done" if is_done else "refused"] += 1
    figures(f"Failing calls of {name.split()[0]}", counts)
    assert counts["refused"] > counts["failing calls"] / 10
    return counts["failing calls"]


def _count(command, template, here):
    shutil.rmtree(here, ignore_errors=True)
    shutil.copytree(template, here)
    dry = Fault(0, 0, lasts=False, is_short=False)
    dry.is_lifted = True
    with tapped(dry, CALLS):
        do(command, here)
    return dry.count


def _try(command, truth, template, here, fault):
    """What is wrong, and whether the command said that it was done."""
    shutil.rmtree(here)
    shutil.copytree(template, here)
    with tapped(fault, CALLS):
        said = do(command, here)
    is_done = said.code == DONE
    if said.code not in {DONE, REFUSED, FAILED} or "unexpected" in said.text or "Traceback" in said.text:
        return f"ended with {said}", is_done
    if not is_done and not any(why in said.text for why in ("No space left", "Input/output error")):
        return f"does not say why: {said}", is_done
    says_nothing = any(words in said.text for words in NOTHING_DONE) and MAY_BE_DONE not in said.text
    if not is_done and says_nothing and not command.golden:
        copy = here.with_name("copy")
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(here, copy)
        if start(copy).records != truth.before.records:
            return f"is not true: {said}", is_done
    wrong = check(command, truth, here, is_done=is_done)
    return (f"{wrong}; said {said}" if wrong else ""), is_done


@pytest.mark.proof
@pytest.mark.parametrize("name", COMMANDS)
def test_every_call_may_fail(tmp_path, figures, name):
    assert fail_each(name, tmp_path, figures) > 80


@pytest.mark.parametrize("name", ["restore over half a snapshot", "undo"])
def test_any_call_may_fail(tmp_path, figures, name):
    assert fail_each(name, tmp_path, figures, share=8) > 10
