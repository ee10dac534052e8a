"""README is true: what it takes from the program is as it is now, its pictures are there, and its command lines work."""

import re
import shlex
from datetime import date

import click
import pytest
from readme import CONTRIBUTING, CONTRIBUTING_PARTS, PARTS, README, by_hand, commands, written_anew

from advisory.cli.base.sitting import Sitting
from advisory.cli.main import advisory

TEXT = README.read_text(encoding="utf-8")
COMMANDS = dict(commands())
EXAMPLES = [example for command in COMMANDS.values() for example in command.examples]
BY_HAND = [
    *re.findall(r"(?<=`advisory )[^`\n]+(?=`)", by_hand(TEXT)),
    *re.findall(r"^ {4,}(?:.*\brun .*)?\badvisory (.+)$", by_hand(TEXT), re.MULTILINE),
]
"""What README's own text tells to type after `advisory`."""
MENDED_BY = "README.md is not as the program is now: `uv run python -m tests.readme` writes it anew."


def no_app(*_arguments: object, **_options: object) -> int:
    raise AssertionError("a line that is only parsed opened the app")  # never run: parsing opens nothing


def parsed(line: str, home: str) -> click.Command:
    """The command that a line calls, once its words have gone through click's parser; nothing is carried out."""
    words = shlex.split(line, comments=True)
    context = advisory.make_context("advisory", words, obj=Sitting(home, date(2026, 11, 23), no_app))
    while isinstance(context.command, click.Group) and (rest := [*context._protected_args, *context.args]):
        name, command, rest = context.command.resolve_command(context, rest)
        context = command.make_context(name, rest, parent=context)
    return context.command


def options_of(command: click.Command) -> set[str]:
    return {name for option in command.get_params(click.Context(command)) for name in option.opts}


def test_what_it_takes_from_the_program_is_as_it_is_now():
    assert written_anew(TEXT) == TEXT, MENDED_BY


def test_contributing_lists_every_key_by_screen_as_it_is_now():
    text = CONTRIBUTING.read_text(encoding="utf-8")
    assert written_anew(text, CONTRIBUTING_PARTS) == text, MENDED_BY.replace("README", "CONTRIBUTING")


@pytest.mark.parametrize("name", PARTS)
def test_what_somebody_changed_in_a_generated_part_is_written_anew(name):
    changed = TEXT.replace(f"<!-- {name} -->\n", f"<!-- {name} -->\nA line of somebody's own.\n")
    assert changed != TEXT
    assert written_anew(changed) == TEXT


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("end", ["", "end of "])
def test_a_missing_marker_is_named(name, end):
    with pytest.raises(ValueError, match=f"<!-- end of {name} -->"):
        written_anew(TEXT.replace(f"<!-- {end}{name} -->\n", ""))


def test_every_command_has_an_example_of_its_own():
    for path, command in COMMANDS.items():
        assert command.examples, path
        for example in command.examples:
            assert tuple(shlex.split(example.line)[: len(path)]) == path


def test_every_example_is_a_command_line_and_names_options_that_there_are(tmp_path):
    for example in EXAMPLES:
        command = parsed(example.line, str(tmp_path))
        assert set(re.findall(r"(?<!\S)--?[a-z][a-z-]*", example.note)) <= options_of(command), example


def test_every_command_that_the_text_names_is_a_command_line(tmp_path):
    assert {"demo", "where", "import names.txt --dry-run"} <= {re.sub(r"\s+#.*", "", line) for line in BY_HAND}
    for line in BY_HAND:
        assert parsed(line, str(tmp_path)) in COMMANDS.values(), line


@pytest.mark.parametrize(
    "line", ["lst", "list --jsn", "checkin maya --mintues 5", "pact agree maya --student no", "show"]
)
def test_a_line_that_is_wrong_does_not_pass(line, tmp_path):
    with pytest.raises(click.UsageError):
        parsed(line, str(tmp_path))


def test_help_shows_the_examples(capsys):
    for path, command in COMMANDS.items():
        with pytest.raises(SystemExit):
            advisory.main([*path, "-h"], prog_name="advisory")
        shown = capsys.readouterr().out.partition("\nExamples:\n")[2]
        for example in command.examples:
            assert f"  {example.typed}\n" in shown
            assert " ".join(example.note.split()) in " ".join(shown.split())


@pytest.mark.parametrize("picture", re.findall(r"\((tests/pictures/[^)]+)\)", TEXT))
def test_every_picture_is_there(picture):
    assert (README.parent / picture).read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.parametrize("file", sorted(set(re.findall(r"\]\(((?:\.github|advisory)/[^)]+)\)", TEXT))))
def test_every_file_it_links_to_is_there(file):
    assert (README.parent / file).is_file()


def test_the_two_commands_stand_on_lines_of_their_own():
    commands = re.findall(r"^    (python3 .*)$", TEXT, re.MULTILINE)
    setup = "python3 -m pip install --upgrade --target .uv uv"
    assert commands == [
        f"{setup} && .uv/bin/uv run --compile-bytecode advisory demo",
        f"{setup} && .uv/bin/uv run pytest",
    ]
