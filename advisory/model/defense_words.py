"""The enumerations of the defense season. The key is stored in files; the label is shown to people."""

from .words import Word


class DefenseType(Word):
    """What the student prepares: each is a talk of their own about their growth, before people who ask."""

    DEFENSE = "defense"
    BENCHMARK = "benchmark", "benchmark defense"
    EXHIBITION = "exhibition"
    STUDENT_LED_CONFERENCE = "student_led_conference", "student-led conference"


class MilestoneStatus(Word):
    """Where one milestone on the way to the day stands."""

    TO_DO = "to_do"
    DOING = "doing"
    READY = "ready"
    WAIVED = "waived"


class Reflection(Word):
    """How far the student's reflection on an artifact is written."""

    NONE = "none", "no reflection yet"
    DRAFT = "draft", "reflection drafted"
    DONE = "done", "reflection done"


class DefenseOutcome(Word):
    """How a defense ended. `defend_again` is one more turn with a plan of its own."""

    PASSED = "passed"
    DEFEND_AGAIN = "defend_again"
    POSTPONED = "postponed"
