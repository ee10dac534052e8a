"""Every mark the program draws, and its one meaning. `?` shows them as a legend, and no other file spells one out."""

from typing import NamedTuple

ONE_TO_ONE, CONTACT, ATTEMPT, AWAY, NOTHING = "●", "○", "×", "/", "·"
STAGE_REACHED, STAGE_AHEAD = "▰", "▱"
SIGN_SEEN, SIGN_NEEDED = "▲", "△"
OPEN, DONE, BEGUN, WAIVED = "▢", "✓", "✎", "~"
REVIEW, WAITING = "◷", "!"
FOCAL, BIRTHDAY = "◆", "✿"
KNOWN, KNOWN_EARLIER = "■", "▪"
CELEBRATION, STUDENT_STARTED = "*", "<"
CURSOR, FOLDED, BULLET = "▸", "›", "•"
LEVELS = ("▂", "▃", "▅", "▇")
"""How far the student is with a target, from not yet to there."""
STAGE_FILLS = ("░", "▚", "█")
"""The stages in the chart of the year, which has its own legend."""


class Explanation(NamedTuple):
    """A mark, or an example made of several, with its name and what it means."""

    glyphs: str
    label: str
    sentence: str


LEGEND = (
    Explanation(ONE_TO_ONE, "One-to-one", "You two talked, just the two of you, on that day."),
    Explanation(CONTACT, "Contact", "Contact on that day, but no one-to-one."),
    Explanation(ATTEMPT, "Attempt", "You tried on that day and did not reach the student."),
    Explanation(AWAY, "Not here", "The student was not here on that day."),
    Explanation(NOTHING, "Nothing", "Nothing on that day, in that week, or known of that area yet."),
    Explanation(
        STAGE_REACHED + STAGE_AHEAD * 2, "Stage", "How far the partnership has come: the first of three stages."
    ),
    Explanation(SIGN_SEEN * 2 + SIGN_NEEDED, "Signs", "Signs seen, and those the next stage still needs."),
    Explanation(
        OPEN,
        "Open",
        "A promise to keep, a line of the pact not met yet, a milestone to do, or something still to set up.",
    ),
    Explanation(
        DONE, "Done", "A line met, a commitment kept, a milestone ready, a sign noted before, or something set up."
    ),
    Explanation(BEGUN, "Begun", "Something begun: a draft, a note to finish, or a milestone under way."),
    Explanation(WAIVED, "Waived", "A milestone that this student does not need."),
    Explanation(REVIEW, "Review", "A review of the pact: its day, or that it is due."),
    Explanation(WAITING, "Waiting", "It waits for you: a one-to-one well past its time, or a promise that is due."),
    Explanation(FOCAL, "Focal", "A student you chose to see more often."),
    Explanation(BIRTHDAY, "Birthday", "A birthday within a week."),
    Explanation(KNOWN, "Known", "Something learned in that area this school year."),
    Explanation(KNOWN_EARLIER, "Known before", "Something learned in an earlier year; ask again."),
    Explanation(CELEBRATION, "Celebration", "A note of something to celebrate."),
    Explanation(STUDENT_STARTED, "Student began", "The student started it."),
    Explanation("".join(LEVELS), "Progress", "How far with the target, oldest first: the taller, the further."),
    Explanation(CURSOR, "Highlighted", "What the keys act on now."),
    Explanation(FOLDED, "More", "There is more here that does not show."),
    Explanation(BULLET, "Listed", "A commitment of the pact, something you tried, or a talk planned."),
)
"""In the order of the help."""
