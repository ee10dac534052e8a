"""Known well: the matrix, each of its keys, what the form begins with, and that sensitive facts are seen only when asked for."""

from datetime import date

import pytest
from app_case import (
    SIZES,
    assert_fits,
    case_screen,
    click,
    command,
    drawn,
    fill_in,
    go_to,
    message,
    open_app,
    press,
    resize,
    settle,
)
from msgspec.structs import replace
from record_case import NOW

from advisory.caseload.caseload import Caseload
from advisory.caseload.coverage import coverage, coverage_of, facts_of
from advisory.casework.learning.edit_fact import edit_fact
from advisory.casework.learning.learn_fact import learn_fact
from advisory.casework.student.add import add_student
from advisory.casework.student.import_roster import import_roster
from advisory.model import KnownWell
from advisory.model.words import Facet, LearnedHow, Visibility
from advisory.rules.learning.facet_question import SIDES
from advisory.rules.learning.known_well import FACETS, Known, counts, facet_to_ask, least_known_sentence

SECRET = "Sleeps badly since the move"
AT = {facet: place for place, facet in enumerate(FACETS)}


def learn(caseload: Caseload, student_id: str, facet: Facet, text: str, **fields) -> KnownWell:
    return learn_fact(caseload, student_id, facet, text, how=LearnedHow.TOLD_ME, **fields)


async def cell(pilot, student_id: str, facet: Facet) -> None:
    """Put the cursor on a cell."""
    matrix = case_screen(pilot).matrix
    matrix.go_to(student_id)
    matrix.move_across(AT[facet] - matrix.column)
    await settle(pilot)


def row_of(pilot, name: str) -> str:
    """The line of the matrix that begins with a name, as wide as the matrix."""
    cells = case_screen(pilot).matrix.cells
    return next(line[:cells] for line in drawn(pilot).splitlines() if line[2:].startswith(name))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_mark_and_every_count_is_shown(demo: Caseload, size: tuple[int, int]) -> None:
    learn(demo, demo.one("amina").id, Facet.STRENGTHS, "Older news", learned_on=date(2025, 10, 1))
    rows = coverage(demo)
    marks = {Known.KNOWN: "■", Known.EARLIER: "▪", Known.EMPTY: "·"}
    async with open_app(demo, size, screen="known_well") as pilot:
        shown = row_of(pilot, "Amina Yusuf")
        assert [one for one in shown if one in marks.values()] == [marks[known] for known in rows[0].sides.values()]
        assert f"{rows[0].known}/12" in shown
        foot = next(line for line in drawn(pilot).splitlines() if "known of 22" in line)
        assert foot[: case_screen(pilot).matrix.cells].split()[3:] == [str(count) for count in counts(rows).values()]
        assert least_known_sentence(rows, demo.shorts.__getitem__) in " ".join(drawn(pilot).split())
        assert_fits(pilot)


async def test_the_cursor_goes_over_the_cells_and_stays_at_the_edges(demo: Caseload) -> None:
    async with open_app(demo, screen="known_well") as pilot:
        matrix = case_screen(pilot).matrix
        last = len(demo.students) - 1
        for key, place in (
            ("up", (0, 0)), ("left", (0, 0)), ("down", (1, 0)), ("j", (2, 0)), ("right", (2, 1)), ("l", (2, 2)),
            ("h", (2, 1)), ("]", (3, 1)), ("[", (2, 1)), ("G", (last, 1)), ("down", (last, 1)), ("home", (0, 1)),
            ("end", (last, 1)), ("up", (last - 1, 1)),
        ):  # fmt: skip
            await press(pilot, key)
            assert (matrix.row, matrix.column) == place, key
            assert "[" in row_of(pilot, demo.names[matrix.key][:10])
        await press(pilot, *["right"] * 20)
        assert case_screen(pilot).highlighted.facet is FACETS[-1]
        await press(pilot, "home")
        assert matrix.row == 0
        await press(pilot, "pagedown")
        assert matrix.row > 5
        assert f"▸ {demo.names[matrix.key][:8]}" in drawn(pilot)
        await press(pilot, "pageup")
        assert matrix.row == 0


async def test_a_click_highlights_a_cell_and_a_double_click_opens_the_card(demo: Caseload) -> None:
    async with open_app(demo, screen="known_well") as pilot:
        matrix = case_screen(pilot).matrix
        names, size, _ = matrix._layout()
        await click(pilot, "#body", offset=(names + 4 * size + 1, 3 + 2))
        assert (matrix.row, matrix.column) == (2, 4)
        await click(pilot, "#body", offset=(3, 1))
        assert (matrix.row, matrix.column) == (2, 4)
        await click(pilot, "#body", offset=(3, 3 + 1), times=2)
        await press(pilot)
        assert (pilot.app.screen.id, case_screen(pilot).highlighted.student) == ("card", demo.students[1].id)


async def test_6_comes_here_enter_opens_the_card_and_escape_comes_back(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await press(pilot, "6", "down", "right", "enter")
        assert (pilot.app.screen.id, case_screen(pilot).highlighted.student) == ("card", demo.students[1].id)
        await press(pilot, "escape")
        assert (pilot.app.screen.id, case_screen(pilot).matrix.column) == ("known_well", 1)


async def test_find_keeps_those_whose_name_begins_so_and_counts_them(demo: Caseload) -> None:
    async with open_app(demo, screen="known_well") as pilot:
        await press(pilot, "slash", *"noah")
        assert [row.name for row in case_screen(pilot).matrix.rows] == ["Noah Brandt", "Noah Lindqvist"]
        assert "known of 2 " in drawn(pilot)
        await press(pilot, *"x")
        assert "No name begins like this" in drawn(pilot)
        await press(pilot, "escape")
        assert len(case_screen(pilot).matrix.rows) == len(demo.students)


async def test_k_asks_takes_the_answer_and_fills_the_cell(demo: Caseload) -> None:
    jordan = demo.one("jordan")
    known = coverage_of(demo, jordan.id).known
    async with open_app(demo, screen="known_well") as pilot:
        await cell(pilot, jordan.id, Facet.HOPES)
        await command(pilot, "know")
        for question in SIDES[Facet.HOPES].questions:
            assert question in drawn(pilot)
        assert f"{demo.names[jordan.id]}: hopes" in drawn(pilot)
        await press(pilot, *"A boat", "enter")
        assert message(pilot) == "Saved: hopes · Jordan"
        assert f"{known + 1}/12" in row_of(pilot, "Jordan Reed")
        assert "[■]" in row_of(pilot, "Jordan Reed")
        fact = facts_of(demo, jordan.id, Facet.HOPES)[0]
        assert (fact.text, fact.learned_on, fact.how) == ("A boat", demo.today, LearnedHow.TOLD_ME)
        assert (fact.sensitive, fact.visibility) == (False, Visibility.PRIVATE)
        await press(pilot, "u")
        assert message(pilot) == "Undid: Fact learned: hopes · Jordan"
        assert "[·]" in row_of(pilot, "Jordan Reed")


async def test_the_form_keeps_how_when_who_may_read_it_and_that_it_is_sensitive(demo: Caseload) -> None:
    jordan = demo.one("jordan")
    async with open_app(demo, screen="known_well") as pilot:
        await cell(pilot, jordan.id, Facet.FAMILY)
        await press(pilot, "K")
        await fill_in(pilot, text=SECRET, how="family", on="yesterday", sensitive="yes", visibility="staff")
        fact = facts_of(demo, jordan.id, Facet.FAMILY)[0]
        assert (fact.how, fact.sensitive, fact.visibility) == (LearnedHow.FAMILY, True, Visibility.STAFF)
        assert fact.learned_on == date(2026, 11, 22)
        assert SECRET not in drawn(pilot)


async def test_a_cell_that_is_filled_shows_its_facts_in_the_head_and_takes_another(demo: Caseload) -> None:
    diego = demo.one("diego")
    async with open_app(demo, screen="known_well") as pilot:
        await cell(pilot, diego.id, Facet.SKILLS)
        await press(pilot, "K")
        assert "Repairs engines with his uncle (told you," in drawn(pilot)
        await press(pilot, *"Welds", "enter")
    assert len(facts_of(demo, diego.id, Facet.SKILLS)) == 2


async def test_a_refusal_is_said_in_the_form_and_nothing_is_written(demo: Caseload) -> None:
    seq = demo.store.seq
    async with open_app(demo, screen="known_well") as pilot:
        await press(pilot, "K", "enter")
        assert "What did you learn about them?" in drawn(pilot)
        await fill_in(pilot, text="A boat", on="tomorrow")
        assert demo.store.seq == seq
        await press(pilot, "escape")
        assert message(pilot).startswith("Not saved yet")
        await press(pilot, "K")
        assert "A boat" in drawn(pilot)
        await press(pilot, "ctrl+d", "escape")
        assert demo.store.seq == seq


async def test_a_draft_belongs_to_its_cell_and_the_next_sitting_offers_it(demo: Caseload) -> None:
    async with open_app(demo, screen="known_well") as pilot:
        await press(pilot, "K", *"Paints", "escape", "right", "K")
        assert "Paints" not in drawn(pilot)
        await press(pilot, "escape")
    async with open_app(demo, screen="today") as pilot:
        assert "✎ Amina a fact (interests)" in " ".join(drawn(pilot).split())
        await press(pilot, "6")
        await cell(pilot, demo.one("amina").id, Facet.INTERESTS)
        await press(pilot, "K")
        assert "Paints" in drawn(pilot)


async def test_on_the_card_know_begins_with_the_side_least_known(demo: Caseload) -> None:
    async with open_app(demo, screen="card") as pilot:
        student_id = case_screen(pilot).highlighted.student
        first = facet_to_ask(coverage_of(demo, student_id), coverage(demo))
        await press(pilot, "K")
        assert f"{first.label}: {SIDES[first].questions[0]}" in drawn(pilot)
        await press(pilot, *"Stars", "enter")
        assert message(pilot).startswith(f"Saved: {first.label} · ")
        assert facts_of(demo, student_id, first)[0].text == "Stars"
        await press(pilot, "K")
        await fill_in(pilot, facet="hopes", text="A telescope")
        assert facts_of(demo, student_id, Facet.HOPES)[0].text == "A telescope"


async def test_d_forgets_a_fact_and_u_brings_it_back(demo: Caseload) -> None:
    diego = demo.one("diego")
    newer = learn(demo, diego.id, Facet.SKILLS, "Welds")
    async with open_app(demo, screen="known_well") as pilot:
        await cell(pilot, diego.id, Facet.SKILLS)
        await press(pilot, "d", "enter")
        assert message(pilot) == "Deleted: skills; u brings it back · Diego"
        assert newer.id not in {fact.id for fact in facts_of(demo, diego.id)}
        assert "[■]" in row_of(pilot, "Diego")
        await press(pilot, "delete", "delete")
        assert "[·]" in row_of(pilot, "Diego")
        await press(pilot, "d")
        assert message(pilot) == "Nothing here yet. Press K to add something."
        await press(pilot, "u", "u")
        assert len(facts_of(demo, diego.id, Facet.SKILLS)) == 2


async def test_of_several_facts_the_one_that_is_picked_is_reworded_or_forgotten(demo: Caseload) -> None:
    diego = demo.one("diego")
    (older,) = facts_of(demo, diego.id, Facet.SKILLS)
    newer = learn(demo, diego.id, Facet.SKILLS, "Welds")
    async with open_app(demo, screen="known_well") as pilot:
        await cell(pilot, diego.id, Facet.SKILLS)
        await press(pilot, "R")
        assert "Diego Ramírez: which of 2?" in drawn(pilot)
        await press(pilot, "down", "enter")
        assert pilot.app.screen.values["text"] == older.text
        await fill_in(pilot, sensitive="yes")
        assert {fact.id for fact in facts_of(demo, diego.id, Facet.SKILLS) if fact.sensitive} == {older.id}
        await press(pilot, "ctrl+k", "d", "escape")
        assert len(facts_of(demo, diego.id, Facet.SKILLS)) == 2
        await press(pilot, "ctrl+k", "d", "down", "enter")
        assert [fact.id for fact in facts_of(demo, diego.id, Facet.SKILLS)] == [newer.id]


async def test_reword_changes_the_only_fact(demo: Caseload) -> None:
    diego = demo.one("diego")
    async with open_app(demo, screen="known_well") as pilot:
        await cell(pilot, diego.id, Facet.SKILLS)
        await press(pilot, "R")
        assert pilot.app.screen.values["text"] == "Repairs engines with his uncle"
        before = facts_of(demo, diego.id, Facet.SKILLS)[0]
        await fill_in(pilot, text="Repairs any engine")
        assert message(pilot) == "Reworded: skills · Diego"
        (fact,) = facts_of(demo, diego.id, Facet.SKILLS)
        assert fact == replace(before, text="Repairs any engine", updated_at=fact.updated_at)


async def test_what_another_terminal_changed_meanwhile_is_shown_beside_the_form(demo: Caseload) -> None:
    diego = demo.one("diego")
    async with open_app(demo, screen="known_well") as pilot:
        await cell(pilot, diego.id, Facet.SKILLS)
        await press(pilot, "R")
        edit_fact(demo, facts_of(demo, diego.id, Facet.SKILLS)[0], text="Repairs bicycles")
        await fill_in(pilot, text="Repairs any engine")
        assert "is now “Repairs bicycles”" in " ".join(drawn(pilot).split())
        await press(pilot, "ctrl+s")
        assert facts_of(demo, diego.id, Facet.SKILLS)[0].text == "Repairs any engine"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_sensitive_fact_is_seen_only_when_asked_for_and_until_the_cursor_goes_on(
    demo: Caseload, size: tuple[int, int]
) -> None:
    diego = demo.one("diego")
    learn(demo, diego.id, Facet.PEERS, SECRET, sensitive=True)
    async with open_app(demo, size, screen="known_well") as pilot:
        await cell(pilot, diego.id, Facet.PEERS)
        assert "[■]" in row_of(pilot, "Diego")
        assert "1 sensitive fact: ^k shows it" in drawn(pilot)
        for keys in ("K", "d", "R"):
            await press(pilot, keys)
            assert SECRET not in drawn(pilot)
            await press(pilot, *(["escape"] if keys == "K" else []))
        assert message(pilot) == "1 sensitive fact: ^k shows it."
        await press(pilot, "ctrl+k")
        assert SECRET in drawn(pilot)
        await press(pilot, "ctrl+k")
        assert SECRET not in drawn(pilot)
        await press(pilot, "ctrl+k", "right", "left")
        assert SECRET not in drawn(pilot)
        await press(pilot, "ctrl+k", "enter", "escape")
        assert SECRET not in drawn(pilot)
        await press(pilot, "ctrl+k", "2", "6")
        assert SECRET not in drawn(pilot)
        await press(pilot, "ctrl+k", "d")
    assert facts_of(demo, diego.id, Facet.PEERS) == []


async def test_the_card_tells_no_sensitive_fact_until_it_is_asked_for(demo: Caseload) -> None:
    first = demo.students[0]
    learn(demo, first.id, Facet.STRESS, SECRET, sensitive=True)
    learn(demo, first.id, Facet.HOPES, "Wants to build bridges")
    async with open_app(demo, screen="card") as pilot:
        assert "hopes: Wants to build bridges" in drawn(pilot)
        assert "1 sensitive fact: ^k shows it" in drawn(pilot)
        assert SECRET not in drawn(pilot)
        await press(pilot, "ctrl+k")
        assert f"stress: {SECRET}" in drawn(pilot)
        await press(pilot, "]", "[")
        assert SECRET not in drawn(pilot)
        await press(pilot, "]", "ctrl+k")
        assert message(pilot) == "Nothing here is marked as sensitive."


async def test_under_the_shade_nothing_that_was_learned_is_shown(demo: Caseload) -> None:
    diego = demo.one("diego")
    async with open_app(demo, (120, 40), screen="known_well") as pilot:
        await cell(pilot, diego.id, Facet.SKILLS)
        await press(pilot, "ctrl+l")
        for key in ("", "K", "escape", "R"):
            await press(pilot, *filter(None, [key]))
            assert "Repairs" not in drawn(pilot)
            assert "Diego" not in drawn(pilot)
        assert pilot.app.screen.values["text"] == "Repairs engines with his uncle"
        await press(pilot, "escape")
        assert "You know" in drawn(pilot)
        assert "Jordan" not in drawn(pilot)


async def test_the_second_pane_stands_beside_from_100_columns_and_below_in_fewer(demo: Caseload) -> None:
    async with open_app(demo, (100, 30), screen="known_well") as pilot:
        aside = case_screen(pilot).query_one("#detail")
        assert aside.region.x > case_screen(pilot).matrix.region.x
        assert "What to ask" in drawn(pilot)
        await resize(pilot, 99, 30)
        assert aside.region.y >= case_screen(pilot).matrix.region.bottom
        assert SIDES[Facet.INTERESTS].questions[0] in drawn(pilot)
        assert_fits(pilot)


async def test_columns_without_room_scroll_sideways_with_the_cursor(demo: Caseload) -> None:
    async with open_app(demo, (40, 20), screen="known_well") as pilot:
        assert "Interest" in drawn(pilot)
        assert "Adults" not in drawn(pilot)
        assert "›" in drawn(pilot)
        await press(pilot, *["right"] * 11)
        assert "Adults" in drawn(pilot)
        assert "Interest" not in drawn(pilot)
        assert "‹" in drawn(pilot)
        assert_fits(pilot)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_150_students_are_drawn_a_screenful_at_a_time_and_three_digits_stay_apart(
    caseload: Caseload, size: tuple[int, int]
) -> None:
    import_roster(caseload, new=[{"given_name": f"Ann{n}", "family_name": "Lee"} for n in range(150)])
    with caseload.store.change("Facts", NOW) as change:
        for student in caseload.students[:120]:
            for facet in FACETS:
                change.add(
                    KnownWell, student=student.id, facet=facet, text="x", learned_on=caseload.today,
                    how=LearnedHow.SURVEY,
                )  # fmt: skip
    async with open_app(caseload, size, screen="known_well") as pilot:
        foot = next(line for line in drawn(pilot).splitlines() if "120" in line)
        assert {number for number in foot[: case_screen(pilot).matrix.cells].split() if number.isdecimal()} <= {
            "120",
            "150",
        }
        await press(pilot, "G")
        assert case_screen(pilot).matrix.row == 149
        assert "▸ Ann" in drawn(pilot)
        assert len(case_screen(pilot).query("*")) < 20
        assert_fits(pilot)


async def test_without_students_it_says_how_to_begin(caseload: Caseload) -> None:
    async with open_app(caseload, screen="known_well") as pilot:
        assert "N adds a student" in drawn(pilot)
        for key in ("K", "ctrl+k", "d", "R", "right", "down", "enter"):
            await press(pilot, key)
        assert pilot.app.screen.id == "known_well"
        add_student(caseload, given_name="Ann", family_name="Lee")
        case_screen(pilot).redraw()
        await go_to(pilot, "known_well")
        assert "start anywhere" in drawn(pilot)


async def test_the_caseload_tells_how_many_sides_are_known_where_there_is_room(demo: Caseload) -> None:
    maya = demo.one("maya")
    known = f"{coverage_of(demo, maya.id).known}/12"
    for size, is_told in (((80, 24), False), ((120, 40), False), ((160, 40), True)):
        async with open_app(demo, size) as pilot:
            line = next(line for line in drawn(pilot).splitlines() if "Maya Okafor" in line)
            assert (known in line) is is_told, size


async def test_the_source_of_a_fact_stands_behind_its_last_line_if_there_is_room(demo: Caseload) -> None:
    maya = demo.one("maya")
    learn(demo, maya.id, Facet.SKILLS, "Repairs the radios of the whole street and plays chess")
    async with open_app(demo, (120, 40), screen="known_well") as pilot:
        await cell(pilot, maya.id, Facet.SKILLS)
        assert any("chess  told you" in line for line in drawn(pilot).splitlines())
