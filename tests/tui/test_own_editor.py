"""A text in the advisor's own editor: a private file, gone afterwards, and the text is never lost."""

import os
import re
from contextlib import contextmanager
from pathlib import Path

import pytest

from advisory.rules.refusal import Refusal
from advisory.tui.running.own_editor import write_in_own_editor


@pytest.fixture
def fake(tmp_path: Path):
    """An editor of a few lines of shell, in which $1 is the file."""

    def make(script: str) -> dict[str, str]:
        path = tmp_path / "editor with a blank"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o700)
        return {"EDITOR": f"'{path}' --wait", "PATH": os.environ["PATH"]}

    return make


class Lent:
    """Counts how often the terminal was lent and given back."""

    def __init__(self) -> None:
        self.told: list[str] = []

    @contextmanager
    def lend(self):
        self.told.append("lent")
        yield
        self.told.append("back")


def write(text: str, environment: dict[str, str]) -> tuple[str, str]:
    return tuple(write_in_own_editor(text, environment, Lent().lend()))


def test_the_text_comes_back_as_it_was_left_and_the_file_is_private_and_gone(fake, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    environment = fake(f'ls -ld "$(dirname "$2")" "$2" > "{seen}"; echo "$2" >> "{seen}"; echo "and more" >> "$2"')
    lent = Lent()
    assert write_in_own_editor("Größe\n→ first\n", environment, lent.lend()) == ("Größe\n→ first\nand more\n", "")
    folder, file, path = seen.read_text("utf-8").splitlines()
    assert file.startswith("-rw-------")
    assert folder.startswith("drwx------")
    assert not Path(path).parent.exists()
    assert lent.told == ["lent", "back"]


def test_the_line_end_that_an_editor_adds_is_not_text(fake) -> None:
    assert write("first", fake('echo "second" > "$2"')) == ("second", "")


def test_what_was_saved_is_taken_also_from_an_editor_that_failed(fake) -> None:
    text, notice = write("first", fake('echo "second" > "$2"; exit 3'))
    assert text == "second"
    assert notice.endswith("” ended with an error; this is what it had saved.")


def test_an_editor_that_saves_as_windows_does_loses_no_word(fake) -> None:
    text, notice = write("first", fake(r'printf "Jos\351 reads\r\nnow" > "$2"'))
    assert text == "José reads\nnow"
    assert notice.endswith("” did not save as UTF-8; check that the accents are right.")


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ('rm "$2"', "left no readable text; yours is unchanged."),
        ("kill -9 $$", "ended with an error; this is what it had saved."),
    ],
)
def test_an_editor_that_leaves_nothing_to_read_leaves_the_text_as_it_was(fake, script: str, said: str) -> None:
    text, notice = write("first", fake(script))
    assert text == "first"
    assert notice.endswith(f"” {said}")


def test_what_is_no_program_any_more_is_told(tmp_path: Path) -> None:
    path = tmp_path / "editor"
    path.write_bytes(b"\x00no program")
    path.chmod(0o700)
    text, notice = write("first", {"EDITOR": str(path)})
    assert text == "first"
    assert re.fullmatch(rf"“{re.escape(str(path))}” could not be started \(.+\)\.", notice)


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        ({}, "No editor is set. Set EDITOR to the name of one, such as nano, before you start the program."),
        (
            {"EDITOR": "no-such-editor -w"},
            "EDITOR is “no-such-editor -w”, but there is no such program here. Set it to one, such as nano.",
        ),
        ({"EDITOR": "'"}, "EDITOR is “'”, which is not a valid command: a quotation mark is missing."),
        (
            {"VISUAL": "'", "EDITOR": "nano"},
            "EDITOR is “'”, which is not a valid command: a quotation mark is missing.",
        ),
    ],
)
def test_without_an_editor_it_is_refused_before_the_terminal_is_lent(chosen: dict[str, str], sentence: str) -> None:
    lent = Lent()
    with pytest.raises(Refusal) as refused:
        write_in_own_editor("first", {"PATH": os.environ["PATH"], **chosen}, lent.lend())
    assert str(refused.value) == sentence
    assert lent.told == []
