"""The places of a page against the plain way of finding them: every place written down, and looked through one by one."""

from collections.abc import Iterable, Sequence

from hypothesis import given
from hypothesis import strategies as st

from advisory.tui.widgets.lists.places import Grid, Place, Places

HEIGHT, COLUMN = 40, 30


@st.composite
def pages(draw: st.DrawFn) -> list[Grid]:
    """Up to two columns of grids below each other, some of them empty."""
    grids: list[Grid] = []
    for column in range(draw(st.integers(1, 2))):
        y = draw(st.integers(0, 3))
        for _ in range(draw(st.integers(0, 4))):
            count, across = draw(st.integers(0, 7)), draw(st.integers(1, 3))
            keys = [f"{len(grids)}:{at}" for at in range(count)]
            section = f"section {draw(st.integers(0, 2))} of {column}"
            grids.append(Grid(keys, section, column, column * COLUMN, y, COLUMN // across, across))
            y += -(-count // across) + draw(st.integers(0, 2))
    return grids


def plain(grids: Sequence[Grid]) -> list[Place]:
    """Every place of these grids."""
    return [
        Place(key, g.section, g.column, g.x + at % g.in_a_line * g.width, g.y + at // g.in_a_line, g.width)
        for g in grids
        for at, key in enumerate(g.keys)
    ]


def nearest(there: Iterable[Place], here: Place, *, is_column_first: bool = False) -> Place | None:
    """The nearest of these places, by line before cell."""
    return min(
        there,
        key=lambda p: (abs(p.column - here.column) * is_column_first, abs(p.y - here.y), abs(p.x - here.x)),
        default=None,
    )


@given(pages())
def test_each_place_is_found_as_by_looking_through_all_of_them(grids: list[Grid]) -> None:
    places, every = Places(grids), plain(grids)
    assert list(places) == every
    assert list(places.keys) == [place.key for place in every]
    assert (places.first, places.last) == ((every[0], every[-1]) if every else (None, None))
    assert places.sections == list(dict.fromkeys(place.section for place in every))
    for place in every:
        of_section = [one for one in every if one.section == place.section]
        assert places.find(place.key) == place
        assert places.first_of(place.section) == of_section[0]
        assert places.number(place) == of_section.index(place)
    assert (places.find("nobody"), places.first_of("none")) == (None, None)
    covered = {(x, place.y): place for place in every for x in range(place.x, place.x + place.width)}
    for cell in ((x, y) for x in range(2 * COLUMN) for y in range(HEIGHT)):
        assert places.at(*cell) == covered.get(cell)


@given(pages())
def test_the_cursor_goes_from_each_place_to_the_nearest_one_that_way(grids: list[Grid]) -> None:
    places, every = Places(grids), plain(grids)
    for here in every:
        column = [one for one in every if one.column == here.column]
        below, above = ([one for one in column if (one.y - here.y) * step > 0] for step in (1, -1))
        assert (places.beyond(here, 1), places.beyond(here, -1)) == (nearest(below, here), nearest(above, here))
        for by in (1, -1):
            that_way = [one for one in every if (one.x - here.x) * by > 0]
            line = [one for one in that_way if one.y == here.y and one.column == here.column]
            elsewhere = [one for one in that_way if one.column != here.column]
            assert places.across(here, by) == (nearest(line, here) or nearest(elsewhere, here, is_column_first=True))


@given(pages(), pages())
def test_the_cursor_stays_near_where_its_place_was_on_an_earlier_page(before: list[Grid], grids: list[Grid]) -> None:
    places, every = Places(grids), plain(grids)
    for gone in plain(before):
        beside = [one for one in every if one.section == gone.section]
        assert places.nearest(gone) == nearest(beside or every[:1], gone)
