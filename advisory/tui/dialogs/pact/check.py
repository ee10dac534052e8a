"""What has to be fixed or asked before a pact's form is saved, and what was answered."""

from typing import NamedTuple, Protocol

import msgspec

from advisory.casework.pact.activate import Beside
from advisory.model.words import Observer
from advisory.rules.pact.life import Yes
from advisory.rules.pact.wording import Difference
from advisory.tui.dialogs.form.calendar import Days


class Check(msgspec.Struct, frozen=True):
    """What has to be fixed or asked before the form is saved. All texts but the names are safe."""

    problems: dict[str, str] = {}
    """What is wrong, by form field."""
    changed: list[Difference] = []
    """The changes that both must agree to again."""
    names: dict[Observer, str] = {}
    """Who has not agreed to this wording yet, and the name to write down."""
    agreed: list[str] = []
    """Who has agreed, in sentences."""
    others: list[str] = []
    """What the student's other active pacts are called."""


class Answers(NamedTuple):
    """What the student and the advisor answered."""

    yes: tuple[Yes, ...] = ()
    begins: bool = False
    """Whether the pact begins with these agreements; ignored if it has begun."""
    typo: bool = False
    beside: Beside = Beside.ASK


class Case(Protocol):
    """What the editor needs to know about the pact."""

    answers: Answers

    @property
    def days(self) -> Days:
        """What the form needs to know about days."""

    @property
    def is_kept(self) -> bool:
        """Whether both have agreed to it."""

    def check(self, values: dict[str, str], *, begins: bool) -> Check:
        """Check the values of the form. With `begins`, the pact is not only to be saved but to begin."""
