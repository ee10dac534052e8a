"""One student's pact, in the conversation about it: what was met and kept, what was said, and what becomes of it."""

from typing import ClassVar

from textual.binding import BindingType

from advisory.tui.commands import bindings_of

from .pact_looking import PactLooking
from .pact_marking import PactMarking
from .pact_page_actions import PactPageActions


class PactScreen(PactPageActions, PactMarking, PactLooking, inherit_bindings=False):
    """Lies over the screen it was opened from."""

    stem = "pact"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))
