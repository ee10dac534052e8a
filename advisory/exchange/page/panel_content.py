"""Collect what goes on the page for a panel; panel_html and panel_markdown lay it out.

The page holds what the student shows, and room for what the panel says: no notes, no practice, no feeling, no outcome.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from advisory.model import DefensePlan, Pact
from advisory.rules.days.hour_words import time_words
from advisory.rules.season.plan_life import called
from advisory.rules.season.shown_pacts import shown_pacts

from .pact_content import long_day, plain

_LOOKED_FOR = 8
"""The most success lines on the page: a panel can't keep more in mind."""


class Shown(NamedTuple):
    """One artifact: its title, its subject, and the growth it is evidence of."""

    title: str
    subject: str
    shows: str


class Member(NamedTuple):
    """One who sits on the panel. The name is printed as it is, also that of a student who was asked."""

    name: str
    role: str

    @property
    def words(self) -> str:
        """`Ms. Ortiz, biology`."""
        return ", ".join(filter(None, self))


class PanelPage(NamedTuple):
    """Everything on the page, as plain text. Empty fields are left off."""

    kind: str
    student: str
    when: str
    place: str
    claim: str
    shown: tuple[Shown, ...]
    look_for: tuple[str, ...]
    panel: tuple[Member, ...]
    foot: str

    @property
    def setting(self) -> str:
        """The day, the hour, how long, and where."""
        return ", ".join(filter(None, (self.when, self.place)))

    @property
    def texts(self) -> Iterator[str]:
        """All text people wrote, which may name other students."""
        yield from (self.place, self.claim, *self.look_for)
        yield from (member.role for member in self.panel)
        for one in self.shown:
            yield from one

    def covered(self, cover: Callable[[str], str]) -> "PanelPage":
        """The page with all text people wrote as `cover` makes it, so that it names no other student."""
        return self._replace(
            place=cover(self.place),
            claim=cover(self.claim),
            panel=tuple(member._replace(role=cover(member.role)) for member in self.panel),
            shown=tuple(Shown(*map(cover, one)) for one in self.shown),
            look_for=tuple(map(cover, self.look_for)),
        )


def panel_page(plan: DefensePlan, pacts: Iterable[Pact], student: str, today: date) -> PanelPage:
    """The page of a plan as it is now, with the student's name to print; `pacts` are the student's own."""
    hour = f" at {time_words(plan.starts)}" if plan.starts else ""
    return PanelPage(
        kind=called(plan.type),
        student=plain(student),
        when=f"{long_day(plan.held_on)}{hour}, {plan.minutes} minutes",
        place=plain(plan.place),
        claim=plain(plan.claim),
        shown=tuple(Shown(plain(one.title), plain(one.subject), plain(one.shows)) for one in plan.artifacts),
        look_for=tuple(looked_for(plan, pacts)),
        panel=tuple(
            Member(plain(member.name), plain(member.role)) for member in plan.panel if member.confirmed_on is not None
        ),
        foot=f"printed on {long_day(today)}",
    )


def looked_for(plan: DefensePlan, pacts: Iterable[Pact]) -> dict[str, str]:
    """The success lines that a panel looks for, each once → the id of the pact it is from."""
    found: dict[str, str] = {}
    for pact in shown_pacts(plan, pacts):
        for line in pact.success_evidence:
            found.setdefault(plain(line.text), pact.id)
    return dict(list(found.items())[:_LOOKED_FOR])
