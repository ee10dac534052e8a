"""Finds what is wrong with a data folder, changing nothing, and repairs it, keeping a copy of all it changes."""

from .examine import Examination, examine
from .finding import Finding
from .repair import Repaired, repair

__all__ = ["Examination", "Finding", "Repaired", "examine", "repair"]
