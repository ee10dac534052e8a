"""What the clocks need of a check-in: when it was, and what it counts as. Check-ins themselves have it, and much more."""

from datetime import date
from typing import Protocol

from advisory.model.words import Kind, Party


class Seen(Protocol):
    """One check-in, as far as the clocks go."""

    @property
    def happened_on(self) -> date:
        """The day."""

    @property
    def kind(self) -> Kind:
        """Its kind."""

    @property
    def counts_contact(self) -> bool:
        """Whether it restarts the clock of any contact."""

    @property
    def counts_one_to_one(self) -> bool:
        """Whether it restarts the clock of one-to-ones."""

    @property
    def contact_made(self) -> bool:
        """Whether it is more than an attempt."""

    @property
    def initiator(self) -> Party:
        """Who began it."""
