"""The nine moves of a feedback conversation, in order.

The sequence follows Hammond, Culturally Responsive Teaching and the Brain (2015), ch. 6; the words are this program's
own.
"""

import msgspec


class FeedbackMove(msgspec.Struct, frozen=True):
    """One move: its name, its purpose, and a way to begin it.

    `writes` names the fields of the feedback form filled in at this move; empty where the two only talk.
    """

    key: str
    label: str
    purpose: str
    opener: str
    writes: tuple[str, ...] = ()


FEEDBACK_MOVES: tuple[FeedbackMove, ...] = (
    FeedbackMove(
        "reconnect",
        "Reconnect",
        "Be two people first, before the work comes up.",
        "How did it go on Saturday, with your brother's game?",
    ),
    FeedbackMove(
        "believe",
        "Say why, and why you believe in them",
        "What this talk is for, and what you have seen that makes you sure.",
        "I bring this up because I saw you put the graph right by yourself.",
    ),
    FeedbackMove(
        "difficulty",
        "Name the difficulty, side by side",
        "The hard part lies in the task: put it on the table and look together.",
        "This step is a hard one. Where does it stop making sense?",
        ("difficulty",),
    ),
    FeedbackMove(
        "feedback",
        "Say exactly what you see",
        "Against the target: what is there, what is not yet. No more than they can use.",
        "Your first claim has its evidence. The second still stands alone.",
        ("saw",),
    ),
    FeedbackMove(
        "room",
        "Leave room",
        "Be quiet for longer than feels easy. Whatever comes is welcome.",
        "How is that to hear?",
        ("student_says",),
    ),
    FeedbackMove(
        "next",
        "Next actions, in writing",
        "One or two, small enough to begin this week.",
        "What does each of us do first?",
        ("next_action", "whose"),
    ),
    FeedbackMove(
        "say_back",
        "They say it back",
        "In their own words, so that you both leave with the same thing.",
        "Tell me how you will go about it, so that I know I was clear.",
        ("student_says",),
    ),
    FeedbackMove(
        "encourage",
        "Encourage",
        "Name what they just did, and that the next step is theirs.",
        "You stayed with it when it got uncomfortable. That is how it grows.",
    ),
    FeedbackMove(
        "date",
        "Set the day",
        "When you two look again, kept like a promise.",
        "Shall we look at it together on Friday?",
        ("again_on",),
    ),
)
