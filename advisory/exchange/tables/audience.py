"""Which tables there are for an audience, and which of their columns."""

from advisory.model.words import Audience
from advisory.rules.refusal import Refusal

HOME = frozenset((Audience.STUDENT, Audience.FAMILY))
_OF_ONE = frozenset(("checkins", "pacts", "evidence", "defenses"))
"""The tables that can hold what one student made or may read."""
_COUNTS = frozenset(("summary", "time"))
_AT_HOME = (
    "id", "student_id", "pact_id", "group_id", "follows", "revision", "logged_at", "state", "visibility", "minutes", "tone", "tags",
    "counts_contact", "counts_one_to_one", "contact_made", "not_made_reason", "initiator", "part_of_day", "medium", "panel_asked", "panel_confirmed",
)  # fmt: skip
"""The columns of bookkeeping, which tell a student and their family nothing."""
_LEFT_OUT: dict[str, tuple[str, ...]] = {
    "caseload": ("stage", "in_stage_since", "open_promises"),
    "students": ("stage", "contact_every", "focal"),
    "time": ("celebrations", "concerns"),
    "families": ("last_good_word_on", "school_days_since_good_word", "celebrations", "concerns", "family", "do_not_contact"),
    "checkins": ("feeling", "question", "group_id", "state"),
    "defenses": ("next_milestone", "feeling_before", "feeling_says", "wonders", "panel_asked", "panel_confirmed"),
}  # fmt: skip
"""Table → the columns that are for the advisor alone: those about their own work, and what follows from private notes."""


def need_for(what: str, audience: Audience, *, of_one: bool) -> None:
    """Refuse a table that makes no sense for an audience; `of_one` says whether it is of one named student."""
    if audience is Audience.COUNTS and what not in _COUNTS:
        raise Refusal(f"Only {_listed(_COUNTS)} hold nothing but counts; {what} holds more than numbers.")
    if audience in HOME and what not in _OF_ONE:
        raise Refusal(f"For {audience.label} there are {_listed(_OF_ONE)}; {what} is about everybody.")
    if audience in HOME and not of_one:
        raise Refusal(f"For {audience.label}: of which student? Name one.")


def columns_for(what: str, header: tuple[str, ...], audience: Audience) -> tuple[str, ...]:
    """The columns of a table that this audience gets, in order."""
    if audience is Audience.MYSELF:
        return header
    out = {*_LEFT_OUT.get(what, ())}
    if audience is Audience.STUDENT:
        out -= {"feeling", "question", "feeling_before", "feeling_says"}
    if audience in HOME:
        out |= {*_AT_HOME}
    if audience is Audience.COUNTS:
        out |= {"student_id"}
    return tuple(column for column in header if column not in out)


def _listed(tables: frozenset[str]) -> str:
    *rest, last = sorted(tables)
    return f"{', '.join(rest)} and {last}"
