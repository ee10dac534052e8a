"""The lines of a pact that may be put into other words: found, read and changed, each by its place."""

from datetime import date

from each_row import each_row
from msgspec.structs import replace
from record_case import make

from advisory.model import Commitment, Pact, SuccessLine
from advisory.rules.pact.line import LISTS, PactLine, read_line, with_line

PACT = make(
    Pact,
    why="to stop guessing",
    success_evidence=(SuccessLine(text="two drawn", met_on=date(2026, 11, 2)), SuccessLine(text="one told")),
    student_commitments=(Commitment(text="draw", how_often="weekly", kept=(date(2026, 11, 3),)),),
)


LINES = {
    PactLine("learning_target"): PACT.learning_target,
    PactLine("why"): "to stop guessing",
    PactLine("success_evidence", 0): "two drawn",
    PactLine("success_evidence", 1): "one told",
    PactLine("student_commitments", 0): "draw",
}


def test_each_line_is_read_by_its_place() -> None:
    assert {line: read_line(PACT, line) for line in LINES} == LINES
    assert [line.key for line in LINES][2:4] == ["success_evidence:0", "success_evidence:1"]


@each_row("line", list(LINES))
def test_only_the_words_of_the_one_line_change(line: PactLine) -> None:
    changed = replace(PACT, **with_line(PACT, line, "  other words "))
    assert read_line(changed, line) == "other words"
    for other in LINES:
        if other != line:
            assert read_line(changed, other) == read_line(PACT, other)
    if line.field in LISTS:
        before, after = getattr(PACT, line.field)[line.number], getattr(changed, line.field)[line.number]
        assert replace(after, text=before.text) == before, "days stay with the line"
    assert replace(changed, **with_line(changed, line, read_line(PACT, line))) == PACT


def test_an_empty_line_of_a_list_is_taken_out_and_one_behind_the_last_is_added() -> None:
    first = PactLine("success_evidence", 0)
    assert [one.text for one in with_line(PACT, first, " ")["success_evidence"]] == ["one told"]
    new = PactLine("advisor_commitments", 0)
    assert read_line(PACT, new) == ""
    assert with_line(PACT, new, "bring paper") == {"advisor_commitments": (Commitment(text="bring paper"),)}
    assert with_line(PACT, new, "") == {"advisor_commitments": ()}
    assert with_line(PACT, PactLine("why"), " ") == {"why": ""}
