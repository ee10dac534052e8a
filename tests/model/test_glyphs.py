"""One sign language: no mark means two things, and each is written down once."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import advisory
from advisory.model import glyphs

ROOT = Path(advisory.__file__).parent
DRAWN_BY = ("cli", "rules/pact", "rules/learning/trend.py", "tui")
"""What draws on a screen or a terminal; the printed page has no room for a legend, and a parser reads other people's marks."""
TYPED = {glyphs.AWAY, glyphs.WAITING, glyphs.CELEBRATION, glyphs.STUDENT_STARTED, glyphs.NOTHING, glyphs.WAIVED, "•"}
"""Marks that are also punctuation of a sentence, a path, or what an advisor types."""


def _marks() -> list[str]:
    values = [value for name, value in vars(glyphs).items() if name.isupper() and name != "LEGEND"]
    return [mark for value in values for mark in value]


def test_no_mark_means_two_things() -> None:
    assert [mark for mark, count in Counter(_marks()).items() if count > 1] == []


def test_each_is_one_cell_and_stands_in_the_legend_once() -> None:
    explained = Counter("".join("".join(dict.fromkeys(one.glyphs)) for one in glyphs.LEGEND))
    assert explained == Counter(set(_marks()) - set(glyphs.STAGE_FILLS))  # the chart of the year has its own legend
    assert all(len(mark) == 1 for mark in _marks())


def test_no_other_file_draws_one_of_its_own() -> None:
    files = [
        file for place in DRAWN_BY for file in sorted([ROOT / place, *(ROOT / place).rglob("*.py")]) if file.is_file()
    ]
    marks = {*_marks()} - TYPED
    found = [(file.name, text) for file in files for text in _texts(file) if marks & set(text) or _is_shape(text)]
    assert found == []


def _is_shape(text: str) -> bool:
    """Whether a text has a geometric shape or dingbat, which would be a mark without a meaning in the legend."""
    return any("\u25a0" <= character <= "\u27bf" for character in text)


def _texts(file: Path) -> Iterator[str]:
    """The texts in a file's code, without what is only said about the code."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


def test_each_mark_has_the_name_that_people_know_it_by() -> None:
    assert " ".join(f"{one.glyphs} {one.label}," for one in glyphs.LEGEND) == (
        "● One-to-one, ○ Contact, × Attempt, / Not here, · Nothing, ▰▱▱ Stage, ▲▲△ Signs, ▢ Open, ✓ Done, ✎ Begun, "
        "~ Waived, ◷ Review, ! Waiting, ◆ Focal, ✿ Birthday, ■ Known, ▪ Known before, * Celebration, < Student began, "
        "▂▃▅▇ Progress, ▸ Highlighted, › More, • Listed,"
    )
