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
        """The minutes left on the timer, 0 once it has run out; None if none is running."""
        return None if self._ends_at is None else max(0, -((self._caseload.now() - self._ends_at) // _MINUTE))

    @property
    def text(self) -> str:
        """`timer 5 min`, or `18 min left` of the period if no timer is running; "" if there is nothing to count."""
        return self.texts[-1 if self.is_timing else 0]

    @property
    def texts(self) -> tuple[str, ...]:
        """What to show, the longest first: while a timer runs, also the time left in the period."""
        left, of_period = self.left, self._caseload.period_left
        period = "" if of_period is None else f"{of_period} min left"
        if left is None:
            return (period, period.removesuffix(" left")) if period else ("",)
        timer = f"timer {left} min" if left else "time is up"
        return (f"{period} · {timer}", timer) if period else (timer,)
