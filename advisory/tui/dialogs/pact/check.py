"""What stands between the words of a pact's form and the pact: what is to be mended, and what the two are asked."""

from typing import NamedTuple, Protocol

import msgspec

from advisory.casework.pact.activate import Beside
from advisory.model.words import Observer
from advisory.rules.pact.life import Yes
from advisory.rules.pact.wording import Difference
from advisory.tui.dialogs.form.calendar import Days


class Check(msgspec.Struct, frozen=True):
    """What is to be mended or asked before the words can be saved. Every text but the names is safe to show."""

    problems: dict[str, str] = {}
    """Sentences, by the form's field."""
    changed: list[Difference] = []
    """What both have agreed to and have to agree to again."""
    names: dict[Observer, str] = {}
    """Who has not agreed to these words yet, and the name to write down."""
    agreed: list[str] = []
    """Who has, in sentences."""
    others: list[str] = []
    """The student's other active pacts."""


class Answers(NamedTuple):
    """What the two said when they were asked."""

    yes: tuple[Yes, ...] = ()
    begins: bool = False
    """Whether the pact is to begin with these agreements; for one that has begun it means nothing."""
    typo: bool = False
    beside: Beside = Beside.ASK


class Case(Protocol):
    """The pact that is written, as far as its form needs to know it."""

    answers: Answers

    @property
    def days(self) -> Days:
        """What the form is agreed about days."""

    @property
    def is_kept(self) -> bool:
        """Whether both have agreed to it already."""

    def check(self, values: dict[str, str], *, begins: bool) -> Check:
        """Look at the form; `begins` when it is to be agreed to, beyond being saved."""
