"""Caleb Whitehorse, grade 9: a recent Alliance whose pact is still a draft."""

from advisory.demo.story import Fact, Goal, Move, Plan, Pledge, Promise, Story, Talk
from advisory.model.words import Facet, LearnedHow, PactStatus, PronounsScope, Stage, Tone

CALEB = Story(
    key="caleb",
    student={
        "given_name": "Caleb",
        "family_name": "Whitehorse",
        "pronouns": "he/him",
        "pronouns_scope": PronounsScope.ANYWHERE,
        "grade": "9",
        "student_number": "005202",
        "home_language": "Navajo, English",
        "birthday": "05-19",
    },
    next_step="Finish the draft pact together, his words first",
    threads=("the running team", "the star stories his grandfather tells", "the sheep at his uncle's"),
    touches=(
        "Eight kilometres before school; he offered me the ninth.",
        "Pointed out a planet over the gym at dusk.",
        "A lamb has his name now, he is not sure about it.",
    ),
    talks=(
        Talk("He told me which stories are for winter only. I wrote nothing down.", "Ask me again when it snows.", 4),
        Talk("Ran one lap with him, talked for two. I was out of breath.", feeling=4),
        Talk("Science: he knows the sky and not yet the words the test uses.", "We have other names for those.", 3),
        Talk("We put both names on the star chart, his first.", feeling=5),
        Talk("He said what he wants: to explain it in both ways.", "So my grandfather and the teacher both nod."),
        Talk("First draft of a pact. He took it home to think.", feeling=4),
    ),
    started=("Came to say it snowed on the mountain.", "Asked for a second copy of the star chart."),
    celebrations=("Third in the county race.",),
    family=("His grandfather sent word: the star chart hangs in the kitchen.",),
    family_tone=Tone.CELEBRATE,
    observed=("Corrected the chart on the wall, in pencil, and signed it.",),
    tags=("running", "stars"),
    facts=(
        Fact(Facet.KNOWLEDGE, "Knows the winter sky from his grandfather"),
        Fact(Facet.INTERESTS, "Distance running"),
        Fact(Facet.FAMILY, "Weekends with the sheep at his uncle's"),
        Fact(Facet.LEARNS_BEST, "He may walk while he talks", LearnedHow.OBSERVED),
        Fact(Facet.LANGUAGE, "Navajo with his grandfather"),
    ),
    signs=(
        ("learned_norm", "Some stories wait for winter."),
        ("other_setting", "One lap on the track."),
        ("student_started", "Came in with the snow."),
        ("said_why", "So that both of them nod."),
    ),
    moves=(Move(12, Stage.ALLIANCE, "He said in his own words what he wants to learn, and why."),),
    plans=(
        Plan(
            title="two names for a star",
            target="I can explain the seasons of the sky in two ways, my grandfather's and the textbook's.",
            area="science",
            why="So my grandfather and the teacher both nod.",
            goals=(Goal("Explains one constellation both ways"),),
            theirs=(Pledge("Ask my grandfather one question a week", "every week"),),
            mine=(),
            status=PactStatus.DRAFT,
            start=5,
        ),
    ),
    promises=(Promise("copy the star chart", 6, 5, done=5), Promise("find a telescope for one evening", 5, -8)),
    talked=5,
    touched=2,
)
