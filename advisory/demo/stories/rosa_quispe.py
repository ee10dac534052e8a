"""Rosa Quispe, grade 9: back to Rapport to rebuild trust, with a paused pact."""

from advisory.demo.story import Fact, Goal, Move, Plan, Pledge, Promise, Sight, Story, Talk
from advisory.model.words import (
    EvidenceSource,
    Facet,
    Independence,
    LearnedHow,
    Level,
    MoveReason,
    PactStatus,
    PronounsScope,
    Stage,
    Tone,
)

ROSA = Story(
    key="rosa",
    student={
        "given_name": "Rosa",
        "family_name": "Quispe",
        "pronouns": "she/her",
        "pronouns_scope": PronounsScope.ANYWHERE,
        "grade": "9",
        "student_number": "005226",
        "home_language": "Quechua, Spanish",
    },
    next_step="Keep one small promise this week, and say so",
    threads=("the dance group", "the loom her grandmother sent", "the market stall on weekends"),
    touches=(
        "Showed me a finger's width of new weaving.",
        "Wore the dance skirt for picture day; the table asked, she told.",
        "Short answer today, and that is all right.",
    ),
    talks=(
        Talk(
            "She counted the loom's threads for me; it is a number pattern.", "You never count one. You count pairs.", 4
        ),
        Talk("Talked about reading aloud, and why not in front of everybody yet.", feeling=3),
        Talk("Wrote the pact quickly. Perhaps too quickly.", feeling=3, ago=33),
        Talk(
            "I forgot the reading we had set. She waited twenty minutes in the library.",
            "It's okay. You're busy.",
            2,
            ago=22,
        ),
        Talk(
            "Said sorry without an excuse, and asked what would help. Paused the pact together.",
            "Maybe just come first. Then the book.",
            3,
            ago=14,
        ),
        Talk("Ten minutes with the loom and no agenda.", feeling=4),
    ),
    started=("Asked if I would come to see the dance.",),
    celebrations=("Danced at the autumn market, front row.",),
    family=("Her grandmother sent a woven bookmark with Rosa.",),
    family_tone=Tone.CELEBRATE,
    observed=("Read a page to a younger student when she thought I was gone.",),
    tags=("weaving", "reading"),
    facts=(
        Fact(Facet.SKILLS, "Weaves; keeps patterns in her head"),
        Fact(Facet.FAMILY, "Her grandmother taught her the loom", LearnedHow.FAMILY),
        Fact(Facet.LANGUAGE, "Quechua with her grandmother, Spanish at the stall"),
        Fact(Facet.STRENGTHS, "Patient with younger students", LearnedHow.OBSERVED),
    ),
    signs=(
        ("common_ground", "Both our grandmothers sold at a market."),
        ("listened", "The whole story of the loom."),
        ("student_started", "She asked me to read with her."),
        ("named_target", "Wants to read aloud so that others listen."),
        ("pact_agreed", "Spoken, at the end of the period."),
    ),
    moves=(
        Move(33, Stage.ALLIANCE, "She asked for a reading partner and chose me."),
        Move(
            14,
            Stage.RAPPORT,
            "I missed our reading and she waited. The pact can wait; I come first.",
            MoveReason.I_BROKE_A_COMMITMENT,
        ),
    ),
    plans=(
        Plan(
            title="reading aloud",
            target="I can read a page aloud so that a small group wants to know how it ends.",
            area="reading",
            why="I want to tell the market stories myself.",
            starting_point="Reads well alone; stops when somebody looks up.",
            goals=(Goal("Reads one page to me"), Goal("Reads one page to three listeners")),
            theirs=(Pledge("Practise one page at home, to the loom", "twice a week", (25, 22)),),
            mine=(Pledge("Listen on library days, on time", "every week", (24,)),),
            status=PactStatus.PAUSED,
            start=33,
            review=-7,
            evidence=(
                Sight(
                    24,
                    EvidenceSource.OBSERVATION,
                    "Half a page, eyes on the loom picture.",
                    Level.BEGINNING,
                    Independence.WITH_ME,
                    0,
                ),
            ),
        ),
    ),
    promises=(
        Promise("come to the dance at the market", 11, 6, done=6),
        Promise("be in the library on time", 2, -1),
    ),
    talked=4,
    touched=1,
)
