"""A group check-in while it is filled in, and its form as a draft."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Self

from advisory.model.words import Kind
from advisory.rules.check_in.contact import GROUP_KIND
from advisory.tui.widgets.lists.ticks import Tick

_LINE = "line-"
"""In a draft, the field for the line about a student has this prefix, followed by the student's id."""


class GroupEntry(NamedTuple):
    """A text about everybody ticked, `lines` about single students, by id, and what the group talked about."""

    text: str
    kind: Kind
    ticked: frozenset[str]
    lines: Mapping[str, str]
    topic: str = ""

    @classmethod
    def begun(cls, ticks: Sequence[Tick]) -> Self:
        """An empty entry with everybody ticked who is here."""
        return cls("", GROUP_KIND, frozenset(tick.key for tick in ticks if tick.is_here), {})

    @classmethod
    def drafted(cls, fields: Mapping[str, str], ticks: Sequence[Tick]) -> Self:
        """The entry in a draft. Students who joined the caseload since then are ticked if they are here."""
        if not fields:
            return cls.begun(ticks)
        ticked, unticked = (frozenset(fields.get(name, "").split()) for name in ("ticked", "unticked"))
        kind = next((kind for kind in Kind if kind.value == fields.get("kind")), GROUP_KIND)
        return cls(
            fields.get("text", ""),
            kind,
            frozenset(tick.key for tick in ticks if tick.key in ticked or (tick.is_here and tick.key not in unticked)),
            {key: fields[_LINE + key] for key in with_words(fields)},
            fields.get("topic", ""),
        )

    def fields(self, ticks: Sequence[Tick]) -> dict[str, str]:
        """The entry as a draft; empty if nothing was changed, so that there is nothing to save."""
        if self == self.begun(ticks):
            return {}
        unticked = [tick.key for tick in ticks if tick.key not in self.ticked]
        return {
            "text": self.text,
            "kind": self.kind.value,
            "ticked": " ".join(sorted(self.ticked)),
            "unticked": " ".join(unticked),
            **({"topic": self.topic} if self.topic else {}),
            **{_LINE + key: words for key, words in self.lines.items()},
        }


def with_words(fields: Mapping[str, str]) -> list[str]:
    """The ids of the students that a draft has a line about."""
    return [name.removeprefix(_LINE) for name in fields if name.startswith(_LINE)]
