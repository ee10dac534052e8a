"""Names and notes that would break a screen, run a sequence or pass for markup are shown as they were typed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from app_case import (
    SIZES,
    WIDE,
    case_screen,
    caseload_in,
    command,
    copied,
    drawn,
    fill_in,
    go_to,
    obeyed_characters,
    open_app,
    press,
    settle,
)
from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.own_hand import leave_question
from advisory.casework.check_in.record import record_check_in
from advisory.casework.defense.artifact import add_artifact
from advisory.casework.defense.feeling import note_feeling
from advisory.casework.defense.panel import ask_panel
from advisory.casework.defense.plan import plan_defense
from advisory.casework.defense.practice import note_practice
from advisory.casework.pact.draft import draft_pact
from advisory.casework.partnership.move_stage import move_stage
from advisory.casework.promise.make import make_promise
from advisory.casework.student.add import add_student
from advisory.casework.student.keep_person import keep_person
from advisory.model import Commitment, FamilyContact, Student, SuccessLine
from advisory.model.words import Stage
from advisory.store import Drafts, Store
from advisory.tui.commands.registry import COMMAND
from advisory.tui.drafts.unsaved import NOTE

HOSTILE = {
    "markup that closes nothing": "Sam [/foo]",
    "markup": "[bold red]Lee[/]",
    "a link": "[link='x']Kim",
    "an action": "[@click=app.quit]Bo",
    "a formula": '=HYPERLINK("x")',
    "an override": "Al\u202eex",
    "isolates": "Al\u2066ex\u2069",
    "lines": "Ann\nLee\r\nX\u2028Y",
    "a tab": "Ann\tLee",
    "an escape": "\x1b[31mRed\x1b]0;title\x07",
    "a one-byte escape": "\x9b31mRed\x9d0;title\x9c",
    "length": "X" * 300,
    "one long word of wide letters": "雨" * 90,
    "a family": "👩‍👩‍👧‍👦 Kim",
    "many marks": "e" + "\u0301" * 40 + "ve",
    "from the right": "שלום עולם",
    "a NUL": "Nu\x00l",
    "a bell": "Be\x07ll\x08",
    "blanks": "\u00a0\u2003\u3000.",
    "nothing to see": "\u200b\ufeffZ\u00ad",
    "a surrogate's like": "\U000e0001Tag",
}
HOSTILE["all at once"] = "".join(text for text in HOSTILE.values() if len(text) < 50)
DRAWN = ("all at once", "length")
PLAIN = ("Sam [/foo]", "[bold red]Lee[/]", "[link='x']Kim", "[@click=app.quit]Bo", '=HYPERLINK("x")')


def fill(caseload: Caseload) -> None:
    for text in HOSTILE.values():
        student = add_student(
            caseload, given_name=text, family_name="Q", pronouns=text, grade=text[:12], home_language=text
        )
        record_check_in(caseload, student.id, text, body=text, student_says=text, tags=("a[/b]",))
        make_promise(caseload, student.id, text)
        draft_pact(
            caseload,
            student.id,
            text,
            title=text,
            why=text,
            success_evidence=(SuccessLine(text=text),),
            student_commitments=(Commitment(text=text),),
        )
        move_stage(caseload, student.id, Stage.ALLIANCE, text)
        keep_person(caseload, student, FamilyContact(name=text, relation=text, phone=text, best_time=text))
        leave_question(caseload, student.id, text)
        plan_everything(caseload, student.id, text)


def plan_everything(caseload: Caseload, student_id: str, text: str) -> None:
    plan = plan_defense(caseload, student_id, date(2026, 12, 4), place=text, claim=text).plan
    plan = add_artifact(caseload, plan, text, subject=text, shows=text, where=text)
    plan = note_practice(caseload, plan, glows=[text], grows=[text], before=text, next_step=text).plan
    plan = ask_panel(caseload, plan, text, text)
    plan = note_feeling(caseload, plan, 3, text)
    own = replace(plan.milestones[0], label=text)
    with caseload.store.change("A milestone of one's own", caseload.now()) as change:
        change.put(replace(plan, milestones=(own, *plan.milestones[1:])), shown=plan)


@pytest.fixture(scope="module")
def hostile_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile") / "home"
    store = Store.open(folder)
    fill(caseload_in(store))
    store.close()
    return folder


@pytest.fixture
def hostile(hostile_folder: Path, tmp_path: Path) -> Iterator[Caseload]:
    yield from copied(hostile_folder, tmp_path)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("screen", COMMAND["next-student"].where)
async def test_every_screen_draws_them(hostile: Caseload, screen: str, size: tuple[int, int]) -> None:
    has_something_new_for_each = size == SIZES[-1] or screen == "card"
    async with open_app(hostile, size, screen=screen) as pilot:
        for _ in hostile.students if has_something_new_for_each else range(1):
            assert obeyed_characters(pilot) == set()
            await case_screen(pilot).action_do("next-student")
            await settle(pilot)
        case_screen(pilot).body.move_to_end(1)
        await settle(pilot)
        assert obeyed_characters(pilot) == set()


@pytest.mark.parametrize("name", PLAIN)
async def test_a_name_is_shown_as_it_was_typed(caseload: Caseload, name: str) -> None:
    student = add_student(caseload, given_name=name, family_name="Q")
    record_check_in(caseload, student.id, name)
    async with open_app(caseload, WIDE) as pilot:
        for screen in ("caseload", "board", "log", "card"):
            await go_to(pilot, screen)
            assert name in drawn(pilot)


@pytest.mark.parametrize("kind", DRAWN)
async def test_every_dialog_draws_them_and_gives_the_text_back_whole(hostile: Caseload, kind: str) -> None:
    student = next(student for student in hostile.students if student.given_name == HOSTILE[kind])
    async with open_app(hostile, (80, 24)) as pilot:
        case_screen(pilot).body.go_to(student.id)
        for keys in ("E", "P", "o", "Z", "z z", "less_than_sign", "greater_than_sign"):
            await press(pilot, *keys.split())
            assert pilot.app.screen.id != "caseload"
            assert obeyed_characters(pilot) == set()
            await press(pilot, "escape")
        await press(pilot, "E")
        await fill_in(pilot, birthday="03-14")
    assert hostile.store.need(Student, student.id).given_name == student.given_name.strip()


@pytest.mark.parametrize("kind", DRAWN)
async def test_a_check_in_s_form_and_a_draft_give_the_text_back_whole(hostile: Caseload, kind: str) -> None:
    text = HOSTILE[kind]
    student = next(student for student in hostile.students if student.given_name == text)
    Drafts(hostile.store.folder).save(NOTE, student.id, {"text": text}, hostile.now())
    async with open_app(hostile, (80, 24)) as pilot:
        assert obeyed_characters(pilot) == set()
        await press(pilot, "escape")  # what waits to finish later is told, and takes a dialog when it is long
        case_screen(pilot).body.go_to(student.id)
        await press(pilot, "c")
        assert obeyed_characters(pilot) == set()
        await press(pilot, "enter")
        assert obeyed_characters(pilot) == set()
        await press(pilot, "enter", "down", "enter")
        assert obeyed_characters(pilot) == set()
    kept = [check_in.line for check_in in hostile.store.check_ins_of(student.id) if not check_in.question]
    assert [line.splitlines() for line in kept] == [text.splitlines()] * 2


@pytest.mark.parametrize("size", SIZES)
async def test_the_palette_and_the_find_line_take_them(hostile: Caseload, size: tuple[int, int]) -> None:
    async with open_app(hostile, size) as pilot:
        await command(pilot, "palette")
        await press(pilot, "q")
        assert obeyed_characters(pilot) == set()
        await press(pilot, "backspace", *"[/")
        assert obeyed_characters(pilot) == set()
        await press(pilot, "escape", "slash", *"[/f")
        assert obeyed_characters(pilot) == set()


async def test_what_is_said_about_them(hostile: Caseload) -> None:
    async with open_app(hostile) as pilot:
        for student in hostile.students:
            case_screen(pilot).body.go_to(student.id)
            await case_screen(pilot).action_do("promise-done")
            await settle(pilot)
            assert obeyed_characters(pilot) == set()


async def test_a_refusal_that_names_one(caseload: Caseload) -> None:
    add_student(caseload, given_name="\x1b[31mRed", family_name="[/x]", student_number="7")
    add_student(caseload, given_name="Ann", family_name="Lee")
    async with open_app(caseload) as pilot:
        case_screen(pilot).body.go_to(caseload.one("ann").id)
        await press(pilot, "E")
        await fill_in(pilot, student_number="7")
        assert "already belongs to" in " ".join(drawn(pilot).replace("│", " ").split())
        assert obeyed_characters(pilot) == set()


@pytest.mark.parametrize("value", ["[/x]", "\x1b[31m", "\u202e"])
async def test_a_refusal_that_repeats_what_was_typed(caseload: Caseload, value: str) -> None:
    add_student(caseload, given_name="Ann", family_name="Lee")
    async with open_app(caseload) as pilot:
        await press(pilot, "o")
        await fill_in(pilot, text=value, due=value)
        assert "is not a date" in drawn(pilot)
        assert obeyed_characters(pilot) == set()
