"""Jordan Reed, grade 11: Rapport, not yet seen this term."""

from advisory.demo.story import Attempt, Fact, Promise, Story
from advisory.model.words import Facet, LearnedHow, Medium, NotMadeReason, PronounsScope

JORDAN = Story(
    key="jordan",
    student={
        "given_name": "Jordan",
        "family_name": "Reed",
        "pronouns": "they/them",
        "pronouns_scope": PronounsScope.ASK_ME,
        "grade": "11",
        "student_number": "003391",
        "home_language": "English",
    },
    next_step="Say hello at the tool library on a working morning",
    threads=("the bike workshop",),
    observed=(
        "The placement supervisor says Jordan opens the bike workshop alone.",
        "Left a repaired desk lamp in our room with a note: 'works now'.",
    ),
    attempts=(
        Attempt("On the work placement all week; left a card.", NotMadeReason.ABSENT, Medium.WRITTEN_NOTE),
        Attempt("Called at noon, nobody picked up.", NotMadeReason.NO_ANSWER, Medium.PHONE),
        Attempt("Came to the workshop, Jordan had just left.", NotMadeReason.ABSENT),
        Attempt("Wrote to ask which morning suits; no answer yet.", NotMadeReason.NO_ANSWER, Medium.EMAIL),
        Attempt("Tried before school; the placement had changed the shift.", NotMadeReason.ABSENT),
    ),
    tags=("placement",),
    facts=(
        Fact(Facet.SKILLS, "Trues a bicycle wheel by ear", LearnedHow.COLLEAGUE),
        Fact(Facet.NAME, "Jordan; no short forms"),
    ),
    promises=(Promise("ask the placement supervisor for a good morning", 6, -2),),
)
