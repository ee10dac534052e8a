"""A screen of the caseload, with everything that can be done on all of them."""

from advisory.tui.commands.caseload import CaseloadActions
from advisory.tui.commands.feedback import FeedbackActions
from advisory.tui.commands.jot import JotActions
from advisory.tui.commands.learning import LearningActions
from advisory.tui.commands.pact.open import PactActions
from advisory.tui.commands.presence import PresenceActions
from advisory.tui.commands.registry import COMMAND
from advisory.tui.commands.sign import SignActions
from advisory.tui.commands.student import StudentActions

_ACTIONS = {command.action for command in COMMAND.values()}
_WHILE_TYPING = {"back", "line_up", "line_down", "page_up", "page_down"}


class CaseScreen(
    StudentActions,
    SignActions,
    PresenceActions,
    FeedbackActions,
    JotActions,
    LearningActions,
    PactActions,
    CaseloadActions,
    inherit_bindings=False,
):
    """What the modes and the card have in common."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """While a note is typed only the keys that do no harm to it work."""
        line = self.check_in_line
        if line is not None and line.is_open and action in _ACTIONS:
            return action in _WHILE_TYPING
        return True
