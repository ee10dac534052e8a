"""A draft after somebody went over it: its text, and the page with another one."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import partial
from typing import NamedTuple

from advisory.rules.leaving.leaving import Covered, Leaving

from .sheet_page import Line, Look, SheetPage

_LEAST_SHARE = 1 / 3
"""How much of a sentence's words still has to stand in the text for it to be the same one, reworded."""
_SENTENCE_ENDS = re.compile(r"(?:(?<=[.!?…؟])|(?<=[.!?…؟][”’\"»)]))\s+|(?<=[。！？])\s*")


class Edited(NamedTuple):
    """The pages with edited texts, and what leaves with the names that were typed into them."""

    pages: list[SheetPage]
    leaving: Leaving


def draft_text(page: SheetPage) -> str:
    """The sentences of a draft as one paragraph, to be edited."""
    return " ".join(line.text for line in page.lines)


def bases(page: SheetPage) -> list[str]:
    """What each sentence rests on, numbered, and what is missing."""
    rests = [line.basis for line in page.lines if line.basis]
    return [*(f"{number}. {basis}" for number, basis in enumerate(rests, 1)), *page.for_you]


def gone_over(pages: Iterable[SheetPage], leaving: Leaving, texts: Mapping[str, str]) -> Edited:
    """The pages with the texts that were edited, given by student id; other students' names in them are covered as on any page."""
    edited, names = [], list(leaving.names)
    for page in pages:
        if page.student_id not in texts:
            edited.append(page)
            continue
        paragraphs = [line.strip() for line in texts[page.student_id].splitlines() if line.strip()]
        covered = [_covered(partial(leaving.cover, page.student_id), paragraph) for paragraph in paragraphs]
        names += [name for one in covered for name in one.names]
        edited.append(_with_texts(page, paragraphs, [one.text for one in covered]))
    return Edited(edited, leaving._replace(names=tuple(names)))


def _covered(cover: Callable[[str], Covered], paragraph: str) -> Covered:
    """A paragraph with names covered; where a line with a name is to be left out, without the sentences that have one."""
    whole = cover(paragraph)
    if whole.text:
        return whole
    left = " ".join(one for one in _SENTENCE_ENDS.split(paragraph) if cover(one).text)
    return whole._replace(text=cover(left).text)  # a name may stand across what looks like the end of a sentence


def _with_texts(page: SheetPage, paragraphs: list[str], covered: list[str]) -> SheetPage:
    """The page with these paragraphs, each resting on what the draft's sentences rest on that are still in it."""
    rows = _rows(page, paragraphs)
    there = [(text, at) for at, text in enumerate(covered) if text]
    lines = tuple(Line(text, tuple(dict.fromkeys(rows[at])), look=Look.TEXT) for text, at in there)
    return page._replace(sections=(page.sections[0]._replace(lines=lines),), for_you=())


def _rows(page: SheetPage, paragraphs: list[str]) -> list[list[str]]:
    """For each paragraph the ids of the records under the draft's sentences that stand in it, maybe in other words."""
    drafted = [(word, number) for number, line in enumerate(page.lines) for word in _words(line.text)]
    typed = [(word, at) for at, paragraph in enumerate(paragraphs) for word in _words(paragraph)]
    found: dict[int, Counter[int]] = {}
    same = SequenceMatcher(None, [word for word, _ in drafted], [word for word, _ in typed], autojunk=False)
    for first, second, length in same.get_matching_blocks():
        for step in range(length):
            found.setdefault(drafted[first + step][1], Counter())[typed[second + step][1]] += 1
    rows: list[list[str]] = [[] for _ in paragraphs]
    for number, line in enumerate(page.lines):
        places = found.get(number, Counter())
        if places and places.total() >= _LEAST_SHARE * len(list(_words(line.text))):
            rows[places.most_common(1)[0][0]] += line.rows
    return rows


def _words(text: str) -> Iterator[str]:
    yield from re.findall(r"\w+", text.casefold())
