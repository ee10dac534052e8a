"""One student's pact, in the conversation about it: what was met and kept, what was said, and what becomes of it."""

from typing import ClassVar

from textual.binding import BindingType

from advisory.tui.commands.pact.marks import PactMarking
from advisory.tui.commands.pact.page import PactPageActions
from advisory.tui.commands.pact.review import PactLooking
from advisory.tui.commands.registry import bindings_of


class PactScreen(PactPageActions, PactMarking, PactLooking, inherit_bindings=False):
    """Lies over the screen it was opened from."""

    stem = "pact"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))
