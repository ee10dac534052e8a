"""The round through everybody in one line, and what is planned with a student."""

from advisory.rules.next.round import earlier_words, round_words
from advisory.tui.desk import Desk
from advisory.tui.prose import cut, day, width


def round_line(desk: Desk, cells: int) -> str:
    """How far the round is, and how many are to come; its length against the interval where there is room for it."""
    now, words = desk.caseload.round, _words(desk)
    left = [f"{len(there)} {what}" for what, there in (("to come", now.to_come), ("not here", now.away)) if there]
    behind = f" · … {', '.join(left)}" if left and now.over_on is None else ""
    shorter = (words, words.partition(", interval")[0], words.partition(":")[0])
    room = cells - width(behind)
    return cut(next((one for one in shorter if width(one) <= room), shorter[-1]), room) + behind


def round_words_in_full(desk: Desk) -> str:
    """How far the round is, and how long those before it were."""
    words = "; ".join(filter(None, [_words(desk), earlier_words(desk.caseload.round)]))
    return f"{words[:1].upper()}{words[1:]}."


def _words(desk: Desk) -> str:
    caseload, now = desk.caseload, desk.caseload.round
    days = [day(on, caseload.today) for on in (now.since, now.over_on)]
    return round_words(now, caseload.intervals.contact_every, *days)


def planned_words(desk: Desk, student_id: str, before: str = "") -> str:
    """`planned for Tue`, after `before`; "" if no talk is planned."""
    planned = desk.caseload.planned_talk(student_id)
    return f"{before}planned for {day(planned.on, desk.caseload.today)}" if planned else ""
