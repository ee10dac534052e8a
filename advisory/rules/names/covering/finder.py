"""Finds the names of one student's fellow students in a text: which words name whom, and how sure that is."""

import re
from collections.abc import Iterator

from advisory.rules.names.ending import inflected
from advisory.rules.names.name_keys import exactly
from advisory.rules.names.reading.as_one import is_one, is_spread
from advisory.rules.names.reading.ordinary_word import ORDINARY
from advisory.rules.names.reading.reading import Sureness, sureness
from advisory.rules.names.uncovered import NOBODY, Ids, in_lower_case
from advisory.rules.names.word import Word, are_joined

from .known_names import KnownNames, Naming
from .otherwise import Otherwise
from .shortened import is_initial, named_by_beginning, named_by_letter

_LONGEST = 6
"""The most words that are looked up as one name."""
_LOGIN = 6
"""The letters from which on a family name with a first letter is no other word."""
_AND = re.compile("(?<=..)(?:and|und|et)(?=..)")
"""What stands between two names that are written as one: `GRACEANDDREW`."""
_CUT = 3
"""The letters of a name that is always looked for as one word."""


class Finder:
    """The names of all students but the reader, ready to be looked for in texts."""

    def __init__(self, known: KnownNames) -> None:
        self._known, self._otherwise = known, Otherwise(known)

    def name(self, words: list[Word], text: str) -> list[Naming | None]:
        """Whom each word of a text names; None for a word that names nobody."""
        named: list[Naming | None] = [None] * len(words)
        self._name_joined(words, named, text)
        for at in range(len(words)):
            if named[at] is None:
                named[at] = self._of_one(words, at, text)
        for at in range(len(words)):
            self._name_cut(words, named, at, text)
        self._extend(words, named, text)
        return named

    def inside(self, text: str) -> Iterator[tuple[int, int, Naming]]:
        """Names in scripts without spaces, wherever they stand."""
        known = self._known
        for start, end, name in known.every.inside_names.find(text, known.own.inside, known.inside.__contains__):
            naming = Naming(known.inside[name], name, len(name) == 1 and name.isalnum())
            if not known.is_uncovered(naming):
                yield start, end, naming

    # --- several words as one name --------------------------------------------------------------------------------

    def _name_joined(self, words: list[Word], named: list[Naming | None], text: str) -> None:
        """Name the words that together are one name, the longest first."""
        found: list[tuple[int, int, Naming]] = []
        has_scripts = self._otherwise.has_scripts
        for at in range(len(words)):
            whole = words[at].key
            for end in range(at + 1, len(words)):
                is_spelled_out = len(whole) == end - at
                if end - at >= _LONGEST and not is_spelled_out:
                    break
                if not are_joined(words[end - 1], words[end], text):
                    break
                whole += words[end].key
                if not self._known.may_begin(whole) and not (has_scripts and self._otherwise.may_begin(whole)):
                    break
                if naming := self._of_several(words[at : end + 1], whole, text):
                    found.append((end - at, at, naming))
        for more, at, naming in sorted(found, key=lambda one: (-one[0], one[1])):
            places = range(at, at + more + 1)
            if all(named[place] is None for place in places):
                for place in places:
                    named[place] = naming

    def _of_several(self, words: list[Word], whole: str, text: str) -> Naming | None:
        if whole in self._known.own.joined or (whole in self._known.own.words and is_one(words, text)):
            return Naming(NOBODY, whole, is_doubtful=False)
        if whole in self._known.joined:
            return self._known.sure(self._known.joined[whole], whole)
        if whole in self._known.words and is_one(words, text):
            return self._known.sure(self._known.words[whole], whole)
        if whole in self._known.words and is_spread(words):
            return self._known.doubtful(self._known.words[whole], whole)
        if (
            len(words[-1].key) > 1
            and (heard := self._otherwise.heard(whole))
            and (is_one(words, text) or is_spread(words))
        ):
            return self._known.doubtful(heard, whole)
        if not words[-1].is_capital and not words[0].is_capital:
            return None
        whole_word = words[0]._replace(end=words[-1].end, key=whole)
        for name, _ending in inflected(whole_word):
            if len(name) <= len(whole) - len(words[-1].key):
                break
            if whose := self._of_whole(name, is_one=is_one(words, text)):
                return self._known.sure(whose, name)
        return None

    def _of_whole(self, name: str, *, is_one: bool) -> Ids:
        """Whose name several words are, before an ending: `AnneMaries`; as one word of a name only if they are meant as one: `McDonalds`."""
        known = self._known
        if name in known.joined and name not in known.own.joined:
            return known.joined[name]
        is_theirs = is_one and name in known.words and name not in known.own.words
        return known.words[name] if is_theirs else NOBODY

    # --- one word -------------------------------------------------------------------------------------------------

    def _of_one(self, words: list[Word], at: int, text: str) -> Naming | None:
        """Whom a word names by itself."""
        word = words[at]
        if word.key in self._known.own.words or (word.key in self._known.own.joined and len(word.key) > 1):
            form = exactly(word.text)
            namesake = self._known.doubtful(self._known.namesakes(form), form)
            return namesake or Naming(NOBODY, word.key, is_doubtful=False)
        is_nobody = self._otherwise.is_nobody(word.key)
        is_entered = is_nobody or word.key in self._known.words or word.key in self._known.joined
        if not is_entered and self._otherwise.is_own(word):
            return Naming(NOBODY, word.key, is_doubtful=False)
        may_be = not word.has_case or self._known.may_begin(word.key)
        for name, ending, whose in self._candidates(word, text) if may_be else ():
            sure = sureness(words, at, text, name=name, ending=ending)
            key = in_lower_case(name) if sure in {Sureness.PLAIN, Sureness.WORD} else name
            naming = Naming(whose, key, sure is not Sureness.SURE)
            naming = naming._replace(is_word=sure is Sureness.PLAIN and not self._known.is_ticked(naming))
            if sure:
                return None if self._known.is_uncovered(naming) else naming
        return (
            (None if is_nobody else self._otherwise.named(words, at, text))
            or named_by_letter(self._known, words, at, text)
            or named_by_beginning(self._known, words, at, text)
        )

    def _candidates(self, word: Word, text: str) -> Iterator[tuple[str, str, Ids]]:
        """The names that a word may be, the ending after each, and whose they are; none after the reader's own name."""
        key = word.key
        if key in self._known.words:
            yield key, "", self._known.words[key]
            return  # an ordinary word is no form of another name either
        if key in self._known.joined and (word.is_capital or not _CUT < len(key) <= _LONGEST):
            yield key, "", self._known.joined[key]
        if key in self._known.handles and self._is_login(word, text):
            yield key, "", self._known.handles[key]
        if both := _both_named(key, self._known):
            yield key, "", both
        for name, ending in inflected(word):
            for table, own in (
                (self._known.words, self._known.own.words),
                (self._known.joined, self._known.own.joined),
                (self._known.stems, self._known.own.stems),
            ):
                if len(name) < _CUT and ending != "s" and table is not self._known.stems:
                    continue  # `May` is no form of Ma, but `Oli` is one of Ola
                if name in table:
                    yield name, ending, table[name]
                elif name in own:
                    return

    def _is_login(self, word: Word, text: str) -> bool:
        """Whether a name with a first letter is a login here: beside a sign, or where it is hardly another word."""
        if text[word.start - 1 : word.start] in {"@", "#"} or text[word.end : word.end + 1] == "@":
            return True
        key, families = word.key, self._known.families
        whose = self._known.handles[key]
        if word.is_capital and whose & families.of(key[1:]):
            return True
        names = {key[1:], key[:-1]} - ORDINARY if len(key) >= _LOGIN else ()
        return any(whose & families.of(name) for name in names)

    # --- words beside a name --------------------------------------------------------------------------------------

    def _name_cut(self, words: list[Word], named: list[Naming | None], at: int, text: str) -> None:
        """Name the two words of `Noah Lin.`: a student's first name and the beginning of the family name."""
        if not at or not are_joined(words[at - 1], words[at], text):
            return
        first, second = words[at - 1], words[at]
        now = named[at]
        if len(second.key) == 1 and not is_initial(second, text):
            return
        if not (first.is_capital and second.is_capital) or (now is not None and not now.whose):
            return
        called = self._known.firsts.of(first.key) | self._otherwise.called(first.key)
        whose = called & self._known.family_starts.of(second.key)
        if whose and (naming := self._known.sure(whose, f"{first.key} {second.key}")).whose:
            named[at - 1] = named[at] = naming

    def _extend(self, words: list[Word], named: list[Naming | None], text: str) -> None:
        """Let a name take in the words beside it that are parts of the same student's names: `de la`, a first letter."""
        for step, places in ((-1, reversed(range(len(words)))), (1, range(len(words)))):
            for at in places:
                beside, naming = at + step, named[at]
                if naming is None or not naming.whose or not 0 <= beside < len(words):
                    continue
                one, two = sorted((at, beside))
                there = named[beside]
                if (there is not None and there.whose) or not are_joined(words[one], words[two], text):
                    continue
                whose = naming.whose & self._known.parts.of(words[beside].key)
                if whose and (len(words[beside].key) > 1 or is_initial(words[beside], text)):
                    named[beside] = Naming(whose, naming.key, naming.is_doubtful)


def _both_named(key: str, known: KnownNames) -> Ids:
    """Whom a word names that is two names with `and` between them."""
    for found in _AND.finditer(key):
        pair = key[: found.start()], key[found.end() :]
        if all(name in known.words or name in known.own.words for name in pair):
            return frozenset(one for name in pair for one in known.words.get(name, ()))
    return NOBODY
