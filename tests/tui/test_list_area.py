"""A list written in place: lines are added, moved and taken out, and each keeps what it came from."""

from app_case import press, settle
from hypothesis import given
from hypothesis import strategies as st
from textual.app import ComposeResult
from textual.widgets import Input

from advisory.tui.running.key_app import KeyApp
from advisory.tui.widgets.boxes.list_area import FROM, ListArea, carried_along


class ListApp(KeyApp):
    """One list, and a box to go on to."""

    def compose(self) -> ComposeResult:
        yield ListArea(placeholder="", id="list", go_on=lambda _: self.query_one(Input).focus(), takes=lambda _: False)
        yield Input(id="behind")


def came_from(area: ListArea) -> list[tuple[str, str]]:
    """Each line, and the first letter of what it came from."""
    return [(line, tag[:1]) for line, _, tag in (one.partition(FROM) for one in area.value.split("\n"))]


async def begun(pilot, value: str = f"alpha{FROM}alpha\nbeta{FROM}beta\ngamma{FROM}gamma") -> ListArea:
    area = pilot.app.query_one(ListArea)
    area.value = value
    area.focus()
    await settle(pilot)
    return area


async def test_lines_are_written_moved_split_and_taken_out_and_stay_what_they_were() -> None:
    async with ListApp().run_test() as pilot:
        area = await begun(pilot)
        assert came_from(area) == [("alpha", "a"), ("beta", "b"), ("gamma", "g")]
        await press(pilot, "ctrl+up", *"s", "ctrl+up", "ctrl+up")  # past the first there is nothing
        assert came_from(area) == [("gammas", "g"), ("alpha", "a"), ("beta", "b")]
        await press(pilot, "end", "enter", *"new")
        assert came_from(area) == [("gammas", "g"), ("new", ""), ("alpha", "a"), ("beta", "b")]
        await press(pilot, "ctrl+down", "home", "enter", "Z")
        assert [line for line, _ in came_from(area)] == ["gammas", "alpha", "Z", "new", "beta"]
        await press(pilot, "backspace", "up", "down")  # an emptied line is gone when it is left
        assert area.text == "gammas\nalpha\nnew\nbeta"
        await press(pilot, "home", "backspace")  # two become one
        assert came_from(area) == [("gammas", "g"), ("alphanew", "a"), ("beta", "b")]
        await press(pilot, "end", "enter")
        assert area.text.count("\n") == 3
        await press(pilot, "enter")  # on an empty line
        assert pilot.app.focused.id == "behind"
        await settle(pilot)
        assert area.text == "gammas\nalphanew\nbeta"


async def test_of_two_lines_an_emptied_one_is_gone_and_the_only_line_stays() -> None:
    async with ListApp().run_test() as pilot:
        area = await begun(pilot, "alpha\nb")
        await press(pilot, "down", "end", "backspace", "up")
        assert area.text == "alpha"
        area.value = "x\ny"
        await press(pilot, "down", "ctrl+down")  # below the last line there is nothing
        assert area.text == "x\ny"
        await press(pilot, "ctrl+up", "ctrl+up")
        assert area.text == "y\nx"


async def test_what_was_taken_out_and_is_taken_back_is_what_it_was() -> None:
    async with ListApp().run_test() as pilot:
        area = await begun(pilot)
        area.delete((0, 0), (1, 0))
        await press(pilot, "up", "ctrl+up")
        assert came_from(area) == [("beta", "b"), ("gamma", "g")]
        await press(pilot, "ctrl+down")
        assert came_from(area) == [("gamma", "g"), ("beta", "b")]
        await press(pilot, "ctrl+z", "ctrl+z")
        assert came_from(area) == [("alpha", "a"), ("beta", "b"), ("gamma", "g")]
        await press(pilot, "ctrl+y")
        assert came_from(area) == [("beta", "b"), ("gamma", "g")]


async def test_a_paste_of_several_lines_is_as_many_things() -> None:
    async with ListApp().run_test() as pilot:
        area = await begun(pilot, "")
        area.replace(" one\tthing \n\n another", (0, 0), area.document.end)
        assert area.value == "one thing\nanother"
        area.value = area.value
        assert area.text == "one thing\nanother"


lines = st.lists(st.sampled_from(["a", "b", "c", "d", ""]), min_size=1, max_size=6)


@given(before=lines, after=lines)
def test_no_line_is_carried_to_two_places_and_one_that_stayed_keeps_what_it_came_from(before, after) -> None:
    tags = [str(at) for at in range(len(before))]
    gone: dict[str, str] = {}
    carried = carried_along(before, tags, after, gone)
    assert len(carried) == len(after)
    used = [tag for tag in carried if tag]
    assert len(set(used)) == len(used)
    assert set(used) <= set(tags)
    for line in set(before) & set(after):
        if before.count(line) == after.count(line) == 1:
            assert carried[after.index(line)] == tags[before.index(line)]
    back = carried_along(after, carried, before, gone)
    if len(set(before)) == len(before) and not set(before) & set(after) and len(after) < len(before):
        assert len({tag for tag in back if tag}) == len(before)
