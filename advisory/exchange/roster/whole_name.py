"""Divide whole names, as the column they stand in has them, into given and family names."""

import re
import unicodedata

from advisory.exchange.columns.column_names import FULL_NAME
from advisory.exchange.columns.header import CHINESE_NAME, FRENCH_NAME, LAST_FIRST, WHOLE_NAMES

from .likeness import SUFFIXES

_TWO_WORDS = 2
_LONGEST_INITIALS = 3
"""Somebody may be called MJ; a longer word in capitals before one that isn't is a family name."""
_LONGEST_HAN_NAME = 4
_TWO_CHARACTER_FAMILIES = frozenset(
    [
        "欧阳",
        "歐陽",
        "司马",
        "司馬",
        "上官",
        "诸葛",
        "諸葛",
        "东方",
        "東方",
        "皇甫",
        "尉迟",
        "尉遲",
        "公孙",
        "公孫",
        "慕容",
        "令狐",
        "司徒",
        "夏侯",
        "长孙",
        "長孫",
        "宇文",
        "轩辕",
        "軒轅",
        "端木",
        "独孤",
        "南宫",
        "南宮",
        *("남궁", "황보", "제갈", "사공", "선우", "서문", "독고"),
    ]
)


def split_name(name: str) -> tuple[str, str]:
    """Split a whole name into given and family name; either is "" when it is missing.

    A `Jr.` between commas stays with the family name. Without a comma, what is in capitals is the family name where the
    rest isn't (`QUILLON Tamsin`, `Tamsin Rose DE BOER`); otherwise the first word is the given name.
    """
    family, *others = (part.strip() for part in re.split("[,，、]", name))
    if not others:
        if told := _by_case(name.split()):
            return told
        given, *rest = name.split(maxsplit=1) or [""]
        return given, "".join(rest).strip()
    suffixes = [part for part in others if part.casefold().rstrip(".") in SUFFIXES]
    given = ", ".join(part for part in others if part not in suffixes)
    return given, ", ".join([family, *suffixes])


def divide_names(cells: dict[str, str]) -> str:
    """Make the given and family name of a row out of the columns it has. Returns why it can't be done, or "".

    `cells` is by field. Parts of a family name are joined; a whole name fills in what the row doesn't have by itself.
    """
    column = whole = ""
    for field in WHOLE_NAMES:
        text = cells.pop(field, "").strip()
        if text and not whole:
            column, whole = field, text
    _join_family(cells)
    given, family = cells.get("given_name", "").strip(), cells.get("family_name", "").strip()
    if not whole or (given and family):
        return ""
    if given or family:
        field, known = ("family_name", given) if given else ("given_name", family)
        cells[field] = _rest(whole, known)
        return ""
    cells["given_name"], cells["family_name"], why = _divide(column, whole)
    if not why and "," not in whole and column in {FULL_NAME, FRENCH_NAME}:
        cells["is_guessed"] = "yes"
    return why


def _divide(column: str, whole: str) -> tuple[str, str, str]:
    """The given and the family name, or in place of them why they can't be told apart."""
    if "," in whole or "，" in whole or "、" in whole:
        return *split_name(whole), ""
    if column == LAST_FIRST:
        return whole, "", "no comma between family name and given name"
    words = whole.split()
    if column == CHINESE_NAME and (parts := _han(whole)):
        return *parts, ""
    if column == CHINESE_NAME and len(words) > 1:
        return " ".join(words[1:]), words[0], ""
    if column in {FULL_NAME, FRENCH_NAME}:
        return *split_name(whole), ""
    if len(words) == 1:
        return whole, "", "one word only; write a space between family name and given name"
    if len(words) == _TWO_WORDS:
        return words[1], words[0], ""
    given, family = _by_capitals(words)
    if given and family:
        return given, family, ""
    return whole, "", "where the family name ends can't be told; write a comma after it"


def _join_family(cells: dict[str, str]) -> None:
    """Put `de` and `Boer`, or a first and a second family name, together."""
    before, after = cells.pop("family_prefix", "").strip(), cells.pop("family_second", "").strip()
    if family := cells.get("family_name", "").strip():
        cells["family_name"] = " ".join(filter(None, (before, family, after)))


def _rest(whole: str, known: str) -> str:
    """The rest of a whole name, one part of which is known; all of it if the known part isn't in it."""
    words, part = whole.replace(",", " ").split(), known.split()
    for at in (0, len(words) - len(part)):
        if at >= 0 and [w.casefold() for w in words[at : at + len(part)]] == [w.casefold() for w in part]:
            rest = words[:at] + words[at + len(part) :]
            return " ".join(rest) if rest else whole
    return whole


def _by_case(words: list[str]) -> tuple[str, str] | None:
    """Given and family name where one of them, at one end, is in capitals and the other isn't; None if neither is."""
    if not words or words[0].isupper() == words[-1].isupper():
        return None
    if words[0].isupper():
        given, family = _by_capitals(words)
    else:
        reversed_family, reversed_given = _by_capitals(words[::-1])[::-1]
        given, family = " ".join(reversed_given.split()[::-1]), " ".join(reversed_family.split()[::-1])
    return (given, family) if sum(map(str.isalpha, family)) > _LONGEST_INITIALS else None


def _by_capitals(words: list[str]) -> tuple[str, str]:
    """Given and family name where only the family name, in front, is in capitals."""
    at = next((at for at, word in enumerate(words) if not word.isupper()), len(words))
    return " ".join(words[at:]), " ".join(words[:at])


def _han(name: str) -> tuple[str, str] | None:
    """Given and family name in Chinese or Korean characters: the family name is the first, rarely the first two."""
    if not 1 < len(name) <= _LONGEST_HAN_NAME or not all(
        unicodedata.name(c, "").startswith(("CJK UNIFIED", "HANGUL SYLLABLE")) for c in name
    ):
        return None
    at = 2 if name[:2] in _TWO_CHARACTER_FAMILIES and len(name) > _TWO_WORDS else 1
    return name[at:], name[:at]
