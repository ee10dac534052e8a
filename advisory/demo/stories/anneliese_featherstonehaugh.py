"""Anneliese Featherstonehaugh-Castellanos, grade 12: an Alliance about time, with a very long name."""

from advisory.demo.story import Fact, Goal, Move, Plan, Pledge, Promise, Sight, Story, Talk
from advisory.model.words import EvidenceSource, Facet, Independence, Kind, LearnedHow, Level, PronounsScope, Stage

ANNELIESE = Story(
    key="anneliese",
    student={
        "given_name": "Anneliese",
        "family_name": "Featherstonehaugh-Castellanos",
        "pronounce": "FAN-shaw; yes, really",
        "pronouns": "she/her",
        "pronouns_scope": PronounsScope.ANYWHERE,
        "grade": "12",
        "student_number": "002019",
        "home_language": "English, Spanish",
        "birthday": "01-17",
    },
    next_step="Plan the defense backwards from the date",
    threads=("the oral history tapes", "fencing", "the scholarship letter"),
    touches=(
        "Spelled her name for the printer, again, with grace.",
        "Bruise-free fencing week, she reports.",
        "One tape transcribed; eleven to go, she has a chart.",
    ),
    talks=(
        Talk(
            "Listened to the first tape together: her great-aunt on the strike.",
            "She stops before the important word.",
            4,
        ),
        Talk("She has nine plans and no week that holds them; we laid them on the floor.", feeling=2),
        Talk("Named it: starting is easy, choosing is not.", "If I pick one, the others die."),
        Talk("Pact agreed: two things a week, and a shelf for the rest.", feeling=4, ago=24),
        Talk(
            "Pact review: the shelf works, week two went over.",
            "I moved the shelf into the week.",
            3,
            kind=Kind.PACT_REVIEW,
        ),
        Talk("Looked at the scholarship letter line by line; she cut a third.", feeling=4),
    ),
    started=(
        "Asked for a second pair of ears for tape four.",
        "Came to say the shelf has eight things on it, and she is at peace.",
    ),
    celebrations=("Her tape was played at the town archive.",),
    family=("Her great-aunt telephoned to thank the school for the recorder.",),
    observed=("Crossed one line off the week, then closed the notebook.",),
    tags=("defense", "planning", "history"),
    facts=(
        Fact(Facet.NAME, "Said FAN-shaw; both halves of the family name, please"),
        Fact(Facet.INTERESTS, "Oral history, fencing"),
        Fact(Facet.HOPES, "The archive scholarship"),
        Fact(Facet.FAMILY, "Her great-aunt is on the tapes"),
        Fact(Facet.STRESS, "Choosing one of many good things"),
        Fact(Facet.STRENGTHS, "People tell her things", LearnedHow.COLLEAGUE),
    ),
    signs=(
        ("says_name", "FAN-shaw, from day one."),
        ("listened", "A whole tape."),
        ("student_started", "Came with tape four."),
        ("named_target", "Two things a week."),
        ("a_theirs", "The shelf holds, two weeks running."),
    ),
    moves=(Move(38, Stage.ALLIANCE, "She has named what she wants to change and asked me to hold her to it."),),
    plans=(
        Plan(
            title="two things a week",
            target="I can choose two pieces of work for a week and finish both.",
            area="planning",
            why="I want the tapes done by the defense and still sleep.",
            goals=(
                Goal("One week with two things finished", 19),
                Goal("Three weeks in a row"),
                Goal("Plans the defense backwards on one page"),
            ),
            theirs=(Pledge("Choose on the first day of the week, tell one person", "every week", (23, 20, 15, 10, 5)),),
            mine=(Pledge("Ask about the two, never about the shelf", "every week", (23, 19, 14, 9)),),
            confidence=3,
            start=24,
            review=-5,
            evidence=(
                Sight(
                    19,
                    EvidenceSource.SELF_ASSESSMENT,
                    "Two of two, and a list of what was left alone.",
                    Level.GETTING_THERE,
                    Independence.WITH_PROMPTS,
                    0,
                ),
                Sight(
                    9,
                    EvidenceSource.CONVERSATION,
                    "One of two; knew why by the middle of the week.",
                    Level.GETTING_THERE,
                    Independence.CHECKS_AFTER,
                    1,
                ),
            ),
        ),
    ),
    promises=(
        Promise("read the scholarship letter once more", 5, -3),
        Promise("book the recorder for the archive day", 27, 22, done=21),
    ),
    talked=5,
    touched=2,
)
