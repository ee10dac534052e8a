"""Today lists every draft: none is kept where nobody learns of it, and none opens a box at the start."""

import ast
from pathlib import Path

from app_case import WIDE, case_screen, command, drawn, message, open_app, press

import advisory.tui
from advisory.caseload.caseload import Caseload
from advisory.model import KnownWell
from advisory.model.words import Facet
from advisory.store import Drafts
from advisory.tui.app import AdvisoryApp
from advisory.tui.commands.registry import COMMAND
from advisory.tui.kept_drafts import described, is_known, keeps_draft, kept_draft, kept_drafts, reword_form

COMPUTED = {
    "'move_on' if forward else 'move_back'": ["move_on", "move_back"],
    "form": ["fact", *(f"fact_{facet}" for facet in Facet)],
    "kind.table": ["meeting_patterns", "terms", "no_school_days"],
    "Intervals.table": ["intervals"],
    "IDLE_SHADE": ["idle_shade"],
    "'edit_pact' if pact else 'pact'": ["edit_pact", "pact"],
    "_ARTIFACT": ["artifact"],
    "artifact_form(number)": ["artifact_a", "artifact_z"],
    "form_of(student, name)": ["person", "person_a"],
    "reword_form(sign.key)": [reword_form("listened"), reword_form("own0000001")],
}
"""What stands for the name of a form in a call of `fill` → the names it may be."""


def forms_filled_in() -> set[str]:
    found: set[str] = set()
    for path in Path(advisory.tui.__file__).parent.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "fill":
                form = call.args[1]
                found |= {form.value} if isinstance(form, ast.Constant) else {*COMPUTED[ast.unparse(form)]}
    return found


def test_every_form_that_is_filled_in_is_named():
    forms = forms_filled_in()
    assert {"sign", "next_step", "add_sign", "promise", "evidence"} <= forms
    assert [form for form in forms if not is_known(form)] == []


def test_every_kept_draft_names_the_command_that_goes_on_with_it(demo: Caseload) -> None:
    desk, maya = AdvisoryApp(demo).desk, demo.one("maya").id
    for form in filter(keeps_draft, forms_filled_in()):
        assert kept_draft(desk, form, maya).command_id in COMMAND, form


def test_a_draft_of_any_form_is_listed_also_of_one_unknown_but_for_boxes_that_hold_no_prose(demo: Caseload) -> None:
    maya = demo.one("maya").id
    drafts = Drafts(demo.store.folder)
    kept = [
        ("sign", maya),
        ("student", ""),
        ("timer", ""),
        ("add_sign", ""),
        (reword_form("own0000001"), ""),
        ("of_tomorrow", maya),
    ]
    for form, about in kept:
        drafts.save(form, about, {"line": "Half a page"}, demo.now())
    app = AdvisoryApp(demo)
    assert app.desk.notices == []  # no box at the start
    assert sorted(described(app.desk, draft) for draft in kept_drafts(app.desk)) == [
        "a new student",
        "a sign of your own",
        "a sign seen about Maya Okafor",
        "new words for a sign",
        "what was typed into a form about Maya Okafor",
    ]
    assert len(drafts.all()) == 5  # an earlier version's timer is gone


async def test_today_lists_them_goes_on_with_one_and_discards_one(demo: Caseload) -> None:
    drafts, maya, kai = Drafts(demo.store.folder), demo.one("maya").id, demo.one("kai").id
    fact = demo.store.of_student(KnownWell, maya)[0]
    kept = {
        ("check_in", maya): {"text": "She asked"},
        ("next_step", kai): {"step": "Ask him"},
        ("fact_interests", kai): {"text": "Paints"},
        ("edit_fact", fact.id): {"text": "Sews"},
        ("insight", maya): {"misconception": "Half a thou"},
        ("group", ""): {"text": "Circle"},
        ("check_in", "s0000999"): {"text": "Who was it"},
    }
    for (form, about), fields in kept.items():
        drafts.save(form, about, fields, demo.now())
    async with open_app(demo, WIDE, screen="today") as pilot:
        assert "✎ 7 drafts" in drawn(pilot)
        assert "a note: “She asked”" in drawn(pilot)
        assert "a next step: “Ask him”" in drawn(pilot)
        assert not any(text in drawn(pilot) for text in ("Paints", "Sews"))  # a fact may be sensitive
        body = case_screen(pilot).body
        for (form, about), fields in list(kept.items())[1:-1]:
            body.go_to(key := f"drafts:{form}:{about}")
            await press(pilot, "enter")
            screen = pilot.app.screen
            values = {"text": screen.entry.text} if form == "group" else screen.values
            assert values | fields == values, form
            await press(pilot, "escape")
            assert body.key == key
        body.go_to("drafts:check_in:s0000999")
        await press(pilot, "enter")
        assert message(pilot) == "That is about nobody in the caseload now; d discards the draft."
        body.go_to(f"drafts:check_in:{maya}")
        await command(pilot, "shade")
        assert not any(text in drawn(pilot) for text in ("Maya", "She asked", "Ask him"))
        await press(pilot, "d")
        assert message(pilot) == "Discarded: a note; u brings it back · MO"
        assert "✎ 6 drafts" in drawn(pilot)
        await press(pilot, "d", "d")
        assert "✎ 6 drafts" in drawn(pilot)  # the second key met no draft that was not named
        body.go_to(f"drafts:next_step:{kai}")
        await press(pilot, "d", "u")
        assert message(pilot) == "The draft is back: a next step · KT"
        await press(pilot, "u")
        assert "✎ 7 drafts" in drawn(pilot)
        body.go_to(f"drafts:check_in:{maya}")
        await command(pilot, "shade")
        await command(pilot, "shade")
        await press(pilot, "enter")
        assert case_screen(pilot).notes.line.area.text == "She asked"


async def test_no_heading_stays_behind_the_last_draft(demo: Caseload) -> None:
    maya = demo.one("maya").id
    Drafts(demo.store.folder).save("check_in", maya, {"text": "She asked"}, demo.now())
    async with open_app(demo, WIDE, screen="today") as pilot:
        screen = case_screen(pilot)
        await press(pilot, "tab", "tab")
        assert screen.highlighted.draft is not None
        await press(pilot, "d")
        assert "not saved yet" not in drawn(pilot)
        assert screen.highlighted.student == maya
