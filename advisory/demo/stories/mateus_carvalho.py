"""Mateus Carvalho, grade 11: an Alliance entered before its signs were seen."""

from advisory.demo.story import Fact, Goal, Move, Plan, Pledge, Promise, Sight, Story, Talk
from advisory.model.words import (
    EvidenceSource,
    Facet,
    Independence,
    Kind,
    LearnedHow,
    Level,
    MoveReason,
    PronounsScope,
    Stage,
    Tone,
)

MATEUS = Story(
    key="mateus",
    student={
        "given_name": "Mateus",
        "family_name": "Carvalho",
        "pronouns": "he/him",
        "pronouns_scope": PronounsScope.ANYWHERE,
        "grade": "11",
        "student_number": "003402",
        "home_language": "Portuguese",
    },
    next_step="Thank him for the budget, then ask about the units",
    threads=("the samba school drumline", "goalkeeping", "the boat model"),
    touches=(
        "Drummed the period's rhythm on the radiator, softly.",
        "Saved two of three from the spot; the third was a beauty.",
        "Sanded the hull while we talked, so we talked longer.",
    ),
    talks=(
        Talk(
            "He came with a plan and a deadline already: the boat must float by spring.",
            "Physics is in the way of my boat.",
            4,
        ),
        Talk("Started the pact early because he was ready; noted what I do not know yet.", feeling=4, ago=37),
        Talk("Talked about Recife, the sea, and why boats.", "My grandfather's was green.", 4),
        Talk(
            "Pact review: forces drawn for the empty hull.",
            "The water pushes with what it lost.",
            4,
            kind=Kind.PACT_REVIEW,
        ),
        Talk("He loaded the hull in the sink and wrote down where it tipped.", feeling=5),
        Talk(
            "Pact review: numbers fine, units wander off.",
            "Newtons are just weight with manners.",
            3,
            kind=Kind.PACT_REVIEW,
        ),
    ),
    started=("Showed up with a bucket and the hull.", "Asked for graph paper and a towel."),
    celebrations=("Boat number two floats with six hundred grams on board.",),
    family=("His godmother sent a photo of the green boat.",),
    family_tone=Tone.CELEBRATE,
    observed=("Predicted the tipping point within a centimetre.",),
    tags=("physics", "drums", "boat"),
    facts=(
        Fact(Facet.INTERESTS, "Model boats, goalkeeping"),
        Fact(Facet.SKILLS, "Plays surdo in the drumline"),
        Fact(Facet.FAMILY, "His grandfather fished from a green boat"),
        Fact(Facet.LEARNS_BEST, "His hands are busy", LearnedHow.OBSERVED),
    ),
    signs=(
        ("listened", "Heard the whole boat plan."),
        ("named_target", "It must float, and I must know why."),
        ("pact_agreed", "Signed on the back of the hull drawing."),
        ("reported_unprompted", "Sent the sink results at once."),
    ),
    moves=(
        Move(
            43,
            Stage.ALLIANCE,
            "He came ready with a target of his own; I did not want to make him wait for my three signs.",
            MoveReason.OTHER,
            override=True,
        ),
    ),
    plans=(
        Plan(
            title="a boat that floats, and why",
            target="I can predict how much my boat carries and explain it with forces.",
            area="physics",
            why="Physics is in the way of my boat.",
            goals=(
                Goal("Draws the forces on the empty hull", 22),
                Goal("Predicts the load within ten percent", 8),
                Goal("Writes it with units all the way"),
            ),
            theirs=(Pledge("One sink test a week, written down", "every week", (34, 28, 23, 17, 12, 8)),),
            mine=(Pledge("Lend the scale and the sink key", "every week", (34, 23, 12)),),
            confidence=5,
            start=37,
            review=-4,
            evidence=(
                Sight(
                    22,
                    EvidenceSource.CONVERSATION,
                    "Explained buoyancy with a glass and an ice cube.",
                    Level.GETTING_THERE,
                    Independence.CHECKS_AFTER,
                    0,
                ),
                Sight(
                    8,
                    EvidenceSource.WORK_SAMPLE,
                    "Predicted 610 g, measured 590.",
                    Level.THERE,
                    Independence.CHECKS_AFTER,
                    1,
                    "Keep the units in every line.",
                ),
            ),
        ),
    ),
    promises=(
        Promise(
            "book the pool for five minutes",
            12,
            6,
            dropped_why="The pool is closed until spring; he will use the rain barrel.",
        ),
    ),
    talked=4,
    touched=1,
)
