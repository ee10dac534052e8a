"""The search over everything: results as you type, opened with Enter; what is hidden elsewhere is hidden here."""

from datetime import date

import pytest
from app_case import (
    SIZES,
    assert_fits,
    case_screen,
    command,
    do,
    drawn,
    message,
    obeyed_characters,
    open_app,
    press,
    settle,
    wait_until,
)
from record_case import REQUIRED, TODAY
from test_hostile_names import HOSTILE

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.learning.learn_fact import learn_fact
from advisory.casework.partnership.set_next_step import set_next_step
from advisory.casework.promise.make import make_promise
from advisory.casework.student.add import add_student
from advisory.model import CheckIn, KnownWell
from advisory.model.words import Facet, LearnedHow
from advisory.rules.log.query import read_query
from advisory.tui.commands.registry import BESIDE, commands_of
from advisory.tui.dialogs.form.form import FormDialog
from advisory.tui.screens.search import screen as search_screen
from advisory.tui.widgets.boxes.find_line import FindLine
from advisory.tui.widgets.text.ink import Span


def typed(text: str) -> list[str]:
    return ["space" if character == " " else character for character in text]


async def seek(pilot, text: str) -> None:
    case_screen(pilot).query_one(FindLine).value = text
    await settle(pilot)


def rows(pilot) -> list[str]:
    return [line.strip() for line in drawn(pilot).splitlines()[1:-3] if line.strip()]


def fact(caseload: Caseload, text: str, *, sensitive: bool = False) -> KnownWell:
    maya = caseload.one("maya").id
    return learn_fact(caseload, maya, Facet.HOPES, text, how=LearnedHow.TOLD_ME, sensitive=sensitive)


@pytest.fixture
def xylophones(demo: Caseload) -> Caseload:
    """A word that is in a note of long ago, a promise, a next step, and two facts, one of them sensitive."""
    maya = demo.one("maya").id
    record_check_in(demo, maya, "Brought her Xýlophone", happened_on=date(2019, 10, 7), tags=("music",))
    make_promise(demo, maya, "mend the xylophone", due_on=TODAY)
    set_next_step(demo, maya, "hear the xylophone")
    fact(demo, "plays the xylophone")
    fact(demo, "hates the xylophone", sensitive=True)
    return demo


async def test_every_letter_narrows_everything_of_all_years_and_says_kind_day_and_student(xylophones: Caseload) -> None:
    async with open_app(xylophones, screen="today") as pilot:
        await command(pilot, "search-everything")
        assert case_screen(pilot).stem == "search"
        assert "tone:concern" in drawn(pilot)
        await press(pilot, *typed("xylo"))
        head, *found = rows(pilot)
        assert head == "4 found; 1 sensitive fact: ^k shows it"
        for words in ("promise", "fact", "next step"):
            assert any(words in line and "Maya Okafor" in line for line in found)
        assert "Oct 7, 2019" in found[-1]
        note = case_screen(pilot).lines.rows[-1].draw(76)
        assert [span for span in note if span.look == "heading"] == [Span("Xýlo", "heading")]
        await press(pilot, *typed(" #mu"))
        assert rows(pilot)[0] == "1 found"
        await press(pilot, "escape")
        assert case_screen(pilot).stem == "today"


async def test_what_was_found_opens(xylophones: Caseload) -> None:
    async with open_app(xylophones, screen="caseload") as pilot:
        await command(pilot, "search-everything")
        await press(pilot, *typed("xylophone"), "enter")
        opened = []
        for key in [row.key for row in case_screen(pilot).lines.rows if row.key]:
            case_screen(pilot).body.go_to(key)
            await do(pilot, "open")
            opened.append(type(pilot.app.screen).__name__)
            if pilot.app.screen.id == "card":
                assert case_screen(pilot).body.key in {key, ""} or key.startswith("p")
            await press(pilot, "escape")
        assert sorted(opened) == ["CardScreen", "FormDialog", "FormDialog", "FormDialog"]
        await command(pilot, "find")
        await seek(pilot, "kind:pact is:active")
        await press(pilot, "enter")
        await do(pilot, "open")
        assert pilot.app.screen.id == "pact"


async def test_a_note_found_long_ago_is_changed_and_found_with_its_new_words(xylophones: Caseload) -> None:
    async with open_app(xylophones, screen="log") as pilot:
        await command(pilot, "search-everything")
        await press(pilot, *typed("xylophone #music"), "enter", "enter")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, FormDialog))
        pilot.app.screen.widget_of("line").value = "Brought her drum"
        await press(pilot, "ctrl+s")
        assert rows(pilot) == ["nothing found", "▸ Maya Okafor · still highlighted"]
        await press(pilot, "u")
        assert rows(pilot)[0] == "1 found"


async def test_sensitive_facts_are_shown_only_where_asked_for(xylophones: Caseload) -> None:
    async with open_app(xylophones, screen="known_well") as pilot:
        await command(pilot, "search-everything")
        await seek(pilot, "hates")
        assert rows(pilot) == ["nothing found; 1 sensitive fact: ^k shows it"]
        assert "hates the" not in drawn(pilot)
        await press(pilot, "enter")
        await command(pilot, "found-sensitive")
        assert "hates the xylophone" in drawn(pilot)
        await press(pilot, "escape")
        await command(pilot, "search-everything")
        await seek(pilot, "hates")
        assert "hates the" not in drawn(pilot)


async def test_the_shade_covers_what_is_typed_and_found(xylophones: Caseload) -> None:
    async with open_app(xylophones, (120, 40), screen="today") as pilot:
        await command(pilot, "search-everything")
        await press(pilot, *typed("xylophone mayo:x"), "enter")
        await seek(pilot, "xylophone")
        await press(pilot, "down")
        await command(pilot, "shade")
        shown = drawn(pilot)
        assert not [words for words in ("ylophone", "Maya", "Okafor", "music") if words in shown]
        assert "promise" in shown


async def test_a_word_before_a_colon_that_is_no_filter_is_said_here_and_in_the_log(demo: Caseload) -> None:
    async with open_app(demo, screen="log") as pilot:
        for where in ("find", "search-everything"):
            await command(pilot, where)
            await press(pilot, *typed("tonne:x"))
            assert message(pilot) == "“tonne:” is not a filter; did you mean tone:?"
            await press(pilot, "escape")


def test_neither_the_search_nor_the_tags_are_there_beside_a_student() -> None:
    here = {one.id for one in commands_of(BESIDE)}
    assert not here & {"search-everything", "tags", "found-sensitive", "private-notes"}


async def test_what_is_older_follows_while_nobody_types(demo: Caseload, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_screen, "AT_ONCE", 3)
    async with open_app(demo, screen="caseload") as pilot:
        await command(pilot, "search-everything")
        await seek(pilot, "maya")
        maya = demo.one("maya").id
        count = len(demo.store.check_ins_of(maya))
        assert int(rows(pilot)[0].split()[0]) > count
        assert len(case_screen(pilot).lines.rows) == 1 + int(rows(pilot)[0].split()[0])


async def test_a_search_that_goes_on_ends_with_its_screen(demo: Caseload, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_screen, "AT_ONCE", 0)
    async with open_app(demo, screen="caseload") as pilot:
        await command(pilot, "search-everything")
        screen = case_screen(pilot)
        case_screen(pilot).query_one(FindLine).value = "maya"
        await settle(pilot)
        steps = screen._steps(screen._everything.search(read_query("maya", TODAY)), screen.lines)
        next(steps)
        await press(pilot, "escape")
        assert list(steps) == []


@pytest.mark.parametrize("size", SIZES)
async def test_it_fits_whatever_is_written(caseload: Caseload, size: tuple[int, int]) -> None:
    for number, name in enumerate(HOSTILE.values()):
        student = add_student(caseload, given_name=name, family_name=name, student_number=str(number))
        with caseload.store.change("By hand", caseload.now()) as change:
            fields = REQUIRED[CheckIn] | {"student": student.id, "line": f"zebra {name} zebra", "body": name}
            change.add(CheckIn, **fields, tags=("zebra",))
    async with open_app(caseload, size, screen="search") as pilot:
        await seek(pilot, "zebra")
        assert_fits(pilot)
        assert not obeyed_characters(pilot)
        await press(pilot, "enter", "down", "down")
        assert_fits(pilot)
        assert not obeyed_characters(pilot)
