"""A panel's page, made from what may leave for its reader."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import PurePath

from advisory.model import DefensePlan, Pact, Student
from advisory.rules.leaving.leaving import Leaving
from advisory.rules.leaving.outgoing import Outgoing, Written
from advisory.rules.leaving.preview import Going, Kept, Part

from .pact_file import panel_page_file
from .pact_out import cant_be, lines_kept
from .panel_content import PanelPage, looked_for, panel_page
from .panel_fit import shown_words

WHAT = "panel's page"


def panel_out(leaving: Leaving, keys: Sequence[str], kept: Sequence[Kept], today: date) -> Outgoing:
    """The page of the one plan that leaves; as text it is Markdown. Without the plan it can't be made, and says why.

    `keys` are those of the plan's members, and `kept` the members who are covered on it unless they are included.
    """
    (student,) = leaving.of(Student)
    plans = leaving.of(DefensePlan)
    if not plans:
        return Outgoing(WHAT, leaving, [], cant_be, cant_be)
    plan, pacts = plans[0], leaving.of(Pact)
    page = panel_page(plan, pacts, student.full_name, today)

    def without(left_out: Collection[str]) -> PanelPage:
        lines = partial(lines_kept, left_out)
        return page._replace(
            place="" if "place" in left_out else page.place,
            claim="" if "claim" in left_out else page.claim,
            shown=lines("shown", page.shown),
            look_for=lines("look", page.look_for),
            panel=tuple(one for key, one in zip(keys, page.panel, strict=True) if key not in left_out),
        )

    def file(left_out: Collection[str], name: str) -> Written:
        made = panel_page_file(without(left_out), PurePath(name).suffix)
        return Written(made.data, "The panel's page", made.warning)

    def text(left_out: Collection[str]) -> str:
        return panel_page_file(without(left_out), ".md").data.decode()

    sources = looked_for(plan, pacts)
    parts = [part for part in _parts(page, keys, (plan.id,), sources.values()) if part.lines]
    return Outgoing(WHAT, leaving, parts, file, text, kept=tuple(kept))


def _parts(page: PanelPage, keys: Sequence[str], rows: tuple[str, ...], sources: Collection[str]) -> Iterator[Part]:
    """What is on the page, in its order. Whose day it is, and when, can't be left out."""
    yield Part("", [Going("", f"{page.student} · {page.kind}, {page.when}", rows)])
    yield Part("Where", [Going("place", page.place, rows)] if page.place else [])
    yield Part("The question or claim", [Going("claim", page.claim, rows)] if page.claim else [])
    yield Part("What is shown", [Going(f"shown:{at}", shown_words(one), rows) for at, one in enumerate(page.shown)])
    looks = enumerate(zip(page.look_for, sources, strict=True))
    yield Part("What to look for", [Going(f"look:{at}", text, (source,)) for at, (text, source) in looks])
    yield Part("The panel", [Going(key, one.words, rows) for key, one in zip(keys, page.panel, strict=True)])
