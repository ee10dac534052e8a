"""A draft after somebody went over it: its text, and the page with another one."""

from collections.abc import Iterable, Mapping

from advisory.rules.leaving.leaving import Leaving

from .sheet_page import Line, Look, SheetPage


def draft_text(page: SheetPage) -> str:
    """The sentences of a draft as one paragraph, to be edited."""
    return " ".join(line.text for line in page.lines)


def bases(page: SheetPage) -> list[str]:
    """What each sentence rests on, numbered, and what is missing."""
    rests = [line.basis for line in page.lines if line.basis]
    return [*(f"{number}. {basis}" for number, basis in enumerate(rests, 1)), *page.for_you]


def with_text(page: SheetPage, text: str) -> SheetPage:
    """The page with an edited text, a paragraph a line. It still rests on all that the draft did."""
    rows = tuple(dict.fromkeys(row for line in page.lines for row in line.rows))
    paragraphs = tuple(Line(line.strip(), rows, look=Look.TEXT) for line in text.splitlines() if line.strip())
    return page._replace(sections=(page.sections[0]._replace(lines=paragraphs),), for_you=())


def gone_over(pages: Iterable[SheetPage], leaving: Leaving, texts: Mapping[str, str]) -> list[SheetPage]:
    """The pages with edited texts, by student id, in which other students' names are covered as on any page."""
    return [
        with_text(page, leaving.cover(page.student_id, texts[page.student_id])) if page.student_id in texts else page
        for page in pages
    ]
