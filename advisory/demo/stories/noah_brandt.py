"""Noah Brandt, grade 11: an Alliance about lab reports, and a jot to finish."""

from advisory.demo.story import Fact, Goal, Move, Plan, Pledge, Promise, Sight, Story, Talk
from advisory.model.words import EvidenceSource, Facet, Independence, Kind, LearnedHow, Level, PronounsScope, Stage

NOAH_BRANDT = Story(
    key="noah_brandt",
    student={
        "given_name": "Noah",
        "family_name": "Brandt",
        "pronouns": "he/him",
        "pronouns_scope": PronounsScope.ANYWHERE,
        "grade": "11",
        "student_number": "003377",
        "home_language": "German, English",
    },
    next_step="Let him find the missing sentence himself",
    threads=("the beehives on the roof", "his grandfather's chess letters", "the weather station"),
    touches=(
        "Honey on toast for the early table.",
        "Wind from the north at seven; he had it to the tenth.",
        "Lost to his grandfather again, by post.",
    ),
    talks=(
        Talk("He explained a hive's winter. I had only questions, and he liked that.", feeling=4),
        Talk("Said lab reports feel like writing down what everybody saw.", "You were there. Why do I tell you?", 2),
        Talk(
            "Read a report by somebody else; he found what was missing at once.", "How warm was it? It doesn't say.", 4
        ),
        Talk("Pact written: a report that the bees could follow.", feeling=4, ago=24),
        Talk(
            "Pact review: method stands, the conclusion still repeats the result.",
            "I thought that was the conclusion.",
            3,
            kind=Kind.PACT_REVIEW,
        ),
        Talk("He marked his own report against the three lines, in pencil.", feeling=4),
    ),
    started=("Came to say the queen is alive.", "Asked what 'therefore' is doing in his sentence."),
    celebrations=("His weather table is on the science wall.",),
    family=("His grandfather wrote a postcard to the class about the chess letters.",),
    observed=("Measured twice, wrote once, checked the unit.",),
    jot="lab partner, ask about",
    tags=("lab", "bees", "science"),
    facts=(
        Fact(Facet.NAME, "Two Noahs in the group: this one answers to Noah B."),
        Fact(Facet.INTERESTS, "Bees, weather, chess by post"),
        Fact(Facet.STRENGTHS, "Careful with instruments", LearnedHow.OBSERVED),
        Fact(Facet.KNOWLEDGE, "Knows more of bees than the library"),
        Fact(Facet.TRUSTED_ADULTS, "The science technician"),
    ),
    signs=(
        ("other_setting", "Met on the roof, at the hives."),
        ("told_of_self", "I am afraid of bees. I said so."),
        ("showed_unfinished", "Handed me the report with the hole in it."),
        ("named_target", "Write it for somebody who was not there."),
        ("feedback_talk", "Told him it is not there yet and that he can do it."),
    ),
    moves=(Move(36, Stage.ALLIANCE, "He shows me the holes in his reports before I look for them."),),
    plans=(
        Plan(
            title="lab reports",
            target="I can write a lab report that somebody who was not there could repeat.",
            area="science",
            why="I want to publish the hive data one day.",
            starting_point="Exact measurements, two-line method.",
            goals=(
                Goal("A classmate repeats the method from the page", 14),
                Goal("The conclusion says what the result means"),
                Goal("One report needs no question from me"),
            ),
            theirs=(Pledge("Let a classmate read the method before I hand it in", "each lab", (19, 14, 8)),),
            mine=(Pledge("Mark one thing to keep and one to change", "each lab", (19, 8)),),
            others=(("science technician", "keeps the bench free on lab days"),),
            start=24,
            review=-2,
            evidence=(
                Sight(
                    14,
                    EvidenceSource.PEER,
                    "A classmate repeated the titration without a question.",
                    Level.GETTING_THERE,
                    Independence.WITH_PROMPTS,
                    0,
                ),
                Sight(
                    8,
                    EvidenceSource.WORK_SAMPLE,
                    "Conclusion repeats the table in words.",
                    Level.NOT_YET,
                    Independence.WITH_PROMPTS,
                    1,
                    "Ask: so what for the bees?",
                ),
            ),
        ),
    ),
    promises=(Promise("ask the caretaker about the roof key", 10, 7, done=5),),
    talked=6,
    touched=0,
)
