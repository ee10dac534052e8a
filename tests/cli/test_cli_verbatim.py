"""A note is kept exactly as typed, whatever it begins with and whatever is in it, and comes out of the CSV as it went in."""

import csv
import io

from each_row import each_row
from examples import some
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisory.exchange.file.cell import unguard

NOTES = {
    "commas and quotes": 'said "no, not yet", twice',
    "line ends": "first\nsecond\r\nthird\rfourth",
    "emoji": "👩\u200d👩\u200d👧\u200d👦 came 🙂🏽",
    "right to left": "قال \u200f\u202b«مرحبا»\u202c",
    "a formula": '=HYPERLINK("x")',
    "plus": "+1 to that",
    "minus": "-1 + 2",
    "at": "@crew",
    "tab": "\tindented",
    "apostrophe and formula": "'=1+1",
    "full-width": "＝１",
    "control characters": "a\x07b\x1b[31mc\x9bd\x00e",
    "spaces around": "  as typed  ",
    "a table": "a;b\tc,d",
}
DASHED = [
    "- a bullet",
    "-happy today",
    "-5 minutes late",
    "--",
    "--late again",
    "-kind of quiet",
    "–",
    "—then left",
    "-1",
]


def exported(line) -> list[str]:
    out = line("export", "checkins", "--for", "myself").out
    assert out.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline="")))
    return [unguard(row["line"]) for row in rows]


@each_row("note", NOTES.values())
def test_a_note_comes_back_out_of_the_csv_exactly(line, note):
    said = line("checkin", "jose", note)
    assert said.code == 0
    assert exported(line)[-1] == note
    assert line("log", "--json").json[0]["line"] == note


@settings(max_examples=some(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda note: note.strip() and note[0] != "-")
)
def test_any_note_comes_back_out_of_the_csv_exactly(line, note):
    assert line("checkin", "jose", note).code == 0
    assert exported(line)[-1] == note


@each_row("note", [note for note in DASHED if note != "--"])
def test_a_note_may_begin_with_a_dash(line, note):
    said = line("checkin", "jose", note)
    assert (said.code, said.out) == (0, "")
    assert exported(line)[-1] == note


@each_row("note", [*DASHED, "-h", "--help", "--kind", "--late"])
def test_behind_two_dashes_anything_is_text(line, note):
    assert line("checkin", "jose", "--", note).code == 0
    assert exported(line)[-1] == note
