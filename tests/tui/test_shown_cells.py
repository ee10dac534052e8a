"""Only what changed is written, and a terminal shows the same as if everything had been."""

from hypothesis import given
from hypothesis import strategies as st
from written_case import cells_of, terminal

from advisory.tui.cells import PLAIN, Look, Piece, Run, Text, look
from advisory.tui.shown_cells import ShownCells

CUTS = (0, 6, 13, 20)
"""Where widgets begin and end, as the compositor has it: pieces begin and end here too."""
LINES = 3
RED_ON_BLUE = "38;2;230;0;0;48;2;0;0;99"
LOOKS = [look(numbers) for numbers in ("", "1", "4;7", "31", RED_ON_BLUE, f"1;{RED_ON_BLUE}", "48;5;4", "97;103")]
CELLS = ["a", "b", " ", "é", "●", "─", "王", "🙂", "e\u0301", "न", "م"]
"""Characters of one cell and two, with marks on them, and of scripts that not all terminals draw alike. pyte draws no joiners."""
WIDE = {"王", "🙂"}


@st.composite
def pieces(draw: st.DrawFn, characters: list[str]) -> list[Piece]:
    start, stop = draw(st.sampled_from([(0, 3), (0, 1), (1, 2), (2, 3), (1, 3)]))
    left = CUTS[stop] - CUTS[start]
    runs = []
    while left:
        character = draw(st.sampled_from([one for one in characters if left > 1 or one not in WIDE]))
        times = draw(st.integers(1, max(1, left // 2 if character in WIDE else left)))
        runs.append(Run(character * times, draw(st.sampled_from(LOOKS))))
        left -= times * (2 if character in WIDE else 1)
    return [Piece(draw(st.integers(0, LINES - 1)), CUTS[start], Text(tuple(runs)))]


def in_full(piece: Piece) -> str:
    """The piece as Textual writes it."""
    texts = [f"\x1b[0;{';'.join(filter(None, run.look)) or '0'}m{run.text}\x1b[0m" for run in piece.text.runs]
    return f"\x1b[{piece.y + 1};{piece.x + 1}H{''.join(texts)}"


def assert_shows_the_same(drawn: list[list[Piece]]) -> None:
    (screen, thrifty), (other, wasteful) = (terminal(CUTS[-1], LINES) for _ in range(2))
    shown = ShownCells()
    for frame in drawn:
        thrifty.feed(shown.changes(frame, CUTS[-1]))
        wasteful.feed("".join(map(in_full, frame)))
        assert cells_of(screen) == cells_of(other)
        assert shown.changes(frame, CUTS[-1]) == ""


@given(st.lists(pieces(CELLS[:6]), max_size=12))
def test_a_terminal_shows_the_same_as_if_everything_was_written(drawn: list[list[Piece]]) -> None:
    assert_shows_the_same(drawn)


@given(st.lists(pieces(CELLS), max_size=8))
def test_also_with_characters_that_terminals_give_different_widths(drawn: list[list[Piece]]) -> None:
    assert_shows_the_same(drawn)


def line(text: str, y: int = 0) -> Piece:
    return Piece(y, 0, Text((Run(text, PLAIN),)))


def test_one_letter_that_changes_is_one_letter_and_its_place() -> None:
    shown = ShownCells()
    shown.changes([line("Maya Okafor   10")], 16)
    assert shown.changes([line("Maya Okafor   11")], 16) == "\x1b[1;16H1"


def test_a_piece_with_a_character_of_two_cells_is_written_whole_if_it_changed_and_what_stands_behind_it() -> None:
    shown = ShownCells()
    name, behind = Piece(0, 0, Text((Run("王 Wang  ", PLAIN),))), Piece(0, 9, Text((Run("10", PLAIN),)))
    shown.changes([name, behind], 11)
    assert shown.changes([name, behind], 11) == ""
    other = Piece(0, 0, Text((Run("王 Wang !", PLAIN),)))
    assert shown.changes([other, behind], 11) == "\x1b[1;1H王 Wang !\x1b[1;10H10"
    assert shown.changes([other, behind], 11) == ""
    assert shown.changes([Piece(0, 0, Text((Run("Wang    !", PLAIN),))), behind], 11) == "\x1b[1;1HWang    !"


def test_once_the_terminal_may_show_anything_all_is_written() -> None:
    shown = ShownCells()
    assert not shown.forget()
    shown.changes([line("Maya")], 4)
    assert shown.forget()
    assert "Maya" in shown.changes([line("Maya")], 4)
    assert "Maya" in shown.changes([line("Maya ")], 5), "another width"


def test_the_look_changes_only_in_what_differs() -> None:
    shown = ShownCells()
    calm, loud = look("38;2;1;1;1;48;2;9;9;9"), look("1;31;48;2;9;9;9")
    written = shown.changes([Piece(0, 0, Text((Run("a", calm), Run("b", loud), Run("c", calm))))], 3)
    assert written == "\x1b[1;2H\x1b[1;31;48;2;9;9;9mb\x1b[1G\x1b[22;38;2;1;1;1ma\x1b[1Cc\x1b[0m"


def test_the_numbers_of_a_look() -> None:
    assert look("1;4;38;5;9;100") == Look("1;4", "38;5;9", "100")
    assert look("9;39;49") == Look("9", "39", "49")
    assert look("2;97;48;2;1;2;3") == Look("2", "97", "48;2;1;2;3")
