"""Jun Watanabe, grade 9: Rapport, and a call to make by Friday."""

from advisory.demo.story import Fact, Promise, Story, Talk
from advisory.model import FamilyContact
from advisory.model.words import Facet, LearnedHow, PronounsScope, Tone

JUN = Story(
    key="jun",
    student={
        "given_name": "Jun",
        "family_name": "Watanabe",
        "pronouns": "he/they",
        "pronouns_scope": PronounsScope.SCHOOL_ONLY,
        "grade": "9",
        "student_number": "005231",
        "home_language": "Japanese, English",
        "family_contacts": (
            FamilyContact(
                name="Hana Watanabe",
                relation="grandmother",
                language="Japanese",
                phone="555-0142",
                best_time="after 5 pm",
            ),
        ),
    },
    next_step="Meet at the go board, and let Jun start",
    threads=("the go club", "the map of an island Jun is inventing", "grandmother's garden"),
    touches=(
        "Moved a stone on my board while walking past.",
        "The island has a lighthouse now, and a reason for it.",
        "Answered with a whole sentence today, about radishes.",
    ),
    talks=(
        Talk("Played nine moves of go. Few words, a good ten minutes.", feeling=3),
        Talk(
            "Jun explained the island's tides; I asked about the harbour.", "Ships only come when the moon lets them."
        ),
        Talk("Talked about the lunch room: the noise, not the people.", "I can hear every fork.", 2),
        Talk("Made a list of three quiet places in the building, ranked by Jun.", feeling=4),
        Talk("Jun brought the geography sheet, half of it about the island. We kept both halves.", feeling=4),
    ),
    started=("Slid a drawing of the harbour under my door.", "Asked if the go club may use our room."),
    celebrations=("Won a go game and bowed to the other side of the board.",),
    family=("Grandmother wrote: Jun speaks of the room with the board.",),
    family_tone=Tone.CELEBRATE,
    observed=("In the group Jun drew the diagram everybody then used.",),
    tags=("go", "maps", "lunch"),
    facts=(
        Fact(Facet.INTERESTS, "Invents islands, with tide tables"),
        Fact(Facet.FAMILY, "Lives with grandmother, who gardens", LearnedHow.FAMILY),
        Fact(Facet.STRESS, "Loud rooms; the forks at lunch"),
        Fact(Facet.SKILLS, "Plays go, 8 kyu", LearnedHow.OBSERVED),
    ),
    signs=(
        ("came_back_to_it", "Asked about the lighthouse a week on."),
        ("common_ground", "We both like maps with mistakes in them."),
        ("student_started", "The drawing under the door."),
    ),
    promises=(
        Promise("call grandmother", 2, 0, friday=True),
        Promise("ask the librarian for a quiet corner at lunch", 18, 15, done=14),
    ),
    talked=7,
    touched=2,
)
