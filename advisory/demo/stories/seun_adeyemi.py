"""Oluwaseun Adeyemi, called Seun, grade 10: Rapport, with a pact that he has agreed to and the advisor has not."""

from advisory.demo.story import Fact, Goal, Plan, Pledge, Promise, Story, Talk
from advisory.model.words import Facet, LearnedHow, Observer, PactStatus, PronounsScope, Tone

SEUN = Story(
    key="seun",
    student={
        "given_name": "Oluwaseun",
        "family_name": "Adeyemi",
        "preferred_name": "Seun",
        "pronounce": "SHEH-oon",
        "pronouns": "he/him",
        "pronouns_scope": PronounsScope.ANYWHERE,
        "grade": "10",
        "student_number": "004138",
        "home_language": "Yoruba, English",
        "birthday": "06-21",
    },
    next_step="Ask which class he would change first",
    threads=("the comic he inks", "his podcast about maps", "the barber apprenticeship"),
    touches=(
        "Page eleven of the comic: the villain has my glasses.",
        "Gave me one earbud; thirty seconds of the new episode.",
        "Fixed the projector, asked for no thanks, got some.",
    ),
    talks=(
        Talk("He interviewed me for the podcast. I should have prepared.", "Last question: why do you teach?", 5),
        Talk("Talked about the difference between inking and tracing; he drew both.", feeling=4),
        Talk(
            "Chemistry: he knows the story of the reaction, and loses the units on the way.",
            "I lose interest at the arrow.",
            3,
        ),
        Talk("He asked what a learning target is for. Told him; he will think about it.", feeling=4),
        Talk(
            "Went through the barber application together; he rewrote one line six times.",
            "It has to sound like a person.",
        ),
    ),
    started=(
        "Waited after the bell to play me the intro.",
        "Asked me to read the application once more.",
        "Showed the half-inked page, white spaces and all.",
    ),
    celebrations=("Two hundred listeners; he brought a cake with 200 on it.",),
    family=("His older brother says Seun edits until midnight; asked about the deadline.",),
    family_tone=Tone.CONCERN,
    observed=("Taught the substitute how to share the screen, kindly.",),
    tags=("podcast", "comic", "chemistry"),
    facts=(
        Fact(Facet.NAME, "Seun, SHEH-oon; the long form is for ceremonies"),
        Fact(Facet.INTERESTS, "Comics and a podcast about old maps"),
        Fact(Facet.STRENGTHS, "Asks the second question", LearnedHow.OBSERVED),
        Fact(Facet.HOPES, "A chair of his own at the barber's"),
        Fact(Facet.SKILLS, "Edits sound"),
    ),
    signs=(
        ("listened", "Twenty minutes, and I asked nothing about school."),
        ("helped", "Read the application when he asked."),
        ("showed_unfinished", "The half-inked page."),
    ),
    plans=(
        Plan(
            title="units to the end",
            target="I can carry the units through to the end of a reaction and say what they count.",
            area="chemistry",
            why="I lose interest at the arrow, and the good part is behind it.",
            starting_point="Tells the story of a reaction; the units are gone after the first line.",
            goals=(
                Goal("Draws one reaction as a page of the comic, units in every panel"),
                Goal("Three reactions in a row with their units"),
            ),
            theirs=(Pledge("One reaction as a strip", "every week"),),
            mine=(Pledge("Ink the units with him before the lab", "every two weeks"),),
            others=(("chemistry teacher", "lets him hand in the strip"),),
            status=PactStatus.PROPOSED,
            yes_of=(Observer.STUDENT,),
            confidence=4,
            start=2,
            review=-8,
        ),
    ),
    promises=(Promise("write two lines for the barber application", 7, 4, done=4),),
    talked=7,
    touched=1,
)
