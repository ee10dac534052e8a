"""Text that the disk lets nobody keep: leaving asks once, and offers another file."""

from errno import ENOSPC
from pathlib import Path

import pytest
from app_case import case_screen, command, drawn, highlight, message, open_app, press, settle, wait_until

from advisory.caseload.caseload import Caseload
from advisory.store import Drafts, WriteError
from advisory.store.disk import journal
from advisory.tui.drafts import elsewhere

TEXT = "She asked why we"


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Drafts can't be kept; the folder is where else text may go."""

    def save(*_args: object) -> None:
        raise WriteError("What you type could not be kept (No space left on device).")

    (tmp_path / "house").mkdir()
    monkeypatch.setattr(Drafts, "save", save)
    monkeypatch.setattr(elsewhere, "_folders", lambda: [tmp_path / "nowhere", tmp_path / "house"])
    return tmp_path / "house"


def elsewhere_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def type_and_leave(pilot, demo: Caseload) -> None:
    await highlight(pilot, demo.one("maya"))
    await command(pilot, "check-in")
    case_screen(pilot).notes.line.area.text = TEXT
    await press(pilot, "escape")
    await press(pilot, "q")
    await wait_until(pilot, lambda: "Before you quit" in drawn(pilot))


async def test_the_footer_of_the_note_says_what_escape_does_with_it(demo: Caseload, full: Path) -> None:
    async with open_app(demo) as pilot:
        await command(pilot, "check-in")
        assert "Esc Keep the draft" in drawn(pilot)
        await press(pilot, "a")
        case_screen(pilot).notes.line.keep_now()
        await settle(pilot)
        assert "Esc Close: not kept" in drawn(pilot)
        assert "Keep the draft" not in drawn(pilot)


@pytest.mark.parametrize("keys", [("enter", "a"), ("c", "2", "a")], ids=["a line of the pact", "their own words"])
async def test_beside_a_student_nothing_refused_is_said_to_be_kept(
    demo: Caseload, full: Path, keys: tuple[str, ...]
) -> None:
    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("maya"))
        await press(pilot, "v", *keys, "escape")
        told = " ".join(drawn(pilot).split())
        assert "it is held until the program quits" in told
        assert "kept as a draft" not in told


async def test_enter_keeps_it_in_another_file_and_leaves(demo: Caseload, full: Path) -> None:
    async with open_app(demo) as pilot:
        await type_and_leave(pilot, demo)
        words = " ".join(drawn(pilot).split())
        assert "Not saved yet: a note about Maya Okafor. It can't be kept in" in words
        await press(pilot, "enter")
        await wait_until(pilot, lambda: not pilot.app.is_running or pilot.app.return_code is not None)
    (kept,) = elsewhere_in(full)
    assert kept.name.startswith("advisory-not-saved-2026-11-")
    assert kept.stat().st_mode & 0o777 == 0o600
    assert kept.read_text(encoding="utf-8") == f"Not saved yet: a note about Maya Okafor\n\n{TEXT}\n"


async def test_escape_goes_back_and_the_next_q_leaves(demo: Caseload, full: Path) -> None:
    async with open_app(demo) as pilot:
        await type_and_leave(pilot, demo)
        await press(pilot, "escape")
        await settle(pilot)
        await command(pilot, "check-in")
        assert case_screen(pilot).notes.line.area.text == TEXT
        await press(pilot, "escape")
        await press(pilot, "q")
        await wait_until(pilot, lambda: pilot.app.return_code is not None)
    assert elsewhere_in(full) == []


async def test_what_was_typed_after_the_question_is_asked_about_again(demo: Caseload, full: Path) -> None:
    async with open_app(demo) as pilot:
        await type_and_leave(pilot, demo)
        await press(pilot, "escape")
        await settle(pilot)
        await command(pilot, "check-in")
        case_screen(pilot).notes.line.area.text = f"{TEXT} count so"
        await press(pilot, "escape")
        await press(pilot, "q")
        await wait_until(pilot, lambda: "Before you quit" in drawn(pilot))
    assert elsewhere_in(full) == []


async def test_a_closed_terminal_keeps_it_in_another_file_without_asking(demo: Caseload, full: Path) -> None:
    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("maya"))
        await command(pilot, "check-in")
        case_screen(pilot).notes.line.area.text = TEXT
        pilot.app._leave_on_signal(1)
    (kept,) = elsewhere_in(full)
    assert TEXT in kept.read_text(encoding="utf-8")


async def test_a_second_q_leaves_from_the_question_as_it_says(demo: Caseload, full: Path) -> None:
    async with open_app(demo) as pilot:
        await type_and_leave(pilot, demo)
        shown = " ".join(drawn(pilot).split())
        assert "q again quits without it" in shown
        assert "Esc goes back" in shown
        assert "Esc close" not in shown
        await press(pilot, "q")
        await wait_until(pilot, lambda: pilot.app.return_code is not None)
    assert elsewhere_in(full) == []


async def test_the_advisors_own_key_leaves_from_there_too(demo: Caseload, full: Path) -> None:
    (demo.store.folder / "settings.json").write_text('{"keys": {"quit": "ctrl+y"}}')
    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("maya"))
        await command(pilot, "check-in")
        case_screen(pilot).notes.line.area.text = TEXT
        await press(pilot, "escape")
        await press(pilot, "ctrl+y")
        await wait_until(pilot, lambda: "Before you quit" in drawn(pilot))
        assert "^y again quits without it" in " ".join(drawn(pilot).split())
        await press(pilot, "q")
        assert pilot.app.return_code is None
        await press(pilot, "ctrl+y")
        await wait_until(pilot, lambda: pilot.app.return_code is not None)
    assert elsewhere_in(full) == []


async def test_once_there_is_room_it_is_kept_and_nothing_is_asked(
    demo: Caseload, monkeypatch: pytest.MonkeyPatch
) -> None:
    def save(*_args: object) -> None:
        raise WriteError("What you type could not be kept (No space left on device).")

    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("maya"))
        await command(pilot, "check-in")
        case_screen(pilot).notes.line.area.text = TEXT
        with monkeypatch.context() as patch:
            patch.setattr(Drafts, "save", save)
            await press(pilot, "escape")
            assert "could not be kept" in message(pilot) + drawn(pilot)
        await press(pilot, "escape")
        await press(pilot, "q")
        await wait_until(pilot, lambda: pilot.app.return_code is not None)
    (draft,) = Drafts(demo.store.folder).all()
    assert draft.fields["text"] == TEXT


FORMS = {
    "evidence": "seen",
    "insight": "thinking",
    "edit-student": "preferred_name",
    "promise": "text",
    "draft-pact": "learning_target",
    "feedback": "difficulty",
    "group": "",
}


async def test_escape_in_a_form_keeps_it_open_and_asks_once(demo: Caseload, full: Path) -> None:
    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("amina"))
        for form, field in FORMS.items():
            await command(pilot, form)
            box = f"#field-{field}" if field else "#group-text"
            pilot.app.screen.query_one(box).value = TEXT
            await press(pilot, "escape")
            await wait_until(pilot, lambda: "Enter keeps it there" in drawn(pilot))
            assert "No space left on device" in " ".join(drawn(pilot).replace("│", "").split()), form
            await press(pilot, "escape")
            await wait_until(pilot, lambda: "Esc: not kept" in drawn(pilot))
            assert pilot.app.screen.query_one(box).value == TEXT, form
            assert "No space left on device" in " ".join(drawn(pilot).replace("│", "").split()), form
            await press(pilot, "escape")
            await wait_until(pilot, lambda: "held until you quit, and q asks" in message(pilot))
    assert elsewhere_in(full) == []


async def test_enter_keeps_the_text_of_a_form_in_another_file(demo: Caseload, full: Path) -> None:
    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("amina"))
        await command(pilot, "promise")
        await press(pilot, *"words", "escape")
        await wait_until(pilot, lambda: "Enter keeps it there" in drawn(pilot))
        await press(pilot, "enter")
        await wait_until(pilot, lambda: message(pilot).startswith("Not saved;"))
        (kept,) = elsewhere_in(full)
        assert "words" in kept.read_text(encoding="utf-8")
        assert message(pilot) == f"Not saved; the text is in {kept.name}."
        await press(pilot, "q")
        await wait_until(pilot, lambda: pilot.app.return_code is not None)


async def test_saving_on_a_full_disk_says_why_first_and_promises_no_draft(
    demo: Caseload, full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(*_args: object) -> None:
        raise OSError(ENOSPC, "No space left on device")

    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("amina"))
        for form, box in {"promise": "text", "draft-pact": "learning_target"}.items():
            await command(pilot, form)
            pilot.app.screen.query_one(f"#field-{box}").value = TEXT
            with monkeypatch.context() as patch:
                patch.setattr(journal, "write_all", write)
                await press(pilot, "ctrl+s")
                await wait_until(pilot, lambda: "Esc: not kept" in drawn(pilot))
            assert "could not be saved: No space left on device" in drawn(pilot), form
            await press(pilot, "escape")
            await wait_until(pilot, lambda: "Enter keeps it there" in drawn(pilot))
            await press(pilot, "escape")
            await wait_until(pilot, lambda: "Esc: not kept" in drawn(pilot))
            await press(pilot, "escape")
            await wait_until(pilot, lambda: "held until you quit" in message(pilot))
    assert elsewhere_in(full) == []
