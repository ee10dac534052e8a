"""Diego Ramírez, grade 10: Rapport, with no one-to-one for eleven school days."""

from advisory.demo.story import Attempt, Fact, Promise, Story, Talk
from advisory.model import FamilyContact
from advisory.model.words import Facet, LearnedHow, NotMadeReason, PronounsScope

DIEGO = Story(
    key="diego",
    student={
        "given_name": "Diego",
        "family_name": "Ramírez",
        "pronouns": "he/him",
        "pronouns_scope": PronounsScope.ANYWHERE,
        "grade": "10",
        "student_number": "004123",
        "home_language": "Spanish",
        "birthday": "09-30",
        "family_contacts": (
            FamilyContact(
                name="Lucía Ramírez", relation="older sister", language="Spanish, English", best_time="evenings"
            ),
        ),
    },
    next_step="Ask about rowing crew, and leave it there",
    threads=("rowing crew", "the old truck he and his uncle repair", "his dog"),
    touches=(
        "Nodded back today. Took the seat by the window.",
        "Said the boat is heavier than it looks, and smiled about it.",
        "Let me see the blister on his hand from the oar.",
    ),
    talks=(
        Talk("Walked to the bus with him; we spoke of engines, not of school.", feeling=3),
        Talk("He told me how a carburettor floods. I asked, he taught.", "You have to listen to it first."),
        Talk(
            "Ten quiet minutes side by side with the lab sheet; he asked one question.",
            "I don't get why we write it twice.",
            2,
        ),
        Talk("Told him about the summer I rowed badly. He laughed, then gave me two tips.", feeling=4),
        Talk(
            "Looked at his week together; crew is four mornings. He had not told anybody he is tired.",
            "It's fine. It's just early.",
            3,
        ),
    ),
    started=("Stopped at my door to say crew made the regional list.",),
    celebrations=("Moved up to the second boat at crew.",),
    family=("His older sister called back: mornings start at five on crew days.",),
    observed=("Helped a classmate carry the benches without a word.",),
    attempts=(Attempt("At a crew meeting; try the bus stop.", NotMadeReason.ABSENT),),
    tags=("crew", "mornings"),
    facts=(
        Fact(Facet.NAME, "Ramírez with the stress on MÍ"),
        Fact(Facet.INTERESTS, "Rowing crew, four mornings a week"),
        Fact(Facet.SKILLS, "Repairs engines with his uncle"),
        Fact(Facet.FAMILY, "His older sister is the one to call", LearnedHow.FAMILY),
    ),
    signs=(
        ("other_setting", "Met at the bus stop, twice."),
        ("told_of_self", "Told him about my rowing summer."),
    ),
    promises=(Promise("find out when the regatta is", 14, 11, done=10),),
    talked=11,
    touched=4,
)
