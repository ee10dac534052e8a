"""Build the notes for the next advisor: two that were written last spring, when the students came to this one."""

from collections.abc import Iterator
from typing import Any

from advisory.model import TransitionNote

from .entry import Entry, entry
from .timeline import Timeline

_MINUTE = 24
_NOTES: dict[str, dict[str, Any]] = {
    "maya": {
        "strengths": "Builds before she explains, and then explains it well. Notices who is left out of a group.",
        "connecting": "Ask about what she is building. Sit beside her, not across; five minutes at lunch open more than a talk in class.",
        "peers": "Robotics club and choir know two different people. Both are her.",
        "community": "Her aunt's church choir, Sundays.",
        "family": "Her aunt is the one to call, after six. Likes to hear what went well first.",
        "supports": "Graph paper. Time to draw it before she says it.",
        "go_on_with": "Keep the drawings in math; let her teach one to somebody.",
    },
    "kai": {
        "strengths": "Says what he doesn't know out loud. Patient with younger students.",
        "connecting": "A walk to the gym and back. He talks when he moves.",
        "family": "His uncle translates; plan twice the time.",
        "supports": "One task a page.",
        "go_on_with": "He has begun to name the step that goes wrong. Wait for it.",
    },
}
"""Story → what its note says."""


def transition_notes(timeline: Timeline) -> Iterator[Entry]:
    """The notes, as they were handed over on the first day."""
    for key, words in _NOTES.items():
        at = timeline.first(_MINUTE)
        yield entry(TransitionNote, f"{key}.transition", at, student=key, written_on=timeline.first_day, **words)
