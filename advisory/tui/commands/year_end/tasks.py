"""The keys of the rows on the year's end screen that stand for a task rather than a record."""

from advisory.rules.year_end.kept import Kept

TASK = "task:"
"""The prefix of them all."""
TERMS, ROSTER, GO_ON, PURGE = (f"{TASK}{name}" for name in ("terms", "roster", "go_on", "purge"))
KEPT_TASKS = {f"{TASK}{what.value}": what for what in Kept}
