"""An invented advisory to try the program with."""

from .caseload import DemoCaseload, demo_caseload, last_school_day, period_around
from .entry import Entry

__all__ = ["DemoCaseload", "Entry", "demo_caseload", "last_school_day", "period_around"]
