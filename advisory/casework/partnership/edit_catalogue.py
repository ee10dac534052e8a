"""Add a sign to the catalogue, reword one, hide one or offer it again: a key that was used is never lost."""

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.model import CatalogueSign, Indicator
from advisory.model.partnership import LONGEST_KEY
from advisory.model.words import Stage
from advisory.rules.names.finding import fold
from advisory.rules.partnership.signs import Catalogue, Sign, catalogue_of
from advisory.rules.refusal import Refusal
from advisory.store import Change

_ROOM = 5
"""Characters of a key kept for a number that tells it from another."""


def add_to_catalogue(caseload: Caseload, stage: Stage, label: str, *, students_doing: bool = False) -> CatalogueSign:
    """Add a sign of one's own, with a key made of its words. Refuses one without words, and words that another has."""
    with caseload.store.change("Sign added to the catalogue", caseload.now()) as change:
        catalogue = _catalogue(change)
        words = _words(catalogue, stage, label)
        key = _new_key(words, catalogue, change)
        return change.add(CatalogueSign, key=key, stage=stage, label=words, students_doing=students_doing)


def reword_sign(caseload: Caseload, key: str, label: str) -> CatalogueSign:
    """Say a sign in other words, wherever it was or will be seen. Refuses as add_to_catalogue."""
    with caseload.store.change("Sign reworded", caseload.now()) as change:
        catalogue = _catalogue(change)
        sign = _need(catalogue, key)
        return _put(change, sign, label=_words(catalogue, sign.stage, label, but=key))


def hide_sign(caseload: Caseload, key: str, *, hidden: bool = True) -> CatalogueSign:
    """Offer a sign no longer, or again; where it was seen it stays and counts."""
    with caseload.store.change("Sign hidden" if hidden else "Sign offered again", caseload.now()) as change:
        return _put(change, _need(_catalogue(change), key), hidden=hidden)


def _catalogue(change: Change) -> Catalogue:
    return catalogue_of(change.all(CatalogueSign))


def _need(catalogue: Catalogue, key: str) -> Sign:
    if key not in catalogue:
        raise Refusal(f"The catalogue has no sign “{key}”.")
    return catalogue[key]


def _put(change: Change, sign: Sign, *, label: str | None = None, hidden: bool | None = None) -> CatalogueSign:
    """The sign as it is to be from now on, in a record that is there already or in a new one."""
    kept = [record for record in change.all(CatalogueSign) if record.key == sign.key]
    changed = {"label": label or sign.label, "hidden": sign.hidden if hidden is None else hidden}
    if kept:
        return change.put(replace(kept[-1], **changed))
    return change.add(CatalogueSign, key=sign.key, stage=sign.stage, students_doing=sign.students_doing, **changed)


def _words(catalogue: Catalogue, stage: Stage, label: str, but: str = "") -> str:
    words = " ".join(label.split())
    if not words:
        raise Refusal("A sign needs words: what would one see?")
    for sign in catalogue.values():
        if sign.stage is stage and sign.key != but and fold(sign.label) == fold(words):
            raise Refusal(f"{stage.label} has “{sign.label}” already{'; it is hidden' if sign.hidden else ''}.")
    return words


def _new_key(words: str, catalogue: Catalogue, change: Change) -> str:
    """A key that neither the catalogue nor any sign seen has."""
    plain = "_".join("".join(c if c.isascii() and c.isalnum() else " " for c in fold(words)).split())[
        : LONGEST_KEY - _ROOM
    ]
    taken = catalogue.keys() | {seen.key for seen in change.all(Indicator)}
    key, number = plain or "own", 2
    while key in taken:
        key, number = f"{plain or 'own'}_{number}", number + 1
    return key
