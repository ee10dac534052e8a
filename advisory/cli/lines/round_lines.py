"""The round through everybody, and the plan for the next periods, as lines."""

from collections.abc import Iterator

from advisory.caseload.caseload import Caseload
from advisory.model.day_order import show_day
from advisory.rules.next.round import round_words


def round_lines(caseload: Caseload) -> Iterator[str]:
    """How far the round is, who is here but not yet seen in it, and who is not here; nothing in the summer."""
    if caseload.calendar.is_summer(caseload.today):
        return
    now, names = caseload.round, caseload.names
    words = round_words(now, caseload.intervals.contact_every, show_day(now.since), show_day(now.over_on))
    yield words[:1].upper() + words[1:]
    if now.over_on is not None:
        yield "The next one-to-one begins another round."
        return
    for what, students in (("here but not yet", now.to_come), ("not here", now.away)):
        if students:
            yield f"{what}: {', '.join(names[one] for one in students)}"


def plan_lines(caseload: Caseload) -> Iterator[str]:
    """Who is planned for which day: `Tue Dec 1: Jun Sato, Leila Haddad`."""
    days: dict[str, list[str]] = {}
    for talk in caseload.planned:
        moved = "" if talk.on == talk.chosen_on else f" (moved from {show_day(talk.chosen_on, weekday=True)})"
        on = show_day(talk.on, weekday=True, year=talk.on.year != caseload.today.year)
        days.setdefault(on, []).append(caseload.names[talk.student_id] + moved)
    yield from (f"{day}: {', '.join(who)}" for day, who in days.items())
