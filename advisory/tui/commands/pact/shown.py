"""The pact that a command of this package is about."""

from typing import TYPE_CHECKING

from advisory.model import Pact

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen


def pact_of(screen: "CaseScreen") -> Pact:
    """The highlighted pact; the registry lets no command of this package run without one."""
    pact = screen.highlighted.pact
    assert pact is not None
    return pact
