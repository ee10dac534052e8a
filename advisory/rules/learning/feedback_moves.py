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
        "Connect as two people before you bring up the work.",
        "How did your brother's game go on Saturday?",
    ),
    FeedbackMove(
        "believe",
        "Say why, and why you believe in them",
        "Say what this talk is for, and what you have seen that makes you sure.",
        "I'm bringing this up because I saw you fix the graph on your own.",
    ),
    FeedbackMove(
        "difficulty",
        "Name the difficulty, side by side",
        "The hard part is in the task: put it on the table and work it out together.",
        "This is a hard step. Where does it stop making sense?",
        ("difficulty",),
    ),
    FeedbackMove(
        "feedback",
        "Say exactly what you see",
        "Against the target: what is there, what isn't yet. No more than they can use.",
        "Your first claim has its evidence. The second still stands alone.",
        ("saw",),
    ),
    FeedbackMove(
        "room",
        "Leave room",
        "Stay quiet longer than feels easy. Whatever they say is welcome.",
        "How does that sound to you?",
        ("student_says",),
    ),
    FeedbackMove(
        "next",
        "Next actions, in writing",
        "One or two, small enough to start this week.",
        "What will each of us do first?",
        ("next_action", "whose"),
    ),
    FeedbackMove(
        "say_back",
        "They say it back",
        "In their own words, so you both leave with the same plan.",
        "Tell me how you'll do it, so I know I was clear.",
        ("student_says",),
    ),
    FeedbackMove(
        "encourage",
        "Encourage",
        "Name what they just did, and that the next step is theirs.",
        "You stayed with it when it got uncomfortable. That's how you grow.",
    ),
    FeedbackMove(
        "date",
        "Set the day",
        "Pick the next review, and keep it like a promise.",
        "Should we go over it together on Friday?",
        ("again_on",),
    ),
)
