"""An invented advisory to try the program with."""

from .caseload import DemoCaseload, demo_caseload, period_around, school_day_near
from .entry import Entry

__all__ = ["DemoCaseload", "Entry", "demo_caseload", "period_around", "school_day_near"]
