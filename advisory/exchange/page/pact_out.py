"""A pact's page, made from what may leave for its reader."""

from collections.abc import Collection, Iterator
from datetime import date
from functools import partial
from pathlib import PurePath
from typing import NoReturn, TypeVar

from advisory.model import Pact, Student
from advisory.rules.leaving.leaving import Leaving
from advisory.rules.leaving.outgoing import Outgoing, Written
from advisory.rules.leaving.preview import Going, Part
from advisory.rules.refusal import Refusal

from .pact_content import Doing, PactPage, pact_page
from .pact_file import pact_page_file

WHAT = "pact to sign"
T = TypeVar("T")


def pact_out(leaving: Leaving, advisor: str, today: date) -> Outgoing:
    """The page of the one pact that leaves; as text it is Markdown. Without a pact it can't be made, and says why."""
    (student,) = leaving.of(Student)
    pacts = leaving.of(Pact)
    if not pacts:
        return Outgoing(WHAT, leaving, [], cant_be, cant_be)
    page, rows = pact_page(pacts[0], student.full_name, advisor, today), (pacts[0].id,)

    def file(left_out: Collection[str], name: str) -> Written:
        made = pact_page_file(_without(page, left_out), PurePath(name).suffix)
        return Written(made.data, "The page to sign", made.warning)

    def text(left_out: Collection[str]) -> str:
        return pact_page_file(_without(page, left_out), ".md").data.decode()

    return Outgoing(WHAT, leaving, [part for part in _parts(page, rows) if part.lines], file, text)


def cant_be(*_: object) -> NoReturn:
    """Refuse a page none of whose content may leave."""
    raise Refusal("This page can't be without a text that names another student, so choose what stands for the name.")


def _parts(page: PactPage, rows: tuple[str, ...]) -> Iterator[Part]:
    """What is on the page, in its order. What both need to know whose it is, and until when, can't be left out."""

    def several(key: str, texts: Collection[str]) -> list[Going]:
        return [Going(f"{key}:{at}", text, rows) for at, text in enumerate(texts) if text]

    def one(key: str, text: str) -> list[Going]:
        return [Going(key, text, rows)] if text else []

    yield Part("", one("", page.title) + one("", f"{page.student.name} and {page.advisor.name}"))
    yield Part("Learning target", one("", page.learning_target))
    yield Part("Why it matters", one("why", page.why))
    yield Part("Where we start", one("starting_point", page.starting_point))
    met = [f"{line.text} ({line.met})" if line.met else line.text for line in page.success]
    yield Part("How we will both know", several("success", met))
    for key, side in (("student", page.student), ("advisor", page.advisor)):
        yield Part(f"What {side.name} will do", several(key, list(map(_doing, side.does))))
    yield Part("Who else", several("others", [f"{who}: {what}" for who, what in page.others]))
    yield Part("How it ended, and what comes next", several("ending", page.ending))
    yield Part("", one("", " · ".join(filter(None, (page.look, page.span, *page.foot)))))


def _doing(doing: Doing) -> str:
    return f"{doing.text} ({doing.how_often})" if doing.how_often else doing.text


def _without(page: PactPage, left_out: Collection[str]) -> PactPage:
    """The page without the lines left out."""
    kept = partial(lines_kept, left_out)
    return page._replace(
        why="" if "why" in left_out else page.why,
        starting_point="" if "starting_point" in left_out else page.starting_point,
        success=kept("success", page.success),
        student=page.student._replace(does=kept("student", page.student.does)),
        advisor=page.advisor._replace(does=kept("advisor", page.advisor.does)),
        others=kept("others", page.others),
        ending=kept("ending", page.ending),
    )


def lines_kept(left_out: Collection[str], key: str, lines: tuple[T, ...]) -> tuple[T, ...]:
    """The lines without those left out, whose keys are `key:0`, `key:1` and so on."""
    return tuple(line for at, line in enumerate(lines) if f"{key}:{at}" not in left_out)
