"""Sentences name keys by asking the registry: a key that was rebound is never told wrong."""

import re
from pathlib import Path

import pytest
from app_case import command, drawn, message, open_app, press, settings_of
from source_texts import texts_of

import advisory
from advisory.caseload.caseload import Caseload

ROOT = Path(advisory.__file__).parent
DOES = (
    "adds?|again|brings?|changes|does|drafts?|finishes|goes|hidden|hides?|imports?|lets|makes?|marks?|offers|on a|on the"
    "|opens?|puts|reads?|sets?|shows?|stops?|takes?|there|to|turns?|writes"
)
KEY = re.compile(rf"(?:^|[\s(“;,.:·])(?:Ctrl\+[a-z]|[B-HJ-Zb-z+<>/\[\]])(?= (?:{DOES})\b)")
"""A letter or sign alone, with what it does behind it. `a` and `I` are words."""


NAMED = re.compile(rf"\b(?:Enter|Esc|Tab|Space|Del|Home)(?= (?:{DOES}|says|unfolds)\b)")
"""A named key; dialogs and the line for a note have such keys of their own, which can't be rebound."""


def test_no_sentence_holds_a_key_as_a_letter():
    named = [
        f"{path.relative_to(ROOT)}: {text}"
        for path in sorted(ROOT.rglob("*.py"))
        if "demo" not in path.parts
        for text in texts_of(path.read_text(encoding="utf-8"))
        if KEY.search(text)
    ]
    assert named == []


def test_no_sentence_of_a_screen_holds_a_named_key():
    named = [
        f"{path.relative_to(ROOT)}: {text}"
        for path in sorted((ROOT / "tui" / "screens").rglob("*.py"))
        if path.name != "note_taking.py"
        for text in texts_of(path.read_text(encoding="utf-8"))
        if NAMED.search(text)
    ]
    assert named == []
    assert NAMED.search("No check-in fits. Esc to show them all.")


@pytest.mark.parametrize("text", ["Deleted; u brings it back", "N adds a student", "gone. Ctrl+r makes it again"])
def test_a_planted_one_is_found(text: str):
    assert [one for one in texts_of(f"say({text!r})") if KEY.search(one)] == [text]


REBOUND = '{"keys": {"undo": "f7", "add-student": "f8", "group": "f9"}}'


async def test_sentences_footer_help_and_palette_follow_other_keys(demo: Caseload) -> None:
    settings_of(demo.store.folder, REBOUND)
    async with open_app(demo, (120, 180)) as pilot:
        assert " F9 Group " in drawn(pilot).splitlines()[-1]
        await command(pilot, "touch")
        assert "F7 undoes it" in message(pilot)
        await press(pilot, "u")
        assert "Undid" not in message(pilot)
        await press(pilot, "f7")
        assert message(pilot).startswith("Undid: Check-in: seen briefly")
        await command(pilot, "help")
        lines = drawn(pilot).splitlines()
        for key, label in (("F7", "Undo"), ("F8", "New student"), ("F9", "Group")):
            assert any(line.split()[:2] == [key, label.split()[0]] for line in (line.strip("│┃ ") for line in lines))
        await press(pilot, "escape")
        for key, label, typed in (("F7", "Undo", "undo"), ("F8", "New student", "new"), ("F9", "Group", "group")):
            await command(pilot, "palette")
            await press(pilot, *typed)
            assert f"{label}  {key}" in drawn(pilot)
            await press(pilot, "escape")


async def test_an_empty_caseload_names_the_keys_that_were_chosen(caseload: Caseload) -> None:
    for student in list(caseload.students):
        from advisory.casework.student.archive import archive_student

        archive_student(caseload, student.id)
    settings_of(caseload.store.folder, REBOUND)
    async with open_app(caseload, (120, 40), screen="today") as pilot:
        assert "F8  Add one student by hand." in drawn(pilot)
        await command(pilot, "capture")
        assert "F8 adds a student" in message(pilot)
        await press(pilot, "2")
        assert "F8  Add one student by hand." in drawn(pilot)
