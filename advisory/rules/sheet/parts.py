"""The lines of pages as the preview shows them, and the pages without those that were left out."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from advisory.rules.leaving.preview import Going, Part

from .sheet_page import SheetPage


def page_parts(pages: Iterable[SheetPage]) -> list[Part]:
    """Each section of each page as a part; of several pages each begins with whose it is."""
    pages = list(pages)
    parts: list[Part] = []
    for page in pages:
        if len(pages) > 1:
            parts.append(Part(page.name, ()))
        keys = dict(_keyed(page))
        for at, section in enumerate(page.sections):
            lines = [
                Going(keys[at, place], line.words, line.rows, line.basis) for place, line in enumerate(section.lines)
            ]
            if section.columns:
                lines.insert(0, Going("", ", ".join(section.columns)))
            if section.is_there:
                parts.append(Part(section.heading, lines))
    return parts


def without_lines(page: SheetPage, keys: Collection[str]) -> SheetPage:
    """The page without the lines that have these keys."""
    key_of = dict(_keyed(page))
    sections = (
        section._replace(lines=tuple(line for place, line in enumerate(section.lines) if key_of[at, place] not in keys))
        for at, section in enumerate(page.sections)
    )
    return page._replace(sections=tuple(sections))


def _keyed(page: SheetPage) -> Iterator[tuple[tuple[int, int], str]]:
    """The place of each line, by section and number → its key, which stays the same when other lines come or go."""
    seen: Counter[str] = Counter()
    for at, section in enumerate(page.sections):
        for place, line in enumerate(section.lines):
            key = "/".join((page.student_id, section.heading, *line.rows))
            seen[key] += 1
            yield (at, place), f"{key}/{seen[key]}"
