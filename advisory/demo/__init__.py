"""An invented advisory, so that every screen has something to show before there is a real one."""

from .caseload import DemoCaseload, demo_caseload
from .entry import Entry

__all__ = ["DemoCaseload", "Entry", "demo_caseload"]
