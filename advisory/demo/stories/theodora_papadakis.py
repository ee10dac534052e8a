"""Theodora Papadakis, called Teddy, grade 10: an Alliance about verse, and an overdue promise."""

from advisory.demo.story import Fact, Goal, Move, Plan, Pledge, Promise, Sight, Story, Talk
from advisory.model.words import EvidenceSource, Facet, Independence, Kind, LearnedHow, Level, PronounsScope, Stage

TEDDY = Story(
    key="teddy",
    student={
        "given_name": "Theodora",
        "family_name": "Papadakis",
        "preferred_name": "Teddy",
        "pronouns": "she/they",
        "pronouns_scope": PronounsScope.SCHOOL_ONLY,
        "grade": "10",
        "student_number": "004171",
        "home_language": "Greek, English",
    },
    next_step="Bring the sample poems, then listen",
    threads=("the skate park petition", "the rebetiko playlist", "their lino prints"),
    touches=(
        "Ink on both hands; the print is of a boot.",
        "Sixty signatures for the skate park, and a clipboard.",
        "Played me a song about a ferry.",
    ),
    talks=(
        Talk("Talked about names: Teddy here, Theodora on paper.", "Paper me is very formal.", 4),
        Talk("They read me the petition; every sentence lands.", feeling=4),
        Talk(
            "Poetry unit: says a poem has one right meaning and somebody is hiding it.",
            "Just tell me what it means.",
            2,
        ),
        Talk("Read a song lyric together, three meanings in ten minutes.", "Wait, all of them?", 4),
        Talk("Pact agreed over a lino print.", feeling=4, ago=15),
        Talk(
            "Pact review: two readings with a line to point at; the third is on its way.",
            "I can point at it.",
            4,
            kind=Kind.PACT_REVIEW,
        ),
    ),
    started=("Brought a lyric with the good line underlined.", "Asked whether the council meeting counts as a speech."),
    celebrations=("The council put the skate park on its agenda.",),
    family=("Their grandfather came in with oranges and stayed for the print show.",),
    observed=("Argued with a poem in the margin, politely.",),
    jot="the poem is a door??",
    tags=("poetry", "skating", "print"),
    facts=(
        Fact(Facet.NAME, "Teddy at school; Theodora in letters home"),
        Fact(Facet.INTERESTS, "Skating, lino prints, old songs"),
        Fact(Facet.STRENGTHS, "Writes so that a council reads to the end", LearnedHow.OBSERVED),
        Fact(Facet.FAMILY, "The grandfather with the oranges", LearnedHow.OBSERVED),
    ),
    signs=(
        ("says_name", "Teddy, everywhere at school."),
        ("helped", "Printed the petition when asked."),
        ("showed_unfinished", "A proof print with the mistake left in."),
        ("named_target", "More than one reading, each with a line."),
        ("pact_agreed", "Signed in printing ink."),
        ("stayed_with_it", "Four drafts of one paragraph."),
    ),
    moves=(Move(27, Stage.ALLIANCE, "They bring me lyrics now and want to read harder things."),),
    plans=(
        Plan(
            title="more than one reading",
            target="I can give two readings of a poem and point at the line for each.",
            area="reading",
            why="If songs can mean three things, I want poems to be mine too.",
            starting_point="Waits for the answer to be told.",
            goals=(Goal("Two readings of a lyric", 13), Goal("Two readings of a poem nobody chose for me")),
            theirs=(Pledge("One margin full of questions each week", "every week", (14, 12, 7)),),
            mine=(Pledge("Bring poems that argue back", "every week", (14, 12)),),
            start=15,
            mended=(14, "I can give two readings of a poem and piont at the line for each."),
            review=-6,
            evidence=(
                Sight(
                    13,
                    EvidenceSource.CONVERSATION,
                    "Two readings of the ferry song, a line for each.",
                    Level.GETTING_THERE,
                    Independence.WITH_PROMPTS,
                    0,
                ),
            ),
        ),
    ),
    promises=(
        Promise("find three sample poems", 9, 3),
        Promise("print the petition", 31, 30, done=30),
    ),
    talked=6,
    touched=1,
)
