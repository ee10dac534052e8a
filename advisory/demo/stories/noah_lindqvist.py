"""Noah Lindqvist, grade 9: Rapport, and one of two Noahs."""

from advisory.demo.story import Attempt, Fact, Promise, Story, Talk
from advisory.model.words import Facet, LearnedHow, NotMadeReason, PronounsScope

NOAH_LINDQVIST = Story(
    key="noah_lindqvist",
    student={
        "given_name": "Noah",
        "family_name": "Lindqvist",
        "pronouns": "he/him",
        "pronouns_scope": PronounsScope.ANYWHERE,
        "grade": "9",
        "student_number": "005219",
        "home_language": "Swedish, English",
    },
    next_step="Go and see the stage rig he keeps talking about",
    threads=("the stage lights", "the dog agility course", "the longest domino line"),
    touches=(
        "Explained the dimmer board in four minutes flat.",
        "Balanced six pencils; I took the seventh.",
        "Told me to look up during the play: the blue is his.",
    ),
    talks=(
        Talk("He talked in the doorway with his bag on; I left the door open.", feeling=3),
        Talk(
            "We compared the two Noahs' timetables so that notes stop going to the wrong one.",
            "I got praised for his poem.",
        ),
        Talk("He taught me how to hang a lamp safely. Notes follow from his drawing.", "You tie it twice, always.", 4),
        Talk("History page: he had the answers and no sentences. Left it at that for today.", feeling=2),
        Talk("He asked what I did in ninth grade. I told him about the school radio.", feeling=4),
    ),
    started=("Ran back from the bus to tell me the rig held.",),
    celebrations=("Lit the whole autumn play; the cast clapped toward the booth.",),
    family=("His grandfather came by to see the light board.",),
    observed=("Counted the beats under the table before each cue.",),
    attempts=(Attempt("Up on the rig, not coming down for me.", NotMadeReason.DECLINED),),
    tags=("stage",),
    facts=(
        Fact(Facet.NAME, "Two Noahs in the group: this one answers to Noah L."),
        Fact(Facet.SKILLS, "Runs the light board on his own", LearnedHow.OBSERVED),
        Fact(Facet.FAMILY, "His grandfather built sets"),
    ),
    signs=(("told_of_self", "Told him about the radio."), ("other_setting", "Met in the light booth.")),
    promises=(Promise("sign the form for the evening rehearsal", 12, 11, done=11),),
    talked=8,
    touched=3,
)
