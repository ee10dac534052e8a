"""Two terminals that type into the same form: the next start offers what both typed."""

import pytest
from app_case import case_screen, command, highlight, open_app, press
from record_case import NOW

from advisory.caseload.caseload import Caseload
from advisory.store import Drafts
from advisory.tui.app import AdvisoryApp
from advisory.tui.dialogs.feedback import FIELDS as FEEDBACK
from advisory.tui.dialogs.fields.check_in import check_in_fields
from advisory.tui.dialogs.fields.evidence import evidence_fields
from advisory.tui.dialogs.fields.export import export_fields
from advisory.tui.dialogs.fields.fact import fact_fields
from advisory.tui.dialogs.fields.insight import insight_fields
from advisory.tui.dialogs.fields.school import days_off_fields, interval_fields, period_fields
from advisory.tui.dialogs.fields.sign import sign_fields
from advisory.tui.dialogs.fields.student import student_fields
from advisory.tui.dialogs.form.field import Field, FieldKind
from advisory.tui.dialogs.pact.fields import pact_fields
from advisory.tui.drafts.unsaved import NOTE, Slot, Unsaved, joined


def typed_by_two(caseload: Caseload, form: str, about: str) -> None:
    two = [Unsaved(Drafts(caseload.store.folder)) for _ in range(2)]
    for unsaved, text in zip(two, ("eva from one", "leo from two"), strict=True):
        unsaved.keep(form, about, {"text": text}, caseload.now())


@pytest.mark.parametrize("leaves_by", ["saving", "throwing it away", "escape"])
async def test_a_note_of_two_is_offered_whole_and_goes_whole(demo: Caseload, leaves_by: str) -> None:
    maya = demo.one("maya")
    typed_by_two(demo, NOTE, maya.id)
    async with open_app(demo) as pilot:
        await highlight(pilot, maya)
        await command(pilot, "check-in")
        area = case_screen(pilot).notes.line.area
        assert area.text == "eva from one\nleo from two"
        if leaves_by == "throwing it away":
            area.text = ""
        await press(pilot, "enter" if leaves_by == "saving" else "escape")
    left = [draft.fields["text"] for draft in Drafts(demo.store.folder).all()]
    assert left == (["eva from one\nleo from two"] if leaves_by == "escape" else [])
    assert len(list((demo.store.folder / "drafts").iterdir())) == len(left)


async def test_a_group_entry_of_two_is_offered_whole(demo: Caseload) -> None:
    typed_by_two(demo, "group", "")
    async with open_app(demo) as pilot:
        await command(pilot, "group")
        await press(pilot, "escape")
    assert [draft.fields["text"] for draft in Drafts(demo.store.folder).all()] == ["eva from one\nleo from two"]


async def test_what_another_terminal_keeps_is_not_overwritten_by_this_one(demo: Caseload) -> None:
    maya = demo.one("maya")
    async with open_app(demo) as pilot:
        Drafts(demo.store.folder).save(NOTE, maya.id, {"text": "from the other"}, demo.now())
        await highlight(pilot, maya)
        await command(pilot, "check-in")
        case_screen(pilot).notes.line.area.text = "from this one"
        await press(pilot, "escape")
    assert {draft.fields["text"] for draft in Drafts(demo.store.folder).all()} == {"from the other", "from this one"}


@pytest.mark.parametrize(
    ("older", "newer", "both"),
    [
        ({"text": "a", "kind": "quick_touch"}, {"text": "b", "kind": "note"}, {"text": "a\nb", "kind": "note"}),
        ({"text": "a"}, {"text": "a"}, {"text": "a"}),
        ({"text": "ab"}, {"text": "a"}, {"text": "ab"}),
        ({"text": "a"}, {"text": ""}, {"text": "a"}),
        ({"line-s0000001": "x"}, {"line-s0000002": "y"}, {"line-s0000001": "x", "line-s0000002": "y"}),
        ({"ticked": "s1"}, {"ticked": "s2"}, {"ticked": "s2"}),
    ],
)
def test_sentences_are_put_under_each_other_and_the_rest_is_the_newer(
    older: dict[str, str], newer: dict[str, str], both: dict[str, str]
) -> None:
    assert joined(older, newer) == both


def test_what_is_written_over_both_is_what_is_thrown_away_and_taken_back(demo: Caseload) -> None:
    maya, drafts = demo.one("maya").id, Drafts(demo.store.folder)
    for text in ("from one", "from the other"):
        Drafts(demo.store.folder).save(NOTE, maya, {"text": text}, NOW)
    unsaved = Unsaved(drafts)
    unsaved.keep(NOTE, maya, {"text": "new"}, NOW)
    unsaved.discard(NOTE, maya, 1)
    assert unsaved.take_back(1, NOW) == (NOTE, maya)
    assert unsaved.fields(NOTE, maya) == {"text": "new"}


def test_what_two_terminals_hold_of_a_list_stands_once() -> None:
    both = joined({"mine": "a\nb"}, {"mine": "a\nc"}, lambda _name: Slot("\n", "a", is_list=True))
    assert both == {"mine": "a\nb\nc"}


FORMS = {
    "evidence": lambda desk, maya: evidence_fields(desk, maya, None),
    "insight": lambda desk, maya: insight_fields(desk, maya, None),
    "feedback": lambda _desk, _maya: FEEDBACK,
    "next_step": lambda _desk, _maya: [Field("step", "One small thing to do next", "Ask about crew")],
    "a form of tomorrow": lambda _desk, _maya: [
        Field("tomorrow_on", "Their dream"),
        Field("again", "When", kind=FieldKind.DAY),
    ],
}


@pytest.mark.parametrize("form", FORMS)
def test_of_any_form_no_text_of_two_is_lost_and_a_day_or_a_choice_is_the_newer(demo: Caseload, form: str) -> None:
    maya = demo.one("maya").id
    fields = FORMS[form](AdvisoryApp(demo).desk, maya)
    texts = [field for field in fields if field.between]
    assert texts
    slots = {field.name: Slot(field.between, field.initial) for field in fields}
    one = {field.name: f"{field.name} of one" for field in fields}
    other = {field.name: f"other {field.name}" for field in fields}
    both = joined(one, other, slots.__getitem__)
    assert {field.name for field in fields if one[field.name] in both[field.name]} == {field.name for field in texts}
    assert all(other[field.name] in both[field.name] for field in fields)


def test_every_form_says_which_of_its_fields_hold_no_words(demo: Caseload) -> None:
    desk, maya = AdvisoryApp(demo).desk, demo.one("maya").id
    check_in = demo.check_ins[-1]
    forms = {
        "student happened_on minutes feeling": check_in_fields(desk, check_in),
        "seen_on": evidence_fields(desk, maya, None),
        "student file": export_fields(desk, demo.store.folder),
        "on": fact_fields(demo.today),
        "noticed_on": insight_fields(desk, maya, None),
        "weekdays hours": period_fields(None),
        "from until": days_off_fields(None),
        "contact_every focal_contact_every": interval_fields(demo.intervals),
        "observed_on": sign_fields(desk, [check_in]),
        "birthday contact_every": student_fields(None, demo.intervals),
        "next_review_on target_on": pact_fields(None, (demo.today, demo.today)),
        "again_on": FEEDBACK,
    }
    held = [
        " ".join(field.name for field in fields if not (field.between or field.choices)) for fields in forms.values()
    ]
    assert held == [*forms]


def test_what_only_one_of_two_changed_is_as_that_one_left_it():
    slots = {"seen": Slot("\n", "As it was"), "level": Slot("", "not_yet")}
    older, newer = {"seen": "Written anew", "level": "there"}, {"seen": "As it was", "level": "not_yet"}
    assert joined(older, newer, slots.__getitem__) == joined(newer, older, slots.__getitem__) == older


async def test_a_form_of_two_is_offered_whole(demo: Caseload) -> None:
    maya = demo.one("maya")
    for text in ("Five of six", "Drew the bar"):
        Drafts(demo.store.folder).save("evidence", maya.id, {"seen": text, "source": "quiz"}, demo.now())
    async with open_app(demo) as pilot:
        await highlight(pilot, maya)
        await command(pilot, "evidence")
        assert pilot.app.screen.values["seen"] == "Five of six\nDrew the bar"
        await press(pilot, "escape")
    assert [draft.fields["seen"] for draft in Drafts(demo.store.folder).all()] == ["Five of six\nDrew the bar"]
