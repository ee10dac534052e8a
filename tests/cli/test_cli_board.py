"""board, year, and the partnership in show: the same facts as on the screens, in lines and as JSON (EXCHANGE.md)."""

from datetime import date

import pytest
from msgspec.structs import replace
from record_case import TODAY, ticking

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.pact.draft import draft_pact
from advisory.casework.partnership.add_sign import add_sign
from advisory.casework.partnership.edit_catalogue import add_to_catalogue, reword_sign
from advisory.casework.student.set_focal import set_focal
from advisory.model import Evidence, Indicator, Partnership
from advisory.model.words import EvidenceSource, Independence, Level, Observer, Stage
from advisory.store import Store

BOARD = """\
Rapport 2
  Mayumi Sato
    0 d in this stage, for Alliance: no signs seen, three wanted, one of them the student's doing
    one-to-one: not yet
    next: not set
  Maya Okafor (focal)
    0 d in this stage, for Alliance: no signs seen, three wanted, one of them the student's doing
    one-to-one: 6 d ago
    next: Ask about the choir

Alliance 1
  José Ñandú
    0 d in this stage, for Cognitive insight: one of three there, still wanted: an active or closed pact this year, one of my commitments kept
    one-to-one: not yet
    pact: essay (draft)
    last sign: student started contact, 2026-11-20
    last evidence: with prompts, 2026-11-19
    next: not set

Cognitive insight 0
"""
PARTNERSHIP = """\
  partnership: Alliance since 2026-11-23
  for Cognitive insight: one of three there, still wanted: an active or closed pact this year, one of my commitments kept
  next step: not set
  signs of Rapport:
    2026-11-20  student started contact, as the student says
    2026-08-03  found common ground: Both like maps (more than 90 days ago)
  moves:
    2026-11-23  on to Alliance · Asked for a target (before the signs)
    2026-11-23  back to Rapport: tending trust · Too fast
    2026-11-23  on to Alliance · Asked once (before the signs)
"""


@pytest.fixture
def told(line, home):
    """José is in Alliance again after a way back, with two signs and one piece of evidence; Maya is focal."""
    for to, reason in (("alliance", "Asked once"), ("rapport", "Too fast"), ("alliance", "Asked for a target")):
        line("move", "jose", to, "--reason", reason)
    line("checkin", "okafor", "Talked", "--on", "2026-11-13")
    store = Store.open(home)
    caseload = Caseload(store, today=lambda: TODAY, now=ticking())
    jose, maya = caseload.one("jose").id, caseload.one("okafor").id
    set_focal(caseload, maya, focal=True)
    draft_pact(caseload, jose, "I can say where my evidence comes from", title="essay")
    seen = {"student": jose, "stage": Stage.RAPPORT}
    with store.change("Seen", caseload.now()) as change:
        change.add(Indicator, key="student_started", observed_on=date(2026, 11, 20), by=Observer.STUDENT, **seen)
        change.add(
            Indicator,
            key="common_ground",
            observed_on=date(2026, 8, 3),
            by=Observer.ADVISOR,
            line="Both like maps",
            **seen,
        )
        change.add(
            Evidence,
            student=jose,
            seen_on=date(2026, 11, 19),
            source=EvidenceSource.QUIZ,
            seen="Two of three",
            level=Level.GETTING_THERE,
            independence=Independence.WITH_PROMPTS,
        )
        (partnership,) = change.of_student(Partnership, maya)
        change.put(replace(partnership, next_step="Ask about the choir"))
    store.close()
    return line


def test_the_board_has_three_sections_with_the_longest_without_a_one_to_one_first(told):
    said = told("board")
    assert (said.code, said.err) == (0, "")
    assert said.out == BOARD


def test_the_board_holds_no_note(told):
    out = told("board").out
    assert not any(words in out for words in ("Talked", "Both like maps", "Two of three", "Asked", "Too fast"))


def test_the_board_as_json_has_the_columns_of_the_list_and_what_is_missing(told):
    rows, listed = told("board", "--json").json, told("list", "--json").json
    assert [row["student"] for row in rows] == ["Mayumi Sato", "Maya Okafor", "José Ñandú"]
    by_id = {row["id"]: row for row in listed}
    for row in rows:
        assert row | by_id[row["id"]] == row
        assert set(row) - set(by_id[row["id"]]) == {"signs_seen", "signs_wanted", "missing", "next_step"}
    assert (rows[1]["signs_seen"], rows[1]["signs_wanted"], rows[1]["next_step"]) == (0, 3, "Ask about the choir")
    assert rows[2]["missing"] == ["an active or closed pact this year", "one of my commitments kept"]


def test_show_tells_the_partnership_whole(told):
    assert PARTNERSHIP in told("show", "jose").out
    maya = told("show", "okafor").out
    assert "  next step: Ask about the choir\n" in maya
    assert "signs of" not in maya
    assert "moves:" not in maya


def test_show_as_json_has_the_signs_and_the_next_step(told):
    shown = told("show", "jose", "--json").json
    assert [sign["sign"] for sign in shown["signs"]] == ["student started contact", "found common ground"]
    assert shown["signs"][1] | {"date": "2026-08-03", "stage": "rapport", "key": "common_ground"} == shown["signs"][1]
    assert (shown["signs"][1]["by"], shown["signs"][1]["line"]) == ("advisor", "Both like maps")
    assert shown["signs"][1]["checkin_id"] == ""
    assert list(shown["signs"][0])[:4] == list(shown["stage_moves"][0])[:4] == ["id", "student_id", "student", "date"]
    assert (shown["next_step"], shown["signs_wanted"]) == ("", 3)


def test_the_year_tells_its_weeks_and_every_path(told):
    said = told("year").out.splitlines()
    assert [row.split() for row in said[:2]] == [
        ["Week", "of", "Rapport", "Alliance", "Cognitive", "insight"],
        ["2026-11-23", "2", "1", "0"],
    ]
    assert "José Ñandú   R 23 Nov → A 23 Nov → back to R 23 Nov: tending trust → A 23 Nov" in said
    assert "Maya Okafor  R 23 Nov" in said


def test_the_year_as_json_has_the_keys_of_the_moves(told):
    shown = told("year", "--json").json
    assert shown["weeks"] == [{"week": "2026-11-23", "rapport": 2, "alliance": 1, "cognitive_insight": 0}]
    jose = shown["paths"][0]
    assert (jose["student"], jose["left_on"]) == ("José Ñandú", None)
    assert [(step["from"], step["to"], step["direction"]) for step in jose["steps"]] == [
        (None, "rapport", None),
        ("rapport", "alliance", "forward"),
        ("alliance", "rapport", "back"),
        ("rapport", "alliance", "forward"),
    ]
    assert set(jose["steps"][0]) == {"date", "from", "to", "direction", "reason_key"}


@pytest.mark.parametrize("command", ["board", "year"])
def test_in_an_empty_folder_there_is_nothing_to_tell(line, command):
    for _ in range(3):
        line("undo")
    said = line(command)
    assert (said.code, said.err) == (0, "")
    assert line(command, "--json").json in ([], {"weeks": [], "paths": []})


def test_a_sign_is_told_in_the_advisors_own_words(told, home):
    store = Store.open(home)
    caseload = Caseload(store, today=lambda: TODAY, now=ticking())
    reword_sign(caseload, "student_started", "came to me first")
    own = add_to_catalogue(caseload, Stage.RAPPORT, "saved me a seat")
    checked_in = record_check_in(caseload, caseload.one("okafor").id, "At lunch")
    add_sign(caseload, caseload.one("okafor").id, own.key, check_in=checked_in.id)
    store.close()
    assert "last sign: came to me first, 2026-11-20" in told("board").out
    assert "2026-11-20  came to me first, as the student says" in told("show", "jose").out
    assert told("show", "jose", "--json").json["signs"][0]["sign"] == "came to me first"
    (sign,) = told("show", "okafor", "--json").json["signs"]
    assert (sign["sign"], sign["checkin_id"]) == ("saved me a seat", checked_in.id)
