"""The fields of the forms of the end of the year."""

from datetime import date
from pathlib import Path

from advisory.casework.year_end.end_pacts import Ending
from advisory.model import Pact
from advisory.rules.days.day_words import typed_day
from advisory.rules.pact.life import closed
from advisory.rules.year_end.pact_ending import PactEnding, Proposal
from advisory.tui.desk import Desk
from advisory.tui.dialogs.form.field import Field, FieldKind

BEFORE, REQUEST, BACKUP, TYPED = "before", "request", "backup", "typed"
YES, NO = "yes", "no"
_LETTERS = {"met": "m", "partly_met": "p", "not_yet": "n", "pause": "s", "goes_on": "g"}


def ending_fields(proposal: Proposal) -> list[Field]:
    """How one pact ends, by default as proposed; what the student says, and what comes next."""
    ways = [(one.value, one.label) for one in PactEnding]
    return [
        Field("ending", f"How it ended ({proposal.why})", proposal.ending, choices=ways, letters=_LETTERS),
        Field("said", "What the student says about it", hint="Their words:", is_long=True),
        Field("comes_next", "What comes next, in one line"),
    ]


def ending_values(desk: Desk, pact: Pact, values: dict[str, str]) -> Ending:
    """How the pact ends, as the form says. Refuses one that closes without the student's words or what comes next."""
    ending = Ending(pact, PactEnding(values["ending"]), values["said"], values["comes_next"])
    if ending.ending.outcome is not None:
        closed(pact, desk.caseload.today, ending.ending.outcome, ending.said, ending.comes_next)
    return ending


def purge_fields(before: date, backup: Path) -> list[Field]:
    """The form for a purge. Whether a records request is open is not chosen at first."""
    choices = [("", "not answered yet"), (NO, "no"), (YES, "yes")]
    return [
        Field(BEFORE, "Private lines from before", typed_day(before), "e.g. 8/1/2025", FieldKind.DAY),
        Field(
            REQUEST,
            "Is a records request open (family, court, school)?",
            choices=choices,
            is_about_nobody=True,
        ),
        Field(BACKUP, "First keep a backup in (blank for none)", str(backup), kind=FieldKind.FILE),
    ]


def confirm_fields(words: str) -> list[Field]:
    """The form in which the advisor types that it may go."""
    return [Field(TYPED, f"To purge, type {words}", hint=words, kind=FieldKind.NUMBER)]
