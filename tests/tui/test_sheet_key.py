"""`@`: a page for others, seen before it is written; and `!`, what was shared, with the deletion of its file."""

from pathlib import Path

import pytest
from app_case import case_screen, command, do, drawn, fill_in, highlight, message, open_app, press, settle
from logged_case import log as log_it

from advisory.caseload.caseload import Caseload
from advisory.caseload.leaving.leaving import leaving_of
from advisory.casework.check_in.record import record_check_in
from advisory.model import CheckIn, ExportLog
from advisory.model.words import Audience, Visibility
from advisory.rules.leaving.preview import Choice, Going, Preview
from advisory.tui.dialogs.preview import PreviewDialog


async def test_a_conference_page_is_seen_then_written_and_logged(
    demo: Caseload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    maya = demo.one("maya")
    record_check_in(demo, maya.id, "Talked", student_says="Kai explained it to me", visibility=Visibility.SHAREABLE)
    async with open_app(demo, (90, 60)) as pilot:
        await highlight(pilot, maya)
        await press(pilot, "@", "c")
        await settle(pilot)
        assert "another student explained it to me" in drawn(pilot).lower()
        await press(pilot, "n")
        assert "their initials stand there instead" in " ".join(drawn(pilot).replace("│", " ").split())
        await press(pilot, "enter")
        path = tmp_path / "conference-MO-2026-11-23.html"
        assert str(path) in message(pilot)
        (log,) = demo.store.all(ExportLog)
        assert (log.audience, log.what, log.students) == (Audience.FAMILY, "conference page", (maya.id,))
        text = path.read_text("utf-8")
        assert "Kai" not in text

        await press(pilot, "!")
        assert "conference page" in drawn(pilot)
        await press(pilot, "d")
        assert "again deletes this file" in message(pilot)
        assert path.exists()
        await press(pilot, "d")
        assert not path.exists()
        assert "file deleted" in drawn(pilot)
        await press(pilot, "enter")
        assert str(path) in "".join(drawn(pilot).split())


async def test_a_line_left_out_is_neither_written_nor_logged_and_all_may_be_ticked(
    demo: Caseload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    maya = demo.one("maya")
    said = record_check_in(demo, maya.id, "Talked", student_says="I can draw it", visibility=Visibility.SHAREABLE)
    async with open_app(demo) as pilot:
        await highlight(pilot, maya)
        await press(pilot, "@", "tab", "tab", "c", "enter")
        dialog = pilot.app.screen
        key = next(line.key for part in dialog._preview.parts for line in part.lines if said.id in line.rows)
        dialog._lines.go_to(key)
        await press(pilot, "e", "enter")
    path = tmp_path / "conference-MO-2026-11-23.html"
    assert "I can draw it" not in path.read_text("utf-8")
    assert said.id not in demo.store.all(ExportLog)[0].rows


async def test_everybody_with_a_file_each_and_about_other_days(
    demo: Caseload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("maya"))
        await press(pilot, "@", "tab", "space", "minus")
        assert "About everybody, a file each, other days" in " ".join(drawn(pilot).replace("│", " ").split())
        await press(pilot, "f")
        await fill_in(pilot, **{"from": "9/1", "to": "9/30"})
        await press(pilot, "enter", "enter", "escape")
    pages = sorted(tmp_path.glob("family-*.html"))  # noqa: ASYNC240 - a folder in memory
    assert [page.name for page in pages] == ["family-AF-2026-11-23.html", "family-AY-2026-11-23.html"]
    assert "Sep 1 to Sep 30, 2026" in pages[0].read_text("utf-8")
    assert [log.what for log in demo.store.all(ExportLog)] == ["family page"] * 2


async def test_a_comment_is_gone_over_in_a_box_before_it_is_seen(
    demo: Caseload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("maya"))
        await press(pilot, "@", "t")
        assert "Term comment · Maya Okafor" in drawn(pilot)
        assert "1. a known strength · 2. " in drawn(pilot)
        await fill_in(pilot, text=" ")
        assert "The comment is empty" in drawn(pilot)
        await fill_in(pilot, text="Maya draws it first. So does Kai.")
        assert "Maya draws it first. So does another student." in drawn(pilot)
        assert "Other students named: Kai" in " ".join(drawn(pilot).split())
        await press(pilot, "enter")
    text = (tmp_path / "comment-MO-2026-11-23.html").read_text("utf-8")
    assert "So does another student." in text
    assert "known strength" not in text


def test_a_long_line_is_wrapped_with_its_indent_so_that_none_of_it_is_cut(demo: Caseload) -> None:
    dialog = PreviewDialog(demo, "", lambda _choice: Preview([]), "page.html", choice=Choice())
    rows = dialog._going(Going("key", "a bb ccc dddd " * 40), 40)
    assert max(sum(len(span.text) for span in row.draw(40)) for row in rows) == 40


async def test_no_page_is_made_while_names_are_hidden_and_escape_writes_nothing(
    demo: Caseload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_app(demo) as pilot:
        await press(pilot, "@", "s", "escape")
        assert message(pilot) == "Nothing was written."
        monkeypatch.setenv("TERM", "xterm-256color")
        monkeypatch.delenv("TERM_PROGRAM", raising=False)
        await press(pilot, "@", "s", "e", '"')
        assert message(pilot).startswith("Copied the staff table, for counts only")
        first, second = (demo.names[student.id] for student in demo.students[:2])
        assert first not in pilot.app.clipboard
        assert second in pilot.app.clipboard
        await command(pilot, "shade")
        await do(pilot, "sheet")
        assert "Names are hidden, and what leaves is seen first." in message(pilot)
        assert case_screen(pilot) is pilot.app.screen
    assert [one.name for one in tmp_path.iterdir()] == ["copied"]  # noqa: ASYNC240 - a folder in memory
    (log,) = demo.store.all(ExportLog)
    assert (log.file, len(log.students), log.left_out) == ("", len(demo.students) - 1, 1)


async def test_what_was_shared_says_so_and_is_not_made_private_in_its_form(demo: Caseload) -> None:
    maya = demo.one("maya")
    said = record_check_in(demo, maya.id, "Talked", visibility=Visibility.SHAREABLE)
    log_it(demo, leaving_of(demo, [maya.id], Audience.FAMILY, {}), what="family page")
    async with open_app(demo, (110, 30), screen="log") as pilot:
        case_screen(pilot).body.go_to(said.id)
        await settle(pilot)
        assert "shared with the family" in " ".join(drawn(pilot).split())
        await command(pilot, "open")
        await fill_in(pilot, visibility="private")
        told = "It was shared with the family on Nov 23, so it can't become private again."
        assert pilot.app.screen.query_one(".dialog-problem").visual.plain == told
        await press(pilot, "escape")
        await command(pilot, "student-card")
        assert "shared with the family on Nov 23" in drawn(pilot)
    assert demo.store.need(CheckIn, said.id).visibility is Visibility.SHAREABLE


async def test_what_was_changed_meanwhile_is_shown_before_it_leaves(
    demo: Caseload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    maya = demo.one("maya")
    async with open_app(demo, (90, 60)) as pilot:
        await highlight(pilot, maya)
        await press(pilot, "@", "c")
        record_check_in(demo, maya.id, "Talked", student_says="I can draw it", visibility=Visibility.SHAREABLE)
        await press(pilot, "enter")
        await settle(pilot)
        assert "Something was changed in another window meanwhile." in drawn(pilot)
        assert "I can draw it" in drawn(pilot)
        assert demo.store.all(ExportLog) == []
        await press(pilot, "enter")
    assert "I can draw it" in (tmp_path / "conference-MO-2026-11-23.html").read_text("utf-8")
