"""What is shown before something leaves the program: the lines that go, what stays here and why, and the names in them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from advisory.model import Record

from .reason import Instead, Reason
from .texts import texts_of


class Going(NamedTuple):
    """A line that goes. `rows` are the ids of the records it rests on; by its `key` it can be left out.

    What was included on purpose is known by one of its rows, or by its key where it is no record of its own.

    `note` says quietly what a sentence rests on.
    """

    key: str
    text: str
    rows: tuple[str, ...] = ()
    note: str = ""

    def which_of(self, ids: Collection[str]) -> frozenset[str]:
        """Which of these ids, of records or of the line's own key, are in this line."""
        return frozenset(ids) & {*self.rows, self.key}


class Part(NamedTuple):
    """A heading and its lines; "" is no heading."""

    heading: str
    lines: Sequence[Going]


class Kept(NamedTuple):
    """A record, or a part of one, that stays here unless it is included, what it is called, and why it stays."""

    record: Record
    called: str
    """Whose it is, its kind and its day; none of its words, if they are private."""
    reason: Reason
    key: str = ""
    """Of a part of a record, such as a member of a panel; "" of a whole one."""

    @property
    def id(self) -> str:
        """The id by which it is included."""
        return self.key or self.record.id

    @property
    def words(self) -> str:
        """Its first words; "" of a part, and of a sensitive one, whose words are shown once it is included."""
        return "" if self.key or self.reason is Reason.SENSITIVE else next(texts_of(self.record), "")

    def line(self, words: str) -> str:
        """What it is called, then its words as far as they may be shown where it is listed."""
        return f"{self.called}: {words}" if words and words not in self.called else self.called


class Choice(NamedTuple):
    """What the advisor decided: which private records are included, which lines are left out, what stands for a name."""

    included: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    instead: Instead = Instead.STAND_IN

    def next_instead(self) -> "Choice":
        """The same choice with the next way to cover a name; after the last comes the first."""
        ways = list(Instead)
        return self._replace(instead=ways[(ways.index(self.instead) + 1) % len(ways)])


class Preview(NamedTuple):
    """All that is shown before it leaves."""

    parts: Sequence[Part]
    stays: Mapping[str, int] = MappingProxyType({})
    """Why something stays, in words → how many records."""
    kept: Sequence[Kept] = ()
    names: Sequence[str] = ()
    """The names of other students as they stood in the texts, each once."""
    words: Sequence[str] = ()
    """Words in lower case that stay, and may be names all the same."""
    instead: str = ""
    """What stands for them, in words."""
    leaves_out: bool = False
    """Whether texts with such a name stay away."""
    covered: frozenset[str] = frozenset()
    """The keys of the lines in which a name is covered."""
    notes: Sequence[str] = ()
    """What else there is to know, such as where the pronouns may be used."""

    @property
    def summary(self) -> str:
        """What stays and which names are covered, in a sentence each."""
        return " ".join((self.stay_words, self.name_words, *self.notes))

    @property
    def stay_words(self) -> str:
        """What stays: `12 private check-ins, 1 pact not agreed to yet left out`."""
        stays = ", ".join(f"{count:,} {why}" for why, count in self.stays.items())
        return f"{stays} left out." if stays else "Nothing is left out."

    @property
    def name_words(self) -> str:
        """Who is named: `Other students named: Jordan, Kai; “another student” stands there instead`."""
        if self.names:
            named = f"Other students named: {', '.join(self.names)}; {self.instead}."
        else:
            named = "Texts that name another student are left out." if self.leaves_out else "No other student is named."
        return f"{named} {self.word_question}".rstrip()

    @property
    def word_question(self) -> str:
        """What to ask about words that stay: `Also a student's name, and stays as a word: hope.`; "" without any."""
        if not self.words:
            return ""
        them = "it is" if len(self.words) == 1 else "one is"
        return f"Also a student's name, but read as a word, so it stays: {', '.join(self.words)}. If {them} the name, leave its line out."


def rows_of(parts: Iterable[Part], left_out: Collection[str] = ()) -> frozenset[str]:
    """The ids of the records that the lines rest on, without the lines left out."""
    return frozenset(row for part in parts for line in part.lines if line.key not in left_out for row in line.rows)
