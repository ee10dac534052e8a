"""What to know since the start, such as a setting that can't be used: a line each on Today, until it was read."""

from collections.abc import Callable

from advisory.model import glyphs
from advisory.tui.desk import Desk
from advisory.tui.prose import cut
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Line, Span

from .section import Section, key_of

NOTICES = "notices"
"""The section in the key of a line; what follows is the number of the notice."""


def notices_section(desk: Desk) -> list[Section]:
    """The notices that were not read yet; no section without any."""

    def draw(text: str) -> Callable[[int], Line]:
        return lambda cells: (Span(f"{glyphs.FOLDED} ", "muted"), Span(cut(desk.sentence(text), cells - 2)))

    items = [Row(key_of(NOTICES, str(number)), draw(text)) for number, text in enumerate(desk.notices)]
    return [Section(NOTICES, "To know", items, f"{desk.key('open')} reads one.")] if items else []
