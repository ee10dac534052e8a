"""The time left in the advisory period, or of a timer that the advisor has started."""

from datetime import datetime, timedelta

from advisory.caseload.caseload import Caseload

_MINUTE = timedelta(minutes=1)
USUAL = 30
"""The default minutes of a timer, if no meeting pattern says how long a period is."""


class PeriodClock:
    """Counts whole minutes, rounded up, so that it shows 1 until the last minute is over."""

    def __init__(self, caseload: Caseload) -> None:
        self._caseload = caseload
        self._ends_at: datetime | None = None

    @property
    def is_timing(self) -> bool:
        """Whether a timer is running."""
        return self._ends_at is not None

    @property
    def usual(self) -> int:
        """The minutes a timer starts with: the length of the period."""
        return next(iter(self._caseload.period_minutes), USUAL)

    def start(self, minutes: int) -> None:
        """Start a timer."""
        self._ends_at = self._caseload.now() + minutes * _MINUTE

    def stop(self) -> None:
        """Stop the timer, and show the time left in the period again."""
        self._ends_at = None

    @property
    def left(self) -> int | None:
        """The minutes left, 0 once a timer has run out; None if there is nothing to count."""
        if self._ends_at is not None:
            return max(0, -((self._caseload.now() - self._ends_at) // _MINUTE))
        return self._caseload.period_left

    @property
    def text(self) -> str:
        """`18 min left`; "" if there is nothing to count."""
        left = self.left
        if left is None:
            return ""
        return "time is up" if left == 0 else f"{left} min left"
