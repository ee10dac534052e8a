"""What a message adds about students who were marked as not here today, and were met after all."""

from collections.abc import Iterable, Sequence

from advisory.tui.desk import Desk


def away_of(desk: Desk, student_ids: Iterable[str]) -> list[str]:
    """Those of these students who are marked as away today."""
    caseload = desk.caseload
    return [one for one in student_ids if caseload.calendar.is_away(one, caseload.today)]


def back_words(desk: Desk, were_away: Sequence[str], *, is_named: bool) -> str:
    """`; here after all`, with the names where the message names nobody; "" if all who were away still are."""
    still = away_of(desk, were_away)
    back = [desk.short(one) for one in were_away if one not in still]
    if not back:
        return ""
    return f"; here after all: {', '.join(back)}" if is_named else "; here after all"
