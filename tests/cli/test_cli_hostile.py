"""Names and notes that would command a terminal are shown as text: nothing a terminal obeys comes out, and no line is faked."""

import json
import unicodedata

import pytest
from each_row import each_row
from hypothesis import given
from hypothesis import strategies as st
from record_case import TODAY, ticking

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.promise.make import make_promise
from advisory.casework.student.add import add_student
from advisory.cli.lines.table import cells, lay_out
from advisory.store import Store
from advisory.streams import obeyed, plain, plain_json, plain_lines

HOSTILE = [
    "Sam\x1b[2J\x1b]0;title\x07",
    "Sam [/foo] [bold]",
    "Sam\r\n2026-11-23  Maya Okafor  one-to-one  not hers",
    "Sam\x9b31m\x85\x7f\x00",
    "Sam\u202egnp\u2066\u2028x\u2029",
    "Sam\tTab\x0bV\x0cF",
]


def is_obeyed(character: str) -> bool:
    return (
        unicodedata.category(character) in {"Cc", "Zl", "Zp"}
        or character in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )


@pytest.fixture
def hostile(home):
    """Students whose names, grades, notes and promises are all of it: number → text."""
    store = Store.open(home)
    caseload = Caseload(store, today=lambda: TODAY, now=ticking())
    numbers = {str(number): text for number, text in enumerate(HOSTILE, 60)}
    for number, text in numbers.items():
        student = add_student(caseload, given_name=text, family_name="Lee", student_number=number, grade=text)
        record_check_in(caseload, student.id, text)
        make_promise(caseload, student.id, text)
    store.close()
    return numbers


def test_no_character_that_a_terminal_obeys_comes_out(line, hostile):
    about_all = [["list"], ["log"], ["next"], ["show", "lee\x1b[31m\x9b"]]
    about_one = [
        [command, number, *rest]
        for number in hostile
        for command, *rest in (
            ["show"],
            ["log"],
            ["checkin", "x"],
            ["promise", "x"],
            ["move", "alliance", "--reason", "x"],
        )
    ]
    for arguments in (*about_all, *about_one, ["undo"]):
        said = line(*arguments)
        assert said.out or said.err
        assert [c for c in said.out + said.err if is_obeyed(c) and c != "\n"] == [], arguments


def test_a_name_fakes_no_line(line, hostile):
    assert len(line("log").out.splitlines()) == len(hostile)
    assert len(line("list").out.splitlines()) == 1 + 3 + len(hostile)
    for number in hostile:
        assert not any(row.startswith("2026-11-23  Maya") for row in line("show", number).out.splitlines())


def test_json_escapes_them_and_gives_them_back(line, hostile):
    for arguments in (["list"], ["log"], *(["show", number] for number in hostile)):
        said = line(*arguments, "--json")
        assert [c for c in said.out if is_obeyed(c) and c != "\n"] == []
        rows = said.json if isinstance(said.json, list) else [said.json]
        back = {row.get("given_name", row.get("line")) for row in rows}
        assert back >= ({hostile[arguments[1]]} if len(arguments) > 1 else set(hostile.values()))


@each_row(
    "text",
    [
        "José Ñandú",
        "王小明",
        "नीरज",
        "👩\u200d👩\u200d👧 🙂🏽",
        "علی\u200cرضا",
        "\u0378 newer than this Python",
        "Sam [/foo]",
        "אب",
        "no\u00a0break\u3000wide",
    ],
)
def test_what_people_write_is_shown_as_it_is(text):
    assert plain(text) == text
    assert obeyed(text) == set()


def test_columns_stand_under_each_other_whatever_the_script():
    rows = [("王小明", "9", "x"), ("Zo\u0308e", "10", ""), ("n" * 60, "11", "y"), ("A\nB", "", "z")]
    lines = lay_out(("Student", "Gr", "Last"), rows)
    assert len(lines) == 5
    assert [
        cells(row[: row.rindex(last)]) for row, last in zip(lines, ("Last", "x", "", "y", "z"), strict=True) if last
    ] == [50] * 4
    assert "…" in lines[3]


any_text = st.text(
    st.sampled_from("a \n\x1b\x9b\x7f\u202e\u2066\u2028\u200f\u00ad\U000e0041\ud83d🙂") | st.characters()
)


@given(any_text)
def test_plain_leaves_nothing_that_a_terminal_obeys_and_every_line_break_only_if_asked(text):
    assert obeyed(plain(text)) == set()
    assert not any(map(is_obeyed, plain(text)))
    assert plain_lines(text).count("\n") == text.count("\n")
    assert obeyed(plain_lines(text)) <= {"\n"}


@given(st.text(st.sampled_from("a\n\x1b\x9b\x7f\u202e\u061c\u2028\u00ad\U000e0041🙂") | st.characters(codec="utf-8")))
def test_json_for_a_terminal_is_the_same_value(text):
    written = plain_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(written) == text
    assert not any(map(is_obeyed, written))
    assert set(written).isdisjoint("\u200e\u200f\u061c")


def test_a_table_counts_the_columns_that_a_terminal_gives_a_text():
    assert [cells(text) for text in ("", "abc", "é", "e\u0301", "小明", "a\u200bb", "Ｗ")] == [0, 3, 1, 1, 4, 2, 2]
