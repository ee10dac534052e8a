"""Choose the type size at which a panel's page fits on one sheet, from an estimate of its height.

Lengths are in rem, the type size; they repeat those of html_style.py.
"""

from collections.abc import Iterable

from .panel_content import PanelPage, Shown
from .paper import MM, SHEET_MM, WIDTH_MM, Setting, lines, settings

_HEADING, _ITEM, _BOX, _ROOM = 0.9, 0.25, 1.5, 9.5


def fitting(page: PanelPage) -> Setting | None:
    """The roomiest setting in which the page fits on one sheet with room to write; None when it never does."""
    return next((setting for setting in settings() if height_mm(page, setting) <= SHEET_MM), None)


def height_mm(page: PanelPage, setting: Setting) -> float:
    """The estimated height of the whole page in a setting, with the least room for wows and wonders."""
    width = WIDTH_MM / (setting.points * MM)

    def text(words: str, indent: float = 0.0, size: float = 1.0, leading: float = 0.0) -> float:
        count = sum(lines(line, (width - indent) / size) for line in words.split("\n"))
        return count * size * (leading or setting.leading)

    def section(parts: Iterable[float]) -> float:
        there = list(parts)
        heading = _HEADING * setting.leading + 0.3
        return setting.between + heading + sum(there) if there else 0.0

    whole = (
        setting.leading * 0.8 + 0.25 + text(page.student, 0, 1.9, 1.2) + 0.25 + text(page.setting) + 0.75,
        section([text(page.claim, 0, 1.4, 1.3)] if page.claim else []),
        section(text(shown_words(one), _BOX) + _ITEM for one in page.shown),
        section(text(line, _BOX) + _ITEM for line in page.look_for),
        setting.between + _HEADING * setting.leading + 0.3 + 0.5 + _ROOM,
        1.4 + text("; ".join((*(one.words for one in page.panel), page.foot)), 0, 0.8) + 0.2,
    )
    return sum(whole) * setting.points * MM


def shown_words(one: Shown) -> str:
    """An artifact as one line: `The bridge (physics): patience with what does not fit`."""
    subject = f" ({one.subject})" if one.subject else ""
    return f"{one.title}{subject}" + (f": {one.shows}" if one.shows else "")
