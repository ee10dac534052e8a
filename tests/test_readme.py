"""README is true: its keys are the registry's, its pictures are there, its commands exist."""

import re
from pathlib import Path

from each_row import each_row

from advisory.cli.main import advisory
from advisory.rules.capture.card import GRAMMAR
from advisory.tui.commands.registry import COMMANDS

README = Path(__file__).parents[1] / "README.md"
TEXT = README.read_text(encoding="utf-8")


@each_row("command", COMMANDS)
def test_every_key_stands_in_the_table(command):
    assert f"| `{command.display()}` | {command.label} | {command.sentence}" in TEXT


def test_the_table_has_no_key_that_the_registry_does_not_know():
    rows = re.findall(r"^\| `[^`]+` \| [^|]+ \| .+ \|$", TEXT, re.MULTILINE)
    keys = [row for row in rows if ".json" not in row]
    assert len(keys) == len(COMMANDS)


@each_row(("mark", "sentence"), GRAMMAR)
def test_every_mark_of_the_capture_line_stands_in_its_table(mark, sentence):
    assert f"| `{mark}` | {sentence} |" in TEXT


@each_row("picture", re.findall(r"\((tests/pictures/[^)]+)\)", TEXT))
def test_every_picture_is_there(picture):
    assert (README.parent / picture).read_text(encoding="utf-8").startswith("<svg")


@each_row("name", sorted(set(re.findall(r"^ +advisory (?:--\S+ \S+ )?([a-z]+)", TEXT, re.MULTILINE))))
def test_every_command_it_names_exists(name):
    assert name in advisory.commands or name in advisory.list_commands(None)


def test_the_two_commands_stand_on_lines_of_their_own():
    commands = re.findall(r"^    (python3 .*)$", TEXT, re.MULTILINE)
    setup = "python3 -m pip install --upgrade --target .uv uv"
    assert commands == [
        f"{setup} && .uv/bin/uv run --compile-bytecode advisory demo",
        f"{setup} && .uv/bin/uv run pytest",
    ]
