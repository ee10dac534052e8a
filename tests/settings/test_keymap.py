"""The advisor's own keys: each choice that can't hold is said, and the others hold."""

from typing import NamedTuple

from each_row import each_row
from examples import some
from hypothesis import given, settings
from hypothesis import strategies as st

from advisory.settings import keymap
from advisory.settings.keymap import read_keymap


class Command(NamedTuple):
    id: str
    keys: str
    where: tuple[str, ...] = ("caseload", "log")
    everywhere: bool = False


COMMANDS = (
    Command("undo", "u"),
    Command("redo", "ctrl+r"),
    Command("find", "slash"),
    Command("line-down", "down,j"),
    Command("sort", "s", ("caseload",)),
    Command("student-card", "s", ("log",)),
    Command("shade", "ctrl+l", everywhere=True),
)


@each_row(
    "keys",
    [
        "n",
        "N",
        "5",
        "é",
        "ctrl+n",
        "f1",
        "f5",
        "f24",
        "comma",
        "shift+up",
        "ctrl+shift+up",
        "ctrl+right",
        "n,ctrl+t",
        " n , f2 ",
    ],
)
def test_a_choice_that_can_be_typed_holds(keys):
    held, problems = read_keymap({"undo": keys}, COMMANDS)
    assert (held, problems) == ({"undo": keys.replace(" ", "")}, [])


NAMED = """
enter escape tab space backspace delete insert home end pageup pagedown up down left right slash backslash question_mark
comma full_stop colon semicolon plus minus equals_sign underscore asterisk exclamation_mark quotation_mark apostrophe
number_sign dollar_sign percent_sign ampersand at tilde circumflex_accent grave_accent vertical_line left_parenthesis
right_parenthesis left_square_bracket right_square_bracket left_curly_bracket right_curly_bracket less_than_sign
greater_than_sign f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 f12 f13 f14 f15 f16 f17 f18 f19 f20 f21 f22 f23 f24
"""


def test_the_keys_with_names_are_those_that_textual_sends():
    assert set(NAMED.split()) == keymap._NAMED
    free = [key for key in NAMED.split() if key not in {"slash", "down"}]
    assert all(read_keymap({"undo": key}, COMMANDS) == ({"undo": key}, []) for key in free)


def test_the_keys_with_ctrl_that_a_note_needs_are_those_that_edit_it():
    keys = [
        *"acdefgkosuvwxyz",
        "left",
        "right",
        "up",
        "down",
        "home",
        "end",
        "backspace",
        "delete",
        "shift+left",
        "shift+right",
    ]
    assert {f"ctrl+{key}" for key in keys} == keymap._TYPING_WITH_CTRL


BAD = {
    "unknown id": ({"fly": "n"}, "there is no command “fly”"),
    "nonsense key": ({"undo": "wibble"}, "“wibble” for undo is not a key"),
    "two letters": ({"undo": "gg"}, "“gg” for undo is not a key"),
    "the character itself": ({"undo": "/"}, "“/” for undo is not a key; write it as n, N, ctrl+n, f5 or slash"),
    "empty": ({"undo": ""}, "no key is given for undo"),
    "only commas": ({"undo": " , "}, "no key is given for undo"),
    "alt": ({"undo": "alt+n"}, "“alt+n” for undo is not a key"),
    "a key that no keyboard has": ({"undo": "f25"}, "“f25” for undo is not a key"),
    "a shifted letter": ({"undo": "shift+n"}, "“shift+n” for undo is not a key"),
    "the other order": ({"undo": "shift+ctrl+up"}, "“shift+ctrl+up” for undo is not a key"),
    "a modifier twice": ({"undo": "ctrl+ctrl+n"}, "“ctrl+ctrl+n” for undo is not a key"),
    "a modifier alone": ({"undo": "ctrl+"}, "“ctrl+” for undo is not a key"),
    "half of it": ({"undo": "n,wibble"}, "“wibble” for undo is not a key"),
    "ctrl+s": ({"undo": "ctrl+s"}, "ctrl+s saves in every form, so undo can't have it"),
    "ctrl+z": ({"undo": "ctrl+z"}, "ctrl+z suspends the program, so undo can't have it"),
    "ctrl+c": ({"undo": "ctrl+c"}, "ctrl+c copies, so undo can't have it"),
    "ctrl+i": ({"undo": "ctrl+i"}, "a terminal can't tell ctrl+i from Tab"),
    "ctrl+j": ({"undo": "ctrl+j"}, "a terminal can't tell ctrl+j from Enter"),
    "ctrl+m": ({"undo": "ctrl+m"}, "a terminal can't tell ctrl+m from Enter"),
    "ctrl+M": ({"undo": "ctrl+M"}, "a terminal can't tell ctrl+M from Enter"),
    "clash with a usual key": ({"undo": "j"}, "“j” for undo clashes with line-down"),
    "clash on one of two screens": ({"undo": "s"}, "“s” for undo clashes with sort"),
}


@each_row("case", BAD)
def test_a_choice_that_can_not_hold_is_said_and_the_others_hold(case):
    chosen, sentence = BAD[case]
    held, problems = read_keymap({"redo": "R", **chosen, "find": "ctrl+f"}, COMMANDS)
    assert held == {"redo": "R", "find": "ctrl+f"}
    (problem,) = problems
    assert problem.startswith("settings.json: ")
    assert sentence in problem


def test_two_choices_of_one_key_leave_one_of_them():
    held, problems = read_keymap({"undo": "n", "redo": "n"}, COMMANDS)
    assert held == {"redo": "n"}
    assert problems == ["settings.json: “n” for undo clashes with redo; the usual key stays."]


def test_keys_may_be_exchanged():
    chosen = {"undo": "ctrl+r", "redo": "u"}
    assert read_keymap(chosen, COMMANDS) == (chosen, [])


def test_one_key_may_mean_two_things_on_two_screens():
    assert read_keymap({"sort": "n", "student-card": "n"}, COMMANDS)[1] == []


def test_a_choice_given_up_takes_those_with_it_that_wanted_its_usual_key():
    held, problems = read_keymap({"find": "u", "undo": "j"}, COMMANDS)
    assert held == {}
    assert len(problems) == 2


KEYS = st.sampled_from(["u", "j", "s", "n", "ctrl+r", "slash", "u,n", "ctrl+i", "", "wibble", "n,n"])
CHOICES = st.dictionaries(st.sampled_from([*(command.id for command in COMMANDS), "fly"]), KEYS)


@settings(max_examples=some(200), deadline=None)
@given(CHOICES)
def test_whatever_is_chosen_no_screen_has_two_commands_on_one_key_and_nothing_is_lost_in_silence(chosen):
    held, problems = read_keymap(chosen, COMMANDS)
    assert len(held) + len(problems) == len(chosen)
    for screen in ("caseload", "log"):
        here = [command for command in COMMANDS if screen in command.where]
        keys = [key for command in here for key in set(held.get(command.id, command.keys).split(","))]
        assert len(keys) == len(set(keys)), held


@each_row(
    "key",
    ["n", "N", "7", "é", "slash", "full_stop", "space", "enter", "escape", "tab", "backspace", "delete", "left", "shift+up",
     "home", "shift+tab", "ctrl+s", "ctrl+d", "ctrl+v", "ctrl+left", "f5,n", "f", "x5"],
)  # fmt: skip
def test_a_key_that_notes_need_is_not_given_to_what_works_in_notes_too(key):
    held, problems = read_keymap({"shade": key, "undo": "U"}, COMMANDS)
    assert held == {"undo": "U"}
    (problem,) = problems
    assert "could no longer be typed in a note" in problem
    assert "the usual key stays" in problem


@each_row("key", ["f5", "ctrl+b", "ctrl+l", "ctrl+f5", "f12,ctrl+b", "shift+f5"])
def test_any_other_key_may_hide_the_names(key):
    assert read_keymap({"shade": key}, COMMANDS) == ({"shade": key}, [])
