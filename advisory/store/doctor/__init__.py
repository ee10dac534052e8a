"""What is wrong with a data folder, and what can be done about it. Looking changes nothing; repairing keeps a copy of all it changes."""

from .examine import Examination, examine
from .finding import Finding
from .repair import Repaired, repair

__all__ = ["Examination", "Finding", "Repaired", "examine", "repair"]
