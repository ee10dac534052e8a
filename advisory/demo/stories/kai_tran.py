"""Kai Tran, grade 12: Cognitive insight, an essay, and a jot to finish."""

from advisory.demo.story import Fact, Goal, Insight, Move, Plan, Pledge, Promise, Sight, Story, Talk, Trial
from advisory.model import FamilyContact
from advisory.model.words import (
    AttemptResult,
    EvidenceSource,
    Facet,
    Independence,
    Kind,
    LearnedHow,
    Level,
    PronounsScope,
    Stage,
    Tone,
)

KAI = Story(
    key="kai",
    student={
        "given_name": "Kai",
        "family_name": "Tran",
        "pronouns": "he/him",
        "pronouns_scope": PronounsScope.ANYWHERE,
        "grade": "12",
        "student_number": "002054",
        "home_language": "Vietnamese",
        "family_contacts": (
            FamilyContact(
                name="Minh Tran", relation="uncle", language="Vietnamese", phone="555-0167", best_time="after 9 pm"
            ),
        ),
    },
    birthday_in=3,
    next_step="Ask him to show the reverse outline in history",
    threads=("the essay on the night market", "the noodle shop weekends", "his film camera"),
    touches=(
        "Dropped two prints on my desk: rain on the market roof.",
        "Said the second paragraph finally has a job.",
        "Reads his sentences aloud now, under his breath.",
    ),
    talks=(
        Talk(
            "Brought four pages and said it is a mess; we looked for the sentence he likes best.",
            "This one. The rest is noise.",
            3,
        ),
        Talk(
            "He told me what the essay is about in one breath; it was not on the page.",
            "I thought they would know that.",
        ),
        Talk("Wrote the pact at the noodle shop table in his head: reader first.", feeling=4, ago=31),
        Talk(
            "Pact review: claims have sentences now. Evidence still comes before the claim.",
            "I save the point for the end.",
            3,
            kind=Kind.PACT_REVIEW,
        ),
        Talk(
            "Tried a reverse outline on his own page; he cut a paragraph without being asked.",
            "It says the same as the third one.",
            5,
        ),
        Talk(
            "Pact review: he named the strategy, and when not to use it.",
            "Only after the first draft, or it kills it.",
            4,
            kind=Kind.PACT_REVIEW,
        ),
    ),
    started=("Asked for ten minutes about the ending.", "Sent a photo of his outline at the bus stop."),
    celebrations=("Read his opening to the group; nobody looked away.",),
    family=("His uncle at the shop says Kai reads to the cook between orders.",),
    family_tone=Tone.CELEBRATE,
    observed=("Crossed out 'things' three times before I came to the table.",),
    jot="says the essay is",
    tags=("essay", "writing", "film"),
    facts=(
        Fact(Facet.INTERESTS, "Film photography, develops at home"),
        Fact(Facet.STRENGTHS, "Notices what others walk past", LearnedHow.OBSERVED),
        Fact(Facet.FAMILY, "Weekends in his uncle's noodle shop"),
        Fact(Facet.HOPES, "Journalism, or a camera and a bus ticket"),
        Fact(Facet.LEARNS_BEST, "He hears it read aloud", LearnedHow.OBSERVED),
        Fact(Facet.TRUSTED_ADULTS, "The art teacher with the darkroom key"),
        Fact(Facet.LANGUAGE, "Vietnamese at home; writes notes in both"),
    ),
    signs=(
        ("listened", "Let him talk about film for the whole period."),
        ("common_ground", "Same camera, ten years apart."),
        ("student_started", "Knocked to show me a contact sheet."),
        ("pact_agreed", "Agreed with a handshake and two signatures."),
        ("a_mine", "Read the draft the same night, as I said."),
        ("stayed_with_it", "Rewrote the opening five times."),
        ("explained_thinking", "Told me why he saves the point for the end."),
        ("misconception_named", "The reader is not in his head: he named it."),
        ("self_corrected", "Moved the claim up before I read it."),
    ),
    moves=(
        Move(41, Stage.ALLIANCE, "He brings drafts unasked, and wants the essay to be read."),
        Move(16, Stage.COGNITIVE_INSIGHT, "We can both see how he builds a paragraph; the pact has evidence."),
    ),
    plans=(
        Plan(
            title="essay that a stranger follows",
            target="I can write an essay that someone who was not there can follow.",
            area="writing",
            why="I want people at the market to be in it, not just mentioned.",
            starting_point="Strong scenes, no claim before the last line.",
            goals=(
                Goal("Every paragraph has a sentence that says why it is there", 15),
                Goal("A reader from another class can retell it", 5),
                Goal("I revise one essay in another class the same way"),
            ),
            theirs=(Pledge("Read one page aloud to somebody each week", "every week", (30, 28, 23, 18, 12, 7, 2)),),
            mine=(Pledge("Read drafts within a day and ask, not correct", "each draft", (30, 24, 12, 5)),),
            confidence=4,
            start=31,
            review=-3,
            evidence=(
                Sight(
                    24,
                    EvidenceSource.WORK_SAMPLE,
                    "Six paragraphs, four with a claim, all at the end.",
                    Level.BEGINNING,
                    Independence.WITH_PROMPTS,
                    0,
                ),
                Sight(
                    15,
                    EvidenceSource.WORK_SAMPLE,
                    "Claims first in five of six.",
                    Level.GETTING_THERE,
                    Independence.CHECKS_AFTER,
                    0,
                ),
                Sight(
                    5,
                    EvidenceSource.PEER,
                    "A reader from another class retold it with the turn in place.",
                    Level.THERE,
                    Independence.ON_OWN,
                    1,
                    "Try it in history.",
                ),
            ),
        ),
    ),
    insights=(
        Insight(
            noticed=20,
            area="writing",
            thinking="Saves the claim for the end, because a film does.",
            misconception="That a reader waits for the point the way a viewer waits for the last shot.",
            builds_on="His eye for a closing image.",
            trials=(
                Trial(
                    "Underline the claim in each paragraph",
                    18,
                    AttemptResult.NO_CHANGE,
                    "underlined, left where it was",
                ),
                Trial("Reverse outline after the first draft", 11, AttemptResult.WORKED, "cut a paragraph himself"),
            ),
            self_corrects=6,
        ),
    ),
    promises=(
        Promise("print his contact sheet in colour", 8, -5),
        Promise("lend the essay collection with the market piece", 24, 19, done=18),
    ),
    talked=0,
    touched=0,
)
