"""The tags in use, however each was spelled: `#Lab` and `#lab` are one tag, called as most notes have it."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from advisory.model import Tag
from advisory.rules.capture.mark import as_tag, mark_of
from advisory.rules.names.finding import fold
from advisory.rules.refusal import Refusal

_SHOWN = 40


class TagUse(msgspec.Struct, frozen=True):
    """One tag: its name, how many notes have it, and the day of the newest, in ISO format; "" if none has it."""

    name: str
    count: int
    last_on: str = ""
    hidden: bool = False

    @property
    def key(self) -> str:
        """What distinguishes this tag from others."""
        return tag_key(self.name)


def tag_key(name: str) -> str:
    """What distinguishes a tag from others: its name without accents, in lower case."""
    return fold(name) or name


def list_tags(noted: Iterable[tuple[str, Sequence[str]]], decided: Iterable[Tag]) -> list[TagUse]:
    """All tags by name, given the day and the tags of each note from old to new, and what was decided about tags."""
    spelled: dict[str, Counter[str]] = {}
    count: Counter[str] = Counter()
    last: dict[str, str] = {}
    for day, names in noted:
        for key in {tag_key(name) for name in names}:
            count[key] += 1
            last[key] = day
        for name in names:
            spelled.setdefault(tag_key(name), Counter())[name] += 1
    hidden = {tag_key(tag.name): tag.name for tag in decided if tag.hidden}
    tags = [
        TagUse(max(names, key=lambda name: (names[name], name)), count[key], last[key], key in hidden)
        for key, names in spelled.items()
    ]
    unused = [TagUse(name, 0, hidden=True) for key, name in hidden.items() if key not in spelled]
    return sorted([*tags, *unused], key=lambda tag: (tag.key, tag.name))


def find_tag(name: str, tags: Iterable[TagUse]) -> TagUse | None:
    """The tag with this name, in whatever case, with or without #; None if there is none."""
    key = tag_key(name.strip().removeprefix("#"))
    return next((tag for tag in tags if tag.key == key), None)


def read_tag(text: str) -> str:
    """The tag in what was typed for one. Refuses what a note could not be tagged with."""
    name = text.strip().removeprefix("#")
    if not name:
        raise Refusal("What should the tag be called? Type a word.")
    if len(name.split()) > 1 or mark_of(f"#{name}") != "#" or as_tag(f"#{name}") != name:
        shown = name if len(name) <= _SHOWN else f"{name[: _SHOWN - 1]}…"
        raise Refusal(f"“{shown}” can't be a tag: type one word that begins with a letter, such as lab or group-work.")
    return name


def with_tag_renamed(names: Sequence[str], key: str, name: str) -> tuple[str, ...]:
    """The tags of a note after the tag with this key is called otherwise: once, although it had the other tag too."""
    joined = {key, tag_key(name)}
    first = next((at for at, one in enumerate(names) if tag_key(one) in joined), -1)
    renamed = (
        name if at == first else one for at, one in enumerate(names) if at == first or tag_key(one) not in joined
    )
    return tuple(renamed)


def tags_beginning(begun: str, tags: Iterable[TagUse]) -> list[str]:
    """The names of the tags that begin like this, those of most notes first; hidden ones are not offered."""
    key = fold(begun)
    fitting = [tag for tag in tags if not tag.hidden and tag.key.startswith(key)]
    return [tag.name for tag in sorted(fitting, key=lambda tag: (-tag.count, tag.key))]


def complete_tag(line: str, cursor: int, tags: Sequence[TagUse], *, bare: bool = False) -> list[str]:
    """For a line and a cursor in or right after a tag: the line with each tag that could be meant.

    None elsewhere, and none after a tag that exists as it stands. `bare`: each word is a tag, with or without #.
    """
    start, end = word_at(line, cursor)
    word = line[start:cursor]
    if not (word.startswith("#") or (bare and word)) or tag_key(line[start:end].removeprefix("#")) in _keys(tags):
        return []
    sign = "#" if word.startswith("#") else ""
    return [f"{line[:start]}{sign}{name}{line[end:]}" for name in tags_beginning(word.removeprefix("#"), tags)]


def word_at(line: str, cursor: int) -> tuple[int, int]:
    """Where the word begins and ends that the cursor is in or right after."""
    start = end = cursor
    while start and not line[start - 1].isspace():
        start -= 1
    while end < len(line) and not line[end].isspace():
        end += 1
    return start, end


def _keys(tags: Iterable[TagUse]) -> set[str]:
    return {tag.key for tag in tags}
