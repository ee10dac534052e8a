"""Exit codes: 0 done, 1 refused, 2 a wrong command line, 3 a folder that can't be used; data on stdout, talk on stderr."""

from each_row import each_row
from record_case import NOW

from advisory import __version__
from advisory.cli import run
from advisory.store import Store
from advisory.store.disk.open_folder.ledger import Ledger

DATA = [
    ["list"],
    ["list", "--json"],
    ["show", "jose"],
    ["show", "jose", "--json"],
    ["log", "--json"],
    ["export", "students", "--for", "myself"],
    ["where"],
    ["--help"],
    ["--version"],
    ["checkin", "--help"],
]
TALK = [
    ["checkin", "jose", "Laughed"],
    ["promise", "jose", "bring lab notes"],
    ["move", "jose", "alliance", "--reason", "Asked for a target"],
    ["undo"],
    ["redo"],
]
REFUSED = {
    "nobody of that name": (["checkin", "zoe", "x"], "Nobody in the caseload has a name that begins with “zoe”."),
    "a name of nothing": (["show", ""], "Nobody in the caseload"),
    "more than one": (["checkin", "may", "x"], "Maya Okafor [s0000002], Mayumi Sato [s0000003]"),
    "nothing to save": (["checkin", "jose"], "nothing to save yet"),
    "still to come": (["checkin", "jose", "x", "--on", "+1"], "Nov 24, 2026 is still to come"),
    "a tag of two words": (["checkin", "jose", "x", "--tag", "a b"], "check-in: tags is 'a b'"),
    "a skipped stage": (["move", "jose", "cognitive_insight", "--reason", "x"], "after Rapport comes Alliance"),
    "no reason": (["move", "jose", "alliance", "--reason", " "], "Type one line on what"),
    "a promise for yesterday": (["promise", "jose", "x", "--due", "-1"], "is in the past"),
    "no such roster": (["import", "nowhere.csv"], "nowhere.csv"),
    "no folder to write to": (["export", "students", "-o", "nowhere/x.csv"], "nowhere"),
    "the app without a terminal": ([], "opens the app"),
}
WRONG = {
    "no such command": (["chekin"], "chekin"),
    "no such option": (["list", "--jsno"], "--jsno"),
    "no such stage": (["move", "jose", "trust", "--reason", "x"], "alliance"),
    "no such kind": (["checkin", "jose", "x", "--kind", "chat"], "one_to_one"),
    "no such export": (["export", "grades"], "caseload"),
    "no day": (["checkin", "jose", "x", "--on", "someday"], "“someday” is not a date: type one such as today, fri"),
    "no name": (["show"], "NAME"),
    "minutes of no day": (["checkin", "jose", "x", "--minutes", "9999"], "1440"),
    "a today in no school's life": (["--today", "0001-01-01", "list"], "0001-01-01"),
}


@each_row("arguments", DATA)
def test_data_goes_to_stdout_alone(line, arguments):
    said = line(*arguments)
    assert (said.code, said.err) == (0, "")
    assert said.out


@each_row("arguments", TALK)
def test_talk_goes_to_stderr_alone(line, arguments):
    said = line(*arguments)
    assert (said.code, said.out) == (0, "")
    assert len(said.err.splitlines()) in {1, 2}


@each_row("case", REFUSED)
def test_a_refusal_is_one_and_a_sentence_and_changes_nothing(line, home, case):
    arguments, sentence = REFUSED[case]
    before = line("export", "checkins").out
    said = line(*arguments)
    assert (said.code, said.out) == (1, "")
    assert sentence in said.err
    assert "Traceback" not in said.err
    assert line("export", "checkins").out == before


@each_row("case", WRONG)
def test_a_wrong_command_line_is_two_and_says_what_can_be_typed(line, case):
    arguments, hint = WRONG[case]
    said = line(*arguments)
    assert (said.code, said.out) == (2, "")
    assert hint in said.err


def test_a_folder_that_can_not_be_opened_is_three(tmp_path, capsys):
    (tmp_path / "file").write_text("no folder")
    assert run(["--home", str(tmp_path / "file"), "list"]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert str(tmp_path / "file") in err


def test_a_damaged_file_is_three_and_is_left_as_it_is(line, home):
    (home / "advisory.json").write_text("{ not ours", encoding="utf-8")
    said = line("checkin", "jose", "x")
    assert (said.code, said.out) == (3, "")
    assert "advisory.json" in said.err
    assert (home / "advisory.json").read_text(encoding="utf-8") == "{ not ours"


def test_a_folder_that_another_keeps_writing_to_is_three(line, home, monkeypatch):
    other = Store.open(home)
    monkeypatch.setattr(Ledger, "patience", property(lambda _: 0.05, lambda _, __: None), raising=False)
    with other.change("Long", NOW):
        said = line("checkin", "jose", "x")
    other.close()
    assert said.code == 3
    assert "Another advisory has been writing" in said.err


def test_an_edit_by_hand_is_a_change_that_undo_takes_back(line, home):
    line("checkin", "jose", "x")
    path = home / "advisory.json"
    text = path.read_text(encoding="utf-8")
    assert '"line":"x"' in text
    path.write_text(text.replace('"line":"x"', '"line":"by hand"'), encoding="utf-8")
    assert "by hand" in line("log").out
    said = line("undo")
    assert said.code == 0
    assert "Undid: Changed outside advisory" in said.err
    assert "note: by hand → x" in line("history", "jose").out


def test_the_version_is_the_packages(line):
    assert line("--version").out == f"advisory {__version__}\n"


def test_the_code_of_the_app_is_handed_over(home):
    assert run(["--home", str(home)], open_app=lambda *_, **__: 5) == 5
    assert run(["--home", str(home)], open_app=lambda *_, **__: 0) == 0
