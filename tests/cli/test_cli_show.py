"""show: one student in lines, and as JSON with the keys of the CSV columns."""

from cli_case import INSIGHT, columns
from each_row import each_row
from msgspec.structs import replace
from record_case import NOW

from advisory.model import Student
from advisory.store import Store

PARTNERSHIP = """\
  partnership: Alliance since Nov 23, 2026
  for Cognitive insight: 1 of 3; still needed: an active or closed pact this year, one of your commitments kept
  next step: not set
  signs of Rapport:
    Nov 20, 2026  student started contact, as the student says
    Aug 3, 2026   found common ground: Both like maps (more than 90 days ago)
  moves:
    Nov 23, 2026  on to Alliance · Asked for a target (before all the signs were there)
    Nov 23, 2026  back to Rapport: tending trust · Too fast
    Nov 23, 2026  on to Alliance · Asked once (before all the signs were there)
"""
SHOWN = """\
  evidence of I can compare fractions:
    ▃ 2 of 4 · beginning
    Nov 20, 2026  quiz, beginning  Two of five [e0000001]
  evidence of no target:
    Nov 23, 2026  conversation, on their own  Asked first [e0000002]
  how they think:
    Nov 23, 2026  open: A fraction is two numbers · nothing tried yet [k0000001]
  known:
    hopes: Build bridges (told you, Nov 23, 2026)
"""


def test_show_prints_one_student(recorded):
    out = recorded("show", "jose").out
    for part in (
        "José Ñandú [s0000001]",
        "grade 10 · active",
        "1 d, seen",
        "Alliance since Nov 23, 2026",
        "for Cognitive insight: 0 of 3; still needed: an active or closed pact this year, one piece of evidence",
        "you promised: call grandmother, Nov 23, 2026 [f0000002]",
        "Nov 20, 2026  one-to-one  Showed the draft",
    ):
        assert part in out
    assert "Maya" not in out
    assert "family contact, not reached  Called twice" in recorded("show", "maya").out


def test_show_as_json_holds_the_students_records_by_their_columns(recorded):
    shown = recorded("show", "jose", "--json").json
    for key, what in (("checkins", "checkins"), ("followups", "followups"), ("stage_moves", "stage-moves")):
        assert shown[key]
        assert [list(row) for row in shown[key]] == [columns(recorded, what)] * len(shown[key])
    assert shown["pacts"] == []
    assert (
        shown["checkins"][0]
        | {
            "date": "2026-11-20",
            "kind": "one_to_one",
            "minutes": 5,
            "line": "Showed the draft",
            "tags": ["essay"],
            "visibility": "private",
            "contact_made": True,
        }
        == shown["checkins"][0]
    )
    assert shown["stage_moves"][0]["reason"] == "Asked for a target"


@each_row("query", ["jose", "ÑAN", "nandu jose", "0042", "s0000001"])
def test_a_student_is_found_by_any_part_without_accents(line, query):
    assert line("show", query).out.startswith("José Ñandú [s0000001]")


@each_row("command", [["show"], ["log"], ["checkin"], ["promise"]])
def test_more_than_one_who_fits_is_asked_about(line, command):
    said = line(*command, "may", *(["x"] if command[0] in {"checkin", "promise"} else []))
    assert said.code == 1
    assert "“may” fits 2 students: Maya Okafor [s0000002], Mayumi Sato [s0000003]." in said.err


def test_show_prints_the_partnership_whole(partnerships):
    assert PARTNERSHIP in partnerships("show", "jose").out
    maya = partnerships("show", "okafor").out
    assert "  next step: Ask about the choir\n" in maya
    assert "signs of" not in maya
    assert "moves:" not in maya


def test_show_as_json_has_the_signs_and_the_next_step(partnerships):
    shown = partnerships("show", "jose", "--json").json
    assert [sign["sign"] for sign in shown["signs"]] == ["student started contact", "found common ground"]
    assert shown["signs"][1] | {"date": "2026-08-03", "stage": "rapport", "key": "common_ground"} == shown["signs"][1]
    assert (shown["signs"][1]["by"], shown["signs"][1]["line"]) == ("advisor", "Both like maps")
    assert shown["signs"][1]["checkin_id"] == ""
    assert list(shown["signs"][0])[:4] == list(shown["stage_moves"][0])[:4] == ["id", "student_id", "student", "date"]
    assert (shown["next_step"], shown["signs_wanted"]) == ("", 3)


def test_show_prints_evidence_insights_and_the_facts_that_are_not_sensitive(line, with_pact):
    line("evidence", "jose", "Two of five", "--on", "fri", "--level", "beginning", "--source", "quiz")
    line("evidence", "jose", "Asked first", "--independence", "on_own", "--pact", "none")
    line(*INSIGHT)
    line("know", "jose", "hopes", "Build bridges")
    line("know", "jose", "stress", "Moves house", "--sensitive")
    assert SHOWN in line("show", "jose").out
    assert "Moves house" not in line("show", "jose").out
    shown = line("show", "jose", "--json").json
    assert [row["seen"] for row in shown["evidence"]] == ["Two of five", "Asked first"]
    assert [row["misconception"] for row in shown["insights"]] == ["A fraction is two numbers"]
    for what in ("evidence", "insights"):
        assert list(shown[what][0]) == columns(line, what)
    assert [(fact["facet"], fact["text"]) for fact in shown["known_well"]] == [("hopes", "Build bridges")]


def test_show_ends_with_the_last_twelve_check_ins_and_the_log_has_all(line):
    for number in range(13):
        line("checkin", "jose", f"note {number:02}")
    shown = [row[-2:] for row in line("show", "jose").out.splitlines() if "one-to-one  note" in row]
    assert shown == [f"{number:02}" for number in range(12, 0, -1)]
    assert len(line("log", "jose").out.splitlines()) == 13


def test_pronouns_are_shown_with_who_may_hear_them(line, home):
    store = Store.open(home)
    with store.change("Pronouns", NOW) as change:
        change.put(replace(store.need(Student, "s0000001"), pronouns="he/him"))
    store.close()
    heads = [line("show", name).out.splitlines()[1] for name in ("jose", "okafor")]
    assert heads == ["  he/him (ask the student first) · grade 10 · active", "  active"]
