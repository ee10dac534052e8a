"""Leila Haddad, grade 12: an Alliance, and a one-to-one that is long overdue."""

from advisory.demo.story import Fact, Goal, Move, Plan, Pledge, Promise, Sight, Story, Talk
from advisory.model import FamilyContact
from advisory.model.words import (
    EvidenceSource,
    Facet,
    Independence,
    Kind,
    LearnedHow,
    Level,
    PronounsScope,
    ReviewEvery,
    Stage,
    Tone,
)

LEILA = Story(
    key="leila",
    student={
        "given_name": "Leila",
        "family_name": "Haddad",
        "pronouns": "she/her",
        "pronouns_scope": PronounsScope.ANYWHERE,
        "grade": "12",
        "student_number": "002038",
        "home_language": "Arabic, French",
        "birthday": "11-02",
        "family_contacts": (
            FamilyContact(
                name="Rima Haddad", relation="older sister", language="Arabic, French", email="rima@example.org"
            ),
            FamilyContact(name="Nabil Haddad", relation="uncle", language="Arabic", may_contact=False),
        ),
    },
    next_step="Sit down with her properly; she has been doing well on her own",
    threads=("the street library she runs", "the chess problem of the week", "her sister's baby"),
    touches=(
        "Mate in three; I saw two of them.",
        "Picture of the baby, asleep on a dictionary.",
        "Forty new books on the library shelf, catalogued by language.",
    ),
    talks=(
        Talk("She planned the library's opening hours out loud; I only drew the grid.", feeling=4),
        Talk("Statistics: she trusts a mean without looking at the spread.", "An average is an average, no?", 3),
        Talk("Compared two weeks of library visits with the same mean.", "So the mean hid the Tuesday.", 4),
        Talk("Pact signed; the data is her own.", feeling=5, ago=26),
        Talk(
            "Pact review: she drew the spread before the mean, unasked.",
            "First I look if it is lumpy.",
            4,
            kind=Kind.PACT_REVIEW,
        ),
    ),
    started=("Sent the visitor counts with a question in the subject line.",),
    celebrations=("The town paper wrote about the library, with her chart.",),
    family=("Her older sister thanks us for the late bus pass.",),
    family_tone=Tone.CELEBRATE,
    observed=("Helped a ninth-grader find a book in three languages.",),
    tags=("statistics", "library"),
    facts=(
        Fact(Facet.INTERESTS, "Runs a small library; chess problems"),
        Fact(Facet.STRENGTHS, "Organizes people without raising her voice", LearnedHow.OBSERVED),
        Fact(Facet.LANGUAGE, "Arabic, French, English; dreams in two"),
        Fact(Facet.FAMILY, "New aunt to her sister's baby"),
        Fact(Facet.HOPES, "Library science, near the sea"),
    ),
    signs=(
        ("common_ground", "Both of us shelve by mood first."),
        ("helped", "Found the spare shelves."),
        ("student_started", "Asked me to check her counts."),
        ("named_target", "Look at the spread before the mean."),
        ("a_theirs", "A chart each week, four weeks."),
    ),
    moves=(Move(39, Stage.ALLIANCE, "She asked for help with her own numbers."),),
    plans=(
        Plan(
            title="what a mean hides",
            target="I can choose a measure for my data and say what it hides.",
            area="statistics",
            why="The town will read my chart and I want it to be true.",
            goals=(Goal("Draws the spread first", 17), Goal("Explains to the library board what the mean hides")),
            theirs=(Pledge("A chart of the visits each week", "every week", (25, 21, 16, 11)),),
            mine=(Pledge("One question about each chart, in writing", "every week", (25, 20)),),
            review_every=ReviewEvery.MONTHLY,
            confidence=5,
            start=26,
            review=-2,
            evidence=(
                Sight(
                    17,
                    EvidenceSource.WORK_SAMPLE,
                    "Dot plot first, then mean and median with a sentence each.",
                    Level.THERE,
                    Independence.CHECKS_AFTER,
                    0,
                ),
            ),
        ),
    ),
    promises=(
        Promise("answer her question about the chart", 11, -1),
        Promise("ask for the late bus pass", 33, 30, done=28),
    ),
    talked=17,
    touched=3,
)
