"""Properties of the only way in which names and notes reach the screen."""

import unicodedata
from datetime import date

import pytest
from app_case import KEPT_MARKS
from each_row import each_row
from hypothesis import example, given
from hypothesis import strategies as st
from record_case import make
from rich.cells import cell_len

from advisory.model import Student
from advisory.tui.prose import (
    Prose,
    Shade,
    age,
    cut,
    cut_name,
    day,
    fit,
    fit_name,
    safe,
    safe_lines,
    visible,
    width,
    wrap,
    wrap_to,
)

ODD = "a b\t\n\r\x00\x07\x1b\x7f\x85\x9b\xad\u0301\u200b\u200d\u200e\u2028\u202e\u2066\u2069\ufe0f\ufeff\U000e0001…雨👩❤🇩🇪ש"
texts = st.text(st.one_of(st.sampled_from(ODD), st.characters()), max_size=40)
cells_wide = st.integers(2, 30)


def is_obeyed(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and character not in KEPT_MARKS


def is_surrogate(character: str) -> bool:
    """Half a character, which no file in UTF-8 holds."""
    return unicodedata.category(character) == "Cs"


@given(texts)
@example("\x1b]0;title\x07\x9d\u202e\u2066\u2028\ud800")
def test_nothing_that_a_terminal_obeys_comes_through(text: str) -> None:
    assert not any(map(is_obeyed, safe(text)))
    assert not any(map(is_obeyed, visible(text)))
    assert not any(is_obeyed(character) for character in safe_lines(text) if character != "\n")


@given(texts)
def test_safe_text_is_left_as_it_is(text: str) -> None:
    assert safe(safe(text)) == safe(text)


@each_row("text", ["Sam [/foo]", "=HYPERLINK(1)", "José Ñandú", "李 雨桐", "שלום", "👩‍👩‍👧‍👦", "क्‍ष", "علی\u200cرضا"])
def test_what_people_write_comes_through_unchanged(text: str) -> None:
    assert safe(text) == text


@given(texts)
def test_visible_keeps_every_place_so_that_a_cursor_stands_where_it_should(text: str) -> None:
    assert len(visible(text)) == len(text)


@given(texts, st.integers(0, 30))
def test_cut_keeps_to_the_width_and_takes_from_the_end_only(text: str, cells: int) -> None:
    shown = cut(safe(text), cells)
    assert cell_len(shown) <= cells
    if shown != safe(text):
        assert not shown or shown.endswith("…")
        assert safe(text).startswith(shown[:-1])


@given(texts, st.integers(0, 30))
def test_fit_is_just_as_wide_as_asked(text: str, cells: int) -> None:
    assert cell_len(fit(safe(text), cells)) == cells


@given(texts, cells_wide)
@example("\u00a0" * 9, 4)
@example("日本語", 3)
@example("a…" * 9, 2)
def test_wrap_keeps_to_the_width_and_loses_no_word(text: str, cells: int) -> None:
    lines = wrap(safe(text), cells)
    assert all(cell_len(line) <= cells for line in lines)
    assert "".join(lines).replace(" ", "") == safe(text).replace(" ", "")


@given(st.lists(st.text("abcé雨", min_size=1, max_size=6), max_size=12), st.integers(12, 30))
def test_wrap_breaks_between_words_when_they_fit(words: list[str], cells: int) -> None:
    assert [word for line in wrap(" ".join(words), cells) for word in line.split()] == words


def test_wrap_keeps_paragraphs() -> None:
    assert wrap("one two\n\nthree", 5) == ["one", "two", "", "three"]


@given(texts)
def test_width_is_what_the_terminal_takes(text: str) -> None:
    assert width(safe(text)) == cell_len(safe(text))


@pytest.mark.parametrize("shade", [Shade.INITIALS, Shade.NEUTRAL])
@given(text=texts.filter(bool))
def test_under_the_shade_a_note_is_always_the_same_dots(shade: Shade, text: str) -> None:
    prose = Prose()
    prose.shade = shade
    assert prose.note(text) == prose.note("Another")
    assert prose.note("") == ""


@given(texts.map(lambda text: "".join(c for c in text if not is_surrogate(c))).filter(lambda text: text.strip(" ")))
def test_under_the_shade_a_name_is_its_initials_and_they_are_safe_too(text: str) -> None:
    prose = Prose()
    student = make(Student, given_name=text + "x", family_name=text + "y")
    prose.shade = Shade.INITIALS
    shown = prose.name(student, student.full_name)
    assert not any(map(is_obeyed, shown))
    assert text not in shown or len(set(text)) == 1  # a name of one letter, also twice, looks like its initials


def test_the_shade_goes_round() -> None:
    assert [level.next() for level in Shade] == [Shade.INITIALS, Shade.NEUTRAL, Shade.OFF]


MONDAY = date(2026, 11, 23)


@each_row(
    ("value", "said"),
    [
        (None, ""),
        (MONDAY, "today"),
        (date(2026, 11, 24), "tomorrow"),
        (date(2026, 11, 22), "yesterday"),
        (date(2026, 11, 27), "Fri"),
        (date(2026, 11, 30), "Nov 30"),
        (date(2026, 11, 20), "Nov 20"),
        (date(2025, 11, 20), "Nov 20, 2025"),
    ],
)
def test_a_day_in_few_cells(value: date | None, said: str) -> None:
    assert day(value, MONDAY) == said


def test_an_age_in_few_cells() -> None:
    assert [age(days) for days in (None, 0, 1, 30)] == ["–", "0 d", "1 d", "30 d"]


@each_row(
    ("name", "cells", "shown"),
    [
        ("Noah Brown (s0000003)", 21, "Noah Brown (s0000003)"),
        ("Noah Brown (s0000003)", 18, "Noah s0000003"),
        ("Noah Brown (s0000003)", 13, "Noah s0000003"),
        ("Noah Brown (s0000003)", 19, "Noah Brown s0000003"),
        ("Omar Haddad (grade 12)", 16, "Omar Haddad 12"),
        ("Omar Haddad (grade 12)", 13, "Omar 12"),
        ("Omar s0000003", 12, "Om… s0000003"),
        ("Noah Brown (s0000003)", 12, "No… s0000003"),
        ("Noah Brown (s0000003)", 8, "s0000003"),
        ("Anneliese Feathersto B.", 16, "Anneliese Fe… B."),
        ("Anneliese Feathersto", 10, "Anneliese…"),
        ("Anneliese-Katharina 李", 16, "Anneliese-Ka… 李"),
        ("Noah Brown (s0000003)", 0, ""),
    ],
)
def test_a_name_that_is_cut_keeps_what_tells_it_apart(name: str, cells: int, shown: str) -> None:
    assert cut_name(name, cells) == shown


@given(texts, st.integers(2, 20), st.integers(0, 4))
def test_a_text_wrapped_to_some_lines_keeps_to_both_and_says_that_it_was_cut(text: str, cells: int, lines: int) -> None:
    shown = safe(text)
    wrapped = wrap_to(shown, cells, lines)
    assert len(wrapped) <= lines
    assert all(cell_len(line) <= cells for line in wrapped)
    if lines and wrapped != wrap(shown, cells):
        assert wrapped[-1].endswith("…")


@given(texts, st.sampled_from(["", " (s0000003)", " (grade 雨)", " B.", " Bra."]), st.integers(0, 30))
def test_a_cut_name_keeps_to_the_width(name: str, telling: str, cells: int) -> None:
    called = safe(name + telling)
    assert cell_len(cut_name(called, cells)) <= cells
    if cell_len(called) <= cells:
        assert cut_name(called, cells) == called
    assert cell_len(fit_name(called, cells)) == cells
