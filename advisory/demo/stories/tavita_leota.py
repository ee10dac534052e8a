"""Tavita Leota, grade 10: Rapport, focal, not here today."""

from advisory.demo.story import Attempt, Fact, Promise, Story, Talk
from advisory.model import FamilyContact
from advisory.model.words import Facet, LearnedHow, NotMadeReason, Party, PronounsScope, Tone

TAVITA = Story(
    key="tavita",
    student={
        "given_name": "Tavita",
        "family_name": "Leota",
        "pronounce": "ta-VEE-ta leh-OH-ta",
        "pronouns": "he/him",
        "pronouns_scope": PronounsScope.ANYWHERE,
        "grade": "10",
        "student_number": "004150",
        "home_language": "Samoan, English",
        "focal": True,
        "focal_why": "came back after the family moved; wants company while he settles",
        "family_contacts": (
            FamilyContact(name="Sina Leota", relation="aunt", language="Samoan, English", best_time="Sunday afternoon"),
        ),
    },
    next_step="Sit in on one choir practice",
    threads=("the town choir's tour", "rugby sevens", "his uncle's bakery"),
    touches=(
        "Brought coconut buns; half the table spoke to him because of them.",
        "Corrected how I say his family name. Better now, he says.",
        "Fist bump, and the score from Saturday.",
    ),
    talks=(
        Talk("He told me what moved with them and what did not.", "The piano didn't fit.", 2),
        Talk("I learned to wait: he looks down to think, not away.", feeling=3),
        Talk("Picked his seat for the quarter, by the door, and his reason for it is good."),
        Talk("He sang me the bass line of the tour piece in the corridor.", "You can hear when somebody is early.", 5),
        Talk("English poem: he hears the metre before the meaning. Said so to him.", feeling=4),
        Talk("Short week, long talk: rugby on Thursdays clashes with the tutor.", "I said yes to both.", 3),
    ),
    started=("Asked which door I use in the morning.", "Wanted to know when the poem is due, and wrote it down."),
    celebrations=("Led the warm-up at the sevens.",),
    family=("His aunt: the choir tour is paid for; thank you for the letter.",),
    family_tone=Tone.CELEBRATE,
    observed=("Kept the beat for his whole table with two fingers.",),
    attempts=(Attempt("Family errand, back tomorrow.", NotMadeReason.ABSENT),),
    tags=("choir", "rugby"),
    facts=(
        Fact(Facet.NAME, "ta-VEE-ta leh-OH-ta, all vowels short"),
        Fact(Facet.INTERESTS, "Choir bass, rugby sevens"),
        Fact(Facet.PEERS, "Sits with the table that ate the buns", LearnedHow.OBSERVED),
        Fact(Facet.LEARNS_BEST, "He hears the rhythm of it first", LearnedHow.OBSERVED),
        Fact(Facet.TRUSTED_ADULTS, "The rugby coach"),
    ),
    signs=(("says_name", "Practised until he nodded."), ("learned_norm", "Looking down is listening, here.")),
    promises=(
        Promise("talk with the tutor about Thursdays", 4, -1),
        Promise("learn the second verse by heart", 9, -3, owner=Party.STUDENT),
    ),
    talked=4,
    touched=2,
    absent_today=True,
)
