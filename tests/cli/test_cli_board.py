"""board: the partnerships by stage, in lines and as JSON; a sign in the advisor's own words there and in show."""

from each_row import each_row
from record_case import TODAY, ticking

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.partnership.add_sign import add_sign
from advisory.casework.partnership.edit_catalogue import add_to_catalogue, reword_sign
from advisory.model.words import Stage
from advisory.store import Store

BOARD = """\
Rapport 2
  Mayumi Sato
    0 d in this stage, for Alliance: 0 of 3 Rapport signs seen; one must still come from the student
    one-to-one: not yet
    next: not set
  Maya Okafor (focal)
    0 d in this stage, for Alliance: 0 of 3 Rapport signs seen; one must still come from the student
    one-to-one: 6 d ago
    next: Ask about the choir

Alliance 1
  José Ñandú
    0 d in this stage, for Cognitive insight: 1 of 3; still needed: an active or closed pact this year, one of your commitments kept
    one-to-one: not yet
    pact: essay (draft)
    last sign: student started contact, Nov 20, 2026
    last evidence: with prompts, Nov 19, 2026
    next: not set

Cognitive insight 0
"""


def test_the_board_has_three_sections_with_the_longest_without_a_one_to_one_first(partnerships):
    said = partnerships("board")
    assert (said.code, said.err) == (0, "")
    assert said.out == BOARD


def test_the_board_holds_no_note(partnerships):
    out = partnerships("board").out
    assert not any(words in out for words in ("Talked", "Both like maps", "Two of three", "Asked", "Too fast"))


def test_the_board_as_json_has_the_columns_of_the_list_and_what_is_missing(partnerships):
    rows, listed = partnerships("board", "--json").json, partnerships("list", "--json").json
    assert [row["student"] for row in rows] == ["Mayumi Sato", "Maya Okafor", "José Ñandú"]
    by_id = {row["id"]: row for row in listed}
    for row in rows:
        assert row | by_id[row["id"]] == row
        assert set(row) - set(by_id[row["id"]]) == {"signs_seen", "signs_wanted", "missing", "next_step"}
    assert (rows[1]["signs_seen"], rows[1]["signs_wanted"], rows[1]["next_step"]) == (0, 3, "Ask about the choir")
    assert rows[2]["missing"] == ["an active or closed pact this year", "one of your commitments kept"]


@each_row("command", ["board", "year"])
def test_in_an_empty_folder_there_is_nothing_to_show(line, command):
    for _ in range(3):
        line("undo")
    said = line(command)
    assert (said.code, said.err) == (0, "")
    assert line(command, "--json").json in ([], {"weeks": [], "paths": []})


def test_a_sign_is_shown_in_the_advisors_own_words(partnerships, home):
    store = Store.open(home)
    caseload = Caseload(store, today=lambda: TODAY, now=ticking())
    reword_sign(caseload, "student_started", "came to me first")
    own = add_to_catalogue(caseload, Stage.RAPPORT, "saved me a seat")
    checked_in = record_check_in(caseload, caseload.one("okafor").id, "At lunch")
    add_sign(caseload, caseload.one("okafor").id, own.key, check_in=checked_in.id)
    store.close()
    assert "last sign: came to me first, Nov 20, 2026" in partnerships("board").out
    assert "Nov 20, 2026  came to me first, as the student says" in partnerships("show", "jose").out
    assert partnerships("show", "jose", "--json").json["signs"][0]["sign"] == "came to me first"
    (sign,) = partnerships("show", "okafor", "--json").json["signs"]
    assert (sign["sign"], sign["checkin_id"]) == ("saved me a seat", checked_in.id)


def test_before_the_first_partnership_the_card_and_the_student_say_so(line):
    line("checkin", "okafor", "Talked")
    card = (
        "    no partnership yet, for Alliance: 0 of 3 Rapport signs seen; one must still come from the student\n"
        "    one-to-one: not yet\n    next: not set\n"
    )
    cards = "".join(f"  {name}\n{card}" for name in ("José Ñandú", "Maya Okafor", "Mayumi Sato"))
    before = ("--today", "2026-01-05")
    assert line(*before, "board").out == f"Rapport 3\n{cards}\nAlliance 0\n\nCognitive insight 0\n"
    assert line(*before, "show", "okafor").out == (
        "Maya Okafor [s0000002]\n  active\n  any contact: not yet this term   one-to-one: not yet this term\n"
        "  no good word home yet\nNov 23, 2026  one-to-one  Talked\n"
    )
