"""Amina Yusuf, grade 9: an Alliance whose pact review is waiting."""

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
    Stage,
    Tone,
)

AMINA = Story(
    key="amina",
    student={
        "given_name": "Amina",
        "family_name": "Yusuf",
        "pronouns": "she/her",
        "pronouns_scope": PronounsScope.SCHOOL_ONLY,
        "grade": "9",
        "student_number": "005208",
        "home_language": "Somali",
        "focal": True,
        "focal_why": "new building, new friends, and she asked to be checked on often",
        "family_contacts": (
            FamilyContact(name="Hodan Yusuf", relation="grandmother", language="Somali", best_time="before noon"),
        ),
    },
    next_step="Hold the review, and ask which picture she would use",
    threads=("her little brother's football", "the henna designs in her notebook", "the debate topic"),
    touches=(
        "Saved me a seat at the circle today.",
        "Her sketchbook has a page of tilings; said it calms her.",
        "Asked whether she may eat lunch in the room this week. Yes.",
    ),
    talks=(
        Talk(
            "First long talk: what she misses from the middle school, and who walks home with her.",
            "Everyone already has a table.",
            2,
        ),
        Talk("She showed me the henna book; symmetric all the way round.", feeling=4),
        Talk(
            "Went through the placement page together. Ratios stop her at the second step.",
            "I see the numbers but not the thing.",
        ),
        Talk("Wrote the pact. She changed 'try' to 'can'.", "I don't want to try it, I want to can it.", 4, ago=23),
        Talk(
            "Pact review: ratio tables are hers; fractions of an amount not yet.",
            "The table one is easy now.",
            4,
            kind=Kind.PACT_REVIEW,
        ),
        Talk("Sat with her before the debate; she argued both sides to me.", feeling=4),
    ),
    started=(
        "Came in before school to use the quiet room.",
        "Waved me over to see the ratio table for her henna paste.",
    ),
    celebrations=("First debate round: she answered a question she had not prepared.",),
    family=("Grandmother, with the interpreter: proud of the debate, asks for the dates in writing.",),
    family_tone=Tone.CELEBRATE,
    observed=("Turned the page sideways and made it a tiling; then the ratio came.",),
    tags=("math", "debate", "lunch"),
    facts=(
        Fact(Facet.NAME, "a-MEE-na; no nickname, please"),
        Fact(Facet.INTERESTS, "Henna and pattern drawing"),
        Fact(Facet.LANGUAGE, "Speaks Somali at home, reads Arabic", LearnedHow.FAMILY),
        Fact(Facet.FAMILY, "Walks her little brother home every day"),
        Fact(Facet.PEERS, "Sits with the debate team since this month", LearnedHow.OBSERVED),
        Fact(Facet.LEARNS_BEST, "There is a picture she can turn round", LearnedHow.OBSERVED),
    ),
    signs=(
        ("learned_norm", "She shakes no hands; I greet her with a hand on my heart."),
        ("common_ground", "We both draw when we listen."),
        ("student_started", "Asked for the quiet room herself."),
        ("named_target", "Put the target in her words: I can."),
        ("pact_agreed", "Agreed by both, spoken, then written."),
        ("believes_steps", "Said the three steps look like something she can do."),
    ),
    moves=(Move(31, Stage.ALLIANCE, "She comes to me first now, and asked for help with ratios."),),
    plans=(
        Plan(
            title="fractions of an amount",
            target="I can find a fraction of an amount and check it with a ratio table.",
            area="math",
            why="I mix paste by parts at home and I want the same numbers on paper.",
            starting_point="Ratio tables with a prompt; fractions of an amount by guess.",
            goals=(
                Goal("Fills a ratio table without a prompt", 12),
                Goal("Finds a fraction of an amount in a recipe"),
                Goal("Says when a table helps and when it does not"),
            ),
            theirs=(Pledge("One table from home each week", "every week", (22, 17, 12)),),
            mine=(Pledge("Ten minutes with her, door open, before the review", "every two weeks", (22, 12)),),
            confidence=4,
            start=23,
            review=2,
            evidence=(
                Sight(
                    18,
                    EvidenceSource.CONVERSATION,
                    "Doubled a recipe in her head, halved it with a table.",
                    Level.BEGINNING,
                    Independence.WITH_PROMPTS,
                    0,
                ),
                Sight(
                    12,
                    EvidenceSource.WORK_SAMPLE,
                    "Three tables filled, one of them her own.",
                    Level.GETTING_THERE,
                    Independence.CHECKS_AFTER,
                    0,
                    "Take one fraction out of a table.",
                ),
            ),
        ),
    ),
    promises=(Promise("send grandmother the debate dates in writing", 9, 7, done=6),),
    talked=3,
    touched=1,
)
