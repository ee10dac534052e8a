"""Priya Raman, grade 11: an Alliance about proofs."""

from advisory.demo.story import Fact, Goal, Move, Plan, Pledge, Promise, Sight, Story, Talk
from advisory.model.words import EvidenceSource, Facet, Independence, Kind, LearnedHow, Level, PronounsScope, Stage

PRIYA = Story(
    key="priya",
    student={
        "given_name": "Priya",
        "family_name": "Raman",
        "pronouns": "she/her",
        "pronouns_scope": PronounsScope.ANYWHERE,
        "grade": "11",
        "student_number": "003360",
        "home_language": "Tamil, English",
        "birthday": "08-27",
    },
    next_step="Have her write the reason before the line, once",
    threads=("the street-food map", "her bharatanatyam recital", "the crossword she sets"),
    touches=(
        "Gave me four across. I am still on it.",
        "Ankle bells in her bag; the hallway heard her coming.",
        "New pin on the street-food map: dosa, corner of the park.",
    ),
    talks=(
        Talk("She set me a crossword clue about myself. Fair, and hard.", feeling=5),
        Talk("Geometry: she sees it at once and then cannot say why.", "It just is.", 3),
        Talk("Talked about dance: every step has a name and a reason.", "Nobody accepts 'it just is' there.", 4),
        Talk("Made the pact from that sentence: a reason for every line.", feeling=4, ago=22),
        Talk(
            "Pact review: two-column proofs done, now in sentences.",
            "The column did the thinking for me.",
            4,
            kind=Kind.PACT_REVIEW,
        ),
        Talk("She found a gap in the textbook's own proof.", "They wrote 'clearly'.", 5),
    ),
    started=("Ran in with a proof on a napkin.", "Wanted to know if a picture may be a reason."),
    celebrations=("Her crossword is in the school paper.", "Recital: twelve minutes without looking down."),
    family=("Her grandfather asks for the crossword solutions, please.",),
    observed=("Wrote 'because' eleven times on one page.",),
    tags=("geometry", "dance"),
    facts=(
        Fact(Facet.INTERESTS, "Sets crosswords; dances bharatanatyam"),
        Fact(Facet.STRENGTHS, "Sees a figure's symmetry at once", LearnedHow.OBSERVED),
        Fact(Facet.LANGUAGE, "Tamil at home, puns in two languages"),
        Fact(Facet.LEARNS_BEST, "It can be compared with a dance", LearnedHow.OBSERVED),
        Fact(Facet.PEERS, "Works best opposite somebody who asks why", LearnedHow.OBSERVED),
    ),
    signs=(
        ("common_ground", "We both do the crossword in pen."),
        ("came_back_to_it", "Asked how the recital went, by its name."),
        ("student_started", "The proof on a napkin."),
        ("named_target", "A reason for every line."),
        ("pact_agreed", "Typed by her, signed by both."),
        ("a_mine", "Brought the book of wrong proofs."),
    ),
    moves=(Move(32, Stage.ALLIANCE, "She made the target herself out of a sentence about dancing."),),
    plans=(
        Plan(
            title="a reason for every line",
            target="I can write a proof in which every line has a reason somebody else accepts.",
            area="math",
            why="In dance nobody accepts 'it just is'.",
            goals=(
                Goal("Two-column proof with all reasons", 15),
                Goal("The same proof in sentences"),
                Goal("Finds the missing reason in somebody else's"),
            ),
            theirs=(Pledge("One proof a week, read to a doubter", "every week", (21, 16, 11, 6)),),
            mine=(
                Pledge("Be the doubter", "every week", (21, 16, 6)),
                Pledge("Bring one wrong proof", "each review", (11,)),
            ),
            confidence=4,
            start=22,
            review=-3,
            evidence=(
                Sight(
                    15,
                    EvidenceSource.WORK_SAMPLE,
                    "Nine lines, nine reasons, one of them circular.",
                    Level.GETTING_THERE,
                    Independence.WITH_PROMPTS,
                    0,
                    "Hunt the circle.",
                ),
                Sight(
                    6,
                    EvidenceSource.CONVERSATION,
                    "Talked a doubter through it without the page.",
                    Level.GETTING_THERE,
                    Independence.CHECKS_AFTER,
                    1,
                ),
            ),
        ),
    ),
    promises=(Promise("solve four across", 1, -6), Promise("bring the book of wrong proofs", 14, 11, done=11)),
    talked=2,
    touched=0,
)
