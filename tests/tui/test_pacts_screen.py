"""The pacts: what two keep first, the rest folded under headings; the page to sign."""

import stat
from datetime import date, timedelta
from pathlib import Path

import pytest
from app_case import (
    NOBODY_YET,
    SIZES,
    WIDE,
    assert_fits,
    case_screen,
    command,
    drawn,
    fill_in,
    message,
    open_app,
    press,
    resize,
    settle,
)
from msgspec.structs import replace
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.pact.activate import activate_pact
from advisory.casework.pact.draft import draft_pact
from advisory.casework.pact.edit import edit_pact
from advisory.model import Commitment, ExportLog, Pact, SuccessLine
from advisory.model.words import Observer, PactStatus
from advisory.rules.pact.life import Yes


def keys(pilot):
    return [row.key for row in case_screen(pilot).body.rows if row.key]


def line_of(pilot, word):
    return next(line for line in drawn(pilot).splitlines() if word in line)


async def test_kept_pacts_come_first_by_their_next_review_and_enter_opens_the_pact(demo: Caseload) -> None:
    active = [pact for pact in demo.pacts if pact.status is PactStatus.ACTIVE]
    async with open_app(demo, WIDE, screen="pacts") as pilot:
        shown = [demo.store.need(Pact, key) for key in keys(pilot) if not key.startswith("pacts ")]
        assert {pact.id for pact in shown} == {pact.id for pact in active}
        assert [pact.next_review_on for pact in shown] == sorted(pact.next_review_on for pact in active)
        assert "waiting 2 d" in line_of(pilot, "▸ Amina")
        await press(pilot, "enter")
        assert (pilot.app.screen.id, case_screen(pilot).highlighted.pact) == ("pact", shown[0])


async def test_a_pact_past_its_end_day_says_on_every_screen_that_the_two_close_it_or_go_on(demo: Caseload) -> None:
    pact = next(one for one in demo.pacts if one.status is PactStatus.ACTIVE and one.student == demo.one("maya").id)
    past = TODAY - timedelta(days=3)
    with demo.store.change("x", demo.now()) as change:
        change.put(replace(pact, target_on=past, next_review_on=None))
    async with open_app(demo, WIDE, screen="pacts") as pilot:
        case_screen(pilot).body.go_to(pact.id)
        await settle(pilot)
        assert "day passed" in line_of(pilot, "▸ Maya")
        assert "its day has passed: close or go on" in " ".join(drawn(pilot).split())
        await press(pilot, "enter")
        assert "Its day, Nov 20, has passed: C closes it" in drawn(pilot)
        await press(pilot, "escape", "1")
        assert "its day has passed" in line_of(pilot, "◷ Maya")


async def test_the_others_are_folded_under_a_heading_each_with_their_count(demo: Caseload) -> None:
    async with open_app(demo, screen="pacts") as pilot:
        assert "› Drafts and proposals 3" in drawn(pilot)
        assert "› Paused 1" in drawn(pilot)
        assert "› Closed 1" in drawn(pilot)
        case_screen(pilot).body.go_to("pacts begun")
        await press(pilot, "enter")
        assert "── Drafts and proposals 3 ──" in drawn(pilot)
        assert "needs yours" in line_of(pilot, "▸ Seun")
        await press(pilot, "left")
        assert case_screen(pilot).body.key == "pacts begun"
        assert "Seun" not in drawn(pilot)
        await press(pilot, "G", "right")
        assert "met" in line_of(pilot, "▸ Ingrid")
        await press(pilot, "h")
        assert "Ingrid" not in drawn(pilot)
        await press(pilot, "home", "left")
        assert case_screen(pilot).highlighted.student == demo.one("amina").id


async def test_finding_unfolds_what_fits_and_counts_it(demo: Caseload) -> None:
    async with open_app(demo, screen="pacts") as pilot:
        case_screen(pilot).body.go_to("pacts closed")
        await command(pilot, "find")
        await press(pilot, *"ingrid")
        shown = drawn(pilot)
        assert "── Drafts and proposals 1 of 3 ──" in shown
        assert "── Closed 1 of 1 ──" in shown
        assert "Paused" not in shown
        assert {demo.store.need(Pact, key).student for key in keys(pilot)} == {demo.one("ingrid").id}
        await press(pilot, "escape")
        assert "› Closed 1" in drawn(pilot)


async def test_a_line_tells_trend_lines_met_and_what_both_kept_this_month_at_every_size(demo: Caseload) -> None:
    async with open_app(demo, screen="pacts") as pilot:
        for size in SIZES:
            await resize(pilot, *size)
            assert_fits(pilot)
            amina = line_of(pilot, "▸ Amina")
            for part in ("▃▅", "1/3", "waiting 2 d", "1·1" if size[0] < 70 else "they 1 · you 1"):
                assert part in amina, (size, part)
            assert ("essay that a stranger follows" in drawn(pilot)) == (size[0] >= 70)
            assert "Noah B." in drawn(pilot)
        await resize(pilot, 150, 30)
        assert "▃▅ 2 3" in line_of(pilot, "▸ Amina Yusuf")
        await press(pilot, "ctrl+l")
        assert_fits(pilot)
        assert "▃▅" not in drawn(pilot)
        assert "fractions" not in drawn(pilot)


async def test_where_nothing_is_kept_yet_the_drafts_are_open_and_it_says_so(caseload: Caseload, student) -> None:
    from advisory.casework.student.add import add_student

    async with open_app(caseload, screen="pacts") as pilot:
        assert "Your caseload is empty." in drawn(pilot)
        await press(pilot, "P", "enter", "o")
        assert message(pilot) == NOBODY_YET
        await press(pilot, "O")
        assert message(pilot) == NOBODY_YET
        maya = add_student(caseload, given_name="Maya", family_name="Okafor")
        case_screen(pilot).redraw()
        assert drawn(pilot).count("No pacts yet. Press P on a student in the caseload (2) to draft one.") == 1
        assert "No active pacts." not in drawn(pilot)
        draft_pact(caseload, maya.id, "I can ask")
        case_screen(pilot).redraw()
        await press(pilot, "home")
        assert "No active pacts." in drawn(pilot)
        assert "I can ask" in line_of(pilot, "▸ Maya")


async def test_the_second_pane_tells_agreements_runs_and_that_there_is_more(demo: Caseload) -> None:
    amina = demo.summary(demo.one("amina").id).pact
    async with open_app(demo, WIDE, screen="pacts") as pilot:
        for part in ("review waiting 2 d", "they signed Oct 19", "✓✓✓·· 3 of 5 weeks · kept 3 times", "How it goes"):
            assert part in drawn(pilot)
        yes = (Yes(Observer.STUDENT, "Amina"), Yes(Observer.ADVISOR, "R"))
        edit_pact(demo, amina, yes=yes, learning_target="I can find a fraction " + "of an amount " * 40)
        case_screen(pilot).redraw()
        await press(pilot)
        assert "they spoken today" in drawn(pilot)
        assert "revision 2" in drawn(pilot)
        assert "… p shows the whole pact." in drawn(pilot)


async def test_the_page_to_sign_names_no_other_student_and_says_first_what_is_covered(
    demo: Caseload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    maya = demo.one("maya")
    draft = draft_pact(
        demo,
        maya.id,
        "I can explain it to Kai",
        success_evidence=(SuccessLine(text="one"),),
        student_commitments=(Commitment(text="two"),),
        advisor_commitments=(Commitment(text="three"),),
        next_review_on=date(2026, 11, 24),
    )
    from advisory.casework.pact.activate import Beside

    pact = activate_pact(
        demo, draft, (Yes(Observer.STUDENT, "Maya"), Yes(Observer.ADVISOR, "Ms Rivera")), beside=Beside.KEEP
    )
    before = demo.store.seq
    async with open_app(demo, WIDE, screen="pacts") as pilot:
        case_screen(pilot).body.go_to(pact.id)
        await command(pilot, "pact-page")
        assert "Covered on it: Kai; V changes that." in " ".join(drawn(pilot).replace("│", " ").split())
        path = tmp_path / f"pact-{pact.id}.html"
        assert pilot.app.screen.values == {"advisor": "Ms Rivera", "for": "student", "file": str(path)}
        await fill_in(pilot, file=str(tmp_path / "page.pdf"))
        assert ".html or .md" in pilot.app.screen.query_one(".dialog-problem").visual.plain
        await fill_in(pilot, file=str(path), advisor="Ms R.")
        assert "explain it to another student" in drawn(pilot)
        await press(pilot, "enter", "escape")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert "Ms R." in path.read_text(encoding="utf-8")
        assert "explain it to another student" in path.read_text(encoding="utf-8")
        assert "Kai" not in path.read_text(encoding="utf-8")
        await command(pilot, "pact-page")
        assert pilot.app.screen.values["file"] == str(tmp_path / f"pact-{pact.id}-2.html")
        await fill_in(pilot, file=str(path))
        await press(pilot, "enter")
        assert "is there already" in pilot.app.screen.query_one(".dialog-problem").visual.plain
        await press(pilot, "escape")
        await command(pilot, "pact-page")
        await fill_in(pilot, file=str(tmp_path / "page.md"), advisor="")
        assert "What name should it" in pilot.app.screen.query_one(".dialog-problem").visual.plain
        await fill_in(pilot, advisor="Ms Rivera")
        await press(pilot, "enter")
    assert (tmp_path / "page.md").read_text(encoding="utf-8").startswith("# Goal pact")
    assert [log.rows for log in demo.store.all(ExportLog)] == [(pact.id,)] * 2
    assert demo.store.seq == before + 2
    assert pact.start_on == TODAY
