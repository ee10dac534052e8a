"""How many keys it takes in a real terminal: a note, a touch, a note about another or all but two, and more from the card."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from app_case import caseload_in
from pact_case import agreed
from record_case import TODAY
from terminal_case import Terminal

from advisory.casework.learning.note_insight import note_insight
from advisory.casework.student.add import add_student
from advisory.casework.student.keep_person import keep_person
from advisory.model import CheckIn, CognitiveInsight, FamilyContact, FollowUp, Indicator, Pact
from advisory.model.words import AttemptResult, Kind, Medium, Party, Tone
from advisory.store import Store

pytestmark = pytest.mark.skipif(not hasattr(os, "openpty"), reason="no pseudo-terminals here")

GIVEN = [
    "Ada",
    "Bo",
    "Cy",
    "Dee",
    "Eli",
    "Flo",
    "Gus",
    "Hal",
    "Ivy",
    "Jo",
    "Kit",
    "Lou",
    "Max",
    "Ned",
    "Oz",
    "Pam",
    "Quin",
    "Ray",
    "Sam",
    "Tia",
]
DOWN = "\x1b[B"


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    home = tmp_path / "home"
    store = Store.open(home)
    for given_name in GIVEN:
        add_student(caseload_in(store), given_name=given_name, family_name="Reed")
    store.close()
    return home


def taken(home: Path, keys: list[str], text: str) -> list[tuple[str, CheckIn]]:
    """What is written once the keys are typed, one by one, `text` where it stands among them."""
    with Terminal(home) as terminal:
        terminal.wait_for("Who next")
        for key in keys:
            terminal.type(key)
        terminal.wait_for("u undoes it" if not text else "Saved")
        terminal.type("q")
        assert terminal.wait_for_the_end() == 0
    store = Store.open(home)
    names = caseload_in(store).shorts
    made = [(names[check_in.student], check_in) for check_in in store.all(CheckIn)]
    store.close()
    return made


def test_a_note_for_the_highlighted_student_is_two_keys_and_the_text(home: Path) -> None:
    ((name, made),) = taken(home, ["c", "Showed the draft", "\r"], "Showed the draft")
    assert (name, made.line, made.kind) == ("Ada", "Showed the draft", Kind.ONE_TO_ONE)


def test_a_note_for_another_is_plus_a_prefix_the_text_and_enter(home: Path) -> None:
    ((name, made),) = taken(home, ["+", "ki", " Showed the draft", "\r"], "Showed the draft")
    assert (name, made.line) == ("Kit", "Showed the draft")


def test_a_call_home_is_two_keys_and_the_line(home: Path) -> None:
    store = Store.open(home)
    caseload = caseload_in(store)
    keep_person(caseload, caseload.one("ada"), FamilyContact(name="Ngozi Reed", relation="mother"))
    store.close()
    ((name, made),) = taken(home, ["c", "@mother reads at home * %phone", "\r"], "Saved")
    assert (name, made.kind, made.person, made.line) == ("Ada", Kind.FAMILY_CONTACT, "Ngozi Reed", "reads at home")
    assert (made.tone, made.medium) == (Tone.CELEBRATE, Medium.PHONE)


def test_what_a_student_promises_is_two_keys_and_the_line(home: Path) -> None:
    assert taken(home, ["c", ">fri @student hand in the form", "\r"], "Saved") == []
    store = Store.open(home)
    (promise,) = store.all(FollowUp)
    store.close()
    assert (promise.owner, promise.text) == (Party.STUDENT, "hand in the form")


def test_a_touch_is_one_key(home: Path) -> None:
    ((name, made),) = taken(home, [" "], "")
    assert (name, made.line, made.kind) == ("Ada", "", Kind.QUICK_TOUCH)


def test_a_note_for_all_but_two_is_six_keys_and_the_text(home: Path) -> None:
    keys = ["g", DOWN, " ", DOWN, " ", "Built the bridge together", "\r"]
    made = taken(home, keys, "Built the bridge together")
    assert len(keys) - 1 == 6
    assert len(made) == 18
    assert {check_in.line for _, check_in in made} == {"Built the bridge together"}
    assert len({check_in.group for _, check_in in made}) == 1


def test_the_budgets_of_what_is_done_from_the_card(home: Path) -> None:
    """A pact looked at together, a sign, an attempt, the names shown again, and a backup, in one sitting."""
    store = Store.open(home)
    caseload = caseload_in(store)
    ada = caseload.one("ada")
    pact = agreed(caseload, ada)
    insight = note_insight(caseload, ada.id, thinking="Adds tops", misconception="Tops and bottoms add")
    store.close()
    budgets = [
        (["r", " ", DOWN, " ", "\r"], "Review saved", 5),
        (["i", "1"], "Sign noted", 2),
        (["m", "\r", "Drew bars", "\x13"], "Insight edited", 3),
        (["\x0c"], "Hidden.", 1),
        (["\x0e"], "Names are shown", 1),
        (["$"], "Backup of everything", 1),
    ]
    with Terminal(home) as terminal:
        terminal.wait_for("Who next")
        terminal.type("\r")
        terminal.wait_for("How they think")
        for keys, said, most in budgets:
            assert sum(len(key) == 1 or key == DOWN for key in keys) == most
            for key in keys:
                terminal.type(key)
            terminal.wait_for(said)
        terminal.type("q")
        assert terminal.wait_for_the_end() == 0
    store = Store.open(home)
    looked, (made,), (sign,) = store.need(Pact, pact.id), store.all(CheckIn), store.all(Indicator)
    attempts = [(one.strategy, one.result) for one in store.need(CognitiveInsight, insight.id).attempts]
    store.close()
    assert (looked.success_evidence[0].met_on, looked.student_commitments[0].kept) == (TODAY, (TODAY,))
    assert looked.next_review_on == date(2026, 12, 7)
    assert (made.kind, made.pact, sign.key) == (Kind.PACT_REVIEW, pact.id, "says_name")
    assert attempts == [("Drew bars", AttemptResult.NOT_TRIED)]
    assert len(list((home / "backups").glob("backup-*.json.gz"))) == 1


def test_a_page_for_others_is_three_keys_seen_before_it_is_written(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Terminal(home) as terminal:
        terminal.wait_for("Who next")
        for keys, seen in ((["@", "c", "\r"], "From our talk"), (["@", "s", "\r"], "counts only")):
            assert len(keys) <= 4
            for key in keys[:-1]:
                terminal.type(key)
            terminal.wait_for(seen)
            terminal.type(keys[-1])
            terminal.wait_for(" written to ")
        terminal.type("q")
        assert terminal.wait_for_the_end() == 0
    conference, staff = sorted(tmp_path.glob("*.html"))
    assert ("Ada Reed" in conference.read_text("utf-8"), staff.read_text("utf-8").count("<tr>")) == (
        True,
        len(GIVEN) + 1,
    )
