"""The power goes while a command puts files in the place of others: it is done or not begun, and nothing is silent."""

import contextlib
import os
import shutil
from collections import Counter

import pytest
from command_case import COMMANDS, bring, check, do, learn, make_template
from power_cut import ORDERED, POSIX, states
from recorder import ACKNOWLEDGE, BEGIN, Recorder
from system_call import CHANGING, tapped

SYNCS = ("fsync", "fdatasync")


def cut(name, place, model, most_each):
    """How many states the power may leave, and what is wrong with how many of them."""
    os.umask(0o077)
    command, counts, first = COMMANDS[name], Counter(states=0, faults=0), ""
    template, run = place / "template", place / "run"
    make_template(command, template)
    truth = learn(command, template, place / "here")
    recorder = Recorder(place)
    with tapped(recorder, CHANGING):
        bring(template, run)
        begun = len(recorder.events)
        recorder.say(BEGIN)
        do(command, run)
        recorder.say(ACKNOWLEDGE)
    with tapped(lambda *_: None, SYNCS):  # looking at a state need not outlive a power cut
        for state in states(recorder.events, model, 1, most_each):
            if state.event <= begun:
                continue
            shutil.rmtree(place / "here", ignore_errors=True)
            (place / "here").mkdir()
            with contextlib.suppress(FileNotFoundError):
                state.put(place / "here")
            (place / "here/run").rename(place / "state")
            shutil.rmtree(place / "here")
            (place / "state").rename(place / "here")
            counts["states"] += 1
            if wrong := check(command, truth, place / "here", is_done=bool(state.acknowledged)):
                counts["faults"] += 1
                first = (
                    first or f"{wrong} before event {state.event}: {recorder.events[state.event - 2 : state.event + 1]}"
                )
    return counts, first


def need_none_lost(name, place, model, most_each, figures):
    counts, first = cut(name, place, model, most_each)
    figures(f"Power cuts in {name.split()[0]}, {model}", counts)
    assert counts["faults"] == 0, f"{counts}: {first}"
    return counts["states"]


@pytest.mark.proof
@pytest.mark.parametrize("model", [POSIX, ORDERED])
@pytest.mark.parametrize("name", COMMANDS)
def test_it_is_done_or_not_begun(tmp_path, figures, name, model):
    assert need_none_lost(name, tmp_path, model, 30, figures) > 10


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("restore over a damaged snapshot", ORDERED),
        ("repair an older snapshot", POSIX),
        ("undo", ORDERED),
        ("purge", POSIX),
    ],
)
def test_it_is_done_or_not_begun_in_brief(tmp_path, figures, name, model):
    assert need_none_lost(name, tmp_path, model, 2, figures) > 10
