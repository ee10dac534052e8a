"""What is said of keys and settings that can't hold, word for word, and after a crash."""

import json
from pathlib import Path

from test_keymap import BAD, COMMANDS

from advisory.model import THEMES
from advisory.settings.configuration import FILE_NAME, Configuration
from advisory.settings.crash_report import crash_sentence
from advisory.settings.keymap import clash_with, problem_with, read_keymap


def said(chosen: dict[str, str]) -> str:
    return read_keymap(chosen, COMMANDS)[1][0].removeprefix("settings.json: ")


def test_each_key_that_cant_hold_is_refused_in_a_sentence():
    assert [
        said(BAD[case][0])
        for case in ("unknown id", "nonsense key", "empty", "ctrl+z", "ctrl+i", "clash with a usual key")
    ] == [
        "there is no command “fly” to give a key to.",
        "“wibble” for undo is not a key; write it as n, N, ctrl+n, f5 or slash.",
        "no key is given for undo; the usual key stays.",
        "ctrl+z suspends the program, so undo can't have it; the usual key stays.",
        "a terminal can't tell ctrl+i from Tab; choose another key for undo.",
        "“j” for undo clashes with line-down; the usual key stays.",
    ]
    assert (
        said({"undo": "ctrl+q"})
        == "ctrl+q starts a terminal's output again, so undo can't have it; the usual key stays."
    )
    assert said({"undo": "ctrl+h"}) == "a terminal can't tell ctrl+h from Backspace; choose another key for undo."
    in_notes = "shade could no longer be typed in a note, because shade works in notes too"
    assert said({"shade": "n"}) == f"n for {in_notes}; the usual key stays. Choose one with ctrl, or f1 to f24."
    assert problem_with("shade", "n", COMMANDS) == f"n for {in_notes}. Choose one with ctrl, or f1 to f24."
    assert problem_with("shade", "f9", COMMANDS) == ""
    assert [clash_with("undo", keys, {}, COMMANDS) for keys in ("j", "n", "u")] == ["line-down", "", ""]
    assert clash_with("undo", "n", {"sort": "n"}, COMMANDS) == "sort"


def test_each_setting_that_is_wrong_is_named_and_the_others_are_used(tmp_path: Path):
    keys = {"undo": 3, "redo": "f5"}
    wrong = {"theme": "nope", "idle_shade": 241, "colour": "red", "shades": {"a": 1, "b": 2}, "keys": keys}
    (tmp_path / FILE_NAME).write_text(json.dumps(wrong))
    assert Configuration(tmp_path).notice == (
        f'settings.json: “theme” can\'t be "nope"; it is one of {", ".join(THEMES)}. '
        "settings.json: “idle_shade” can't be 241 (settings: idle shade is 241; it must be from 0 to 240). "
        "settings.json: there is no setting “colour”. settings.json: there is no setting “shades”. "
        'settings.json: “keys” can\'t be {"undo":3} (Expected `str`, got `int`). The other settings are used.'
    )


def test_after_a_crash_it_is_said_that_nothing_is_lost():
    stopped = "advisory met an unexpected error and had to stop. Everything you saved is safe."
    assert crash_sentence(None) == stopped
    report = Path("x.txt")
    assert crash_sentence(report) == f"{stopped} Where it happened is written in x.txt, without any name or note."
