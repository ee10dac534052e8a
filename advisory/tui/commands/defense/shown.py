"""The defense plan that a command of this package is about."""

from typing import TYPE_CHECKING

from advisory.model import DefensePlan

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen


def plan_of(screen: "CaseScreen") -> DefensePlan:
    """The highlighted plan; the registry lets no command of this package that needs one run without it."""
    plan = screen.highlighted.plan
    assert plan is not None
    return plan
