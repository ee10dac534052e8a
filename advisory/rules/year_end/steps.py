"""The steps of the end of a year, in order: what each one asks, and what it says when nothing is left to do."""

from advisory.model.words import Word


class YearStep(Word):
    """One step; the label is its heading."""

    PACTS = "pacts", "Open pacts"
    PROMISES = "promises", "Open promises"
    UNFINISHED = "unfinished", "Begun and not finished"
    DEFENSES = "defenses", "Defenses without an outcome"
    LEAVING = "leaving", "Who leaves"
    NOTES = "notes", "For their next advisor"
    SCHOOL = "school", "What the school keeps"
    NEW_YEAR = "new_year", "The new year"
    OLD_LINES = "old_lines", "Old private lines"

    @property
    def question(self) -> str:
        """What the step asks, in a sentence or two."""
        return _QUESTIONS[self]

    @property
    def nothing(self) -> str:
        """What the step shows when its list is empty."""
        return _NOTHING[self]


STEPS = tuple(YearStep)
_QUESTIONS = {
    YearStep.PACTS: "How does each one end? What stands there is a proposal; the two of you decide.",
    YearStep.PROMISES: "Yours first. Done, dropped, or carried on into the new year?",
    YearStep.UNFINISHED: "Notes to finish, pacts never agreed to, and text never saved. Finish them, or let them go.",
    YearStep.DEFENSES: "How did each one go, or when will it be?",
    YearStep.LEAVING: "Who goes, and how? Everybody else stays, and nothing written is lost.",
    YearStep.NOTES: "Who changed advisors, and has no transition note yet?",
    YearStep.SCHOOL: "Counts and agreed pacts, in a folder that the school keeps. The log says what went there.",
    YearStep.NEW_YEAR: "Terms, the new roster, and the partnerships, which go on as they stand.",
    YearStep.OLD_LINES: "Old private notes, facts, evidence and settled insights can go for good, unless a records request is open.",
}
_NOTHING = {
    YearStep.PACTS: "No pact is open.",
    YearStep.PROMISES: "No promise is open.",
    YearStep.UNFINISHED: "Nothing was left unfinished.",
    YearStep.DEFENSES: "Every defense has its outcome.",
    YearStep.LEAVING: "Your caseload is empty.",
    YearStep.NOTES: "Everyone who changed advisors has a transition note.",
    YearStep.SCHOOL: "",
    YearStep.NEW_YEAR: "",
    YearStep.OLD_LINES: "",
}


def as_it_stands(count: int) -> str:
    """How so many partnerships go on into the new year, after a verb: `as it stands`, `as they stand`."""
    return "as it stands" if count == 1 else "as they stand"
