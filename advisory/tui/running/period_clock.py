"""The time left: of the advisory period by the meeting pattern, or of a timer the advisor has started."""

from datetime import datetime, timedelta

from advisory.caseload.caseload import Caseload

_MINUTE = timedelta(minutes=1)
USUAL = 30
"""Minutes of a timer where no meeting pattern says how long a period is."""


class PeriodClock:
    """Whole minutes, rounded up, so that the last one is told as 1 until it is over."""

    def __init__(self, caseload: Caseload) -> None:
        self._caseload = caseload
        self._ends_at: datetime | None = None

    @property
    def is_timing(self) -> bool:
        """Whether a timer runs."""
        return self._ends_at is not None

    @property
    def usual(self) -> int:
        """Minutes a timer starts with: as many as the school's period has."""
        return next(iter(self._caseload.period_minutes), USUAL)

    def start(self, minutes: int) -> None:
        """Count down from now on."""
        self._ends_at = self._caseload.now() + minutes * _MINUTE

    def stop(self) -> None:
        """Go by the meeting pattern again."""
        self._ends_at = None

    @property
    def left(self) -> int | None:
        """Minutes left; None when there is nothing to count. A timer that has run out tells 0."""
        if self._ends_at is not None:
            return max(0, -((self._caseload.now() - self._ends_at) // _MINUTE))
        return self._caseload.period_left

    @property
    def text(self) -> str:
        """`18 min left`, or nothing."""
        left = self.left
        if left is None:
            return ""
        return "time is up" if left == 0 else f"{left} min left"
