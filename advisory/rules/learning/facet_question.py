"""Questions to ask a student about each facet, all of them this program's own, and the facet's name in a sentence."""

from typing import NamedTuple

from advisory.model.words import Facet


class Side(NamedTuple):
    """The texts for one facet. `about` ends a sentence such as “I know least about …”; begin with the first question."""

    about: str
    questions: tuple[str, ...]


SIDES: dict[Facet, Side] = {
    Facet.INTERESTS: Side(
        "interests",
        ("What would you do with a free Saturday?", "What could you talk about for an hour without notes?"),
    ),
    Facet.STRENGTHS: Side(
        "strengths",
        ("What do people come to you for?", "When did you last surprise yourself?"),
    ),
    Facet.SKILLS: Side(
        "skills",
        ("What have you taught yourself to do?", "What could you show me how to do?"),
    ),
    Facet.KNOWLEDGE: Side(
        "knowledge",
        ("What do you know that no class taught you?", "What do others ask you to explain?"),
    ),
    Facet.LANGUAGE: Side(
        "languages",
        ("Which language do you count in, and which do you joke in?", "When do you switch from one to the other?"),
    ),
    Facet.FAMILY: Side(
        "families",
        ("Who should I call when something goes well?", "What does your family wish school knew about you?"),
    ),
    Facet.PEERS: Side(
        "their peers",
        ("Who do you like to work with, and why?", "Who here makes you laugh?"),
    ),
    Facet.NAME: Side(
        "their names",
        (
            "How do you say your name?",
            "Is there a story behind your name?",
            "What should I call you at home and here?",
        ),
    ),
    Facet.HOPES: Side(
        "hopes",
        ("What would you like to be different by June?", "What would you try if you knew it would work?"),
    ),
    Facet.LEARNS_BEST: Side(
        "how they learn best",
        ("Think of something you learned well: how did it go?", "What helps you think, and what gets in the way?"),
    ),
    Facet.STRESS: Side(
        "what weighs on them",
        ("What makes a day here heavy?", "How would I notice, and what would help?"),
    ),
    Facet.TRUSTED_ADULTS: Side(
        "the adults they trust",
        ("Which adult here would you go to first?", "What did they do that made you trust them?"),
    ),
}
"""Every facet, in the order of Facet."""
