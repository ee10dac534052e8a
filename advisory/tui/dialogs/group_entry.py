"""What a group entry's dialog holds, and how it is kept as a draft."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Self

from advisory.model.words import Kind
from advisory.rules.check_in.contact import GROUP_KIND
from advisory.tui.widgets.lists.ticks import Tick

_LINE = "line-"
"""In a draft: the field of a student's own words is this and the student's id."""


class GroupEntry(NamedTuple):
    """One text for all who are ticked. `lines` are words about one student, by id."""

    text: str
    kind: Kind
    ticked: frozenset[str]
    lines: Mapping[str, str]

    @classmethod
    def begun(cls, ticks: Sequence[Tick]) -> Self:
        """Nothing said yet, and all who are here ticked."""
        return cls("", GROUP_KIND, frozenset(tick.key for tick in ticks if tick.is_here), {})

    @classmethod
    def drafted(cls, fields: Mapping[str, str], ticks: Sequence[Tick]) -> Self:
        """What a draft holds; who came into the caseload since is ticked if they are here."""
        if not fields:
            return cls.begun(ticks)
        ticked, unticked = (frozenset(fields.get(name, "").split()) for name in ("ticked", "unticked"))
        kind = next((kind for kind in Kind if kind.value == fields.get("kind")), GROUP_KIND)
        return cls(
            fields.get("text", ""),
            kind,
            frozenset(tick.key for tick in ticks if tick.key in ticked or (tick.is_here and tick.key not in unticked)),
            {key: fields[_LINE + key] for key in with_words(fields)},
        )

    def fields(self, ticks: Sequence[Tick]) -> dict[str, str]:
        """The same as a draft; empty when it is as it was begun, so that there is nothing to keep."""
        if self == self.begun(ticks):
            return {}
        unticked = [tick.key for tick in ticks if tick.key not in self.ticked]
        return {
            "text": self.text,
            "kind": self.kind.value,
            "ticked": " ".join(sorted(self.ticked)),
            "unticked": " ".join(unticked),
            **{_LINE + key: words for key, words in self.lines.items()},
        }


def with_words(fields: Mapping[str, str]) -> list[str]:
    """The ids of those about whom a draft has words of their own."""
    return [name.removeprefix(_LINE) for name in fields if name.startswith(_LINE)]
