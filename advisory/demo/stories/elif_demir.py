"""Elif Demir, grade 9: Rapport, not here today."""

from advisory.demo.story import Attempt, Fact, Promise, Story, Talk
from advisory.model.words import Facet, LearnedHow, NotMadeReason, Party, PronounsScope, Tone

ELIF = Story(
    key="elif",
    student={
        "given_name": "Elif",
        "family_name": "Demir",
        "pronouns": "she/her",
        "pronouns_scope": PronounsScope.ANYWHERE,
        "grade": "9",
        "student_number": "005240",
        "home_language": "Turkish",
        "birthday": "10-08",
    },
    next_step="Ask to hear the saz piece to the end",
    threads=("the saz lessons", "the volleyball try-out", "her aunt's balcony tomatoes"),
    touches=(
        "Taught me one Turkish word for each day of the week.",
        "Counted volleyball serves at the door: forty-one.",
        "Sat one chair closer to the circle.",
    ),
    talks=(
        Talk("She answered in nods; we sorted my bookshelf by color together.", feeling=3),
        Talk("A story about the balcony and a pigeon. Long, and funny.", "It thinks it owns the tomatoes.", 4),
        Talk(
            "Biology words: she knows them in Turkish, so we made a page with two columns.",
            "In Turkish it is just a word.",
            3,
        ),
        Talk("She read the page to me in both languages, faster in hers.", feeling=4),
        Talk("Spoke about the volleyball list; she is eleventh of twelve and in.", "Eleventh is in!", 5),
    ),
    started=("Brought a tomato, wrapped like a present.",),
    celebrations=("Made the volleyball team.",),
    family=("Her aunt came to the door: Elif now talks about the group at dinner.",),
    family_tone=Tone.CELEBRATE,
    observed=("Whispered the Turkish word, then wrote the English one.",),
    attempts=(Attempt("Away with the volleyball team.", NotMadeReason.ABSENT),),
    tags=("volleyball", "biology", "language"),
    facts=(
        Fact(Facet.LANGUAGE, "Thinks in Turkish, writes in English"),
        Fact(Facet.INTERESTS, "Saz, volleyball"),
        Fact(Facet.LEARNS_BEST, "She may say it in Turkish first", LearnedHow.OBSERVED),
        Fact(Facet.FAMILY, "Her aunt meets her after practice", LearnedHow.FAMILY),
    ),
    signs=(("came_back_to_it", "Asked after the pigeon."),),
    promises=(
        Promise("find a biology glossary in Turkish", 15, 12, done=11),
        Promise("bring the saz for five minutes", 9, -4, owner=Party.STUDENT),
    ),
    talked=9,
    touched=3,
    absent_today=True,
)
