"""The lists of a pact as lines: what is written with a part goes with it when its words change or it moves."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory.model import Commitment, OtherHelp, SuccessLine
from advisory.rules.refusal import Refusal
from advisory.tui.dialogs.pact.lines import how_often_at, read_parts, written

KEPT = (date(2026, 11, 2), date(2026, 11, 9))
READ = Commitment(text="read aloud", how_often="every Friday", kept=KEPT)
BRING = Commitment(text="bring a graph")
texts = st.text(max_size=20).filter(str.strip)
commitments = st.builds(Commitment, text=texts, how_often=st.text(max_size=10), kept=st.just(KEPT))


@given(st.lists(commitments, max_size=4).map(tuple))
def test_what_is_not_touched_stays_as_it_is(parts) -> None:
    assert read_parts(Commitment, written(parts), parts) == parts


@pytest.mark.parametrize(
    ("line", "what", "how_often"),
    [
        ("bring a graph", "bring a graph", ""),
        ("bring a graph - every week", "bring a graph", "every week"),
        ("self-check – at the end - each time", "self-check – at the end", "each time"),
        ("self-check", "self-check", ""),
        ("bring - ", "bring -", ""),
        ("- bring", "- bring", ""),
    ],
)
def test_how_often_stands_behind_the_last_dash(line: str, what: str, how_often: str) -> None:
    assert read_parts(Commitment, line, ()) == (Commitment(text=what, how_often=how_often),)
    assert (how_often_at(line) < len(line)) == bool(how_often)


def test_a_part_goes_with_its_words_and_its_place() -> None:
    shown = written((READ, BRING)).split("\n")
    value = "\n".join(["ask first", shown[1], shown[0].replace("read aloud", "read on my own", 1)])
    ask, bring, read = read_parts(Commitment, value, (READ, BRING))
    assert (ask, bring) == (Commitment(text="ask first"), BRING)
    assert read == Commitment(text="read on my own", how_often="every Friday", kept=KEPT)


def test_two_parts_that_change_places_and_words_keep_what_is_recorded_with_each() -> None:
    """Their places alone would take one for the other."""
    read, bring = written((READ, BRING)).split("\n")
    value = "\n".join([bring.replace("bring", "draw", 1), read.replace("read aloud", "read alone", 1)])
    assert [part.kept for part in read_parts(Commitment, value, (READ, BRING))] == [(), KEPT]


def test_a_part_whose_words_were_changed_elsewhere_is_known_by_its_place() -> None:
    elsewhere = Commitment(text="read to a friend", kept=KEPT)
    value = written((READ, BRING)).replace("read aloud", "read alone", 1)
    assert read_parts(Commitment, value, (elsewhere, BRING))[0].kept == KEPT


def test_a_line_met_stays_met_when_it_is_reworded() -> None:
    met = SuccessLine(text="two graphs", met_on=KEPT[0], note="with a drawing")
    (again,) = read_parts(SuccessLine, written((met,)).replace("two", "three", 1), (met,))
    assert again == SuccessLine(text="three graphs", met_on=KEPT[0], note="with a drawing")


def test_a_line_about_somebody_else_says_who_and_what() -> None:
    assert read_parts(OtherHelp, "coach: asks: how was it", ()) == (OtherHelp(who="coach", text="asks: how was it"),)
    for line in ("coach asks", "coach:", ": asks"):
        with pytest.raises(Refusal, match="Line 2 needs who and what"):
            read_parts(OtherHelp, f"coach: asks\n{line}", ())
